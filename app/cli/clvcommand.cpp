#include "app/cli/allcommands.h"

#include "app/cli/customercsv.h"
#include "app/cli/workspaceaccess.h"
#include "models/clv/clvjob.h"
#include "models/clv/clvjson.h"
#include "models/clv/clvstore.h"
#include "models/clv/covariates.h"
#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

QStringList modelNames()
{
    QStringList names;
    for (int model = int(Clv::Model::Nbd); model <= int(Clv::Model::Auto); ++model)
        names.append(Clv::modelName(Clv::Model(model)));
    return names;
}

QStringList spendModelNames()
{
    QStringList names;
    for (const Clv::SpendModel model :
         {Clv::SpendModel::GammaGamma, Clv::SpendModel::ObservedMean, Clv::SpendModel::None})
        names.append(Clv::spendModelName(model));
    return names;
}

QStringList discountingNames()
{
    QStringList names;
    for (const Clv::Discounting discounting :
         {Clv::Discounting::Continuous, Clv::Discounting::Monthly, Clv::Discounting::Yearly})
        names.append(Clv::discountingName(discounting));
    return names;
}

Syntax syntax()
{
    return {
        u"clv"_s,
        u"WORKSPACE"_s,
        1,
        1,
        QCoreApplication::translate("Cli", "Fit a lifetime value model and value every customer."),
        {{u"model"_s, u"MODEL"_s,
          QCoreApplication::translate("Cli", "One of %1 (default: the workspace's).")
              .arg(modelNames().join(u", "_s))},
         {u"spend"_s, u"SPEND"_s,
          QCoreApplication::translate("Cli", "Spend per purchase: %1 (default: the workspace's).")
              .arg(spendModelNames().join(u", "_s))},
         {u"period"_s, u"day|week|month|quarter|year"_s,
          QCoreApplication::translate("Cli",
                                      "Unit of time of the model; the opportunity of bg-bb, the "
                                      "billing period of sbg and bdw (default: week, 7 days; for "
                                      "these three the workspace's, at first year for bg-bb and "
                                      "month for sbg and bdw).")},
         {u"until"_s, u"DATE"_s,
          QCoreApplication::translate("Cli",
                                      "Last day of data used, YYYY-MM-DD (default: the newest).")},
         {u"calibration-end"_s, u"DATE"_s,
          QCoreApplication::translate(
              "Cli",
              "Fit up to and including this day and judge on the rest (default: no holdout).")},
         {u"horizon"_s, u"PERIODS|lifetime"_s,
          QCoreApplication::translate(
              "Cli", "How far ahead value counts, in periods (default: the workspace's horizon).")},
         {u"discount"_s, u"ANNUAL_RATE"_s,
          QCoreApplication::translate(
              "Cli", "Annual discount rate as a fraction, above -1 (default: the workspace's).")},
         {u"discounting"_s, discountingNames().join(u'|'),
          QCoreApplication::translate(
              "Cli", "Whether money is discounted as it comes, or at the end of its month or year "
                     "from now on (default: the workspace's).")},
         {u"margin"_s, u"FRACTION"_s,
          QCoreApplication::translate(
              "Cli",
              "Contribution margin as a fraction of revenue, 0 to 1 (default: the workspace's).")},
         {u"retention-cost"_s, u"AMOUNT"_s,
          QCoreApplication::translate("Cli",
                                      "Cost of keeping a customer for a year, in the workspace's "
                                      "currency, while a customer (default: the workspace's).")},
         {u"covariates"_s, u"COLUMN,…"_s,
          QCoreApplication::translate(
              "Cli", "Customer attributes that explain purchase and dropout in pareto-nbd and "
                     "bg-nbd (default: the workspace's).")},
         {u"equal-covariates"_s, u"COLUMN,…"_s,
          QCoreApplication::translate(
              "Cli", "Those of the covariates that have one coefficient for purchases and dropout in "
                     "pareto-nbd (default: the workspace's).")},
         {u"covariate-penalty"_s, u"LAMBDA"_s,
          QCoreApplication::translate("Cli", "Weight of the squared coefficients against the mean "
                                             "log-likelihood per customer (default: the "
                                             "workspace's, at first 0, none).")},
         {u"interval"_s, u"LEVEL"_s,
          QCoreApplication::translate("Cli", "Level of intervals as a fraction (default: the workspace's, at "
                                             "first 0.90).")},
         {u"seed"_s, u"N"_s,
          QCoreApplication::translate("Cli", "Seed of the draws behind intervals (default: 1).")},
         {u"customers"_s, u"OUT.csv"_s,
          QCoreApplication::translate("Cli", "Write one row per customer to this file.")},
         {u"json"_s, {}, QCoreApplication::translate("Cli", "Print one JSON document.")}}};
}

