#include "models/workspace/schema.h"

#include <QFile>

namespace Schema {

QString migration(int version)
{
    QFile file(QStringLiteral(":/schema/schema-%1.sql").arg(version));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace Schema
