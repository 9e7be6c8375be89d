#pragma once

#include "models/clv/population.h"
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

/// Bounds of a total. What will come differs from what is expected by chance, and the expectation
/// from the truth by what is not known about the parameters.
struct TotalBounds
{
    Interval expected; ///< of the expectation: parameters alone
    Interval outcome;  ///< of what will come: parameters and chance
};

/// Parameter vectors to draw, customers to measure each of them on, and futures to draw for each of
/// these.
struct DrawCount
{
    int parameters = 600;
    std::size_t customers = 1024;
    int futures = 200;
};
inline constexpr DrawCount fullDraws{400, 200, 200};
inline constexpr DrawCount coarseDraws{160, 100, 100};

/// A fitted process with the customers it values.
struct ValuedPopulation
{
    const PurchaseProcess &process;
    const Fit &fit;
    const SpendForecast &spend;
    const PurchaseSummary &summary;
    const std::vector<CustomerGroup> &groups;
    const std::vector<Prediction> &predictions; ///< of each group
};

/// Bounds of the total value. Parameters: vectors drawn from the normal of their logarithms; the
/// total under each is the fitted total times a ratio measured on some customers, taken
/// systematically along the sorted rows with probability proportional to value, so that every kind
/// of customer is there in its share and the effort does not grow with their number. Chance: the
/// variance of the same customers' simulated futures, scaled up; the sum over many independent
/// customers is close to normal.
[[nodiscard]] TotalBounds totalInterval(const ValuedPopulation &population, const ValueTerms &terms,
                                        double level, std::uint64_t seed,
                                        const DrawCount &count = fullDraws);

/// Interval of each customer's own future, by simulation at the fitted parameters: alive or not,
/// how long, how many purchases, how much each. Customers with the same x and T share the draws of
/// a future that begins alive; their P(alive) and spend enter exactly.
void customerIntervals(const ValuedPopulation &population, const ValueTerms &terms, double level,
                       std::uint64_t seed, std::vector<double> &low, std::vector<double> &high);

} // namespace Clv
