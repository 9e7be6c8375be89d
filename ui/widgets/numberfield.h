#pragma once

#include <QDoubleSpinBox>

class Display;

/// A field for a number in either digit set and any locale: typed and shown through NumberFormat,
/// so that 12.5 stays 12.5 everywhere. Suffixes and prefixes are words beside the number and not
/// part of it.
class NumberField final : public QDoubleSpinBox
{
    Q_OBJECT

public:
    explicit NumberField(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] QString bare(const QString &text) const;
    void applyDisplay();

    Display &m_display;
};
