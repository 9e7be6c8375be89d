#pragma once

#include "models/segments/evaluate.h"
#include "models/workspace/settings.h"

namespace Insights {

/// All that \a rule needs, computed with the workspace's settings and lifecycle: lifetime values are
/// fitted and stages followed only where the rule asks for them. Where no model fits, the rule is
/// refused when it is judged.
Result<Segments::Facts> segmentFacts(const Workspace &workspace, Customers::SnapshotPtr snapshot,
                                     const WorkspaceSettings &settings, const Segments::Rule &rule,
                                     const Progress &progress = {});

/// Who is in \a segment among the customers of \a snapshot, one byte each.
Result<Segments::Mask> segmentMask(const Workspace &workspace, const Customers::SnapshotPtr &snapshot,
                                   const WorkspaceSettings &settings,
                                   const Segments::Segment &segment, const Progress &progress = {});

} // namespace Insights
