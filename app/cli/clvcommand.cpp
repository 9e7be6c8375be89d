#include "app/cli/allcommands.h"

#include "app/cli/customercsv.h"
#include "app/cli/workspaceaccess.h"
#include "models/clv/clvjob.h"
#include "models/clv/clvjson.h"

#include <QCoreApplication>

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
         {u"period"_s, u"day|week|month"_s,
          QCoreApplication::translate("Cli", "Unit of time of the model (default: week, 7 days).")},
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
         {u"margin"_s, u"FRACTION"_s,
          QCoreApplication::translate(
              "Cli",
              "Contribution margin as a fraction of revenue, 0 to 1 (default: the workspace's).")},
         {u"covariates"_s, u"COLUMN,…"_s,
          QCoreApplication::translate(
              "Cli", "Customer attributes that explain purchase and dropout (default: none).")},
         {u"interval"_s, u"LEVEL"_s,
          QCoreApplication::translate("Cli", "Level of intervals as a fraction (default: 0.90).")},
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
    if (const QString period = words.choice(u"period"_s, {u"day"_s, u"week"_s, u"month"_s});
        !period.isEmpty())
        query.period = *periodUnitFromName(period);
    if (query.horizonPeriods)
        *query.horizonPeriods *= daysPerPeriod(settingsPeriod) / daysPerPeriod(query.period);
    if (words.text(u"horizon"_s) == u"lifetime")
        query.horizonPeriods.reset();
    else if (words.has(u"horizon"_s))
        query.horizonPeriods = words.number(u"horizon"_s, 0, 0);
    query.calibrationEnd = words.date(u"calibration-end"_s);
    query.annualDiscountRate =
        words.number(u"discount"_s, query.annualDiscountRate, -1, 1000, true);
    query.margin = words.number(u"margin"_s, query.margin, 0, 1);
    query.intervalLevel = words.number(u"interval"_s, query.intervalLevel, 0.01, 0.999);
    if (words.has(u"covariates"_s))
        query.covariates = words.text(u"covariates"_s).split(u',', Qt::SkipEmptyParts);
    return query;
}

QString summaryText(const Clv::ClvResult &result, const QString &currency,
                    const NumberFormat &format)
{
    const auto line = [](const QString &name, const QString &value) {
        return name.leftJustified(28) + value + u'\n';
    };
    QString text = line(QCoreApplication::translate("Cli", "Model"), result.purchaseFit.model);
    for (const Clv::Parameter &parameter : result.purchaseFit.parameters)
        text +=
            line(u"  "_s + parameter.name,
                 u"%1 ± %2"_s.arg(parameter.value, 0, 'g', 6).arg(parameter.stdError, 0, 'g', 3));
    text += line(QCoreApplication::translate("Cli", "Log-likelihood"),
                 QString::number(result.purchaseFit.logLikelihood, 'f', 4));
    text += line(QCoreApplication::translate("Cli", "Customers"), format.integer(result.customers));
    text += line(QCoreApplication::translate("Cli", "Repeat customers"),
                 format.integer(result.repeatCustomers));
    if (result.spendFit) {
        text += line(QCoreApplication::translate("Cli", "Spend model"), result.spendFit->model);
        for (const Clv::Parameter &parameter : result.spendFit->parameters)
            text += line(
                u"  "_s + parameter.name,
                u"%1 ± %2"_s.arg(parameter.value, 0, 'g', 6).arg(parameter.stdError, 0, 'g', 3));
    }
    if (result.holdout) {
        text += line(QCoreApplication::translate("Cli", "Holdout purchases, actual"),
                     format.decimal(result.holdout->actual, 0));
        text += line(QCoreApplication::translate("Cli", "Holdout purchases, predicted"),
                     format.decimal(result.holdout->predicted, 1));
    }
    text += line(QCoreApplication::translate("Cli", "Mean lifetime value"),
                 format.money(result.meanClv, currency, 2));
    text += line(QCoreApplication::translate("Cli", "Total"),
                 QCoreApplication::translate("Cli", "%1, between %2 and %3")
                     .arg(format.money(result.totalClv, currency, 2),
                          format.money(result.totalLow, currency, 2),
                          format.money(result.totalHigh, currency, 2)));
    return result.remark.isEmpty() ? text : text + result.remark + u'\n';
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
    const Result<Clv::ClvResult> result =
        Clv::computeClv(*loaded->snapshot, readQuery(words, loaded->settings),
                        surroundings.progress.part(0.3, 0.95));
    if (!result)
        return Outcome::failed(result.error());
    if (words.has(u"customers"_s)) {
        const Result<void> written = writeCustomerCsv(words.text(u"customers"_s), *result, *loaded);
        if (!written)
            return Outcome::failed(written.error());
    }
    if (words.has(u"json"_s))
        return Outcome::json(
            Clv::toJson(*result, loaded->secondsLoad, loaded->snapshot->currency.code));
    return Outcome::printed(
        summaryText(*result, loaded->snapshot->currency.code, surroundings.format));
}

} // namespace

Command clvCommand() { return {syntax, run}; }

} // namespace Cli
