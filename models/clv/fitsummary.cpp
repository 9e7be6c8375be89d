#include "models/clv/fitsummary.h"

#include "models/clv/gammagamma.h"
#include "models/numerics/distributions.h"
#include "models/numerics/statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Clv {

namespace {

constexpr qint64 fewestRepeatCustomers = 50;  // below: no model
constexpr qint64 enoughRepeatCustomers = 500; // below: wide interval
constexpr qint64 enoughDays = 365;            // of data; below: wide interval
constexpr double significance = 0.05;
/// A correlation weaker than this changes no value by much, however sure it is.
constexpr double weakCorrelation = 0.1;

QString number(double value, int decimals) { return QLocale::c().toString(value, 'f', decimals); }

QString titleOf(const QString &name)
{
    const std::optional<Model> model = modelFromName(name);
    return model ? modelTitle(*model) : name;
}

} // namespace

QString problemText(FitProblem problem)
{
    switch (problem) {
    case FitProblem::NotConverged:
        return QCoreApplication::translate(
            "Clv", "The fit did not converge: its parameters are the best found, not a maximum.");
    case FitProblem::NotIdentified:
        return QCoreApplication::translate(
            "Clv", "The data do not identify all parameters: other values fit as well.");
    case FitProblem::None:
    case FitProblem::Cancelled:
        break;
    }
    return {};
}

FitSummary summaryOf(const Fit &fit, const QStringList &names, const QString &model,
                     double observations)
{
    FitSummary summary;
    summary.model = model;
    for (std::size_t i = 0; i < fit.parameters.size(); ++i)
        summary.parameters.append({names.value(qsizetype(i)), fit.parameters[i], fit.stdErrors[i]});
    const auto count = double(fit.parameters.size());
    summary.logLikelihood = fit.logLikelihood;
    summary.aic = 2 * count - 2 * fit.logLikelihood;
    summary.bic = count * std::log(observations) - 2 * fit.logLikelihood;
    summary.converged = fit.isConverged();
    summary.problem = fit.problem;
    summary.iterations = fit.iterations;
    summary.observations = observations;
    return summary;
}

std::vector<double> valuesOf(const FitSummary &fit)
{
    std::vector<double> values;
    for (const Parameter &parameter : fit.parameters)
        values.push_back(parameter.value);
    return values;
}

LikelihoodRatioTest likelihoodRatio(const QString &model, const QString &simpler,
                                    double logLikelihood, double simplerLogLikelihood, int degrees)
{
    LikelihoodRatioTest test;
    test.model = model;
    test.simpler = simpler;
    test.statistic = std::max(0.0, 2 * (logLikelihood - simplerLogLikelihood));
    test.degrees = degrees;
    test.pValue = Numerics::chiSquareTail(test.statistic, degrees);
    const QString statistic = number(test.statistic, 2);
    const QString p = test.pValue < 0.0001 ? QStringLiteral("< 0.0001")
                                           : QStringLiteral("= ") + number(test.pValue, 4);
    const bool isBetter = test.pValue < significance;
    if (model == simpler) {
        //: %1 is a statistic such as 54.07, %2 "= 0.0312" or "< 0.0001"
        test.verdict =
            (isBetter ? QCoreApplication::translate(
                 "Clv", "The covariates improve the fit: likelihood ratio %1, p %2.")
                      : QCoreApplication::translate(
                          "Clv", "The covariates do not improve the fit: likelihood ratio %1, p "
                                 "%2. The model without them is enough."))
                .arg(statistic, p);
        return test;
    }
    //: %1 and %2 are names of models, %3 is a statistic such as 54.07, %4 "= 0.0312" or "< 0.0001"
    test.verdict =
        (isBetter ? QCoreApplication::translate(
             "Clv", "%1 fits better than %2: likelihood ratio %3, p %4.")
                  : QCoreApplication::translate(
                      "Clv", "%1 fits no better than %2: likelihood ratio %3, p %4. The simpler "
                             "model is enough."))
            .arg(titleOf(model), titleOf(simpler), statistic, p);
    return test;
}

void judgeStrength(ClvResult &result, qint64 repeatCustomers, qint64 days)
{
    const bool renews = isContractual(result.query.model);
    if (repeatCustomers < fewestRepeatCustomers) {
        result.strength = DataStrength::TooThin;
        result.remark =
            renews ? QCoreApplication::translate("Clv",
                                                 "Historic mean instead of a model: only %n "
                                                 "customer(s) renewed, and a model needs 50.",
                                                 nullptr, int(repeatCustomers))
                   : QCoreApplication::translate("Clv",
                                                 "Historic mean instead of a model: only %n "
                                                 "customer(s) bought more than once, and a model "
                                                 "needs 50.",
                                                 nullptr, int(repeatCustomers));
    } else if (repeatCustomers < enoughRepeatCustomers) {
        result.strength = DataStrength::Weak;
        result.remark =
            renews ? QCoreApplication::translate(
                "Clv", "Wide interval: only %n customer(s) renewed.", nullptr, int(repeatCustomers))
                   : QCoreApplication::translate(
                       "Clv", "Wide interval: only %n customer(s) bought more than once.", nullptr,
                       int(repeatCustomers));
    } else if (days < enoughDays) {
        result.strength = DataStrength::Weak;
        result.remark = QCoreApplication::translate(
            "Clv", "Wide interval: the data cover only %n day(s), less than a year.", nullptr,
            int(days));
    }
}

void judgeIndependence(ClvResult &result, const PurchaseSummary &summary)
{
    const GammaGamma::SpendRows rows = GammaGamma::spendRows(summary.x, summary.meanSpend);
    result.spendDropped = rows.dropped;
    result.spendCorrelation = notAvailable;
    result.spendCorrelationP = notAvailable;
    result.independence.clear();
    if (rows.x.size() < 3)
        return;
    const double r = Numerics::correlation(rows.x, rows.z);
    result.spendCorrelation = r;
    if (!std::isfinite(r))
        return;
    const double degrees = double(rows.x.size()) - 2;
    result.spendCorrelationP =
        Numerics::studentTwoSided(r * std::sqrt(degrees / std::max(1e-300, 1 - r * r)), degrees);
    if (result.query.spend != SpendModel::GammaGamma)
        return;
    const bool isSure = result.spendCorrelationP < significance;
    //: %1 is a correlation such as -0.04
    const char *const verdicts[] = {
        QT_TRANSLATE_NOOP("Clv", "Spend does not depend on the number of purchases, as Gamma-Gamma "
                                 "assumes: correlation %1."),
        QT_TRANSLATE_NOOP("Clv", "Spend depends a little on the number of purchases (correlation "
                                 "%1): too little to matter for Gamma-Gamma."),
        QT_TRANSLATE_NOOP("Clv", "Customers who buy often spend more per purchase (correlation "
                                 "%1). Gamma-Gamma assumes no such link and values them too low."),
        QT_TRANSLATE_NOOP("Clv",
                          "Customers who buy often spend less per purchase (correlation "
                          "%1). Gamma-Gamma assumes no such link and values them too high.")};
    const int verdict = !isSure ? 0 : std::abs(r) < weakCorrelation ? 1 : r > 0 ? 2 : 3;
    result.independence = QCoreApplication::translate("Clv", verdicts[verdict]).arg(number(r, 2));
}

} // namespace Clv
