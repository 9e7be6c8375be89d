#include "models/workspace/workspace.h"

#include "models/workspace/backup.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/closedfiles.h"
#include "models/workspace/schema.h"
#include "models/workspace/unfinishedchange.h"
#include "models/workspace/workspacefile.h"
#include "models/workspace/writerlock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sqlite3.h>

#include <atomic>
#include <cstdint>
#include <optional>
#include <string_view>

namespace {

QString nameOf(const QString &file) { return QFileInfo(file).fileName(); }

Result<int> versionOf(Database &database)
{
    return database.attempt([](SQLite::Database &connection) {
        return connection.execAndGet("PRAGMA user_version").getInt();
    });
}

Result<void> quickCheck(Database &database, const Progress &progress)
{
    progress.report(-1, QCoreApplication::translate("Workspace", "Checking the workspace"));
    if (progress.isCancelled())
        return Error::cancelled();
    const CancelGuard guard(database.handle(), progress);
    const Result<QString> found = database.attempt([](SQLite::Database &connection) {
        return QString::fromUtf8(connection.execAndGet("PRAGMA quick_check(1)").getText());
    });
    if (!found)
        return found.error();
    if (*found != QLatin1String("ok"))
        return WorkspaceFile::damaged(
            database.file(),
            QCoreApplication::translate("Workspace", "The check found: %1.").arg(*found));
    return {};
}

Error readOnlyPlace(const QString &file)
{
    return {Error::Kind::File,
            QCoreApplication::translate("Workspace",
                                        "%1 or its folder is read-only, so nothing can be "
                                        "changed. Save a copy elsewhere to change it.")
                .arg(nameOf(file)),
            file};
}

Error newer(const QString &file, int version, int newest)
{
    return {Error::Kind::Newer,
            QCoreApplication::translate(
                "Workspace",
                "%1 was made by a newer version of Qeema (file format %2, this version knows up "
                "to %3). It can be read but not changed; update Qeema to change it.")
                .arg(nameOf(file), QString::number(version), QString::number(newest)),
            file};
}

Error older(const QString &file)
{
    return {Error::Kind::Format,
            QCoreApplication::translate(
                "Workspace",
                "%1 was made by an older version of Qeema. Open it once in the window, "
                "which makes a backup and brings it up to date, then try again.")
                .arg(nameOf(file)),
            file};
}

/// What a reader has to know about the place. A workspace in WAL mode that nobody can write beside
/// needs to be told so, or SQLite refuses it.
Result<Database::Place> placeForReading(const QString &file, const WorkspaceFile::Header &header,
                                        const std::string &vfs)
{
    const bool hasJournal = WorkspaceFile::hasJournal(file);
    if ((!header.isWal && !hasJournal)
        || WorkspaceFile::isFolderWritable(QFileInfo(file).absolutePath())) {
        const Result<void> settled = takeBackUnfinishedChange(file);
        return settled ? Result<Database::Place>(Database::Place{.vfs = vfs}) : settled.error();
    }
    if (hasJournal)
        return Error{
            Error::Kind::File,
            QCoreApplication::translate(
                "Workspace",
                "%1 was not closed properly and its folder is read-only. Copy it together with "
                "the file of the same name that ends in \"-wal\" or \"-journal\" to another "
                "folder and open it there.")
                .arg(nameOf(file)),
            file};
    return Database::Place{.isUnchangeable = true, .vfs = vfs};
}

/// Compares with the schema of the file's own version; a newer one cannot be compared.
Result<void> checkSchema(Database &database, const Schema::Versions &versions, int version)
{
    if (version > versions.newest())
        return {};
    const Result<QString> difference = Schema::difference(database, versions, version);
    if (!difference)
        return difference.error();
    return difference->isEmpty() ? Result<void>()
                                 : WorkspaceFile::damaged(database.file(), *difference);
}

/// All steps in one transaction, after a backup. A failure leaves the file as it was.
Result<void> migrate(Database &database, const Schema::Versions &versions, int version,
                     const Progress &progress)
{
    const auto saved = Backup::make(database, database.file(),
                                    QStringLiteral("before-upgrade-to-%1").arg(versions.newest()),
                                    QDateTime::currentDateTime(), progress);
    if (!saved)
        return saved.error();
    const CancelGuard guard(database.handle(), progress);
    return database.attempt([&](SQLite::Database &connection) -> Result<void> {
        SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
        for (int step = version + 1; step <= versions.newest(); ++step)
            connection.exec(versions.migrations.at(step - 1).toStdString());
        connection.exec("PRAGMA user_version=" + std::to_string(versions.newest()));
        const Result<QString> difference =
            Schema::difference(database, versions, versions.newest());
        if (!difference)
            return difference.error();
        if (!difference->isEmpty())
            return Error{Error::Kind::Internal, *difference, database.file()};
        transaction.commit();
        return {};
    });
}

/// True when the connection now writes ahead; false where that is not wanted or the place does not
/// support it.
Result<bool> writeAhead(Database &database, Workspace::Access access)
{
    return database.attempt([access](SQLite::Database &connection) {
        if (access == Workspace::Access::WriteAlone) {
            // A reader that holds on to a log keeps it.
            connection.setBusyTimeout(0);
            (void)connection.tryExec("PRAGMA journal_mode=DELETE");
            connection.setBusyTimeout(5000);
            if (std::string_view(connection.execAndGet("PRAGMA journal_mode").getText())
                == "delete")
                return false;
        }
        connection.exec("PRAGMA journal_mode=WAL");
        if (std::string_view(connection.execAndGet("PRAGMA journal_mode").getText()) == "wal") {
            // The first read opens the log. A reader that closed before would leave it behind.
            connection.exec("SELECT count(*) FROM sqlite_schema");
            return true;
        }
        connection.exec("PRAGMA journal_mode=DELETE");
        return false;
    });
}

bool hasCacheMark(SQLite::Database &connection)
{
    SQLite::Statement query(connection, "SELECT 1 FROM setting WHERE key = ?");
    query.bind(1, Workspace::columnCacheMark);
    return query.executeStep();
}

void removeCacheMark(SQLite::Database &connection)
{
    if (!hasCacheMark(connection))
        return;
    SQLite::Statement remove(connection, "DELETE FROM setting WHERE key = ?");
    remove.bind(1, Workspace::columnCacheMark);
    remove.exec();
}

} // namespace

