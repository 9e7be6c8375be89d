#include "ui/widgets/numberfield.h"

#include "ui/style/display.h"
#include "ui/style/painttext.h"

#include <algorithm>
#include <cmath>

NumberField::NumberField(Display &display, QWidget *parent)
    : QDoubleSpinBox(parent), m_display(display)
{
    // AlignAbsolute: without it the field aligns by the number's sign in right-to-left.
    setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setGroupSeparatorShown(true);
    connect(&display, &Display::changed, this, &NumberField::applyDisplay);
    applyDisplay();
}

QString NumberField::textFromValue(double value) const
{
    return m_display.format().decimal(value, decimals());
}

double NumberField::valueFromText(const QString &text) const
{
    return NumberFormat::parse(bare(text)).value_or(value());
}

QValidator::State NumberField::validate(QString &text, int &) const
{
    const QString number = bare(text);
    const bool negative = number.startsWith(u'-') || number.startsWith(QChar(0x2212));
    if (negative && minimum() >= 0)
        return QValidator::Invalid;
    const std::optional<double> parsed = NumberFormat::parse(number);
    if (!parsed) {
        // "", "−", "." and "12." are on the way to a number; letters are not.
        for (const QChar c : number) {
            if (c.isLetter())
                return QValidator::Invalid;
        }
        return QValidator::Intermediate;
    }
    const qsizetype point = std::max(number.indexOf(u'.'), number.indexOf(QChar(0x066B)));
    if (point >= 0) {
        if (decimals() == 0)
            return QValidator::Invalid;
        const auto isDigit = [](QChar c) { return c.isDigit(); };
        if (std::count_if(number.begin() + point, number.end(), isDigit) > decimals())
            return QValidator::Invalid;
    }
    if (*parsed > maximum() && maximum() >= 0)
        return QValidator::Invalid;
    return *parsed >= minimum() && *parsed <= maximum() ? QValidator::Acceptable
                                                        : QValidator::Intermediate;
}

QSize NumberField::sizeHint() const
{
    const double widest =
        std::max(PaintText::width(font(), prefix() + textFromValue(maximum()) + suffix()),
                 PaintText::width(font(), prefix() + textFromValue(value()) + suffix()));
    return {std::clamp(int(std::ceil(widest)) + 30, 64, 220), QDoubleSpinBox::sizeHint().height()};
}

void NumberField::fixup(QString &text) const
{
    if (const std::optional<double> parsed = NumberFormat::parse(bare(text)))
        text = textFromValue(std::clamp(*parsed, minimum(), maximum()));
}

QString NumberField::bare(const QString &text) const
{
    QString number = text;
    if (!prefix().isEmpty() && number.startsWith(prefix()))
        number.remove(0, prefix().size());
    if (!suffix().isEmpty() && number.endsWith(suffix()))
        number.chop(suffix().size());
    return number.trimmed();
}

void NumberField::applyDisplay()
{
    setFont(m_display.font(Theme::TextRole::Body));
    setLocale(m_display.format().locale());
    updateGeometry();
    setValue(value()); // writes the text anew in the other digits
}
