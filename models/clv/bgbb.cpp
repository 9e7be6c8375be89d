#include "models/clv/bgbb.h"

#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Clv::BgBb {

namespace {

using Numerics::logAddExp;
using Numerics::logBeta;

/// ln[B(α+x, β+k-x)/B(α,β)]: the chance of one pattern of x purchases at k opportunities.
double logPurchases(const Parameters &p, double x, double k)
{
    return logBeta(p.alpha + x, p.beta + k - x) - logBeta(p.alpha, p.beta);
}

/// ln[B(γ, δ+k)/B(γ,δ)]: alive at the k-th opportunity.
double logAlive(const Parameters &p, double k)
{
    return Numerics::logRising(p.delta, k) - Numerics::logRising(p.gamma + p.delta, k);
}

/// ln[B(γ+1, δ+k)/B(γ,δ)]: gone between the k-th opportunity and the next.
double logGone(const Parameters &p, double k)
{
    return logAlive(p, k) + std::log(p.gamma) - std::log(p.gamma + p.delta + k);
}

} // namespace

double logLikelihood(const Parameters &p, double x, double tx, double n)
{
    const double alive = logPurchases(p, x, n) + logAlive(p, n);
    if (!(tx < n))
        return alive;
    // Each way of having left before the next opportunity from the one before: a factor below 1.
    double term = 1;
    double sum = 0;
    for (double k = tx; k < n; k += 1) {
        sum += term;
        term *=
            (p.beta + k - x) / (p.alpha + p.beta + k) * (p.delta + k) / (p.gamma + p.delta + k + 1);
        if (term < 1e-17 * sum)
            break;
    }
    return logAddExp(alive, logPurchases(p, x, tx) + logGone(p, tx) + std::log(sum));
}

double pAlive(const Parameters &p, double x, double tx, double n, double m)
{
    return std::exp(logPurchases(p, x, n) + logAlive(p, n + m) - logLikelihood(p, x, tx, n));
}

double conditionalExpectedPurchases(const Parameters &p, double x, double tx, double n, double m)
{
    double chances = 0; // Σ_j P(alive at n + j) / P(alive at n)
    for (double j = 1; j <= m; j += 1)
        chances += std::exp(logAlive(p, n + j) - logAlive(p, n));
    return pAlive(p, x, tx, n) * (p.alpha + x) / (p.alpha + p.beta + n) * chances;
}

double expectedPurchases(const Parameters &p, double n)
{
    double chances = 0;
    for (double j = 1; j <= n; j += 1)
        chances += std::exp(logAlive(p, j));
    return p.alpha / (p.alpha + p.beta) * chances;
}

double dert(const Parameters &p, double x, double tx, double n, double discount)
{
    const double rate = std::log1p(discount);
    double chances = 0;
    for (int j = 1; j < 200000; ++j) {
        const double term = std::exp(logAlive(p, n + j) - logAlive(p, n) - rate * (j - 1));
        chances += term;
        if (term < 1e-16 * chances * -std::expm1(-rate))
            break;
    }
    return pAlive(p, x, tx, n) * (p.alpha + x) / (p.alpha + p.beta + n) * chances;
}

double pmf(const Parameters &p, double n, double x)
{
    const auto logChoose = [](double k, double i) {
        return Numerics::logGamma(k + 1) - Numerics::logGamma(i + 1)
               - Numerics::logGamma(k - i + 1);
    };
    double sum = std::exp(logChoose(n, x) + logPurchases(p, x, n) + logAlive(p, n));
    for (double k = x; k < n; k += 1)
        sum += std::exp(logChoose(k, x) + logPurchases(p, x, k) + logGone(p, k));
    return sum;
}

Fit fit(const std::vector<Row> &rows, const Cancelled &isCancelled)
{
    const Numerics::Objective objective =
        Numerics::withNumericGradient([&rows](std::span<const double> x) {
            const Parameters p{std::exp(x[0]), std::exp(x[1]), std::exp(x[2]), std::exp(x[3])};
            double sum = 0;
            for (const Row &row : rows)
                sum -= row.weight * logLikelihood(p, row.x, row.tx, row.n);
            return sum;
        });
    return maximise(objective, objective, {{1, 1, 0.7, 3}, {0.5, 2, 0.3, 1}, {2, 1, 1, 10}},
                    isCancelled);
}

} // namespace Clv::BgBb

