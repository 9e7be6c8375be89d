#include "models/clv/clvjob.h"

#include "models/clv/customermaps.h"
#include "models/clv/fittedmodel.h"
#include "models/clv/models.h"
#include "models/clv/opportunities.h"
#include "models/clv/purchasesummary.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Clv {

std::vector<double> parametersOf(const ClvResult &result, std::size_t position)
{
    const FittedModel fitted = fittedModel(result.purchaseFit);
    if (!fitted)
        return {};
    std::vector<double> parameters = fitted.parameters;
    const std::vector<std::size_t> shifted =
        shiftedParameters(*modelFromName(result.purchaseFit.model));
    if (!result.values || (position + 1) * shifted.size() > result.values->shifts.size())
        return parameters;
    for (std::size_t k = 0; k < shifted.size(); ++k)
        parameters[shifted[k]] *= std::exp(result.values->shifts[position * shifted.size() + k]);
    return parameters;
}

AliveMap aliveMap(const ClvResult &result, int columns, int rows)
{
    AliveMap map;
    const FittedModel fitted = fittedModel(result.purchaseFit);
    if (!fitted || !result.values)
        return map;
    const CustomerGrid grid = customerGrid(result, columns, rows);
    map.frequency = grid.frequency;
    map.recency = grid.recency;
    map.pAlive.assign(grid.size(), 0.0);
    for (const ParameterShare &set : parameterShares(result)) {
        for (std::size_t cell = 0; cell < grid.size(); ++cell)
            map.pAlive[cell] += set.share
                                * fitted.model->pAlive(set.parameters, grid.x(cell), grid.tx(cell),
                                                       grid.T(cell));
    }
    for (std::size_t cell = 0; cell < grid.size(); ++cell)
        if (!grid.isPossible(cell))
            map.pAlive[cell] = std::numeric_limits<double>::quiet_NaN();
    return map;
}

namespace {

/// P(alive) of BG/BB changes where an opportunity is over.
void addOpportunities(AliveHistory &history, const PurchaseModel &model,
                      std::span<const double> parameters, const ClvResult &result,
                      const std::vector<PurchaseDay> &days, int weeks)
{
    if (days.empty())
        return;
    const PeriodUnit unit = result.query.period;
    const auto numberOf = [&](QDate day) { return opportunityOf(day, unit, result.until); };
    const auto dayOf = [](std::int64_t day) { return QDate(1970, 1, 1).addDays(day); };
    const std::int64_t first = numberOf(dayOf(days.front().day));
    for (int week = weeks; week >= 0; --week) {
        const QDate day = result.until.addDays(-7 * week);
        if (day < dayOf(days.front().day))
            continue;
        std::int64_t last = numberOf(day);
        if (opportunityEnd(last, unit, result.until) > day)
            --last;
        double x = 0;
        std::int64_t previous = first;
        for (const PurchaseDay &purchase : days) {
            const std::int64_t at = numberOf(dayOf(purchase.day));
            if (dayOf(purchase.day) > day || at == previous)
                continue;
            last = std::max(last, at); // bought in it: its opportunity has come
            x += 1;
            previous = at;
        }
        history.date.append(day);
        history.pAlive.push_back(model.pAlive(parameters, x, double(previous - first),
                                              double(std::max(last, first) - first)));
    }
}

} // namespace

AliveHistory aliveHistory(const Customers::Snapshot &snapshot, const ClvResult &result,
                          Customers::CustomerIndex customer, int weeks)
{
    AliveHistory history;
    const FittedModel fitted = fittedModel(result.purchaseFit);
    if (!fitted || customer >= snapshot.customers())
        return history;
    std::vector<double> parameters = fitted.parameters;
    if (result.values) {
        const auto &customers = result.values->customer;
        const auto at = std::lower_bound(customers.begin(), customers.end(), customer);
        if (at != customers.end() && *at == customer)
            parameters = parametersOf(result, std::size_t(at - customers.begin()));
    }
    const std::int64_t lastDay = dayNumber(result.until);
    const double perPeriod = daysPerPeriod(result.query.period);
    std::vector<PurchaseDay> days;
    purchaseDays(snapshot.purchases, customer, lastDay, days);
    for (const PurchaseDay &day : days)
        history.purchases.append(QDate(1970, 1, 1).addDays(day.day));
    if (modelFromName(result.purchaseFit.model) == Model::BgBb) {
        addOpportunities(history, *fitted.model, parameters, result, days, weeks);
        return history;
    }
    for (int week = weeks; week >= 0; --week) {
        const std::int64_t day = lastDay - std::int64_t(week) * 7;
        const auto after = std::upper_bound(
            days.begin(), days.end(), day,
            [](std::int64_t value, const PurchaseDay &purchase) { return value < purchase.day; });
        if (after == days.begin())
            continue;
        const auto x = double(after - days.begin() - 1);
        const double tx = double((after - 1)->day - days.front().day) / perPeriod;
        const double T = double(day - days.front().day) / perPeriod;
        history.date.append(QDate(1970, 1, 1).addDays(day));
        history.pAlive.push_back(fitted.model->pAlive(parameters, x, tx, T));
    }
    return history;
}

} // namespace Clv
