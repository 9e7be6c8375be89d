#include "models/import/importjob.h"

#include "models/import/keptstages.h"
#include "models/import/periodreplacer.h"
#include "models/import/rangeledger.h"
#include "models/import/rowedit.h"
#include "models/import/tablelayout.h"
#include "models/import/undovalues.h"
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
