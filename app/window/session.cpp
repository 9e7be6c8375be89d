#include "app/window/session.h"

#include "models/funnel/store.h"
#include "models/demo/demoworkspace.h"
#include "models/health/duplicates.h"
#include "models/import/currencyadoption.h"
#include "models/lifecycle/stagehistory.h"
#include "models/segments/facts.h"
#include "models/segments/store.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

const QString filterKey = u"view.filter"_s;

QJsonObject toJson(const DateRange &range)
{
    return {{u"from"_s, range.from.toString(Qt::ISODate)}, {u"until"_s, range.until.toString(Qt::ISODate)}};
}

DateRange rangeFromJson(const QJsonObject &json)
{
    return {QDate::fromString(json[u"from"].toString(), Qt::ISODate),
            QDate::fromString(json[u"until"].toString(), Qt::ISODate)};
}

QString toText(const Insights::PeriodFilter &filter)
{
    QJsonObject json{{u"period"_s, toJson(filter.period)}};
    if (filter.comparison)
        json[u"comparison"_s] = toJson(*filter.comparison);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Insights::PeriodFilter> filterFromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    Insights::PeriodFilter filter{rangeFromJson(json[u"period"].toObject()), {}};
    if (!filter.period.isValid())
        return {};
    const DateRange comparison = rangeFromJson(json[u"comparison"].toObject());
    if (comparison.isValid())
        filter.comparison = comparison;
    return filter;
}

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
    if (const Result<QString> filter = Settings::value(*database, filterKey))
        opened.filter = filterFromText(*filter);
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
    if (found.filter)
        m_query.filter = *found.filter;
    m_snapshot.reset();
    emit opened();
    emit settingsChanged();
    if (found.remark)
        emit failed(*found.remark);
    setSnapshot(std::move(found.snapshot));
}

void Session::release()
{
    if (!m_workspace)
        return;
    m_jobs.cancel(m_analysisJob);
    m_jobs.cancel(m_importJob);
    m_jobs.cancel(m_historyJob);
    m_historyJob = 0;
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

void Session::setFilter(const Insights::PeriodFilter &filter)
{
    if (!m_workspace || filter == m_query.filter)
        return;
    m_query.filter = filter;
    emit filterChanged();
    write([text = toText(filter)](Database &database) { return Settings::setValue(database, filterKey, text); });
    recompute();
}

void Session::setSettings(const WorkspaceSettings &settings)
{
    if (!m_workspace || settings == m_query.settings)
        return;
    const bool newCurrency = settings.currency != m_query.settings.currency;
    m_query.settings = settings;
    emit settingsChanged();
    write([settings, newCurrency](Database &database) -> Result<void> {
        if (const Result<void> saved = Settings::save(database, settings); !saved || !newCurrency)
            return saved;
        return Settings::setValue(database, QLatin1StringView(Import::currencyChosenKey), u"yes"_s);
    });
    if (newCurrency)
        reload();
    else
        recompute();
}

void Session::setLifecycle(const Lifecycle::LifecycleModel &lifecycle)
{
    if (!m_workspace || lifecycle == m_query.lifecycle)
        return;
    m_query.lifecycle = lifecycle;
    write([lifecycle](Database &database) { return Lifecycle::save(database, lifecycle); });
    recompute();
    recordStages();
}

void Session::setFunnels(const QList<Funnel::FunnelQuery> &funnels)
{
    if (!m_workspace || funnels == m_funnels)
        return;
    m_funnels = funnels;
    write([funnels](Database &database) { return Funnel::saveFunnels(database, funnels); });
}

void Session::setLifecycleQuery(int windowDays, const QString &breakdownField)
{
    if (windowDays == m_query.lifecycleWindowDays && breakdownField == m_query.breakdownField)
        return;
    m_query.lifecycleWindowDays = windowDays;
    m_query.breakdownField = breakdownField;
    recompute();
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
        [snapshot = m_snapshot, query = m_query, format = m_format, previous](
            const Progress &progress) mutable {
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

void Session::write(std::function<Result<void>(Database &)> work)
{
    if (m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_workspace, work = std::move(work)](const Progress &) -> Result<void> {
            Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
            return database ? work(*database) : database.error();
        },
        [this](const Result<void> &result) {
            if (!result)
                emit failed(result.error());
        });
}

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

void Session::keepSegment(const Segments::Segment &segment,
                          const std::vector<Customers::CustomerIndex> &members,
                          const std::shared_ptr<QString> &name)
{
    if (!m_workspace || m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_workspace, snapshot = m_snapshot, kept = segment, members, name](
            const Progress &) mutable -> Result<QString> {
            Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
            if (!database)
                return database.error();
            const Result<QList<Segments::Segment>> known = Segments::list(*database);
            if (!known)
                return known.error();
            kept.name = Segments::freeName(*known, kept.name);
            if (!members.empty()) {
                const Result<QStringList> references =
                    Segments::referencesOf(*database, *snapshot, members);
                if (!references)
                    return references.error();
                kept.customers = *references;
            }
            if (const Result<void> saved = Segments::save(*database, kept); !saved)
                return saved.error();
            *name = kept.name; // read on this thread only, by dropSegment()
            return kept.name;
        },
        [this, workspace = m_workspace](const Result<QString> &made) {
            if (workspace != m_workspace)
                return;
            if (made)
                emit segmentKept(*made);
            else
                emit failed(made.error());
        });
}

void Session::dropSegment(const std::shared_ptr<QString> &name)
{
    if (!m_workspace || m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_workspace, name](const Progress &) -> Result<QString> {
            if (name->isEmpty())
                return QString();
            Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
            if (!database)
                return database.error();
            if (const Result<void> removed = Segments::remove(*database, *name); !removed)
                return removed.error();
            return std::exchange(*name, {});
        },
        [this, workspace = m_workspace](const Result<QString> &dropped) {
            if (workspace != m_workspace)
                return;
            if (!dropped)
                emit failed(dropped.error());
            else if (!dropped->isEmpty())
                emit segmentDropped(*dropped);
        });
}
