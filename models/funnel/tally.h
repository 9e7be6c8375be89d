#pragma once

#include "models/funnel/evaluator.h"

#include <algorithm>
#include <numeric>

namespace Funnel {

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
        if (isStillOpen(query, finder, attempt, actor, dataEnd))
            ++steps[std::size_t(attempt.depth)].open;
    }
    /// Whether the time for the next step has not passed yet.
    static bool isStillOpen(const FunnelQuery &query, const AttemptFinder &finder,
                            const Attempt &attempt, std::uint32_t actor, std::int64_t dataEnd)
    {
        if (attempt.depth == int(query.steps.size()))
            return false;
        if (query.counting == Counting::Sessions && !sessionRuns(query, finder, attempt, actor, dataEnd))
            return false;
        const std::optional<std::int64_t> &ofStep = query.steps[attempt.depth].windowSeconds;
        const auto second = [&](int step) {
            return finder.candidates()[attempt.at[std::size_t(step)]].second;
        };
        const bool funnelRuns = !query.windowSeconds || second(0) + *query.windowSeconds > dataEnd;
        const bool stepRuns = !ofStep || second(attempt.depth - 1) + *ofStep > dataEnd;
        const bool hasLimit =
            query.windowSeconds || ofStep || query.counting == Counting::Sessions;
        return hasLimit && funnelRuns && stepRuns;
    }
    /// Whether the session may still go on.
    static bool sessionRuns(const FunnelQuery &query, const AttemptFinder &finder,
                            const Attempt &attempt, std::uint32_t actor, std::int64_t dataEnd)
    {
        const std::uint32_t end = finder.unitEnd(actor, finder.candidates()[attempt.at[0]].event);
        return finder.log().seconds(end - 1) + query.sessionGapSeconds > dataEnd;
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
    /// \a measure is added up where the query asks for one.
    [[nodiscard]] FunnelReading finish(const FunnelQuery &query, qint64 actors,
                                       const ActorMeasure &measure)
    {
        FunnelReading reading;
        reading.actors = actors;
        reading.currency = measure.currency;
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
            if (!query.value.isEmpty())
                done.value = sumOf(step.actors, measure);
            if (lists)
                done.reached = std::move(step.actors);
            reading.steps.append(std::move(done));
        }
        return reading;
    }
};

/// The last second that tells whether a window has passed.
[[nodiscard]] inline std::int64_t dataEndOf(const EventLog &log, const FunnelQuery &query)
{
    return query.range.until ? std::min(*query.range.until, log.lastSecond()) : log.lastSecond();
}

} // namespace Funnel
