#include "models/import/customerwriter.h"

#include "models/workspace/fingerprint.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <sqlite3.h>

#include <map>

namespace Import {

namespace {

void check(sqlite3 *connection, int code)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw SQLite::Exception(connection, code);
}

sqlite3_stmt *prepared(sqlite3 *connection, const std::string &sql)
{
    sqlite3_stmt *statement = nullptr;
    check(connection, sqlite3_prepare_v3(connection, sql.c_str(), int(sql.size()) + 1,
                                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

QJsonValue jsonValue(sqlite3_stmt *row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    // A JSON number is a double: whole numbers go as text and come back exactly.
    case SQLITE_INTEGER:
        return QString::number(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
        return QString::number(sqlite3_column_double(row, column), 'g', 17);
    case SQLITE_TEXT:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                                 sqlite3_column_bytes(row, column));
    default:
        return QJsonValue::Null;
    }
}

} // namespace

/// One value of a record that goes to one column.
struct CustomerWriter::Change
{
    std::string name;
    unsigned position = 0;
    Storage storage = Storage::Text;
    std::size_t source = 0;

    [[nodiscard]] bool isNull(const BlockColumn &values, std::uint32_t record) const
    {
        switch (storage) {
        case Storage::Integer:
            return values.integers[record] == nullInteger;
        case Storage::Real:
            return std::isnan(values.reals[record]);
        case Storage::Text:
            return values.texts[record].empty();
        }
        return true;
    }
    [[nodiscard]] bool equals(sqlite3_stmt *row, const BlockColumn &values,
                              std::uint32_t record) const
    {
        const int column = int(position);
        switch (storage) {
        case Storage::Integer:
            return sqlite3_column_type(row, column) == SQLITE_INTEGER
                   && sqlite3_column_int64(row, column) == values.integers[record];
        case Storage::Real:
            return sqlite3_column_type(row, column) == SQLITE_FLOAT
                   && sqlite3_column_double(row, column) == values.reals[record];
        case Storage::Text:
            return sqlite3_column_type(row, column) == SQLITE_TEXT
                   && std::string_view(
                          reinterpret_cast<const char *>(sqlite3_column_text(row, column)),
                          std::size_t(sqlite3_column_bytes(row, column)))
                          == values.texts[record];
        }
        return false;
    }
    void bind(sqlite3_stmt *statement, int at, const BlockColumn &values,
              std::uint32_t record) const
    {
        switch (storage) {
        case Storage::Integer:
            sqlite3_bind_int64(statement, at, values.integers[record]);
            break;
        case Storage::Real:
            sqlite3_bind_double(statement, at, values.reals[record]);
            break;
        case Storage::Text:
            sqlite3_bind_text(statement, at, values.texts[record].data(),
                              int(values.texts[record].size()), SQLITE_STATIC);
            break;
        }
    }
};

/// Updates rows of one table that is keyed by customer.
class CustomerWriter::Updater final
{
public:
    Updater(SQLite::Database &connection, std::string table, const std::string &key,
            std::vector<Change> changes)
        : m_connection(connection.getHandle())
        , m_table(std::move(table))
        , m_changes(std::move(changes))
    {
        if (m_changes.empty())
            return;
        m_select =
            prepared(m_connection, "SELECT * FROM " + quotedName(m_table) + " WHERE " + key + "=?");
        std::string set;
        std::string names = key;
        std::string marks = "?1";
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const std::string name = quotedName(m_changes[i].name);
            const std::string mark = '?' + std::to_string(i + 2);
            set += (i ? "," : "") + name + "=coalesce(" + mark + ',' + name + ')';
            names += ',' + name;
            marks += ',' + mark;
        }
        m_update = prepared(m_connection, "UPDATE " + quotedName(m_table) + " SET " + set
                                              + " WHERE " + key + "=?1");
        m_insert = prepared(m_connection, "INSERT INTO " + quotedName(m_table) + '(' + names
                                              + ")VALUES(" + marks + ')');
        m_keep =
            prepared(m_connection, "INSERT INTO previous_value(batch,tab,row,old)VALUES(?,?,?,?)");
    }
    ~Updater()
    {
        for (sqlite3_stmt *statement : {m_select, m_update, m_insert, m_keep})
            sqlite3_finalize(statement);
    }
    Updater(const Updater &) = delete;
    Updater &operator=(const Updater &) = delete;

    /// What one row turned into.
    struct Outcome
    {
        bool changed = false;
        bool inserted = false;
        std::uint64_t difference = 0; ///< new hash minus old
    };

    /// \a keepFor: the batch under which the old values are kept; 0: the row is of this import
    /// itself.
    Outcome apply(std::int64_t customer, const std::vector<BlockColumn> &columns,
                  std::uint32_t record, std::int64_t keepFor)
    {
        Outcome outcome;
        if (m_changes.empty())
            return outcome;
        sqlite3_bind_int64(m_select, 1, customer);
        const int code = sqlite3_step(m_select);
        check(m_connection, code);
        const bool exists = code == SQLITE_ROW;
        const std::uint64_t before = exists ? rowHash(m_select) : 0;
        QJsonObject old;
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const Change &change = m_changes[i];
            const BlockColumn &values = columns[change.source];
            if (change.isNull(values, record)
                || (exists && change.equals(m_select, values, record))) {
                sqlite3_bind_null(exists ? m_update : m_insert, int(i) + 2);
                continue;
            }
            change.bind(exists ? m_update : m_insert, int(i) + 2, values, record);
            outcome.changed = true;
            if (exists && keepFor)
                old.insert(QString::fromStdString(change.name),
                           jsonValue(m_select, int(change.position)));
        }
        sqlite3_reset(m_select);
        if (!outcome.changed)
            return outcome;
        outcome.inserted = !exists;
        sqlite3_stmt *statement = exists ? m_update : m_insert;
        sqlite3_bind_int64(statement, 1, customer);
        sqlite3_step(statement);
        check(m_connection, sqlite3_reset(statement));
        if (keepFor) {
            const QByteArray json =
                exists ? QJsonDocument(old).toJson(QJsonDocument::Compact) : QByteArray("null");
            sqlite3_bind_int64(m_keep, 1, keepFor);
            sqlite3_bind_text(m_keep, 2, m_table.c_str(), int(m_table.size()), SQLITE_STATIC);
            sqlite3_bind_int64(m_keep, 3, customer);
            sqlite3_bind_text(m_keep, 4, json.constData(), int(json.size()), SQLITE_STATIC);
            sqlite3_step(m_keep);
            check(m_connection, sqlite3_reset(m_keep));
        }
        sqlite3_bind_int64(m_select, 1, customer);
        check(m_connection, sqlite3_step(m_select));
        outcome.difference = rowHash(m_select) - before;
        sqlite3_reset(m_select);
        return outcome;
    }

