#include "models/import/customerwriter.h"

namespace Import {

CustomerWriter::CustomerWriter(SQLite::Database &connection, const TableLayout &layout,
                               const std::vector<AttributeColumn> &attributes, std::int64_t batch,
                               std::int64_t lastKnownCustomer)
    : m_connection(connection)
    , m_batch(batch)
    , m_lastKnown(lastKnownCustomer)
    , m_attributes(attributes)
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
    m_customers = std::make_unique<BlockWriter>(connection.getHandle(), layout.table,
                                                std::move(columns), lastKnownCustomer + 1);
    m_customerUpdater =
        std::make_unique<RowUpdater>(connection, layout.table, "id", std::move(changes));
    std::vector<RowUpdater::Change> attributeChanges;
    for (std::size_t i = 0; i < attributes.size(); ++i)
        attributeChanges.push_back(
            {attributes[i].name, attributes[i].position, attributes[i].storage, i});
    m_attributeUpdater = std::make_unique<RowUpdater>(connection, "customer_attribute", "customer",
                                                   std::move(attributeChanges));
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
    m_customers->write(block.columns, m_pending.data(), m_pending.size());
    for (std::size_t i = 0; i < m_pending.size(); ++i)
        appendAttributes(block, m_pending[i], m_pendingCustomers[i]);
    m_pending.clear();
    m_pendingCustomers.clear();
}

void CustomerWriter::appendAttributes(const RowBlock &block, std::uint32_t record,
                                      std::int64_t customer)
{
    if (m_attributes.empty())
        return;
    m_attributeUpdater->insertNew(customer, block.attributes, record);
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
    const RowUpdater::Outcome more =
        m_attributeUpdater->apply(customer, block.attributes, record, keepFor);
    if (more.changed) {
        const bool covered = isKnown
                             && m_ledger->adjust("customer_attribute", customer, more.difference,
                                                 more.inserted ? 1 : 0);
        auto &added = m_attributeUpdater->added;
        if (!covered && (more.inserted || added.contains(customer)))
            added[customer] += more.difference;
    }
    ++(own.changed || more.changed ? m_updated : m_unchanged);
}

void CustomerWriter::finish()
{
    if (m_customers->rows() > 0)
        insertRange(m_connection, m_batch, "customer", m_customers->firstId(),
                    m_customers->nextId() - 1, m_customers->rows(), m_customers->fingerprint());
    // A range must hold no row but those of this import: new customers lie together, of known ones
    // only neighbours are put into one range.
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t rows = 0;
    std::uint64_t fingerprint = 0;
    const auto close = [&] {
        if (rows > 0)
            insertRange(m_connection, m_batch, "customer_attribute", first, last, rows,
                        fingerprint);
        rows = 0;
        fingerprint = 0;
    };
    for (const auto &[customer, hash] : m_attributeUpdater->added) {
        const bool together = rows > 0 && (customer == last + 1 || first > m_lastKnown);
        if (!together) {
            close();
            first = customer;
        }
        last = customer;
        ++rows;
        fingerprint += hash;
    }
    close();
    if (m_ledger)
        m_ledger->store();
}

void insertRange(SQLite::Database &connection, std::int64_t batch, const std::string &table,
                 std::int64_t first, std::int64_t last, std::int64_t rows,
                 std::uint64_t fingerprint)
{
    SQLite::Statement insert(connection, "INSERT INTO batch_range(batch, tab, first_id, last_id, "
                                         "rows, fingerprint) VALUES(?,?,?,?,?,?)");
    insert.bind(1, batch);
    insert.bind(2, table);
    insert.bind(3, first);
    insert.bind(4, last);
    insert.bind(5, rows);
    insert.bind(6, std::int64_t(fingerprint));
    insert.exec();
}

} // namespace Import
