#include "app/cli/allcommands.h"

#include "models/import/importjob.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

constexpr int mostFiles = 1000;

QStringList kindNames()
{
    QStringList names;
    for (const Import::Kind kind : Import::allKinds())
        names.append(Import::kindName(kind));
    return names;
}

Syntax syntax()
{
    return {
        u"import"_s,
        u"WORKSPACE FILE…"_s,
        2,
        mostFiles + 1,
        QCoreApplication::translate(
            "Cli", "Import CSV, TSV, XLSX or JSON files; a workspace that does not exist is made."),
        {{u"as"_s, u"KIND"_s,
          QCoreApplication::translate("Cli", "What the rows are (required): %1.")
              .arg(kindNames().join(u", "_s))},
         {u"map"_s, u"COLUMN=FIELD"_s,
          QCoreApplication::translate("Cli",
                                      "Read this column as that field; an empty FIELD leaves it "
                                      "out. May be repeated (default: matched by heading).")},
         {u"preset"_s, u"NAME"_s,
          QCoreApplication::translate(
              "Cli", "Column layout of a known system (default: recognised by the headings).")},
         {u"encoding"_s, u"NAME"_s,
          QCoreApplication::translate(
              "Cli", "Text encoding, such as UTF-8 or windows-1256 (default: detected).")},
         {u"delimiter"_s, u"C"_s,
          QCoreApplication::translate(
              "Cli", "Column separator: one character or \"tab\" (default: detected).")},
         {u"sheet"_s, u"NAME"_s,
          QCoreApplication::translate(
              "Cli", "Sheet of a spreadsheet (default: the first one that is not hidden).")},
         {u"date-order"_s, u"dmy|mdy|ymd"_s,
          QCoreApplication::translate(
              "Cli", "Order of day, month and year (default: found in the file).")},
         {u"on-duplicate"_s, u"update|skip|reject"_s,
          QCoreApplication::translate(
              "Cli", "What to do with a customer the workspace already has (default: update).")},
         {u"dry-run"_s,
          {},
          QCoreApplication::translate("Cli", "Read and check everything, keep nothing.")},
         {u"json"_s, {}, QCoreApplication::translate("Cli", "Print one JSON document.")}}};
}

Import::ImportHints readHints(Words &words)
{
    Import::ImportHints hints;
    for (const QString &pair : words.texts(u"map"_s)) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        if (equals < 1)
            words.refuse(QCoreApplication::translate("Cli", "--map takes COLUMN=FIELD, not \"%1\".")
                             .arg(pair));
        else
            hints.mapping.insert(pair.left(equals), pair.mid(equals + 1));
    }
    hints.preset = words.text(u"preset"_s);
    hints.encoding = words.text(u"encoding"_s);
    if (words.has(u"encoding"_s) && Import::canonicalEncoding(hints.encoding).isEmpty()) {
        words.refuse(
            QCoreApplication::translate("Cli", "--encoding knows no \"%1\"; try one of %2.")
                .arg(hints.encoding, Import::knownEncodings().join(u", "_s)));
    }
    if (words.has(u"delimiter"_s)) {
        const char delimiter = Import::delimiterFromText(words.text(u"delimiter"_s));
        if (delimiter == 0)
            words.refuse(QCoreApplication::translate(
                             "Cli", "--delimiter takes one character or \"tab\", not \"%1\".")
                             .arg(words.text(u"delimiter"_s)));
        hints.delimiter = delimiter;
    }
    hints.sheet = words.text(u"sheet"_s);
    if (const QString order = words.choice(u"date-order"_s, {u"dmy"_s, u"mdy"_s, u"ymd"_s});
        !order.isEmpty())
        hints.dateOrder = Import::dateOrderFromName(order);
    if (const QString mode = words.choice(u"on-duplicate"_s, {u"update"_s, u"skip"_s, u"reject"_s});
        !mode.isEmpty())
        hints.onDuplicate = Import::onDuplicateFromName(mode);
    hints.dryRun = words.has(u"dry-run"_s);
    return hints;
}

