#pragma once

#include "models/segments/fields.h"

#include <QWidget>

#include <optional>
#include <vector>

class Button;
class ConditionEditor;
class Display;
class QComboBox;
class QVBoxLayout;
class TextLabel;

/// Edits a rule of segments: conditions of which all or any must hold. A rule with groups inside is
/// shown in words and can be replaced or removed, not taken apart.
class RuleEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleEditor(Display &display, QWidget *parent = nullptr);

    /// What conditions can be about, and how they are told.
    void setFacts(const Segments::Facts &facts);
    void setRule(const std::optional<Segments::Rule> &rule);
    [[nodiscard]] std::optional<Segments::Rule> rule() const;
    /// Why the rule cannot be used as it stands; empty: it can.
    [[nodiscard]] QString problem() const;
    void renewTexts();

signals:
    void changed();

private:
    void addCondition(const Segments::Condition &condition);
    void renewShape();

    Display &m_display;
    QList<Segments::Field> m_fields;
    std::optional<Segments::Rule> m_nested; ///< too deep to edit here
    Segments::Facts m_facts;
    QComboBox *m_match;
    TextLabel *m_words;
    QVBoxLayout *m_rows;
    std::vector<ConditionEditor *> m_conditions;
    Button *m_add;
    Button *m_remove;
};
