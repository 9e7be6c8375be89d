#include "app/cli/allcommands.h"

#include "models/workspace/workspace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

Syntax syntax()
{
    return {u"check"_s,
            u"WORKSPACE"_s,
            1,
            1,
            QCoreApplication::translate("Cli", "Check integrity, schema version and counts; "
                                               "succeeds only when the workspace is sound."),
            {}};
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    const Result<WorkspaceCheck> check =
        checkWorkspace(words.operands().first(), surroundings.progress);
    if (!check)
        return Outcome::failed(check.error());
    QString text =
        QCoreApplication::translate("Cli", "Schema version %1").arg(check->schemaVersion) + u'\n';
    for (const WorkspaceCheck::Count &count : check->counts)
        text += u"%1 %2\n"_s.arg(count.table, -20).arg(count.rows);
    if (check->isSound())
        return Outcome::printed(text + QCoreApplication::translate("Cli", "The workspace is sound.")
                                + u'\n');
    return {InputFault, text, check->problems.join(u' ')};
}

} // namespace

Command checkCommand() { return {syntax, run}; }

} // namespace Cli
