#include "models/funnel/attempts.h"

#include <bit>
#include <limits>

namespace Funnel {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Per event name the bits of those \a matchers that a name alone does not rule out.
std::vector<std::uint32_t> bitsOfNames(const EventLog &log,
                                       const std::vector<EventMatcher> &matchers)
{
    std::vector<std::uint32_t> bits(std::size_t(log.names().size()), 0);
    for (std::size_t i = 0; i < matchers.size(); ++i) {
        for (std::size_t name = 0; name < bits.size(); ++name) {
            if (matchers[i].matchesName(int(name)))
                bits[name] |= 1u << i;
        }
    }
    return bits;
}

/// Steps that may come in any order among themselves: an anchored step stands alone, after all
/// steps listed before it and before all that follow.
std::vector<AttemptFinder::Block> blocksOf(const FunnelQuery &query)
{
    std::vector<AttemptFinder::Block> blocks;
    bool isClosed = true;
    for (int step = 0; step < query.steps.size(); ++step) {
        if (isClosed || query.steps[step].anchored)
            blocks.emplace_back();
        blocks.back().steps |= 1u << step;
        blocks.back().end = step + 1;
        isClosed = query.steps[step].anchored;
    }
    return blocks;
}

std::uint32_t bitsWithTests(const std::vector<EventMatcher> &matchers)
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < matchers.size(); ++i)
        bits |= matchers[i].hasTests() ? 1u << i : 0;
    return bits;
}

/// Clears the bits of \a matchers whose property conditions the event does not meet.
std::uint32_t tested(std::uint32_t bits, std::uint32_t withTests,
                     const std::vector<EventMatcher> &matchers, std::size_t actor,
                     std::size_t event)
{
    for (std::uint32_t rest = bits & withTests; rest != 0; rest &= rest - 1) {
        const int i = std::countr_zero(rest);
        if (!matchers[std::size_t(i)].matches(actor, event))
            bits &= ~(1u << i);
    }
    return bits;
}

/// Gives events to steps one by one so that as many steps as possible have one of their own.
class StepMatching
{
public:
    explicit StepMatching(const std::vector<Candidate> &candidates) : m_candidates(candidates)
    {
        m_ofStep.fill(none);
    }
    /// Whether one step more of the bits \a among can be done now that \a position is there too.
    bool add(std::uint32_t position, std::uint32_t among)
    {
        m_visited = ~among;
        return place(position);
    }
    [[nodiscard]] const std::array<std::uint32_t, largestStepCount> &ofStep() const
    {
        return m_ofStep;
    }

private:
    // An augmenting path: the event takes a free step, or one whose event can move on.
    bool place(std::uint32_t position)
    {
        for (std::uint32_t rest = m_candidates[position].steps & ~m_visited; rest != 0;
             rest &= ~m_visited & (rest - 1)) {
            const auto step = std::size_t(std::countr_zero(rest));
            m_visited |= 1u << step;
            if (m_ofStep[step] == none || place(m_ofStep[step])) {
                m_ofStep[step] = position;
                return true;
            }
        }
        return false;
    }

    const std::vector<Candidate> &m_candidates;
    std::array<std::uint32_t, largestStepCount> m_ofStep{};
    std::uint32_t m_visited = 0;
};

} // namespace

AttemptFinder::AttemptFinder(const EventLog &log, const FunnelQuery &query,
                             const FunnelMatchers &matchers)
    : m_log(log)
    , m_query(query)
    , m_matchers(matchers)
    , m_stepsOfName(bitsOfNames(log, matchers.steps))
    , m_exclusionsOfName(bitsOfNames(log, matchers.exclusions))
    , m_testedSteps(bitsWithTests(matchers.steps))
    , m_testedExclusions(bitsWithTests(matchers.exclusions))
{
    for (int i = 0; i < query.steps.size(); ++i)
        m_firstTime |= query.steps[i].firstTime ? 1u << i : 0;
    // Without a window an ordered attempt sees everything that a later one sees.
    m_hasStepWindows = query.hasStepWindows();
    m_blocks = blocksOf(query);
    m_laterEntriesCanWin = query.order != StepOrder::Ordered || query.windowSeconds
                           || m_hasStepWindows || !query.exclusions.isEmpty();
}

std::uint32_t AttemptFinder::stepsOf(std::size_t actor, std::size_t event) const
{
    return tested(m_stepsOfName[m_log.codes()[event]], m_testedSteps, m_matchers.steps, actor,
                  event);
}

