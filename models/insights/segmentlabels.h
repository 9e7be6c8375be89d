#pragma once

#include "models/insights/analysis.h"
#include "models/segments/segment.h"

namespace Insights {

/// Which of the workspace's segments each customer of a snapshot is in: the first one by name.
struct SegmentLabels
{
    QList<Segments::Segment> segments; ///< their names; not their rules
    std::vector<std::int16_t> of; ///< per customer of the snapshot a position in segments; -1: none
};
/// Judged on the data, values and stages of \a analysis; see segmentMemberships().
Result<SegmentLabels> segmentLabels(const Workspace &workspace, const Analysis &analysis,
                                    const Progress &progress = {});

} // namespace Insights
