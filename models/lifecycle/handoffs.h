#pragma once

#include "models/lifecycle/deals.h"
#include "models/lifecycle/lifecycle.h"
#include "models/lifecycle/members.h"

namespace Lifecycle {

struct ReasonCount
{
    QString reason; ///< as in the data; empty: none given
    qint64 count = 0;
    std::int64_t amount = 0; ///< minor units of the deals
};

/// What became of an offer.
enum class OfferOutcome { Taken, Recycled, Lost, Waiting };

/// One offer and the customer it is about.
struct Offer
{
    Member member; ///< with the moment of the offer
    OfferOutcome outcome = OfferOutcome::Waiting;
    bool isRejected = false; ///< by a decision; recycled, or lost for good
    QString reason = {};     ///< of the rejection
};

/// What one department offers the next, and what becomes of it.
struct HandOff
{
    Department from = Department::Marketing;
    Department to = Department::Sales;
    QString fromStage; ///< stage id of the lifecycle, or a milestone: "mql"
    QString toStage;
    bool fromDeals = false; ///< decisions were recorded: acceptance, reasons and hours are known
    qint64 offered = 0;
    qint64 taken = 0;    ///< accepted, or arrived
    qint64 rejected = 0; ///< from deals only
    qint64 recycled = 0; ///< rejected, and offered again later
    qint64 lost = 0;     ///< rejected for good; or did not arrive within the days of the promise
    qint64 waiting = 0;  ///< neither, yet
    double medianHours = notAvailable; ///< of work until the decision; deals only
    double medianDays = notAvailable;  ///< survival median; who waits is censored
    double withinPromise = notAvailable; ///< share of the due ones decided in time; deals only
    std::vector<Offer> offers; ///< the single ones, behind the numbers above

    [[nodiscard]] double acceptance() const ///< of the decided ones
    {
        return taken + rejected > 0 ? double(taken) / double(taken + rejected) : notAvailable;
    }
};

/// Deals that came at least as far as each milestone, of those whose first change lies within the
/// period.
struct Qualification
{
    qint64 marketing = 0; ///< MQL
    qint64 accepted = 0;  ///< SAL
    qint64 sales = 0;     ///< SQL
    qint64 won = 0;
    qint64 lost = 0;
    qint64 open = 0;
};

/// How fast the pipeline turns into money.
struct SalesVelocity
{
    qint64 deals = 0; ///< closed within the period
    qint64 won = 0;
    double winRate = notAvailable;
    double meanAmount = notAvailable; ///< major units, of the won ones
    double medianDays = notAvailable; ///< from the first change to the win
    /// Deals × win rate × mean amount / median days: major units a day.
    double perDay = notAvailable;
};

struct HandOffView
{
    DateRange period;
    ServiceLevel service;
    QList<HandOff> handOffs; ///< in the order of the lifecycle
    Qualification qualification;
    QList<ReasonCount> rejections; ///< most frequent first
    QList<ReasonCount> losses;
    SalesVelocity velocity;
};

/// Hand-offs whose offer lies within \a period. From the stage history: between stages that follow
/// one another and belong to different departments. From deals: every offer (a change to MQL) until
/// its decision. \a until: the last day of data.
HandOffView computeHandOffs(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle,
                            const std::vector<Deal> &deals, const DateRange &period, QDate until);

} // namespace Lifecycle
