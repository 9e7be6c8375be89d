#include "models/customers/columnloader.h"

#include <algorithm>

namespace Customers {

CustomerIndexMap::CustomerIndexMap(const std::vector<std::int64_t> &rows) : m_rows(rows)
{
    if (rows.empty())
        return;
    m_first = rows.front();
    const std::uint64_t span = std::uint64_t(rows.back()) - std::uint64_t(rows.front()) + 1;
    m_dense = span == rows.size();
    if (m_dense || span > 16 * rows.size() + 1000000)
        return;
    m_table.assign(span, none);
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_table[std::size_t(rows[i] - m_first)] = CustomerIndex(i);
}

CustomerIndex CustomerIndexMap::indexOf(std::int64_t row) const
{
    if (m_rows.empty() || row < m_first || row > m_rows.back())
        return none;
    if (m_dense)
        return CustomerIndex(row - m_first);
    if (!m_table.empty())
        return m_table[std::size_t(row - m_first)];
    const auto at = std::ranges::lower_bound(m_rows, row);
    return *at == row ? CustomerIndex(at - m_rows.begin()) : none;
}

namespace {

void extend(DateRange &extent, QDate from, QDate until)
{
    extent.from = extent.from.isValid() ? std::min(extent.from, from) : from;
    extent.until = extent.until.isValid() ? std::max(extent.until, until) : until;
}

template <typename Columns>
DateRange extentOf(const Columns &columns)
{
    if (columns.size() == 0)
        return {};
    const std::uint32_t latest = *std::ranges::max_element(columns.time);
    return {dayOfEpoch(columns.epoch), dayOfEpoch(columns.epoch + latest)};
}

} // namespace

void measureExtents(Snapshot &snapshot)
{
    snapshot.purchaseExtent = extentOf(snapshot.purchases);
    for (const DateRange &extent : {snapshot.purchaseExtent, extentOf(snapshot.events)})
        if (extent.isValid())
            extend(snapshot.extent, extent.from, extent.until);
}

} // namespace Customers
