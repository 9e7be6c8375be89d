#pragma once

#include <QWidget>

class Button;
class Display;
class QLabel;
class TextLabel;

/// What stands where there is nothing to show: icon, what is missing, why it matters, and one next
/// action (with at most one alternative).
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(Display &display, const QString &iconName, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &reason);
    /// The main action; an empty text hides its button.
    void setAction(const QString &text, const QString &iconName = {});
    void setAlternative(const QString &text);
    /// Amber instead of grey behind the icon: something failed, rather than is missing.
    void setWarning(bool warning);
    [[nodiscard]] QString title() const;

signals:
    void actionTriggered();
    void alternativeTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyDisplay();

    Display &m_display;
    QString m_iconName;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_reason;
    Button *m_action;
    Button *m_alternative;
    bool m_warning = false;
};
