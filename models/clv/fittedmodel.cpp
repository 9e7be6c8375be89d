#include "models/clv/fittedmodel.h"

#include "models/clv/models.h"

namespace Clv {

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

} // namespace Clv
