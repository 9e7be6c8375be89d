#pragma once

#include "models/funnel/query.h"
#include "ui/pages/lifecycle/funnelchoices.h"

#include <QWidget>

class Button;
class Display;
class FunnelConditionEditor;
class QCheckBox;
class SpanField;
class TextLabel;

/// One step of a funnel: which events do it, whether only the first ever counts, and how soon after
/// the step before it must come.
class FunnelStepEditor final : public QWidget
{
    Q_OBJECT

public:
    FunnelStepEditor(Display &display, int index, QWidget *parent = nullptr);

    /// \a canWait: the step may have a window from the step before it.
    void setStep(const Funnel::Step &step, const FunnelChoices &choices, bool canBeRemoved,
                 bool canWait);
    [[nodiscard]] Funnel::Step step() const;
    void renewTexts();

signals:
    void edited(); ///< by the person
    void removeRequested();

private:
    Display &m_display;
    int m_index;
    bool m_filling = false;
    Funnel::Step m_step;
    TextLabel *m_title;
    FunnelConditionEditor *m_condition;
    QCheckBox *m_first;
    QCheckBox *m_hasWindow;
    SpanField *m_window;
    Button *m_remove;
};
