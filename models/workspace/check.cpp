#include "models/workspace/cancelguard.h"
#include "models/workspace/fingerprint.h"
#include "models/workspace/rowcursor.h"
#include "models/workspace/schema.h"
#include "models/workspace/unfinishedchange.h"
#include "models/workspace/workspace.h"
#include "models/workspace/workspacefile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace {

constexpr int mostProblems = 20;

/// The tables whose rows an import writes, and thereby the only ones batch_range may name.
constexpr std::array importedTables{
    "customer", "customer_attribute", "purchase",    "event",  "survey", "interaction",
    "cost",     "subscription",       "deal_change", "summary"};
constexpr std::array countedTables{"customer",    "purchase",     "event",        "survey",
                                   "interaction", "cost",         "subscription", "deal_change",
                                   "summary",     "stage_change", "import_batch", "rejected_row",
                                   "definition",  "result"};

QString tr(const char *text) { return QCoreApplication::translate("WorkspaceCheck", text); }

void readMessages(SQLite::Database &connection, QStringList &problems)
{
    SQLite::Statement check(connection,
                            "PRAGMA integrity_check(" + std::to_string(mostProblems) + ")");
    while (check.executeStep()) {
        const QString line = QString::fromUtf8(check.getColumn(0).getText());
        if (line != QLatin1String("ok"))
            problems.append(QCoreApplication::translate("WorkspaceCheck", "Integrity: %1").arg(line));
    }
}

void checkReferences(SQLite::Database &connection, QStringList &problems)
{
    QMap<QString, qint64> broken;
    SQLite::Statement check(connection, "PRAGMA foreign_key_check");
    while (check.executeStep())
        ++broken[QString::fromUtf8(check.getColumn(0).getText())];
    for (auto table = broken.begin(); table != broken.end(); ++table)
        problems.append(
            QCoreApplication::translate("WorkspaceCheck", "The table \"%1\" has rows of customers that do not exist: %2.")
                .arg(table.key(), QString::number(*table)));
}

struct Found
{
    qint64 rows = 0;
    std::uint64_t fingerprint = 0;
};

Found fingerprintOf(SQLite::Database &connection, const std::string &table, qint64 first,
                    qint64 last)
{
    Found found;
    RowCursor row(connection, "SELECT * FROM \"" + table + "\" WHERE rowid BETWEEN "
                                  + std::to_string(first) + " AND " + std::to_string(last));
    const int columns = row.columns();
    while (row.next()) {
        Fingerprint::Row hash(row.integer(0));
        for (int column = 1; column < columns; ++column) {
            switch (row.type(column)) {
            case SQLITE_INTEGER:
                hash.integer(unsigned(column), row.integer(column));
                break;
            case SQLITE_FLOAT:
                hash.real(unsigned(column), row.real(column));
                break;
            case SQLITE_NULL:
                break;
            default:
                hash.text(unsigned(column), row.text(column));
                break;
            }
        }
        ++found.rows;
        found.fingerprint += hash.hash();
    }
    return found;
}

