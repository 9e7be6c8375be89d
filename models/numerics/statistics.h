#pragma once

#include <span>
#include <vector>

namespace Numerics {

/// The z with Φ(z) = p, 0 < p < 1 (Abramowitz & Stegun 26.2.23, refined by Halley steps).
[[nodiscard]] double normalQuantile(double p);
/// Quantile of an ascending sample with linear interpolation (Hyndman & Fan 1996, type 7); NaN when
/// empty.
[[nodiscard]] double sortedQuantile(std::span<const double> ascending, double p);
/// The same of any sample.
[[nodiscard]] double quantile(std::vector<double> sample, double p);
/// Pearson's correlation; NaN where one side does not vary.
[[nodiscard]] double correlation(std::span<const double> x, std::span<const double> y);

} // namespace Numerics
