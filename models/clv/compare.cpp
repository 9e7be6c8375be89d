#include "models/clv/clvjob.h"

#include "models/clv/fitsummary.h"
#include "models/clv/historicmean.h"
#include "models/clv/holdout.h"
#include "models/clv/models.h"
#include "models/clv/purchasefit.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace Clv {

namespace {

constexpr double holdoutShare = 0.25; // of the days of data, where no calibration end is given

/// The day that parts fitting from judging.
QDate calibrationEndOf(const DateRange &known, const ClvQuery &query)
{
    if (query.calibrationEnd.isValid())
        return query.calibrationEnd;
    return known.until.addDays(-qint64(double(known.from.daysTo(known.until)) * holdoutShare));
}

/// Errors that differ by less than a percentage point count as equal; then BIC decides.
double rankOf(const Candidate &candidate)
{
    return std::isfinite(candidate.holdoutError)
               ? std::round(std::abs(candidate.holdoutError) * 100)
               : 1e9;
}

QString reasonOf(const Candidate &best)
{
    const QString title = modelTitle(best.model);
    if (!std::isfinite(best.holdoutError))
        return QCoreApplication::translate("Clv", "%1 fits best by BIC.").arg(title);
    const double percent = std::round(best.holdoutError * 1000) / 10;
    if (isContractual(best.model)) {
        //: %1 is a model's name, %2 a percentage such as "3.5"
        return (percent < 0
                    ? QCoreApplication::translate(
                        "Clv",
                        "%1 predicted the renewals of the holdout period best: %2 % too few.")
                    : QCoreApplication::translate(
                        "Clv",
                        "%1 predicted the renewals of the holdout period best: %2 % too many."))
            .arg(title, QString::number(std::abs(percent), 'f', 1));
    }
    //: %1 is a model's name, %2 a percentage such as "3.5"
    return (percent < 0
                ? QCoreApplication::translate(
                    "Clv", "%1 predicted the purchases of the holdout period best: %2 % too few.")
                : QCoreApplication::translate(
                    "Clv", "%1 predicted the purchases of the holdout period best: %2 % too many."))
        .arg(title, QString::number(std::abs(percent), 'f', 1));
}

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

/// Whole data and the part until the calibration's end, as one way of counting sees them.
struct Split
{
    PurchaseSummary whole;
    PurchaseSummary calibration;
    SpendForecast spend;
};

Split splitOf(const Customers::Snapshot &snapshot, const ClvQuery &query, QDate until,
              QDate calibrationEnd, const Cancelled &isCancelled)
{
    Split split;
    split.whole = summaryFor(snapshot, query.model, query.period, until);
    if (calibrationEnd < until)
        split.calibration = summaryFor(snapshot, query.model, query.period, calibrationEnd);
    split.spend = forecastSpend(query.spend, split.whole, split.whole, {}, isCancelled);
    return split;
}

/// Mean lifetime value of a fit to the whole data.
double meanClvOf(const PurchaseFit &fit, const ClvQuery &query, const Split &split)
{
    const ValueTerms terms = valueTerms(query);
    std::vector<Prediction> predictions;
    for (const CustomerGroup &group : fit.groups)
        predictions.push_back(predict(
            *fit.model, fit.process.parameters(fit.fit.parameters, group.z), group.rows, terms));
    CustomerValues values;
    fillValues(values, split.whole, fit.groups, predictions, split.spend.expected, terms);
    return meanOf(values.clv);
}

bool isUsable(const PurchaseFit &fit)
{
    return std::isfinite(fit.fit.logLikelihood) && fit.fit.parameters.size() == fit.process.size();
}

bool isThin(const PurchaseSummary &summary, const ClvQuery &query)
{
    ClvResult probe;
    probe.query = query;
    judgeStrength(
        probe,
        std::count_if(summary.x.begin(), summary.x.end(), [](std::uint32_t x) { return x > 0; }),
        366);
    return probe.strength == DataStrength::TooThin;
}

/// The fit of the query's model in an earlier comparison, to start from.
const FitSummary *earlierFit(const Comparison *earlier, const ClvQuery &query)
{
    if (!earlier)
        return nullptr;
    for (const Candidate &candidate : earlier->candidates) {
        if (!candidate.isHistoricMean && candidate.model == query.model)
            return &candidate.fit;
    }
    return nullptr;
}

Result<QList<Candidate>> purchaseCandidates(const Customers::Snapshot &snapshot,
                                            const ClvQuery &query, QDate until,
                                            QDate calibrationEnd, Comparison &comparison,
                                            const Progress &progress, const Comparison *earlier)
{
    const Cancelled isCancelled = [&progress] { return progress.isCancelled(); };
    QList<Model> models = candidateModels();
    if (!query.covariates.isEmpty())
        models.removeIf([](Model model) { return !takesCovariates(model); });
    if (usesSummaries(snapshot)) // without times between purchases
        models.removeIf([](Model model) { return model == Model::BgCnbdK || model == Model::MbgCnbdK; });
    const Split split = splitOf(snapshot, query, until, calibrationEnd, isCancelled);
    QList<Candidate> candidates;
    if (split.whole.size() == 0) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Clv", "No customer bought anything until %1. Choose a later day.")
                         .arg(until.toString(Qt::ISODate))};
    }
    if (isThin(split.whole, query))
        return candidates;
    std::map<Model, Fit> wholeFits;
    std::map<Model, Fit> splitFits;
    const auto known = [](const std::map<Model, Fit> &fits, Model model) -> const Fit * {
        const std::optional<Nesting> nesting = nestingOf(model);
        const auto at = nesting ? fits.find(nesting->simpler) : fits.end();
        return at == fits.end() ? nullptr : &at->second;
    };
    for (qsizetype i = 0; i < models.size(); ++i) {
        progress.report(
            double(i) / double(models.size()),
            QCoreApplication::translate("Clv", "Fitting %1").arg(modelTitle(models[i])));
        ClvQuery one = query;
        one.model = models[i];
        if (one.model != Model::ParetoNbd) // the others have no two effects that could be one
            one.equalCovariates.clear();
        const Result<PurchaseFit> fit =
            fitPurchaseModel(snapshot, one, split.whole, earlierFit(earlier, one),
                             known(wholeFits, models[i]), isCancelled);
        if (!fit)
            return fit.error();
        if (progress.isCancelled())
            return Error::cancelled();
        if (!isUsable(*fit))
            continue;
        Candidate candidate;
        candidate.model = models[i];
        candidate.fit = summaryOf(*fit, one, split.whole);
        candidate.meanClv = meanClvOf(*fit, one, split);
        if (const Fit *simpler = known(wholeFits, models[i]);
            simpler && query.covariates.isEmpty()) {
            const Nesting nesting = *nestingOf(models[i]);
            comparison.tests.append(
                likelihoodRatio(modelName(models[i]), modelName(nesting.simpler),
                                fit->fit.logLikelihood, simpler->logLikelihood, nesting.degrees));
        }
        wholeFits[models[i]] = fit->fit;
        if (split.calibration.size() > 0 && !isThin(split.calibration, query)) {
            const Result<PurchaseFit> early =
                fitPurchaseModel(snapshot, one, split.calibration, &candidate.fit,
                                 known(splitFits, models[i]), isCancelled);
            if (!early)
                return early.error();
            if (progress.isCancelled())
                return Error::cancelled();
            if (isUsable(*early)) {
                splitFits[models[i]] = early->fit;
                const HoldoutError error =
                    holdoutError(early->process, early->fit.parameters, snapshot, split.calibration,
                                 early->groups, until);
                candidate.holdoutError = error.relative;
                candidate.holdoutMae = error.mae;
            }
        }
        candidates.append(candidate);
    }
    return candidates;
}

