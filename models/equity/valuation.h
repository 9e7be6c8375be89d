#pragma once

#include <span>
#include <vector>

/// Closed forms for the value of customers: what contracts, cohorts and whole firms are worth under
/// a retention rate. Rates per period as fractions, money in any unit.
namespace Equity {

/// When the next margin comes, seen from the valuation (Fader & Hardie note 024, cases 1 to 3).
enum class PaymentTiming {
    FirstPaymentNow, ///< case 1: m (1 + d) / (1 + d − r)
    JustPaid,        ///< case 2: m r / (1 + d − r), the residual value
    EndOfPeriod      ///< case 3: m / (1 + d − r)
};
/// Value of a margin that recurs each period with constant retention, without end. NaN unless r < 1
/// + d.
[[nodiscard]] double perpetualValue(double margin, double retention, double discount,
                                    PaymentTiming timing);
/// Case 2 with a margin that grows by \a growth each renewal: the t-th is m (1 + g)^(t−1).
[[nodiscard]] double growingResidualValue(double margin, double retention, double discount,
                                          double growth);
/// Case 2 cut after \a periods renewals.
[[nodiscard]] double finiteResidualValue(double margin, double retention, double discount,
                                         int periods);
/// r / (1 + d − r): the residual value of a margin of 1 (Gupta & Lehmann 2003).
[[nodiscard]] double marginMultiple(double retention, double discount);
/// Percent by which the residual value rises with one percent of retention: 1 + r / (1 + d − r).
[[nodiscard]] double retentionElasticity(double retention, double discount);

/// Heterogeneous renewal (shifted beta-geometric): S(t) = B(α, β + t) / B(α, β).
struct RenewalChances
{
    double alpha = 1;
    double beta = 1;
};
[[nodiscard]] double renewalSurvival(const RenewalChances &chances, int renewals);
/// Discounted expected residual lifetime of a customer who renewed \a renewals times and decides on
/// the next now: Σ_{t > n} S(t)/S(n) (1 + d)^−(t−n−1) (Fader & Hardie 2010; handbook eq 3.9).
[[nodiscard]] double discountedResidualLifetime(const RenewalChances &chances, int renewals,
                                                double discount);

struct CohortValue
{
    double active = 0;      ///< customers still there
    double perCustomer = 0; ///< discounted expected residual lifetime
};
/// Cohorts by age: \a acquired[i] new customers, i periods ago.
[[nodiscard]] std::vector<CohortValue> valueCohorts(std::span<const double> acquired,
                                                    const RenewalChances &chances, double discount);
/// The same base with the aggregate retention rate of its last period: what ignoring heterogeneity
/// gives.
[[nodiscard]] double naiveCohortValue(std::span<const double> acquired,
                                      const RenewalChances &chances, double discount);

/// A firm from public figures (Gupta, Lehmann & Stuart 2004): customers on an S-curve
/// N(t) = α / (1 + exp(−β − γ t)), t in quarters.
struct Firm
{
    double customers = 0;       ///< now
    double quarterlyMargin = 0; ///< per customer
    double acquisitionCost = 0; ///< per new customer
    double annualRetention = 0;
    double alpha = 0;
    double beta = 0;
    double gamma = 0;
};
struct FirmTerms
{
    double annualDiscount = 0.12;
    double tax = 0.38;
    double quarter = 0; ///< valuation time on the S-curve
};
/// ∫ n(t) e^(−δ (t − now)) dt from now on, n = dN/dt (eq 10), δ the continuous rate of a quarter.
[[nodiscard]] double discountedFutureCustomers(const Firm &firm, const FirmTerms &terms);
/// (1 − tax) [ N m r/(1+i−r) + (m r/(1+i−r) − c) × discounted future customers ] (eqs 2 to 8).
[[nodiscard]] double firmValue(const Firm &firm, const FirmTerms &terms);

/// One customer at two dates; either value is 0 where the customer was not there.
struct CustomerAtTwoDates
{
    enum class Status { Stays, Lost, New };
    Status status = Status::Stays;
    double opening = 0;
    double closing = 0;
    double margin = 0; ///< realised between the dates
};
/// The bridge as accountants read it: opening + unwind + margin + acquired + lost + revaluation =
/// closing.
struct AccountingBridge
{
    double opening = 0;
    double unwind = 0;         ///< opening × discount of the period
    double marginRealised = 0; ///< negative: it has left the value
    double acquired = 0;
    double lost = 0;        ///< negative
    double revaluation = 0; ///< of those who stay
    double closing = 0;
};
[[nodiscard]] AccountingBridge accountingBridge(std::span<const CustomerAtTwoDates> customers,
                                                double periodDiscount);

} // namespace Equity
