#pragma once

#include "models/insights/analysis.h"
#include "models/workspace/workspace.h"

#include <memory>
#include <vector>

namespace Insights {

/// Who is in one of the workspace's segments.
struct Membership
{
    QString name;
    QString nameArabic;
    std::vector<bool> isMember; ///< by position in the snapshot
};
using Memberships = std::shared_ptr<const std::vector<Membership>>;

/// All saved segments, judged with the values and the lifecycle of \a analysis. One whose rule
/// cannot be judged, such as a rule about values where no model fits, is left out.
Result<Memberships> segmentMemberships(const Workspace &workspace, const Analysis &analysis,
                                       const Progress &progress = {});

} // namespace Insights
