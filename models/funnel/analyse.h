#pragma once

#include "models/core/progress.h"
#include "models/funnel/eventlog.h"

#include <QJsonObject>

namespace Funnel {

/// The computations that a definition's "kind" can name.
[[nodiscard]] QStringList kinds();

/// Answers \a definition, whose "kind" says which question it is, with the fields that the contract
/// lists for that kind. A definition that cannot be right is refused with a sentence that names the
/// field; where nobody is left, "explanation" says which condition removed them.
Result<QJsonObject> analyse(const EventLog &log, const QJsonObject &definition,
                            const Progress &progress = {});

/// The same over a workspace's events and purchases. \a workspace must outlive the call.
Result<QJsonObject> analyse(const Workspace &workspace, Customers::SnapshotPtr snapshot,
                            const QJsonObject &definition, const Progress &progress = {});

} // namespace Funnel
