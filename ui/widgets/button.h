#pragma once

#include <QByteArray>
#include <QToolButton>

class Display;

/// The one push button: a tool button (icon and text stay together in right-to-left) in one of the
/// looks of the design. Follows theme, language and text size by itself.
class Button final : public QToolButton
{
    Q_OBJECT

public:
    enum class Kind {
        Primary, ///< the main action, filled
        Default, ///< bordered
        Quiet,   ///< text only, hover ground
        Link,    ///< text in the colour of links
        Icon,    ///< a bare 26 × 26 icon; give it a tool tip, which becomes its accessible name
        Field    ///< bordered like a form field, with a chevron: opens a menu
    };

    explicit Button(Display &display, Kind kind = Kind::Default, const QString &iconName = {},
                    QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    void setIconName(const QString &name);
    [[nodiscard]] QString iconName() const { return m_iconName; }
    void setSmall(bool small); ///< 26 px instead of 30

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyDisplay();

    Display &m_display;
    Kind m_kind;
    QString m_iconName;
    bool m_small = false;
};
