#include "models/clv/paretonbd.h"

#include "models/clv/likelihoodkernels.h"
#include "models/numerics/quadrature.h"
#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Clv {

namespace ParetoNbd {

namespace {

/// ln of the two parts of the likelihood's bracket: still a customer at T, left before.
struct LogParts
{
    double alive;
    double gone;
};

LogParts logParts(const Parameters &p, double x, double tx, double T)
{
    return {-(p.r + x) * std::log(p.alpha + T) - p.s * std::log(p.beta + T),
            std::log(p.s) + logIntegral(p, x, tx, T)};
}

} // namespace

double logIntegral(const Parameters &p, double x, double tx, double T)
{
    // u = tx + h (e^v - 1) with h the integrand's own time constant at tx makes it fall like a
    // power of e^-v however large x is; everything is relative to the integrand at tx, so nothing
    // overflows.
    const double A = p.alpha + tx;
    const double B = p.beta + tx;
    const double h = 1 / ((p.r + x) / A + (p.s + 1) / B);
    const double range = std::log1p((T - tx) / h);
    const Numerics::QuadratureRule &rule = Numerics::gaussLegendre64();
    double sum = 0;
    for (std::size_t k = 0; k < rule.size(); ++k) {
        const double v = range * rule.node[k];
        const double step = h * std::expm1(v);
        sum += rule.weight[k]
               * std::exp(v - (p.r + x) * std::log1p(step / A) - (p.s + 1) * std::log1p(step / B));
    }
    return std::log(h * range * sum) - (p.r + x) * std::log(A) - (p.s + 1) * std::log(B);
}

double logLikelihood(const Parameters &p, double x, double tx, double T)
{
    const LogParts parts = logParts(p, x, tx, T);
    return Numerics::logRising(p.r, x) + p.r * std::log(p.alpha) + p.s * std::log(p.beta)
           + Numerics::logAddExp(parts.alive, parts.gone);
}

double pAlive(const Parameters &p, double x, double tx, double T)
{
    const LogParts parts = logParts(p, x, tx, T);
    return Numerics::logistic(parts.alive - parts.gone);
}

double pAliveLater(const Parameters &p, double x, double tx, double T, double t)
{
    return pAlive(p, x, tx, T) * std::exp(-p.s * std::log1p(t / (p.beta + T)));
}

double expectedAliveTime(const Parameters &p, double T, double t)
{
    const double y = std::log1p(t / (p.beta + T));
    return (p.beta + T) * y * Numerics::annuityFactor((p.s - 1) * y);
}

double conditionalExpectedPurchases(const Parameters &p, double x, double tx, double T, double t)
{
    return pAlive(p, x, tx, T) * (p.r + x) / (p.alpha + T) * expectedAliveTime(p, T, t);
}

double expectedPurchases(const Parameters &p, double t)
{
    return p.r / p.alpha * expectedAliveTime(p, 0, t);
}

double discountedAliveTime(const Parameters &p, double T, double horizon, double rate, int nodes)
{
    if (rate == 0)
        return expectedAliveTime(p, T, horizon);
    const double B = p.beta + T;
    const TimeRule rule = timeRule(horizon, rate, 1 / (std::abs(rate) + p.s / B), nodes);
    double sum = 0;
    for (std::size_t k = 0; k < rule.time.size(); ++k)
        sum += rule.weight[k] * std::exp(-p.s * std::log1p(rule.time[k] / B));
    return sum;
}

double dert(const Parameters &p, double x, double tx, double T, double rate)
{
    return pAlive(p, x, tx, T) * (p.r + x) / (p.alpha + T)
           * discountedAliveTime(p, T, lifetime, rate);
}

double det(const Parameters &p, double rate)
{
    return p.r / p.alpha * discountedAliveTime(p, 0, lifetime, rate);
}

std::vector<double> pmf(const Parameters &p, double t, int last)
{
    // P(X(t) = n) = Γ(r+n)/(Γ(r) n!) { α^r t^n (α+t)^-(r+n) (β/(β+t))^s
    //               + s β^s α^r ∫_0^t τ^n (α+τ)^-(r+n) (β+τ)^-(s+1) dτ }, each n from the one
    //               before.
    const Numerics::QuadratureRule &rule = Numerics::gaussLegendre64();
    std::vector<double> result(std::size_t(last) + 1, 0.0);
    const auto add = [&](double logWeight, double tau) {
        double logTerm = logWeight - p.r * std::log1p(tau / p.alpha);
        const double logQ = tau > 0 ? std::log(tau) - std::log(p.alpha + tau) : -1e300;
        for (std::size_t n = 0; n < result.size(); ++n) {
            result[n] += std::exp(logTerm);
            logTerm += std::log(p.r + double(n)) - std::log(double(n) + 1) + logQ;
        }
    };
    add(-p.s * std::log1p(t / p.beta), t);
    const double h = 1 / (p.r / p.alpha + (p.s + 1) / p.beta);
    const double range = std::log1p(t / h);
    for (std::size_t k = 0; k < rule.size() && range > 0; ++k) {
        const double v = range * rule.node[k];
        const double tau = h * std::expm1(v);
        add(std::log(rule.weight[k] * range * h * p.s / p.beta) + v
                - (p.s + 1) * std::log1p(tau / p.beta),
            tau);
    }
    return result;
}

} // namespace ParetoNbd

namespace {

constexpr std::array<std::string_view, 4> names{"r", "alpha", "s", "beta"};

ParetoNbd::Parameters from(std::span<const double> p) { return {p[0], p[1], p[2], p[3]}; }

Kernels::Rows slice(const PurchaseRows &rows, std::size_t begin, std::size_t end)
{
    return {rows.x.data() + begin,      rows.tx.data() + begin,     rows.T.data() + begin,
            rows.weight.data() + begin, rows.xIndex.data() + begin, end - begin};
}

} // namespace

