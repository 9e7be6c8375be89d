// Work that changes the rows of the open workspace: imports, merges, repairs, and taking them back.

#include "app/window/session.h"

#include "models/health/duplicates.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

void Session::startImport(const Import::ImportPlan &plan)
{
    if (!m_workspace || m_workspace->isReadOnly() || m_importJob != 0)
        return;
    m_importJob = m_jobs.start(
        JobRunner::Lane::Writer, tr("Importing %1").arg(NumberFormat::isolate(QFileInfo(plan.file).fileName())), true,
        [workspace = m_workspace, plan](const Progress &progress) {
            return Import::runImport(*workspace, plan, progress);
        },
        [this, workspace = m_workspace](const Result<Import::ImportOutcome> &outcome) {
            m_importJob = 0;
            emit importEnded(outcome);
            if (outcome && !outcome->dryRun && workspace == m_workspace)
                reload();
        });
}

void Session::cancelImport()
{
    m_jobs.cancel(m_importJob);
}

void Session::undoImport(BatchId batch)
{
    if (!m_workspace || m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, tr("Undoing the import"), true,
        [workspace = m_workspace, batch](const Progress &progress) {
            return Import::undoImport(*workspace, batch, progress);
        },
        [this, batch, workspace = m_workspace](const Result<void> &result) {
            if (workspace != m_workspace)
                return;
            if (!result) {
                if (result.error().kind != Error::Kind::Cancelled)
                    emit failed(result.error());
                return;
            }
            emit importUndone(batch);
            reload();
        });
}

void Session::importAgain(BatchId batch, const QString &file)
{
    if (!m_workspace || m_workspace->isReadOnly() || m_importJob != 0)
        return;
    m_importJob = m_jobs.start(
        JobRunner::Lane::Writer, tr("Importing %1").arg(NumberFormat::isolate(QFileInfo(file).fileName())), true,
        [workspace = m_workspace, batch](const Progress &progress) { return Import::importAgain(*workspace, batch, progress); },
        [this, workspace = m_workspace](const Result<Import::ImportOutcome> &outcome) {
            m_importJob = 0;
            emit importEnded(outcome);
            if (workspace == m_workspace)
                reload(); // also after a failure: the old rows may be gone
        });
}

void Session::edit(const QString &title, Edit work, const std::shared_ptr<BatchId> &batch)
{
    if (!m_workspace || m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, title, true,
        [workspace = m_workspace, work = std::move(work), batch](const Progress &progress) {
            const Result<Health::EditOutcome> outcome = work(*workspace, progress);
            *batch = outcome ? outcome->batch : BatchId(); // read on this thread only, by undoEdit()
            return outcome;
        },
        [this, workspace = m_workspace](const Result<Health::EditOutcome> &outcome) {
            if (workspace != m_workspace)
                return;
            if (!outcome) {
                if (outcome.error().kind != Error::Kind::Cancelled)
                    emit failed(outcome.error());
                return;
            }
            emit edited(*outcome);
            reload();
        });
}

void Session::undoEdit(const std::shared_ptr<BatchId> &batch)
{
    if (!m_workspace || m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, tr("Undoing the change"), true,
        [workspace = m_workspace, batch](const Progress &progress) -> Result<bool> {
            if (!batch->isValid())
                return false;
            const Result<bool> undone = Import::isUndone(*workspace, *batch);
            if (!undone || *undone)
                return undone ? Result<bool>(false) : undone;
            const Result<void> done = Import::undoImport(*workspace, *batch, progress);
            return done ? Result<bool>(true) : done.error();
        },
        [this, workspace = m_workspace](const Result<bool> &undone) {
            if (workspace != m_workspace)
                return;
            if (!undone) {
                if (undone.error().kind != Error::Kind::Cancelled)
                    emit failed(undone.error());
            } else if (*undone) {
                emit editUndone();
                reload();
            }
        });
}

void Session::setDistinct(const QString &key, bool distinct)
{
    if (!m_workspace || m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_workspace, key, distinct](const Progress &) -> Result<void> {
            Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
            if (!database)
                return database.error();
            Result<QStringList> keys = Health::loadDistinct(*database);
            if (!keys)
                return keys.error();
            keys->removeAll(key);
            if (distinct)
                keys->append(key);
            return Health::saveDistinct(*database, *keys);
        },
        [this, workspace = m_workspace](const Result<void> &saved) {
            if (workspace != m_workspace)
                return;
            if (saved)
                emit distinctChanged();
            else
                emit failed(saved.error());
        });
}
