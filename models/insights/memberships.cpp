#include "models/insights/memberships.h"

#include "models/lifecycle/stagefacts.h"
#include "models/segments/evaluate.h"

namespace Insights {

Result<Memberships> segmentMemberships(const Workspace &workspace, const Analysis &analysis,
                                       const Progress &progress)
{
    Result<Segments::Facts> facts =
        Segments::loadFacts(workspace, analysis.snapshot, progress.part(0, 0.3));
    if (!facts)
        return facts.error();
    auto memberships = std::make_shared<std::vector<Membership>>();
    if (facts->segments->isEmpty())
        return Memberships(std::move(memberships));
    facts->values = analysis.clv.values;
    facts->stages = std::make_shared<const Segments::StageFacts>(
        Lifecycle::stageFacts(*analysis.snapshot, analysis.query.lifecycle));
    const Progress judging = progress.part(0.3, 1);
    for (const Segments::Segment &segment : *facts->segments) {
        const auto members = Segments::evaluate(segment, *facts, judging);
        if (progress.isCancelled())
            return Error::cancelled();
        if (!members)
            continue;
        Membership &membership = memberships->emplace_back();
        membership.name = segment.name;
        membership.nameArabic = segment.nameArabic;
        membership.isMember.resize(analysis.snapshot->customers());
        for (const Customers::CustomerIndex member : *members)
            membership.isMember[member] = true;
    }
    return Memberships(std::move(memberships));
}

} // namespace Insights
