#include "models/import/customerwriter.h"

namespace Import {

CustomerWriter::CustomerWriter(SQLite::Database &connection, const TableLayout &layout,
                               const std::vector<AttributeColumn> &attributes, std::int64_t batch,
                               std::int64_t lastKnownCustomer)
    : m_connection(connection)
    , m_batch(batch)
    , m_lastKnown(lastKnownCustomer)
    , m_attributes(connection, attributes, batch, lastKnownCustomer)
{
    std::vector<BlockWriter::Column> columns;
    std::vector<RowUpdater::Change> changes;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const TableColumn &column = layout.columns[i];
        columns.push_back({column.name, column.position, column.storage, i,
                           column.constant.has_value(), column.constant.value_or(0),
                           column.constantText});
        if (!column.constant && column.name != "ref")
            changes.push_back({column.name, column.position, column.storage, i});
    }
    m_customers = std::make_unique<BlockWriter>(connection, layout.table, columns,
                                                lastKnownCustomer + 1);
    m_customerUpdater =
        std::make_unique<RowUpdater>(connection, layout.table, "id", std::move(changes));
}

CustomerWriter::~CustomerWriter() = default;

void CustomerWriter::write(const RowBlock &block)
{
    std::int64_t next = m_customers->nextId();
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const std::int64_t customer = block.customers[i];
        if (customer == next) {
            m_pending.push_back(block.rows[i]);
            m_pendingCustomers.push_back(block.customers[i]);
            ++next;
            continue;
        }
        if (customer >= m_customers->nextId())
            flush(block); // a second row of a customer that is not written yet
        update(block, block.rows[i], customer);
    }
    flush(block);
}

void CustomerWriter::flush(const RowBlock &block)
{
    m_customers->append(m_customers->form(block, m_pending.data(), m_pending.size()));
    for (std::size_t i = 0; i < m_pending.size(); ++i)
        m_attributes.append(block, m_pending[i], m_pendingCustomers[i]);
    m_pending.clear();
    m_pendingCustomers.clear();
}

void CustomerWriter::update(const RowBlock &block, std::uint32_t record, std::int64_t customer)
{
    const bool isKnown = customer <= m_lastKnown;
    if (isKnown && !m_ledger)
        m_ledger.emplace(m_connection);
    const std::int64_t keepFor = isKnown ? m_batch : 0;
    const RowUpdater::Outcome own = m_customerUpdater->apply(customer, block.columns, record, keepFor);
    if (own.changed) {
        if (isKnown)
            m_ledger->adjust("customer", customer, own.difference);
        else
            m_customers->adjustFingerprint(own.difference);
    }
    const bool more =
        m_attributes.update(block, record, customer, m_ledger ? &*m_ledger : nullptr);
    ++(own.changed || more ? m_updated : m_unchanged);
}

void CustomerWriter::finish()
{
    if (m_customers->rows() > 0)
        insertRange(m_connection, m_batch, "customer", m_customers->firstId(),
                    m_customers->nextId() - 1, m_customers->rows(), m_customers->fingerprint());
    m_attributes.finish();
    if (m_ledger)
        m_ledger->store();
}

} // namespace Import
