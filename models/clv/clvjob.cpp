#include "models/clv/clvjob.h"

#include "models/clv/contractjob.h"
#include "models/clv/fitsummary.h"
#include "models/clv/gammagamma.h"
#include "models/clv/historicmean.h"
#include "models/clv/holdout.h"
#include "models/clv/intervals.h"
#include "models/clv/models.h"
#include "models/clv/purchasefit.h"
#include "models/clv/selection.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

QString number(double value) { return QLocale::c().toString(value, 'g', 6); }

Error badOption(const QString &message) { return {Error::Kind::Definition, message}; }

Error badCalibrationEnd(QDate calibrationEnd, QDate until)
{
    return badOption(
        QCoreApplication::translate(
            "Clv", "The calibration end %1 must lie before the last day of data used, %2.")
            .arg(calibrationEnd.toString(Qt::ISODate), until.toString(Qt::ISODate)));
}

qint64 repeatCustomersOf(const PurchaseSummary &summary)
{
    return std::count_if(summary.x.begin(), summary.x.end(), [](std::uint32_t x) { return x > 0; });
}

void addTotals(ClvResult &result, const CustomerValues &values)
{
    result.totalClv = 0;
    result.realisedTotal = 0;
    result.activeCustomers = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        result.totalClv += values.clv[i];
        result.realisedTotal += values.realised[i];
        result.activeCustomers += values.pAlive[i] >= 0.5 ? 1 : 0;
    }
    result.meanClv = result.totalClv / double(values.size());
}

void setBounds(ClvResult &result, const TotalBounds &bounds)
{
    const auto customers = double(result.customers);
    result.totalLow = bounds.outcome.low;
    result.totalHigh = bounds.outcome.high;
    result.meanClvLow = bounds.outcome.low / customers;
    result.meanClvHigh = bounds.outcome.high / customers;
    result.expectedLow = bounds.expected.low;
    result.expectedHigh = bounds.expected.high;
}

/// The result that needs no model.
ClvResult withHistoricMean(ClvResult result, const PurchaseSummary &summary)
{
    result.purchaseFit = {};
    result.purchaseFit.model = u"historic-mean"_s;
    auto values = std::make_shared<CustomerValues>(historicMean(summary, result.query));
    values->byValue = orderByValue(*values);
    addTotals(result, *values);
    setBounds(result, {});
    result.values = std::move(values);
    return result;
}

void describeSpend(ClvResult &result, const SpendForecast &spend, const PurchaseSummary &fitted)
{
    if (spend.model == SpendModel::GammaGamma) {
        const double observations =
            double(GammaGamma::spendRows(fitted.x, fitted.meanSpend).x.size());
        result.spendFit = summaryOf(spend.fit, {u"p"_s, u"q"_s, u"gamma"_s},
                                    spendModelName(SpendModel::GammaGamma), observations);
    } else if (spend.model != result.query.spend && result.remark.isEmpty()) {
        result.remark =
            spend.model == SpendModel::None
                ? QCoreApplication::translate(
                    "Clv", "The purchases carry no amounts, so that only their number is forecast.")
                : QCoreApplication::translate(
                    "Clv", "The spend model could not be fitted: observed means are used.");
    }
}

/// The fit against that of the simpler model it contains, which is fitted for the purpose.
QList<LikelihoodRatioTest> testsOf(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                   const PurchaseSummary &fitted, const FitSummary &summary,
                                   int parameters, const Cancelled &isCancelled)
{
    ClvQuery simpler = query;
    int degrees = 0;
    if (!query.covariates.isEmpty()) {
        simpler.covariates.clear();
        simpler.equalCovariates.clear();
        degrees = parameters - int(purchaseModel(query.model)->size());
    } else if (const std::optional<Nesting> nesting = nestingOf(query.model);
               nesting && query.model != Model::ParetoNbd && query.model != Model::BgNbd) {
        simpler.model = nesting->simpler;
        degrees = nesting->degrees;
    } else {
        return {};
    }
    const Result<PurchaseFit> other =
        fitPurchaseModel(snapshot, simpler, fitted, nullptr, nullptr, isCancelled);
    if (!other || !other->fit.isConverged())
        return {};
    return {likelihoodRatio(summary.model, modelName(simpler.model), summary.logLikelihood,
                            other->fit.logLikelihood, degrees)};
}

