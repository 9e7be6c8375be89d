#pragma once

#include "models/core/result.h"

#include <optional>

class Workspace;

namespace Import {

struct ImportPlan;

/// Why \a plan cannot be run at all: a field that no column holds, a question nobody has answered, a
/// mode that makes no sense for its kind, a disk too full. Empty: it can.
[[nodiscard]] std::optional<Error> refusal(const Workspace &workspace, const ImportPlan &plan);

} // namespace Import
