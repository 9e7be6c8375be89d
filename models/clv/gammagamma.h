#pragma once

#include "models/clv/fit.h"

#include <cstdint>
#include <span>
#include <vector>

/// Gamma-Gamma model of spend per purchase: Fader, Hardie & Lee 2005, "RFM and CLV", JMR
/// 42:415-430.
namespace Clv::GammaGamma {

struct Parameters
{
    double p = 1;
    double q = 2;
    double gamma = 1;
};

/// Eq 3: ln density of the mean z of x purchases.
[[nodiscard]] double logLikelihood(const Parameters &parameters, double x, double z);
/// Eq 4: E(M | x, z) = p (γ + x z) / (p x + q - 1); the population's mean for x = 0. Needs q > 1.
[[nodiscard]] double expectedSpend(const Parameters &parameters, double x, double z);
/// p γ / (q - 1).
[[nodiscard]] double populationMean(const Parameters &parameters);

/// Customers with a positive mean over x ≥ 1 purchases.
struct SpendRows
{
    std::vector<double> x;
    std::vector<double> z;
    std::int64_t dropped =
        0; ///< customers with repeat purchases whose mean is zero, negative or unknown
};
[[nodiscard]] SpendRows spendRows(std::span<const std::uint32_t> x,
                                  std::span<const double> meanSpend);

/// Maximum likelihood. Where the maximum has q ≤ 1, so that the mean spend would be infinite, q is
/// held above 1 and \a problem says NotIdentified.
[[nodiscard]] Fit fit(const SpendRows &rows, std::span<const double> warmStart = {},
                      const Cancelled &isCancelled = {});

} // namespace Clv::GammaGamma
