#include "models/clv/purchaserows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace Clv {

namespace {

constexpr unsigned digitBits = 11;

constexpr unsigned fieldBits = 21;
constexpr std::uint64_t fieldMask = (1u << fieldBits) - 1;

/// x, T and tx of a customer in one number that sorts like them.
struct KeyAndCustomer
{
    std::uint64_t key;
    std::uint32_t customer;
};

/// Empty where not all are small whole numbers of units.
std::vector<KeyAndCustomer> packedKeys(std::span<const std::uint32_t> x, std::span<const double> tx,
                                       std::span<const double> T, double unitsPerPeriod)
{
    std::vector<KeyAndCustomer> keys(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double age = T[i] * unitsPerPeriod;
        const double last = x[i] == 0 ? 0 : std::min(tx[i], T[i]) * unitsPerPeriod;
        const double wholeAge = std::nearbyint(age);
        const double wholeLast = std::nearbyint(last);
        if (!(std::abs(age - wholeAge) < 1e-7 && std::abs(last - wholeLast) < 1e-7)
            || wholeAge > double(fieldMask) || wholeLast < 0 || wholeAge < 0 || x[i] > fieldMask)
            return {};
        keys[i] = {std::uint64_t(x[i]) << (2 * fieldBits) | std::uint64_t(wholeAge) << fieldBits
                       | std::uint64_t(wholeLast),
                   std::uint32_t(i)};
    }
    return keys;
}

/// Radix sort by the digits that vary; stable, so that equal keys keep the customers' order.
void sortByKey(std::vector<KeyAndCustomer> &from)
{
    std::uint64_t varying = 0;
    for (const KeyAndCustomer &entry : from)
        varying |= entry.key ^ from.front().key;
    std::vector<KeyAndCustomer> to(from.size());
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
}

void reserve(PurchaseRows &rows, std::size_t count)
{
    rows.x.reserve(count);
    rows.tx.reserve(count);
    rows.T.reserve(count);
    rows.weight.reserve(count);
}

void addRow(PurchaseRows &rows, double x, double tx, double T)
{
    rows.x.push_back(x);
    rows.T.push_back(T);
    rows.tx.push_back(tx);
    rows.weight.push_back(1);
}

/// Groups whole numbers of units without looking at the customers again, in the order of memory.
void groupByKey(PurchaseRows &rows, std::vector<KeyAndCustomer> keys, double unitsPerPeriod)
{
    sortByKey(keys);
    std::size_t distinct = 1;
    for (std::size_t i = 1; i < keys.size(); ++i)
        distinct += keys[i].key != keys[i - 1].key ? 1 : 0;
    reserve(rows, distinct);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint64_t key = keys[i].key;
        if (i > 0 && key == keys[i - 1].key) {
            rows.weight.back() += 1;
        } else {
            addRow(rows, double(key >> (2 * fieldBits)), double(key & fieldMask) / unitsPerPeriod,
                   double((key >> fieldBits) & fieldMask) / unitsPerPeriod);
        }
        rows.rowOf[keys[i].customer] = std::uint32_t(rows.size() - 1);
    }
}

void groupByComparison(PurchaseRows &rows, std::span<const std::uint32_t> x,
                       std::span<const double> tx, std::span<const double> T)
{
    const auto ageOf = [&](std::uint32_t i) { return std::max(0.0, T[i]); };
    const auto lastOf = [&](std::uint32_t i) {
        return x[i] == 0 ? 0 : std::clamp(tx[i], 0.0, ageOf(i));
    };
    const auto keyOf = [&](std::uint32_t i) { return std::tuple(x[i], ageOf(i), lastOf(i)); };
    std::vector<std::uint32_t> order(x.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return keyOf(a) < keyOf(b); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keyOf(order[i]) == keyOf(order[i - 1]))
            rows.weight.back() += 1;
        else
            addRow(rows, x[order[i]], lastOf(order[i]), ageOf(order[i]));
        rows.rowOf[order[i]] = std::uint32_t(rows.size() - 1);
    }
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
    rows.rowOf.resize(x.size());
    std::vector<KeyAndCustomer> keys = packedKeys(x, tx, T, unitsPerPeriod);
    if (!keys.empty())
        groupByKey(rows, std::move(keys), unitsPerPeriod);
    else
        groupByComparison(rows, x, tx, T);
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
