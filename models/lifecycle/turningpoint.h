#pragma once

#include "models/lifecycle/lifecycle.h"

namespace Lifecycle {

/// What turns a customer from value creation to value expansion.
enum class TurningRule {
    FirstPurchase,  ///< or the first win: an event deal_won or contract_signed
    SecondPurchase, ///< the second day with a purchase
    Payback ///< the purchase with which margin has paid back the customer's acquisition cost
};

/// A group of customers that was found elsewhere, such as a saved segment. Groups may overlap.
struct NamedGroup
{
    QString name;
    std::vector<std::uint8_t> members; ///< one byte a customer, 0 or 1
};

struct TurningQuery
{
    TurningRule rule = TurningRule::SecondPurchase;
    double margin = 1;    ///< contribution margin as a fraction of revenue, for the payback
    DateRange period;     ///< of the customers' beginning
    QString segmentField; ///< a coded attribute; empty: no segments
    PeriodUnit cohortUnit = PeriodUnit::Quarter;
    QList<NamedGroup> groups;
};

/// When customers turn, in one group of them.
struct TurningReading
{
    QString label;        ///< attribute value, or ISO date of the cohort's first day
    qint64 customers = 0; ///< who began in the period and whom the rule can judge
    qint64 turned = 0;
    double share = notAvailable;
    double medianDays = notAvailable; ///< survival median; who has not turned yet is censored
    std::int64_t revenueBefore =
        0; ///< minor units, up to the turn; all revenue of who has not turned
    std::int64_t revenueAfter = 0; ///< with the turning purchase
    std::vector<Customers::CustomerIndex> members; ///< of whom it is read
};

struct TurningView
{
    TurningReading all;
    QList<TurningReading> segments; ///< largest first
    QList<TurningReading> cohorts;  ///< oldest first
    QList<TurningReading> groups;   ///< as the query has them
};

/// A moment that does not exist.
inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::min();

/// The customer's acquisition cost in minor units; never: not known.
[[nodiscard]] std::int64_t knownCost(const Customers::Snapshot &snapshot, std::size_t customer);
/// Per customer the beginning: the day of acquisition, or the first event or purchase where that is
/// earlier or no day is known; never: nothing is known.
std::vector<std::int64_t> beginnings(const Customers::Snapshot &snapshot);
/// Per customer the moment of the turn, or never.
std::vector<std::int64_t> turningTimes(const Customers::Snapshot &snapshot, TurningRule rule,
                                       double margin = 1);

Result<TurningView> computeTurning(const Customers::Snapshot &snapshot, const TurningQuery &query,
                                   const Progress &progress = {});

} // namespace Lifecycle
