#pragma once

#include <span>
#include <vector>

namespace Clv {

/// How unequally a total is spread over customers: the Lorenz curve and its Gini coefficient.
/// Negative values count as zero, values that are not known are left out.
struct Concentration
{
    std::vector<double> sorted;     ///< values, ascending
    std::vector<double> cumulative; ///< sums of `sorted`
    double gini = 0;                ///< 0: all alike; towards 1: everything with one customer

    [[nodiscard]] std::size_t size() const { return sorted.size(); }
    /// Share of the total that the customers with the smallest values hold, up to the share \a
    /// customers (0 to 1) of them: the Lorenz curve, between two customers a straight line.
    [[nodiscard]] double shareOfLowest(double customers) const;
    /// Share of customers with a value of at most \a value.
    [[nodiscard]] double customersUpTo(double value) const;
};
[[nodiscard]] Concentration concentration(std::span<const double> values);

} // namespace Clv
