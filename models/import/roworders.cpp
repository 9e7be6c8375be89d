// The part of the conversion that decides which rows count: the status of an order, several rows of
// one order, and orders that the workspace already has.

#include "models/import/rowconverter.h"
#include "models/import/rowkeys.h"

#include "models/import/textutil.h"

#include <algorithm>
#include <cmath>

namespace Import {

void RowConverter::applyStatus(RowBlock &block)
{
    m_isRefund.clear();
    if (m_statusColumn < 0)
        return;
    const std::size_t records = block.chunk.index.records();
    m_isRefund.assign(records, false);
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        const std::string_view text = cell(block, r, m_statusColumn);
        if (text.empty())
            continue;
        auto known = m_statusActions.find(text);
        if (known == m_statusActions.end())
            known = m_statusActions
                        .emplace(std::string(text),
                                 usualAction(QString::fromUtf8(text.data(), qsizetype(text.size()))))
                        .first;
        if (known->second == StatusRule::Action::LeaveOut) {
            m_status[r] = Dropped;
            ++m_leftOut;
        }
        m_isRefund[r] = known->second == StatusRule::Action::Refund;
    }
}

void RowConverter::followOrders(RowBlock &block)
{
    m_sameOrder.clear();
    if (m_orderColumn < 0 || m_plan.orderRows == OrderRows::EachRow)
        return;
    // The rows of an order stand together; only its first one need have all cells filled.
    const std::size_t records = block.chunk.index.records();
    m_sameOrder.assign(records, false);
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        const std::string_view order = cell(block, r, m_orderColumn);
        if (!order.empty() && order == m_lastOrder) {
            m_sameOrder[r] = true;
            if (m_plan.orderRows == OrderRows::TotalOnce) {
                m_status[r] = Dropped;
                ++m_merged;
            }
            continue;
        }
        m_lastOrder = order;
    }
}

void RowConverter::subtractRefunds(RowBlock &block)
{
    const int amount = m_layout.columnOf("amount");
    if (amount < 0 || m_layout.columns[std::size_t(amount)].constant)
        return;
    std::vector<std::int64_t> &amounts = block.columns[std::size_t(amount)].integers;
    const std::size_t records = block.chunk.index.records();
    if (m_refundColumn >= 0) {
        const NumberStyle style = m_plan.columns[m_refundColumn].numbers;
        for (std::size_t r = 0; r < records; ++r) {
            if (m_status[r] != Good || amounts[r] == nullInteger)
                continue;
            const std::string_view text = cell(block, r, m_refundColumn);
            if (text.empty())
                continue;
            const std::optional<ParsedNumber> number = parseNumber(text, style);
            const std::optional<std::int64_t> minor =
                number ? number->toMinor(m_currencies[currencyOf(r)].digits) : std::nullopt;
            std::int64_t rest = 0;
            if (!minor
                || __builtin_sub_overflow(amounts[r], *minor < 0 ? -*minor : *minor, &rest)) {
                reject(block, r, Reject::NumberUnreadable, m_refundColumn);
                continue;
            }
            amounts[r] = rest;
        }
    }
    if (!m_isRefund.empty())
        for (std::size_t r = 0; r < records; ++r)
            if (m_isRefund[r] && amounts[r] > 0)
                amounts[r] = -amounts[r];
}

void RowConverter::addToRow(RowBlock &block, std::uint32_t to, std::uint32_t from)
{
    for (const char *name : {"amount", "margin"}) {
        const int index = m_layout.columnOf(name);
        if (index < 0 || m_layout.columns[std::size_t(index)].constant)
            continue;
        std::vector<std::int64_t> &values = block.columns[std::size_t(index)].integers;
        if (values[from] == nullInteger)
            continue;
        if (values[to] == nullInteger)
            values[to] = values[from];
        else if (__builtin_add_overflow(values[to], values[from], &values[to]))
            values[to] = nullInteger + 1;
    }
    const int quantity = m_layout.columnOf("quantity");
    if (quantity >= 0) {
        std::vector<double> &values = block.columns[std::size_t(quantity)].reals;
        if (!std::isnan(values[from]))
            values[to] = (std::isnan(values[to]) ? 0 : values[to]) + values[from];
    }
}

