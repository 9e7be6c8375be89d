#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QVariant>

#include <vector>

/// A small table of ready texts that can be sorted and searched: what a tab has to say in rows.
class CellTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Cell
    {
        QString text;
        QVariant order;  ///< what to sort by; invalid: the text
        QString tip = {};
    };
    struct Column
    {
        QString heading;
        bool isNumber = false;
        QString tip = {}; ///< what the column means
    };

    explicit CellTableModel(QObject *parent = nullptr);

    /// Sorting and searching stay as they are when the number of columns does.
    void setTable(const QList<Column> &columns, const QList<QList<Cell>> &rows);
    void setFilter(const QString &words); ///< rows that hold the words in any cell
    /// The row as it was given to setTable().
    [[nodiscard]] int sourceRow(int row) const { return m_order[std::size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();

    QList<Column> m_columns;
    QList<QList<Cell>> m_rows;
    std::vector<int> m_order;
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};
