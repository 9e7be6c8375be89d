#include "models/clv/ggomnbd.h"

#include "models/numerics/quadrature.h"
#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Clv {

namespace GgomNbd {

namespace {

/// ln(β + e^{bt} - 1), without overflow.
double logD(const Parameters &p, double t)
{
    const double bt = p.b * t;
    return bt < 30 ? std::log(p.beta + std::expm1(bt))
                   : bt + std::log1p((p.beta - 1) * std::exp(-bt));
}

/// Where the density of leaving is highest: e^{bt} = (β - 1) / s.
double mode(const Parameters &p)
{
    return p.beta - 1 > p.s ? (std::log(p.beta - 1) - std::log(p.s)) / p.b : 0;
}

/// Points over [from, until] that crowd around the density's mode and, beyond it, where the
/// integrand falls.
template <typename Function>
void forPoints(const Parameters &p, double n, double from, double until, Accuracy accuracy,
               Function &&function)
{
    const Numerics::QuadratureRule &rule =
        accuracy == Accuracy::Search ? Numerics::gaussLegendre16() : Numerics::gaussLegendre32();
    const double top = std::clamp(mode(p), from, until);
    const double edges[] = {from, from + (top - from) / 2, top, until};
    for (int piece = 0; piece < 3; ++piece) {
        const double length = edges[piece + 1] - edges[piece];
        if (!(length > 0))
            continue;
        // The middle piece ends at the mode and is taken from there backwards, the others forwards.
        const bool isBackwards = piece == 1;
        const double anchor = isBackwards ? edges[piece + 1] : edges[piece];
        const double h = std::min(length, 1 / (n / (p.alpha + anchor) + p.b * (p.s + 1)));
        const double range = std::log1p(length / h);
        for (std::size_t k = 0; k < rule.size(); ++k) {
            const double v = range * rule.node[k];
            const double step = std::min(length, h * std::expm1(v));
            function(isBackwards ? anchor - step : anchor + step,
                     std::log(rule.weight[k] * range * h) + v);
        }
    }
}

/// The likelihood's bracket with its derivatives in r, alpha, beta, b, s.
struct Bracket
{
    double logAlive = 0;
    double logGone = -1e300;
    double alive[5] = {};
    double gone[5] = {};
};

/// \a logAge is ln(α + u), \a ld is logD(p, u), \a logBeta is ln β: the callers have them already.
void derivatives(const Parameters &p, double n, double u, bool isDensity, double logAge, double ld,
                 double logBeta, double (&d)[5])
{
    const double inverseD = std::exp(-ld);
    const double slopeB = u * std::exp(p.b * u - ld);
    const double power = p.s + (isDensity ? 1 : 0);
    d[0] = -logAge;
    d[1] = -n / (p.alpha + u);
    d[2] = p.s / p.beta - power * inverseD;
    d[3] = (isDensity ? 1 / p.b + u : 0) - power * slopeB;
    d[4] = (isDensity ? 1 / p.s : 0) + logBeta - ld;
}

Bracket bracket(const Parameters &p, double x, double tx, double T, Accuracy accuracy,
                bool withDerivatives)
{
    const double n = p.r + x;
    const double logBeta = std::log(p.beta);
    const double logFront = std::log(p.s) + std::log(p.b) + p.s * logBeta;
    const double logAgeT = std::log(p.alpha + T);
    const double ldT = logD(p, T);
    Bracket result;
    result.logAlive = -n * logAgeT + p.s * (logBeta - ldT);
    if (withDerivatives)
        derivatives(p, n, T, false, logAgeT, ldT, logBeta, result.alive);
    struct Point
    {
        double time;
        double logAge;
        double ld;
        double log;
    };
    std::array<Point, 96> points{};
    std::size_t count = 0;
    double largest = -1e300;
    forPoints(p, n, tx, T, accuracy, [&](double u, double logWeight) {
        Point &point = points[count++];
        point.time = u;
        point.logAge = std::log(p.alpha + u);
        point.ld = logD(p, u);
        point.log = logWeight - n * point.logAge + logFront + p.b * u - (p.s + 1) * point.ld;
        largest = std::max(largest, point.log);
    });
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Point &point = points[i];
        const double f = std::exp(point.log - largest);
        sum += f;
        if (withDerivatives && f > 1e-18) {
            double d[5];
            derivatives(p, n, point.time, true, point.logAge, point.ld, logBeta, d);
            for (int k = 0; k < 5; ++k)
                result.gone[k] += f * d[k];
        }
    }
    if (sum > 0) {
        result.logGone = largest + std::log(sum);
        for (double &value : result.gone)
            value /= sum;
    }
    return result;
}

} // namespace

