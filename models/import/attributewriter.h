#pragma once

#include "models/import/rangeledger.h"
#include "models/import/rowconverter.h"
#include "models/import/rowupdater.h"

#include <cstdint>
#include <vector>

namespace Import {

/// Writes customer attributes, of a customers file or of any other whose columns are to be
/// attributes; where a customer comes several times, the last value stays. Throws SQLite::Exception.
class AttributeWriter final
{
public:
    AttributeWriter(SQLite::Database &connection, const std::vector<AttributeColumn> &attributes,
                    std::int64_t batch, std::int64_t lastKnownCustomer);

    [[nodiscard]] bool isNeeded() const { return m_isNeeded; }
    /// Of a customer that has just been added and has none yet.
    void append(const RowBlock &block, std::uint32_t record, std::int64_t customer);
    /// Of any customer. True: something changed. \a ledger is asked for known customers only.
    bool update(const RowBlock &block, std::uint32_t record, std::int64_t customer,
                RangeLedger *ledger);
    /// Writes the ranges of what was added.
    void finish();

private:
    SQLite::Database &m_connection;
    std::int64_t m_batch;
    std::int64_t m_lastKnown;
    bool m_isNeeded;
    RowUpdater m_updater;
};

/// A row of batch_range.
void insertRange(SQLite::Database &connection, std::int64_t batch, const std::string &table,
                 std::int64_t first, std::int64_t last, std::int64_t rows,
                 std::uint64_t fingerprint);

} // namespace Import
