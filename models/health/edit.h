#pragma once

#include "models/health/merge.h"
#include "models/workspace/database.h"

#include <functional>

namespace Health {

/// Runs \a work in one transaction on a connection of its own: all of it stays, or, on an error or
/// cancellation, nothing.
Result<EditOutcome> editRows(const Workspace &workspace, const Progress &progress,
                             const std::function<Result<EditOutcome>(SQLite::Database &)> &work);

} // namespace Health
