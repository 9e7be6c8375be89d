#pragma once

#include "app/cli/command.h"
#include "models/insights/analysis.h"
#include "models/workspace/workspace.h"

namespace Cli {

/// What most commands begin with: the workspace opened for reading, its settings and its columns.
struct LoadedWorkspace
{
    Workspace workspace;
    WorkspaceSettings settings;
    Customers::SnapshotPtr snapshot;
    double secondsLoad = 0;
};
Result<LoadedWorkspace> loadWorkspace(const QString &file, const Progress &progress);

/// The analysis that the window shows when it opens the workspace.
Result<Insights::AnalysisPtr> analyseWorkspace(const QString &file,
                                               const Surroundings &surroundings);

} // namespace Cli
