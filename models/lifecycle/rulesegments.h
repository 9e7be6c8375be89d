#pragma once

#include "models/lifecycle/lifecycle.h"
#include "models/workspace/database.h"

#include <functional>

namespace Lifecycle {

/// Names of the saved segments that the rules of \a lifecycle ask for, also through other segments.
[[nodiscard]] QStringList askedSegments(const LifecycleModel &lifecycle,
                                        const QList<Segments::Segment> &segments);
/// The same for one rule.
[[nodiscard]] QStringList askedSegments(const Segments::Rule &rule,
                                        const QList<Segments::Segment> &segments);

/// Who is in a segment that is a fixed list.
using ListMembers =
    std::function<Result<std::vector<Customers::CustomerIndex>>(const Segments::Segment &segment)>;

/// \a lifecycle, ready to judge rules that ask for saved segments; unchanged where none does.
Result<LifecycleModel> withSegments(const LifecycleModel &lifecycle,
                                    const QList<Segments::Segment> &segments,
                                    const ListMembers &members);
/// With the segments of the workspace, for the customers of \a snapshot.
Result<LifecycleModel> withSegments(Database &database, const Customers::Snapshot &snapshot,
                                    const LifecycleModel &lifecycle);

} // namespace Lifecycle
