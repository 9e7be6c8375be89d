#include "ui/style/display.h"

#include <algorithm>

Display::Display(Language language, Theme::Kind theme, QObject *parent)
    : QObject(parent), m_language(language), m_theme(theme), m_format(language)
{}

Qt::LayoutDirection Display::direction() const
{
    return isArabic() ? Qt::RightToLeft : Qt::LeftToRight;
}

QFont Display::font(Theme::TextRole role) const
{
    return Theme::font(role, isArabic(), m_textScale);
}

int Display::lineHeight(Theme::TextRole role) const
{
    return Theme::lineHeight(role, isArabic(), m_textScale);
}

void Display::setLanguage(Language language)
{
    if (m_language == language)
        return;
    m_language = language;
    m_format = NumberFormat(m_language, m_digits);
    emit changed();
}

void Display::setDigits(Digits digits)
{
    if (m_digits == digits)
        return;
    m_digits = digits;
    m_format = NumberFormat(m_language, m_digits);
    emit changed();
}

void Display::setThemeKind(Theme::Kind kind)
{
    if (m_theme.kind() == kind)
        return;
    m_theme = Theme(kind);
    emit changed();
}

void Display::setTextScale(double scale)
{
    scale = std::clamp(scale, 0.8, 1.5);
    if (qFuzzyCompare(m_textScale, scale))
        return;
    m_textScale = scale;
    emit changed();
}
