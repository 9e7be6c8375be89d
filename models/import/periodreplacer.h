#pragma once

#include "models/workspace/database.h"

#include <cstdint>
#include <string>

namespace Import {

/// Takes the rows of \a table with \a first ≤ \a column ≤ \a last and an id up to \a lastKnown out of
/// the workspace and keeps them whole in previous_value under \a batch, so that undoing the import
/// brings them back. Returns how many. Throws SQLite::Exception.
std::int64_t removePeriod(SQLite::Database &connection, const std::string &table,
                          const std::string &column, std::int64_t first, std::int64_t last,
                          std::int64_t lastKnown, std::int64_t batch);

} // namespace Import
