#pragma once

#include "models/core/result.h"
#include "models/workspace/database.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace Import {

/// A folder whose new files are offered for import. Kept in the workspace.
struct WatchedFolder
{
    QString folder;                 ///< absolute; empty: none is watched
    QHash<QString, QString> known; ///< file name → size and time when it was taken note of

    [[nodiscard]] bool isSet() const { return !folder.isEmpty(); }
    bool operator==(const WatchedFolder &) const = default;
};

Result<WatchedFolder> loadWatchedFolder(Database &database);
Result<void> saveWatchedFolder(Database &database, const WatchedFolder &watched);

/// Starts watching \a folder: what lies there now is known already.
[[nodiscard]] WatchedFolder watchFolder(const QString &folder);
/// Paths of the data files that came or changed since they were taken note of, by name. A file that
/// is still being written (touched within the last \a quietSeconds) waits for the next look.
[[nodiscard]] QStringList newFiles(const WatchedFolder &watched, int quietSeconds = 0);
/// Takes note of \a files: they are offered again only when they change.
void takeNote(WatchedFolder &watched, const QStringList &files);

/// "*.csv", "*.xlsx" …: the files an import can read.
[[nodiscard]] QStringList dataFilePatterns();

} // namespace Import