void AttemptFinder::read(std::size_t actor, const PropertyColumn *held, std::uint32_t code)
{
    m_candidates.clear();
    const bool keepsAll = m_query.order == StepOrder::Strict;
    std::uint32_t waiting = m_firstTime; // first-ever steps whose first event has not come yet
    for (std::uint32_t event = m_log.first(actor); event < m_log.end(actor); ++event) {
        const std::int64_t second = m_log.seconds(event);
        const bool inRange =
            m_query.range.holds(second) && (!held || held->code(actor, event) == code);
        if (!inRange && waiting == 0)
            continue;
        const std::uint32_t name = m_log.codes()[event];
        std::uint32_t steps =
            tested(m_stepsOfName[name], m_testedSteps, m_matchers.steps, actor, event);
        const std::uint32_t notFirst = steps & m_firstTime & ~waiting;
        waiting &= ~steps;
        steps &= ~notFirst;
        if (!inRange)
            continue;
        const std::uint32_t exclusions = m_exclusionsOfName[name] == 0
                                             ? 0
                                             : tested(m_exclusionsOfName[name], m_testedExclusions,
                                                      m_matchers.exclusions, actor, event);
        if (keepsAll || steps != 0 || exclusions != 0)
            m_candidates.push_back({second, event, steps, exclusions});
    }
}

std::uint32_t AttemptFinder::unitEnd(std::size_t actor, std::uint32_t event) const
{
    const std::uint32_t end = m_log.end(actor);
    if (m_query.counting != Counting::Sessions)
        return end;
    std::uint32_t next = event + 1;
    while (next < end && m_log.seconds(next) - m_log.seconds(next - 1) <= m_query.sessionGapSeconds)
        ++next;
    return next;
}

qint64 unitsOf(const EventLog &log, const FunnelQuery &query)
{
    if (query.counting != Counting::Sessions)
        return log.activeActors();
    qint64 sessions = 0;
    for (std::size_t actor = 0; actor < log.actors(); ++actor)
        sessions += sessionsOf(log, query, actor);
    return sessions;
}

qint64 sessionsOf(const EventLog &log, const FunnelQuery &query, std::size_t actor)
{
    qint64 sessions = log.first(actor) < log.end(actor) ? 1 : 0;
    for (std::uint32_t event = log.first(actor) + 1; event < log.end(actor); ++event)
        sessions += log.seconds(event) - log.seconds(event - 1) > query.sessionGapSeconds;
    return sessions;
}

std::uint32_t AttemptFinder::entryMask() const
{
    return m_query.order == StepOrder::Any ? m_blocks.front().steps : 1u;
}

std::size_t AttemptFinder::nextEntry(std::size_t from) const
{
    const std::uint32_t mask = entryMask();
    while (from < m_candidates.size() && (m_candidates[from].steps & mask) == 0)
        ++from;
    return from;
}

std::int64_t AttemptFinder::limitOf(std::int64_t entry) const
{
    return m_query.windowSeconds ? entry + *m_query.windowSeconds
                                 : std::numeric_limits<std::int64_t>::max();
}

Attempt AttemptFinder::attempt(std::size_t entry) const
{
    return m_query.order == StepOrder::Any ? inAnyOrder(entry) : inOrder(entry);
}

std::size_t AttemptFinder::reentryAfter(const Attempt &attempt) const
{
    const std::size_t last = attempt.at[std::size_t(attempt.depth - 1)];
    if (attempt.depth == int(m_query.steps.size()))
        return last + 1;
    std::int64_t limit = limitOf(m_candidates[attempt.at[0]].second);
    if (const auto &window = m_query.steps[attempt.depth].windowSeconds)
        limit = std::min(limit, m_candidates[last].second + *window);
    for (std::size_t i = last + 1; i < m_candidates.size(); ++i) {
        if (m_candidates[i].second > limit || (attempt.isTainted && m_candidates[i].exclusions != 0)
            || m_query.order == StepOrder::Strict)
            return i;
    }
    return m_candidates.size();
}

Attempt AttemptFinder::inOrder(std::size_t entry) const
{
    Attempt result;
    const int steps = int(m_query.steps.size());
    const std::int64_t limit = limitOf(m_candidates[entry].second);
    if (m_hasStepWindows && m_query.order == StepOrder::Ordered) {
        result = withinStepWindows(entry, limit);
        result.isTainted = taints(result, limit);
        return result;
    }
    result.at[0] = std::uint32_t(entry);
    result.depth = 1;
    for (std::size_t i = entry + 1;
         i < m_candidates.size() && result.depth < steps && m_candidates[i].second <= limit; ++i) {
        const std::int64_t wait =
            m_candidates[i].second - m_candidates[result.at[std::size_t(result.depth - 1)]].second;
        if ((m_candidates[i].steps >> result.depth & 1) && isInTime(result.depth, wait))
            result.at[std::size_t(result.depth++)] = std::uint32_t(i);
        else if (m_query.order == StepOrder::Strict)
            break;
    }
    result.isTainted = taints(result, limit);
    return result;
}

