#pragma once

#include "models/funnel/query.h"

#include <algorithm>
#include <array>
#include <vector>

namespace Funnel {

/// Whom shares relate to: the actors with an event, or their sessions.
[[nodiscard]] qint64 unitsOf(const EventLog &log, const FunnelQuery &query);
/// Sessions of one actor.
[[nodiscard]] qint64 sessionsOf(const EventLog &log, const FunnelQuery &query, std::size_t actor);

/// An event of one actor that the funnel looks at.
struct Candidate
{
    std::int64_t second = 0;
    std::uint32_t event = 0;      ///< position in the log
    std::uint32_t steps = 0;      ///< one bit for each step it matches
    std::uint32_t exclusions = 0; ///< one bit for each exclusion it matches
};

/// One try of an actor to pass the funnel.
struct Attempt
{
    int depth = 0;          ///< steps done
    bool isTainted = false; ///< an exclusion stands between its steps
    std::array<std::uint32_t, largestStepCount>
        at{}; ///< per step done, in order of time: position among the candidates
    std::array<std::uint32_t, largestStepCount>
        ofStep{}; ///< per step of the definition: the same; any order only
    /// Whether this attempt decides rather than \a other, which began earlier.
    [[nodiscard]] bool beats(const Attempt &other) const
    {
        return depth != other.depth ? depth > other.depth : other.isTainted && !isTainted;
    }
};

/// Reads one actor's events and tries every entry. One object serves many actors of one thread.
class AttemptFinder
{
public:
    AttemptFinder(const EventLog &log, const FunnelQuery &query, const FunnelMatchers &matchers);

    /// Collects the actor's events within the range. With \a held only events of the value \a code.
    void read(std::size_t actor, const PropertyColumn *held = nullptr, std::uint32_t code = 0);
    [[nodiscard]] const std::vector<Candidate> &candidates() const { return m_candidates; }
    [[nodiscard]] const EventLog &log() const { return m_log; }
    /// The position of the next entry from \a from on; candidates().size(): none.
    [[nodiscard]] std::size_t nextEntry(std::size_t from) const;
    [[nodiscard]] Attempt attempt(std::size_t entry) const;
    /// The deciding attempt; depth 0: the actor never entered.
    [[nodiscard]] Attempt decide() const;
    /// Reads \a actor and calls \a visit(attempt) for every attempt that counts: the deciding one,
    /// one for each value held constant, or all of them one after the other for totals. While it is
    /// called candidates() are those of the attempt. Attempts with an exclusion are left out.
    template <typename Visit>
    void eachCounted(std::size_t actor, Visit &&visit);
    /// Reads \a actor and calls \a visit() once, or once for each value held constant and each
    /// session.
    template <typename Visit>
    void eachReading(std::size_t actor, Visit &&visit);
    /// Calls \a visit() for what was read of \a actor: once, or session by session where they count.
    template <typename Visit>
    void eachUnit(std::size_t actor, Visit &&visit);
    /// The event after the last one of the unit that \a event belongs to: all the actor did, or the
    /// session.
    [[nodiscard]] std::uint32_t unitEnd(std::size_t actor, std::uint32_t event) const;
    /// The position at which \a attempt did the definition's step \a step.
    [[nodiscard]] std::uint32_t positionOf(const Attempt &attempt, int step) const
    {
        return m_query.order == StepOrder::Any ? attempt.ofStep[std::size_t(step)]
                                               : attempt.at[std::size_t(step)];
    }
    /// Whether \a attempt did the definition's step \a step.
    [[nodiscard]] bool reached(const Attempt &attempt, int step) const;
    /// Steps that event \a event of \a actor matches, first-ever conditions left out.
    [[nodiscard]] std::uint32_t stepsOf(std::size_t actor, std::size_t event) const;

    /// Steps in any order whose places among each other are free.
    struct Block
    {
        std::uint32_t steps = 0; ///< one bit for each
        int end = 0;             ///< steps done once it is complete
    };

private:
    template <typename Visit>
    void visitCounted(Visit &visit) const;
    /// Where the next attempt of the totals may begin.
    [[nodiscard]] std::size_t reentryAfter(const Attempt &attempt) const;
    [[nodiscard]] Attempt inOrder(std::size_t entry) const;
    [[nodiscard]] Attempt withinStepWindows(std::size_t entry, std::int64_t limit) const;
    /// Whether step \a step may be done that many seconds after the one before it.
    [[nodiscard]] bool isInTime(int step, std::int64_t wait) const
    {
        const std::optional<std::int64_t> &window = m_query.steps[step].windowSeconds;
        return !window || wait <= *window;
    }
    [[nodiscard]] Attempt inAnyOrder(std::size_t entry) const;
    [[nodiscard]] bool taints(const Attempt &attempt, std::int64_t limit) const;
    [[nodiscard]] std::int64_t limitOf(std::int64_t entry) const;
    [[nodiscard]] std::uint32_t entryMask() const;

    const EventLog &m_log;
    const FunnelQuery &m_query;
    const FunnelMatchers &m_matchers;
    std::vector<std::uint32_t> m_stepsOfName;      ///< per event name: steps it may match
    std::vector<std::uint32_t> m_exclusionsOfName; ///< per event name: exclusions it may match
    std::uint32_t m_firstTime = 0;                 ///< steps that want the first ever event
    std::uint32_t m_testedSteps = 0;               ///< steps with property conditions
    std::uint32_t m_testedExclusions = 0;
    bool m_laterEntriesCanWin = true;
    bool m_hasStepWindows = false;
    std::vector<Block> m_blocks; ///< in any order: one after the other
    std::vector<Candidate> m_candidates;
    std::vector<Candidate> m_ofActor; ///< of all sessions while one is looked at
};

template <typename Visit>
void AttemptFinder::visitCounted(Visit &visit) const
{
    if (m_query.counting != Counting::Totals) {
        const Attempt attempt = decide();
        if (attempt.depth > 0 && !attempt.isTainted)
            visit(attempt);
        return;
    }
    for (std::size_t entry = nextEntry(0); entry < m_candidates.size();) {
        const Attempt tried = attempt(entry);
        if (!tried.isTainted)
            visit(tried);
        if (m_query.entryMode == EntryMode::FirstEntry)
            break;
        entry = nextEntry(reentryAfter(tried));
    }
}

template <typename Visit>
void AttemptFinder::eachReading(std::size_t actor, Visit &&visit)
{
    read(actor);
    if (!m_matchers.hold) {
        eachUnit(actor, visit);
        return;
    }
    std::vector<std::uint32_t> values;
    for (const Candidate &candidate : m_candidates) {
        if (candidate.steps != 0)
            values.push_back(m_matchers.hold->code(actor, candidate.event));
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const std::uint32_t value : values) {
        read(actor, m_matchers.hold.get(), value);
        eachUnit(actor, visit);
    }
}

template <typename Visit>
void AttemptFinder::eachUnit(std::size_t actor, Visit &&visit)
{
    if (m_query.counting != Counting::Sessions) {
        visit();
        return;
    }
    m_ofActor.swap(m_candidates);
    for (auto begin = m_ofActor.begin(); begin != m_ofActor.end();) {
        const std::uint32_t last = unitEnd(actor, begin->event);
        const auto end = std::find_if(begin, m_ofActor.end(), [last](const Candidate &candidate) {
            return candidate.event >= last;
        });
        m_candidates.assign(begin, end);
        visit();
        begin = end;
    }
}

template <typename Visit>
void AttemptFinder::eachCounted(std::size_t actor, Visit &&visit)
{
    eachReading(actor, [&] { visitCounted(visit); });
}

} // namespace Funnel
