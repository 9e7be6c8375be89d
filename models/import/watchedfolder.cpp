#include "models/import/watchedfolder.h"

#include "models/workspace/settings.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

const QString settingKey = u"import.watchedFolder"_s;

QString stampOf(const QFileInfo &file)
{
    return QString::number(file.size()) + u'@' + QString::number(file.lastModified().toMSecsSinceEpoch());
}

QFileInfoList dataFiles(const QString &folder)
{
    return QDir(folder).entryInfoList(dataFilePatterns(), QDir::Files | QDir::Readable, QDir::Name);
}

} // namespace

QStringList dataFilePatterns()
{
    return {u"*.csv"_s, u"*.tsv"_s, u"*.txt"_s, u"*.xlsx"_s, u"*.json"_s, u"*.jsonl"_s, u"*.ndjson"_s};
}

Result<WatchedFolder> loadWatchedFolder(Database &database)
{
    const Result<QString> text = Settings::value(database, settingKey);
    if (!text)
        return text.error();
    const QJsonObject json = QJsonDocument::fromJson(text->toUtf8()).object();
    WatchedFolder watched{json[u"folder"].toString(), {}};
    const QJsonObject known = json[u"known"].toObject();
    for (auto file = known.begin(); file != known.end(); ++file)
        watched.known.insert(file.key(), file->toString());
    return watched;
}

Result<void> saveWatchedFolder(Database &database, const WatchedFolder &watched)
{
    QJsonObject known;
    for (auto file = watched.known.begin(); file != watched.known.end(); ++file)
        known.insert(file.key(), *file);
    const QJsonDocument json(QJsonObject{{u"folder"_s, watched.folder}, {u"known"_s, known}});
    return Settings::setValue(database, settingKey,
                              watched.isSet() ? QString::fromUtf8(json.toJson(QJsonDocument::Compact)) : QString());
}

WatchedFolder watchFolder(const QString &folder)
{
    WatchedFolder watched{QDir(folder).absolutePath(), {}};
    for (const QFileInfo &file : dataFiles(watched.folder))
        watched.known.insert(file.fileName(), stampOf(file));
    return watched;
}

QStringList newFiles(const WatchedFolder &watched, int quietSeconds)
{
    QStringList found;
    if (!watched.isSet())
        return found;
    const QDateTime quietSince = QDateTime::currentDateTime().addSecs(-quietSeconds);
    for (const QFileInfo &file : dataFiles(watched.folder)) {
        const bool isWritten = quietSeconds > 0 && file.lastModified() > quietSince;
        if (file.size() > 0 && !isWritten && watched.known.value(file.fileName()) != stampOf(file))
            found.append(file.absoluteFilePath());
    }
    return found;
}

void takeNote(WatchedFolder &watched, const QStringList &files)
{
    for (const QString &path : files) {
        const QFileInfo file(path);
        if (file.absolutePath() == watched.folder)
            watched.known.insert(file.fileName(), stampOf(file));
    }
}

} // namespace Import
