#include "models/clv/cnbdk.h"

#include "models/clv/nbd.h"
#include "models/numerics/quadrature.h"
#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Clv {

namespace CnbdK {

namespace {

constexpr int mostStages = 16;
/// Events of the stream after which a sum is broken off; the rest comes from the mean rate.
constexpr int mostEvents = 20000;

/// The likelihood's terms relative to B(a,b+x+m)/B(a,b): alive in stage j, and left at the last
/// purchase.
struct Terms
{
    std::array<double, mostStages> logStage{};
    double logAlive = 0;
    double logGone = -1e300;
};

Terms termsOf(const Parameters &p, int m, int k, double x, double tx, double T)
{
    const double n = p.r + k * x;
    const double logAT = std::log(p.alpha + T);
    const double logGap = T > tx ? std::log(T - tx) : -1e300;
    Terms terms;
    double logFactor = 0; // ln[Γ(n+j)/(Γ(n) j!)]
    terms.logAlive = -1e300;
    for (int j = 0; j < k; ++j) {
        terms.logStage[std::size_t(j)] = logFactor + (j > 0 ? j * logGap : 0) - (n + j) * logAT;
        terms.logAlive = j == 0
                             ? terms.logStage[0]
                             : Numerics::logAddExp(terms.logAlive, terms.logStage[std::size_t(j)]);
        logFactor += std::log(n + j) - std::log(j + 1.0);
    }
    if (x > 0 || m == 1)
        terms.logGone = std::log(p.a) - std::log(p.b + x + m - 1) - n * std::log(p.alpha + tx);
    return terms;
}

/// Σ_{i≥1} E[(1-p)^(i-1)] P(N(t) ≥ i k - j), N negative binomial with shape n and scale A, p ~
/// Beta(a, b). Broken off where a term no longer adds \a precision of the sum.
double expectedPurchases(double n, double A, double t, double a, double b, int k, int j,
                         double precision = 1e-13)
{
    if (!(t > 0))
        return 0;
    const double q = t / (A + t);
    double tail = 1;     // P(N ≥ c)
    double survives = 1; // E[(1-p)^(i-1)]
    double sum = 0;
    int next = k - j; // events until the i-th purchase
    int i = 1;
    // P(N = c) by its ratio to the one before; in logarithms as long as it is too small for that.
    double logProbability = -n * std::log1p(t / A);
    double probability = 0;
    for (int c = 0; c < mostEvents; ++c) {
        if (c == next) {
            const double part = survives * std::max(0.0, tail);
            sum += part;
            if (part < precision * sum)
                return sum;
            survives *= (b + i - 1) / (a + b + i - 1);
            ++i;
            next += k;
        }
        if (logProbability > -600) {
            probability = std::exp(logProbability);
            logProbability = -std::numeric_limits<double>::infinity();
        }
        tail -= probability;
        const double ratio = (n + c) / (c + 1.0) * q;
        if (std::isfinite(logProbability))
            logProbability += std::log(ratio);
        else
            probability *= ratio;
    }
    return sum;
}

} // namespace

double logLikelihood(const Parameters &p, int m, int k, double x, double tx, double T)
{
    const Terms terms = termsOf(p, m, k, x, tx, T);
    return Numerics::logRising(p.r, k * x) + p.r * std::log(p.alpha)
           + Numerics::logRising(p.b, x + m) - Numerics::logRising(p.a + p.b, x + m)
           + Numerics::logAddExp(terms.logAlive, terms.logGone);
}

double pAlive(const Parameters &p, int m, int k, double x, double tx, double T)
{
    const Terms terms = termsOf(p, m, k, x, tx, T);
    return Numerics::logistic(terms.logAlive - terms.logGone);
}

double expectedIfAlive(const Parameters &p, int m, int k, double x, double tx, double T, double t,
                       double precision)
{
    const Terms terms = termsOf(p, m, k, x, tx, T);
    double sum = 0;
    for (int j = 0; j < k; ++j) {
        const double share = std::exp(terms.logStage[std::size_t(j)] - terms.logAlive);
        if (share > 1e-15)
            sum +=
                share
                * expectedPurchases(p.r + k * x + j, p.alpha + T, t, p.a, p.b + x + m, k, j,
                                    precision);
    }
    return sum;
}

} // namespace CnbdK

namespace {

constexpr std::array<std::string_view, 4> names{"r", "alpha", "a", "b"};

CnbdK::Parameters from(std::span<const double> p) { return {p[0], p[1], p[2], p[3]}; }

} // namespace

CnbdKModel::CnbdKModel(int flipsAtFirst, int k, double sumLogGaps)
    : m_flips(flipsAtFirst), m_k(std::clamp(k, 1, CnbdK::mostStages)), m_sumLogGaps(sumLogGaps)
{}

std::span<const std::string_view> CnbdKModel::parameterNames() const { return names; }

