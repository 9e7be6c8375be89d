#pragma once

#include "models/core/progress.h"
#include "models/import/rangeledger.h"
#include "models/import/rowpack.h"
#include "models/workspace/database.h"

#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace Import {

/// Takes the rows of \a table with \a first ≤ \a column ≤ \a last and an id up to \a lastKnown out of
/// the workspace and keeps them whole in previous_value under \a batch, packed, so that undoing the
/// import brings them back. Returns how many. Throws SQLite::Exception.
std::int64_t removePeriod(SQLite::Database &connection, const std::string &table,
                          const std::string &column, std::int64_t first, std::int64_t last,
                          std::int64_t lastKnown, std::int64_t batch);

/// Brings back what removePeriod() took out for \a batch. A row whose id has been given out again
/// gets a new one; one whose customer was merged into another one meanwhile goes to that one, and
/// undoing the merge gives it back. Throws SQLite::Exception.
void bringBackPeriod(SQLite::Database &connection, RangeLedger &ledger, std::int64_t batch,
                     const Progress &progress);

/// Adds the customers with ids from \a first to \a last that packed rows name to the table
/// named_customer, a column of ids. Throws SQLite::Exception.
void nameCustomersOfPacks(SQLite::Database &connection, std::int64_t first, std::int64_t last);

/// Single rows within what later imports took out: undoing an earlier change of such a row changes
/// what will be brought back. Throws SQLite::Exception.
class PackedRows final
{
public:
    /// Looks at imports later than \a batch.
    PackedRows(SQLite::Database &connection, std::int64_t batch);

    /// The row's values as previous_value writes them; empty: no later import took it out.
    [[nodiscard]] std::optional<QJsonObject> find(const std::string &table, std::int64_t row);
    /// Changes the row that find() found last.
    void change(std::int64_t row, const QJsonObject &values);
    /// Writes what changed.
    void store();

private:
    struct Place
    {
        std::int64_t entry = 0;
        std::string table;
        std::int64_t first = 0;
        std::int64_t last = 0;
    };

    SQLite::Database &m_connection;
    std::vector<Place> m_places;
    std::int64_t m_open = 0; ///< the entry that m_pack is; 0: none
    std::optional<RowPack> m_pack;
    bool m_isChanged = false;
};

} // namespace Import
