#include "models/import/periodreplacer.h"

#include "models/import/mergedreferences.h"
#include "models/import/tablelayout.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>
#include <variant>

namespace Import {

namespace {

const std::string isPack = "substr(old, 1, 8) = '" + std::string(packMark) + '\'';

RowPack unpacked(const SQLite::Column &old)
{
    std::optional<RowPack> pack =
        RowPack::fromText({old.getText(), std::size_t(old.getBytes())});
    if (!pack)
        throw SQLite::Exception("the rows that an import replaced are damaged", SQLITE_CORRUPT);
    return *std::move(pack);
}

void bind(SQLite::Statement &statement, int index, const RowPack::Value &value)
{
    std::visit(
        [&](const auto &plain) {
            if constexpr (std::is_same_v<std::decay_t<decltype(plain)>, std::monostate>)
                statement.bind(index);
            else
                statement.bind(index, plain);
        },
        value);
}

/// Writes the rows of packs back into one table.
class Restorer
{
public:
    Restorer(SQLite::Database &connection, RangeLedger &ledger, std::string table)
        : m_connection(connection)
        , m_ledger(ledger)
        , m_table(std::move(table))
        , m_name(quotedName(m_table))
        , m_isTaken(connection, "SELECT EXISTS(SELECT 1 FROM " + m_name + " WHERE rowid = ?)")
        , m_read(connection, "SELECT * FROM " + m_name + " WHERE rowid = ?")
        , m_isKnown(connection, "SELECT EXISTS(SELECT 1 FROM customer WHERE id = ?)")
    {
    }

    [[nodiscard]] const std::string &table() const { return m_table; }

    void putBack(const RowPack &pack)
    {
        const auto customer = std::ranges::find(pack.columns(), "customer");
        SQLite::Statement insert(m_connection, insertion(pack.columns()));
        for (const RowPack::Row &row : pack.rows()) {
            const bool isTaken = flag(m_isTaken, row.id);
            const std::int64_t id =
                isTaken ? m_connection.execAndGet("SELECT max(rowid) + 1 FROM " + m_name).getInt64()
                        : row.id;
            insert.bind(1, id);
            for (std::size_t i = 0; i < row.values.size(); ++i)
                bind(insert, int(i) + 2, row.values[i]);
            if (customer != pack.columns().end())
                followMerges(insert, int(customer - pack.columns().begin()), row, id);
            insert.exec();
            insert.reset();
            if (isTaken)
                continue;
            sqlite3_bind_int64(m_read.statement(), 1, id);
            if (m_read.next())
                m_ledger.restore(m_table, id, pack.batch(), rowHash(m_read.statement()));
            sqlite3_reset(m_read.statement());
        }
    }

private:
    [[nodiscard]] static bool flag(SQLite::Statement &question, std::int64_t id)
    {
        question.bind(1, id);
        question.executeStep();
        const bool answer = question.getColumn(0).getInt() != 0;
        question.reset();
        return answer;
    }

    [[nodiscard]] std::string insertion(const std::vector<std::string> &columns) const
    {
        std::string names = "rowid";
        std::string marks = "?";
        for (const std::string &column : columns) {
            names += ", " + quotedName(column);
            marks += ", ?";
        }
        return "INSERT INTO " + m_name + '(' + names + ") VALUES(" + marks + ')';
    }

    /// The customer of \a row may be part of another one now.
    void followMerges(SQLite::Statement &insert, int at, const RowPack::Row &row, std::int64_t id)
    {
        const auto *first = std::get_if<std::int64_t>(&row.values[std::size_t(at)]);
        if (!first || (*first == m_lastCustomer && !m_lastIsMerged))
            return;
        m_lastCustomer = *first;
        m_lastIsMerged = !flag(m_isKnown, *first);
        if (!m_lastIsMerged)
            return;
        if (!m_merged)
            m_merged = mergedCustomers(m_connection);
        std::int64_t customer = *first;
        std::int64_t lastMerge = 0;
        for (auto into = m_merged->find(customer);
             into != m_merged->end() && into->second.batch > lastMerge;
             into = m_merged->find(customer)) {
            SQLite::Statement keep(
                m_connection, "INSERT INTO previous_value(batch, tab, row, old) VALUES(?, ?, ?, ?)");
            keep.bind(1, into->second.batch);
            keep.bind(2, m_table);
            keep.bind(3, id);
            keep.bind(4, "{\"customer\":\"" + std::to_string(customer) + "\"}");
            keep.exec();
            customer = into->second.keep;
            lastMerge = into->second.batch;
        }
        insert.bind(at + 2, customer);
    }

