#include "app/cli/workspaceaccess.h"

#include "models/lifecycle/rulesegments.h"

#include <QElapsedTimer>

namespace Cli {

Result<LoadedWorkspace> loadWorkspace(const QString &file, const Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    Result<Workspace> workspace =
        Workspace::open(file, Workspace::Access::Read, progress.part(0, 0.2));
    if (!workspace)
        return workspace.error();
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    if (!settings)
        return settings.error();
    const Result<Customers::SnapshotPtr> snapshot =
        Customers::loadSnapshot(*workspace, progress.part(0.2, 1));
    if (!snapshot)
        return snapshot.error();
    return LoadedWorkspace{*std::move(workspace), *settings, *snapshot,
                           double(timer.nsecsElapsed()) / 1e9};
}

Result<Insights::AnalysisPtr> analyseWorkspace(const QString &file,
                                               const Surroundings &surroundings)
{
    const Result<LoadedWorkspace> loaded = loadWorkspace(file, surroundings.progress.part(0, 0.3));
    if (!loaded)
        return loaded.error();
    Result<Database> database = loaded->workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<Lifecycle::LifecycleModel> lifecycle = Lifecycle::load(*database);
    if (!lifecycle)
        return lifecycle.error();
    Insights::AnalysisQuery query;
    query.filter = Insights::defaultFilter(*loaded->snapshot);
    query.settings = loaded->settings;
    const Result<Lifecycle::LifecycleModel> ready =
        Lifecycle::withSegments(*database, *loaded->snapshot, *lifecycle);
    if (!ready)
        return ready.error();
    query.lifecycle = *ready;
    return Insights::computeAnalysis(loaded->snapshot, query, surroundings.format,
                                     surroundings.progress.part(0.3, 1));
}

} // namespace Cli
