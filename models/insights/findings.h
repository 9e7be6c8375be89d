#pragma once

#include "models/core/numberformat.h"
#include "models/equity/equityresult.h"

/// Sentences that say what numbers show, for cards, charts and the report.
namespace Insights {

/// What moved equity most within a bridge: "Expansion added 1.9 times what acquisition did.".
/// Empty when nothing moved.
[[nodiscard]] QString movementSentence(const Equity::EquityBridge &bridge,
                                       const QString &currencyCode, const NumberFormat &format);

} // namespace Insights
