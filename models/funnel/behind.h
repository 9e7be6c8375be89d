#pragma once

#include "models/core/progress.h"
#include "models/funnel/eventlog.h"
#include "models/funnel/query.h"

/// The actors behind single numbers of a funnel's questions, each list ascending.
namespace Funnel {

using Actors = std::vector<std::uint32_t>;

/// Those with \a event on their way who converted, or did not, as evaluateDrivers() counts them.
Result<Actors> driverActors(const EventLog &log, const FunnelQuery &query, const QString &event,
                            bool converted, const Progress &progress = {});
/// The same for those whose \a property has \a value at the entry; empty: none.
Result<Actors> traitActors(const EventLog &log, const FunnelQuery &query, const QString &property,
                           const QString &value, bool converted, const Progress &progress = {});
/// Those who took from \a fromSeconds, included, to \a beforeSeconds from the query's first to its
/// last step, as evaluateConvertTimes() measures it.
Result<Actors> convertedWithin(const EventLog &log, const FunnelQuery &query,
                               std::int64_t fromSeconds, std::int64_t beforeSeconds,
                               const Progress &progress = {});

} // namespace Funnel
