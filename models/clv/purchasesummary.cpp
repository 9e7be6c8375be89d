#include "models/clv/purchasesummary.h"

#include "models/numerics/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace Clv {

namespace {

constexpr std::size_t customersPerBlock = 16384;

/// Whether purchaseDays() finds any.
bool hasPurchase(const Customers::PurchaseColumns &purchases, std::size_t customer,
                 std::int64_t lastDay)
{
    for (std::size_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
        if (epochDay(purchases.seconds(i)) > lastDay)
            return false;
        if (purchases.amount[i] >= 0)
            return true;
    }
    return false;
}

void resize(PurchaseSummary &summary, std::size_t size)
{
    // First touching this much memory is a good part of the whole time, so both cores share it.
    Numerics::forBlocks(2, 1, [&](std::size_t half, std::size_t, std::size_t) {
        if (half == 0) {
            summary.customer.resize(size);
            summary.x.resize(size);
            summary.firstDay.resize(size);
            summary.tx.resize(size);
            summary.T.resize(size);
        } else {
            summary.meanSpend.resize(size);
            summary.firstSpend.resize(size);
            summary.logGaps.resize(size);
        }
    });
}

/// What was summarised elsewhere, in the model's periods.
PurchaseSummary imported(const Customers::Snapshot &snapshot, QDate until, PeriodUnit period)
{
    const Customers::SummaryColumns &columns = snapshot.summaries;
    const double perPeriod = daysPerPeriod(period);
    PurchaseSummary result;
    result.until = until;
    result.period = period;
    if (until < columns.day)
        return result;
    result.until = columns.day;
    double spent = 0;
    double days = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns.x[i] > 0 && columns.meanSpend[i] > 0) {
            spent += columns.meanSpend[i] * columns.x[i];
            days += columns.x[i];
        }
    }
    const double meanOfAll = days > 0 ? spent / days : 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool isKnown = columns.meanSpend[i] > 0;
        result.customer.push_back(columns.customer[i]);
        result.x.push_back(columns.x[i]);
        result.tx.push_back(columns.x[i] == 0 ? 0 : columns.lastDays[i] / perPeriod);
        result.T.push_back(columns.ageDays[i] / perPeriod);
        result.meanSpend.push_back(columns.x[i] == 0 ? std::numeric_limits<double>::quiet_NaN()
                                   : isKnown         ? columns.meanSpend[i]
                                                     : 0);
        result.firstSpend.push_back(isKnown ? columns.meanSpend[i] : meanOfAll);
        result.logGaps.push_back(0);
        result.firstDay.push_back(
            std::int32_t(dayNumber(columns.day) - std::llround(columns.ageDays[i])));
    }
    return result;
}

} // namespace

bool usesSummaries(const Customers::Snapshot &snapshot)
{
    return !snapshot.purchaseExtent.isValid() && snapshot.summaries.size() > 0;
}

DateRange purchasesKnown(const Customers::Snapshot &snapshot)
{
    if (!usesSummaries(snapshot))
        return snapshot.purchaseExtent;
    const std::vector<double> &ages = snapshot.summaries.ageDays;
    const double oldest = *std::max_element(ages.begin(), ages.end());
    return {snapshot.summaries.day.addDays(-qint64(std::ceil(oldest))), snapshot.summaries.day};
}

std::int64_t dayNumber(QDate day) { return epochDay(epochSeconds(day)); }

void purchaseDays(const Customers::PurchaseColumns &purchases, Customers::CustomerIndex customer,
                  std::int64_t lastDay, std::vector<PurchaseDay> &days)
{
    days.clear();
    std::size_t i = purchases.first[customer];
    const std::size_t end = purchases.first[customer + 1];
    while (i < end) {
        const std::int64_t day = epochDay(purchases.seconds(i));
        if (day > lastDay)
            return;
        // Refunds of a day come off that day's purchases whatever their order within it.
        std::int64_t bought = 0;
        std::int64_t refunded = 0;
        bool hasPurchase = false;
        for (; i < end && epochDay(purchases.seconds(i)) == day; ++i) {
            if (purchases.amount[i] < 0) {
                refunded -= purchases.amount[i];
            } else {
                bought += purchases.amount[i];
                hasPurchase = true;
            }
        }
        if (hasPurchase)
            days.push_back({std::int32_t(day), bought});
        if (refunded > 0 && !days.empty())
            days.back().amount = std::max<std::int64_t>(0, days.back().amount - refunded);
    }
}

