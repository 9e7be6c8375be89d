#include "models/workspace/closedfiles.h"

#include "models/workspace/workspacefile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ClosedFiles {
namespace {

/// More are forgotten, the oldest first; they cost a check when they are opened again, no more.
constexpr qsizetype mostFiles = 200;

QString folder()
{
    // The same for the window and the command line, whatever they call themselves.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/qeema/closed"_s;
}

/// One small file each, so that programs that close at the same time do not meet.
QString noteOf(const QString &file)
{
    const QByteArray path = QFileInfo(file).canonicalFilePath().toUtf8();
    return folder() + u'/'
           + QString::fromLatin1(
               QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(32));
}

/// Empty: it cannot be said.
QByteArray stateOf(const QString &file)
{
    const QFileInfo info(file);
    const Result<WorkspaceFile::Header> header = WorkspaceFile::readHeader(file);
    if (!header || header->isWal || WorkspaceFile::hasJournal(file))
        return {};
    return QByteArray::number(info.size()) + ' '
           + QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + ' '
           + QByteArray::number(header->changeCounter);
}

void forgetTheOldest()
{
    const QDir notes(folder());
    const QFileInfoList all = notes.entryInfoList(QDir::Files, QDir::Time);
    for (qsizetype i = mostFiles; i < all.size(); ++i)
        QFile::remove(all.at(i).filePath());
}

} // namespace

void remember(const QString &file)
{
    const QByteArray state = stateOf(file);
    if (state.isEmpty() || !QDir().mkpath(folder()))
        return;
    QSaveFile note(noteOf(file));
    if (note.open(QIODevice::WriteOnly) && note.write(state) == state.size() && note.commit())
        forgetTheOldest();
}

void forget(const QString &file) { QFile::remove(noteOf(file)); }

bool isAsRemembered(const QString &file)
{
    QFile note(noteOf(file));
    if (!note.open(QIODevice::ReadOnly))
        return false;
    const QByteArray state = stateOf(file);
    return !state.isEmpty() && note.readAll() == state;
}

} // namespace ClosedFiles
