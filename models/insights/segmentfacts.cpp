#include "models/insights/segmentfacts.h"

#include "models/insights/analysis.h"
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
        facts->stages = std::make_shared<const Segments::StageFacts>(
            Lifecycle::stageFacts(*snapshot, *lifecycle));
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
    const Result<Segments::Facts> facts =
        segmentFacts(workspace, snapshot, settings, segment.rule, progress.part(0, 0.8));
    if (!facts)
        return facts.error();
    const auto members = Segments::evaluate(segment, *facts, progress.part(0.8, 1));
    if (!members)
        return members.error();
    Segments::Mask mask(snapshot->customers(), 0);
    for (const Customers::CustomerIndex customer : *members)
        mask[customer] = 1;
    return mask;
}

} // namespace Insights
