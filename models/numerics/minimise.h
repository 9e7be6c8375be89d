#pragma once

#include "models/numerics/matrix.h"

#include <functional>
#include <span>
#include <vector>

namespace Numerics {

/// Value at \a x; fills \a gradient. A value that is not finite says "outside the domain".
using Objective = std::function<double(std::span<const double> x, std::span<double> gradient)>;

struct MinimiseOptions
{
    int maxIterations = 200;
    double tolerance =
        1e-8; ///< stop when the next step promises less than this, in the objective's units
    double maxStep = 1.5; ///< longest change of one coordinate in one iteration
    double bound = 20;    ///< |x| beyond it: the minimum lies at infinity
    std::function<bool()> isCancelled = {};
};

/// Where a search ended and how good that point is.
struct Minimum
{
    std::vector<double> x;
    double value = 0;
    std::vector<double> gradient;
    Matrix inverseHessian; ///< of the quasi-Newton search, later of the exact Hessian
    Matrix hessian;        ///< empty before polish()
    int iterations = 0;
    int evaluations = 0;
    bool isPositiveDefinite = false; ///< of hessian
    bool isConverged = false;        ///< gradient test passed and the Hessian is positive definite
    double decrement = 0;            ///< gᵀ H⁻¹ g: twice the gain that is still to be had
};

/// Dense BFGS with a backtracking line search (Nocedal & Wright 2006, algorithms 6.1 and 3.1).
/// \a inverseHessian, where not empty, is a first guess from a similar problem.
[[nodiscard]] Minimum bfgs(const Objective &objective, std::vector<double> start,
                           const MinimiseOptions &options = {}, const Matrix &inverseHessian = {});

/// Newton steps on \a exact with the Hessian from central differences of the gradient of \a search,
/// a cheaper approximation of the same function or that function itself; then the tests of the
/// point found.
[[nodiscard]] Minimum polish(const Objective &exact, const Objective &search, Minimum minimum,
                             const MinimiseOptions &options = {});

/// Wraps a function without derivatives: central differences with step 1e-5 in every coordinate.
[[nodiscard]] Objective
withNumericGradient(std::function<double(std::span<const double>)> function);

} // namespace Numerics
