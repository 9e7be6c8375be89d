#pragma once

#include "models/core/progress.h"
#include "models/funnel/comparison.h"

namespace Funnel {

/// Nothing but the numbers of actors per step: what a bar or a slider redraws.
struct FunnelCounts
{
    QList<qint64> total;
    QStringList values;          ///< of the breakdown; those nobody entered are left out
    QList<QList<qint64>> groups; ///< per value
    QList<double> sums;          ///< per step, of the query's measure; empty where it asks for none
    QList<QList<double>> groupSums;
};

/// Whether one pass over the columns can answer: ordered, best attempt, no exclusion, no first-ever
/// step, and a breakdown by first or last touch.
[[nodiscard]] bool countsInOnePass(const FunnelQuery &query);

/// The same numbers as evaluate(), in one pass where that is possible.
Result<FunnelCounts> countActors(const EventLog &log, const FunnelQuery &query,
                                 const Progress &progress = {});

/// The same numbers as compareSides().
Result<std::pair<FunnelCounts, FunnelCounts>> countSides(const EventLog &log,
                                                         const FunnelQuery &query,
                                                         const Sides &sides,
                                                         const Progress &progress = {});

} // namespace Funnel
