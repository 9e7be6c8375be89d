#include "models/clv/holdout.h"

#include "models/clv/opportunities.h"
#include "models/numerics/parallel.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Clv {

namespace {

constexpr int frequencyBins = 8;
constexpr int daysPerWeek = 7;

QDate dayOf(std::int64_t day) { return QDate(1970, 1, 1).addDays(day); }

/// The last opportunity of \a until, numbered as in \a calibration.
std::int64_t lastOpportunity(const Customers::Snapshot &snapshot,
                             const PurchaseSummary &calibration, QDate until)
{
    if (calibration.period == PeriodUnit::Week) // numbered back from the calibration's end
        return until.toJulianDay() >= calibration.until.toJulianDay()
                   ? calibration.until.daysTo(until) / daysPerWeek
                   : 0;
    return *summariseOpportunities(snapshot, until, calibration.period).lastOpportunity;
}

/// Repeat purchases expected of each class's customers at every age from 0 to \a oldest days or
/// opportunities.
std::vector<double> expectedByAge(const PurchaseModel &model, std::span<const double> parameters,
                                  std::size_t oldest, double perPeriod)
{
    std::vector<double> cumulative(oldest + 1, 0.0);
    Numerics::forBlocks(cumulative.size(), 16, [&](std::size_t, std::size_t from, std::size_t to) {
        for (std::size_t age = from; age < to; ++age)
            cumulative[age] =
                age == 0 ? 0 : model.expectedPurchasesOfNew(parameters, double(age) / perPeriod);
    });
    return cumulative;
}

QList<TrackingPoint> trackingByOpportunity(const PurchaseModel &model,
                                           const std::vector<CustomerClass> &classes,
                                           const Customers::Snapshot &snapshot,
                                           const PurchaseSummary &calibration, QDate until)
{
    const std::int64_t end = lastOpportunity(snapshot, calibration, until);
    const auto numberOf = [&](std::int64_t day) {
        return opportunityOf(dayOf(day), calibration.period, calibration.until);
    };
    const std::int64_t first =
        numberOf(*std::min_element(calibration.firstDay.begin(), calibration.firstDay.end()));
    if (end <= first)
        return {};
    const auto periods = std::size_t(end - first);
    std::vector<double> expected(periods, 0.0);
    std::vector<double> actual(periods, 0.0);
    for (const CustomerClass &one : classes) {
        const std::vector<double> byAge = expectedByAge(model, one.parameters, periods, 1);
        for (std::size_t i = 0; i < one.size(calibration.size()); ++i) {
            const auto start = std::size_t(numberOf(calibration.firstDay[one.at(i)]) - first);
            for (std::size_t period = start; period < periods; ++period)
                expected[period] += byAge[period - start + 1] - byAge[period - start];
        }
    }
    std::vector<PurchaseDay> days;
    const std::int64_t lastDay =
        dayNumber(opportunityEnd(end, calibration.period, calibration.until));
    for (std::size_t i = 0; i < calibration.size(); ++i) {
        purchaseDays(snapshot.purchases, calibration.customer[i], lastDay, days);
        std::int64_t previous = numberOf(calibration.firstDay[i]);
        for (const PurchaseDay &day : days) {
            const std::int64_t at = numberOf(day.day);
            if (at > previous && at <= end)
                actual[std::size_t(at - first - 1)] += 1;
            previous = std::max(previous, at);
        }
    }
    QList<TrackingPoint> points;
    for (std::size_t period = 0; period < periods; ++period)
        points.append({opportunityEnd(first + std::int64_t(period) + 1, calibration.period,
                                      calibration.until),
                       actual[period], expected[period]});
    return points;
}

} // namespace

LaterPurchases laterPurchases(const Customers::Snapshot &snapshot,
                              const PurchaseSummary &calibration, QDate until)
{
    if (!calibration.lastOpportunity) {
        return {purchasesBetween(snapshot, calibration, calibration.until, until),
                double(calibration.until.daysTo(until)) / daysPerPeriod(calibration.period)};
    }
    const std::int64_t end = lastOpportunity(snapshot, calibration, until);
    return {opportunitiesBetween(snapshot, calibration, *calibration.lastOpportunity, end),
            double(std::max<std::int64_t>(0, end - *calibration.lastOpportunity))};
}

HoldoutError holdoutError(const PurchaseProcess &process, std::span<const double> parameters,
                          const Customers::Snapshot &snapshot, const PurchaseSummary &calibration,
                          const std::vector<CustomerGroup> &groups, QDate until)
{
    const auto [actual, length] = laterPurchases(snapshot, calibration, until);
    HoldoutError result;
    double absolute = 0;
    double square = 0;
    std::vector<double> expected;
    for (const CustomerGroup &group : groups) {
        const std::vector<double> own = process.parameters(parameters, group.z);
        expected.resize(group.rows.size());
        process.model->expectedPurchasesIfAlive(own, group.rows.x, group.rows.tx, group.rows.T,
                                                length, expected);
        const std::vector<double> alive = process.model->pAlive(group.rows, own);
        for (std::size_t i = 0; i < group.size(); ++i) {
            const std::uint32_t row = group.rows.rowOf[i];
            const double predicted = alive[row] * expected[row];
            const double happened = actual[group.at(i)];
            result.actual += happened;
            result.predicted += predicted;
            absolute += std::abs(predicted - happened);
            square += (predicted - happened) * (predicted - happened);
        }
    }
    result.mae = absolute / double(actual.size());
    result.rmse = std::sqrt(square / double(actual.size()));
    if (result.actual > 0)
        result.relative = result.predicted / result.actual - 1;
    return result;
}

