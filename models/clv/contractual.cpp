#include "models/clv/contractual.h"

#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace Clv {

ContractCounts ContractCounts::fromSurvivors(std::span<const double> survivors)
{
    ContractCounts counts;
    if (survivors.empty())
        return counts;
    for (std::size_t t = 1; t < survivors.size(); ++t)
        counts.lost.push_back(survivors[t - 1] - survivors[t]);
    counts.active.assign(survivors.size(), 0.0);
    counts.active.back() = survivors.back();
    return counts;
}

void ContractCounts::add(const ContractCounts &cohort)
{
    lost.resize(std::max(lost.size(), cohort.lost.size()), 0.0);
    active.resize(std::max(active.size(), cohort.active.size()), 0.0);
    for (std::size_t i = 0; i < cohort.lost.size(); ++i)
        lost[i] += cohort.lost[i];
    for (std::size_t i = 0; i < cohort.active.size(); ++i)
        active[i] += cohort.active[i];
}

double ContractCounts::customers() const
{
    double sum = 0;
    for (const double count : lost)
        sum += count;
    for (const double count : active)
        sum += count;
    return sum;
}

namespace {

using LogSurvival = std::function<double(double t)>;

double logLikelihoodOf(const LogSurvival &logSurvival, const ContractCounts &counts)
{
    double sum = 0;
    double before = 0;
    for (std::size_t t = 0; t < std::max(counts.lost.size() + 1, counts.active.size()); ++t) {
        const double now = t == 0 ? 0 : logSurvival(double(t));
        if (t > 0 && t <= counts.lost.size() && counts.lost[t - 1] > 0)
            sum +=
                counts.lost[t - 1] * (before + Numerics::log1mExp(std::max(before - now, 1e-300)));
        if (t < counts.active.size() && counts.active[t] > 0)
            sum += counts.active[t] * now;
        before = now;
    }
    return sum;
}

/// Σ_{t≥0} S(from + t) / S(base) / (1+d)^t until the rest, at most a geometric series, no longer
/// counts.
double discountedSurvival(const LogSurvival &logSurvival, double from, double base, double discount)
{
    if (!(discount > 0))
        return std::numeric_limits<double>::infinity();
    const double logBase = base > 0 ? logSurvival(base) : 0;
    const double rate = std::log1p(discount);
    double sum = 0;
    for (int t = 0; t < 200000; ++t) {
        const double at = from + t;
        const double term = std::exp((at > 0 ? logSurvival(at) : 0) - logBase - rate * t);
        sum += term;
        if (term < 1e-16 * sum * -std::expm1(-rate))
            break;
    }
    return sum;
}

Fit fitSurvival(const std::function<double(std::span<const double>)> &negative,
                const std::vector<std::vector<double>> &starts, const Cancelled &isCancelled)
{
    const Numerics::Objective objective = Numerics::withNumericGradient(negative);
    return maximise(objective, objective, starts, isCancelled);
}

/// ln[B(α, β+n) / B(α, β)] = ln{Γ(β+n) Γ(α+β) / [Γ(β) Γ(α+β+n)]}: as rises by n, or where n is the
/// larger by α, so that no two large numbers cancel.
double logBetaRatio(double alpha, double beta, double n)
{
    if (n <= alpha)
        return Numerics::logRising(beta, n) - Numerics::logRising(alpha + beta, n);
    return Numerics::logRising(beta, alpha) - Numerics::logRising(beta + n, alpha);
}

} // namespace

namespace Sbg {

namespace {

double logSurvival(const Parameters &p, double t)
{
    return logBetaRatio(p.alpha, p.beta, t);
}

LogSurvival of(const Parameters &p)
{
    return [p](double t) { return logSurvival(p, t); };
}

} // namespace

double survival(const Parameters &p, double t) { return std::exp(logSurvival(p, t)); }

double retention(const Parameters &p, double t)
{
    return (p.beta + t - 1) / (p.alpha + p.beta + t - 1);
}

double logLikelihood(const Parameters &p, const ContractCounts &counts)
{
    return logLikelihoodOf(of(p), counts);
}

double del(const Parameters &p, double discount)
{
    return discountedSurvival(of(p), 0, 0, discount);
}

double derl(const Parameters &p, int n, double discount)
{
    return discountedSurvival(of(p), n, n - 1, discount);
}

Fit fit(const ContractCounts &counts, const Cancelled &isCancelled)
{
    return fitSurvival(
        [&counts](std::span<const double> x) {
            return -logLikelihood({std::exp(x[0]), std::exp(x[1])}, counts);
        },
        {{1, 3}, {0.3, 0.5}, {5, 20}}, isCancelled);
}

} // namespace Sbg

namespace Bdw {

namespace {

double logSurvival(const Parameters &p, double t)
{
    return logBetaRatio(p.alpha, p.beta, std::min(std::pow(t, p.c), 1e300));
}

LogSurvival of(const Parameters &p)
{
    return [p](double t) { return logSurvival(p, t); };
}

} // namespace

double survival(const Parameters &p, double t) { return std::exp(logSurvival(p, t)); }

double retention(const Parameters &p, double t)
{
    return std::exp(logSurvival(p, t) - (t > 1 ? logSurvival(p, t - 1) : 0));
}

double logLikelihood(const Parameters &p, const ContractCounts &counts)
{
    return logLikelihoodOf(of(p), counts);
}

double del(const Parameters &p, double discount)
{
    return discountedSurvival(of(p), 0, 0, discount);
}

double derl(const Parameters &p, int n, double discount)
{
    return discountedSurvival(of(p), n, n - 1, discount);
}

Fit fit(const ContractCounts &counts, const Cancelled &isCancelled)
{
    return fitSurvival(
        [&counts](std::span<const double> x) {
            return -logLikelihood({std::exp(x[0]), std::exp(x[1]), std::exp(x[2])}, counts);
        },
        {{0.5, 1.5, 1.2}, {1, 3, 1}, {5, 5, 0.5}, {0.3, 0.5, 1}}, isCancelled);
}

} // namespace Bdw

} // namespace Clv
