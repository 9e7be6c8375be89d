#include "models/import/importjob.h"

#include "models/import/keptstages.h"
#include "models/import/periodreplacer.h"
#include "models/import/rangeledger.h"
#include "models/import/rowedit.h"
#include "models/import/tablelayout.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Undo)
};

struct Range
{
    std::string table;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t rows = 0;
};

/// Why something cannot be undone now; a whole sentence.
struct Refusal
{
    QString reason;
};

/// Tables whose rows name a customer.
constexpr const char *customerTables[] = {"purchase",     "event",       "survey", "interaction",
                                          "subscription", "deal_change", "summary"};

std::vector<Range> rangesOf(SQLite::Database &connection, std::int64_t batch)
{
    std::vector<Range> ranges;
    SQLite::Statement query(connection, "SELECT tab, first_id, last_id, rows FROM batch_range "
                                        "WHERE batch = ? ORDER BY tab, first_id");
    query.bind(1, batch);
    while (query.executeStep())
        ranges.push_back({query.getColumn(0).getText(), query.getColumn(1).getInt64(),
                          query.getColumn(2).getInt64(), query.getColumn(3).getInt64()});
    return ranges;
}

/// Rewrites \a range to what is left of it after rows were deleted.
void shrinkRange(SQLite::Database &connection, const Range &range)
{
    RowCursor row(connection, "SELECT * FROM " + quotedName(range.table) + " WHERE rowid BETWEEN "
                                  + std::to_string(range.first) + " AND "
                                  + std::to_string(range.last));
    std::int64_t rows = 0;
    std::int64_t last = 0; // ids behind it are given out again
    std::uint64_t fingerprint = 0;
    while (row.next()) {
        ++rows;
        last = std::max(last, std::int64_t(row.integer(0)));
        fingerprint += rowHash(row.statement());
    }
    SQLite::Statement change(connection,
                             rows == 0 ? "DELETE FROM batch_range WHERE tab = ? AND first_id = ?"
                                       : "UPDATE batch_range SET rows = ?3, fingerprint = ?4, "
                                         "last_id = ?5 WHERE tab = ?1 AND first_id = ?2");
    change.bind(1, range.table);
    change.bind(2, range.first);
    if (rows > 0) {
        change.bind(3, rows);
        change.bind(4, std::int64_t(fingerprint));
        change.bind(5, last);
    }
    change.exec();
}

/// What edits kept of rows that go with their import: the ids are given out again, so nothing may
/// be put back there.
void forgetEdits(SQLite::Database &connection, const Range &range, std::int64_t batch)
{
    SQLite::Statement forget(connection, "DELETE FROM previous_value WHERE tab = ?1 AND (row BETWEEN "
                                         "?2 AND ?3 OR json_extract(old, '$.\"*batch\"') = ?4)");
    forget.bind(1, range.table);
    forget.bind(2, range.first);
    forget.bind(3, range.last);
    forget.bind(4, std::to_string(batch));
    forget.exec();
}

/// Ids of \a range's customers that rows outside the import still name, in a temporary table.
void collectNamedCustomers(SQLite::Database &connection, const std::vector<Range> &customers)
{
    connection.exec("CREATE TEMP TABLE IF NOT EXISTS named_customer(id INTEGER PRIMARY KEY); "
                    "DELETE FROM named_customer;");
    for (const Range &range : customers) {
        for (const char *table : customerTables)
            connection.exec("INSERT OR IGNORE INTO named_customer SELECT customer FROM "
                            + std::string(table) + " WHERE customer BETWEEN "
                            + std::to_string(range.first) + " AND " + std::to_string(range.last));
        connection.exec("INSERT OR IGNORE INTO named_customer SELECT row FROM previous_value WHERE "
                        "tab = 'customer' AND row BETWEEN "
                        + std::to_string(range.first) + " AND " + std::to_string(range.last));
        // Rows that are kept to be brought back need their customers, too.
        connection.exec("INSERT OR IGNORE INTO named_customer SELECT json_extract(old, '$.customer') "
                        "FROM previous_value WHERE substr(old, 1, 8) <> '" + std::string(packMark)
                        + "' AND json_extract(old, '$.\"*batch\"') IS NOT NULL AND "
                          "CAST(json_extract(old, '$.customer') AS INTEGER) BETWEEN "
                        + std::to_string(range.first) + " AND " + std::to_string(range.last));
    }
    if (!customers.empty())
        nameCustomersOfPacks(connection, customers.front().first, customers.back().last);
}

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

