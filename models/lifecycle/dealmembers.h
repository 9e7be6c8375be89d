#pragma once

#include "models/lifecycle/deals.h"

namespace Lifecycle {

/// A number that counts deals.
struct DealPlace
{
    enum class Kind {
        Reached,    ///< came at least to the milestone; Won: is won
        LossReason, ///< lost within the period for that reason
        Score,      ///< a total MEDDIC score from \a from to \a until
        Missing     ///< open, and the MEDDIC element was never answered
    };
    Kind kind = Kind::Reached;
    Milestone milestone = Milestone::Marketing;
    QString reason = {};
    int from = 0;
    int until = 0;
    int element = 0;
};

/// The customers of the deals behind \a place; deals count by their first change within \a period,
/// as in the hand-offs' and MEDDIC's views.
std::vector<Customers::CustomerIndex> dealCustomers(const std::vector<Deal> &deals,
                                                    const DateRange &period, const DealPlace &place);

} // namespace Lifecycle
