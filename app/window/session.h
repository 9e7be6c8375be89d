#pragma once

#include "app/window/jobrunner.h"
#include "models/clv/clvstore.h"
#include "models/funnel/query.h"
#include "models/health/merge.h"
#include "models/import/importjob.h"
#include "models/insights/analysis.h"
#include "models/lifecycle/meddicnotes.h"
#include "models/segments/draft.h"
#include "models/workspace/workspace.h"

#include <memory>

/// The open workspace and the work on it: opening, importing, computing, saving, all on workers.
/// It holds values and starts jobs; it computes nothing itself.
class Session final : public QObject
{
    Q_OBJECT

public:
    using WorkspacePtr = std::shared_ptr<const Workspace>;

    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] JobRunner &jobs() { return m_jobs; }
    [[nodiscard]] bool isOpen() const { return m_workspace != nullptr; }
    [[nodiscard]] const WorkspacePtr &workspace() const { return m_workspace; }
    [[nodiscard]] const WorkspaceSettings &settings() const { return m_query.settings; }
    [[nodiscard]] const Lifecycle::LifecycleModel &lifecycle() const { return m_query.lifecycle; }
    [[nodiscard]] const QList<Funnel::FunnelQuery> &funnels() const { return m_funnels; }
    [[nodiscard]] const Lifecycle::MeddicNotes &meddicNotes() const { return m_meddicNotes; }
    [[nodiscard]] const QList<Segments::Segment> &segments() const { return m_segments; }
    [[nodiscard]] const Insights::PeriodFilter &filter() const { return m_query.filter; }
    [[nodiscard]] const Customers::SnapshotPtr &snapshot() const { return m_snapshot; }
    [[nodiscard]] const Insights::AnalysisPtr &analysis() const { return m_analysis; }
    /// Lifetime values kept in the workspace, oldest data first.
    [[nodiscard]] const QList<Clv::StoredClv> &keptValues() const { return m_keptValues; }
    [[nodiscard]] bool isImporting() const { return m_importJob != 0; }

    /// Opens \a file, for reading only where it cannot be written; the workspace open now stays
    /// until the new one is ready.
    void open(const QString &file);
    /// Makes a workspace and opens it; a file that exists is replaced: ask first.
    void create(const QString &file);
    /// Opens the demo workspace at \a file, which is made when there is none.
    void openDemo(const QString &file);
    void close();
    void saveCopy(const QString &file);

    void setFormat(const NumberFormat &format); ///< sentences are composed again
    void setFilter(const Insights::PeriodFilter &filter);
    void setSettings(const WorkspaceSettings &settings);
    void setLifecycle(const Lifecycle::LifecycleModel &lifecycle);
    void setLifecycleQuery(int windowDays, const QString &breakdownField);
    void setFunnels(const QList<Funnel::FunnelQuery> &funnels);
    void setMeddicNotes(const Lifecycle::MeddicNotes &notes);
    void setSegments(const QList<Segments::Segment> &segments);
    /// Reads the segments anew, after all that is still to be written.
    void reloadSegments();
    /// Makes the segment of \a draft and hands it to \a made, which may keep it.
    void makeSegment(const Segments::Draft &draft,
                     std::function<void(const Segments::Segment &)> made);
    void recompute() { startAnalysis(false); }
    /// Fits and computes everything anew, also what is known.
    void refit() { startAnalysis(false, nullptr); }

    void startImport(const Import::ImportPlan &plan);
    void cancelImport();
    void undoImport(BatchId batch);
    /// Takes the batch back and reads its file again with the same choices.
    void importAgain(BatchId batch, const QString &file);

    using Edit = std::function<Result<Health::EditOutcome>(const Workspace &, const Progress &)>;
    /// Changes rows on a worker; \a batch gets what undoEdit() takes back.
    void edit(const QString &title, Edit work, const std::shared_ptr<BatchId> &batch);
    /// Takes the edit back; nothing where it failed or was undone from the history.
    void undoEdit(const std::shared_ptr<BatchId> &batch);
    /// Remembers, or forgets, that the customers of a group of duplicates are different ones.
    void setDistinct(const QString &key, bool distinct);

signals:
    void opened();
    /// The workspace is about to be let go: let go of it too, and of connections to it.
    void closing();
    void closed();
    void snapshotChanged();
    void settingsChanged();
    void filterChanged();
    void segmentsChanged();
    void segmentsKept(); ///< what segmentsChanged() told is in the file
    void analysisStarted();
    void analysed(const Insights::AnalysisPtr &analysis);
    void keptValuesChanged();
    /// The data cannot answer yet; the sentence says why. Nothing is shown then.
    void analysisFailed(const Error &error);
    void failed(const Error &error);
    void importProgressed(const ProgressReport &report);
    void importEnded(const Result<Import::ImportOutcome> &outcome);
    void importUndone(BatchId batch);
    void edited(const Health::EditOutcome &outcome);
    void editUndone();
    void distinctChanged();
    void copySaved(const QString &file);

private:
    struct Opened
    {
        WorkspacePtr workspace;
        WorkspaceSettings settings;
        Lifecycle::LifecycleModel lifecycle;
        QList<Funnel::FunnelQuery> funnels;
        QList<Segments::Segment> segments;
        Lifecycle::MeddicNotes meddicNotes;
        std::optional<Error> remark; ///< what could not be read, though the rest can be used
        std::optional<Insights::PeriodFilter> filter;
        Customers::SnapshotPtr snapshot;
        std::uint64_t factChanges = 0; ///< of the workspace before the snapshot was loaded
    };

    struct Reloaded
    {
        Customers::SnapshotPtr snapshot;
        Currency currency;
    };

    static Result<Opened> openNow(const QString &file, const Progress &progress);
    void startOpening(std::function<Result<Opened>(const Progress &)> work);
    void take(Opened opened);
    void release(); ///< gives the workspace to a worker, which closes it
    void reload();
    /// \a quiet: only words change, so what is shown stays bright meanwhile.
    void startAnalysis(bool quiet) { startAnalysis(quiet, m_analysis); }
    /// Takes from \a previous what is the same, and starts from its parameters.
    void startAnalysis(bool quiet, const Insights::AnalysisPtr &previous);
    void setSnapshot(Customers::SnapshotPtr snapshot);
    /// A file that was closed in good order is checked while it is in use already.
    void checkBehind();
    /// So that a large workspace opens quicker the next time.
    void keepColumns(std::uint64_t factChanges);
    /// \a written: told once the file has it.
    void write(std::function<Result<void>(Database &)> work, std::function<void()> written = {});
    /// Stages whose rules ask for segments follow them once the file has them.
    void renewStages();
    /// Keeps the stage history of the data and lifecycle at hand, in the background.
    void recordStages();
    /// Keeps the lifetime values at hand with their method and data, and reads all that are kept.
    void keepValues();

    Insights::AnalysisQuery m_query;
    QList<Funnel::FunnelQuery> m_funnels;
    QList<Segments::Segment> m_segments;
    int m_segmentEdits = 0; ///< what was read before an edit is not the newest
    Lifecycle::MeddicNotes m_meddicNotes;
    QList<Clv::StoredClv> m_keptValues;
    NumberFormat m_format;
    WorkspacePtr m_workspace;
    Customers::SnapshotPtr m_snapshot;
    Insights::AnalysisPtr m_analysis;
    int m_openJob = 0;
    int m_analysisJob = 0;
    bool m_analysisIsQuiet = false;
    int m_importJob = 0;
    int m_historyJob = 0;
    int m_checkJob = 0;
    int m_cacheJob = 0;
    JobRunner m_jobs; ///< last: stops before what its work reports to goes
};
