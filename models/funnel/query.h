#pragma once

#include "models/funnel/condition.h"
#include "models/funnel/periods.h"

namespace Funnel {

enum class StepOrder { Ordered, Strict, Any };
enum class EntryMode { BestAttempt, FirstEntry };
/// What one unit of the counts is. Totals: an actor enters again after completing the steps, after
/// the window, or after an exclusion. Accounts: actors of one account act together; the log must be
/// groupedBy() the account's property. Sessions: an actor's events that follow each other without a
/// longer pause than FunnelQuery::sessionGapSeconds; every session passes or not for itself.
enum class Counting { Actors, Totals, Accounts, Sessions };
enum class Attribution { FirstTouch, LastTouch, Step, AllEvents };

/// One step's condition. firstTime: only the actor's first matching event in all history counts.
struct Step
{
    Condition condition;
    bool firstTime = false;
    /// From the step before, the limit included, besides the funnel's own window; none: no limit.
    std::optional<std::int64_t> windowSeconds = {};
    /// In any order: at its place all the same, after the steps listed before it and before the
    /// others.
    bool anchored = false;
    bool operator==(const Step &) const = default;
};

/// Between two steps (numbered from 0) no such event may stand.
struct Exclusion
{
    Condition condition;
    int fromStep = 0;
    int toStep = 1;
    bool operator==(const Exclusion &) const = default;
};

struct Breakdown
{
    QString property;
    Attribution attribution = Attribution::FirstTouch;
    int step = 0; ///< for Attribution::Step
    bool operator==(const Breakdown &) const = default;
};

/// Two groups of actors side by side; right "*rest*": everybody outside left. Of segments an actor
/// may be in both.
struct Comparison
{
    QString property;
    QString left;
    QString right;
    QString segment = {}; ///< a saved segment against the one named right, or against the rest,
                          ///< instead of a property
    bool operator==(const Comparison &) const = default;
};

inline constexpr int largestStepCount = 30;

/// A funnel and the questions that are asked about one.
struct FunnelQuery
{
    QString kind =
        QStringLiteral("funnel"); ///< funnel, funnel_breakdown, funnel_compare, funnel_trend,
                                  ///< funnel_correlation or time_to_convert
    QString name;
    StepOrder order = StepOrder::Ordered;
    std::optional<std::int64_t>
        windowSeconds; ///< from the entry, the limit included; none: no limit
    EntryMode entryMode = EntryMode::BestAttempt;
    QList<Step> steps;
    QList<Exclusion> exclusions;
    Counting counting = Counting::Actors;
    QString accountProperty; ///< of Counting::Accounts
    std::int64_t sessionGapSeconds = 30 * 60; ///< of Counting::Sessions, the limit included
    /// A property that must have the same value on all steps; empty: none. An actor counts once for
    /// each value that enters.
    QString holdConstant;
    TimeRange range;
    std::optional<Breakdown> breakdown;
    std::optional<Comparison> compare;
    Interval interval = Interval::Day; ///< of the trend
    Qt::DayOfWeek weekStart = Qt::Sunday;
    int fromStep = 0;               ///< of trend and time to convert
    int toStep = -1;                ///< −1: the last
    int bins = 0;                   ///< of time to convert; 0: the cube root of the conversions
    std::optional<bool> listActors; ///< none: when the funnel has few actors
    QString value; ///< a measure of customers to add up at every step, such as "clv"; empty: none
    bool instead = false; ///< to tell what those lost before each step did instead
    QStringList traits;   ///< of funnel_correlation: properties whose values are judged like events

    [[nodiscard]] bool hasStepWindows() const;
    [[nodiscard]] int lastStep() const { return toStep < 0 ? int(steps.size()) - 1 : toStep; }
    bool operator==(const FunnelQuery &) const = default;
};

/// Refuses what cannot be right with a sentence that names the field.
Result<FunnelQuery> funnelQueryFromJson(const QJsonObject &json);
QJsonObject toJson(const FunnelQuery &query);

/// Steps and exclusions resolved against one log.
struct FunnelMatchers
{
    std::vector<EventMatcher> steps;
    std::vector<EventMatcher> exclusions;
    PropertyPtr hold; ///< null: none
};
/// The goal, which is the last step, may be an event that has not occurred yet; others must occur.
Result<FunnelMatchers> resolve(const EventLog &log, const FunnelQuery &query);

} // namespace Funnel
