#include "models/workspace/backup.h"

#include "models/workspace/database.h"
#include "models/workspace/workspacefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace Backup {
namespace {

/// The label as part of a file name.
QString inFileName(const QString &label)
{
    static const QRegularExpression notAllowed(QStringLiteral("[^\\w-]+"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    QString name = label.simplified();
    name.replace(notAllowed, QStringLiteral("-"));
    return name.left(60);
}

Error cannotWrite(const QString &file, const QString &reason)
{
    return {
        Error::Kind::File,
        QCoreApplication::translate("Backup", "The copy %1 cannot be written: %2. Check the folder and the free space.")
            .arg(QFileInfo(file).fileName(), reason),
        file};
}

/// Stops the copy when it is cancelled and says how far it is.
class CopyWatch
{
public:
    CopyWatch(sqlite3 *connection, QString file, double bytes, QString step, const Progress &progress)
        : m_connection(connection)
        , m_file(std::move(file))
        , m_bytes(std::max(bytes, 1.0))
        , m_step(std::move(step))
        , m_progress(progress)
    {
        report();
        sqlite3_progress_handler(
            connection, stepsBetweenLooks,
            [](void *watch) { return static_cast<CopyWatch *>(watch)->look() ? 1 : 0; }, this);
    }
    ~CopyWatch() { sqlite3_progress_handler(m_connection, 0, nullptr, nullptr); }
    CopyWatch(const CopyWatch &) = delete;
    CopyWatch &operator=(const CopyWatch &) = delete;

    void report()
    {
        // Below the end until all is on the disk: what is left out makes the copy smaller.
        m_fraction = std::clamp(double(QFileInfo(m_file).size()) / m_bytes, m_fraction, 0.99);
        m_progress.report(m_fraction, m_step);
    }

private:
    static constexpr int stepsBetweenLooks = 20'000; // well under a millisecond
    static constexpr int looksBetweenReports = 32;

    bool look()
    {
        if (++m_looks % looksBetweenReports == 0)
            report();
        return m_progress.isCancelled();
    }

    sqlite3 *m_connection;
    QString m_file;
    double m_bytes;
    QString m_step;
    const Progress &m_progress;
    double m_fraction = 0;
    int m_looks = 0;
};

std::string quoted(const std::string &text, char mark)
{
    std::string result(1, mark);
    for (const char c : text)
        result += c == mark ? std::string(2, c) : std::string(1, c);
    return result + mark;
}

/// The source as a connection of another file may attach it: read only, locked as it is there.
std::string attachedName(const Database &source)
{
    sqlite3_vfs *vfs = nullptr;
    sqlite3_file_control(source.handle(), "main", SQLITE_FCNTL_VFS_POINTER, &vfs);
    std::string name = "file:" + QUrl::toPercentEncoding(QFileInfo(source.file()).absoluteFilePath(), "/").toStdString()
                       + "?mode=ro";
    if (vfs)
        name += std::string("&vfs=") + vfs->zName;
    if (sqlite3_uri_boolean(sqlite3_db_filename(source.handle(), "main"), "immutable", 0))
        name += "&immutable=1";
    return name;
}

/// Makes the tables, indexes or views, as \a type says, that the attached workspace has.
void createAll(SQLite::Database &copy, const char *type)
{
    std::vector<std::string> definitions;
    SQLite::Statement query(copy, "SELECT sql FROM workspace.sqlite_schema WHERE type = ? AND sql IS NOT NULL AND "
                                  "name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid");
    query.bind(1, type);
    while (query.executeStep())
        definitions.push_back(query.getColumn(0).getText());
    for (const std::string &definition : definitions)
        copy.exec(definition);
}

/// All rows of \a source into the new file \a target, without the column cache: it is made again
/// from the rows when it is wanted. Between tables of the same form SQLite copies whole cells, so
/// this takes hardly longer than copying all pages.
Result<void> copyRows(Database &source, const QString &target, const QString &step, const Progress &progress)
{
    try {
        SQLite::Database copy(target.toStdString(),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI);
        sqlite3 *handle = copy.getHandle();
        sqlite3_extended_result_codes(handle, 1);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_busy_timeout(handle, 5000);
        SQLite::Statement attach(copy, "ATTACH ? AS workspace");
        attach.bind(1, attachedName(source));
        attach.exec();
        for (const char *pragma : {"page_size", "application_id", "user_version"})
            copy.exec(std::string("PRAGMA main.") + pragma + '='
                      + copy.execAndGet(std::string("PRAGMA workspace.") + pragma).getText());
        // Nobody sees the file before it is whole, so it needs no journal.
        copy.exec("PRAGMA main.journal_mode=OFF; PRAGMA main.cache_size=-16384; PRAGMA cell_size_check=ON");
        const double bytes = copy.execAndGet("PRAGMA workspace.page_count").getDouble()
                             * copy.execAndGet("PRAGMA workspace.page_size").getDouble();
        CopyWatch watch(handle, target, bytes, step, progress);
        copy.exec("BEGIN");
        createAll(copy, "table");
        createAll(copy, "index");
        std::vector<std::string> tables;
        SQLite::Statement query(copy, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> "
                                      "'column_cache' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid");
        while (query.executeStep())
            tables.push_back(query.getColumn(0).getText());
        query.reset();
        for (const std::string &table : tables) {
            const std::string name = quoted(table, '"');
            copy.exec("INSERT INTO main." + name + " SELECT * FROM workspace." + name
                      + (table == "setting" ? " WHERE key <> 'column_cache'" : ""));
            watch.report();
            if (progress.isCancelled())
                return Error::cancelled();
        }
        createAll(copy, "view");
        copy.exec("COMMIT");
        copy.exec("DETACH workspace");
        copy.exec("PRAGMA journal_mode=DELETE");
        return {};
    } catch (const SQLite::Exception &exception) {
        const int code = exception.getErrorCode() & 0xff;
        if (progress.isCancelled())
            return Error::cancelled();
        if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_BUSY)
            return source.errorOf(exception.getErrorCode(), QString::fromUtf8(exception.what()));
        return cannotWrite(target, QString::fromUtf8(exception.what()));
    }
}

/// Made into a file of another name first, so that a half copy never bears the final one.
Result<void> intoPlace(const QString &target, const auto &write)
{
    const QString part = target + QStringLiteral(".part");
    QFile::remove(part);
    Result<void> done = write(part);
    if (done)
        done = WorkspaceFile::replace(part, target);
    if (!done) {
        QFile::remove(part);
        WorkspaceFile::removeJournals(part);
    }
    return done;
}

} // namespace

QString folderOf(const QString &workspaceFile)
{
    return QFileInfo(workspaceFile).absolutePath() + QStringLiteral("/backups");
}

QStringList list(const QString &workspaceFile)
{
    const QString base = QFileInfo(workspaceFile).completeBaseName();
    const QRegularExpression pattern(
        QStringLiteral("^%1 \\d{4}-\\d{2}-\\d{2} \\d{2}-\\d{2}-\\d{2}-\\d{3}( .*)?\\.qeema$")
            .arg(QRegularExpression::escape(base)));
    const QDir folder(folderOf(workspaceFile));
    QStringList files;
    const QStringList names = folder.entryList(QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (pattern.match(name).hasMatch())
            files.append(folder.filePath(name));
    }
    return files;
}

Result<QString> make(Database &source, const QString &workspaceFile, const QString &label,
                     const QDateTime &now, const Progress &progress)
{
    const QString folder = folderOf(workspaceFile);
    if (!QDir().mkpath(folder))
        return cannotWrite(
            folder, QCoreApplication::translate("Backup", "the folder \"backups\" cannot be made"));
    QString name = QFileInfo(workspaceFile).completeBaseName() + u' '
                   + now.toString(QStringLiteral("yyyy-MM-dd HH-mm-ss-zzz"));
    if (const QString suffix = inFileName(label); !suffix.isEmpty())
        name += u' ' + suffix;
    const QString target = folder + u'/' + name + QStringLiteral(".qeema");
    const auto done =
        intoPlace(target, [&](const QString &part) {
            return copyRows(source, part, QCoreApplication::translate("Backup", "Making a backup"), progress);
        });
    if (!done)
        return done.error();
    const QStringList all = list(workspaceFile);
    for (qsizetype i = kept; i < all.size(); ++i)
        QFile::remove(all.at(i));
    return target;
}

Result<void> saveCopy(Database &source, const QString &target, const Progress &progress)
{
    if (QFileInfo(target).exists()
        && QFileInfo(target).canonicalFilePath() == QFileInfo(source.file()).canonicalFilePath())
        return Error{
            Error::Kind::File,
            QCoreApplication::translate("Backup", "%1 is the workspace itself. Choose another name or folder for the copy.")
                .arg(QFileInfo(target).fileName()),
            target};
    if (QFileInfo(target).isDir()
        || !WorkspaceFile::isFolderWritable(QFileInfo(target).absolutePath()))
        return cannotWrite(
            target, QCoreApplication::translate("Backup", "the folder does not exist or is read-only"));

    return intoPlace(target, [&](const QString &part) {
        return copyRows(source, part, QCoreApplication::translate("Backup", "Saving a copy"), progress);
    });
}

} // namespace Backup
