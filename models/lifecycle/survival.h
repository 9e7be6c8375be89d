#pragma once

#include <QList>

#include <utility>
#include <vector>

namespace Lifecycle {

/// Time spent in a state: how long, and whether it ended. What has not ended is censored: it lasted
/// at least this long.
struct Stay
{
    double days = 0;
    bool ended = false;
};

/// Share that is still there, after each moment at which somebody left: the product-limit estimator
/// of Kaplan and Meier (1958).
[[nodiscard]] QList<std::pair<double, double>> survivalCurve(std::vector<Stay> stays);
/// The time by which half have left; NaN where the curve stays above one half.
[[nodiscard]] double survivalMedian(std::vector<Stay> stays);

} // namespace Lifecycle
