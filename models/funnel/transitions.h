#pragma once

#include "models/core/progress.h"
#include "models/funnel/condition.h"
#include "models/funnel/periods.h"

namespace Funnel {

inline constexpr QStringView startState = u"(start)";
inline constexpr QStringView endState = u"(end)";

enum class TransitionValue { Count, ProbabilityOut, ProbabilityIn, ShareOfTotal };

/// Steps from one event to the next over whole paths, with a state before and one after.
struct TransitionQuery
{
    QStringList labels; ///< rows and columns; empty: start, every event by frequency, end
    TransitionValue value = TransitionValue::Count;
    QStringList reach; ///< events whose chance and time to be reached are asked for
    TimeRange range;
    bool operator==(const TransitionQuery &) const = default;
};

Result<TransitionQuery> transitionQueryFromJson(const QJsonObject &json);
QJsonObject toJson(const TransitionQuery &query);

struct TransitionMatrix
{
    QStringList labels;
    QList<QList<qint64>> counts;  ///< [from][to]
    QList<QList<double>> seconds; ///< [from][to], sums
    /// 0 from the start and to the end, and where nobody went this way.
    [[nodiscard]] double averageSeconds(qsizetype from, qsizetype to) const
    {
        return counts[from][to] > 0 ? seconds[from][to] / double(counts[from][to]) : 0;
    }
    /// Counts, shares of the row, of the column, or of all.
    [[nodiscard]] QList<QList<double>> values(TransitionValue value) const;
};
Result<TransitionMatrix> evaluateTransitions(const EventLog &log, const TransitionQuery &query,
                                             const Progress &progress = {});

/// Actors with the start event who have the end event afterwards.
struct ConversionQuery
{
    Condition start;
    Condition end;
    std::optional<std::int64_t> withinSeconds; ///< limit included
    std::optional<std::int64_t> withinEvents;  ///< the end event is at most this many events later
    TimeRange range;
    bool operator==(const ConversionQuery &) const = default;
};

Result<ConversionQuery> conversionQueryFromJson(const QJsonObject &json);
QJsonObject toJson(const ConversionQuery &query);

struct EventConversion
{
    qint64 withStart = 0;
    qint64 converted = 0;
    qint64 withEnd = 0;
    qint64 actors = 0;
    [[nodiscard]] double rate() const;     ///< NaN where nobody has the start event
    [[nodiscard]] double baseRate() const; ///< share of all actors with the end event
    [[nodiscard]] double lift() const;     ///< rate / base rate
};
Result<EventConversion> evaluateConversion(const EventLog &log, const ConversionQuery &query,
                                           const Progress &progress = {});

} // namespace Funnel
