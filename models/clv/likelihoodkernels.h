#pragma once

#include <cstddef>
#include <cstdint>

/// The loops where fitting spends its time, compiled for speed and for the processor at hand
/// (AVX-512, AVX2 or plain). The formulas are those of the models' own files, which tests compare
/// these loops with; what depends on x alone is left to the caller, who adds it once per distinct
/// x.
namespace Clv::Kernels {

/// A stretch of PurchaseRows.
struct Rows
{
    const double *x = nullptr;
    const double *tx = nullptr;
    const double *T = nullptr;
    const double *weight = nullptr;
    const std::uint32_t *xIndex = nullptr;
    std::size_t count = 0;
};

/// Weighted sums over rows of the log-likelihood and its derivatives in the model's parameters.
struct Sums
{
    double logLikelihood = 0;
    double gradient[4] = {};

    void add(const Sums &other)
    {
        logLikelihood += other.logLikelihood;
        for (int i = 0; i < 4; ++i)
            gradient[i] += other.gradient[i];
    }
};

/// Pareto/NBD without ln Γ(r+x) - ln Γ(r): parameters r, alpha, s, beta; nodes and weights of a
/// Gauss-Legendre rule on [0, 1]. \a pAlive, where not null, receives one value a row.
Sums paretoNbd(const Rows &rows, const double (&parameters)[4], const double *node,
               const double *weight, std::size_t nodes, double *pAlive);

/// BG/NBD and MBG/NBD without the parts of x: parameters r, alpha, a, b. \a logOdds holds per
/// distinct x ln[B(a+1, b+x+m-1) / B(a, b+x+m)] (-1e300 where customers cannot have left), \a
/// inverse 1 / (b+x+m-1).
Sums betaGeometric(const Rows &rows, const double (&parameters)[4], const double *logOdds,
                   const double *inverse, double *pAlive);

/// Σ weight · ln(γ + x z), Σ weight · x · ln(γ + x z), Σ weight / (γ + x z), Σ weight · x / (γ + x
/// z).
struct SpendSums
{
    double log = 0;
    double xLog = 0;
    double inverse = 0;
    double xInverse = 0;
};
SpendSums gammaGamma(const double *x, const double *z, std::size_t count, double gamma);

/// Σ weight_j Σ_i probability_i (1 + p_i time_j)^-power: a Pareto mixture's rate summed over points
/// of time.
double paretoMixture(const double *p, const double *probability, std::size_t points,
                     const double *time, const double *weight, std::size_t times, double power);

} // namespace Clv::Kernels
