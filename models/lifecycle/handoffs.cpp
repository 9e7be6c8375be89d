#include "models/lifecycle/handoffs.h"

#include "models/lifecycle/survival.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

constexpr double secondsPerDay = 86400;

double median(std::vector<double> values)
{
    if (values.empty())
        return notAvailable;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

struct Span
{
    std::int64_t from = 0;
    std::int64_t until = 0;
    [[nodiscard]] bool holds(std::int64_t time) const { return time >= from && time <= until; }
};

Span spanOf(const DateRange &range)
{
    return {epochSeconds(range.from), epochSeconds(range.until.addDays(1)) - 1};
}

/// One hand-off of the stage history: entering \a stage is the offer, entering any later stage the
/// arrival.
HandOff stageHandOff(const StageHistory &history, const LifecycleModel &lifecycle, int stage,
                     const Span &period, std::int64_t end)
{
    HandOff handOff;
    handOff.from = lifecycle.stages[stage].accountable;
    handOff.to = lifecycle.stages[stage + 1].accountable;
    handOff.fromStage = lifecycle.stages[stage].id;
    handOff.toStage = lifecycle.stages[stage + 1].id;
    const auto patience = std::int64_t(lifecycle.service.lossAfterDays * secondsPerDay);
    std::vector<Stay> waits;
    for (std::size_t customer = 0; customer + 1 < history.first.size(); ++customer) {
        std::optional<std::int64_t> offered;
        std::optional<std::int64_t> arrived;
        for (std::uint32_t i = history.first[customer]; i < history.first[customer + 1]; ++i) {
            const StageEntry &entry = history.entries[i];
            if (entry.time > end)
                break;
            if (!offered && entry.stage == stage)
                offered = entry.time;
            else if (offered && !arrived && entry.stage > stage)
                arrived = entry.time;
        }
        if (!offered || !period.holds(*offered))
            continue;
        ++handOff.offered;
        OfferOutcome outcome = OfferOutcome::Taken;
        if (!arrived)
            outcome = end - *offered > patience ? OfferOutcome::Lost : OfferOutcome::Waiting;
        handOff.taken += outcome == OfferOutcome::Taken;
        handOff.lost += outcome == OfferOutcome::Lost;
        handOff.waiting += outcome == OfferOutcome::Waiting;
        handOff.offers.push_back(
            {{Customers::CustomerIndex(customer), *offered}, outcome, false});
        waits.push_back({double(arrived.value_or(end) - *offered) / secondsPerDay,
                         arrived.has_value()});
    }
    handOff.medianDays = survivalMedian(std::move(waits));
    return handOff;
}

/// Counts reasons and sorts them.
class Reasons
{
public:
    void add(const QString &reason, std::int64_t amount)
    {
        ReasonCount &count = m_counts[reason];
        ++count.count;
        count.amount += amount;
    }
    [[nodiscard]] QList<ReasonCount> sorted() const
    {
        QList<ReasonCount> list;
        for (auto at = m_counts.constBegin(); at != m_counts.constEnd(); ++at) {
            list.append(*at);
            list.last().reason = at.key();
        }
        std::ranges::sort(list, [](const ReasonCount &a, const ReasonCount &b) {
            return std::pair(-a.count, a.reason) < std::pair(-b.count, b.reason);
        });
        return list;
    }

private:
    QHash<QString, ReasonCount> m_counts;
};

/// The offers of all deals to sales.
class Offers
{
public:
    Offers(const ServiceLevel &service, const Span &period, std::int64_t end)
        : m_service(service), m_period(period), m_end(end)
    {
        m_handOff.fromDeals = true;
        m_handOff.fromStage = u"mql"_s;
        m_handOff.toStage = u"sal"_s;
    }

    void add(const Deal &deal);
    [[nodiscard]] HandOff finish();
    [[nodiscard]] const Reasons &rejections() const { return m_rejections; }

private:
    void addOffer(const Deal &deal, std::size_t offer);

    ServiceLevel m_service;
    Span m_period;
    std::int64_t m_end;
    HandOff m_handOff;
    std::vector<double> m_hours;
    std::vector<Stay> m_waits;
    qint64 m_due = 0; ///< decided, or waiting longer than promised
    qint64 m_inTime = 0;
    Reasons m_rejections;
};

void Offers::add(const Deal &deal)
{
    for (std::size_t i = 0; i < deal.changes.size(); ++i) {
        if (deal.changes[i].milestone == Milestone::Marketing && deal.changes[i].time <= m_end
            && m_period.holds(deal.changes[i].time)) {
            // Several rows at MQL in a row are one offer.
            const bool goesOn = i > 0 && deal.changes[i - 1].milestone == Milestone::Marketing
                                && !deal.changes[i - 1].accepted;
            if (!goesOn)
                addOffer(deal, i);
        }
    }
}

void Offers::addOffer(const Deal &deal, std::size_t offer)
{
    ++m_handOff.offered;
    const std::int64_t offered = deal.changes[offer].time;
    for (std::size_t i = offer; i < deal.changes.size() && deal.changes[i].time <= m_end; ++i) {
        const DealChange &change = deal.changes[i];
        const bool isBeyond = i > offer && change.milestone >= Milestone::Accepted
                              && change.milestone != Milestone::Lost;
        const bool isLost = change.milestone == Milestone::Lost;
        if (!change.accepted && !isBeyond && !isLost)
            continue;
        const bool taken = change.accepted.value_or(isBeyond);
        const double hours = workingHours(m_service.week, offered, change.time);
        m_hours.push_back(hours);
        m_waits.push_back({double(change.time - offered) / secondsPerDay, true});
        ++m_due;
        m_inTime += hours <= m_service.hours;
        if (taken) {
            ++m_handOff.taken;
            m_handOff.offers.push_back({{deal.customer, offered}, OfferOutcome::Taken, false});
            return;
        }
        ++m_handOff.rejected;
        m_rejections.add(change.reason, deal.amount().value_or(0));
        const bool again = std::any_of(
            deal.changes.begin() + std::ptrdiff_t(i) + 1, deal.changes.end(),
            [&](const DealChange &later) {
                return later.time <= m_end && later.milestone != Milestone::Lost;
            });
        ++(again ? m_handOff.recycled : m_handOff.lost);
        m_handOff.offers.push_back({{deal.customer, offered},
                                    again ? OfferOutcome::Recycled : OfferOutcome::Lost,
                                    true,
                                    change.reason});
        return;
    }
    ++m_handOff.waiting;
    m_handOff.offers.push_back({{deal.customer, offered}, OfferOutcome::Waiting, false});
    m_due += workingHours(m_service.week, offered, m_end) > m_service.hours;
    m_waits.push_back({double(m_end - offered) / secondsPerDay, false});
}

HandOff Offers::finish()
{
    m_handOff.medianHours = median(std::move(m_hours));
    m_handOff.medianDays = survivalMedian(std::move(m_waits));
    if (m_due > 0)
        m_handOff.withinPromise = double(m_inTime) / double(m_due);
    return m_handOff;
}

SalesVelocity velocityOf(const std::vector<Deal> &deals, const Span &period,
                    const Customers::Snapshot &snapshot)
{
    SalesVelocity velocity;
    std::vector<double> days;
    double amount = 0;
    qint64 withAmount = 0;
    for (const Deal &deal : deals) {
        if (deal.isOpen() || !period.holds(deal.changes.back().time))
            continue;
        ++velocity.deals;
        if (!deal.isWon())
            continue;
        ++velocity.won;
        // A deal that stays won is closed when it was won first.
        days.push_back(double(*deal.reached(Milestone::Won) - deal.firstTime()) / secondsPerDay);
        if (const std::optional<std::int64_t> minor = deal.amount()) {
            amount += snapshot.currency.toMajor(*minor);
            ++withAmount;
        }
    }
    if (velocity.deals > 0)
        velocity.winRate = double(velocity.won) / double(velocity.deals);
    if (withAmount > 0)
        velocity.meanAmount = amount / double(withAmount);
    velocity.medianDays = median(std::move(days));
    if (velocity.medianDays > 0) {
        velocity.perDay = double(velocity.deals) * velocity.winRate * velocity.meanAmount
                          / velocity.medianDays;
    }
    return velocity;
}

} // namespace

