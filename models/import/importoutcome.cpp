#include "models/import/importjob.h"

#include "models/export/csvwriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using Export::CsvWriter;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Outcome)
};

Error cannotWrite(const QFileDevice &file)
{
    return {Error::Kind::File,
            Tr::tr("%1 cannot be written: %2. Choose another place.")
                .arg(QFileInfo(file.fileName()).fileName(), file.errorString()),
            file.fileName()};
}

} // namespace

QJsonObject toJson(const ImportOutcome &outcome)
{
    QJsonArray rejects;
    for (const RejectGroup &group : outcome.rejects)
        rejects.append(QJsonObject{{u"reason"_s, group.reason},
                                   {u"message"_s, rejectReasonText(group.reason)},
                                   {u"count"_s, group.count},
                                   {u"first_line"_s, group.firstLine},
                                   {u"first_value"_s, group.firstValue},
                                   {u"first_column"_s, group.firstColumn}});
    return {{u"batch"_s, outcome.batch.isValid() ? QJsonValue(outcome.batch.value)
                                                 : QJsonValue(QJsonValue::Null)},
            {u"kind"_s, kindName(outcome.kind)},
            {u"file"_s, outcome.file},
            {u"encoding"_s, outcome.encoding},
            {u"format"_s, sourceTypeName(outcome.format)},
            {u"sheet"_s, outcome.sheet.isEmpty() ? QJsonValue() : QJsonValue(outcome.sheet)},
            {u"delimiter"_s,
             outcome.delimiter.isEmpty() ? QJsonValue() : QJsonValue(outcome.delimiter)},
            {u"rows_read"_s, outcome.rowsRead},
            {u"rows_imported"_s, outcome.rowsImported},
            {u"rows_updated"_s, outcome.rowsUpdated},
            {u"rows_unchanged"_s, outcome.rowsUnchanged},
            {u"rows_rejected"_s, outcome.rowsRejected},
            {u"rows_left_out"_s, outcome.rowsLeftOut},
            {u"rows_merged"_s, outcome.rowsMerged},
            {u"rows_replaced"_s, outcome.rowsReplaced},
            {u"customers_created"_s, outcome.customersCreated},
            {u"rejects"_s, rejects},
            {u"seconds"_s, outcome.seconds},
            {u"same_file_batch"_s, outcome.sameFile ? QJsonValue(outcome.sameFile->value)
                                                    : QJsonValue(QJsonValue::Null)},
            {u"dry_run"_s, outcome.dryRun}};
}

Result<void> saveRejectedRows(const ImportOutcome &outcome, const QString &file)
{
    if (!outcome.rejectedRows)
        return Error{Error::Kind::Data, Tr::tr("No row was rejected, so there is nothing to save."),
                     file};
    QFile source(outcome.rejectedRows->fileName());
    QSaveFile target(file);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
        return cannotWrite(target);
    while (!source.atEnd()) {
        const QByteArray piece = source.read(1 << 20);
        if (piece.isEmpty() || target.write(piece) != piece.size())
            return cannotWrite(target);
    }
    if (!target.commit())
        return cannotWrite(target);
    return {};
}

Result<void> saveRejectedRows(const Workspace &workspace, BatchId batch, const QString &file)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return cannotWrite(target);
    const Result<bool> written =
        database->attempt([&](SQLite::Database &connection) -> Result<bool> {
            SQLite::Statement plan(connection, "SELECT options FROM import_batch WHERE id = ?");
            plan.bind(1, std::int64_t(batch.value));
            if (!plan.executeStep())
                return Error{
                    Error::Kind::Definition,
                    Tr::tr(
                        "There is no import %1 in %2. The history of imports lists their numbers.")
                        .arg(batch.value)
                        .arg(QFileInfo(workspace.file()).fileName()),
                    workspace.file()};
            const QJsonObject options =
                QJsonDocument::fromJson(QByteArray(plan.getColumn(0).getText())).object();
            const char delimiter = [&] {
                const char known = delimiterFromText(options.value(u"delimiter"_s).toString());
                return known ? known : ',';
            }();
            QStringList headings;
            for (const QJsonValue &column : options.value(u"columns"_s).toArray())
                headings.append(column.toObject().value(u"heading"_s).toString());
            QByteArray line;
            for (const QString &heading : headings)
                line += CsvWriter::cell(heading, delimiter) + delimiter;
            bool sound = target.write(line + "qeema_line" + delimiter + "qeema_column" + delimiter
                                      + "qeema_reason\n")
                         > 0;
            SQLite::Statement rows(connection, "SELECT line, column, reason, cells FROM "
                                               "rejected_row WHERE batch = ? ORDER BY line, rowid");
            rows.bind(1, std::int64_t(batch.value));
            while (sound && rows.executeStep()) {
                const QJsonArray cells =
                    QJsonDocument::fromJson(QByteArray(rows.getColumn(3).getText())).array();
                line.clear();
                for (qsizetype i = 0; i < std::max(cells.size(), headings.size()); ++i)
                    line += CsvWriter::cell(cells.at(i).toString(), delimiter) + delimiter;
                const int column = rows.getColumn(1).getInt();
                line += QByteArray::number(rows.getColumn(0).getInt64()) + delimiter;
                line += CsvWriter::cell(column > 0 ? headings.value(column - 1) : QString(), delimiter)
                        + delimiter;
                line += CsvWriter::cell(rejectReasonText(QString::fromUtf8(rows.getColumn(2).getText())),
                                delimiter)
                        + '\n';
                sound = target.write(line) == line.size();
            }
            return sound;
        });
    if (!written)
        return written.error();
    if (!*written || !target.commit())
        return cannotWrite(target);
    return {};
}

} // namespace Import
