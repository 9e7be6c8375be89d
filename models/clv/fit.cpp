#include "models/clv/fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Clv {

namespace {

/// A standard deviation of a logarithm above which the data say nothing about that direction.
constexpr double uninformative = 4;
/// How far such a direction is drawn in intervals.
constexpr double widestDeviation = 3;
/// Above this many rows a part of them leads the search.
constexpr std::size_t manyRows = 24000;
constexpr std::size_t thinnedRows = 8000;

std::vector<double> logs(std::span<const double> values)
{
    std::vector<double> result(values.begin(), values.end());
    for (double &value : result)
        value = std::log(value);
    return result;
}

std::vector<double> exponentials(std::span<const double> values)
{
    std::vector<double> result(values.begin(), values.end());
    for (double &value : result)
        value = std::exp(value);
    return result;
}

struct Search
{
    Numerics::Minimum minimum;
    FitProblem problem = FitProblem::NotConverged;
};

FitProblem verdict(const Numerics::Minimum &minimum)
{
    if (!std::isfinite(minimum.value) || minimum.hessian.rows() == 0)
        return FitProblem::NotConverged;
    const Numerics::SymmetricEigen eigen = Numerics::symmetricEigen(minimum.hessian);
    if (!(eigen.values.front() > 1 / (uninformative * uninformative)))
        return FitProblem::NotIdentified;
    return minimum.isConverged ? FitProblem::None : FitProblem::NotConverged;
}

/// Inverse of the observed information with its weakest directions held to widestDeviation.
Numerics::Matrix limitedCovariance(const Numerics::Matrix &hessian)
{
    const std::size_t n = hessian.rows();
    Numerics::Matrix covariance(n, n);
    const Numerics::SymmetricEigen eigen = Numerics::symmetricEigen(hessian);
    for (std::size_t k = 0; k < n; ++k) {
        const double limit = widestDeviation * widestDeviation;
        const double variance = eigen.values[k] > 1 / limit ? 1 / eigen.values[k] : limit;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                covariance(i, j) += variance * eigen.vectors(i, k) * eigen.vectors(j, k);
        }
    }
    return covariance;
}

Fit finished(const Search &found)
{
    const Numerics::Minimum &minimum = found.minimum;
    Fit fit;
    fit.parameters = exponentials(minimum.x);
    fit.logLikelihood = -minimum.value;
    fit.iterations = minimum.iterations;
    fit.problem = found.problem;
    fit.stdErrors.assign(minimum.x.size(), std::numeric_limits<double>::quiet_NaN());
    if (minimum.hessian.rows() == 0)
        return fit;
    fit.covariance = limitedCovariance(minimum.hessian);
    if (found.problem == FitProblem::None) {
        for (std::size_t i = 0; i < minimum.x.size(); ++i)
            fit.stdErrors[i] = fit.parameters[i] * std::sqrt(fit.covariance(i, i));
    }
    return fit;
}

Numerics::Objective objectiveOf(const PurchaseModel &model, const PurchaseRows &rows,
                                Accuracy accuracy)
{
    return [&model, &rows, accuracy](std::span<const double> x, std::span<double> gradient) {
        const std::vector<double> parameters = exponentials(x);
        const double value = model.logLikelihood(rows, parameters, gradient, accuracy);
        for (double &slope : gradient)
            slope = -slope;
        return -value;
    };
}

Numerics::MinimiseOptions optionsWith(const Cancelled &isCancelled)
{
    Numerics::MinimiseOptions options;
    options.isCancelled = isCancelled;
    return options;
}

} // namespace

Fit maximise(const Numerics::Objective &search, const Numerics::Objective &exact,
             const std::vector<std::vector<double>> &starts, const Cancelled &isCancelled)
{
    const Numerics::MinimiseOptions options = optionsWith(isCancelled);
    Search best;
    best.minimum.value = std::numeric_limits<double>::infinity();
    int iterations = 0;
    for (const std::vector<double> &start : starts) {
        Search found;
        found.minimum =
            Numerics::polish(exact, search, Numerics::bfgs(search, logs(start), options), options);
        iterations += found.minimum.iterations;
        if (isCancelled && isCancelled()) {
            found.problem = FitProblem::Cancelled;
            return finished(found);
        }
        found.problem = verdict(found.minimum);
        // A start that passes the tests is preferred to one that does not unless it is clearly
        // worse.
        const bool isBetter =
            found.minimum.value < best.minimum.value - 1e-6
            || (found.problem == FitProblem::None && best.problem != FitProblem::None
                && found.minimum.value < best.minimum.value + 1e-3);
        if (isBetter)
            best = found;
        if (best.problem == FitProblem::None)
            break;
    }
    Fit fit = finished(best);
    fit.iterations = iterations;
    return fit;
}

Fit fitPurchases(const PurchaseModel &model, const PurchaseRows &rows,
                 std::span<const double> warmStart, const Cancelled &isCancelled)
{
    std::vector<std::vector<double>> starts = model.starts(rows);
    if (warmStart.size() == model.size()
        && std::all_of(warmStart.begin(), warmStart.end(),
                       [](double value) { return value > 1e-8 && value < 1e8; }))
        starts.insert(starts.begin(), std::vector<double>(warmStart.begin(), warmStart.end()));
    const Numerics::Objective search = objectiveOf(model, rows, Accuracy::Search);
    const Numerics::Objective exact = objectiveOf(model, rows, Accuracy::Exact);
    if (rows.size() < manyRows)
        return maximise(search, exact, starts, isCancelled);

    const PurchaseRows part = thinned(rows, thinnedRows);
    const Fit rough = maximise(objectiveOf(model, part, Accuracy::Search),
                               objectiveOf(model, part, Accuracy::Search), starts, isCancelled);
    if (rough.problem == FitProblem::Cancelled)
        return rough;
    if (!rough.isConverged())
        return maximise(search, exact, starts, isCancelled);
    // The part has the whole's weight, so its curvature is the whole's up to sampling error.
    const Numerics::MinimiseOptions options = optionsWith(isCancelled);
    Search found;
    found.minimum = Numerics::polish(
        exact, search, Numerics::bfgs(search, logs(rough.parameters), options, rough.covariance),
        options);
    if (isCancelled && isCancelled())
        found.problem = FitProblem::Cancelled;
    else
        found.problem = verdict(found.minimum);
    if (found.problem == FitProblem::NotConverged || found.problem == FitProblem::NotIdentified)
        return maximise(search, exact, starts, isCancelled);
    Fit fit = finished(found);
    fit.iterations += rough.iterations;
    return fit;
}

std::vector<std::vector<double>> drawParameters(const Fit &fit, int draws, Numerics::Random &random)
{
    const std::size_t n = fit.parameters.size();
    std::vector<std::vector<double>> result;
    const std::optional<Numerics::Matrix> root = Numerics::cholesky(fit.covariance);
    if (!root || fit.covariance.rows() != n)
        return result;
    std::vector<double> z(n);
    for (int draw = 0; draw < draws; ++draw) {
        for (double &value : z)
            value = random.normal();
        std::vector<double> parameters(n);
        for (std::size_t i = 0; i < n; ++i) {
            double shift = 0;
            for (std::size_t k = 0; k <= i; ++k)
                shift += (*root)(i, k) * z[k];
            parameters[i] = fit.parameters[i] * std::exp(std::clamp(shift, -15.0, 15.0));
        }
        result.push_back(std::move(parameters));
    }
    return result;
}

} // namespace Clv
