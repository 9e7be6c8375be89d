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
inline constexpr DrawCount fullDraws{600, 1024};
inline constexpr DrawCount coarseDraws{160, 256};

/// Interval of the total value from what is not known about the parameters: vectors drawn from the
/// normal of their logarithms. The total under each is the fitted total times a ratio measured on
/// some customers, chosen systematically with probability proportional to their value, so that the
/// effort does not grow with the number of customers.
[[nodiscard]] Interval totalInterval(const PurchaseModel &model, const Fit &fit,
                                     const SpendForecast &spend, const PurchaseSummary &summary,
                                     std::span<const double> clv, const ValueTerms &terms,
                                     double level, std::uint64_t seed,
                                     const DrawCount &count = fullDraws);

/// Interval of each customer's own future, by simulation at the fitted parameters: alive or not,
/// how long, how many purchases, how much each. Customers with the same x and T share the draws of
/// a future that begins alive; their P(alive) and spend enter exactly.
void customerIntervals(const PurchaseModel &model, const Fit &fit, const SpendForecast &spend,
                       const PurchaseRows &rows, const Prediction &prediction,
                       const ValueTerms &terms, double level, std::uint64_t seed,
                       std::vector<double> &low, std::vector<double> &high);

} // namespace Clv
