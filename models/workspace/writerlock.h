#pragma once

#include "models/core/result.h"

#include <QString>

#include <memory>

class QLockFile;

/// The right to write to a workspace: the file NAME.lock beside it, which names the holder. One
/// program has it at a time; that of a program that crashed or was killed is taken over.
class WriterLock
{
public:
    /// An error of kind Locked names the program, its process and its computer.
    static Result<WriterLock> acquire(const QString &workspaceFile);

    WriterLock(WriterLock &&) noexcept;
    WriterLock &operator=(WriterLock &&) noexcept;
    ~WriterLock();

private:
    explicit WriterLock(std::unique_ptr<QLockFile> lock);

    std::unique_ptr<QLockFile> m_lock;
};
