// Any text as a number: its parts stay within their bounds, and what it prints as is read again as
// the same number.

#include "models/import/numberparser.h"
#include "models/import/rowconverter.h"

#include <cstdlib>
#include <string>

using namespace Import;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const NumberStyle style{data[0] & 1 ? ',' : '.', (data[0] & 2) != 0};
    const std::string_view text(reinterpret_cast<const char *>(data + 1), size - 1);
    (void)currencyFromText(text);
    (void)plainNumber(text);
    const auto number = parseNumber(text, style);
    if (!number)
        return 0;
    if (number->scale < 0 || number->scale > 18 || number->mantissa > 999'999'999'999'999'999LL
        || number->mantissa < -999'999'999'999'999'999LL)
        std::abort();
    std::string digits = std::to_string(number->mantissa < 0 ? -number->mantissa : number->mantissa);
    if (digits.size() <= std::size_t(number->scale))
        digits.insert(0, std::size_t(number->scale) + 1 - digits.size(), '0');
    if (number->scale > 0)
        digits.insert(digits.size() - std::size_t(number->scale), 1, style.decimal);
    const auto again = parseNumber((number->mantissa < 0 ? "-" : "") + digits, style);
    // More than 18 digits with the noughts in front are not read.
    if (digits.size() <= 18
        && (!again || again->mantissa != number->mantissa || again->scale != number->scale))
        std::abort();
    for (const int places : {0, 2, 3})
        (void)number->toMinor(places);
    return 0;
}
