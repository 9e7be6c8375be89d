#pragma once

#include <string>
#include <vector>

namespace Import {

struct ImportPlan;

/// Columns of the kind's table that together name one row, by which rows that the workspace knows
/// are found: an order's id, a deal's change of stage, the start of a customer's subscription.
/// Empty: rows have nothing of the kind, or no column of the file holds it. Not for customers.
[[nodiscard]] std::vector<std::string> keyColumns(const ImportPlan &plan);

/// Whether the mode asks which rows are known already.
[[nodiscard]] bool looksUpRows(const ImportPlan &plan);

/// Whether keys must be followed: to find known rows, or to merge rows of one order.
[[nodiscard]] bool followsKeys(const ImportPlan &plan);

/// The key of each row of the workspace as text, the same as RowConverter makes: id and key.
[[nodiscard]] std::string knownKeysQuery(const std::string &table,
                                         const std::vector<std::string> &columns);

/// Between the parts of a key.
inline constexpr char keySeparator = '\x1f';

} // namespace Import
