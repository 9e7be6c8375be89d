#include "models/lifecycle/stagefacts.h"

#include "models/lifecycle/ruleentries.h"

namespace Lifecycle {

Segments::StageFacts stageFacts(const Customers::Snapshot &snapshot,
                                const LifecycleModel &lifecycle)
{
    Segments::StageFacts facts;
    for (const Stage &stage : lifecycle.stages) {
        facts.ids.append(stage.id);
        facts.namesEnglish.append(stage.nameEnglish);
        facts.namesArabic.append(stage.nameArabic);
    }
    facts.current.assign(snapshot.customers(), -1);
    std::vector<std::int64_t> since(snapshot.customers(), 0);
    const StageHistory history = deriveHistory(snapshot, lifecycle);
    for (const StageEntry &entry : history.entries) {
        std::int16_t &current = facts.current[entry.customer];
        const bool isLater = current < 0 || entry.time > since[entry.customer]
                             || (entry.time == since[entry.customer]
                                 && int(entry.stage) > int(current));
        if (!isLater)
            continue;
        current = std::int16_t(entry.stage);
        since[entry.customer] = entry.time;
    }
    for (const StageExit &exit : deriveExits(snapshot, lifecycle, history)) {
        if (facts.current[exit.customer] == std::int16_t(exit.stage))
            facts.current[exit.customer] = -1;
    }
    return facts;
}

} // namespace Lifecycle
