#include "models/customers/columnloader.h"

#include "models/workspace/database.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace Customers {
namespace {

constexpr std::size_t mostValues = std::numeric_limits<std::uint16_t>::max();

/// A text column on its way to a CodedColumn; gives up beyond 65,535 different values.
class Coder
{
public:
    /// \a customers is the most that there may be.
    Coder(QString field, QString title, std::size_t customers)
        : m_column{std::move(field), std::move(title), {}, {QString()}}, m_customers(customers)
    {}

    void set(std::size_t customer, std::string_view text)
    {
        if (m_tooMany || text.empty())
            return;
        if (m_column.code.empty()) // many columns have no value at all
            m_column.code.resize(m_customers, 0);
        if (const auto known = m_codes.find(text); known != m_codes.end()) {
            m_column.code[customer] = known->second;
        } else if (std::size_t(m_column.values.size()) > mostValues) {
            m_tooMany = true;
        } else {
            const auto code = std::uint16_t(m_column.values.size());
            m_codes.emplace(std::string(text), code);
            m_column.values.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
            m_column.code[customer] = code;
        }
    }

    [[nodiscard]] bool isUseful() const { return !m_tooMany && m_column.values.size() > 1; }
    /// The column for the \a customers that there are.
    [[nodiscard]] CodedColumn take(std::size_t customers)
    {
        m_column.code.resize(customers);
        m_column.code.shrink_to_fit();
        return std::move(m_column);
    }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    CodedColumn m_column;
    std::size_t m_customers;
    std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> m_codes;
    bool m_tooMany = false;
};

QString titleOf(const QString &field)
{
    struct Named
    {
        const char16_t *field;
        const char *title;
    };
    static constexpr std::array named{Named{u"country", QT_TRANSLATE_NOOP("Customers", "Country")},
                                      Named{u"city", QT_TRANSLATE_NOOP("Customers", "City")},
                                      Named{u"channel", QT_TRANSLATE_NOOP("Customers", "Channel")},
                                      Named{u"company", QT_TRANSLATE_NOOP("Customers", "Company")},
                                      Named{u"stage", QT_TRANSLATE_NOOP("Customers", "Stage")}};
    for (const Named &entry : named) {
        if (field == QStringView(entry.field))
            return QCoreApplication::translate("Customers", entry.title);
    }
    return field;
}

std::int64_t integerOr(const RowCursor &row, int column, std::int64_t fallback)
{
    return row.isNull(column) ? fallback : row.integer(column);
}

void readRows(SQLite::Database &connection, Snapshot &snapshot)
{
    const auto expected = std::size_t(mostRowsOf(connection, "customer"));
    snapshot.customerRow.reserve(expected);
    snapshot.acquiredDay.reserve(expected);
    snapshot.acquisitionCost.reserve(expected);
    constexpr std::array fields{"country", "city", "channel", "company", "stage"};
    std::vector<Coder> coders;
    for (const char *field : fields) {
        const QString name = QString::fromLatin1(field);
        coders.emplace_back(name, titleOf(name), expected);
    }
    RowCursor row(
        connection,
        "SELECT id, acquired_on, acquisition_cost, country, city, channel, company, stage "
        "FROM customer ORDER BY id");
    while (row.next() && snapshot.customerRow.size() < expected) {
        const std::size_t customer = snapshot.customerRow.size();
        snapshot.customerRow.push_back(row.integer(0));
        snapshot.acquiredDay.push_back(
            std::int32_t(integerOr(row, 1, std::numeric_limits<std::int32_t>::min())));
        snapshot.acquisitionCost.push_back(
            integerOr(row, 2, std::numeric_limits<std::int64_t>::min()));
        for (std::size_t i = 0; i < coders.size(); ++i)
            coders[i].set(customer, row.text(3 + int(i)));
    }
    snapshot.customerRow.shrink_to_fit();
    snapshot.acquiredDay.shrink_to_fit();
    snapshot.acquisitionCost.shrink_to_fit();
    for (Coder &coder : coders) {
        if (coder.isUseful())
            snapshot.coded.append(coder.take(snapshot.customers()));
    }
}

struct Attribute
{
    QString field;
    QString title;
    bool isText = false;
};

QList<Attribute> attributesOf(SQLite::Database &connection)
{
    QHash<QString, bool> isText;
    SQLite::Statement columns(connection,
                              "SELECT name, type FROM pragma_table_info('customer_attribute')");
    while (columns.executeStep())
        isText.insert(QString::fromUtf8(columns.getColumn(0).getText()),
                      std::string_view(columns.getColumn(1).getText()) == "TEXT");
    QList<Attribute> attributes;
    SQLite::Statement query(connection, "SELECT column_name, title FROM attribute ORDER BY id");
    while (query.executeStep()) {
        const QString field = QString::fromUtf8(query.getColumn(0).getText());
        if (const auto column = isText.constFind(field); column != isText.constEnd())
            attributes.append({field, QString::fromUtf8(query.getColumn(1).getText()), *column});
    }
    return attributes;
}

void readAttributes(SQLite::Database &connection, Snapshot &snapshot)
{
    const QList<Attribute> attributes = attributesOf(connection);
    if (attributes.isEmpty())
        return;
    QString sql = QStringLiteral("SELECT customer");
    for (const Attribute &attribute : attributes)
        sql += QStringLiteral(", \"%1\"")
                   .arg(QString(attribute.field).replace(u'"', QStringLiteral("\"\"")));
    sql += QStringLiteral(" FROM customer_attribute ORDER BY customer");

    const std::size_t customers = snapshot.customers();
    std::vector<Coder> coders;
    std::vector<NumberColumn> numbers;
    std::vector<int> target; // per attribute: coder ≥ 0, number < 0 as ~index
    for (const Attribute &attribute : attributes) {
        if (attribute.isText) {
            target.push_back(int(coders.size()));
            coders.emplace_back(attribute.field, attribute.title, customers);
        } else {
            target.push_back(~int(numbers.size()));
            numbers.push_back(
                {attribute.field, attribute.title,
                 std::vector<double>(customers, std::numeric_limits<double>::quiet_NaN())});
        }
    }
    const CustomerIndexMap map(snapshot.customerRow);
    RowCursor row(connection, sql.toStdString());
    while (row.next()) {
        const CustomerIndex customer = map.indexOf(row.integer(0));
        if (customer == CustomerIndexMap::none)
            continue;
        for (int i = 0; i < int(target.size()); ++i) {
            const int to = target[std::size_t(i)];
            if (to >= 0)
                coders[std::size_t(to)].set(customer, row.text(i + 1));
            else if (!row.isNull(i + 1))
                numbers[std::size_t(~to)].value[customer] = row.real(i + 1);
        }
    }
    for (Coder &coder : coders) {
        if (coder.isUseful())
            snapshot.coded.append(coder.take(snapshot.customers()));
    }
    for (NumberColumn &column : numbers)
        snapshot.numbers.append(std::move(column));
}

} // namespace

