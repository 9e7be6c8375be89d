#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/workspace/workspace.h"

#include <QList>

namespace Health {

/// Customers that are one: \a keep stays and takes what the others have.
struct Merge
{
    CustomerId keep;
    QList<CustomerId> remove;

    bool operator==(const Merge &) const = default;
};

/// What a change of rows did.
struct EditOutcome
{
    BatchId batch; ///< for Import::undoImport(), which takes the change back
    qint64 rowsChanged = 0;
    qint64 rowsRemoved = 0;

    bool operator==(const EditOutcome &) const = default;
};

/// Moves every fact to the customer that stays, fills its empty values and attributes from the
/// others in their order (of the days of acquisition the earliest), and removes the others. All in
/// one transaction, kept in the history of imports: Import::undoImport() restores exactly what was
/// there. Blocks: call it on a worker.
Result<EditOutcome> mergeCustomers(const Workspace &workspace, const QList<Merge> &merges,
                                   const Progress &progress = {});

} // namespace Health
