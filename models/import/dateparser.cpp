#include "models/import/dateparser.h"

#include "models/import/dateparts.h"
#include "models/import/textutil.h"

#include <QString>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Import {

using namespace Text;

namespace {

constexpr std::int64_t secondsPerDay = 86400;
constexpr std::int64_t excelEpochDay =
    -25569; // 1899-12-30, so that day 60 is the 29 February 1900 Excel believes in

std::int64_t valueOf(std::string_view digits)
{
    std::int64_t value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

using Calendar = DateStyle::Calendar;

std::optional<ParsedTime> parseNumeric(std::string_view text, DateStyle::Number meaning,
                                       Calendar calendar)
{
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (!allDigits(whole) || whole.size() > 14
        || (point != std::string_view::npos && !allDigits(fraction)))
        return {};
    const std::int64_t value = valueOf(whole);
    switch (meaning) {
    case DateStyle::Number::Compact: {
        if (point != std::string_view::npos)
            return {};
        if (whole.size() == 4 && value >= 1900 && value < 2200)
            return ParsedTime{daysFromCivil(int(value), 1, 1) * secondsPerDay, false};
        if (whole.size() != 8 && whole.size() != 12 && whole.size() != 14)
            return {};
        const std::optional<std::int64_t> day = dayOf(
            valueOf(whole.substr(0, 4)), valueOf(whole.substr(4, 2)), valueOf(whole.substr(6, 2)),
            calendar);
        if (!day)
            return {};
        if (whole.size() == 8)
            return ParsedTime{*day * secondsPerDay, false};
        const std::int64_t hours = valueOf(whole.substr(8, 2));
        const std::int64_t minutes = valueOf(whole.substr(10, 2));
        const std::int64_t seconds = whole.size() == 14 ? valueOf(whole.substr(12, 2)) : 0;
        if (hours > 23 || minutes > 59 || seconds > 60)
            return {};
        return ParsedTime{*day * secondsPerDay + hours * 3600 + minutes * 60 + seconds, true};
    }
    case DateStyle::Number::ExcelSerial: {
        if (value < 1 || value > 2958465)
            return {};
        std::int64_t seconds = 0;
        if (!fraction.empty()) {
            double part = 0;
            double unit = 0.1;
            for (const char c : fraction.substr(0, 12)) {
                part += (c - '0') * unit;
                unit /= 10;
            }
            seconds = std::int64_t(part * double(secondsPerDay) + 0.5);
        }
        // Serials up to 59 lie before the day that never was.
        const std::int64_t day = excelEpochDay + value + (value < 60 ? 1 : 0);
        return ParsedTime{day * secondsPerDay + seconds, seconds != 0};
    }
    case DateStyle::Number::EpochSeconds:
        return whole.size() > 11 ? std::optional<ParsedTime>() : ParsedTime{value, true, true};
    case DateStyle::Number::EpochMilliseconds:
        return ParsedTime{value / 1000, true, true};
    }
    return {};
}

} // namespace

std::int64_t daysFromCivil(int year, int month, int day)
{
    // Counts from 1 March of year 0, so that the leap day is the last of its year.
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

int daysInMonth(int year, int month)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[std::size_t(month - 1)];
}

DateParser::DateParser(DateStyle style) : m_style(style) {}

std::optional<ParsedTime> DateParser::parse(std::string_view text)
{
    if (text.size() >= 10 && text[4] == '-' && text[7] == '-') {
        if (!m_hasLastDay || std::memcmp(text.data(), m_lastDay, 10) != 0) {
            if (!allDigits(text.substr(0, 4)) || !allDigits(text.substr(5, 2))
                || !allDigits(text.substr(8, 2)))
                return parseSlow(text);
            const std::optional<std::int64_t> day = dayOf(
                valueOf(text.substr(0, 4)), valueOf(text.substr(5, 2)), valueOf(text.substr(8, 2)),
                m_style.calendar);
            if (!day)
                return {};
            std::memcpy(m_lastDay, text.data(), 10);
            m_lastDaySeconds = *day * secondsPerDay;
            m_hasLastDay = true;
        }
        if (text.size() == 10)
            return ParsedTime{m_lastDaySeconds, false};
        if (text[10] == ' ' || text[10] == 'T') {
            const char *t = text.data() + 11;
            if (text.size() == 19 && t[2] == ':' && t[5] == ':' && isDigit(t[0]) && isDigit(t[1])
                && isDigit(t[3]) && isDigit(t[4]) && isDigit(t[6]) && isDigit(t[7])) {
                const int hours = (t[0] - '0') * 10 + t[1] - '0';
                const int minutes = (t[3] - '0') * 10 + t[4] - '0';
                const int seconds = (t[6] - '0') * 10 + t[7] - '0';
                if (hours < 24 && minutes < 60 && seconds < 60)
                    return ParsedTime{m_lastDaySeconds + hours * 3600 + minutes * 60 + seconds,
                                      true};
            }
            bool hasOffset = false;
            if (const auto seconds = parseTimeOfDay(text.substr(11), hasOffset))
                return ParsedTime{m_lastDaySeconds + *seconds, true, hasOffset};
        }
    }
    return parseSlow(text);
}

std::optional<ParsedTime> DateParser::parseSlow(std::string_view text) const
{
    const std::optional<ParsedTime> day = parseDay(text);
    if (day || !m_style.wholePeriods)
        return day;
    const std::optional<ParsedPeriod> period = parseWholePeriod(text, m_style.calendar);
    return period ? std::optional(ParsedTime{period->firstDay * secondsPerDay, false})
                  : std::nullopt;
}

std::optional<ParsedTime> DateParser::parseDay(std::string_view original) const
{
    std::array<char, 128> buffer;
    std::string_view text = trimmed(original);
    text = trimmed(std::string_view(buffer.data(), normalise(text, buffer.data(), buffer.size())));
    if (text.empty())
        return {};
    if (text.find_first_not_of("0123456789.") == std::string_view::npos
        && text.find('.') == text.rfind('.'))
        return parseNumeric(text, m_style.number, m_style.calendar);

    if (m_style.calendar == Calendar::UmmAlQura) {
        for (const std::string_view era : {std::string_view("هـ"), std::string_view("ه"),
                                           std::string_view("AH"), std::string_view("H")})
            if (text.size() > era.size() && text.ends_with(era)) {
                text = trimmed(text.substr(0, text.size() - era.size()));
                break;
            }
    }
    DateParts parts;
    if (!takeParts(text, parts, m_style.calendar))
        return {};
    const std::optional<std::int64_t> day = dayOfParts(parts, m_style.order, m_style.calendar);
    if (!day)
        return {};
    if (text.empty())
        return ParsedTime{*day * secondsPerDay, false};
    if (text.front() == 'T' || text.front() == 't' || text.front() == ','
        || text.front() == arabicGroup)
        text.remove_prefix(1);
    else if (!isSpace(text.front()))
        return {};
    bool hasOffset = false;
    const std::optional<std::int64_t> seconds = parseTimeOfDay(text, hasOffset);
    if (!seconds)
        return {};
    return ParsedTime{*day * secondsPerDay + *seconds, true, hasOffset};
}

} // namespace Import
