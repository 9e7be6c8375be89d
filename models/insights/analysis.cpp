#include "models/insights/analysis.h"

#include "models/clv/covariates.h"
#include "models/clv/models.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace Insights {
namespace {

constexpr qint64 weekDays = 7;

QString step(const char *text) { return QCoreApplication::translate("Analysis", text); }

/// The first attribute with 2 to 20 values that most customers have; attributes before built-in
/// fields.
QString chooseBreakdown(const Customers::Snapshot &snapshot)
{
    static const QStringList builtIn{QStringLiteral("country"), QStringLiteral("city"),
                                     QStringLiteral("channel"), QStringLiteral("company"),
                                     QStringLiteral("stage")};
    QString fallback;
    for (const Customers::CodedColumn &column : snapshot.coded) {
        const qsizetype values = column.values.size() - 1; // [0] is "no value"
        if (values < 2 || values > 20 || column.field == QLatin1String("stage"))
            continue;
        const auto missing = std::ranges::count(column.code, std::uint16_t(0));
        if (2 * missing > std::ssize(column.code))
            continue;
        if (!builtIn.contains(column.field))
            return column.field;
        if (fallback.isEmpty())
            fallback = column.field;
    }
    return fallback;
}

/// The holdout's first day lies half a year back, or a third of the data where they are shorter.
QDate holdoutStart(const DateRange &purchases)
{
    const qint64 days = std::min<qint64>(26 * weekDays, purchases.days() / 3);
    return purchases.until.addDays(-days);
}

/// Equal effects are of attributes that have an effect at all.
void keepEqualOnes(Clv::ClvQuery &query)
{
    query.equalCovariates.removeIf(
        [&](const QString &field) { return !query.covariates.contains(field); });
}

bool isCancelled(const Error &error) { return error.kind == Error::Kind::Cancelled; }

/// What a failed part leaves: its sentence, so that the page can say why it is empty.
Clv::ClvResult withoutModel(const Clv::ClvQuery &query, const Error &error)
{
    Clv::ClvResult result;
    result.query = query;
    result.until = query.until;
    result.strength = Clv::DataStrength::TooThin;
    result.remark = error.message;
    return result;
}

/// The candidates as judged on the usual holdout.
void rankModels(Analysis &analysis, const Progress &progress)
{
    Clv::ClvQuery judged = analysis.clv.query;
    judged.calibrationEnd = analysis.clv.holdout->calibrationEnd;
    Result<Clv::Comparison> models = Clv::compareModels(*analysis.snapshot, judged, progress);
    if (models)
        analysis.models = std::move(*models);
}

/// Values of customers now and over time, and how well the model predicts. Only cancellation fails.
Result<void> computeValues(Analysis &analysis, Clv::ClvQuery query, const Progress &progress,
                           const Clv::ClvResult *warmStart)
{
    const Customers::Snapshot &snapshot = *analysis.snapshot;
    const QDate until = query.until;
    const Progress silent(progress.stopToken());
    Result<Clv::ClvResult> clv =
        Clv::computeClv(snapshot, query, progress.part(0, 0.25), warmStart);
    if (!clv && !isCancelled(clv.error()) && !query.covariates.isEmpty()) {
        // An attribute that cannot explain anything takes nobody's values away.
        const QString reason = clv.error().message;
        query.covariates.clear();
        query.equalCovariates.clear();
        query.covariatePenalty = 0;
        clv = Clv::computeClv(snapshot, query, progress.part(0, 0.25), warmStart);
        if (clv)
            clv->remark = clv->remark.isEmpty() ? reason : reason + u' ' + clv->remark;
    }
    if (!clv) {
        if (isCancelled(clv.error()))
            return clv.error();
        analysis.clv = withoutModel(query, clv.error());
    } else {
        analysis.clv = std::move(*clv);
    }

    // The trend and the judgement of the models need nothing of each other.
    const Equity::EquityQuery equityQuery{
        .clv = query, .from = {}, .until = until, .step = PeriodUnit::Quarter};
    analysis.equity.query = equityQuery;
    analysis.equity.currency = snapshot.currency;
    std::future<Result<Equity::EquityResult>> equity =
        std::async(std::launch::async, [&snapshot, &equityQuery, trend = progress.part(0.25, 0.9)] {
            return Equity::computeEquity(snapshot, equityQuery, trend);
        });

    const DateRange all = Clv::isContractual(query.model) ? Clv::contractExtent(snapshot)
                                                          : snapshot.purchaseExtent;
    const DateRange known{all.from, std::min(all.until, until)};
    if (known.isValid() && known.days() >= 12 * weekDays
        && analysis.clv.strength != Clv::DataStrength::TooThin) {
        Clv::ClvQuery judged = query;
        judged.calibrationEnd = holdoutStart(known);
        Result<Clv::ClvResult> holdout = Clv::computeClv(snapshot, judged, silent, &analysis.clv,
                                                         false, Clv::TotalInterval::None);
        if (holdout)
            analysis.clv.holdout = holdout->holdout;
        if (analysis.query.ranksModels && analysis.clv.holdout)
            rankModels(analysis, silent);
    }

    Result<Equity::EquityResult> series = equity.get();
    if (progress.isCancelled())
        return Error::cancelled();
    if (series)
        analysis.equity = std::move(*series);
    return {};
}

/// The same, as an earlier analysis of the same question found it.
Result<void> copyValues(Analysis &analysis, const Analysis &previous, const Progress &progress)
{
    analysis.clv = previous.clv;
    analysis.equity = previous.equity;
    analysis.models = previous.models;
    if (analysis.query.ranksModels && analysis.models.candidates.isEmpty() && analysis.clv.holdout)
        rankModels(analysis, Progress(progress.stopToken()));
    return progress.isCancelled() ? Result<void>(Error::cancelled()) : Result<void>();
}

/// The lifecycle with its breakdown; without it where the field does not exist.
Result<Lifecycle::LifecycleView> lifecycleView(const Customers::Snapshot &snapshot,
                                               const AnalysisQuery &query, const Progress &progress)
{
    Lifecycle::LifecycleQuery lifecycleQuery{query.filter.period, query.filter.comparison,
                                             query.lifecycleWindowDays, query.breakdownField};
    if (!lifecycleQuery.breakdownField.isEmpty()
        && !snapshot.codedColumn(lifecycleQuery.breakdownField))
        lifecycleQuery.breakdownField.clear();
    if (lifecycleQuery.breakdownField.isEmpty())
        lifecycleQuery.breakdownField = chooseBreakdown(snapshot);
    return Lifecycle::computeLifecycle(snapshot, query.lifecycle, lifecycleQuery, progress);
}

} // namespace

