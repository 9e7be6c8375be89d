#include "models/core/error.h"

#include <QCoreApplication>

QString Error::oneLine() const
{
    QString place;
    if (!file.isEmpty()) {
        place = file;
        if (line > 0)
            place += u':' + QString::number(line);
        if (column > 0)
            place += u':' + QString::number(column);
        place += QStringLiteral(": ");
    }
    return (place + message).simplified();
}

Error Error::cancelled()
{
    return {Kind::Cancelled, QCoreApplication::translate("Error", "Cancelled. Nothing was changed.")};
}
