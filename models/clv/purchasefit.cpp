#include "models/clv/purchasefit.h"

#include "models/clv/cnbdk.h"
#include "models/clv/fitsummary.h"
#include "models/clv/historicmean.h"
#include "models/clv/models.h"
#include "models/clv/opportunities.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Clv {

namespace {

Error badOption(const QString &message) { return {Error::Kind::Definition, message}; }

bool isRegular(Model model) { return model == Model::BgCnbdK || model == Model::MbgCnbdK; }

/// Where the richer model comes close to the simpler one: the closer, the smaller \a distance.
std::vector<double> limitAt(Model model, std::span<const double> simpler, const RowTotals &sums,
                            double distance = 1e-5)
{
    const double age = std::max(sums.meanAge, 1e-6);
    switch (model) {
    case Model::ParetoNbd: // almost nobody leaves
        return {simpler[0], simpler[1], 1e-4, 10 * age};
    case Model::BgNbd:
        return {simpler[0], simpler[1], 1e-4, 10};
    case Model::GgomNbd: { // e^bt - 1 ≈ bt where b is small, so that beta / b is Pareto/NBD's
        const double b = distance / age;
        return {simpler[0], simpler[1], b * simpler[3], b, simpler[2]};
    }
    default:
        return {};
    }
}

/// Rows that show whether a richer model has anything to gain.
constexpr std::size_t probeRows = 2000;

/// The richer model at the simpler one's maximum, where a part of the rows shows no gain: a fit of
/// all of them would wander along a flat likelihood. Empty where there may be something to gain.
std::optional<Fit> sameAsSimpler(Model model, const PurchaseModel &richer, const Fit &simpler,
                                 const PurchaseRows &rows, const Cancelled &isCancelled)
{
    if (model != Model::GgomNbd || rows.size() < 2 * probeRows)
        return std::nullopt;
    const PurchaseRows part = thinned(rows, probeRows);
    const Fit rich = fitPurchases(richer, part, {}, isCancelled);
    const Fit plain =
        fitPurchases(*purchaseModel(Model::ParetoNbd), part, simpler.parameters, isCancelled);
    // Half of chi-square's 95 % point; the part's weights make its gain larger than it is.
    if (rich.problem == FitProblem::Cancelled || rich.logLikelihood > plain.logLikelihood + 1.92)
        return std::nullopt;
    Fit fit;
    fit.parameters = limitAt(model, simpler.parameters, totals(rows), 1e-9);
    std::vector<double> gradient(fit.parameters.size());
    fit.logLikelihood = richer.logLikelihood(rows, fit.parameters, gradient, Accuracy::Exact);
    fit.stdErrors.assign(fit.parameters.size(), notAvailable);
    fit.problem = FitProblem::NotIdentified;
    return fit;
}

/// The warm start's values in the coordinates of the search: e^γ for coefficients.
std::vector<double> startOf(const PurchaseFit &fit, const FitSummary *warmStart)
{
    if (!warmStart)
        return {};
    std::vector<double> values = valuesOf(*warmStart);
    if (fit.k > 0)
        values.pop_back();
    if (values.size() != fit.process.size())
        return {};
    for (std::size_t i = fit.model->size(); i < values.size(); ++i)
        values[i] = std::exp(values[i] * fit.coding.scale(fit.process.covariateAt(i)));
    return values;
}

/// What the query asks for, as far as it can be done.
Result<void> checkFit(const Customers::Snapshot &snapshot, const ClvQuery &query)
{
    if (const Result<void> known = checkCovariates(snapshot, query.covariates); !known)
        return known.error();
    if (!query.covariates.isEmpty() && !takesCovariates(query.model)) {
        return badOption(
            QCoreApplication::translate(
                "Clv", "The model %1 takes no covariates. Choose Pareto/NBD or BG/NBD, or leave "
                       "out \"%2\".")
                .arg(modelTitle(query.model), query.covariates.first()));
    }
    for (const QString &field : query.equalCovariates) {
        if (!query.covariates.contains(field)) {
            return badOption(QCoreApplication::translate(
                                 "Clv", "\"%1\" cannot have equal coefficients, because it is none "
                                        "of the covariates.")
                                 .arg(field));
        }
        if (query.model != Model::ParetoNbd) {
            return badOption(
                QCoreApplication::translate(
                    "Clv", "Only Pareto/NBD has one coefficient each for purchases and dropout. "
                           "Choose it, or let \"%1\" have coefficients of its own.")
                    .arg(field));
        }
    }
    if (isRegular(query.model) && usesSummaries(snapshot)) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Clv", "%1 looks at the times between purchases, which imported "
                                "summaries do not carry. Import transactions or choose another "
                                "model.")
                         .arg(modelTitle(query.model))};
    }
    return {};
}