PeriodFilter defaultFilter(const Customers::Snapshot &snapshot)
{
    const DateRange &extent =
        snapshot.purchaseExtent.isValid() ? snapshot.purchaseExtent : snapshot.extent;
    if (!extent.isValid())
        return {};
    PeriodFilter filter;
    filter.period = yearUpTo(extent.until);
    filter.comparison = comparisonRange(filter.period, ComparisonKind::PreviousYear);
    return filter;
}

PeriodUnit modelPeriod(const WorkspaceSettings &settings, Clv::Model model)
{
    if (Clv::isContractual(model))
        return settings.billingPeriod;
    return model == Clv::Model::BgBb ? settings.opportunityPeriod : Clv::usualPeriod(model);
}

Clv::ClvQuery clvQuery(const WorkspaceSettings &settings, QDate until)
{
    Clv::ClvQuery query;
    query.model = Clv::modelFromName(settings.clvModel).value_or(Clv::Model::BgNbd);
    query.spend =
        Clv::spendModelFromName(settings.spendModel).value_or(Clv::SpendModel::GammaGamma);
    query.period = modelPeriod(settings, query.model);
    query.until = until;
    if (settings.horizonMonths > 0)
        query.horizonPeriods =
            settings.horizonMonths * daysPerPeriod(PeriodUnit::Month) / daysPerPeriod(query.period);
    query.annualDiscountRate = settings.annualDiscountRate;
    query.margin = settings.margin;
    query.retentionCost = settings.retentionCost;
    query.discounting = Clv::discountingFromName(settings.discounting)
                            .value_or(Clv::Discounting::Continuous);
    if (Clv::takesCovariates(query.model)) {
        query.covariates = settings.covariates;
        if (!query.covariates.isEmpty())
            query.covariatePenalty = settings.covariatePenalty;
        // Only Pareto/NBD has one coefficient each for purchases and dropout.
        if (query.model == Clv::Model::ParetoNbd)
            query.equalCovariates = settings.equalCovariates;
        keepEqualOnes(query);
    }
    query.intervalLevel = settings.intervalLevel;
    return query;
}