/// A customer that a merge removed may not come back where its name is taken, and where the one
/// that took its rows has gone into another the rows would not be found.
void checkMergeCanGoBack(SQLite::Database &connection, std::int64_t batch)
{
    SQLite::Statement query(connection,
                            "SELECT old FROM previous_value WHERE batch = ? AND tab = 'customer'");
    SQLite::Statement taken(connection, "SELECT EXISTS(SELECT 1 FROM customer WHERE ref = ?)");
    query.bind(1, batch);
    while (query.executeStep()) {
        const QJsonObject old =
            QJsonDocument::fromJson(QByteArray(query.getColumn(0).getText())).object();
        if (!old.contains(QLatin1StringView(removedRowBatch)))
            continue;
        const QString reference = old.value(u"ref"_s).toString();
        taken.bind(1, reference.toStdString());
        taken.executeStep();
        const bool isTaken = taken.getColumn(0).getInt() != 0;
        taken.reset();
        if (isTaken)
            throw Refusal{Tr::tr("A newer import brought the customer %1 again. Undo that import "
                                 "first, then this merge.")
                              .arg(reference)};
    }
    SQLite::Statement later(
        connection,
        "SELECT l.batch FROM previous_value l JOIN import_batch b ON b.id = l.batch WHERE l.batch > "
        "?1 AND b.kind = 'merge' AND l.tab = 'customer' AND l.old LIKE '%\"*batch\"%' AND l.row IN "
        "(SELECT json_extract(m.value, '$.keep') FROM import_batch own, "
        "json_each(own.options, '$.merges') m WHERE own.id = ?1) LIMIT 1");
    later.bind(1, batch);
    if (later.executeStep())
        throw Refusal{Tr::tr("The customer was merged into another one later, in change %1. Undo "
                             "that first.")
                          .arg(later.getColumn(0).getInt64())};
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

/// Puts back what updates of \a batch replaced. Where a later import changed the same value again,
/// the value before both goes into that import's memory instead, so that undoing works in any
/// order.
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

/// Attribute columns at the end that came with \a batch and that no customer has a value in fall
/// away. Columns before others stay: fingerprints count by position.
void dropEmptyAttributes(SQLite::Database &connection, std::int64_t batch)
{
    SQLite::Statement plan(connection, "SELECT options FROM import_batch WHERE id = ?");
    plan.bind(1, batch);
    if (!plan.executeStep())
        return;
    const QJsonObject options =
        QJsonDocument::fromJson(QByteArray(plan.getColumn(0).getText())).object();
    const QJsonArray made = options.value(u"new_attributes"_s).toArray();
    plan.reset();
    for (;;) {
        std::string name;
        {
            SQLite::Statement columns(connection,
                                      "SELECT name FROM pragma_table_info('customer_attribute') "
                                      "ORDER BY cid DESC LIMIT 1");
            if (!columns.executeStep())
                return;
            name = columns.getColumn(0).getText();
        }
        if (!made.contains(QString::fromStdString(name)))
            return;
        const std::string quoted = quotedName(name);
        if (connection
                .execAndGet("SELECT EXISTS(SELECT 1 FROM customer_attribute WHERE " + quoted
                            + " IS NOT NULL)")
                .getInt())
            return;
        connection.exec("ALTER TABLE customer_attribute DROP COLUMN " + quoted);
        SQLite::Statement forget(connection, "DELETE FROM attribute WHERE column_name = ?");
        forget.bind(1, name);
        forget.exec();
    }
}

void undo(Database &database, SQLite::Database &connection, std::int64_t batch,
          const Progress &progress)
{
    restoreValues(database, connection, batch, progress);
    const std::vector<Range> ranges = rangesOf(connection, batch);
    std::vector<Range> customers;
    double done = 0;
    for (const Range &range : ranges) {
        progress.report(done / double(ranges.size() + 1), Tr::tr("Taking back rows"));
        done += 1;
        if (range.table == "customer") {
            customers.push_back(range);
            continue;
        }
        if (range.table == "customer_attribute")
            continue; // with their customers
        connection.exec("DELETE FROM " + quotedName(range.table) + " WHERE id BETWEEN "
                        + std::to_string(range.first) + " AND " + std::to_string(range.last));
        SQLite::Statement forget(connection,
                                 "DELETE FROM batch_range WHERE tab = ? AND first_id = ?");
        forget.bind(1, range.table);
        forget.bind(2, range.first);
        forget.exec();
        forgetEdits(connection, range, batch);
    }
    // Nor may a later import that replaced the period of these rows bring them back, also where it
    // took all of them and no range is left.
    SQLite::Statement replaced(connection,
                               "DELETE FROM previous_value WHERE tab NOT IN ('customer', "
                               "'customer_attribute') AND json_extract(old, '$.\"*batch\"') = ?");
    replaced.bind(1, std::to_string(batch));
    replaced.exec();
    if (!customers.empty()) {
        collectNamedCustomers(connection, customers);
        for (const Range &range : customers) {
            const std::string between =
                " BETWEEN " + std::to_string(range.first) + " AND " + std::to_string(range.last);
            connection.exec("DELETE FROM customer_attribute WHERE customer" + between
                            + " AND customer NOT IN named_customer");
            connection.exec("DELETE FROM previous_value WHERE tab = 'stage_change' AND row IN (SELECT id "
                            "FROM stage_change WHERE customer"
                            + between + " AND customer NOT IN named_customer)");
            connection.exec("DELETE FROM stage_change WHERE customer" + between
                            + " AND customer NOT IN named_customer");
            connection.exec("DELETE FROM customer WHERE id" + between
                            + " AND id NOT IN named_customer");
            shrinkRange(connection, range);
        }
        connection.exec("DELETE FROM named_customer");
    }
    for (const Range &range : ranges)
        if (range.table == "customer_attribute")
            shrinkRange(connection, range);
    dropEmptyAttributes(connection, batch);
    forgetStageChanges(connection, batch);
    for (const char *sql : {"DELETE FROM rejected_row WHERE batch = ?",
                            "DELETE FROM reject_reason WHERE batch = ?"}) {
        SQLite::Statement forget(connection, sql);
        forget.bind(1, batch);
        forget.exec();
    }
    SQLite::Statement note(connection, "UPDATE import_batch SET undone = ? WHERE id = ?");
    note.bind(1, std::int64_t(std::chrono::duration_cast<std::chrono::seconds>(
                                  std::chrono::system_clock::now().time_since_epoch())
                                  .count()));
    note.bind(2, batch);
    note.exec();
}

} // namespace

