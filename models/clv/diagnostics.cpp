#include "models/clv/diagnostics.h"

#include "models/clv/clvjob.h"
#include "models/clv/fitsummary.h"
#include "models/clv/gammagamma.h"
#include "models/clv/holdout.h"
#include "models/clv/purchasefit.h"
#include "models/numerics/parallel.h"
#include "models/numerics/quadrature.h"
#include "models/numerics/statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace Clv {

namespace {

constexpr std::size_t frequencyBins = 8;
constexpr std::size_t aliveGroups = 10;
constexpr std::size_t spendBins = 32;
constexpr double spendAxisEnd = 0.975; ///< quantile of the mean spend at which the axis ends
constexpr double groupLevel = 0.9;
constexpr double wantedDraws = 600'000; ///< futures drawn for all rows together
constexpr std::size_t rowsPerBlock = 1024;
constexpr qint64 weekDays = 7;

/// The score interval of a share (Wilson 1927, JASA 22:209-212).
std::pair<double, double> wilson(double share, double count, double level)
{
    const double z = Numerics::normalQuantile(0.5 + level / 2);
    const double scale = 1 + z * z / count;
    const double centre = share + z * z / (2 * count);
    const double half = z * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

/// A row of a group of customers.
struct RowOfGroup
{
    std::uint32_t group = 0;
    std::uint32_t row = 0;
};

/// P(buys within \a length | alive) of every row of every group, by drawing futures.
std::vector<std::vector<double>> activeIfAlive(const PurchaseProcess &process,
                                               const std::vector<std::vector<double>> &parameters,
                                               const std::vector<CustomerGroup> &groups,
                                               double length, std::uint64_t seed)
{
    std::vector<std::vector<double>> result;
    std::vector<RowOfGroup> all;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        result.emplace_back(groups[g].rows.size());
        for (std::size_t row = 0; row < groups[g].rows.size(); ++row)
            all.push_back({std::uint32_t(g), std::uint32_t(row)});
    }
    const int draws =
        int(std::clamp(wantedDraws / double(std::max<std::size_t>(1, all.size())), 4.0, 256.0));
    Numerics::forBlocks(
        all.size(), rowsPerBlock, [&](std::size_t block, std::size_t from, std::size_t until) {
            // A stream of its own for each block: the same digits on any number of processors.
            Numerics::Random random(seed + 0x9E3779B97F4A7C15ULL * (block + 1));
            for (std::size_t i = from; i < until; ++i) {
                const auto [group, row] = all[i];
                const PurchaseRows &rows = groups[group].rows;
                int active = 0;
                for (int draw = 0; draw < draws; ++draw) {
                    const SimulatedFuture future =
                        process.model->drawFuture(parameters[group], rows.x[row], rows.tx[row],
                                                  rows.T[row], length, 0, random);
                    active += future.count > 0 || future.last > 0 ? 1 : 0;
                }
                result[group][row] = double(active) / draws;
            }
        });
    return result;
}

} // namespace

QDate usualCalibrationEnd(const DateRange &purchases)
{
    const DateRange possible = calibrationEnds(purchases);
    if (!possible.isValid())
        return {};
    const qint64 days = std::min<qint64>(26 * weekDays, purchases.days() / 3);
    return std::clamp(purchases.until.addDays(-days), possible.from, possible.until);
}

DateRange calibrationEnds(const DateRange &purchases)
{
    if (!purchases.isValid())
        return {};
    const DateRange range{purchases.from.addDays(12 * weekDays - 1),
                          purchases.until.addDays(-4 * weekDays)};
    return range.from <= range.until ? range : DateRange{};
}

CustomerForecasts forecastCustomers(const PurchaseProcess &process,
                                    std::span<const double> parameters,
                                    const std::vector<CustomerGroup> &groups, double length,
                                    std::uint64_t seed)
{
    std::size_t customers = 0;
    std::vector<std::vector<double>> own;
    for (const CustomerGroup &group : groups) {
        customers += group.size();
        own.push_back(process.parameters(parameters, group.z));
    }
    const std::vector<std::vector<double>> active =
        activeIfAlive(process, own, groups, length, seed);
    CustomerForecasts result;
    result.alive.resize(customers);
    result.purchases.resize(customers);
    result.active.resize(customers);
    std::vector<double> expected;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const PurchaseRows &rows = groups[g].rows;
        expected.resize(rows.size());
        process.model->expectedPurchasesIfAlive(own[g], rows.x, rows.tx, rows.T, length, expected);
        const std::vector<double> alive = process.model->pAlive(rows, own[g]);
        for (std::size_t i = 0; i < groups[g].size(); ++i) {
            const std::uint32_t row = rows.rowOf[i];
            const std::uint32_t customer = groups[g].at(i);
            result.alive[customer] = alive[row];
            result.purchases[customer] = alive[row] * expected[row];
            result.active[customer] = alive[row] * active[g][row];
        }
    }
    return result;
}

ConditionalExpectation conditionalExpectation(const PurchaseSummary &calibration,
                                              const CustomerForecasts &forecasts,
                                              std::span<const std::uint32_t> counts)
{
    ConditionalExpectation result;
    if (counts.empty())
        return result;
    result.customers.assign(frequencyBins, 0.0);
    result.actual.assign(frequencyBins, 0.0);
    result.expected.assign(frequencyBins, 0.0);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::size_t bin = std::min(std::size_t(calibration.x[i]), frequencyBins - 1);
        result.customers[bin] += 1;
        result.actual[bin] += counts[i];
        result.expected[bin] += forecasts.purchases[i];
    }
    for (std::size_t bin = 0; bin < frequencyBins; ++bin) {
        result.actual[bin] /= result.customers[bin]; // 0 / 0: not a number, as meant
        result.expected[bin] /= result.customers[bin];
    }
    return result;
}

