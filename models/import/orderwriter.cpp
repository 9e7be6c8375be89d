#include "models/import/orderwriter.h"

#include "models/workspace/rowcursor.h"

#include <algorithm>
#include <cmath>

namespace Import {

namespace {

/// All columns but those by which the row was found.
std::vector<RowUpdater::Change> changesOf(const TableLayout &layout,
                                          const std::vector<std::string> &keys)
{
    std::vector<RowUpdater::Change> changes;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const TableColumn &column = layout.columns[i];
        if (!column.constant && std::ranges::find(keys, column.name) == keys.end())
            changes.push_back({column.name, column.position, column.storage, i});
    }
    return changes;
}

int filledColumn(const TableLayout &layout, const char *name)
{
    const int index = layout.columnOf(name);
    return index >= 0 && layout.columns[std::size_t(index)].constant ? -1 : index;
}

std::uint64_t hashOf(SQLite::Database &connection, std::int64_t row)
{
    RowCursor cursor(connection, "SELECT * FROM purchase WHERE id = " + std::to_string(row));
    return cursor.next() ? rowHash(cursor.statement()) : 0;
}

} // namespace

OrderWriter::OrderWriter(SQLite::Database &connection, const TableLayout &layout,
                         const std::vector<std::string> &keys, std::int64_t batch,
                         std::int64_t lastKnownRow)
    : m_connection(connection)
    , m_table(layout.table)
    , m_batch(batch)
    , m_lastKnown(lastKnownRow)
    , m_updater(connection, layout.table, "id", changesOf(layout, keys))
    , m_amount(filledColumn(layout, "amount"))
    , m_margin(filledColumn(layout, "margin"))
    , m_quantity(filledColumn(layout, "quantity"))
{}

void OrderWriter::adjust(std::int64_t row, std::uint64_t difference, BlockWriter &rows)
{
    if (row > m_lastKnown) {
        rows.adjustFingerprint(difference);
        return;
    }
    if (!m_ledger)
        m_ledger.emplace(m_connection);
    m_ledger->adjust(m_table, row, difference);
}

void OrderWriter::write(const RowBlock &block, BlockWriter &rows)
{
    for (const RowChange &change : block.updates) {
        const RowUpdater::Outcome outcome =
            m_updater.apply(change.row, block.columns, change.record, m_batch);
        if (outcome.changed)
            adjust(change.row, outcome.difference, rows);
        ++(outcome.changed ? m_updated : m_unchanged);
    }
    for (const RowChange &change : block.additions)
        add(block, change, rows);
}

void OrderWriter::add(const RowBlock &block, const RowChange &change, BlockWriter &rows)
{
    const std::uint64_t before = hashOf(m_connection, change.row);
    const auto money = [&](int column) {
        return column < 0 ? nullInteger
                          : block.columns[std::size_t(column)].integers[change.record];
    };
    SQLite::Statement sum(m_connection,
                          "UPDATE purchase SET amount = amount + coalesce(?1, 0), "
                          "margin = coalesce(margin + ?2, margin, ?2), "
                          "quantity = coalesce(quantity + ?3, quantity, ?3) WHERE id = ?4");
    if (const std::int64_t amount = money(m_amount); amount != nullInteger)
        sum.bind(1, amount);
    if (const std::int64_t margin = money(m_margin); margin != nullInteger)
        sum.bind(2, margin);
    if (m_quantity >= 0) {
        const double quantity = block.columns[std::size_t(m_quantity)].reals[change.record];
        if (!std::isnan(quantity))
            sum.bind(3, quantity);
    }
    sum.bind(4, change.row);
    sum.exec();
    adjust(change.row, hashOf(m_connection, change.row) - before, rows);
}

void OrderWriter::finish()
{
    if (m_ledger)
        m_ledger->store();
}

} // namespace Import
