// How the figures of one customer came about.

#include "models/clv/clvjob.h"
#include "models/clv/deriver.h"
#include "models/clv/fittedmodel.h"
#include "models/clv/models.h"
#include "models/clv/purchaserows.h"
#include "models/clv/purchasesummary.h"
#include "models/clv/valuation.h"

#include <cmath>

namespace Clv {

using namespace Qt::StringLiterals;

QString Deriver::customerInterval() const
{
    //: %1 and %2 are the ends of an interval
    return say(QT_TRANSLATE_NOOP("Derivation", "%1 to %2"))
        .arg(money(values().clvLow[m_position]), money(values().clvHigh[m_position]));
}

void Deriver::addOwnTimes(Derivation &d) const
{
    if (isContract()) {
        d.inputs.append({u"n"_s, m_format.integer(values().x[m_position]),
                         say(QT_TRANSLATE_NOOP("Derivation", "renewals so far"))});
        //: %1 is a date
        d.inputs.append({u"T"_s, periods(values().T[m_position]),
                         say(QT_TRANSLATE_NOOP("Derivation", "from the contract's start to %1, the last day of data"))
                             .arg(m_format.date(m_result.until))});
        return;
    }
    if (model() == Model::BgBb && hasModel()) {
        d.inputs.append({u"x"_s, m_format.integer(values().x[m_position]),
                         say(QT_TRANSLATE_NOOP("Derivation", "opportunities taken after the first order"))});
        d.inputs.append({u"t_x"_s, m_format.decimal(values().tx[m_position], 0),
                         say(QT_TRANSLATE_NOOP("Derivation", "number of the last opportunity taken"))});
        d.inputs.append({u"n"_s, m_format.decimal(values().T[m_position], 0),
                         say(QT_TRANSLATE_NOOP("Derivation", "opportunities there were since the first order"))});
        return;
    }
    d.inputs.append({u"x"_s, m_format.integer(values().x[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "repeat orders: days with an order after the first"))});
    d.inputs.append({u"t_x"_s, periods(values().tx[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "from the first order to the last"))});
    //: %1 is a date
    d.inputs.append({u"T"_s, periods(values().T[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "from the first order to %1, the last day of data"))
                         .arg(m_format.date(m_result.until))});
}

void Deriver::addOwnParameters(Derivation &d) const
{
    if (values().shifts.empty())
        return;
    const std::vector<double> own = parametersOf(m_result, m_position);
    for (const std::size_t i : shiftedParameters(model())) {
        const QString letter = parameterLetter(m_result.purchaseFit.parameters[qsizetype(i)].name);
        //: %1 is a Greek letter
        d.inputs.append({letter, m_format.decimal(own[i], 4),
                         say(QT_TRANSLATE_NOOP("Derivation", "%1 of this customer, by the customer's attributes"))
                             .arg(leftToRight(letter))});
    }
}

void Deriver::addContracts(Derivation &d) const
{
    const Customers::SubscriptionColumns &contracts = m_snapshot.subscriptions;
    const Customers::CustomerIndex customer = values().customer[m_position];
    for (std::size_t i = 0; i < contracts.size(); ++i) {
        const QDate start = QDate(1970, 1, 1).addDays(contracts.startedDay[i]);
        if (contracts.customer[i] != customer || start > m_result.until)
            continue;
        d.rows.append({start,
                       contracts.price[i] == INT64_MIN ? notAvailable
                                                       : m_snapshot.currency.toMajor(contracts.price[i]),
                       Derivation::Role::Contract});
    }
    d.rowsNote = say(QT_TRANSLATE_NOOP("Derivation", "A contract renews at the end of each billing period until it ends."));
}

void Deriver::addRows(Derivation &d) const
{
    if (isContract()) {
        addContracts(d);
        return;
    }
    if (usesSummaries(m_snapshot)) {
        //: %1 is a date
        d.rowsNote = say(QT_TRANSLATE_NOOP(
                             "Derivation", "x, t_x and T came already summarised, as of %1: there are "
                                           "no single orders behind them here."))
                         .arg(m_format.date(m_snapshot.summaries.day));
        return;
    }
    std::vector<PurchaseDay> days;
    purchaseDays(m_snapshot.purchases, values().customer[m_position], dayNumber(m_result.until),
                 days);
    for (const PurchaseDay &day : days) {
        d.rows.append({QDate(1970, 1, 1).addDays(day.day), m_snapshot.currency.toMajor(day.amount),
                       d.rows.isEmpty() ? Derivation::Role::First : Derivation::Role::Repeat});
    }
    d.rowsNote = say(QT_TRANSLATE_NOOP(
        "Derivation", "Orders of one day count once and their amounts are added; refunds come off "
                      "the latest order before them."));
}

/// Periods that the customer is expected to stay one, discounted: not kept with the result.
double Deriver::discountedTime() const
{
    const FittedModel fitted = fittedModel(m_result.purchaseFit);
    const PurchaseRows row =
        groupRows({&values().x[m_position], 1}, {&values().tx[m_position], 1},
                  {&values().T[m_position], 1}, daysPerPeriod(m_result.query.period));
    return predict(*fitted.model, parametersOf(m_result, m_position), row,
                   valueTerms(m_result.query))
        .aliveTimeOf(0);
}

void Deriver::value(Derivation &d) const
{
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "CLV of this customer"));
    d.result = money(values().clv[m_position]);
    addOwnTimes(d);
    if (!hasModel()) {
        d.meaning = m_result.remark;
        d.formulas = {leftToRight(u"CLV = m · z̄ · λ̄ · (1 − e^(−δH)) / δ"_s)};
        d.inputs.append({u"λ̄"_s, m_format.decimal(values().expectedPurchases[m_position], 3),
                         say(QT_TRANSLATE_NOOP("Derivation", "orders of the average customer within the horizon"))});
        d.inputs.append({u"z̄"_s, money(values().expectedSpend[m_position]),
                         say(QT_TRANSLATE_NOOP("Derivation", "average amount of an order, all customers"))});
        addTerms(d);
        addRows(d);
        return;
    }
    if (isContract()) {
        contractValue(d);
        return;
    }
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "What this customer is expected to bring from now on, within the horizon: "
                      "margin × expected amount of an order × expected orders, where later orders "
                      "count less."));
    const bool hasCost = m_result.query.retentionCost > 0;
    d.formulas = {leftToRight(hasCost ? u"CLV = m · E(M | x, z) · DET − c · DAT"_s
                                      : u"CLV = m · E(M | x, z) · DET"_s)};
    switch (m_result.query.discounting) {
    case Discounting::Continuous:
        d.formulas.append(leftToRight(
            model() == Model::BgBb
                ? u"DET = P(alive) · (α+x)/(α+β+n) · Σₜ₌₁ᴴ (1+d′)^(−t) · B(γ, δ+n+t)/B(γ, δ+n)"_s
                : u"DET = P(alive) · ∫₀ᴴ e^(−δt) · λ(t) dt"_s));
        break;
    case Discounting::Monthly:
        d.formulas.append(leftToRight(u"DET = Σₖ (1+d)^(−k/12) · (E[X(k)] − E[X(k−1)]),  k = 1, 2, … months"_s));
        break;
    case Discounting::Yearly:
        d.formulas.append(leftToRight(u"DET = Σₖ (1+d)^(−k) · (E[X(k)] − E[X(k−1)]),  k = 1, 2, … years"_s));
        break;
    }
    d.source = u"Fader, Hardie & Lee 2005, “RFM and CLV”, JMR 42, eq 1, 2, 4"_s;
    if (model() == Model::BgBb)
        d.source += u"; cf. Fader, Hardie & Shang 2010, Marketing Science 29, eq 14"_s;
    const double costPerPeriod = valueTerms(m_result.query).retentionCost;
    const double time = hasCost ? discountedTime() : 0;
    const double unit = m_result.query.margin * values().expectedSpend[m_position];
    const double det =
        unit > 0 ? (values().clv[m_position] + costPerPeriod * time) / unit : notAvailable;
    d.inputs.append({u"E(M | x, z)"_s, money(values().expectedSpend[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "expected amount of an order"))});
    d.inputs.append({u"P(alive)"_s, m_format.decimal(values().pAlive[m_position], 4),
                     say(QT_TRANSLATE_NOOP("Derivation", "probability that the customer is still active"))});
    d.inputs.append({u"E[X(H)]"_s, m_format.decimal(values().expectedPurchases[m_position], 3),
                     say(QT_TRANSLATE_NOOP("Derivation", "expected orders, not discounted"))});
    d.inputs.append({u"DET"_s,
                     m_format.decimal(det, 3),
                     say(QT_TRANSLATE_NOOP("Derivation", "expected orders, discounted; λ(t) is their rate while active"))});
    if (hasCost) {
        d.inputs.append({u"DAT"_s,
                         m_format.decimal(time / periodsPerYear(m_result.query.period), 3),
                         say(QT_TRANSLATE_NOOP("Derivation", "years as a customer from now on, discounted alike"))});
    }
    addOwnParameters(d);
    if (!values().clvLow.empty() && std::isfinite(values().clvLow[m_position])) {
        d.inputs.append({m_format.percent(m_result.query.intervalLevel), customerInterval(),
                         say(QT_TRANSLATE_NOOP("Derivation", "interval: this customer's future drawn many times"))});
    }
    addTerms(d);
    addParameters(d, m_result.purchaseFit);
    if (m_result.spendFit)
        addParameters(d, *m_result.spendFit);
    addRows(d);
}

