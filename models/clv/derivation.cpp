#include "models/clv/derivation.h"

#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"
#include "models/clv/valuation.h"

#include <QCoreApplication>

#include <cmath>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text) { return QCoreApplication::translate("Derivation", text); }

/// Formulas, Latin letters and their numbers keep their order inside Arabic text.
QString leftToRight(const QString &text) { return QChar(0x2066) + text + QChar(0x2069); }

QString meaningOf(const QString &parameter, const QString &model)
{
    const bool isBeta = model == "bg-nbd"_L1 || model == "mbg-nbd"_L1 || model == "bg-cnbd-k"_L1
                        || model == "mbg-cnbd-k"_L1;
    if (model == "gamma-gamma"_L1) {
        if (parameter == "p"_L1)
            return say(QT_TRANSLATE_NOOP("Derivation", "how alike a customer's orders are in amount"));
        if (parameter == "q"_L1)
            return say(QT_TRANSLATE_NOOP("Derivation", "how alike customers are in mean amount"));
        return say(QT_TRANSLATE_NOOP("Derivation", "scale of the amounts"));
    }
    if (parameter == "r"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "how alike customers are in order rate"));
    if (parameter == "alpha"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "r ÷ α is the mean order rate"));
    if (parameter == "k"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "regularity of the gaps; 1 is without any"));
    if (isBeta && parameter == "a"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "a ÷ (a + b) is the mean chance to leave after an order"));
    if (isBeta && parameter == "b"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "the chance to stay, as a counts the chance to leave"));
    if (parameter == "s"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "how alike customers are in how long they stay"));
    if (parameter == "beta"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "scale of the time customers stay"));
    if (parameter == "b"_L1)
        return say(QT_TRANSLATE_NOOP("Derivation", "how fast the chance to leave grows with age"));
    return {};
}

class Deriver
{
public:
    Deriver(const Customers::Snapshot &snapshot, const ClvResult &result, std::size_t position,
            const NumberFormat &format)
        : m_snapshot(snapshot)
        , m_result(result)
        , m_position(position)
        , m_format(format)
    {}

    [[nodiscard]] Derivation derive(Figure figure) const;

private:
    [[nodiscard]] const CustomerValues &values() const { return *m_result.values; }
    [[nodiscard]] bool hasModel() const { return !m_result.purchaseFit.parameters.isEmpty(); }
    [[nodiscard]] Model model() const
    {
        return modelFromName(m_result.purchaseFit.model).value_or(Model::BgNbd);
    }
    [[nodiscard]] QString money(double amount) const
    {
        return m_format.money(amount, m_snapshot.currency.code);
    }
    [[nodiscard]] QString periodName() const;
    [[nodiscard]] QString periods(double count) const;
    [[nodiscard]] QString horizon() const;
    [[nodiscard]] QString customerInterval() const;

    void value(Derivation &d) const;
    void alive(Derivation &d) const;
    void expected(Derivation &d) const;
    void spend(Derivation &d) const;
    void interval(Derivation &d) const;
    void orders(Derivation &d) const;
    void gap(Derivation &d) const;
    void mean(Derivation &d) const;
    void total(Derivation &d) const;
    void holdout(Derivation &d) const;
    void bic(Derivation &d) const;

    void addParameters(Derivation &d, const FitSummary &fit) const;
    void addOwnTimes(Derivation &d) const; ///< x, t_x, T
    void addTerms(Derivation &d) const;    ///< margin, discount, horizon
    void addRows(Derivation &d) const;
    void setFormula(Derivation &d, const PrintedFormula &formula) const;

    const Customers::Snapshot &m_snapshot;
    const ClvResult &m_result;
    std::size_t m_position;
    const NumberFormat &m_format;
};

