#include "app/cli/allcommands.h"

#include "models/import/importjob.h"
#include "models/import/mappingstore.h"
#include "models/lifecycle/stagehistory.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

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

QStringList modeNames()
{
    QStringList names;
    for (const Import::OnDuplicate mode : Import::allModes())
        names.append(Import::onDuplicateName(mode));
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
              .arg(kindNames().join(u", "_s)),
          Option::Use::Required},
         {u"map"_s, u"COLUMN=FIELD"_s,
          QCoreApplication::translate("Cli",
                                      "Read this column as that field; an empty FIELD leaves it "
                                      "out. May be repeated (default: matched by heading)."),
          Option::Use::Repeated},
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
         {u"calendar"_s, u"gregorian|hijri"_s,
          QCoreApplication::translate(
              "Cli", "Calendar of the dates; hijri is that of Umm al-Qura (default: gregorian).")},
         {u"whole-periods"_s, u"first-day|reject"_s,
          QCoreApplication::translate(
              "Cli", "A whole month or quarter, such as 2025-06 or Q2 2025, where a date should stand: "
                     "it counts as its first day, or its row is rejected (default: it counts where more "
                     "cells of the column are whole periods than full dates).")},
         {u"time-zone"_s, u"NAME"_s,
          QCoreApplication::translate("Cli", "Zone of moments that do not say theirs, such as "
                                             "Asia/Riyadh (default: UTC).")},
         {u"on-duplicate"_s, modeNames().join(u'|'),
          QCoreApplication::translate(
              "Cli", "What to do with a customer, order, deal's change of stage, subscription or "
                     "summary that the workspace already has (default: customers update, all "
                     "others add).")},
         {u"identity"_s, u"id|email|phone"_s,
          QCoreApplication::translate("Cli", "By what customers are found (default: id).")},
         {u"phone-country"_s, u"CODE"_s,
          QCoreApplication::translate("Cli", "Country of telephone numbers that name none, such as "
                                             "966 (default: that of the currency).")},
         {u"order-rows"_s, u"each|total-once|sum"_s,
          QCoreApplication::translate(
              "Cli", "Rows with one order id: each counts, the order's total counts once, or their "
                     "amounts are added (default: found in the file).")},
         {u"status"_s, u"STATUS=keep|leave-out|refund"_s,
          QCoreApplication::translate("Cli", "What becomes of orders with this status. May be "
                                             "repeated (default: cancelled and test orders are left "
                                             "out)."),
          Option::Use::Repeated},
         {u"currency"_s, u"CODE"_s,
          QCoreApplication::translate("Cli", "Currency of amounts that name none, such as USD (default: that "
                                             "of the workspace; an empty workspace takes this one).")},
         {u"rate"_s, u"CURRENCY=RATE"_s,
          QCoreApplication::translate("Cli", "Workspace currency for one unit of another. May be "
                                             "repeated (default: one to one for transactions, whose rates "
                                             "stay with the import; amounts of other kinds are converted and "
                                             "need it)."),
          Option::Use::Repeated},
         {u"mapping"_s, u"NAME"_s,
          QCoreApplication::translate("Cli", "Use the choices saved under this name.")},
         {u"save-mapping"_s, u"NAME"_s,
          QCoreApplication::translate("Cli", "Save the choices of this import under a name.")},
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
    if (const QString mode = words.choice(u"on-duplicate"_s, modeNames());
        !mode.isEmpty())
        hints.onDuplicate = Import::onDuplicateFromName(mode);
    if (const QString name = words.choice(u"calendar"_s, {u"gregorian"_s, u"hijri"_s});
        !name.isEmpty())
        hints.calendar = Import::calendarFromName(name);
    if (const QString name = words.choice(u"whole-periods"_s, {u"first-day"_s, u"reject"_s});
        !name.isEmpty())
        hints.wholePeriods = Import::wholePeriodsFromName(name);
    hints.timeZone = words.text(u"time-zone"_s);
    if (const QString name = words.choice(u"identity"_s, {u"id"_s, u"email"_s, u"phone"_s});
        !name.isEmpty())
        hints.identity = Import::identityFromName(name);
    if (const QString name = words.choice(u"order-rows"_s, {u"each"_s, u"total-once"_s, u"sum"_s});
        !name.isEmpty())
        hints.orderRows = Import::orderRowsFromName(name);
    for (const QString &pair : words.texts(u"status"_s)) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        const auto action = Import::statusActionFromName(pair.mid(equals + 1));
        if (equals < 1 || !action)
            words.refuse(QCoreApplication::translate(
                             "Cli", "--status takes STATUS=keep, leave-out or refund, not \"%1\".")
                             .arg(pair));
        else
            hints.statuses.insert(pair.left(equals), *action);
    }
    hints.currency = words.text(u"currency"_s).trimmed().toUpper();
    for (const QString &pair : words.texts(u"rate"_s)) {
        const QString code = pair.section(u'=', 0, 0).trimmed().toUpper();
        bool isNumber = false;
        const double rate = pair.section(u'=', 1).toDouble(&isNumber);
        if (code.size() != 3 || !isNumber || !(rate > 0) || rate > 1e9)
            words.refuse(QCoreApplication::translate(
                             "Cli", "--rate takes CURRENCY=RATE such as USD=3.75, not \"%1\".")
                             .arg(pair));
        else
            hints.rates.insert(code, rate);
    }
    hints.dryRun = words.has(u"dry-run"_s);
    return hints;
}

