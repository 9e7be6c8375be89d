#include "models/import/importjob.h"
#include "models/import/mappingstore.h"

#include <QCoreApplication>

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Again)
};

} // namespace

Result<ImportOutcome> importAgain(const Workspace &workspace, BatchId batch, const Progress &progress)
{
    const Result<ImportPlan> plan = planAgain(workspace, batch);
    if (!plan)
        return plan.error();
    if (const QStringList missing = plan->missingFields(); !missing.isEmpty()) {
        QStringList titles;
        for (const QString &field : missing)
            titles.append(fieldTitle(field));
        return Error{Error::Kind::Format,
                     Tr::tr("The file no longer has the column for %1. Import it anew and choose the column.")
                         .arg(titles.join(Tr::tr(", "))),
                     plan->file};
    }
    const Result<bool> undone = isUndone(workspace, batch);
    if (!undone)
        return undone.error();
    if (!*undone)
        if (const Result<void> taken = undoImport(workspace, batch, progress.part(0, 0.2)); !taken)
            return taken.error();
    return runImport(workspace, *plan, progress.part(0.2, 1));
}

} // namespace Import
