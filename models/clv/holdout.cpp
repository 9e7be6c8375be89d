#include "models/clv/holdout.h"

#include "models/numerics/parallel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>

namespace Clv {

namespace {
constexpr int frequencyBins = 8;
constexpr int daysPerWeek = 7;
} // namespace

Holdout judge(const PurchaseModel &model, std::span<const double> parameters,
              const Customers::Snapshot &snapshot, const PurchaseSummary &calibration,
              const PurchaseRows &rows, QDate until)
{
    Holdout result;
    result.calibrationEnd = calibration.until;
    result.until = until;
    const double length =
        double(calibration.until.daysTo(until)) / daysPerPeriod(calibration.period);
    std::vector<double> expected(rows.size());
    model.expectedPurchasesIfAlive(parameters, rows.x, rows.tx, rows.T, length, expected);
    const std::vector<double> alive = model.pAlive(rows, parameters);
    const std::vector<std::uint32_t> actual =
        purchasesBetween(snapshot, calibration, calibration.until, until);
    double absolute = 0;
    double square = 0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const std::uint32_t row = rows.rowOf[i];
        const double predicted = alive[row] * expected[row];
        result.actual += actual[i];
        result.predicted += predicted;
        absolute += std::abs(predicted - actual[i]);
        square += (predicted - actual[i]) * (predicted - actual[i]);
    }
    result.mae = absolute / double(actual.size());
    result.rmse = std::sqrt(square / double(actual.size()));
    result.tracking = tracking(model, parameters, snapshot, calibration, until);
    return result;
}

QList<TrackingPoint> tracking(const PurchaseModel &model, std::span<const double> parameters,
                              const Customers::Snapshot &snapshot,
                              const PurchaseSummary &calibration, QDate until)
{
    if (calibration.size() == 0)
        return {};
    const std::int64_t start =
        *std::min_element(calibration.firstDay.begin(), calibration.firstDay.end());
    const std::int64_t end = dayNumber(calibration.until);
    // Weeks are counted from the calibration's end, so that it is the end of one.
    const std::int64_t before = (end - start + daysPerWeek - 1) / daysPerWeek;
    const std::int64_t after = (dayNumber(until) - end) / daysPerWeek;
    const std::int64_t origin = end - before * daysPerWeek; // the day before the first week
    const auto weeks = std::size_t(before + after);
    const std::int64_t last = origin + std::int64_t(weeks) * daysPerWeek;

    std::map<std::int64_t, double> cohorts;
    for (const std::int32_t day : calibration.firstDay)
        cohorts[day] += 1;
    const double perPeriod = daysPerPeriod(calibration.period);
    std::vector<double> cumulative(std::size_t(last - start) + 1);
    Numerics::forBlocks(cumulative.size(), 16, [&](std::size_t, std::size_t from, std::size_t to) {
        for (std::size_t age = from; age < to; ++age)
            cumulative[age] =
                age == 0 ? 0 : model.expectedPurchasesOfNew(parameters, double(age) / perPeriod);
    });
    std::vector<double> actual(weeks, 0.0);
    std::vector<PurchaseDay> days;
    for (std::size_t i = 0; i < calibration.size(); ++i) {
        purchaseDays(snapshot.purchases, calibration.customer[i], last, days);
        for (std::size_t k = 1; k < days.size(); ++k)
            actual[std::size_t((days[k].day - origin - 1) / daysPerWeek)] += 1;
    }
    QList<TrackingPoint> points;
    double previous = 0;
    for (std::size_t week = 0; week < weeks; ++week) {
        const std::int64_t day = origin + std::int64_t(week + 1) * daysPerWeek;
        double expected = 0;
        for (const auto &[first, customers] : cohorts) {
            if (day > first)
                expected += customers * cumulative[std::size_t(day - first)];
        }
        points.append({QDate(1970, 1, 1).addDays(day), actual[week], expected - previous});
        previous = expected;
    }
    return points;
}

FrequencyFit frequencyFit(const PurchaseModel &model, std::span<const double> parameters,
                          const PurchaseRows &rows)
{
    FrequencyFit result;
    result.actual.assign(frequencyBins, 0.0);
    result.expected.assign(frequencyBins, 0.0);
    std::map<double, double> ages;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ages[rows.T[i]] += rows.weight[i];
        result.actual[std::min<std::size_t>(std::size_t(rows.x[i]), frequencyBins - 1)] +=
            rows.weight[i];
    }
    const std::vector<std::pair<double, double>> list(ages.begin(), ages.end());
    std::vector<std::vector<double>> parts(list.size());
    Numerics::forBlocks(list.size(), 8, [&](std::size_t, std::size_t from, std::size_t until) {
        for (std::size_t i = from; i < until; ++i)
            parts[i] = model.pmf(parameters, list[i].first, frequencyBins - 2);
    });
    for (std::size_t i = 0; i < list.size(); ++i) {
        double rest = 1;
        for (std::size_t n = 0; n + 1 < frequencyBins; ++n) {
            result.expected[n] += list[i].second * parts[i][n];
            rest -= parts[i][n];
        }
        result.expected[frequencyBins - 1] += list[i].second * std::max(0.0, rest);
    }
    return result;
}

} // namespace Clv
