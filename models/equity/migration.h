#pragma once

#include <span>
#include <vector>

/// Customers who move between states, such as the number of periods since their last purchase
/// (Pfeifer & Carraway 2000, Journal of Interactive Marketing 14(2):43-55).
namespace Equity {

/// Square, by rows: transition[i][j] is the chance to be in state j a period after state i.
using Transitions = std::vector<std::vector<double>>;

/// V = (I − P/(1+d))⁻¹ R, the value of a customer in each state without end; the reward of the state
/// one is in is received now. Empty where the shapes do not match, a row is no distribution or the
/// sum has no end (d ≤ 0 with a state that is never left).
[[nodiscard]] std::vector<double> migrationValue(const Transitions &transitions,
                                                 std::span<const double> reward, double discount);
/// Σ (P/(1+d))^t R over the first \a periods terms, t = 0 included.
[[nodiscard]] std::vector<double> migrationValue(const Transitions &transitions,
                                                 std::span<const double> reward, double discount,
                                                 int periods);

/// Customers by periods since their last purchase, with marketing until recency is too old.
struct RecencyPolicy
{
    std::vector<double> purchaseProbability; ///< in a period, by recency 1, 2, …
    double contribution = 0;                 ///< of a purchase
    double marketingCost = 0;                ///< of a period in which the customer is addressed
    double discount = 0;
};
/// Value of a customer who has just bought where marketing stops after recency \a last (from 1 to
/// the number of probabilities). NaN outside of it.
[[nodiscard]] double valueOfPolicy(const RecencyPolicy &policy, int last);

} // namespace Equity
