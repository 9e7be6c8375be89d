#pragma once

#include "models/clv/clvresult.h"
#include "ui/charts/curveschart.h"

/// What sBG and BdW say of subscriptions, all cohorts together: observed against fitted.
namespace ContractCharts {

/// The share of subscriptions that outlives each number of renewals.
[[nodiscard]] Curves survival(const std::vector<Clv::SurvivalPoint> &points, const Display &display);
/// The share that renews each time, of those that came up for it.
[[nodiscard]] Curves retention(const std::vector<Clv::SurvivalPoint> &points,
                               const Display &display);

} // namespace ContractCharts
