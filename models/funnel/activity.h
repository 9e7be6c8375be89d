#pragma once

#include "models/core/progress.h"
#include "models/funnel/condition.h"
#include "models/funnel/periods.h"

namespace Funnel {

/// Which activity by period is read as growth (new, returning, resurrecting, dormant) or
/// stickiness.
struct ActivityQuery
{
    QString kind = QStringLiteral("lifecycle"); ///< lifecycle or stickiness
    Interval period = Interval::Day;
    Qt::DayOfWeek weekStart = Qt::Sunday;
    TimeRange range;
    Condition activity; ///< none: any event
    bool operator==(const ActivityQuery &) const = default;
};

Result<ActivityQuery> activityQueryFromJson(const QJsonObject &json);
QJsonObject toJson(const ActivityQuery &query);

/// Per period; states look at all history, also before the range.
struct GrowthBars
{
    QStringList periods;
    QList<qint64> fresh;        ///< first activity ever
    QList<qint64> returning;    ///< active in the period before as well
    QList<qint64> resurrecting; ///< active earlier, but not in the period before
    QList<qint64> dormant;      ///< active in the period before, but not now; negative
};
Result<GrowthBars> evaluateGrowth(const EventLog &log, const ActivityQuery &query,
                                  const Progress &progress = {});

/// What an actor is in a period.
enum class Growth { Fresh, Returning, Resurrecting, Dormant };
/// The actors behind one bar, ascending. \a period: position in the bars' periods.
Result<std::vector<std::uint32_t>> growthActors(const EventLog &log, const ActivityQuery &query,
                                                int period, Growth growth,
                                                const Progress &progress = {});

/// [k]: actors active in k different periods of the range; [0] is 0.
Result<QList<qint64>> evaluateStickiness(const EventLog &log, const ActivityQuery &query,
                                         const Progress &progress = {});

} // namespace Funnel
