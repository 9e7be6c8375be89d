#include "models/clv/clvjob.h"

#include "models/clv/cnbdk.h"
#include "models/clv/fit.h"
#include "models/clv/gammagamma.h"
#include "models/clv/historicmean.h"
#include "models/clv/holdout.h"
#include "models/clv/intervals.h"
#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"
#include "models/clv/valuation.h"
#include "models/numerics/statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numeric>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fewestRepeatCustomers = 50;  // below: no model
constexpr qint64 enoughRepeatCustomers = 500; // below: wide interval
constexpr qint64 enoughDays = 365;            // of data; below: wide interval

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

QString number(double value) { return QLocale::c().toString(value, 'g', 6); }

Error badOption(const QString &message) { return {Error::Kind::Definition, message}; }

qint64 repeatCustomersOf(const PurchaseSummary &summary)
{
    return std::count_if(summary.x.begin(), summary.x.end(), [](std::uint32_t x) { return x > 0; });
}

QString problemSentence(FitProblem problem)
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

FitSummary summaryOf(const Fit &fit, std::span<const std::string_view> names, const QString &model,
                     double observations)
{
    FitSummary summary;
    summary.model = model;
    for (std::size_t i = 0; i < fit.parameters.size(); ++i) {
        summary.parameters.append({QString::fromLatin1(names[i].data(), qsizetype(names[i].size())),
                                   fit.parameters[i], fit.stdErrors[i]});
    }
    const auto count = double(fit.parameters.size());
    summary.logLikelihood = fit.logLikelihood;
    summary.aic = 2 * count - 2 * fit.logLikelihood;
    summary.bic = count * std::log(observations) - 2 * fit.logLikelihood;
    summary.converged = fit.isConverged();
    summary.problem = problemSentence(fit.problem);
    summary.iterations = fit.iterations;
    return summary;
}

std::vector<double> valuesOf(const FitSummary &fit)
{
    std::vector<double> values;
    for (const Parameter &parameter : fit.parameters)
        values.push_back(parameter.value);
    return values;
}

void judgeStrength(ClvResult &result, qint64 repeatCustomers, qint64 days)
{
    if (repeatCustomers < fewestRepeatCustomers) {
        result.strength = DataStrength::TooThin;
        result.remark =
            QCoreApplication::translate("Clv",
                                        "Historic mean instead of a model: only %n customer(s) "
                                        "bought more than once, and a model needs 50.",
                                        nullptr, int(repeatCustomers));
    } else if (repeatCustomers < enoughRepeatCustomers) {
        result.strength = DataStrength::Weak;
        result.remark = QCoreApplication::translate(
            "Clv", "Wide interval: only %n customer(s) bought more than once.", nullptr,
            int(repeatCustomers));
    } else if (days < enoughDays) {
        result.strength = DataStrength::Weak;
        result.remark = QCoreApplication::translate(
            "Clv", "Wide interval: the data cover only %n day(s), less than a year.", nullptr,
            int(days));
    }
}

double spendCorrelationOf(const PurchaseSummary &summary)
{
    const GammaGamma::SpendRows rows = GammaGamma::spendRows(summary.x, summary.meanSpend);
    return rows.x.size() < 3 ? notAvailable : Numerics::correlation(rows.x, rows.z);
}

void addTotals(ClvResult &result, const CustomerValues &values)
{
    result.totalClv = 0;
    result.activeCustomers = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        result.totalClv += values.clv[i];
        result.activeCustomers += values.pAlive[i] >= 0.5 ? 1 : 0;
    }
    result.meanClv = result.totalClv / double(values.size());
}

void setInterval(ClvResult &result, Interval interval)
{
    const auto customers = double(result.customers);
    result.totalLow = interval.low;
    result.totalHigh = interval.high;
    result.meanClvLow = interval.low / customers;
    result.meanClvHigh = interval.high / customers;
}

/// The result that needs no model.
ClvResult withHistoricMean(ClvResult result, const PurchaseSummary &summary)
{
    result.purchaseFit.model = u"historic-mean"_s;
    auto values = std::make_shared<CustomerValues>(historicMean(summary, result.query));
    addTotals(result, *values);
    setInterval(result, {});
    result.values = std::move(values);
    return result;
}

} // namespace