/// The digits before a country's telephone numbers, with or without their +.
QString readPhoneCountry(Words &words)
{
    QString code = words.text(u"phone-country"_s);
    if (code.startsWith(u'+'))
        code.remove(0, 1);
    static const QRegularExpression digits(u"^[1-9][0-9]{0,2}$"_s);
    if (!code.isEmpty() && !digits.match(code).hasMatch())
        words.refuse(QCoreApplication::translate(
                         "Cli", "--phone-country takes a code such as 966, not \"%1\".")
                         .arg(words.text(u"phone-country"_s)));
    return code;
}

struct Imported
{
    Import::ImportOutcome outcome;
    QStringList wholePeriods; ///< headings of columns whose months and quarters count as their first day
};

QStringList wholePeriodColumns(const Import::ImportPlan &plan)
{
    QStringList headings;
    for (const Import::ColumnPlan &column : plan.columns) {
        const Import::Field *field = column.target == Import::ColumnPlan::Target::Field
                                         ? Import::findField(plan.kind, column.field)
                                         : nullptr;
        const bool isDate = field
                            && (field->type == Import::FieldType::Time || field->type == Import::FieldType::Day);
        if (isDate && column.dates.wholePeriods)
            headings.append(column.heading);
    }
    return headings;
}

QJsonObject toJson(const Imported &imported)
{
    QJsonObject json = Import::toJson(imported.outcome);
    json.insert(u"whole_period_columns"_s, QJsonArray::fromStringList(imported.wholePeriods));
    return json;
}

QString summaryText(const Imported &imported, const NumberFormat &format)
{
    const Import::ImportOutcome &outcome = imported.outcome;
    QString text =
        QCoreApplication::translate(
            "Cli", "%1: %2 rows read, %3 imported, %4 updated, %5 rejected, in %6 s.")
            .arg(outcome.file, format.integer(outcome.rowsRead),
                 format.integer(outcome.rowsImported), format.integer(outcome.rowsUpdated),
                 format.integer(outcome.rowsRejected), format.decimal(outcome.seconds, 2))
        + u'\n';
    const auto note = [&](qint64 rows, const QString &sentence) {
        if (rows > 0)
            text += u"  "_s + sentence.arg(format.integer(rows)) + u'\n';
    };
    note(outcome.rowsUnchanged,
         QCoreApplication::translate("Cli", "%1 rows were known and left as they are."));
    note(outcome.rowsMerged,
         QCoreApplication::translate("Cli", "%1 further rows of orders that count once."));
    note(outcome.rowsLeftOut, QCoreApplication::translate("Cli", "%1 rows left out by their status."));
    note(outcome.rowsReplaced,
         QCoreApplication::translate("Cli", "%1 rows of the same period were replaced."));
    if (!imported.wholePeriods.isEmpty())
        text += u"  "_s
                //: %1 headings of columns
                + QCoreApplication::translate("Cli", "Whole months and quarters in \"%1\" count as the first day of "
                                                     "their period.")
                      .arg(imported.wholePeriods.join(u"\", \""_s))
                + u'\n';
    if (outcome.sameFile && !outcome.dryRun && outcome.kind != Import::Kind::Customers
        && outcome.rowsImported > 0 && outcome.rowsReplaced == 0)
        text += u"  "_s
                + QCoreApplication::translate("Cli", "Batch %1 read a file of this name, size and time of "
                                                     "change; what they hold was not compared. If it is "
                                                     "the same, rows without an id of their own were added "
                                                     "once more; \"undo-import\" takes one of the two back.")
                      .arg(outcome.sameFile->value)
                + u'\n';
    for (const Import::RejectGroup &group : outcome.rejects) {
        const QString count = format.integer(group.count);
        const QString reason = Import::rejectReasonText(group.reason);
        const QString line = format.integer(group.firstLine);
        text += u"  "_s
                + (group.firstColumn.isEmpty()
                       ? QCoreApplication::translate("Cli", "%1 × %2 (first in line %3)").arg(count, reason, line)
                   : group.firstValue.isEmpty()
                       //: %1 how often, %2 why rows were rejected, %3 a line, %4 heading of a column
                       ? QCoreApplication::translate("Cli", "%1 × %2 (first in line %3, column \"%4\")")
                             .arg(count, reason, line, group.firstColumn)
                       //: %1 how often, %2 why rows were rejected, %3 a line, %4 heading of a column, %5 the cell there
                       : QCoreApplication::translate("Cli", "%1 × %2 (first in line %3, column \"%4\": \"%5\")")
                             .arg(count, reason, line, group.firstColumn, group.firstValue))
                + u'\n';
    }
    return text;
}

