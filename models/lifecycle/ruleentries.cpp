#include "models/lifecycle/ruleentries.h"

#include "models/lifecycle/rulesegments.h"
#include "models/lifecycle/turningpoint.h"
#include "models/segments/evaluate.h"

#include <algorithm>

namespace Lifecycle {
namespace {

Segments::Facts factsOf(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle)
{
    Segments::Facts facts;
    // The snapshot outlives this call: nothing is owned.
    facts.snapshot = Customers::SnapshotPtr(Customers::SnapshotPtr(), &snapshot);
    facts.segments = lifecycle.segments;
    facts.lists = lifecycle.lists;
    return facts;
}

/// The days on which rules are judged.
QList<QDate> judgedDays(const Customers::Snapshot &snapshot)
{
    if (!snapshot.extent.isValid())
        return {};
    QList<QDate> days =
        periodEnds(snapshot.extent.from, snapshot.extent.until, PeriodUnit::Month);
    if (days.isEmpty() || days.last() != snapshot.extent.until)
        days.append(snapshot.extent.until);
    return days;
}

/// Whether the past of what the rule asks for is known. A segment's is where its own rule has one;
/// who was in a fixed list earlier is not kept.
bool hasHistory(const Segments::Rule &rule, const LifecycleModel &lifecycle)
{
    const QList<Segments::Segment> segments =
        lifecycle.segments ? *lifecycle.segments : QList<Segments::Segment>();
    const Segments::Needs needs = Segments::needs(rule, segments);
    if (needs.values || needs.stages)
        return false;
    return std::ranges::none_of(askedSegments(rule, segments), [&](const QString &name) {
        const auto at = std::ranges::find(segments, name, &Segments::Segment::name);
        return at == segments.end() || at->isStatic();
    });
}

std::int64_t endOf(QDate day) { return epochSeconds(day.addDays(1)) - 1; }

} // namespace

RuleEntries ruleEntries(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle)
{
    RuleEntries result;
    const int stages = std::min(int(lifecycle.stages.size()), largestStageCount);
    const bool any = std::any_of(
        lifecycle.stages.begin(), lifecycle.stages.begin() + stages,
        [](const Stage &stage) { return stage.entry.rule && !stage.entry.rule->isEmpty(); });
    const QList<QDate> days = judgedDays(snapshot);
    if (!any || days.isEmpty())
        return result;
    const std::vector<std::int64_t> begun = beginnings(snapshot);
    Segments::Facts facts = factsOf(snapshot, lifecycle);
    std::vector<StageMask> met(snapshot.customers(), 0);
    for (const QDate day : days) {
        const std::int64_t end = endOf(day);
        const bool isLast = day == days.last();
        facts.until = isLast ? QDate() : day; // the last day knows everything
        std::vector<StageMask> now(snapshot.customers(), 0);
        for (int stage = 0; stage < stages; ++stage) {
            const std::optional<Segments::Rule> &rule = lifecycle.stages[stage].entry.rule;
            if (!rule || rule->isEmpty() || (!isLast && !hasHistory(*rule, lifecycle)))
                continue;
            const Result<Segments::Mask> holds = Segments::mask(*rule, facts);
            if (!holds)
                continue;
            for (std::size_t customer = 0; customer < now.size(); ++customer) {
                const bool isThere = begun[customer] == never ? isLast : begun[customer] <= end;
                if ((*holds)[customer] && isThere)
                    now[customer] |= StageMask(1) << stage;
            }
        }
        for (std::size_t customer = 0; customer < now.size(); ++customer) {
            if (const StageMask fresh = now[customer] & ~met[customer]) {
                result.entries.push_back({Customers::CustomerIndex(customer), fresh, end});
                met[customer] |= fresh;
                result.observable |= fresh;
            }
        }
    }
    std::stable_sort(
        result.entries.begin(), result.entries.end(),
        [](const RuleEntry &a, const RuleEntry &b) { return a.customer < b.customer; });
    result.first.assign(std::size_t(snapshot.customers()) + 1, 0);
    for (const RuleEntry &entry : result.entries)
        ++result.first[entry.customer + 1];
    for (std::size_t i = 1; i < result.first.size(); ++i)
        result.first[i] += result.first[i - 1];
    return result;
}

std::vector<StageExit> deriveExits(const Customers::Snapshot &snapshot,
                                   const LifecycleModel &lifecycle, const StageHistory &history)
{
    std::vector<StageExit> exits;
    Segments::Facts facts = factsOf(snapshot, lifecycle);
    const QList<QDate> days = judgedDays(snapshot);
    for (int stage = 0; stage < lifecycle.stages.size(); ++stage) {
        const std::optional<Segments::Rule> &rule = lifecycle.stages[stage].exit;
        if (!rule || rule->isEmpty())
            continue;
        std::vector<std::uint8_t> left(snapshot.customers(), 0);
        for (const QDate day : days) {
            if (day != days.last() && !hasHistory(*rule, lifecycle))
                continue;
            facts.until = day == days.last() ? QDate() : day;
            const Result<Segments::Mask> holds = Segments::mask(*rule, facts);
            if (!holds)
                break;
            const std::int64_t end = endOf(day);
            for (std::size_t customer = 0; customer + 1 < history.first.size(); ++customer) {
                if (!(*holds)[customer] || left[customer])
                    continue;
                int current = -1;
                for (std::uint32_t i = history.first[customer]; i < history.first[customer + 1]
                     && history.entries[i].time <= end; ++i)
                    current = history.entries[i].stage;
                if (current != stage)
                    continue;
                left[customer] = 1;
                exits.push_back(
                    {Customers::CustomerIndex(customer), std::uint16_t(stage), end});
            }
        }
    }
    std::ranges::stable_sort(exits, [](const StageExit &a, const StageExit &b) {
        return std::pair(a.customer, a.time) < std::pair(b.customer, b.time);
    });
    return exits;
}

} // namespace Lifecycle
