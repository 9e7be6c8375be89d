#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/purchasemodel.h"

#include <memory>
#include <vector>

namespace Clv {

/// The model of that name, or null where it does not work on purchases (sBG, BdW) or is `auto`. \a
/// k is the regularity of (M)BG/CNBD-k.
[[nodiscard]] std::unique_ptr<const PurchaseModel> purchaseModel(Model model, int k = 1);

/// Positions of the parameters that covariates scale: alpha and beta of Pareto/NBD, alpha, a and b
/// of BG/NBD; none for models that take no covariates.
[[nodiscard]] std::vector<std::size_t> shiftedParameters(Model model);

/// The models that "auto" chooses from and the model picker shows, customary ones first.
[[nodiscard]] QList<Model> candidateModels();

/// The unit of time a model usually counts in: weeks; years for BG/BB's opportunities; months for
/// the billing periods of sBG and BdW.
[[nodiscard]] PeriodUnit usualPeriod(Model model);

/// Periods of a year by the literature's convention: 365 days, 52 weeks, 12 months, 4 quarters.
[[nodiscard]] double periodsPerYear(PeriodUnit unit);

} // namespace Clv
