#include "models/insights/segmentlabels.h"

#include "models/lifecycle/stagefacts.h"
#include "models/segments/evaluate.h"

#include <algorithm>

namespace Insights {

Result<SegmentLabels> segmentLabels(const Workspace &workspace, const Analysis &analysis,
                                    const Progress &progress)
{
    Result<Segments::Facts> facts =
        Segments::loadFacts(workspace, analysis.snapshot, progress.part(0, 0.3));
    if (!facts)
        return facts.error();
    SegmentLabels labels;
    labels.segments = *facts->segments;
    labels.of.assign(analysis.snapshot->customers(), -1);
    facts->until = analysis.clv.until;
    facts->values = analysis.clv.values;
    const bool needsStages = std::any_of(
        labels.segments.begin(), labels.segments.end(), [&](const Segments::Segment &segment) {
            return Segments::needs(segment.rule, labels.segments).stages;
        });
    if (needsStages) {
        facts->stages = std::make_shared<const Segments::StageFacts>(
            Lifecycle::stageFacts(*analysis.snapshot, analysis.query.lifecycle));
    }
    for (qsizetype i = 0; i < labels.segments.size(); ++i) {
        const Result<std::vector<Customers::CustomerIndex>> members =
            Segments::evaluate(labels.segments[i], *facts);
        if (progress.isCancelled())
            return Error::cancelled();
        if (!members)
            continue;
        for (const Customers::CustomerIndex customer : *members) {
            if (labels.of[customer] < 0)
                labels.of[customer] = std::int16_t(i);
        }
    }
    return labels;
}

} // namespace Insights
