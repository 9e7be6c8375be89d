#pragma once

#include "models/core/numberformat.h"
#include "models/funnel/query.h"

namespace Funnel {

/// What the funnel counts, in whole sentences: order, window, entry, exclusions, constant property,
/// unit of count, breakdown, period. In the language of \a format, whatever language is chosen.
[[nodiscard]] QString definitionWords(const FunnelQuery &query, const NumberFormat &format);
/// "purchase (category = coffee)", "any event".
[[nodiscard]] QString conditionWords(const Condition &condition, Language language);

} // namespace Funnel
