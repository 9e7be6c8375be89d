#pragma once

#include "models/clv/valuation.h"

#include <cstdint>
#include <span>
#include <vector>

namespace Clv {

struct Interval
{
    double low = notAvailable;
    double high = notAvailable;
};

/// Interval of the total value from what is not known about the parameters: 600 vectors drawn from
/// the normal of their logarithms. The total under each is the fitted total times a ratio measured
/// on up to 1,024 customers, chosen systematically with probability proportional to their value, so
/// that the effort does not grow with the number of customers.
[[nodiscard]] Interval totalInterval(const PurchaseModel &model, const Fit &fit,
                                     const SpendForecast &spend, const PurchaseSummary &summary,
                                     std::span<const double> clv, const ValueTerms &terms,
                                     double level, std::uint64_t seed);

/// Interval of each customer's own future, by simulation at the fitted parameters: alive or not,
/// how long, how many purchases, how much each. Customers with the same x and T share the draws of
/// a future that begins alive; their P(alive) and spend enter exactly.
void customerIntervals(const PurchaseModel &model, const Fit &fit, const SpendForecast &spend,
                       const PurchaseRows &rows, const Prediction &prediction,
                       const ValueTerms &terms, double level, std::uint64_t seed,
                       std::vector<double> &low, std::vector<double> &high);

} // namespace Clv