QString summaryText(const Import::ImportOutcome &outcome, const NumberFormat &format)
{
    QString text =
        QCoreApplication::translate(
            "Cli", "%1: %2 rows read, %3 imported, %4 updated, %5 rejected, in %6 s.")
            .arg(outcome.file, format.integer(outcome.rowsRead),
                 format.integer(outcome.rowsImported), format.integer(outcome.rowsUpdated),
                 format.integer(outcome.rowsRejected), format.decimal(outcome.seconds, 2))
        + u'\n';
    for (const Import::RejectGroup &group : outcome.rejects) {
        text += u"  "_s
                + QCoreApplication::translate("Cli", "%1 × %2 (first in line %3)")
                      .arg(format.integer(group.count), Import::rejectReasonText(group.reason),
                           format.integer(group.firstLine))
                + u'\n';
    }
    return text;
}

/// Imports all files or none: what earlier files brought is taken back when a later one fails.
Result<QList<Import::ImportOutcome>> importAll(const Workspace &workspace, const QStringList &files,
                                               Import::Kind kind, const Import::ImportHints &hints,
                                               const Progress &progress)
{
    QList<Import::ImportOutcome> outcomes;
    const auto takeBack = [&](const Error &error) -> Error {
        while (!outcomes.isEmpty()) {
            const Import::ImportOutcome outcome = outcomes.takeLast();
            if (outcome.batch.isValid() && !Import::undoImport(workspace, outcome.batch))
                return {error.kind,
                        error.oneLine() + u' '
                            + QCoreApplication::translate(
                                  "Cli", "Batch %1 could not be taken back; use \"undo-import\".")
                                  .arg(outcome.batch.value)};
        }
        return error;
    };
    for (qsizetype i = 0; i < files.size(); ++i) {
        const Result<Import::ImportPlan> plan = Import::planImport(files.at(i), kind, hints);
        if (!plan)
            return takeBack(plan.error());
        if (!plan->ambiguousDateColumn.isEmpty()) {
            return takeBack({Error::Kind::Data,
                             QCoreApplication::translate(
                                 "Cli", "The dates in \"%1\", such as %2, could have day or month "
                                        "first. Say which with --date-order.")
                                 .arg(plan->ambiguousDateColumn, plan->ambiguousDateExample),
                             files.at(i)});
        }
        const double part = 1.0 / double(files.size());
        const Result<Import::ImportOutcome> outcome = Import::runImport(
            workspace, *plan, progress.part(part * double(i), part * double(i + 1)));
        if (!outcome)
            return takeBack(outcome.error());
        outcomes.append(*outcome);
    }
    return outcomes;
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    if (!words.has(u"as"_s))
        words.refuse(QCoreApplication::translate("Cli", "\"import\" needs --as with one of %1.")
                         .arg(kindNames().join(u", "_s)));
    const QString kind = words.choice(u"as"_s, kindNames());
    const Import::ImportHints hints = readHints(words);
    if (words.problem())
        return Outcome::misworded(*words.problem());

    const QString file = words.operands().first();
    const bool isNew = !QFileInfo::exists(file);
    Result<QList<Import::ImportOutcome>> outcomes = QList<Import::ImportOutcome>();
    {
        const Result<Workspace> workspace =
            isNew ? Workspace::create(file)
                  : Workspace::open(file, Workspace::Access::Write, surroundings.progress);
        if (!workspace)
            return Outcome::failed(workspace.error());
        outcomes = importAll(*workspace, words.operands().mid(1), *Import::kindFromName(kind),
                             hints, surroundings.progress);
    }
    if (isNew && (!outcomes || hints.dryRun))
        QFile::remove(file); // it was not there before, and nothing was imported
    if (!outcomes)
        return Outcome::failed(outcomes.error());
    if (words.has(u"json"_s)) {
        if (outcomes->size() == 1)
            return Outcome::json(Import::toJson(outcomes->first()));
        QJsonArray all;
        for (const Import::ImportOutcome &outcome : *outcomes)
            all.append(Import::toJson(outcome));
        return Outcome::json({{u"imports"_s, all}});
    }
    QString text;
    for (const Import::ImportOutcome &outcome : *outcomes)
        text += summaryText(outcome, surroundings.format);
    return Outcome::printed(text);
}

} // namespace

Command importCommand() { return {syntax, run}; }

} // namespace Cli
