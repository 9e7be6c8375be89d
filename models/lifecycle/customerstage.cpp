#include "models/lifecycle/customerstage.h"

#include "models/lifecycle/occurrences.h"

#include <bit>

namespace Lifecycle {

std::optional<StageEntry> furthestStage(const Customers::Snapshot &snapshot,
                                        const LifecycleModel &lifecycle,
                                        Customers::CustomerIndex customer)
{
    const EntryRules rules(snapshot, lifecycle);
    std::optional<StageEntry> furthest;
    rules.forEach(customer, [&](std::int64_t time, StageMask mask, bool fromPurchase, std::uint32_t row) {
        const auto stage = std::uint16_t(std::bit_width(mask) - 1);
        if (mask != 0 && (!furthest || stage > furthest->stage))
            furthest = StageEntry{customer, stage, fromPurchase, row, time};
    });
    return furthest;
}

} // namespace Lifecycle
