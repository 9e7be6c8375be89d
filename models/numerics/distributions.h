#pragma once

namespace Numerics {

/// P(a, x) = γ(a, x) / Γ(a), a > 0: series below a + 1, continued fraction above (Abramowitz &
/// Stegun 6.5.29 and 6.5.31).
[[nodiscard]] double regularisedGamma(double a, double x);
/// I_x(a, b), a, b > 0, by its continued fraction (Abramowitz & Stegun 26.5.8).
[[nodiscard]] double regularisedBeta(double x, double a, double b);

/// P(χ² with so many degrees of freedom ≥ statistic); 1 for a statistic of 0 or below.
[[nodiscard]] double chiSquareTail(double statistic, double degrees);
/// P(|t| ≥ |statistic|) of Student's t.
[[nodiscard]] double studentTwoSided(double statistic, double degrees);

} // namespace Numerics
