#pragma once

#include "models/core/dates.h"
#include "models/core/jsonreader.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace Funnel {

enum class Interval { Hour, Day, Week, Month, Quarter, Year };

[[nodiscard]] const QStringList &intervalNames(); ///< "hour" … "year", in the order of Interval
[[nodiscard]] QString intervalName(Interval interval);

/// First and last second that count; open ends reach to the first and last event. The texts are
/// kept so that a definition reads back as it was written.
struct TimeRange
{
    QString fromText;
    QString untilText;
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> until;

    [[nodiscard]] bool holds(std::int64_t second) const
    {
        return (!from || second >= *from) && (!until || second <= *until);
    }
    bool operator==(const TimeRange &) const = default;
};

/// Reads "date_from" and "date_to": a date means the whole day; the end counts.
TimeRange readTimeRange(JsonReader &reader);
void writeTimeRange(QJsonObject &json, const TimeRange &range);

/// "sunday" … "saturday"; Sunday where nothing is said.
Qt::DayOfWeek readWeekStart(JsonReader &reader);
[[nodiscard]] QString weekStartName(Qt::DayOfWeek day);

/// Consecutive whole periods, numbered from 0.
class PeriodAxis
{
public:
    /// The periods from the one that holds \a from to the one that holds \a until.
    PeriodAxis(Interval interval, std::int64_t from, std::int64_t until, Qt::DayOfWeek weekStart);
    /// \a count periods, the last of which holds \a until.
    static PeriodAxis endingAt(Interval interval, std::int64_t until, int count,
                               Qt::DayOfWeek weekStart);

    [[nodiscard]] int count() const { return int(m_starts.size()) - 1; }
    [[nodiscard]] std::int64_t start(int period) const { return m_starts[std::size_t(period)]; }
    [[nodiscard]] std::int64_t firstSecond() const { return m_starts.front(); }
    [[nodiscard]] std::int64_t lastSecond() const { return m_starts.back() - 1; }
    /// −1: outside.
    [[nodiscard]] int indexOf(std::int64_t second) const
    {
        if (second < m_starts.front() || second >= m_starts.back())
            return -1;
        const int period = m_periodOfSlot[std::size_t(second - m_starts.front()) >> m_slotBits];
        return period + int(second >= m_starts[std::size_t(period) + 1]);
    }
    /// ISO date of the period's start; with the hour where periods are hours.
    [[nodiscard]] QString label(int period) const;

    /// More periods than this are refused: a chart or a matrix of them says nothing.
    static constexpr int largestCount = 20000;
    /// How many periods a range would have, without making them.
    [[nodiscard]] static std::int64_t estimate(Interval interval, std::int64_t from,
                                               std::int64_t until);

private:
    PeriodAxis() = default;
    void number();

    Interval m_interval = Interval::Day;
    std::vector<std::int64_t> m_starts; ///< count + 1
    /// A slot is a power of two of seconds and shorter than any period, so that at most one period
    /// begins within it: finding a period takes a shift and a comparison.
    int m_slotBits = 0;
    std::vector<int> m_periodOfSlot; ///< the period at the slot's first second
};

} // namespace Funnel
