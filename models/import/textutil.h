#pragma once

#include <cstddef>
#include <string_view>

/// Plain text helpers for cells: bytes of UTF-8, no QString, no locale.
namespace Import::Text {

[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}
[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

[[nodiscard]] constexpr bool allDigits(std::string_view text)
{
    for (const char c : text)
        if (!isDigit(c))
            return false;
    return !text.empty();
}

/// Without white space and invisible direction marks at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Group and decimal marks that are not ASCII, as normalise() writes them.
inline constexpr char arabicDecimal = '\x01';
inline constexpr char arabicGroup = '\x02';

/// Copies \a text into \a out with Arabic-Indic and Persian digits as ASCII, wide and no-break
/// spaces as a space, − as -, ’ as ', ٫ as arabicDecimal, ٬ and ، as arabicGroup; invisible
/// direction marks fall away; other characters stay as they are. Returns the length, or 0 where
/// \a capacity does not do.
std::size_t normalise(std::string_view text, char *out, std::size_t capacity);

/// Whether \a text is valid UTF-8.
[[nodiscard]] bool isUtf8(std::string_view text);

/// ASCII letters without regard to case.
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);

} // namespace Import::Text