/// Model, coding and groups of the customers, not yet fitted. \a k: of a model of regular buyers.
Result<PurchaseFit> unfitted(const Customers::Snapshot &snapshot, const ClvQuery &query,
                             const PurchaseSummary &summary, int k = 1)
{
    PurchaseFit result;
    result.model = purchaseModel(query.model, k);
    result.process = {result.model.get(), {}, 0};
    if (!query.covariates.isEmpty()) {
        Result<CovariateCoding> coding =
            CovariateCoding::learn(snapshot, summary.customer, query.covariates);
        if (!coding)
            return coding.error();
        result.coding = *std::move(coding);
        result.process.shifted = shiftedParameters(query.model);
        result.process.covariates = result.coding.columns();
        if (!query.equalCovariates.isEmpty()) {
            std::vector<bool> isShared;
            for (std::size_t c = 0; c < result.coding.columns(); ++c)
                isShared.push_back(query.equalCovariates.contains(result.coding.field(c)));
            result.process = withSharedCoefficients(result.process, isShared);
        }
    }
    result.groups = groupsOf(result, snapshot, summary);
    return result;
}

} // namespace

std::optional<Nesting> nestingOf(Model model)
{
    switch (model) {
    case Model::ParetoNbd:
    case Model::BgNbd:
        return Nesting{Model::Nbd, 2};
    case Model::GgomNbd:
        return Nesting{Model::ParetoNbd, 1};
    case Model::BgCnbdK:
        return Nesting{Model::BgNbd, 1};
    case Model::MbgCnbdK:
        return Nesting{Model::MbgNbd, 1};
    case Model::Bdw:
        return Nesting{Model::Sbg, 1};
    default:
        return std::nullopt;
    }
}

PurchaseSummary summaryFor(const Customers::Snapshot &snapshot, Model model, PeriodUnit period,
                           QDate until)
{
    return model == Model::BgBb ? summariseOpportunities(snapshot, until, period)
                                : summarise(snapshot, until, period);
}

Result<PurchaseFit> fitPurchaseModel(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                     const PurchaseSummary &summary, const FitSummary *warmStart,
                                     const Fit *simpler, const Cancelled &isCancelled)
{
    if (const Result<void> possible = checkFit(snapshot, query); !possible)
        return possible.error();
    if (isRegular(query.model)) {
        PurchaseFit result;
        result.groups = oneGroup(summary);
        const double sumLogGaps =
            std::accumulate(summary.logGaps.begin(), summary.logGaps.end(), 0.0);
        RegularFit best = fitRegular(query.model == Model::MbgCnbdK ? 1 : 0,
                                     result.groups.front().rows, sumLogGaps, isCancelled);
        result.k = static_cast<const CnbdKModel &>(*best.model).k();
        result.model = std::move(best.model);
        result.fit = std::move(best.fit);
        result.process = {result.model.get(), {}, 0};
        return result;
    }
    Result<PurchaseFit> prepared = unfitted(snapshot, query, summary);
    if (!prepared)
        return prepared.error();
    PurchaseFit result = *std::move(prepared);
    if (simpler && query.covariates.isEmpty()) {
        if (std::optional<Fit> same = sameAsSimpler(query.model, *result.model, *simpler,
                                                    result.groups.front().rows, isCancelled)) {
            result.fit = *std::move(same);
            return result;
        }
    }
    result.fit = fitProcess(result.process, result.groups, query.covariatePenalty,
                            startOf(result, warmStart), isCancelled);
    const std::vector<double> limit =
        simpler && query.covariates.isEmpty() && !simpler->parameters.empty()
            ? limitAt(query.model, simpler->parameters, totals(result.groups.front().rows))
            : std::vector<double>{};
    if (!limit.empty() && result.fit.problem != FitProblem::Cancelled
        && !(result.fit.logLikelihood >= simpler->logLikelihood)) {
        Fit again = fitPurchases(*result.model, result.groups.front().rows, limit, isCancelled);
        if (again.logLikelihood > result.fit.logLikelihood)
            result.fit = std::move(again);
    }
    return result;
}

