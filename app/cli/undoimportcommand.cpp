#include "app/cli/allcommands.h"

#include "models/import/importjob.h"
#include "models/lifecycle/stagehistory.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

Syntax syntax()
{
    return {u"undo-import"_s,
            u"WORKSPACE BATCH"_s,
            2,
            2,
            QCoreApplication::translate(
                "Cli", "Take back a whole import; BATCH is the number that \"import\" printed."),
            {}};
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    bool ok = false;
    const qint64 batch = words.operands().at(1).toLongLong(&ok);
    if (!ok || batch < 1)
        return Outcome::misworded(
            QCoreApplication::translate("Cli", "BATCH is a whole number, not \"%1\".")
                .arg(words.operands().at(1)));
    const Result<Workspace> workspace =
        Workspace::open(words.operands().first(), Workspace::Access::WriteAlone, surroundings.progress);
    if (!workspace)
        return Outcome::failed(workspace.error());
    const Result<void> undone =
        Import::undoImport(*workspace, BatchId{batch}, surroundings.progress);
    if (!undone)
        return Outcome::failed(undone.error());
    // What is left may have other dates now. Where that cannot be kept the window does it on opening:
    // the import is taken back in either case.
    (void)Lifecycle::keepHistory(*workspace);
    return Outcome::printed(
        QCoreApplication::translate("Cli", "Import %1 was taken back.").arg(batch) + u'\n');
}

} // namespace

Command undoImportCommand() { return {syntax, run}; }

} // namespace Cli
