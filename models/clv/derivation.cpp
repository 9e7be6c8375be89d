#include "models/clv/derivation.h"

#include "models/clv/deriver.h"
#include "models/clv/valuation.h"

#include <cmath>

namespace Clv {

using namespace Qt::StringLiterals;

QString Deriver::periodName() const
{
    switch (m_result.query.period) {
    case PeriodUnit::Day:
        return say(QT_TRANSLATE_NOOP("Derivation", "days"));
    case PeriodUnit::Week:
        return say(QT_TRANSLATE_NOOP("Derivation", "weeks"));
    case PeriodUnit::Month:
        return say(QT_TRANSLATE_NOOP("Derivation", "months"));
    case PeriodUnit::Quarter:
        return say(QT_TRANSLATE_NOOP("Derivation", "quarters"));
    case PeriodUnit::Year:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Derivation", "years"));
}

QString Deriver::periods(double count) const
{
    //: a number and its unit: "12.4 weeks"
    return say(QT_TRANSLATE_NOOP("Derivation", "%1 %2")).arg(m_format.decimal(count, 1), periodName());
}

QString Deriver::horizon() const
{
    return m_result.query.horizonPeriods
               ? periods(*m_result.query.horizonPeriods)
               : say(QT_TRANSLATE_NOOP("Derivation", "the whole lifetime"));
}

void Deriver::setFormula(Derivation &d, const PrintedFormula &formula) const
{
    for (const QString &line : formula.formulas)
        d.formulas.append(leftToRight(line));
    d.source = formula.source;
}

void Deriver::addParameters(Derivation &d, const FitSummary &fit) const
{
    for (const Parameter &parameter : fit.parameters) {
        QString value = m_format.decimal(parameter.value, parameter.name == "k"_L1 ? 0 : 4);
        if (std::isfinite(parameter.stdError)) // the mark keeps Arabic digits in their places
            value += u" \u200E± "_s + m_format.decimal(parameter.stdError, 4);
        d.parameters.append({parameterLetter(parameter.name), leftToRight(value),
                             parameterMeaning(parameter.name, fit.model)});
    }
}

void Deriver::addTerms(Derivation &d) const
{
    const ClvQuery &query = m_result.query;
    d.inputs.append({u"m"_s, m_format.percent(query.margin, 1),
                     say(QT_TRANSLATE_NOOP("Derivation", "contribution margin"))});
    if (query.retentionCost > 0) {
        d.inputs.append({u"c"_s, money(query.retentionCost),
                         say(QT_TRANSLATE_NOOP("Derivation", "cost of keeping a customer for a year"))});
    }
    d.inputs.append({u"d"_s, m_format.percent(query.annualDiscountRate, 1),
                     say(QT_TRANSLATE_NOOP("Derivation", "discount rate a year"))});
    const double rate = valueTerms(query).rate;
    if (hasModel() && model() == Model::BgBb) {
        // δ is a parameter of this model, whose source discounts by (1+d) per opportunity.
        d.inputs.append({u"d′"_s, m_format.decimal(std::expm1(rate), 6),
                         say(QT_TRANSLATE_NOOP("Derivation", "the same, per opportunity"))});
    } else {
        d.inputs.append({u"δ"_s, m_format.decimal(rate, 6),
                         say(QT_TRANSLATE_NOOP("Derivation", "the same, continuous and per period"))});
    }
    d.inputs.append(
        {u"Δ"_s,
         query.discounting == Discounting::Continuous
             ? say(QT_TRANSLATE_NOOP("Derivation", "as it comes"))
         : query.discounting == Discounting::Monthly
             ? say(QT_TRANSLATE_NOOP("Derivation", "at the month's end"))
             : say(QT_TRANSLATE_NOOP("Derivation", "at the year's end")),
         say(QT_TRANSLATE_NOOP("Derivation", "when money counts as received"))});
    d.inputs.append({u"H"_s, horizon(), say(QT_TRANSLATE_NOOP("Derivation", "horizon"))});
}

void Deriver::mean(Derivation &d) const
{
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "Mean CLV"));
    d.result = money(m_result.meanClv);
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "The CLV of all customers with an order, added up and divided by their number."));
    d.formulas = {leftToRight(u"(1/N) · Σ CLVᵢ"_s)};
    d.inputs.append({u"N"_s, m_format.integer(m_result.customers),
                     say(QT_TRANSLATE_NOOP("Derivation", "customers with an order until the last day of data"))});
    addTerms(d);
    addParameters(d, m_result.purchaseFit);
    if (m_result.spendFit)
        addParameters(d, *m_result.spendFit);
    d.rowsNote = say(QT_TRANSLATE_NOOP("Derivation", "The rows behind it are the customers of the table."));
}

