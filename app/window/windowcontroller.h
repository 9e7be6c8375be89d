#pragma once

#include "app/window/session.h"
#include "models/health/health.h"
#include "models/import/importhistorymodel.h"
#include "ui/shell/mainwindow.h"

#include <QElapsedTimer>
#include <QUndoStack>

#include <memory>

class Appearance;
class DataPage;
class EquityPage;
class FolderWatch;
class ImportWizard;
class LatestJob;
class LifecyclePage;
class LifetimeValuePage;
class ReportJob;
struct AppearanceChoices;

/// Joins the window, its pages and the session: who asks for what, and who is told.
class WindowController final : public QObject
{
    Q_OBJECT

public:
    explicit WindowController(Appearance &appearance, QObject *parent = nullptr);
    ~WindowController() override;

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    [[nodiscard]] ImportWizard *importWizard() const { return m_wizard; }
    [[nodiscard]] FolderWatch &folderWatch() { return *m_folder; }

    void openFile(const QString &file);
    void openDemo();
    /// A workspace is opened; data files go into the wizard, in a new workspace where none is open.
    void take(const QStringList &files);
    /// Where the demo workspace is kept.
    [[nodiscard]] static QString demoFile();

private:
    void buildPages();
    void connectSession();
    void connectJobs();
    void connectPages();
    void connectActions();
    void connectWelcome();
    void connectFolder();

    void showOpened();
    void showClosed();
    void showSegments();
    void renewSegmentSource(); ///< how the lifecycle screen finds the customers of a segment
    void showNumbers(const Insights::AnalysisPtr &analysis);
    void renewTexts();          ///< workspace card, title, status: all that is composed here
    void renewModelAge();
    void renewWritable();
    void renewRecent();
    void rememberWorkspace();

    void chooseWorkspace();
    void chooseNewWorkspace(const QList<Import::Source> &thenImport = {});
    void pasteTable();
    void chooseAnyFile();
    void saveCopy();
    void startWizard(const QStringList &files = {});
    void openWizard(const QList<Import::Source> &sources);
    void endWizard(bool imported);
    void confirmUndoImport(const Import::ImportRecord &record);
    void importAgain(const Import::ImportRecord &record);
    void chooseWatchedFolder();
    void repairData(const Health::Finding &finding);
    void mergeCustomers(const QList<Health::Merge> &merges, const QString &description);
    void judgeDistinct(const QString &key);
    void pushEdit(const QString &text, const QString &jobTitle, Session::Edit work);
    void saveRejects(const Import::ImportOutcome &outcome);
    void exportReport(Language language);
    void exportChart();
    void exportData();
    void chooseExportFile(Import::Kind kind, const QString &ending);
    void chooseExportFolder(const QList<Import::Kind> &kinds, const QString &ending);
    /// One file a kind; those of the same names are replaced.
    void exportInto(const QString &folder, const QList<Import::Kind> &kinds, const QString &ending);
    void showSettings();
    void editSettings(const WorkspaceSettings &settings);
    void saveSegment(const Segments::Draft &draft);
    void joinSegment(const Segments::Segment &added);
    void saveSelection();
    void editSegments(const QList<Segments::Segment> &segments, const QString &what);
    void editLifecycle(const Lifecycle::LifecycleModel &lifecycle);
    void chooseAppearance(const AppearanceChoices &choices);
    [[nodiscard]] bool mayClose();
    void searchCustomers(const QString &words);
    void findCustomers(const QString &text, const std::function<void(const QList<CustomerId> &)> &found);
    void showCustomer(CustomerId customer);
    /// Shows a message, whose words are asked for again when the language changes; \a action runs
    /// when its button is pressed.
    using Words = std::function<QString()>;
    void say(int level, Words text, Words actionText = {}, std::function<void()> action = {});
    void sayReadOnly();
    void saySaved(const QString &file);
    [[nodiscard]] const NumberFormat &format() const;
    void sayError(const Error &error);

    Appearance &m_appearance;
    QUndoStack m_undo;
    std::unique_ptr<MainWindow> m_window;
    Session m_session;
    DataPage *m_data = nullptr;
    LifetimeValuePage *m_values = nullptr;
    EquityPage *m_equity = nullptr;
    LifecyclePage *m_lifecycle = nullptr;
    ImportWizard *m_wizard = nullptr;
    LatestJob *m_search = nullptr;
    FolderWatch *m_folder = nullptr;
    ReportJob *m_report = nullptr;
    QList<Import::Source> m_importAfterOpening;
    QList<int> m_shownJobs;
    QElapsedTimer m_fitted;
    QString m_selection;
    Insights::PeriodFilter m_lastFilter;
    std::function<void()> m_messageAction;
    bool m_closingConfirmed = false;
};
