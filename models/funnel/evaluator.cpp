#include "models/funnel/evaluator.h"

#include "models/funnel/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

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

namespace {

/// A reading under construction.
struct Tally
{
    struct Counts
    {
        qint64 count = 0;
        qint64 open = 0;
        std::vector<std::int64_t> waits;
        std::vector<std::uint32_t> actors;
    };
    std::vector<Counts> steps;

    void add(const FunnelQuery &query, const AttemptFinder &finder, const Attempt &attempt,
             std::uint32_t actor, std::int64_t dataEnd)
    {
        if (steps.empty())
            steps.resize(std::size_t(query.steps.size()));
        for (std::size_t i = 0; i < std::size_t(attempt.depth); ++i) {
            ++steps[i].count;
            steps[i].actors.push_back(actor);
            if (i > 0)
                steps[i].waits.push_back(finder.candidates()[attempt.at[i]].second
                                         - finder.candidates()[attempt.at[i - 1]].second);
        }
        if (isStillOpen(query, finder, attempt, dataEnd))
            ++steps[std::size_t(attempt.depth)].open;
    }
    /// Whether the time for the next step has not passed yet.
    static bool isStillOpen(const FunnelQuery &query, const AttemptFinder &finder,
                            const Attempt &attempt, std::int64_t dataEnd)
    {
        if (attempt.depth == int(query.steps.size()))
            return false;
        const std::optional<std::int64_t> &ofStep = query.steps[attempt.depth].windowSeconds;
        const auto second = [&](int step) {
            return finder.candidates()[attempt.at[std::size_t(step)]].second;
        };
        const bool funnelRuns = !query.windowSeconds || second(0) + *query.windowSeconds > dataEnd;
        const bool stepRuns = !ofStep || second(attempt.depth - 1) + *ofStep > dataEnd;
        return (query.windowSeconds || ofStep) && funnelRuns && stepRuns;
    }
    void append(const Tally &other)
    {
        if (steps.empty()) {
            steps = other.steps;
            return;
        }
        for (std::size_t i = 0; i < other.steps.size(); ++i) {
            steps[i].count += other.steps[i].count;
            steps[i].open += other.steps[i].open;
            steps[i].waits.insert(steps[i].waits.end(), other.steps[i].waits.begin(),
                                  other.steps[i].waits.end());
            steps[i].actors.insert(steps[i].actors.end(), other.steps[i].actors.begin(),
                                   other.steps[i].actors.end());
        }
    }
    [[nodiscard]] FunnelReading finish(const FunnelQuery &query, qint64 actors)
    {
        FunnelReading reading;
        reading.actors = actors;
        steps.resize(std::size_t(query.steps.size()));
        const bool lists = query.listActors.value_or(steps.front().count <= listedActors);
        for (Counts &step : steps) {
            StepReading done;
            done.count = step.count;
            done.stillOpen = step.open;
            if (!step.waits.empty()) {
                done.averageSeconds = std::accumulate(step.waits.begin(), step.waits.end(), 0.0)
                                      / double(step.waits.size());
                done.medianSeconds = medianOf(step.waits);
            }
            if (lists)
                done.reached = std::move(step.actors);
            reading.steps.append(std::move(done));
        }
        return reading;
    }
};

std::int64_t dataEndOf(const EventLog &log, const FunnelQuery &query)
{
    return query.range.until ? std::min(*query.range.until, log.lastSecond()) : log.lastSecond();
}

Result<PropertyPtr> requireProperty(const EventLog &log, const QString &name, const QString &path)
{
    Result<PropertyPtr> column = log.property(name);
    if (!column || *column)
        return column;
    return unknownProperty(path, name);
}

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
            const Attempt held = finder.decide();
            if (held.depth > 0 && !held.isTainted)
                grouped.groups[code].add(query, finder, held, actor, dataEnd);
        }
    }
}

enum class Side { Left, Right, Neither };

