#include "models/customers/factloader.h"

#include "models/numerics/parallel.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace Customers {
namespace {

constexpr qint64 rowsBetweenReports = 1 << 18;
constexpr qint64 rowsAPiece = 1 << 19; ///< enough that beginning and joining pieces does not show
constexpr qint64 mostPieces = 64;
constexpr qint64 largestRow = std::numeric_limits<std::uint32_t>::max();

QString nameOf(const QString &file) { return QFileInfo(file).fileName(); }

QString tableOf(FactLoader::Facts facts)
{
    return facts == FactLoader::Facts::Purchases ? QStringLiteral("purchase")
                                                 : QStringLiteral("event");
}

/// Runs \a sql, an aggregate query that calls qeema_collect(…) once a row, with \a add for each row:
/// no row leaves SQLite's machine, which is faster than stepping.
template <typename Add>
Result<void> collect(Database &database, int arguments, const std::string &sql, Add &add)
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

/// Brings each customer's rows into order of time; equal times keep their order of row. Most files
/// are in order already, so only the customers that are not are touched. \a others move along.
template <typename... Column>
void orderByTime(const std::vector<std::uint32_t> &first, std::vector<std::uint32_t> &time,
                 Column &...others)
{
    constexpr std::size_t customersABlock = 1 << 16;
    const auto order = [&](std::size_t, std::size_t from, std::size_t until) {
        std::vector<std::uint32_t> places;
        const auto permute = [&places](auto &column, std::uint32_t begin) {
            auto sorted = std::remove_reference_t<decltype(column)>(places.size());
            for (std::size_t i = 0; i < places.size(); ++i)
                sorted[i] = column[places[i]];
            std::ranges::copy(sorted, column.begin() + begin);
        };
        for (std::size_t customer = from; customer < until; ++customer) {
            const std::uint32_t begin = first[customer];
            const std::uint32_t end = first[customer + 1];
            if (std::is_sorted(time.begin() + begin, time.begin() + end))
                continue;
            places.resize(end - begin);
            std::iota(places.begin(), places.end(), begin);
            std::ranges::stable_sort(places, {}, [&time](std::uint32_t i) { return time[i]; });
            permute(time, begin);
            (permute(others, begin), ...);
        }
    };
    Numerics::forBlocks(first.size() - 1, customersABlock, order);
}

template <typename T>
void release(std::vector<T> &values)
{
    std::vector<T>().swap(values);
}

} // namespace

qint64 mostRowsOf(SQLite::Database &connection, const char *table)
{
    const qint64 highest =
        connection.execAndGet(std::string("SELECT ifnull(max(id), 0) FROM ") + table).getInt64();
    const qint64 bytes = connection.execAndGet("PRAGMA page_count").getInt64()
                         * connection.execAndGet("PRAGMA page_size").getInt64();
    return std::clamp<qint64>(highest, 0, bytes / 10);
}

void RowCount::add(qint64 rows, const QString &step)
{
    const qint64 done = m_rows.fetch_add(rows) + rows;
    m_progress.report({.fraction = m_expected > 0 ? std::min(1.0, double(done) / double(m_expected)) : -1,
                       .step = step,
                       .rows = done});
}

FactLoader::TermCodes FactLoader::termCodes(SQLite::Database &connection, const char *field,
                                            bool emptyFirst)
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

Result<FactLoader> FactLoader::prepare(Database &database, Facts facts, const Currency &currency,
                                       RowCount &count)
{
    FactLoader loader;
    loader.m_facts = facts;
    loader.m_file = database.file();
    loader.m_count = &count;
    const bool isPurchases = facts == Facts::Purchases;
    loader.m_step = isPurchases ? QCoreApplication::translate("Customers", "Reading purchases")
                                : QCoreApplication::translate("Customers", "Reading events");
    if (isPurchases) {
        Result<Exchange> exchange = loadExchange(database, currency);
        if (!exchange)
            return exchange.error();
        loader.m_exchange = *std::move(exchange);
    }
    const Result<void> prepared = database.attempt([&](SQLite::Database &connection) {
        const QByteArray table = tableOf(facts).toLatin1();
        loader.m_codes = isPurchases ? termCodes(connection, "category", true)
                                     : termCodes(connection, "event", false);
        loader.m_mostRows = mostRowsOf(connection, table.constData());
        loader.m_highest =
            connection.execAndGet("SELECT ifnull(max(id), 0) FROM " + table.toStdString()).getInt64();
    });
    if (!prepared)
        return prepared.error();
    count.expect(loader.m_mostRows);
    loader.m_pieces.resize(
        std::size_t(std::clamp<qint64>(loader.m_highest / rowsAPiece, 1, mostPieces)));
    return loader;
}

