#pragma once

#include "models/clv/clvresult.h"
#include "models/core/numberformat.h"
#include "models/equity/equityresult.h"
#include "models/lifecycle/lifecycle.h"

/// The overview's key figures and the sentences about what needs attention.
namespace Insights {

/// The period every page answers for, and what it is compared with.
struct PeriodFilter
{
    DateRange period;
    std::optional<DateRange> comparison; ///< previous period, previous year, or none
    bool operator==(const PeriodFilter &) const = default;
};

enum class ComparisonKind { None, PreviousPeriod, PreviousYear };
[[nodiscard]] std::optional<DateRange> comparisonRange(const DateRange &period,
                                                       ComparisonKind kind);

/// The tiles of the overview. NaN: the data cannot tell.
struct KeyFigures
{
    double equity = 0,
           previousEquity =
               Clv::notAvailable; ///< at the period's end, at the previous quarter's end
    QDate equityDate, previousEquityDate;
    std::vector<double> equityTrend;
    double meanClv = 0, meanClvLow = 0, meanClvHigh = 0;
    qint64 activeCustomers = 0, customers = 0;
    double clvToCac = Clv::notAvailable;
    double cac = Clv::notAvailable;
    double retention = Clv::notAvailable, previousRetention = Clv::notAvailable;
    double revenueFromExisting = Clv::notAvailable, previousRevenueFromExisting = Clv::notAvailable;
    double revenue = 0, previousRevenue = Clv::notAvailable; ///< of the period, refunds taken off
    qint64 orders = 0;                                       ///< of the period, without refunds
    double acquisitionShareOfSpend = Clv::notAvailable; ///< of the 12 months up to the period's end
};

enum class AlertLevel { Bad, Warn, Info };
/// At most five; each with one page to go to.
struct Alert
{
    AlertLevel level = AlertLevel::Info;
    QString id;    ///< kind of finding, stable
    QString title; ///< translated, with numbers
    QString text;
    QString page; ///< "lifecycle", "clv", "equity", "data"
};

struct Overview
{
    PeriodFilter filter;
    KeyFigures figures;
    QList<Alert> alerts;
};

Overview computeOverview(const Customers::Snapshot &snapshot, const PeriodFilter &filter,
                         const Clv::ClvResult &clv, const Equity::EquityResult &equity,
                         const Lifecycle::LifecycleView &lifecycle, const NumberFormat &format);

/// Of the customers who bought in the 12 months that ended 12 months before \a until, the share who
/// bought again in the 12 months up to it. NaN when nobody bought then.
double retentionRate(const Customers::Snapshot &snapshot, QDate until);
/// Share of the period's revenue from customers whose first purchase was before the period. NaN
/// without revenue.
double revenueShareOfExisting(const Customers::Snapshot &snapshot, const DateRange &period);
/// The 12 months up to \a until.
[[nodiscard]] DateRange yearUpTo(QDate until);

/// The findings that are true of these figures, worst first, at most five.
QList<Alert> findAlerts(const KeyFigures &figures, const Clv::ClvResult &clv,
                        const Equity::EquityResult &equity,
                        const Lifecycle::LifecycleView &lifecycle, const NumberFormat &format);

} // namespace Insights
