#pragma once

#include "ui/style/theme.h"

#include <QByteArray>
#include <QLabel>

class Display;

/// A label in one type role and one colour token; follows theme, language and text size by itself.
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(Display &display, Theme::TextRole role = Theme::TextRole::Body,
                       const char *token = "text", QWidget *parent = nullptr);

    void setRole(Theme::TextRole role);
    void setToken(const char *token); ///< "text2", "bad", …

private:
    void applyDisplay();

    Display &m_display;
    Theme::TextRole m_role;
    QByteArray m_token;
};
