#include "ui/shell/recentfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace RecentFiles {
namespace {

const QString key = u"recentWorkspaces"_s;

QJsonObject toJson(const RecentFile &entry)
{
    QJsonArray trend;
    for (const double value : entry.trend)
        trend.append(value);
    return {{u"file"_s, entry.file}, {u"name_en"_s, entry.nameEnglish}, {u"name_ar"_s, entry.nameArabic},
            {u"currency"_s, entry.currency}, {u"customers"_s, entry.customers}, {u"equity"_s, entry.equity},
            {u"trend"_s, trend}, {u"opened"_s, entry.opened.toString(Qt::ISODate)}};
}

RecentFile fromJson(const QJsonObject &json)
{
    RecentFile entry;
    entry.file = json[u"file"].toString();
    entry.nameEnglish = json[u"name_en"].toString();
    entry.nameArabic = json[u"name_ar"].toString();
    entry.currency = json[u"currency"].toString();
    entry.customers = json[u"customers"].toInteger(-1);
    entry.equity = json[u"equity"].toDouble();
    for (const QJsonValue &value : json[u"trend"].toArray())
        entry.trend.append(value.toDouble());
    entry.opened = QDateTime::fromString(json[u"opened"].toString(), Qt::ISODate);
    return entry;
}

void store(const QList<RecentFile> &entries)
{
    QJsonArray array;
    for (const RecentFile &entry : entries.mid(0, most))
        array.append(toJson(entry));
    QSettings().setValue(key, QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

void take(QList<RecentFile> &entries, const QString &file)
{
    entries.removeIf([&](const RecentFile &entry) { return entry.file == file; });
}

} // namespace

QList<RecentFile> load()
{
    QList<RecentFile> entries;
    for (const QJsonValue &value : QJsonDocument::fromJson(QSettings().value(key).toString().toUtf8()).array()) {
        const RecentFile entry = fromJson(value.toObject());
        if (!entry.file.isEmpty())
            entries.append(entry);
    }
    return entries;
}

void remember(const RecentFile &entry)
{
    QList<RecentFile> entries = load();
    take(entries, entry.file);
    entries.prepend(entry);
    store(entries);
}

void remove(const QString &file)
{
    QList<RecentFile> entries = load();
    take(entries, file);
    store(entries);
}

void relocate(const QString &from, const QString &to)
{
    QList<RecentFile> entries = load();
    for (RecentFile &entry : entries) {
        if (entry.file == from)
            entry.file = to;
    }
    store(entries);
}

} // namespace RecentFiles
