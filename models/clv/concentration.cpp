#include "models/clv/concentration.h"

#include <algorithm>
#include <cmath>

namespace Clv {

Concentration concentration(std::span<const double> values)
{
    Concentration result;
    result.sorted.reserve(values.size());
    for (const double value : values) {
        if (std::isfinite(value))
            result.sorted.push_back(std::max(value, 0.0));
    }
    std::sort(result.sorted.begin(), result.sorted.end());
    result.cumulative.resize(result.sorted.size());
    double sum = 0;
    double weighted = 0; // Σ i · value of rank i
    for (std::size_t i = 0; i < result.sorted.size(); ++i) {
        sum += result.sorted[i];
        weighted += double(i + 1) * result.sorted[i];
        result.cumulative[i] = sum;
    }
    const auto n = double(result.sorted.size());
    // Sen 1973, On Economic Inequality, ch. 2: the area form of the curve drawn through n points.
    result.gini = sum > 0 ? 2 * weighted / (n * sum) - (n + 1) / n : 0;
    return result;
}

double Concentration::shareOfLowest(double customers) const
{
    if (sorted.empty() || !(cumulative.back() > 0))
        return std::clamp(customers, 0.0, 1.0);
    const double place = std::clamp(customers, 0.0, 1.0) * double(sorted.size());
    const auto whole = std::size_t(place);
    const double before = whole > 0 ? cumulative[whole - 1] : 0;
    const double part =
        whole < sorted.size() ? (place - double(whole)) * sorted[whole] : 0;
    return (before + part) / cumulative.back();
}

double Concentration::customersUpTo(double value) const
{
    if (sorted.empty())
        return 0;
    const auto end = std::upper_bound(sorted.begin(), sorted.end(), value);
    return double(end - sorted.begin()) / double(sorted.size());
}

} // namespace Clv
