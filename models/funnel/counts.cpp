#include "models/funnel/counts.h"

#include "models/funnel/evaluator.h"
#include "models/funnel/parallel.h"

#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace Funnel {
namespace {

// The one pass. For every step it keeps the latest entry whose attempt has reached that step. An
// event of step k moves the entry of step k - 1 on to step k if the window still holds. The latest
// entry is always the best one: whatever an earlier entry can still reach, a later one can too.

constexpr std::int64_t noEntry = std::numeric_limits<std::int64_t>::min() / 2;
constexpr std::int64_t noLimit = std::numeric_limits<std::int64_t>::max() / 4;

/// Latest entries of one actor: [0] is the event itself, [k + 1] belongs to step k, and two more
/// take the events that no step wants, so that the loop needs no branch.
using Entries = std::array<std::int64_t, largestStepCount + 3>;

struct Plan
{
    int steps = 0;
    std::int64_t window = noLimit;
    std::int64_t from = 0; ///< seconds since the log's epoch
    std::int64_t until = 0;
    std::vector<std::uint8_t> stepOfName; ///< when no name serves two steps; steps + 1: none
    bool hasBranches = false; ///< a name serves several steps, or a step has property conditions
};

Plan planOf(const EventLog &log, const FunnelQuery &query, const FunnelMatchers &matchers)
{
    Plan plan;
    plan.steps = int(query.steps.size());
    plan.window = query.windowSeconds.value_or(noLimit);
    plan.from = query.range.from ? *query.range.from - log.epoch() : 0;
    plan.until = query.range.until ? *query.range.until - log.epoch()
                                   : std::numeric_limits<std::uint32_t>::max();
    plan.stepOfName.assign(std::size_t(log.names().size()), std::uint8_t(plan.steps + 1));
    for (int step = 0; step < plan.steps; ++step) {
        const EventMatcher &matcher = matchers.steps[std::size_t(step)];
        const auto isTaken = [&](int name) {
            return plan.stepOfName[std::size_t(name)] <= plan.steps;
        };
        const std::vector<int> &names = matcher.nameCodes();
        if (matcher.takesAnyName() || matcher.hasTests()
            || std::any_of(names.begin(), names.end(), isTaken)) {
            plan.hasBranches = true;
            break;
        }
        for (const int name : names)
            plan.stepOfName[std::size_t(name)] = std::uint8_t(step);
    }
    return plan;
}

/// Per group the actors who did 0, 1 … all steps, and the sums of their measure.
struct Depths
{
    std::vector<qint64> actors;
    std::vector<double> sums; ///< empty: none is asked for
};

/// Events of one actor; the group is the first or last code among the events of a step.
class OnePass
{
public:
    OnePass(const EventLog &log, const FunnelQuery &query, const FunnelMatchers &matchers,
            const PropertyColumn *column, const double *measure)
        : m_log(log)
        , m_plan(planOf(log, query, matchers))
        , m_column(column)
        , m_measure(measure)
        , m_finder(log, query, matchers)
        , m_takesLast(query.breakdown && query.breakdown->attribution == Attribution::LastTouch)
    {}

    [[nodiscard]] const Plan &plan() const { return m_plan; }

    void count(Depths &depths, std::size_t begin, std::size_t end) const
    {
        const bool hasRange = m_plan.from > 0 || m_plan.until < m_log.lastSecond() - m_log.epoch();
        if (m_plan.hasBranches || (m_column && !m_column->ofEvent.empty()))
            countWithBranches(depths, begin, end);
        else if (hasRange)
            countPlain<true>(depths, begin, end);
        else
            countPlain<false>(depths, begin, end);
    }

private:
    void add(Depths &depths, std::size_t actor, std::size_t cell) const
    {
        ++depths.actors[cell];
        if (m_measure && !std::isnan(m_measure[actor]))
            depths.sums[cell] += m_measure[actor];
    }
    /// Steps done, which is the number of steps that have an entry.
    [[nodiscard]] static std::size_t depthOf(const Entries &entries, int steps)
    {
        std::size_t depth = 0;
        for (int step = 0; step < steps; ++step)
            depth += entries[std::size_t(step) + 1] != noEntry;
        return depth;
    }

