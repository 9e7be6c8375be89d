#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

/// The design tokens of one theme: colours by name, categories and scales. A value; no screen and
/// no chart writes a colour of its own.
class Theme
{
public:
    enum class Kind { Light, Dark };
    enum class TextRole { WelcomeTitle, KpiValue, PageTitle, CardTitle, Body, Button, Table, Axis };
    /// The categories in order of use. Meanings: Blue acquisition and value creation, Teal equity,
    /// expansion, actual, Vermilion churn, Amber contraction and turning point, Violet model.
    enum Category { Blue, Amber, Teal, Vermilion, Sky, Plum, Violet, Stone };

    explicit Theme(Kind kind = Kind::Light);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isDark() const { return m_kind == Kind::Dark; }
    /// A token of the design table such as "text2" or "surface"; an unknown name asserts.
    [[nodiscard]] QColor color(const char *token) const;
    [[nodiscard]] QColor category(int index) const;
    [[nodiscard]] QColor sequential(double share) const; ///< 0 low to 1 high, interpolated in OKLab
    [[nodiscard]] QColor diverging(double position) const; ///< −1 to 1
    /// White or black, whichever contrasts more with \a fill.
    [[nodiscard]] static QColor textOn(const QColor &fill);
    /// Contrast of two opaque colours by WCAG 2.1, 1 to 21.
    [[nodiscard]] static double contrast(const QColor &one, const QColor &other);
    [[nodiscard]] QPalette palette() const;
    /// The application's style sheet. Set again when direction or theme change.
    [[nodiscard]] QString styleSheet(bool rightToLeft) const;
    /// Pixel-sized, one family list for both scripts. \a scale 0.8 to 1.5.
    [[nodiscard]] static QFont font(TextRole role, bool arabic, double scale = 1);
    [[nodiscard]] static int lineHeight(TextRole role, bool arabic, double scale = 1); ///< px

    bool operator==(const Theme &other) const { return m_kind == other.m_kind; }

private:
    Kind m_kind;
};
