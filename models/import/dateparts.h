#pragma once

#include "models/import/dateparser.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The words and pieces that a date is made of.
namespace Import {

struct DatePart
{
    std::int64_t value = 0;
    int digits = 0;
    bool isMonth = false; ///< written as a name
};
using DateParts = std::array<DatePart, 3>;

/// Takes the name of a month off the front, in English or Arabic. Returns its number, 0: there is none.
int takeMonthName(std::string_view &text, DateStyle::Calendar calendar);
/// Takes day, month and year off the front, behind the name of a weekday; \a text keeps what follows.
bool takeParts(std::string_view &text, DateParts &parts, DateStyle::Calendar calendar);
/// Days since 1970-01-01; empty where the parts are no date in \a order.
[[nodiscard]] std::optional<std::int64_t> dayOfParts(const DateParts &parts, DateOrder order,
                                                     DateStyle::Calendar calendar);
/// Days since 1970-01-01; empty where there is no such day.
[[nodiscard]] std::optional<std::int64_t> dayOf(
    std::int64_t year, std::int64_t month, std::int64_t day,
    DateStyle::Calendar calendar = DateStyle::Calendar::Gregorian);
/// Hours, minutes, seconds, AM or PM and offset. Returns seconds to add to the day's start.
[[nodiscard]] std::optional<std::int64_t> parseTimeOfDay(std::string_view text, bool &hasOffset);
/// Reads digits at the front. Returns how many, 0: none.
int takeNumber(std::string_view &text, std::int64_t &value);
void skipSpaces(std::string_view &text);

} // namespace Import
