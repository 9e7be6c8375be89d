#pragma once

#include <QFrame>

class Button;
class Display;
class QScrollArea;
class QStackedWidget;
class TextLabel;

/// The panel on the far side for what is chosen on the screen. Holds each page's inspector, shows one.
class InspectorPanel final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int panelWidth = 300;

    explicit InspectorPanel(Display &display, QWidget *parent = nullptr);

    /// The page keeps owning \a content; null shows nothing.
    void setContent(QWidget *content);
    [[nodiscard]] QWidget *content() const;

signals:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    Display &m_display;
    TextLabel *m_title;
    Button *m_close;
    QStackedWidget *m_stack;
};
