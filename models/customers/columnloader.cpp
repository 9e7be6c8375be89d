#include "models/customers/columnloader.h"

#include "models/customers/exchange.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/database.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace Customers {

CustomerIndexMap::CustomerIndexMap(const std::vector<std::int64_t> &rows) : m_rows(rows)
{
    if (rows.empty())
        return;
    m_first = rows.front();
    const std::uint64_t span = std::uint64_t(rows.back()) - std::uint64_t(rows.front()) + 1;
    m_dense = span == rows.size();
    if (m_dense || span > 16 * rows.size() + 1000000)
        return;
    m_table.assign(span, none);
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_table[std::size_t(rows[i] - m_first)] = CustomerIndex(i);
}

CustomerIndex CustomerIndexMap::indexOf(std::int64_t row) const
{
    if (m_rows.empty() || row < m_first || row > m_rows.back())
        return none;
    if (m_dense)
        return CustomerIndex(row - m_first);
    if (!m_table.empty())
        return m_table[std::size_t(row - m_first)];
    const auto at = std::ranges::lower_bound(m_rows, row);
    return *at == row ? CustomerIndex(at - m_rows.begin()) : none;
}

namespace {

constexpr qint64 rowsBetweenReports = 1 << 18;
constexpr qint64 largestRow = std::numeric_limits<std::uint32_t>::max();

/// Codes of a term field by term id. Terms beyond 65,535 of one field have the code of no term.
struct TermCodes
{
    std::vector<std::uint16_t> code; ///< by term id
    QList<QString> texts;

    [[nodiscard]] std::uint16_t of(std::int64_t term) const
    {
        return term > 0 && std::size_t(term) < code.size() ? code[std::size_t(term)] : 0;
    }
};

TermCodes termCodes(SQLite::Database &connection, const char *field, bool emptyFirst)
{
    TermCodes codes;
    if (emptyFirst)
        codes.texts.append(QString());
    SQLite::Statement query(connection, "SELECT id, text FROM term WHERE field = ? ORDER BY id");
    query.bind(1, field);
    while (query.executeStep()) {
        const qint64 id = query.getColumn(0).getInt64();
        if (codes.texts.size() > std::numeric_limits<std::uint16_t>::max() || id < 1
            || id > (1 << 28))
            break;
        codes.code.resize(std::size_t(id) + 1, 0);
        codes.code[std::size_t(id)] = std::uint16_t(codes.texts.size());
        codes.texts.append(QString::fromUtf8(query.getColumn(1).getText()));
    }
    return codes;
}

/// How many rows \a table may have, from its highest id: counting would read all of it. A damaged
/// file has any id, but no row of less than ten bytes.
qint64 mostRowsOf(SQLite::Database &connection, const char *table)
{
    const qint64 highest =
        connection.execAndGet(std::string("SELECT ifnull(max(id), 0) FROM ") + table).getInt64();
    const qint64 bytes = connection.execAndGet("PRAGMA page_count").getInt64()
                         * connection.execAndGet("PRAGMA page_size").getInt64();
    return std::clamp<qint64>(highest, 0, bytes / 10);
}

/// What both kinds of facts share while their rows come in, in order of row id.
struct FactRows
{
    const CustomerIndexMap &map;
    const Progress &progress;
    QString step;
    qint64 expected = 0;

    std::vector<CustomerIndex> customer = {};
    std::vector<std::int64_t> time = {};
    std::vector<std::uint32_t> row = {};
    std::int64_t unknownCustomerRow = 0; ///< the first row whose customer does not exist
    bool rowTooLarge = false;

    void reserve()
    {
        customer.reserve(std::size_t(expected));
        time.reserve(std::size_t(expected));
        row.reserve(std::size_t(expected));
    }

    /// False where the row cannot be taken.
    bool add(sqlite3_value **values)
    {
        const std::int64_t id = sqlite3_value_int64(values[0]);
        const CustomerIndex index = map.indexOf(sqlite3_value_int64(values[1]));
        if (index == CustomerIndexMap::none || id < 0 || id > largestRow) {
            if (index == CustomerIndexMap::none && unknownCustomerRow == 0)
                unknownCustomerRow = id;
            rowTooLarge |= id < 0 || id > largestRow;
            return false;
        }
        customer.push_back(index);
        time.push_back(sqlite3_value_int64(values[2]));
        row.push_back(std::uint32_t(id));
        if (qint64(row.size()) % rowsBetweenReports == 0) {
            const qint64 rows = qint64(row.size());
            progress.report({.fraction = expected > 0 ? double(rows) / double(expected) : -1,
                             .step = step,
                             .rows = rows});
        }
        return true;
    }

