#pragma once

#include "models/core/result.h"

#include <QJsonObject>

namespace Cli {

/// The JSON object in the file at \a path; errors name the file and the line.
Result<QJsonObject> readDefinition(const QString &path);

/// \a error with \a path as its place, where it is about the definition and names no other file.
[[nodiscard]] Error inDefinition(Error error, const QString &path);

} // namespace Cli
