#pragma once

#include <QWidget>

class Button;
class Display;
class TextLabel;

/// How many customers have a tick, and what can be done with them.
class ChosenBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ChosenBar(Display &display, QWidget *parent = nullptr);

    void showCount(qint64 customers);
    /// Says that the first \a copied of them are on the clipboard.
    void showCopied(qint64 copied);
    void renewTexts();
    [[nodiscard]] QWidget *addButton() const;

signals:
    void addWanted();
    void saveWanted();
    void copyWanted();
    void cleared();

private:
    Display &m_display;
    TextLabel *m_count;
    TextLabel *m_copied;
    Button *m_add;
    Button *m_save;
    Button *m_copy;
    Button *m_clear;
    qint64 m_customers = 0;
    qint64 m_copiedCustomers = 0;
};
