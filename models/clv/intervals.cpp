#include "models/clv/intervals.h"

#include "models/clv/gammagamma.h"
#include "models/numerics/parallel.h"
#include "models/numerics/random.h"
#include "models/numerics/statistics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace Clv {

namespace {

/// Draws of futures over all pairs of x and T, and the bounds for one pair.
constexpr std::size_t futureDraws = 1'000'000;
constexpr std::size_t fewestDraws = 64;
constexpr std::size_t mostDraws = 1000;
/// Draws of chance to each draw of parameters.
constexpr int chancesPerDraw = 8;

GammaGamma::Parameters gammaGamma(std::span<const double> p) { return {p[0], p[1], p[2]}; }

bool hasSpendFit(const SpendForecast &spend)
{
    return spend.model == SpendModel::GammaGamma && spend.fit.parameters.size() == 3;
}

/// Customers of one group that stand for all, with their shares of the total.
struct SampledGroup
{
    std::size_t group = 0;
    std::vector<std::uint32_t> customer; ///< positions in the summary
    std::vector<std::uint32_t> row;      ///< in the group's rows
    std::vector<double> share;
    PurchaseRows rows; ///< of the sampled customers alone
};

struct Sample
{
    std::vector<SampledGroup> groups;
    double total = 0;
};

/// \a worthOf(group, member, row) says what a customer is worth in this sample.
Sample sampleByWorth(const ValuedPopulation &population, std::size_t sampledCustomers,
                     const std::function<double(std::size_t group, std::uint32_t customer,
                                                std::uint32_t row)> &worthOf)
{
    Sample sample;
    const std::vector<CustomerGroup> &groups = population.groups;
    const bool takesAll = population.summary.size() <= sampledCustomers;
    std::vector<std::vector<double>> worth(groups.size());
    std::vector<std::vector<std::uint32_t>> first(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        worth[g].assign(groups[g].rows.size(), 0.0);
        first[g].assign(groups[g].rows.size(), 0);
        for (std::size_t i = groups[g].size(); i-- > 0;) {
            const std::uint32_t row = groups[g].rows.rowOf[i];
            const double value = worthOf(g, groups[g].at(i), row);
            worth[g][row] += value;
            first[g][row] = groups[g].at(i);
            sample.total += value;
        }
    }
    if (!(sample.total > 0) || !std::isfinite(sample.total))
        return sample;
    const double step = sample.total / double(sampledCustomers);
    double next = step / 2;
    double reached = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        SampledGroup sampled;
        sampled.group = g;
        for (std::size_t row = 0; row < worth[g].size(); ++row) {
            reached += worth[g][row];
            double hits = 0;
            for (; next < reached; next += step)
                hits += 1;
            if (takesAll)
                hits = worth[g][row] / step; // few enough to take them all, each with its share
            if (!(hits > 0))
                continue;
            sampled.customer.push_back(first[g][row]);
            sampled.row.push_back(std::uint32_t(row));
            sampled.share.push_back(hits / double(sampledCustomers));
        }
        if (sampled.customer.empty())
            continue;
        std::vector<std::uint32_t> x;
        std::vector<double> tx;
        std::vector<double> T;
        for (const std::uint32_t row : sampled.row) {
            x.push_back(std::uint32_t(groups[g].rows.x[row]));
            tx.push_back(groups[g].rows.tx[row]);
            T.push_back(groups[g].rows.T[row]);
        }
        sampled.rows = groupRows(x, tx, T, daysPerPeriod(population.summary.period));
        sample.groups.push_back(std::move(sampled));
    }
    return sample;
}

/// Discounted purchases, or discounted time as a customer, of each row.
enum class Stream { Purchases, AliveTime };
std::vector<double> streamOf(Stream stream, const PurchaseModel &model,
                             std::span<const double> parameters, const PurchaseRows &rows,
                             const ValueTerms &terms)
{
    std::vector<double> result(rows.size());
    if (stream == Stream::Purchases)
        model.discountedPurchasesIfAlive(parameters, rows.x, rows.tx, rows.T, terms.horizon,
                                         terms.rate, Accuracy::Search, result);
    else
        model.aliveTimeIfAlive(parameters, rows.x, rows.tx, rows.T, terms.horizon, terms.rate,
                               Accuracy::Search, result);
    const std::vector<double> alive = model.pAlive(rows, parameters);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] *= alive[i];
    return result;
}

