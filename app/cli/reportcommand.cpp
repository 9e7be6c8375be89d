#include "app/cli/allcommands.h"

#include "app/cli/workspaceaccess.h"
#include "models/report/namelookup.h"
#include "models/report/report.h"
#include "ui/print/reportprinter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

QStringList sectionNames()
{
    QStringList names;
    for (const Report::Section section : Report::allSections())
        names.append(Report::sectionName(section));
    return names;
}

Syntax syntax()
{
    return {u"report"_s,
            u"WORKSPACE"_s,
            1,
            1,
            QCoreApplication::translate("Cli", "Make the A4 report as PDF, in English or Arabic."),
            {{u"pdf"_s, u"OUT.pdf"_s,
              QCoreApplication::translate("Cli", "The file to write (required)."),
              Option::Use::Required},
             {u"sections"_s, u"NAME,…"_s,
              QCoreApplication::translate("Cli", "Only these, of: %1 (default: all).")
                  .arg(sectionNames().join(u", "_s))},
             {u"with-names"_s,
              {},
              QCoreApplication::translate("Cli",
                                          "Show customers' names (default: references only).")}}};
}

QList<Report::Section> readSections(Words &words)
{
    if (!words.has(u"sections"_s))
        return Report::allSections();
    QList<Report::Section> sections;
    for (const QString &name : words.text(u"sections"_s).split(u',', Qt::SkipEmptyParts)) {
        if (const std::optional<Report::Section> section = Report::sectionFromName(name.trimmed()))
            sections.append(*section);
        else
            words.refuse(
                QCoreApplication::translate("Cli", "--sections knows no \"%1\"; it takes %2.")
                    .arg(name, sectionNames().join(u", "_s)));
    }
    if (sections.isEmpty())
        words.refuse(QCoreApplication::translate("Cli", "--sections takes some of %1.")
                         .arg(sectionNames().join(u", "_s)));
    return sections;
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    Report::ReportOptions options;
    options.language = surroundings.format.language();
    options.sections = readSections(words);
    options.withNames = words.has(u"with-names"_s);
    if (!words.has(u"pdf"_s))
        words.refuse(
            QCoreApplication::translate("Cli", "\"report\" needs --pdf with the file to write."));
    if (words.problem())
        return Outcome::misworded(*words.problem());
    const QString file = words.operands().first();
    const Result<Insights::AnalysisPtr> analysis = analyseWorkspace(file, surroundings);
    if (!analysis)
        return Outcome::failed(analysis.error());
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    if (!workspace)
        return Outcome::failed(workspace.error());
    const Report::ReportContent content =
        Report::composeReport(**analysis, options, Report::workspaceNames(*workspace));
    const Result<int> pages =
        printReport(content, **analysis, words.text(u"pdf"_s), surroundings.progress);
    if (!pages)
        return Outcome::failed(pages.error());
    return Outcome::printed(
        QCoreApplication::translate("Cli", "Wrote %1 with %n page(s).", nullptr, *pages)
            .arg(words.text(u"pdf"_s))
        + u'\n');
}

} // namespace

Command reportCommand() { return {syntax, run, true}; }

} // namespace Cli
