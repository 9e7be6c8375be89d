#include "models/numerics/specialfunctions.h"

#include <math.h> // lgamma_r is POSIX, not in <cmath>

#include <cmath>
#include <limits>

namespace Numerics {

namespace {

/// ln Γ(x) - [(x - 1/2) ln x - x + ln(2π)/2], the tail of Stirling's series (A & S 6.1.41), x ≥ 10.
double stirlingTail(double x)
{
    const double z = 1 / (x * x);
    return (1.0 / 12
            - z
                  * (1.0 / 360
                     - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * 691.0 / 360360)))))
           / x;
}

} // namespace

double logGamma(double x)
{
#if defined(__GLIBC__)
    int sign = 0;
    return ::lgamma_r(x, &sign);
#else
    return std::lgamma(x);
#endif
}

double digamma(double x)
{
    if (!(x > 0))
        return std::numeric_limits<double>::quiet_NaN();
    double shift = 0;
    while (x < 8) {
        shift -= 1 / x;
        x += 1;
    }
    const double z = 1 / (x * x);
    const double tail =
        z
        * (1.0 / 12
           - z
                 * (1.0 / 120
                    - z
                          * (1.0 / 252
                             - z * (1.0 / 240 - z * (1.0 / 132 - z * (691.0 / 32760 - z / 12))))));
    return shift + std::log(x) - 0.5 / x - tail;
}

double logRising(double a, double n)
{
    if (n == 0)
        return 0;
    if (a >= 10) {
        // Stirling's main terms as differences, so that the large parts cancel before rounding.
        return (a - 0.5) * std::log1p(n / a) + n * std::log(a + n) - n + stirlingTail(a + n)
               - stirlingTail(a);
    }
    if (n <= 8 && n == std::floor(n)) {
        double product = 1;
        for (double j = 0; j < n; j += 1)
            product *= a + j;
        return std::log(product);
    }
    return logGamma(a + n) - logGamma(a);
}

double logBeta(double a, double b)
{
    const double small = a < b ? a : b;
    const double large = a < b ? b : a;
    return logGamma(small) - logRising(large, small);
}

double logAddExp(double a, double b)
{
    if (a < b)
        return b + std::log1p(std::exp(a - b));
    if (a == -std::numeric_limits<double>::infinity())
        return a;
    return a + std::log1p(std::exp(b - a));
}

double softplus(double a) { return a > 0 ? a + std::log1p(std::exp(-a)) : std::log1p(std::exp(a)); }

double logistic(double a)
{
    if (a >= 0)
        return 1 / (1 + std::exp(-a));
    const double e = std::exp(a);
    return e / (1 + e);
}

double log1mExp(double a)
{
    return a < 0.6931471805599453 ? std::log(-std::expm1(-a)) : std::log1p(-std::exp(-a));
}

double annuityFactor(double a) { return std::abs(a) < 1e-9 ? 1 - a / 2 : -std::expm1(-a) / a; }

} // namespace Numerics