std::vector<std::vector<double>> CnbdKModel::starts(const PurchaseRows &rows) const
{
    const RowTotals sums = totals(rows);
    const double rate = std::max(2 * sums.meanRate * m_k, 1e-6);
    return {{0.8, 0.8 / rate, 0.6, 1.5},
            {0.5, 0.5 / rate, 0.8, 2.5},
            {1.5, 1.5 / rate, 0.4, 3},
            {2, 2 / rate, 2, 10}};
}

double CnbdKModel::logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                                 std::span<double> gradient, Accuracy) const
{
    const CnbdK::Parameters p = from(parameters);
    const int m = m_flips;
    double value =
        sumOverRows(rows, gradient, [&](std::size_t begin, std::size_t end, std::span<double> g) {
            double sum = 0;
            for (std::size_t i = begin; i < end; ++i) {
                const double x = rows.x[i];
                const double n = p.r + m_k * x;
                const CnbdK::Terms terms = CnbdK::termsOf(p, m, m_k, x, rows.tx[i], rows.T[i]);
                const double logSum = Numerics::logAddExp(terms.logAlive, terms.logGone);
                const double w = rows.weight[i];
                sum += w * logSum;
                const double logAT = std::log(p.alpha + rows.T[i]);
                double psi = 0; // ψ(n+j) - ψ(n)
                for (int j = 0; j < m_k; ++j) {
                    const double share = w * std::exp(terms.logStage[std::size_t(j)] - logSum);
                    g[0] += share * (psi - logAT);
                    g[1] -= share * (n + j) / (p.alpha + rows.T[i]);
                    psi += 1 / (n + j);
                }
                if (terms.logGone > -1e299) {
                    const double share = w * std::exp(terms.logGone - logSum);
                    g[0] -= share * std::log(p.alpha + rows.tx[i]);
                    g[1] -= share * n / (p.alpha + rows.tx[i]);
                    g[2] += share / p.a;
                    g[3] -= share / (p.b + x + m - 1);
                }
            }
            return sum;
        });
    value += rows.customers * p.r * std::log(p.alpha) + (m_k - 1) * m_sumLogGaps;
    gradient[0] += rows.customers * std::log(p.alpha);
    gradient[1] += rows.customers * p.r / p.alpha;
    const double logGammaK = Numerics::logGamma(m_k);
    for (std::size_t i = 0; i < rows.xValue.size(); ++i) {
        const double x = rows.xValue[i];
        const double w = rows.xWeight[i];
        value += w
                 * (Numerics::logRising(p.r, m_k * x) - x * logGammaK
                    + Numerics::logRising(p.b, x + m) - Numerics::logRising(p.a + p.b, x + m));
        const double psiAB = Numerics::digamma(p.a + p.b + x + m) - Numerics::digamma(p.a + p.b);
        gradient[0] += w * (Numerics::digamma(p.r + m_k * x) - Numerics::digamma(p.r));
        gradient[2] -= w * psiAB;
        gradient[3] += w * (Numerics::digamma(p.b + x + m) - Numerics::digamma(p.b) - psiAB);
    }
    for (std::size_t i = 0; i < 4; ++i)
        gradient[i] *= parameters[i];
    return value;
}

double CnbdKModel::logLikelihood(std::span<const double> parameters, double x, double tx,
                                 double T) const
{
    return CnbdK::logLikelihood(from(parameters), m_flips, m_k, x, tx, T);
}

double CnbdKModel::pAlive(std::span<const double> parameters, double x, double tx, double T) const
{
    return CnbdK::pAlive(from(parameters), m_flips, m_k, x, tx, T);
}

void CnbdKModel::expectedPurchasesIfAlive(std::span<const double> parameters,
                                          std::span<const double> x, std::span<const double> tx,
                                          std::span<const double> T, double t,
                                          std::span<double> result) const
{
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = CnbdK::expectedIfAlive(from(parameters), m_flips, m_k, x[i], tx[i], T[i], t);
}

void CnbdKModel::discountedPurchasesIfAlive(std::span<const double> parameters,
                                            std::span<const double> x, std::span<const double> tx,
                                            std::span<const double> T, double horizon, double rate,
                                            Accuracy accuracy, std::span<double> result) const
{
    if (rate == 0)
        return expectedPurchasesIfAlive(parameters, x, tx, T, horizon, result);
    // The Poisson stream with shape n and scale kA has the mean rate n / (kA) of the regular one.
    const CnbdK::Parameters p = from(parameters);
    Numerics::BetaRule rule;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (i == 0 || x[i] != x[i - 1])
            rule = Numerics::betaRule(p.a, p.b + x[i] + m_flips,
                                      accuracy == Accuracy::Search ? 24 : 64);
        const BetaGeometric::Parameters poisson{p.r + (m_k - 1) * x[i], p.alpha * m_k, p.a, p.b};
        const double age = T[i] * m_k;
        const double near = std::min(horizon, 104.0);
        const double plain = BetaGeometric::expectedIfAlive(poisson, rule, x[i], age, near);
        const double regular = CnbdK::expectedIfAlive(p, m_flips, m_k, x[i], tx[i], T[i], near,
                                                      accuracy == Accuracy::Search ? 1e-8 : 1e-13);
        result[i] = plain > 0 ? BetaGeometric::discountedIfAlive(poisson, rule, x[i], age, horizon,
                                                                 rate, accuracy)
                                    * regular / plain
                              : 0;
    }
}

