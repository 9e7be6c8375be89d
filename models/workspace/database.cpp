#include "models/workspace/database.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <string_view>

Database::Database(QString file, std::unique_ptr<SQLite::Database> connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
{
}

Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

namespace {

/// As a path, or as a URI where SQLite has to be told more than the path.
std::string sqliteName(const QString &file, const Database::Place &place)
{
    if (!place.isUnchangeable)
        return file.toStdString();
    return "file:" + QUrl::toPercentEncoding(file, "/").toStdString() + "?immutable=1";
}

/// Called while a statement is prepared, so that rows pay nothing for it.
int noteFactChange(void *changes, int action, const char *table, const char *, const char *, const char *)
{
    const bool adds = action == SQLITE_INSERT || action == SQLITE_DELETE;
    if (!adds && action != SQLITE_UPDATE)
        return SQLITE_OK;
    const std::string_view name = table ? table : "";
    const bool isFact = name == "purchase" || name == "event" || name == "term"
                        || name == "import_batch" || (adds && name == "customer");
    if (isFact)
        static_cast<std::atomic<std::uint64_t> *>(changes)->fetch_add(1);
    return SQLITE_OK;
}

} // namespace

Result<Database> Database::open(const QString &file, Mode mode, const Place &place)
{
    try {
        // One thread at a time uses a connection, so that it needs no lock of its own: binding the
        // rows of an import would spend a tenth of its time with it.
        const int access = (mode == Mode::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE)
                           | SQLite::OPEN_NOMUTEX;
        auto connection = std::make_unique<SQLite::Database>(
            sqliteName(file, place), place.isUnchangeable ? access | SQLite::OPEN_URI : access, 0,
            place.vfs);
        sqlite3 *handle = connection->getHandle();
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
        sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
        sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
        sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 600);
        sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
        sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 8000);
        sqlite3_extended_result_codes(handle, 1);
        sqlite3_busy_timeout(handle, 5000);
        sqlite3_exec(handle, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-65536; PRAGMA synchronous=EXTRA;",
                     nullptr, nullptr, nullptr);
        Database database(file, std::move(connection));
        if (mode == Mode::ReadWrite && place.factChanges) {
            database.m_factChanges = place.factChanges;
            sqlite3_set_authorizer(handle, noteFactChange, place.factChanges.get());
        }
        return database;
    } catch (const SQLite::Exception &exception) {
        return Database(file, nullptr).errorOf(exception);
    }
}

Error Database::errorOf(const SQLite::Exception &exception) const
{
    // Negative: the exception is our own and knows the plain code only.
    return errorOf(exception.getExtendedErrorCode() > 0 ? exception.getExtendedErrorCode()
                                                        : exception.getErrorCode(),
                   QString::fromUtf8(exception.what()));
}

Error Database::errorOf(int extendedCode, const QString &detail) const
{
    const QString name = QFileInfo(m_file).fileName();
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return {Error::Kind::File,
                QCoreApplication::translate("Database", "The disk that holds %1 is full. Free some space and try again; nothing was changed.")
                    .arg(name),
                m_file};
    case SQLITE_READONLY:
        if (extendedCode == SQLITE_READONLY_ROLLBACK || extendedCode == SQLITE_READONLY_RECOVERY)
            return {Error::Kind::File,
                    QCoreApplication::translate("Database", "%1 was not closed properly. Open it in the window once, so that it is put in order, then try again.")
                        .arg(name),
                    m_file};
        return {Error::Kind::File,
                QCoreApplication::translate("Database", "%1 cannot be written: the file or its folder is read-only. Save a copy elsewhere to change it.")
                    .arg(name),
                m_file};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Kind::Locked,
                QCoreApplication::translate("Database", "Another program is writing to %1. Wait until it has finished, then try again.")
                    .arg(name),
                m_file};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Error::Kind::Damaged,
                QCoreApplication::translate("Database", "%1 is damaged. Open the newest backup beside it, or a copy.").arg(name),
                m_file};
    case SQLITE_CANTOPEN:
        return {Error::Kind::File,
                QCoreApplication::translate("Database", "%1 cannot be opened. Check that it exists and that you may read it.").arg(name),
                m_file};
    case SQLITE_IOERR:
        return {Error::Kind::File,
                QCoreApplication::translate("Database", "Reading or writing %1 failed. Check the disk it is on, then try again.").arg(name),
                m_file};
    case SQLITE_INTERRUPT: return Error::cancelled();
    default:
        return {Error::Kind::Internal,
                QCoreApplication::translate("Database", "The workspace %1 could not answer: %2").arg(name, detail), m_file};
    }
}
