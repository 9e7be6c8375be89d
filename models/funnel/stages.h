#pragma once

#include "models/core/progress.h"
#include "models/funnel/condition.h"
#include "models/funnel/periods.h"

#include <QMap>

namespace Funnel {

/// Records (deals, contacts) that move through stages; an event is the change into a stage.
struct StageQuery
{
    QString kind = QStringLiteral("stage_funnel"); ///< stage_funnel or stage_times
    QStringList stages;
    bool anyStages = false; ///< stage_funnel: every stage ever held; else in order without skipping
    QString closedWon;
    QString closedLost;
    QMap<QString, double> amounts; ///< by record
    TimeRange range;
    std::optional<bool> listActors;
    bool operator==(const StageQuery &) const = default;
};

Result<StageQuery> stageQueryFromJson(const QJsonObject &json);
QJsonObject toJson(const StageQuery &query);

struct StageCounts
{
    QList<qint64> counts;
    QList<double> amounts; ///< sums of the records' amounts; empty where there are none
    std::vector<std::vector<std::uint32_t>> reached;
};
Result<StageCounts> evaluateStageFunnel(const EventLog &log, const StageQuery &query,
                                        const Progress &progress = {});

/// One record's way through the stages. Days are seconds / 86,400.
struct StageRecord
{
    std::uint32_t actor = 0;
    QMap<QString, double> latestDays;     ///< the last finished stay
    QMap<QString, double> cumulativeDays; ///< all finished stays
    int regressions = 0;                  ///< moves to an earlier stage
    QStringList skipped;                  ///< stages passed over and never held
    double cycleDays = 0;                 ///< from the first stage to the close; NaN while open
    QString stage;                        ///< where it is now
    bool isWon = false;
    bool isLost = false;
    double openDays = 0; ///< of the unfinished stay, up to the last moment of data
};

struct StageTimes
{
    QList<StageRecord> records;
    QMap<QString, double>
        medianDays; ///< survival median of one stay, open stays censored; NaN: not reached
    qint64 won = 0;
    qint64 lost = 0;
    qint64 open = 0;
    double winRate = 0; ///< won / closed; NaN where nothing is closed
    double winRateByValue = 0;
    double averageWonAmount = 0;
    double averageCycleDays = 0; ///< of the won records
    double velocityPerDay = 0;   ///< records x win rate x average won amount / cycle days
};
Result<StageTimes> evaluateStageTimes(const EventLog &log, const StageQuery &query,
                                      const Progress &progress = {});

} // namespace Funnel
