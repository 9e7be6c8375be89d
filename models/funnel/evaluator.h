#pragma once

#include "models/core/progress.h"
#include "models/funnel/attempts.h"

#include <limits>
#include <span>

namespace Funnel {

inline constexpr double notAvailable = std::numeric_limits<double>::quiet_NaN();

/// What is read at one step.
struct StepReading
{
    qint64 count = 0;                     ///< actors who did this step
    double averageSeconds = notAvailable; ///< from the step before, in the deciding attempt
    double medianSeconds = notAvailable;
    qint64 stillOpen = 0; ///< did the step before, and their window has not passed yet
    double value = notAvailable; ///< the query's measure, added up: every actor once
    std::vector<std::uint32_t> reached; ///< the actors, where they were asked for
};

/// One funnel: of everybody, of a group, or of one side of a comparison.
struct FunnelReading
{
    QList<StepReading> steps;
    qint64 actors = 0; ///< whom shares relate to
    QString currency;  ///< of the steps' values; empty: no money
    [[nodiscard]] QList<qint64> counts() const;
};

struct FunnelGroup
{
    QString value; ///< empty: no value
    FunnelReading reading;
};

struct FunnelResult
{
    FunnelReading total;
    QList<FunnelGroup> groups; ///< of a breakdown, largest first; those nobody entered are left out
};

/// One row per period of entry: entered the first, reached the last of the two steps.
struct TrendRow
{
    QString period;
    qint64 entered = 0;
    qint64 reached = 0;
    [[nodiscard]] double percent() const; ///< two decimals; 0 where nobody entered
};

/// Histogram of seconds between two steps.
struct ConvertTimes
{
    struct Bin
    {
        std::int64_t from = 0;
        qint64 count = 0;
    };
    QList<Bin> bins;
    double averageSeconds = notAvailable;
    double medianSeconds = notAvailable;
    qint64 conversions = 0;
};

/// How an event, or a trait, goes with conversion: odds ratio with one added to every cell.
struct Driver
{
    QString event;    ///< empty: a trait
    QString property; ///< of a trait
    QString value;    ///< of a trait, at the entry; empty: none
    qint64 success = 0; ///< converted actors who had it
    qint64 failure = 0;
    double oddsRatio = 1;
};
struct Drivers
{
    QList<Driver> events; ///< with conversion first, strongest first; then against it
    QList<Driver> traits; ///< the same order
    qint64 converted = 0;
    qint64 notConverted = 0;
};

/// Most actors that `reached` lists name when the definition does not say.
inline constexpr qint64 listedActors = 1000;

/// The funnel, and its groups where the query has a breakdown.
Result<FunnelResult> evaluate(const EventLog &log, const FunnelQuery &query,
                              const Progress &progress = {});
Result<QList<TrendRow>> evaluateTrend(const EventLog &log, const FunnelQuery &query,
                                      const Progress &progress = {});
Result<ConvertTimes> evaluateConvertTimes(const EventLog &log, const FunnelQuery &query,
                                          const Progress &progress = {});
Result<Drivers> evaluateDrivers(const EventLog &log, const FunnelQuery &query,
                                const Progress &progress = {});

/// What an actor who stopped after a step did next.
struct Instead
{
    QString event; ///< empty: nothing more
    qint64 actors = 0;
};
/// The first event after the last step done, of those who did not do step \a step but the one
/// before it; the most frequent first. \a among: those of the mask alone, one byte an actor; empty:
/// everybody. In sessions what follows in another session does not count.
Result<QList<Instead>> evaluateInstead(const EventLog &log, const FunnelQuery &query, int step,
                                       const Progress &progress = {},
                                       std::span<const std::uint8_t> among = {});
/// Actors who did the step before \a step but not \a step, ascending; needs the lists of reached
/// actors.
[[nodiscard]] std::vector<std::uint32_t> lostBefore(const FunnelReading &reading, int step);

/// Bins of equal whole seconds from the smallest value up, with one more from the last boundary on;
/// \a count 0: the cube root of the number of values, rounded up.
[[nodiscard]] std::int64_t automaticBins(std::int64_t values);
[[nodiscard]] QList<std::int64_t> binBoundaries(std::int64_t smallest, std::int64_t largest,
                                                std::int64_t bins);

/// Why nobody reached some step, in a sentence; empty when somebody reached every step.
Result<QString> explain(const EventLog &log, const FunnelQuery &query, const FunnelReading &reading,
                        const Progress &progress = {});

/// The column of a property that something must have; \a path names the field in errors.
Result<PropertyPtr> requiredProperty(const EventLog &log, const QString &name, const QString &path);
/// The query's measure; empty where it asks for none.
Result<ActorMeasure> measureOf(const EventLog &log, const FunnelQuery &query);
/// Adds up \a measure over \a actors, where repeats stand together and count once. Who has no such
/// number counts nothing.
[[nodiscard]] double sumOf(const std::vector<std::uint32_t> &actors, const ActorMeasure &measure);

/// Mean of the two middle values for an even count. Reorders \a values.
[[nodiscard]] double medianOf(std::vector<std::int64_t> &values);

} // namespace Funnel
