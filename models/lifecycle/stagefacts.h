#pragma once

#include "models/lifecycle/lifecycle.h"
#include "models/segments/facts.h"

namespace Lifecycle {

/// The stage each customer is in, for rules of segments: the one entered last; of several entered
/// in the same second the deepest. Who met the stage's exit rule since is in none.
Segments::StageFacts stageFacts(const Customers::Snapshot &snapshot,
                                const LifecycleModel &lifecycle);

} // namespace Lifecycle
