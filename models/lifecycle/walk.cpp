#include "models/lifecycle/walk.h"

namespace Lifecycle {

Route routeOf(const EntryRules &rules, const LifecycleModel &lifecycle, int windowDays)
{
    Route route;
    route.windowDays = windowDays;
    for (int stage = 0; stage < lifecycle.stages.size(); ++stage) {
        if (rules.observable() >> stage & 1)
            route.stages.append(stage);
    }
    return route;
}

Walk walk(const EntryRules &rules, const Route &route, Customers::CustomerIndex customer,
          std::int64_t until)
{
    Walk result;
    std::int64_t limit = until;
    rules.forEach(customer, [&](std::int64_t time, StageMask mask, bool, std::uint32_t) {
        if (result.depth == int(route.stages.size()) || time > limit)
            return;
        if (!(mask >> route.stages[result.depth] & 1))
            return;
        if (result.depth == 0 && route.windowDays > 0)
            limit = std::min(until, time + route.windowDays * secondsPerDay);
        result.time[std::size_t(result.depth++)] = time;
    });
    return result;
}

Span spanOf(const DateRange &range, QDate followedUntil)
{
    return {epochSeconds(range.from), epochSeconds(range.until.addDays(1)) - 1,
            epochSeconds(followedUntil.addDays(1)) - 1};
}

QDate lastFollowedDay(const Customers::Snapshot &snapshot, const DateRange &period)
{
    const QDate dataEnd = snapshot.extent.isValid() ? snapshot.extent.until : period.until;
    return std::max(dataEnd, period.until);
}

} // namespace Lifecycle
