#pragma once

#include "models/core/result.h"

#include <QJsonObject>

namespace Cli {

/// The JSON object in the file at \a path; errors name the file and the line.
Result<QJsonObject> readDefinition(const QString &path);

} // namespace Cli