std::vector<ReaderGroup::Work> FactLoader::works()
{
    std::vector<ReaderGroup::Work> works;
    for (std::size_t i = 0; i < m_pieces.size(); ++i)
        works.push_back([this, i](Database &database, const Progress &) { return read(database, i); });
    return works;
}

Result<void> FactLoader::read(Database &database, std::size_t number)
{
    Piece &piece = m_pieces[number];
    // The outermost pieces take whatever lies beyond, so that no row of a damaged file is passed over.
    const std::int64_t span = m_highest / std::int64_t(m_pieces.size()) + 1;
    const bool isFirst = number == 0;
    const bool isLast = number + 1 == m_pieces.size();
    const std::int64_t from =
        isFirst ? std::numeric_limits<std::int64_t>::min() : std::int64_t(number) * span;
    const std::int64_t until = isLast ? std::numeric_limits<std::int64_t>::max()
                                      : std::int64_t(number + 1) * span - 1;
    const bool isPurchases = m_facts == Facts::Purchases;
    if (m_highest <= m_mostRows) {
        const auto rows = std::size_t(span);
        piece.customer.reserve(rows);
        piece.time.reserve(rows);
        piece.row.reserve(rows);
        piece.code.reserve(rows);
        piece.amount.reserve(isPurchases ? rows : 0);
    }
    qint64 reported = 0;
    const auto addRow = [&](sqlite3_value **values) {
        const std::int64_t id = sqlite3_value_int64(values[0]);
        const std::int64_t customer = sqlite3_value_int64(values[1]);
        if (id < 0 || id > largestRow) {
            piece.idTooLarge = true;
            return false;
        }
        const bool isWide = customer <= 0 || customer > largestRow;
        if (isWide)
            piece.wideCustomer.push_back(customer);
        piece.customer.push_back(isWide ? 0 : std::uint32_t(customer));
        piece.time.push_back(sqlite3_value_int64(values[2]));
        piece.row.push_back(std::uint32_t(id));
        piece.code.push_back(m_codes.of(sqlite3_value_int64(values[3])));
        if (qint64(piece.row.size()) - reported == rowsBetweenReports) {
            m_count->add(rowsBetweenReports, m_step);
            reported += rowsBetweenReports;
        }
        return true;
    };
    const std::string range =
        " WHERE id BETWEEN " + std::to_string(from) + " AND " + std::to_string(until);
    Result<void> done;
    if (isPurchases) {
        Exchange exchange = m_exchange;
        auto add = [&](sqlite3_value **values) {
            if (addRow(values))
                piece.amount.push_back(exchange.toWorkspace(piece.row.back(),
                                                            sqlite3_value_int64(values[5]),
                                                            sqlite3_value_int64(values[4])));
        };
        done = collect(database, 6,
                       "SELECT qeema_collect(id, customer, time, category, amount, currency) "
                       "FROM purchase"
                           + range,
                       add);
        piece.unconverted = exchange.unconverted();
    } else {
        auto add = [&](sqlite3_value **values) { addRow(values); };
        done = collect(database, 4,
                       "SELECT qeema_collect(id, customer, time, event) FROM event" + range, add);
    }
    m_count->add(qint64(piece.row.size()) - reported, m_step);
    return done;
}

std::pair<qint64, qint64> FactLoader::extent() const
{
    qint64 rows = 0;
    for (const Piece &piece : m_pieces)
        rows += qint64(piece.row.size());
    return {rows, m_highest};
}

