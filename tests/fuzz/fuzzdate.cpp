// Any text as a date: what is read lies within the years the parser promises, and reading it twice
// gives the same.

#include "models/import/dateparser.h"

#include <cstdlib>

using namespace Import;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 1)
        return 0;
    DateStyle style;
    style.order = DateOrder(data[0] % 3);
    style.number = DateStyle::Number(data[0] / 3 % 4);
    style.calendar = DateStyle::Calendar(data[0] / 12 % 2);
    style.wholePeriods = data[0] / 24 % 2;
    const std::string_view text(reinterpret_cast<const char *>(data + 1), size - 1);
    DateParser parser(style);
    const auto first = parser.parse(text);
    const auto second = parser.parse(text);
    if (first.has_value() != second.has_value() || (first && first->seconds != second->seconds))
        std::abort();
    // 9999-12-31 with the largest offset; moments in milliseconds reach as far as 14 digits do.
    if (first && style.number != DateStyle::Number::EpochSeconds
        && style.number != DateStyle::Number::EpochMilliseconds
        && (first->seconds < -62135683200LL - 86400 || first->seconds > 253402300799LL + 86400 * 2))
        std::abort();
    const auto period = parsePeriod(text, parser, data[0] & 0x80);
    if (period && period->firstDay > period->lastDay)
        std::abort();
    // A month has at least 28 days, a quarter at most 92.
    const auto whole = parseWholePeriod(text, style.calendar);
    if (whole && (whole->lastDay - whole->firstDay < 27 || whole->lastDay - whole->firstDay > 91))
        std::abort();
    return 0;
}
