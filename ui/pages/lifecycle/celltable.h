#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QVariant>

#include <vector>

class Display;
class QTableView;

/// A small table of finished words: each cell has its text and the value it sorts by. Rows keep the
/// number they were given with, however they are sorted and filtered.
class CellTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Cell
    {
        QString text;
        QVariant key = {}; ///< to sort by; none: the text
        bool isStrong = false;
        QString tip = {};
        bool opens = false; ///< a click or Enter shows the customers behind it
    };
    struct Head
    {
        QString text;
        bool isNumber = false;
        QString tip = {};
    };
    using Row = QList<Cell>;
    static constexpr int RowRole = Qt::UserRole + 1;   ///< the row's number as given
    static constexpr int OpensRole = Qt::UserRole + 2; ///< there are customers behind the cell

    using QAbstractTableModel::QAbstractTableModel;

    /// \a cell with customers behind it.
    [[nodiscard]] static Cell opening(Cell cell)
    {
        cell.opens = true;
        return cell;
    }

    void setTable(const QList<Head> &heads, const QList<Row> &rows);
    /// Only rows one of whose texts holds \a text; empty: all.
    void setFilter(const QString &text);
    [[nodiscard]] int given(int row) const { return m_order[std::size_t(row)]; }
    [[nodiscard]] int rowOf(int given) const; ///< −1: not shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// A view of this model in the look of the screen's tables, sortable, copied with Ctrl+C.
    [[nodiscard]] QTableView *makeView(Display &display, const QString &objectName);
    /// Numbers on the right; the first column takes what the others leave.
    void dressColumns(QTableView &view, Display &display) const;

signals:
    /// A cell with customers behind it was clicked, or Enter was pressed on it; \a row as given.
    void cellOpened(int row, int column);

private:
    void arrange();
    void open(const QModelIndex &index);
    [[nodiscard]] int widthOf(int column, const QTableView &view) const;

    QList<Head> m_heads;
    QList<Row> m_rows;
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_order;
};
