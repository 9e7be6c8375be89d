#include "ui/pages/lifecycle/columnfitter.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace {

constexpr int widestFirst = 320; ///< longer words of the first column are cut all the same

} // namespace

ColumnFitter::ColumnFitter(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    view.viewport()->installEventFilter(this);
}

ColumnFitter *ColumnFitter::of(const QTableView &view)
{
    return view.findChild<ColumnFitter *>(QString(), Qt::FindDirectChildrenOnly);
}

void ColumnFitter::setWidths(const QList<int> &widths)
{
    m_widths = widths;
    fit();
}

bool ColumnFitter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void ColumnFitter::fit()
{
    QHeaderView *header = m_view.horizontalHeader();
    if (m_widths.isEmpty() || header->count() != m_widths.size())
        return;
    const int others = std::accumulate(m_widths.begin() + 1, m_widths.end(), 0);
    for (int column = 0; column < m_widths.size(); ++column) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        if (column > 0)
            header->resizeSection(column, m_widths[column]);
    }
    header->resizeSection(
        0, std::max(std::min(m_widths.first(), widestFirst), m_view.viewport()->width() - others));
}
