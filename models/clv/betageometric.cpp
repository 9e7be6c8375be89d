#include "models/clv/betageometric.h"

#include "models/clv/likelihoodkernels.h"
#include "models/clv/nbd.h"
#include "models/numerics/quadrature.h"
#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Clv {

namespace BetaGeometric {

namespace {

constexpr double impossible = -1e300; // ln of an odds that is zero

/// ln[B(a+1, b+x+m-1) / B(a, b+x+m)].
double logOddsOfFlip(const Parameters &p, int m, double x)
{
    return x > 0 || m == 1 ? std::log(p.a) - std::log(p.b + x + m - 1) : impossible;
}

} // namespace

double logOddsGone(const Parameters &p, int m, double x, double tx, double T)
{
    return logOddsOfFlip(p, m, x) + (p.r + x) * std::log1p((T - tx) / (p.alpha + tx));
}

double logLikelihood(const Parameters &p, int m, double x, double tx, double T)
{
    return Numerics::logRising(p.r, x) + p.r * std::log(p.alpha) - (p.r + x) * std::log(p.alpha + T)
           + Numerics::logRising(p.b, x + m) - Numerics::logRising(p.a + p.b, x + m)
           + Numerics::softplus(logOddsGone(p, m, x, tx, T));
}

double pAlive(const Parameters &p, int m, double x, double tx, double T)
{
    return Numerics::logistic(-logOddsGone(p, m, x, tx, T));
}

double expectedIfAlive(const Parameters &p, const Numerics::BetaRule &rule, double x, double T,
                       double t)
{
    const double z = t / (p.alpha + T);
    double sum = 0;
    for (std::size_t i = 0; i < rule.p.size(); ++i)
        sum +=
            rule.probability[i] * -std::expm1(-(p.r + x) * std::log1p(rule.p[i] * z)) / rule.p[i];
    return sum;
}

double discountedIfAlive(const Parameters &p, const Numerics::BetaRule &rule, double x, double T,
                         double horizon, double rate, Accuracy accuracy)
{
    const double AT = p.alpha + T;
    const double n = p.r + x;
    double meanP = 0;
    for (std::size_t i = 0; i < rule.p.size(); ++i)
        meanP += rule.probability[i] * rule.p[i];
    TimeRule times = timeRule(horizon, rate, 1 / (std::abs(rate) + n * meanP / AT),
                              accuracy == Accuracy::Search ? 16 : 64);
    for (double &time : times.time)
        time /= AT;
    return n / AT
           * Kernels::paretoMixture(rule.p.data(), rule.probability.data(), rule.p.size(),
                                    times.time.data(), times.weight.data(), times.time.size(),
                                    n + 1);
}

double aliveTime(const Parameters &p, const Numerics::BetaRule &rule, double x, double T,
                 double horizon, double rate, Accuracy accuracy)
{
    const double AT = p.alpha + T;
    const double n = p.r + x;
    double meanP = 0;
    for (std::size_t i = 0; i < rule.p.size(); ++i)
        meanP += rule.probability[i] * rule.p[i];
    TimeRule times = timeRule(horizon, rate, 1 / (std::abs(rate) + n * meanP / AT),
                              accuracy == Accuracy::Search ? 16 : 64);
    for (double &time : times.time)
        time /= AT;
    return Kernels::paretoMixture(rule.p.data(), rule.probability.data(), rule.p.size(),
                                  times.time.data(), times.weight.data(), times.time.size(), n);
}

double conditionalExpectedPurchases(const Parameters &p, int m, double x, double tx, double T,
                                    double t)
{
    return pAlive(p, m, x, tx, T)
           * expectedIfAlive(p, Numerics::betaRule(p.a, p.b + x + m, 96), x, T, t);
}

double expectedPurchases(const Parameters &p, int m, double t)
{
    const double stays = m == 1 ? p.b / (p.a + p.b) : 1;
    return stays * expectedIfAlive(p, Numerics::betaRule(p.a, p.b + m, 96), 0, 0, t);
}

std::vector<double> pmf(const Parameters &p, int m, double t, int last)
{
    std::vector<double> result = Nbd::pmf({p.r, p.alpha}, t, last);
    double below = 0; // P(fewer than x arrivals)
    for (std::size_t x = 0; x < result.size(); ++x) {
        const double arrivals = result[x];
        const double survives = std::exp(Numerics::logRising(p.b, double(x) + m)
                                         - Numerics::logRising(p.a + p.b, double(x) + m));
        const double odds = std::exp(logOddsOfFlip(p, m, double(x)));
        result[x] = survives * (arrivals + odds * std::max(0.0, 1 - below));
        below += arrivals;
    }
    return result;
}

} // namespace BetaGeometric

