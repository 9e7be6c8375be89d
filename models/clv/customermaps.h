#pragma once

#include "models/clv/clvresult.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace Clv {

/// A grid of customers who differ by what the models know of them: the number of repeat purchases
/// (columns) and the periods of silence since the last one (rows). All of the same age, the one that
/// nine tenths of the customers do not exceed; a customer of the first column is as old as silent.
/// Where the model counts opportunities all of it is in whole ones, and nobody has bought more often
/// than there were any.
struct CustomerGrid
{
    std::vector<double> frequency; ///< column values
    std::vector<double> recency;   ///< row values: periods of silence
    double age = 0;                ///< periods
    bool isCounted = false;        ///< periods are opportunities

    [[nodiscard]] std::size_t size() const { return frequency.size() * recency.size(); }
    [[nodiscard]] double x(std::size_t cell) const { return frequency[cell % frequency.size()]; }
    [[nodiscard]] double tx(std::size_t cell) const;
    [[nodiscard]] double T(std::size_t cell) const;
    /// Whether there can be such a customer: of counted opportunities nobody buys at more than came
    /// before the silence.
    [[nodiscard]] bool isPossible(std::size_t cell) const;
};
/// Empty without customers.
[[nodiscard]] CustomerGrid customerGrid(const ClvResult &result, int columns, int rows);

/// Repeat purchases that the model expects within the next \a periods.
struct PurchaseMap
{
    std::vector<double> frequency;
    std::vector<double> recency;
    /// Row-major, recency.size() × frequency.size(); NaN: there can be no such customer.
    std::vector<double> expected;
    double periods = 0;
};
[[nodiscard]] PurchaseMap purchaseMap(const ClvResult &result, double periods, int columns = 31,
                                      int rows = 24);

/// Periods of a year, by the calendar: how far the map of the page looks.
[[nodiscard]] double oneYear(PeriodUnit period);

/// How many customers with a CLV within \a range lie in each cell of the grid; those beyond its
/// edges count in the last column or row. No range: all.
[[nodiscard]] std::vector<std::uint32_t>
customersPerCell(const CustomerValues &values, const std::vector<double> &frequency,
                 const std::vector<double> &recency,
                 const std::optional<std::pair<double, double>> &range);

} // namespace Clv
