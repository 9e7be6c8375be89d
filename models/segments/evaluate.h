#pragma once

#include "models/core/numberformat.h"
#include "models/segments/facts.h"

namespace Segments {

/// Who is in, one byte a customer, 0 or 1.
using Mask = std::vector<std::uint8_t>;

/// Who \a rule holds for. Unknown fields, events, stages and segments are errors that name them;
/// so are values of the wrong type.
Result<Mask> mask(const Rule &rule, const Facts &facts, const Progress &progress = {});
/// Members of a rule or of a fixed list, ascending.
Result<std::vector<Customers::CustomerIndex>> evaluate(const Rule &rule, const Facts &facts,
                                                       const Progress &progress = {});
Result<std::vector<Customers::CustomerIndex>> evaluate(const Segment &segment, const Facts &facts,
                                                       const Progress &progress = {});
/// For a rule that holds for nobody: a translated sentence that names the condition that removed
/// the last ones, in words of \a format's language.
Result<QString> explainEmpty(const Rule &rule, const Facts &facts, const NumberFormat &format);

} // namespace Segments
