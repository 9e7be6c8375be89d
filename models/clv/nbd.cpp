#include "models/clv/nbd.h"

#include "models/numerics/specialfunctions.h"

#include <array>
#include <cmath>

namespace Clv {

namespace Nbd {

double logLikelihood(const Parameters &p, double x, double T)
{
    return Numerics::logRising(p.r, x) - p.r * std::log1p(T / p.alpha) - x * std::log(p.alpha + T);
}

double conditionalExpectedPurchases(const Parameters &p, double x, double T, double t)
{
    return (p.r + x) / (p.alpha + T) * t;
}

std::vector<double> pmf(const Parameters &p, double t, int last)
{
    std::vector<double> result;
    double logProbability = -p.r * std::log1p(t / p.alpha);
    const double logQ = t > 0 ? std::log(t) - std::log(p.alpha + t) : -1e300;
    for (int n = 0; n <= last; ++n) {
        result.push_back(std::exp(logProbability));
        logProbability += std::log(p.r + n) - std::log(n + 1.0) + logQ;
    }
    return result;
}

} // namespace Nbd

namespace {

constexpr std::array<std::string_view, 2> names{"r", "alpha"};

Nbd::Parameters from(std::span<const double> p) { return {p[0], p[1]}; }

} // namespace

std::span<const std::string_view> NbdModel::parameterNames() const { return names; }

std::vector<std::vector<double>> NbdModel::starts(const PurchaseRows &rows) const
{
    const RowTotals sums = totals(rows);
    const double rate = std::max(sums.meanRate, 1e-6);
    return {{0.5, 0.5 / rate}, {2, 2 / rate}, {0.1, 0.1 / rate}};
}

double NbdModel::logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                               std::span<double> gradient, Accuracy) const
{
    const double r = parameters[0];
    const double alpha = parameters[1];
    double value =
        sumOverRows(rows, gradient, [&](std::size_t begin, std::size_t end, std::span<double> g) {
            double sum = 0;
            for (std::size_t i = begin; i < end; ++i) {
                const double n = r + rows.x[i];
                const double logAT = std::log(alpha + rows.T[i]);
                sum -= rows.weight[i] * n * logAT;
                g[0] -= rows.weight[i] * logAT;
                g[1] -= rows.weight[i] * n / (alpha + rows.T[i]);
            }
            return sum;
        });
    value += rows.customers * r * std::log(alpha);
    gradient[0] += rows.customers * std::log(alpha);
    gradient[1] += rows.customers * r / alpha;
    for (std::size_t i = 0; i < rows.xValue.size(); ++i) {
        value += rows.xWeight[i] * Numerics::logRising(r, rows.xValue[i]);
        gradient[0] +=
            rows.xWeight[i] * (Numerics::digamma(r + rows.xValue[i]) - Numerics::digamma(r));
    }
    gradient[0] *= r;
    gradient[1] *= alpha;
    return value;
}

double NbdModel::logLikelihood(std::span<const double> parameters, double x, double, double T) const
{
    return Nbd::logLikelihood(from(parameters), x, T);
}

double NbdModel::pAlive(std::span<const double>, double, double, double) const { return 1; }

void NbdModel::expectedPurchasesIfAlive(std::span<const double> parameters,
                                        std::span<const double> x,
                                        [[maybe_unused]] std::span<const double> tx,
                                        std::span<const double> T, double t,
                                        std::span<double> result) const
{
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = Nbd::conditionalExpectedPurchases(from(parameters), x[i], T[i], t);
}

void NbdModel::discountedPurchasesIfAlive(std::span<const double> parameters,
                                          std::span<const double> x,
                                          [[maybe_unused]] std::span<const double> tx,
                                          std::span<const double> T, double horizon, double rate,
                                          Accuracy, std::span<double> result) const
{
    const double worth =
        std::isinf(horizon) ? 1 / rate : horizon * Numerics::annuityFactor(rate * horizon);
    expectedPurchasesIfAlive(parameters, x, tx, T, worth, result);
}

double NbdModel::expectedPurchasesOfNew(std::span<const double> parameters, double t) const
{
    return parameters[0] / parameters[1] * t;
}

std::vector<double> NbdModel::pmf(std::span<const double> parameters, double t, int last) const
{
    return Nbd::pmf(from(parameters), t, last);
}

void NbdModel::aliveTimeIfAlive(std::span<const double>, std::span<const double> x,
                                std::span<const double>, std::span<const double>, double horizon,
                                double rate, Accuracy, std::span<double> result) const
{
    const double time =
        std::isinf(horizon) ? 1 / rate : horizon * Numerics::annuityFactor(rate * horizon);
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = time;
}

SimulatedFuture NbdModel::drawFuture(std::span<const double> parameters, double x, double, double T,
                                     double horizon, double rate, Numerics::Random &random) const
{
    return drawPoissonFuture(random.gamma(parameters[0] + x, parameters[1] + T), horizon, rate,
                             random);
}

} // namespace Clv