/// The sample's total under each draw of parameters.
std::vector<double> totalsUnderDraws(const ValuedPopulation &population, const Sample &sample,
                                     Stream stream, const ValueTerms &terms,
                                     const std::vector<std::vector<double>> &purchaseDraws,
                                     const std::vector<std::vector<double>> &spendDraws)
{
    const PurchaseProcess &process = population.process;
    const PurchaseSummary &summary = population.summary;
    std::vector<std::vector<double>> fitted;
    for (const SampledGroup &group : sample.groups)
        fitted.push_back(streamOf(
            stream, *process.model,
            process.parameters(population.fit.parameters, population.groups[group.group].z),
            group.rows, terms));
    std::vector<double> totals(purchaseDraws.size(), 0.0);
    Numerics::forBlocks(totals.size(), 8, [&](std::size_t, std::size_t from, std::size_t until) {
        for (std::size_t draw = from; draw < until; ++draw) {
            double ratio = 0;
            for (std::size_t g = 0; g < sample.groups.size(); ++g) {
                const SampledGroup &group = sample.groups[g];
                const std::vector<double> drawn = streamOf(
                    stream, *process.model,
                    process.parameters(purchaseDraws[draw], population.groups[group.group].z),
                    group.rows, terms);
                for (std::size_t i = 0; i < group.customer.size(); ++i) {
                    const std::uint32_t row = group.rows.rowOf[i];
                    double factor = fitted[g][row] > 0 ? drawn[row] / fitted[g][row] : 1;
                    const std::uint32_t customer = group.customer[i];
                    if (!spendDraws.empty()) {
                        const GammaGamma::Parameters parameters = gammaGamma(spendDraws[draw]);
                        if (parameters.q > 1)
                            factor *= GammaGamma::expectedSpend(parameters, summary.x[customer],
                                                                summary.meanSpend[customer])
                                      / population.spend.expected[customer];
                    }
                    ratio += group.share[i] * factor;
                }
            }
            totals[draw] = sample.total * ratio;
        }
    });
    return totals;
}

/// One future that begins alive: discounted purchases in units of the expected spend, and the
/// discounted time as a customer.
struct Future
{
    double worth = 0;
    double alive = 0;
};

Future drawFuture(const PurchaseModel &model, std::span<const double> parameters, double x,
                  double tx, double T, const SpendForecast &spend, const ValueTerms &terms,
                  double factor, Numerics::Random &random)
{
    const SimulatedFuture future =
        model.drawFuture(parameters, x, tx, T, terms.horizon, terms.rate, random);
    const double alive = factor * future.alive;
    if (!hasSpendFit(spend))
        return {factor * (future.count * future.worth + future.last), alive};
    // n purchases of a customer with scale ν add up to Gamma(p n, ν), ν ~ Gamma(p x + q, γ + x z):
    // relative to E(M | x, z) only x is left.
    const GammaGamma::Parameters gg = gammaGamma(spend.fit.parameters);
    double spent = future.count > 0 ? future.worth * random.gamma(gg.p * future.count, 1) : 0;
    if (future.last > 0)
        spent += future.last * random.gamma(gg.p, 1);
    if (!(spent > 0))
        return {0, alive};
    return {factor * spent / random.gamma(gg.p * x + gg.q, 1) * (gg.p * x + gg.q - 1) / gg.p,
            alive};
}