double logSurvival(const Parameters &p, double t) { return p.s * (std::log(p.beta) - logD(p, t)); }

double logDensity(const Parameters &p, double t)
{
    return std::log(p.s) + std::log(p.b) + p.b * t + p.s * std::log(p.beta)
           - (p.s + 1) * logD(p, t);
}

double logLikelihood(const Parameters &p, double x, double tx, double T)
{
    const Bracket parts = bracket(p, x, tx, T, Accuracy::Exact, false);
    return Numerics::logRising(p.r, x) + p.r * std::log(p.alpha)
           + Numerics::logAddExp(parts.logAlive, parts.logGone);
}

double pAlive(const Parameters &p, double x, double tx, double T)
{
    const Bracket parts = bracket(p, x, tx, T, Accuracy::Exact, false);
    return Numerics::logistic(parts.logAlive - parts.logGone);
}

double aliveTime(const Parameters &p, double T, double t, double rate)
{
    const double logST = logSurvival(p, T);
    // The hazard has grown to s b where e^{bu} = β: before and after it the survival has one time
    // constant.
    const double bend = std::max(0.0, std::log(std::max(p.beta, 1.0)) / p.b - T);
    const double end = rate > 0 ? std::min(t, 45 / rate) : t;
    const double first = std::min(end, bend);
    const double hazard = p.s * std::exp(std::log(p.b) + p.b * T - logD(p, T));
    const auto integrate = [&](double from, double until, double scale) {
        const TimeRule rule = timeRule(until - from, 0, scale, 64);
        double sum = 0;
        for (std::size_t k = 0; k < rule.time.size(); ++k)
            sum += rule.weight[k]
                   * std::exp(logSurvival(p, T + from + rule.time[k]) - logST
                              - rate * (from + rule.time[k]));
        return sum;
    };
    // The survival is gone after 45 time constants of the final hazard.
    const double last = std::min(end, first + 45 / (p.s * p.b));
    return integrate(0, first, 1 / (std::abs(rate) + hazard + p.b))
           + integrate(first, last, 1 / (std::abs(rate) + p.s * p.b));
}

double conditionalExpectedPurchases(const Parameters &p, double x, double tx, double T, double t)
{
    return pAlive(p, x, tx, T) * (p.r + x) / (p.alpha + T) * aliveTime(p, T, t, 0);
}

std::vector<double> pmf(const Parameters &p, double t, int last)
{
    std::vector<double> result(std::size_t(last) + 1, 0.0);
    const auto add = [&](double logWeight, double tau) {
        double logTerm = logWeight - p.r * std::log1p(tau / p.alpha);
        const double logQ = tau > 0 ? std::log(tau) - std::log(p.alpha + tau) : -1e300;
        for (std::size_t n = 0; n < result.size(); ++n) {
            result[n] += std::exp(logTerm);
            logTerm += std::log(p.r + double(n)) - std::log(double(n) + 1) + logQ;
        }
    };
    add(logSurvival(p, t), t);
    forPoints(p, p.r, 0, t, Accuracy::Exact,
              [&](double u, double logWeight) { add(logWeight + logDensity(p, u), u); });
    return result;
}

} // namespace GgomNbd

namespace {

constexpr std::array<std::string_view, 5> names{"r", "alpha", "beta", "b", "s"};

GgomNbd::Parameters from(std::span<const double> p) { return {p[0], p[1], p[2], p[3], p[4]}; }

} // namespace

std::span<const std::string_view> GgomNbdModel::parameterNames() const { return names; }

std::vector<std::vector<double>> GgomNbdModel::starts(const PurchaseRows &rows) const
{
    const RowTotals sums = totals(rows);
    const double rate = std::max(2 * sums.meanRate, 1e-6);
    const double age = std::max(sums.meanAge, 1e-6);
    return {{0.6, 0.6 / rate, 0.02, 0.05 / age, 0.6}, {0.8, 0.8 / rate, 10, 3 / age, 2}};
}

