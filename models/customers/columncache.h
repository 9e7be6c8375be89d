#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"
#include "models/workspace/database.h"

#include <QString>

/// The clustered columns of purchases and events as they lie in memory, kept in the file so that the
/// next opening need not read and sort the rows. Never holds what the rows do not: it may be dropped
/// at any time, and a copy is saved without it.
namespace Customers {

/// Below so many purchases and events reading the rows is quick enough.
inline constexpr qint64 cachedFrom = 2'000'000;

/// Purchases and events as the cache holds them, not yet checked against the customers.
struct CachedFacts
{
    PurchaseColumns purchases;
    EventColumns events;
};

/// Reads the cache of \a version. False: there is none of this version, or its pieces do not fit
/// together; the rows must be read. Ask Workspace::hasColumnCache() before.
Result<bool> readCache(Database &database, const QString &version, CachedFacts &facts);

/// Moves \a facts into \a snapshot, whose customers are read. False, and nothing is taken: they are
/// not of these customers.
[[nodiscard]] bool takeCached(CachedFacts facts, Snapshot &snapshot);

/// What storeCache() noted of the counts and highest ids of customers, purchases and events; empty:
/// there is no cache.
[[nodiscard]] QString cachedFacts(SQLite::Database &connection);

/// Writes the cache for \a snapshot, which was loaded when Workspace::factChanges() was
/// \a factChanges, and drops an older one. Does nothing for a small workspace, a read-only one, one
/// whose rows have changed since, or where the cache is there already.
Result<void> storeCache(const Workspace &workspace, const Snapshot &snapshot,
                        std::uint64_t factChanges, const Progress &progress = {},
                        qint64 atLeast = cachedFrom);

} // namespace Customers