void checkFingerprints(SQLite::Database &connection, QStringList &problems,
                       const Progress &progress)
{
    struct Range
    {
        qint64 batch, first, last;
        std::string table;
        Found expected;
    };
    std::vector<Range> ranges;
    SQLite::Statement query(
        connection, "SELECT batch, first_id, last_id, tab, rows, fingerprint FROM batch_range "
                    "ORDER BY tab, first_id");
    while (query.executeStep())
        ranges.push_back(
            {query.getColumn(0).getInt64(),
             query.getColumn(1).getInt64(),
             query.getColumn(2).getInt64(),
             query.getColumn(3).getText(),
             {query.getColumn(4).getInt64(), std::uint64_t(query.getColumn(5).getInt64())}});
    for (std::size_t i = 0; i < ranges.size() && problems.size() < mostProblems; ++i) {
        const Range &range = ranges[i];
        progress.report(double(i) / double(ranges.size()),
                        QCoreApplication::translate("WorkspaceCheck", "Comparing imported rows"));
        if (std::ranges::find(importedTables, range.table) == importedTables.end()) {
            problems.append(
                QCoreApplication::translate("WorkspaceCheck", "Import %1 names the table \"%2\", which no import writes.")
                    .arg(QString::number(range.batch), QString::fromStdString(range.table)));
            continue;
        }
        const Found found = fingerprintOf(connection, range.table, range.first, range.last);
        if (found.rows != range.expected.rows)
            problems.append(
                QCoreApplication::translate("WorkspaceCheck", "Import %1 wrote %2 rows to \"%3\", but %4 are there.")
                    .arg(QString::number(range.batch), QString::number(range.expected.rows),
                         QString::fromStdString(range.table), QString::number(found.rows)));
        else if (found.fingerprint != range.expected.fingerprint)
            problems.append(
                QCoreApplication::translate("WorkspaceCheck", "Rows of import %1 in \"%2\" are not as they were imported.")
                    .arg(QString::number(range.batch), QString::fromStdString(range.table)));
    }
}

} // namespace

Result<WorkspaceCheck> checkWorkspace(const QString &file, const Progress &progress)
{
    const Result<WorkspaceFile::Header> header = WorkspaceFile::readHeader(file);
    if (!header)
        return header.error();
    const QString path = QFileInfo(file).canonicalFilePath();
    if (const Result<void> settled = takeBackUnfinishedChange(path); !settled)
        return settled.error();
    const Database::Place place{
        .isUnchangeable = header->isWal && !WorkspaceFile::hasJournal(path)
                          && !WorkspaceFile::isFolderWritable(QFileInfo(path).absolutePath())};
    Result<Database> database = Database::open(path, Database::Mode::ReadOnly, place);
    if (!database)
        return database.error();
    WorkspaceCheck check;
    const CancelGuard guard(database->handle(), progress);
    const auto report = [&](double fraction, const char *step) {
        progress.report(fraction, tr(step));
    };
    const Schema::Versions versions = Schema::ourVersions();

    const Result<void> done = database->attempt([&](SQLite::Database &connection) -> Result<void> {
        connection.exec("BEGIN");
        check.schemaVersion = connection.execAndGet("PRAGMA user_version").getInt();
        if (check.schemaVersion > versions.newest())
            return Error{
                Error::Kind::Newer,
                QCoreApplication::translate("WorkspaceCheck", "%1 was made by a newer version of Qeema (file format %2, "
                                     "this version knows up to %3). Update Qeema to check it.")
                    .arg(QFileInfo(path).fileName(), QString::number(check.schemaVersion),
                         QString::number(versions.newest())),
                path};
        report(0, QT_TRANSLATE_NOOP("WorkspaceCheck", "Checking tables"));
        const Result<QString> difference =
            Schema::difference(*database, versions, check.schemaVersion);
        if (!difference)
            return difference.error();
        if (!difference->isEmpty()) {
            // Nothing below can be asked of a file whose tables are others.
            check.problems.append(*difference);
            readMessages(connection, check.problems);
            return {};
        }
        report(0.05, QT_TRANSLATE_NOOP("WorkspaceCheck", "Checking integrity"));
        readMessages(connection, check.problems);
        report(0.4, QT_TRANSLATE_NOOP("WorkspaceCheck", "Checking references"));
        checkReferences(connection, check.problems);
        checkFingerprints(connection, check.problems, progress.part(0.6, 0.95));
        report(0.95, QT_TRANSLATE_NOOP("WorkspaceCheck", "Counting rows"));
        for (const char *table : countedTables)
            check.counts.append(
                {QString::fromLatin1(table),
                 connection.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64()});
        return {};
    });
    if (progress.isCancelled())
        return Error::cancelled();
    if (!done) {
        // Damage that stops a check is a finding, not a failure of the check.
        if (done.error().kind != Error::Kind::Damaged)
            return done.error();
        check.problems.append(done.error().message);
    }
    return check;
}
