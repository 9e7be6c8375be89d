#include "models/equity/valuation.h"

#include <cmath>
#include <limits>

namespace Equity {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Where the sums below have no end: a value only exists while margins shrink faster than money
/// grows.
bool converges(double retention, double discount)
{
    return retention >= 0 && discount > -1 && retention < 1 + discount;
}

double quarterlyRetention(const Firm &firm) { return std::pow(firm.annualRetention, 0.25); }

} // namespace

double perpetualValue(double margin, double retention, double discount, PaymentTiming timing)
{
    if (!converges(retention, discount))
        return notANumber;
    const double endOfPeriod = margin / (1 + discount - retention);
    switch (timing) {
    case PaymentTiming::FirstPaymentNow:
        return endOfPeriod * (1 + discount);
    case PaymentTiming::JustPaid:
        return endOfPeriod * retention;
    case PaymentTiming::EndOfPeriod:
        return endOfPeriod;
    }
    return notANumber;
}

double growingResidualValue(double margin, double retention, double discount, double growth)
{
    if (!converges(retention * (1 + growth), discount))
        return notANumber;
    return margin * retention / (1 + discount - retention * (1 + growth));
}

double finiteResidualValue(double margin, double retention, double discount, int periods)
{
    const double factor = retention / (1 + discount);
    if (factor == 1)
        return margin * periods;
    return margin * factor * (1 - std::pow(factor, periods)) / (1 - factor);
}

double marginMultiple(double retention, double discount)
{
    return perpetualValue(1, retention, discount, PaymentTiming::JustPaid);
}

double retentionElasticity(double retention, double discount)
{
    return 1 + marginMultiple(retention, discount);
}

double renewalSurvival(const RenewalChances &chances, int renewals)
{
    // Product of the renewal rates (β + t − 1) / (α + β + t − 1): exact where lgamma would cancel.
    double survival = 1;
    for (int t = 1; t <= renewals; ++t)
        survival *= (chances.beta + t - 1) / (chances.alpha + chances.beta + t - 1);
    return survival;
}

double discountedResidualLifetime(const RenewalChances &chances, int renewals, double discount)
{
    if (!(discount > 0))
        return notANumber; // S(t) falls like a power: without discount the sum need not end
    constexpr int mostPeriods = 1'000'000;
    double sum = 0;
    double term = 1;
    for (int t = renewals + 1; t < renewals + mostPeriods; ++t) {
        term *= (chances.beta + t - 1) / (chances.alpha + chances.beta + t - 1);
        sum += term;
        term /= 1 + discount;
        if (term < 1e-17 * sum)
            break;
    }
    return sum;
}

std::vector<CohortValue> valueCohorts(std::span<const double> acquired,
                                      const RenewalChances &chances, double discount)
{
    std::vector<CohortValue> values;
    values.reserve(acquired.size());
    for (std::size_t age = 0; age < acquired.size(); ++age) {
        values.push_back({acquired[age] * renewalSurvival(chances, int(age)),
                          discountedResidualLifetime(chances, int(age), discount)});
    }
    return values;
}

double naiveCohortValue(std::span<const double> acquired, const RenewalChances &chances,
                        double discount)
{
    double active = 0;
    double before = 0; // a period ago
    double renewed = 0;
    for (std::size_t age = 0; age < acquired.size(); ++age) {
        const double now = acquired[age] * renewalSurvival(chances, int(age));
        active += now;
        if (age > 0) {
            renewed += now;
            before += acquired[age] * renewalSurvival(chances, int(age) - 1);
        }
    }
    if (!(before > 0))
        return notANumber;
    // Everybody decides now and pays at once when renewing: r + r²/(1+d) + …
    const double retention = renewed / before;
    return active * marginMultiple(retention, discount) * (1 + discount);
}

double discountedFutureCustomers(const Firm &firm, const FirmTerms &terms)
{
    const double rate = std::log1p(terms.annualDiscount) / 4;
    if (!(firm.gamma > 0) || !(rate > 0))
        return notANumber;
    // Substituting u = N(t)/α turns the S-curve's whole future into a short interval of u; there
    // e^(−δ (t − now)) = (odds(u) / odds(now))^(−δ/γ). u = 1 − w² removes the root at its end.
    const double oddsNow = std::exp(firm.beta + firm.gamma * terms.quarter);
    const double power = rate / firm.gamma;
    const double left = 1 / (1 + oddsNow); // 1 − N(now)/α
    const auto integrand = [&](double v) { // 1 − u = left × v
        const double remaining = left * v;
        return std::pow(oddsNow * remaining / (1 - remaining), power);
    };
    // v = w^k with k = 4 makes the integrand smooth at 0; Simpson's rule on w.
    constexpr int intervals = 2000;
    double sum = 0;
    for (int i = 1; i <= intervals; ++i) { // the integrand vanishes at w = 0
        const double w = double(i) / intervals;
        const double weight = i == intervals ? 1 : i % 2 ? 4 : 2;
        sum += weight * integrand(w * w * w * w) * 4 * w * w * w;
    }
    return firm.alpha * left * sum / (3 * intervals);
}

double firmValue(const Firm &firm, const FirmTerms &terms)
{
    const double discount = std::pow(1 + terms.annualDiscount, 0.25) - 1;
    const double perCustomer =
        firm.quarterlyMargin * marginMultiple(quarterlyRetention(firm), discount);
    return (1 - terms.tax)
           * (firm.customers * perCustomer
              + (perCustomer - firm.acquisitionCost) * discountedFutureCustomers(firm, terms));
}

AccountingBridge accountingBridge(std::span<const CustomerAtTwoDates> customers,
                                  double periodDiscount)
{
    AccountingBridge bridge;
    for (const CustomerAtTwoDates &customer : customers) {
        const double expected = customer.opening * (1 + periodDiscount) - customer.margin;
        bridge.opening += customer.opening;
        bridge.unwind += customer.opening * periodDiscount;
        bridge.marginRealised -= customer.margin;
        bridge.closing += customer.closing;
        switch (customer.status) {
        case CustomerAtTwoDates::Status::New:
            bridge.acquired += customer.closing - expected;
            break;
        case CustomerAtTwoDates::Status::Lost:
            bridge.lost += customer.closing - expected;
            break;
        case CustomerAtTwoDates::Status::Stays:
            bridge.revaluation += customer.closing - expected;
            break;
        }
    }
    return bridge;
}

} // namespace Equity