PurchaseSummary summarise(const Customers::Snapshot &snapshot, QDate until, PeriodUnit period)
{
    if (usesSummaries(snapshot))
        return imported(snapshot, until, period);
    const std::int64_t lastDay = dayNumber(until);
    const double perPeriod = daysPerPeriod(period);
    const std::size_t customers =
        snapshot.purchases.first.empty() ? 0 : snapshot.purchases.first.size() - 1;
    // Where each block's customers stand in the result: all of them are written in place.
    std::vector<std::size_t> firstOf(Numerics::blockCount(customers, customersPerBlock) + 1, 0);
    Numerics::forBlocks(
        customers, customersPerBlock, [&](std::size_t block, std::size_t from, std::size_t end) {
            std::size_t buyers = 0;
            for (std::size_t customer = from; customer < end; ++customer)
                buyers += hasPurchase(snapshot.purchases, customer, lastDay) ? 1 : 0;
            firstOf[block + 1] = buyers;
        });
    std::partial_sum(firstOf.begin(), firstOf.end(), firstOf.begin());
    PurchaseSummary result;
    result.until = until;
    result.period = period;
    resize(result, firstOf.back());
    // Gaps are whole days, nearly all of them short: a logarithm for each would take a third of the
    // time.
    std::vector<double> logOf(2048);
    for (std::size_t gap = 1; gap < logOf.size(); ++gap)
        logOf[gap] = std::log(double(gap) / perPeriod);
    const double perMajor = double(snapshot.currency.minorPerMajor());
    Numerics::forBlocks(
        customers, customersPerBlock, [&](std::size_t block, std::size_t from, std::size_t end) {
            std::size_t at = firstOf[block];
            std::vector<PurchaseDay> days;
            for (std::size_t customer = from; customer < end; ++customer) {
                purchaseDays(snapshot.purchases, Customers::CustomerIndex(customer), lastDay, days);
                if (days.empty())
                    continue;
                const std::size_t x = days.size() - 1;
                std::int64_t spent = 0;
                double logGaps = 0;
                for (std::size_t i = 1; i < days.size(); ++i) {
                    spent += days[i].amount;
                    const auto gap = std::size_t(days[i].day - days[i - 1].day);
                    logGaps += gap < logOf.size() ? logOf[gap] : std::log(double(gap) / perPeriod);
                }
                result.customer[at] = Customers::CustomerIndex(customer);
                result.x[at] = std::uint32_t(x);
                result.tx[at] = (days.back().day - days.front().day) / perPeriod;
                result.T[at] = double(lastDay - days.front().day) / perPeriod;
                result.meanSpend[at] = x == 0 ? std::numeric_limits<double>::quiet_NaN()
                                              : double(spent) / perMajor / double(x);
                result.firstSpend[at] = double(days.front().amount) / perMajor;
                result.logGaps[at] = logGaps;
                result.firstDay[at] = days.front().day;
                ++at;
            }
        });
    return result;
}

std::vector<std::uint32_t> purchasesBetween(const Customers::Snapshot &snapshot,
                                            const PurchaseSummary &summary, QDate after,
                                            QDate until)
{
    const std::int64_t firstOut = dayNumber(after);
    const std::int64_t lastDay = dayNumber(until);
    std::vector<std::uint32_t> result(summary.size(), 0);
    Numerics::forBlocks(
        summary.size(), customersPerBlock, [&](std::size_t, std::size_t from, std::size_t end) {
            std::vector<PurchaseDay> days;
            for (std::size_t i = from; i < end; ++i) {
                purchaseDays(snapshot.purchases, summary.customer[i], lastDay, days);
                for (const PurchaseDay &day : days)
                    result[i] += day.day > firstOut ? 1 : 0;
            }
        });
    return result;
}

} // namespace Clv
