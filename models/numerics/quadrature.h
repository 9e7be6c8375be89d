#pragma once

#include <span>
#include <vector>

namespace Numerics {

/// Nodes and weights on [0, 1].
struct QuadratureRule
{
    std::vector<double> node;
    std::vector<double> weight;

    [[nodiscard]] std::size_t size() const { return node.size(); }
};

/// Gauss-Legendre on [0, 1]: exact for polynomials of degree 2n - 1.
/// The rules for 16, 32 and 64 nodes are made once; others on each call.
[[nodiscard]] QuadratureRule gaussLegendre(int nodes);
[[nodiscard]] const QuadratureRule &gaussLegendre16();
[[nodiscard]] const QuadratureRule &gaussLegendre32();
[[nodiscard]] const QuadratureRule &gaussLegendre64();

/// A Beta(a, b) variable as points with probabilities that add up to one.
struct BetaRule
{
    std::vector<double> p;
    std::vector<double> probability;
};

/// Points for expectations over p ~ Beta(a, b): p = logistic(y0 + c sinh v), trapezoid in v, which
/// stays accurate for shapes far below 1 where every polynomial rule fails (design: 64 nodes 4e-7,
/// 96 1e-9 relative).
[[nodiscard]] BetaRule betaRule(double a, double b, int nodes);

} // namespace Numerics
