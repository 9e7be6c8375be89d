#include "models/equity/equityresult.h"

#include <algorithm>

namespace Equity {
namespace {

/// Years of a range: whole months count as twelfths, so that twelve of them are one year in leap
/// years too.
double yearsOf(const DateRange &range)
{
    const QDate end = range.until.addDays(1);
    const int months = (end.year() - range.from.year()) * 12 + end.month() - range.from.month();
    if (months > 0 && range.from.addMonths(months) == end)
        return months / 12.0;
    return double(range.days()) / daysPerPeriod(PeriodUnit::Year);
}

double shareWithin(const DateRange &period, const DateRange &range)
{
    if (!period.isValid())
        return 0;
    const DateRange common{std::max(period.from, range.from), std::min(period.until, range.until)};
    return double(common.days()) / double(period.days());
}

} // namespace

SpendSummary summariseSpend(const Customers::Snapshot &snapshot, const DateRange &range,
                            qint64 activeCustomers)
{
    SpendSummary summary;
    summary.range = range;
    summary.activeCustomers = activeCustomers;
    if (!range.isValid())
        return summary;
    double acquisition = 0; // minor units
    double retention = 0;
    for (const Customers::CostEntry &cost : snapshot.costs) {
        const double share = shareWithin(cost.period, range);
        if (share <= 0)
            continue;
        summary.hasCosts = true;
        (cost.isAcquisition ? acquisition : retention) += share * double(cost.amount);
    }
    const double perMajor = double(snapshot.currency.minorPerMajor());
    summary.acquisition = acquisition / perMajor;
    summary.retention = retention / perMajor;

    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    const std::int64_t from = epochSeconds(range.from);
    const std::int64_t until = epochSeconds(range.until.addDays(1));
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        for (std::size_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
            if (purchases.amount[i] < 0)
                continue; // a refund is no purchase
            const std::int64_t time = purchases.seconds(i);
            summary.newCustomers += time >= from && time < until;
            break;
        }
    }
    if (summary.hasCosts && summary.newCustomers > 0)
        summary.cac = summary.acquisition / double(summary.newCustomers);
    if (summary.hasCosts && activeCustomers > 0)
        summary.crc = summary.retention / double(activeCustomers) / yearsOf(range);
    return summary;
}

} // namespace Equity
