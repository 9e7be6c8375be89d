#include "models/customers/customerstore.h"

#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Customers {
namespace {

QString textAt(const RowCursor &row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::optional<double> numberAt(const RowCursor &row, int column)
{
    return row.isNull(column) ? std::optional<double>() : row.real(column);
}

std::string listOf(const auto &rows)
{
    std::string list;
    for (const auto row : rows) {
        if (!list.empty())
            list += ',';
        list += std::to_string(row);
    }
    return list;
}

Customer customerOf(const RowCursor &row)
{
    Customer customer;
    customer.id = {row.integer(0)};
    QString *texts[] = {&customer.reference, &customer.name,    &customer.email,
                        &customer.phone,     &customer.company, &customer.country,
                        &customer.city,      &customer.channel, &customer.stage};
    for (int i = 0; i < 9; ++i)
        *texts[i] = textAt(row, i + 1);
    if (!row.isNull(10))
        customer.acquiredOn = dayOfEpoch(row.integer(10) * 86400);
    if (!row.isNull(11))
        customer.acquisitionCost = row.integer(11);
    return customer;
}

constexpr auto customerColumns =
    "id, ref, name, email, phone, company, country, city, channel, stage, acquired_on, "
    "acquisition_cost";

/// The row numbers of a customer's newest facts.
std::vector<std::uint32_t> newestRows(const auto &columns, CustomerIndex customer, int limit)
{
    const std::uint32_t end = columns.first[customer + 1];
    const std::uint32_t begin =
        std::max(columns.first[customer], end - std::min(end, std::uint32_t(limit)));
    return {columns.row.begin() + begin, columns.row.begin() + end};
}

void addPurchases(SQLite::Database &connection, const std::vector<std::uint32_t> &rows,
                  QList<TimelineEntry> &timeline)
{
    if (rows.empty())
        return;
    RowCursor row(connection,
                  "SELECT p.time, p.amount, c.text, g.text, p.order_ref, d.text FROM purchase p "
                  "LEFT JOIN term c ON c.id = p.currency LEFT JOIN term g ON g.id = p.category "
                  "LEFT JOIN term d ON d.id = p.product WHERE p.id IN ("
                      + listOf(rows) + ")");
    while (row.next()) {
        TimelineEntry entry;
        entry.kind =
            row.integer(1) < 0 ? TimelineEntry::Kind::Refund : TimelineEntry::Kind::Purchase;
        entry.seconds = row.integer(0);
        entry.amount = row.integer(1);
        entry.currency = textAt(row, 2);
        entry.subject = row.isNull(3) ? textAt(row, 5) : textAt(row, 3);
        entry.detail = textAt(row, 4);
        timeline.append(entry);
    }
}

void addOthers(SQLite::Database &connection, const std::string &sql, TimelineEntry::Kind kind,
               QList<TimelineEntry> &timeline)
{
    RowCursor row(connection, sql);
    while (row.next())
        timeline.append({.kind = kind,
                         .seconds = row.integer(0),
                         .subject = textAt(row, 1),
                         .amount = {},
                         .currency = {},
                         .value = numberAt(row, 2),
                         .detail = textAt(row, 3)});
}

/// Start and end of each contract; prices are in the workspace's currency.
void addSubscriptions(SQLite::Database &connection, std::int64_t customer, const QString &currency,
                      QList<TimelineEntry> &timeline)
{
    RowCursor row(connection, "SELECT started_on, ended_on, price FROM subscription WHERE customer = "
                                  + std::to_string(customer));
    while (row.next()) {
        TimelineEntry entry;
        entry.kind = TimelineEntry::Kind::SubscriptionStart;
        entry.seconds = row.integer(0) * 86400;
        entry.currency = currency;
        if (!row.isNull(2))
            entry.amount = row.integer(2);
        timeline.append(entry);
        if (row.isNull(1))
            continue;
        entry.kind = TimelineEntry::Kind::SubscriptionEnd;
        entry.seconds = row.integer(1) * 86400;
        timeline.append(entry);
    }
}

/// Every change of a deal's stage.
void addDeals(SQLite::Database &connection, std::int64_t customer, const QString &currency,
              QList<TimelineEntry> &timeline)
{
    RowCursor row(connection, "SELECT changed_at, stage, amount, deal_ref, accepted, "
                              "rejection_reason FROM deal_change WHERE customer = "
                                  + std::to_string(customer));
    while (row.next()) {
        TimelineEntry entry;
        entry.kind = TimelineEntry::Kind::Deal;
        entry.seconds = row.integer(0);
        entry.subject = textAt(row, 1);
        entry.currency = currency;
        if (!row.isNull(2))
            entry.amount = row.integer(2);
        entry.detail = textAt(row, 3);
        if (!row.isNull(4))
            entry.accepted = row.integer(4) != 0;
        entry.reason = textAt(row, 5);
        timeline.append(entry);
    }
}

void addAttributes(SQLite::Database &connection, std::int64_t customer,
                   QList<CustomerCard::Attribute> &attributes)
{
    QHash<QString, QString> titles;
    SQLite::Statement query(connection, "SELECT column_name, title FROM attribute");
    while (query.executeStep())
        titles.insert(QString::fromUtf8(query.getColumn(0).getText()),
                      QString::fromUtf8(query.getColumn(1).getText()));
    if (titles.isEmpty())
        return;
    RowCursor row(connection,
                  "SELECT * FROM customer_attribute WHERE customer = " + std::to_string(customer));
    if (!row.next())
        return;
    for (int i = 1; i < row.columns(); ++i) {
        if (row.isNull(i))
            continue;
        const QString field = QString::fromUtf8(sqlite3_column_name(row.statement(), i));
        const bool isText = row.type(i) == SQLITE_TEXT;
        attributes.append({titles.value(field, field), isText ? textAt(row, i) : QString(),
                           isText ? std::optional<double>() : row.real(i)});
    }
}

std::string likePattern(const QString &text)
{
    QString pattern = text;
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, QString(u'\\') + special);
    return '%' + pattern.toStdString() + '%';
}

} // namespace

