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
/// The curve with its pointwise confidence band.
struct SurvivalPoint
{
    double days = 0;
    double share = 1;
    double low = 0;
    double high = 1;
};
/// As survivalCurve(), with bands by Greenwood's variance on the log(−log) scale, which stay within
/// 0 and 1 (Kalbfleisch and Prentice 1980). \a level such as 0.9. Where nobody is left the band is
/// empty: it ends at the last share above 0.
[[nodiscard]] QList<SurvivalPoint> survivalBand(std::vector<Stay> stays, double level);
/// The time by which half have left; NaN where the curve stays above one half.
[[nodiscard]] double survivalMedian(std::vector<Stay> stays);

/// The time by which the curve has fallen to \a share; NaN where it stays above.
[[nodiscard]] double survivalQuantile(const QList<SurvivalPoint> &curve, double share);

} // namespace Lifecycle
