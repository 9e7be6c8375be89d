#pragma once

#include "models/core/numberformat.h"
#include "ui/style/theme.h"

#include <QObject>

/// How things are shown: language, digits, theme, text size. One object, made by app/ (or by the
/// report for a page in its own language) and handed to every widget and chart by reference.
/// It computes nothing and touches no application state: shell/ applies it to the application.
class Display final : public QObject
{
    Q_OBJECT

public:
    explicit Display(Language language = Language::English, Theme::Kind theme = Theme::Kind::Light,
                     QObject *parent = nullptr);

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] Digits digits() const { return m_digits; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const NumberFormat &format() const { return m_format; }
    [[nodiscard]] double textScale() const { return m_textScale; }
    [[nodiscard]] bool isArabic() const { return m_language == Language::Arabic; }
    [[nodiscard]] Qt::LayoutDirection direction() const;
    [[nodiscard]] QFont font(Theme::TextRole role) const;
    [[nodiscard]] int lineHeight(Theme::TextRole role) const; ///< px
    [[nodiscard]] QColor color(const char *token) const { return m_theme.color(token); }

    void setLanguage(Language language);
    void setDigits(Digits digits);
    void setThemeKind(Theme::Kind kind);
    void setTextScale(double scale);

signals:
    /// Anything above changed. Texts are renewed on QEvent::LanguageChange, which follows; numbers,
    /// colours and fonts on this signal.
    void changed();

private:
    Language m_language;
    Digits m_digits = Digits::ByLocale;
    Theme m_theme;
    NumberFormat m_format;
    double m_textScale = 1;
};