void Deriver::total(Derivation &d) const
{
    mean(d);
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "Customer equity"));
    d.result = money(m_result.totalClv);
    d.meaning = say(QT_TRANSLATE_NOOP("Derivation", "The CLV of all customers with an order, added up."));
    d.formulas = {leftToRight(u"Σ CLVᵢ"_s)};
    if (std::isfinite(m_result.totalLow)) {
        //: %1 and %2 are the ends of an interval
        d.inputs.append({m_format.percent(m_result.query.intervalLevel),
                         say(QT_TRANSLATE_NOOP("Derivation", "%1 to %2"))
                             .arg(money(m_result.totalLow), money(m_result.totalHigh)),
                         say(QT_TRANSLATE_NOOP("Derivation", "interval: parameters drawn from their uncertainty, everything valued anew"))});
    }
}

void Deriver::holdout(Derivation &d) const
{
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "Holdout error"));
    if (!m_result.holdout || !(m_result.holdout->actual > 0)) {
        d.result = u"–"_s;
        d.meaning = say(QT_TRANSLATE_NOOP("Derivation", "The data are too short to keep the last orders back for a test."));
        return;
    }
    const Holdout &holdout = *m_result.holdout;
    const double error = holdout.predicted / holdout.actual - 1;
    d.result = m_format.percent(error, 1);
    //: %1 is a date
    d.meaning = say(QT_TRANSLATE_NOOP(
                       "Derivation", "The model is fitted to the orders until %1 only and predicts the "
                                     "repeat orders after it, which it has not seen. Within 5 % either "
                                     "way is good, beyond 15 % poor."))
                    .arg(m_format.date(holdout.calibrationEnd));
    d.formulas = {leftToRight(u"(predicted − actual) / actual"_s)};
    d.inputs.append({say(QT_TRANSLATE_NOOP("Derivation", "predicted")), m_format.decimal(holdout.predicted, 0),
                     say(QT_TRANSLATE_NOOP("Derivation", "repeat orders by the model"))});
    d.inputs.append({say(QT_TRANSLATE_NOOP("Derivation", "actual")), m_format.decimal(holdout.actual, 0),
                     say(QT_TRANSLATE_NOOP("Derivation", "repeat orders there were"))});
    d.inputs.append({u"MAE"_s, m_format.decimal(holdout.mae, 3),
                     say(QT_TRANSLATE_NOOP("Derivation", "mean absolute error of a customer's number of orders"))});
    d.inputs.append({u"RMSE"_s, m_format.decimal(holdout.rmse, 3),
                     say(QT_TRANSLATE_NOOP("Derivation", "the same with large errors weighing more"))});
}

void Deriver::bic(Derivation &d) const
{
    const FitSummary &fit = m_result.purchaseFit;
    d.title = u"BIC"_s;
    d.result = m_format.decimal(fit.bic, 1);
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "Bayesian information criterion: how well the model fits, less a price for each "
                      "parameter. Lower is better; a difference of 10 is strong evidence. It compares "
                      "models on the same data only."));
    d.formulas = {leftToRight(u"BIC = k ln N − 2 ln L"_s), leftToRight(u"AIC = 2 k − 2 ln L"_s)};
    d.source = u"Schwarz 1978, Annals of Statistics 6:461-464"_s;
    d.inputs.append({u"ln L"_s, m_format.decimal(fit.logLikelihood, 2),
                     say(QT_TRANSLATE_NOOP("Derivation", "log-likelihood at its maximum"))});
    d.inputs.append({u"k"_s, m_format.integer(fit.parameters.size()),
                     say(QT_TRANSLATE_NOOP("Derivation", "number of parameters"))});
    d.inputs.append({u"N"_s, m_format.integer(m_result.customers),
                     say(QT_TRANSLATE_NOOP("Derivation", "customers with an order until the last day of data"))});
    d.inputs.append({u"AIC"_s, m_format.decimal(fit.aic, 1),
                     say(QT_TRANSLATE_NOOP("Derivation", "Akaike's criterion, with a lower price for parameters"))});
    addParameters(d, fit);
}

Derivation Deriver::derive(Figure figure) const
{
    Derivation d;
    const bool isOfCustomer = figure <= Figure::CustomerGap;
    if (isOfCustomer && (!m_result.values || m_position >= values().size()))
        return d;
    switch (figure) {
    case Figure::CustomerValue:
        value(d);
        break;
    case Figure::CustomerAlive:
        alive(d);
        break;
    case Figure::CustomerExpected:
        expected(d);
        break;
    case Figure::CustomerSpend:
        spend(d);
        break;
    case Figure::CustomerInterval:
        interval(d);
        break;
    case Figure::CustomerOrders:
        orders(d);
        break;
    case Figure::CustomerGap:
        gap(d);
        break;
    case Figure::MeanValue:
        mean(d);
        break;
    case Figure::TotalValue:
        total(d);
        break;
    case Figure::HoldoutError:
        holdout(d);
        break;
    case Figure::Bic:
        bic(d);
        break;
    }
    return d;
}

Derivation derive(Figure figure, const Customers::Snapshot &snapshot, const ClvResult &result,
                  std::size_t position, const NumberFormat &format)
{
    return Deriver(snapshot, result, position, format).derive(figure);
}

} // namespace Clv
