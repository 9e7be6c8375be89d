#include "models/funnel/activity.h"

#include "models/funnel/parallel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

Result<PeriodAxis> axisOf(const EventLog &log, const ActivityQuery &query, std::int64_t from,
                          std::int64_t until)
{
    if (PeriodAxis::estimate(query.period, from, until) > PeriodAxis::largestCount) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Funnel", "The field \"period\" cuts the range into more "
                                                  "than %1 periods. Choose a longer period.")
                .arg(PeriodAxis::largestCount));
    }
    Q_UNUSED(log)
    return PeriodAxis(query.period, from, std::max(from, until), query.weekStart);
}

struct Bars
{
    std::vector<qint64> fresh;
    std::vector<qint64> returning;
    std::vector<qint64> resurrecting;
    std::vector<qint64> dormant;

    explicit Bars(std::size_t periods)
        : fresh(periods), returning(periods), resurrecting(periods), dormant(periods)
    {}
};

/// The periods of activity, on one axis over range and history, so that "before" is a period number
/// like any other.
struct Activity
{
    EventMatcher matcher;
    PeriodAxis axis;
    int firstShown = 0;

    /// Calls \a visit(period, growth) for every period in which \a actor is something.
    template <typename Visit>
    void eachState(const EventLog &log, std::size_t actor, Visit &&visit) const
    {
        int previous = -1;
        for (std::uint32_t event = log.first(actor); event < log.end(actor); ++event) {
            if (!matcher.matches(actor, event))
                continue;
            const int period = axis.indexOf(log.seconds(event));
            if (period < 0 || period == previous)
                continue;
            if (previous < 0) {
                visit(period, Growth::Fresh);
            } else if (period == previous + 1) {
                visit(period, Growth::Returning);
            } else {
                visit(previous + 1, Growth::Dormant);
                visit(period, Growth::Resurrecting);
            }
            previous = period;
        }
        if (previous >= 0)
            visit(previous + 1, Growth::Dormant);
    }
};

Result<Activity> activityOf(const EventLog &log, const ActivityQuery &query)
{
    Result<EventMatcher> matcher = EventMatcher::make(log, query.activity, u"target"_s);
    if (!matcher)
        return matcher.error();
    const std::int64_t from = query.range.from.value_or(log.firstSecond());
    const std::int64_t until = query.range.until.value_or(log.lastSecond());
    Result<PeriodAxis> axis =
        axisOf(log, query, std::min(from, log.firstSecond()), std::max(until, from));
    if (!axis)
        return axis.error();
    const int firstShown = std::max(axis->indexOf(from), 0);
    return Activity{*std::move(matcher), *std::move(axis), firstShown};
}

QList<qint64> sumOf(const std::vector<Bars> &partials, std::vector<qint64> Bars::*member, int from,
                    int count)
{
    QList<qint64> sum(count, 0);
    for (const Bars &partial : partials) {
        for (int i = 0; i < count; ++i)
            sum[i] += (partial.*member)[std::size_t(from + i)];
    }
    return sum;
}

} // namespace

Result<ActivityQuery> activityQueryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ActivityQuery query;
    query.kind = reader.word(u"kind"_s, {u"lifecycle"_s, u"stickiness"_s}, u"lifecycle"_s);
    reader.text(u"name"_s);
    query.period =
        Interval(intervalNames().indexOf(reader.word(u"period"_s, intervalNames(), u"day"_s)));
    query.weekStart = readWeekStart(reader);
    query.range = readTimeRange(reader);
    query.activity =
        reader.has(u"target"_s) ? readConditionField(reader, u"target"_s) : readCondition(reader);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return query;
}

QJsonObject toJson(const ActivityQuery &query)
{
    QJsonObject json{{u"kind"_s, query.kind},
                     {u"period"_s, intervalName(query.period)},
                     {u"week_start"_s, weekStartName(query.weekStart)}};
    writeTimeRange(json, query.range);
    writeCondition(json, query.activity);
    return json;
}

