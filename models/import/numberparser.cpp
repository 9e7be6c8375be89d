#include "models/import/numberparser.h"

#include "models/import/textutil.h"

#include <array>
#include <cmath>
#include <cstring>
#include <string_view>

namespace Import {

using namespace Text;

namespace {

constexpr std::array<std::int64_t, 19> powersOfTen = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (std::int64_t &entry : powers) {
        entry = power;
        if (&entry != &powers.back())
            power *= 10;
    }
    return powers;
}();

struct CurrencyToken
{
    std::string_view text;
    std::string_view code; ///< empty: a sign of several currencies, which says nothing
};

// Longer signs stand before the shorter ones they begin with.
constexpr CurrencyToken currencyTokens[] = {
    {"US$", "USD"},  {"$", ""},       {"€", "EUR"},    {"£", "GBP"},
    {"¥", "JPY"},    {"₹", "INR"},    {"₺", "TRY"},    {"﷼", "SAR"},
    {"⃁", "SAR"},  {"ر.س.", "SAR"}, {"ر.س", "SAR"},  {"ريال سعودي", "SAR"},
    {"ريال", ""},    {"SR", "SAR"},   {"د.إ.", "AED"}, {"د.إ", "AED"},
    {"درهم", ""},    {"Dhs", "AED"},  {"د.ك.", "KWD"}, {"د.ك", "KWD"},
    {"ر.ق.", "QAR"}, {"ر.ق", "QAR"},  {"د.ب.", "BHD"}, {"د.ب", "BHD"},
    {"ر.ع.", "OMR"}, {"ر.ع", "OMR"},  {"ج.م.", "EGP"}, {"ج.م", "EGP"},
    {"جنيه", ""},    {"د.أ", "JOD"},  {"د.م.", "MAD"}, {"د.ج", "DZD"},
    {"د.ت", "TND"},  {"د.ع", "IQD"},  {"دينار", ""},
};

// The codes of ISO 4217, so that "bad12" is no amount in a currency called BAD.
constexpr std::string_view currencyCodes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
    "GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW "
    "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN "
    "NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK "
    "SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU "
    "UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ";

constexpr bool isGroupCharacter(char c)
{
    return c == ',' || c == '.' || c == '\'' || c == ' ' || c == arabicGroup;
}

/// Takes a currency sign or code off one end. False: there is none.
bool takeCurrency(std::string_view &text, bool atFront, char (&currency)[4])
{
    const auto note = [&](std::string_view code) {
        if (!code.empty())
            std::memcpy(currency, code.data(), 3);
    };
    for (const CurrencyToken &token : currencyTokens) {
        const bool asciiWord = lower(token.text.front()) >= 'a' && lower(token.text.front()) <= 'z';
        if (text.size() <= token.text.size())
            continue;
        if (atFront ? !text.starts_with(token.text) : !text.ends_with(token.text))
            continue;
        const char next =
            atFront ? text[token.text.size()] : text[text.size() - token.text.size() - 1];
        if (asciiWord && lower(next) >= 'a' && lower(next) <= 'z')
            continue; // the beginning of a longer word
        note(token.code);
        atFront ? text.remove_prefix(token.text.size()) : text.remove_suffix(token.text.size());
        return true;
    }
    const auto letter = [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
    if (text.size() < 4)
        return false;
    const std::string_view word = atFront ? text.substr(0, 3) : text.substr(text.size() - 3);
    const char beside = atFront ? text[3] : text[text.size() - 4];
    if (!letter(word[0]) || !letter(word[1]) || !letter(word[2]) || letter(beside))
        return false;
    const std::array<char, 4> code{char(lower(word[0]) - 32), char(lower(word[1]) - 32),
                                   char(lower(word[2]) - 32), ' '};
    const std::size_t at = currencyCodes.find(std::string_view(code.data(), 4));
    if (at == std::string_view::npos || at % 4 != 0)
        return false;
    note({code.data(), 3});
    atFront ? text.remove_prefix(3) : text.remove_suffix(3);
    return true;
}

bool readDigits(std::string_view text, char decimal, ParsedNumber &number)
{
    std::int64_t mantissa = 0;
    int digits = 0;
    int significant = 0;
    int inGroup = 0;
    bool grouped = false;
    char groupMark = 0;
    bool afterDecimal = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isDigit(c)) {
            if (significant > 0 || c != '0')
                ++significant;
            if (significant > 18)
                return false;
            mantissa = mantissa * 10 + (c - '0');
            ++digits;
            afterDecimal ? ++number.scale : ++inGroup;
        } else if (!afterDecimal && (c == decimal || c == arabicDecimal)) {
            if (grouped && inGroup != 3)
                return false;
            afterDecimal = true;
        } else if (!afterDecimal && isGroupCharacter(c)) {
            // Groups of three, the first of one to three; or of two before the last, as in India.
            if (inGroup == 0 || inGroup > 3 || (grouped && inGroup < 2)
                || (groupMark && c != groupMark))
                return false;
            groupMark = c;
            grouped = true;
            inGroup = 0;
        } else {
            return false;
        }
    }
    if (digits == 0 || (grouped && !afterDecimal && inGroup != 3) || number.scale > 18)
        return false;
    number.mantissa = mantissa;
    return true;
}

