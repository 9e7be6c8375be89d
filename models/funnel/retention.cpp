#include "models/funnel/retention.h"

#include "models/funnel/parallel.h"

#include <QCoreApplication>

#include <bit>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr int largestIntervals = 400;

/// A set of periods, one bit each.
class PeriodSet
{
public:
    explicit PeriodSet(int periods) : m_words((std::size_t(periods) + 63) / 64, 0) {}
    void clear() { std::fill(m_words.begin(), m_words.end(), 0); }
    void insert(int period)
    {
        m_words[std::size_t(period) / 64] |= std::uint64_t(1) << (period % 64);
    }
    [[nodiscard]] bool contains(int period) const
    {
        return m_words[std::size_t(period) / 64] >> (period % 64) & 1;
    }
    /// Calls \a visit for every period of the set, the earliest first.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            for (std::uint64_t rest = m_words[word]; rest != 0; rest &= rest - 1)
                visit(int(word * 64) + std::countr_zero(rest));
        }
    }
    /// −1: empty.
    [[nodiscard]] int last() const
    {
        for (std::size_t word = m_words.size(); word-- > 0;) {
            if (m_words[word] != 0)
                return int(word * 64) + 63 - std::countl_zero(m_words[word]);
        }
        return -1;
    }

private:
    std::vector<std::uint64_t> m_words;
};

/// What every event name alone says about target and returning.
struct NameTable
{
    std::vector<char> target;
    std::vector<char> returning;
};

std::vector<char> namesOf(const EventLog &log, const EventMatcher &matcher)
{
    std::vector<char> names(std::size_t(log.names().size()),
                            char(matcher.nameCode() == EventMatcher::anyName));
    if (matcher.nameCode() >= 0)
        names[std::size_t(matcher.nameCode())] = 1;
    return names;
}

/// Counts of a part of the actors, row by row.
class Triangle
{
public:
    explicit Triangle(int periods)
        : m_periods(std::size_t(periods)), m_cells(m_periods * m_periods, 0)
    {}
    qint64 &at(int row, int column)
    {
        return m_cells[std::size_t(row) * m_periods + std::size_t(column)];
    }
    void append(const Triangle &other)
    {
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            m_cells[i] += other.m_cells[i];
    }

private:
    std::size_t m_periods;
    std::vector<qint64> m_cells;
};

/// The periods in which one actor did the target and came back.
class ActorPeriods
{
public:
    ActorPeriods(const EventLog &log, const RetentionQuery &query, const EventMatcher &target,
                 const EventMatcher &returning, const PeriodAxis &axis)
        : m_log(log)
        , m_query(query)
        , m_target(target)
        , m_returning(returning)
        , m_axis(axis)
        , m_names{namesOf(log, target), namesOf(log, returning)}
        , m_targets(axis.count())
        , m_returns(axis.count())
        , m_occurrences(query.minOccurrences > 1 ? std::size_t(axis.count()) : 0, 0)
    {}

    void read(std::size_t actor)
    {
        m_targets.clear();
        m_returns.clear();
        std::fill(m_occurrences.begin(), m_occurrences.end(), 0);
        bool hadTarget = false;
        const std::int64_t epoch = m_log.epoch();
        for (std::uint32_t event = m_log.first(actor); event < m_log.end(actor); ++event) {
            const std::uint16_t name = m_log.codes()[event];
            const bool isTarget =
                m_names.target[name] && (!m_target.hasTests() || m_target.matches(actor, event));
            const bool isReturn = m_names.returning[name]
                                  && (!m_returning.hasTests() || m_returning.matches(actor, event));
            if (!isTarget && !isReturn)
                continue;
            const int period = m_axis.indexOf(epoch + m_log.times()[event]);
            const bool starts = isTarget && !(m_query.firstTime && hadTarget);
            hadTarget = hadTarget || isTarget;
            if (period < 0)
                continue;
            if (starts)
                m_targets.insert(period);
            if (isReturn
                && (m_occurrences.empty()
                    || ++m_occurrences[std::size_t(period)] >= m_query.minOccurrences))
                m_returns.insert(period);
        }
    }

