#include "models/customers/snapshot.h"

#include "models/customers/columncache.h"
#include "models/customers/columnloader.h"
#include "models/customers/factloader.h"
#include "models/workspace/readergroup.h"
#include "models/workspace/settings.h"

#include <algorithm>

namespace Customers {
namespace {

template <typename T>
std::size_t bytesOf(const std::vector<T> &column)
{
    return column.capacity() * sizeof(T);
}

QString factsOf(qint64 rows, qint64 highest)
{
    return QString::number(rows) + u'.' + QString::number(highest);
}

/// Counts and highest ids of customers, purchases and events, each asked of its own: together they
/// would look at every row.
QString factsOf(SQLite::Database &connection)
{
    QStringList parts;
    for (const char *table : {"customer", "purchase", "event"}) {
        const std::string from = std::string(" FROM ") + table;
        parts.append(
            factsOf(connection.execAndGet("SELECT count(*)" + from).getInt64(),
                    connection.execAndGet("SELECT ifnull(max(id), 0)" + from).getInt64()));
    }
    return parts.join(u'-');
}

/// \a known are the facts where somebody has counted already.
Result<QString> versionOf(const Workspace &workspace, Database &database, const Currency &currency,
                          const QString &known = {})
{
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(
            connection, "SELECT (SELECT ifnull(max(id), 0) || '.' || count(undone) || '.' || "
                        "ifnull(sum(undone), 0) FROM import_batch),"
                        " (SELECT count(*) || '.' || ifnull(max(id), 0) || '.' || "
                        "ifnull(sum(amount), 0) FROM cost),"
                        " (SELECT count(*) FROM attribute),"
                        " (SELECT count(*) || '.' || ifnull(max(id), 0) || '.' || "
                        "ifnull(sum(ended_on), 0) FROM subscription),"
                        " (SELECT count(*) || '.' || ifnull(max(id), 0) || '.' || "
                        "ifnull(sum(score), 0) FROM survey),"
                        " (SELECT count(*) || '.' || ifnull(max(id), 0) FROM summary)");
        query.executeStep();
        const auto part = [&query](int i) {
            return u'-' + QString::fromUtf8(query.getColumn(i).getText());
        };
        // With columns that are known to be those of the rows, even counting would be the longest part.
        QString facts = known;
        if (facts.isEmpty() && workspace.hasColumnCache())
            facts = cachedFacts(connection);
        if (facts.isEmpty())
            facts = factsOf(connection);
        return QString(currency.code + part(0) + u'-' + facts + part(1) + part(2) + part(3) + part(4)
                       + part(5));
    });
}

} // namespace

CustomerIndex Snapshot::buyers() const
{
    CustomerIndex buyers = 0;
    for (CustomerIndex customer = 0; customer < customers(); ++customer) {
        const auto begin = purchases.amount.begin() + purchases.first[customer];
        const auto end = purchases.amount.begin() + purchases.first[customer + 1];
        buyers += std::any_of(begin, end, [](std::int64_t amount) { return amount >= 0; });
    }
    return buyers;
}

CustomerIndex Snapshot::indexOf(CustomerId customer) const
{
    const auto at = std::ranges::lower_bound(customerRow, customer.value);
    return at != customerRow.end() && *at == customer.value
               ? CustomerIndex(at - customerRow.begin())
               : customers();
}

const CodedColumn *Snapshot::codedColumn(const QString &field) const
{
    const auto at = std::ranges::find(coded, field, &CodedColumn::field);
    return at != coded.end() ? &*at : nullptr;
}

std::size_t Snapshot::memoryBytes() const
{
    std::size_t bytes = bytesOf(customerRow) + bytesOf(acquiredDay) + bytesOf(acquisitionCost)
                        + bytesOf(purchases.first) + bytesOf(purchases.time)
                        + bytesOf(purchases.amount) + bytesOf(purchases.category)
                        + bytesOf(purchases.row) + bytesOf(events.first) + bytesOf(events.time)
                        + bytesOf(events.name) + bytesOf(events.row)
                        + bytesOf(subscriptions.customer) + bytesOf(subscriptions.startedDay)
                         + bytesOf(subscriptions.endedDay) + bytesOf(subscriptions.price)
                         + bytesOf(summaries.customer) + bytesOf(summaries.x)
                         + bytesOf(summaries.lastDays) + bytesOf(summaries.ageDays)
                         + bytesOf(summaries.meanSpend);
    for (const SurveyColumn &column : surveys)
        bytes += bytesOf(column.customer) + bytesOf(column.time) + bytesOf(column.score);
    for (const CodedColumn &column : coded)
        bytes += bytesOf(column.code);
    for (const NumberColumn &column : numbers)
        bytes += bytesOf(column.value);
    return bytes;
}

Result<QString> snapshotVersion(const Workspace &workspace)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    if (!settings)
        return settings.error();
    return versionOf(workspace, *database, settings->currency);
}

