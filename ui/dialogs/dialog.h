#pragma once

#include <QDialog>

class Button;
class Display;
class QHBoxLayout;
class QVBoxLayout;
class TextLabel;

/// Frame of the program's dialogs: a title, a body, buttons with words of our own. Opened with open(),
/// never exec(): no nested event loop.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    explicit Dialog(Display &display, QWidget *parent);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] Button *acceptButton() const { return m_accept; }
    [[nodiscard]] Button *rejectButton() const { return m_reject; }
    /// Empty texts hide their button.
    void setButtons(const QString &accept, const QString &reject);
    void setHeading(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    virtual void retranslate() {}
    [[nodiscard]] Display &display() const { return m_display; }

private:
    Display &m_display;
    TextLabel *m_heading;
    QVBoxLayout *m_body;
    Button *m_reject;
    Button *m_accept;
};
