#pragma once

#include <QWidget>

class Display;
class EmptyState;
class QGridLayout;
class QScrollArea;
class QStackedWidget;

/// A twelve-column grid of cards in a scroll area, with an empty state in its place while there is
/// nothing to show, and dimming while work is under way.
class CardGrid final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int columns = 12;
    enum class State { Content, Waiting, Empty };

    CardGrid(Display &display, const QString &emptyIcon, QWidget *parent = nullptr);

    /// Puts \a widget into the grid; its width follows the columns, not its content.
    void place(QWidget *widget, int row, int column, int span, int stretch = 0);
    [[nodiscard]] QWidget *content() const { return m_content; }
    [[nodiscard]] EmptyState *empty() const { return m_empty; }
    void setState(State state);
    [[nodiscard]] State state() const;
    /// Dims every card in the grid, or no longer.
    void setBusy(bool busy);

private:
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_waiting;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QGridLayout *m_grid;
};