template <typename SideOf>
Result<std::pair<FunnelReading, FunnelReading>>
compareSides(const EventLog &log, const FunnelQuery &query, const FunnelMatchers &matchers,
             const Progress &progress, SideOf sideOf)
{
    const std::int64_t dataEnd = dataEndOf(log, query);
    struct Sides
    {
        Tally left;
        Tally right;
        qint64 leftActors = 0;
        qint64 rightActors = 0;
    };
    const std::vector<Sides> partials = overActors<Sides>(
        log.actors(), {}, progress, [&](Sides &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, matchers);
            for (std::size_t actor = begin; actor < end; ++actor) {
                if (log.first(actor) == log.end(actor))
                    continue;
                const Side side = sideOf(actor);
                if (side == Side::Neither)
                    continue;
                const bool isLeft = side == Side::Left;
                ++(isLeft ? partial.leftActors : partial.rightActors);
                finder.eachCounted(actor, [&](const Attempt &attempt) {
                    (isLeft ? partial.left : partial.right)
                        .add(query, finder, attempt, std::uint32_t(actor), dataEnd);
                });
            }
        });
    if (partials.empty())
        return Error::cancelled();
    Sides all;
    for (const Sides &partial : partials) {
        all.left.append(partial.left);
        all.right.append(partial.right);
        all.leftActors += partial.leftActors;
        all.rightActors += partial.rightActors;
    }
    return std::pair(all.left.finish(query, all.leftActors),
                     all.right.finish(query, all.rightActors));
}

Result<std::pair<FunnelReading, FunnelReading>>
compareSegment(const EventLog &log, const FunnelQuery &query, const Progress &progress)
{
    if (!log.canJudge()) {
        return JsonReader::definitionError(QCoreApplication::translate(
            "Funnel", "The field \"compare.segment\" needs customers, and this definition counts "
                      "accounts. Compare values of a property instead."));
    }
    const Result<std::vector<std::uint8_t>> members = log.judge(Segments::Rule::of(
        {QStringLiteral("segment"), Segments::Operator::Equals, query.compare->segment, 0, {}, {}}));
    if (!members) {
        Error error = members.error();
        error.message = QStringLiteral("compare.segment: ") + error.message;
        return error;
    }
    return compareWithRest(log, query, *members, progress);
}

} // namespace

Result<FunnelResult> evaluate(const EventLog &log, const FunnelQuery &query,
                              const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    PropertyPtr column;
    if (query.breakdown) {
        const Result<PropertyPtr> found =
            requireProperty(log, query.breakdown->property, QStringLiteral("breakdown.property"));
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
    result.total = all.total.finish(query, log.activeActors());
    for (auto &[code, tally] : all.groups)
        result.groups.append({column->values[code], tally.finish(query, log.activeActors())});
    std::stable_sort(result.groups.begin(), result.groups.end(),
                     [](const FunnelGroup &a, const FunnelGroup &b) {
                         return a.reading.steps.first().count > b.reading.steps.first().count;
                     });
    return result;
}

Result<std::pair<FunnelReading, FunnelReading>>
compareGroups(const EventLog &log, const FunnelQuery &query, const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    if (!query.compare) {
        return JsonReader::definitionError(QCoreApplication::translate(
            "Funnel", "The field \"compare\" is missing. Name the property and the two groups."));
    }
    if (!query.compare->segment.isEmpty())
        return compareSegment(log, query, progress);
    const Result<PropertyPtr> column =
        requireProperty(log, query.compare->property, QStringLiteral("compare.property"));
    if (!column)
        return column.error();
    const bool pools = query.compare->right == u"*rest*";
    const qsizetype left = (*column)->values.indexOf(query.compare->left);
    const qsizetype right = (*column)->values.indexOf(query.compare->right);
    for (const auto &[field, value, code] :
         {std::tuple(QStringLiteral("compare.left"), query.compare->left, left),
          std::tuple(QStringLiteral("compare.right"), query.compare->right, pools ? 0 : right)}) {
        if (code < 0) {
            return JsonReader::definitionError(
                QCoreApplication::translate(
                    "Funnel", "The field \"%1\" is \"%2\", a value that \"%3\" never has.")
                    .arg(field, value, query.compare->property));
        }
    }

    return compareSides(log, query, *matchers, progress, [&](std::size_t actor) {
        // An actor's group is the first value that any of its events has.
        std::uint32_t code = 0;
        for (std::uint32_t event = log.first(actor); code == 0 && event < log.end(actor); ++event)
            code = (*column)->code(actor, event);
        if (qsizetype(code) == left)
            return Side::Left;
        return pools || qsizetype(code) == right ? Side::Right : Side::Neither;
    });
}

Result<std::pair<FunnelReading, FunnelReading>>
compareWithRest(const EventLog &log, const FunnelQuery &query, std::span<const std::uint8_t> left,
                const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    return compareSides(log, query, *matchers, progress, [left](std::size_t actor) {
        return actor < left.size() && left[actor] != 0 ? Side::Left : Side::Right;
    });
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
