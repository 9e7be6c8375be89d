#include "app/window/session.h"

#include "app/window/filterstore.h"
#include "models/customers/columncache.h"
#include "models/demo/demoworkspace.h"
#include "models/funnel/store.h"
#include "models/lifecycle/rulesegments.h"
#include "models/lifecycle/stagehistory.h"
#include "models/segments/store.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

bool overlap(const DateRange &a, const DateRange &b)
{
    return a.isValid() && b.isValid() && a.from <= b.until && b.from <= a.until;
}

} // namespace

Session::Session(QObject *parent)
    : QObject(parent)
{
    connect(&m_jobs, &JobRunner::progressed, this, [this](int job, const ProgressReport &report) {
        if (job == m_importJob)
            emit importProgressed(report);
    });
}

Session::~Session()
{
    release();
}

Result<Session::Opened> Session::openNow(const QString &file, const Progress &progress)
{
    Result<Workspace> workspace =
        Workspace::open(file, Workspace::Access::WriteOrRead, progress.part(0, 0.3));
    if (!workspace)
        return workspace.error();
    Opened opened;
    opened.workspace = std::make_shared<const Workspace>(std::move(*workspace));
    Result<Database> database = opened.workspace->connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    if (!settings)
        return settings.error();
    opened.settings = *settings;
    const Result<Lifecycle::LifecycleModel> lifecycle = Lifecycle::load(*database);
    if (!lifecycle)
        return lifecycle.error();
    opened.lifecycle = *lifecycle;
    if (const Result<QList<Funnel::FunnelQuery>> funnels = Funnel::loadFunnels(*database))
        opened.funnels = *funnels;
    else
        opened.remark = funnels.error();
    if (const Result<QList<Segments::Segment>> segments = Segments::list(*database))
        opened.segments = *segments;
    else
        opened.remark = segments.error();
    if (const Result<Lifecycle::MeddicNotes> notes = Lifecycle::loadMeddicNotes(*database))
        opened.meddicNotes = *notes;
    else
        opened.remark = notes.error();
    opened.filter = FilterStore::load(*database);
    opened.factChanges = opened.workspace->factChanges();
    const Result<Customers::SnapshotPtr> snapshot =
        Customers::loadSnapshot(*opened.workspace, progress.part(0.3, 1));
    if (!snapshot)
        return snapshot.error();
    opened.snapshot = *snapshot;
    return opened;
}

void Session::startOpening(std::function<Result<Opened>(const Progress &)> work)
{
    m_jobs.cancel(m_openJob);
    m_openJob = m_jobs.start(JobRunner::Lane::Writer, tr("Opening the workspace"), true, std::move(work),
                             [this](Result<Opened> result) {
                                 if (result)
                                     take(std::move(*result));
                                 else
                                     emit failed(result.error());
                             });
}

void Session::open(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (m_workspace && QFileInfo(m_workspace->file()) == QFileInfo(path))
        return;
    startOpening([path](const Progress &progress) { return openNow(path, progress); });
}

void Session::create(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (m_workspace && QFileInfo(m_workspace->file()) == QFileInfo(path)) {
        emit failed({Error::Kind::File, tr("This workspace is open. Choose another name for the new one."), path});
        return;
    }
    startOpening([path](const Progress &progress) -> Result<Opened> {
        {
            const Result<Workspace> made = Workspace::create(path, true);
            if (!made)
                return made.error();
            Result<Database> database = made->connect(Database::Mode::ReadWrite);
            if (!database)
                return database.error();
            WorkspaceSettings settings;
            settings.nameEnglish = QFileInfo(path).completeBaseName();
            if (const Result<void> saved = Settings::save(*database, settings); !saved)
                return saved.error();
        }
        return openNow(path, progress);
    });
}

void Session::openDemo(const QString &file)
{
    if (m_workspace && QFileInfo(m_workspace->file()) == QFileInfo(file))
        return;
    startOpening([file](const Progress &progress) -> Result<Opened> {
        if (!QFileInfo::exists(file)) {
            QDir().mkpath(QFileInfo(file).absolutePath());
            const Result<void> made = createDemoWorkspace(file, {}, progress.part(0, 0.8));
            if (!made)
                return made.error();
        }
        return openNow(file, progress.part(0.8, 1));
    });
}

