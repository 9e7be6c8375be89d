#pragma once

#include <QList>
#include <QString>

/// Time zones in words that people know: by a city, with the distance from universal time.
namespace TimeZones {

struct Zone
{
    QString id;    ///< of the time zone data base: "Asia/Riyadh"
    QString title; ///< "Riyadh (UTC+3)"
};

/// The places a file is likely to come from, those of this region first, each once; translated.
[[nodiscard]] QList<Zone> all();
/// Of any zone of the data base.
[[nodiscard]] QString title(const QString &id);

} // namespace TimeZones