Result<bool> isUndone(const Workspace &workspace, BatchId batch)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection, "SELECT undone IS NOT NULL FROM import_batch WHERE id = ?");
        query.bind(1, std::int64_t(batch.value));
        return query.executeStep() && query.getColumn(0).getInt() != 0;
    });
}

Result<void> undoImport(const Workspace &workspace, BatchId batch, const Progress &progress)
{
    if (workspace.isReadOnly())
        return Error{Error::Kind::File, workspace.readOnlyReason(), workspace.file()};
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    const CancelGuard guard(database->handle(), progress);
    Result<void> done = database->attempt([&](SQLite::Database &connection) -> Result<void> {
        connection.exec("BEGIN IMMEDIATE");
        SQLite::Statement query(connection,
                                "SELECT undone IS NOT NULL FROM import_batch WHERE id = ?");
        query.bind(1, std::int64_t(batch.value));
        if (!query.executeStep())
            return Error{
                Error::Kind::Definition,
                Tr::tr("There is no import %1 in %2. The history of imports lists their numbers.")
                    .arg(batch.value)
                    .arg(QFileInfo(workspace.file()).fileName()),
                workspace.file()};
        if (query.getColumn(0).getInt())
            return Error{Error::Kind::Definition,
                         Tr::tr("Import %1 has been undone already.").arg(batch.value),
                         workspace.file()};
        query.reset();
        try {
            checkMergeCanGoBack(connection, batch.value);
        } catch (const Refusal &refusal) {
            return Error{Error::Kind::Definition, refusal.reason, workspace.file()};
        }
        undo(*database, connection, batch.value, progress);
        if (progress.isCancelled())
            return Error::cancelled();
        connection.exec("COMMIT");
        return {};
    });
    if (!done) {
        (void)database->attempt([](SQLite::Database &connection) {
            if (!sqlite3_get_autocommit(connection.getHandle()))
                connection.exec("ROLLBACK");
        });
        return progress.isCancelled() ? Error::cancelled() : done.error();
    }
    (void)database->attempt(
        [](SQLite::Database &connection) { connection.exec("PRAGMA wal_checkpoint(TRUNCATE)"); });
    progress.report(1, Tr::tr("Import undone"));
    return {};
}

} // namespace Import