Result<void> validate(const ClvQuery &query)
{
    if (!(query.margin > 0 && query.margin <= 1)) {
        return badOption(QCoreApplication::translate(
                             "Clv", "The margin must be above 0 and at most 1 (100 %), not %1.")
                             .arg(number(query.margin)));
    }
    if (!(query.annualDiscountRate > -1 && query.annualDiscountRate <= 10)) {
        return badOption(QCoreApplication::translate(
                             "Clv", "The discount rate must be above -1 and at most 10, not %1.")
                             .arg(number(query.annualDiscountRate)));
    }
    if (query.horizonPeriods && !(*query.horizonPeriods >= 0 && *query.horizonPeriods <= 1e6)) {
        return badOption(
            QCoreApplication::translate(
                "Clv", "The horizon must be a number of periods from 0 to 1,000,000, not %1.")
                .arg(number(*query.horizonPeriods)));
    }
    if (!(query.intervalLevel > 0 && query.intervalLevel < 1)) {
        return badOption(QCoreApplication::translate(
                             "Clv", "The interval must lie between 0 and 1, such as 0.9, not %1.")
                             .arg(number(query.intervalLevel)));
    }
    if (query.calibrationEnd.isValid() && query.until.isValid()
        && query.calibrationEnd >= query.until) {
        return badOption(
            QCoreApplication::translate(
                "Clv", "The calibration end %1 must lie before the last day of data used, %2.")
                .arg(query.calibrationEnd.toString(Qt::ISODate),
                     query.until.toString(Qt::ISODate)));
    }
    return {};
}

