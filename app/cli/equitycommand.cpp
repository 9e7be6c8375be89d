#include "app/cli/allcommands.h"

#include "app/cli/workspaceaccess.h"
#include "models/equity/equityjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

Syntax syntax()
{
    return {u"equity"_s,
            u"WORKSPACE"_s,
            1,
            1,
            QCoreApplication::translate(
                "Cli", "Customer equity at each period's end and the bridges between them."),
            {{u"from"_s, u"DATE"_s,
              QCoreApplication::translate(
                  "Cli", "First day, YYYY-MM-DD (default: the first period with enough data).")},
             {u"until"_s, u"DATE"_s,
              QCoreApplication::translate("Cli", "Last day, YYYY-MM-DD (default: the newest).")},
             {u"step"_s, u"month|quarter|year"_s,
              QCoreApplication::translate("Cli", "Distance of the dates (default: quarter).")},
             {u"json"_s, {}, QCoreApplication::translate("Cli", "Print one JSON document.")}}};
}

QString summaryText(const Equity::EquityResult &result, const NumberFormat &format)
{
    const auto money = [&](double value) {
        return format.money(value, result.currency.code, result.currency.digits());
    };
    QString text;
    for (const Equity::EquityPoint &point : result.series) {
        text += QCoreApplication::translate("Cli", "%1: %2 (between %3 and %4), %5 customers")
                    .arg(point.date.toString(Qt::ISODate), money(point.equity), money(point.low),
                         money(point.high), format.integer(point.customers))
                + u'\n';
    }
    for (const Equity::EquityBridge &bridge : result.bridges) {
        text += QCoreApplication::translate(
                    "Cli",
                    "%1 to %2: %3 + acquired %4 + expansion %5 - contraction %6 - churned %7 = %8")
                    .arg(bridge.from.toString(Qt::ISODate), bridge.until.toString(Qt::ISODate),
                         money(bridge.opening), money(bridge.acquired), money(bridge.expansion),
                         money(bridge.contraction), money(bridge.churned), money(bridge.closing))
                + u'\n';
    }
    return text;
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    Equity::EquityQuery query;
    query.from = words.date(u"from"_s);
    query.until = words.date(u"until"_s);
    if (const QString step = words.choice(u"step"_s, {u"month"_s, u"quarter"_s, u"year"_s});
        !step.isEmpty())
        query.step = *periodUnitFromName(step);
    if (query.from.isValid() && query.until.isValid() && query.from > query.until)
        words.refuse(QCoreApplication::translate("Cli", "--from must not be after --until."));
    if (words.problem())
        return Outcome::misworded(*words.problem());
    const Result<LoadedWorkspace> loaded =
        loadWorkspace(words.operands().first(), surroundings.progress.part(0, 0.3));
    if (!loaded)
        return Outcome::failed(loaded.error());
    query.clv = Insights::clvQuery(loaded->settings, query.until);
    const Result<Equity::EquityResult> result =
        Equity::computeEquity(*loaded->snapshot, query, surroundings.progress.part(0.3, 1));
    if (!result)
        return Outcome::failed(result.error());
    if (words.has(u"json"_s))
        return Outcome::json(Equity::equityToJson(*result));
    return Outcome::printed(summaryText(*result, surroundings.format));
}

} // namespace

Command equityCommand() { return {syntax, run}; }

} // namespace Cli