double GgomNbdModel::logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                                   std::span<double> gradient, Accuracy accuracy) const
{
    const GgomNbd::Parameters p = from(parameters);
    double value =
        sumOverRows(rows, gradient, [&](std::size_t begin, std::size_t end, std::span<double> g) {
            double sum = 0;
            for (std::size_t i = begin; i < end; ++i) {
                const GgomNbd::Bracket parts =
                    GgomNbd::bracket(p, rows.x[i], rows.tx[i], rows.T[i], accuracy, true);
                const double alive = Numerics::logistic(parts.logAlive - parts.logGone);
                sum += rows.weight[i] * Numerics::logAddExp(parts.logAlive, parts.logGone);
                for (std::size_t k = 0; k < 5; ++k)
                    g[k] += rows.weight[i] * (alive * parts.alive[k] + (1 - alive) * parts.gone[k]);
            }
            return sum;
        });
    value += rows.customers * p.r * std::log(p.alpha);
    gradient[0] += rows.customers * std::log(p.alpha);
    gradient[1] += rows.customers * p.r / p.alpha;
    const double psi = Numerics::digamma(p.r);
    for (std::size_t i = 0; i < rows.xValue.size(); ++i) {
        value += rows.xWeight[i] * Numerics::logRising(p.r, rows.xValue[i]);
        gradient[0] += rows.xWeight[i] * (Numerics::digamma(p.r + rows.xValue[i]) - psi);
    }
    for (std::size_t i = 0; i < 5; ++i)
        gradient[i] *= parameters[i];
    return value;
}

double GgomNbdModel::logLikelihood(std::span<const double> parameters, double x, double tx,
                                   double T) const
{
    return GgomNbd::logLikelihood(from(parameters), x, tx, T);
}

double GgomNbdModel::pAlive(std::span<const double> parameters, double x, double tx, double T) const
{
    return GgomNbd::pAlive(from(parameters), x, tx, T);
}

void GgomNbdModel::expectedPurchasesIfAlive(std::span<const double> parameters,
                                            std::span<const double> x, std::span<const double>,
                                            std::span<const double> T, double t,
                                            std::span<double> result) const
{
    const GgomNbd::Parameters p = from(parameters);
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = (p.r + x[i]) / (p.alpha + T[i]) * GgomNbd::aliveTime(p, T[i], t, 0);
}

void GgomNbdModel::discountedPurchasesIfAlive(std::span<const double> parameters,
                                              std::span<const double> x, std::span<const double>,
                                              std::span<const double> T, double horizon,
                                              double rate, Accuracy, std::span<double> result) const
{
    const GgomNbd::Parameters p = from(parameters);
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = (p.r + x[i]) / (p.alpha + T[i]) * GgomNbd::aliveTime(p, T[i], horizon, rate);
}

double GgomNbdModel::expectedPurchasesOfNew(std::span<const double> parameters, double t) const
{
    return parameters[0] / parameters[1] * GgomNbd::aliveTime(from(parameters), 0, t, 0);
}

std::vector<double> GgomNbdModel::pmf(std::span<const double> parameters, double t, int last) const
{
    return GgomNbd::pmf(from(parameters), t, last);
}

void GgomNbdModel::aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                                    [[maybe_unused]] std::span<const double> tx,
                                    std::span<const double> T, double horizon, double rate,
                                    [[maybe_unused]] Accuracy accuracy,
                                    std::span<double> result) const
{
    const GgomNbd::Parameters p = from(parameters);
    for (std::size_t i = 0; i < x.size(); ++i)
        result[i] = GgomNbd::aliveTime(p, T[i], horizon, rate);
}

SimulatedFuture GgomNbdModel::drawFuture(std::span<const double> parameters, double x, double,
                                         double T, double horizon, double rate,
                                         Numerics::Random &random) const
{
    // Given alive at T the level of the hazard is Gamma(s, β + e^{bT} - 1); its growth from T on
    // has factor e^{bT}.
    const GgomNbd::Parameters p = from(parameters);
    const double lambda = random.gamma(p.r + x, p.alpha + T);
    const double logLevel =
        std::log(std::max(random.gamma(p.s, 1), 1e-300)) - GgomNbd::logD(p, T) + p.b * T;
    const double left = Numerics::softplus(std::log(random.exponential(1)) - logLevel) / p.b;
    return drawPoissonFuture(lambda, std::min(left, horizon), rate, random);
}

} // namespace Clv
