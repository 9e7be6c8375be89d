#pragma once

#include "models/core/dates.h"
#include "models/customers/snapshot.h"

#include <QDate>

#include <cstdint>
#include <optional>
#include <vector>

namespace Clv {

/// What the models know of each customer, by the literature's rules: one purchase per calendar day
/// (UTC), x days after the first, recency tx and age T in periods from the first purchase day to
/// `until`. Refunds (negative amounts) are no purchases; they reduce the latest purchase day on or
/// before them, never below 0.
struct PurchaseSummary
{
    QDate until;
    PeriodUnit period = PeriodUnit::Week;
    std::vector<Customers::CustomerIndex>
        customer; ///< ascending; only those with a purchase until the day
    std::vector<std::uint32_t> x;
    std::vector<double> tx;
    std::vector<double> T;
    std::vector<double> meanSpend;      ///< major units over repeat purchase days; NaN where x is 0
    std::vector<double> firstSpend;     ///< major units of the first purchase day
    std::vector<double> logGaps;        ///< Σ ln(gap in periods) between consecutive purchase days
    std::vector<std::int32_t> firstDay; ///< days since 1970-01-01
    /// Set where x, tx and T count fixed opportunities instead (see opportunities.h): the last one.
    std::optional<std::int64_t> lastOpportunity;

    [[nodiscard]] std::size_t size() const { return customer.size(); }
};

/// True where there are no purchases but customers summarised elsewhere: these are used then.
[[nodiscard]] bool usesSummaries(const Customers::Snapshot &snapshot);
/// First and last day that purchases, or such summaries, tell of; invalid without any.
[[nodiscard]] DateRange purchasesKnown(const Customers::Snapshot &snapshot);

/// One purchase day of one customer.
struct PurchaseDay
{
    std::int32_t day = 0;    ///< since 1970-01-01
    std::int64_t amount = 0; ///< minor units after refunds, never below 0
};

/// The purchase days of one customer until \a lastDay (days since 1970-01-01), oldest first.
void purchaseDays(const Customers::PurchaseColumns &purchases, Customers::CustomerIndex customer,
                  std::int64_t lastDay, std::vector<PurchaseDay> &days);

/// Imported summaries stand at their own day: earlier ones find nobody. They know no first amount
/// (that customer's mean counts, else that of all) and no times between purchases.
[[nodiscard]] PurchaseSummary summarise(const Customers::Snapshot &snapshot, QDate until,
                                        PeriodUnit period);

/// Purchase days within (after, until] of each customer of \a summary, in its order.
[[nodiscard]] std::vector<std::uint32_t> purchasesBetween(const Customers::Snapshot &snapshot,
                                                          const PurchaseSummary &summary,
                                                          QDate after, QDate until);

/// Days since 1970-01-01.
[[nodiscard]] std::int64_t dayNumber(QDate day);

} // namespace Clv
