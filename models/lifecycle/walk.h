#pragma once

#include "models/lifecycle/occurrences.h"

#include <array>

namespace Lifecycle {

inline constexpr std::int64_t secondsPerDay = 86400;

/// The stages of a lifecycle that some row of the workspace can fill, in order.
struct Route
{
    QList<int> stages;
    int windowDays = 0; ///< from the entry; 0: no limit
};
[[nodiscard]] Route routeOf(const EntryRules &rules, const LifecycleModel &lifecycle,
                            int windowDays);

/// How far one customer came along a route, and when.
struct Walk
{
    int depth = 0; ///< stages of the route reached
    std::array<std::int64_t, largestStageCount> time{};
};
/// The ordered funnel of one customer: the first entry ever starts it, every later stage is the
/// first occurrence after the one before. Rows after \a until do not count.
[[nodiscard]] Walk walk(const EntryRules &rules, const Route &route,
                        Customers::CustomerIndex customer, std::int64_t until);

/// A period of entries and how long those are followed, in epoch seconds.
struct Span
{
    std::int64_t from = 0; ///< entry, both ends included
    std::int64_t until = 0;
    std::int64_t followed = 0; ///< last second that counts

    [[nodiscard]] bool holds(std::int64_t time) const { return time >= from && time <= until; }
};
[[nodiscard]] Span spanOf(const DateRange &range, QDate followedUntil);
/// Those who enter within \a period are followed to the end of the data, or of the period.
[[nodiscard]] QDate lastFollowedDay(const Customers::Snapshot &snapshot, const DateRange &period);

} // namespace Lifecycle
