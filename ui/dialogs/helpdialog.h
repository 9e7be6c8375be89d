#pragma once

#include "ui/dialogs/dialog.h"

#include <QList>

class QAction;
class QTableWidget;

/// The shortcuts of all actions, and a few sentences about the screen where one is shown.
class HelpDialog final : public Dialog
{
    Q_OBJECT

public:
    /// \a screen: "overview", …; empty: only the shortcuts.
    HelpDialog(Display &display, const QString &screen, const QList<QAction *> &actions, QWidget *parent);

protected:
    void retranslate() override;

private:
    [[nodiscard]] QString screenText() const;

    QString m_screen;
    QList<QAction *> m_actions;
    TextLabel *m_text;
    QTableWidget *m_table;
};

/// What the program is, its version and licence.
class AboutDialog final : public Dialog
{
    Q_OBJECT

public:
    AboutDialog(Display &display, QWidget *parent);

protected:
    void retranslate() override;

private:
    TextLabel *m_text;
    TextLabel *m_small;
};
