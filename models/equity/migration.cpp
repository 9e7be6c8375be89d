#include "models/equity/migration.h"

#include "models/numerics/matrix.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Equity {
namespace {

constexpr double rowTolerance = 1e-9;

bool isDistribution(std::span<const double> row)
{
    double sum = 0;
    for (const double chance : row) {
        if (!(chance >= 0))
            return false;
        sum += chance;
    }
    return std::abs(sum - 1) < rowTolerance;
}

bool fits(const Transitions &transitions, std::span<const double> reward, double discount)
{
    return !transitions.empty() && reward.size() == transitions.size() && discount > -1
           && std::all_of(transitions.begin(), transitions.end(), [&](const auto &row) {
                  return row.size() == transitions.size() && isDistribution(row);
              });
}

} // namespace

std::vector<double> migrationValue(const Transitions &transitions, std::span<const double> reward,
                                   double discount)
{
    if (!fits(transitions, reward, discount) || !(discount > 0))
        return {};
    Numerics::Matrix left = Numerics::Matrix::identity(transitions.size());
    for (std::size_t i = 0; i < transitions.size(); ++i) {
        for (std::size_t j = 0; j < transitions.size(); ++j)
            left(i, j) -= transitions[i][j] / (1 + discount);
    }
    return Numerics::solve(left, {reward.begin(), reward.end()}).value_or(std::vector<double>{});
}

std::vector<double> migrationValue(const Transitions &transitions, std::span<const double> reward,
                                   double discount, int periods)
{
    if (!fits(transitions, reward, discount) || periods < 0)
        return {};
    // Horner's scheme: R + P/(1+d) (R + P/(1+d) (…)).
    std::vector<double> value(reward.size(), 0.0);
    for (int period = 0; period < periods; ++period) {
        std::vector<double> earlier(reward.begin(), reward.end());
        for (std::size_t i = 0; i < earlier.size(); ++i) {
            for (std::size_t j = 0; j < value.size(); ++j)
                earlier[i] += transitions[i][j] * value[j] / (1 + discount);
        }
        value = std::move(earlier);
    }
    return value;
}

double valueOfPolicy(const RecencyPolicy &policy, int last)
{
    if (last < 1 || std::size_t(last) > policy.purchaseProbability.size())
        return std::numeric_limits<double>::quiet_NaN();
    const auto states = std::size_t(last) + 1; // the last one: no longer a customer
    Transitions transitions(states, std::vector<double>(states, 0.0));
    std::vector<double> reward(states, -policy.marketingCost);
    reward.front() += policy.contribution; // has just bought
    reward.back() = 0;
    for (std::size_t i = 0; i + 1 < states; ++i) {
        transitions[i][0] = policy.purchaseProbability[i];
        transitions[i][i + 1] += 1 - policy.purchaseProbability[i];
    }
    transitions.back().back() = 1;
    const std::vector<double> value = migrationValue(transitions, reward, policy.discount);
    return value.empty() ? std::numeric_limits<double>::quiet_NaN() : value.front();
}

} // namespace Equity