HandOffView computeHandOffs(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle,
                            const std::vector<Deal> &deals, const DateRange &period, QDate until)
{
    HandOffView view;
    view.period = period;
    view.service = lifecycle.service;
    if (!period.isValid())
        return view;
    const Span span = spanOf(period);
    const std::int64_t end = epochSeconds(until.addDays(1)) - 1;
    Offers offers(lifecycle.service, span, end);
    Reasons losses;
    for (const Deal &deal : deals) {
        offers.add(deal);
        if (deal.isLost() && span.holds(deal.changes.back().time))
            losses.add(deal.changes.back().reason, deal.amount().value_or(0));
        if (!span.holds(deal.firstTime()))
            continue;
        Qualification &counts = view.qualification;
        counts.marketing += deal.reached(Milestone::Marketing).has_value();
        counts.accepted += deal.reached(Milestone::Accepted).has_value();
        counts.sales += deal.reached(Milestone::Sales).has_value();
        counts.won += deal.isWon();
        counts.lost += deal.isLost();
        counts.open += deal.isOpen();
    }
    if (HandOff fromDeals = offers.finish(); fromDeals.offered > 0)
        view.handOffs.append(fromDeals);
    const StageHistory history = deriveHistory(snapshot, lifecycle);
    for (int stage = 0; stage + 1 < lifecycle.stages.size(); ++stage) {
        const Stage &from = lifecycle.stages[stage];
        const Stage &to = lifecycle.stages[stage + 1];
        if (!from.hasOwner || !to.hasOwner || from.accountable == to.accountable)
            continue;
        const HandOff handOff = stageHandOff(history, lifecycle, stage, span, end);
        if (handOff.offered > 0)
            view.handOffs.append(handOff);
    }
    view.rejections = offers.rejections().sorted();
    view.losses = losses.sorted();
    view.velocity = velocityOf(deals, span, snapshot);
    return view;
}

} // namespace Lifecycle
