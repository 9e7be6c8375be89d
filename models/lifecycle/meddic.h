#pragma once

#include "models/lifecycle/deals.h"
#include "models/lifecycle/lifecycle.h"

namespace Lifecycle {

/// One element over the open deals.
struct MeddicElement
{
    int element = 0;
    qint64 answered = 0;            ///< have a score, 0 included
    qint64 missing = 0;             ///< were never asked
    double meanScore = notAvailable; ///< of the answered ones, 0 to 3
};

/// Deals with a total score in one band.
struct MeddicBand
{
    int from = 0; ///< total score, both ends included
    int until = 0;
    qint64 deals = 0;
    qint64 accepted = 0; ///< came at least to SAL
    qint64 sales = 0;    ///< at least to SQL
    qint64 won = 0;
    qint64 lost = 0;
    [[nodiscard]] double winRate() const ///< of the closed ones
    {
        return won + lost > 0 ? double(won) / double(won + lost) : notAvailable;
    }
    [[nodiscard]] double acceptedShare() const
    {
        return deals > 0 ? double(accepted) / double(deals) : notAvailable;
    }
    [[nodiscard]] double salesShare() const
    {
        return deals > 0 ? double(sales) / double(deals) : notAvailable;
    }
};

/// An open deal with what is known about it.
struct OpenDeal
{
    std::size_t deal = 0; ///< index into the deals
    int total = 0;
    int missing = 0; ///< elements never answered
};

struct MeddicView
{
    qint64 scored = 0;   ///< deals with at least one score
    qint64 unscored = 0; ///< deals without any: not in the bands
    QList<MeddicElement> elements;
    QList<MeddicBand> bands;  ///< 0–4, 5–9, 10–14, 15–18
    QList<OpenDeal> openDeals; ///< largest amount first
};

/// Deals whose first change lies within \a period.
MeddicView computeMeddic(const std::vector<Deal> &deals, const DateRange &period);

} // namespace Lifecycle
