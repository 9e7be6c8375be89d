#include "ui/pages/lifecycle/celltablemodel.h"

#include <algorithm>

namespace {

bool isBefore(const CellTableModel::Cell &a, const CellTableModel::Cell &b)
{
    if (!a.order.isValid() || !b.order.isValid())
        return QString::localeAwareCompare(a.text, b.text) < 0;
    return QVariant::compare(a.order, b.order) == QPartialOrdering::Less;
}

} // namespace

CellTableModel::CellTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void CellTableModel::setTable(const QList<Column> &columns, const QList<QList<Cell>> &rows)
{
    beginResetModel();
    if (columns.size() != m_columns.size())
        m_sortColumn = -1;
    m_columns = columns;
    m_rows = rows;
    arrange();
    endResetModel();
}

void CellTableModel::setFilter(const QString &words)
{
    if (words == m_filter)
        return;
    beginResetModel();
    m_filter = words;
    arrange();
    endResetModel();
}

void CellTableModel::arrange()
{
    m_order.clear();
    const QString words = m_filter.trimmed();
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool holds = words.isEmpty()
                           || std::ranges::any_of(m_rows[row], [&](const Cell &cell) {
                                  return cell.text.contains(words, Qt::CaseInsensitive);
                              });
        if (holds)
            m_order.push_back(row);
    }
    if (m_sortColumn < 0)
        return;
    std::stable_sort(m_order.begin(), m_order.end(), [this](int a, int b) {
        const Cell &first = m_rows[a][m_sortColumn];
        const Cell &second = m_rows[b][m_sortColumn];
        return m_sortOrder == Qt::AscendingOrder ? isBefore(first, second)
                                                 : isBefore(second, first);
    });
}

int CellTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int CellTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant CellTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Cell &cell = m_rows[sourceRow(index.row())][index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip);
    case Qt::TextAlignmentRole:
        return m_columns[index.column()].isNumber
                   ? int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                   : int(Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const Column &column = m_columns[section];
    switch (role) {
    case Qt::DisplayRole:
        return column.heading;
    case Qt::ToolTipRole:
        return column.tip.isEmpty() ? QVariant() : QVariant(column.tip);
    case Qt::TextAlignmentRole:
        return column.isNumber ? int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                               : int(Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

void CellTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= columnCount())
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<int> before = m_order;
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    const QModelIndexList indexes = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex &old : indexes) {
        const auto at = std::ranges::find(m_order, before[std::size_t(old.row())]);
        moved.append(index(int(at - m_order.begin()), old.column()));
    }
    changePersistentIndexList(indexes, moved);
    emit layoutChanged({}, VerticalSortHint);
}