Result<void> loadCustomers(Database &database, Snapshot &snapshot)
{
    return database.attempt([&](SQLite::Database &connection) {
        readRows(connection, snapshot);
        readAttributes(connection, snapshot);
    });
}

Result<void> loadCosts(Database &database, Snapshot &snapshot)
{
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(
            connection, "SELECT c.period_from, c.period_until, c.kind, c.amount, c.stage, t.text, "
                        "c.hours FROM cost c LEFT JOIN term t ON t.id = c.channel "
                        "ORDER BY c.period_from, c.id");
        while (query.executeStep()) {
            CostEntry entry;
            entry.period = {dayOfEpoch(query.getColumn(0).getInt64() * 86400),
                            dayOfEpoch(query.getColumn(1).getInt64() * 86400)};
            entry.isAcquisition = std::string_view(query.getColumn(2).getText()) == "acquisition";
            entry.amount = query.getColumn(3).getInt64();
            entry.stage = QString::fromUtf8(query.getColumn(4).getText());
            entry.channel = QString::fromUtf8(query.getColumn(5).getText());
            entry.hours = query.getColumn(6).getDouble();
            snapshot.costs.append(entry);
        }
    });
}

Result<void> loadSubscriptions(Database &database, const CustomerIndexMap &map, Snapshot &snapshot)
{
    SubscriptionColumns &columns = snapshot.subscriptions;
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection,
                                "SELECT customer, started_on, ended_on, price FROM subscription "
                                "ORDER BY customer, started_on, id");
        const auto isDay = [](std::int64_t day) { return day > -10'000'000 && day < 10'000'000; };
        while (query.executeStep()) {
            const CustomerIndex customer = map.indexOf(query.getColumn(0).getInt64());
            const std::int64_t started = query.getColumn(1).getInt64();
            const std::int64_t ended = query.getColumn(2).getInt64();
            // Damaged files hold any number; the importer writes neither of these.
            if (customer == CustomerIndexMap::none || !isDay(started) || !isDay(ended))
                continue;
            columns.customer.push_back(customer);
            columns.startedDay.push_back(std::int32_t(started));
            columns.endedDay.push_back(query.getColumn(2).isNull() ? INT32_MIN
                                                                   : std::int32_t(ended));
            columns.price.push_back(query.getColumn(3).isNull() ? INT64_MIN
                                                                : query.getColumn(3).getInt64());
        }
    });
}

