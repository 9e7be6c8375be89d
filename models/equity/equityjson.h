#pragma once

#include "models/equity/equityresult.h"

#include <QJsonObject>

namespace Equity {

/// The `equity` document of the command line: series and bridges, money in major units of
/// `currency`, dates ISO 8601, null for what is not available.
[[nodiscard]] QJsonObject equityToJson(const EquityResult &result);

} // namespace Equity
