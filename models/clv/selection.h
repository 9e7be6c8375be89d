#pragma once

#include "models/clv/clvresult.h"

#include <optional>
#include <utility>
#include <vector>

namespace Clv {

/// What customers with a lifetime value within a range have in common.
struct SelectionSummary
{
    qint64 customers = 0;
    double totalClv = 0;
    double meanClv = notAvailable;
    double share = notAvailable;             ///< of the CLV of all
    qint64 active = 0;                       ///< P(alive) ≥ 0.5
    double meanAlive = notAvailable;
    double expectedPurchases = notAvailable; ///< per customer, within the result's horizon
};
/// Positions by CLV, ascending; equal ones by position, those without a CLV last. As it stands in
/// \a values where it is known there.
[[nodiscard]] std::vector<std::uint32_t> orderByValue(const CustomerValues &values);

/// Both ends belong to \a range; none: all customers.
[[nodiscard]] SelectionSummary
summariseSelection(const CustomerValues &values,
                   const std::optional<std::pair<double, double>> &range);

} // namespace Clv
