#include "models/clv/intervals.h"

#include "models/clv/gammagamma.h"
#include "models/numerics/parallel.h"
#include "models/numerics/random.h"
#include "models/numerics/statistics.h"

#include <algorithm>
#include <cmath>

namespace Clv {

namespace {

/// Draws of futures over all pairs of x and T, and the bounds for one pair.
constexpr std::size_t futureDraws = 1'000'000;
constexpr std::size_t fewestDraws = 64;
constexpr std::size_t mostDraws = 1000;

GammaGamma::Parameters gammaGamma(std::span<const double> p) { return {p[0], p[1], p[2]}; }

/// Customers that stand for all, with their shares of the total.
struct Sample
{
    std::vector<std::size_t> customer;
    std::vector<double> share;
    double total = 0;
};

Sample sampleByValue(const PurchaseRows &rows, std::span<const double> clv,
                     std::size_t sampledCustomers)
{
    Sample sample;
    std::vector<double> worth(rows.size(), 0.0);
    std::vector<std::uint32_t> first(rows.size(), 0);
    for (std::size_t i = clv.size(); i-- > 0;) {
        worth[rows.rowOf[i]] += clv[i];
        first[rows.rowOf[i]] = std::uint32_t(i);
        sample.total += clv[i];
    }
    if (!(sample.total > 0))
        return sample;
    const double step = sample.total / double(sampledCustomers);
    double next = step / 2;
    double reached = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        reached += worth[row];
        double hits = 0;
        for (; next < reached; next += step)
            hits += 1;
        if (clv.size() <= sampledCustomers)
            hits = worth[row] / step; // few enough to take them all, each with its exact share
        if (hits > 0) {
            sample.customer.push_back(first[row]);
            sample.share.push_back(hits / double(sampledCustomers));
        }
    }
    return sample;
}

/// Discounted purchases of each row.
std::vector<double> discountedPurchases(const PurchaseModel &model,
                                        std::span<const double> parameters,
                                        const PurchaseRows &rows, const ValueTerms &terms)
{
    std::vector<double> result(rows.size());
    model.discountedPurchasesIfAlive(parameters, rows.x, rows.tx, rows.T, terms.horizon, terms.rate,
                                     Accuracy::Search, result);
    const std::vector<double> alive = model.pAlive(rows, parameters);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] *= alive[i];
    return result;
}

} // namespace

Interval totalInterval(const PurchaseModel &model, const Fit &fit, const SpendForecast &spend,
                       const PurchaseSummary &summary, const PurchaseRows &rows,
                       std::span<const double> clv, const ValueTerms &terms, double level,
                       std::uint64_t seed, const DrawCount &count)
{
    const Sample sample = sampleByValue(rows, clv, count.customers);
    if (sample.customer.empty())
        return {0, 0};
    Numerics::Random random(seed);
    const std::vector<std::vector<double>> purchaseDraws =
        drawParameters(fit, count.parameters, random);
    std::vector<std::vector<double>> spendDraws;
    if (spend.model == SpendModel::GammaGamma && spend.fit.parameters.size() == 3)
        spendDraws = drawParameters(spend.fit, count.parameters, random);
    if (purchaseDraws.empty())
        return {};

    std::vector<std::uint32_t> x;
    std::vector<double> tx;
    std::vector<double> T;
    std::vector<double> z;
    for (const std::size_t customer : sample.customer) {
        x.push_back(summary.x[customer]);
        tx.push_back(summary.tx[customer]);
        T.push_back(summary.T[customer]);
        z.push_back(summary.meanSpend[customer]);
    }
    const PurchaseRows sampled = groupRows(x, tx, T, daysPerPeriod(summary.period));
    const std::vector<double> fitted = discountedPurchases(model, fit.parameters, sampled, terms);

    std::vector<double> totals(purchaseDraws.size(), notAvailable);
    Numerics::forBlocks(totals.size(), 8, [&](std::size_t, std::size_t from, std::size_t until) {
        for (std::size_t draw = from; draw < until; ++draw) {
            const std::vector<double> drawn =
                discountedPurchases(model, purchaseDraws[draw], sampled, terms);
            double ratio = 0;
            for (std::size_t i = 0; i < sample.customer.size(); ++i) {
                const std::uint32_t row = sampled.rowOf[i];
                double factor = fitted[row] > 0 ? drawn[row] / fitted[row] : 1;
                if (!spendDraws.empty()) {
                    const GammaGamma::Parameters parameters = gammaGamma(spendDraws[draw]);
                    if (parameters.q > 1)
                        factor *= GammaGamma::expectedSpend(parameters, x[i], z[i])
                                  / spend.expected[sample.customer[i]];
                }
                ratio += sample.share[i] * factor;
            }
            totals[draw] = sample.total * ratio;
        }
    });
    std::erase_if(totals, [](double value) { return !std::isfinite(value); });
    std::sort(totals.begin(), totals.end());
    return {Numerics::sortedQuantile(totals, (1 - level) / 2),
            Numerics::sortedQuantile(totals, (1 + level) / 2)};
}

