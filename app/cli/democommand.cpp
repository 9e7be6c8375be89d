#include "app/cli/allcommands.h"

#include "models/demo/demoworkspace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

Syntax syntax()
{
    return {u"demo"_s,
            u"WORKSPACE"_s,
            0,
            1,
            QCoreApplication::translate("Cli", "Make the demo workspace from a seed, at any size."),
            {{u"customers"_s, u"N"_s,
              QCoreApplication::translate("Cli",
                                          "Number of customers who have bought (default: 12480).")},
             {u"seed"_s, u"S"_s,
              QCoreApplication::translate(
                  "Cli",
                  "Seed of the random numbers; the same seed gives the same data (default: 1).")},
             {u"write-csv"_s, u"DIR"_s,
              QCoreApplication::translate("Cli", "Also write customers.csv, transactions.csv, "
                                                 "events.csv, costs.csv, surveys.csv and deals.csv "
                                                 "here.")}}};
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    DemoOptions options;
    options.customers = words.integer(u"customers"_s, options.customers, 1, 20'000'000);
    options.seed = quint64(
        words.integer(u"seed"_s, qint64(options.seed), 0, std::numeric_limits<qint64>::max()));
    if (words.operands().isEmpty() && !words.has(u"write-csv"_s))
        words.refuse(QCoreApplication::translate(
            "Cli", "\"demo\" needs a WORKSPACE, or --write-csv with a folder."));
    if (words.problem())
        return Outcome::misworded(*words.problem());

    QString output;
    if (!words.operands().isEmpty()) {
        const QString &file = words.operands().first();
        const Result<void> made =
            createDemoWorkspace(file, options, surroundings.progress.part(0, 0.6));
        if (!made)
            return Outcome::failed(made.error());
        output +=
            QCoreApplication::translate("Cli", "Made the demo workspace %1.").arg(file) + u'\n';
    }
    if (words.has(u"write-csv"_s)) {
        const QString folder = words.text(u"write-csv"_s);
        const Result<void> written =
            writeDemoCsv(folder, options, surroundings.progress.part(0.6, 1));
        if (!written)
            return Outcome::failed(written.error());
        output +=
            QCoreApplication::translate("Cli", "Wrote the demo data as CSV to %1.").arg(folder)
            + u'\n';
    }
    return Outcome::printed(output);
}

} // namespace

Command demoCommand() { return {syntax, run}; }

} // namespace Cli
