#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace Clv {

/// Customers with the same number of repeat purchases x, time of the last one tx and age T stand in
/// one row with a weight: the likelihood of all is the weighted sum over rows. Sorted by x, then T,
/// then tx.
struct PurchaseRows
{
    std::vector<double> x;
    std::vector<double> tx;            ///< in periods
    std::vector<double> T;             ///< in periods
    std::vector<double> weight;        ///< number of customers
    std::vector<std::uint32_t> xIndex; ///< position of the row's x in xValue
    std::vector<double> xValue;        ///< distinct x, ascending
    std::vector<double> xWeight;       ///< customers with that x
    std::vector<std::uint32_t> rowOf;  ///< per customer, in the order given; empty after thinned()
    double customers = 0;              ///< sum of the weights

    [[nodiscard]] std::size_t size() const { return x.size(); }
};

/// \a tx is brought into [0, T]; where x is 0 it is 0. The customers' own order does not change the
/// rows. \a unitsPerPeriod: days per period, so that whole days can be sorted as whole numbers;
/// times that are not whole days are fine too, only slower.
[[nodiscard]] PurchaseRows groupRows(std::span<const std::uint32_t> x, std::span<const double> tx,
                                     std::span<const double> T, double unitsPerPeriod = 7);

/// Every k-th row with k-fold weight, about \a rows of them: enough to come close to the maximum
/// cheaply.
[[nodiscard]] PurchaseRows thinned(const PurchaseRows &rows, std::size_t count);

/// Sums that start values are guessed from.
struct RowTotals
{
    double x = 0;
    double T = 0;
    double meanRate = 0; ///< repeat purchases per period and customer
    double meanAge = 0;
};
[[nodiscard]] RowTotals totals(const PurchaseRows &rows);

} // namespace Clv
