#pragma once

#include "models/clv/fitproblem.h"
#include "models/clv/purchasemodel.h"
#include "models/numerics/minimise.h"

#include <functional>
#include <span>
#include <vector>

namespace Clv {

/// A maximum of a likelihood, by whatever model.
struct Fit
{
    std::vector<double> parameters;
    std::vector<double> stdErrors; ///< delta method; NaN where not identified
    Numerics::Matrix covariance; ///< of the parameters' logarithms; directions without information
                                 ///< are limited to a standard deviation of 3
    double logLikelihood = 0;
    int iterations = 0;
    FitProblem problem = FitProblem::None;

    [[nodiscard]] bool isConverged() const { return problem == FitProblem::None; }
};

using Cancelled = std::function<bool()>;

/// Minimises -ln L over the parameters' logarithms: BFGS with \a search from each start until one
/// passes the gradient and Hessian tests, then Newton steps with \a exact. \a inverseHessian may
/// belong to the first start.
[[nodiscard]] Fit maximise(const Numerics::Objective &search, const Numerics::Objective &exact,
                           const std::vector<std::vector<double>> &starts,
                           const Cancelled &isCancelled = {});

/// Fits a model to all rows. Many rows are first fitted on a part of them, which leaves a few steps
/// for the whole. \a warmStart, where not empty, is tried first.
[[nodiscard]] Fit fitPurchases(const PurchaseModel &model, const PurchaseRows &rows,
                               std::span<const double> warmStart = {},
                               const Cancelled &isCancelled = {});

/// Parameter vectors drawn from the normal of the logarithms, seeded.
[[nodiscard]] std::vector<std::vector<double>> drawParameters(const Fit &fit, int draws,
                                                              Numerics::Random &random);

} // namespace Clv
