#include "models/clv/purchasemodel.h"

#include "models/numerics/parallel.h"
#include "models/numerics/quadrature.h"
#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <cmath>

namespace Clv {

namespace {
constexpr std::size_t rowsPerBlock = 4096;
}

std::vector<double> PurchaseModel::pAlive(const PurchaseRows &rows,
                                          std::span<const double> parameters) const
{
    std::vector<double> result(rows.size());
    Numerics::forBlocks(rows.size(), rowsPerBlock,
                        [&](std::size_t, std::size_t from, std::size_t until) {
                            for (std::size_t i = from; i < until; ++i)
                                result[i] = pAlive(parameters, rows.x[i], rows.tx[i], rows.T[i]);
                        });
    return result;
}

double sumOverRows(const PurchaseRows &rows, std::span<double> gradient,
                   const std::function<double(std::size_t, std::size_t, std::span<double>)> &block)
{
    const std::size_t blocks = Numerics::blockCount(rows.size(), rowsPerBlock);
    std::vector<double> values(blocks, 0.0);
    std::vector<double> gradients(blocks * gradient.size(), 0.0);
    Numerics::forBlocks(
        rows.size(), rowsPerBlock, [&](std::size_t index, std::size_t from, std::size_t until) {
            values[index] =
                block(from, until,
                      std::span(gradients).subspan(index * gradient.size(), gradient.size()));
        });
    double total = 0;
    std::fill(gradient.begin(), gradient.end(), 0.0);
    for (std::size_t index = 0; index < blocks; ++index) {
        total += values[index];
        for (std::size_t i = 0; i < gradient.size(); ++i)
            gradient[i] += gradients[index * gradient.size() + i];
    }
    return total;
}

SimulatedFuture drawPoissonFuture(double intensity, double length, double rate,
                                  Numerics::Random &random)
{
    // Discounted arrivals have mean intensity ∫e^-rt and variance intensity ∫e^-2rt; a Poisson
    // number times a factor matches both, and is exact without a discount.
    const double once =
        std::isinf(length) ? 1 / rate : length * Numerics::annuityFactor(rate * length);
    const double twice =
        std::isinf(length) ? 1 / (2 * rate) : length * Numerics::annuityFactor(2 * rate * length);
    const double mean = intensity * once;
    SimulatedFuture future;
    future.alive = once > 0 ? once : 0;
    if (!(mean > 0) || !(twice > 0))
        return future;
    const double worth = twice / once;
    const double expected = mean / worth;
    future.worth = worth;
    future.count = expected < 1e6 ? double(random.poisson(expected)) : expected;
    return future;
}

TimeRule timeRule(double horizon, double rate, double scale, int nodes)
{
    const double end = rate > 0 ? std::min(horizon, 45 / rate) : horizon;
    TimeRule rule;
    if (!(end > 0) || !std::isfinite(end))
        return rule;
    const double h = std::min(scale, end);
    const double range = std::log1p(end / h);
    const auto fill = [&](const Numerics::QuadratureRule &legendre) {
        for (std::size_t k = 0; k < legendre.size(); ++k) {
            const double v = range * legendre.node[k];
            const double t = h * std::expm1(v);
            rule.time.push_back(t);
            rule.weight.push_back(legendre.weight[k] * range * (h + t) * std::exp(-rate * t));
        }
    };
    if (nodes == 16)
        fill(Numerics::gaussLegendre16());
    else if (nodes == 32)
        fill(Numerics::gaussLegendre32());
    else
        fill(Numerics::gaussLegendre64());
    return rule;
}

double boundedHorizon(double horizon, double rate, double daysPerPeriod)
{
    return rate > 0 ? horizon : std::min(horizon, 36525 / daysPerPeriod);
}

} // namespace Clv