Clv::ClvQuery readQuery(Words &words, const WorkspaceSettings &settings)
{
    Clv::ClvQuery query = Insights::clvQuery(settings, words.date(u"until"_s));
    if (const QString model = words.choice(u"model"_s, modelNames()); !model.isEmpty())
        query.model = *Clv::modelFromName(model);
    if (const QString spend = words.choice(u"spend"_s, spendModelNames()); !spend.isEmpty())
        query.spend = *Clv::spendModelFromName(spend);
    const PeriodUnit settingsPeriod = query.period;
    query.period = Insights::modelPeriod(settings, query.model);
    if (const QString period =
            words.choice(u"period"_s, {u"day"_s, u"week"_s, u"month"_s, u"quarter"_s, u"year"_s});
        !period.isEmpty())
        query.period = *periodUnitFromName(period);
    if (query.horizonPeriods)
        *query.horizonPeriods *= daysPerPeriod(settingsPeriod) / daysPerPeriod(query.period);
    if (words.text(u"horizon"_s) == u"lifetime")
        query.horizonPeriods.reset();
    else if (words.has(u"horizon"_s))
        query.horizonPeriods = words.number(u"horizon"_s, 0, 0, 1e6);
    query.calibrationEnd = words.date(u"calibration-end"_s);
    query.annualDiscountRate = words.number(u"discount"_s, query.annualDiscountRate, -1, 10, true);
    query.margin = words.number(u"margin"_s, query.margin, 0, 1, true);
    if (const QString discounting = words.choice(u"discounting"_s, discountingNames());
        !discounting.isEmpty())
        query.discounting = *Clv::discountingFromName(discounting);
    query.retentionCost = words.number(u"retention-cost"_s, query.retentionCost, 0, 1e12);
    query.seed = std::uint64_t(words.integer(u"seed"_s, 1, 0, 1'000'000'000));
    query.intervalLevel = words.number(u"interval"_s, query.intervalLevel, 0.01, 0.999);
    if (!Clv::takesCovariates(query.model))
        query.covariates.clear();
    else if (query.covariates.isEmpty())
        query.covariates = settings.covariates;
    if (words.has(u"covariates"_s))
        query.covariates = words.text(u"covariates"_s).split(u',', Qt::SkipEmptyParts);
    query.covariatePenalty = words.number(
        u"covariate-penalty"_s, query.covariates.isEmpty() ? 0 : settings.covariatePenalty, 0, 1e6);
    query.equalCovariates = query.model == Clv::Model::ParetoNbd ? settings.equalCovariates : QStringList();
    query.equalCovariates.removeIf(
        [&](const QString &field) { return !query.covariates.contains(field); });
    if (words.has(u"equal-covariates"_s))
        query.equalCovariates = words.text(u"equal-covariates"_s).split(u',', Qt::SkipEmptyParts);
    return query;
}

QString line(const QString &name, const QString &value)
{
    return name.leftJustified(27) + u' ' + value + u'\n';
}

/// The candidates in their order, as lines of text.
QString comparisonText(const Clv::Comparison &comparison, const NumberFormat &format)
{
    QString text;
    for (const Clv::Candidate &candidate : comparison.candidates) {
        const QString error = std::isfinite(candidate.holdoutError)
                                  ? format.percent(candidate.holdoutError, 1)
                                  : QString();
        text += line(
            candidate.fit.model,
            QCoreApplication::translate("Cli", "BIC %1, holdout error %2")
                .arg(candidate.isHistoricMean ? u"–"_s : QString::number(candidate.fit.bic, 'f', 1),
                     error.isEmpty() ? u"–"_s : error));
    }
    for (const Clv::LikelihoodRatioTest &test : comparison.tests)
        text += test.verdict + u'\n';
    return text + comparison.reason + u'\n';
}

QJsonArray comparisonJson(const Clv::Comparison &comparison)
{
    const auto value = [](double number) {
        return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
    };
    QJsonArray array;
    for (const Clv::Candidate &candidate : comparison.candidates)
        array.append(QJsonObject{{u"model"_s, candidate.fit.model},
                                 {u"bic"_s, value(candidate.fit.bic)},
                                 {u"aic"_s, value(candidate.fit.aic)},
                                 {u"log_likelihood"_s, value(candidate.fit.logLikelihood)},
                                 {u"converged"_s, candidate.fit.converged},
                                 {u"holdout_error"_s, value(candidate.holdoutError)},
                                 {u"holdout_mae"_s, value(candidate.holdoutMae)},
                                 {u"mean_clv"_s, value(candidate.meanClv)}});
    return array;
}

QString parametersText(const Clv::FitSummary &fit)
{
    QString text;
    for (const Clv::Parameter &parameter : fit.parameters) {
        const QString value = QString::number(parameter.value, 'g', 6);
        text += line(u"  "_s + parameter.name,
                     std::isfinite(parameter.stdError)
                         ? u"%1 ± %2"_s.arg(value).arg(parameter.stdError, 0, 'g', 3)
                         : value);
    }
    return text;
}

QString survivalText(const Clv::ClvResult &result, const NumberFormat &format)
{
    QString text;
    for (const Clv::SurvivalPoint &point : result.survival) {
        if (!std::isfinite(point.survival))
            break;
        text += line(
            QCoreApplication::translate("Cli", "Renewal %1").arg(point.renewals),
            QCoreApplication::translate("Cli", "%1 stayed, %2 by the model")
                .arg(format.percent(point.survival, 1), format.percent(point.survivalFitted, 1)));
    }
    return text;
}

QString summaryText(const Clv::ClvResult &result, const QString &currency,
                    const NumberFormat &format)
{
    QString text = line(QCoreApplication::translate("Cli", "Model"), result.purchaseFit.model);
    text += parametersText(result.purchaseFit);
    if (std::isfinite(result.purchaseFit.logLikelihood)) // the historic mean has none
        text += line(QCoreApplication::translate("Cli", "Log-likelihood"),
                     QString::number(result.purchaseFit.logLikelihood, 'f', 4));
    text += line(QCoreApplication::translate("Cli", "Customers"), format.integer(result.customers));
    text += line(QCoreApplication::translate("Cli", "Repeat customers"),
                 format.integer(result.repeatCustomers));
    if (result.spendFit) {
        text += line(QCoreApplication::translate("Cli", "Spend model"), result.spendFit->model);
        text += parametersText(*result.spendFit);
    }
    if (result.holdout) {
        text += line(QCoreApplication::translate("Cli", "Holdout purchases, actual"),
                     format.decimal(result.holdout->actual, 0));
        text += line(QCoreApplication::translate("Cli", "Holdout purchases, predicted"),
                     format.decimal(result.holdout->predicted, 1));
    }
    text += line(QCoreApplication::translate("Cli", "Mean lifetime value"),
                 format.money(result.meanClv, currency, 2));
    const QString total = format.money(result.totalClv, currency, 2);
    text += line(QCoreApplication::translate("Cli", "Total"),
                 std::isfinite(result.totalLow)
                     ? QCoreApplication::translate("Cli", "%1, between %2 and %3")
                           .arg(total, format.money(result.totalLow, currency, 2),
                                format.money(result.totalHigh, currency, 2))
                     : total);
    text += line(QCoreApplication::translate("Cli", "Realised so far"),
                 format.money(result.realisedTotal, currency, 2));
    text += survivalText(result, format);
    QStringList sentences;
    for (const Clv::LikelihoodRatioTest &test : result.tests)
        sentences.append(test.verdict);
    sentences += {result.independence, Clv::problemText(result.purchaseFit.problem), result.remark};
    sentences.removeAll(QString());
    for (const QString &sentence : sentences)
        text += sentence + u'\n';
    return text;
}

/// Keeps the run in the workspace where that can be written now; else it is only printed.
void store(const LoadedWorkspace &loaded, const Clv::ClvResult &result)
{
    const Result<Workspace> workspace =
        Workspace::open(loaded.workspace.file(), Workspace::Access::WriteOrRead);
    if (!workspace || workspace->isReadOnly())
        return;
    Result<Database> database = workspace->connect(Database::Mode::ReadWrite);
    if (!database)
        return;
    const Result<void> saved = Clv::ClvStore(*database).save(
        result, QDateTime::currentDateTimeUtc(), loaded.snapshot->currency.code);
    Q_UNUSED(saved); // the figures are right whether or not they could be kept
}

/// The option that an error is about, for its sentence to begin with; empty where it is about none.
/// What a word can be was judged before, so these are the ones whose meaning depends on the data.
QString optionBehind(const Error &error, const Words &words, const Clv::ClvQuery &query,
                     const Customers::Snapshot &snapshot)
{
    if (error.kind == Error::Kind::Definition) {
        for (const QString &option :
             {u"equal-covariates"_s, u"covariates"_s, u"calibration-end"_s}) {
            if (words.has(option))
                return option;
        }
    }
    if (error.kind != Error::Kind::Data)
        return {};
    const DateRange known = Clv::isContractual(query.model) ? Clv::contractExtent(snapshot)
                                                            : Clv::purchasesKnown(snapshot);
    if (words.has(u"until"_s) && known.isValid() && query.until < known.until)
        return u"until"_s;
    return words.has(u"model"_s) ? u"model"_s : QString();
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    // The words are judged before the file is opened, so that a slip costs no waiting.
    readQuery(words, {});
    if (words.problem())
        return Outcome::misworded(*words.problem());
    const Result<LoadedWorkspace> loaded =
        loadWorkspace(words.operands().first(), surroundings.progress.part(0, 0.3));
    if (!loaded)
        return Outcome::failed(loaded.error());
    Clv::ClvQuery query = readQuery(words, loaded->settings);
    if (!words.has(u"covariates"_s)) { // the workspace's, of which one may have gone with its import
        const QStringList fields = Clv::covariateFields(*loaded->snapshot);
        query.covariates.removeIf([&](const QString &field) { return !fields.contains(field); });
    }
    if (const Result<void> known = Clv::checkCovariates(*loaded->snapshot, query.covariates);
        !known)
        return Outcome::failed({known.error().kind, u"--covariates: "_s + known.error().message});
    std::optional<Clv::Comparison> comparison;
    if (query.model == Clv::Model::Auto) {
        Result<Clv::Comparison> compared =
            Clv::compareModels(*loaded->snapshot, query, surroundings.progress.part(0.3, 0.7));
        if (!compared)
            return Outcome::failed(compared.error());
        comparison = *std::move(compared);
        query.model = Clv::recommendedModel(*comparison, *loaded->snapshot);
        const PeriodUnit period = Insights::modelPeriod(loaded->settings, query.model);
        if (!words.has(u"period"_s) && period != query.period) {
            if (query.horizonPeriods)
                *query.horizonPeriods *= daysPerPeriod(query.period) / daysPerPeriod(period);
            query.period = period;
        }
    }
    const Result<Clv::ClvResult> result = Clv::computeClv(
        *loaded->snapshot, query, surroundings.progress.part(comparison ? 0.7 : 0.3, 0.95));
    if (!result) {
        Error error = result.error();
        const QString option = optionBehind(error, words, query, *loaded->snapshot);
        if (!option.isEmpty())
            error.message = u"--%1: "_s.arg(option) + error.message;
        return Outcome::failed(error);
    }
    if (words.has(u"customers"_s)) {
        const Result<void> written = writeCustomerCsv(words.text(u"customers"_s), *result, *loaded);
        if (!written)
            return Outcome::failed(written.error());
    }
    store(*loaded, *result);
    const QString currency = loaded->snapshot->currency.code;
    if (words.has(u"json"_s)) {
        QJsonObject json = Clv::toJson(*result, loaded->secondsLoad, currency);
        if (comparison) {
            json.insert(u"candidates"_s, comparisonJson(*comparison));
            json.insert(u"reason"_s, comparison->reason);
        }
        return Outcome::json(json);
    }
    return Outcome::printed(
        (comparison ? comparisonText(*comparison, surroundings.format) : QString())
        + summaryText(*result, currency, surroundings.format));
}

} // namespace

Command clvCommand() { return {syntax, run}; }

} // namespace Cli
