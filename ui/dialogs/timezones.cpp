#include "ui/dialogs/timezones.h"

#include "models/core/numberformat.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace TimeZones {

namespace {

struct City
{
    const char *zone;
    const char *name;
};

constexpr auto cities = std::to_array<City>({
    {"Asia/Riyadh", QT_TRANSLATE_NOOP("TimeZones", "Riyadh")},
    {"Asia/Dubai", QT_TRANSLATE_NOOP("TimeZones", "Dubai")},
    {"Asia/Kuwait", QT_TRANSLATE_NOOP("TimeZones", "Kuwait")},
    {"Asia/Qatar", QT_TRANSLATE_NOOP("TimeZones", "Doha")},
    {"Asia/Bahrain", QT_TRANSLATE_NOOP("TimeZones", "Manama")},
    {"Asia/Muscat", QT_TRANSLATE_NOOP("TimeZones", "Muscat")},
    {"Asia/Aden", QT_TRANSLATE_NOOP("TimeZones", "Aden")},
    {"Asia/Baghdad", QT_TRANSLATE_NOOP("TimeZones", "Baghdad")},
    {"Asia/Amman", QT_TRANSLATE_NOOP("TimeZones", "Amman")},
    {"Asia/Damascus", QT_TRANSLATE_NOOP("TimeZones", "Damascus")},
    {"Asia/Beirut", QT_TRANSLATE_NOOP("TimeZones", "Beirut")},
    {"Asia/Hebron", QT_TRANSLATE_NOOP("TimeZones", "Hebron")},
    {"Africa/Cairo", QT_TRANSLATE_NOOP("TimeZones", "Cairo")},
    {"Africa/Khartoum", QT_TRANSLATE_NOOP("TimeZones", "Khartoum")},
    {"Africa/Tripoli", QT_TRANSLATE_NOOP("TimeZones", "Tripoli")},
    {"Africa/Tunis", QT_TRANSLATE_NOOP("TimeZones", "Tunis")},
    {"Africa/Algiers", QT_TRANSLATE_NOOP("TimeZones", "Algiers")},
    {"Africa/Casablanca", QT_TRANSLATE_NOOP("TimeZones", "Casablanca")},
    {"Africa/Lagos", QT_TRANSLATE_NOOP("TimeZones", "Lagos")},
    {"Africa/Nairobi", QT_TRANSLATE_NOOP("TimeZones", "Nairobi")},
    {"Africa/Johannesburg", QT_TRANSLATE_NOOP("TimeZones", "Johannesburg")},
    {"Europe/Istanbul", QT_TRANSLATE_NOOP("TimeZones", "Istanbul")},
    {"Europe/London", QT_TRANSLATE_NOOP("TimeZones", "London")},
    {"Europe/Paris", QT_TRANSLATE_NOOP("TimeZones", "Paris")},
    {"Europe/Berlin", QT_TRANSLATE_NOOP("TimeZones", "Berlin")},
    {"Europe/Athens", QT_TRANSLATE_NOOP("TimeZones", "Athens")},
    {"Europe/Moscow", QT_TRANSLATE_NOOP("TimeZones", "Moscow")},
    {"Asia/Tehran", QT_TRANSLATE_NOOP("TimeZones", "Tehran")},
    {"Asia/Karachi", QT_TRANSLATE_NOOP("TimeZones", "Karachi")},
    {"Asia/Kolkata", QT_TRANSLATE_NOOP("TimeZones", "Mumbai")},
    {"Asia/Dhaka", QT_TRANSLATE_NOOP("TimeZones", "Dhaka")},
    {"Asia/Jakarta", QT_TRANSLATE_NOOP("TimeZones", "Jakarta")},
    {"Asia/Singapore", QT_TRANSLATE_NOOP("TimeZones", "Singapore")},
    {"Asia/Shanghai", QT_TRANSLATE_NOOP("TimeZones", "Shanghai")},
    {"Asia/Tokyo", QT_TRANSLATE_NOOP("TimeZones", "Tokyo")},
    {"Australia/Sydney", QT_TRANSLATE_NOOP("TimeZones", "Sydney")},
    {"America/Sao_Paulo", QT_TRANSLATE_NOOP("TimeZones", "São Paulo")},
    {"America/New_York", QT_TRANSLATE_NOOP("TimeZones", "New York")},
    {"America/Chicago", QT_TRANSLATE_NOOP("TimeZones", "Chicago")},
    {"America/Denver", QT_TRANSLATE_NOOP("TimeZones", "Denver")},
    {"America/Los_Angeles", QT_TRANSLATE_NOOP("TimeZones", "Los Angeles")},
});

/// "UTC+3", "UTC−3:30": standard time, as people call a zone all year.
QString distance(const QTimeZone &zone)
{
    const int minutes = zone.standardTimeOffset(QDateTime::currentDateTimeUtc()) / 60;
    const int size = std::abs(minutes);
    QString text = u"UTC"_s + (minutes < 0 ? QChar(0x2212) : u'+') + QString::number(size / 60);
    if (size % 60 != 0)
        text += u':' + QString::number(size % 60).rightJustified(2, u'0');
    return text;
}

QString titleOf(const QString &place, const QTimeZone &zone)
{
    //: a time zone: %1 a city, %2 its distance from universal time, "UTC+3"
    return QCoreApplication::translate("TimeZones", "%1 (%2)").arg(place, NumberFormat::isolate(distance(zone)));
}

} // namespace

QList<Zone> all()
{
    QList<Zone> zones;
    for (const City &city : cities) {
        const QTimeZone zone{QByteArray(city.zone)};
        if (zone.isValid())
            zones.append({QString::fromLatin1(city.zone), titleOf(QCoreApplication::translate("TimeZones", city.name), zone)});
    }
    // The one of this computer, where it is another.
    const QString own = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const bool isKnown = std::ranges::any_of(zones, [&](const Zone &zone) { return zone.id == own; });
    if (!isKnown && own.contains(u'/'))
        zones.prepend({own, title(own)});
    return zones;
}

QString title(const QString &id)
{
    const QTimeZone zone(id.toLatin1());
    return zone.isValid() ? titleOf(NumberFormat::isolate(id), zone) : NumberFormat::isolate(id);
}

} // namespace TimeZones
