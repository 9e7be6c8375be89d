#include "models/segments/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace Segments {
namespace {

Error namedError(const QString &sentence, const QString &name)
{
    return {Error::Kind::Definition, sentence.arg(name)};
}

} // namespace

Result<QList<Segment>> list(Database &database)
{
    return database.attempt([&](SQLite::Database &connection) -> Result<QList<Segment>> {
        SQLite::Statement query(
            connection, "SELECT name, json FROM definition WHERE kind = 'segment' ORDER BY name");
        QList<Segment> segments;
        while (query.executeStep()) {
            const QString name = QString::fromUtf8(query.getColumn(0).getText());
            const QJsonDocument document =
                QJsonDocument::fromJson(QByteArray(query.getColumn(1).getText()));
            Result<Segment> segment = parse(document.object());
            if (!segment) {
                return Error{Error::Kind::Damaged,
                             QCoreApplication::translate(
                                 "Segments", "The stored segment \"%1\" cannot be read. %2")
                                 .arg(name, segment.error().message),
                             database.file()};
            }
            segment->name = name;
            segments.append(*std::move(segment));
        }
        return segments;
    });
}

Result<std::optional<Segment>> load(Database &database, const QString &name)
{
    const Result<QList<Segment>> segments = list(database);
    if (!segments)
        return segments.error();
    const auto at = std::ranges::find(*segments, name, &Segment::name);
    return at == segments->end() ? std::optional<Segment>() : std::optional<Segment>(*at);
}

Result<void> save(Database &database, const Segment &segment)
{
    if (segment.name.trimmed().isEmpty()) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Segments", "The field \"name\" is empty. Give the segment a name.")};
    }
    Result<QList<Segment>> others = list(database);
    if (!others)
        return others.error();
    others->removeIf([&](const Segment &other) { return other.name == segment.name; });
    for (const QString &name : referredSegments(segment.rule)) {
        if (name != segment.name
            && std::ranges::find(*others, name, &Segment::name) == others->end()) {
            return namedError(QCoreApplication::translate(
                                  "Segments", "There is no segment \"%1\". Choose one of the list."),
                              name);
        }
    }
    if (const Result<void> straight = refuseCircle(segment.name, segment.rule, *others); !straight)
        return straight;
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement write(
            connection,
            "INSERT INTO definition(kind, name, json, changed) VALUES('segment', ?, ?, ?) "
            "ON CONFLICT(kind, name) DO UPDATE SET json = excluded.json, changed = "
            "excluded.changed");
        write.bind(1, segment.name.toStdString());
        write.bind(2, QJsonDocument(toJson(segment)).toJson(QJsonDocument::Compact).toStdString());
        write.bind(3, std::int64_t(QDateTime::currentSecsSinceEpoch()));
        write.exec();
    });
}

Result<void> remove(Database &database, const QString &name)
{
    const Result<QList<Segment>> segments = list(database);
    if (!segments)
        return segments.error();
    for (const Segment &segment : *segments) {
        if (segment.name != name && referredSegments(segment.rule).contains(name)) {
            return Error{Error::Kind::Definition,
                         QCoreApplication::translate(
                             "Segments", "The segment \"%1\" is used by \"%2\". Change that rule first.")
                             .arg(name, segment.name)};
        }
    }
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement write(connection,
                                "DELETE FROM definition WHERE kind = 'segment' AND name = ?");
        write.bind(1, name.toStdString());
        write.exec();
    });
}

QString freeName(const QList<Segment> &segments, const QString &name)
{
    QString free = name;
    for (int number = 2; std::ranges::find(segments, free, &Segment::name) != segments.end();
         ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

} // namespace Segments