Result<AnalysisPtr> computeAnalysis(Customers::SnapshotPtr snapshot, const AnalysisQuery &query,
                                    const NumberFormat &format, const Progress &progress,
                                    const AnalysisPtr &previous)
{
    auto analysis = std::make_shared<Analysis>();
    analysis->query = query;
    analysis->language = format.language();
    analysis->snapshot = snapshot;
    if (!analysis->query.filter.period.isValid())
        analysis->query.filter = defaultFilter(*snapshot);
    const PeriodFilter &filter = analysis->query.filter;
    const Progress silent(progress.stopToken());

    // The lifecycle needs nothing of the values: it runs beside them.
    std::future<Result<Lifecycle::LifecycleView>> lifecycle;
    if (filter.period.isValid()) {
        lifecycle = std::async(std::launch::async, [&snapshot, &analysis, &silent] {
            return lifecycleView(*snapshot, analysis->query, silent);
        });
    }

    // Purchases after the last one known cannot be waited for: the values stand at the data's last
    // day.
    QDate until = filter.period.until;
    if (snapshot->extent.isValid())
        until = std::min(until, snapshot->extent.until);
    Clv::ClvQuery valueQuery = clvQuery(query.settings, until);
    const QStringList known = Clv::covariateFields(*snapshot);
    valueQuery.covariates.removeIf( // an attribute may have gone with its import
        [&](const QString &field) { return !known.contains(field); });
    keepEqualOnes(valueQuery);
    progress.report(0, step(QT_TRANSLATE_NOOP("Analysis", "Fitting the model")));
    const bool isKnown = previous && previous->snapshot == snapshot
                         && previous->language == format.language()
                         && previous->clv.query == valueQuery;
    const Result<void> valued = isKnown ? copyValues(*analysis, *previous, progress)
                                        : computeValues(*analysis, valueQuery, progress,
                                                        previous ? &previous->clv : nullptr);
    if (!valued)
        return valued.error();

    if (until.isValid()) {
        analysis->spend =
            Equity::summariseSpend(*snapshot, yearUpTo(until), analysis->clv.activeCustomers);
        for (qsizetype i = 0; i < analysis->equity.bridges.size(); ++i) {
            const Equity::EquityBridge &bridge = analysis->equity.bridges[i];
            analysis->quarterlySpend.append(
                Equity::summariseSpend(*snapshot, {bridge.from.addDays(1), bridge.until},
                                       analysis->equity.series[i + 1].activeCustomers));
        }
    }

    progress.report(0.95,
                    step(QT_TRANSLATE_NOOP("Analysis", "Following customers through the stages")));
    if (lifecycle.valid()) {
        Result<Lifecycle::LifecycleView> view = lifecycle.get();
        if (!view && isCancelled(view.error()))
            return view.error();
        if (view)
            analysis->lifecycle = std::move(*view);
        else
            analysis->lifecycle.funnel.lifecycle = query.lifecycle; // counts stay empty
    }
    if (progress.isCancelled())
        return Error::cancelled();
    analysis->overview = computeOverview(*snapshot, filter, analysis->clv, analysis->equity,
                                         analysis->lifecycle, format);
    progress.report(1, QString());
    return AnalysisPtr(std::move(analysis));
}

} // namespace Insights
