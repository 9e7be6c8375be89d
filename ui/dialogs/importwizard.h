#pragma once

#include "models/import/importjob.h"
#include "models/import/mappingstore.h"
#include "models/import/tablecheck.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

class Button;
class Card;
class Display;
class ImportCheckPage;
class ImportFormatPage;
class ImportMapPage;
class ImportRunPage;
class ImportSourcePage;
class LatestJob;
class QComboBox;
class QStackedWidget;
class StepBar;
class TextLabel;

/// From files to rows in five steps: source, format, map, check, import. It looks at files and makes
/// plans; running them is asked for with importRequested(). Takes the place of a page, so the other
/// screens stay at hand.
class ImportWizard final : public QWidget
{
    Q_OBJECT

public:
    enum Step { Source, Format, Map, Check, Run };

    explicit ImportWizard(Display &display, QWidget *parent = nullptr);
    ~ImportWizard() override;

    /// The workspace that is imported into, with its currency; null lets go of it.
    void setWorkspace(const std::shared_ptr<const Workspace> &workspace, const QString &currency);
    void addFiles(const QStringList &files);
    void addSources(const QList<Import::Source> &sources);
    /// A table as text. False: it is none; a sentence says so on the page.
    bool addPasted(const QString &text);
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isImporting() const { return m_isImporting; }
    /// The plan of the file at hand as chosen so far.
    [[nodiscard]] const std::optional<Import::ImportPlan> &plan() const { return m_plan; }

    void showProgress(const ProgressReport &report);
    void showOutcome(const Result<Import::ImportOutcome> &outcome);
    /// What the window does after an import: the data is read again, then everything computed.
    void showReloaded(qint64 customers);
    void showComputed(bool computed);

signals:
    void importRequested(const Import::ImportPlan &plan);
    void cancelRequested();
    void closed(bool imported);       ///< the wizard is done with
    void filesWanted();               ///< Choose files
    void pasteWanted();               ///< what the clipboard holds
    void saveRejectsRequested(const Import::ImportOutcome &outcome);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A plan with what earlier imports tell about it.
    struct Planned
    {
        Import::ImportPlan plan;
        QList<Import::SavedMapping> mappings;
        QJsonObject remembered;    ///< choices of the last import with these headings; empty: none
        bool isRemembered = false; ///< the plan follows them
        std::optional<BatchId> sameFile; ///< an earlier import of the file as it is now
    };
    /// A column that took a field from another one, which gets it back when the choice goes on.
    struct Taken
    {
        int by = 0;
        int from = 0;
    };
    void connectPages();
    void retranslate();
    void renewTexts();
    void renewButtons();
    void goTo(Step step);
    void next();
    void back();
    void cancel();
    void startFile(int index);
    void replan();
    void takePlan(const Result<Planned> &planned);
    void lookAtColumns();
    void judgeHead();
    void keepChoices();
    void useMapping(const QString &id);
    void saveMapping();
    void changeMappings(std::function<Result<void>(const Workspace &)> change);
    void renewMappings();
    void showPlan();
    void setTarget(int column, Import::ColumnPlan::Target target, const QString &name);
    [[nodiscard]] QString blockingReason() const;
    [[nodiscard]] QString startedText() const;
    [[nodiscard]] bool hasMoreFiles() const { return m_file + 1 < m_sources.size(); }

    Display &m_display;
    StepBar *m_steps;
    Card *m_fileCard;
    TextLabel *m_fileName;
    TextLabel *m_fileText;
    Button *m_otherFile;
    TextLabel *m_kindLabel;
    QComboBox *m_kindChoice;
    QStackedWidget *m_stack;
    ImportSourcePage *m_source;
    ImportFormatPage *m_format;
    ImportMapPage *m_map;
    ImportCheckPage *m_check;
    ImportRunPage *m_run;
    TextLabel *m_reason;
    Button *m_cancelButton;
    Button *m_backButton;
    Button *m_nextButton;
    LatestJob *m_planning;
    LatestJob *m_looking;
    LatestJob *m_judging;
    LatestJob *m_storing;

    std::shared_ptr<const Workspace> m_workspace;
    QList<Import::Source> m_sources;
    int m_file = -1;
    std::optional<Import::Kind> m_kind;   ///< empty: guess from the headings
    Import::ImportHints m_hints;
    std::optional<Import::ImportPlan> m_plan;
    std::optional<Error> m_problem;
    Step m_step = Source;
    bool m_isImporting = false;
    bool m_importedAnything = false;
    bool m_fileIsDone = false;
    bool m_isDryRun = false;
    std::optional<Import::ImportOutcome> m_checked; ///< by the check of all rows
    std::optional<Import::ImportPlan> m_checkedPlan; ///< what that check was made with
    QDateTime m_started;
    bool m_ignorePreset = false;
    QList<Import::SavedMapping> m_mappings;
    QJsonObject m_remembered;
    QString m_mapping;              ///< id of the choices in use, see ImportMapPage
    bool m_hasChosenPreset = false; ///< somebody chose: what is remembered does not matter
    std::optional<Import::ImportPlan> m_lookedAt; ///< the plan whose columns the check page shows
    std::optional<Import::ImportPlan> m_judged;   ///< the plan whose first rows the map page judges
    std::optional<Taken> m_taken;
    bool m_replacesFile = false; ///< the next file takes the place of the one at hand
    std::optional<Error> m_trouble; ///< why a check or saving a preset failed; until something else is done
};
