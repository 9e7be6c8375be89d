// What the user makes and chooses in the open workspace: written at once, computed anew where it matters.

#include "app/window/session.h"

#include "app/window/filterstore.h"
#include "models/funnel/store.h"
#include "models/import/currencyadoption.h"
#include "models/lifecycle/rulesegments.h"
#include "models/segments/store.h"

using namespace Qt::StringLiterals;

void Session::setFilter(const Insights::PeriodFilter &filter)
{
    if (!m_workspace || filter == m_query.filter)
        return;
    m_query.filter = filter;
    emit filterChanged();
    write([filter](Database &database) { return FilterStore::save(database, filter); });
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

void Session::setMeddicNotes(const Lifecycle::MeddicNotes &notes)
{
    if (!m_workspace || notes == m_meddicNotes)
        return;
    write([before = std::exchange(m_meddicNotes, notes), notes](Database &database) {
        return Lifecycle::saveMeddicNotes(database, before, notes);
    });
}

void Session::setSegments(const QList<Segments::Segment> &segments)
{
    if (!m_workspace || segments == m_segments)
        return;
    ++m_segmentEdits;
    write(
        [before = std::exchange(m_segments, segments), segments](Database &database) {
            return Segments::saveChanges(database, before, segments);
        },
        [this] {
            emit segmentsKept();
            renewStages();
        });
    emit segmentsChanged();
}

void Session::reloadSegments()
{
    if (!m_workspace)
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_workspace](const Progress &) -> Result<QList<Segments::Segment>> {
            Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
            if (!database)
                return database.error();
            return Segments::list(*database);
        },
        [this, workspace = m_workspace,
         edits = m_segmentEdits](const Result<QList<Segments::Segment>> &segments) {
            if (workspace != m_workspace || edits != m_segmentEdits || !segments
                || *segments == m_segments)
                return; // what cannot be read was said when the workspace was opened
            m_segments = *segments;
            emit segmentsChanged();
            renewStages();
        });
}

void Session::renewStages()
{
    if (Lifecycle::askedSegments(m_query.lifecycle, {}).isEmpty())
        return;
    recompute();
    recordStages();
}

void Session::makeSegment(const Segments::Draft &draft,
                          std::function<void(const Segments::Segment &)> made)
{
    if (!m_workspace || !m_snapshot)
        return;
    if (m_workspace->isReadOnly()) {
        emit failed({Error::Kind::File, m_workspace->readOnlyReason(), m_workspace->file()});
        return;
    }
    m_jobs.start(
        JobRunner::Lane::Reader, {}, true,
        [workspace = m_workspace, snapshot = m_snapshot,
         draft](const Progress &) -> Result<Segments::Segment> {
            Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
            if (!database)
                return database.error();
            return Segments::segmentOf(*database, *snapshot, draft);
        },
        [this, made = std::move(made), workspace = m_workspace](
            const Result<Segments::Segment> &segment) {
            if (workspace != m_workspace)
                return;
            if (segment)
                made(*segment);
            else if (segment.error().kind != Error::Kind::Cancelled)
                emit failed(segment.error());
        });
}

void Session::setLifecycleQuery(int windowDays, const QString &breakdownField)
{
    if (windowDays == m_query.lifecycleWindowDays && breakdownField == m_query.breakdownField)
        return;
    m_query.lifecycleWindowDays = windowDays;
    m_query.breakdownField = breakdownField;
    recompute();
}

void Session::write(std::function<Result<void>(Database &)> work, std::function<void()> written)
{
    if (m_workspace->isReadOnly())
        return;
    m_jobs.start(
        JobRunner::Lane::Writer, {}, false,
        [workspace = m_workspace, work = std::move(work)](const Progress &) -> Result<void> {
            Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
            return database ? work(*database) : database.error();
        },
        [this, workspace = m_workspace, written = std::move(written)](const Result<void> &result) {
            if (!result)
                emit failed(result.error());
            else if (written && workspace == m_workspace)
                written();
        });
}
