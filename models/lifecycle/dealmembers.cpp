#include "models/lifecycle/dealmembers.h"

#include <algorithm>

namespace Lifecycle {
namespace {

bool isBehind(const Deal &deal, const DateRange &period, const DealPlace &place)
{
    if (place.kind == DealPlace::Kind::LossReason)
        return deal.isLost() && period.contains(dayOfEpoch(deal.changes.back().time))
               && deal.changes.back().reason == place.reason;
    if (!period.contains(dayOfEpoch(deal.firstTime())))
        return false;
    switch (place.kind) {
    case DealPlace::Kind::Reached:
        return place.milestone == Milestone::Won ? deal.isWon()
                                                 : deal.reached(place.milestone).has_value();
    case DealPlace::Kind::Score:
        return deal.hasMeddic() && deal.meddicTotal() >= place.from
               && deal.meddicTotal() <= place.until;
    case DealPlace::Kind::Missing:
        return deal.isOpen() && !deal.meddic(place.element);
    case DealPlace::Kind::LossReason:
        break;
    }
    return false;
}

} // namespace

std::vector<Customers::CustomerIndex> dealCustomers(const std::vector<Deal> &deals,
                                                    const DateRange &period, const DealPlace &place)
{
    std::vector<Customers::CustomerIndex> customers;
    for (const Deal &deal : deals) {
        if (isBehind(deal, period, place))
            customers.push_back(deal.customer);
    }
    std::ranges::sort(customers);
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
    return customers;
}

} // namespace Lifecycle
