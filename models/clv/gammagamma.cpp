#include "models/clv/gammagamma.h"

#include "models/clv/likelihoodkernels.h"
#include "models/numerics/parallel.h"
#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Clv::GammaGamma {

namespace {

/// What the likelihood needs from the rows besides their mean: one entry per distinct x.
struct Constants
{
    std::vector<double> x;
    std::vector<double> count;
    double sumLogZ = 0;
    double sumXLogZ = 0;
};

Constants constantsOf(const SpendRows &rows)
{
    Constants result;
    std::map<double, double> counts;
    for (std::size_t i = 0; i < rows.x.size(); ++i) {
        counts[rows.x[i]] += 1;
        const double logZ = std::log(rows.z[i]);
        result.sumLogZ += logZ;
        result.sumXLogZ += rows.x[i] * logZ;
    }
    for (const auto &[x, count] : counts) {
        result.x.push_back(x);
        result.count.push_back(count);
    }
    return result;
}

Kernels::SpendSums sums(const SpendRows &rows, double gamma)
{
    constexpr std::size_t blockSize = 8192;
    std::vector<Kernels::SpendSums> parts(Numerics::blockCount(rows.x.size(), blockSize));
    Numerics::forBlocks(rows.x.size(), blockSize,
                        [&](std::size_t block, std::size_t from, std::size_t until) {
                            parts[block] = Kernels::gammaGamma(
                                rows.x.data() + from, rows.z.data() + from, until - from, gamma);
                        });
    Kernels::SpendSums total;
    for (const Kernels::SpendSums &part : parts) {
        total.log += part.log;
        total.xLog += part.xLog;
        total.inverse += part.inverse;
        total.xInverse += part.xInverse;
    }
    return total;
}

/// -ln L and its derivatives in p, q, γ.
double negativeLogLikelihood(const SpendRows &rows, const Constants &constants,
                             const Parameters &parameters, std::span<double> gradient)
{
    const auto [p, q, gamma] = parameters;
    const Kernels::SpendSums s = sums(rows, gamma);
    const auto n = double(rows.x.size());
    double value = p * constants.sumXLogZ - constants.sumLogZ - p * s.xLog - q * s.log
                   + n * q * std::log(gamma);
    double dp = constants.sumXLogZ - s.xLog;
    double dq = n * std::log(gamma) - s.log;
    const double dGamma = n * q / gamma - p * s.xInverse - q * s.inverse;
    const double logGammaQ = Numerics::logGamma(q);
    const double psiQ = Numerics::digamma(q);
    for (std::size_t i = 0; i < constants.x.size(); ++i) {
        const double x = constants.x[i];
        const double count = constants.count[i];
        const double psi = Numerics::digamma(p * x + q);
        value += count * (Numerics::logRising(p * x, q) - logGammaQ + p * x * std::log(x));
        dp += count * x * (psi - Numerics::digamma(p * x) + std::log(x));
        dq += count * (psi - psiQ);
    }
    gradient[0] = -dp;
    gradient[1] = -dq;
    gradient[2] = -dGamma;
    return -value;
}

/// Starts with the sample's mean and a plain shape.
std::vector<std::vector<double>> starts(const SpendRows &rows)
{
    double mean = 0;
    for (const double z : rows.z)
        mean += z;
    mean /= double(rows.z.size());
    std::vector<std::vector<double>> result;
    for (const auto &[p, q] :
         {std::pair(4.0, 4.0), std::pair(1.5, 3.0), std::pair(10.0, 8.0), std::pair(30.0, 2.0)})
        result.push_back({p, q, mean * (q - 1) / p});
    return result;
}

/// The objective in ln p, ln(q - least), ln γ.
Numerics::Objective objective(const SpendRows &rows, const Constants &constants, double least)
{
    return [&rows, &constants, least](std::span<const double> x, std::span<double> gradient) {
        const Parameters parameters{std::exp(x[0]), least + std::exp(x[1]), std::exp(x[2])};
        const double value = negativeLogLikelihood(rows, constants, parameters, gradient);
        gradient[0] *= parameters.p;
        gradient[1] *= parameters.q - least;
        gradient[2] *= parameters.gamma;
        return value;
    };
}

} // namespace

double logLikelihood(const Parameters &parameters, double x, double z)
{
    const auto [p, q, gamma] = parameters;
    return Numerics::logRising(p * x, q) - Numerics::logGamma(q) + q * std::log(gamma)
           + (p * x - 1) * std::log(z) + p * x * std::log(x)
           - (p * x + q) * std::log(gamma + x * z);
}

double expectedSpend(const Parameters &parameters, double x, double z)
{
    if (!(x > 0) || !(z > 0))
        return populationMean(parameters);
    return parameters.p * (parameters.gamma + x * z) / (parameters.p * x + parameters.q - 1);
}

double populationMean(const Parameters &parameters)
{
    return parameters.p * parameters.gamma / (parameters.q - 1);
}

SpendRows spendRows(std::span<const std::uint32_t> x, std::span<const double> meanSpend)
{
    SpendRows rows;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (x[i] == 0)
            continue;
        if (!(meanSpend[i] > 0) || !std::isfinite(meanSpend[i])) {
            ++rows.dropped;
            continue;
        }
        rows.x.push_back(x[i]);
        rows.z.push_back(meanSpend[i]);
    }
    return rows;
}

Fit fit(const SpendRows &rows, std::span<const double> warmStart, const Cancelled &isCancelled)
{
    if (rows.x.empty()) {
        Fit nothing;
        nothing.problem = FitProblem::NotIdentified;
        return nothing;
    }
    const Constants constants = constantsOf(rows);
    std::vector<std::vector<double>> from = starts(rows);
    if (warmStart.size() == 3 && std::all_of(warmStart.begin(), warmStart.end(), [](double value) {
            return value > 1e-8 && value < 1e8;
        }))
        from.insert(from.begin(), std::vector<double>(warmStart.begin(), warmStart.end()));
    const Numerics::Objective free = objective(rows, constants, 0);
    Fit result = maximise(free, free, from, isCancelled);
    if (result.problem == FitProblem::Cancelled
        || (result.parameters.size() == 3 && result.parameters[1] > 1.0005))
        return result;
    // The mean of the fitted spend would be infinite: hold q above 1 and say so.
    constexpr double least = 1;
    for (std::vector<double> &start : from)
        start[1] = std::max(0.05, start[1] - least);
    const Numerics::Objective held = objective(rows, constants, least);
    result = maximise(held, held, from, isCancelled);
    result.parameters[1] += least;
    // The covariance belongs to ln(q - 1); the delta method brings it to ln q.
    const double factor = (result.parameters[1] - least) / result.parameters[1];
    for (std::size_t i = 0; i < result.covariance.rows(); ++i) {
        result.covariance(i, 1) *= factor;
        result.covariance(1, i) *= factor;
    }
    if (result.problem == FitProblem::None)
        result.problem = FitProblem::NotIdentified;
    return result;
}

} // namespace Clv::GammaGamma
