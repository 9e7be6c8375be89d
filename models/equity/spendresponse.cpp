#include "models/equity/spendresponse.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Equity {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Value of a customer just acquired: m + (m r' − R/(1+d)) / (1 − r'), which needs no r > 0.
double customerValue(const SpendProblem &problem, double retentionSpend)
{
    const double factor = 1 + problem.discount;
    const double retained = problem.retention.rate(retentionSpend) / factor;
    return problem.margin
           + (problem.margin * retained - retentionSpend / factor) / (1 - retained);
}

/// Where a function with one hump is highest, by golden sections.
template <typename Function>
double highest(Function f, double low, double high)
{
    const double section = (std::sqrt(5.0) - 1) / 2;
    double a = high - section * (high - low);
    double b = low + section * (high - low);
    double fa = f(a);
    double fb = f(b);
    for (int step = 0; step < 200 && high - low > 1e-13 * (1 + std::abs(high)); ++step) {
        if (fa >= fb) {
            high = b;
            b = a;
            fb = fa;
            a = high - section * (high - low);
            fa = f(a);
        } else {
            low = a;
            a = b;
            fa = fb;
            b = low + section * (high - low);
            fb = f(b);
        }
    }
    return (low + high) / 2;
}

bool isKnown(const SpendResponse &response)
{
    return response.ceiling >= 0 && response.ceiling <= 1 && response.k > 0
           && std::isfinite(response.k);
}

} // namespace

double SpendResponse::rate(double spend) const { return -ceiling * std::expm1(-k * spend); }

SpendResponse responseThrough(double rate, double spend, double ceiling)
{
    const bool isPossible = rate >= 0 && rate < ceiling && ceiling <= 1 && spend > 0;
    return {ceiling, isPossible ? -std::log1p(-rate / ceiling) / spend : notANumber};
}

SpendPlan equityOfSpend(const SpendProblem &problem, double acquisitionSpend, double retentionSpend)
{
    SpendPlan plan{acquisitionSpend, retentionSpend, problem.acquisition.rate(acquisitionSpend),
                   problem.retention.rate(retentionSpend), 0};
    const bool hasEnd = plan.retentionRate < 1 + problem.discount;
    plan.equity = hasEnd ? plan.acquisitionRate * customerValue(problem, retentionSpend)
                               - acquisitionSpend
                         : notANumber;
    return plan;
}

SpendPlan bestSpend(const SpendProblem &problem)
{
    if (!isKnown(problem.acquisition) || !isKnown(problem.retention)
        || !(problem.retention.ceiling < 1 + problem.discount) || !(problem.margin >= 0))
        return {notANumber, notANumber, notANumber, notANumber, notANumber};
    // Above margin × ceiling the next period's margin does not even pay for the spend; below, a
    // concave gain over a falling 1 − r' has one hump.
    const double mostRetention = problem.margin * problem.retention.ceiling;
    double retentionSpend =
        highest([&](double spend) { return customerValue(problem, spend); }, 0, mostRetention);
    if (customerValue(problem, 0) >= customerValue(problem, retentionSpend))
        retentionSpend = 0;
    const double slope = problem.acquisition.k * problem.acquisition.ceiling
                         * customerValue(problem, retentionSpend); // of a V at A = 0
    const double acquisitionSpend = slope > 1 ? std::log(slope) / problem.acquisition.k : 0;
    return equityOfSpend(problem, acquisitionSpend, retentionSpend);
}

} // namespace Equity