Attempt AttemptFinder::withinStepWindows(std::size_t entry, std::int64_t limit) const
{
    // The first event of a step may come too early for the next one, so every step keeps the latest
    // event that did it: whatever can follow an earlier one can follow that.
    struct Node
    {
        std::uint32_t position;
        int before; ///< node of the step before; −1: the entry
    };
    const int steps = int(m_query.steps.size());
    std::vector<Node> nodes{{std::uint32_t(entry), -1}};
    std::array<int, largestStepCount> latest{};
    int deepest = 0;
    int end = 0; // the node that did the deepest step first
    for (std::size_t i = entry + 1;
         i < m_candidates.size() && deepest + 1 < steps && m_candidates[i].second <= limit; ++i) {
        // From the last step to the first, so that one event does not serve two of them.
        for (int step = deepest + 1; step > 0; --step) {
            if ((m_candidates[i].steps >> step & 1) == 0)
                continue;
            const int before = latest[std::size_t(step - 1)];
            const std::int64_t wait =
                m_candidates[i].second
                - m_candidates[nodes[std::size_t(before)].position].second;
            if (!isInTime(step, wait))
                continue;
            nodes.push_back({std::uint32_t(i), before});
            latest[std::size_t(step)] = int(nodes.size()) - 1;
            if (step > deepest) {
                deepest = step;
                end = latest[std::size_t(step)];
            }
        }
    }
    Attempt result;
    result.depth = deepest + 1;
    for (int step = deepest; step >= 0; --step) {
        result.at[std::size_t(step)] = nodes[std::size_t(end)].position;
        end = nodes[std::size_t(end)].before;
    }
    return result;
}

bool AttemptFinder::taints(const Attempt &attempt, std::int64_t limit) const
{
    for (int x = 0; x < m_query.exclusions.size(); ++x) {
        const Exclusion &exclusion = m_query.exclusions[x];
        if (attempt.depth <= exclusion.fromStep)
            continue;
        const bool arrived = attempt.depth > exclusion.toStep;
        const std::size_t until =
            arrived ? attempt.at[std::size_t(exclusion.toStep)] : m_candidates.size();
        int step = exclusion.fromStep + 1; // the next matched step; its own event does not taint
        for (std::size_t i = attempt.at[std::size_t(exclusion.fromStep)] + 1;
             i < until && m_candidates[i].second <= limit; ++i) {
            if (step < attempt.depth && attempt.at[std::size_t(step)] == i) {
                ++step;
                continue;
            }
            if (m_candidates[i].exclusions >> x & 1)
                return true;
        }
    }
    return false;
}

Attempt AttemptFinder::inAnyOrder(std::size_t entry) const
{
    Attempt result;
    const int steps = int(m_query.steps.size());
    const std::int64_t limit = limitOf(m_candidates[entry].second);
    StepMatching matching(m_candidates);
    auto block = m_blocks.begin();
    for (std::size_t i = entry;
         i < m_candidates.size() && result.depth < steps && m_candidates[i].second <= limit; ++i) {
        bool cuts = false;
        for (std::uint32_t rest = m_candidates[i].exclusions; rest != 0 && i > entry;
             rest &= rest - 1) {
            const Exclusion &exclusion = m_query.exclusions[std::countr_zero(rest)];
            cuts = cuts || (result.depth > exclusion.fromStep && result.depth <= exclusion.toStep);
        }
        if (cuts)
            break;
        if ((m_candidates[i].steps & block->steps) == 0
            || !matching.add(std::uint32_t(i), block->steps))
            continue;
        result.at[std::size_t(result.depth++)] = std::uint32_t(i);
        if (result.depth == block->end && result.depth < steps)
            ++block;
    }
    result.ofStep = matching.ofStep();
    return result;
}

bool AttemptFinder::reached(const Attempt &attempt, int step) const
{
    return m_query.order == StepOrder::Any
               ? attempt.depth > 0 && attempt.ofStep[std::size_t(step)] != none
               : attempt.depth > step;
}

Attempt AttemptFinder::decide() const
{
    Attempt best;
    const int steps = int(m_query.steps.size());
    for (std::size_t entry = nextEntry(0); entry < m_candidates.size();
         entry = nextEntry(entry + 1)) {
        const Attempt tried = attempt(entry);
        if (best.depth == 0 || tried.beats(best))
            best = tried;
        const bool isPerfect = best.depth == steps && !best.isTainted;
        if (isPerfect || m_query.entryMode == EntryMode::FirstEntry || !m_laterEntriesCanWin)
            break;
    }
    return best;
}

} // namespace Funnel
