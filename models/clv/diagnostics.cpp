#include "models/clv/diagnostics.h"

#include "models/clv/clvjob.h"
#include "models/clv/fittedmodel.h"
#include "models/clv/gammagamma.h"
#include "models/clv/purchaserows.h"
#include "models/clv/purchasesummary.h"
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

/// P(buys within \a length | alive) of every row, by drawing futures.
std::vector<double> activeIfAlive(const FittedModel &fitted, const PurchaseRows &rows,
                                  double length, std::uint64_t seed)
{
    std::vector<double> result(rows.size());
    const int draws =
        int(std::clamp(wantedDraws / double(std::max<std::size_t>(1, rows.size())), 4.0, 256.0));
    Numerics::forBlocks(
        rows.size(), rowsPerBlock, [&](std::size_t block, std::size_t from, std::size_t until) {
            // A stream of its own for each block: the same digits on any number of processors.
            Numerics::Random random(seed + 0x9E3779B97F4A7C15ULL * (block + 1));
            for (std::size_t i = from; i < until; ++i) {
                int active = 0;
                for (int draw = 0; draw < draws; ++draw) {
                    const SimulatedFuture future =
                        fitted.model->drawFuture(fitted.parameters, rows.x[i], rows.tx[i],
                                                 rows.T[i], length, 0, random);
                    active += future.count > 0 || future.last > 0 ? 1 : 0;
                }
                result[i] = double(active) / draws;
            }
        });
    return result;
}

std::vector<double> valuesOf(const FitSummary &fit)
{
    std::vector<double> values;
    for (const Parameter &parameter : fit.parameters)
        values.push_back(parameter.value);
    return values;
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

ConditionalExpectation conditionalExpectation(const FittedModel &fitted, const PurchaseRows &rows,
                                              std::span<const std::uint32_t> counts, double length)
{
    ConditionalExpectation result;
    if (!fitted || counts.empty())
        return result;
    std::vector<double> expected(rows.size());
    fitted.model->expectedPurchasesIfAlive(fitted.parameters, rows.x, rows.tx, rows.T, length,
                                           expected);
    const std::vector<double> alive = fitted.model->pAlive(rows, fitted.parameters);
    result.customers.assign(frequencyBins, 0.0);
    result.actual.assign(frequencyBins, 0.0);
    result.expected.assign(frequencyBins, 0.0);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::uint32_t row = rows.rowOf[i];
        const std::size_t bin = std::min(std::size_t(rows.x[row]), frequencyBins - 1);
        result.customers[bin] += 1;
        result.actual[bin] += counts[i];
        result.expected[bin] += alive[row] * expected[row];
    }
    for (std::size_t bin = 0; bin < frequencyBins; ++bin) {
        result.actual[bin] /= result.customers[bin]; // 0 / 0: not a number, as meant
        result.expected[bin] /= result.customers[bin];
    }
    return result;
}

std::vector<AliveGroup> aliveCalibration(const FittedModel &fitted, const PurchaseRows &rows,
                                         std::span<const std::uint32_t> counts, double length,
                                         std::uint64_t seed)
{
    std::vector<AliveGroup> groups(aliveGroups);
    if (!fitted || counts.empty())
        return {};
    const std::vector<double> alive = fitted.model->pAlive(rows, fitted.parameters);
    const std::vector<double> active = activeIfAlive(fitted, rows, length, seed);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::uint32_t row = rows.rowOf[i];
        const auto place = std::size_t(std::clamp(alive[row], 0.0, 1.0) * double(aliveGroups));
        AliveGroup &group = groups[std::min(place, aliveGroups - 1)];
        group.customers += 1;
        group.meanAlive += alive[row];
        group.expectedActive += alive[row] * active[row];
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
    const FittedModel fitted = fittedModel(judged->purchaseFit);
    if (!fitted || !judged->holdout)
        return result;
    result.holdout = *judged->holdout;

    progress.report(0.6, QCoreApplication::translate("Clv", "Checking the fit"));
    const PurchaseSummary calibration = summarise(snapshot, query.calibrationEnd, query.period);
    const PurchaseRows rows = groupRows(calibration.x, calibration.tx, calibration.T,
                                        daysPerPeriod(query.period));
    const std::vector<std::uint32_t> counts =
        purchasesBetween(snapshot, calibration, query.calibrationEnd, judged->until);
    const double length =
        double(query.calibrationEnd.daysTo(judged->until)) / daysPerPeriod(query.period);
    result.conditional = conditionalExpectation(fitted, rows, counts, length);
    if (progress.isCancelled())
        return Error::cancelled();
    result.alive = aliveCalibration(fitted, rows, counts, length, query.seed);
    if (progress.isCancelled())
        return Error::cancelled();
    result.spend = spendFit(
        calibration, result.spendFit ? valuesOf(*result.spendFit) : std::vector<double>{});
    progress.report(1, {});
    return result;
}

} // namespace Clv
