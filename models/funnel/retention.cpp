#include "models/funnel/retention.h"

#include "models/funnel/parallel.h"

#include <QCoreApplication>

#include <bit>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr int largestIntervals = 400;

/// What every event name alone says about target and returning.
struct NameTable
{
    std::vector<char> target;
    std::vector<char> returning;
};

std::vector<char> namesOf(const EventLog &log, const EventMatcher &matcher)
{
    std::vector<char> names(std::size_t(log.names().size()), char(matcher.takesAnyName()));
    for (const int code : matcher.nameCodes())
        names[std::size_t(code)] = 1;
    return names;
}

/// Counts of a part of the actors, row by row.
class Triangle
{
public:
    explicit Triangle(int periods)
        : m_periods(std::size_t(periods)), m_cells(m_periods * m_periods, 0)
    {}
    [[nodiscard]] qint64 *row(int cohort)
    {
        return m_cells.data() + std::size_t(cohort) * m_periods;
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

/// The periods in which 64 actors did the target and came back: one word a period, one bit an
/// actor, so that a cell of the triangle is counted for all of them at once.
class ActorBlock
{
public:
    static constexpr std::size_t size = 64;

    ActorBlock(const EventLog &log, const RetentionQuery &query, const EventMatcher &target,
               const EventMatcher &returning, const PeriodAxis &axis)
        : m_log(log)
        , m_query(query)
        , m_target(target)
        , m_returning(returning)
        , m_axis(axis)
        , m_names{namesOf(log, target), namesOf(log, returning)}
        , m_isPlain(query.target == query.returning && !target.hasTests() && !query.firstTime
                    && query.minOccurrences <= 1)
        , m_targets(std::size_t(axis.count()), 0)
        , m_returns(std::size_t(axis.count()), 0)
        , m_occurrences(query.minOccurrences > 1 ? std::size_t(axis.count()) : 0, 0)
    {}

    void addTo(Triangle &triangle, std::size_t begin, std::size_t end)
    {
        std::fill(m_targets.begin(), m_targets.end(), 0);
        std::fill(m_returns.begin(), m_returns.end(), 0);
        for (std::size_t actor = begin; actor < end; ++actor) {
            if (m_isPlain)
                readPlain(actor, std::uint64_t(1) << (actor - begin));
            else
                read(actor, std::uint64_t(1) << (actor - begin));
        }
        const int periods = m_axis.count();
        std::vector<std::uint64_t> &back = m_returns;
        if (m_isPlain)
            back = m_targets;
        if (m_query.cumulative) {
            // Came back in that period or a later one.
            for (int period = periods - 2; period >= 0; --period)
                back[std::size_t(period)] |= back[std::size_t(period) + 1];
        }
        for (int cohort = 0; cohort < periods; ++cohort) {
            const std::uint64_t members = m_targets[std::size_t(cohort)];
            if (members == 0)
                continue;
            qint64 *row = triangle.row(cohort);
            row[0] += std::popcount(members);
            for (int period = cohort + 1; period < periods; ++period)
                row[period - cohort] += std::popcount(members & back[std::size_t(period)]);
        }
    }

private:
    void readPlain(std::size_t actor, std::uint64_t bit)
    {
        const std::uint32_t *times = m_log.times().data();
        const std::uint16_t *names = m_log.codes().data();
        const char *isTarget = m_names.target.data();
        std::uint64_t *targets = m_targets.data();
        const std::int64_t epoch = m_log.epoch();
        const std::uint32_t end = m_log.end(actor);
        for (std::uint32_t event = m_log.first(actor); event < end; ++event) {
            if (!isTarget[names[event]])
                continue;
            if (const int period = m_axis.indexOf(epoch + times[event]); period >= 0)
                targets[period] |= bit;
        }
    }

    void read(std::size_t actor, std::uint64_t bit)
    {
        std::fill(m_occurrences.begin(), m_occurrences.end(), 0);
        bool hadTarget = false;
        for (std::uint32_t event = m_log.first(actor); event < m_log.end(actor); ++event) {
            const std::uint16_t name = m_log.codes()[event];
            const bool isTarget = m_names.target[name] && m_target.matches(actor, event);
            const bool isReturn = m_names.returning[name] && m_returning.matches(actor, event);
            if (!isTarget && !isReturn)
                continue;
            const int period = m_axis.indexOf(m_log.seconds(event));
            const bool starts = isTarget && !(m_query.firstTime && hadTarget);
            hadTarget = hadTarget || isTarget;
            if (period < 0)
                continue;
            if (starts)
                m_targets[std::size_t(period)] |= bit;
            if (isReturn
                && (m_occurrences.empty()
                    || ++m_occurrences[std::size_t(period)] >= m_query.minOccurrences))
                m_returns[std::size_t(period)] |= bit;
        }
    }

    const EventLog &m_log;
    const RetentionQuery &m_query;
    const EventMatcher &m_target;
    const EventMatcher &m_returning;
    const PeriodAxis &m_axis;
    NameTable m_names;
    bool m_isPlain; ///< the same events start a cohort and return, and each counts
    std::vector<std::uint64_t> m_targets;
    std::vector<std::uint64_t> m_returns;
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
        reader.refuse(QCoreApplication::translate("Funnel",
                                                  "The field \"%1\" is not known here. Say with "
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
    const std::vector<Triangle> partials = overActors<Triangle>(
        log.actors(), Triangle(axis.count()), progress,
        [&](Triangle &partial, std::size_t begin, std::size_t end) {
            ActorBlock block(log, query, *target, *returning, axis);
            for (std::size_t actor = begin; actor < end; actor += ActorBlock::size)
                block.addTo(partial, actor, std::min(actor + ActorBlock::size, end));
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
            row.append(all.row(cohort)[column]);
        matrix.rows.append(row);
    }
    return matrix;
}

} // namespace Funnel
