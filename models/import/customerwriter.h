#pragma once

#include "models/import/attributewriter.h"
#include "models/import/blockwriter.h"
#include "models/import/rangeledger.h"
#include "models/import/rowconverter.h"
#include "models/import/rowupdater.h"

#include <memory>
#include <optional>
#include <vector>

namespace Import {

/// Writes the rows of a customers file: new ones appended, known ones updated with what was there
/// kept in previous_value, so that the import can be taken back. An empty cell leaves what is
/// there. Throws SQLite::Exception.
class CustomerWriter final
{
public:
    CustomerWriter(SQLite::Database &connection, const TableLayout &layout,
                   const std::vector<AttributeColumn> &attributes, std::int64_t batch,
                   std::int64_t lastKnownCustomer);
    ~CustomerWriter();

    void write(const RowBlock &block);
    /// Writes the ranges of what was appended and changed.
    void finish();

    [[nodiscard]] std::int64_t inserted() const { return m_customers->rows(); }
    [[nodiscard]] std::int64_t updated() const { return m_updated; }
    [[nodiscard]] std::int64_t unchanged() const { return m_unchanged; }

private:
    void flush(const RowBlock &block);
    void update(const RowBlock &block, std::uint32_t record, std::int64_t customer);

    SQLite::Database &m_connection;
    std::int64_t m_batch;
    std::int64_t m_lastKnown;
    std::unique_ptr<BlockWriter> m_customers;
    std::unique_ptr<RowUpdater> m_customerUpdater;
    AttributeWriter m_attributes;
    std::optional<RangeLedger> m_ledger;           ///< read when the first known customer comes
    std::vector<std::uint32_t> m_pending;          ///< records to append
    std::vector<std::uint32_t> m_pendingCustomers; ///< their row ids
    std::int64_t m_updated = 0;
    std::int64_t m_unchanged = 0;
};

} // namespace Import