const std::vector<std::string_view> &RowConverter::rowKeys(RowBlock &block)
{
    const BlockColumn &first = block.columns[std::size_t(m_keyColumns.front())];
    if (m_keyColumns.size() == 1 && first.storage == Storage::Text)
        return first.texts;
    m_rowKeys.assign(m_status.size(), {});
    for (const std::uint32_t r : block.rows) {
        std::string key;
        bool isWhole = true;
        for (const int index : m_keyColumns) {
            const BlockColumn &column = block.columns[std::size_t(index)];
            if (!key.empty())
                key += keySeparator;
            if (column.storage == Storage::Text) {
                key += column.texts[r];
                isWhole &= !column.texts[r].empty();
            } else {
                key += std::to_string(column.integers[r]);
                isWhole &= column.integers[r] != nullInteger;
            }
        }
        if (isWhole)
            m_rowKeys[r] = block.keep(std::move(key));
    }
    return m_rowKeys;
}

void RowConverter::settleOrders(RowBlock &block)
{
    if (!m_followsKeys)
        return;
    const std::vector<std::string_view> &orders = rowKeys(block);
    const bool looksUp = m_looksUpRows;
    const std::uint32_t firstOfBlock = m_nextRow;
    ++m_block;
    std::vector<std::uint32_t> recordOf; // per row of this block that is new, its record
    std::vector<std::uint32_t> kept;
    kept.reserve(block.rows.size());
    // Ten million keys lie all over memory: their places are asked for before they are looked at.
    constexpr std::size_t ahead = 16;
    m_hashes.resize(block.rows.size());
    for (std::size_t i = 0; i < block.rows.size(); ++i)
        m_hashes[i] = InternMap::hash(orders[block.rows[i]]);
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        if (i + ahead < block.rows.size())
            m_known.rows.prefetch(m_hashes[i + ahead]);
        const std::uint32_t r = block.rows[i];
        if (orders[r].empty()) {
            if (looksUp && m_plan.onDuplicate == OnDuplicate::UpdateOnly) {
                ++m_skipped;
                continue;
            }
            kept.push_back(r);
            recordOf.push_back(r);
            ++m_nextRow;
            continue;
        }
        const auto [id, isNew] = m_known.rows.insert(orders[r], m_hashes[i], m_nextRow);
        const bool isKnown = !isNew && id <= m_known.lastRow;
        if (!isKnown && m_plan.onDuplicate == OnDuplicate::UpdateOnly) {
            ++m_skipped;
            continue;
        }
        if (!isNew && !isKnown && m_plan.orderRows != OrderRows::EachRow) {
            ++m_merged;
            if (m_plan.orderRows == OrderRows::TotalOnce)
                continue;
            if (id >= firstOfBlock)
                addToRow(block, recordOf[id - firstOfBlock], r);
            else
                block.additions.push_back({id, r});
            continue;
        }
        if (isKnown && looksUp) {
            switch (m_plan.onDuplicate) {
            case OnDuplicate::Skip:
                ++m_skipped;
                continue;
            case OnDuplicate::Reject:
                reject(block, r,
                       m_plan.kind == Kind::Transactions ? Reject::DuplicateOrder
                                                         : Reject::DuplicateRow,
                       m_layout.columns[std::size_t(m_keyColumns.front())].source);
                continue;
            default:
                break;
            }
            // A second row of an order that this file has updated already.
            const auto [updated, isFirst] = m_updatedOrders.try_emplace(id, m_block, r);
            if (isFirst || m_plan.orderRows == OrderRows::EachRow) {
                block.updates.push_back({id, r});
                continue;
            }
            ++m_merged;
            if (m_plan.orderRows == OrderRows::TotalOnce)
                continue;
            if (updated->second.first == m_block)
                addToRow(block, updated->second.second, r);
            else
                block.additions.push_back({id, r});
            continue;
        }
        kept.push_back(r);
        recordOf.push_back(r);
        ++m_nextRow;
    }
    block.rows = std::move(kept);
}

void RowConverter::followTimes(const RowBlock &block)
{
    if (m_timeColumn < 0)
        return;
    const std::vector<std::int64_t> &times = block.columns[std::size_t(m_timeColumn)].integers;
    for (const std::uint32_t r : block.rows) {
        m_firstTime = std::min(m_firstTime, times[r]);
        m_lastTime = std::max(m_lastTime, times[r]);
    }
}

} // namespace Import
