#include "models/clv/clvjson.h"

#include <QJsonArray>

#include <bit>
#include <cmath>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

QJsonValue value(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

QJsonObject parametersOf(const FitSummary &fit)
{
    QJsonObject parameters;
    for (const Parameter &parameter : fit.parameters)
        parameters.insert(parameter.name, QJsonObject{{u"value"_s, value(parameter.value)},
                                                      {u"std_error"_s, value(parameter.stdError)}});
    return parameters;
}

void addFit(QJsonObject &object, const FitSummary &fit)
{
    object.insert(u"model"_s, fit.model);
    object.insert(u"parameters"_s, parametersOf(fit));
    object.insert(u"log_likelihood"_s, value(fit.logLikelihood));
    object.insert(u"aic"_s, value(fit.aic));
    object.insert(u"bic"_s, value(fit.bic));
    object.insert(u"converged"_s, fit.converged);
    object.insert(u"iterations"_s, fit.iterations);
    object.insert(u"observations"_s, value(fit.observations));
    if (fit.isPenalised)
        object.insert(u"penalised"_s, true);
    if (const QString problem = problemText(fit.problem); !problem.isEmpty())
        object.insert(u"problem"_s, problem);
}

QJsonObject holdoutJson(const Holdout &holdout)
{
    QJsonArray tracking;
    for (const TrackingPoint &point : holdout.tracking) {
        tracking.append(QJsonObject{{u"date"_s, point.date.toString(Qt::ISODate)},
                                    {u"actual"_s, value(point.actual)},
                                    {u"predicted"_s, value(point.predicted)}});
    }
    return {{u"calibration_end"_s, holdout.calibrationEnd.toString(Qt::ISODate)},
            {u"until"_s, holdout.until.toString(Qt::ISODate)},
            {u"actual"_s, value(holdout.actual)},
            {u"predicted"_s, value(holdout.predicted)},
            {u"mae"_s, value(holdout.mae)},
            {u"rmse"_s, value(holdout.rmse)},
            {u"tracking"_s, tracking}};
}

QJsonArray testsJson(const QList<LikelihoodRatioTest> &tests)
{
    QJsonArray array;
    for (const LikelihoodRatioTest &test : tests)
        array.append(QJsonObject{{u"model"_s, test.model},
                                 {u"simpler"_s, test.simpler},
                                 {u"likelihood_ratio"_s, value(test.statistic)},
                                 {u"degrees_of_freedom"_s, test.degrees},
                                 {u"p_value"_s, value(test.pValue)},
                                 {u"verdict"_s, test.verdict}});
    return array;
}

QJsonArray survivalJson(const std::vector<SurvivalPoint> &points)
{
    QJsonArray array;
    for (const SurvivalPoint &point : points)
        array.append(QJsonObject{{u"renewals"_s, point.renewals},
                                 {u"at_risk"_s, value(point.atRisk)},
                                 {u"survival"_s, value(point.survival)},
                                 {u"survival_fitted"_s, value(point.survivalFitted)},
                                 {u"retention"_s, value(point.retention)},
                                 {u"retention_fitted"_s, value(point.retentionFitted)}});
    return array;
}

QString text(double number)
{
    return std::isfinite(number) ? QString::number(number, 'g', 15) : QString();
}

QString at(const std::vector<double> &column, std::size_t i)
{
    return i < column.size() ? text(column[i]) : QString();
}

} // namespace