CustomerStore::CustomerStore(Database database) : m_database(std::move(database)) {}

Result<CustomerStore> CustomerStore::open(const Workspace &workspace)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    return database ? Result<CustomerStore>(CustomerStore(*std::move(database))) : database.error();
}

Result<QList<Customer>> CustomerStore::customers(const std::vector<std::int64_t> &rows)
{
    return m_database.attempt([&](SQLite::Database &connection) {
        QHash<qint64, qsizetype> place;
        place.reserve(qsizetype(rows.size()));
        for (std::size_t i = 0; i < rows.size(); ++i)
            place.insert(rows[i], qsizetype(i));
        QList<Customer> customers(qsizetype(rows.size()));
        RowCursor row(connection, std::string("SELECT ") + customerColumns
                                      + " FROM customer WHERE id IN (" + listOf(rows) + ")");
        while (row.next())
            customers[place.value(row.integer(0))] = customerOf(row);
        return customers;
    });
}

Result<CustomerCard> CustomerStore::card(const Snapshot &snapshot, CustomerIndex customer,
                                         int limit)
{
    const std::int64_t id = snapshot.customerRow[customer];
    const Result<QList<Customer>> found = customers({id});
    if (!found)
        return found.error();
    if (!found->first().id.isValid())
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Customers",
                         "This customer is no longer in the workspace. Press F5 to read it again."),
                     m_database.file()};
    return m_database.attempt([&](SQLite::Database &connection) {
        CustomerCard card;
        card.customer = found->first();
        addAttributes(connection, id, card.attributes);
        const PurchaseColumns &purchases = snapshot.purchases;
        const EventColumns &events = snapshot.events;
        addPurchases(connection, newestRows(purchases, customer, limit), card.timeline);
        card.timelineEntries = purchases.first[customer + 1] - purchases.first[customer]
                               + (events.first[customer + 1] - events.first[customer]);
        if (const auto rows = newestRows(events, customer, limit); !rows.empty())
            addOthers(connection,
                      "SELECT e.time, t.text, e.value, e.properties FROM event e LEFT JOIN term t "
                      "ON t.id = e.event WHERE e.id IN ("
                          + listOf(rows) + ")",
                      TimelineEntry::Kind::Event, card.timeline);
        // The other kinds are few and not in the columns: a scan each.
        const qsizetype facts = card.timeline.size();
        addOthers(connection,
                  "SELECT s.time, t.text, s.score, s.comment FROM survey s LEFT JOIN term t "
                  "ON t.id = s.instrument WHERE s.customer = "
                      + std::to_string(id),
                  TimelineEntry::Kind::Survey, card.timeline);
        addOthers(connection,
                  "SELECT i.time, t.text, i.effort, NULL FROM interaction i LEFT JOIN term t "
                  "ON t.id = i.channel WHERE i.customer = "
                      + std::to_string(id),
                  TimelineEntry::Kind::Interaction, card.timeline);
        addSubscriptions(connection, id, snapshot.currency.code, card.timeline);
        addDeals(connection, id, snapshot.currency.code, card.timeline);
        card.timelineEntries += card.timeline.size() - facts;
        std::ranges::stable_sort(card.timeline, std::ranges::greater(), &TimelineEntry::seconds);
        if (card.timeline.size() > limit)
            card.timeline.resize(limit);
        return card;
    });
}

Result<std::vector<std::int64_t>> searchCustomers(Database &database, const QString &text,
                                                  const Progress &progress)
{
    return searchCustomers(database, text, {}, progress);
}

Result<std::vector<std::int64_t>>
searchCustomers(Database &database, const QString &text,
                const QList<std::pair<QByteArray, QString>> &columns, const Progress &progress)
{
    const CancelGuard guard(database.handle(), progress);
    return database.attempt([&](SQLite::Database &connection) {
        std::string sql =
            "SELECT id FROM customer WHERE (ref LIKE ?1 ESCAPE '\\' OR name LIKE ?1 ESCAPE '\\' OR "
            "email LIKE ?1 ESCAPE '\\' OR phone LIKE ?1 ESCAPE '\\' OR company LIKE ?1 ESCAPE '\\')";
        for (qsizetype i = 0; i < columns.size(); ++i)
            sql += " AND " + columns[i].first.toStdString() + " LIKE ?" + std::to_string(i + 2)
                   + " ESCAPE '\\'";
        SQLite::Statement query(connection, sql + " ORDER BY id");
        query.bind(1, likePattern(text.trimmed()));
        for (qsizetype i = 0; i < columns.size(); ++i)
            query.bind(int(i) + 2, likePattern(columns[i].second.trimmed()));
        std::vector<std::int64_t> rows;
        while (query.executeStep())
            rows.push_back(query.getColumn(0).getInt64());
        return rows;
    });
}

Result<std::vector<std::int64_t>> searchCustomers(const Workspace &workspace, const QString &text,
                                                  const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    return database ? searchCustomers(*database, text, progress) : database.error();
}

} // namespace Customers
