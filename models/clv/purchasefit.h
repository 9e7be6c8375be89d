#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/covariates.h"
#include "models/clv/population.h"
#include "models/clv/valuation.h"
#include "models/core/result.h"

#include <memory>

namespace Clv {

/// A purchase model fitted to the customers of a summary.
struct PurchaseFit
{
    std::unique_ptr<const PurchaseModel> model;
    PurchaseProcess process; ///< of that model
    CovariateCoding coding;  ///< without columns where there are no covariates
    std::vector<CustomerGroup> groups;
    Fit fit;
    int k = 0; ///< regularity of (M)BG/CNBD-k, else 0
};

/// x, tx and T as the query's model counts them.
[[nodiscard]] PurchaseSummary summaryFor(const Customers::Snapshot &snapshot, Model model,
                                         PeriodUnit period, QDate until);

/// Fits the query's model. \a simpler, where not null, is the fit of a model it contains: the
/// result is never worse.
[[nodiscard]] Result<PurchaseFit> fitPurchaseModel(const Customers::Snapshot &snapshot,
                                                   const ClvQuery &query,
                                                   const PurchaseSummary &summary,
                                                   const FitSummary *warmStart, const Fit *simpler,
                                                   const Cancelled &isCancelled);

/// The fit that \a summary of an earlier one tells of, over the customers of \a purchases, without
/// fitting anew. Without parameters where they are not of this query.
[[nodiscard]] Result<PurchaseFit> restoredFit(const Customers::Snapshot &snapshot,
                                              const ClvQuery &query,
                                              const PurchaseSummary &purchases,
                                              const FitSummary &summary);

/// The model that \a model contains, if that is a candidate too, and by how many parameters it is
/// smaller.
struct Nesting
{
    Model simpler = Model::Nbd;
    int degrees = 1;
};
[[nodiscard]] std::optional<Nesting> nestingOf(Model model);

[[nodiscard]] FitSummary summaryOf(const PurchaseFit &fit, const ClvQuery &query,
                                   const PurchaseSummary &summary);

/// The groups of \a summary's customers by the fit's coding.
[[nodiscard]] std::vector<CustomerGroup> groupsOf(const PurchaseFit &fit,
                                                  const Customers::Snapshot &snapshot,
                                                  const PurchaseSummary &summary);

/// Discounted residual margin of each customer less the cost of keeping, by \a predictions.
void fillValues(CustomerValues &values, const PurchaseSummary &summary,
                const std::vector<CustomerGroup> &groups,
                const std::vector<Prediction> &predictions, std::span<const double> spend,
                const ValueTerms &terms);

} // namespace Clv
