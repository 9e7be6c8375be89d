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
    void setToken(const char *token);     ///< "text2", "bad", …
    void setWeight(QFont::Weight weight); ///< other than the role's
    /// One line that is shortened with "…" where it does not fit; the tool tip then has the whole.
    void setElided(bool elided);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyDisplay();
    void applyColor();

    Display &m_display;
    Theme::TextRole m_role;
    QByteArray m_token;
    int m_weight = -1;
    bool m_elided = false;
};
