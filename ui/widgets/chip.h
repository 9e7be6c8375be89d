#pragma once

#include <QFrame>

class Button;
class Display;
class TextLabel;

/// A filter that can be taken away: "8,000 – 20,000 ×".
class Chip final : public QFrame
{
    Q_OBJECT

public:
    explicit Chip(Display &display, const QString &iconName = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;

signals:
    void removed(); ///< the × was pressed, or Delete

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Display &m_display;
    TextLabel *m_text;
    Button *m_remove;
};
