#include "models/lifecycle/workinghours.h"

#include "models/core/dates.h"

#include <algorithm>

namespace Lifecycle {
namespace {

constexpr std::int64_t secondsPerDay = 86400;
constexpr std::int64_t secondsPerHour = 3600;

/// 1970-01-01 was a Thursday.
Qt::DayOfWeek weekdayOf(std::int64_t day)
{
    const std::int64_t index = ((day + 3) % 7 + 7) % 7; // 0: Monday
    return Qt::DayOfWeek(int(index) + 1);
}

} // namespace

double workingHours(const WorkingWeek &week, std::int64_t from, std::int64_t until)
{
    const std::int64_t dayHours = std::max(week.untilHour - week.fromHour, 0);
    if (until <= from || dayHours == 0)
        return 0;
    std::int64_t seconds = 0;
    std::int64_t day = epochDay(from);
    const std::int64_t lastDay = epochDay(until);
    // Whole weeks hold the same hours whatever day they begin on.
    if (const std::int64_t weeks = (lastDay - day - 1) / 7; weeks > 0) {
        std::int64_t workdays = 0;
        for (std::int64_t i = 1; i <= 7; ++i)
            workdays += !week.weekend.contains(weekdayOf(day + i));
        seconds += weeks * workdays * dayHours * secondsPerHour;
        // The first day is partly gone already: it is counted by itself.
        const std::int64_t end = day * secondsPerDay + week.untilHour * secondsPerHour;
        const std::int64_t begin =
            std::max(from, day * secondsPerDay + week.fromHour * secondsPerHour);
        if (!week.weekend.contains(weekdayOf(day)))
            seconds += std::max<std::int64_t>(end - begin, 0);
        day += 7 * weeks + 1;
        from = day * secondsPerDay;
    }
    for (; day <= lastDay; ++day) {
        if (week.weekend.contains(weekdayOf(day)))
            continue;
        const std::int64_t begin =
            std::max(from, day * secondsPerDay + week.fromHour * secondsPerHour);
        const std::int64_t end =
            std::min(until, day * secondsPerDay + week.untilHour * secondsPerHour);
        seconds += std::max<std::int64_t>(end - begin, 0);
    }
    return double(seconds) / double(secondsPerHour);
}

} // namespace Lifecycle
