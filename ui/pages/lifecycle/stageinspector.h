#pragma once

#include "models/lifecycle/lifecycle.h"

#include <QWidget>

class Button;
class Display;
class NumberField;
class QCheckBox;
class QComboBox;
class QLineEdit;
class TextLabel;

/// The chosen stage of the lifecycle: names, entry rule, owner, window, turning point. Edits stay
/// here until Apply. Its window title names the stage.
class StageInspector final : public QWidget
{
    Q_OBJECT

public:
    explicit StageInspector(Display &display, QWidget *parent = nullptr);

    /// Shows stage \a stage of \a lifecycle; edits that were not applied are dropped.
    void showStage(const Lifecycle::LifecycleModel &lifecycle, int stage, int windowDays);
    [[nodiscard]] int stage() const { return m_stage; }
    void renewTexts();

signals:
    /// Apply, with what was changed.
    void lifecycleEdited(const Lifecycle::LifecycleModel &lifecycle);
    void windowEdited(int days);

private:
    void fill();
    void apply();
    void renewButtons();
    [[nodiscard]] Lifecycle::LifecycleModel edited() const;
    [[nodiscard]] QString entryRule() const;
    TextLabel *addField(class QVBoxLayout *layout, QWidget *field);

    Display &m_display;
    Lifecycle::LifecycleModel m_lifecycle;
    int m_stage = -1;
    int m_windowDays = 0;
    bool m_filling = false;

    TextLabel *m_title;
    TextLabel *m_nameEnglishLabel;
    QLineEdit *m_nameEnglish;
    TextLabel *m_nameArabicLabel;
    QLineEdit *m_nameArabic;
    TextLabel *m_ruleLabel;
    TextLabel *m_rule;
    TextLabel *m_ownerLabel;
    QComboBox *m_owner;
    TextLabel *m_windowLabel;
    NumberField *m_window;
    TextLabel *m_windowNote;
    QCheckBox *m_turns;
    TextLabel *m_turnsNote;
    TextLabel *m_problem;
    Button *m_apply;
    Button *m_reset;
};
