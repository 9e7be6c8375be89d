#include "models/funnel/periods.h"

#include "models/funnel/eventlog.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr std::int64_t secondsPerHour = 3600;
constexpr std::int64_t secondsPerDay = 86400;

const QStringList &weekDayNames()
{
    static const QStringList names{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                                   u"friday"_s, u"saturday"_s, u"sunday"_s};
    return names;
}

std::optional<PeriodUnit> unitOf(Interval interval)
{
    return periodUnitFromName(intervalName(interval));
}

std::int64_t startOf(std::int64_t second, Interval interval, Qt::DayOfWeek weekStart)
{
    if (interval == Interval::Hour) {
        const std::int64_t rest = (second % secondsPerHour + secondsPerHour) % secondsPerHour;
        return second - rest;
    }
    return epochSeconds(periodStart(dayOfEpoch(second), *unitOf(interval), weekStart));
}

std::int64_t nextStart(std::int64_t start, Interval interval, int step)
{
    const QDate day = dayOfEpoch(start);
    switch (interval) {
    case Interval::Hour:
        return start + step * secondsPerHour;
    case Interval::Day:
        return start + step * secondsPerDay;
    case Interval::Week:
        return start + step * 7 * secondsPerDay;
    case Interval::Month:
        return epochSeconds(day.addMonths(step));
    case Interval::Quarter:
        return epochSeconds(day.addMonths(3 * step));
    case Interval::Year:
        return epochSeconds(day.addYears(step));
    }
    Q_UNREACHABLE();
}

/// Seconds of a field that holds a date or a moment; \a wholeDay: a date means its last second.
std::optional<std::int64_t> readMoment(JsonReader &reader, const QString &field, QString &text,
                                       bool wholeDay)
{
    if (!reader.has(field))
        return std::nullopt;
    text = reader.text(field);
    const std::optional<std::int64_t> seconds = secondsFromIso(text);
    if (!seconds) {
        reader.refuse(
            QCoreApplication::translate(
                "Funnel",
                "The field \"%1\" is \"%2\", which is not a date. Write it as 2025-06-30.")
                .arg(reader.pathOf(field), text));
        return std::nullopt;
    }
    return wholeDay && text.size() == 10 ? *seconds + secondsPerDay - 1 : *seconds;
}

} // namespace

const QStringList &intervalNames()
{
    static const QStringList names{u"hour"_s,  u"day"_s,     u"week"_s,
                                   u"month"_s, u"quarter"_s, u"year"_s};
    return names;
}

QString intervalName(Interval interval) { return intervalNames().at(int(interval)); }

TimeRange readTimeRange(JsonReader &reader)
{
    TimeRange range;
    range.from = readMoment(reader, u"date_from"_s, range.fromText, false);
    range.until = readMoment(reader, u"date_to"_s, range.untilText, true);
    if (range.from && range.until && *range.from > *range.until) {
        reader.refuse(
            QCoreApplication::translate(
                "Funnel", "The field \"%1\" (%2) is later than \"%3\" (%4). Exchange the two.")
                .arg(reader.pathOf(u"date_from"_s), range.fromText, reader.pathOf(u"date_to"_s),
                     range.untilText));
    }
    return range;
}

void writeTimeRange(QJsonObject &json, const TimeRange &range)
{
    if (range.from)
        json.insert(u"date_from"_s, range.fromText);
    if (range.until)
        json.insert(u"date_to"_s, range.untilText);
}

Qt::DayOfWeek readWeekStart(JsonReader &reader)
{
    return Qt::DayOfWeek(
        weekDayNames().indexOf(reader.word(u"week_start"_s, weekDayNames(), u"sunday"_s)) + 1);
}

QString weekStartName(Qt::DayOfWeek day) { return weekDayNames().at(int(day) - 1); }

PeriodAxis::PeriodAxis(Interval interval, std::int64_t from, std::int64_t until,
                       Qt::DayOfWeek weekStart)
    : m_interval(interval)
{
    m_starts.push_back(startOf(from, interval, weekStart));
    while (m_starts.back() <= until || m_starts.size() < 2)
        m_starts.push_back(nextStart(m_starts.back(), interval, 1));
    number();
}

PeriodAxis PeriodAxis::endingAt(Interval interval, std::int64_t until, int count,
                                Qt::DayOfWeek weekStart)
{
    PeriodAxis axis;
    axis.m_interval = interval;
    const std::int64_t last = startOf(until, interval, weekStart);
    for (int period = 1 - count; period <= 1; ++period)
        axis.m_starts.push_back(nextStart(last, interval, period));
    axis.number();
    return axis;
}

void PeriodAxis::number()
{
    std::int64_t shortest = m_starts[1] - m_starts[0];
    for (std::size_t period = 1; period + 1 < m_starts.size(); ++period)
        shortest = std::min(shortest, m_starts[period + 1] - m_starts[period]);
    m_slotBits = int(std::bit_width(std::uint64_t(shortest))) - 1;
    const std::int64_t slotCount = ((m_starts.back() - m_starts.front() - 1) >> m_slotBits) + 1;
    m_periodOfSlot.reserve(std::size_t(slotCount));
    int period = 0;
    for (std::int64_t slot = 0; slot < slotCount; ++slot) {
        while (m_starts.front() + (slot << m_slotBits) >= m_starts[std::size_t(period) + 1])
            ++period;
        m_periodOfSlot.push_back(period);
    }
}

QString PeriodAxis::label(int period) const
{
    const std::int64_t second = start(period);
    if (m_interval == Interval::Hour)
        return QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(Qt::ISODate);
    return dayOfEpoch(second).toString(Qt::ISODate);
}

std::int64_t PeriodAxis::estimate(Interval interval, std::int64_t from, std::int64_t until)
{
    const double seconds = interval == Interval::Hour
                               ? double(secondsPerHour)
                               : daysPerPeriod(*unitOf(interval)) * double(secondsPerDay);
    return std::int64_t(double(std::max<std::int64_t>(until - from, 0)) / seconds) + 1;
}

} // namespace Funnel
