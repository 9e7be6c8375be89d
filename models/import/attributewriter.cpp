#include "models/import/attributewriter.h"

namespace Import {

namespace {

std::vector<RowUpdater::Change> changesOf(const std::vector<AttributeColumn> &attributes)
{
    std::vector<RowUpdater::Change> changes;
    for (std::size_t i = 0; i < attributes.size(); ++i)
        changes.push_back({attributes[i].name, attributes[i].position, attributes[i].storage, i});
    return changes;
}

} // namespace

AttributeWriter::AttributeWriter(SQLite::Database &connection,
                                 const std::vector<AttributeColumn> &attributes,
                                 std::int64_t batch, std::int64_t lastKnownCustomer)
    : m_connection(connection)
    , m_batch(batch)
    , m_lastKnown(lastKnownCustomer)
    , m_isNeeded(!attributes.empty())
    , m_updater(connection, "customer_attribute", "customer", changesOf(attributes))
{}

void AttributeWriter::append(const RowBlock &block, std::uint32_t record, std::int64_t customer)
{
    if (m_isNeeded)
        m_updater.insertNew(customer, block.attributes, record);
}

bool AttributeWriter::update(const RowBlock &block, std::uint32_t record, std::int64_t customer,
                             RangeLedger *ledger)
{
    const bool isKnown = customer <= m_lastKnown;
    const RowUpdater::Outcome outcome =
        m_updater.apply(customer, block.attributes, record, isKnown ? m_batch : 0);
    if (!outcome.changed)
        return false;
    const bool covered = isKnown && ledger
                         && ledger->adjust("customer_attribute", customer, outcome.difference,
                                           outcome.inserted ? 1 : 0);
    if (!covered && (outcome.inserted || m_updater.added.contains(customer)))
        m_updater.added[customer] += outcome.difference;
    return true;
}

void AttributeWriter::finish()
{
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
    for (const auto &[customer, hash] : m_updater.added) {
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
