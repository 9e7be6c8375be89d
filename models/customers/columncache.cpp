#include "models/customers/columncache.h"

#include "models/customers/columnloader.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/database.h"
#include "models/workspace/rowcursor.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>

namespace Customers {
namespace {

constexpr std::size_t rowsPerChunk = 262'144;
constexpr std::size_t mostReserved = 100'000'000; ///< a damaged file may promise any number of rows

static_assert(std::endian::native == std::endian::little,
              "the cache is written as the columns lie in memory");

/// The version as the table keeps it (FNV-1a).
std::int64_t numberOf(const QString &version)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char byte : version.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return std::int64_t(hash);
}

/// The part of a version that counts customers, purchases and events: behind the currency and the
/// imports.
QString factsOf(const QString &version) { return version.split(u'-').mid(2, 3).join(u'-'); }

class Writer
{
public:
    Writer(SQLite::Database &connection, std::int64_t version)
        : m_insert(connection, "INSERT INTO column_cache(tab, col, seq, version, width, rows, data) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?)")
        , m_version(version)
    {}

    template <typename Narrow, typename T>
    void column(const char *table, const char *name, const std::vector<T> &values)
    {
        std::vector<Narrow> piece;
        piece.reserve(1); // an empty column is an empty blob, not NULL
        for (std::size_t from = 0, seq = 0; from < values.size() || seq == 0; ++seq) {
            const std::size_t rows = std::min(rowsPerChunk, values.size() - from);
            piece.resize(rows);
            std::transform(values.begin() + std::ptrdiff_t(from),
                           values.begin() + std::ptrdiff_t(from + rows), piece.begin(),
                           [](T value) { return Narrow(value); });
            m_insert.bind(1, table);
            m_insert.bind(2, name);
            m_insert.bind(3, std::int64_t(seq));
            m_insert.bind(4, m_version);
            m_insert.bind(5, int(sizeof(Narrow)));
            m_insert.bind(6, std::int64_t(rows));
            m_insert.bindNoCopy(7, piece.data(), int(rows * sizeof(Narrow)));
            m_insert.exec();
            m_insert.reset();
            from += rows;
        }
    }
    /// With the narrowest of 1, 2 and 4 bytes that holds every value.
    template <typename T>
    void codes(const char *table, const char *name, const std::vector<T> &values)
    {
        const T highest = values.empty() ? T(0) : *std::max_element(values.begin(), values.end());
        if (highest <= 0xFF)
            column<std::uint8_t>(table, name, values);
        else if (highest <= 0xFFFF)
            column<std::uint16_t>(table, name, values);
        else
            column<std::uint32_t>(table, name, values);
    }
    void amounts(const char *table, const char *name, const std::vector<std::int64_t> &values)
    {
        const bool fits = std::all_of(values.begin(), values.end(), [](std::int64_t value) {
            return value == std::int32_t(value);
        });
        if (fits)
            column<std::int32_t>(table, name, values);
        else
            column<std::int64_t>(table, name, values);
    }

private:
    SQLite::Statement m_insert;
    std::int64_t m_version;
};

/// False where the pieces do not fit together.
class Reader
{
public:
    Reader(SQLite::Database &connection, std::int64_t version)
        : m_connection(connection), m_version(version)
    {}

