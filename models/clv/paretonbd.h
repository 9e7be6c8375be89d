#pragma once

#include "models/clv/purchasemodel.h"

/// Pareto/NBD (Schmittlein, Morrison & Colombo 1987): Poisson purchases while alive, exponential
/// lifetime, gamma heterogeneity in both rates. Equation numbers: Fader & Hardie note 009 unless
/// stated.
namespace Clv::ParetoNbd {

struct Parameters
{
    double r = 1;
    double alpha = 1;
    double s = 1;
    double beta = 1;
};

/// ln ∫_{tx}^{T} (α+u)^-(r+x) (β+u)^-(s+1) du, the A0 of eqs 18-20 without its two hypergeometric
/// functions, whose difference cancels.
[[nodiscard]] double logIntegral(const Parameters &p, double x, double tx, double T);
/// Eqs 15-17: ln{Γ(r+x)/Γ(r) α^r β^s [(α+T)^-(r+x) (β+T)^-s + s I]}.
[[nodiscard]] double logLikelihood(const Parameters &p, double x, double tx, double T);
/// Eqs 36-37.
[[nodiscard]] double pAlive(const Parameters &p, double x, double tx, double T);
/// P(alive at T + t): eqs 36-37 times the survival of the gamma-mixed lifetime.
[[nodiscard]] double pAliveLater(const Parameters &p, double x, double tx, double T, double t);
/// ∫_0^t ((β+T)/(β+T+u))^s du; the logarithm at s = 1 is its limit, not a case.
[[nodiscard]] double expectedAliveTime(const Parameters &p, double T, double t);
/// Eq 41.
[[nodiscard]] double conditionalExpectedPurchases(const Parameters &p, double x, double tx,
                                                  double T, double t);
/// Eq 27.
[[nodiscard]] double expectedPurchases(const Parameters &p, double t);
/// ∫_0^horizon e^{-rate u} ((β+T)/(β+T+u))^s du; for ever it is (β+T)^s rate^(s-1) Ψ(s, s; rate
/// (β+T)) of Fader, Hardie & Lee 2005 (JMR) eq 2.
[[nodiscard]] double discountedAliveTime(const Parameters &p, double T, double horizon, double rate,
                                         int nodes = 64);
/// Discounted expected residual transactions, JMR 2005 eq 2.
[[nodiscard]] double dert(const Parameters &p, double x, double tx, double T, double rate);
/// Discounted expected transactions of a customer just acquired, without the first (Handbook 2015
/// eq 3.14 less 1).
[[nodiscard]] double det(const Parameters &p, double rate);
/// P(X(t) = n), n = 0 … last: the NBD's for those alive at t plus a mixture over the time of
/// leaving.
[[nodiscard]] std::vector<double> pmf(const Parameters &p, double t, int last);

} // namespace Clv::ParetoNbd

namespace Clv {

class ParetoNbdModel final : public PurchaseModel
{
public:
    [[nodiscard]] std::span<const std::string_view> parameterNames() const override;
    [[nodiscard]] std::vector<std::vector<double>> starts(const PurchaseRows &rows) const override;
    double logLikelihood(const PurchaseRows &rows, std::span<const double> parameters,
                         std::span<double> gradient, Accuracy accuracy) const override;
    [[nodiscard]] std::vector<double> pAlive(const PurchaseRows &rows,
                                             std::span<const double> parameters) const override;
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