void Deriver::contractValue(Derivation &d) const
{
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "What this customer's contracts are expected to bring from now on, within the "
                      "horizon: the margin of each renewal times the chance that it comes, where "
                      "later ones count less."));
    d.formulas = {leftToRight(m_result.query.retentionCost > 0
                                  ? u"CLV = (m · v − c) · Σₜ e^(−δt) · S(n+t)/S(n)"_s
                                  : u"CLV = m · v · Σₜ e^(−δt) · S(n+t)/S(n)"_s)};
    const PrintedFormula stays = aliveFormula(model());
    for (const QString &line : stays.formulas)
        d.formulas.append(leftToRight(line));
    d.source = stays.source;
    d.inputs.append({u"v"_s, money(values().expectedSpend[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "price of a billing period"))});
    d.inputs.append({u"E[renewals]"_s, m_format.decimal(values().expectedPurchases[m_position], 3),
                     say(QT_TRANSLATE_NOOP("Derivation", "renewals expected, not discounted"))});
    if (!values().clvLow.empty() && std::isfinite(values().clvLow[m_position])) {
        d.inputs.append({m_format.percent(m_result.query.intervalLevel), customerInterval(),
                         say(QT_TRANSLATE_NOOP("Derivation", "interval: when this customer's contracts may end"))});
    }
    addTerms(d);
    addParameters(d, m_result.purchaseFit);
    addRows(d);
}

