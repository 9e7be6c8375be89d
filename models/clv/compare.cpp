#include "models/clv/clvjob.h"

#include "models/clv/historicmean.h"
#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Clv {

namespace {

constexpr double holdoutShare = 0.25; // of the days of data, where no calibration end is given

/// The day that parts fitting from judging.
QDate calibrationEndOf(const Customers::Snapshot &snapshot, const ClvQuery &query, QDate until)
{
    if (query.calibrationEnd.isValid())
        return query.calibrationEnd;
    const qint64 days = snapshot.purchaseExtent.from.daysTo(until);
    return until.addDays(-qint64(double(days) * holdoutShare));
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
    //: %1 is a model's name, %2 a percentage such as "3.5"
    return (percent < 0
                ? QCoreApplication::translate(
                    "Clv", "%1 predicted the purchases of the holdout period best: %2 % too few.")
                : QCoreApplication::translate(
                    "Clv", "%1 predicted the purchases of the holdout period best: %2 % too many."))
        .arg(title, QString::number(std::abs(percent), 'f', 1));
}

} // namespace

Result<Comparison> compareModels(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                 const Progress &progress)
{
    Comparison comparison;
    QList<Candidate> candidates;
    const QList<Model> models = candidateModels();
    const QDate until = query.until.isValid() ? query.until : snapshot.purchaseExtent.until;
    const QDate calibrationEnd =
        until.isValid() ? calibrationEndOf(snapshot, query, until) : QDate();
    bool isTooThin = false;
    for (qsizetype i = 0; i < models.size(); ++i) {
        const Progress part =
            progress.part(double(i) / double(models.size()), double(i + 1) / double(models.size()));
        ClvQuery whole = query;
        whole.model = models[i];
        whole.calibrationEnd = {};
        const Result<ClvResult> now =
            computeClv(snapshot, whole, part.part(0, 0.5), nullptr, false, TotalInterval::None);
        if (!now)
            return now.error();
        if (now->strength == DataStrength::TooThin) {
            isTooThin = true;
            break;
        }
        Candidate candidate;
        candidate.model = models[i];
        candidate.fit = now->purchaseFit;
        candidate.meanClv = now->meanClv;
        if (calibrationEnd < until) {
            ClvQuery split = whole;
            split.until = until;
            split.calibrationEnd = calibrationEnd;
            const Result<ClvResult> judged =
                computeClv(snapshot, split, part.part(0.5, 1), &*now, false, TotalInterval::None);
            if (!judged)
                return judged.error();
            if (judged->holdout && judged->holdout->actual > 0)
                candidate.holdoutError = (judged->holdout->predicted - judged->holdout->actual)
                                         / judged->holdout->actual;
        }
        candidates.append(candidate);
    }

    Candidate mean;
    mean.isHistoricMean = true;
    const PurchaseSummary summary = summarise(snapshot, until, query.period);
    if (summary.size() > 0) {
        const CustomerValues values = historicMean(summary, query);
        mean.meanClv =
            std::accumulate(values.clv.begin(), values.clv.end(), 0.0) / double(values.size());
        const PurchaseSummary calibration = summarise(snapshot, calibrationEnd, query.period);
        if (calibration.size() > 0 && calibrationEnd < until) {
            const std::vector<std::uint32_t> counts =
                purchasesBetween(snapshot, calibration, calibrationEnd, until);
            const double actual = std::accumulate(counts.begin(), counts.end(), 0.0);
            const double length =
                double(calibrationEnd.daysTo(until)) / daysPerPeriod(query.period);
            if (actual > 0)
                mean.holdoutError = historicPurchases(calibration, length) / actual - 1;
        }
    }
    mean.fit.model = QStringLiteral("historic-mean");
    candidates.append(mean);

    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) {
                         if (a.isHistoricMean != b.isHistoricMean)
                             return b.isHistoricMean; // the yardstick stands last
                         if (a.fit.converged != b.fit.converged)
                             return a.fit.converged;
                         if (rankOf(a) != rankOf(b))
                             return rankOf(a) < rankOf(b);
                         return a.fit.bic < b.fit.bic;
                     });
    comparison.candidates = candidates;
    if (isTooThin || candidates.first().isHistoricMean) {
        comparison.recommended = int(candidates.size()) - 1;
        comparison.reason = QCoreApplication::translate(
            "Clv", "Too few customers bought more than once for a model.");
    } else {
        comparison.recommended = 0;
        comparison.reason = reasonOf(candidates.first());
    }
    return comparison;
}

} // namespace Clv
