#include "models/numerics/quadrature.h"

#include "models/numerics/specialfunctions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Numerics {

QuadratureRule gaussLegendre(int nodes)
{
    QuadratureRule rule;
    rule.node.resize(std::size_t(nodes));
    rule.weight.resize(std::size_t(nodes));
    for (int i = 0; i < (nodes + 1) / 2; ++i) {
        // Newton's method on the Legendre polynomial P_n from Tricomi's first guess.
        double x = std::cos(std::numbers::pi * (i + 0.75) / (nodes + 0.5));
        double slope = 1;
        for (int step = 0; step < 100; ++step) {
            double p0 = 1;
            double p1 = x;
            for (int k = 2; k <= nodes; ++k) {
                const double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
                p0 = p1;
                p1 = p2;
            }
            if (nodes == 1)
                p0 = 1;
            slope = nodes * (x * p1 - p0) / (x * x - 1);
            const double change = p1 / slope;
            x -= change;
            if (std::abs(change) < 1e-16)
                break;
        }
        const double weight = 1 / ((1 - x * x) * slope * slope);
        rule.node[std::size_t(i)] = (1 - x) / 2;
        rule.node[std::size_t(nodes - 1 - i)] = (1 + x) / 2;
        rule.weight[std::size_t(i)] = weight;
        rule.weight[std::size_t(nodes - 1 - i)] = weight;
    }
    return rule;
}

const QuadratureRule &gaussLegendre16()
{
    static const QuadratureRule rule = gaussLegendre(16);
    return rule;
}

const QuadratureRule &gaussLegendre32()
{
    static const QuadratureRule rule = gaussLegendre(32);
    return rule;
}

const QuadratureRule &gaussLegendre64()
{
    static const QuadratureRule rule = gaussLegendre(64);
    return rule;
}

BetaRule betaRule(double a, double b, int nodes)
{
    const double y0 = std::log(a) - std::log(b);
    const double c = std::sqrt(1 / a + 1 / b);
    const double tail = 39; // e^-39 of the mass is left out on either side
    const double left = -std::asinh((tail / a + std::max(0.0, y0)) / c);
    const double right = std::asinh((tail / b + std::max(0.0, -y0)) / c);
    const double step = (right - left) / (nodes - 1);

    BetaRule rule;
    rule.p.resize(std::size_t(nodes));
    rule.probability.resize(std::size_t(nodes));
    double largest = -1e308;
    for (int i = 0; i < nodes; ++i) {
        const double v = left + i * step;
        const double y = y0 + c * std::sinh(v);
        const double logP = -softplus(-y);
        const double logQ = -softplus(y);
        const double density = a * logP + b * logQ + std::log(std::cosh(v));
        rule.p[std::size_t(i)] = std::max(1e-300, std::exp(logP));
        rule.probability[std::size_t(i)] = density;
        largest = std::max(largest, density);
    }
    double sum = 0;
    for (double &value : rule.probability) {
        value = std::exp(value - largest);
        sum += value;
    }
    for (double &value : rule.probability)
        value /= sum;
    return rule;
}

} // namespace Numerics
