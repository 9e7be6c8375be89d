#pragma once

#include "ui/widgets/button.h"

#include <QPointer>

/// The explanation of a figure, one click away: a round i that opens a popover with title and text.
/// Esc or a click outside closes it.
class InfoButton final : public QWidget
{
    Q_OBJECT

public:
    explicit InfoButton(Display &display, QWidget *parent = nullptr);

    void setExplanation(const QString &title, const QString &text);
    [[nodiscard]] QString explanation() const { return m_text; }
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] Button *button() const { return m_button; }

public slots:
    void openPopover();
    void closePopover();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Display &m_display;
    Button *m_button;
    QString m_title;
    QString m_text;
    QPointer<QWidget> m_popover;
};
