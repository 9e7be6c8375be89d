#include "models/clv/bgbb.h"

#include "models/numerics/specialfunctions.h"

#include <algorithm>
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
    double sum = logPurchases(p, x, n) + logAlive(p, n);
    for (double k = tx; k < n; k += 1)
        sum = logAddExp(sum, logPurchases(p, x, k) + logGone(p, k));
    return sum;
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