/// A model with a way of counting of its own, fitted to the whole data and judged on their end;
/// none where the data are too thin for it.
Result<std::optional<Candidate>> ownCandidate(const Customers::Snapshot &snapshot,
                                              const ClvQuery &query, QDate calibrationEnd,
                                              Comparison &comparison, const Progress &progress)
{
    ClvQuery whole = query;
    whole.calibrationEnd = {};
    const Result<ClvResult> now =
        computeClv(snapshot, whole, progress, nullptr, false, TotalInterval::None);
    if (!now)
        return now.error();
    if (now->strength == DataStrength::TooThin)
        return std::optional<Candidate>();
    Candidate candidate;
    candidate.model = query.model;
    candidate.fit = now->purchaseFit;
    candidate.meanClv = now->meanClv;
    comparison.tests.append(now->tests);
    if (calibrationEnd < now->until) {
        ClvQuery split = whole;
        split.until = now->until;
        split.calibrationEnd = calibrationEnd;
        const Result<ClvResult> judged =
            computeClv(snapshot, split, progress, nullptr, false, TotalInterval::None);
        if (!judged)
            return judged.error();
        if (judged->holdout && judged->holdout->actual > 0) {
            candidate.holdoutError = judged->holdout->predicted / judged->holdout->actual - 1;
            candidate.holdoutMae = judged->holdout->mae;
        }
    }
    return std::optional(candidate);
}

Result<QList<Candidate>> contractCandidates(const Customers::Snapshot &snapshot,
                                            const ClvQuery &query, QDate calibrationEnd,
                                            Comparison &comparison, const Progress &progress)
{
    QList<Candidate> candidates;
    for (const Model model : {Model::Sbg, Model::Bdw}) {
        ClvQuery one = query;
        one.model = model;
        const Result<std::optional<Candidate>> candidate =
            ownCandidate(snapshot, one, calibrationEnd, comparison, progress);
        if (!candidate)
            return candidate.error();
        if (!*candidate)
            return QList<Candidate>();
        candidates.append(**candidate);
    }
    return candidates;
}

