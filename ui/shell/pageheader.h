#pragma once

#include <QFrame>

class Actions;
class Button;
class Display;
class FilterBar;
class QMenu;
class TextLabel;

/// The strip above every screen: its title, the filters, search, export, the inspector's switch.
class PageHeader final : public QFrame
{
    Q_OBJECT

public:
    PageHeader(Display &display, const Actions &actions, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] FilterBar *filterBar() const { return m_filters; }
    void setFiltersVisible(bool visible);
    void setInspectorAvailable(bool available);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();

    Display &m_display;
    const Actions &m_actions;
    TextLabel *m_title;
    FilterBar *m_filters;
    Button *m_search;
    Button *m_export;
    Button *m_inspector;
    QMenu *m_exportMenu;
};
