#include "models/workspace/backup.h"

#include "models/workspace/cancelguard.h"
#include "models/workspace/database.h"
#include "models/workspace/workspacefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <sqlite3.h>

namespace Backup {
namespace {

constexpr int pagesAStep = 256; // 4 MB: a step ends well before anyone waits for it

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

/// All pages of \a source into the new file \a target.
Result<void> copyPages(Database &source, const QString &target, const Progress &progress)
{
    try {
        SQLite::Database copy(target.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        sqlite3_backup *backup =
            sqlite3_backup_init(copy.getHandle(), "main", source.handle(), "main");
        if (!backup)
            return source.errorOf(sqlite3_extended_errcode(copy.getHandle()),
                                  QString::fromUtf8(copy.getErrorMsg()));
        int code = SQLITE_OK;
        const QString step = QCoreApplication::translate("Backup", "Making a backup");
        do {
            code = sqlite3_backup_step(backup, pagesAStep);
            const int pages = sqlite3_backup_pagecount(backup);
            progress.report(pages > 0 ? 1 - double(sqlite3_backup_remaining(backup)) / pages : 0,
                            step);
            if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
                sqlite3_sleep(20);
        } while (!progress.isCancelled()
                 && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED));
        const int finished = sqlite3_backup_finish(backup);
        if (code != SQLITE_DONE && progress.isCancelled())
            return Error::cancelled();
        if (code != SQLITE_DONE || finished != SQLITE_OK)
            return cannotWrite(
                target, QString::fromUtf8(sqlite3_errstr(code != SQLITE_DONE ? code : finished)));
        // The source may be in WAL mode; the copy rests as one file.
        copy.exec("PRAGMA journal_mode=DELETE");
        return {};
    } catch (const SQLite::Exception &exception) {
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
        intoPlace(target, [&](const QString &part) { return copyPages(source, part, progress); });
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

    const auto write = [&](const QString &part) -> Result<void> {
        progress.report(-1, QCoreApplication::translate("Backup", "Saving a copy"));
        const CancelGuard guard(source.handle(), progress);
        sqlite3_limit(source.handle(), SQLITE_LIMIT_ATTACHED, 1); // VACUUM attaches its target
        const auto vacuumed = source.attempt([&](SQLite::Database &connection) {
            SQLite::Statement vacuum(connection, "VACUUM INTO ?");
            vacuum.bind(1, part.toStdString());
            vacuum.exec();
        });
        sqlite3_limit(source.handle(), SQLITE_LIMIT_ATTACHED, 0);
        if (!vacuumed)
            return progress.isCancelled() ? Error::cancelled() : vacuumed.error();
        try {
            SQLite::Database copy(part.toStdString(), SQLite::OPEN_READWRITE);
            if (copy.execAndGet("SELECT EXISTS(SELECT 1 FROM column_cache)").getInt() != 0)
                copy.exec("DELETE FROM column_cache; DELETE FROM setting WHERE key = 'column_cache'; VACUUM;");
            copy.exec("PRAGMA journal_mode=DELETE");
        } catch (const SQLite::Exception &exception) {
            return cannotWrite(target, QString::fromUtf8(exception.what()));
        }
        return progress.isCancelled() ? Result<void>(Error::cancelled()) : Result<void>();
    };
    return intoPlace(target, write);
}

} // namespace Backup
