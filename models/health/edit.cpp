#include "models/health/edit.h"

#include "models/workspace/cancelguard.h"

#include <sqlite3.h>

namespace Health {

Result<EditOutcome> editRows(const Workspace &workspace, const Progress &progress,
                             const std::function<Result<EditOutcome>(SQLite::Database &)> &work)
{
    if (workspace.isReadOnly())
        return Error{Error::Kind::File, workspace.readOnlyReason(), workspace.file()};
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    const CancelGuard guard(database->handle(), progress);
    Result<EditOutcome> done =
        database->attempt([&](SQLite::Database &connection) -> Result<EditOutcome> {
            connection.exec("BEGIN IMMEDIATE");
            Result<EditOutcome> outcome = work(connection);
            if (outcome && progress.isCancelled())
                return Error::cancelled();
            if (outcome)
                connection.exec("COMMIT");
            return outcome;
        });
    if (!done) {
        (void)database->attempt([](SQLite::Database &connection) {
            if (!sqlite3_get_autocommit(connection.getHandle()))
                connection.exec("ROLLBACK");
        });
        if (progress.isCancelled())
            return Error::cancelled();
    }
    return done;
}

} // namespace Health
