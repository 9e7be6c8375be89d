#include "models/clv/clvjob.h"

#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"

#include <algorithm>
#include <cmath>

namespace Clv {

namespace {

/// The model of a result and its parameters; null where the historic mean stands in.
std::unique_ptr<const PurchaseModel> modelOf(const ClvResult &result,
                                             std::vector<double> &parameters)
{
    const std::optional<Model> name = modelFromName(result.purchaseFit.model);
    if (!name)
        return nullptr;
    int k = 1;
    for (const Parameter &parameter : result.purchaseFit.parameters) {
        if (parameter.name == QLatin1String("k"))
            k = int(parameter.value);
        else
            parameters.push_back(parameter.value);
    }
    std::unique_ptr<const PurchaseModel> model = purchaseModel(*name, k);
    return model && parameters.size() == model->size() ? std::move(model) : nullptr;
}

/// Observed time of most customers: the 90 % point of T.
double usualAge(const CustomerValues &values)
{
    std::vector<double> ages = values.T;
    const auto place = ages.begin() + std::ptrdiff_t(double(ages.size() - 1) * 0.9);
    std::nth_element(ages.begin(), place, ages.end());
    return *place;
}

} // namespace

AliveMap aliveMap(const ClvResult &result, int columns, int rows)
{
    AliveMap map;
    std::vector<double> parameters;
    const std::unique_ptr<const PurchaseModel> model = modelOf(result, parameters);
    if (!model || !result.values || result.values->size() == 0 || columns < 1 || rows < 1)
        return map;
    const double age = usualAge(*result.values);
    for (int column = 0; column < columns; ++column)
        map.frequency.push_back(column);
    for (int row = 0; row < rows; ++row)
        map.recency.push_back(rows == 1 ? 0 : age * row / (rows - 1));
    for (const double silence : map.recency) {
        for (const double x : map.frequency)
            map.pAlive.push_back(
                model->pAlive(parameters, x, x == 0 ? 0 : age - silence, x == 0 ? silence : age));
    }
    return map;
}

AliveHistory aliveHistory(const Customers::Snapshot &snapshot, const ClvResult &result,
                          Customers::CustomerIndex customer, int weeks)
{
    AliveHistory history;
    std::vector<double> parameters;
    const std::unique_ptr<const PurchaseModel> model = modelOf(result, parameters);
    if (!model || customer >= snapshot.customers())
        return history;
    const std::int64_t lastDay = dayNumber(result.until);
    const double perPeriod = daysPerPeriod(result.query.period);
    std::vector<PurchaseDay> days;
    purchaseDays(snapshot.purchases, customer, lastDay, days);
    for (const PurchaseDay &day : days)
        history.purchases.append(QDate(1970, 1, 1).addDays(day.day));
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
        history.pAlive.push_back(model->pAlive(parameters, x, tx, T));
    }
    return history;
}

} // namespace Clv
