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

/// Fills purchases and events of \a snapshot, whose customers are read, from the cache. False: there
/// is none that can be trusted (Workspace::hasColumnCache()), it belongs to another version, or its
/// pieces do not fit together; the rows must be read.
Result<bool> loadFromCache(const Workspace &workspace, Database &database, Snapshot &snapshot);

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
