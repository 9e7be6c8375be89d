#pragma once

#include "models/import/blockwriter.h"
#include "models/import/rangeledger.h"
#include "models/import/rowupdater.h"

#include <optional>
#include <string>
#include <vector>

namespace Import {

/// Changes rows that are there already: those the workspace knows by their key, and orders whose
/// further rows come in a later piece of the file. Throws SQLite::Exception.
class OrderWriter final
{
public:
    /// \a keys: the columns by which rows are found, see keyColumns().
    OrderWriter(SQLite::Database &connection, const TableLayout &layout,
                const std::vector<std::string> &keys, std::int64_t batch, std::int64_t lastKnownRow);

    /// To be called after the rows of \a block were appended by \a rows.
    void write(const RowBlock &block, BlockWriter &rows);
    void finish();

    [[nodiscard]] std::int64_t updated() const { return m_updated; }
    [[nodiscard]] std::int64_t unchanged() const { return m_unchanged; }

private:
    void add(const RowBlock &block, const RowChange &change, BlockWriter &rows);
    void adjust(std::int64_t row, std::uint64_t difference, BlockWriter &rows);

    SQLite::Database &m_connection;
    std::string m_table;
    std::int64_t m_batch;
    std::int64_t m_lastKnown;
    RowUpdater m_updater;
    int m_amount = -1;
    int m_margin = -1;
    int m_quantity = -1;
    std::optional<RangeLedger> m_ledger; ///< read when the first known order comes
    std::int64_t m_updated = 0;
    std::int64_t m_unchanged = 0;
};

} // namespace Import
