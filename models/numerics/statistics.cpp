#include "models/numerics/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace Numerics {

double normalQuantile(double p)
{
    if (!(p > 0 && p < 1))
        return std::numeric_limits<double>::quiet_NaN();
    // Starts from A & S 26.2.23 (error below 4.5e-4), then Halley's method to full precision.
    const double tail = std::min(p, 1 - p);
    const double t = std::sqrt(-2 * std::log(tail));
    double z = t
               - (2.515517 + t * (0.802853 + t * 0.010328))
                     / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    for (int step = 0; step < 4; ++step) {
        const double error = 0.5 * std::erfc(z / std::numbers::sqrt2) - tail;
        const double u = error * std::sqrt(2 * std::numbers::pi) * std::exp(z * z / 2);
        z += u / (1 - z * u / 2);
    }
    return p < 0.5 ? -z : z;
}

double sortedQuantile(std::span<const double> ascending, double p)
{
    if (ascending.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double position = std::clamp(p, 0.0, 1.0) * double(ascending.size() - 1);
    const auto below = std::size_t(position);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (position - double(below)) * (ascending[above] - ascending[below]);
}

double quantile(std::vector<double> sample, double p)
{
    std::sort(sample.begin(), sample.end());
    return sortedQuantile(sample, p);
}

double correlation(std::span<const double> x, std::span<const double> y)
{
    double meanX = 0;
    double meanY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        meanX += x[i];
        meanY += y[i];
    }
    meanX /= double(x.size());
    meanY /= double(x.size());
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace Numerics