/// Variance of what will come of all customers, by the futures of the sampled ones.
double varianceOfChance(const ValuedPopulation &population, const Sample &sample,
                        const ValueTerms &terms, std::uint64_t seed, int futures)
{
    const double factor = terms.step > 0 ? stepFactor(terms) : 1;
    std::vector<double> parts(sample.groups.size(), 0.0);
    Numerics::forBlocks(sample.groups.size(), 1, [&](std::size_t g, std::size_t, std::size_t) {
        const SampledGroup &group = sample.groups[g];
        const CustomerGroup &all = population.groups[group.group];
        const Prediction &prediction = population.predictions[group.group];
        const std::vector<double> parameters =
            population.process.parameters(population.fit.parameters, all.z);
        Numerics::Random random(seed * 0x9e3779b97f4a7c15ULL + group.group + 7919);
        for (std::size_t i = 0; i < group.customer.size(); ++i) {
            const std::uint32_t row = group.row[i];
            const double alive = prediction.pAlive[row];
            const double scale = terms.margin * population.spend.expected[group.customer[i]];
            double sum = 0;
            double square = 0;
            for (int k = 0; k < futures; ++k) {
                const Future future = drawFuture(*population.process.model, parameters,
                                                 all.rows.x[row], all.rows.tx[row], all.rows.T[row],
                                                 population.spend, terms, factor, random);
                const double value = scale * future.worth - terms.retentionCost * future.alive;
                sum += value;
                square += value * value;
            }
            const double mean = sum / futures;
            const double variance =
                std::max(0.0, alive * square / futures - alive * alive * mean * mean);
            const double gross = scale * prediction.discountedOf(row);
            if (gross > 0 && std::isfinite(variance))
                parts[g] += group.share[i] * sample.total * variance / gross;
        }
    });
    double total = 0;
    for (const double part : parts)
        total += part;
    return total;
}

Interval boundsOf(std::vector<double> values, double level)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    std::sort(values.begin(), values.end());
    return {Numerics::sortedQuantile(values, (1 - level) / 2),
            Numerics::sortedQuantile(values, (1 + level) / 2)};
}

/// The quantile of a value that is 0 with probability 1 - alive and else one of \a ascending.
double mixedQuantile(std::span<const double> ascending, double alive, double probability)
{
    const auto below =
        double(std::lower_bound(ascending.begin(), ascending.end(), 0.0) - ascending.begin())
        / double(ascending.size());
    if (probability < alive * below)
        return Numerics::sortedQuantile(ascending, probability / alive);
    const double ifAlive = (probability - (1 - alive)) / alive;
    return ifAlive > below ? Numerics::sortedQuantile(ascending, ifAlive) : 0;
}

} // namespace

TotalBounds totalInterval(const ValuedPopulation &population, const ValueTerms &terms, double level,
                          std::uint64_t seed, const DrawCount &count)
{
    const SpendForecast &spend = population.spend;
    const Sample gross =
        sampleByWorth(population, count.customers,
                      [&](std::size_t group, std::uint32_t customer, std::uint32_t row) {
                          return terms.margin * spend.expected[customer]
                                 * population.predictions[group].discountedOf(row);
                      });
    if (gross.groups.empty())
        return {{0, 0}, {0, 0}};
    Numerics::Random random(seed);
    const std::vector<std::vector<double>> purchaseDraws =
        drawParameters(population.fit, count.parameters, random);
    std::vector<std::vector<double>> spendDraws;
    if (hasSpendFit(spend))
        spendDraws = drawParameters(spend.fit, count.parameters, random);
    if (purchaseDraws.empty())
        return {};
    std::vector<double> totals =
        totalsUnderDraws(population, gross, Stream::Purchases, terms, purchaseDraws, spendDraws);
    if (terms.retentionCost > 0) {
        const Sample cost = sampleByWorth(
            population, count.customers, [&](std::size_t group, std::uint32_t, std::uint32_t row) {
                return terms.retentionCost * population.predictions[group].aliveTimeOf(row);
            });
        const std::vector<double> costs =
            totalsUnderDraws(population, cost, Stream::AliveTime, terms, purchaseDraws, {});
        for (std::size_t i = 0; i < totals.size(); ++i)
            totals[i] -= costs[i];
    }
    const double deviation =
        std::sqrt(varianceOfChance(population, gross, terms, seed, count.futures));
    std::vector<double> outcomes;
    Numerics::Random chance(seed + 0x51ed2701);
    for (const double total : totals) {
        for (int i = 0; i < chancesPerDraw; ++i)
            outcomes.push_back(total + deviation * chance.normal());
    }
    TotalBounds bounds{boundsOf(std::move(totals), level), boundsOf(std::move(outcomes), level)};
    if (terms.retentionCost == 0) // purchases are never worth less than nothing
        bounds.outcome.low = std::max(0.0, bounds.outcome.low);
    return bounds;
}

