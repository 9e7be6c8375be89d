#include "models/insights/segmentfacts.h"

#include "models/insights/analysis.h"
#include "models/lifecycle/rulesegments.h"
#include "models/lifecycle/stagefacts.h"

namespace Insights {

Result<Segments::Facts> segmentFacts(const Workspace &workspace, Customers::SnapshotPtr snapshot,
                                     const WorkspaceSettings &settings, const Segments::Rule &rule,
                                     const Progress &progress)
{
    Result<Segments::Facts> facts = Segments::loadFacts(workspace, snapshot, progress.part(0, 0.3));
    if (!facts)
        return facts;
    const Segments::Needs needs = Segments::needs(rule, *facts->segments);
    if (needs.stages) {
        Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
        if (!database)
            return database.error();
        const Result<Lifecycle::LifecycleModel> lifecycle = Lifecycle::load(*database);
        if (!lifecycle)
            return lifecycle.error();
        const Result<Lifecycle::LifecycleModel> ready =
            Lifecycle::withSegments(*database, *snapshot, *lifecycle);
        if (!ready)
            return ready.error();
        facts->stages = std::make_shared<const Segments::StageFacts>(
            Lifecycle::stageFacts(*snapshot, *ready));
    }
    if (needs.values) {
        const Result<Clv::ClvResult> clv =
            Clv::computeClv(*snapshot, clvQuery(settings, {}), progress.part(0.3, 1), nullptr, false,
                            Clv::TotalInterval::None);
        if (!clv && clv.error().kind == Error::Kind::Cancelled)
            return clv.error();
        if (clv)
            facts->values = clv->values;
    }
    return facts;
}

Result<Segments::Mask> segmentMask(const Workspace &workspace, const Customers::SnapshotPtr &snapshot,
                                   const WorkspaceSettings &settings,
                                   const Segments::Segment &segment, const Progress &progress)
{
    const auto members = [&]() -> Result<std::vector<Customers::CustomerIndex>> {
        if (segment.isStatic()) {
            // Its own list decides, also where the file does not hold the newest one yet.
            Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
            return database ? Segments::findCustomers(*database, *snapshot, *segment.customers)
                            : database.error();
        }
        const Result<Segments::Facts> facts =
            segmentFacts(workspace, snapshot, settings, segment.rule, progress.part(0, 0.8));
        return facts ? Segments::evaluate(segment.rule, *facts, progress.part(0.8, 1))
                     : facts.error();
    }();
    if (!members)
        return members.error();
    Segments::Mask mask(snapshot->customers(), 0);
    for (const Customers::CustomerIndex customer : *members)
        mask[customer] = 1;
    return mask;
}

} // namespace Insights
