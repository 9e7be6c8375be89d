#include "app/cli/allcommands.h"

#include "app/cli/customercsv.h"
#include "app/cli/workspaceaccess.h"
#include "models/clv/clvjob.h"
#include "models/export/tablefile.h"
#include "models/import/rowexport.h"
#include "models/insights/segmentfacts.h"
#include "models/segments/evaluate.h"
#include "models/segments/store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

QStringList exportable()
{
    QStringList names{u"clv"_s, u"segments"_s};
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
            QCoreApplication::translate("Cli", "Write rows of the workspace as CSV, or as an Excel workbook."),
            {{u"what"_s, u"WHAT"_s,
              QCoreApplication::translate("Cli", "One of %1 (required).")
                  .arg(exportable().join(u", "_s))},
             {u"out"_s, u"FILE.(csv|xlsx)"_s,
              QCoreApplication::translate("Cli",
                                          "The file to write (required); its ending decides the "
                                          "format. A workbook holds at most 1,048,575 rows.")}}};
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

/// One row a member of each saved segment, by the name of the segment.
Result<void> writeSegments(const LoadedWorkspace &loaded, const QString &out,
                           const Progress &progress)
{
    Result<Database> database = loaded.workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<QList<Segments::Segment>> segments = Segments::list(*database);
    if (!segments)
        return segments.error();
    // What any of the rules needs is computed once.
    std::vector<Segments::Rule> rules;
    for (const Segments::Segment &segment : *segments)
        rules.push_back(segment.rule);
    const Result<Segments::Facts> facts = Insights::segmentFacts(
        loaded.workspace, loaded.snapshot, loaded.settings,
        Segments::Rule::group(Segments::Rule::Kind::Any, std::move(rules)), progress);
    if (!facts)
        return facts.error();
    Result<Export::TableFile> file = Export::TableFile::open(out, {.sheet = u"segments"_s});
    if (!file)
        return file.error();
    file->writeHeadings({u"segment"_s, u"customer_id"_s});
    for (const Segments::Segment &segment : *segments) {
        const auto members = Segments::evaluate(segment, *facts, progress);
        if (!members)
            return members.error();
        const Result<QStringList> references =
            Segments::referencesOf(*database, *loaded.snapshot, *members);
        if (!references)
            return references.error();
        for (const QString &reference : *references)
            file->writeRow({segment.name, reference});
    }
    return file->commit();
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    const QString what = words.choice(u"what"_s, exportable());
    const QString out = words.text(u"out"_s);
    if (!words.has(u"what"_s))
        words.refuse(QCoreApplication::translate("Cli", "\"export\" needs --what with one of %1.")
                         .arg(exportable().join(u", "_s)));
    if (!out.endsWith(u".csv"_s, Qt::CaseInsensitive) && !Export::TableFile::isWorkbook(out))
        words.refuse(QCoreApplication::translate(
            "Cli", "\"export\" needs --out with a file that ends in .csv or .xlsx."));
    if (words.problem())
        return Outcome::misworded(*words.problem());
    const QString file = words.operands().first();
    if (what == u"clv" || what == u"segments") {
        const Result<LoadedWorkspace> loaded =
            loadWorkspace(file, surroundings.progress.part(0, 0.3));
        if (!loaded)
            return Outcome::failed(loaded.error());
        const Progress rest = surroundings.progress.part(0.3, 1);
        const Result<void> written =
            what == u"clv" ? writeValues(*loaded, out, rest) : writeSegments(*loaded, out, rest);
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
