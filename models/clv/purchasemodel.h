#pragma once

#include "models/clv/purchaserows.h"
#include "models/numerics/random.h"

#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace Clv {

/// A horizon that never ends.
inline constexpr double lifetime = std::numeric_limits<double>::infinity();

/// How finely integrals are taken: Search while the optimiser is on its way, Exact for what people
/// see.
enum class Accuracy { Search, Exact };

/// One simulated future of a customer who is a customer still: the discounted number of purchases
/// is count · worth + last. Mean and variance are those of the discounted Poisson stream.
struct SimulatedFuture
{
    double count = 0;
    double worth = 1; ///< average discount factor of the counted purchases
    double last =
        0; ///< discount factor of one more purchase after which the customer left; 0: none
    double alive = 0; ///< discounted time as a customer
};

/// A model of when customers buy and when they stop. Parameters are positive numbers in the model's
/// customary order; time is in periods; the discount rate is continuous, per period. No state: any
/// thread.
class PurchaseModel
{
public:
    virtual ~PurchaseModel() = default;

    [[nodiscard]] virtual std::span<const std::string_view> parameterNames() const = 0;
    [[nodiscard]] std::size_t size() const { return parameterNames().size(); }
    /// Where to start the search, most promising first.
    [[nodiscard]] virtual std::vector<std::vector<double>>
    starts(const PurchaseRows &rows) const = 0;

    /// ln L of all rows; fills the derivatives in the logarithms of the parameters.
    virtual double logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                                 std::span<double> gradient, Accuracy accuracy) const = 0;
    /// P(alive at T) of every row.
    [[nodiscard]] virtual std::vector<double> pAlive(const PurchaseRows &rows,
                                                     std::span<const double> parameters) const;

    /// ln L of one customer.
    [[nodiscard]] virtual double logLikelihood(std::span<const double> parameters, double x,
                                               double tx, double T) const = 0;
    /// P(the customer has not left by T).
    [[nodiscard]] virtual double pAlive(std::span<const double> parameters, double x, double tx,
                                        double T) const = 0;
    /// Purchases expected in (T, T + t] of customers known to be alive at T, one value for each
    /// x[i], T[i]. Fastest when equal x stand together.
    virtual void expectedPurchasesIfAlive(std::span<const double> parameters,
                                          std::span<const double> x, std::span<const double> tx,
                                          std::span<const double> T, double t,
                                          std::span<double> result) const = 0;
    /// The same discounted at \a rate, over \a horizon, which may be `lifetime` where rate > 0.
    virtual void discountedPurchasesIfAlive(std::span<const double> parameters,
                                            std::span<const double> x, std::span<const double> tx,
                                            std::span<const double> T, double horizon, double rate,
                                            Accuracy accuracy, std::span<double> result) const = 0;
    /// Discounted time for which customers known to be alive at T stay customers, within \a
    /// horizon.
    virtual void aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                                  std::span<const double> tx, std::span<const double> T,
                                  double horizon, double rate, Accuracy accuracy,
                                  std::span<double> result) const = 0;
    /// True where customers who are alive at T still differ by when they bought last (regular
    /// buyers).
    [[nodiscard]] virtual bool dependsOnRecency() const { return false; }
    /// Repeat purchases expected in (0, t] of a customer just acquired.
    [[nodiscard]] virtual double expectedPurchasesOfNew(std::span<const double> parameters,
                                                        double t) const = 0;
    /// P(X(t) = 0), …, P(X(t) = last).
    [[nodiscard]] virtual std::vector<double> pmf(std::span<const double> parameters, double t,
                                                  int last) const = 0;
    /// Draws the future after T of a customer known to be alive at T.
    virtual SimulatedFuture drawFuture(std::span<const double> parameters, double x, double tx,
                                       double T, double horizon, double rate,
                                       Numerics::Random &random) const = 0;
};

/// Σ over blocks of rows, taken on all processors and added in the order of blocks.
double sumOverRows(const PurchaseRows &rows, std::span<double> gradient,
                   const std::function<double(std::size_t from, std::size_t until,
                                              std::span<double> gradient)> &block);

/// The future of a Poisson stream of \a intensity that ends after \a length periods, discounted at
/// \a rate.
[[nodiscard]] SimulatedFuture drawPoissonFuture(double intensity, double length, double rate,
                                                Numerics::Random &random);

/// Points of time t = h (e^v - 1) with weights for ∫ f(t) dt over [0, horizon], where f falls with
/// a time constant about h and, with a discount, no slower than e^-rate·t.
struct TimeRule
{
    std::vector<double> time;
    std::vector<double> weight;
};
[[nodiscard]] TimeRule timeRule(double horizon, double rate, double scale, int nodes);

/// The longest horizon that counts where a lifetime is not discounted: 100 years of \a
/// daysPerPeriod.
[[nodiscard]] double boundedHorizon(double horizon, double rate, double daysPerPeriod);

} // namespace Clv
