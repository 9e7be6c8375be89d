#pragma once

#include "models/workspace/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace Import {

/// A customer that went into another one.
struct MergedCustomer
{
    std::string reference;
    std::int64_t keep = 0;  ///< row id of the one that stayed
    std::int64_t batch = 0; ///< the merge
};

/// All customers that merges took out, by row id, without merges that were undone. Throws
/// SQLite::Exception.
[[nodiscard]] std::map<std::int64_t, MergedCustomer> mergedCustomers(SQLite::Database &connection);

/// The references of customers that were merged into another one, with the row id of the one that
/// stayed: rows of later files that name them belong to it. A reference that a customer has again
/// is left out. Throws SQLite::Exception.
[[nodiscard]] std::vector<std::pair<std::string, std::int64_t>>
mergedReferences(SQLite::Database &connection);

} // namespace Import