    void addTo(Triangle &triangle) const
    {
        m_targets.forEach([&](int cohort) {
            ++triangle.at(cohort, 0);
            if (m_query.cumulative) {
                // Summed up from the right afterwards.
                if (const int last = m_returns.last(); last > cohort)
                    ++triangle.at(cohort, last - cohort);
                return;
            }
            m_returns.forEach([&](int period) {
                if (period > cohort)
                    ++triangle.at(cohort, period - cohort);
            });
        });
    }

private:
    const EventLog &m_log;
    const RetentionQuery &m_query;
    const EventMatcher &m_target;
    const EventMatcher &m_returning;
    const PeriodAxis &m_axis;
    NameTable m_names;
    PeriodSet m_targets;
    PeriodSet m_returns;
    std::vector<int> m_occurrences;
};

} // namespace

Result<RetentionQuery> retentionQueryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    RetentionQuery query;
    reader.word(u"kind"_s, {u"retention"_s}, u"retention"_s);
    reader.text(u"name"_s);
    query.period =
        Interval(intervalNames().indexOf(reader.word(u"period"_s, intervalNames(), u"day"_s)));
    query.intervals = int(reader.integer(u"intervals"_s, 11, 1, largestIntervals));
    const TimeRange range = readTimeRange(reader);
    query.dateTo = range.until;
    query.dateToText = range.untilText;
    if (range.from) {
        reader.refuse(
            QCoreApplication::translate("Funnel", "The field \"%1\" is not known here. Say with "
                                                  "\"intervals\" how many periods to show.")
                .arg(u"date_from"_s));
    }
    query.weekStart = readWeekStart(reader);
    query.target = readConditionField(reader, u"target"_s);
    query.returning =
        reader.has(u"returning"_s) ? readConditionField(reader, u"returning"_s) : query.target;
    query.firstTime =
        reader.word(u"type"_s, {u"recurring"_s, u"first_time"_s}, u"recurring"_s) == u"first_time";
    query.cumulative = reader.flag(u"cumulative"_s, false);
    query.minOccurrences = int(reader.integer(u"min_occurrences"_s, 1, 1, 1'000'000));
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return query;
}

QJsonObject toJson(const RetentionQuery &query)
{
    QJsonObject target;
    writeCondition(target, query.target);
    QJsonObject returning;
    writeCondition(returning, query.returning);
    QJsonObject json{{u"kind"_s, u"retention"_s},
                     {u"period"_s, intervalName(query.period)},
                     {u"intervals"_s, query.intervals},
                     {u"week_start"_s, weekStartName(query.weekStart)},
                     {u"target"_s, target},
                     {u"returning"_s, returning},
                     {u"type"_s, query.firstTime ? u"first_time"_s : u"recurring"_s},
                     {u"cumulative"_s, query.cumulative},
                     {u"min_occurrences"_s, query.minOccurrences}};
    if (query.dateTo)
        json.insert(u"date_to"_s, query.dateToText);
    return json;
}

Result<RetentionMatrix> evaluateRetention(const EventLog &log, const RetentionQuery &query,
                                          const Progress &progress)
{
    const Result<EventMatcher> target = EventMatcher::make(log, query.target, u"target"_s);
    if (!target)
        return target.error();
    const Result<EventMatcher> returning = EventMatcher::make(log, query.returning, u"returning"_s);
    if (!returning)
        return returning.error();
    const PeriodAxis axis = PeriodAxis::endingAt(
        query.period, query.dateTo.value_or(log.lastSecond()), query.intervals, query.weekStart);
    const std::vector<Triangle> partials =
        overActors<Triangle>(log.actors(), Triangle(axis.count()), progress,
                             [&](Triangle &partial, std::size_t begin, std::size_t end) {
                                 ActorPeriods actorPeriods(log, query, *target, *returning, axis);
                                 for (std::size_t actor = begin; actor < end; ++actor) {
                                     actorPeriods.read(actor);
                                     actorPeriods.addTo(partial);
                                 }
                             });
    if (partials.empty())
        return Error::cancelled();
    Triangle all(axis.count());
    for (const Triangle &partial : partials)
        all.append(partial);
    RetentionMatrix matrix;
    for (int cohort = 0; cohort < axis.count(); ++cohort) {
        matrix.periods.append(axis.label(cohort));
        QList<qint64> row;
        for (int column = 0; column < axis.count() - cohort; ++column)
            row.append(all.at(cohort, column));
        if (query.cumulative) {
            for (qsizetype column = row.size() - 2; column >= 1; --column)
                row[column] += row[column + 1];
        }
        matrix.rows.append(row);
    }
    return matrix;
}

} // namespace Funnel
