#include "models/insights/segmentlabels.h"

namespace Insights {

SegmentLabels segmentLabels(const Memberships &memberships, std::size_t customers)
{
    SegmentLabels labels{memberships, std::vector<std::int16_t>(customers, -1)};
    if (labels.isEmpty())
        return labels;
    for (std::size_t segment = memberships->size(); segment-- > 0;) {
        const std::vector<bool> &isMember = (*memberships)[segment].isMember;
        for (std::size_t customer = 0; customer < customers; ++customer) {
            if (isMember[customer])
                labels.of[customer] = std::int16_t(segment);
        }
    }
    return labels;
}

} // namespace Insights
