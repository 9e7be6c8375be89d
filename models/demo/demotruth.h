#pragma once

#include "models/demo/demoworkspace.h"

#include <QJsonObject>

namespace Demo {

/// The parameters the demo's purchases are drawn from: Pareto/NBD in weeks and Gamma-Gamma in major
/// units of the currency. Stored in the workspace under truthKey, so that a fit can be judged.
struct Truth
{
    double r = 1.2;
    double alpha = 8.5;
    double s = 0.6;
    double beta = 42;
    double p = 4;
    double q = 4.5;
    double gamma = 1345;
    double margin = 0.3;
    double annualDiscountRate = 0.1;
    int horizonMonths = 36;
};

inline constexpr auto truthKey = "demo.truth";

[[nodiscard]] QJsonObject toJson(const Truth &truth, const DemoOptions &options);

} // namespace Demo
