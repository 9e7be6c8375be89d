#include "models/clv/fittedmodel.h"

#include "models/clv/models.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Clv {

namespace {

/// Sets of parameters a map is averaged over, at most.
constexpr std::size_t mostSets = 64;

} // namespace

FittedModel fittedModel(const FitSummary &fit)
{
    FittedModel fitted;
    const std::optional<Model> name = modelFromName(fit.model);
    if (!name)
        return fitted;
    int k = 1;
    for (const Parameter &parameter : fit.parameters) {
        if (parameter.name == QLatin1String("k"))
            k = int(parameter.value);
        else
            fitted.parameters.push_back(parameter.value);
    }
    fitted.model = purchaseModel(*name, k);
    if (fitted.model && fitted.parameters.size() < fitted.model->size())
        fitted.model.reset();
    if (fitted.model) // coefficients of covariates stand behind the model's own parameters
        fitted.parameters.resize(fitted.model->size());
    return fitted;
}

std::vector<ParameterShare> parameterShares(const ClvResult &result)
{
    const FittedModel fitted = fittedModel(result.purchaseFit);
    if (!fitted)
        return {};
    const std::vector<std::size_t> shifted =
        shiftedParameters(*modelFromName(result.purchaseFit.model));
    if (!result.values || result.values->shifts.empty())
        return {{fitted.parameters, 1}};
    const std::vector<double> &shifts = result.values->shifts;
    const std::size_t width = shifted.size();
    std::map<std::vector<double>, double> counts;
    for (std::size_t i = 0; i + width <= shifts.size(); i += width) {
        counts[{shifts.begin() + std::ptrdiff_t(i), shifts.begin() + std::ptrdiff_t(i + width)}] +=
            1;
    }
    // In the order of the first shift, so that those who are joined differ little.
    const std::size_t joined = (counts.size() + mostSets - 1) / mostSets;
    const double customers = double(result.values->size());
    std::vector<ParameterShare> sets;
    for (auto at = counts.begin(); at != counts.end();) {
        std::vector<double> mean(width, 0.0);
        double weight = 0;
        for (std::size_t k = 0; k < joined && at != counts.end(); ++k, ++at) {
            for (std::size_t s = 0; s < width; ++s)
                mean[s] += at->second * at->first[s];
            weight += at->second;
        }
        ParameterShare set{fitted.parameters, weight / customers};
        for (std::size_t s = 0; s < width; ++s)
            set.parameters[shifted[s]] *= std::exp(mean[s] / weight);
        sets.push_back(std::move(set));
    }
    return sets;
}

} // namespace Clv
