#include "models/demo/demogenerator.h"

#include "models/demo/demodeals.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Demo {
namespace {

using Numerics::Random;

/// Contacts a day on the last day, over those on the first.
constexpr double contactGrowth = 1.75;
constexpr qint64 secondsPerDay = 86400;

/// Chance to reach the next stage by year, counted back from the last day, and by sector: what the
/// comparisons of periods and of sectors are to find.
struct Rates
{
    double capture;
    double nurture;
    double convert;
    double convertDays; ///< median from nurture to the first purchase
};
constexpr std::array<Rates, 4> ratesByYear{{{0.490, 0.672, 0.472, 37},
                                            {0.468, 0.668, 0.440, 26},
                                            {0.480, 0.640, 0.420, 29},
                                            {0.470, 0.620, 0.430, 30}}};
constexpr std::array<Rates, SectorCount> ratesBySector{{{1.06, 1.04, 1.10, 0.85},
                                                        {1.00, 1.02, 1.02, 0.95},
                                                        {0.96, 1.06, 1.08, 1.25},
                                                        {1.02, 0.92, 0.84, 1.30},
                                                        {0.95, 0.96, 0.93, 0.90}}};
constexpr std::array<double, SectorCount> sectorShares{0.26, 0.28, 0.16, 0.12, 0.18};
constexpr double captureDays = 6;
constexpr double nurtureDays = 19;
constexpr double expandRate = 0.72;
constexpr double expandDays = 96;
constexpr double advocateRate = 0.82;
constexpr double advocateDays = 120;

/// A waiting time with this median, spread like the ones of real pipelines.
double wait(Random &random, double medianDays)
{
    return medianDays * std::exp(0.75 * random.normal());
}

/// A moment of that day's working hours, UTC (08:00 to 18:00 in Riyadh).
qint64 workingMoment(Random &random, qint64 day)
{
    return day * secondsPerDay + random.integer(5 * 3600, 15 * 3600 - 1);
}

template <std::size_t Count>
int choose(Random &random, const std::array<double, Count> &shares)
{
    double left = random.uniform();
    for (std::size_t i = 0; i + 1 < Count; ++i) {
        left -= shares[i];
        if (left < 0)
            return int(i);
    }
    return int(Count) - 1;
}

QByteArray padded(const char *prefix, qint64 number, int digits)
{
    return prefix + QByteArray::number(number).rightJustified(digits, '0');
}

} // namespace

const std::array<const char *, EventNameCount> eventNames{
    "ad_click",        "site_visit",          "form_submitted", "demo_attended", "quote_requested",
    "upsell_accepted", "cross_sell_accepted", "referral_made",  "review_posted"};
const std::array<const char *, InstrumentCount> instrumentNames{"nps",   "csat",  "ces",
                                                                "value", "brand", "relationship"};

QByteArray leadRef(qint64 number) { return padded("L-", number, 7); }

QByteArray dealRef(qint64 number) { return padded("D-", number, 7); }

const char *loyaltyName(const Buyer &buyer) { return buyer.isLoyaltyMember ? "Member" : "None"; }

Result<void> validate(const DemoOptions &options)
{
    if (options.customers < 1 || options.customers > 100'000'000)
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Demo", "The number of customers must be between 1 and 100 million.")};
    if (!options.until.isValid() || options.until.year() < 1980 || options.until.year() > 2100)
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Demo", "The demo's last day must lie between 1980 and 2100.")};
    return {};
}

Generator::Generator(const DemoOptions &options, const Truth &truth)
    : m_options(options)
    , m_truth(truth)
    , m_start(options.until.addDays(1).addYears(-3))
    , m_contactStart(m_start.addMonths(-6))
    , m_startDay(epochDay(epochSeconds(m_start)))
    , m_contactStartDay(epochDay(epochSeconds(m_contactStart)))
    , m_lastDay(epochDay(epochSeconds(options.until)))
{}

Random Generator::random(qint64 k, quint64 stream) const
{
    // Odd factors spread neighbouring contacts and streams over the seeds; Random mixes the rest.
    return Random(m_options.seed * 0x9e3779b97f4a7c15ULL + quint64(k) * 0xd1342543de82ef95ULL
                  + stream * 0xaf251af3b0f025b5ULL);
}