std::span<const std::string_view> ParetoNbdModel::parameterNames() const { return names; }

std::vector<std::vector<double>> ParetoNbdModel::starts(const PurchaseRows &rows) const
{
    const RowTotals sums = totals(rows);
    const double rate = std::max(2 * sums.meanRate, 1e-6);
    const double age = std::max(sums.meanAge, 1e-6);
    return {{0.8, 0.8 / rate, 0.5, 0.5 * age},
            {0.5, 0.5 / rate, 1, 2 * age},
            {2, 2 / rate, 0.2, 0.2 * age},
            {1, 1 / rate, 3, 3 * age}};
}

double ParetoNbdModel::logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                                     std::span<double> gradient, Accuracy accuracy) const
{
    const double kernelParameters[4] = {parameters[0], parameters[1], parameters[2], parameters[3]};
    const Numerics::QuadratureRule &rule =
        accuracy == Accuracy::Search ? Numerics::gaussLegendre16() : Numerics::gaussLegendre32();
    double value =
        sumOverRows(rows, gradient, [&](std::size_t begin, std::size_t end, std::span<double> g) {
            const Kernels::Sums sums =
                Kernels::paretoNbd(slice(rows, begin, end), kernelParameters, rule.node.data(),
                                   rule.weight.data(), rule.size(), nullptr);
            std::copy_n(sums.gradient, 4, g.begin());
            return sums.logLikelihood;
        });
    const double psi = Numerics::digamma(parameters[0]);
    for (std::size_t i = 0; i < rows.xValue.size(); ++i) {
        value += rows.xWeight[i] * Numerics::logRising(parameters[0], rows.xValue[i]);
        gradient[0] += rows.xWeight[i] * (Numerics::digamma(parameters[0] + rows.xValue[i]) - psi);
    }
    for (std::size_t i = 0; i < 4; ++i)
        gradient[i] *= parameters[i];
    return value;
}

std::vector<double> ParetoNbdModel::pAlive(const PurchaseRows &rows,
                                           std::span<const double> parameters) const
{
    const double kernelParameters[4] = {parameters[0], parameters[1], parameters[2], parameters[3]};
    const Numerics::QuadratureRule &rule = Numerics::gaussLegendre32();
    std::vector<double> result(rows.size());
    sumOverRows(rows, {}, [&](std::size_t begin, std::size_t end, std::span<double>) {
        return Kernels::paretoNbd(slice(rows, begin, end), kernelParameters, rule.node.data(),
                                  rule.weight.data(), rule.size(), result.data() + begin)
            .logLikelihood;
    });
    return result;
}

double ParetoNbdModel::logLikelihood(std::span<const double> parameters, double x, double tx,
                                     double T) const
{
    return ParetoNbd::logLikelihood(from(parameters), x, tx, T);
}

double ParetoNbdModel::pAlive(std::span<const double> parameters, double x, double tx,
                              double T) const
{
    return ParetoNbd::pAlive(from(parameters), x, tx, T);
}

void ParetoNbdModel::expectedPurchasesIfAlive(std::span<const double> parameters,
                                              std::span<const double> x,
                                              [[maybe_unused]] std::span<const double> tx,
                                              std::span<const double> T, double t,
                                              std::span<double> result) const
{
    const ParetoNbd::Parameters p = from(parameters);
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = (p.r + x[i]) / (p.alpha + T[i]) * ParetoNbd::expectedAliveTime(p, T[i], t);
}

void ParetoNbdModel::discountedPurchasesIfAlive(std::span<const double> parameters,
                                                std::span<const double> x,
                                                [[maybe_unused]] std::span<const double> tx,
                                                std::span<const double> T, double horizon,
                                                double rate, Accuracy accuracy,
                                                std::span<double> result) const
{
    const ParetoNbd::Parameters p = from(parameters);
    const int nodes = accuracy == Accuracy::Search ? 16 : 64;
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = (p.r + x[i]) / (p.alpha + T[i])
                    * ParetoNbd::discountedAliveTime(p, T[i], horizon, rate, nodes);
}

double ParetoNbdModel::expectedPurchasesOfNew(std::span<const double> parameters, double t) const
{
    return ParetoNbd::expectedPurchases(from(parameters), t);
}

std::vector<double> ParetoNbdModel::pmf(std::span<const double> parameters, double t,
                                        int last) const
{
    return ParetoNbd::pmf(from(parameters), t, last);
}

void ParetoNbdModel::aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                                      [[maybe_unused]] std::span<const double> tx,
                                      std::span<const double> T, double horizon, double rate,
                                      [[maybe_unused]] Accuracy accuracy,
                                      std::span<double> result) const
{
    const ParetoNbd::Parameters p = from(parameters);
    const int nodes = accuracy == Accuracy::Search ? 16 : 64;
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = ParetoNbd::discountedAliveTime(p, T[i], horizon, rate, nodes);
}

SimulatedFuture ParetoNbdModel::drawFuture(std::span<const double> parameters, double x, double,
                                           double T, double horizon, double rate,
                                           Numerics::Random &random) const
{
    // Given that the customer is alive, purchase and dropout rates are independent gammas.
    const double lambda = random.gamma(parameters[0] + x, parameters[1] + T);
    const double mu = random.gamma(parameters[2], parameters[3] + T);
    const double left = random.exponential(1) / std::max(mu, 1e-300);
    return drawPoissonFuture(lambda, std::min(left, horizon), rate, random);
}

} // namespace Clv
