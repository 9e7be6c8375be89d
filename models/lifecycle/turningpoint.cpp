#include "models/lifecycle/turningpoint.h"

#include "models/lifecycle/survival.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace Lifecycle {
namespace {

constexpr double secondsPerDay = 86400;
constexpr std::int32_t noDay = std::numeric_limits<std::int32_t>::min();

/// Calls \a visit(time, amount) for every purchase and refund of \a customer until it returns
/// false.
template <typename Visit>
void forEachPurchase(const Customers::Snapshot &snapshot, std::size_t customer, Visit visit)
{
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    if (purchases.first.empty())
        return;
    for (std::uint32_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
        if (!visit(purchases.seconds(i), purchases.amount[i]))
            return;
    }
}

std::int64_t nthPurchase(const Customers::Snapshot &snapshot, std::size_t customer, int number)
{
    std::int64_t found = never;
    std::int64_t day = never;
    int days = 0;
    forEachPurchase(snapshot, customer, [&](std::int64_t time, std::int64_t amount) {
        if (amount < 0 || epochDay(time) == day)
            return true;
        day = epochDay(time);
        if (++days == number)
            found = time;
        return found == never;
    });
    return found;
}

/// The first event that says a deal was won.
std::int64_t firstWin(const Customers::Snapshot &snapshot, std::size_t customer)
{
    const Customers::EventColumns &events = snapshot.events;
    if (events.first.empty())
        return never;
    for (std::uint32_t i = events.first[customer]; i < events.first[customer + 1]; ++i) {
        const QString &name = events.names[events.name[i]];
        if (name == u"deal_won" || name == u"contract_signed")
            return events.seconds(i);
    }
    return never;
}

/// The earlier of two moments; never counts as later than all.
std::int64_t earlier(std::int64_t a, std::int64_t b)
{
    return a == never ? b : b == never ? a : std::min(a, b);
}

std::int64_t payback(const Customers::Snapshot &snapshot, std::size_t customer, double margin)
{
    const std::int64_t cost = knownCost(snapshot, customer);
    if (cost == never)
        return never;
    std::int64_t found = never;
    double earned = 0;
    forEachPurchase(snapshot, customer, [&](std::int64_t time, std::int64_t amount) {
        earned += margin * double(amount);
        if (amount >= 0 && earned >= double(cost))
            found = time;
        return found == never;
    });
    return found;
}

/// A group under construction.
struct Group
{
    TurningReading reading;
    std::vector<Stay> waits;

    void add(Customers::CustomerIndex customer, std::int64_t from, std::int64_t turn,
             std::int64_t end, std::int64_t before, std::int64_t after)
    {
        ++reading.customers;
        reading.members.push_back(customer);
        reading.turned += turn != never;
        reading.revenueBefore += before;
        reading.revenueAfter += after;
        // A turn on the day of the acquisition takes no time, whatever the hour.
        const std::int64_t seconds = std::max<std::int64_t>((turn != never ? turn : end) - from, 0);
        waits.push_back({double(seconds) / secondsPerDay, turn != never});
    }
    [[nodiscard]] TurningReading finish()
    {
        if (reading.customers > 0)
            reading.share = double(reading.turned) / double(reading.customers);
        reading.medianDays = survivalMedian(std::move(waits));
        return reading;
    }
};

} // namespace

std::int64_t knownCost(const Customers::Snapshot &snapshot, std::size_t customer)
{
    static_assert(never == std::numeric_limits<std::int64_t>::min(),
                  "as the snapshot marks an unknown cost");
    return customer < snapshot.acquisitionCost.size() ? snapshot.acquisitionCost[customer] : never;
}

std::vector<std::int64_t> beginnings(const Customers::Snapshot &snapshot)
{
    std::vector<std::int64_t> result(snapshot.customers(), never);
    const auto take = [](std::int64_t &earliest, std::int64_t time) {
        earliest = earliest == never ? time : std::min(earliest, time);
    };
    for (std::size_t customer = 0; customer < result.size(); ++customer) {
        std::int64_t &earliest = result[customer];
        if (customer < snapshot.acquiredDay.size() && snapshot.acquiredDay[customer] != noDay)
            take(earliest, std::int64_t(snapshot.acquiredDay[customer]) * 86400);
        const Customers::EventColumns &events = snapshot.events;
        if (!events.first.empty() && events.first[customer] < events.first[customer + 1])
            take(earliest, events.seconds(events.first[customer]));
        const Customers::PurchaseColumns &purchases = snapshot.purchases;
        if (!purchases.first.empty() && purchases.first[customer] < purchases.first[customer + 1])
            take(earliest, purchases.seconds(purchases.first[customer]));
    }
    return result;
}

