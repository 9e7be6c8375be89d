#include "models/clv/clvjson.h"

#include <QJsonArray>

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
    if (!fit.problem.isEmpty())
        object.insert(u"problem"_s, fit.problem);
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
        json.insert(u"spend_model"_s, spend);
    } else {
        json.insert(u"spend_model"_s, QJsonValue::Null);
    }
    json.insert(u"until"_s, result.until.toString(Qt::ISODate));
    json.insert(u"horizon"_s, result.query.horizonPeriods ? QJsonValue(*result.query.horizonPeriods)
                                                          : QJsonValue(u"lifetime"_s));
    json.insert(u"discount"_s, result.query.annualDiscountRate);
    json.insert(u"margin"_s, result.query.margin);
    json.insert(u"holdout"_s, result.holdout ? QJsonValue(holdoutJson(*result.holdout))
                                             : QJsonValue(QJsonValue::Null));
    QJsonObject clv{
        {u"mean"_s, value(result.meanClv)},         {u"total"_s, value(result.totalClv)},
        {u"low"_s, value(result.totalLow)},         {u"high"_s, value(result.totalHigh)},
        {u"mean_low"_s, value(result.meanClvLow)},  {u"mean_high"_s, value(result.meanClvHigh)},
        {u"interval"_s, result.query.intervalLevel}};
    if (!currency.isEmpty())
        clv.insert(u"currency"_s, currency);
    json.insert(u"clv"_s, clv);
    json.insert(u"active_customers"_s, result.activeCustomers);
    if (!result.remark.isEmpty())
        json.insert(u"remark"_s, result.remark);
    json.insert(u"seconds"_s, QJsonObject{{u"load"_s, value(secondsLoad)},
                                          {u"fit"_s, value(result.secondsFit)},
                                          {u"predict"_s, value(result.secondsPredict)}});
    return json;
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
