#pragma once

#include "models/clv/fit.h"

#include <span>
#include <vector>

namespace Clv {

/// Customers under contract, by when they left: all began a contract at renewal 0 and are seen for
/// `periods` renewals. Cohorts of different age are pooled by adding their counts.
struct ContractCounts
{
    std::vector<double> lost;   ///< [t-1]: left at renewal t
    std::vector<double> active; ///< [t]: still customers when last seen after t renewals

    /// From a survival table: customers left at 0, 1, 2, …
    [[nodiscard]] static ContractCounts fromSurvivors(std::span<const double> survivors);
    void add(const ContractCounts &cohort);
    [[nodiscard]] double customers() const;
};

/// Shifted-beta-geometric: Fader & Hardie 2007, "How to project customer retention", J. of
/// Interactive Marketing 21:76-90. Everyone renews with an own constant probability.
namespace Sbg {

struct Parameters
{
    double alpha = 1;
    double beta = 1;
};

/// S(t) = B(α, β+t) / B(α, β), eq 6.
[[nodiscard]] double survival(const Parameters &p, double t);
/// r_t = (β+t-1) / (α+β+t-1), eq 8.
[[nodiscard]] double retention(const Parameters &p, double t);
/// Σ lost ln P(T = t) + Σ active ln S(t), eqs B3-B4.
[[nodiscard]] double logLikelihood(const Parameters &p, const ContractCounts &counts);
/// Discounted expected lifetime of a new customer, the first payment now: Σ S(t) / (1+d)^t
/// (Handbook 2015 eq 3.8).
[[nodiscard]] double del(const Parameters &p, double discount);
/// Discounted expected residual lifetime just before the n-th renewal: Σ S(n+t)/S(n-1) / (1+d)^t
/// (eq 3.9).
[[nodiscard]] double derl(const Parameters &p, int n, double discount);
/// Parameters alpha, beta.
[[nodiscard]] Fit fit(const ContractCounts &counts, const Cancelled &isCancelled = {});

} // namespace Sbg

/// Beta-discrete-Weibull: Fader, Hardie, Liu, Davin & Steenburgh 2018, "How to project customer
/// retention revisited", J. of Interactive Marketing 43:1-16. The renewal probability may change
/// with tenure.
namespace Bdw {

struct Parameters
{
    double alpha = 1;
    double beta = 1;
    double c = 1;
};

/// S(t) = B(α, β + t^c) / B(α, β), eq 9.
[[nodiscard]] double survival(const Parameters &p, double t);
[[nodiscard]] double retention(const Parameters &p, double t);
[[nodiscard]] double logLikelihood(const Parameters &p, const ContractCounts &counts);
[[nodiscard]] double del(const Parameters &p, double discount);
[[nodiscard]] double derl(const Parameters &p, int n, double discount);
/// Parameters alpha, beta, c.
[[nodiscard]] Fit fit(const ContractCounts &counts, const Cancelled &isCancelled = {});

} // namespace Bdw

} // namespace Clv
