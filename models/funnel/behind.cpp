#include "models/funnel/behind.h"

#include "models/funnel/evaluator.h"
#include "models/funnel/parallel.h"

namespace Funnel {
namespace {

/// The actors of whom \a isBehind(finder, actor, attempt) holds for an attempt that counts.
template <typename IsBehind>
Result<Actors> actorsWhere(const EventLog &log, const FunnelQuery &query, const Progress &progress,
                           IsBehind isBehind)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    const std::vector<Actors> partials = overActors<Actors>(
        log.actors(), {}, progress, [&](Actors &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, *matchers);
            for (std::size_t actor = begin; actor < end; ++actor) {
                finder.eachCounted(actor, [&](const Attempt &attempt) {
                    const bool isKnown = !partial.empty() && partial.back() == actor;
                    if (!isKnown && isBehind(finder, actor, attempt))
                        partial.push_back(std::uint32_t(actor));
                });
            }
        });
    if (partials.empty())
        return Error::cancelled();
    Actors actors;
    for (const Actors &partial : partials)
        actors.insert(actors.end(), partial.begin(), partial.end());
    return actors;
}

} // namespace

Result<Actors> driverActors(const EventLog &log, const FunnelQuery &query, const QString &event,
                            bool converted, const Progress &progress)
{
    const int name = log.nameCode(event);
    const auto steps = int(query.steps.size());
    return actorsWhere(
        log, query, progress,
        [&](const AttemptFinder &finder, std::size_t actor, const Attempt &attempt) {
            if ((attempt.depth == steps) != converted)
                return false;
            const Candidate &entry = finder.candidates()[attempt.at[0]];
            const std::uint32_t last =
                converted ? finder.candidates()[attempt.at[std::size_t(steps - 1)]].event
                          : finder.unitEnd(actor, entry.event);
            for (std::uint32_t at = entry.event + 1; at < last; ++at) {
                const std::int64_t second = log.seconds(at);
                if (!query.range.holds(second)
                    || (query.windowSeconds && second > entry.second + *query.windowSeconds))
                    break;
                if (log.codes()[at] == name)
                    return true;
            }
            return false;
        });
}

Result<Actors> traitActors(const EventLog &log, const FunnelQuery &query, const QString &property,
                           const QString &value, bool converted, const Progress &progress)
{
    const Result<PropertyPtr> column = requiredProperty(log, property, QStringLiteral("traits"));
    if (!column)
        return column.error();
    const auto code = std::uint32_t(std::max<qsizetype>(0, (*column)->values.indexOf(value)));
    const auto steps = int(query.steps.size());
    return actorsWhere(
        log, query, progress,
        [&](const AttemptFinder &finder, std::size_t actor, const Attempt &attempt) {
            return (attempt.depth == steps) == converted
                   && (*column)->code(actor, finder.candidates()[attempt.at[0]].event) == code;
        });
}

Result<Actors> convertedWithin(const EventLog &log, const FunnelQuery &query,
                               std::int64_t fromSeconds, std::int64_t beforeSeconds,
                               const Progress &progress)
{
    return actorsWhere(log, query, progress,
                       [&](const AttemptFinder &finder, std::size_t, const Attempt &attempt) {
                           if (attempt.depth <= query.lastStep())
                               return false;
                           const auto at = [&](int step) {
                               return finder.candidates()[attempt.at[std::size_t(step)]].second;
                           };
                           const std::int64_t wait = at(query.lastStep()) - at(query.fromStep);
                           return wait >= fromSeconds && wait < beforeSeconds;
                       });
}

} // namespace Funnel
