#pragma once

#include "models/core/dates.h"
#include "models/demo/demotruth.h"
#include "models/demo/demowords.h"
#include "models/numerics/random.h"

#include <QByteArray>

#include <array>
#include <vector>

/// Draws the demo's contacts one by one: nothing is kept from one to the next, so that any number
/// of them needs the memory of one. Contact k is a function of the seed and k alone.
namespace Demo {

enum EventName {
    AdClick,
    SiteVisit,
    FormSubmitted,
    DemoAttended,
    QuoteRequested,
    UpsellAccepted,
    CrossSellAccepted,
    ReferralMade,
    ReviewPosted,
    EventNameCount
};
extern const std::array<const char *, EventNameCount> eventNames;

enum Instrument { Nps, Csat, Ces, DriverValue, DriverBrand, DriverRelationship, InstrumentCount };
extern const std::array<const char *, InstrumentCount> instrumentNames;

struct Event
{
    qint64 time = 0; ///< epoch seconds, UTC
    EventName name = AdClick;
    int channel = 0;   ///< contactChannels()
    double value = -1; ///< major units of what was offered; negative: none
};

struct Purchase
{
    qint64 time = 0;
    qint64 amount = 0; ///< minor units; negative: a refund
    qint64 margin = 0; ///< minor units
    int product = 0;
    int channel = 0; ///< orderChannels()
    int quantity = 1;
    QByteArray orderRef;
};

struct Survey
{
    qint64 time = 0;
    Instrument instrument = Nps;
    double score = 0;
    int comment = -1; ///< surveyComments(); −1: none
};

/// How far a contact came on the way to the first purchase, and when.
struct Contact
{
    enum class Outcome {
        OutOfRange, ///< would have bought before the data begins: not a contact of ours
        Lead,       ///< no purchase up to the last day
        Buyer
    };
    Outcome outcome = Outcome::OutOfRange;
    Sector sector = Hospitality;
    int channel = 0;
    int reached = 0;             ///< 1 attracted, 2 captured, 3 nurtured, 4 converted
    std::array<double, 4> day{}; ///< when, in days since 1970-01-01
};

struct Buyer
{
    QByteArray ref;
    CompanyName name;
    QByteArray email;
    QByteArray phone;
    int city = 0;
    QDate acquiredOn;
    QDate leftOn;               ///< when the customer silently stopped; invalid: after the last day
    qint64 acquisitionCost = 0; ///< minor units
    const char *stage = "";     ///< deepest stage reached
    bool isLoyaltyMember = false;
    int employees = 0;
    std::vector<Purchase> purchases;
    std::vector<Event> events;
    std::vector<Survey> surveys;
};

inline constexpr auto countryName = "Saudi Arabia";
[[nodiscard]] QByteArray leadRef(qint64 number);           ///< from 1
[[nodiscard]] QByteArray dealRef(qint64 number);           ///< from 1
[[nodiscard]] const char *loyaltyName(const Buyer &buyer); ///< "Member" or "None"
/// Refuses options that no data can be made from: the sentence names the option.
[[nodiscard]] Result<void> validate(const DemoOptions &options);

struct DealRow;

class Generator
{
public:
    explicit Generator(const DemoOptions &options, const Truth &truth = {});

    /// First day with purchases, and the first with contacts, half a year before.
    [[nodiscard]] QDate firstPurchaseDay() const { return m_start; }
    [[nodiscard]] QDate firstContactDay() const { return m_contactStart; }

    [[nodiscard]] Contact contact(qint64 k) const;
    /// Everything about contact \a k, who must be a buyer: the \a number-th, from 0.
    void fillBuyer(qint64 k, const Contact &contact, qint64 number, Buyer &buyer) const;
    /// The events of a contact on the way to the first purchase.
    void fillContactEvents(qint64 k, const Contact &contact, std::vector<Event> &events) const;
    /// The deal of a contact with sales; empty: none.
    void fillDeal(qint64 k, const Contact &contact, std::vector<DealRow> &rows) const;

private:
    [[nodiscard]] Numerics::Random random(qint64 k, quint64 stream) const;
    void fillPurchases(Numerics::Random &random, const Contact &contact, Buyer &buyer) const;
    void fillExpansion(Numerics::Random &random, const Contact &contact, Buyer &buyer) const;
    void fillSurveys(Numerics::Random &random, Buyer &buyer) const;

    DemoOptions m_options;
    Truth m_truth;
    QDate m_start;
    QDate m_contactStart;
    qint64 m_startDay = 0; ///< days since 1970-01-01
    qint64 m_contactStartDay = 0;
    qint64 m_lastDay = 0;
};

} // namespace Demo