/// The yardstick: everybody goes on at the average rate.
Candidate historicCandidate(const Customers::Snapshot &snapshot, const ClvQuery &query, QDate until,
                            QDate calibrationEnd)
{
    Candidate mean;
    mean.isHistoricMean = true;
    mean.fit.model = QStringLiteral("historic-mean");
    const PurchaseSummary summary = summaryFor(snapshot, query.model, query.period, until);
    if (summary.size() == 0)
        return mean;
    mean.meanClv = meanOf(historicMean(summary, query).clv);
    const PurchaseSummary calibration =
        summaryFor(snapshot, query.model, query.period, calibrationEnd);
    if (calibration.size() > 0 && calibrationEnd < until) {
        const std::vector<std::uint32_t> counts =
            purchasesBetween(snapshot, calibration, calibrationEnd, until);
        const double actual = std::accumulate(counts.begin(), counts.end(), 0.0);
        const double length = double(calibrationEnd.daysTo(until)) / daysPerPeriod(query.period);
        if (actual > 0)
            mean.holdoutError = historicPurchases(calibration, length) / actual - 1;
    }
    return mean;
}

} // namespace

Comparison comparisonOf(const ClvResult &result)
{
    Comparison comparison;
    if (result.customers == 0)
        return comparison;
    Candidate candidate;
    const std::optional<Model> model = modelFromName(result.purchaseFit.model);
    candidate.isHistoricMean = !model;
    candidate.model = model.value_or(candidate.model);
    candidate.fit = result.purchaseFit;
    candidate.meanClv = result.meanClv;
    if (result.holdout && result.holdout->actual > 0) {
        candidate.holdoutError = result.holdout->predicted / result.holdout->actual - 1;
        candidate.holdoutMae = result.holdout->mae;
    }
    comparison.candidates.append(candidate);
    return comparison;
}

Model recommendedModel(const Comparison &comparison, const Customers::Snapshot &snapshot)
{
    if (comparison.recommended >= 0
        && !comparison.candidates[comparison.recommended].isHistoricMean)
        return comparison.candidates[comparison.recommended].model;
    return purchasesKnown(snapshot).isValid() ? Model::BgNbd : Model::Sbg;
}

Result<Comparison> compareModels(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                 const Progress &progress, const Comparison *earlier)
{
    Comparison comparison;
    const bool isContract = isContractual(query.model) || !purchasesKnown(snapshot).isValid();
    const DateRange known = isContract ? contractExtent(snapshot) : purchasesKnown(snapshot);
    const QDate until = query.until.isValid() ? query.until : known.until;
    if (!until.isValid() || !known.isValid()) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate("Clv", "There are no purchases yet. Import "
                                                        "transactions to compute lifetime "
                                                        "values.")};
    }
    const bool hasNoHoldout = !isContract && usesSummaries(snapshot);
    const QDate calibrationEnd =
        hasNoHoldout ? until : calibrationEndOf({known.from, until}, query);
    ClvQuery counted = query; // all candidates count purchases alike, not opportunities
    counted.model = isContract ? Model::Sbg : Model::BgNbd;
    if (isContract && !isContractual(query.model) && query.period == PeriodUnit::Week)
        counted.period = usualPeriod(counted.model); // a week is nobody's billing period
    if (query.model == Model::BgBb)
        counted.period = usualPeriod(counted.model);
    if (counted.period != query.period && counted.horizonPeriods)
        *counted.horizonPeriods *= daysPerPeriod(query.period) / daysPerPeriod(counted.period);
    const Result<QList<Candidate>> found =
        isContract
            ? contractCandidates(snapshot, counted, calibrationEnd, comparison, progress)
            : purchaseCandidates(snapshot, counted, until, calibrationEnd, comparison, progress,
                                 earlier);
    if (!found)
        return found.error();
    QList<Candidate> candidates = *found;
    if (query.model == Model::BgBb && !candidates.isEmpty() && query.covariates.isEmpty()) {
        const Result<std::optional<Candidate>> own =
            ownCandidate(snapshot, query, calibrationEnd, comparison, Progress(progress.stopToken()));
        if (!own)
            return own.error();
        if (*own)
            candidates.append(**own);
    }
    const bool isTooThin = candidates.isEmpty();
    if (!isContract || isTooThin)
        candidates.append(historicCandidate(snapshot, counted, until, calibrationEnd));

    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) {
                         if (a.isHistoricMean != b.isHistoricMean)
                             return b.isHistoricMean; // the yardstick stands last
                         if (a.fit.converged != b.fit.converged)
                             return a.fit.converged;
                         if (rankOf(a) != rankOf(b))
                             return rankOf(a) < rankOf(b);
                         // Opportunities instead of purchases: its BIC is of other data.
                         if ((a.model == Model::BgBb) != (b.model == Model::BgBb))
                             return b.model == Model::BgBb;
                         return a.fit.bic < b.fit.bic;
                     });
    comparison.candidates = candidates;
    if (isTooThin) {
        comparison.recommended = int(candidates.size()) - 1;
        comparison.reason =
            isContract
                ? QCoreApplication::translate("Clv", "Too few customers renewed for a model.")
                : QCoreApplication::translate(
                    "Clv", "Too few customers bought more than once for a model.");
    } else {
        comparison.recommended = 0;
        comparison.reason = reasonOf(candidates.first());
    }
    return comparison;
}

} // namespace Clv
