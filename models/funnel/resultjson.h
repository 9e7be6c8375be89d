#pragma once

#include "models/funnel/activity.h"
#include "models/funnel/chain.h"
#include "models/funnel/evaluator.h"
#include "models/funnel/paths.h"
#include "models/funnel/retention.h"
#include "models/funnel/stages.h"
#include "models/funnel/transitions.h"

/// Results as the contract's JSON: not available is null.
namespace Funnel {

QJsonValue jsonNumber(double value); ///< null for NaN
QJsonArray jsonList(const QList<qint64> &values);
QJsonObject jsonOf(const FunnelReading &reading);
/// Adds "reached", where the reading lists actors.
Result<void> addReached(QJsonObject &json, const EventLog &log, const FunnelReading &reading);
QJsonArray jsonOf(const QList<Instead> &rows); ///< pairs; null: nothing more
QJsonObject jsonOf(const QList<TrendRow> &rows);
QJsonObject jsonOf(const ConvertTimes &times);
QJsonObject jsonOf(const Drivers &drivers);
QJsonObject jsonOf(const RetentionMatrix &matrix);
QJsonObject jsonOf(const GrowthBars &bars);
QJsonObject jsonOfStickiness(const QList<qint64> &histogram);
QJsonObject jsonOf(const PathFlow &flow, const QString &kind);
QJsonObject jsonOf(const TransitionMatrix &matrix, TransitionValue value);
QJsonObject jsonOf(const EventConversion &conversion);
QJsonObject jsonOf(const Reach &reach);
Result<QJsonObject> jsonOf(const StageTimes &times, const EventLog &log, const StageQuery &query);

} // namespace Funnel
