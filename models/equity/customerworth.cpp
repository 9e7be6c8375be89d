#include "models/equity/customerworth.h"

#include <algorithm>
#include <numeric>

namespace Equity {
namespace {

constexpr double aliveLimit = 0.5;

/// Sums of a bridge in minor units, before they become major ones.
struct Sums
{
    qint64 acquired = 0;
    qint64 expansion = 0;
    qint64 contraction = 0;
    qint64 churned = 0;
};

} // namespace

qint64 CustomerWorth::total() const
{
    return std::accumulate(minor.begin(), minor.end(), qint64(0));
}

CustomerWorth worthOf(const Clv::ClvResult &clv, const Currency &currency)
{
    CustomerWorth worth;
    worth.date = clv.until;
    if (!clv.values)
        return worth;
    const Clv::CustomerValues &values = *clv.values;
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    if (!std::ranges::is_sorted(values.customer))
        std::ranges::sort(order, {}, [&](std::size_t i) { return values.customer[i]; });
    worth.customer.reserve(order.size());
    worth.minor.reserve(order.size());
    worth.pAlive.reserve(order.size());
    for (const std::size_t i : order) {
        worth.customer.push_back(values.customer[i]);
        worth.minor.push_back(currency.toMinor(values.clv[i]));
        worth.pAlive.push_back(i < values.pAlive.size() ? values.pAlive[i] : Clv::notAvailable);
    }
    return worth;
}

EquityBridge bridgeBetween(const CustomerWorth &opening, const CustomerWorth &closing,
                           const Currency &currency)
{
    EquityBridge bridge;
    Sums sums;
    const auto change = [&](qint64 before, qint64 after, bool hasLeft) {
        if (hasLeft && after < before) {
            sums.churned += before - after;
            ++bridge.churnedCustomers;
        } else if (after > before) {
            sums.expansion += after - before;
            ++bridge.expansionCustomers;
        } else if (after < before) {
            sums.contraction += before - after;
            ++bridge.contractionCustomers;
        }
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < opening.customer.size() || j < closing.customer.size()) {
        const bool hasOpening = i < opening.customer.size();
        const bool hasClosing = j < closing.customer.size();
        if (hasOpening && (!hasClosing || opening.customer[i] < closing.customer[j])) {
            // Gone from the data: only possible when its purchases were.
            change(opening.minor[i], 0, opening.pAlive[i] >= aliveLimit);
            ++i;
        } else if (hasClosing && (!hasOpening || closing.customer[j] < opening.customer[i])) {
            sums.acquired += closing.minor[j];
            ++bridge.acquiredCustomers;
            ++j;
        } else {
            change(opening.minor[i], closing.minor[j],
                   opening.pAlive[i] >= aliveLimit && closing.pAlive[j] < aliveLimit);
            ++i;
            ++j;
        }
    }
    bridge.from = opening.date;
    bridge.until = closing.date;
    bridge.opening = currency.toMajor(opening.total());
    bridge.acquired = currency.toMajor(sums.acquired);
    bridge.expansion = currency.toMajor(sums.expansion);
    bridge.contraction = currency.toMajor(sums.contraction);
    bridge.churned = currency.toMajor(sums.churned);
    bridge.closing = currency.toMajor(closing.total());
    bridge.methodChanged = opening.method != closing.method;
    return bridge;
}

} // namespace Equity
