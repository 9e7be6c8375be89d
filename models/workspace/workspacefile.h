#pragma once

#include "models/core/result.h"

#include <QString>

/// The bytes of a workspace file as seen without SQLite, which would repair, lock or journal what
/// it opens: a file that is not ours must stay as it is to the byte.
namespace WorkspaceFile {

struct Header
{
    quint32 pageSize = 0;
    quint32 changeCounter = 0;
    int version = 0;
    bool isWal = false; ///< journal mode of the last writer
};

/// Reads the first 100 bytes. An error, each with its own sentence, for: no such file, a folder, an
/// empty file, not SQLite, SQLite of another program, a damaged header, a file that ends too early.
Result<Header> readHeader(const QString &file);

/// Whether a journal holds changes that are not in the file yet.
[[nodiscard]] bool hasJournal(const QString &file);
/// Removes what a former file of this name left beside it.
void removeJournals(const QString &file);

/// Whether the file can be opened for writing and files can be made beside it.
[[nodiscard]] bool isWritable(const QString &file);
[[nodiscard]] bool isFolderWritable(const QString &folder);

/// "%1 is damaged: …", with what to do.
[[nodiscard]] Error damaged(const QString &file, const QString &detail);

/// Renames \a from to \a to, replacing it in one step.
Result<void> replace(const QString &from, const QString &to);

} // namespace WorkspaceFile