void Session::take(Opened found)
{
    emit closing();
    release();
    m_workspace = std::move(found.workspace);
    m_analysis.reset();
    m_keptValues.clear();
    m_query = {};
    m_query.settings = found.settings;
    m_query.lifecycle = found.lifecycle;
    m_funnels = found.funnels;
    m_segments = found.segments;
    m_meddicNotes = found.meddicNotes;
    if (found.filter)
        m_query.filter = *found.filter;
    m_snapshot.reset();
    emit opened();
    emit settingsChanged();
    if (found.remark)
        emit failed(*found.remark);
    setSnapshot(std::move(found.snapshot));
    checkBehind();
    keepColumns(found.factChanges);
}

void Session::checkBehind()
{
    if (!m_workspace->wasClosedHere())
        return; // opening has checked it before anything else
    m_checkJob = m_jobs.start(
        JobRunner::Lane::Reader, tr("Checking the workspace"), true,
        [workspace = m_workspace](const Progress &progress) { return workspace->quickCheck(progress); },
        [this, workspace = m_workspace](const Result<void> &result) {
            if (workspace == m_workspace && !result && result.error().kind != Error::Kind::Cancelled)
                emit failed(result.error());
        });
}

void Session::keepColumns(std::uint64_t factChanges)
{
    const auto facts = qint64(m_snapshot->purchases.size() + m_snapshot->events.size());
    if (facts < Customers::cachedFrom || m_workspace->isReadOnly() || m_workspace->hasColumnCache())
        return;
    m_cacheJob = m_jobs.start(
        JobRunner::Lane::Writer, tr("Preparing a quicker opening"), true,
        [workspace = m_workspace, snapshot = m_snapshot, factChanges](const Progress &progress) {
            return Customers::storeCache(*workspace, *snapshot, factChanges, progress);
        },
        [](const Result<void> &) {}); // without a cache the next opening takes longer, no more
}

void Session::release()
{
    if (!m_workspace)
        return;
    m_jobs.cancel(m_analysisJob);
    m_jobs.cancel(m_importJob);
    m_jobs.cancel(m_historyJob);
    m_jobs.cancel(m_checkJob);
    m_jobs.cancel(m_cacheJob);
    m_historyJob = 0;
    m_checkJob = 0;
    m_cacheJob = 0;
    m_analysisJob = 0;
    m_analysis.reset();
    m_snapshot.reset();
    // The last checkpoint may take a while, so the file is closed on a worker.
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = std::exchange(m_workspace, nullptr)](const Progress &) mutable {
            workspace.reset();
            return true;
        },
        [](bool) {});
}

void Session::close()
{
    if (!m_workspace)
        return;
    emit closing();
    release();
    m_query = {};
    emit closed();
}

void Session::saveCopy(const QString &file)
{
    if (!m_workspace)
        return;
    m_jobs.start(
        JobRunner::Lane::Reader, tr("Saving a copy"), true,
        [workspace = m_workspace, file](const Progress &progress) { return workspace->saveCopy(file, progress); },
        [this, file](const Result<void> &result) {
            if (result)
                emit copySaved(file);
            else
                emit failed(result.error());
        });
}

void Session::setSnapshot(Customers::SnapshotPtr snapshot)
{
    m_snapshot = std::move(snapshot);
    emit snapshotChanged();
    if (!overlap(m_query.filter.period, m_snapshot->extent)) {
        m_query.filter = m_snapshot->extent.isValid() ? Insights::defaultFilter(*m_snapshot)
                                                      : Insights::PeriodFilter();
    }
    emit filterChanged();
    recompute();
    recordStages();
}

void Session::recordStages()
{
    m_jobs.cancel(m_historyJob);
    m_historyJob = 0;
    if (!m_workspace || m_workspace->isReadOnly() || !m_snapshot || m_snapshot->customers() == 0)
        return;
    m_historyJob = m_jobs.start(
        JobRunner::Lane::Writer, tr("Keeping the stage history"), true,
        [workspace = m_workspace, snapshot = m_snapshot, lifecycle = m_query.lifecycle](
            const Progress &progress) -> Result<void> {
            const Result<Lifecycle::RecordedHistory> kept =
                Lifecycle::keepHistory(*workspace, *snapshot, lifecycle, progress);
            return kept ? Result<void>() : Result<void>(kept.error());
        },
        [this](const Result<void> &result) {
            if (!result && result.error().kind != Error::Kind::Cancelled)
                emit failed(result.error());
        });
}

