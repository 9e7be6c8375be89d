#include "models/clv/customermaps.h"

#include "models/clv/fittedmodel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Clv {

namespace {

/// Observed time of most customers: the 90 % point of T.
double usualAge(const CustomerValues &values)
{
    std::vector<double> ages = values.T;
    const auto place = ages.begin() + std::ptrdiff_t(double(ages.size() - 1) * 0.9);
    std::nth_element(ages.begin(), place, ages.end());
    return *place;
}

/// The position on an evenly spaced axis that lies closest to \a value.
std::size_t closest(const std::vector<double> &axis, double value)
{
    if (axis.size() < 2)
        return 0;
    const double step = (axis.back() - axis.front()) / double(axis.size() - 1);
    const double place = step > 0 ? std::round((value - axis.front()) / step) : 0;
    return std::size_t(std::clamp(place, 0.0, double(axis.size() - 1)));
}

} // namespace

double CustomerGrid::tx(std::size_t cell) const
{
    if (x(cell) == 0)
        return 0;
    const double last = age - recency[cell / frequency.size()];
    return isCounted ? std::max(last, x(cell)) : last;
}

bool CustomerGrid::isPossible(std::size_t cell) const
{
    return !isCounted || x(cell) == 0 || x(cell) <= age - recency[cell / frequency.size()];
}

double CustomerGrid::T(std::size_t cell) const
{
    return x(cell) == 0 ? recency[cell / frequency.size()] : age;
}

CustomerGrid customerGrid(const ClvResult &result, int columns, int rows)
{
    CustomerGrid grid;
    if (!result.values || result.values->size() == 0 || columns < 1 || rows < 1)
        return grid;
    grid.age = usualAge(*result.values);
    grid.isCounted = modelFromName(result.purchaseFit.model) == Model::BgBb;
    if (grid.isCounted) {
        grid.age = std::round(grid.age);
        const int opportunities = int(std::min(grid.age, 1000.0)) + 1;
        columns = std::min(columns, opportunities);
        // Every row a whole number of opportunities: as many as divide the age.
        rows = std::min(rows, opportunities);
        while (rows > 1 && (opportunities - 1) % (rows - 1) != 0)
            --rows;
    }
    for (int column = 0; column < columns; ++column)
        grid.frequency.push_back(column);
    for (int row = 0; row < rows; ++row)
        grid.recency.push_back(rows == 1 ? 0 : grid.age * row / (rows - 1));
    return grid;
}

double oneYear(PeriodUnit period) { return 12 * daysPerPeriod(PeriodUnit::Month) / daysPerPeriod(period); }

PurchaseMap purchaseMap(const ClvResult &result, double periods, int columns, int rows)
{
    PurchaseMap map;
    const FittedModel fitted = fittedModel(result.purchaseFit);
    if (!fitted || !result.values || !(periods > 0))
        return map;
    const CustomerGrid grid = customerGrid(result, columns, rows);
    std::vector<double> x(grid.size());
    std::vector<double> tx(grid.size());
    std::vector<double> T(grid.size());
    for (std::size_t cell = 0; cell < grid.size(); ++cell) {
        x[cell] = grid.x(cell);
        tx[cell] = grid.tx(cell);
        T[cell] = grid.T(cell);
    }
    map.frequency = grid.frequency;
    map.recency = grid.recency;
    map.periods = periods;
    map.expected.assign(grid.size(), 0.0);
    std::vector<double> ifAlive(grid.size());
    for (const ParameterShare &set : parameterShares(result)) {
        fitted.model->expectedPurchasesIfAlive(set.parameters, x, tx, T, periods, ifAlive);
        for (std::size_t cell = 0; cell < grid.size(); ++cell)
            map.expected[cell] += set.share * ifAlive[cell]
                                  * fitted.model->pAlive(set.parameters, x[cell], tx[cell], T[cell]);
    }
    for (std::size_t cell = 0; cell < grid.size(); ++cell)
        if (!grid.isPossible(cell))
            map.expected[cell] = std::numeric_limits<double>::quiet_NaN();
    return map;
}

std::vector<std::uint32_t>
customersPerCell(const CustomerValues &values, const std::vector<double> &frequency,
                 const std::vector<double> &recency,
                 const std::optional<std::pair<double, double>> &range)
{
    std::vector<std::uint32_t> counts(frequency.size() * recency.size(), 0);
    if (counts.empty())
        return counts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (range && !(values.clv[i] >= range->first && values.clv[i] <= range->second))
            continue;
        const std::size_t column = closest(frequency, values.x[i]);
        const std::size_t row = closest(recency, values.T[i] - values.tx[i]);
        ++counts[row * frequency.size() + column];
    }
    return counts;
}

} // namespace Clv