    [[nodiscard]] Result<void> verdict(const Database &database, const QString &table) const
    {
        const QString name = QFileInfo(database.file()).fileName();
        if (unknownCustomerRow != 0)
            return Error{
                Error::Kind::Damaged,
                QCoreApplication::translate(
                    "Customers", "%1 is damaged: row %2 of the table %3 belongs to a customer that "
                                 "does not exist. Open the newest backup beside it.")
                    .arg(name, QString::number(unknownCustomerRow), table),
                database.file()};
        if (rowTooLarge)
            return Error{
                Error::Kind::Damaged,
                QCoreApplication::translate(
                    "Customers", "%1 has row numbers beyond 4,294,967,295 in the table %2, which "
                                 "Qeema does not write. Import the data into a new workspace.")
                    .arg(name, table),
                database.file()};
        return {};
    }
};

/// Runs \a sql, an aggregate query that calls collect(…) once a row, with \a add for each row: no
/// row leaves SQLite's machine, which is faster than stepping.
template <typename Add>
Result<void> collect(Database &database, int arguments, const char *sql, Add &add)
{
    return database.attempt([&](SQLite::Database &connection) -> Result<void> {
        sqlite3 *handle = connection.getHandle();
        const auto step = [](sqlite3_context *context, int, sqlite3_value **values) {
            try {
                (*static_cast<Add *>(sqlite3_user_data(context)))(values);
            } catch (const std::bad_alloc &) {
                sqlite3_result_error_nomem(context);
            }
        };
        const auto finish = [](sqlite3_context *) {};
        sqlite3_create_function_v2(handle, "qeema_collect", arguments,
                                   SQLITE_UTF8 | SQLITE_DIRECTONLY, &add, nullptr, step, finish,
                                   nullptr);
        connection.exec(sql);
        sqlite3_create_function_v2(handle, "qeema_collect", arguments,
                                   SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, nullptr, nullptr,
                                   nullptr, nullptr);
        return {};
    });
}

/// Offsets of each customer, and in \a customer the position each row moves to (a stable counting
/// sort).
std::vector<std::uint32_t> cluster(std::vector<CustomerIndex> &customer, std::size_t customers)
{
    std::vector<std::uint32_t> first(customers + 1, 0);
    for (const CustomerIndex index : customer)
        ++first[index + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (CustomerIndex &index : customer)
        index = next[index]++;
    return first;
}

template <typename To, typename From, typename Convert>
void scatter(const std::vector<std::uint32_t> &position, std::vector<From> &from,
             std::vector<To> &to, Convert convert)
{
    to.resize(from.size());
    for (std::size_t i = 0; i < from.size(); ++i)
        to[position[i]] = convert(from[i]);
    std::vector<From>().swap(from);
}

/// Brings each customer's rows into order of time; equal times keep their order of row. Most files
/// are in order already, so only the customers that are not are touched. \a others move along.
template <typename... Column>
void orderByTime(const std::vector<std::uint32_t> &first, std::vector<std::uint32_t> &time,
                 Column &...others)
{
    std::vector<std::uint32_t> order;
    const auto permute = [&order](auto &column, std::uint32_t begin) {
        auto sorted = std::remove_reference_t<decltype(column)>(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            sorted[i] = column[order[i]];
        std::ranges::copy(sorted, column.begin() + begin);
    };
    for (std::size_t customer = 0; customer + 1 < first.size(); ++customer) {
        const std::uint32_t begin = first[customer];
        const std::uint32_t end = first[customer + 1];
        if (std::is_sorted(time.begin() + begin, time.begin() + end))
            continue;
        order.resize(end - begin);
        std::iota(order.begin(), order.end(), begin);
        std::ranges::stable_sort(order, {}, [&time](std::uint32_t i) { return time[i]; });
        permute(time, begin);
        (permute(others, begin), ...);
    }
}

/// Checks that the times fit 32 bits of seconds and returns the earliest.
Result<std::int64_t> epochOf(const FactRows &rows, const Database &database, const QString &table)
{
    if (rows.time.empty())
        return std::int64_t(0);
    const auto [low, high] = std::ranges::minmax(rows.time);
    // Through unsigned arithmetic: damaged files hold any number.
    if (std::uint64_t(high) - std::uint64_t(low) > std::numeric_limits<std::uint32_t>::max())
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Customers", "The times in the table %1 of %2 lie more than 136 years "
                                      "apart. Undo the import that brought the wrong dates.")
                         .arg(table, QFileInfo(database.file()).fileName()),
                     database.file()};
    return low;
}

void extend(DateRange &extent, QDate from, QDate until)
{
    extent.from = extent.from.isValid() ? std::min(extent.from, from) : from;
    extent.until = extent.until.isValid() ? std::max(extent.until, until) : until;
}

template <typename Columns>
DateRange extentOf(const Columns &columns)
{
    if (columns.size() == 0)
        return {};
    const std::uint32_t latest = *std::ranges::max_element(columns.time);
    return {dayOfEpoch(columns.epoch), dayOfEpoch(columns.epoch + latest)};
}

} // namespace