std::optional<ParsedNumber> parseWithMark(std::string_view original, NumberStyle style)
{
    if (original.empty() || original.size() > 96)
        return {};
    std::array<char, 128> buffer;
    std::string_view text = trimmed(original);
    text = trimmed(std::string_view(buffer.data(), normalise(text, buffer.data(), buffer.size())));

    ParsedNumber number;
    bool negative = false;
    bool hasSign = false;
    bool hasCurrency = false;
    // Signs, brackets, currency and percent come in any order around the digits.
    for (bool changed = true; changed && !text.empty();) {
        changed = false;
        if (!hasSign && text.size() >= 2 && text.front() == '(' && text.back() == ')') {
            negative = hasSign = changed = true;
            text = text.substr(1, text.size() - 2);
        } else if (!hasSign && (text.front() == '-' || text.front() == '+')) {
            negative = text.front() == '-';
            hasSign = changed = true;
            text.remove_prefix(1);
        } else if (!hasSign && text.back() == '-') {
            negative = hasSign = changed = true;
            text.remove_suffix(1);
        } else if (!number.isPercent && text.back() == '%') {
            number.isPercent = changed = true;
            text.remove_suffix(1);
        } else if (!hasCurrency && !isDigit(text.front())
                   && takeCurrency(text, true, number.currency)) {
            hasCurrency = changed = true;
        } else if (!hasCurrency && !isDigit(text.back())
                   && takeCurrency(text, false, number.currency)) {
            hasCurrency = changed = true;
        }
        text = trimmed(text);
    }
    if (text.empty() || !readDigits(text, style.decimal, number))
        return {};
    if (negative)
        number.mantissa = -number.mantissa;
    return number;
}

std::optional<ParsedNumber> parseAnyNumber(std::string_view text, NumberStyle style)
{
    const std::optional<ParsedNumber> number = parseWithMark(text, style);
    return number || !style.either
               ? number
               : parseWithMark(text, {style.decimal == '.' ? ',' : '.', false});
}

} // namespace

double ParsedNumber::toDouble() const
{
    return double(mantissa) / double(powersOfTen[std::size_t(scale)]) / (isPercent ? 100.0 : 1.0);
}

