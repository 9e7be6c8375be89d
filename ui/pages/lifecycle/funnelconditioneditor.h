#pragma once

#include "models/funnel/condition.h"
#include "ui/pages/lifecycle/funnelchoices.h"

#include <QWidget>

class Button;
class Display;
class QComboBox;
class QHBoxLayout;
class QVBoxLayout;

/// Which events count: an event or further ones in its place, or any, and any number of properties
/// that must have a value.
class FunnelConditionEditor final : public QWidget
{
    Q_OBJECT

public:
    /// \a prefix and \a index make the object names: stepEvent0, stepProperty0, stepProperty0_1, …
    FunnelConditionEditor(Display &display, const QString &prefix, int index, bool withAnyEvent,
                          QWidget *parent = nullptr);

    void setCondition(const Funnel::Condition &condition, const FunnelChoices &choices);
    [[nodiscard]] Funnel::Condition condition() const;
    /// \a names: of the event, a property and its value, for assistive technology.
    void renewTexts(const QStringList &names);
    /// The line of the event, for what belongs beside it.
    [[nodiscard]] QHBoxLayout *head() const { return m_head; }

signals:
    void edited(); ///< by the person

private:
    struct Row
    {
        QWidget *box;
        QComboBox *property;
        QComboBox *value;
        Button *remove;
    };

    /// A further event that counts as the first does.
    struct Alternative
    {
        QWidget *box;
        QComboBox *event;
        Button *remove;
    };

    Row makeRow();
    Alternative makeAlternative();
    void fill();
    void fillAlternatives();
    void fillEvents(QComboBox *box, const QString &event, bool withAny) const;
    void fillRow(const Row &row, const Funnel::PropertyEquals &test);
    void fillValues(QComboBox *box, const QString &field) const;
    void take();

    Display &m_display;
    QString m_prefix;
    int m_index;
    bool m_withAnyEvent;
    bool m_filling = false;
    Funnel::Condition m_condition;
    FunnelChoices m_choices;
    QStringList m_names{QString(), QString(), QString()};

    QHBoxLayout *m_head;
    QComboBox *m_event;
    QVBoxLayout *m_alternativesLayout;
    QList<Alternative> m_alternatives;
    QVBoxLayout *m_rowsLayout;
    QList<Row> m_rows;
    Button *m_addAlternative;
    Button *m_add;
};