/// The open file. \a keeper stays open for writing so that the write-ahead log lives as long as the
/// workspace; closing it in good order leaves one file.
struct Workspace::OpenFile
{
    static constexpr std::uint64_t never = UINT64_MAX;

    QString file;
    QString readOnlyReason = {};
    Database::Place place = {};
    int version = 0;
    bool isReadOnly = true;
    bool isWal = false;
    bool wasClosedHere = false;
    std::shared_ptr<std::atomic<std::uint64_t>> factChanges =
        std::make_shared<std::atomic<std::uint64_t>>(0);
    std::atomic<std::uint64_t> cachedAt = never; ///< the fact changes that column_cache is made from
    std::optional<WriterLock> lock = {};
    std::optional<Database> keeper = {};

    ~OpenFile()
    {
        if (!keeper)
            return;
        if (closeKeeper())
            ClosedFiles::remember(file);
    }

    [[nodiscard]] bool closeKeeper()
    {
        // A reader that was just told to stop may need a moment. One that goes on keeps the log:
        // its rows move into the file now, and the next opening tidies up.
        for (int wait = 0; wait < 20; ++wait) {
            const auto closed = keeper->attempt([this](SQLite::Database &connection) {
                connection.setBusyTimeout(0);
                if (cachedAt != *factChanges)
                    removeCacheMark(connection);
                connection.exec("PRAGMA journal_mode=DELETE");
            });
            if (closed) {
                keeper.reset();
                return true;
            }
            sqlite3_sleep(20);
        }
        static_cast<void>(keeper->attempt(
            [](SQLite::Database &connection) { connection.exec("PRAGMA wal_checkpoint"); }));
        return false;
    }
};

Workspace::Workspace(std::unique_ptr<OpenFile> open) : m_open(std::move(open)) {}

