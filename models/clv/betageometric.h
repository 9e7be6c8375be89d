#pragma once

#include "models/clv/purchasemodel.h"
#include "models/numerics/quadrature.h"

/// What BG/NBD (m = 0) and MBG/NBD (m = 1) share: Poisson purchases with gamma rates, and after
/// each purchase the customer leaves with a beta-distributed probability p. In the modified model
/// this may happen right after the first purchase too. Fader, Hardie & Lee 2005 (Marketing Science
/// 24:275-284); Batislam, Denizel & Filiztekin 2007.
namespace Clv::BetaGeometric {

struct Parameters
{
    double r = 1;
    double alpha = 1;
    double a = 1;
    double b = 1;
};

/// ln of (odds of having left): ln[P(left) / P(alive)].
[[nodiscard]] double logOddsGone(const Parameters &p, int m, double x, double tx, double T);
/// FHL 2005 eq 6; Batislam et al. 2007 eq 4.
[[nodiscard]] double logLikelihood(const Parameters &p, int m, double x, double tx, double T);
[[nodiscard]] double pAlive(const Parameters &p, int m, double x, double tx, double T);
/// Purchases in (T, T+t] if alive: E[(1 - (1 + p t/(α+T))^-(r+x)) / p] over \a rule, the points of
/// p ~ Beta(a, b+x+m). Equals FHL 2005 eq 10 over P(alive); no hypergeometric function, no pole at
/// a = 1.
[[nodiscard]] double expectedIfAlive(const Parameters &p, const Numerics::BetaRule &rule, double x,
                                     double T, double t);
/// The same discounted: E ∫ e^{-rate t} (r+x)/(α+T) (1 + p t/(α+T))^-(r+x+1) dt.
[[nodiscard]] double discountedIfAlive(const Parameters &p, const Numerics::BetaRule &rule,
                                       double x, double T, double horizon, double rate,
                                       Accuracy accuracy);
/// Time as a customer in (T, T+horizon] if alive at T, discounted: E ∫ e^{-rate t}
/// (1 + p t/(α+T))^-(r+x) dt, for leaving comes with each purchase.
[[nodiscard]] double aliveTime(const Parameters &p, const Numerics::BetaRule &rule, double x,
                               double T, double horizon, double rate, Accuracy accuracy);
/// FHL 2005 eq 10.
[[nodiscard]] double conditionalExpectedPurchases(const Parameters &p, int m, double x, double tx,
                                                  double T, double t);
/// FHL 2005 eq 9.
[[nodiscard]] double expectedPurchases(const Parameters &p, int m, double t);
/// FHL 2005 eq 8.
[[nodiscard]] std::vector<double> pmf(const Parameters &p, int m, double t, int last);

} // namespace Clv::BetaGeometric

namespace Clv {

class BetaGeometricModel : public PurchaseModel
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

protected:
    explicit BetaGeometricModel(int flipsAtFirst) : m_flips(flipsAtFirst) {}

private:
    int m_flips; ///< m above
};

} // namespace Clv
