#pragma once

#include "models/insights/memberships.h"

namespace Insights {

/// The one segment that stands beside each customer: the first one by name that the customer is in.
struct SegmentLabels
{
    Memberships memberships;
    std::vector<std::int16_t> of; ///< per customer of the snapshot a position in memberships; -1: none

    [[nodiscard]] bool isEmpty() const { return !memberships || memberships->empty(); }
};
/// Of a snapshot with \a customers.
[[nodiscard]] SegmentLabels segmentLabels(const Memberships &memberships, std::size_t customers);

} // namespace Insights
