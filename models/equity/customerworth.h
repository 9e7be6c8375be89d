#pragma once

#include "models/equity/equityresult.h"

namespace Equity {

/// Every customer's value on one date in whole minor units, so that sums and differences are exact.
struct CustomerWorth
{
    QDate date;
    QString method;
    std::vector<Customers::CustomerIndex> customer; ///< ascending
    std::vector<qint64> minor;
    std::vector<double> pAlive; ///< NaN where no model stands behind the value

    [[nodiscard]] qint64 total() const;
};

/// Rounds each customer's value to the currency's minor unit.
[[nodiscard]] CustomerWorth worthOf(const Clv::ClvResult &clv, const Currency &currency);

/// Why the total changed. Customers absent at the opening are acquired with their closing value;
/// those whose P(alive) fell from 0.5 or more to below 0.5 and who lost value are churned, by the
/// loss; other rises are expansion, other falls contraction.
[[nodiscard]] EquityBridge bridgeBetween(const CustomerWorth &opening, const CustomerWorth &closing,
                                         const Currency &currency);

} // namespace Equity
