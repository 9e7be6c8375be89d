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

/// One step of a funnel: which events do it, whether only the first ever counts, whether it keeps
/// its place among steps in any order, and how soon after the step before it must come.
class FunnelStepEditor final : public QWidget
{
    Q_OBJECT

public:
    FunnelStepEditor(Display &display, int index, QWidget *parent = nullptr);

    /// In an order the steps but the first may have a window from the step before; in any order
    /// they may keep their place.
    void setStep(const Funnel::Step &step, const FunnelChoices &choices, bool canBeRemoved,
                 Funnel::StepOrder order);
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
    QCheckBox *m_anchored;
    QCheckBox *m_hasWindow;
    SpanField *m_window;
    Button *m_remove;
};
