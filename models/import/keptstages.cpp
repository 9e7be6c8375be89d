#include "models/import/keptstages.h"

#include "models/workspace/rowcursor.h"
#include "models/workspace/workspace.h"

namespace Import {
namespace {

/// Whether a receipt names the import ?1. Receipts are compact JSON, so this is a search for text
/// instead of a million parses; a quote inside a name is written with a backslash.
constexpr const char *namesBatch =
    "(instr(receipt, '\"import\":' || ?1 || ',') > 0 OR instr(receipt, '\"import\":' || ?1 || '}') > 0)";

} // namespace

Result<std::vector<KeptStageChange>> stageChangesOf(const Workspace &workspace, BatchId batch)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(
            connection,
            std::string("SELECT c.ref, s.stage, s.time, s.receipt FROM stage_change s JOIN customer c "
                        "ON c.id = s.customer WHERE ")
                + namesBatch
                + " OR EXISTS(SELECT 1 FROM batch_range r WHERE r.batch = ?1 AND r.tab = 'customer' "
                  "AND s.customer BETWEEN r.first_id AND r.last_id) ORDER BY s.id");
        query.bind(1, std::int64_t(batch.value));
        std::vector<KeptStageChange> changes;
        while (query.executeStep())
            changes.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                               query.getColumn(2).getInt64(), query.getColumn(3).getString()});
        return changes;
    });
}

Result<void> carryOver(const Workspace &workspace, const std::vector<KeptStageChange> &changes,
                       BatchId before, BatchId now)
{
    if (changes.empty())
        return {};
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
        // The row has another id now, or is not in the file any more.
        SQLite::Statement insert(
            connection,
            "INSERT INTO stage_change(customer, stage, time, receipt) SELECT c.id, ?2, ?3, CASE WHEN "
            "json_extract(?4, '$.import') = ?5 THEN json_remove(json_set(?4, '$.import', ?6), "
            "'$.row') ELSE ?4 END FROM customer c WHERE c.ref = ?1");
        // Without an index on the table one look at each customer would read all of it every time.
        connection.exec("CREATE TEMP TABLE there(customer INTEGER, stage TEXT, time INTEGER, left_it "
                        "INTEGER, PRIMARY KEY(customer, stage, time, left_it)) WITHOUT ROWID");
        connection.exec("INSERT OR IGNORE INTO temp.there SELECT customer, stage, time, "
                        "json_extract(receipt, '$.by') = 'exit_rule' FROM stage_change");
        SQLite::Statement known(
            connection, "SELECT EXISTS(SELECT 1 FROM temp.there t JOIN customer c ON c.id = t.customer "
                        "WHERE c.ref = ?1 AND t.stage = ?2 AND t.time = ?3 AND t.left_it = "
                        "(json_extract(?4, '$.by') = 'exit_rule'))");
        for (const KeptStageChange &change : changes) {
            known.bind(1, change.reference);
            known.bind(2, change.stage);
            known.bind(3, change.time);
            known.bind(4, change.receipt);
            known.executeStep();
            const bool isThere = known.getColumn(0).getInt() != 0;
            known.reset();
            if (isThere)
                continue;
            insert.bind(1, change.reference);
            insert.bind(2, change.stage);
            insert.bind(3, change.time);
            insert.bind(4, change.receipt);
            insert.bind(5, std::int64_t(before.value));
            insert.bind(6, std::int64_t(now.value));
            insert.exec();
            insert.reset();
        }
        connection.exec("DROP TABLE temp.there");
        transaction.commit();
    });
}

void forgetStageChanges(SQLite::Database &connection, std::int64_t batch)
{
    // Ids are given out again, so what merges kept of these rows may not be put back.
    for (const char *sql : {"DELETE FROM previous_value WHERE tab = 'stage_change' AND row IN (SELECT id "
                            "FROM stage_change WHERE ",
                            "DELETE FROM stage_change WHERE ("}) {
        SQLite::Statement forget(connection, std::string(sql) + namesBatch + ')');
        forget.bind(1, batch);
        forget.exec();
    }
}

} // namespace Import
