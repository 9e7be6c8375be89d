#include "models/import/undovalues.h"

#include "models/import/mergedreferences.h"
#include "models/import/periodreplacer.h"
#include "models/import/rangeledger.h"
#include "models/import/rowedit.h"
#include "models/import/rowpack.h"
#include "models/import/tablelayout.h"
#include "models/workspace/rowcursor.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

/// Puts a row back that an edit removed. Its id may have been given out again meanwhile; it gets a
/// new one then, which is returned, and the rows that named it follow (see restoreValues).
std::int64_t putBack(SQLite::Database &connection, RangeLedger &ledger, const std::string &table,
                     std::int64_t id, QJsonObject values)
{
    const std::int64_t batch =
        values.take(QLatin1StringView(removedRowBatch)).toString().toLongLong();
    const std::string name = quotedName(table);
    SQLite::Statement taken(connection, "SELECT EXISTS(SELECT 1 FROM " + name + " WHERE rowid = ?)");
    taken.bind(1, id);
    taken.executeStep();
    const bool isTaken = taken.getColumn(0).getInt() != 0;
    if (isTaken)
        id = connection.execAndGet("SELECT max(rowid) + 1 FROM " + name).getInt64();
    std::string columns = "rowid";
    std::string marks = "?";
    for (const QString &column : values.keys()) {
        columns += ", " + quotedName(column.toStdString());
        marks += ", ?";
    }
    SQLite::Statement insert(connection,
                             "INSERT INTO " + name + '(' + columns + ") VALUES(" + marks + ')');
    insert.bind(1, id);
    int index = 1;
    for (auto value = values.constBegin(); value != values.constEnd(); ++value)
        bindKept(insert, ++index, *value);
    insert.exec();
    RowCursor row(connection,
                  "SELECT * FROM " + name + " WHERE rowid = " + std::to_string(id));
    if (row.next() && !isTaken)
        ledger.restore(table, id, batch, rowHash(row.statement()));
    return id;
}

/// A customer whose own import was undone meanwhile does not come back without rows.
void removeWithoutImport(SQLite::Database &connection, RangeLedger &ledger,
                         const std::vector<std::int64_t> &customers)
{
    for (const std::int64_t customer : customers) {
        const std::string id = std::to_string(customer);
        const std::int64_t batch = ledger.batchOf("customer", customer);
        SQLite::Statement undone(connection,
                                 "SELECT undone IS NOT NULL FROM import_batch WHERE id = ?");
        undone.bind(1, batch);
        if (!undone.executeStep() || undone.getColumn(0).getInt() == 0)
            continue;
        const bool isNamed = std::ranges::any_of(customerTables, [&](const char *table) {
            return connection
                       .execAndGet("SELECT EXISTS(SELECT 1 FROM " + std::string(table)
                                   + " WHERE customer = " + id + ')')
                       .getInt()
                   != 0;
        });
        if (isNamed)
            continue;
        for (const auto &[table, key] : {std::pair("customer_attribute", "customer"),
                                         std::pair("stage_change", "customer"),
                                         std::pair("customer", "id")}) {
            RowCursor row(connection, std::string("SELECT * FROM ") + table + " WHERE " + key + '='
                                          + id);
            if (row.next())
                ledger.adjust(table, customer, 0 - rowHash(row.statement()), -1);
            connection.exec(std::string("DELETE FROM ") + table + " WHERE " + key + '=' + id);
        }
    }
}

} // namespace

