#include "models/lifecycle/occurrences.h"

#include <algorithm>
#include <bit>

namespace Lifecycle {
namespace {

constexpr int largestPurchaseNumber = 1000;

} // namespace

EntryRules::EntryRules(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle)
    : m_snapshot(snapshot)
    , m_ofName(std::size_t(snapshot.events.names.size()), 0)
    , m_ruleEntries(ruleEntries(snapshot, lifecycle))
    , m_observable(m_ruleEntries.observable)
{
    const int stages = std::min(int(lifecycle.stages.size()), largestStageCount);
    int deepest = 0;
    for (int stage = 0; stage < stages; ++stage) {
        const EntryRule &rule = lifecycle.stages[stage].entry;
        for (const QString &event : rule.events) {
            const qsizetype name = snapshot.events.names.indexOf(event);
            if (name >= 0) {
                m_ofName[std::size_t(name)] |= StageMask(1) << stage;
                m_observable |= StageMask(1) << stage;
            }
        }
        if (rule.purchaseNumber > 0) {
            deepest = std::clamp(rule.purchaseNumber, deepest, largestPurchaseNumber);
            if (snapshot.purchases.size() > 0)
                m_observable |= StageMask(1) << stage;
        }
    }
    m_ofPurchase.assign(std::size_t(deepest) + 1, 0);
    for (int stage = 0; stage < stages; ++stage) {
        const int number = lifecycle.stages[stage].entry.purchaseNumber;
        if (number > 0 && number <= deepest)
            m_ofPurchase[std::size_t(number)] |= StageMask(1) << stage;
    }
}

StageHistory deriveHistory(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle)
{
    const EntryRules rules(snapshot, lifecycle);
    StageHistory history;
    history.first.reserve(snapshot.customers() + 1);
    history.first.push_back(0);
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        StageMask held = 0;
        rules.forEach(customer,
                      [&](std::int64_t time, StageMask mask, bool fromPurchase, std::uint32_t row) {
                          StageMask entered = mask & ~held;
                          held |= mask;
                          while (entered) {
                              const auto stage = std::uint16_t(std::countr_zero(entered));
                              entered &= entered - 1;
                              history.entries.push_back({customer, stage, fromPurchase, row, time});
                          }
                      });
        history.first.push_back(std::uint32_t(history.entries.size()));
    }
    return history;
}

} // namespace Lifecycle