namespace {

constexpr std::array<std::string_view, 4> names{"r", "alpha", "a", "b"};

BetaGeometric::Parameters from(std::span<const double> p) { return {p[0], p[1], p[2], p[3]}; }

/// Per distinct x what the loop over rows looks up.
struct FlipTables
{
    std::vector<double> logOdds;
    std::vector<double> inverse;
};

FlipTables flipTables(const PurchaseRows &rows, std::span<const double> p, int m)
{
    FlipTables tables;
    for (const double x : rows.xValue) {
        const bool canLeave = x > 0 || m == 1;
        tables.logOdds.push_back(canLeave ? std::log(p[2]) - std::log(p[3] + x + m - 1) : -1e300);
        tables.inverse.push_back(canLeave ? 1 / (p[3] + x + m - 1) : 0);
    }
    return tables;
}

Kernels::Rows slice(const PurchaseRows &rows, std::size_t begin, std::size_t end)
{
    return {rows.x.data() + begin,      rows.tx.data() + begin,     rows.T.data() + begin,
            rows.weight.data() + begin, rows.xIndex.data() + begin, end - begin};
}

} // namespace

std::span<const std::string_view> BetaGeometricModel::parameterNames() const { return names; }

std::vector<std::vector<double>> BetaGeometricModel::starts(const PurchaseRows &rows) const
{
    const RowTotals sums = totals(rows);
    const double rate = std::max(2 * sums.meanRate, 1e-6);
    return {{0.5, 0.5 / rate, 0.8, 2.5},
            {1, 1 / rate, 0.3, 3},
            {0.2, 0.2 / rate, 1, 1},
            {2, 2 / rate, 2, 10}};
}

double BetaGeometricModel::logLikelihood(const PurchaseRows &rows,
                                         std::span<const double> parameters,
                                         std::span<double> gradient, Accuracy) const
{
    const double kernelParameters[4] = {parameters[0], parameters[1], parameters[2], parameters[3]};
    const FlipTables tables = flipTables(rows, parameters, m_flips);
    double value =
        sumOverRows(rows, gradient, [&](std::size_t begin, std::size_t end, std::span<double> g) {
            const Kernels::Sums sums =
                Kernels::betaGeometric(slice(rows, begin, end), kernelParameters,
                                       tables.logOdds.data(), tables.inverse.data(), nullptr);
            std::copy_n(sums.gradient, 4, g.begin());
            return sums.logLikelihood;
        });
    const auto [r, alpha, a, b] = from(parameters);
    const double psiR = Numerics::digamma(r);
    const double psiB = Numerics::digamma(b);
    const double psiAB = Numerics::digamma(a + b);
    for (std::size_t i = 0; i < rows.xValue.size(); ++i) {
        const double x = rows.xValue[i];
        const double w = rows.xWeight[i];
        const double psiABx = Numerics::digamma(a + b + x + m_flips);
        value += w
                 * (Numerics::logRising(r, x) + Numerics::logRising(b, x + m_flips)
                    - Numerics::logRising(a + b, x + m_flips));
        gradient[0] += w * (Numerics::digamma(r + x) - psiR);
        gradient[2] += w * (psiAB - psiABx);
        gradient[3] += w * (Numerics::digamma(b + x + m_flips) - psiB + psiAB - psiABx);
    }
    for (std::size_t i = 0; i < 4; ++i)
        gradient[i] *= parameters[i];
    return value;
}

std::vector<double> BetaGeometricModel::pAlive(const PurchaseRows &rows,
                                               std::span<const double> parameters) const
{
    const double kernelParameters[4] = {parameters[0], parameters[1], parameters[2], parameters[3]};
    const FlipTables tables = flipTables(rows, parameters, m_flips);
    std::vector<double> result(rows.size());
    sumOverRows(rows, {}, [&](std::size_t begin, std::size_t end, std::span<double>) {
        return Kernels::betaGeometric(slice(rows, begin, end), kernelParameters,
                                      tables.logOdds.data(), tables.inverse.data(),
                                      result.data() + begin)
            .logLikelihood;
    });
    return result;
}