void Deriver::contractFigure(Derivation &d, Figure figure) const
{
    switch (figure) {
    case Figure::CustomerAlive:
        d.title = say(QT_TRANSLATE_NOOP("Derivation", "Contract"));
        d.result = values().pAlive[m_position] > 0 ? say(QT_TRANSLATE_NOOP("Derivation", "running"))
                                                   : say(QT_TRANSLATE_NOOP("Derivation", "ended"));
        d.meaning = say(QT_TRANSLATE_NOOP(
            "Derivation", "A contract goes on until it is ended, so whether this customer is still "
                          "one is known and not estimated."));
        break;
    case Figure::CustomerOrders:
        d.title = say(QT_TRANSLATE_NOOP("Derivation", "Renewals"));
        d.result = m_format.integer(values().x[m_position]);
        d.meaning = say(QT_TRANSLATE_NOOP(
            "Derivation", "How often the latest contract was renewed: at the end of each billing "
                          "period, the last day of data included, if it went on."));
        d.formulas = {leftToRight(u"n"_s)};
        break;
    case Figure::CustomerGap:
        d.title = say(QT_TRANSLATE_NOOP("Derivation", "Since the start"));
        d.result = periods(values().T[m_position]);
        d.meaning = say(QT_TRANSLATE_NOOP(
            "Derivation", "Time from the start of the latest contract to the last day of data."));
        d.formulas = {leftToRight(u"T"_s)};
        break;
    case Figure::CustomerExpected: {
        d.title = say(QT_TRANSLATE_NOOP("Derivation", "Expected renewals"));
        d.result = m_format.decimal(values().expectedPurchases[m_position], 1);
        //: %1 is a length of time
        d.meaning = say(QT_TRANSLATE_NOOP("Derivation", "Renewals expected within %1, not discounted: "
                                                        "the chances of all that lie ahead, added "
                                                        "up. A contract that has ended has none."))
                        .arg(m_result.query.horizonPeriods
                                 ? horizon()
                                 : periods(valueTerms(m_result.query).expectationHorizon));
        d.formulas = {leftToRight(u"Σₜ S(n+t)/S(n)"_s)};
        const PrintedFormula stays = aliveFormula(model());
        for (const QString &line : stays.formulas)
            d.formulas.append(leftToRight(line));
        d.source = stays.source;
        addParameters(d, m_result.purchaseFit);
        break;
    }
    default:
        d.title = say(QT_TRANSLATE_NOOP("Derivation", "Price of a billing period"));
        d.result = money(values().expectedSpend[m_position]);
        d.meaning = say(QT_TRANSLATE_NOOP(
            "Derivation", "The price of the latest contract as it was imported; where it has none, "
                          "the mean price of all contracts."));
        break;
    }
    addOwnTimes(d);
    addRows(d);
}

