#pragma once

#include "models/core/progress.h"
#include "models/funnel/condition.h"
#include "models/funnel/periods.h"

namespace Funnel {

/// The first steps of every actor's path; nodes are positions with an event.
struct PathQuery
{
    QString kind = QStringLiteral("paths"); ///< paths or path_dropoff
    int maxSteps = 5;
    TimeRange range;
    QString startEvent;        ///< paths begin at its first occurrence; empty: at the first event
    QString endEvent;          ///< paths end at its first occurrence, others are left out
    QStringList excluded;      ///< events passed over
    QJsonObject groups;        ///< event name to the name of the group it stands for
    bool joinsRepeats = false; ///< the same node several times in a row counts once
    qint64 minActors = 1;      ///< weaker links are left out
    bool operator==(const PathQuery &) const = default;
};

Result<PathQuery> pathQueryFromJson(const QJsonObject &json);
QJsonObject toJson(const PathQuery &query);

struct PathLink
{
    QString from; ///< "1:signup"
    QString to;
    qint64 actors = 0;
    double averageSeconds = 0;
};
struct PathNode
{
    QString name;
    qint64 reached = 0;
    qint64 continued = 0;
    [[nodiscard]] qint64 dropped() const { return reached - continued; }
};
struct PathFlow
{
    QList<PathLink> links; ///< by position, then the strongest first
    QList<PathNode> nodes;
};
Result<PathFlow> evaluatePaths(const EventLog &log, const PathQuery &query,
                               const Progress &progress = {});

} // namespace Funnel
