#pragma once

#include <QList>
#include <QString>
#include <QStringList>

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
    QStringList segments;
};
