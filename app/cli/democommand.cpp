#include "app/cli/allcommands.h"

#include "models/demo/demoworkspace.h"
#include "models/workspace/settings.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>

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
                                                 "events.csv, costs.csv and surveys.csv here.")}}};
}

/// Only an earlier demo may be replaced; anything else at that place belongs to somebody.
Result<void> requireReplaceable(const QString &file)
{
    if (!QFileInfo::exists(file))
        return {};
    const Error inTheWay{
        Error::Kind::File,
        QCoreApplication::translate(
            "Cli", "The file exists and is not a demo workspace. Choose another name."),
        file};
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    if (!workspace)
        return inTheWay;
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    return settings && settings->isDemo ? Result<void>() : Result<void>(inTheWay);
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
        if (const Result<void> replaceable = requireReplaceable(file); !replaceable)
            return Outcome::failed(replaceable.error());
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