Result<void> loadPurchases(Database &database, const CustomerIndexMap &map, Snapshot &snapshot,
                           const Progress &progress)
{
    const CancelGuard guard(database.handle(), progress);
    FactRows rows{.map = map,
                  .progress = progress,
                  .step = QCoreApplication::translate("Customers", "Reading purchases")};
    TermCodes categories;
    std::vector<std::int64_t> amount;
    std::vector<std::uint16_t> category;
    Result<Exchange> exchange = loadExchange(database, snapshot.currency);
    if (!exchange)
        return exchange.error();
    const Result<void> prepared = database.attempt([&](SQLite::Database &connection) {
        rows.expected = mostRowsOf(connection, "purchase");
        categories = termCodes(connection, "category", true);
    });
    if (!prepared)
        return prepared;
    rows.reserve();
    amount.reserve(std::size_t(rows.expected));
    category.reserve(std::size_t(rows.expected));

    auto add = [&](sqlite3_value **values) {
        if (!rows.add(values))
            return;
        amount.push_back(exchange->toWorkspace(rows.row.back(), sqlite3_value_int64(values[4]),
                                               sqlite3_value_int64(values[3])));
        category.push_back(categories.of(sqlite3_value_int64(values[5])));
    };
    if (const auto read = collect(
            database, 6,
            "SELECT qeema_collect(id, customer, time, amount, currency, category) FROM purchase",
            add);
        !read)
        return read;
    if (const auto verdict = rows.verdict(database, QStringLiteral("purchase")); !verdict)
        return verdict;
    const auto epoch = epochOf(rows, database, QStringLiteral("purchase"));
    if (!epoch)
        return epoch.error();

    PurchaseColumns &columns = snapshot.purchases;
    columns.epoch = *epoch;
    columns.categories = categories.texts;
    columns.first = cluster(rows.customer, snapshot.customers());
    const auto same = [](auto value) { return value; };
    scatter(rows.customer, rows.time, columns.time,
            [low = *epoch](std::int64_t time) { return std::uint32_t(time - low); });
    scatter(rows.customer, amount, columns.amount, same);
    scatter(rows.customer, category, columns.category, same);
    scatter(rows.customer, rows.row, columns.row, same);
    orderByTime(columns.first, columns.time, columns.amount, columns.category, columns.row);

    snapshot.unconvertedCurrencies = exchange->unconverted();
    snapshot.purchaseExtent = extentOf(columns);
    if (snapshot.purchaseExtent.isValid())
        extend(snapshot.extent, snapshot.purchaseExtent.from, snapshot.purchaseExtent.until);
    return {};
}

Result<void> loadEvents(Database &database, const CustomerIndexMap &map, Snapshot &snapshot,
                        const Progress &progress)
{
    const CancelGuard guard(database.handle(), progress);
    FactRows rows{.map = map,
                  .progress = progress,
                  .step = QCoreApplication::translate("Customers", "Reading events")};
    TermCodes names;
    std::vector<std::uint16_t> name;
    const Result<void> prepared = database.attempt([&](SQLite::Database &connection) {
        rows.expected = mostRowsOf(connection, "event");
        names = termCodes(connection, "event", false);
    });
    if (!prepared)
        return prepared;
    rows.reserve();
    name.reserve(std::size_t(rows.expected));

    auto add = [&](sqlite3_value **values) {
        if (rows.add(values))
            name.push_back(names.of(sqlite3_value_int64(values[3])));
    };
    if (const auto read =
            collect(database, 4, "SELECT qeema_collect(id, customer, time, event) FROM event", add);
        !read)
        return read;
    if (const auto verdict = rows.verdict(database, QStringLiteral("event")); !verdict)
        return verdict;
    const auto epoch = epochOf(rows, database, QStringLiteral("event"));
    if (!epoch)
        return epoch.error();

    EventColumns &columns = snapshot.events;
    columns.epoch = *epoch;
    columns.names = names.texts;
    columns.first = cluster(rows.customer, snapshot.customers());
    const auto same = [](auto value) { return value; };
    scatter(rows.customer, rows.time, columns.time,
            [low = *epoch](std::int64_t time) { return std::uint32_t(time - low); });
    scatter(rows.customer, name, columns.name, same);
    scatter(rows.customer, rows.row, columns.row, same);
    orderByTime(columns.first, columns.time, columns.name, columns.row);

    if (const DateRange extent = extentOf(columns); extent.isValid())
        extend(snapshot.extent, extent.from, extent.until);
    return {};
}

void loadTerms(SQLite::Database &connection, Snapshot &snapshot)
{
    snapshot.purchases.categories = termCodes(connection, "category", true).texts;
    snapshot.events.names = termCodes(connection, "event", false).texts;
}

void measureExtents(Snapshot &snapshot)
{
    snapshot.purchaseExtent = extentOf(snapshot.purchases);
    for (const DateRange &extent : {snapshot.purchaseExtent, extentOf(snapshot.events)})
        if (extent.isValid())
            extend(snapshot.extent, extent.from, extent.until);
}

} // namespace Customers
