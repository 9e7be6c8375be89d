#pragma once

#include "models/clv/fit.h"

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
