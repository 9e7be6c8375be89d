#pragma once

namespace Numerics {

/// ln Γ(x) for x > 0; unlike std::lgamma it writes no global sign and may run on any thread.
[[nodiscard]] double logGamma(double x);
/// ψ(x) = d ln Γ(x) / dx for x > 0 (Abramowitz & Stegun 6.3.18 after the recurrence 6.3.5).
[[nodiscard]] double digamma(double x);
/// ln B(a, b) for a, b > 0, without the cancellation of three large ln Γ when one argument dwarfs
/// the other.
[[nodiscard]] double logBeta(double a, double b);
/// ln Γ(a + n) - ln Γ(a) for a whole n ≥ 0, accurate where a is large and n small.
[[nodiscard]] double logRising(double a, double n);
/// ln(e^a + e^b).
[[nodiscard]] double logAddExp(double a, double b);
/// ln(1 + e^a), without overflow.
[[nodiscard]] double softplus(double a);
/// 1 / (1 + e^-a), without overflow.
[[nodiscard]] double logistic(double a);
/// ln(1 - e^-a) for a > 0.
[[nodiscard]] double log1mExp(double a);
/// (1 - e^-a) / a, 1 at 0: what a payment stream of rate 1 over a/rate is worth.
[[nodiscard]] double annuityFactor(double a);

} // namespace Numerics
