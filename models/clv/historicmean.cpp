#include "models/clv/historicmean.h"

#include "models/numerics/specialfunctions.h"

#include <algorithm>

namespace Clv {

namespace {

double pooledRate(const PurchaseSummary &summary)
{
    double purchases = 0;
    double time = 0;
    for (std::size_t i = 0; i < summary.size(); ++i) {
        purchases += summary.x[i];
        time += summary.T[i];
    }
    return time > 0 ? purchases / time : 0;
}

double pooledSpend(const PurchaseSummary &summary)
{
    double spent = 0;
    double days = 0;
    for (std::size_t i = 0; i < summary.size(); ++i) {
        spent +=
            summary.firstSpend[i] + (summary.x[i] > 0 ? summary.meanSpend[i] * summary.x[i] : 0);
        days += summary.x[i] + 1.0;
    }
    return days > 0 ? spent / days : 0;
}

} // namespace

CustomerValues historicMean(const PurchaseSummary &summary, const ClvQuery &query)
{
    const ValueTerms terms = valueTerms(query);
    const double reach =
        summary.size() == 0 ? 0 : *std::max_element(summary.T.begin(), summary.T.end());
    const double horizon = query.horizonPeriods.value_or(reach);
    const double purchases = pooledRate(summary) * horizon;
    const double discounted = purchases * Numerics::annuityFactor(terms.rate * horizon);
    const double spend = query.spend == SpendModel::None ? notAvailable : pooledSpend(summary);

    CustomerValues values;
    values.customer = summary.customer;
    values.x = summary.x;
    values.tx = summary.tx;
    values.T = summary.T;
    values.meanSpend = summary.meanSpend;
    values.pAlive.assign(summary.size(), notAvailable);
    values.expectedPurchases.assign(summary.size(), purchases);
    values.expectedSpend.assign(summary.size(), spend);
    const double time = horizon * Numerics::annuityFactor(terms.rate * horizon);
    values.clv.assign(summary.size(),
                      terms.margin * spend * discounted - terms.retentionCost * time);
    values.clvLow.assign(summary.size(), notAvailable);
    values.clvHigh.assign(summary.size(), notAvailable);
    values.realised = realisedValues(summary, terms.margin);
    return values;
}

std::vector<double> realisedValues(const PurchaseSummary &summary, double margin)
{
    std::vector<double> realised(summary.size());
    for (std::size_t i = 0; i < summary.size(); ++i)
        realised[i] = margin
                      * (summary.firstSpend[i]
                         + (summary.x[i] > 0 ? summary.meanSpend[i] * summary.x[i] : 0));
    return realised;
}

double historicPurchases(const PurchaseSummary &summary, double length)
{
    return pooledRate(summary) * length * double(summary.size());
}

} // namespace Clv
