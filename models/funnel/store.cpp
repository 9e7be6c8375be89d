#include "models/funnel/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

namespace Funnel {

Result<QList<FunnelQuery>> loadFunnels(Database &database)
{
    struct Stored
    {
        QString name;
        QByteArray json;
    };
    const Result<QList<Stored>> stored =
        database.attempt([&](SQLite::Database &connection) -> QList<Stored> {
            QList<Stored> rows;
            SQLite::Statement query(connection, "SELECT name, json FROM definition WHERE kind = 'funnel' "
                                                "ORDER BY name");
            while (query.executeStep())
                rows.append({QString::fromUtf8(query.getColumn(0).getText()),
                             QByteArray(query.getColumn(1).getText())});
            return rows;
        });
    if (!stored)
        return stored.error();
    QList<FunnelQuery> funnels;
    for (const Stored &row : *stored) {
        Result<FunnelQuery> funnel =
            funnelQueryFromJson(QJsonDocument::fromJson(row.json).object());
        if (!funnel) {
            return Error{Error::Kind::Damaged,
                         QCoreApplication::translate(
                             "Funnel", "The stored funnel \"%1\" cannot be read: %2")
                             .arg(row.name, funnel.error().message),
                         database.file()};
        }
        funnel->name = row.name;
        funnels.append(*funnel);
    }
    return funnels;
}

Result<void> saveFunnels(Database &database, const QList<FunnelQuery> &funnels)
{
    QStringList names;
    for (const FunnelQuery &funnel : funnels) {
        if (funnel.name.trimmed().isEmpty()) {
            return Error{Error::Kind::Definition,
                         QCoreApplication::translate("Funnel", "A funnel needs a name.")};
        }
        if (names.contains(funnel.name)) {
            return Error{Error::Kind::Definition,
                         QCoreApplication::translate(
                             "Funnel", "There is a funnel named \"%1\" already. Choose another name.")
                             .arg(funnel.name)};
        }
        names.append(funnel.name);
    }
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Transaction transaction(connection);
        connection.exec("DELETE FROM definition WHERE kind = 'funnel'");
        SQLite::Statement write(connection, "INSERT INTO definition(kind, name, json, changed) "
                                            "VALUES('funnel', ?, ?, ?)");
        for (const FunnelQuery &funnel : funnels) {
            write.bind(1, funnel.name.toStdString());
            write.bind(2, QJsonDocument(toJson(funnel)).toJson(QJsonDocument::Compact).toStdString());
            write.bind(3, std::int64_t(QDateTime::currentSecsSinceEpoch()));
            write.exec();
            write.reset();
        }
        transaction.commit();
    });
}

} // namespace Funnel
