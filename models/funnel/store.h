#pragma once

#include "models/funnel/query.h"
#include "models/workspace/database.h"

namespace Funnel {

/// The workspace's own funnels by name. A definition that cannot be read is an error that names it.
Result<QList<FunnelQuery>> loadFunnels(Database &database);
/// Replaces them all, in one transaction. Refuses a funnel without a name and two of one name.
Result<void> saveFunnels(Database &database, const QList<FunnelQuery> &funnels);

} // namespace Funnel