    SQLite::Database &m_connection;
    RangeLedger &m_ledger;
    std::string m_table;
    std::string m_name;
    SQLite::Statement m_isTaken;
    RowCursor m_read;
    SQLite::Statement m_isKnown;
    std::optional<std::map<std::int64_t, MergedCustomer>> m_merged;
    std::int64_t m_lastCustomer = 0;
    bool m_lastIsMerged = false;
};

} // namespace

std::int64_t removePeriod(SQLite::Database &connection, const std::string &table,
                          const std::string &column, std::int64_t first, std::int64_t last,
                          std::int64_t lastKnown, std::int64_t batch)
{
    const std::string where = " WHERE id <= " + std::to_string(lastKnown) + " AND "
                              + quotedName(column) + " BETWEEN " + std::to_string(first) + " AND "
                              + std::to_string(last);
    RangeLedger ledger(connection);
    SQLite::Statement keep(connection,
                           "INSERT INTO previous_value(batch, tab, row, old) VALUES(?, ?, ?, ?)");
    std::optional<RowPack> pack;
    const auto write = [&] {
        if (!pack || pack->isEmpty())
            return;
        keep.bind(1, batch);
        keep.bind(2, table);
        keep.bind(3, pack->firstId());
        keep.bind(4, pack->text());
        keep.exec();
        keep.reset();
    };
    std::int64_t rows = 0;
    {
        RowCursor row(connection, "SELECT * FROM " + quotedName(table) + where + " ORDER BY id");
        std::vector<std::string> columns;
        for (int i = 1; i < row.columns(); ++i)
            columns.emplace_back(sqlite3_column_name(row.statement(), i));
        while (row.next()) {
            const std::int64_t id = row.integer(0);
            const std::int64_t broughtBy = ledger.batchOf(table, id);
            if (!pack || pack->isFull() || pack->batch() != broughtBy) {
                write();
                pack.emplace(columns, broughtBy);
            }
            pack->add(row.statement());
            ledger.adjust(table, id, 0 - rowHash(row.statement()), -1);
            ++rows;
        }
    }
    write();
    connection.exec("DELETE FROM " + quotedName(table) + where);
    ledger.store();
    return rows;
}

void bringBackPeriod(SQLite::Database &connection, RangeLedger &ledger, std::int64_t batch,
                     const Progress &progress)
{
    const std::string packs = " FROM previous_value WHERE batch = " + std::to_string(batch) + " AND " + isPack;
    const int count = connection.execAndGet("SELECT count(*)" + packs).getInt();
    if (count == 0)
        return;
    SQLite::Statement query(connection, "SELECT tab, old" + packs + " ORDER BY rowid");
    std::optional<Restorer> restorer;
    for (int done = 0; query.executeStep(); ++done) {
        progress.report(double(done) / count,
                        QCoreApplication::translate("Import::Undo", "Taking back rows"));
        const std::string table = query.getColumn(0).getText();
        if (!restorer || restorer->table() != table)
            restorer.emplace(connection, ledger, table);
        restorer->putBack(unpacked(query.getColumn(1)));
    }
}

void nameCustomersOfPacks(SQLite::Database &connection, std::int64_t first, std::int64_t last)
{
    SQLite::Statement query(connection, "SELECT old FROM previous_value WHERE " + isPack);
    SQLite::Statement name(connection, "INSERT OR IGNORE INTO named_customer VALUES(?)");
    while (query.executeStep()) {
        const RowPack pack = unpacked(query.getColumn(0));
        const auto column = std::ranges::find(pack.columns(), "customer");
        if (column == pack.columns().end())
            continue;
        for (const RowPack::Row &row : pack.rows()) {
            const auto *customer =
                std::get_if<std::int64_t>(&row.values[std::size_t(column - pack.columns().begin())]);
            if (!customer || *customer < first || *customer > last)
                continue;
            name.bind(1, *customer);
            name.exec();
            name.reset();
        }
    }
}

PackedRows::PackedRows(SQLite::Database &connection, std::int64_t batch) : m_connection(connection)
{
    SQLite::Statement query(connection,
                            "SELECT rowid, tab, row, json_extract(old, '$.\"*last\"') FROM "
                            "previous_value WHERE batch > ? AND "
                                + isPack);
    query.bind(1, batch);
    while (query.executeStep())
        m_places.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getText(),
                            query.getColumn(2).getInt64(), query.getColumn(3).getInt64()});
}

std::optional<QJsonObject> PackedRows::find(const std::string &table, std::int64_t row)
{
    for (const Place &place : m_places) {
        if (place.table != table || row < place.first || row > place.last)
            continue;
        if (m_open != place.entry) {
            store();
            SQLite::Statement query(m_connection, "SELECT old FROM previous_value WHERE rowid = ?");
            query.bind(1, place.entry);
            if (!query.executeStep())
                continue;
            m_pack = unpacked(query.getColumn(0));
            m_open = place.entry;
        }
        if (std::optional<QJsonObject> kept = m_pack->kept(row))
            return kept;
    }
    return {};
}

void PackedRows::change(std::int64_t row, const QJsonObject &values)
{
    m_pack->setKept(row, values);
    m_isChanged = true;
}

void PackedRows::store()
{
    if (!std::exchange(m_isChanged, false))
        return;
    SQLite::Statement update(m_connection, "UPDATE previous_value SET old = ? WHERE rowid = ?");
    update.bind(1, m_pack->text());
    update.bind(2, m_open);
    update.exec();
}

} // namespace Import