Result<void> loadSummaries(Database &database, const CustomerIndexMap &map, Snapshot &snapshot)
{
    SummaryColumns &columns = snapshot.summaries;
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection, "SELECT customer, x, t_x, t, mean_spend, period "
                                            "FROM summary ORDER BY customer, id");
        double oldest = 0;
        while (query.executeStep()) {
            const CustomerIndex customer = map.indexOf(query.getColumn(0).getInt64());
            const double x = std::round(query.getColumn(1).getDouble());
            const double days = daysPerPeriod(
                periodUnitFromName(QString::fromUtf8(query.getColumn(5).getText()))
                    .value_or(PeriodUnit::Week));
            const double last = query.getColumn(2).getDouble() * days;
            const double age = query.getColumn(3).getDouble() * days;
            // Damaged files hold any number; the importer writes none of these.
            if (customer == CustomerIndexMap::none || !(x >= 0 && x < 1e9)
                || !(last >= 0 && last <= age) || !(age < 1e6))
                continue;
            if (columns.customer.empty() || columns.customer.back() != customer) {
                columns.customer.push_back(customer);
                columns.x.push_back(0);
                columns.lastDays.push_back(0);
                columns.ageDays.push_back(0);
                columns.meanSpend.push_back(0);
            }
            columns.x.back() = std::uint32_t(x);
            columns.lastDays.back() = last;
            columns.ageDays.back() = age;
            columns.meanSpend.back() = query.getColumn(4).isNull()
                                           ? std::numeric_limits<double>::quiet_NaN()
                                           : query.getColumn(4).getDouble();
            oldest = std::max(oldest, age);
        }
        if (columns.customer.empty())
            return;
        SQLite::Statement batch(connection, "SELECT ifnull(max(started), 0) FROM import_batch "
                                            "WHERE kind = 'summaries' AND undone IS NULL");
        batch.executeStep();
        columns.day = dayOfEpoch(batch.getColumn(0).getInt64());
        const QDate first = columns.day.addDays(-qint64(std::ceil(oldest)));
        DateRange &extent = snapshot.extent;
        extent = extent.isValid()
                     ? DateRange{std::min(extent.from, first), std::max(extent.until, columns.day)}
                     : DateRange{first, columns.day};
    });
}

} // namespace Customers
