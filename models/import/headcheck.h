#pragma once

#include "models/import/importjob.h"

namespace Import {

/// What would become of the first rows of a file.
struct HeadCheck
{
    qint64 rows = 0; ///< that were looked at; 0: the plan cannot be carried out yet
    bool isWholeFile = false;
    qint64 rejected = 0;
    qint64 leftOut = 0; ///< by their status
    QList<RejectGroup> rejects;

    [[nodiscard]] qint64 ready() const { return rows - rejected - leftOut; }
    bool operator==(const HeadCheck &) const = default;
};

/// Converts the first \a limit rows as the import would and writes nothing: an answer at once while
/// columns are mapped. Attributes, and rows that the workspace has already, are not compared; the
/// check of all rows does that.
Result<HeadCheck> checkHead(const Workspace &workspace, const ImportPlan &plan, qint64 limit = 5000,
                            const Progress &progress = {});

} // namespace Import