void Deriver::alive(Derivation &d) const
{
    if (isContract()) {
        contractFigure(d, Figure::CustomerAlive);
        return;
    }
    d.title = u"P(alive)"_s;
    d.result = m_format.decimal(values().pAlive[m_position], 2);
    if (!hasModel()) {
        d.meaning = say(QT_TRANSLATE_NOOP(
            "Derivation", "There are too few repeat orders for a model: no probability can be given."));
    } else {
        //: %1 is a model's name
        d.meaning = say(QT_TRANSLATE_NOOP(
                           "Derivation", "Probability that the customer is still active, by %1. The "
                                         "more often somebody ordered, the more a long silence says."))
                        .arg(leftToRight(modelTitle(model())));
        setFormula(d, aliveFormula(model()));
        addParameters(d, m_result.purchaseFit);
    }
    addOwnTimes(d);
    addRows(d);
}

void Deriver::expected(Derivation &d) const
{
    if (isContract()) {
        contractFigure(d, Figure::CustomerExpected);
        return;
    }
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "Expected orders"));
    d.result = m_format.decimal(values().expectedPurchases[m_position], 1);
    //: %1 is a length of time
    d.meaning = say(QT_TRANSLATE_NOOP("Derivation", "Orders expected within %1, not discounted."))
                    .arg(m_result.query.horizonPeriods
                             ? horizon()
                             : periods(valueTerms(m_result.query).expectationHorizon));
    if (hasModel()) {
        setFormula(d, expectedFormula(model()));
        d.inputs.append({u"t"_s, periods(m_result.query.horizonPeriods.value_or(
                                     valueTerms(m_result.query).expectationHorizon)),
                         say(QT_TRANSLATE_NOOP("Derivation", "time to look ahead"))});
        d.inputs.append({u"P(alive)"_s, m_format.decimal(values().pAlive[m_position], 4),
                         say(QT_TRANSLATE_NOOP("Derivation", "probability that the customer is still active"))});
        addParameters(d, m_result.purchaseFit);
    }
    addOwnTimes(d);
    addRows(d);
}

