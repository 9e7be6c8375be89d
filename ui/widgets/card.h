#pragma once

#include <QFrame>
#include <QList>

class Button;
class Display;
class QAction;
class QBoxLayout;
class QVBoxLayout;
class TextLabel;

/// A bordered surface: title (the finding), subtitle, controls and a three-dot menu in the header,
/// a body, and an optional footer strip.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(Display &display, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    void setSubtitle(const QString &subtitle);
    [[nodiscard]] QString subtitle() const;
    /// A control at the end of the header, before the three-dot button: segmented control, badge,
    /// button.
    void addHeaderWidget(QWidget *widget);
    /// The actions behind the three-dot button; none hides it. A separator is an action too.
    void setMenuActions(const QList<QAction *> &actions);
    [[nodiscard]] Button *menuButton() const { return m_menuButton; }

    /// Replaces the body; the card owns it.
    void setBody(QWidget *body);
    [[nodiscard]] QWidget *body() const { return m_body; }
    /// For a body made of several widgets instead of setBody().
    [[nodiscard]] QVBoxLayout *bodyLayout() const { return m_bodyLayout; }
    /// Instead of the body, which keeps its place behind: an EmptyState, owned by the card; null:
    /// the body again.
    void setPlaceholder(QWidget *placeholder);
    /// A strip on surface2 under the body; null removes it.
    void setFooter(QWidget *footer);
    [[nodiscard]] QWidget *footer() const { return m_footer; }
    void setHeaderVisible(bool visible);
    /// Dims the body to 60 % and shows a thin moving bar, 0.3 s after being asked to.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }

signals:
    /// The body is dimmed from now on, or no longer.
    void busyShown(bool shown);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] Display &display() const { return m_display; }

private:
    void retranslate();
    void showBusy(bool shown);
    void layOutHeader();
    /// Title and subtitle on one line where they fit, else below each other and on as many lines as
    /// they need: nothing is cut.
    void fitHeader();

    Display &m_display;
    QWidget *m_header = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_subtitle = nullptr;
    QBoxLayout *m_words = nullptr; ///< title and subtitle
    QBoxLayout *m_controls = nullptr;
    Button *m_menuButton = nullptr;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_bodyLayout = nullptr;
    QWidget *m_body = nullptr;
    QWidget *m_placeholder = nullptr;
    QWidget *m_footer = nullptr;
    QWidget *m_busyBar = nullptr;
    QVBoxLayout *m_outer = nullptr;
    bool m_busy = false;
};