void customerIntervals(const ValuedPopulation &population, const ValueTerms &terms, double level,
                       std::uint64_t seed, std::vector<double> &low, std::vector<double> &high)
{
    const SpendForecast &spend = population.spend;
    low.assign(population.summary.size(), notAvailable);
    high.assign(population.summary.size(), notAvailable);
    std::size_t allPairs = 0;
    for (const Prediction &prediction : population.predictions)
        allPairs += prediction.pairX.size();
    if (spend.model == SpendModel::None || allPairs == 0)
        return;
    const std::size_t draws = std::clamp(futureDraws / allPairs, fewestDraws, mostDraws);
    const double factor = terms.step > 0 ? stepFactor(terms) : 1;
    const bool hasCost = terms.retentionCost > 0;
    std::size_t seedOffset = 0;
    for (std::size_t g = 0; g < population.groups.size(); ++g) {
        const CustomerGroup &group = population.groups[g];
        const Prediction &prediction = population.predictions[g];
        const std::size_t pairs = prediction.pairX.size();
        const std::vector<double> parameters =
            population.process.parameters(population.fit.parameters, group.z);
        // Customers by pair: a counting sort.
        std::vector<std::uint32_t> first(pairs + 1, 0);
        for (const std::uint32_t row : group.rows.rowOf)
            ++first[prediction.pairOf[row] + 1];
        for (std::size_t pair = 0; pair < pairs; ++pair)
            first[pair + 1] += first[pair];
        std::vector<std::uint32_t> byPair(group.size());
        std::vector<std::uint32_t> place(first.begin(), first.end() - 1);
        for (std::size_t i = 0; i < group.size(); ++i)
            byPair[place[prediction.pairOf[group.rows.rowOf[i]]]++] = std::uint32_t(i);

        Numerics::forBlocks(pairs, 32, [&](std::size_t, std::size_t from, std::size_t until) {
            std::vector<Future> futures(draws);
            std::vector<double> worth(draws);
            for (std::size_t pair = from; pair < until; ++pair) {
                Numerics::Random random(seed * 0x9e3779b97f4a7c15ULL + seedOffset + pair + 1);
                for (Future &future : futures)
                    future = drawFuture(*population.process.model, parameters,
                                        prediction.pairX[pair], prediction.pairTx[pair],
                                        prediction.pairT[pair], spend, terms, factor, random);
                const auto fill = [&](double scale, double cost) {
                    for (std::size_t k = 0; k < draws; ++k)
                        worth[k] = scale * futures[k].worth - cost * futures[k].alive;
                    std::sort(worth.begin(), worth.end());
                };
                if (!hasCost)
                    fill(1, 0);
                for (std::uint32_t i = first[pair]; i < first[pair + 1]; ++i) {
                    const std::uint32_t customer = group.at(byPair[i]);
                    const double alive = prediction.pAlive[group.rows.rowOf[byPair[i]]];
                    const double scale = terms.margin * spend.expected[customer];
                    if (hasCost)
                        fill(scale, terms.retentionCost);
                    const double unit = hasCost ? 1 : scale;
                    low[customer] = unit * mixedQuantile(worth, alive, (1 - level) / 2);
                    high[customer] = unit * mixedQuantile(worth, alive, (1 + level) / 2);
                }
            }
        });
        seedOffset += pairs;
    }
}

} // namespace Clv