Result<GrowthBars> evaluateGrowth(const EventLog &log, const ActivityQuery &query,
                                  const Progress &progress)
{
    const Result<Activity> activity = activityOf(log, query);
    if (!activity)
        return activity.error();
    const int count = activity->axis.count();
    const std::vector<Bars> partials = overActors<Bars>(
        log.actors(), Bars(std::size_t(count) + 1), progress,
        [&](Bars &partial, std::size_t begin, std::size_t end) {
            for (std::size_t actor = begin; actor < end; ++actor) {
                activity->eachState(log, actor, [&](int period, Growth growth) {
                    const auto at = std::size_t(period);
                    switch (growth) {
                    case Growth::Fresh:
                        ++partial.fresh[at];
                        break;
                    case Growth::Returning:
                        ++partial.returning[at];
                        break;
                    case Growth::Resurrecting:
                        ++partial.resurrecting[at];
                        break;
                    case Growth::Dormant:
                        --partial.dormant[at];
                        break;
                    }
                });
            }
        });
    if (partials.empty())
        return Error::cancelled();
    const int firstShown = activity->firstShown;
    const int shown = count - firstShown;
    GrowthBars bars;
    for (int period = firstShown; period < count; ++period)
        bars.periods.append(activity->axis.label(period));
    bars.fresh = sumOf(partials, &Bars::fresh, firstShown, shown);
    bars.returning = sumOf(partials, &Bars::returning, firstShown, shown);
    bars.resurrecting = sumOf(partials, &Bars::resurrecting, firstShown, shown);
    bars.dormant = sumOf(partials, &Bars::dormant, firstShown, shown);
    return bars;
}

Result<std::vector<std::uint32_t>> growthActors(const EventLog &log, const ActivityQuery &query,
                                                int period, Growth growth, const Progress &progress)
{
    const Result<Activity> activity = activityOf(log, query);
    if (!activity)
        return activity.error();
    const int wanted = activity->firstShown + period;
    const auto partials = overActors<std::vector<std::uint32_t>>(
        log.actors(), {}, progress,
        [&](std::vector<std::uint32_t> &partial, std::size_t begin, std::size_t end) {
            for (std::size_t actor = begin; actor < end; ++actor) {
                activity->eachState(log, actor, [&](int at, Growth state) {
                    if (at == wanted && state == growth)
                        partial.push_back(std::uint32_t(actor));
                });
            }
        });
    if (partials.empty())
        return Error::cancelled();
    std::vector<std::uint32_t> actors;
    for (const std::vector<std::uint32_t> &partial : partials)
        actors.insert(actors.end(), partial.begin(), partial.end());
    return actors;
}

Result<QList<qint64>> evaluateStickiness(const EventLog &log, const ActivityQuery &query,
                                         const Progress &progress)
{
    const Result<EventMatcher> activity = EventMatcher::make(log, query.activity, u"target"_s);
    if (!activity)
        return activity.error();
    const std::int64_t from = query.range.from.value_or(log.firstSecond());
    const std::int64_t until = query.range.until.value_or(log.lastSecond());
    const Result<PeriodAxis> axis = axisOf(log, query, from, until);
    if (!axis)
        return axis.error();
    using Histogram = std::vector<qint64>;
    const std::vector<Histogram> partials = overActors<Histogram>(
        log.actors(), Histogram(std::size_t(axis->count()) + 1), progress,
        [&](Histogram &partial, std::size_t begin, std::size_t end) {
            for (std::size_t actor = begin; actor < end; ++actor) {
                int previous = -1;
                std::size_t periods = 0;
                for (std::uint32_t event = log.first(actor); event < log.end(actor); ++event) {
                    const std::int64_t second = log.seconds(event);
                    if (!query.range.holds(second) || !activity->matches(actor, event))
                        continue;
                    const int period = axis->indexOf(second);
                    periods += period != previous;
                    previous = period;
                }
                if (periods > 0)
                    ++partial[periods];
            }
        });
    if (partials.empty())
        return Error::cancelled();
    QList<qint64> histogram(axis->count() + 1, 0);
    for (const Histogram &partial : partials) {
        for (int i = 0; i < histogram.size(); ++i)
            histogram[i] += partial[std::size_t(i)];
    }
    return histogram;
}

} // namespace Funnel
