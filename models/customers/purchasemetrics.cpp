#include "models/customers/purchasemetrics.h"

#include <limits>

namespace Customers {
namespace {

QDate dateOf(std::int32_t day)
{
    return day == PurchaseMetrics::never ? QDate() : dayOfEpoch(qint64(day) * 86400);
}

} // namespace

double PurchaseMetrics::meanOrder(CustomerIndex customer) const
{
    return purchases[customer] == 0 ? std::numeric_limits<double>::quiet_NaN()
                                    : double(revenue[customer]) / purchases[customer];
}

QDate PurchaseMetrics::firstDate(CustomerIndex customer) const
{
    return dateOf(firstDay[customer]);
}

QDate PurchaseMetrics::lastDate(CustomerIndex customer) const { return dateOf(lastDay[customer]); }

PurchaseMetrics purchaseMetrics(const Snapshot &snapshot, QDate until)
{
    const PurchaseColumns &rows = snapshot.purchases;
    const qint64 end =
        until.isValid() ? epochSeconds(until.addDays(1)) : std::numeric_limits<qint64>::max();
    const std::size_t customers = snapshot.customers();
    PurchaseMetrics metrics{
        .purchases = std::vector<std::uint32_t>(customers, 0),
        .revenue = std::vector<std::int64_t>(customers, 0),
        .firstDay = std::vector<std::int32_t>(customers, PurchaseMetrics::never),
        .lastDay = std::vector<std::int32_t>(customers, PurchaseMetrics::never)};
    for (CustomerIndex customer = 0; customer < customers; ++customer) {
        for (std::uint32_t i = rows.first[customer];
             i < rows.first[customer + 1] && rows.seconds(i) < end; ++i) {
            metrics.revenue[customer] += rows.amount[i];
            if (rows.amount[i] < 0)
                continue;
            const auto day = std::int32_t(epochDay(rows.seconds(i)));
            if (metrics.purchases[customer]++ == 0)
                metrics.firstDay[customer] = day;
            metrics.lastDay[customer] = day;
        }
    }
    return metrics;
}

} // namespace Customers