    /// \a expected values; empty: as many as there are, at least one.
    template <typename T>
    bool column(const char *table, const char *name, std::optional<std::size_t> expected,
                std::vector<T> &values)
    {
        values.clear();
        values.reserve(std::min(expected.value_or(0), mostReserved));
        const std::size_t most = expected.value_or(std::numeric_limits<std::uint32_t>::max());
        RowCursor piece(m_connection, std::string("SELECT seq, width, rows, data FROM column_cache "
                                                  "WHERE tab = '")
                                          + table + "' AND col = '" + name + "' AND version = "
                                          + std::to_string(m_version) + " ORDER BY seq");
        std::int64_t seq = 0;
        while (piece.next()) {
            const auto width = std::size_t(piece.integer(1));
            const std::int64_t rows = piece.integer(2);
            const void *data = sqlite3_column_blob(piece.statement(), 3);
            const auto bytes = std::size_t(sqlite3_column_bytes(piece.statement(), 3));
            if (piece.integer(0) != seq++ || rows < 0 || width > sizeof(T)
                || std::size_t(rows) > most - values.size() || bytes != width * std::size_t(rows))
                return false;
            const std::size_t from = values.size();
            values.resize(from + std::size_t(rows));
            if (rows == 0)
                continue;
            switch (width) {
            case 1:
                widen<std::uint8_t>(data, values, from);
                break;
            case 2:
                widen<std::uint16_t>(data, values, from);
                break;
            case 4:
                if constexpr (sizeof(T) == 8)
                    widen<std::int32_t>(data, values, from);
                else
                    widen<std::uint32_t>(data, values, from);
                break;
            case 8:
                widen<std::int64_t>(data, values, from);
                break;
            default:
                return false;
            }
        }
        values.shrink_to_fit();
        return expected ? values.size() == *expected : !values.empty();
    }

private:
    template <typename Narrow, typename T>
    static void widen(const void *data, std::vector<T> &values, std::size_t from)
    {
        if constexpr (sizeof(Narrow) == sizeof(T)) {
            std::memcpy(values.data() + from, data, (values.size() - from) * sizeof(T));
        } else {
            const auto *bytes = static_cast<const char *>(data);
            for (std::size_t i = from; i < values.size(); ++i, bytes += sizeof(Narrow)) {
                Narrow value;
                std::memcpy(&value, bytes, sizeof value);
                values[i] = T(value);
            }
        }
    }

    SQLite::Database &m_connection;
    std::int64_t m_version;
};

bool isOffsets(const std::vector<std::uint32_t> &first)
{
    return first.front() == 0 && std::is_sorted(first.begin(), first.end());
}

template <typename Codes>
bool areBelow(const Codes &codes, qsizetype count)
{
    return codes.empty() || qsizetype(*std::max_element(codes.begin(), codes.end())) < count;
}

/// Each customer's rows stand in order of time: every answer relies on it.
bool isOrdered(const std::vector<std::uint32_t> &first, const std::vector<std::uint32_t> &time)
{
    for (std::size_t customer = 0; customer + 1 < first.size(); ++customer)
        if (!std::is_sorted(time.begin() + first[customer], time.begin() + first[customer + 1]))
            return false;
    return true;
}

/// Far enough from the ends of 64 bits that days and sums of times cannot overflow.
bool isEpoch(std::int64_t seconds)
{
    constexpr std::int64_t farthest = 1'000'000'000'000'000;
    return seconds >= -farthest && seconds <= farthest;
}

/// What purchases and events have in common; \a rows gets their number.
template <typename Columns>
bool readFacts(Reader &reader, const char *table, Columns &columns, std::size_t &rows)
{
    std::vector<std::int64_t> epoch;
    if (!reader.column(table, "first", {}, columns.first)
        || !reader.column(table, "epoch", 1, epoch) || !isEpoch(epoch.front()))
        return false;
    columns.epoch = epoch.front();
    rows = columns.first.back();
    return isOffsets(columns.first) && reader.column(table, "time", rows, columns.time)
           && reader.column(table, "row", rows, columns.row)
           && isOrdered(columns.first, columns.time);
}

bool readPurchases(Reader &reader, PurchaseColumns &columns)
{
    std::size_t rows = 0;
    return readFacts(reader, "purchase", columns, rows)
           && reader.column("purchase", "amount", rows, columns.amount)
           && reader.column("purchase", "category", rows, columns.category)
           && areBelow(columns.category, columns.categories.size());
}

bool readEvents(Reader &reader, EventColumns &columns)
{
    std::size_t rows = 0;
    return readFacts(reader, "event", columns, rows)
           && reader.column("event", "name", rows, columns.name)
           && areBelow(columns.name, columns.names.size());
}

} // namespace