Contact Generator::contact(qint64 k) const
{
    Random random = this->random(k, 1);
    Contact contact;
    contact.sector = Sector(choose(random, sectorShares));
    contact.channel = choose(random, std::array{0.30, 0.12, 0.16, 0.14, 0.18, 0.10});

    // Density rising in a straight line over the range: inverse of its distribution function.
    const double g = contactGrowth - 1;
    const double u = random.uniform();
    const double share = (std::sqrt(1 + u * (2 * g + g * g)) - 1) / g;
    const double days = double(m_lastDay + 1 - m_contactStartDay);
    contact.day[0] = double(m_contactStartDay) + share * days;
    contact.reached = 1;

    const auto year =
        std::size_t(std::clamp((double(m_lastDay + 1) - contact.day[0]) / 365.25, 0.0, 3.0));
    const Rates &base = ratesByYear[year];
    const Rates &factor = ratesBySector[contact.sector];
    const std::array rates{base.capture * factor.capture, base.nurture * factor.nurture,
                           base.convert * factor.convert};
    const std::array waits{captureDays, nurtureDays, base.convertDays * factor.convertDays};
    for (std::size_t step = 0; step < rates.size(); ++step) {
        if (random.uniform() >= rates[step])
            break;
        const double day = contact.day[step] + wait(random, waits[step]);
        if (day >= double(m_lastDay + 1))
            break;
        contact.day[step + 1] = day;
        contact.reached = int(step) + 2;
    }
    if (contact.reached < 4)
        contact.outcome = Contact::Outcome::Lead;
    else
        contact.outcome = contact.day[3] >= double(m_startDay) ? Contact::Outcome::Buyer
                                                               : Contact::Outcome::OutOfRange;
    return contact;
}

void Generator::fillContactEvents(qint64 k, const Contact &contact,
                                  std::vector<Event> &events) const
{
    Random random = this->random(k, 2);
    events.clear();
    const auto add = [&](double day, EventName name, double value = -1) {
        // The moments of the draw itself keep the stages in order, also within one day.
        events.push_back({qint64(day * double(secondsPerDay)), name, contact.channel, value});
    };
    add(contact.day[0], random.uniform() < 0.55 ? AdClick : SiteVisit);
    if (contact.reached >= 2)
        add(contact.day[1], FormSubmitted);
    if (contact.reached >= 3) {
        const bool quote = random.uniform() < 0.6;
        add(contact.day[2], quote ? QuoteRequested : DemoAttended,
            quote ? std::round(random.gamma(2, 2.0 / 1500)) : -1);
    }
}

void Generator::fillDeal(qint64 k, const Contact &contact, std::vector<DealRow> &rows) const
{
    Random random = this->random(k, 5); // a stream of its own: nothing else changes by it
    Demo::fillDeal(random, contact, m_lastDay, rows);
}

void Generator::fillBuyer(qint64 k, const Contact &contact, qint64 number, Buyer &buyer) const
{
    Random random = this->random(k, 3);
    buyer.ref = padded("C-", number + 1, 7);
    buyer.name = companyName(number, contact.sector);
    buyer.email = "purchasing@" + buyer.name.slug + ".example.com";
    buyer.phone = "+9665" + padded("", random.integer(0, 99999999), 8);
    double left = random.uniform() * 100;
    buyer.city = 0;
    for (const City &city : cities()) {
        left -= city.weight;
        if (left < 0 || buyer.city + 1 == int(cities().size()))
            break;
        ++buyer.city;
    }
    buyer.acquisitionCost = std::llround(random.gamma(6, 6 / 1240.0) * 100);
    buyer.employees = int(std::ceil(random.gamma(1.2, 1.2 / 85)));

    fillPurchases(random, contact, buyer);
    fillContactEvents(k, contact, buyer.events);
    fillExpansion(random, contact, buyer);
    fillSurveys(random, buyer);
}