std::vector<std::int64_t> turningTimes(const Customers::Snapshot &snapshot, TurningRule rule,
                                       double margin)
{
    std::vector<std::int64_t> times(snapshot.customers(), never);
    for (std::size_t customer = 0; customer < times.size(); ++customer) {
        switch (rule) {
        case TurningRule::FirstPurchase:
            times[customer] =
                earlier(nthPurchase(snapshot, customer, 1), firstWin(snapshot, customer));
            break;
        case TurningRule::SecondPurchase:
            times[customer] = nthPurchase(snapshot, customer, 2);
            break;
        case TurningRule::Payback:
            times[customer] = payback(snapshot, customer, margin);
            break;
        }
    }
    return times;
}

Result<TurningView> computeTurning(const Customers::Snapshot &snapshot, const TurningQuery &query,
                                   const Progress &progress)
{
    if (!query.period.isValid()) {
        return Error{
            Error::Kind::Definition,
            QCoreApplication::translate(
                "Lifecycle",
                "The period ends before it begins. Choose an end on or after its first day.")};
    }
    if (!(query.margin > 0 && query.margin <= 1)) {
        return Error{
            Error::Kind::Definition,
            QCoreApplication::translate("Lifecycle", "The margin must be above 0 and at most 1.")};
    }
    const Customers::CodedColumn *column =
        query.segmentField.isEmpty() ? nullptr : snapshot.codedColumn(query.segmentField);
    if (!query.segmentField.isEmpty() && !column) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Lifecycle", "There is no customer attribute \"%1\" to break down by.")
                         .arg(query.segmentField)};
    }
    const std::vector<std::int64_t> from = beginnings(snapshot);
    const std::vector<std::int64_t> turn = turningTimes(snapshot, query.rule, query.margin);
    const QDate lastDay = snapshot.extent.isValid() ? snapshot.extent.until : query.period.until;
    const std::int64_t end = epochSeconds(lastDay.addDays(1)) - 1;
    Group all;
    std::map<std::uint16_t, Group> segments;
    std::map<QDate, Group> cohorts;
    std::vector<Group> groups(std::size_t(query.groups.size()));
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        if (customer % 65536 == 0 && progress.isCancelled())
            return Error::cancelled();
        if (from[customer] == never || !query.period.contains(dayOfEpoch(from[customer])))
            continue;
        // Without a known cost nobody can say when it was paid back.
        if (query.rule == TurningRule::Payback && knownCost(snapshot, customer) == never)
            continue;
        std::int64_t before = 0;
        std::int64_t after = 0;
        forEachPurchase(snapshot, customer, [&](std::int64_t time, std::int64_t amount) {
            (turn[customer] != never && time >= turn[customer] ? after : before) += amount;
            return true;
        });
        const auto add = [&](Group &group) {
            group.add(customer, from[customer], turn[customer], end, before, after);
        };
        add(all);
        add(cohorts[periodStart(dayOfEpoch(from[customer]), query.cohortUnit)]);
        if (column)
            add(segments[column->code[customer]]);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const std::vector<std::uint8_t> &members = query.groups[qsizetype(i)].members;
            if (customer < members.size() && members[customer])
                add(groups[i]);
        }
    }
    TurningView view;
    view.all = all.finish();
    for (auto &[start, group] : cohorts) {
        view.cohorts.append(group.finish());
        view.cohorts.last().label = start.toString(Qt::ISODate);
    }
    for (auto &[code, group] : segments) {
        view.segments.append(group.finish());
        view.segments.last().label = column->values[code];
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        view.groups.append(groups[i].finish());
        view.groups.last().label = query.groups[qsizetype(i)].name;
    }
    std::stable_sort(
        view.segments.begin(), view.segments.end(),
        [](const TurningReading &a, const TurningReading &b) { return a.customers > b.customers; });
    return view;
}

} // namespace Lifecycle