namespace {

/// Below so many rows further connections cost more than they save.
constexpr qint64 rowsForReaders = 200'000;
constexpr unsigned mostReaders = 8; ///< each holds pages of the file in memory

Result<qint64> mostRows(const Workspace &workspace)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([](SQLite::Database &connection) {
        qint64 rows = 0;
        for (const char *table : {"customer", "purchase", "event"})
            rows += mostRowsOf(connection, table);
        return rows;
    });
}

/// Customers and, beside them, purchases and events from the cache. False: the cache is not to be
/// used, and only the customers are there.
Result<bool> loadCached(const Workspace &workspace, ReaderGroup &readers, Snapshot &snapshot,
                        const Progress &progress)
{
    const Result<QString> version = versionOf(workspace, readers.first(), snapshot.currency);
    if (!version)
        return version.error();
    snapshot.version = *version;
    CachedFacts facts;
    bool isCached = false;
    const Result<void> read = readers.run(
        {[&](Database &database, const Progress &) { return loadCustomers(database, snapshot); },
         [&](Database &database, const Progress &) -> Result<void> {
             // Whatever may be wrong with the cache: the rows are there.
             const Result<bool> loaded = readCache(database, snapshot.version, facts);
             isCached = loaded && *loaded;
             return {};
         }},
        progress);
    if (!read)
        return read.error();
    return isCached && takeCached(std::move(facts), snapshot);
}

/// Customers, purchases and events from their rows.
Result<void> loadRows(const Workspace &workspace, ReaderGroup &readers, bool hasCustomers,
                      Snapshot &snapshot, const Progress &progress)
{
    RowCount count(progress.part(0, 0.9));
    using Facts = FactLoader::Facts;
    Result<FactLoader> purchases =
        FactLoader::prepare(readers.first(), Facts::Purchases, snapshot.currency, count);
    if (!purchases)
        return purchases.error();
    Result<FactLoader> events =
        FactLoader::prepare(readers.first(), Facts::Events, snapshot.currency, count);
    if (!events)
        return events.error();
    std::vector<ReaderGroup::Work> works;
    if (!hasCustomers)
        works.push_back(
            [&](Database &database, const Progress &) { return loadCustomers(database, snapshot); });
    for (FactLoader *loader : {&*purchases, &*events})
        std::ranges::move(loader->works(), std::back_inserter(works));
    if (const auto read = readers.run(works, progress); !read)
        return read;
    const QString facts =
        QStringList{factsOf(qint64(snapshot.customers()),
                            snapshot.customerRow.empty() ? 0 : snapshot.customerRow.back()),
                    factsOf(purchases->extent().first, purchases->extent().second),
                    factsOf(events->extent().first, events->extent().second)}
            .join(u'-');
    const Result<QString> version =
        versionOf(workspace, readers.first(), snapshot.currency, facts);
    if (!version)
        return version.error();
    snapshot.version = *version;
    const CustomerIndexMap map(snapshot.customerRow);
    for (FactLoader *loader : {&*purchases, &*events}) {
        if (progress.isCancelled())
            return Error::cancelled();
        if (const auto clustered = loader->cluster(map, snapshot); !clustered)
            return clustered;
    }
    return {};
}

} // namespace

Result<SnapshotPtr> loadSnapshot(const Workspace &workspace, const Progress &progress)
{
    const Result<qint64> rows = mostRows(workspace);
    if (!rows)
        return rows.error();
    Result<ReaderGroup> readers =
        ReaderGroup::open(workspace, *rows < rowsForReaders ? 1 : mostReaders);
    if (!readers)
        return readers.error();
    Database &database = readers->first();
    const Result<WorkspaceSettings> settings = Settings::load(database);
    if (!settings)
        return settings.error();
    const auto snapshot = std::make_shared<Snapshot>();
    snapshot->currency = settings->currency;
    bool hasCustomers = false;
    bool hasFacts = false;
    if (workspace.hasColumnCache()) {
        const Result<bool> cached = loadCached(workspace, *readers, *snapshot, progress);
        if (!cached)
            return cached.error();
        hasCustomers = true;
        hasFacts = *cached;
    }
    if (!hasFacts) {
        if (const auto read = loadRows(workspace, *readers, hasCustomers, *snapshot, progress); !read)
            return read.error();
    }
    measureExtents(*snapshot);
    const CustomerIndexMap map(snapshot->customerRow);
    if (const auto read = loadCosts(database, *snapshot); !read)
        return read.error();
    if (const auto read = loadSubscriptions(database, map, *snapshot); !read)
        return read.error();
    if (const auto read = loadSurveys(database, map, *snapshot, progress); !read)
        return read.error();
    if (const auto read = loadSummaries(database, map, *snapshot); !read)
        return read.error();
    if (progress.isCancelled())
        return Error::cancelled();
    return SnapshotPtr(snapshot);
}

} // namespace Customers