std::optional<std::int64_t> ParsedNumber::toMinor(int digits) const
{
    if (scale <= digits) {
        std::int64_t result = 0;
        if (__builtin_mul_overflow(mantissa, powersOfTen[std::size_t(digits - scale)], &result))
            return {};
        return result;
    }
    const std::int64_t divisor = powersOfTen[std::size_t(scale - digits)];
    const std::int64_t whole = mantissa / divisor;
    const std::int64_t rest = mantissa % divisor;
    if ((rest < 0 ? -rest : rest) >= divisor - (rest < 0 ? -rest : rest))
        return whole + (mantissa < 0 ? -1 : 1);
    return whole;
}

std::optional<ParsedNumber> parseNumber(std::string_view text, NumberStyle style)
{
    // Nearly every cell is plain digits with a decimal mark.
    const char *at = text.data();
    const char *end = at + text.size();
    const bool negative = at != end && *at == '-';
    at += negative;
    if (end - at < 1 || end - at > 18 || !isDigit(*at))
        return parseAnyNumber(text, style);
    std::int64_t mantissa = 0;
    while (at != end && isDigit(*at))
        mantissa = mantissa * 10 + (*at++ - '0');
    ParsedNumber number;
    if (at != end) {
        if (*at != style.decimal)
            return parseAnyNumber(text, style);
        const char *first = ++at;
        while (at != end && isDigit(*at))
            mantissa = mantissa * 10 + (*at++ - '0');
        if (at != end)
            return parseAnyNumber(text, style);
        number.scale = int(at - first);
    }
    number.mantissa = negative ? -mantissa : mantissa;
    return number;
}

std::optional<CurrencyCode> currencyFromText(std::string_view text)
{
    const auto isLetter = [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
    if (text.size() == 3 && isLetter(text[0]) && isLetter(text[1]) && isLetter(text[2]))
        return CurrencyCode{char(lower(text[0]) - 32), char(lower(text[1]) - 32),
                            char(lower(text[2]) - 32)};
    for (const CurrencyToken &token : currencyTokens)
        if (token.text == text && !token.code.empty())
            return CurrencyCode{token.code[0], token.code[1], token.code[2]};
    return {};
}

NumberStyleGuess guessNumberStyle(const QList<std::string_view> &cells)
{
    NumberStyleGuess guess;
    int pointIsDecimal = 0;
    int commaIsDecimal = 0;
    bool undecided = false;
    for (const std::string_view original : cells) {
        std::array<char, 128> buffer;
        const std::string_view text(buffer.data(),
                                    normalise(trimmed(original), buffer.data(), buffer.size()));
        if (text.empty())
            continue;
        ++guess.filled;
        const std::size_t point = text.rfind('.');
        const std::size_t comma = text.rfind(',');
        const bool hasPoint = point != std::string_view::npos;
        const bool hasComma = comma != std::string_view::npos;
        const auto digitsBehind = [&](std::size_t mark) {
            std::size_t count = 0;
            while (mark + 1 + count < text.size() && isDigit(text[mark + 1 + count]))
                ++count;
            return count;
        };
        if (text.find(arabicDecimal) != std::string_view::npos) {
            continue; // ٫ leaves nothing open
        } else if (hasPoint && hasComma) {
            ++(point > comma ? pointIsDecimal : commaIsDecimal);
        } else if (hasPoint) {
            if (text.find('.') != point)
                ++commaIsDecimal; // 1.234.567
            else
                ++(digitsBehind(point) == 3 ? undecided = true, pointIsDecimal : pointIsDecimal);
        } else if (hasComma) {
            if (text.find(',') != comma)
                ++pointIsDecimal;
            else if (digitsBehind(comma) != 3)
                ++commaIsDecimal;
            else
                undecided = true;
        }
    }
    guess.style.decimal = commaIsDecimal > pointIsDecimal ? ',' : '.';
    guess.ambiguous = undecided && pointIsDecimal == 0 && commaIsDecimal == 0;
    for (const std::string_view cell : cells)
        guess.readable +=
            !trimmed(cell).empty() && parseNumber(trimmed(cell), guess.style).has_value();
    return guess;
}

} // namespace Import
