#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"

#include <QDateTime>
#include <QString>

class Database;

/// Copies of a workspace.
namespace Backup {

inline constexpr int kept = 10;

/// The folder of a workspace's backups: "backups" beside it.
[[nodiscard]] QString folderOf(const QString &workspaceFile);
/// The workspace's backups, newest first, with their full paths.
[[nodiscard]] QStringList list(const QString &workspaceFile);

/// Copies all rows as they are at one moment, without the column cache, to "NAME 2025-06-30
/// 14-05-09-123 LABEL.qeema" and removes all but the newest ten. Cancelled: nothing is left. Returns
/// the copy's path.
Result<QString> make(Database &source, const QString &workspaceFile, const QString &label,
                     const QDateTime &now, const Progress &progress);

/// The same to a file of any name, in one step from the file system's view.
Result<void> saveCopy(Database &source, const QString &target, const Progress &progress);

} // namespace Backup
