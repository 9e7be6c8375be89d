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

/// Parameter vectors to draw, and customers to measure each of them on.
struct DrawCount
{
    int parameters = 600;
    std::size_t customers = 1024;
};
inline constexpr DrawCount fullDraws{400, 200};
inline constexpr DrawCount coarseDraws{160, 100};

/// Interval of the total value from what is not known about the parameters: vectors drawn from the
/// normal of their logarithms. The total under each is the fitted total times a ratio measured on
/// some customers, taken systematically along the sorted rows with probability proportional
/// to value, so that every kind of customer is there in its share and the effort does not grow with
/// their number.
[[nodiscard]] Interval totalInterval(const PurchaseModel &model, const Fit &fit,
                                     const SpendForecast &spend, const PurchaseSummary &summary,
                                     const PurchaseRows &rows, std::span<const double> clv,
                                     const ValueTerms &terms, double level, std::uint64_t seed,
                                     const DrawCount &count = fullDraws);

/// Interval of each customer's own future, by simulation at the fitted parameters: alive or not,
/// how long, how many purchases, how much each. Customers with the same x and T share the draws of
/// a future that begins alive; their P(alive) and spend enter exactly.
void customerIntervals(const PurchaseModel &model, const Fit &fit, const SpendForecast &spend,
                       const PurchaseRows &rows, const Prediction &prediction,
                       const ValueTerms &terms, double level, std::uint64_t seed,
                       std::vector<double> &low, std::vector<double> &high);

} // namespace Clv
