#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/population.h"

namespace Clv {

/// Judges a fit to \a calibration on the purchases from its day to \a until of the same customers.
[[nodiscard]] Holdout judge(const PurchaseProcess &process, std::span<const double> parameters,
                            const Customers::Snapshot &snapshot, const PurchaseSummary &calibration,
                            const std::vector<CustomerGroup> &groups, QDate until);

/// What the customers of a calibration bought after it.
struct LaterPurchases
{
    std::vector<std::uint32_t> count; ///< by customer of the calibration
    double length = 0;                ///< periods, or opportunities, in which they did
};
[[nodiscard]] LaterPurchases laterPurchases(const Customers::Snapshot &snapshot,
                                            const PurchaseSummary &calibration, QDate until);

/// The holdout's errors alone.
struct HoldoutError
{
    double relative = notAvailable; ///< (predicted - actual) / actual; not available without any
    double mae = 0;                 ///< per customer
    double rmse = 0;
    double actual = 0;
    double predicted = 0;
};
[[nodiscard]] HoldoutError holdoutError(const PurchaseProcess &process,
                                        std::span<const double> parameters,
                                        const Customers::Snapshot &snapshot,
                                        const PurchaseSummary &calibration,
                                        const std::vector<CustomerGroup> &groups, QDate until);

/// Repeat purchases of each week (of each opportunity for BG/BB), actual and expected of a customer
/// of that age, over calibration and holdout.
[[nodiscard]] QList<TrackingPoint> tracking(const PurchaseModel &model,
                                            const std::vector<CustomerClass> &classes,
                                            const Customers::Snapshot &snapshot,
                                            const PurchaseSummary &calibration, QDate until);

/// Customers by number of repeat purchases: 0 to 6 and "7 or more".
[[nodiscard]] FrequencyFit frequencyFit(const PurchaseModel &model,
                                        const std::vector<CustomerClass> &classes,
                                        const PurchaseSummary &summary);

} // namespace Clv
