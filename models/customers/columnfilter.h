#pragma once

#include <QString>

#include <limits>
#include <optional>

namespace Customers {

/// What numbers or days a column's filter lets through, as somebody types it: "100", "> 100",
/// "<= 20", "10..20", "-" (no value), "*" (any value); for days also "2024", "2024-05" and
/// "2024-05-01". Digits of any script.
struct NumberFilter
{
    double from = -std::numeric_limits<double>::infinity();
    double until = std::numeric_limits<double>::infinity(); ///< included, as from
    bool wantsMissing = false;

    [[nodiscard]] bool matches(double value) const; ///< NaN: no value
    bool operator==(const NumberFilter &) const = default;
};

/// Nothing for text that is not understood. \a isDate: values are days since 1970-01-01.
[[nodiscard]] std::optional<NumberFilter> parseNumberFilter(const QString &text, bool isDate);

/// The same for a share of 0 to 1 that is shown and typed in percent.
[[nodiscard]] std::optional<NumberFilter> parsePercentFilter(const QString &text);

} // namespace Customers
