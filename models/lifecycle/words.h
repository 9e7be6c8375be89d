#pragma once

#include "models/lifecycle/lifecycle.h"

namespace Lifecycle {

/// How the lifecycle funnel counts, in whole sentences of both languages; fills the definition
/// fields of \a funnel from its other fields. \a followedUntil: the last day of data.
void writeDefinition(LifecycleFunnel &funnel, QDate followedUntil);

} // namespace Lifecycle
