#pragma once

#include "models/lifecycle/lifecycle.h"

#include <optional>

namespace Lifecycle {

/// The furthest stage that \a customer ever entered, with the row that put them there; nothing: no
/// rule reached them.
[[nodiscard]] std::optional<StageEntry> furthestStage(const Customers::Snapshot &snapshot,
                                                      const LifecycleModel &lifecycle,
                                                      Customers::CustomerIndex customer);

} // namespace Lifecycle