    /// The row of a customer that has none: nothing to compare with, so the hash comes from the
    /// values.
    void insertNew(std::int64_t customer, const std::vector<BlockColumn> &columns,
                   std::uint32_t record)
    {
        Fingerprint::Row hash(customer);
        bool any = false;
        for (std::size_t i = 0; i < m_changes.size(); ++i) {
            const Change &change = m_changes[i];
            const BlockColumn &values = columns[change.source];
            if (change.isNull(values, record)) {
                sqlite3_bind_null(m_insert, int(i) + 2);
                continue;
            }
            any = true;
            change.bind(m_insert, int(i) + 2, values, record);
            switch (change.storage) {
            case Storage::Integer:
                hash.integer(change.position, values.integers[record]);
                break;
            case Storage::Real:
                hash.real(change.position, values.reals[record]);
                break;
            case Storage::Text:
                hash.text(change.position, values.texts[record]);
                break;
            }
        }
        if (!any)
            return;
        sqlite3_bind_int64(m_insert, 1, customer);
        sqlite3_step(m_insert);
        check(m_connection, sqlite3_reset(m_insert));
        added[customer] += hash.hash();
    }

    /// Rows added for customers without one, and hashes of those no import covered before.
    std::map<std::int64_t, std::uint64_t> added;

private:
    sqlite3 *m_connection;
    std::string m_table;
    std::vector<Change> m_changes;
    sqlite3_stmt *m_select = nullptr;
    sqlite3_stmt *m_update = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_keep = nullptr;
};

CustomerWriter::CustomerWriter(SQLite::Database &connection, const TableLayout &layout,
                               const std::vector<AttributeColumn> &attributes, std::int64_t batch,
                               std::int64_t lastKnownCustomer)
    : m_connection(connection)
    , m_batch(batch)
    , m_lastKnown(lastKnownCustomer)
    , m_attributes(attributes)
{
    std::vector<BlockWriter::Column> columns;
    std::vector<Change> changes;
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
        std::make_unique<Updater>(connection, layout.table, "id", std::move(changes));
    std::vector<Change> attributeChanges;
    for (std::size_t i = 0; i < attributes.size(); ++i)
        attributeChanges.push_back(
            {attributes[i].name, attributes[i].position, attributes[i].storage, i});
    m_attributeUpdater = std::make_unique<Updater>(connection, "customer_attribute", "customer",
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
    const Updater::Outcome own = m_customerUpdater->apply(customer, block.columns, record, keepFor);
    if (own.changed) {
        if (isKnown)
            m_ledger->adjust("customer", customer, own.difference);
        else
            m_customers->adjustFingerprint(own.difference);
    }
    const Updater::Outcome more =
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