Result<ClvResult> computeClv(const Customers::Snapshot &snapshot, const ClvQuery &query,
                             const Progress &progress, const ClvResult *warmStart,
                             bool withCustomerIntervals, TotalInterval total)
{
    if (const Result<void> valid = validate(query); !valid)
        return valid.error();
    ClvResult result;
    result.query = query;
    result.dataVersion = snapshot.version;
    result.until = query.until.isValid() ? query.until : snapshot.purchaseExtent.until;
    if (!result.until.isValid()) {
        return Error{
            Error::Kind::Data,
            QCoreApplication::translate(
                "Clv",
                "There are no purchases yet. Import transactions to compute lifetime values.")};
    }
    if (query.calibrationEnd.isValid() && query.calibrationEnd >= result.until) {
        return badOption(
            QCoreApplication::translate(
                "Clv", "The calibration end %1 must lie before the last day of data used, %2.")
                .arg(query.calibrationEnd.toString(Qt::ISODate),
                     result.until.toString(Qt::ISODate)));
    }
    for (const QString &field : query.covariates) {
        const bool isKnown = snapshot.codedColumn(field)
                             || std::any_of(snapshot.numbers.begin(), snapshot.numbers.end(),
                                            [&field](const Customers::NumberColumn &column) {
                                                return column.field == field;
                                            });
        if (!isKnown) {
            return badOption(
                QCoreApplication::translate(
                    "Clv", "The covariate \"%1\" is not an attribute of the customers.")
                    .arg(field));
        }
        return badOption(QCoreApplication::translate(
                             "Clv", "The model %1 takes no covariates. Leave out \"%2\".")
                             .arg(modelTitle(query.model), field));
    }
    if (query.model == Model::Auto) {
        const Result<Comparison> comparison = compareModels(snapshot, query, progress.part(0, 0.6));
        if (!comparison)
            return comparison.error();
        ClvQuery chosen = query;
        chosen.model = comparison->recommended >= 0
                           ? comparison->candidates[comparison->recommended].model
                           : Model::BgNbd;
        return computeClv(snapshot, chosen, progress.part(0.6, 1), nullptr, withCustomerIntervals);
    }
    std::unique_ptr<const PurchaseModel> model = purchaseModel(query.model);
    if (!model) {
        return badOption(
            QCoreApplication::translate(
                "Clv", "The model %1 is not available for these data. Choose another model.")
                .arg(modelTitle(query.model)));
    }

    progress.report(0.02, QCoreApplication::translate("Clv", "Summarising purchases"));
    const PurchaseSummary summary = summarise(snapshot, result.until, query.period);
    if (summary.size() == 0) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Clv", "No customer bought anything until %1. Choose a later day.")
                         .arg(result.until.toString(Qt::ISODate))};
    }
    const bool hasHoldout = query.calibrationEnd.isValid();
    const PurchaseSummary calibration =
        hasHoldout ? summarise(snapshot, query.calibrationEnd, query.period) : PurchaseSummary{};
    const PurchaseSummary &fitted = hasHoldout ? calibration : summary;
    result.customers = qint64(summary.size());
    result.repeatCustomers = repeatCustomersOf(summary);
    result.spendCorrelation = spendCorrelationOf(fitted);
    const std::int32_t firstDay =
        fitted.size() == 0 ? 0 : *std::min_element(fitted.firstDay.begin(), fitted.firstDay.end());
    judgeStrength(result, repeatCustomersOf(fitted),
                  dayNumber(fitted.until.isValid() ? fitted.until : result.until) - firstDay + 1);
    if (result.strength == DataStrength::TooThin)
        return withHistoricMean(std::move(result), summary);

    progress.report(0.1, QCoreApplication::translate("Clv", "Fitting the model"));
    const auto fitStart = std::chrono::steady_clock::now();
    const Cancelled isCancelled = [&progress] { return progress.isCancelled(); };
    const double unitsPerPeriod = daysPerPeriod(query.period);
    const PurchaseRows rows = groupRows(summary.x, summary.tx, summary.T, unitsPerPeriod);
    const PurchaseRows calibrationRows =
        hasHoldout ? groupRows(calibration.x, calibration.tx, calibration.T, unitsPerPeriod)
                   : PurchaseRows{};
    const PurchaseRows &fittedRows = hasHoldout ? calibrationRows : rows;
    const bool isSameModel = warmStart && warmStart->purchaseFit.model == modelName(query.model)
                             && warmStart->query.period == query.period;
    const bool isRegular = query.model == Model::BgCnbdK || query.model == Model::MbgCnbdK;
    Fit fit;
    if (isRegular) {
        const double sumLogGaps =
            std::accumulate(fitted.logGaps.begin(), fitted.logGaps.end(), 0.0);
        RegularFit best =
            fitRegular(query.model == Model::MbgCnbdK ? 1 : 0, fittedRows, sumLogGaps, isCancelled);
        fit = std::move(best.fit);
        model = std::move(best.model);
    } else {
        fit = fitPurchases(*model, fittedRows,
                           isSameModel ? valuesOf(warmStart->purchaseFit) : std::vector<double>{},
                           isCancelled);
    }
    if (progress.isCancelled())
        return Error::cancelled();
    const bool isSameSpend =
        warmStart && warmStart->spendFit && query.spend == SpendModel::GammaGamma;
    const SpendForecast spend = forecastSpend(
        query.spend, fitted, summary,
        isSameSpend ? valuesOf(*warmStart->spendFit) : std::vector<double>{}, isCancelled);
    result.secondsFit = secondsSince(fitStart);
    if (progress.isCancelled())
        return Error::cancelled();
    result.purchaseFit =
        summaryOf(fit, model->parameterNames(), modelName(query.model), double(fitted.size()));
    if (isRegular)
        result.purchaseFit.parameters.append(
            {u"k"_s, double(static_cast<const CnbdKModel &>(*model).k()), notAvailable});
    if (spend.model == SpendModel::GammaGamma) {
        constexpr std::array<std::string_view, 3> names{"p", "q", "gamma"};
        const double observations =
            double(GammaGamma::spendRows(fitted.x, fitted.meanSpend).x.size());
        result.spendFit =
            summaryOf(spend.fit, names, spendModelName(SpendModel::GammaGamma), observations);
    } else if (spend.model != query.spend && result.remark.isEmpty()) {
        result.remark =
            spend.model == SpendModel::None
                ? QCoreApplication::translate(
                    "Clv", "The purchases carry no amounts, so that only their number is forecast.")
                : QCoreApplication::translate(
                    "Clv", "The spend model could not be fitted: observed means are used.");
    }
    if (!std::isfinite(fit.logLikelihood) || fit.parameters.size() != model->size()) {
        result.strength = DataStrength::TooThin;
        result.remark = QCoreApplication::translate(
            "Clv", "Historic mean instead of a model: no fit was found for these data.");
        return withHistoricMean(std::move(result), summary);
    }

    progress.report(0.5, QCoreApplication::translate("Clv", "Predicting purchases"));
    const auto predictStart = std::chrono::steady_clock::now();
    const ValueTerms terms = valueTerms(query);
    const Prediction prediction = predict(*model, fit.parameters, rows, terms);
    auto values = std::make_shared<CustomerValues>();
    values->customer = summary.customer;
    values->x = summary.x;
    values->tx = summary.tx;
    values->T = summary.T;
    values->meanSpend = summary.meanSpend;
    values->expectedSpend = spend.expected;
    values->pAlive.resize(summary.size());
    values->expectedPurchases.resize(summary.size());
    values->clv.resize(summary.size());
    for (std::size_t i = 0; i < summary.size(); ++i) {
        const std::uint32_t row = rows.rowOf[i];
        values->pAlive[i] = prediction.pAlive[row];
        values->expectedPurchases[i] = prediction.expectedOf(row);
        values->clv[i] = terms.margin * spend.expected[i] * prediction.discountedOf(row);
    }
    addTotals(result, *values);
    if (progress.isCancelled())
        return Error::cancelled();
    progress.report(0.6, QCoreApplication::translate("Clv", "Drawing intervals"));
    if (spend.model == SpendModel::None || total == TotalInterval::None)
        setInterval(result, {});
    else
        setInterval(result, totalInterval(*model, fit, spend, summary, rows, values->clv, terms,
                                          query.intervalLevel, query.seed,
                                          total == TotalInterval::Full ? fullDraws : coarseDraws));
    if (withCustomerIntervals) {
        customerIntervals(*model, fit, spend, rows, prediction, terms, query.intervalLevel,
                          query.seed, values->clvLow, values->clvHigh);
    }
    if (progress.isCancelled())
        return Error::cancelled();
    progress.report(0.9, QCoreApplication::translate("Clv", "Checking the fit"));
    result.frequency = frequencyFit(*model, fit.parameters, fittedRows);
    if (hasHoldout)
        result.holdout =
            judge(*model, fit.parameters, snapshot, calibration, calibrationRows, result.until);
    result.values = std::move(values);
    result.secondsPredict = secondsSince(predictStart);
    if (progress.isCancelled())
        return Error::cancelled();
    return result;
}

} // namespace Clv
