#pragma once

#include "models/report/report.h"
#include "models/workspace/workspace.h"

namespace Report {

/// Looks customers up in the file of an open workspace, over a connection of its own that lives as
/// long as the function does. Use it on one thread at a time. A file that cannot be read gives no names.
NameLookup workspaceNames(const Workspace &workspace);

} // namespace Report
