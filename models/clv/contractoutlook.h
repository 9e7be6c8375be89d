#pragma once

#include "models/clv/clvjob.h"

namespace Clv {

/// One customer of a contractual model: the latest contract, and how likely it is to go on.
struct ContractOutlook
{
    bool isRunning = false;
    QDate started;     ///< of the latest contract; invalid: none
    QDate ended;       ///< invalid: it runs
    QDate nextRenewal; ///< of a running one
    /// The day of each renewal ahead and the chance to be a customer still, S(n + k) / S(n), from
    /// the last day of data on; empty where the contract has ended.
    AliveHistory chance;
};
ContractOutlook contractOutlook(const Customers::Snapshot &snapshot, const ClvResult &result,
                                Customers::CustomerIndex customer);

} // namespace Clv