Result<PurchaseFit> restoredFit(const Customers::Snapshot &snapshot, const ClvQuery &query,
                                const PurchaseSummary &purchases, const FitSummary &summary)
{
    if (const Result<void> possible = checkFit(snapshot, query); !possible)
        return possible.error();
    const int k = isRegular(query.model) && !summary.parameters.isEmpty()
                      ? int(summary.parameters.last().value)
                      : 0;
    Result<PurchaseFit> fit = unfitted(snapshot, query, purchases, std::max(1, k));
    if (!fit)
        return fit.error();
    fit->k = k;
    fit->fit.parameters = startOf(*fit, &summary);
    return fit;
}

FitSummary summaryOf(const PurchaseFit &fit, const ClvQuery &query, const PurchaseSummary &summary)
{
    QStringList names;
    for (const std::string_view name : fit.model->parameterNames())
        names.append(QString::fromLatin1(name.data(), qsizetype(name.size())));
    for (std::size_t i = fit.model->size(); i < fit.process.size(); ++i)
        names.append(QString::fromStdString(fit.process.prefixAt(i))
                     + fit.coding.name(fit.process.covariateAt(i)));
    FitSummary result = summaryOf(fit.fit, names, modelName(query.model), double(summary.size()));
    for (std::size_t i = fit.model->size(); i < fit.fit.parameters.size(); ++i) {
        // The search ran over e^γ, whose standard error relative to itself is that of γ.
        Parameter &parameter = result.parameters[qsizetype(i)];
        const double scale = fit.coding.scale(fit.process.covariateAt(i));
        parameter.stdError /= parameter.value * scale;
        parameter.value = std::log(parameter.value) / scale;
    }
    if (fit.k > 0)
        result.parameters.append({QStringLiteral("k"), double(fit.k), notAvailable});
    result.isPenalised = fit.coding.columns() > 0 && query.covariatePenalty > 0;
    return result;
}

std::vector<CustomerGroup> groupsOf(const PurchaseFit &fit, const Customers::Snapshot &snapshot,
                                    const PurchaseSummary &summary)
{
    return fit.coding.columns() == 0
               ? oneGroup(summary)
               : groupsByCovariates(summary, fit.coding.code(snapshot, summary.customer),
                                    fit.coding.columns());
}

void fillValues(CustomerValues &values, const PurchaseSummary &summary,
                const std::vector<CustomerGroup> &groups,
                const std::vector<Prediction> &predictions, std::span<const double> spend,
                const ValueTerms &terms)
{
    values.customer = summary.customer;
    values.x = summary.x;
    values.tx = summary.tx;
    values.T = summary.T;
    values.meanSpend = summary.meanSpend;
    values.expectedSpend.assign(spend.begin(), spend.end());
    values.pAlive.resize(summary.size());
    values.expectedPurchases.resize(summary.size());
    values.clv.resize(summary.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const CustomerGroup &group = groups[g];
        const Prediction &prediction = predictions[g];
        for (std::size_t i = 0; i < group.size(); ++i) {
            const std::uint32_t row = group.rows.rowOf[i];
            const std::uint32_t customer = group.at(i);
            values.pAlive[customer] = prediction.pAlive[row];
            values.expectedPurchases[customer] = prediction.expectedOf(row);
            values.clv[customer] = terms.margin * spend[customer] * prediction.discountedOf(row)
                                   - terms.retentionCost * prediction.aliveTimeOf(row);
        }
    }
    values.realised = realisedValues(summary, terms.margin);
}

} // namespace Clv
