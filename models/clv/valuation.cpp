#include "models/clv/valuation.h"

#include "models/clv/gammagamma.h"
#include "models/clv/models.h"
#include "models/numerics/parallel.h"
#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace Clv {

namespace {

/// Steps that are counted one by one where the horizon has no more, and where it has.
constexpr int mostExactSteps = 60;
constexpr int exactSteps = 24;

GammaGamma::Parameters gammaGamma(std::span<const double> p) { return {p[0], p[1], p[2]}; }

/// Mean over the customers' purchase days of what is known to be positive; NaN without any.
double pooledMean(const PurchaseSummary &summary)
{
    double sum = 0;
    double days = 0;
    for (std::size_t i = 0; i < summary.size(); ++i) {
        sum += summary.firstSpend[i];
        days += 1;
        if (summary.x[i] > 0) {
            sum += summary.meanSpend[i] * summary.x[i];
            days += summary.x[i];
        }
    }
    return sum > 0 ? sum / days : notAvailable;
}

/// A stream's worth within [0, horizon] at a continuous rate.
using Stream = std::function<void(double horizon, double rate, std::span<double> result)>;

/// The stream's worth as the terms discount it: step by step at first, and where it has become as
/// good as steady within a step, by the factor of a steady one.
void discountedStream(const Stream &stream, const ValueTerms &terms, std::span<double> result)
{
    if (terms.step == 0 || terms.rate == 0 || terms.horizon == 0) {
        stream(terms.horizon, terms.rate, result);
        return;
    }
    const double all = std::ceil(terms.horizon / terms.step - 1e-9);
    const int steps = int(all <= mostExactSteps ? all : exactSteps);
    std::vector<double> before(result.size(), 0.0);
    std::vector<double> reached(result.size());
    std::fill(result.begin(), result.end(), 0.0);
    for (int k = 1; k <= steps; ++k) {
        stream(std::min(k * terms.step, terms.horizon), 0, reached);
        const double factor = std::exp(-terms.rate * terms.step * k);
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] += factor * (reached[i] - before[i]);
        before.swap(reached);
    }
    if (all <= mostExactSteps)
        return;
    stream(terms.horizon, terms.rate, reached);
    stream(steps * terms.step, terms.rate, before);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] += stepFactor(terms) * std::max(0.0, reached[i] - before[i]);
}

} // namespace

ValueTerms valueTerms(const ClvQuery &query)
{
    const double perYear = periodsPerYear(query.period);
    ValueTerms terms;
    terms.margin = query.margin;
    terms.rate = std::log1p(query.annualDiscountRate) / perYear;
    terms.horizon = boundedHorizon(query.horizonPeriods.value_or(lifetime), terms.rate,
                                   daysPerPeriod(query.period));
    terms.expectationHorizon = query.horizonPeriods.value_or(10 * perYear);
    terms.retentionCost = query.retentionCost / perYear;
    if (query.discounting != Discounting::Continuous)
        terms.step = query.discounting == Discounting::Monthly ? perYear / 12 : perYear;
    return terms;
}

double stepFactor(const ValueTerms &terms)
{
    // Step · e^-rate·step over ∫ e^-rate·t dt.
    return std::exp(-terms.rate * terms.step) / Numerics::annuityFactor(terms.rate * terms.step);
}

Prediction predict(const PurchaseModel &model, std::span<const double> parameters,
                   const PurchaseRows &rows, const ValueTerms &terms)
{
    Prediction result;
    result.pAlive = model.pAlive(rows, parameters);
    const bool everyRow = model.dependsOnRecency();
    result.pairOf.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || everyRow || rows.x[i] != rows.x[i - 1] || rows.T[i] != rows.T[i - 1]) {
            result.pairTx.push_back(rows.tx[i]);
            result.pairX.push_back(rows.x[i]);
            result.pairT.push_back(rows.T[i]);
        }
        result.pairOf[i] = std::uint32_t(result.pairX.size() - 1);
    }
    result.expected.resize(result.pairX.size());
    result.discounted.resize(result.pairX.size());
    if (terms.retentionCost > 0)
        result.aliveTime.resize(result.pairX.size());
    Numerics::forBlocks(
        result.pairX.size(), 256, [&](std::size_t, std::size_t from, std::size_t until) {
            const std::span x = std::span(result.pairX).subspan(from, until - from);
            const std::span tx = std::span(result.pairTx).subspan(from, until - from);
            const std::span T = std::span(result.pairT).subspan(from, until - from);
            model.expectedPurchasesIfAlive(parameters, x, tx, T, terms.expectationHorizon,
                                           std::span(result.expected).subspan(from, until - from));
            discountedStream(
                [&](double horizon, double rate, std::span<double> worth) {
                    model.discountedPurchasesIfAlive(parameters, x, tx, T, horizon, rate,
                                                     Accuracy::Exact, worth);
                },
                terms, std::span(result.discounted).subspan(from, until - from));
            if (terms.retentionCost > 0) {
                discountedStream(
                    [&](double horizon, double rate, std::span<double> worth) {
                        model.aliveTimeIfAlive(parameters, x, tx, T, horizon, rate, Accuracy::Exact,
                                               worth);
                    },
                    terms, std::span(result.aliveTime).subspan(from, until - from));
            }
        });
    return result;
}

SpendForecast forecastSpend(SpendModel model, const PurchaseSummary &fitted,
                            const PurchaseSummary &scored, std::span<const double> warmStart,
                            const Cancelled &isCancelled)
{
    SpendForecast result;
    result.model = model;
    result.expected.assign(scored.size(), notAvailable);
    if (model == SpendModel::None)
        return result;
    if (model == SpendModel::GammaGamma) {
        const GammaGamma::SpendRows rows = GammaGamma::spendRows(fitted.x, fitted.meanSpend);
        if (rows.x.size() >= 3)
            result.fit = GammaGamma::fit(rows, warmStart, isCancelled);
        if (result.fit.problem == FitProblem::Cancelled)
            return result;
        if (result.fit.parameters.size() == 3 && result.fit.parameters[1] > 1
            && std::isfinite(result.fit.logLikelihood)) {
            const GammaGamma::Parameters parameters = gammaGamma(result.fit.parameters);
            for (std::size_t i = 0; i < scored.size(); ++i)
                result.expected[i] =
                    GammaGamma::expectedSpend(parameters, scored.x[i], scored.meanSpend[i]);
            return result;
        }
    }
    const double mean = pooledMean(fitted);
    if (!(mean > 0)) {
        result.model = SpendModel::None;
        return result;
    }
    // The customer's own mean over all purchase days; the first counts too, for most have no other.
    result.model = SpendModel::ObservedMean;
    for (std::size_t i = 0; i < scored.size(); ++i) {
        const double repeat = scored.x[i] > 0 ? scored.meanSpend[i] * scored.x[i] : 0;
        result.expected[i] = (scored.firstSpend[i] + repeat) / (scored.x[i] + 1.0);
    }
    return result;
}

} // namespace Clv
