#pragma once

#include "models/clv/clvstore.h"
#include "models/equity/equityresult.h"

namespace Equity {

/// Customer equity as it was computed and kept: one point for each day of data, the newest result of
/// that day. Results of different methods stand side by side; the points' method names all that
/// makes the difference, so that a change of it breaks the line. No bridges.
[[nodiscard]] EquityResult storedTrend(const QList<Clv::StoredClv> &kept, const Currency &currency);

} // namespace Equity
