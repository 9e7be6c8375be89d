#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

/// Days from \a from to \a until, both included.
struct DateRange
{
    QDate from;
    QDate until;

    [[nodiscard]] bool isValid() const { return from.isValid() && until.isValid() && from <= until; }
    [[nodiscard]] qint64 days() const { return isValid() ? from.daysTo(until) + 1 : 0; }
    [[nodiscard]] bool contains(QDate day) const { return day >= from && day <= until; }
    bool operator==(const DateRange &) const = default;
};

enum class PeriodUnit { Day, Week, Month, Quarter, Year };

/// Length of a model period in days: a week is 7, a month 365.25 / 12, a year 365.25.
[[nodiscard]] double daysPerPeriod(PeriodUnit unit);

/// First day of the period that holds \a day. Weeks begin on \a weekStart.
[[nodiscard]] QDate periodStart(QDate day, PeriodUnit unit, Qt::DayOfWeek weekStart = Qt::Monday);
/// Last day of the period that holds \a day.
[[nodiscard]] QDate periodEnd(QDate day, PeriodUnit unit, Qt::DayOfWeek weekStart = Qt::Monday);
/// The ends of all periods that end within [from, until], oldest first.
[[nodiscard]] QList<QDate> periodEnds(QDate from, QDate until, PeriodUnit unit);

[[nodiscard]] int quarterOf(QDate day); ///< 1 to 4

/// "day", "week", "month", "quarter", "year", as on the command line and in definitions.
[[nodiscard]] std::optional<PeriodUnit> periodUnitFromName(const QString &name);
[[nodiscard]] QString periodUnitName(PeriodUnit unit);

/// Seconds since 1970-01-01T00:00:00Z of the day's first moment, and the day of a moment, in UTC.
/// The civil-calendar arithmetic avoids QDateTime, which is far too slow for rows.
[[nodiscard]] qint64 epochSeconds(QDate day);
[[nodiscard]] QDate dayOfEpoch(qint64 seconds);
/// Whole days since 1970-01-01, rounded towards the past.
[[nodiscard]] constexpr qint64 epochDay(qint64 seconds)
{
    return seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
}
