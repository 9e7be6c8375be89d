#include "models/lifecycle/meddicnotes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

const std::string kind = "meddic";

QJsonObject toJson(const DealNotes &notes)
{
    QJsonArray elements;
    for (auto at = notes.cbegin(); at != notes.cend(); ++at) {
        QJsonObject json{{u"element"_s, at.key()}, {u"evidence"_s, at->evidence},
                         {u"time"_s, qint64(at->time)}};
        if (at->score)
            json.insert(u"score"_s, *at->score);
        elements.append(json);
    }
    return {{u"elements"_s, elements}};
}

std::optional<DealNotes> fromJson(const QJsonObject &json)
{
    DealNotes notes;
    const QJsonArray elements = json[u"elements"].toArray();
    for (const QJsonValue &value : elements) {
        const QJsonObject entry = value.toObject();
        const int element = entry[u"element"].toInt(-1);
        MeddicNote note;
        note.evidence = entry[u"evidence"].toString();
        note.time = entry[u"time"].toInteger();
        if (entry.contains(u"score"))
            note.score = entry[u"score"].toInt(-1);
        if (element < 0 || element >= meddicElements
            || (note.score && (*note.score < 0 || *note.score > highestMeddicScore)))
            return std::nullopt;
        if (!note.isEmpty())
            notes.insert(element, note);
    }
    return notes;
}

} // namespace

MeddicNotes withNote(MeddicNotes notes, const QString &deal, int element, const MeddicNote &note)
{
    DealNotes own = notes.value(deal);
    if (note.isEmpty())
        own.remove(element);
    else
        own.insert(element, note);
    if (own.isEmpty())
        notes.remove(deal);
    else
        notes.insert(deal, own);
    return notes;
}

void applyNotes(std::vector<Deal> &deals, const MeddicNotes &notes)
{
    for (Deal &deal : deals) {
        const DealNotes own = notes.value(deal.reference);
        for (auto at = own.cbegin(); at != own.cend(); ++at) {
            if (!at->score || deal.changes.empty())
                continue;
            DealChange change = deal.changes.back();
            change.row = 0;
            change.time = std::max(change.time, at->time);
            change.meddic = {};
            change.meddic[std::size_t(at.key())] = at->score;
            deal.changes.push_back(change);
        }
    }
}

Result<MeddicNotes> loadMeddicNotes(Database &database)
{
    return database.attempt([&](SQLite::Database &connection) -> Result<MeddicNotes> {
        SQLite::Statement query(connection, "SELECT name, json FROM definition WHERE kind = ?");
        query.bind(1, kind);
        MeddicNotes notes;
        while (query.executeStep()) {
            const QString deal = QString::fromUtf8(query.getColumn(0).getText());
            const std::optional<DealNotes> own =
                fromJson(QJsonDocument::fromJson(QByteArray(query.getColumn(1).getText())).object());
            if (!own) {
                return Error{Error::Kind::Damaged,
                             QCoreApplication::translate(
                                 "Lifecycle", "The stored MEDDIC notes of deal \"%1\" cannot be read.")
                                 .arg(deal),
                             database.file()};
            }
            if (!own->isEmpty())
                notes.insert(deal, *own);
        }
        return notes;
    });
}

Result<void> saveMeddicNotes(Database &database, const MeddicNotes &before,
                             const MeddicNotes &after)
{
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Transaction transaction(connection);
        SQLite::Statement drop(connection, "DELETE FROM definition WHERE kind = ? AND name = ?");
        for (auto at = before.cbegin(); at != before.cend(); ++at) {
            if (after.contains(at.key()))
                continue;
            drop.bind(1, kind);
            drop.bind(2, at.key().toStdString());
            drop.exec();
            drop.reset();
        }
        SQLite::Statement write(
            connection,
            "INSERT INTO definition(kind, name, json, changed) VALUES(?, ?, ?, ?) "
            "ON CONFLICT(kind, name) DO UPDATE SET json = excluded.json, changed = "
            "excluded.changed");
        for (auto at = after.cbegin(); at != after.cend(); ++at) {
            if (before.value(at.key()) == *at)
                continue;
            write.bind(1, kind);
            write.bind(2, at.key().toStdString());
            write.bind(3, QJsonDocument(toJson(*at)).toJson(QJsonDocument::Compact).toStdString());
            write.bind(4, std::int64_t(QDateTime::currentSecsSinceEpoch()));
            write.exec();
            write.reset();
        }
        transaction.commit();
    });
}

} // namespace Lifecycle