Result<std::vector<std::uint32_t>> FactLoader::placeRows(const CustomerIndexMap &map,
                                                         std::size_t customers)
{
    constexpr std::int64_t no = -1;
    std::vector<std::int64_t> orphan(m_pieces.size(), no);
    Numerics::forBlocks(m_pieces.size(), 1, [&](std::size_t number, std::size_t, std::size_t) {
        Piece &piece = m_pieces[number];
        auto wide = piece.wideCustomer.cbegin();
        for (std::size_t i = 0; i < piece.customer.size(); ++i) {
            const CustomerIndex index =
                map.indexOf(piece.customer[i] == 0 ? *wide++ : std::int64_t(piece.customer[i]));
            if (index == CustomerIndexMap::none) {
                orphan[number] = piece.row[i];
                return;
            }
            piece.customer[i] = index;
        }
    });
    for (const Piece &piece : m_pieces) {
        if (piece.idTooLarge)
            return Error{
                Error::Kind::Damaged,
                QCoreApplication::translate(
                    "Customers", "%1 has row numbers beyond 4,294,967,295 in the table %2, which "
                                 "Qeema does not write. Import the data into a new workspace.")
                    .arg(nameOf(m_file), tableOf(m_facts)),
                m_file};
    }
    if (const auto at = std::ranges::find_if(orphan, [](std::int64_t row) { return row != no; });
        at != orphan.end())
        return Error{
            Error::Kind::Damaged,
            QCoreApplication::translate(
                "Customers", "%1 is damaged: row %2 of the table %3 belongs to a customer that "
                             "does not exist. Open the newest backup beside it.")
                .arg(nameOf(m_file), QString::number(*at), tableOf(m_facts)),
            m_file};

    std::vector<std::uint32_t> first(customers + 1, 0);
    for (const Piece &piece : m_pieces)
        for (const CustomerIndex index : piece.customer)
            ++first[index + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (Piece &piece : m_pieces)
        for (CustomerIndex &index : piece.customer)
            index = next[index]++;
    return first;
}

Result<std::int64_t> FactLoader::epoch() const
{
    std::int64_t low = std::numeric_limits<std::int64_t>::max();
    std::int64_t high = std::numeric_limits<std::int64_t>::min();
    for (const Piece &piece : m_pieces) {
        if (piece.time.empty())
            continue;
        const auto [earliest, latest] = std::ranges::minmax(piece.time);
        low = std::min(low, earliest);
        high = std::max(high, latest);
    }
    if (low > high)
        return std::int64_t(0);
    // Through unsigned arithmetic: damaged files hold any number.
    if (std::uint64_t(high) - std::uint64_t(low) > std::numeric_limits<std::uint32_t>::max())
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Customers", "The times in the table %1 of %2 lie more than 136 years "
                                      "apart. Undo the import that brought the wrong dates.")
                         .arg(tableOf(m_facts), nameOf(m_file)),
                     m_file};
    return low;
}

template <typename To, typename From, typename Convert>
void FactLoader::scatter(std::vector<From> Piece::*from, std::vector<To> &to, Convert convert)
{
    for (Piece &piece : m_pieces) {
        std::vector<From> &values = piece.*from;
        for (std::size_t i = 0; i < values.size(); ++i)
            to[piece.customer[i]] = convert(values[i]);
        release(values);
    }
}

template <typename Columns>
void FactLoader::fill(Columns &columns, std::vector<std::uint16_t> &code,
                      std::vector<std::int64_t> *amount)
{
    const std::size_t rows = columns.first.back();
    const auto same = [](auto value) { return value; };
    std::vector<std::function<void()>> moves{
        [&] {
            columns.time.resize(rows);
            scatter(&Piece::time, columns.time, [low = columns.epoch](std::int64_t time) {
                return std::uint32_t(time - low);
            });
        },
        [&] {
            columns.row.resize(rows);
            scatter(&Piece::row, columns.row, same);
        },
        [&] {
            code.resize(rows);
            scatter(&Piece::code, code, same);
        }};
    if (amount)
        moves.emplace_back([&] {
            amount->resize(rows);
            scatter(&Piece::amount, *amount, same);
        });
    Numerics::forBlocks(moves.size(), 1,
                        [&moves](std::size_t i, std::size_t, std::size_t) { moves[i](); });
    if (amount)
        orderByTime(columns.first, columns.time, columns.row, code, *amount);
    else
        orderByTime(columns.first, columns.time, columns.row, code);
}

Result<void> FactLoader::cluster(const CustomerIndexMap &map, Snapshot &snapshot)
{
    const Result<std::int64_t> epoch = this->epoch();
    Result<std::vector<std::uint32_t>> first = placeRows(map, snapshot.customers());
    if (!first)
        return first.error();
    if (!epoch)
        return epoch.error();
    if (m_facts == Facts::Purchases) {
        PurchaseColumns &columns = snapshot.purchases;
        columns.first = *std::move(first);
        columns.epoch = *epoch;
        columns.categories = m_codes.texts;
        fill(columns, columns.category, &columns.amount);
    } else {
        EventColumns &columns = snapshot.events;
        columns.first = *std::move(first);
        columns.epoch = *epoch;
        columns.names = m_codes.texts;
        fill(columns, columns.name, nullptr);
    }
    for (const Piece &piece : m_pieces)
        for (const QString &currency : piece.unconverted)
            if (!snapshot.unconvertedCurrencies.contains(currency))
                snapshot.unconvertedCurrencies.append(currency);
    release(m_pieces);
    return {};
}

void loadTerms(SQLite::Database &connection, Snapshot &snapshot)
{
    snapshot.purchases.categories = FactLoader::termCodes(connection, "category", true).texts;
    snapshot.events.names = FactLoader::termCodes(connection, "event", false).texts;
}

} // namespace Customers
