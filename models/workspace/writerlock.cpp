#include "models/workspace/writerlock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>

#include <chrono>

namespace {

Error heldByOther(const QString &file, const QLockFile &lock)
{
    qint64 process = 0;
    QString computer;
    QString program;
    const QString name = QFileInfo(file).fileName();
    if (!lock.getLockInfo(&process, &computer, &program))
        return {
            Error::Kind::Locked,
            QCoreApplication::translate("WriterLock", "Another program is writing to %1. Wait until it "
                                               "has finished or open the file for reading only.")
                .arg(name),
            file};
    return {
        Error::Kind::Locked,
        QCoreApplication::translate("WriterLock", "%1 is open for writing in %2 (process %3 on %4). Close "
                                           "it there first; until then it can only be read.")
            .arg(name, QFileInfo(program).fileName(), QString::number(process), computer),
        file};
}

} // namespace

WriterLock::WriterLock(std::unique_ptr<QLockFile> lock) : m_lock(std::move(lock)) {}

WriterLock::WriterLock(WriterLock &&) noexcept = default;
WriterLock &WriterLock::operator=(WriterLock &&) noexcept = default;
WriterLock::~WriterLock() = default;

Result<WriterLock> WriterLock::acquire(const QString &workspaceFile)
{
    auto lock = std::make_unique<QLockFile>(workspaceFile + QStringLiteral(".lock"));
    // Age says nothing, a window may stay open for weeks: only the holder's end frees the lock.
    lock->setStaleLockTime(0);
    using namespace std::chrono_literals;
    if (lock->tryLock(200ms))
        return WriterLock(std::move(lock));
    if (lock->error() == QLockFile::LockFailedError)
        return heldByOther(workspaceFile, *lock);
    return Error{
        Error::Kind::File,
        QCoreApplication::translate("WriterLock", "The folder of %1 is read-only, so it cannot be changed "
                                           "there. Save a copy elsewhere to change it.")
            .arg(QFileInfo(workspaceFile).fileName()),
        workspaceFile};
}
