#include "models/import/mappingstore.h"

#include "models/import/columnmatcher.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

constexpr const char *definitionKind = "import_mapping";

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::MappingStore)
};

QJsonObject parsed(const char *json) { return QJsonDocument::fromJson(QByteArray(json)).object(); }

QSet<QString> headingsOf(const QJsonObject &choices)
{
    QSet<QString> headings;
    for (const QJsonValue &column : choices.value(u"columns").toArray())
        headings.insert(normalisedHeading(column.toObject().value(u"heading").toString()));
    return headings;
}

Error noSuchImport(const Workspace &workspace, BatchId batch)
{
    return {Error::Kind::Definition,
            Tr::tr("There is no import %1 in %2. The history of imports lists their numbers.")
                .arg(batch.value)
                .arg(QFileInfo(workspace.file()).fileName()),
            workspace.file()};
}

} // namespace

Result<QList<SavedMapping>> savedMappings(const Workspace &workspace, std::optional<Kind> kind)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        QList<SavedMapping> mappings;
        SQLite::Statement query(
            connection, "SELECT name, json, changed FROM definition WHERE kind = ? ORDER BY name");
        query.bind(1, definitionKind);
        while (query.executeStep()) {
            SavedMapping mapping;
            mapping.name = QString::fromUtf8(query.getColumn(0).getText());
            mapping.choices = parsed(query.getColumn(1).getText());
            mapping.changed =
                QDateTime::fromSecsSinceEpoch(query.getColumn(2).getInt64(), Qt::UTC);
            const auto own = kindFromName(mapping.choices.value(u"kind").toString());
            if (!own || (kind && *kind != *own))
                continue;
            mapping.kind = *own;
            mappings.append(mapping);
        }
        return mappings;
    });
}

Result<void> saveMapping(const Workspace &workspace, const QString &name, const ImportPlan &plan)
{
    if (name.trimmed().isEmpty())
        return Error{Error::Kind::Definition,
                     Tr::tr("Give the mapping a name under which you will find it again.")};
    if (workspace.isReadOnly())
        return Error{Error::Kind::File, workspace.readOnlyReason(), workspace.file()};
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement insert(connection,
                                 "INSERT INTO definition(kind, name, json, changed) VALUES(?, ?, ?, "
                                 "?) ON CONFLICT(kind, name) DO UPDATE SET json = excluded.json, "
                                 "changed = excluded.changed");
        insert.bind(1, definitionKind);
        insert.bind(2, name.trimmed().toStdString());
        insert.bind(3, QJsonDocument(toJson(plan)).toJson(QJsonDocument::Compact).toStdString());
        insert.bind(4, std::int64_t(QDateTime::currentSecsSinceEpoch()));
        insert.exec();
    });
}

Result<SavedMapping> findMapping(const Workspace &workspace, const QString &name)
{
    const Result<QList<SavedMapping>> mappings = savedMappings(workspace);
    if (!mappings)
        return mappings.error();
    QStringList names;
    for (const SavedMapping &mapping : *mappings) {
        if (mapping.name == name)
            return mapping;
        names.append(mapping.name);
    }
    return Error{Error::Kind::Definition,
                 names.isEmpty()
                     ? Tr::tr("There is no mapping \"%1\": none has been saved in %2 yet.")
                           .arg(name, QFileInfo(workspace.file()).fileName())
                     : Tr::tr("There is no mapping \"%1\". Those saved in %2 are %3.")
                           .arg(name, QFileInfo(workspace.file()).fileName(), names.join(u", "_s)),
                 workspace.file()};
}

Result<void> removeMapping(const Workspace &workspace, const QString &name)
{
    if (const Result<SavedMapping> known = findMapping(workspace, name); !known)
        return known.error();
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement remove(connection, "DELETE FROM definition WHERE kind = ? AND name = ?");
        remove.bind(1, definitionKind);
        remove.bind(2, name.toStdString());
        remove.exec();
    });
}

Result<QJsonObject> rememberedChoices(const Workspace &workspace, Kind kind,
                                      const QStringList &headings)
{
    QSet<QString> wanted;
    for (const QString &heading : headings)
        wanted.insert(normalisedHeading(heading));
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(
            connection, "SELECT options FROM import_batch WHERE kind = ? ORDER BY id DESC LIMIT 50");
        query.bind(1, kindName(kind).toStdString());
        while (query.executeStep()) {
            const QJsonObject choices = parsed(query.getColumn(0).getText());
            if (headingsOf(choices) == wanted)
                return choices;
        }
        return QJsonObject();
    });
}

Result<ImportPlan> planAgain(const Workspace &workspace, BatchId batch)
{
    QString source;
    QJsonObject choices;
    {
        Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
        if (!database)
            return database.error();
        const Result<bool> found = database->attempt([&](SQLite::Database &connection) {
            SQLite::Statement query(connection,
                                    "SELECT source, options FROM import_batch WHERE id = ?");
            query.bind(1, std::int64_t(batch.value));
            if (!query.executeStep())
                return false;
            source = QString::fromUtf8(query.getColumn(0).getText());
            choices = parsed(query.getColumn(1).getText());
            return true;
        });
        if (!found)
            return found.error();
        if (!*found)
            return noSuchImport(workspace, batch);
    }
    const auto kind = kindFromName(choices.value(u"kind").toString());
    if (!kind)
        return Error{Error::Kind::Definition,
                     Tr::tr("Change %1 came from no file, so there is nothing to import again.")
                         .arg(batch.value)};
    if (choices.value(u"pasted").toBool())
        return Error{Error::Kind::Definition,
                     Tr::tr("Import %1 was pasted, so there is no file to import again. Paste the "
                            "table anew.")
                         .arg(batch.value)};
    if (!QFileInfo::exists(source))
        return Error{Error::Kind::File,
                     Tr::tr("The file of import %1 is no longer at %2. Put it back there, or import "
                            "it from its new place.")
                         .arg(batch.value)
                         .arg(source),
                     source};
    ImportHints hints;
    hints.choices = choices;
    if (choices.value(u"format").toString() != u"json"
        && choices.value(u"format").toString() != u"xlsx") {
        hints.encoding = choices.value(u"encoding").toString();
        if (const char delimiter = delimiterFromText(choices.value(u"delimiter").toString()))
            hints.delimiter = delimiter;
    }
    hints.sheet = choices.value(u"sheet").toString();
    if (choices.contains(u"has_header") && choices.value(u"format").toString() != u"json")
        hints.hasHeader = choices.value(u"has_header").toBool();
    Result<ImportPlan> plan = planImport(source, *kind, hints);
    if (plan) {
        plan->ambiguousDateColumn.clear(); // decided back then
        plan->ambiguousDateExample.clear();
    }
    return plan;
}

Result<std::optional<BatchId>> importOfSameFile(const Workspace &workspace, const Source &source)
{
    std::optional<BatchId> none;
    if (source.isPasted())
        return none;
    const QFileInfo file(source.file);
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(connection, "SELECT id, options FROM import_batch WHERE source = ? "
                                            "AND undone IS NULL ORDER BY id DESC");
        query.bind(1, file.absoluteFilePath().toStdString());
        while (query.executeStep()) {
            const QJsonObject choices = parsed(query.getColumn(1).getText());
            if (qint64(choices.value(u"source_bytes").toDouble(-1)) == file.size()
                && choices.value(u"source_modified").toString()
                       == file.lastModified().toUTC().toString(Qt::ISODateWithMs))
                return std::optional(BatchId{query.getColumn(0).getInt64()});
        }
        return none;
    });
}

} // namespace Import
