#include "ui/pages/lifetimevalue/customertable.h"

#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/style/display.h"
#include "ui/widgets/delegates.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int heightOfRow = 28;
constexpr int leastRows = 5;
constexpr int markSide = 10;

/// A check box in the middle of its cell. The table itself toggles it, whatever part is clicked.
class TickDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const bool isTicked = cell.checkState == Qt::Checked;
        cell.features &= ~QStyleOptionViewItem::HasCheckIndicator;
        const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        cell.state &= ~(QStyle::State_On | QStyle::State_Off | QStyle::State_HasFocus);
        cell.state |= isTicked ? QStyle::State_On : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &cell, painter, cell.widget);
    }

    bool editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                     const QModelIndex &) override
    {
        return false;
    }
};

} // namespace

CustomerTable::CustomerTable(Display &display, QWidget *parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("customers"));
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSortingEnabled(true);
    setIconSize({markSide, markSide});
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    setMinimumHeight((leastRows + 1) * heightOfRow);
    auto *numbers = new NumberDelegate(display, this);
    for (int column = CustomerValuesModel::Orders; column < CustomerValuesModel::ColumnCount;
         ++column)
        setItemDelegateForColumn(column, numbers);
    setItemDelegateForColumn(CustomerValuesModel::Tick, new TickDelegate(this));
    setItemDelegateForColumn(CustomerValuesModel::Alive, new AliveDelegate(display, this));
    setItemDelegateForColumn(CustomerValuesModel::Interval, new IntervalDelegate(display, this));
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() != CustomerValuesModel::Tick)
            emit rowOpened(index.row());
    });
}

void CustomerTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_lastTicked = -1; });
}

bool CustomerTable::isTicked(int row) const
{
    return model()->index(row, CustomerValuesModel::Tick).data(Qt::CheckStateRole).toInt()
           == Qt::Checked;
}

bool CustomerTable::tickAt(const QMouseEvent &event)
{
    const QModelIndex index = indexAt(event.position().toPoint());
    if (event.button() != Qt::LeftButton || index.column() != CustomerValuesModel::Tick)
        return false;
    const int row = index.row();
    setFocus(Qt::MouseFocusReason);
    if ((event.modifiers() & Qt::ShiftModifier) && m_lastTicked >= 0)
        emit ticksWanted(std::min(row, m_lastTicked), std::max(row, m_lastTicked), true);
    else
        emit ticksWanted(row, row, !isTicked(row));
    m_lastTicked = row;
    return true;
}

void CustomerTable::mousePressEvent(QMouseEvent *event)
{
    if (!tickAt(*event))
        QTableView::mousePressEvent(event);
}

/// Two quick clicks are two ticks.
void CustomerTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!tickAt(*event))
        QTableView::mouseDoubleClickEvent(event);
}

/// Moving to a row with the keyboard marks it; the mouse marks rows outside the column of ticks.
QItemSelectionModel::SelectionFlags CustomerTable::selectionCommand(const QModelIndex &index,
                                                                    const QEvent *event) const
{
    const bool isMouse = event
                         && (event->type() == QEvent::MouseButtonPress
                             || event->type() == QEvent::MouseButtonRelease
                             || event->type() == QEvent::MouseMove);
    if (isMouse && index.column() == CustomerValuesModel::Tick)
        return QItemSelectionModel::NoUpdate;
    return QTableView::selectionCommand(index, event);
}

/// All of the marked rows, or none of them where all had a tick.
void CustomerTable::tickMarked()
{
    const QItemSelection marked = selectionModel()->selection();
    if (marked.isEmpty())
        return;
    bool haveAll = true;
    for (const QItemSelectionRange &range : marked) {
        for (int row = range.top(); row <= range.bottom() && haveAll; ++row)
            haveAll = isTicked(row);
    }
    for (const QItemSelectionRange &range : marked)
        emit ticksWanted(range.top(), range.bottom(), !haveAll);
    m_lastTicked = currentIndex().row();
}

void CustomerTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (event->matches(QKeySequence::SelectAll)) {
        if (model()->rowCount() > 0)
            emit ticksWanted(0, model()->rowCount() - 1, true);
    } else if (event->matches(QKeySequence::Copy)) {
        emit copyWanted();
    } else if (event->key() == Qt::Key_Space && isPlain) {
        tickMarked();
    } else {
        QTableView::keyPressEvent(event);
    }
}
