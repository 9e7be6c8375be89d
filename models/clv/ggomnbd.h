#pragma once

#include "models/clv/purchasemodel.h"

/// GGom/NBD (Bemmaor & Glady 2012, Management Science 58:1012-1021): Poisson purchases with gamma
/// rates, a Gompertz lifetime whose hazard grows by e^b a period, gamma heterogeneity in its level.
/// As b → 0 with beta/b fixed it becomes the Pareto/NBD.
namespace Clv::GgomNbd {

struct Parameters
{
    double r = 1;
    double alpha = 1;
    double beta = 1;
    double b = 0.01;
    double s = 1;
};

/// ln S(t) = s ln[β / (β + e^{bt} - 1)], eq 5.
[[nodiscard]] double logSurvival(const Parameters &p, double t);
/// ln of the density of the time of leaving, eq 6.
[[nodiscard]] double logDensity(const Parameters &p, double t);
/// ln{Γ(r+x)/Γ(r) α^r [(α+T)^-(r+x) S(T) + ∫_{tx}^T (α+u)^-(r+x) f(u) du]}, eq 9 by quadrature.
[[nodiscard]] double logLikelihood(const Parameters &p, double x, double tx, double T);
[[nodiscard]] double pAlive(const Parameters &p, double x, double tx, double T);
/// ∫_0^t e^{-rate u} S(T+u)/S(T) du. The expectation printed in 2012 is wrong (erratum: Adler
/// 2022); this is the time a customer who is alive stays alive.
[[nodiscard]] double aliveTime(const Parameters &p, double T, double t, double rate);
[[nodiscard]] double conditionalExpectedPurchases(const Parameters &p, double x, double tx,
                                                  double T, double t);
[[nodiscard]] std::vector<double> pmf(const Parameters &p, double t, int last);

} // namespace Clv::GgomNbd

namespace Clv {

class GgomNbdModel final : public PurchaseModel
{
public:
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