    template <bool HasRange>
    void countPlain(Depths &depths, std::size_t begin, std::size_t end) const
    {
        // Everything in locals: stores to the entries would make the compiler read members again.
        const std::uint32_t *first = m_log.firsts().data();
        const std::uint32_t *times = m_log.times().data();
        const std::uint16_t *names = m_log.codes().data();
        const std::uint8_t *stepOfName = m_plan.stepOfName.data();
        const std::uint32_t *groupOf = m_column ? m_column->ofActor.data() : nullptr;
        const std::int64_t window = m_plan.window;
        const std::int64_t from = m_plan.from;
        const std::int64_t until = m_plan.until;
        const int steps = m_plan.steps;
        Entries entries{};
        for (std::size_t actor = begin; actor < end; ++actor) {
            std::fill_n(entries.begin() + 1, steps + 2, noEntry);
            const std::uint32_t last = first[actor + 1];
            for (std::uint32_t event = first[actor]; event < last; ++event) {
                const std::int64_t time = times[event];
                if (HasRange && (time < from || time > until))
                    continue;
                const std::size_t step = stepOfName[names[event]];
                entries[0] = time;
                const std::int64_t entry = entries[step];
                const std::int64_t before = entries[step + 1];
                // Chosen by mask: a branch here would be guessed wrongly most of the time.
                const std::int64_t moves = -std::int64_t(time - entry <= window);
                entries[step + 1] = before ^ ((before ^ entry) & moves);
            }
            const std::size_t group = groupOf ? groupOf[actor] : 0;
            add(depths, actor, group * std::size_t(steps + 1) + depthOf(entries, steps));
        }
    }

    void countWithBranches(Depths &depths, std::size_t begin, std::size_t end) const
    {
        const bool groupsByEvent = m_column && !m_column->ofEvent.empty();
        for (std::size_t actor = begin; actor < end; ++actor) {
            Entries entries;
            std::fill_n(entries.begin() + 1, m_plan.steps + 2, noEntry);
            std::size_t group = m_column && !groupsByEvent ? m_column->ofActor[actor] : 0;
            followWithBranches(actor, entries, groupsByEvent ? &group : nullptr);
            add(depths, actor,
                group * std::size_t(m_plan.steps + 1) + depthOf(entries, m_plan.steps));
        }
    }

    void followWithBranches(std::size_t actor, Entries &entries, std::size_t *group) const
    {
        for (std::uint32_t event = m_log.first(actor); event < m_log.end(actor); ++event) {
            const std::int64_t time = m_log.times()[event];
            if (time < m_plan.from || time > m_plan.until)
                continue;
            std::uint32_t steps = m_finder.stepsOf(actor, event);
            if (steps == 0)
                continue;
            if (group && (*group == 0 || m_takesLast)) {
                if (const std::uint32_t code = m_column->code(actor, event))
                    *group = code;
            }
            entries[0] = time;
            // From the last step to the first, so that one event does not serve two of them.
            while (steps != 0) {
                const int step = 31 - std::countl_zero(steps);
                steps &= ~(1u << step);
                const std::int64_t entry = entries[std::size_t(step)];
                if (time - entry <= m_plan.window)
                    entries[std::size_t(step) + 1] = entry;
            }
        }
    }

    const EventLog &m_log;
    Plan m_plan;
    const PropertyColumn *m_column;
    const double *m_measure; ///< per actor; null: nothing is added up
    AttemptFinder m_finder;
    bool m_takesLast;
};

/// What one pass has counted: per group and step.
struct Grid
{
    std::size_t steps = 0;
    std::vector<qint64> cells;
    std::vector<double> sums; ///< of the measure; empty: none is asked for
    [[nodiscard]] QList<qint64> row(std::size_t group) const
    {
        const auto begin = cells.begin() + std::ptrdiff_t(group * steps);
        return {begin, begin + std::ptrdiff_t(steps)};
    }
    [[nodiscard]] QList<double> sumsOf(std::size_t group) const
    {
        if (sums.empty())
            return {};
        const auto begin = sums.begin() + std::ptrdiff_t(group * steps);
        return {begin, begin + std::ptrdiff_t(steps)};
    }
};

/// Adds up from the last step to the first: who did a step did those before it.
template <typename Number>
void addFromTheEnd(std::vector<Number> &cells, const std::vector<Number> &depths, std::size_t groups,
                   std::size_t steps)
{
    for (std::size_t group = 0; group < groups; ++group) {
        Number reached = 0;
        for (std::size_t depth = steps; depth > 0; --depth) {
            reached += depths[group * (steps + 1) + depth];
            cells[group * steps + depth - 1] += reached;
        }
    }
}

/// One row for each code of \a column; one in all where it is null.
Result<Grid> countInOnePass(const EventLog &log, const FunnelQuery &query,
                            const PropertyColumn *column, const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    const Result<ActorMeasure> measure = measureOf(log, query);
    if (!measure)
        return measure.error();
    const std::size_t groups = column ? std::size_t(column->values.size()) : 1;
    const std::size_t steps = std::size_t(query.steps.size());
    const std::size_t width = steps + 1;
    const bool sums = !query.value.isEmpty();
    const OnePass pass(log, query, *matchers, column, sums ? measure->ofActor.data() : nullptr);
    const Depths empty{std::vector<qint64>(groups * width, 0),
                       std::vector<double>(sums ? groups * width : 0, 0)};
    const std::vector<Depths> partials = overActors<Depths>(
        log.actors(), empty, progress, [&](Depths &depths, std::size_t begin, std::size_t end) {
            pass.count(depths, begin, end);
        });
    if (partials.empty())
        return Error::cancelled();
    Grid grid{steps, std::vector<qint64>(groups * steps, 0),
              std::vector<double>(sums ? groups * steps : 0, 0)};
    for (const Depths &partial : partials) {
        addFromTheEnd(grid.cells, partial.actors, groups, steps);
        if (sums)
            addFromTheEnd(grid.sums, partial.sums, groups, steps);
    }
    return grid;
}

QList<double> sumsOf(const FunnelReading &reading, const FunnelQuery &query)
{
    QList<double> sums;
    for (const StepReading &step : reading.steps) {
        if (!query.value.isEmpty())
            sums.append(step.value);
    }
    return sums;
}

Result<FunnelCounts> countAttempts(const EventLog &log, FunnelQuery query, const Progress &progress)
{
    query.listActors = false;
    const Result<FunnelResult> result = evaluate(log, query, progress);
    if (!result)
        return result.error();
    FunnelCounts counts{result->total.counts(), {}, {}, sumsOf(result->total, query), {}};
    for (const FunnelGroup &group : result->groups) {
        counts.values.append(group.value);
        counts.groups.append(group.reading.counts());
        counts.groupSums.append(sumsOf(group.reading, query));
    }
    return counts;
}

} // namespace