/// Imports all files or none: what earlier files brought is taken back when a later one fails.
Result<QList<Imported>> importAll(const Workspace &workspace, const QStringList &files, Import::Kind kind,
                                  Import::ImportHints hints, const QString &phoneCountry,
                                  const QString &mapping, const QString &saveAs, const Progress &progress)
{
    if (!mapping.isEmpty()) {
        const Result<Import::SavedMapping> saved = Import::findMapping(workspace, mapping);
        if (!saved)
            return saved.error();
        hints.choices = saved->choices;
    }
    QList<Imported> outcomes;
    const auto takeBack = [&](const Error &error) -> Error {
        while (!outcomes.isEmpty()) {
            const Import::ImportOutcome outcome = outcomes.takeLast().outcome;
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
        Result<Import::ImportPlan> plan = Import::planImport(files.at(i), kind, hints);
        if (!plan)
            return takeBack(plan.error());
        if (!phoneCountry.isEmpty())
            plan->phoneCountry = phoneCountry;
        if (!plan->ambiguousDateColumn.isEmpty()) {
            return takeBack({Error::Kind::Data,
                             QCoreApplication::translate(
                                 "Cli", "The dates in \"%1\", such as %2, could have day or month "
                                        "first. Say which with --date-order.")
                                 .arg(plan->ambiguousDateColumn, plan->ambiguousDateExample),
                             files.at(i)});
        }
        const auto sameFile = Import::importOfSameFile(workspace, {files.at(i), {}});
        const double part = 0.9 / double(files.size()); // the rest is the stage history's
        Result<Import::ImportOutcome> outcome = Import::runImport(
            workspace, *plan, progress.part(part * double(i), part * double(i + 1)));
        if (!outcome)
            return takeBack(outcome.error());
        if (sameFile)
            outcome->sameFile = *sameFile;
        outcomes.append(Imported{*outcome, wholePeriodColumns(*plan)});
        if (!saveAs.isEmpty() && i == 0)
            if (const Result<void> kept = Import::saveMapping(workspace, saveAs, *plan); !kept)
                return takeBack(kept.error());
    }
    if (hints.dryRun)
        return outcomes;
    // A lifecycle that cannot be read is told where it is shown: the rows are in, and right.
    const auto kept = Lifecycle::keepHistory(workspace, progress.part(0.9, 1));
    if (!kept && kept.error().kind == Error::Kind::Cancelled)
        return takeBack(kept.error());
    return outcomes;
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    if (!words.has(u"as"_s))
        words.refuse(QCoreApplication::translate("Cli", "\"import\" needs --as with one of %1.")
                         .arg(kindNames().join(u", "_s)));
    const QString kind = words.choice(u"as"_s, kindNames());
    const Import::ImportHints hints = readHints(words);
    const QString phoneCountry = readPhoneCountry(words);
    if (words.problem())
        return Outcome::misworded(*words.problem());

    const QString file = words.operands().first();
    const bool isNew = !QFileInfo::exists(file);
    Result<QList<Imported>> outcomes = QList<Imported>();
    {
        const Result<Workspace> workspace =
            isNew ? Workspace::create(file, false, Workspace::Access::WriteAlone)
                  : Workspace::open(file, Workspace::Access::WriteAlone, surroundings.progress);
        if (!workspace)
            return Outcome::failed(workspace.error());
        outcomes = importAll(*workspace, words.operands().mid(1), *Import::kindFromName(kind),
                             hints, phoneCountry, words.text(u"mapping"_s),
                             words.text(u"save-mapping"_s), surroundings.progress);
    }
    if (isNew && (!outcomes || hints.dryRun))
        QFile::remove(file); // it was not there before, and nothing was imported
    if (!outcomes)
        return Outcome::failed(outcomes.error());
    if (words.has(u"json"_s)) {
        if (outcomes->size() == 1)
            return Outcome::json(toJson(outcomes->first()));
        QJsonArray all;
        for (const Imported &imported : *outcomes)
            all.append(toJson(imported));
        return Outcome::json({{u"imports"_s, all}});
    }
    QString text;
    for (const Imported &imported : *outcomes)
        text += summaryText(imported, surroundings.format);
    return Outcome::printed(text);
}

} // namespace

Command importCommand() { return {syntax, run}; }

} // namespace Cli
