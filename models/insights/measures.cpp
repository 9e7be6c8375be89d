#include "models/insights/measures.h"

#include "models/insights/overview.h"

namespace Insights {
namespace {

/// First second of a range and the first after it.
struct Seconds
{
    std::int64_t from = 0;
    std::int64_t end = 0;

    explicit Seconds(const DateRange &range)
        : from(epochSeconds(range.from)), end(epochSeconds(range.until.addDays(1)))
    {}
    [[nodiscard]] bool holds(std::int64_t time) const { return time >= from && time < end; }
};

} // namespace

DateRange yearUpTo(QDate until) { return {until.addDays(1).addYears(-1), until}; }

std::optional<DateRange> comparisonRange(const DateRange &period, ComparisonKind kind)
{
    if (!period.isValid())
        return std::nullopt;
    switch (kind) {
    case ComparisonKind::None:
        return std::nullopt;
    case ComparisonKind::PreviousPeriod: {
        const QDate until = period.from.addDays(-1);
        const QDate end = period.until.addDays(1);
        const int months =
            (end.year() - period.from.year()) * 12 + end.month() - period.from.month();
        if (months > 0 && period.from.addMonths(months) == end) // whole months stay whole months
            return DateRange{period.from.addMonths(-months), until};
        return DateRange{period.from.addDays(-period.days()), until};
    }
    case ComparisonKind::PreviousYear:
        return DateRange{period.from.addYears(-1),
                         period.until.addDays(1).addYears(-1).addDays(-1)};
    }
    Q_UNREACHABLE();
}

double retentionRate(const Customers::Snapshot &snapshot, QDate until)
{
    if (!until.isValid() || !snapshot.purchaseExtent.isValid())
        return Clv::notAvailable;
    const DateRange lastYear = yearUpTo(until);
    const Seconds recent(lastYear);
    const Seconds before(yearUpTo(lastYear.from.addDays(-1)));
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    qint64 bought = 0;
    qint64 again = 0;
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        bool inBefore = false;
        bool inRecent = false;
        for (std::size_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
            if (purchases.amount[i] < 0)
                continue;
            inBefore |= before.holds(purchases.seconds(i));
            inRecent |= recent.holds(purchases.seconds(i));
        }
        bought += inBefore;
        again += inBefore && inRecent;
    }
    return bought > 0 ? double(again) / double(bought) : Clv::notAvailable;
}

Sales salesWithin(const Customers::Snapshot &snapshot, const DateRange &period)
{
    Sales sales;
    if (!period.isValid())
        return sales;
    const Seconds span(period);
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    std::int64_t revenue = 0;
    std::int64_t fromExisting = 0;
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        bool isExisting = false;
        for (std::size_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
            const std::int64_t time = purchases.seconds(i);
            const bool isPurchase = purchases.amount[i] >= 0;
            if (time < span.from) {
                isExisting |= isPurchase;
            } else if (time < span.end) {
                revenue += purchases.amount[i];
                fromExisting += isExisting ? purchases.amount[i] : 0;
                sales.orders += isPurchase;
            } else {
                break;
            }
        }
    }
    sales.revenue = snapshot.currency.toMajor(revenue);
    sales.fromExisting = snapshot.currency.toMajor(fromExisting);
    return sales;
}

double revenueShareOfExisting(const Customers::Snapshot &snapshot, const DateRange &period)
{
    const Sales sales = salesWithin(snapshot, period);
    return sales.revenue > 0 ? sales.fromExisting / sales.revenue : Clv::notAvailable;
}

} // namespace Insights
