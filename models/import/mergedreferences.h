#pragma once

#include "models/workspace/database.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace Import {

/// The references of customers that were merged into another one, with the row id of the one that
/// stayed: rows of later files that name them belong to it. A reference that a customer has again
/// is left out, as are merges that were undone. Throws SQLite::Exception.
[[nodiscard]] std::vector<std::pair<std::string, std::int64_t>>
mergedReferences(SQLite::Database &connection);

} // namespace Import
