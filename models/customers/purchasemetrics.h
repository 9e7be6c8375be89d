#pragma once

#include "models/customers/snapshot.h"

namespace Customers {

/// What each customer bought, by position in the snapshot. A refund lowers revenue and is not a
/// purchase.
struct PurchaseMetrics
{
    static constexpr std::int32_t never = INT32_MIN;

    std::vector<std::uint32_t> purchases;
    std::vector<std::int64_t> revenue;  ///< minor units, less refunds
    std::vector<std::int32_t> firstDay; ///< days since 1970-01-01; never: no purchase
    std::vector<std::int32_t> lastDay;

    /// Revenue a purchase in minor units; NaN without a purchase.
    [[nodiscard]] double meanOrder(CustomerIndex customer) const;
    [[nodiscard]] QDate firstDate(CustomerIndex customer) const; ///< invalid: no purchase
    [[nodiscard]] QDate lastDate(CustomerIndex customer) const;
};

/// Over the purchases up to and including \a until; an invalid date: all.
PurchaseMetrics purchaseMetrics(const Snapshot &snapshot, QDate until = {});

} // namespace Customers