bool countsInOnePass(const FunnelQuery &query)
{
    const bool plain = query.order == StepOrder::Ordered && query.holdConstant.isEmpty()
                       && query.counting != Counting::Totals && query.counting != Counting::Sessions
                       && query.entryMode == EntryMode::BestAttempt && query.exclusions.isEmpty()
                       && !query.hasStepWindows()
                       && std::none_of(query.steps.begin(), query.steps.end(),
                                       [](const Step &step) { return step.firstTime; });
    return plain
           && (!query.breakdown || query.breakdown->attribution == Attribution::FirstTouch
               || query.breakdown->attribution == Attribution::LastTouch);
}

Result<FunnelCounts> countActors(const EventLog &log, const FunnelQuery &query,
                                 const Progress &progress)
{
    if (!countsInOnePass(query))
        return countAttempts(log, query, progress);
    PropertyPtr column;
    if (query.breakdown) {
        const Result<PropertyPtr> found = requiredProperty(log, query.breakdown->property,
                                                           QStringLiteral("breakdown.property"));
        if (!found)
            return found.error();
        column = *found;
    }
    constexpr qsizetype largestGroupCount = 10000; // every thread's part has a row for each
    if (column && column->values.size() > largestGroupCount)
        return countAttempts(log, query, progress);
    const Result<Grid> grid = countInOnePass(log, query, column.get(), progress);
    if (!grid)
        return grid.error();

    FunnelCounts counts;
    counts.total.fill(0, query.steps.size());
    if (!query.value.isEmpty())
        counts.sums.fill(0, query.steps.size());
    std::vector<std::size_t> order(column ? std::size_t(column->values.size()) : 1);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return grid->cells[a * grid->steps] > grid->cells[b * grid->steps];
    });
    for (const std::size_t group : order) {
        const QList<qint64> row = grid->row(group);
        const QList<double> sums = grid->sumsOf(group);
        for (qsizetype step = 0; step < row.size(); ++step) {
            counts.total[step] += row[step];
            if (!sums.isEmpty())
                counts.sums[step] += sums[step];
        }
        if (column && row.first() > 0) {
            counts.values.append(column->values[qsizetype(group)]);
            counts.groups.append(row);
            counts.groupSums.append(sums);
        }
    }
    return counts;
}

Result<std::pair<FunnelCounts, FunnelCounts>> countSides(const EventLog &log,
                                                         const FunnelQuery &query,
                                                         const Sides &sides,
                                                         const Progress &progress)
{
    FunnelQuery asked = query;
    asked.breakdown.reset();
    asked.listActors = false;
    if (!countsInOnePass(asked)) {
        const Result<TwoReadings> read = compareSides(log, asked, sides, progress);
        if (!read)
            return read.error();
        return std::pair(
            FunnelCounts{read->first.counts(), {}, {}, sumsOf(read->first, asked), {}},
            FunnelCounts{read->second.counts(), {}, {}, sumsOf(read->second, asked), {}});
    }
    PropertyColumn column;
    column.ofActor.assign(sides.begin(), sides.end());
    column.values = {QString(), QStringLiteral("left"), QStringLiteral("right"),
                     QStringLiteral("both")};
    const Result<Grid> grid = countInOnePass(log, asked, &column, progress);
    if (!grid)
        return grid.error();
    const auto countsOf = [&](Side side) {
        FunnelCounts counts{grid->row(side), {}, {}, grid->sumsOf(side), {}};
        const QList<qint64> both = grid->row(LeftSide | RightSide);
        const QList<double> sums = grid->sumsOf(LeftSide | RightSide);
        for (qsizetype step = 0; step < both.size(); ++step)
            counts.total[step] += both[step];
        for (qsizetype step = 0; step < sums.size(); ++step)
            counts.sums[step] += sums[step];
        return counts;
    };
    return std::pair(countsOf(LeftSide), countsOf(RightSide));
}

} // namespace Funnel
