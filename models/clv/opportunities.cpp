#include "models/clv/opportunities.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Clv {

namespace {

constexpr double usualShare = 0.95;

QDate dayOf(std::int64_t day) { return QDate(1970, 1, 1).addDays(day); }

QDate opportunityStart(std::int64_t opportunity, PeriodUnit unit, QDate until)
{
    return opportunityEnd(opportunity - 1, unit, until).addDays(1);
}

/// Whether the period that holds \a until has had its purchases.
bool isLastOver(const Customers::Snapshot &snapshot, QDate until, PeriodUnit unit)
{
    const std::int64_t last = opportunityOf(until, unit, until);
    if (opportunityEnd(last, unit, until) <= until)
        return true;
    const std::int64_t start = dayNumber(opportunityStart(last, unit, until));
    const std::int64_t passed = dayNumber(until) - start;
    double earlier = 0;
    double asEarly = 0;
    for (std::size_t i = 0; i < snapshot.purchases.size(); ++i) {
        const std::int64_t day = epochDay(snapshot.purchases.seconds(i));
        if (day >= start)
            continue;
        const QDate date = dayOf(day);
        const std::int64_t offset =
            opportunityStart(opportunityOf(date, unit, until), unit, until).daysTo(date);
        earlier += 1;
        asEarly += offset <= passed ? 1 : 0;
    }
    return earlier > 0 && asEarly >= usualShare * earlier;
}

} // namespace

std::int64_t opportunityOf(QDate day, PeriodUnit unit, QDate until)
{
    switch (unit) {
    case PeriodUnit::Day:
        return dayNumber(day);
    case PeriodUnit::Week: {
        const std::int64_t back = day.daysTo(until);
        return -(back >= 0 ? back / 7 : -((6 - back) / 7));
    }
    case PeriodUnit::Month:
        return std::int64_t(day.year()) * 12 + day.month() - 1;
    case PeriodUnit::Quarter:
        return std::int64_t(day.year()) * 4 + (day.month() - 1) / 3;
    case PeriodUnit::Year:
        break;
    }
    return day.year();
}

QDate opportunityEnd(std::int64_t opportunity, PeriodUnit unit, QDate until)
{
    const auto monthEnd = [](std::int64_t month) {
        const std::int64_t year = month >= 0 ? month / 12 : -((11 - month) / 12);
        return QDate(int(year), int(month - year * 12) + 1, 1).addMonths(1).addDays(-1);
    };
    switch (unit) {
    case PeriodUnit::Day:
        return dayOf(opportunity);
    case PeriodUnit::Week:
        return until.addDays(opportunity * 7);
    case PeriodUnit::Month:
        return monthEnd(opportunity);
    case PeriodUnit::Quarter:
        return monthEnd(opportunity * 3 + 2);
    case PeriodUnit::Year:
        break;
    }
    return QDate(int(opportunity), 12, 31);
}

PurchaseSummary summariseOpportunities(const Customers::Snapshot &snapshot, QDate until,
                                       PeriodUnit unit)
{
    if (usesSummaries(snapshot)) {
        PurchaseSummary counted = summarise(snapshot, until, unit);
        for (std::size_t i = 0; i < counted.size(); ++i) {
            // An opportunity is taken once at most, so x of them take as long.
            counted.tx[i] =
                counted.x[i] == 0 ? 0 : std::max(std::round(counted.tx[i]), double(counted.x[i]));
            counted.T[i] = std::max(std::round(counted.T[i]), counted.tx[i]);
        }
        counted.lastOpportunity = opportunityOf(counted.until, unit, counted.until);
        return counted;
    }
    PurchaseSummary result;
    result.until = until;
    result.period = unit;
    const std::int64_t last =
        opportunityOf(until, unit, until) - (isLastOver(snapshot, until, unit) ? 0 : 1);
    result.lastOpportunity = last;
    std::vector<PurchaseDay> days;
    const std::size_t customers =
        snapshot.purchases.first.empty() ? 0 : snapshot.purchases.first.size() - 1;
    for (std::size_t customer = 0; customer < customers; ++customer) {
        purchaseDays(snapshot.purchases, Customers::CustomerIndex(customer), dayNumber(until),
                     days);
        if (days.empty())
            continue;
        const std::int64_t first = opportunityOf(dayOf(days.front().day), unit, until);
        std::int64_t previous = first;
        std::int64_t firstSpent = 0;
        std::int64_t spent = 0;
        std::uint32_t x = 0;
        for (const PurchaseDay &day : days) {
            const std::int64_t at = opportunityOf(dayOf(day.day), unit, until);
            if (at == first) {
                firstSpent += day.amount;
                continue;
            }
            if (at > last)
                break;
            x += at != previous ? 1 : 0;
            spent += day.amount;
            previous = at;
        }
        result.customer.push_back(Customers::CustomerIndex(customer));
        result.x.push_back(x);
        result.tx.push_back(double(previous - first));
        result.T.push_back(double(std::max<std::int64_t>(0, last - first)));
        result.meanSpend.push_back(x == 0 ? std::numeric_limits<double>::quiet_NaN()
                                          : snapshot.currency.toMajor(spent) / double(x));
        result.firstSpend.push_back(snapshot.currency.toMajor(firstSpent));
        result.logGaps.push_back(0);
        result.firstDay.push_back(days.front().day);
    }
    return result;
}

std::vector<std::uint32_t> opportunitiesBetween(const Customers::Snapshot &snapshot,
                                                const PurchaseSummary &summary, std::int64_t after,
                                                std::int64_t until)
{
    std::vector<std::uint32_t> result(summary.size(), 0);
    const std::int64_t lastDay = dayNumber(opportunityEnd(until, summary.period, summary.until));
    std::vector<PurchaseDay> days;
    for (std::size_t i = 0; i < summary.size(); ++i) {
        purchaseDays(snapshot.purchases, summary.customer[i], lastDay, days);
        std::int64_t previous = after;
        for (const PurchaseDay &day : days) {
            const std::int64_t at = opportunityOf(dayOf(day.day), summary.period, summary.until);
            if (at > after && at != previous) {
                ++result[i];
                previous = at;
            }
        }
    }
    return result;
}

} // namespace Clv
