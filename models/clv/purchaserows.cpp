#include "models/clv/purchaserows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>

namespace Clv {

namespace {

constexpr unsigned digitBits = 11;

/// x, T and tx of a customer in one number that sorts like them, where all are small whole numbers.
std::optional<std::vector<std::uint64_t>> packedKeys(std::span<const std::uint32_t> x,
                                                     std::span<const double> tx,
                                                     std::span<const double> T,
                                                     double unitsPerPeriod)
{
    constexpr double limit = 1 << 21;
    std::vector<std::uint64_t> keys(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double age = T[i] * unitsPerPeriod;
        const double last = x[i] == 0 ? 0 : tx[i] * unitsPerPeriod;
        const double wholeAge = std::nearbyint(age);
        const double wholeLast = std::nearbyint(last);
        if (!(std::abs(age - wholeAge) < 1e-7 && std::abs(last - wholeLast) < 1e-7)
            || wholeAge >= limit || wholeLast >= limit || wholeAge < 0 || wholeLast < 0
            || x[i] >= limit)
            return std::nullopt;
        keys[i] =
            std::uint64_t(x[i]) << 42 | std::uint64_t(wholeAge) << 21 | std::uint64_t(wholeLast);
    }
    return keys;
}

struct KeyAndCustomer
{
    std::uint64_t key;
    std::uint32_t customer;
};

/// Radix sort by the digits that vary; stable, so that equal keys keep the customers' order.
std::vector<std::uint32_t> sortedByKey(const std::vector<std::uint64_t> &keys)
{
    std::uint64_t varying = 0;
    for (const std::uint64_t key : keys)
        varying |= key ^ keys.front();
    std::vector<KeyAndCustomer> from(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        from[i] = {keys[i], std::uint32_t(i)};
    std::vector<KeyAndCustomer> to(keys.size());
    for (unsigned shift = 0; shift < 64; shift += digitBits) {
        constexpr std::uint64_t mask = (1u << digitBits) - 1;
        if (((varying >> shift) & mask) == 0)
            continue;
        std::vector<std::uint32_t> offset(mask + 2, 0);
        for (const KeyAndCustomer &entry : from)
            ++offset[((entry.key >> shift) & mask) + 1];
        std::partial_sum(offset.begin(), offset.end(), offset.begin());
        for (const KeyAndCustomer &entry : from)
            to[offset[(entry.key >> shift) & mask]++] = entry;
        from.swap(to);
    }
    std::vector<std::uint32_t> order(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        order[i] = from[i].customer;
    return order;
}

void indexDistinctX(PurchaseRows &rows)
{
    rows.xIndex.resize(rows.size());
    rows.xValue.clear();
    rows.xWeight.clear();
    rows.customers = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows.xValue.empty() || rows.xValue.back() != rows.x[i]) {
            rows.xValue.push_back(rows.x[i]);
            rows.xWeight.push_back(0);
        }
        rows.xIndex[i] = std::uint32_t(rows.xValue.size() - 1);
        rows.xWeight.back() += rows.weight[i];
        rows.customers += rows.weight[i];
    }
}

} // namespace

PurchaseRows groupRows(std::span<const std::uint32_t> x, std::span<const double> tx,
                       std::span<const double> T, double unitsPerPeriod)
{
    PurchaseRows rows;
    if (x.empty())
        return rows;
    std::vector<std::uint32_t> order;
    if (const auto keys = packedKeys(x, tx, T, unitsPerPeriod)) {
        order = sortedByKey(*keys);
    } else {
        order.resize(x.size());
        std::iota(order.begin(), order.end(), 0u);
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tie(x[a], T[a], tx[a]) < std::tie(x[b], T[b], tx[b]);
        });
    }
    rows.rowOf.resize(x.size());
    std::uint32_t previous = order.front();
    for (const std::uint32_t customer : order) {
        const bool isSame = !rows.x.empty() && x[customer] == x[previous]
                            && T[customer] == T[previous]
                            && (tx[customer] == tx[previous] || x[customer] == 0);
        if (isSame) {
            rows.weight.back() += 1;
        } else {
            const double age = std::max(0.0, T[customer]);
            rows.x.push_back(x[customer]);
            rows.T.push_back(age);
            rows.tx.push_back(x[customer] == 0 ? 0 : std::clamp(tx[customer], 0.0, age));
            rows.weight.push_back(1);
        }
        rows.rowOf[customer] = std::uint32_t(rows.size() - 1);
        previous = customer;
    }
    indexDistinctX(rows);
    return rows;
}

PurchaseRows thinned(const PurchaseRows &rows, std::size_t count)
{
    const std::size_t step =
        std::max<std::size_t>(1, rows.size() / std::max<std::size_t>(1, count));
    PurchaseRows result;
    for (std::size_t i = step / 2; i < rows.size(); i += step) {
        result.x.push_back(rows.x[i]);
        result.tx.push_back(rows.tx[i]);
        result.T.push_back(rows.T[i]);
        result.weight.push_back(rows.weight[i] * double(step));
    }
    indexDistinctX(result);
    return result;
}

RowTotals totals(const PurchaseRows &rows)
{
    RowTotals sums;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sums.x += rows.weight[i] * rows.x[i];
        sums.T += rows.weight[i] * rows.T[i];
    }
    sums.meanRate = sums.T > 0 ? sums.x / sums.T : 0;
    sums.meanAge = rows.customers > 0 ? sums.T / rows.customers : 0;
    return sums;
}

} // namespace Clv