QString cachedFacts(SQLite::Database &connection)
{
    SQLite::Statement mark(connection, "SELECT value FROM setting WHERE key = ?");
    mark.bind(1, Workspace::columnCacheMark);
    return mark.executeStep() ? QString::fromUtf8(mark.getColumn(0).getText()) : QString();
}

Result<bool> readCache(Database &database, const QString &version, CachedFacts &facts)
{
    return database.attempt([&](SQLite::Database &connection) {
        // Asked again within the transaction that reads the rows.
        if (cachedFacts(connection).isEmpty())
            return false;
        Reader reader(connection, numberOf(version));
        Snapshot terms;
        loadTerms(connection, terms);
        facts.purchases.categories = terms.purchases.categories;
        facts.events.names = terms.events.names;
        return readPurchases(reader, facts.purchases) && readEvents(reader, facts.events);
    });
}

bool takeCached(CachedFacts facts, Snapshot &snapshot)
{
    const std::size_t offsets = snapshot.customers() + 1;
    if (facts.purchases.first.size() != offsets || facts.events.first.size() != offsets)
        return false;
    snapshot.purchases = std::move(facts.purchases);
    snapshot.events = std::move(facts.events);
    return true;
}

Result<void> storeCache(const Workspace &workspace, const Snapshot &snapshot,
                        std::uint64_t factChanges, const Progress &progress, qint64 atLeast)
{
    // Currencies that count one to one would have to be named again: rare enough to read the rows.
    if (workspace.isReadOnly() || !snapshot.unconvertedCurrencies.isEmpty()
        || qint64(snapshot.purchases.size() + snapshot.events.size()) < atLeast)
        return {};
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    const CancelGuard guard(database->handle(), progress);
    const std::int64_t version = numberOf(snapshot.version);
    const auto stored = database->attempt([&](SQLite::Database &connection) -> Result<void> {
        progress.report(-1, QCoreApplication::translate("Customers", "Preparing a quicker opening"));
        // What is deleted here stands in the rows as well: overwriting it would protect nobody.
        connection.exec("PRAGMA secure_delete = FAST");
        SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
        if (workspace.factChanges() != factChanges || workspace.hasColumnCache())
            return {};
        connection.exec("DELETE FROM column_cache");
        Writer writer(connection, version);
        const PurchaseColumns &purchases = snapshot.purchases;
        writer.column<std::uint32_t>("purchase", "first", purchases.first);
        writer.column<std::int64_t>("purchase", "epoch", std::vector{purchases.epoch});
        writer.column<std::uint32_t>("purchase", "time", purchases.time);
        writer.amounts("purchase", "amount", purchases.amount);
        writer.codes("purchase", "category", purchases.category);
        writer.column<std::uint32_t>("purchase", "row", purchases.row);
        const EventColumns &events = snapshot.events;
        writer.column<std::uint32_t>("event", "first", events.first);
        writer.column<std::int64_t>("event", "epoch", std::vector{events.epoch});
        writer.column<std::uint32_t>("event", "time", events.time);
        writer.codes("event", "name", events.name);
        writer.column<std::uint32_t>("event", "row", events.row);
        SQLite::Statement mark(connection,
                               "INSERT OR REPLACE INTO setting(key, value) VALUES(?, ?)");
        mark.bind(1, Workspace::columnCacheMark);
        mark.bind(2, factsOf(snapshot.version).toStdString());
        mark.exec();
        if (progress.isCancelled())
            return Error::cancelled();
        transaction.commit();
        workspace.noteColumnCache(factChanges);
        return {};
    });
    return progress.isCancelled() && !stored ? Result<void>(Error::cancelled()) : stored;
}

} // namespace Customers
