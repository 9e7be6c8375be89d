#include "models/clv/selection.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Clv {

std::vector<std::uint32_t> orderByValue(const CustomerValues &values)
{
    if (values.byValue.size() == values.size())
        return values.byValue;
    // Value and position side by side: sorting jumps about in memory less than by position alone.
    struct Entry
    {
        double value;
        std::uint32_t position;
    };
    std::vector<Entry> entries(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values.clv[i];
        entries[i] = {std::isfinite(value) ? value : std::numeric_limits<double>::infinity(),
                      std::uint32_t(i)};
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.value != b.value ? a.value < b.value : a.position < b.position;
    });
    std::vector<std::uint32_t> order(values.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = entries[i].position;
    return order;
}

SelectionSummary summariseSelection(const CustomerValues &values,
                                    const std::optional<std::pair<double, double>> &range)
{
    SelectionSummary summary;
    double all = 0;
    double alive = 0;
    double expected = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double clv = values.clv[i];
        all += std::isfinite(clv) ? clv : 0;
        if (range && !(clv >= range->first && clv <= range->second))
            continue;
        ++summary.customers;
        summary.totalClv += std::isfinite(clv) ? clv : 0;
        summary.active += values.pAlive[i] >= 0.5 ? 1 : 0;
        alive += values.pAlive[i]; // not a number where there is no model: neither is the mean
        expected += values.expectedPurchases[i];
    }
    if (summary.customers == 0)
        return summary;
    const auto count = double(summary.customers);
    summary.meanClv = summary.totalClv / count;
    summary.meanAlive = alive / count;
    summary.expectedPurchases = expected / count;
    if (all > 0)
        summary.share = summary.totalClv / all;
    return summary;
}

} // namespace Clv
