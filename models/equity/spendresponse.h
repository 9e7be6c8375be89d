#pragma once

/// How much to spend on winning and on keeping customers (Blattberg & Deighton 1996, Harvard
/// Business Review 74(4):136-144). Ceilings and current rates are managers' judgement; money in any
/// unit, rates per period as fractions.
namespace Equity {

/// rate(spend) = ceiling (1 − e^(−k spend)).
struct SpendResponse
{
    double ceiling = 0; ///< the rate that no spend exceeds
    double k = 0;

    [[nodiscard]] double rate(double spend) const;
};
/// The curve through the current point: k = −ln(1 − rate/ceiling) / spend. k is NaN unless
/// 0 ≤ rate < ceiling ≤ 1 and spend > 0.
[[nodiscard]] SpendResponse responseThrough(double rate, double spend, double ceiling);

struct SpendProblem
{
    double margin = 0;         ///< of a customer in a period
    SpendResponse acquisition; ///< of spend per prospect
    SpendResponse retention;   ///< of spend per customer
    double discount = 0;       ///< of a period, above −1
};
struct SpendPlan
{
    double acquisitionSpend = 0; ///< per prospect
    double retentionSpend = 0;   ///< per customer and period
    double acquisitionRate = 0;
    double retentionRate = 0;
    double equity = 0; ///< per prospect
};
/// a m − A + a (m − R/r) r'/(1 − r') with r' = r/(1 + d).
[[nodiscard]] SpendPlan equityOfSpend(const SpendProblem &problem, double acquisitionSpend,
                                      double retentionSpend);
/// The spend with the highest equity. Retention is chosen first, for it does not depend on
/// acquisition; then A = ln(k C V) / k, V the value of an acquired customer, or 0 where nobody is
/// worth winning. NaN throughout where a curve is not known.
[[nodiscard]] SpendPlan bestSpend(const SpendProblem &problem);

} // namespace Equity
