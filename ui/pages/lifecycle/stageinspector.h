#pragma once

#include "models/lifecycle/lifecycle.h"

#include <QTimer>
#include <QWidget>

class Button;
class Display;
class EntryEditor;
class NumberField;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class RuleEditor;
class TextLabel;

/// The chosen stage of the lifecycle: names, entry and exit rule, owner, contributors, colour,
/// target, playbook, window, turning point; and the lifecycle's stages themselves: add, remove,
/// move, begin with a template. Edits stay here, previewed, until Apply. Its window title names the
/// stage.
class StageInspector final : public QWidget
{
    Q_OBJECT

public:
    explicit StageInspector(Display &display, QWidget *parent = nullptr);

    /// The data that rules are about; null: none.
    void setSnapshot(const Customers::SnapshotPtr &snapshot);
    /// Saved segments that rules may ask for.
    void setSegments(const QList<Segments::Segment> &segments);
    /// Shows stage \a stage of \a lifecycle. Edits of the same lifecycle that were not applied stay;
    /// those of another are dropped.
    void showStage(const Lifecycle::LifecycleModel &lifecycle, int stage, int windowDays);
    [[nodiscard]] int stage() const { return m_stage; }
    /// What the preview found: problems with their remedies.
    void setWarnings(const QStringList &warnings);
    void renewTexts();

signals:
    /// Apply, with what was changed.
    void lifecycleEdited(const Lifecycle::LifecycleModel &lifecycle);
    void windowEdited(int days);
    /// A moment after the last edit: how it would be.
    void previewRequested(const Lifecycle::LifecycleModel &lifecycle, int windowDays);
    void previewDropped();   ///< nothing is edited any more
    void stageChosen(int stage); ///< by adding, moving or removing

private:
    static constexpr int nobody = -1; ///< among the departments: no owner

    void buildStages(class QVBoxLayout *layout);
    void buildFields(class QVBoxLayout *layout);
    void buildButtons(class QVBoxLayout *layout);
    void renewFacts();
    void fill();
    void reset();
    void apply();
    void keep(); ///< the fields into the draft
    void edited();
    void renewButtons();
    void addStage();
    void removeStage();
    void moveStage(int step);
    void openTemplates();
    /// The definition as the file writes it, to and from the clipboard.
    void copyLifecycle() const;
    void pasteLifecycle();
    void openContributors();
    void setDraft(const Lifecycle::LifecycleModel &draft, int stage);
    [[nodiscard]] QString refusal() const; ///< why the draft cannot be applied; empty: it can
    [[nodiscard]] bool hasChanged() const;
    [[nodiscard]] QString contributorNames() const;
    TextLabel *addField(class QVBoxLayout *layout, QWidget *field);

    Display &m_display;
    Customers::SnapshotPtr m_snapshot;
    QList<Segments::Segment> m_segments;
    Lifecycle::LifecycleModel m_base;
    Lifecycle::LifecycleModel m_draft;
    int m_stage = -1;
    int m_windowDays = 0;
    bool m_filling = false;
    bool m_isPreviewed = false;
    QTimer m_previewDelay;

    TextLabel *m_title;
    Button *m_template;
    Button *m_add;
    Button *m_remove;
    Button *m_earlier;
    Button *m_later;
    TextLabel *m_nameEnglishLabel;
    QLineEdit *m_nameEnglish;
    TextLabel *m_nameArabicLabel;
    QLineEdit *m_nameArabic;
    TextLabel *m_ruleLabel;
    EntryEditor *m_entry;
    TextLabel *m_exitLabel;
    RuleEditor *m_exit;
    TextLabel *m_ownerLabel;
    QComboBox *m_owner;
    TextLabel *m_contributorsLabel;
    Button *m_contributors;
    TextLabel *m_colourLabel;
    QComboBox *m_colour;
    TextLabel *m_targetLabel;
    NumberField *m_target;
    TextLabel *m_playbookEnglishLabel;
    QPlainTextEdit *m_playbookEnglish;
    TextLabel *m_playbookArabicLabel;
    QPlainTextEdit *m_playbookArabic;
    TextLabel *m_windowLabel;
    NumberField *m_window;
    TextLabel *m_windowNote;
    QCheckBox *m_turns;
    TextLabel *m_turnsNote;
    TextLabel *m_problem;
    TextLabel *m_warnings;
    Button *m_apply;
    Button *m_reset;
};
