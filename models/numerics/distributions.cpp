#include "models/numerics/distributions.h"

#include "models/numerics/specialfunctions.h"

#include <cmath>
#include <limits>

namespace Numerics {

namespace {

constexpr int mostTerms = 2000;
constexpr double precision = 1e-15;
constexpr double tiny = 1e-300;

/// Continued fraction of Q(a, x) by Lentz's method.
double upperGammaFraction(double a, double x)
{
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < mostTerms; ++i) {
        const double an = -i * (i - a);
        b += 2;
        d = an * d + b;
        d = std::abs(d) < tiny ? tiny : d;
        c = b + an / c;
        c = std::abs(c) < tiny ? tiny : c;
        d = 1 / d;
        const double step = d * c;
        h *= step;
        if (std::abs(step - 1) < precision)
            break;
    }
    return h;
}

double betaFraction(double x, double a, double b)
{
    double c = 1;
    double d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    double h = d;
    for (int m = 1; m < mostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 + even * d;
        d = 1 / (std::abs(d) < tiny ? tiny : d);
        c = 1 + even / c;
        c = std::abs(c) < tiny ? tiny : c;
        h *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 + odd * d;
        d = 1 / (std::abs(d) < tiny ? tiny : d);
        c = 1 + odd / c;
        c = std::abs(c) < tiny ? tiny : c;
        h *= d * c;
        if (std::abs(d * c - 1) < precision)
            break;
    }
    return h;
}

} // namespace

double regularisedGamma(double a, double x)
{
    if (!(x > 0))
        return x == x ? 0 : x;
    if (std::isinf(x))
        return 1;
    const double logFront = a * std::log(x) - x - logGamma(a);
    if (x > a + 1)
        return 1 - std::exp(logFront) * upperGammaFraction(a, x);
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < mostTerms; ++n) {
        term *= x / (a + n);
        sum += term;
        if (term < sum * precision)
            break;
    }
    return std::exp(logFront) * sum;
}

double regularisedBeta(double x, double a, double b)
{
    if (!(x > 0))
        return x == x ? 0 : x;
    if (x >= 1)
        return 1;
    const double front = std::exp(a * std::log(x) + b * std::log1p(-x) - logBeta(a, b));
    // The fraction converges fast on the side of the mean.
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(x, a, b) / a
                                     : 1 - front * betaFraction(1 - x, b, a) / b;
}

double chiSquareTail(double statistic, double degrees)
{
    if (!(degrees > 0) || std::isnan(statistic))
        return std::numeric_limits<double>::quiet_NaN();
    if (!(statistic > 0))
        return 1;
    const double a = degrees / 2;
    const double x = statistic / 2;
    if (x > a + 1) // without the cancellation of 1 - P
        return std::isinf(x)
                   ? 0
                   : std::exp(a * std::log(x) - x - logGamma(a)) * upperGammaFraction(a, x);
    return 1 - regularisedGamma(a, x);
}

double studentTwoSided(double statistic, double degrees)
{
    if (!(degrees > 0) || std::isnan(statistic))
        return std::numeric_limits<double>::quiet_NaN();
    if (std::isinf(statistic))
        return 0;
    return regularisedBeta(degrees / (degrees + statistic * statistic), degrees / 2, 0.5);
}

} // namespace Numerics
