#pragma once

#include "models/lifecycle/ruleentries.h"

#include <cstdint>
#include <vector>

namespace Lifecycle {

/// Entry rules resolved against one snapshot: which stages an event name or a purchase puts a
/// customer into.
class EntryRules
{
public:
    EntryRules(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle);

    /// Stages that at least one row of the snapshot can fill.
    [[nodiscard]] StageMask observable() const { return m_observable; }

    /// Calls \a visit(time, mask, fromPurchase, row) for every event and purchase of \a customer
    /// that leads into a stage, and with row 0 where a rule begins to hold, in order of time; an
    /// event goes before a purchase of the same second, a rule after both.
    template <typename Visit>
    void forEach(Customers::CustomerIndex customer, Visit &&visit) const;

private:
    [[nodiscard]] StageMask purchaseMask(int number) const
    {
        return std::size_t(number) < m_ofPurchase.size() ? m_ofPurchase[std::size_t(number)] : 0;
    }

    const Customers::Snapshot &m_snapshot;
    std::vector<StageMask> m_ofName;     ///< per event name
    std::vector<StageMask> m_ofPurchase; ///< per purchase number
    RuleEntries m_ruleEntries;
    StageMask m_observable = 0;
};

template <typename Visit>
void EntryRules::forEach(Customers::CustomerIndex customer, Visit &&visit) const
{
    const Customers::EventColumns &events = m_snapshot.events;
    const Customers::PurchaseColumns &purchases = m_snapshot.purchases;
    std::size_t event = events.first.empty() ? 0 : events.first[customer];
    const std::size_t lastEvent = events.first.empty() ? 0 : events.first[customer + 1];
    std::size_t purchase = purchases.first.empty() ? 0 : purchases.first[customer];
    const std::size_t lastPurchase = purchases.first.empty() ? 0 : purchases.first[customer + 1];
    std::int64_t purchaseDay = INT64_MIN;
    int number = 0;
    std::size_t held = m_ruleEntries.begin(customer);
    const std::size_t lastHeld = m_ruleEntries.end(customer);
    const auto visitRules = [&](std::int64_t before) {
        for (; held < lastHeld && m_ruleEntries.entries[held].time < before; ++held)
            visit(m_ruleEntries.entries[held].time, m_ruleEntries.entries[held].mask, false, 0U);
    };
    while (event < lastEvent || purchase < lastPurchase) {
        if (event < lastEvent
            && (purchase == lastPurchase || events.seconds(event) <= purchases.seconds(purchase))) {
            visitRules(events.seconds(event));
            if (const StageMask mask = m_ofName[events.name[event]])
                visit(events.seconds(event), mask, false, events.row[event]);
            ++event;
            continue;
        }
        const std::int64_t time = purchases.seconds(purchase);
        visitRules(time);
        if (purchases.amount[purchase] >= 0 && epochDay(time) != purchaseDay) {
            purchaseDay = epochDay(time);
            if (const StageMask mask = purchaseMask(++number))
                visit(time, mask, true, purchases.row[purchase]);
        }
        ++purchase;
    }
    visitRules(INT64_MAX);
}

} // namespace Lifecycle
