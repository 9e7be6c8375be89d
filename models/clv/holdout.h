#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/purchasemodel.h"
#include "models/clv/purchasesummary.h"

namespace Clv {

/// Judges a fit to \a calibration on the purchases from its day to \a until of the same customers.
[[nodiscard]] Holdout judge(const PurchaseModel &model, std::span<const double> parameters,
                            const Customers::Snapshot &snapshot, const PurchaseSummary &calibration,
                            const PurchaseRows &rows, QDate until);

/// Repeat purchases of each week, actual and expected of a customer of that age, over calibration
/// and holdout.
[[nodiscard]] QList<TrackingPoint> tracking(const PurchaseModel &model,
                                            std::span<const double> parameters,
                                            const Customers::Snapshot &snapshot,
                                            const PurchaseSummary &calibration, QDate until);

/// Customers by number of repeat purchases: 0 to 6 and "7 or more".
[[nodiscard]] FrequencyFit frequencyFit(const PurchaseModel &model,
                                        std::span<const double> parameters,
                                        const PurchaseRows &rows);

} // namespace Clv
