#include "models/equity/brandchoice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Equity {

std::vector<std::vector<double>> switchingMatrix(const ChoiceModel &model,
                                                 const std::vector<DriverScores> &brands)
{
    std::vector<double> utility;
    for (const DriverScores &score : brands) {
        utility.push_back(model.weight.value * score.value + model.weight.brand * score.brand
                          + model.weight.relationship * score.relationship);
    }
    std::vector<std::vector<double>> matrix;
    for (std::size_t last = 0; last < brands.size(); ++last) {
        std::vector<double> row = utility;
        row[last] += model.inertia;
        // The highest utility is taken off, so that no exponential overflows.
        const double top = *std::max_element(row.begin(), row.end());
        double sum = 0;
        for (double &entry : row) {
            entry = std::exp(entry - top);
            sum += entry;
        }
        for (double &entry : row)
            entry /= sum;
        matrix.push_back(std::move(row));
    }
    return matrix;
}

std::vector<double> valuePerCustomer(const ChoiceModel &model, const Market &market)
{
    const std::size_t brands = market.brands.size();
    if (brands == 0 || market.share.size() != brands || !(market.purchasesPerYear > 0)
        || !(market.annualDiscount > -1))
        return {};
    const std::vector<std::vector<double>> chances = switchingMatrix(model, market.brands);
    std::vector<double> share = market.share;
    std::vector<double> value(brands, 0.0);
    const auto purchases = int(std::floor(market.horizonYears * market.purchasesPerYear + 1e-9));
    for (int purchase = 0; purchase <= purchases; ++purchase) {
        const double factor =
            std::pow(1 + market.annualDiscount, -purchase / market.purchasesPerYear)
            * market.margin * market.spend;
        std::vector<double> next(brands, 0.0);
        for (std::size_t j = 0; j < brands; ++j) {
            value[j] += factor * share[j];
            for (std::size_t k = 0; k < brands; ++k)
                next[k] += share[j] * chances[j][k];
        }
        share = std::move(next);
    }
    return value;
}

std::vector<double> brandEquity(const ChoiceModel &model, const Market &market)
{
    std::vector<double> equity = valuePerCustomer(model, market);
    for (double &value : equity)
        value *= market.customers;
    return equity;
}

InitiativeReturn returnOfInitiative(const ChoiceModel &model, const Market &market,
                                    std::size_t brand, const DriverScores &change, double cost)
{
    constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> before = brandEquity(model, market);
    if (brand >= before.size() || !(cost > 0))
        return {notANumber, notANumber};
    Market changed = market;
    changed.brands[brand].value += change.value;
    changed.brands[brand].brand += change.brand;
    changed.brands[brand].relationship += change.relationship;
    const double gain = brandEquity(model, changed)[brand] - before[brand];
    return {gain, (gain - cost) / cost};
}

} // namespace Equity
