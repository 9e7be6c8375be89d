#pragma once

#include "models/core/numberformat.h"
#include "models/lifecycle/stagehistory.h"

namespace Lifecycle {

/// One change of a customer's stage with its receipt, ready to be shown.
struct StageReceipt
{
    QDate day;
    QString from;    ///< title of the stage before; empty: there was none
    QString to;      ///< title of the stage entered; empty: an exit rule ended the stage before
    QString because; ///< whole translated sentences: the event, purchase or rule, and the import
    qint64 batch = 0; ///< the import named there; 0: none
    bool operator==(const StageReceipt &) const = default;
};

/// Every change that the workspace keeps of \a customer, oldest first, in words of \a format's
/// language. A stage that the lifecycle no longer has keeps its id as title. Nothing is kept before
/// keepHistory() has run.
Result<QList<StageReceipt>> stageReceipts(Database &database, const Customers::Snapshot &snapshot,
                                          const LifecycleModel &lifecycle, CustomerId customer,
                                          const NumberFormat &format);
/// The same as one line: "5 Jan 2025: Attract → Capture. Event “visit”. Import 3: events.csv."
[[nodiscard]] QString describe(const StageReceipt &receipt, const NumberFormat &format);

} // namespace Lifecycle
