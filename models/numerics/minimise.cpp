#include "models/numerics/minimise.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Numerics {

namespace {

double dot(std::span<const double> a, std::span<const double> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

bool isFinite(std::span<const double> values)
{
    return std::all_of(values.begin(), values.end(),
                       [](double value) { return std::isfinite(value); });
}

bool isInside(std::span<const double> x, double bound)
{
    return std::all_of(x.begin(), x.end(),
                       [bound](double value) { return std::abs(value) <= bound; });
}

/// Rounding of a sum with a value of this size: differences below it mean nothing.
double noise(double value) { return 1e-13 * (1 + std::abs(value)); }

/// H ← (I - ρ s yᵀ) H (I - ρ y sᵀ) + ρ s sᵀ (Nocedal & Wright eq 6.17).
void update(Matrix &inverse, std::span<const double> s, std::span<const double> y)
{
    const double sy = dot(s, y);
    const std::vector<double> hy = inverse.times(y);
    const double yhy = dot(y, hy);
    const double scale = (1 + yhy / sy) / sy;
    for (std::size_t i = 0; i < s.size(); ++i) {
        for (std::size_t j = 0; j < s.size(); ++j)
            inverse(i, j) += scale * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
    }
}

/// Length of the direction that the options allow.
double longestStep(std::span<const double> direction, double maxStep)
{
    double largest = 0;
    for (const double value : direction)
        largest = std::max(largest, std::abs(value));
    return largest > maxStep ? maxStep / largest : 1;
}

Matrix scaledIdentity(std::span<const double> gradient)
{
    Matrix result = Matrix::identity(gradient.size());
    const double length = std::sqrt(dot(gradient, gradient));
    for (std::size_t i = 0; i < gradient.size(); ++i)
        result(i, i) = length > 0 ? 0.5 / length : 1;
    return result;
}

} // namespace

Minimum bfgs(const Objective &objective, std::vector<double> start, const MinimiseOptions &options,
             const Matrix &inverseHessian)
{
    const std::size_t n = start.size();
    Minimum result;
    result.x = std::move(start);
    result.gradient.resize(n);
    result.value = objective(result.x, result.gradient);
    result.evaluations = 1;
    if (!std::isfinite(result.value) || !isFinite(result.gradient))
        return result;
    const bool hasGuess = inverseHessian.rows() == n;
    result.inverseHessian = hasGuess ? inverseHessian : scaledIdentity(result.gradient);
    bool isFresh = !hasGuess;
    int restarts = 0;

    std::vector<double> direction(n);
    std::vector<double> next(n);
    std::vector<double> nextGradient(n);
    for (; result.iterations < options.maxIterations; ++result.iterations) {
        if (options.isCancelled && options.isCancelled())
            return result;
        direction = result.inverseHessian.times(result.gradient);
        result.decrement = dot(result.gradient, direction);
        if (!isFresh && std::abs(result.decrement) < options.tolerance) {
            result.isConverged = true;
            return result;
        }
        if (!(result.decrement > 0)) { // lost positive definiteness by rounding
            result.inverseHessian = scaledIdentity(result.gradient);
            direction = result.inverseHessian.times(result.gradient);
            result.decrement = dot(result.gradient, direction);
            isFresh = true;
            if (!(result.decrement > 0)) { // the gradient is zero
                result.isConverged = true;
                return result;
            }
        }
        double length = longestStep(direction, options.maxStep);
        bool accepted = false;
        double value = result.value;
        for (int attempt = 0; attempt < 40; ++attempt) {
            for (std::size_t i = 0; i < n; ++i)
                next[i] = result.x[i] - length * direction[i];
            value = std::numeric_limits<double>::infinity();
            if (isInside(next, options.bound)) {
                value = objective(next, nextGradient);
                ++result.evaluations;
                if (!isFinite(nextGradient))
                    value = std::numeric_limits<double>::infinity();
            }
            if (value <= result.value - 1e-4 * length * result.decrement + noise(result.value)) {
                accepted = true;
                break;
            }
            double factor = 0.25;
            if (std::isfinite(
                    value)) { // minimum of the parabola through value, slope and new value
                const double slope = -length * result.decrement;
                factor = std::clamp(-slope / (2 * (value - result.value - slope)), 0.1, 0.5);
            }
            length *= factor;
        }
        if (!accepted) {
            if (++restarts > 2)
                return result;
            result.inverseHessian = scaledIdentity(result.gradient);
            isFresh = true;
            continue;
        }
        std::vector<double> s(n);
        std::vector<double> y(n);
        for (std::size_t i = 0; i < n; ++i) {
            s[i] = next[i] - result.x[i];
            y[i] = nextGradient[i] - result.gradient[i];
        }
        const double sy = dot(s, y);
        if (sy > 1e-12 * std::sqrt(dot(s, s) * dot(y, y))) {
            if (isFresh) {
                const double scale = sy / dot(y, y);
                result.inverseHessian = Matrix::identity(n);
                for (std::size_t i = 0; i < n; ++i)
                    result.inverseHessian(i, i) = scale;
            }
            update(result.inverseHessian, s, y);
            isFresh = false;
        }
        result.x = next;
        result.value = value;
        result.gradient = nextGradient;
    }
    return result;
}

namespace {

Matrix hessianAt(const Objective &objective, std::vector<double> x)
{
    const std::size_t n = x.size();
    const double h = 1e-4;
    Matrix hessian(n, n);
    std::vector<double> up(n);
    std::vector<double> down(n);
    for (std::size_t j = 0; j < n; ++j) {
        const double here = x[j];
        x[j] = here + h;
        objective(x, up);
        x[j] = here - h;
        objective(x, down);
        x[j] = here;
        for (std::size_t i = 0; i < n; ++i)
            hessian(i, j) = (up[i] - down[i]) / (2 * h);
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            hessian(i, j) = hessian(j, i) = (hessian(i, j) + hessian(j, i)) / 2;
    }
    return hessian;
}

} // namespace

Minimum polish(const Objective &exact, const Objective &search, Minimum minimum,
               const MinimiseOptions &options)
{
    const std::size_t n = minimum.x.size();
    minimum.isConverged = false;
    minimum.isPositiveDefinite = false;
    if (!std::isfinite(minimum.value) || !isFinite(minimum.gradient))
        return minimum;
    minimum.value = exact(minimum.x, minimum.gradient);
    ++minimum.evaluations;
    std::vector<double> x(n);
    std::vector<double> gradient(n);
    double distance =
        std::numeric_limits<double>::infinity(); // in standard errors, since the last Hessian
    for (int step = 0; step < 8; ++step) {
        if (options.isCancelled && options.isCancelled())
            return minimum;
        if (distance > 0.05) {
            minimum.hessian = hessianAt(search, minimum.x);
            minimum.evaluations += 2 * int(n);
            const std::optional<Matrix> inverse = inversePositiveDefinite(minimum.hessian);
            minimum.isPositiveDefinite = inverse.has_value();
            if (!inverse)
                return minimum;
            minimum.inverseHessian = *inverse;
            distance = 0;
        }
        const std::vector<double> direction = minimum.inverseHessian.times(minimum.gradient);
        minimum.decrement = dot(minimum.gradient, direction);
        minimum.isConverged = minimum.decrement < 1e-6;
        if (minimum.decrement < 1e-9)
            return minimum;
        const double length = longestStep(direction, options.maxStep);
        for (std::size_t i = 0; i < n; ++i)
            x[i] = minimum.x[i] - length * direction[i];
        if (!isInside(x, options.bound))
            return minimum;
        const double value = exact(x, gradient);
        ++minimum.evaluations;
        ++minimum.iterations;
        if (!std::isfinite(value) || !isFinite(gradient)
            || value > minimum.value + noise(minimum.value))
            return minimum;
        distance += std::sqrt(minimum.decrement);
        minimum.x = x;
        minimum.value = value;
        minimum.gradient = gradient;
    }
    return minimum;
}

Objective withNumericGradient(std::function<double(std::span<const double>)> function)
{
    return [function = std::move(function)](std::span<const double> x, std::span<double> gradient) {
        const double h = 1e-5;
        std::vector<double> shifted(x.begin(), x.end());
        for (std::size_t i = 0; i < x.size(); ++i) {
            shifted[i] = x[i] + h;
            const double up = function(shifted);
            shifted[i] = x[i] - h;
            const double down = function(shifted);
            shifted[i] = x[i];
            gradient[i] = (up - down) / (2 * h);
        }
        return function(x);
    };
}

} // namespace Numerics
