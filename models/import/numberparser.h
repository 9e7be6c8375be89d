#pragma once

#include <QList>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace Import {

/// How a column writes its numbers.
struct NumberStyle
{
    char decimal = '.'; ///< '.' or ','; the other one, spaces and apostrophes group thousands
    bool either = false; ///< what is no number with that mark is read with the other one

    bool operator==(const NumberStyle &) const = default;
};

/// A decimal number without rounding: mantissa × 10^−scale.
struct ParsedNumber
{
    std::int64_t mantissa = 0;
    int scale = 0;
    bool isPercent = false;
    char currency[4] = {}; ///< ISO code where the cell carried a sign or code, else empty

    [[nodiscard]] double toDouble() const;
    /// Whole units of 10^−digits, rounded half away from zero. Empty where it does not fit.
    [[nodiscard]] std::optional<std::int64_t> toMinor(int digits) const;
};

/// Reads a number: either digit set (also Persian), the style's decimal mark or ٫, group marks
/// (the other of , and ., ٬ ، ' ’ and spaces), minus in front or behind (also −), parentheses
/// for negative, a currency sign or code on either side, a percent sign.
/// Empty where \a text is no number in this style or has more than 18 digits.
[[nodiscard]] std::optional<ParsedNumber> parseNumber(std::string_view text,
                                                      NumberStyle style = {});

/// Three capital letters.
using CurrencyCode = std::array<char, 3>;
/// The currency that \a text names by code or sign: "sar", "ر.س", "€". Empty: none.
[[nodiscard]] std::optional<CurrencyCode> currencyFromText(std::string_view text);

/// What a sample of cells says about a column's numbers.
struct NumberStyleGuess
{
    NumberStyle style;
    int readable = 0;
    int filled = 0;
    bool ambiguous = false; ///< every mark could group thousands or divide decimals: "1,234"
};
[[nodiscard]] NumberStyleGuess guessNumberStyle(const QList<std::string_view> &cells);

} // namespace Import