std::vector<AliveGroup> aliveCalibration(const CustomerForecasts &forecasts,
                                         std::span<const std::uint32_t> counts)
{
    std::vector<AliveGroup> groups(aliveGroups);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double alive = forecasts.alive[i];
        const auto place = std::size_t(std::clamp(alive, 0.0, 1.0) * double(aliveGroups));
        AliveGroup &group = groups[std::min(place, aliveGroups - 1)];
        group.customers += 1;
        group.meanAlive += alive;
        group.expectedActive += forecasts.active[i];
        group.actualActive += counts[i] > 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < aliveGroups; ++i) {
        AliveGroup &group = groups[i];
        group.from = double(i) / double(aliveGroups);
        group.until = double(i + 1) / double(aliveGroups);
        if (group.customers == 0)
            continue;
        group.meanAlive /= group.customers;
        group.expectedActive /= group.customers;
        group.actualActive /= group.customers;
        std::tie(group.low, group.high) = wilson(group.actualActive, group.customers, groupLevel);
    }
    std::erase_if(groups, [](const AliveGroup &group) { return group.customers == 0; });
    return groups;
}

SpendFit spendFit(const PurchaseSummary &summary, std::span<const double> fit)
{
    SpendFit result;
    const GammaGamma::SpendRows rows = GammaGamma::spendRows(summary.x, summary.meanSpend);
    if (rows.z.size() < 2)
        return result;
    result.customers = double(rows.z.size());
    result.actualMean = std::accumulate(rows.z.begin(), rows.z.end(), 0.0) / result.customers;
    result.correlation = Numerics::correlation(rows.x, rows.z);
    const double end = Numerics::quantile(rows.z, spendAxisEnd) * 1.02;
    const double width = end / double(spendBins);
    for (std::size_t i = 0; i <= spendBins; ++i)
        result.edge.push_back(width * double(i));
    result.actual.assign(spendBins, 0.0);
    std::map<double, double> customersWith; // by number of purchases behind the mean
    for (std::size_t i = 0; i < rows.z.size(); ++i) {
        result.actual[std::min(std::size_t(rows.z[i] / width), spendBins - 1)] +=
            1 / result.customers;
        customersWith[rows.x[i]] += 1 / result.customers;
    }
    if (fit.size() != 3)
        return result;
    const GammaGamma::Parameters parameters{fit[0], fit[1], fit[2]};
    result.expectedMean =
        parameters.q > 1 ? GammaGamma::populationMean(parameters) : notAvailable;
    result.expected.assign(spendBins, 0.0);
    const std::vector<std::pair<double, double>> mix(customersWith.begin(), customersWith.end());
    const Numerics::QuadratureRule &rule = Numerics::gaussLegendre16();
    // The mean of x purchases has the density of eq 3; over all customers, its mixture over x.
    Numerics::forBlocks(spendBins - 1, 1, [&](std::size_t, std::size_t bin, std::size_t) {
        for (std::size_t node = 0; node < rule.size(); ++node) {
            const double z = result.edge[bin] + width * rule.node[node];
            double density = 0;
            for (const auto &[x, share] : mix)
                density += share * std::exp(GammaGamma::logLikelihood(parameters, x, z));
            result.expected[bin] += rule.weight[node] * width * density;
        }
    });
    const double within = std::accumulate(result.expected.begin(), result.expected.end(), 0.0);
    result.expected.back() = std::max(0.0, 1 - within);
    return result;
}

Result<FitDiagnostics> diagnoseFit(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                   const Progress &progress, const ClvResult *warmStart)
{
    if (!query.calibrationEnd.isValid()) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Clv", "The test of a fit needs a day on which the calibration ends.")};
    }
    const Result<ClvResult> judged = computeClv(snapshot, query, progress.part(0, 0.6), warmStart,
                                                false, TotalInterval::None);
    if (!judged)
        return judged.error();
    FitDiagnostics result;
    result.query = judged->query;
    result.strength = judged->strength;
    result.remark = judged->remark;
    result.purchaseFit = judged->purchaseFit;
    result.spendFit = judged->spendFit;
    result.frequency = judged->frequency;
    if (judged->purchaseFit.parameters.isEmpty() || isContractual(result.query.model)
        || !judged->holdout)
        return result;
    result.holdout = *judged->holdout;

    progress.report(0.6, QCoreApplication::translate("Clv", "Checking the fit"));
    const PurchaseSummary calibration =
        summaryFor(snapshot, result.query.model, result.query.period, query.calibrationEnd);
    const Result<PurchaseFit> fit =
        restoredFit(snapshot, result.query, calibration, judged->purchaseFit);
    if (!fit)
        return fit.error();
    const LaterPurchases later = laterPurchases(snapshot, calibration, judged->until);
    const CustomerForecasts forecasts = forecastCustomers(
        fit->process, fit->fit.parameters, fit->groups, later.length, query.seed);
    result.conditional = conditionalExpectation(calibration, forecasts, later.count);
    result.alive = aliveCalibration(forecasts, later.count);
    if (progress.isCancelled())
        return Error::cancelled();
    result.spend = spendFit(
        calibration, result.spendFit ? valuesOf(*result.spendFit) : std::vector<double>{});
    progress.report(1, {});
    return result;
}

} // namespace Clv
