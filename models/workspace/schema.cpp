#include "models/workspace/schema.h"

#include "models/workspace/database.h"

#include <QCoreApplication>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

namespace Schema {
namespace {

struct Object
{
    QString type;
    QString sql;
};
using Objects = QMap<QString, Object>; ///< by name

Objects objectsOf(SQLite::Database &connection)
{
    Objects objects;
    SQLite::Statement query(connection, "SELECT type, name, sql FROM sqlite_schema "
                                        "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (query.executeStep()) {
        // Line breaks may change between releases without changing what a statement means.
        objects.insert(QString::fromUtf8(query.getColumn(1).getText()),
                       {QString::fromUtf8(query.getColumn(0).getText()),
                        QString::fromUtf8(query.getColumn(2).getText()).simplified()});
    }
    return objects;
}

Objects expectedObjects(const Versions &versions, int version)
{
    SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (int i = 0; i < version; ++i)
        memory.exec(versions.migrations.at(i).toStdString());
    return objectsOf(memory);
}

/// Attributes are real columns: ALTER TABLE appends them to the text of the table.
bool isWithAddedColumns(const QString &sql, const QString &expected)
{
    const qsizetype end = expected.lastIndexOf(u')');
    static const QRegularExpression column(QStringLiteral(
        "^(\\s*,\\s*(\"([^\"]|\"\")+\"|[A-Za-z_][A-Za-z0-9_]*) (TEXT|REAL|INTEGER))*$"));
    const QString tail = expected.mid(end);
    return sql.startsWith(expected.left(end)) && sql.endsWith(tail)
           && column.match(sql.mid(end, sql.size() - end - tail.size())).hasMatch();
}

} // namespace

QString migration(int version)
{
    QFile file(QStringLiteral(":/schema/schema-%1.sql").arg(version));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Versions ourVersions()
{
    Versions versions;
    for (int version = 1; version <= currentVersion; ++version)
        versions.migrations.append(migration(version));
    return versions;
}

Result<QString> difference(Database &database, const Versions &versions, int version)
{
    return database.attempt([&](SQLite::Database &connection) -> QString {
        const Objects expected = expectedObjects(versions, version);
        const Objects found = objectsOf(connection);
        for (auto object = found.begin(); object != found.end(); ++object) {
            const auto known = expected.constFind(object.key());
            if (known == expected.constEnd())
                return QCoreApplication::translate("Schema", "It holds a %1 named \"%2\" that Qeema did not make.")
                    .arg(object->type, object.key());
            const bool grows = object.key() == QLatin1String("customer_attribute");
            if (object->type != known->type
                || (object->sql != known->sql
                    && !(grows && isWithAddedColumns(object->sql, known->sql))))
                return QCoreApplication::translate("Schema", "Its %1 \"%2\" is not as Qeema made it.")
                    .arg(object->type, object.key());
        }
        for (auto object = expected.begin(); object != expected.end(); ++object) {
            if (!found.contains(object.key()))
                return QCoreApplication::translate("Schema", "Its %1 \"%2\" is missing.")
                    .arg(object->type, object.key());
        }
        return {};
    });
}

} // namespace Schema
