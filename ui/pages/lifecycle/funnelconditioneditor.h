#pragma once

#include "models/funnel/condition.h"
#include "ui/pages/lifecycle/funnelchoices.h"

#include <QWidget>

class Button;
class Display;
class QComboBox;
class QHBoxLayout;
class QVBoxLayout;

/// Which events count: an event, or any, and any number of properties that must have a value.
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

    Row makeRow();
    void fill();
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
    QVBoxLayout *m_rowsLayout;
    QList<Row> m_rows;
    Button *m_add;
};
