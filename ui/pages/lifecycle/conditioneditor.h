#pragma once

#include "models/segments/fields.h"

#include <QWidget>

class Button;
class Display;
class NumberField;
class QComboBox;
class TextLabel;

/// One condition: a field, an operator, a value, and for counts and sums a period.
class ConditionEditor final : public QWidget
{
    Q_OBJECT

public:
    ConditionEditor(Display &display, const QList<Segments::Field> &fields,
                    const Segments::Condition &condition, QWidget *parent = nullptr);

    [[nodiscard]] Segments::Condition condition() const;
    [[nodiscard]] QString problem() const; ///< empty: none
    void renewTexts();

signals:
    void changed();
    void removeRequested();

private:
    [[nodiscard]] const Segments::Field *field() const;
    void showField();
    void showValue(const QJsonValue &value);
    [[nodiscard]] QJsonValue readValue(bool &isValid) const;

    Display &m_display;
    QList<Segments::Field> m_fields;
    Segments::Condition m_condition;
    bool m_filling = false;
    QComboBox *m_field;
    QComboBox *m_operator;
    QComboBox *m_value; ///< editable; offers the values of a text
    TextLabel *m_periodLabel;
    NumberField *m_period;
    Button *m_remove;
};
