#pragma once

#include <string_view>

/// Spreadsheets run a cell of a CSV file that begins like a formula. Such a text is written with an
/// apostrophe before it, which they take as "this is text", and read back without.
namespace FormulaGuard {

/// The text (UTF-8) would be run. A plain number behind its sign would not.
[[nodiscard]] constexpr bool isRun(std::string_view text)
{
    if (text.empty())
        return false;
    switch (text.front()) {
    case '=':
    case '@':
    case '\t':
    case '\r':
        return true;
    case '+':
    case '-':
        break;
    default:
        return false;
    }
    constexpr std::string_view harmless = "0123456789.";
    const std::size_t other = text.find_first_not_of(harmless, 1);
    if (other == std::string_view::npos)
        return false;
    const bool isExponent = (text[other] == 'e' || text[other] == 'E') && other > 1; // -1.5e-07
    const std::size_t sign = other + 1 < text.size() && (text[other + 1] == '-' || text[other + 1] == '+');
    return !isExponent || text.find_first_not_of(harmless, other + 1 + sign) != std::string_view::npos;
}

/// The text that stands behind a guard, or the text itself where there is none.
[[nodiscard]] constexpr std::string_view withoutGuard(std::string_view text)
{
    return text.size() > 1 && text.front() == '\'' && isRun(text.substr(1)) ? text.substr(1) : text;
}

} // namespace FormulaGuard
