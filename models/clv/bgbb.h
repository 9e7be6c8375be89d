#pragma once

#include "models/clv/fit.h"
#include "models/clv/purchasemodel.h"

#include <vector>

/// BG/BB: Fader, Hardie & Shang 2010, "Customer-base analysis in a discrete-time noncontractual
/// setting", Marketing Science 29:1086-1108. Purchases at fixed opportunities with a
/// beta-distributed probability p; before each opportunity a customer leaves with a
/// beta-distributed probability θ.
namespace Clv::BgBb {

struct Parameters
{
    double alpha = 1; ///< of p
    double beta = 1;
    double gamma = 1; ///< of θ
    double delta = 1;
};

/// Customers with x purchases at n opportunities, the last at opportunity tx (0 without any).
struct Row
{
    double x = 0;
    double tx = 0;
    double n = 0;
    double weight = 1;
};

/// Eq 5.
[[nodiscard]] double logLikelihood(const Parameters &p, double x, double tx, double n);
/// Eq 11 at m = 0: not gone before the n-th opportunity; with \a m the chance to be there at the
/// (n+m)-th.
[[nodiscard]] double pAlive(const Parameters &p, double x, double tx, double n, double m = 0);
/// Purchases expected at the next m opportunities, eq 13.
[[nodiscard]] double conditionalExpectedPurchases(const Parameters &p, double x, double tx,
                                                  double n, double m);
/// Eq 9.
[[nodiscard]] double expectedPurchases(const Parameters &p, double n);
/// Discounted expected residual transactions, eq 14: the next opportunity is worth 1.
[[nodiscard]] double dert(const Parameters &p, double x, double tx, double n, double discount);
/// P(X(n) = x), eq 8.
[[nodiscard]] double pmf(const Parameters &p, double n, double x);
/// Parameters alpha, beta, gamma, delta.
[[nodiscard]] Fit fit(const std::vector<Row> &rows, const Cancelled &isCancelled = {});

} // namespace Clv::BgBb

namespace Clv {

/// BG/BB with the opportunity as the period: x, tx and T are whole numbers of opportunities, and a
/// horizon counts those that lie wholly within it.
class BgBbModel final : public PurchaseModel
{
public:
    [[nodiscard]] std::span<const std::string_view> parameterNames() const override;
    [[nodiscard]] std::vector<std::vector<double>> starts(const PurchaseRows &rows) const override;
    double logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                         std::span<double> gradient, Accuracy accuracy) const override;
    [[nodiscard]] double logLikelihood(std::span<const double> parameters, double x, double tx,
                                       double T) const override;
    using PurchaseModel::pAlive;
    [[nodiscard]] double pAlive(std::span<const double> parameters, double x, double tx,
                                double T) const override;
    void expectedPurchasesIfAlive(std::span<const double> parameters, std::span<const double> x,
                                  std::span<const double> tx, std::span<const double> T, double t,
                                  std::span<double> result) const override;
    void discountedPurchasesIfAlive(std::span<const double> parameters, std::span<const double> x,
                                    std::span<const double> tx, std::span<const double> T,
                                    double horizon, double rate, Accuracy accuracy,
                                    std::span<double> result) const override;
    void aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                          std::span<const double> tx, std::span<const double> T, double horizon,
                          double rate, Accuracy accuracy, std::span<double> result) const override;
    [[nodiscard]] double expectedPurchasesOfNew(std::span<const double> parameters,
                                                double t) const override;
    [[nodiscard]] std::vector<double> pmf(std::span<const double> parameters, double t,
                                          int last) const override;
    SimulatedFuture drawFuture(std::span<const double> parameters, double x, double tx, double T,
                               double horizon, double rate,
                               Numerics::Random &random) const override;
};

} // namespace Clv
