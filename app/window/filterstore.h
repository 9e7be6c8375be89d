#pragma once

#include "models/core/result.h"
#include "models/insights/analysis.h"
#include "models/workspace/database.h"

#include <optional>

/// The period and comparison that the window shows, kept in the workspace.
namespace FilterStore {

/// Empty: none was chosen yet.
[[nodiscard]] std::optional<Insights::PeriodFilter> load(Database &database);
Result<void> save(Database &database, const Insights::PeriodFilter &filter);

} // namespace FilterStore
