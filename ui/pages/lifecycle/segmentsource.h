#pragma once

#include "models/segments/evaluate.h"

#include <functional>

/// Who is in a segment, judged on the customers of a snapshot, on a worker; empty when no workspace
/// is open.
using SegmentSource = std::function<Result<Segments::Mask>(const Segments::Segment &segment,
                                                           const Customers::SnapshotPtr &snapshot,
                                                           const Progress &progress)>;
