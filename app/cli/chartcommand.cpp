#include "app/cli/allcommands.h"

#include "app/cli/workspaceaccess.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartfactory.h"
#include "ui/style/display.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

QStringList fileTypes() { return {u"pdf"_s, u"svg"_s, u"png"_s, u"csv"_s, u"xlsx"_s}; }

Syntax syntax()
{
    return {u"chart"_s,
            u"WORKSPACE"_s,
            1,
            1,
            QCoreApplication::translate("Cli", "Write one chart, or the data behind it."),
            {{u"name"_s, u"CHART"_s,
              QCoreApplication::translate("Cli", "One of %1 (required).")
                  .arg(chartNames().join(u", "_s)),
              Option::Use::Required},
             {u"out"_s, u"FILE"_s,
              QCoreApplication::translate(
                  "Cli", "The file to write; its ending is the format: %1 (required).")
                  .arg(fileTypes().join(u", "_s)),
              Option::Use::Required}}};
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    const QString name = words.choice(u"name"_s, chartNames());
    if (!words.has(u"name"_s))
        words.refuse(QCoreApplication::translate("Cli", "\"chart\" needs --name with one of %1.")
                         .arg(chartNames().join(u", "_s)));
    const QString out = words.text(u"out"_s);
    if (out.isEmpty())
        words.refuse(
            QCoreApplication::translate("Cli", "\"chart\" needs --out with the file to write."));
    else if (!fileTypes().contains(QFileInfo(out).suffix().toLower()))
        words.refuse(QCoreApplication::translate("Cli", "--out must end in one of %1.")
                         .arg(fileTypes().join(u", "_s)));
    if (words.problem())
        return Outcome::misworded(*words.problem());
    const Result<Insights::AnalysisPtr> analysis =
        analyseWorkspace(words.operands().first(), surroundings);
    if (!analysis)
        return Outcome::failed(analysis.error());
    Display display(surroundings.format.language());
    const std::unique_ptr<Chart> chart = makeChart(name, **analysis, display);
    const Result<void> written = chart->exportTo(out);
    return written
               ? Outcome::printed(QCoreApplication::translate("Cli", "Wrote %1.").arg(out) + u'\n')
               : Outcome::failed(written.error());
}

} // namespace

Command chartCommand() { return {syntax, run, true}; }

} // namespace Cli
