#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/purchasesummary.h"
#include "models/clv/valuation.h"

namespace Clv {

/// What is shown where the data are too thin for a model: everybody goes on buying at the average
/// rate and spend of the past, discounted; a lifetime counts as long as the data reach back. No
/// P(alive), no interval.
[[nodiscard]] CustomerValues historicMean(const PurchaseSummary &summary, const ClvQuery &query);

/// Margin of everything each customer bought so far; 0 where no amounts are known.
[[nodiscard]] std::vector<double> realisedValues(const PurchaseSummary &summary, double margin);

/// Repeat purchases that the average rate predicts for \a length more periods of all customers.
[[nodiscard]] double historicPurchases(const PurchaseSummary &summary, double length);

} // namespace Clv