double CnbdKModel::expectedPurchasesOfNew(std::span<const double> parameters, double t) const
{
    const CnbdK::Parameters p = from(parameters);
    const double stays = m_flips == 1 ? p.b / (p.a + p.b) : 1;
    return stays * CnbdK::expectedPurchases(p.r, p.alpha, t, p.a, p.b + m_flips, m_k, 0);
}

std::vector<double> CnbdKModel::pmf(std::span<const double> parameters, double t, int last) const
{
    // x purchases: the stream has between xk and xk + k - 1 events and the customer stayed, or at
    // least xk events and the customer left at the x-th.
    const CnbdK::Parameters p = from(parameters);
    const std::vector<double> events = Nbd::pmf({p.r, p.alpha}, t, (last + 1) * m_k - 1);
    std::vector<double> result;
    double below = 0;
    for (int x = 0; x <= last; ++x) {
        double here = 0;
        for (int j = 0; j < m_k; ++j)
            here += events[std::size_t(x * m_k + j)];
        const double stays = std::exp(Numerics::logRising(p.b, x + m_flips)
                                      - Numerics::logRising(p.a + p.b, x + m_flips));
        const double odds = x > 0 || m_flips == 1 ? p.a / (p.b + x + m_flips - 1) : 0;
        result.push_back(stays * (here + odds * std::max(0.0, 1 - below)));
        below += here;
    }
    return result;
}

void CnbdKModel::aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                                  [[maybe_unused]] std::span<const double> tx,
                                  std::span<const double> T, double horizon, double rate,
                                  [[maybe_unused]] Accuracy accuracy,
                                  std::span<double> result) const
{
    const CnbdK::Parameters p = from(parameters);
    Numerics::BetaRule rule;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (i == 0 || x[i] != x[i - 1])
            rule = Numerics::betaRule(p.a, p.b + x[i] + m_flips,
                                      accuracy == Accuracy::Search ? 24 : 96);
        const BetaGeometric::Parameters poisson{p.r + (m_k - 1) * x[i], p.alpha * m_k, p.a, p.b};
        result[i] =
            BetaGeometric::aliveTime(poisson, rule, x[i], T[i] * m_k, horizon, rate, accuracy);
    }
}

SimulatedFuture CnbdKModel::drawFuture(std::span<const double> parameters, double x, double tx,
                                       double T, double horizon, double rate,
                                       Numerics::Random &random) const
{
    const CnbdK::Parameters p = from(parameters);
    const CnbdK::Terms terms = CnbdK::termsOf(p, m_flips, m_k, x, tx, T);
    int stage = 0;
    for (double u = random.uniform(); stage + 1 < m_k; ++stage) {
        u -= std::exp(terms.logStage[std::size_t(stage)] - terms.logAlive);
        if (u < 0)
            break;
    }
    const double lambda = random.gamma(p.r + m_k * x + stage, p.alpha + T) / m_k;
    const double leave = random.beta(p.a, p.b + x + m_flips);
    const double left = random.exponential(1) / std::max(lambda * leave, 1e-300);
    SimulatedFuture future =
        drawPoissonFuture(lambda * (1 - leave), std::min(left, horizon), rate, random);
    if (left < horizon)
        future.last = std::exp(-rate * left);
    return future;
}

RegularFit fitRegular(int flipsAtFirst, const PurchaseRows &rows, double sumLogGaps,
                      const Cancelled &isCancelled, int largest)
{
    RegularFit best;
    for (int k = 1; k <= largest; ++k) {
        RegularFit candidate;
        candidate.model = std::make_unique<CnbdKModel>(flipsAtFirst, k, sumLogGaps);
        std::vector<double> start; // events come k times as often as purchases
        if (best.model) {
            start = best.fit.parameters;
            start[1] *= (k - 1.0) / k;
        }
        candidate.fit = fitPurchases(*candidate.model, rows, start, isCancelled);
        if (best.model && candidate.fit.problem != FitProblem::Cancelled
            && !(candidate.fit.logLikelihood > best.fit.logLikelihood))
            break;
        best = std::move(candidate);
        if (best.fit.problem == FitProblem::Cancelled)
            break;
    }
    return best;
}

} // namespace Clv
