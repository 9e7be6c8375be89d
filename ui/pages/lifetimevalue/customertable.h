#pragma once

#include <QTableView>

class Display;

/// The table of customers: a click in the column of ticks ticks the row and leaves the customer that
/// is shown alone, with Shift it ticks all rows from the last one ticked; Space ticks the rows that
/// are marked, Ctrl+A all that are shown, Ctrl+C asks for a copy of those ticked.
class CustomerTable final : public QTableView
{
    Q_OBJECT

public:
    explicit CustomerTable(Display &display, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

signals:
    void ticksWanted(int firstRow, int lastRow, bool ticked);
    void copyWanted();
    void rowOpened(int row); ///< clicked, but not in the column of ticks

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    bool tickAt(const QMouseEvent &event);
    void tickMarked();
    [[nodiscard]] bool isTicked(int row) const;

    int m_lastTicked = -1; ///< row
};
