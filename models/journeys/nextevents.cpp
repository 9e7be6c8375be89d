#include "models/journeys/nextevents.h"

#include <algorithm>

namespace Journeys {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// The first row of the customer later than \a time.
template <typename Columns>
std::size_t firstAfter(const Columns &columns, Customers::CustomerIndex customer, std::int64_t time)
{
    std::size_t row = columns.first[customer];
    while (row < columns.first[customer + 1] && columns.seconds(row) <= time)
        ++row;
    return row;
}

} // namespace

QList<Funnel::Instead> nextEvents(const Customers::Snapshot &snapshot,
                                  const std::vector<Lifecycle::Member> &members)
{
    const Customers::EventColumns &events = snapshot.events;
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    std::vector<qint64> ofName(std::size_t(events.names.size()), 0);
    qint64 bought = 0;
    qint64 refunded = 0;
    qint64 nothing = 0;
    for (const Lifecycle::Member &member : members) {
        std::int64_t eventAt = never;
        std::size_t event = 0;
        if (!events.first.empty()) {
            event = firstAfter(events, member.customer, member.time);
            if (event < events.first[member.customer + 1])
                eventAt = events.seconds(event);
        }
        std::int64_t purchaseAt = never;
        std::size_t purchase = 0;
        if (!purchases.first.empty()) {
            purchase = firstAfter(purchases, member.customer, member.time);
            if (purchase < purchases.first[member.customer + 1])
                purchaseAt = purchases.seconds(purchase);
        }
        if (eventAt == never && purchaseAt == never)
            ++nothing;
        else if (eventAt <= purchaseAt)
            ++ofName[events.name[event]];
        else
            ++(purchases.amount[purchase] < 0 ? refunded : bought);
    }
    QList<Funnel::Instead> found;
    for (std::size_t name = 0; name < ofName.size(); ++name)
        found.append({events.names[qsizetype(name)], ofName[name]});
    found.append({Funnel::purchaseEvent.toString(), bought});
    found.append({Funnel::refundEvent.toString(), refunded});
    found.append({QString(), nothing});
    found.removeIf([](const Funnel::Instead &row) { return row.actors == 0; });
    std::stable_sort(found.begin(), found.end(),
                     [](const Funnel::Instead &a, const Funnel::Instead &b) {
                         return a.actors > b.actors;
                     });
    return found;
}

} // namespace Journeys
