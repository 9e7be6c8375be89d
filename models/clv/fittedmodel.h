#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/purchasemodel.h"

#include <memory>
#include <vector>

namespace Clv {

/// A purchase model together with the parameters of a fit: what predicts for any customer.
struct FittedModel
{
    std::unique_ptr<const PurchaseModel> model;
    std::vector<double> parameters;

    /// False where there is no fit, or one that this program cannot predict from.
    explicit operator bool() const { return model != nullptr; }
};

/// The model named by \a fit; empty where the historic mean stands in.
[[nodiscard]] FittedModel fittedModel(const FitSummary &fit);

/// Parameters with the share of the customers they are of: one set without covariates, else the sets
/// of customers who differ by attributes, near ones joined.
struct ParameterShare
{
    std::vector<double> parameters;
    double share = 1;
};
[[nodiscard]] std::vector<ParameterShare> parameterShares(const ClvResult &result);

} // namespace Clv
