#pragma once

#include "models/funnel/query.h"
#include "ui/pages/lifecycle/funnelchoices.h"

#include <QWidget>

class Button;
class Display;
class FunnelConditionEditor;
class QCheckBox;
class TextLabel;

/// One step of a funnel: which events do it, and whether only the first ever counts.
class FunnelStepEditor final : public QWidget
{
    Q_OBJECT

public:
    FunnelStepEditor(Display &display, int index, QWidget *parent = nullptr);

    void setStep(const Funnel::Step &step, const FunnelChoices &choices, bool canBeRemoved);
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
    Button *m_remove;
};
