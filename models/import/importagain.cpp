#include "models/import/importjob.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Again)
};

QHash<QString, QJsonObject> columnsByHeading(const QJsonObject &choices)
{
    QHash<QString, QJsonObject> columns;
    for (const QJsonValue &column : choices.value(u"columns"_s).toArray())
        columns.insert(column.toObject().value(u"heading"_s).toString(), column.toObject());
    return columns;
}

void applyTarget(ColumnPlan &column, const QJsonObject &choice, Kind kind)
{
    using Target = ColumnPlan::Target;
    column.target = Target::Ignore;
    if (const QString field = choice.value(u"field"_s).toString(); findField(kind, field)) {
        column.target = Target::Field;
        column.field = field;
    } else if (const QString attribute = choice.value(u"attribute"_s).toString(); !attribute.isEmpty()) {
        column.target = Target::Attribute;
        column.attribute = attribute;
    } else if (const QString property = choice.value(u"property"_s).toString(); !property.isEmpty()) {
        column.target = Target::Property;
        column.attribute = property;
    }
}

std::optional<Kind> kindOf(const QJsonObject &choices)
{
    return kindFromName(choices.value(u"kind"_s).toString());
}

ImportHints hintsOf(const QJsonObject &choices)
{
    ImportHints hints;
    hints.encoding = choices.value(u"encoding"_s).toString();
    for (const char delimiter : {',', ';', '\t', '|'}) {
        if (choices.value(u"delimiter"_s).toString() == delimiterName(delimiter))
            hints.delimiter = delimiter;
    }
    if (choices.contains(u"has_header"_s))
        hints.hasHeader = choices.value(u"has_header"_s).toBool();
    hints.onDuplicate = onDuplicateFromName(choices.value(u"on_duplicate"_s).toString());
    hints.currency = choices.value(u"currency"_s).toString();
    return hints;
}

void reuseChoices(ImportPlan &plan, const QJsonObject &choices)
{
    const QHash<QString, QJsonObject> columns = columnsByHeading(choices);
    for (ColumnPlan &column : plan.columns) {
        const QJsonObject choice = columns.value(column.heading);
        applyTarget(column, choice, plan.kind);
        if (const auto order = dateOrderFromName(choice.value(u"date_order"_s).toString())) {
            column.dates.order = *order;
            if (plan.ambiguousDateColumn == column.heading) {
                plan.ambiguousDateColumn.clear();
                plan.ambiguousDateExample.clear();
            }
        }
        if (const QString mark = choice.value(u"decimal_mark"_s).toString(); mark.size() == 1)
            column.numbers.decimal = mark.front().toLatin1();
    }
    plan.preset = choices.value(u"preset"_s).toString();
}

Result<QJsonObject> choicesOf(Database &database, BatchId batch)
{
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection, "SELECT options FROM import_batch WHERE id = ?");
        query.bind(1, std::int64_t(batch.value));
        if (!query.executeStep())
            return QJsonObject();
        const QJsonObject choices =
            QJsonDocument::fromJson(QByteArray(query.getColumn(0).getText())).object();
        return kindOf(choices) ? choices : QJsonObject();
    });
}

} // namespace

Result<ImportOutcome> importAgain(const Workspace &workspace, BatchId batch, const Progress &progress)
{
    QString file;
    QJsonObject choices;
    bool isUndone = false;
    {
        Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
        if (!database)
            return database.error();
        const Result<QJsonObject> kept = choicesOf(*database, batch);
        if (!kept)
            return kept.error();
        choices = *kept;
        const Result<void> read = database->attempt([&](SQLite::Database &connection) {
            SQLite::Statement query(connection, "SELECT source, undone IS NOT NULL FROM import_batch WHERE id = ?");
            query.bind(1, std::int64_t(batch.value));
            if (query.executeStep()) {
                file = QString::fromUtf8(query.getColumn(0).getText());
                isUndone = query.getColumn(1).getInt() != 0;
            }
        });
        if (!read)
            return read.error();
    }
    if (!kindOf(choices))
        return Error{Error::Kind::Definition, Tr::tr("This import has no file that could be read again."), workspace.file()};
    Result<ImportPlan> plan = planImport(file, *kindOf(choices), hintsOf(choices));
    if (!plan)
        return plan.error();
    reuseChoices(*plan, choices);
    if (const QStringList missing = plan->missingFields(); !missing.isEmpty()) {
        QStringList titles;
        for (const QString &field : missing)
            titles.append(fieldTitle(field));
        return Error{Error::Kind::Format,
                     Tr::tr("The file no longer has the column for %1. Import it anew and choose the column.")
                         .arg(titles.join(Tr::tr(", "))),
                     file};
    }
    if (!isUndone) {
        if (const Result<void> undone = undoImport(workspace, batch, progress.part(0, 0.2)); !undone)
            return undone.error();
    }
    return runImport(workspace, *plan, progress.part(0.2, 1));
}

} // namespace Import