void Session::setFormat(const NumberFormat &format)
{
    const bool same = format.language() == m_format.language() && format.digits() == m_format.digits();
    m_format = format;
    if (m_snapshot && !same)
        startAnalysis(m_analysis && (m_analysisJob == 0 || m_analysisIsQuiet));
}

void Session::startAnalysis(bool quiet, const Insights::AnalysisPtr &previous)
{
    m_jobs.cancel(m_analysisJob);
    m_analysisJob = 0;
    if (!m_snapshot)
        return;
    if (!m_query.filter.period.isValid()) {
        m_analysis.reset();
        emit analysed(nullptr);
        return;
    }
    m_analysisIsQuiet = quiet;
    if (!quiet)
        emit analysisStarted();
    const auto job = std::make_shared<int>();
    *job = m_jobs.start(
        JobRunner::Lane::Reader, quiet ? QString() : tr("Computing customer value"), true,
        [workspace = m_workspace, snapshot = m_snapshot, query = m_query, format = m_format, previous](
            const Progress &progress) mutable {
            // Segments that cannot be read were told when the workspace was opened: their rules hold
            // for nobody then.
            if (Result<Database> database = workspace->connect(Database::Mode::ReadOnly)) {
                if (Result<Lifecycle::LifecycleModel> ready =
                        Lifecycle::withSegments(*database, *snapshot, query.lifecycle))
                    query.lifecycle = *std::move(ready);
            }
            query.ranksModels = false; // the page that shows the candidates fits them
            return Insights::computeAnalysis(snapshot, query, format, progress, previous);
        },
        [this, job](const Result<Insights::AnalysisPtr> &result) {
            if (*job != m_analysisJob)
                return; // a newer request took its place
            m_analysisJob = 0;
            if (result) {
                m_analysis = *result;
                emit analysed(m_analysis);
                keepValues();
            } else if (result.error().kind == Error::Kind::Cancelled) {
                emit analysed(m_analysis); // the last good state
            } else {
                m_analysis.reset();
                emit analysisFailed(result.error());
            }
        });
    m_analysisJob = *job;
}

void Session::keepValues()
{
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_workspace, analysis = m_analysis](
            const Progress &) -> Result<QList<Clv::StoredClv>> {
            const bool keeps = !workspace->isReadOnly() && analysis->clv.values;
            Result<Database> database = workspace->connect(keeps ? Database::Mode::ReadWrite
                                                                 : Database::Mode::ReadOnly);
            if (!database)
                return database.error();
            Clv::ClvStore store(*database);
            if (keeps) {
                const Result<void> saved =
                    store.save(analysis->clv, QDateTime::currentDateTimeUtc(),
                               analysis->query.settings.currency.code);
                if (!saved)
                    return saved.error();
            }
            return store.load();
        },
        [this, workspace = m_workspace](Result<QList<Clv::StoredClv>> kept) {
            if (workspace != m_workspace)
                return;
            if (!kept) {
                emit failed(kept.error());
                return;
            }
            m_keptValues = *std::move(kept);
            emit keptValuesChanged();
        });
}

void Session::reload()
{
    m_jobs.start(
        JobRunner::Lane::Writer, tr("Reading the workspace"), true,
        [workspace = m_workspace](const Progress &progress) -> Result<Reloaded> {
            const Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*workspace, progress);
            if (!snapshot)
                return snapshot.error();
            Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
            if (!database)
                return database.error();
            const Result<WorkspaceSettings> settings = Settings::load(*database);
            return settings ? Result<Reloaded>(Reloaded{*snapshot, settings->currency}) : settings.error();
        },
        [this, workspace = m_workspace](Result<Reloaded> result) {
            if (workspace != m_workspace)
                return;
            if (!result) {
                emit failed(result.error());
                return;
            }
            // A first import gives the workspace its currency.
            if (result->currency != m_query.settings.currency) {
                m_query.settings.currency = result->currency;
                emit settingsChanged();
            }
            setSnapshot(std::move(result->snapshot));
        });
}
