#include "models/lifecycle/lifecycle.h"
#include "models/workspace/settings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace Lifecycle {

Result<LifecycleModel> load(Database &database)
{
    const Result<WorkspaceSettings> settings = Settings::load(database);
    if (!settings)
        return settings.error();
    const Result<QString> stored = database.attempt([&](SQLite::Database &connection) -> QString {
        // Without a name in the settings the newest definition is the one in use.
        SQLite::Statement query(
            connection,
            "SELECT json FROM definition WHERE kind = 'lifecycle' AND (?1 = '' OR name = ?1) "
            "ORDER BY changed DESC, id DESC LIMIT 1");
        query.bind(1, settings->lifecycleName.toStdString());
        return query.executeStep() ? QString::fromUtf8(query.getColumn(0).getText()) : QString();
    });
    if (!stored)
        return stored.error();
    if (stored->isEmpty())
        return businessTemplate();
    const QJsonDocument document = QJsonDocument::fromJson(stored->toUtf8());
    if (!document.isObject()) {
        return Error{
            Error::Kind::Damaged,
            QCoreApplication::translate(
                "Lifecycle", "The stored lifecycle cannot be read. Choose a template again."),
            database.file()};
    }
    return fromJson(document.object());
}

Result<void> save(Database &database, const LifecycleModel &lifecycle)
{
    Result<WorkspaceSettings> settings = Settings::load(database);
    if (!settings)
        return settings.error();
    const Result<void> stored = database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement write(
            connection,
            "INSERT INTO definition(kind, name, json, changed) VALUES('lifecycle', ?, ?, ?) "
            "ON CONFLICT(kind, name) DO UPDATE SET json = excluded.json, changed = "
            "excluded.changed");
        write.bind(1, lifecycle.name.toStdString());
        write.bind(2,
                   QJsonDocument(toJson(lifecycle)).toJson(QJsonDocument::Compact).toStdString());
        write.bind(3, std::int64_t(QDateTime::currentSecsSinceEpoch()));
        write.exec();
    });
    if (!stored)
        return stored;
    if (settings->lifecycleName == lifecycle.name)
        return {};
    settings->lifecycleName = lifecycle.name;
    return Settings::save(database, *settings);
}

} // namespace Lifecycle