void Deriver::spend(Derivation &d) const
{
    if (isContract()) {
        contractFigure(d, Figure::CustomerSpend);
        return;
    }
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "Expected amount of an order"));
    d.result = money(values().expectedSpend[m_position]);
    d.inputs.append({u"x"_s, m_format.integer(values().x[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "repeat orders: days with an order after the first"))});
    d.inputs.append({u"z"_s, money(values().meanSpend[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "mean amount of the repeat orders"))});
    if (m_result.spendFit && !m_result.spendFit->parameters.isEmpty()) {
        d.meaning = say(QT_TRANSLATE_NOOP(
            "Derivation", "Between the customer's own mean and the mean of all: the more orders, "
                          "the nearer to the own."));
        d.formulas = {leftToRight(u"E(M | x, z) = p (γ + x z) / (p x + q − 1)"_s)};
        d.source = u"Fader, Hardie & Lee 2005, “RFM and CLV”, JMR 42, eq 4 (Gamma-Gamma)"_s;
        addParameters(d, *m_result.spendFit);
        d.inputs.append({u"ρ"_s, m_format.decimal(m_result.spendCorrelation, 3),
                         say(QT_TRANSLATE_NOOP("Derivation", "correlation of x and z over all customers; the model assumes none"))});
    } else {
        d.meaning = say(QT_TRANSLATE_NOOP("Derivation", "The mean of the observed amounts, without a spend model."));
    }
    addRows(d);
}

void Deriver::interval(Derivation &d) const
{
    //: %1 is a percentage
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "%1 interval of the CLV"))
                  .arg(m_format.percent(m_result.query.intervalLevel));
    if (values().clvLow.empty() || !std::isfinite(values().clvLow[m_position])) {
        d.result = u"–"_s;
    } else {
        d.result = customerInterval();
    }
    if (isContract()) {
        d.meaning = say(QT_TRANSLATE_NOOP(
            "Derivation", "The earliest and the latest ends of this customer's contracts that the "
                          "fitted model takes for likely, valued; the interval leaves out the same "
                          "share of futures at either end."));
        addOwnTimes(d);
        addTerms(d);
        addParameters(d, m_result.purchaseFit);
        addRows(d);
        return;
    }
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "This customer's future is drawn many times by the fitted model: still active "
                      "or not, how long, how many orders, how much each. The interval leaves out "
                      "the same share of futures at either end. It is wide because one customer's "
                      "future is chance; the mean of many customers is known far better."));
    d.inputs.append({u"seed"_s, m_format.integer(qint64(m_result.query.seed)),
                     say(QT_TRANSLATE_NOOP("Derivation", "of the draws: the same data give the same digits"))});
    addOwnTimes(d);
    addTerms(d);
    addParameters(d, m_result.purchaseFit);
    if (m_result.spendFit)
        addParameters(d, *m_result.spendFit);
    addRows(d);
}

void Deriver::orders(Derivation &d) const
{
    if (isContract()) {
        contractFigure(d, Figure::CustomerOrders);
        return;
    }
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "Orders"));
    d.result = m_format.integer(qint64(values().x[m_position]) + 1);
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "Days with an order, the first included; orders of one day count once. The "
                      "average is over repeat days, as the spend model reads it."));
    d.formulas = {leftToRight(u"x + 1"_s)};
    addOwnTimes(d);
    addRows(d);
}

void Deriver::gap(Derivation &d) const
{
    if (isContract()) {
        contractFigure(d, Figure::CustomerGap);
        return;
    }
    const double x = values().x[m_position];
    d.title = say(QT_TRANSLATE_NOOP("Derivation", "Usual gap"));
    d.result = x > 0 ? periods(values().tx[m_position] / x) : u"–"_s;
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "Time from the first to the last order ÷ repeat orders. Silent is the time "
                      "since the last order."));
    d.formulas = {leftToRight(u"t_x / x"_s), leftToRight(u"T − t_x"_s)};
    addOwnTimes(d);
    addRows(d);
}

} // namespace Clv