Holdout judge(const PurchaseProcess &process, std::span<const double> parameters,
              const Customers::Snapshot &snapshot, const PurchaseSummary &calibration,
              const std::vector<CustomerGroup> &groups, QDate until)
{
    const HoldoutError error =
        holdoutError(process, parameters, snapshot, calibration, groups, until);
    Holdout result;
    result.calibrationEnd = calibration.until;
    result.until = until;
    result.actual = error.actual;
    result.predicted = error.predicted;
    result.mae = error.mae;
    result.rmse = error.rmse;
    result.tracking = tracking(*process.model, customerClasses(process, parameters, groups),
                               snapshot, calibration, until);
    return result;
}

QList<TrackingPoint> tracking(const PurchaseModel &model, const std::vector<CustomerClass> &classes,
                              const Customers::Snapshot &snapshot,
                              const PurchaseSummary &calibration, QDate until)
{
    if (calibration.size() == 0)
        return {};
    if (calibration.lastOpportunity)
        return trackingByOpportunity(model, classes, snapshot, calibration, until);
    const std::int64_t start =
        *std::min_element(calibration.firstDay.begin(), calibration.firstDay.end());
    const std::int64_t end = dayNumber(calibration.until);
    // Weeks are counted from the calibration's end, so that it is the end of one.
    const std::int64_t before = (end - start + daysPerWeek - 1) / daysPerWeek;
    const std::int64_t after = (dayNumber(until) - end) / daysPerWeek;
    const std::int64_t origin = end - before * daysPerWeek; // the day before the first week
    const auto weeks = std::size_t(before + after);
    const std::int64_t last = origin + std::int64_t(weeks) * daysPerWeek;

    std::vector<double> expected(weeks, 0.0); // until the end of each week
    for (const CustomerClass &one : classes) {
        std::map<std::int64_t, double> cohorts;
        for (std::size_t i = 0; i < one.size(calibration.size()); ++i)
            cohorts[calibration.firstDay[one.at(i)]] += 1;
        const std::vector<double> byAge = expectedByAge(
            model, one.parameters, std::size_t(last - start), daysPerPeriod(calibration.period));
        for (std::size_t week = 0; week < weeks; ++week) {
            const std::int64_t day = origin + std::int64_t(week + 1) * daysPerWeek;
            for (const auto &[first, customers] : cohorts) {
                if (day > first)
                    expected[week] += customers * byAge[std::size_t(day - first)];
            }
        }
    }
    std::vector<double> actual(weeks, 0.0);
    std::vector<PurchaseDay> days;
    for (std::size_t i = 0; i < calibration.size(); ++i) {
        purchaseDays(snapshot.purchases, calibration.customer[i], last, days);
        for (std::size_t k = 1; k < days.size(); ++k)
            actual[std::size_t((days[k].day - origin - 1) / daysPerWeek)] += 1;
    }
    QList<TrackingPoint> points;
    for (std::size_t week = 0; week < weeks; ++week) {
        points.append({dayOf(origin + std::int64_t(week + 1) * daysPerWeek), actual[week],
                       expected[week] - (week > 0 ? expected[week - 1] : 0)});
    }
    return points;
}

FrequencyFit frequencyFit(const PurchaseModel &model, const std::vector<CustomerClass> &classes,
                          const PurchaseSummary &summary)
{
    FrequencyFit result;
    result.actual.assign(frequencyBins, 0.0);
    result.expected.assign(frequencyBins, 0.0);
    for (const std::uint32_t x : summary.x)
        result.actual[std::min<std::size_t>(x, frequencyBins - 1)] += 1;
    for (const CustomerClass &one : classes) {
        std::map<double, double> ages;
        for (std::size_t i = 0; i < one.size(summary.size()); ++i)
            ages[summary.T[one.at(i)]] += 1;
        const std::vector<std::pair<double, double>> list(ages.begin(), ages.end());
        std::vector<std::vector<double>> parts(list.size());
        Numerics::forBlocks(list.size(), 8, [&](std::size_t, std::size_t from, std::size_t until) {
            for (std::size_t i = from; i < until; ++i)
                parts[i] = model.pmf(one.parameters, list[i].first, frequencyBins - 2);
        });
        for (std::size_t i = 0; i < list.size(); ++i) {
            double rest = 1;
            for (std::size_t n = 0; n + 1 < frequencyBins; ++n) {
                result.expected[n] += list[i].second * parts[i][n];
                rest -= parts[i][n];
            }
            result.expected[frequencyBins - 1] += list[i].second * std::max(0.0, rest);
        }
    }
    return result;
}

} // namespace Clv
