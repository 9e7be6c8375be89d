#include "models/import/rangeledger.h"

#include "models/workspace/fingerprint.h"

#include <sqlite3.h>

#include <utility>

namespace Import {

RangeLedger::RangeLedger(SQLite::Database &connection) : m_connection(connection)
{
    SQLite::Statement query(
        connection, "SELECT tab, first_id, last_id, batch, rows, fingerprint FROM batch_range");
    while (query.executeStep())
        m_ranges[query.getColumn(0).getText()][query.getColumn(1).getInt64()] = Range{
            query.getColumn(3).getInt64(), query.getColumn(2).getInt64(),
            query.getColumn(4).getInt64(), std::uint64_t(query.getColumn(5).getInt64()), false, false};
}

RangeLedger::Range *RangeLedger::find(const std::string &table, std::int64_t id)
{
    const auto ranges = m_ranges.find(table);
    if (ranges == m_ranges.end())
        return nullptr;
    auto range = ranges->second.upper_bound(id);
    if (range == ranges->second.begin())
        return nullptr;
    --range;
    return range->second.last >= id ? &range->second : nullptr;
}

bool RangeLedger::adjust(const std::string &table, std::int64_t id, std::uint64_t difference,
                         std::int64_t rows)
{
    Range *range = find(table, id);
    if (!range)
        return false;
    range->fingerprint += difference;
    range->rows += rows;
    range->changed = true;
    range->lostRows = range->lostRows || rows < 0;
    return true;
}

std::int64_t RangeLedger::batchOf(const std::string &table, std::int64_t id) const
{
    const Range *range = const_cast<RangeLedger *>(this)->find(table, id);
    return range ? range->batch : 0;
}

void RangeLedger::restore(const std::string &table, std::int64_t id, std::int64_t batch,
                          std::uint64_t hash)
{
    if (batch == 0 || adjust(table, id, hash, 1))
        return;
    auto &ranges = m_ranges[table];
    const auto next = ranges.upper_bound(id);
    if (next != ranges.begin()) {
        const auto before = std::prev(next);
        // A row between that no import covers must not come into the range.
        const bool isNext = id == before->second.last + 1
                            || m_connection
                                .execAndGet("SELECT NOT EXISTS(SELECT 1 FROM \"" + table
                                            + "\" WHERE rowid > " + std::to_string(before->second.last)
                                            + " AND rowid < " + std::to_string(id) + ')')
                                .getInt()
                            != 0;
        if (before->second.batch == batch && isNext) {
            before->second.last = id;
            adjust(table, id, hash, 1);
            return;
        }
    }
    SQLite::Statement insert(m_connection,
                             "INSERT INTO batch_range(batch, tab, first_id, last_id, rows, "
                             "fingerprint) VALUES(?, ?, ?, ?, 1, ?)");
    insert.bind(1, batch);
    insert.bind(2, table);
    insert.bind(3, id);
    insert.bind(4, id);
    insert.bind(5, std::int64_t(hash));
    insert.exec();
    ranges[id] = Range{batch, id, 1, hash, false, false};
}

bool RangeLedger::covers(const std::string &table, std::int64_t id) const
{
    return const_cast<RangeLedger *>(this)->find(table, id) != nullptr;
}

void RangeLedger::store()
{
    SQLite::Statement update(
        m_connection,
        "UPDATE batch_range SET rows = ?, fingerprint = ?, last_id = ? WHERE tab = ? AND "
        "first_id = ?");
    SQLite::Statement remove(m_connection,
                             "DELETE FROM batch_range WHERE tab = ? AND first_id = ?");
    for (auto &[table, ranges] : m_ranges) {
        for (auto &[first, range] : ranges) {
            if (!range.changed)
                continue;
            range.changed = false;
            if (range.rows == 0) {
                remove.bind(1, table);
                remove.bind(2, first);
                remove.exec();
                remove.reset();
                continue;
            }
            if (std::exchange(range.lostRows, false))
                range.last = m_connection
                                 .execAndGet("SELECT max(rowid) FROM \"" + table
                                             + "\" WHERE rowid BETWEEN " + std::to_string(first)
                                             + " AND " + std::to_string(range.last))
                                 .getInt64();
            update.bind(1, range.rows);
            update.bind(2, std::int64_t(range.fingerprint));
            update.bind(3, range.last);
            update.bind(4, table);
            update.bind(5, first);
            update.exec();
            update.reset();
        }
    }
}

std::uint64_t rowHash(sqlite3_stmt *row)
{
    Fingerprint::Row hash(sqlite3_column_int64(row, 0));
    const int columns = sqlite3_column_count(row);
    for (int column = 1; column < columns; ++column) {
        switch (sqlite3_column_type(row, column)) {
        case SQLITE_INTEGER:
            hash.integer(unsigned(column), sqlite3_column_int64(row, column));
            break;
        case SQLITE_FLOAT:
            hash.real(unsigned(column), sqlite3_column_double(row, column));
            break;
        case SQLITE_TEXT:
            hash.text(unsigned(column),
                      {reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                       std::size_t(sqlite3_column_bytes(row, column))});
            break;
        default:
            break;
        }
    }
    return hash.hash();
}

} // namespace Import
