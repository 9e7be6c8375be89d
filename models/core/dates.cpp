#include "models/core/dates.h"

namespace {
constexpr qint64 julianDayOfEpoch = 2440588; // 1970-01-01
}

double daysPerPeriod(PeriodUnit unit)
{
    switch (unit) {
    case PeriodUnit::Day: return 1;
    case PeriodUnit::Week: return 7;
    case PeriodUnit::Month: return 365.25 / 12;
    case PeriodUnit::Quarter: return 365.25 / 4;
    case PeriodUnit::Year: return 365.25;
    }
    Q_UNREACHABLE();
}

int quarterOf(QDate day)
{
    return (day.month() - 1) / 3 + 1;
}

QDate periodStart(QDate day, PeriodUnit unit, Qt::DayOfWeek weekStart)
{
    switch (unit) {
    case PeriodUnit::Day: return day;
    case PeriodUnit::Week: return day.addDays(-((day.dayOfWeek() - int(weekStart) + 7) % 7));
    case PeriodUnit::Month: return {day.year(), day.month(), 1};
    case PeriodUnit::Quarter: return {day.year(), (quarterOf(day) - 1) * 3 + 1, 1};
    case PeriodUnit::Year: return {day.year(), 1, 1};
    }
    Q_UNREACHABLE();
}

QDate periodEnd(QDate day, PeriodUnit unit, Qt::DayOfWeek weekStart)
{
    const QDate start = periodStart(day, unit, weekStart);
    switch (unit) {
    case PeriodUnit::Day: return day;
    case PeriodUnit::Week: return start.addDays(6);
    case PeriodUnit::Month: return start.addMonths(1).addDays(-1);
    case PeriodUnit::Quarter: return start.addMonths(3).addDays(-1);
    case PeriodUnit::Year: return start.addYears(1).addDays(-1);
    }
    Q_UNREACHABLE();
}

QList<QDate> periodEnds(QDate from, QDate until, PeriodUnit unit)
{
    QList<QDate> ends;
    if (!from.isValid() || !until.isValid())
        return ends;
    for (QDate end = periodEnd(from, unit); end <= until; end = periodEnd(end.addDays(1), unit))
        ends.append(end);
    return ends;
}

std::optional<PeriodUnit> periodUnitFromName(const QString &name)
{
    for (const PeriodUnit unit : {PeriodUnit::Day, PeriodUnit::Week, PeriodUnit::Month,
                                  PeriodUnit::Quarter, PeriodUnit::Year}) {
        if (periodUnitName(unit) == name)
            return unit;
    }
    return std::nullopt;
}

QString periodUnitName(PeriodUnit unit)
{
    switch (unit) {
    case PeriodUnit::Day: return QStringLiteral("day");
    case PeriodUnit::Week: return QStringLiteral("week");
    case PeriodUnit::Month: return QStringLiteral("month");
    case PeriodUnit::Quarter: return QStringLiteral("quarter");
    case PeriodUnit::Year: return QStringLiteral("year");
    }
    Q_UNREACHABLE();
}

qint64 epochSeconds(QDate day)
{
    return (day.toJulianDay() - julianDayOfEpoch) * 86400;
}

QDate dayOfEpoch(qint64 seconds)
{
    return QDate::fromJulianDay(epochDay(seconds) + julianDayOfEpoch);
}