double BetaGeometricModel::logLikelihood(std::span<const double> parameters, double x, double tx,
                                         double T) const
{
    return BetaGeometric::logLikelihood(from(parameters), m_flips, x, tx, T);
}

double BetaGeometricModel::pAlive(std::span<const double> parameters, double x, double tx,
                                  double T) const
{
    return BetaGeometric::pAlive(from(parameters), m_flips, x, tx, T);
}

void BetaGeometricModel::expectedPurchasesIfAlive(std::span<const double> parameters,
                                                  std::span<const double> x,
                                                  [[maybe_unused]] std::span<const double> tx,
                                                  std::span<const double> T, double t,
                                                  std::span<double> result) const
{
    const BetaGeometric::Parameters p = from(parameters);
    Numerics::BetaRule rule;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (i == 0 || x[i] != x[i - 1])
            rule = Numerics::betaRule(p.a, p.b + x[i] + m_flips, 96);
        result[i] = BetaGeometric::expectedIfAlive(p, rule, x[i], T[i], t);
    }
}

void BetaGeometricModel::discountedPurchasesIfAlive(std::span<const double> parameters,
                                                    std::span<const double> x,
                                                    [[maybe_unused]] std::span<const double> tx,
                                                    std::span<const double> T, double horizon,
                                                    double rate, Accuracy accuracy,
                                                    std::span<double> result) const
{
    if (rate == 0)
        return expectedPurchasesIfAlive(parameters, x, tx, T, horizon, result);
    const BetaGeometric::Parameters p = from(parameters);
    const int nodes = accuracy == Accuracy::Search ? 24 : 64;
    Numerics::BetaRule rule;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (i == 0 || x[i] != x[i - 1])
            rule = Numerics::betaRule(p.a, p.b + x[i] + m_flips, nodes);
        result[i] = BetaGeometric::discountedIfAlive(p, rule, x[i], T[i], horizon, rate, accuracy);
    }
}

double BetaGeometricModel::expectedPurchasesOfNew(std::span<const double> parameters,
                                                  double t) const
{
    return BetaGeometric::expectedPurchases(from(parameters), m_flips, t);
}

std::vector<double> BetaGeometricModel::pmf(std::span<const double> parameters, double t,
                                            int last) const
{
    return BetaGeometric::pmf(from(parameters), m_flips, t, last);
}

void BetaGeometricModel::aliveTimeIfAlive(std::span<const double> parameters,
                                          std::span<const double> x,
                                          [[maybe_unused]] std::span<const double> tx,
                                          std::span<const double> T, double horizon, double rate,
                                          [[maybe_unused]] Accuracy accuracy,
                                          std::span<double> result) const
{
    const BetaGeometric::Parameters p = from(parameters);
    Numerics::BetaRule rule;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (i == 0 || x[i] != x[i - 1])
            rule = Numerics::betaRule(p.a, p.b + x[i] + m_flips,
                                      accuracy == Accuracy::Search ? 24 : 96);
        result[i] = BetaGeometric::aliveTime(p, rule, x[i], T[i], horizon, rate, accuracy);
    }
}

SimulatedFuture BetaGeometricModel::drawFuture(std::span<const double> parameters, double x, double,
                                               double T, double horizon, double rate,
                                               Numerics::Random &random) const
{
    // Leaving after a purchase with probability p thins the Poisson stream: the leaving purchase
    // comes after an Exp(λp) time, the others are a Poisson stream of rate λ(1-p) until then.
    const double lambda = random.gamma(parameters[0] + x, parameters[1] + T);
    const double p = random.beta(parameters[2], parameters[3] + x + m_flips);
    const double left = random.exponential(1) / std::max(lambda * p, 1e-300);
    SimulatedFuture future =
        drawPoissonFuture(lambda * (1 - p), std::min(left, horizon), rate, random);
    if (left < horizon)
        future.last = std::exp(-rate * left);
    return future;
}

} // namespace Clv
