#include "models/funnel/evaluator.h"

#include "models/funnel/parallel.h"
#include "models/funnel/tally.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace Funnel {

double medianOf(std::vector<std::int64_t> &values)
{
    if (values.empty())
        return notAvailable;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return double(*middle);
    return (double(*middle) + double(*std::max_element(values.begin(), middle))) / 2;
}

QList<qint64> FunnelReading::counts() const
{
    QList<qint64> result;
    for (const StepReading &step : steps)
        result.append(step.count);
    return result;
}

Result<PropertyPtr> requiredProperty(const EventLog &log, const QString &name, const QString &path)
{
    Result<PropertyPtr> column = log.property(name);
    if (!column || *column)
        return column;
    return unknownProperty(path, name);
}

Result<ActorMeasure> measureOf(const EventLog &log, const FunnelQuery &query)
{
    if (query.value.isEmpty())
        return ActorMeasure();
    Result<ActorMeasure> measure = log.measure(query.value);
    if (!measure) {
        Error error = measure.error();
        error.message = QStringLiteral("value: ") + error.message;
        return error;
    }
    return measure;
}

double sumOf(const std::vector<std::uint32_t> &actors, const ActorMeasure &measure)
{
    double sum = 0;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const bool isRepeat = i > 0 && actors[i] == actors[i - 1];
        if (!isRepeat && !std::isnan(measure.ofActor[actors[i]]))
            sum += measure.ofActor[actors[i]];
    }
    return sum;
}

namespace {

/// Groups by code of the breakdown's property, with everybody under total.
struct Grouped
{
    Tally total;
    std::map<std::uint32_t, Tally> groups;
    void append(const Grouped &other)
    {
        total.append(other.total);
        for (const auto &[code, tally] : other.groups)
            groups[code].append(tally);
    }
};

/// The first or last value among the actor's events that match a step.
std::uint32_t touchedValue(const AttemptFinder &finder, const PropertyColumn &column,
                           std::uint32_t actor, bool last)
{
    std::uint32_t found = 0;
    for (const Candidate &candidate : finder.candidates()) {
        if (candidate.steps == 0)
            continue;
        const std::uint32_t code = column.code(actor, candidate.event);
        if (code == 0)
            continue;
        found = code;
        if (!last)
            break;
    }
    return found;
}

void addGrouped(Grouped &grouped, AttemptFinder &finder, const FunnelQuery &query,
                const PropertyColumn *column, std::uint32_t actor, std::int64_t dataEnd)
{
    finder.eachCounted(actor, [&](const Attempt &attempt) {
        grouped.total.add(query, finder, attempt, actor, dataEnd);
        if (!query.breakdown)
            return;
        switch (query.breakdown->attribution) {
        case Attribution::FirstTouch:
        case Attribution::LastTouch: {
            const bool last = query.breakdown->attribution == Attribution::LastTouch;
            grouped.groups[touchedValue(finder, *column, actor, last)].add(query, finder, attempt,
                                                                           actor, dataEnd);
            break;
        }
        case Attribution::Step:
            if (finder.reached(attempt, query.breakdown->step)) {
                const Candidate &at =
                    finder.candidates()[finder.positionOf(attempt, query.breakdown->step)];
                grouped.groups[column->code(actor, at.event)].add(query, finder, attempt, actor,
                                                                  dataEnd);
            }
            break;
        case Attribution::AllEvents:
            break;
        }
    });
    if (query.breakdown && query.breakdown->attribution == Attribution::AllEvents) {
        finder.read(actor);
        std::vector<std::uint32_t> codes;
        for (const Candidate &candidate : finder.candidates()) {
            if (candidate.steps != 0)
                codes.push_back(column->code(actor, candidate.event));
        }
        std::sort(codes.begin(), codes.end());
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        for (const std::uint32_t code : codes) {
            finder.read(actor, column, code);
            finder.eachUnit(actor, [&] {
                const Attempt held = finder.decide();
                if (held.depth > 0 && !held.isTainted)
                    grouped.groups[code].add(query, finder, held, actor, dataEnd);
            });
        }
    }
}

} // namespace

Result<FunnelResult> evaluate(const EventLog &log, const FunnelQuery &query,
                              const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    const Result<ActorMeasure> measure = measureOf(log, query);
    if (!measure)
        return measure.error();
    PropertyPtr column;
    if (query.breakdown) {
        const Result<PropertyPtr> found =
            requiredProperty(log, query.breakdown->property, QStringLiteral("breakdown.property"));
        if (!found)
            return found.error();
        column = *found;
    }
    const std::int64_t dataEnd = dataEndOf(log, query);
    std::vector<Grouped> partials = overActors<Grouped>(
        log.actors(), {}, progress, [&](Grouped &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, *matchers);
            for (std::size_t actor = begin; actor < end; ++actor)
                addGrouped(partial, finder, query, column.get(), std::uint32_t(actor), dataEnd);
        });
    if (partials.empty())
        return Error::cancelled();
    Grouped all;
    for (const Grouped &partial : partials)
        all.append(partial);
    FunnelResult result;
    const qint64 units = unitsOf(log, query);
    result.total = all.total.finish(query, units, *measure);
    for (auto &[code, tally] : all.groups)
        result.groups.append({column->values[code], tally.finish(query, units, *measure)});
    std::stable_sort(result.groups.begin(), result.groups.end(),
                     [](const FunnelGroup &a, const FunnelGroup &b) {
                         return a.reading.steps.first().count > b.reading.steps.first().count;
                     });
    return result;
}

std::vector<std::uint32_t> lostBefore(const FunnelReading &reading, int step)
{
    const auto unique = [](std::vector<std::uint32_t> actors) {
        std::sort(actors.begin(), actors.end());
        actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
        return actors;
    };
    const std::vector<std::uint32_t> before = unique(reading.steps[step - 1].reached);
    const std::vector<std::uint32_t> after = unique(reading.steps[step].reached);
    std::vector<std::uint32_t> lost;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(lost));
    return lost;
}

} // namespace Funnel
