#include "models/workspace/workspacefile.h"

#include "models/workspace/schema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
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

quint32 numberAt(const QByteArray &bytes, int offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

/// A file opened the way SQLite opens it. Plain files would do for reading, but on POSIX systems
/// closing any of them drops the locks that this process's connections hold on the same file;
/// SQLite's own closing knows about those.
class SharedFile
{
public:
    SharedFile(const QString &file, int access)
    {
        sqlite3_initialize();
        sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
        // SQLite wants names of databases to end with two zero bytes.
        m_name = file.toUtf8() + QByteArray(2, '\0');
        m_file.reset(static_cast<sqlite3_file *>(std::calloc(1, std::size_t(vfs->szOsFile))));
        int granted = 0;
        m_isOpen = vfs->xOpen(vfs, m_name.constData(), m_file.get(), access | SQLITE_OPEN_MAIN_DB,
                              &granted)
                   == SQLITE_OK;
        m_isWritable = m_isOpen && (granted & SQLITE_OPEN_READWRITE);
    }
    ~SharedFile()
    {
        if (m_file->pMethods)
            m_file->pMethods->xClose(m_file.get());
    }
    SharedFile(const SharedFile &) = delete;
    SharedFile &operator=(const SharedFile &) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isWritable() const { return m_isWritable; }
    [[nodiscard]] qint64 size() const
    {
        sqlite3_int64 size = 0;
        return m_file->pMethods->xFileSize(m_file.get(), &size) == SQLITE_OK ? size : 0;
    }
    [[nodiscard]] QByteArray read(int bytes) const
    {
        QByteArray content(std::min(qint64(bytes), size()), '\0');
        return m_file->pMethods->xRead(m_file.get(), content.data(), int(content.size()), 0)
                       == SQLITE_OK
                   ? content
                   : QByteArray();
    }

private:
    struct Free
    {
        void operator()(void *memory) const { std::free(memory); }
    };

    QByteArray m_name;
    std::unique_ptr<sqlite3_file, Free> m_file;
    bool m_isOpen = false;
    bool m_isWritable = false;
};

Error notOurs(const QString &file, Error::Kind kind, const QString &sentence)
{
    return {kind, sentence.arg(QFileInfo(file).fileName()), file};
}

} // namespace

Error damaged(const QString &file, const QString &detail)
{
    return {
        Error::Kind::Damaged,
        QCoreApplication::translate("WorkspaceFile", "%1 is damaged and was left as it is. %2 Open the "
                                              "newest file in the folder \"backups\" beside it.")
            .arg(QFileInfo(file).fileName(), detail),
        file};
}

Result<Header> readHeader(const QString &file)
{
    const QFileInfo info(file);
    if (info.isDir())
        return notOurs(
            file, Error::Kind::File,
            QCoreApplication::translate("WorkspaceFile", "%1 is a folder, not a workspace. Choose a .qeema file."));
    if (!info.exists())
        return notOurs(
            file, Error::Kind::File,
            QCoreApplication::translate("WorkspaceFile", "There is no file %1. Check its name and folder, or make a new workspace."));
    const SharedFile device(info.canonicalFilePath(), SQLITE_OPEN_READONLY);
    if (!info.isFile() || !device.isOpen())
        return notOurs(
            file, Error::Kind::File,
            QCoreApplication::translate("WorkspaceFile", "%1 cannot be read. Check that you have the right to open it."));
    if (device.size() == 0)
        return notOurs(file, Error::Kind::Format,
                       QCoreApplication::translate("WorkspaceFile", "%1 is empty (0 bytes), so it is not a workspace. "
                                            "Choose another file, or make a new workspace."));
    const QByteArray bytes = device.read(headerSize);
    const bool isOurs = bytes.size() == headerSize
                        && numberAt(bytes, applicationIdAt) == quint32(Schema::applicationId);
    if (!bytes.startsWith(QByteArray("SQLite format 3\0", 16))) {
        if (isOurs)
            return damaged(file,
                           QCoreApplication::translate("WorkspaceFile", "Its first bytes are not those of a workspace."));
        return notOurs(
            file, Error::Kind::Format,
            QCoreApplication::translate("WorkspaceFile", "%1 is not a Qeema workspace. Choose a .qeema "
                                                  "file; to bring data in, use Import."));
    }
    if (bytes.size() < headerSize)
        return damaged(file, QCoreApplication::translate("WorkspaceFile", "It ends too early."));
    if (!isOurs)
        return notOurs(
            file, Error::Kind::Format,
            QCoreApplication::translate("WorkspaceFile", "%1 is a database of another program, not a "
                                                  "Qeema workspace. It was left as it is."));

    Header header;
    const quint32 pageSize = qFromBigEndian<quint16>(bytes.constData() + pageSizeAt);
    header.pageSize = pageSize == 1 ? 65536 : pageSize;
    header.changeCounter = numberAt(bytes, changeCounterAt);
    header.version = int(numberAt(bytes, userVersionAt));
    header.isWal = bytes[writeVersionAt] == 2;
    if (header.pageSize < 512 || (header.pageSize & (header.pageSize - 1)) != 0
        || header.version < 1)
        return damaged(file,
                       QCoreApplication::translate("WorkspaceFile", "Its first bytes are not those of a workspace."));
    // With a journal the file may be in the middle of a change, which SQLite completes or takes
    // back.
    const bool knowsPageCount = numberAt(bytes, validForAt) == header.changeCounter;
    const qint64 expected = qint64(numberAt(bytes, pageCountAt)) * header.pageSize;
    if (!hasJournal(file)
        && (device.size() % header.pageSize != 0 || (knowsPageCount && device.size() < expected)))
        return damaged(file, QCoreApplication::translate("WorkspaceFile", "It ends too early."));
    return header;
}

bool hasJournal(const QString &file)
{
    return QFileInfo(file + QStringLiteral("-wal")).size() > 0
           || QFileInfo(file + QStringLiteral("-journal")).size() > 0;
}

void removeJournals(const QString &file)
{
    for (const QLatin1String ending :
         {QLatin1String("-journal"), QLatin1String("-wal"), QLatin1String("-shm")})
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
    const SharedFile device(QFileInfo(file).canonicalFilePath(), SQLITE_OPEN_READWRITE);
    return device.isWritable() && isFolderWritable(QFileInfo(file).path());
}

Result<void> replace(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), failure);
    if (failure)
        return Error{Error::Kind::File,
                     QCoreApplication::translate("WorkspaceFile", "%1 cannot be written: %2. Choose another folder.")
                         .arg(QFileInfo(to).fileName(), QString::fromStdString(failure.message())),
                     to};
    return {};
}

} // namespace WorkspaceFile
