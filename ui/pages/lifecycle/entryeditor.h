#pragma once

#include "models/lifecycle/lifecycle.h"
#include "models/segments/fields.h"

#include <QWidget>

class Button;
class Display;
class QComboBox;
class RuleEditor;
class TextLabel;

/// Edits what leads into a stage: events, a purchase, a rule.
class EntryEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit EntryEditor(Display &display, QWidget *parent = nullptr);

    void setFacts(const Segments::Facts &facts);
    void setEntry(const Lifecycle::EntryRule &entry);
    [[nodiscard]] Lifecycle::EntryRule entry() const;
    [[nodiscard]] QString problem() const;
    void renewTexts();

signals:
    void changed();

private:
    void openEvents();
    void renewEvents();

    Display &m_display;
    QStringList m_known;  ///< events of the workspace
    QStringList m_events; ///< chosen
    Button *m_eventButton;
    TextLabel *m_eventNames;
    QComboBox *m_purchase;
    RuleEditor *m_rule;
};
