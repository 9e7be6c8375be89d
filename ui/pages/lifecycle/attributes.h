#pragma once

#include "models/insights/analysis.h"

/// The customers' attributes as the lifecycle screen offers them.
namespace Attributes {

/// Whether a table of its values could be read: 2 to 20 of them.
[[nodiscard]] bool canBreakDown(const Customers::CodedColumn &column);
/// In the language shown where the attribute is a usual one, else as the source called it.
[[nodiscard]] QString title(const Insights::Analysis &analysis, const QString &field);

} // namespace Attributes