void Generator::fillPurchases(Random &random, const Contact &contact, Buyer &buyer) const
{
    const double purchasesPerWeek = random.gamma(m_truth.r, m_truth.alpha);
    const double lifetime = random.exponential(random.gamma(m_truth.s, m_truth.beta)) * 7;
    const double scale = random.gamma(m_truth.q, m_truth.gamma); // of the spend: mean p / scale
    const int favourite = int(random.integer(0, std::ssize(products()) - 1));
    const int channel = choose(random, std::array{0.46, 0.30, 0.14, 0.10});
    buyer.isLoyaltyMember = random.uniform() < 1 - std::exp(-7 * purchasesPerWeek);

    buyer.purchases.clear();
    const double first = contact.day[3];
    const qint64 firstDay = qint64(first);
    buyer.acquiredOn = QDate::fromJulianDay(firstDay + QDate(1970, 1, 1).toJulianDay());
    buyer.leftOn = first + lifetime < double(m_lastDay + 1)
                       ? buyer.acquiredOn.addDays(qint64(lifetime))
                       : QDate();

    const auto buy = [&](qint64 day, bool isFirst) {
        Purchase purchase;
        purchase.time =
            isFirst ? qint64(first * double(secondsPerDay)) : workingMoment(random, day);
        purchase.amount = std::max<qint64>(1, std::llround(random.gamma(m_truth.p, scale) * 100));
        purchase.margin =
            std::llround(double(purchase.amount)
                         * std::clamp(m_truth.margin + 0.05 * random.normal(), 0.05, 0.6));
        purchase.product =
            random.uniform() < 0.5 ? favourite : int(random.integer(0, std::ssize(products()) - 1));
        purchase.channel = random.uniform() < 0.8
                               ? channel
                               : int(random.integer(0, std::ssize(orderChannels()) - 1));
        purchase.quantity = 1 + int(random.poisson(4));
        purchase.orderRef =
            "SO-" + buyer.ref.mid(2) + '-' + QByteArray::number(qint64(buyer.purchases.size()) + 1);
        buyer.purchases.push_back(std::move(purchase));
    };
    buy(firstDay, true);
    qint64 lastUsed = firstDay;
    for (double waited = random.exponential(purchasesPerWeek) * 7; waited < lifetime;
         waited += random.exponential(purchasesPerWeek) * 7) {
        // One purchase a day: the models count days, and a merged draw would bias the rate.
        const qint64 day = std::max(qint64(first + waited), lastUsed + 1);
        if (day > m_lastDay)
            break;
        buy(day, false);
        lastUsed = day;
    }

    const std::size_t orders = buyer.purchases.size();
    for (std::size_t i = 0; i < orders; ++i) {
        if (random.uniform() >= 0.01)
            continue;
        qint64 day = buyer.purchases[i].time / secondsPerDay + random.integer(2, 21);
        // Not on a day with an order: that day's sum must stay a purchase.
        while (
            std::any_of(buyer.purchases.begin(), buyer.purchases.end(),
                        [&](const Purchase &other) { return other.time / secondsPerDay == day; }))
            ++day;
        if (day > m_lastDay)
            continue;
        Purchase refund = buyer.purchases[i];
        const double share = random.uniform() < 0.4 ? 1 : random.uniform(0.1, 0.7);
        refund.time = workingMoment(random, day);
        refund.amount = -std::max<qint64>(1, std::llround(double(refund.amount) * share));
        refund.margin = -std::llround(double(refund.margin) * share);
        refund.orderRef = "RF" + refund.orderRef.mid(2);
        buyer.purchases.push_back(std::move(refund));
    }
    if (buyer.purchases.size() > orders)
        std::sort(buyer.purchases.begin(), buyer.purchases.end(),
                  [](const Purchase &a, const Purchase &b) { return a.time < b.time; });
}

void Generator::fillExpansion(Random &random, const Contact &contact, Buyer &buyer) const
{
    buyer.stage = "convert";
    qint64 second = 0;
    for (std::size_t i = 1; i < buyer.purchases.size() && !second; ++i) {
        if (buyer.purchases[i].amount > 0)
            second = buyer.purchases[i].time;
    }
    if (!second)
        return;
    buyer.stage = "retain";
    const double factor = ratesBySector[contact.sector].convert;
    const qint64 end = (m_lastDay + 1) * secondsPerDay;
    if (random.uniform() >= expandRate * factor)
        return;
    const qint64 expanded = second + qint64(wait(random, expandDays) * double(secondsPerDay));
    if (expanded >= end)
        return;
    buyer.stage = "expand";
    buyer.events.push_back({expanded, random.uniform() < 0.5 ? UpsellAccepted : CrossSellAccepted,
                            contact.channel, std::round(random.gamma(3, 3.0 / 900))});
    if (random.uniform() >= advocateRate)
        return;
    const qint64 advocated = expanded + qint64(wait(random, advocateDays) * double(secondsPerDay));
    if (advocated >= end)
        return;
    buyer.stage = "advocate";
    buyer.events.push_back(
        {advocated, random.uniform() < 0.6 ? ReferralMade : ReviewPosted, contact.channel, -1});
}

void Generator::fillSurveys(Random &random, Buyer &buyer) const
{
    buyer.surveys.clear();
    if (random.uniform() >= 0.35)
        return;
    const qint64 firstDay = buyer.purchases.front().time / secondsPerDay;
    const qint64 day = firstDay + random.integer(14, 240);
    if (day > m_lastDay)
        return;
    const qint64 time = workingMoment(random, day);
    const bool stays = !buyer.leftOn.isValid();
    const double mood = random.normal() + (stays ? 0.35 : -0.55);
    const auto answer = [&](Instrument instrument, double middle, double spread, double lowest,
                            double highest) {
        const double score = std::clamp(
            std::round(middle + spread * (0.8 * mood + 0.6 * random.normal())), lowest, highest);
        buyer.surveys.push_back({time, instrument, score, -1});
    };
    answer(Nps, 7.6, 2.1, 0, 10);
    if (random.uniform() < 0.25)
        buyer.surveys.back().comment = int(random.integer(0, std::ssize(surveyComments()) - 1));
    answer(Csat, 3.8, 0.9, 1, 5);
    answer(Ces, 5.1, 1.2, 1, 7);
    answer(DriverValue, 5.1, 1.1, 1, 7);
    answer(DriverBrand, 4.4, 1.2, 1, 7);
    answer(DriverRelationship, 4.7, 1.1, 1, 7);
}

} // namespace Demo