void customerIntervals(const PurchaseModel &model, const Fit &fit, const SpendForecast &spend,
                       const PurchaseRows &rows, const Prediction &prediction,
                       const ValueTerms &terms, double level, std::uint64_t seed,
                       std::vector<double> &low, std::vector<double> &high)
{
    const std::size_t customers = rows.rowOf.size();
    const std::size_t pairs = prediction.pairX.size();
    low.assign(customers, notAvailable);
    high.assign(customers, notAvailable);
    if (spend.model == SpendModel::None || pairs == 0)
        return;
    // Customers by pair: a counting sort.
    std::vector<std::uint32_t> first(pairs + 1, 0);
    for (const std::uint32_t row : rows.rowOf)
        ++first[prediction.pairOf[row] + 1];
    for (std::size_t pair = 0; pair < pairs; ++pair)
        first[pair + 1] += first[pair];
    std::vector<std::uint32_t> byPair(customers);
    std::vector<std::uint32_t> place(first.begin(), first.end() - 1);
    for (std::size_t customer = 0; customer < customers; ++customer)
        byPair[place[prediction.pairOf[rows.rowOf[customer]]]++] = std::uint32_t(customer);

    const bool hasSpendModel =
        spend.model == SpendModel::GammaGamma && spend.fit.parameters.size() == 3;
    const GammaGamma::Parameters gg =
        hasSpendModel ? gammaGamma(spend.fit.parameters) : GammaGamma::Parameters{};
    const std::size_t draws = std::clamp(futureDraws / pairs, fewestDraws, mostDraws);
    Numerics::forBlocks(pairs, 32, [&](std::size_t, std::size_t from, std::size_t until) {
        std::vector<double> worth(draws);
        for (std::size_t pair = from; pair < until; ++pair) {
            Numerics::Random random(seed * 0x9e3779b97f4a7c15ULL + pair + 1);
            const double x = prediction.pairX[pair];
            for (double &value : worth) {
                const SimulatedFuture future =
                    model.drawFuture(fit.parameters, x, prediction.pairTx[pair],
                                     prediction.pairT[pair], terms.horizon, terms.rate, random);
                if (!hasSpendModel) {
                    value = future.count * future.worth + future.last;
                    continue;
                }
                // n purchases of a customer with scale ν add up to Gamma(p n, ν), ν ~ Gamma(p x +
                // q, γ + x z): relative to E(M | x, z) only x is left.
                double spent =
                    future.count > 0 ? future.worth * random.gamma(gg.p * future.count, 1) : 0;
                if (future.last > 0)
                    spent += future.last * random.gamma(gg.p, 1);
                value = spent > 0 ? spent / random.gamma(gg.p * x + gg.q, 1) * (gg.p * x + gg.q - 1)
                                        / gg.p
                                  : 0;
            }
            std::sort(worth.begin(), worth.end());
            for (std::uint32_t i = first[pair]; i < first[pair + 1]; ++i) {
                const std::uint32_t customer = byPair[i];
                const double alive = prediction.pAlive[rows.rowOf[customer]];
                const double scale = terms.margin * spend.expected[customer];
                const auto at = [&](double probability) {
                    const double ifAlive = (probability - (1 - alive)) / alive;
                    return ifAlive > 0 ? scale * Numerics::sortedQuantile(worth, ifAlive) : 0;
                };
                low[customer] = at((1 - level) / 2);
                high[customer] = at((1 + level) / 2);
            }
        }
    });
}

} // namespace Clv