QJsonObject toJson(const ClvResult &result, double secondsLoad, const QString &currency)
{
    QJsonObject json;
    addFit(json, result.purchaseFit);
    json.insert(u"period"_s, periodUnitName(result.query.period));
    json.insert(u"customers"_s, result.customers);
    json.insert(u"repeat_customers"_s, result.repeatCustomers);
    if (result.spendFit) {
        QJsonObject spend;
        addFit(spend, *result.spendFit);
        spend.insert(u"correlation"_s, value(result.spendCorrelation));
        spend.insert(u"correlation_p_value"_s, value(result.spendCorrelationP));
        spend.insert(u"left_out"_s, result.spendDropped);
        if (!result.independence.isEmpty())
            spend.insert(u"independence"_s, result.independence);
        json.insert(u"spend_model"_s, spend);
    } else {
        json.insert(u"spend_model"_s, QJsonValue::Null);
    }
    json.insert(u"until"_s, result.until.toString(Qt::ISODate));
    json.insert(u"horizon"_s, result.query.horizonPeriods ? QJsonValue(*result.query.horizonPeriods)
                                                          : QJsonValue(u"lifetime"_s));
    json.insert(u"discount"_s, result.query.annualDiscountRate);
    json.insert(u"discounting"_s, discountingName(result.query.discounting));
    json.insert(u"margin"_s, result.query.margin);
    json.insert(u"retention_cost"_s, result.query.retentionCost);
    if (!result.query.covariates.isEmpty()) {
        json.insert(u"covariates"_s, QJsonArray::fromStringList(result.query.covariates));
        json.insert(u"covariate_penalty"_s, result.query.covariatePenalty);
        if (!result.query.equalCovariates.isEmpty())
            json.insert(u"equal_covariates"_s,
                        QJsonArray::fromStringList(result.query.equalCovariates));
    }
    if (!result.tests.isEmpty())
        json.insert(u"tests"_s, testsJson(result.tests));
    if (!result.survival.empty())
        json.insert(u"survival"_s, survivalJson(result.survival));
    json.insert(u"holdout"_s, result.holdout ? QJsonValue(holdoutJson(*result.holdout))
                                             : QJsonValue(QJsonValue::Null));
    QJsonObject clv{{u"mean"_s, value(result.meanClv)},
                    {u"total"_s, value(result.totalClv)},
                    {u"low"_s, value(result.totalLow)},
                    {u"high"_s, value(result.totalHigh)},
                    {u"mean_low"_s, value(result.meanClvLow)},
                    {u"mean_high"_s, value(result.meanClvHigh)},
                    {u"interval"_s, result.query.intervalLevel},
                    {u"expected_low"_s, value(result.expectedLow)},
                    {u"expected_high"_s, value(result.expectedHigh)},
                    {u"realised"_s, value(result.realisedTotal)},
                    {u"with_realised"_s, value(result.realisedTotal + result.totalClv)}};
    if (!currency.isEmpty())
        clv.insert(u"currency"_s, currency);
    json.insert(u"clv"_s, clv);
    json.insert(u"active_customers"_s, result.activeCustomers);
    if (!result.remark.isEmpty())
        json.insert(u"remark"_s, result.remark);
    json.insert(u"data_version"_s, result.dataVersion);
    if (result.values)
        json.insert(u"data_fingerprint"_s, dataFingerprint(*result.values));
    json.insert(u"seconds"_s, QJsonObject{{u"load"_s, value(secondsLoad)},
                                          {u"fit"_s, value(result.secondsFit)},
                                          {u"predict"_s, value(result.secondsPredict)}});
    return json;
}

QJsonObject toJson(const ClvQuery &query)
{
    QJsonObject json{
            {u"model"_s, modelName(query.model)},
            {u"spend"_s, spendModelName(query.spend)},
            {u"period"_s, periodUnitName(query.period)},
            {u"calibration_end"_s, query.calibrationEnd.isValid()
                                       ? QJsonValue(query.calibrationEnd.toString(Qt::ISODate))
                                       : QJsonValue(QJsonValue::Null)},
            {u"horizon"_s,
             query.horizonPeriods ? QJsonValue(*query.horizonPeriods) : QJsonValue(u"lifetime"_s)},
            {u"discount"_s, query.annualDiscountRate},
            {u"discounting"_s, discountingName(query.discounting)},
            {u"margin"_s, query.margin},
            {u"retention_cost"_s, query.retentionCost},
            {u"interval"_s, query.intervalLevel},
            {u"covariates"_s, QJsonArray::fromStringList(query.covariates)},
            {u"covariate_penalty"_s, query.covariatePenalty},
            {u"seed"_s, qint64(query.seed)}};
    if (!query.equalCovariates.isEmpty())
        json.insert(u"equal_covariates"_s, QJsonArray::fromStringList(query.equalCovariates));
    return json;
}

QString dataFingerprint(const CustomerValues &values)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a over 64-bit words
    const auto add = [&hash](std::uint64_t word) { hash = (hash ^ word) * 0x100000001b3ULL; };
    const auto addNumber = [&add](double number) {
        add(std::isfinite(number) ? std::bit_cast<std::uint64_t>(number) : 1);
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        add(values.customer[i]);
        add(values.x[i]);
        addNumber(values.tx[i]);
        addNumber(values.T[i]);
        addNumber(values.meanSpend[i]);
        addNumber(values.realised[i]);
    }
    return QString::number(hash, 16).rightJustified(16, u'0');
}

QStringList customerTableColumns()
{
    return {u"customer_id"_s,
            u"x"_s,
            u"t_x"_s,
            u"T"_s,
            u"mean_spend"_s,
            u"p_alive"_s,
            u"expected_purchases"_s,
            u"expected_spend"_s,
            u"clv"_s,
            u"clv_low"_s,
            u"clv_high"_s};
}

void forEachCustomerRow(const ClvResult &result,
                        const std::function<QString(Customers::CustomerIndex)> &reference,
                        const std::function<void(const QStringList &)> &write)
{
    if (!result.values)
        return;
    const CustomerValues &values = *result.values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        write({reference(values.customer[i]), QString::number(values.x[i]), text(values.tx[i]),
               text(values.T[i]), at(values.meanSpend, i), at(values.pAlive, i),
               at(values.expectedPurchases, i), at(values.expectedSpend, i), at(values.clv, i),
               at(values.clvLow, i), at(values.clvHigh, i)});
    }
}

} // namespace Clv
