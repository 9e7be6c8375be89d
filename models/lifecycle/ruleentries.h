#pragma once

#include "models/lifecycle/lifecycle.h"

#include <cstdint>
#include <vector>

namespace Lifecycle {

/// One bit a stage.
using StageMask = std::uint32_t;
static_assert(largestStageCount <= 32);

/// A customer meets the rules of these stages for the first time.
struct RuleEntry
{
    Customers::CustomerIndex customer = 0;
    StageMask mask = 0;
    std::int64_t time = 0; ///< last second of the day on which the rule was judged
};

/// Clustered by customer, in order of time.
struct RuleEntries
{
    std::vector<std::uint32_t> first; ///< customers + 1 offsets; empty: no rules
    std::vector<RuleEntry> entries;
    StageMask observable = 0; ///< stages that somebody meets the rule of

    [[nodiscard]] std::size_t begin(Customers::CustomerIndex customer) const
    {
        return first.empty() ? 0 : first[customer];
    }
    [[nodiscard]] std::size_t end(Customers::CustomerIndex customer) const
    {
        return first.empty() ? 0 : first[customer + 1];
    }
};

/// Judges the entry rules of the stages at the end of every month of the data and on its last day.
/// What has no history (a segment that is a fixed list) is known on the last day only, and a rule
/// that these columns cannot answer holds for nobody: problems() says so.
RuleEntries ruleEntries(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle);

/// A customer left a stage because its exit rule held.
struct StageExit
{
    Customers::CustomerIndex customer = 0;
    std::uint16_t stage = 0;
    std::int64_t time = 0;
};
/// Exits of those who are in the stage when its rule begins to hold, by customer, in order of time.
std::vector<StageExit> deriveExits(const Customers::Snapshot &snapshot,
                                   const LifecycleModel &lifecycle, const StageHistory &history);

} // namespace Lifecycle
