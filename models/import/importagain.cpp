#include "models/import/importjob.h"
#include "models/import/keptstages.h"
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
    std::vector<KeptStageChange> stages;
    if (!*undone) {
        Result<std::vector<KeptStageChange>> kept = stageChangesOf(workspace, batch);
        if (!kept)
            return kept.error();
        stages = *std::move(kept);
        if (const Result<void> taken = undoImport(workspace, batch, progress.part(0, 0.2)); !taken)
            return taken.error();
    }
    const Result<ImportOutcome> outcome = runImport(workspace, *plan, progress.part(0.2, 1));
    if (!outcome)
        return outcome;
    if (const Result<void> carried = carryOver(workspace, stages, batch, outcome->batch); !carried)
        return carried.error();
    return outcome;
}

} // namespace Import
