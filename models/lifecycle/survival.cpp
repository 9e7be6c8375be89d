#include "models/lifecycle/survival.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Lifecycle {

QList<SurvivalPoint> survivalBand(std::vector<Stay> stays, double level)
{
    // The two-sided quantile by bisection of the error function: once a curve, so speed is nothing.
    double low = 0;
    double high = 10;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2;
        (std::erf(middle / std::sqrt(2.0)) < level ? low : high) = middle;
    }
    const double z = (low + high) / 2;
    std::sort(stays.begin(), stays.end(),
              [](const Stay &a, const Stay &b) { return a.days < b.days; });
    QList<SurvivalPoint> curve;
    double share = 1;
    double greenwood = 0; // Σ d / (n (n − d))
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
        SurvivalPoint point{days, share, 0, 0};
        if (ends < atRisk) {
            greenwood += ends / (atRisk * (atRisk - ends));
            const double logShare = std::log(share);
            const double spread = z * std::sqrt(greenwood) / std::abs(logShare);
            point.low = std::pow(share, std::exp(spread));
            point.high = std::pow(share, std::exp(-spread));
        }
        curve.append(point);
    }
    return curve;
}

double survivalQuantile(const QList<SurvivalPoint> &curve, double share)
{
    const double reached = share + 1e-12; // a product of fractions can miss it by rounding
    for (const SurvivalPoint &point : curve) {
        if (point.share <= reached)
            return point.days;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

QList<std::pair<double, double>> survivalCurve(std::vector<Stay> stays)
{
    QList<std::pair<double, double>> curve;
    for (const SurvivalPoint &point : survivalBand(std::move(stays), 0.9))
        curve.append({point.days, point.share});
    return curve;
}

double survivalMedian(std::vector<Stay> stays)
{
    return survivalQuantile(survivalBand(std::move(stays), 0.9), 0.5);
}

} // namespace Lifecycle
