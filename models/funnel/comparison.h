#pragma once

#include "models/funnel/evaluator.h"

namespace Funnel {

/// Which sides of a comparison an actor is on; of two segments it may be both.
enum Side : std::uint8_t { NeitherSide = 0, LeftSide = 1, RightSide = 2 };
using Sides = std::vector<std::uint8_t>; ///< per actor, a bit for each side
using TwoReadings = std::pair<FunnelReading, FunnelReading>;

/// The sides of the query's comparison: two values of a property, two saved segments, or either and
/// the rest.
Result<Sides> sidesOf(const EventLog &log, const FunnelQuery &query);
/// Those of the mask beside everybody else. One byte an actor.
[[nodiscard]] Sides sidesOf(const EventLog &log, std::span<const std::uint8_t> left);
/// One byte an actor: 1 for those on \a side.
[[nodiscard]] std::vector<std::uint8_t> maskOf(const Sides &sides, Side side);

/// The funnel of either side.
Result<TwoReadings> compareSides(const EventLog &log, const FunnelQuery &query, const Sides &sides,
                                 const Progress &progress = {});
/// The two sides of the query's comparison.
Result<TwoReadings> compareGroups(const EventLog &log, const FunnelQuery &query,
                                  const Progress &progress = {});

} // namespace Funnel