Workspace::Workspace(Workspace &&) noexcept = default;
Workspace &Workspace::operator=(Workspace &&) noexcept = default;
Workspace::~Workspace() = default;

Result<Workspace> Workspace::create(const QString &file, bool overwrite, Access access)
{
    const QFileInfo info(file);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    if (info.isDir() || (info.exists() && !overwrite))
        return Error{
            Error::Kind::File,
            QCoreApplication::translate(
                "Workspace", "%1 exists already. Choose another name for the new workspace.")
                .arg(nameOf(file)),
            file};
    if (!WorkspaceFile::isFolderWritable(info.absolutePath()))
        return Error{Error::Kind::File,
                     QCoreApplication::translate(
                         "Workspace", "%1 cannot be made: the folder does not exist or is "
                                      "read-only. Choose another folder.")
                         .arg(nameOf(file)),
                     file};
    {
        const Result<WriterLock> lock = WriterLock::acquire(path);
        if (!lock)
            return lock.error();
        // Under another name first: what bears the final name is always a whole workspace.
        const QString part = path + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8)
                             + QStringLiteral(".part");
        Result<void> made = [&]() -> Result<void> {
            try {
                SQLite::Database connection(part.toStdString(),
                                            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
                connection.exec(
                    QStringLiteral(
                        "PRAGMA page_size=%1; PRAGMA application_id=%2; PRAGMA user_version=%3; "
                        "PRAGMA synchronous=FULL;")
                        .arg(Schema::pageSize)
                        .arg(Schema::applicationId)
                        .arg(Schema::currentVersion)
                        .toStdString());
                SQLite::Transaction transaction(connection);
                const Schema::Versions versions = Schema::ourVersions();
                for (const QString &migration : versions.migrations)
                    connection.exec(migration.toStdString());
                transaction.commit();
                return {};
            } catch (const SQLite::Exception &exception) {
                return Error{
                    Error::Kind::File,
                    QCoreApplication::translate(
                        "Workspace", "%1 cannot be made: %2. Check the folder and the free space.")
                        .arg(nameOf(file), QString::fromUtf8(exception.what())),
                    file};
            }
        }();
        if (made) {
            WorkspaceFile::removeJournals(path);
            made = WorkspaceFile::replace(part, path);
        }
        if (!made) {
            QFile::remove(part);
            WorkspaceFile::removeJournals(part);
            return made.error();
        }
    }
    return open(file, access);
}

Result<Workspace> Workspace::open(const QString &file, Access access, const Progress &progress)
{
    return open(file, access, progress, Circumstances());
}

