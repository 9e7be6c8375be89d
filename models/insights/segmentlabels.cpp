#include "models/insights/segmentlabels.h"

#include "models/insights/memberships.h"

namespace Insights {

Result<SegmentLabels> segmentLabels(const Workspace &workspace, const Analysis &analysis,
                                    const Progress &progress)
{
    const Result<Memberships> memberships = segmentMemberships(workspace, analysis, progress);
    if (!memberships)
        return memberships.error();
    SegmentLabels labels;
    labels.of.assign(analysis.snapshot->customers(), -1);
    for (const Membership &membership : **memberships) {
        const auto position = std::int16_t(labels.segments.size());
        Segments::Segment &segment = labels.segments.emplace_back();
        segment.name = membership.name;
        segment.nameArabic = membership.nameArabic;
        for (std::size_t customer = 0; customer < labels.of.size(); ++customer) {
            if (labels.of[customer] < 0 && membership.isMember[customer])
                labels.of[customer] = position;
        }
    }
    return labels;
}

} // namespace Insights
