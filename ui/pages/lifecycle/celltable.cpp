#include "ui/pages/lifecycle/celltable.h"

#include "ui/pages/data/tables.h"
#include "ui/pages/lifecycle/columnfitter.h"
#include "ui/style/display.h"
#include "ui/widgets/delegates.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <numeric>

void CellTable::setTable(const QList<Head> &heads, const QList<Row> &rows)
{
    beginResetModel();
    m_heads = heads;
    m_rows = rows;
    arrange();
    endResetModel();
}

void CellTable::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text.trimmed();
    arrange();
    endResetModel();
}

int CellTable::rowOf(int given) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), given);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

void CellTable::arrange()
{
    m_order.clear();
    for (int row = 0; row < m_rows.size(); ++row) {
        const bool fits =
            m_filter.isEmpty()
            || std::any_of(m_rows[row].cbegin(), m_rows[row].cend(), [this](const Cell &cell) {
                   return cell.text.contains(m_filter, Qt::CaseInsensitive);
               });
        if (fits)
            m_order.push_back(row);
    }
    if (m_sortColumn < 0 || m_sortColumn >= m_heads.size())
        return;
    const auto key = [this](int row) {
        const Cell &cell = m_rows[row][m_sortColumn];
        return cell.key.isValid() ? cell.key : QVariant(cell.text);
    };
    const bool descends = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const QVariant left = key(descends ? b : a);
        const QVariant right = key(descends ? a : b);
        if (left.typeId() == QMetaType::QString)
            return QString::localeAwareCompare(left.toString(), right.toString()) < 0;
        return left.toDouble() < right.toDouble();
    });
}

int CellTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int CellTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

QVariant CellTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = given(index.row());
    if (role == RowRole)
        return row;
    const Cell &cell = m_rows[row][index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        if (!cell.tip.isEmpty())
            return cell.tip;
        if (cell.opens)
            return tr("Click for the customers");
        return index.column() == 0 ? cell.text : QVariant();
    case OpensRole:
        return cell.opens;
    case Qt::FontRole: {
        if (!cell.isStrong)
            return {};
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    case CellRole::Strong:
        return cell.isStrong;
    case Qt::TextAlignmentRole:
        return m_heads[index.column()].isNumber
                   ? QVariant(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CellTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_heads.size())
        return QAbstractTableModel::headerData(section, orientation, role);
    const Head &head = m_heads[section];
    if (role == Qt::DisplayRole)
        return head.text;
    if (role == Qt::ToolTipRole && !head.tip.isEmpty())
        return head.tip;
    if (role == Qt::TextAlignmentRole)
        return head.isNumber ? QVariant(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                             : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    return {};
}

void CellTable::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    m_sortColumn = column;
    m_sortOrder = order;
    const std::vector<int> before = m_order;
    const QModelIndexList old = persistentIndexList();
    arrange();
    QModelIndexList now;
    for (const QModelIndex &index : old)
        now.append(createIndex(rowOf(before[std::size_t(index.row())]), index.column()));
    changePersistentIndexList(old, now);
    emit layoutChanged();
}

QTableView *CellTable::makeView(Display &display, const QString &objectName)
{
    auto *view = new QTableView;
    view->setObjectName(objectName);
    Tables::prepare(*view, *this);
    Tables::enableCopy(*view);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setSortingEnabled(true);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->horizontalHeader()->setSectionsMovable(false);
    dressColumns(*view, display);
    view->setMouseTracking(true);
    connect(view, &QTableView::entered, view, [view](const QModelIndex &index) {
        if (index.data(OpensRole).toBool())
            view->viewport()->setCursor(Qt::PointingHandCursor);
        else
            view->viewport()->unsetCursor();
    });
    connect(view, &QTableView::viewportEntered, view, [view] { view->viewport()->unsetCursor(); });
    connect(view, &QTableView::clicked, this, &CellTable::open);
    connect(view, &QTableView::activated, this, &CellTable::open);
    return view;
}

void CellTable::open(const QModelIndex &index)
{
    if (index.data(OpensRole).toBool())
        emit cellOpened(given(index.row()), index.column());
}

/// As much as the words need in the font that the view draws them in. The header's own measure would
/// leave room for things we do not show.
int CellTable::widthOf(int column, const QTableView &view) const
{
    constexpr int padding = 24;
    constexpr int mostRows = 300;
    QFont font = view.font();
    font.setWeight(QFont::DemiBold);
    double width = QFontMetricsF(font).horizontalAdvance(m_heads[column].text);
    for (int row = 0; row < rowCount() && row < mostRows; ++row) {
        const QString &text = m_rows[given(row)][column].text;
        width = std::max(width, m_heads[column].isNumber ? NumberDelegate::numberWidth(font, text)
                                                         : QFontMetricsF(font).horizontalAdvance(text));
    }
    return int(std::ceil(width)) + padding;
}

void CellTable::dressColumns(QTableView &view, Display &display) const
{
    auto *numbers = view.findChild<NumberDelegate *>();
    if (!numbers)
        numbers = new NumberDelegate(display, &view);
    QList<int> widths;
    for (int column = 0; column < columnCount(); ++column) {
        widths.append(widthOf(column, view));
        view.setItemDelegateForColumn(column, m_heads[column].isNumber ? numbers : nullptr);
    }
    ColumnFitter *fitter = ColumnFitter::of(view);
    if (!fitter)
        fitter = new ColumnFitter(view);
    fitter->setWidths(widths);
}