Result<ClvResult> computePurchaseClv(const Customers::Snapshot &snapshot, ClvResult result,
                                     const Progress &progress, const ClvResult *warmStart,
                                     bool withCustomerIntervals, TotalInterval total)
{
    const ClvQuery query = result.query;
    const Cancelled isCancelled = [&progress] { return progress.isCancelled(); };
    progress.report(0.02, QCoreApplication::translate("Clv", "Summarising purchases"));
    const PurchaseSummary summary = summaryFor(snapshot, query.model, query.period, result.until);
    if (summary.size() == 0) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Clv", "No customer bought anything until %1. Choose a later day.")
                         .arg(result.until.toString(Qt::ISODate))};
    }
    const bool hasHoldout = query.calibrationEnd.isValid();
    const PurchaseSummary calibration =
        hasHoldout ? summaryFor(snapshot, query.model, query.period, query.calibrationEnd)
                   : PurchaseSummary{};
    const PurchaseSummary &fitted = hasHoldout ? calibration : summary;
    result.customers = qint64(summary.size());
    result.repeatCustomers = repeatCustomersOf(summary);
    judgeIndependence(result, fitted);
    const std::int32_t firstDay =
        fitted.size() == 0 ? 0 : *std::min_element(fitted.firstDay.begin(), fitted.firstDay.end());
    judgeStrength(result, repeatCustomersOf(fitted),
                  dayNumber(fitted.until.isValid() ? fitted.until : result.until) - firstDay + 1);
    if (result.strength == DataStrength::TooThin)
        return withHistoricMean(std::move(result), summary);

    progress.report(0.1, QCoreApplication::translate("Clv", "Fitting the model"));
    const auto fitStart = std::chrono::steady_clock::now();
    const bool isSameModel = warmStart && warmStart->purchaseFit.model == modelName(query.model)
                             && warmStart->query.period == query.period;
    Result<PurchaseFit> fit =
        fitPurchaseModel(snapshot, query, fitted, isSameModel ? &warmStart->purchaseFit : nullptr,
                         nullptr, isCancelled);
    if (!fit)
        return fit.error();
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
    result.purchaseFit = summaryOf(*fit, query, fitted);
    describeSpend(result, spend, fitted);
    if (!std::isfinite(fit->fit.logLikelihood)
        || fit->fit.parameters.size() != fit->process.size()) {
        result.strength = DataStrength::TooThin;
        result.remark = QCoreApplication::translate(
            "Clv", "Historic mean instead of a model: no fit was found for these data.");
        return withHistoricMean(std::move(result), summary);
    }
    if (withCustomerIntervals)
        result.tests = testsOf(snapshot, query, fitted, result.purchaseFit,
                               int(fit->process.size()), isCancelled);

    progress.report(0.5, QCoreApplication::translate("Clv", "Predicting purchases"));
    const auto predictStart = std::chrono::steady_clock::now();
    const ValueTerms terms = valueTerms(query);
    const std::vector<double> &parameters = fit->fit.parameters;
    std::vector<CustomerGroup> scored;
    if (hasHoldout)
        scored = groupsOf(*fit, snapshot, summary);
    const std::vector<CustomerGroup> &groups = hasHoldout ? scored : fit->groups;
    std::vector<Prediction> predictions;
    for (const CustomerGroup &group : groups)
        predictions.push_back(
            predict(*fit->model, fit->process.parameters(parameters, group.z), group.rows, terms));
    auto values = std::make_shared<CustomerValues>();
    fillValues(*values, summary, groups, predictions, spend.expected, terms);
    if (fit->process.covariates > 0) {
        const std::size_t width = fit->process.shifted.size();
        values->shifts.resize(summary.size() * width);
        for (const CustomerGroup &group : groups) {
            const std::vector<double> shifts = fit->process.shifts(parameters, group.z);
            for (std::size_t i = 0; i < group.size(); ++i)
                std::copy(shifts.begin(), shifts.end(),
                          values->shifts.begin() + std::ptrdiff_t(group.at(i) * width));
        }
    }
    addTotals(result, *values);
    if (progress.isCancelled())
        return Error::cancelled();
    progress.report(0.6, QCoreApplication::translate("Clv", "Drawing intervals"));
    const ValuedPopulation population{fit->process, fit->fit, spend, summary, groups, predictions};
    if (spend.model == SpendModel::None || total == TotalInterval::None)
        setBounds(result, {});
    else
        setBounds(result, totalInterval(population, terms, query.intervalLevel, query.seed,
                                        total == TotalInterval::Full ? fullDraws : coarseDraws));
    if (withCustomerIntervals) {
        customerIntervals(population, terms, query.intervalLevel, query.seed, values->clvLow,
                          values->clvHigh);
        values->byValue = orderByValue(*values);
    }
    if (progress.isCancelled())
        return Error::cancelled();
    progress.report(0.9, QCoreApplication::translate("Clv", "Checking the fit"));
    result.frequency =
        frequencyFit(*fit->model, customerClasses(fit->process, parameters, fit->groups), fitted);
    if (hasHoldout)
        result.holdout =
            judge(fit->process, parameters, snapshot, calibration, fit->groups, result.until);
    result.values = std::move(values);
    result.secondsPredict = secondsSince(predictStart);
    if (progress.isCancelled())
        return Error::cancelled();
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
    if (!(query.retentionCost >= 0 && query.retentionCost < 1e12)) {
        return badOption(
            QCoreApplication::translate(
                "Clv", "The retention cost must be an amount of 0 or more a year, not %1.")
                .arg(number(query.retentionCost)));
    }
    if (!(query.covariatePenalty >= 0 && query.covariatePenalty <= 1e6)) {
        return badOption(QCoreApplication::translate(
                             "Clv", "The covariate penalty must be a number of 0 or more, not %1.")
                             .arg(number(query.covariatePenalty)));
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
        && query.calibrationEnd >= query.until)
        return badCalibrationEnd(query.calibrationEnd, query.until);
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
    const bool isContract = isContractual(query.model)
                            || (query.model == Model::Auto && !purchasesKnown(snapshot).isValid());
    const QDate newest =
        isContract ? contractExtent(snapshot).until : purchasesKnown(snapshot).until;
    result.until = query.until.isValid() ? query.until : newest;
    if (isContract && snapshot.subscriptions.size() == 0 && isContractual(query.model)) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Clv", "There are no subscriptions yet, and %1 looks at nothing else. "
                                "Import subscriptions or choose another model.")
                         .arg(modelTitle(query.model))};
    }
    if (!newest.isValid()) {
        return Error{
            Error::Kind::Data,
            QCoreApplication::translate(
                "Clv",
                "There are no purchases yet. Import transactions to compute lifetime values.")};
    }
    if (!isContract && usesSummaries(snapshot)) {
        if (query.calibrationEnd.isValid())
            return badOption(QCoreApplication::translate(
                "Clv", "Imported summaries do not tell what was bought when: they leave no holdout "
                       "to judge on. Leave out the calibration end."));
        if (result.until < newest) {
            return Error{Error::Kind::Data,
                         QCoreApplication::translate(
                             "Clv", "The imported summaries stand at %1 and tell nothing of "
                                    "earlier days. Choose that day or a later one.")
                             .arg(newest.toString(Qt::ISODate))};
        }
        result.until = newest;
    }
    if (query.calibrationEnd.isValid() && query.calibrationEnd >= result.until)
        return badCalibrationEnd(query.calibrationEnd, result.until);
    if (query.model == Model::Auto) {
        const Result<Comparison> comparison = compareModels(snapshot, query, progress.part(0, 0.6));
        if (!comparison)
            return comparison.error();
        ClvQuery chosen = query;
        chosen.model = recommendedModel(*comparison, snapshot);
        if (isContract && query.period == PeriodUnit::Week) {
            chosen.period = usualPeriod(chosen.model);
            if (chosen.horizonPeriods)
                *chosen.horizonPeriods *=
                    daysPerPeriod(query.period) / daysPerPeriod(chosen.period);
        }
        return computeClv(snapshot, chosen, progress.part(0.6, 1), nullptr, withCustomerIntervals,
                          total);
    }
    if (isContract)
        return computeContractClv(snapshot, std::move(result), progress, withCustomerIntervals,
                                  total);
    return computePurchaseClv(snapshot, std::move(result), progress, warmStart,
                              withCustomerIntervals, total);
}

} // namespace Clv
