#include "models/lifecycle/survival.h"

#include <algorithm>
#include <limits>

namespace Lifecycle {

QList<std::pair<double, double>> survivalCurve(std::vector<Stay> stays)
{
    std::sort(stays.begin(), stays.end(),
              [](const Stay &a, const Stay &b) { return a.days < b.days; });
    QList<std::pair<double, double>> curve;
    double share = 1;
    for (std::size_t i = 0; i < stays.size();) {
        const double days = stays[i].days;
        // Whoever is censored at this very moment was still at risk.
        const double atRisk = double(stays.size() - i);
        double ends = 0;
        for (; i < stays.size() && stays[i].days == days; ++i)
            ends += stays[i].ended;
        if (ends == 0)
            continue;
        share *= 1 - ends / atRisk;
        curve.append({days, share});
    }
    return curve;
}

double survivalMedian(std::vector<Stay> stays)
{
    // A product of fractions can miss one half by rounding.
    constexpr double half = 0.5 + 1e-12;
    for (const auto &[days, share] : survivalCurve(std::move(stays))) {
        if (share <= half)
            return days;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace Lifecycle