QString Deriver::periodName() const
{
    switch (m_result.query.period) {
    case PeriodUnit::Day:
        return say(QT_TRANSLATE_NOOP("Derivation", "days"));
    case PeriodUnit::Month:
        return say(QT_TRANSLATE_NOOP("Derivation", "months"));
    default:
        return say(QT_TRANSLATE_NOOP("Derivation", "weeks"));
    }
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

QString Deriver::customerInterval() const
{
    //: %1 and %2 are the ends of an interval
    return say(QT_TRANSLATE_NOOP("Derivation", "%1 to %2"))
        .arg(money(values().clvLow[m_position]), money(values().clvHigh[m_position]));
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
        if (std::isfinite(parameter.stdError))
            value += u" ± "_s + m_format.decimal(parameter.stdError, 4);
        d.parameters.append({parameterLetter(parameter.name), leftToRight(value),
                             meaningOf(parameter.name, fit.model)});
    }
}

void Deriver::addOwnTimes(Derivation &d) const
{
    d.inputs.append({u"x"_s, m_format.integer(values().x[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "repeat orders: days with an order after the first"))});
    d.inputs.append({u"t_x"_s, periods(values().tx[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "from the first order to the last"))});
    //: %1 is a date
    d.inputs.append({u"T"_s, periods(values().T[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "from the first order to %1, the last day of data"))
                         .arg(m_format.date(m_result.until))});
}

void Deriver::addTerms(Derivation &d) const
{
    d.inputs.append({u"m"_s, m_format.percent(m_result.query.margin, 1),
                     say(QT_TRANSLATE_NOOP("Derivation", "contribution margin"))});
    d.inputs.append({u"d"_s, m_format.percent(m_result.query.annualDiscountRate, 1),
                     say(QT_TRANSLATE_NOOP("Derivation", "discount rate a year"))});
    d.inputs.append({u"δ"_s, m_format.decimal(valueTerms(m_result.query).rate, 6),
                     say(QT_TRANSLATE_NOOP("Derivation", "the same, continuous and per period"))});
    d.inputs.append({u"H"_s, horizon(), say(QT_TRANSLATE_NOOP("Derivation", "horizon"))});
}

