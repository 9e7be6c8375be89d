#include "models/funnel/counts.h"

#include "models/funnel/evaluator.h"
#include "models/funnel/parallel.h"

#include <array>
#include <bit>
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
        if (matcher.isUnknown())
            continue;
        if (matcher.nameCode() == EventMatcher::anyName || matcher.hasTests()
            || plan.stepOfName[std::size_t(matcher.nameCode())] <= plan.steps) {
            plan.hasBranches = true;
            break;
        }
        plan.stepOfName[std::size_t(matcher.nameCode())] = std::uint8_t(step);
    }
    return plan;
}

/// Events of one actor; the group is the first or last code among the events of a step.
class OnePass
{
public:
    OnePass(const EventLog &log, const FunnelQuery &query, const FunnelMatchers &matchers,
            const PropertyColumn *column)
        : m_log(log)
        , m_plan(planOf(log, query, matchers))
        , m_column(column)
        , m_finder(log, query, matchers)
        , m_takesLast(query.breakdown && query.breakdown->attribution == Attribution::LastTouch)
    {}

    [[nodiscard]] const Plan &plan() const { return m_plan; }

    /// Adds to \a depths, per group the numbers of actors who did 0, 1 … all steps.
    void count(std::vector<qint64> &depths, std::size_t begin, std::size_t end) const
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
    /// Steps done, which is the number of steps that have an entry.
    [[nodiscard]] static std::size_t depthOf(const Entries &entries, int steps)
    {
        std::size_t depth = 0;
        for (int step = 0; step < steps; ++step)
            depth += entries[std::size_t(step) + 1] != noEntry;
        return depth;
    }

    template <bool HasRange>
    void countPlain(std::vector<qint64> &depths, std::size_t begin, std::size_t end) const
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
            ++depths[group * std::size_t(steps + 1) + depthOf(entries, steps)];
        }
    }

    void countWithBranches(std::vector<qint64> &depths, std::size_t begin, std::size_t end) const
    {
        const bool groupsByEvent = m_column && !m_column->ofEvent.empty();
        for (std::size_t actor = begin; actor < end; ++actor) {
            Entries entries;
            std::fill_n(entries.begin() + 1, m_plan.steps + 2, noEntry);
            std::size_t group = m_column && !groupsByEvent ? m_column->ofActor[actor] : 0;
            followWithBranches(actor, entries, groupsByEvent ? &group : nullptr);
            ++depths[group * std::size_t(m_plan.steps + 1) + depthOf(entries, m_plan.steps)];
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
    AttemptFinder m_finder;
    bool m_takesLast;
};

Result<FunnelCounts> countAttempts(const EventLog &log, FunnelQuery query, const Progress &progress)
{
    query.listActors = false;
    const Result<FunnelResult> result = evaluate(log, query, progress);
    if (!result)
        return result.error();
    FunnelCounts counts{result->total.counts(), {}, {}};
    for (const FunnelGroup &group : result->groups) {
        counts.values.append(group.value);
        counts.groups.append(group.reading.counts());
    }
    return counts;
}

} // namespace

bool countsInOnePass(const FunnelQuery &query)
{
    const bool plain = query.order == StepOrder::Ordered && query.holdConstant.isEmpty()
                       && query.counting != Counting::Totals
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
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    PropertyPtr column;
    if (query.breakdown) {
        const Result<PropertyPtr> found = log.property(query.breakdown->property);
        if (!found)
            return found.error();
        if (!*found)
            return unknownProperty(QStringLiteral("breakdown.property"), query.breakdown->property);
        column = *found;
    }
    const std::size_t groups = column ? std::size_t(column->values.size()) : 1;
    constexpr std::size_t largestGroupCount = 10000; // every thread's part has a row for each
    if (groups > largestGroupCount)
        return countAttempts(log, query, progress);

    const std::size_t steps = std::size_t(query.steps.size());
    const std::size_t width = steps + 1;
    const OnePass pass(log, query, *matchers, column.get());
    using Depths = std::vector<qint64>;
    const std::vector<Depths> partials =
        overActors<Depths>(log.actors(), Depths(groups * width, 0), progress,
                           [&](Depths &depths, std::size_t begin, std::size_t end) {
                               pass.count(depths, begin, end);
                           });
    if (partials.empty())
        return Error::cancelled();
    std::vector<qint64> cells(groups * steps, 0);
    for (const Depths &partial : partials) {
        for (std::size_t group = 0; group < groups; ++group) {
            qint64 reached = 0;
            for (std::size_t depth = steps; depth > 0; --depth) {
                reached += partial[group * width + depth];
                cells[group * steps + depth - 1] += reached;
            }
        }
    }

    FunnelCounts counts;
    counts.total.fill(0, qsizetype(steps));
    std::vector<std::size_t> order(groups);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return cells[a * steps] > cells[b * steps];
    });
    for (const std::size_t group : order) {
        const QList<qint64> row(cells.begin() + std::ptrdiff_t(group * steps),
                                cells.begin() + std::ptrdiff_t((group + 1) * steps));
        for (qsizetype step = 0; step < row.size(); ++step)
            counts.total[step] += row[step];
        if (column && row.first() > 0) {
            counts.values.append(column->values[qsizetype(group)]);
            counts.groups.append(row);
        }
    }
    return counts;
}

} // namespace Funnel
