#include "models/lifecycle/meddic.h"

#include <algorithm>

namespace Lifecycle {

MeddicView computeMeddic(const std::vector<Deal> &deals, const DateRange &period)
{
    MeddicView view;
    for (const auto &[from, until] :
         {std::pair(0, 4), std::pair(5, 9), std::pair(10, 14),
          std::pair(15, meddicElements * highestMeddicScore)}) {
        MeddicBand band;
        band.from = from;
        band.until = until;
        view.bands.append(band);
    }
    std::array<qint64, meddicElements> sums{};
    for (int element = 0; element < meddicElements; ++element) {
        MeddicElement reading;
        reading.element = element;
        view.elements.append(reading);
    }
    for (std::size_t i = 0; i < deals.size(); ++i) {
        const Deal &deal = deals[i];
        if (!period.contains(dayOfEpoch(deal.firstTime())))
            continue;
        const bool hasScore = deal.hasMeddic();
        const int total = deal.meddicTotal();
        if (deal.isOpen()) {
            OpenDeal open;
            open.deal = i;
            open.total = total;
            for (int element = 0; element < meddicElements; ++element) {
                const std::optional<MeddicScore> score = deal.meddic(element);
                MeddicElement &reading = view.elements[element];
                open.missing += !score;
                ++(score ? reading.answered : reading.missing);
                sums[std::size_t(element)] += score ? score->score : 0;
            }
            view.openDeals.append(open);
        }
        ++(hasScore ? view.scored : view.unscored);
        if (!hasScore)
            continue;
        const auto band = std::ranges::find_if(
            view.bands, [total](const MeddicBand &one) { return total <= one.until; });
        ++band->deals;
        band->accepted += deal.reached(Milestone::Accepted).has_value();
        band->sales += deal.reached(Milestone::Sales).has_value();
        band->won += deal.isWon();
        band->lost += deal.isLost();
    }
    for (MeddicElement &element : view.elements) {
        if (element.answered > 0)
            element.meanScore =
                double(sums[std::size_t(element.element)]) / double(element.answered);
    }
    std::ranges::stable_sort(view.openDeals, [&](const OpenDeal &a, const OpenDeal &b) {
        return deals[a.deal].amount().value_or(0) > deals[b.deal].amount().value_or(0);
    });
    return view;
}

} // namespace Lifecycle
