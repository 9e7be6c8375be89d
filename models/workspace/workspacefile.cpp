#include "models/workspace/workspacefile.h"

#include "models/workspace/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <QtEndian>

#include <filesystem>
#include <system_error>

namespace WorkspaceFile {
namespace {

// https://www.sqlite.org/fileformat.html, section 1.3: offsets within the database header.
constexpr int headerSize = 100;
constexpr int pageSizeAt = 16;
constexpr int writeVersionAt = 18;
constexpr int changeCounterAt = 24;
constexpr int pageCountAt = 28;
constexpr int userVersionAt = 60;
constexpr int applicationIdAt = 68;
constexpr int validForAt = 92;

QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceFile", text);
}

quint32 numberAt(const QByteArray &bytes, int offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

Error notOurs(const QString &file, Error::Kind kind, const QString &sentence)
{
    return {kind, sentence.arg(QFileInfo(file).fileName()), file};
}

} // namespace

Error damaged(const QString &file, const QString &detail)
{
    return {Error::Kind::Damaged,
            tr(QT_TRANSLATE_NOOP("WorkspaceFile", "%1 is damaged and was left as it is. %2 Open the newest file in the folder \"backups\" beside it."))
                .arg(QFileInfo(file).fileName(), detail),
            file};
}

Result<Header> readHeader(const QString &file)
{
    const QFileInfo info(file);
    if (info.isDir())
        return notOurs(file, Error::Kind::File,
                       tr(QT_TRANSLATE_NOOP("WorkspaceFile", "%1 is a folder, not a workspace. Choose a .qeema file.")));
    if (!info.exists())
        return notOurs(file, Error::Kind::File,
                       tr(QT_TRANSLATE_NOOP("WorkspaceFile", "There is no file %1. Check its name and folder, or make a new workspace.")));
    QFile device(file);
    if (!info.isFile() || !device.open(QIODevice::ReadOnly))
        return notOurs(file, Error::Kind::File,
                       tr(QT_TRANSLATE_NOOP("WorkspaceFile", "%1 cannot be read. Check that you have the right to open it.")));
    if (device.size() == 0)
        return notOurs(file, Error::Kind::Format,
                       tr(QT_TRANSLATE_NOOP("WorkspaceFile", "%1 is empty (0 bytes), so it is not a workspace. Choose another file, or make a new workspace.")));
    const QByteArray bytes = device.read(headerSize);
    const bool isOurs = bytes.size() == headerSize && numberAt(bytes, applicationIdAt) == quint32(Schema::applicationId);
    if (!bytes.startsWith(QByteArray("SQLite format 3\0", 16))) {
        if (isOurs)
            return damaged(file, tr(QT_TRANSLATE_NOOP("WorkspaceFile", "Its first bytes are not those of a workspace.")));
        return notOurs(file, Error::Kind::Format,
                       tr(QT_TRANSLATE_NOOP("WorkspaceFile", "%1 is not a Qeema workspace. Choose a .qeema file; to bring data in, use Import.")));
    }
    if (bytes.size() < headerSize)
        return damaged(file, tr(QT_TRANSLATE_NOOP("WorkspaceFile", "It ends too early.")));
    if (!isOurs)
        return notOurs(file, Error::Kind::Format,
                       tr(QT_TRANSLATE_NOOP("WorkspaceFile", "%1 is a database of another program, not a Qeema workspace. It was left as it is.")));

    Header header;
    const quint32 pageSize = qFromBigEndian<quint16>(bytes.constData() + pageSizeAt);
    header.pageSize = pageSize == 1 ? 65536 : pageSize;
    header.changeCounter = numberAt(bytes, changeCounterAt);
    header.version = int(numberAt(bytes, userVersionAt));
    header.isWal = bytes[writeVersionAt] == 2;
    if (header.pageSize < 512 || (header.pageSize & (header.pageSize - 1)) != 0 || header.version < 1)
        return damaged(file, tr(QT_TRANSLATE_NOOP("WorkspaceFile", "Its first bytes are not those of a workspace.")));
    // With a journal the file may be in the middle of a change, which SQLite completes or takes back.
    const bool knowsPageCount = numberAt(bytes, validForAt) == header.changeCounter;
    const qint64 expected = qint64(numberAt(bytes, pageCountAt)) * header.pageSize;
    if (!hasJournal(file) && (device.size() % header.pageSize != 0 || (knowsPageCount && device.size() < expected)))
        return damaged(file, tr(QT_TRANSLATE_NOOP("WorkspaceFile", "It ends too early.")));
    return header;
}

bool hasJournal(const QString &file)
{
    return QFileInfo(file + QStringLiteral("-wal")).size() > 0
        || QFileInfo(file + QStringLiteral("-journal")).size() > 0;
}

void removeJournals(const QString &file)
{
    for (const QLatin1String ending : {QLatin1String("-journal"), QLatin1String("-wal"), QLatin1String("-shm")})
        QFile::remove(file + ending);
}

bool isFolderWritable(const QString &folder)
{
    // Asking for permissions does not tell about a read-only medium; making a file does.
    QTemporaryFile probe(folder + QStringLiteral("/.qeema-XXXXXX"));
    return probe.open();
}

bool isWritable(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && isFolderWritable(QFileInfo(file).path());
}

Result<void> replace(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), failure);
    if (failure)
        return Error{Error::Kind::File,
                     tr(QT_TRANSLATE_NOOP("WorkspaceFile", "%1 cannot be written: %2. Choose another folder."))
                         .arg(QFileInfo(to).fileName(), QString::fromStdString(failure.message())),
                     to};
    return {};
}

} // namespace WorkspaceFile
