#pragma once

#include <QWidget>

#include <cstdint>

class Display;
class NumberField;
class QComboBox;

/// A span of time: a number and its unit, from seconds to months of 30 days.
class SpanField final : public QWidget
{
    Q_OBJECT

public:
    explicit SpanField(Display &display, QWidget *parent = nullptr);

    /// In the largest unit that leaves a whole number.
    void setSeconds(std::int64_t seconds);
    [[nodiscard]] std::int64_t seconds() const;
    /// \a name: what the span is, for the number; the unit says its own.
    void renewTexts(const QString &name);
    /// Object names of the two fields.
    void setObjectNames(const QString &number, const QString &unit);

signals:
    void edited(); ///< by the person

private:
    NumberField *m_number;
    QComboBox *m_unit;
    bool m_filling = false;
};
