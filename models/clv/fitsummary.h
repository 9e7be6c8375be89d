#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/fit.h"
#include "models/clv/purchasesummary.h"

#include <span>

namespace Clv {

/// What people see of a fit: values with standard errors, AIC, BIC, and whether to believe it.
[[nodiscard]] FitSummary summaryOf(const Fit &fit, const QStringList &names, const QString &model,
                                   double observations);
/// The values of all parameters.
[[nodiscard]] std::vector<double> valuesOf(const FitSummary &fit);

/// Twice the gain of the richer model over the simpler one, with the verdict at 5 %.
[[nodiscard]] LikelihoodRatioTest likelihoodRatio(const QString &model, const QString &simpler,
                                                  double logLikelihood, double simplerLogLikelihood,
                                                  int degrees);

/// Too thin, weak or enough, with the sentence that says why. \a repeatCustomers: who bought more
/// than once, or renewed.
void judgeStrength(ClvResult &result, qint64 repeatCustomers, qint64 days);

/// Gamma-Gamma's assumption that spend and number of purchases have nothing to do with each other:
/// the correlation over repeat customers, its test and the verdict.
void judgeIndependence(ClvResult &result, const PurchaseSummary &summary);

} // namespace Clv