namespace Clv {

namespace {

constexpr std::array<std::string_view, 4> names{"alpha", "beta", "gamma", "delta"};

BgBb::Parameters from(std::span<const double> p) { return {p[0], p[1], p[2], p[3]}; }

/// A customer as whole opportunities, whatever a map or a chart asks for.
struct Whole
{
    double x, tx, n;
};
Whole whole(double x, double tx, double T)
{
    const double n = std::max(0.0, std::floor(T + 1e-6));
    const double last = std::clamp(std::floor(tx + 1e-6), 0.0, n);
    const double count = std::min(std::floor(x + 1e-6), last);
    return {count, count > 0 ? last : 0, n};
}

/// Σ_j P(still there at the (n+j)-th | there at the n-th) e^-rate·j over the opportunities within
/// the horizon; broken off where the rest cannot change a digit.
double discountedChances(const BgBb::Parameters &p, double n, double horizon, double rate)
{
    const double last = std::floor(std::min(horizon, 1e7) + 1e-9);
    const double factor = std::exp(-rate);
    double there = 1;
    double worth = 1;
    double sum = 0;
    for (double j = 1; j <= last; j += 1) {
        there *= (p.delta + n + j - 1) / (p.gamma + p.delta + n + j - 1);
        worth *= factor;
        const double term = there * worth;
        sum += term;
        if (rate > 0 && term < 1e-15 * sum * -std::expm1(-rate))
            break;
        if (!(sum < 1e300) || (rate <= 0 && term < 1e-18 * sum))
            break;
    }
    return sum;
}

} // namespace

std::span<const std::string_view> BgBbModel::parameterNames() const { return names; }

std::vector<std::vector<double>> BgBbModel::starts(const PurchaseRows &) const
{
    return {{1, 1, 0.7, 3}, {0.5, 2, 0.3, 1}, {2, 1, 1, 10}, {1, 10, 0.5, 20}};
}

double BgBbModel::logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                                std::span<double> gradient, Accuracy) const
{
    const Numerics::Objective objective =
        Numerics::withNumericGradient([&rows](std::span<const double> logs) {
            const BgBb::Parameters p{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]),
                                     std::exp(logs[3])};
            return sumOverRows(
                rows, {}, [&](std::size_t begin, std::size_t end, std::span<double>) {
                    double sum = 0;
                    for (std::size_t i = begin; i < end; ++i) {
                        const Whole row = whole(rows.x[i], rows.tx[i], rows.T[i]);
                        sum += rows.weight[i] * BgBb::logLikelihood(p, row.x, row.tx, row.n);
                    }
                    return sum;
                });
        });
    std::vector<double> logs(parameters.begin(), parameters.end());
    for (double &value : logs)
        value = std::log(value);
    return objective(logs, gradient);
}

double BgBbModel::logLikelihood(std::span<const double> parameters, double x, double tx,
                                double T) const
{
    const Whole row = whole(x, tx, T);
    return BgBb::logLikelihood(from(parameters), row.x, row.tx, row.n);
}

double BgBbModel::pAlive(std::span<const double> parameters, double x, double tx, double T) const
{
    const Whole row = whole(x, tx, T);
    return std::min(1.0, BgBb::pAlive(from(parameters), row.x, row.tx, row.n));
}

void BgBbModel::expectedPurchasesIfAlive(std::span<const double> parameters,
                                         std::span<const double> x, std::span<const double> tx,
                                         std::span<const double> T, double t,
                                         std::span<double> result) const
{
    discountedPurchasesIfAlive(parameters, x, tx, T, t, 0, Accuracy::Exact, result);
}

void BgBbModel::discountedPurchasesIfAlive(std::span<const double> parameters,
                                           std::span<const double> x, std::span<const double> tx,
                                           std::span<const double> T, double horizon, double rate,
                                           Accuracy, std::span<double> result) const
{
    const BgBb::Parameters p = from(parameters);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Whole row = whole(x[i], tx[i], T[i]);
        result[i] = (p.alpha + x[i]) / (p.alpha + p.beta + row.n)
                    * discountedChances(p, row.n, horizon, rate);
    }
}

void BgBbModel::aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                                 std::span<const double>, std::span<const double> T, double horizon,
                                 double rate, Accuracy, std::span<double> result) const
{
    const BgBb::Parameters p = from(parameters);
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = discountedChances(p, std::floor(T[i] + 1e-6), horizon, rate);
}

double BgBbModel::expectedPurchasesOfNew(std::span<const double> parameters, double t) const
{
    return BgBb::expectedPurchases(from(parameters), std::floor(t + 1e-6));
}

std::vector<double> BgBbModel::pmf(std::span<const double> parameters, double t, int last) const
{
    const double n = std::max(0.0, std::floor(t + 1e-6));
    std::vector<double> result;
    for (int x = 0; x <= last; ++x)
        result.push_back(x <= n ? BgBb::pmf(from(parameters), n, x) : 0);
    return result;
}

SimulatedFuture BgBbModel::drawFuture(std::span<const double> parameters, double x, double tx,
                                      double T, double horizon, double rate,
                                      Numerics::Random &random) const
{
    constexpr double mostOpportunities = 5000;
    const BgBb::Parameters p = from(parameters);
    const Whole row = whole(x, tx, T);
    const double buys = random.beta(p.alpha + row.x, p.beta + row.n - row.x);
    const double leaves = random.beta(p.gamma, p.delta + row.n);
    const double stays = std::log(random.uniform()) / std::log1p(-std::min(leaves, 1 - 1e-12));
    const double last = std::floor(std::min({horizon + 1e-9, stays, mostOpportunities}));
    SimulatedFuture future;
    double worth = 0;
    double factor = 1;
    for (double j = 1; j <= last; j += 1) {
        factor *= std::exp(-rate);
        future.alive += factor;
        if (random.uniform() < buys) {
            future.count += 1;
            worth += factor;
        }
    }
    if (future.count > 0)
        future.worth = worth / future.count;
    return future;
}

} // namespace Clv