Result<Workspace> Workspace::open(const QString &file, Access access, const Progress &progress,
                                  const Circumstances &circumstances)
{
    const Result<WorkspaceFile::Header> header = WorkspaceFile::readHeader(file);
    if (!header)
        return header.error();
    const QString path = QFileInfo(file).canonicalFilePath();
    const Schema::Versions versions =
        circumstances.versions ? *circumstances.versions : Schema::ourVersions();
    auto open = std::make_unique<OpenFile>();
    open->file = path;

    // Whoever asked to write learns why he cannot: as an error, or as the reason for reading only.
    bool writes = access != Access::Read;
    const auto cannotWrite = [&](const Error &error) -> bool {
        open->readOnlyReason = error.message;
        writes = false;
        open->lock.reset();
        return access == Access::WriteOrRead;
    };
    if (header->version > versions.newest()) {
        const Error error = newer(path, header->version, versions.newest());
        if (!cannotWrite(error) && access != Access::Read)
            return error;
    }
    if (writes && !WorkspaceFile::isWritable(path)) {
        if (const Error error = readOnlyPlace(path); !cannotWrite(error))
            return error;
    }
    if (writes) {
        Result<WriterLock> lock = WriterLock::acquire(path);
        if (lock)
            open->lock.emplace(*std::move(lock));
        else if (!cannotWrite(lock.error()))
            return lock.error();
    }
    open->place.vfs = circumstances.vfs;
    if (!writes) {
        const Result<Database::Place> place = placeForReading(path, *header, circumstances.vfs);
        if (!place)
            return place.error();
        open->place = *place;
    }

    open->wasClosedHere = ClosedFiles::isAsRemembered(path);
    if (writes)
        ClosedFiles::forget(path);

    Result<Database> database = Database::open(
        path, writes ? Database::Mode::ReadWrite : Database::Mode::ReadOnly, open->place);
    if (!database)
        return database.error();
    const Result<int> version = versionOf(*database);
    if (!version)
        return version.error();
    open->version = *version;
    if (const auto checked = checkSchema(*database, versions, *version); !checked)
        return checked.error();
    if (!open->wasClosedHere) {
        const auto checked = ::quickCheck(*database, progress.part(0, 0.5));
        if (!checked)
            return checked.error();
    }
    if (progress.isCancelled())
        return Error::cancelled();
    if (*version < versions.newest()) {
        if (!writes)
            return older(path);
        if (const auto migrated = migrate(*database, versions, *version, progress.part(0.5, 1));
            !migrated)
            return migrated.error();
        open->version = versions.newest();
    }
    open->isReadOnly = !writes;
    open->place.factChanges = open->factChanges;
    const auto knowsCache = database->attempt([&](SQLite::Database &connection) {
        if (open->version > versions.newest())
            return; // nobody knows what its tables mean
        if (!open->wasClosedHere && writes)
            removeCacheMark(connection);
        else if (open->wasClosedHere && hasCacheMark(connection))
            open->cachedAt = 0;
    });
    if (!knowsCache)
        return knowsCache.error();
    if (writes) {
        const Result<bool> isWal = writeAhead(*database, access);
        if (!isWal)
            return isWal.error();
        open->isWal = *isWal;
        open->keeper.emplace(*std::move(database));
    } else {
        open->isWal = header->isWal;
    }
    return Workspace(std::move(open));
}

const QString &Workspace::file() const { return m_open->file; }

bool Workspace::isReadOnly() const { return m_open->isReadOnly; }

const QString &Workspace::readOnlyReason() const { return m_open->readOnlyReason; }

bool Workspace::readsDuringWrites() const { return m_open->isWal || m_open->isReadOnly; }

int Workspace::schemaVersion() const { return m_open->version; }

bool Workspace::wasClosedHere() const { return m_open->wasClosedHere; }

Result<void> Workspace::quickCheck(const Progress &progress) const
{
    Result<Database> database = connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return ::quickCheck(*database, progress);
}

std::uint64_t Workspace::factChanges() const { return *m_open->factChanges; }

bool Workspace::hasColumnCache() const
{
    if (m_open->cachedAt != *m_open->factChanges)
        return false;
    // While it is open for reading here, somebody else may open it for writing.
    return !m_open->isReadOnly || ClosedFiles::isAsRemembered(m_open->file);
}

void Workspace::noteColumnCache(std::uint64_t factChanges) const
{
    m_open->cachedAt = factChanges;
}

Result<Database> Workspace::connect(Database::Mode mode) const
{
    if (mode == Database::Mode::ReadWrite && m_open->isReadOnly)
        return Error{Error::Kind::File,
                     m_open->readOnlyReason.isEmpty()
                         ? QCoreApplication::translate("Workspace", "%1 is open for reading only.")
                               .arg(nameOf(m_open->file))
                         : m_open->readOnlyReason,
                     m_open->file};
    return Database::open(m_open->file, mode, m_open->place);
}

Result<QString> Workspace::backup(const QString &label, const Progress &progress) const
{
    Result<Database> source = connect(Database::Mode::ReadOnly);
    return source
               ? Backup::make(*source, m_open->file, label, QDateTime::currentDateTime(), progress)
               : Result<QString>(source.error());
}

Result<void> Workspace::saveCopy(const QString &file, const Progress &progress) const
{
    Result<Database> source = connect(Database::Mode::ReadOnly);
    if (!source)
        return source.error();
    // Nobody may be working with the file that the copy replaces.
    const Result<WriterLock> lock = WriterLock::acquire(QFileInfo(file).absoluteFilePath());
    if (!lock && lock.error().kind == Error::Kind::Locked
        && QFileInfo(file).absoluteFilePath() != m_open->file)
        return lock.error();
    return Backup::saveCopy(*source, file, progress);
}
