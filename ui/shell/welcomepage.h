#pragma once

#include "ui/shell/recentfiles.h"

#include <QWidget>

class Actions;
class Button;
class Card;
class Display;
class QLineEdit;
class RecentList;
class SegmentedControl;
class TextLabel;

/// What stands before a workspace is open: the ways in, language and theme, recent files, a place to drop.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    enum ThemeChoice { LightTheme, DarkTheme, SystemTheme };

    WelcomePage(Display &display, const Actions &actions, QWidget *parent = nullptr);

    void setRecent(const QList<RecentFile> &entries);
    void setThemeChoice(ThemeChoice choice);

signals:
    void openRequested(const QString &file);
    void locateRequested(const QString &file);
    void removeRequested(const QString &file);
    void fileWanted(); ///< Choose a file: workspace or data
    void languageChosen(int language);
    void themeChosen(int choice);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Way;
    class DropZone;
    void retranslate();
    [[nodiscard]] QWidget *buildSide(const Actions &actions);
    [[nodiscard]] QWidget *buildMain();

    Display &m_display;
    QWidget *m_side = nullptr;
    TextLabel *m_name = nullptr;
    TextLabel *m_otherName = nullptr;
    TextLabel *m_purpose = nullptr;
    TextLabel *m_explanation = nullptr;
    QList<Way *> m_ways;
    TextLabel *m_languageTitle = nullptr;
    SegmentedControl *m_language = nullptr;
    SegmentedControl *m_theme = nullptr;
    TextLabel *m_privacy = nullptr;
    TextLabel *m_recentTitle = nullptr;
    QLineEdit *m_search = nullptr;
    RecentList *m_recent = nullptr;
    DropZone *m_drop = nullptr;
    Card *m_steps = nullptr;
    QList<TextLabel *> m_stepTitles;
    QList<TextLabel *> m_stepTexts;
};
