#include "models/customers/snapshot.h"

#include "models/customers/columncache.h"
#include "models/customers/columnloader.h"
#include "models/workspace/settings.h"

#include <algorithm>

namespace Customers {
namespace {

template <typename T>
std::size_t bytesOf(const std::vector<T> &column)
{
    return column.capacity() * sizeof(T);
}

/// Counts and highest ids of customers, purchases and events, each asked of its own: together they
/// would look at every row.
QString factsOf(SQLite::Database &connection)
{
    QStringList parts;
    for (const char *table : {"customer", "purchase", "event"}) {
        const std::string from = std::string(" FROM ") + table;
        parts.append(
            QString::number(connection.execAndGet("SELECT count(*)" + from).getInt64()) + u'.'
            + QString::number(connection.execAndGet("SELECT ifnull(max(id), 0)" + from).getInt64()));
    }
    return parts.join(u'-');
}

Result<QString> versionOf(const Workspace &workspace, Database &database, const Currency &currency)
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
        QString facts = workspace.hasColumnCache() ? cachedFacts(connection) : QString();
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

Result<SnapshotPtr> loadSnapshot(const Workspace &workspace, const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const auto snapshot = std::make_shared<Snapshot>();
    // One read transaction, so that an import that commits meanwhile is seen by all columns or
    // none.
    if (const auto begun =
            database->attempt([](SQLite::Database &connection) { connection.exec("BEGIN"); });
        !begun)
        return begun.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    if (!settings)
        return settings.error();
    snapshot->currency = settings->currency;
    Result<QString> version = versionOf(workspace, *database, snapshot->currency);
    if (!version)
        return version.error();
    snapshot->version = *version;
    if (const auto read = loadCustomers(*database, *snapshot, progress.part(0, 0.1)); !read)
        return read.error();
    const CustomerIndexMap map(snapshot->customerRow);
    const Result<bool> cached = loadFromCache(workspace, *database, *snapshot);
    if (progress.isCancelled())
        return Error::cancelled();
    // Whatever may be wrong with the cache: the rows are there.
    if (!cached || !*cached) {
        if (const auto read = loadPurchases(*database, map, *snapshot, progress.part(0.1, 0.6));
            !read)
            return read.error();
        if (const auto read = loadEvents(*database, map, *snapshot, progress.part(0.6, 1)); !read)
            return read.error();
    }
    if (const auto read = loadCosts(*database, *snapshot); !read)
        return read.error();
    if (const auto read = loadSubscriptions(*database, map, *snapshot); !read)
        return read.error();
    if (const auto read = loadSurveys(*database, map, *snapshot, progress); !read)
        return read.error();
    if (const auto read = loadSummaries(*database, map, *snapshot); !read)
        return read.error();
    if (progress.isCancelled())
        return Error::cancelled();
    return SnapshotPtr(snapshot);
}

} // namespace Customers
