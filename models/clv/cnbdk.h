#pragma once

#include "models/clv/betageometric.h"
#include "models/clv/fit.h"

#include <memory>

/// BG/CNBD-k (m = 0) and MBG/CNBD-k (m = 1): Reutterer, Platzer & Schröder 2021, Int. J. of
/// Research in Marketing 38:194-215; Platzer & Reutterer 2016. The models of betageometric.h with
/// Erlang-k times between purchases, so that k > 1 means regular buyers: a purchase is every k-th
/// event of a Poisson stream.
namespace Clv::CnbdK {

using Parameters = BetaGeometric::Parameters;

/// ln of [Γ(r+kx)/Γ(r) α^r {B(a,b+x+m)/B(a,b) Σ_{j<k} Γ(r+kx+j)/(Γ(r+kx) j!) (T-tx)^j
/// (α+T)^-(r+kx+j)
/// + (x>0 or m) B(a+1,b+x+m-1)/B(a,b) (α+tx)^-(r+kx)}]: without the customer's own gaps, which
/// enter as (k-1) Σ ln gap - x ln Γ(k).
[[nodiscard]] double logLikelihood(const Parameters &p, int m, int k, double x, double tx,
                                   double T);
[[nodiscard]] double pAlive(const Parameters &p, int m, int k, double x, double tx, double T);
/// Purchases in (T, T+t] if alive, exactly: for each stage j that the stream may have reached since
/// the last purchase, Σ_i E[(1-p)^(i-1)] P(the stream has i k - j more events). The sum is broken
/// off where a term no longer adds \a precision of it.
[[nodiscard]] double expectedIfAlive(const Parameters &p, int m, int k, double x, double tx,
                                     double T, double t, double precision = 1e-13);

} // namespace Clv::CnbdK

namespace Clv {

/// Both models for a fixed k.
class CnbdKModel final : public PurchaseModel
{
public:
    /// \a sumLogGaps: Σ ln(time between purchases) over all customers, which decides between values
    /// of k.
    CnbdKModel(int flipsAtFirst, int k, double sumLogGaps);

    [[nodiscard]] int k() const { return m_k; }

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
    /// The value of the stream with the same mean rate and no regularity, times what regularity
    /// changes over the next two years; exact without a discount.
    void discountedPurchasesIfAlive(std::span<const double> parameters, std::span<const double> x,
                                    std::span<const double> tx, std::span<const double> T,
                                    double horizon, double rate, Accuracy accuracy,
                                    std::span<double> result) const override;
    [[nodiscard]] bool dependsOnRecency() const override { return true; }
    [[nodiscard]] double expectedPurchasesOfNew(std::span<const double> parameters,
                                                double t) const override;
    [[nodiscard]] std::vector<double> pmf(std::span<const double> parameters, double t,
                                          int last) const override;
    /// That of the Poisson stream with the same mean rate.
    void aliveTimeIfAlive(std::span<const double> parameters, std::span<const double> x,
                          std::span<const double> tx, std::span<const double> T, double horizon,
                          double rate, Accuracy accuracy, std::span<double> result) const override;
    /// Purchases as a Poisson stream of the same mean rate: a little wider than regular buyers are.
    SimulatedFuture drawFuture(std::span<const double> parameters, double x, double tx, double T,
                               double horizon, double rate,
                               Numerics::Random &random) const override;

private:
    int m_flips;
    int m_k;
    double m_sumLogGaps;
};

/// Fits k = 1, 2, … until the likelihood falls, at most \a largest, and returns the best model with
/// its fit.
struct RegularFit
{
    std::unique_ptr<const CnbdKModel> model;
    Fit fit;
};
[[nodiscard]] RegularFit fitRegular(int flipsAtFirst, const PurchaseRows &rows, double sumLogGaps,
                                    const Cancelled &isCancelled = {}, int largest = 8);

} // namespace Clv