void restoreValues(Database &database, SQLite::Database &connection, std::int64_t batch,
                   const Progress &progress)
{
    struct Kept
    {
        std::string table;
        std::int64_t row;
        QByteArray old;
    };
    const std::string isSingle = " AND substr(old, 1, 8) <> '" + std::string(packMark) + '\'';
    if (connection
            .execAndGet("SELECT EXISTS(SELECT 1 FROM previous_value WHERE batch = "
                        + std::to_string(batch) + ')')
            .getInt()
        == 0)
        return;

    RangeLedger ledger(connection);
    PackedRows packed(connection, batch);
    connection.exec("CREATE TEMP TABLE later_value(id INTEGER PRIMARY KEY, tab TEXT, row INTEGER, "
                    "old TEXT, changed INTEGER DEFAULT 0)");
    connection.exec("INSERT INTO later_value(id, tab, row, old) SELECT rowid, tab, row, old FROM "
                    "previous_value WHERE batch > "
                    + std::to_string(batch) + isSingle);
    connection.exec("CREATE INDEX temp.later_row ON later_value(tab, row, id)");
    SQLite::Statement later(
        connection, "SELECT id, old FROM later_value WHERE tab = ? AND row = ? ORDER BY id");
    SQLite::Statement keep(connection, "UPDATE later_value SET old = ?, changed = 1 WHERE id = ?");
    constexpr std::int64_t inPack = -1; // in place of an entry's id
    const auto keepFor = [&keep](std::int64_t id, const std::string &old) {
        keep.bind(1, old);
        keep.bind(2, id);
        keep.exec();
        keep.reset();
    };
    std::map<std::int64_t, std::int64_t> newIds; // of customers whose old one is in use
    std::vector<std::int64_t> restored;
    SQLite::Statement query(connection, "SELECT tab, row, old FROM previous_value WHERE batch = ?"
                                            + isSingle + " ORDER BY rowid DESC");
    query.bind(1, batch);
    while (query.executeStep()) {
        Kept entry{query.getColumn(0).getText(), query.getColumn(1).getInt64(),
                   QByteArray(query.getColumn(2).getText())};
        QJsonObject values = QJsonDocument::fromJson(entry.old).object();
        const bool didNotExist = entry.old == "null";
        const bool isCustomer = entry.table == "customer" || entry.table == "customer_attribute";
        if (entry.table == "customer_attribute" && newIds.contains(entry.row)) {
            entry.row = newIds[entry.row];
            if (values.contains(QLatin1StringView(removedRowBatch)))
                values.insert(QLatin1StringView(removedRowBatch), u"0"_s); // not in its range any more
        }
        if (const auto owner = values.find(u"customer"_s); !isCustomer && owner != values.end()) {
            if (const auto other = newIds.find(owner->toString().toLongLong()); other != newIds.end())
                *owner = QString::number(other->second);
        }
        if (values.contains(QLatin1StringView(removedRowBatch))) {
            const std::int64_t id = putBack(connection, ledger, entry.table, entry.row, values);
            if (entry.table == "customer") {
                restored.push_back(id);
                if (id != entry.row)
                    newIds[entry.row] = id;
            }
            continue;
        }
        struct Later
        {
            std::int64_t id;
            QJsonObject old;
            bool changed = false;
        };
        std::vector<Later> laters;
        later.bind(1, entry.table);
        later.bind(2, entry.row);
        while (later.executeStep())
            laters.push_back(
                {later.getColumn(0).getInt64(),
                 QJsonDocument::fromJson(QByteArray(later.getColumn(1).getText())).object()});
        later.reset();
        if (const std::optional<QJsonObject> row = packed.find(entry.table, entry.row))
            laters.push_back({inPack, *row});
        const auto firstThatSet = [&laters](const QString &column) {
            return std::find_if(laters.begin(), laters.end(),
                                [&](const Later &change) { return change.old.contains(column); });
        };
        if (didNotExist && !laters.empty()) {
            // What nobody set later was not there either; the next change is now what made the row.
            const Result<std::vector<std::pair<std::string, std::string>>> columns =
                tableColumns(database, entry.table);
            for (std::size_t i = 1; columns && i < columns->size(); ++i) {
                const QString column = QString::fromStdString((*columns)[i].first);
                if (firstThatSet(column) == laters.end())
                    values.insert(column, QJsonValue::Null);
            }
            keepFor(laters.front().id, "null");
        } else {
            for (const QString &column : values.keys()) {
                const auto change = firstThatSet(column);
                if (change == laters.end())
                    continue;
                change->old.insert(column, values.take(column));
                change->changed = true;
            }
            for (const Later &change : laters) {
                if (change.changed && change.id == inPack)
                    packed.change(entry.row, change.old);
                else if (change.changed)
                    keepFor(change.id,
                            QJsonDocument(change.old).toJson(QJsonDocument::Compact).toStdString());
            }
        }

        const std::string where = " WHERE rowid = " + std::to_string(entry.row);
        const auto hashOfRow = [&]() -> std::uint64_t {
            RowCursor row(connection, "SELECT * FROM " + quotedName(entry.table) + where);
            return row.next() ? rowHash(row.statement()) : 0;
        };
        const std::uint64_t before = hashOfRow();
        if (before == 0)
            continue; // the row has gone meanwhile
        if (didNotExist && laters.empty()) {
            connection.exec("DELETE FROM " + quotedName(entry.table) + where);
            ledger.adjust(entry.table, entry.row, 0 - before, -1);
            continue;
        }
        for (auto value = values.begin(); value != values.end(); ++value) {
            SQLite::Statement restore(connection, "UPDATE " + quotedName(entry.table) + " SET "
                                                      + quotedName(value.key().toStdString()) + "=?"
                                                      + where);
            bindKept(restore, 1, *value);
            restore.exec();
        }
        ledger.adjust(entry.table, entry.row, hashOfRow() - before);
    }
    query.reset();
    packed.store();
    bringBackPeriod(connection, ledger, batch, progress);
    removeWithoutImport(connection, ledger, restored);
    ledger.store();
    connection.exec(
        "UPDATE previous_value SET old = (SELECT l.old FROM later_value l WHERE l.id = "
        "previous_value.rowid) WHERE rowid IN (SELECT id FROM later_value WHERE changed)");
    connection.exec("DROP TABLE temp.later_value");
    SQLite::Statement forget(connection, "DELETE FROM previous_value WHERE batch = ?");
    forget.bind(1, batch);
    forget.exec();
}

} // namespace Import
