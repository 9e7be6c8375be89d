#include "models/clv/simplevalue.h"

#include "models/clv/purchasesummary.h"
#include "models/numerics/specialfunctions.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Clv {

namespace {

constexpr double daysPerYear = 365.25;

double horizonYears(const ClvQuery &query)
{
    return query.horizonPeriods ? *query.horizonPeriods * daysPerPeriod(query.period) / daysPerYear
                                : std::numeric_limits<double>::infinity();
}

/// How a step changed the value: "−SAR 1,200".
QString change(double amount, const Currency &currency, const NumberFormat &format)
{
    const QString money = format.money(std::abs(amount), currency.code, 0);
    return (amount < 0 ? QChar(0x2212) : QChar(u'+')) + money;
}

} // namespace

SimpleValueSource simpleValueFrom(const Customers::Snapshot &snapshot, const ClvResult &result)
{
    SimpleValueSource source;
    source.value.margin = result.query.margin;
    if (!result.until.isValid() || snapshot.purchases.first.empty())
        return source;
    const std::int64_t last = dayNumber(result.until);
    const std::int64_t yearAgo = dayNumber(result.until.addYears(-1));
    const std::int64_t twoYearsAgo = dayNumber(result.until.addYears(-2));
    double revenue = 0;
    qint64 boughtBefore = 0;
    qint64 boughtAgain = 0;
    std::vector<PurchaseDay> days;
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        purchaseDays(snapshot.purchases, customer, last, days);
        bool isBuyer = false;
        bool wasBuyer = false;
        for (const PurchaseDay &day : days) {
            if (day.day > yearAgo) {
                ++source.orders;
                revenue += snapshot.currency.toMajor(day.amount);
                isBuyer = true;
            } else if (day.day > twoYearsAgo) {
                wasBuyer = true;
            }
        }
        source.buyers += isBuyer;
        boughtBefore += wasBuyer;
        boughtAgain += wasBuyer && isBuyer;
    }
    if (source.orders > 0) {
        source.value.orderValue = revenue / double(source.orders);
        source.value.ordersPerYear = double(source.orders) / double(source.buyers);
    }
    // A year before that the data cover only in part would make retention look better than it is.
    const bool hasYearBefore = snapshot.purchaseExtent.isValid()
                               && snapshot.purchaseExtent.from <= result.until.addYears(-2).addDays(31)
                               && boughtBefore > 0;
    if (hasYearBefore) {
        source.retention = double(boughtAgain) / double(boughtBefore);
        const double years = source.retention < 1 ? 1 / (1 - source.retention)
                                                  : std::numeric_limits<double>::infinity();
        source.isLifetimeCapped = years > longestSimpleLifetime;
        source.value.lifetimeYears = std::min(years, longestSimpleLifetime);
    } else {
        source.isLifetimeCapped = true;
        source.value.lifetimeYears = std::min(horizonYears(result.query), longestSimpleLifetime);
    }
    return source;
}

SimpleComparison compareWithModel(const SimpleValue &simple, const ClvResult &result)
{
    SimpleComparison comparison;
    comparison.simple = simple.value();
    comparison.model = result.meanClv;
    comparison.horizonYears = horizonYears(result.query);
    const double yearly = simple.orderValue * simple.ordersPerYear * simple.margin;
    const double years = std::min(simple.lifetimeYears, comparison.horizonYears);
    const double rate = std::log1p(result.query.annualDiscountRate); // continuous, per year
    const double withinHorizon = yearly * years;
    const double discounted = withinHorizon * Numerics::annuityFactor(rate * years);
    comparison.horizon = withinHorizon - comparison.simple;
    comparison.discount = discounted - withinHorizon;
    double ifAlive = 0;
    double alive = 0;
    double customers = 0;
    if (result.values) {
        const CustomerValues &values = *result.values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isfinite(values.pAlive[i]) || !std::isfinite(values.clv[i]))
                continue;
            customers += 1;
            alive += values.pAlive[i];
            // CLV is P(alive) times what an active customer is worth.
            if (values.pAlive[i] > 1e-9)
                ifAlive += values.clv[i] / values.pAlive[i];
        }
    }
    const double valueIfAlive = customers > 0 ? ifAlive / customers : comparison.model;
    comparison.goneShare = customers > 0 ? 1 - alive / customers : 0;
    comparison.habit = valueIfAlive - discounted;
    comparison.left = comparison.model - valueIfAlive;
    return comparison;
}

QStringList explainDifference(const SimpleComparison &comparison, const ClvResult &result,
                              const Currency &currency, const NumberFormat &format)
{
    QStringList sentences;
    if (result.strength == DataStrength::TooThin || !result.values || !(comparison.simple > 0)
        || !std::isfinite(comparison.model))
        return sentences;
    const QString simple = format.money(comparison.simple, currency.code, 0);
    const QString model = format.money(comparison.model, currency.code, 0);
    if (std::abs(comparison.simple - comparison.model) < 0.02 * comparison.simple) {
        sentences.append(QCoreApplication::translate(
                             "Clv", "The simple value of %1 and the model's mean of %2 are close.")
                             .arg(simple, model));
    } else if (comparison.simple > comparison.model) {
        sentences.append(
            QCoreApplication::translate(
                "Clv", "The simple value is %1, the model's mean is %2. What lies between:")
                .arg(simple, model));
    } else {
        sentences.append(
            QCoreApplication::translate(
                "Clv", "The simple value is %1, the model's mean of %2 is higher. What lies between:")
                .arg(simple, model));
    }
    if (comparison.horizon < 0) {
        //: %1 is a change in money, %2 a number of years such as "3.0"
        sentences.append(
            QCoreApplication::translate(
                "Clv", "%1: the model counts only the next %2 years, its horizon.")
                .arg(change(comparison.horizon, currency, format),
                     format.decimal(comparison.horizonYears, 1)));
    }
    if (comparison.discount != 0) {
        //: %1 is a change in money, %2 a percentage
        sentences.append(
            QCoreApplication::translate(
                "Clv", "%1: money that comes later counts less, at %2 a year.")
                .arg(change(comparison.discount, currency, format),
                     format.percent(result.query.annualDiscountRate, 1)));
    }
    //: %1 is a change in money
    sentences.append((comparison.habit < 0
                          ? QCoreApplication::translate(
                              "Clv", "%1: the model looks at every customer's own orders. Most "
                                     "order less often, or stop sooner, than the average buyer "
                                     "of the last year.")
                          : QCoreApplication::translate(
                              "Clv", "%1: the model looks at every customer's own orders. A few "
                                     "who order much weigh more than in an average."))
                         .arg(change(comparison.habit, currency, format)));
    //: %1 is a change in money, %2 a percentage
    sentences.append(QCoreApplication::translate(
                         "Clv", "%1: about %2 of the customers have probably stopped buying "
                                "already. The simple value takes everybody for active.")
                         .arg(change(comparison.left, currency, format),
                              format.percent(comparison.goneShare)));
    return sentences;
}

} // namespace Clv
