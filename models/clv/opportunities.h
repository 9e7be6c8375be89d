#pragma once

#include "models/clv/purchasesummary.h"

namespace Clv {

/// Purchases at fixed opportunities, for BG/BB: the opportunity is the period, of which each counts
/// once however often somebody bought in it, with the amounts added.

/// Number of the period that holds \a day: calendar months, quarters and years; weeks end on
/// \a until's day of the week.
[[nodiscard]] std::int64_t opportunityOf(QDate day, PeriodUnit unit, QDate until);
/// Last day of that period.
[[nodiscard]] QDate opportunityEnd(std::int64_t opportunity, PeriodUnit unit, QDate until);

/// x periods with a purchase after the first one, tx the last of them, T those there were, counted
/// from the period of the first purchase. The period that holds \a until counts when it is over or
/// when 95 % of all earlier purchases came as early in their periods. Imported summaries are rounded
/// to whole periods.
[[nodiscard]] PurchaseSummary summariseOpportunities(const Customers::Snapshot &snapshot,
                                                     QDate until, PeriodUnit unit);

/// Opportunities in (after, until] that each customer of \a summary took.
[[nodiscard]] std::vector<std::uint32_t> opportunitiesBetween(const Customers::Snapshot &snapshot,
                                                              const PurchaseSummary &summary,
                                                              std::int64_t after,
                                                              std::int64_t until);

} // namespace Clv
