#pragma once

#include "models/customers/snapshot.h"

namespace Insights {

struct Sales
{
    double revenue = 0;      ///< major units, refunds taken off
    double fromExisting = 0; ///< of customers whose first purchase was before the period
    qint64 orders = 0;       ///< purchases, refunds not counted
};
[[nodiscard]] Sales salesWithin(const Customers::Snapshot &snapshot, const DateRange &period);

} // namespace Insights
