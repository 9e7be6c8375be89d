#pragma once

#include "models/funnel/query.h"
#include "ui/pages/lifecycle/funnelchoices.h"

#include <QWidget>

class Button;
class Display;
class FunnelConditionEditor;
class NumberField;
class TextLabel;

/// What must not stand between two steps.
class FunnelExclusionEditor final : public QWidget
{
    Q_OBJECT

public:
    FunnelExclusionEditor(Display &display, int index, QWidget *parent = nullptr);

    void setExclusion(const Funnel::Exclusion &exclusion, const FunnelChoices &choices);
    [[nodiscard]] Funnel::Exclusion exclusion() const;
    void renewTexts();

signals:
    void edited(); ///< by the person
    void removeRequested();

private:
    bool m_filling = false;
    FunnelConditionEditor *m_condition;
    TextLabel *m_fromLabel;
    NumberField *m_from;
    TextLabel *m_toLabel;
    NumberField *m_to;
    Button *m_remove;
};
