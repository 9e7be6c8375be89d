#pragma once

#include "models/core/progress.h"
#include "models/workspace/database.h"

#include <cstdint>

namespace Import {

/// Tables whose rows name a customer.
inline constexpr const char *customerTables[] = {"purchase",     "event",       "survey", "interaction",
                                          "subscription", "deal_change", "summary"};

/// Puts back what updates of \a batch replaced. Where a later import changed the same value again,
/// the value before both goes into that import's memory instead, so that undoing works in any
/// order. Throws SQLite::Exception.
void restoreValues(Database &database, SQLite::Database &connection, std::int64_t batch,
                   const Progress &progress);

} // namespace Import