void Deriver::addRows(Derivation &d) const
{
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
    d.meaning = say(QT_TRANSLATE_NOOP(
        "Derivation", "What this customer is expected to bring from now on, within the horizon: "
                      "margin × expected amount of an order × expected orders, where later orders "
                      "count less."));
    d.formulas = {leftToRight(u"CLV = m · E(M | x, z) · DET"_s),
                  leftToRight(u"DET = P(alive) · ∫₀ᴴ e^(−δt) · λ(t) dt"_s)};
    d.source = u"Fader, Hardie & Lee 2005, “RFM and CLV”, JMR 42, eq 1, 2, 4"_s;
    const double unit = m_result.query.margin * values().expectedSpend[m_position];
    d.inputs.append({u"E(M | x, z)"_s, money(values().expectedSpend[m_position]),
                     say(QT_TRANSLATE_NOOP("Derivation", "expected amount of an order"))});
    d.inputs.append({u"P(alive)"_s, m_format.decimal(values().pAlive[m_position], 4),
                     say(QT_TRANSLATE_NOOP("Derivation", "probability that the customer is still active"))});
    d.inputs.append({u"E[X(H)]"_s, m_format.decimal(values().expectedPurchases[m_position], 3),
                     say(QT_TRANSLATE_NOOP("Derivation", "expected orders, not discounted"))});
    d.inputs.append({u"DET"_s,
                     m_format.decimal(unit > 0 ? values().clv[m_position] / unit : notAvailable, 3),
                     say(QT_TRANSLATE_NOOP("Derivation", "expected orders, discounted; λ(t) is their rate while active"))});
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

void Deriver::alive(Derivation &d) const
{
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

} // namespace

QString parameterLetter(const QString &name)
{
    if (name == "alpha"_L1)
        return u"α"_s;
    if (name == "beta"_L1)
        return u"β"_s;
    if (name == "gamma"_L1)
        return u"γ"_s;
    return name;
}

PrintedFormula aliveFormula(Model model)
{
    switch (model) {
    case Model::Nbd:
        return {{u"P(alive) = 1"_s}, u"Ehrenberg 1959 (NBD: nobody leaves)"_s};
    case Model::ParetoNbd:
        return {{u"P(alive) = A / (A + s·I)"_s, u"A = (α+T)^−(r+x) (β+T)^−s"_s,
                 u"I = ∫ₜₓᵀ (α+u)^−(r+x) (β+u)^−(s+1) du"_s},
                u"Schmittlein, Morrison & Colombo 1987; Fader & Hardie note 009, eq 36–37"_s};
    case Model::BgNbd:
        return {{u"P(alive) = 1 / (1 + [x>0] · a/(b+x−1) · ((α+T)/(α+t_x))^(r+x))"_s},
                u"Fader, Hardie & Lee 2005, Marketing Science 24; note 021"_s};
    case Model::MbgNbd:
        return {{u"P(alive) = 1 / (1 + a/(b+x) · ((α+T)/(α+t_x))^(r+x))"_s},
                u"Batislam, Denizel & Filiztekin 2007, IJRM 24"_s};
    case Model::BgCnbdK:
        return {{u"P(alive) = 1 / (1 + [x>0] · a/(b+x−1) / S)"_s,
                 u"S = ((α+t_x)/(α+T))^(r+kx) Σⱼ₌₀ᵏ⁻¹ Γ(r+kx+j)/(Γ(r+kx) j!) ((T−t_x)/(α+T))^j"_s},
                u"Platzer & Reutterer 2016; BTYDplus"_s};
    case Model::MbgCnbdK:
        return {{u"P(alive) = 1 / (1 + a/(b+x) / S)"_s,
                 u"S = ((α+t_x)/(α+T))^(r+kx) Σⱼ₌₀ᵏ⁻¹ Γ(r+kx+j)/(Γ(r+kx) j!) ((T−t_x)/(α+T))^j"_s},
                u"Platzer & Reutterer 2016; BTYDplus"_s};
    case Model::GgomNbd:
        return {{u"P(alive) = A / (A + B)"_s, u"A = (α+T)^−(r+x) (β/(β−1+e^(bT)))^s"_s,
                 u"B = ∫ₜₓᵀ (α+u)^−(r+x) · b s β^s e^(bu) / (β−1+e^(bu))^(s+1) du"_s},
                u"Bemmaor & Glady 2012, Management Science 58"_s};
    case Model::BgBb:
    case Model::Sbg:
    case Model::Bdw:
    case Model::Auto:
        break;
    }
    return {};
}

PrintedFormula expectedFormula(Model model)
{
    switch (model) {
    case Model::Nbd:
        return {{u"E[X(t)] = t · (r+x)/(α+T)"_s}, u"Ehrenberg 1959"_s};
    case Model::ParetoNbd:
        return {{u"E[X(t)] = P(alive) · (r+x)(β+T)/((α+T)(s−1)) · [1 − ((β+T)/(β+T+t))^(s−1)]"_s},
                u"Fader & Hardie note 009, eq 41"_s};
    case Model::BgNbd:
        return {{u"E[X(t)] = P(alive) · E_p[(1 − (1 + p t/(α+T))^−(r+x)) / p]"_s,
                 u"p ~ Beta(a, b+x)"_s},
                u"Fader, Hardie & Lee 2005, eq 10, as an expectation over p"_s};
    case Model::MbgNbd:
        return {{u"E[X(t)] = P(alive) · E_p[(1 − (1 + p t/(α+T))^−(r+x)) / p]"_s,
                 u"p ~ Beta(a, b+x+1)"_s},
                u"Batislam, Denizel & Filiztekin 2007"_s};
    case Model::BgCnbdK:
    case Model::MbgCnbdK:
        return {{u"E[X(t)] = P(alive) · E_p,λ[∫₀ᵗ λ(u) du]"_s},
                u"Platzer & Reutterer 2016; integrated"_s};
    case Model::GgomNbd:
        return {{u"E[X(t)] = P(alive) · (r+x)/(α+T) · ∫₀ᵗ S(T+u)/S(T) du"_s,
                 u"S(u) = (β/(β−1+e^(bu)))^s"_s},
                u"Bemmaor & Glady 2012; Adler 2022, erratum"_s};
    case Model::BgBb:
    case Model::Sbg:
    case Model::Bdw:
    case Model::Auto:
        break;
    }
    return {};
}

Derivation derive(Figure figure, const Customers::Snapshot &snapshot, const ClvResult &result,
                  std::size_t position, const NumberFormat &format)
{
    return Deriver(snapshot, result, position, format).derive(figure);
}

} // namespace Clv
