#include "app/cli/allcommands.h"

#include "app/cli/customercsv.h"
#include "app/cli/workspaceaccess.h"
#include "models/clv/clvjob.h"
#include "models/import/csvexport.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

QStringList exportable()
{
    QStringList names{u"clv"_s};
    for (const Import::Kind kind : Import::allKinds())
        names.append(Import::kindName(kind));
    return names;
}

Syntax syntax()
{
    return {u"export"_s,
            u"WORKSPACE"_s,
            1,
            1,
            QCoreApplication::translate("Cli", "Write rows of the workspace as CSV."),
            {{u"what"_s, u"WHAT"_s,
              QCoreApplication::translate("Cli", "One of %1 (required).")
                  .arg(exportable().join(u", "_s))},
             {u"out"_s, u"FILE.csv"_s,
              QCoreApplication::translate("Cli", "The file to write (required).")}}};
}

Result<void> writeValues(const LoadedWorkspace &loaded, const QString &out,
                         const Progress &progress)
{
    const Result<Clv::ClvResult> result =
        Clv::computeClv(*loaded.snapshot, Insights::clvQuery(loaded.settings, {}), progress);
    if (!result)
        return result.error();
    return writeCustomerCsv(out, *result, loaded);
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    const QString what = words.choice(u"what"_s, exportable());
    const QString out = words.text(u"out"_s);
    if (!words.has(u"what"_s))
        words.refuse(QCoreApplication::translate("Cli", "\"export\" needs --what with one of %1.")
                         .arg(exportable().join(u", "_s)));
    if (!out.endsWith(u".csv"_s, Qt::CaseInsensitive))
        words.refuse(QCoreApplication::translate(
            "Cli", "\"export\" needs --out with a file that ends in .csv."));
    if (words.problem())
        return Outcome::misworded(*words.problem());
    const QString file = words.operands().first();
    if (what == u"clv") {
        const Result<LoadedWorkspace> loaded =
            loadWorkspace(file, surroundings.progress.part(0, 0.3));
        if (!loaded)
            return Outcome::failed(loaded.error());
        const Result<void> written = writeValues(*loaded, out, surroundings.progress.part(0.3, 1));
        if (!written)
            return Outcome::failed(written.error());
    } else {
        const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
        if (!workspace)
            return Outcome::failed(workspace.error());
        const Result<qint64> rows =
            Import::exportRows(*workspace, *Import::kindFromName(what), out, surroundings.progress);
        if (!rows)
            return Outcome::failed(rows.error());
    }
    return Outcome::printed(QCoreApplication::translate("Cli", "Wrote %1.").arg(out) + u'\n');
}

} // namespace

Command exportCommand() { return {syntax, run}; }

} // namespace Cli
