#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

/// The breakdown by all saved segments stands in a definition as a property of this name.
inline constexpr QStringView savedSegments = u"*segments*";

/// What the editor of a funnel can offer: events, properties with their values, saved segments.
struct FunnelChoices
{
    struct Property
    {
        QString field;
        QString title;
        QStringList values;
    };
    QStringList events;
    QList<Property> properties;
    QList<std::pair<QString, QString>> segments; ///< name, title in the language shown
};
