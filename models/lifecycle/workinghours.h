#pragma once

#include <QList>
#include <QtCore/qnamespace.h>

#include <cstdint>

namespace Lifecycle {

/// The hours in which people work, by the clock of the data.
struct WorkingWeek
{
    QList<Qt::DayOfWeek> weekend{Qt::Friday, Qt::Saturday};
    int fromHour = 8;
    int untilHour = 17;
    bool operator==(const WorkingWeek &) const = default;
};

/// Hours of work between two moments (epoch seconds); 0 where \a until is not later.
[[nodiscard]] double workingHours(const WorkingWeek &week, std::int64_t from, std::int64_t until);

/// What departments promise each other at a hand-off.
struct ServiceLevel
{
    double hours = 8; ///< of work until the next department has decided
    WorkingWeek week;
    int lossAfterDays = 90; ///< who has not arrived by then counts as lost
    bool operator==(const ServiceLevel &) const = default;
};

} // namespace Lifecycle
