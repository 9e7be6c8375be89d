#pragma once

#include "models/clv/purchasemodel.h"

/// NBD (Ehrenberg 1959): Poisson purchases, gamma rates, nobody ever leaves.
namespace Clv::Nbd {

struct Parameters
{
    double r = 1;
    double alpha = 1;
};

/// ln[Γ(r+x)/Γ(r) α^r (α+T)^-(r+x)]: without the x! and T^x of a count, so that it compares with
/// the models that know when the purchases were.
[[nodiscard]] double logLikelihood(const Parameters &p, double x, double T);
/// (r+x)/(α+T) t: the posterior mean rate times t.
[[nodiscard]] double conditionalExpectedPurchases(const Parameters &p, double x, double T,
                                                  double t);
/// P(X(t) = n) for n = 0 … last.
[[nodiscard]] std::vector<double> pmf(const Parameters &p, double t, int last);

} // namespace Clv::Nbd

namespace Clv {

class NbdModel final : public PurchaseModel
{
public:
    using PurchaseModel::logLikelihood;
    using PurchaseModel::pAlive;
    [[nodiscard]] std::span<const std::string_view> parameterNames() const override;
    [[nodiscard]] std::vector<std::vector<double>> starts(const PurchaseRows &rows) const override;
    double logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                         std::span<double> gradient, Accuracy accuracy) const override;
    [[nodiscard]] double logLikelihood(std::span<const double> parameters, double x, double tx,
                                       double T) const override;
    [[nodiscard]] double pAlive(std::span<const double> parameters, double x, double tx,
                                double T) const override;
    void expectedPurchasesIfAlive(std::span<const double> parameters, std::span<const double> x,
                                  std::span<const double> tx, std::span<const double> T, double t,
                                  std::span<double> result) const override;
    void discountedPurchasesIfAlive(std::span<const double> parameters, std::span<const double> x,
                                    std::span<const double> tx, std::span<const double> T,
                                    double horizon, double rate, Accuracy accuracy,
                                    std::span<double> result) const override;
    [[nodiscard]] double expectedPurchasesOfNew(std::span<const double> parameters,
                                                double t) const override;
    [[nodiscard]] std::vector<double> pmf(std::span<const double> parameters, double t,
                                          int last) const override;
    void aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                          std::span<const double> tx, std::span<const double> T, double horizon,
                          double rate, Accuracy accuracy, std::span<double> result) const override;
    SimulatedFuture drawFuture(std::span<const double> parameters, double x, double tx, double T,
                               double horizon, double rate,
                               Numerics::Random &random) const override;
};

} // namespace Clv
