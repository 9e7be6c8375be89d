#include "models/insights/overview.h"

#include "models/insights/measures.h"

namespace Insights {
namespace {

/// A comparison with a time before the data began says nothing.
bool coversData(const Customers::Snapshot &snapshot, const DateRange &range)
{
    return range.isValid() && snapshot.purchaseExtent.isValid()
           && range.from >= snapshot.purchaseExtent.from;
}

double shareOfExisting(const Sales &sales)
{
    return sales.revenue > 0 ? sales.fromExisting / sales.revenue : Clv::notAvailable;
}

void fillEquity(KeyFigures &figures, const Clv::ClvResult &clv, const Equity::EquityResult &equity)
{
    figures.meanClv = clv.meanClv;
    figures.meanClvLow = clv.meanClvLow;
    figures.meanClvHigh = clv.meanClvHigh;
    figures.activeCustomers = clv.activeCustomers;
    figures.customers = clv.customers;
    figures.equity = clv.totalClv;
    figures.equityDate = clv.until;
    if (equity.series.isEmpty())
        return;
    for (const Equity::EquityPoint &point : equity.series)
        figures.equityTrend.push_back(point.equity);
    figures.equity = equity.series.last().equity;
    figures.equityDate = equity.series.last().date;
    if (equity.series.size() > 1) {
        const Equity::EquityPoint &before = equity.series[equity.series.size() - 2];
        if (before.method == equity.series.last().method) {
            figures.previousEquity = before.equity;
            figures.previousEquityDate = before.date;
        }
    }
}

} // namespace

Overview computeOverview(const Customers::Snapshot &snapshot, const PeriodFilter &filter,
                         const Clv::ClvResult &clv, const Equity::EquityResult &equity,
                         const Lifecycle::LifecycleView &lifecycle, const NumberFormat &format)
{
    Overview overview;
    overview.filter = filter;
    KeyFigures &figures = overview.figures;
    fillEquity(figures, clv, equity);

    const Sales sales = salesWithin(snapshot, filter.period);
    figures.revenue = sales.revenue;
    figures.orders = sales.orders;
    // Without a year of purchases before the period everybody is new: the share would always be
    // low.
    if (coversData(snapshot, filter.period) && filter.period.from > snapshot.purchaseExtent.from)
        figures.revenueFromExisting = shareOfExisting(sales);
    figures.retention = retentionRate(snapshot, filter.period.until);
    if (filter.comparison) {
        figures.previousRetention = retentionRate(snapshot, filter.comparison->until);
        if (coversData(snapshot, *filter.comparison)) {
            const Sales before = salesWithin(snapshot, *filter.comparison);
            figures.previousRevenue = before.revenue;
            if (filter.comparison->from > snapshot.purchaseExtent.from)
                figures.previousRevenueFromExisting = shareOfExisting(before);
        }
    }

    if (filter.period.until.isValid()) {
        const Equity::SpendSummary spend =
            Equity::summariseSpend(snapshot, yearUpTo(filter.period.until), clv.activeCustomers);
        figures.cac = spend.cac;
        if (spend.cac > 0 && clv.customers > 0)
            figures.clvToCac = clv.meanClv / spend.cac;
        if (spend.acquisition + spend.retention > 0)
            figures.acquisitionShareOfSpend =
                spend.acquisition / (spend.acquisition + spend.retention);
    }
    overview.alerts = findAlerts(figures, clv, equity, lifecycle, format);
    return overview;
}

} // namespace Insights
