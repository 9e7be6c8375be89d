#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/import/importplan.h"
#include "models/workspace/workspace.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

class QTemporaryFile;

namespace Import {

/// Rows that were rejected for one reason.
struct RejectGroup
{
    QString reason; ///< stable code such as "date_unreadable:time"
    qint64 count = 0;
    qint64 firstLine = 0; ///< line in the file of the first such row
    QString firstValue = {}; ///< the cell there, its beginning where it is long; empty: none, or the row as a whole
    QString firstColumn = {}; ///< heading of the column of that cell

    bool operator==(const RejectGroup &) const = default;
};

/// The sentence for a reason's code, translated: "The date in Time cannot be read."
[[nodiscard]] QString rejectReasonText(const QString &reason);

struct ImportOutcome
{
    BatchId batch; ///< 0 after a dry run
    Kind kind = Kind::Transactions;
    QString file;
    QString encoding;
    SourceType format = SourceType::Text;
    QString sheet;       ///< of a spreadsheet
    QString delimiter;   ///< the character; empty where cells are not parted by one
    qint64 rowsRead = 0; ///< = imported + updated + unchanged + rejected + left out + merged
    qint64 rowsImported = 0;
    qint64 rowsUpdated = 0;
    qint64 rowsUnchanged = 0; ///< known customers that the file left as they were
    qint64 rowsRejected = 0;
    qint64 rowsLeftOut = 0;  ///< orders whose status says so: cancelled, test
    qint64 rowsMerged = 0;   ///< further rows of an order that counts once
    qint64 rowsReplaced = 0; ///< of the workspace, taken out for the period of the file
    qint64 customersCreated = 0;
    qint64 refunds = 0;         ///< transactions with a negative amount
    QList<RejectGroup> rejects; ///< most frequent first
    double seconds = 0;
    double rowsPerSecond = 0;
    QString backup; ///< path of the copy made before, empty: the workspace was empty
    bool dryRun = false;
    std::optional<BatchId> sameFile; ///< an earlier import of this file as it is now, where asked
    std::shared_ptr<QTemporaryFile>
        rejectedRows; ///< every rejected row as CSV; null: none. Removed with the last copy
};

/// The `import` document of the command line.
[[nodiscard]] QJsonObject toJson(const ImportOutcome &outcome);

/// Imports \a plan.file in one transaction. Cancelled, failed or killed it leaves the workspace
/// as it was. Blocks: call it on a worker thread.
Result<ImportOutcome> runImport(const Workspace &workspace, const ImportPlan &plan,
                                const Progress &progress = {});

/// Which part of an import a report of its progress is about.
enum class ImportStage {
    Preparing,
    Rows,      ///< are read, checked and written
    Finishing, ///< of the tables
    Saving     ///< to the disk, all at once
};
[[nodiscard]] ImportStage stageOf(const ProgressReport &report);

/// Takes back everything \a batch brought; what later imports rely on stays.
Result<void> undoImport(const Workspace &workspace, BatchId batch, const Progress &progress = {});

/// Reads the file of \a batch again with the choices made then. The rows of the batch are taken back
/// first, unless they were already; when the file cannot be read or lacks a needed column nothing is
/// changed.
Result<ImportOutcome> importAgain(const Workspace &workspace, BatchId batch,
                                  const Progress &progress = {});

/// Whether \a batch has been taken back already.
Result<bool> isUndone(const Workspace &workspace, BatchId batch);

/// Writes the rejected rows of \a outcome as CSV in the layout of the source with the columns
/// qeema_line, qeema_column and qeema_reason behind, so that the mended file can be imported.
Result<void> saveRejectedRows(const ImportOutcome &outcome, const QString &file);
/// The same from what the workspace keeps of a batch: the first 1,000 rows of each reason.
Result<void> saveRejectedRows(const Workspace &workspace, BatchId batch, const QString &file);

} // namespace Import
