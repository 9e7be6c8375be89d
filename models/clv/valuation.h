#pragma once

#include "models/clv/clvresult.h"
#include "models/clv/fit.h"
#include "models/clv/purchasemodel.h"
#include "models/clv/purchasesummary.h"

#include <span>
#include <vector>

namespace Clv {

/// What people will spend per purchase, and what was learnt to say so.
struct SpendForecast
{
    SpendModel model = SpendModel::None;
    Fit fit; ///< p, q, gamma; empty unless Gamma-Gamma
    std::vector<double>
        expected; ///< per customer of the summary; NaN where there is no spend model
};

/// Predictions of one model for all customers. The part that a customer's activity decides stands
/// per row, the part that only x and T decide per distinct pair.
struct Prediction
{
    std::vector<double> pAlive;        ///< per row
    std::vector<std::uint32_t> pairOf; ///< per row
    std::vector<double> pairX;
    std::vector<double>
        pairTx; ///< of the pair's first row; meant only where the model depends on it
    std::vector<double> pairT;
    std::vector<double> expected; ///< per pair: purchases if alive within the expectation's horizon
    std::vector<double> discounted; ///< per pair: discounted purchases if alive within the horizon
    std::vector<double> aliveTime;  ///< per pair: discounted time as a customer if alive; empty
                                    ///< where keeping a customer costs nothing

    [[nodiscard]] double expectedOf(std::size_t row) const
    {
        return pAlive[row] * expected[pairOf[row]];
    }
    [[nodiscard]] double discountedOf(std::size_t row) const
    {
        return pAlive[row] * discounted[pairOf[row]];
    }
    [[nodiscard]] double aliveTimeOf(std::size_t row) const
    {
        return aliveTime.empty() ? 0 : pAlive[row] * aliveTime[pairOf[row]];
    }
};

/// How far to look and how to discount, in periods.
struct ValueTerms
{
    double horizon = lifetime;       ///< of the value
    double expectationHorizon = 520; ///< of the expected purchases
    double rate = 0;                 ///< continuous, per period
    double margin = 1;
    double retentionCost = 0; ///< major units per period as a customer
    double step = 0;          ///< periods after whose end money counts as received; 0: as it comes
};
/// What discounting at the ends of steps makes of a steady stream, against doing so all the time.
[[nodiscard]] double stepFactor(const ValueTerms &terms);
/// The terms a query means: d = ln(1 + annual rate) / periods per year; expected purchases of a
/// lifetime are those of ten years; an undiscounted lifetime ends after 100 years.
[[nodiscard]] ValueTerms valueTerms(const ClvQuery &query);

[[nodiscard]] Prediction predict(const PurchaseModel &model, std::span<const double> parameters,
                                 const PurchaseRows &rows, const ValueTerms &terms);

/// Spend per purchase by the asked model. Gamma-Gamma falls back to the observed mean, and that to
/// none, where the data have no positive amounts.
[[nodiscard]] SpendForecast forecastSpend(SpendModel model, const PurchaseSummary &fitted,
                                          const PurchaseSummary &scored,
                                          std::span<const double> warmStart,
                                          const Cancelled &isCancelled);

} // namespace Clv
