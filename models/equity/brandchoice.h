#pragma once

#include <vector>

/// Customer equity of competing brands from what drives the next choice: value, brand and
/// relationship (Rust, Lemon & Zeithaml 2004, Journal of Marketing 68(1):109-127).
namespace Equity {

struct DriverScores
{
    double value = 0;
    double brand = 0;
    double relationship = 0;
};
struct ChoiceModel
{
    double inertia = 0; ///< utility of the brand bought last
    DriverScores weight; ///< utility of a point of each driver
};
struct Market
{
    std::vector<DriverScores> brands;
    std::vector<double> share; ///< of the last choice, by brand
    double purchasesPerYear = 1;
    double horizonYears = 3;
    double spend = 0;          ///< per purchase
    double margin = 1;         ///< fraction of the spend
    double annualDiscount = 0.1;
    double customers = 0;      ///< in the market
};
/// By rows: the chance to choose brand k next after brand j, a softmax of the utilities.
[[nodiscard]] std::vector<std::vector<double>>
switchingMatrix(const ChoiceModel &model, const std::vector<DriverScores> &brands);
/// By brand, of a customer in the market: Σ over the purchases of the horizon, the one of now
/// included, of (1 + d)^(−t/f) × margin × spend × share of the brand. Empty where shares and brands
/// differ in number.
[[nodiscard]] std::vector<double> valuePerCustomer(const ChoiceModel &model, const Market &market);
/// The same times the customers in the market.
[[nodiscard]] std::vector<double> brandEquity(const ChoiceModel &model, const Market &market);

struct InitiativeReturn
{
    double equityGain = 0; ///< of the brand
    double roi = 0;        ///< (gain − cost) / cost
};
/// What raising a brand's scores by \a change is worth. NaN where there is no such brand or cost.
[[nodiscard]] InitiativeReturn returnOfInitiative(const ChoiceModel &model, const Market &market,
                                                  std::size_t brand, const DriverScores &change,
                                                  double cost);

} // namespace Equity
