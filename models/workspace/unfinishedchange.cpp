#include "models/workspace/unfinishedchange.h"

#include "models/workspace/database.h"
#include "models/workspace/workspacefile.h"
#include "models/workspace/writerlock.h"

#include <QFileInfo>

Result<void> takeBackUnfinishedChange(const QString &workspaceFile)
{
    if (QFileInfo(workspaceFile + QStringLiteral("-journal")).size() <= 0
        || !WorkspaceFile::isWritable(workspaceFile))
        return {};
    const Result<WriterLock> lock = WriterLock::acquire(workspaceFile);
    if (!lock)
        return {};
    Result<Database> database = Database::open(workspaceFile, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    // The first read finds the journal and applies it.
    return database->attempt([](SQLite::Database &connection) {
        connection.exec("SELECT count(*) FROM sqlite_schema");
    });
}
