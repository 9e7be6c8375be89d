// The ticks of the table of customers, and its rows as text for the clipboard.

#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/style/display.h"
#include "ui/widgets/copiedtext.h"

#include <algorithm>
#include <utility>

/// Before the values change: who had a tick keeps it where the new ones still tell of them.
void CustomerValuesModel::keepTicks(const Customers::SnapshotPtr &snapshot,
                                    const Clv::CustomerValues *values)
{
    std::vector<bool> before = std::exchange(m_ticks, {});
    const bool hadTicks = std::exchange(m_tickCount, 0) > 0;
    if (!values)
        return;
    m_ticks.assign(values->size(), false);
    if (!hadTicks)
        return;
    std::vector<bool> isTicked(snapshot->customers(), false);
    for (std::size_t p = 0; p < before.size(); ++p) {
        if (!before[p])
            continue;
        const Customers::CustomerIndex now =
            snapshot->indexOf(m_snapshot->id(m_values->customer[p]));
        if (now < isTicked.size())
            isTicked[now] = true;
    }
    for (std::size_t p = 0; p < values->size(); ++p) {
        m_ticks[p] = isTicked[values->customer[p]];
        m_tickCount += m_ticks[p] ? 1 : 0;
    }
}

void CustomerValuesModel::setTicked(int firstRow, int lastRow, bool ticked)
{
    firstRow = std::max(firstRow, 0);
    lastRow = std::min(lastRow, rowCount() - 1);
    if (firstRow > lastRow)
        return;
    for (int row = firstRow; row <= lastRow; ++row) {
        const std::size_t p = position(row);
        if (m_ticks[p] != ticked)
            m_tickCount += ticked ? 1 : -1;
        m_ticks[p] = ticked;
    }
    emit dataChanged(index(firstRow, Tick), index(lastRow, Tick));
    emit ticksChanged();
}

void CustomerValuesModel::clearTicks()
{
    if (m_tickCount == 0)
        return;
    std::fill(m_ticks.begin(), m_ticks.end(), false);
    m_tickCount = 0;
    if (rowCount() > 0)
        emit dataChanged(index(0, Tick), index(rowCount() - 1, Tick));
    emit ticksChanged();
}

QList<CustomerId> CustomerValuesModel::tickedCustomers() const
{
    QList<CustomerId> customers;
    customers.reserve(m_tickCount);
    for (const std::uint32_t p : m_sorted) {
        if (m_ticks[p])
            customers.append(m_snapshot->id(m_values->customer[p]));
    }
    return customers;
}

QStringList CustomerValuesModel::headingsFor(const QList<int> &columns) const
{
    QStringList headings;
    for (const int column : columns) {
        const QString heading = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        if (column == Interval)
            //: headings of a copied table: the ends of an interval, %1 such as "90 % interval"
            headings << tr("%1, from").arg(heading) << tr("%1, to").arg(heading);
        else
            headings << heading;
    }
    return headings;
}

QStringList CustomerValuesModel::cellsOf(std::size_t p, const QList<int> &columns) const
{
    const NumberFormat &format = m_display.format();
    const auto end = [&](const std::vector<double> &ends) {
        return ends.empty() ? QString() : format.decimal(ends[p], m_values->clv[p] >= 100 ? 0 : 2);
    };
    QStringList cells;
    for (const int column : columns) {
        if (column == Interval)
            cells << end(m_values->clvLow) << end(m_values->clvHigh);
        else
            cells << (column == Name ? nameOf(p) : text(Column(column), p, -1));
    }
    return cells;
}

QString CustomerValuesModel::tickedText(const QList<int> &columns, int most) const
{
    std::vector<std::uint32_t> positions;
    for (const std::uint32_t p : m_sorted) {
        if (m_ticks[p] && int(positions.size()) < most)
            positions.push_back(p);
    }
    if (m_lookup) {
        QList<CustomerId> nameless;
        for (const std::uint32_t p : positions) {
            const CustomerId id = m_snapshot->id(m_values->customer[p]);
            if (!m_names.contains(id.value))
                nameless.append(id);
        }
        if (!nameless.isEmpty())
            m_names.insert(m_lookup(nameless));
    }
    QList<QStringList> rows{headingsFor(columns)};
    for (const std::uint32_t p : positions)
        rows.append(cellsOf(p, columns));
    return CopiedText::table(rows);
}

QString CustomerValuesModel::textOf(std::size_t position, const QList<int> &columns) const
{
    return CopiedText::table({headingsFor(columns), cellsOf(position, columns)});
}
