#include "models/import/dateparser.h"

#include "models/import/hijricalendar.h"
#include "models/import/numberparser.h"
#include "models/import/textutil.h"

#include <QString>

#include <array>
#include <cstring>
#include <span>

using namespace Qt::StringLiterals;

namespace Import {

using namespace Text;

namespace {

struct MonthName
{
    std::string_view name;
    int month;
};

// Where one name begins with another, the longer one stands first.
constexpr MonthName monthNames[] = {
    {"january", 1},      {"february", 2},     {"march", 3},        {"april", 4},
    {"may", 5},          {"june", 6},         {"july", 7},         {"august", 8},
    {"september", 9},    {"october", 10},     {"november", 11},    {"december", 12},
    {"jan", 1},          {"feb", 2},          {"mar", 3},          {"apr", 4},
    {"jun", 6},          {"jul", 7},          {"aug", 8},          {"sept", 9},
    {"sep", 9},          {"oct", 10},         {"nov", 11},         {"dec", 12},
    {"يناير", 1},        {"فبراير", 2},       {"مارس", 3},         {"أبريل", 4},
    {"ابريل", 4},        {"إبريل", 4},        {"مايو", 5},         {"يونيو", 6},
    {"يونيه", 6},        {"يوليوز", 7},       {"يوليو", 7},        {"يوليه", 7},
    {"أغسطس", 8},        {"اغسطس", 8},        {"سبتمبر", 9},       {"أكتوبر", 10},
    {"اكتوبر", 10},      {"نوفمبر", 11},      {"ديسمبر", 12},      {"كانون الثاني", 1},
    {"كانون ثاني", 1},   {"شباط", 2},         {"آذار", 3},         {"اذار", 3},
    {"نيسان", 4},        {"أيار", 5},         {"ايار", 5},         {"حزيران", 6},
    {"تموز", 7},         {"آب", 8},           {"أيلول", 9},        {"ايلول", 9},
    {"تشرين الأول", 10}, {"تشرين الاول", 10}, {"تشرين أول", 10},   {"تشرين الثاني", 11},
    {"تشرين ثاني", 11},  {"كانون الأول", 12}, {"كانون الاول", 12}, {"كانون أول", 12},
    {"جانفي", 1},        {"فيفري", 2},        {"أفريل", 4},        {"ماي", 5},
    {"جوان", 6},         {"جويلية", 7},       {"أوت", 8},          {"غشت", 8},
    {"شتنبر", 9},        {"نونبر", 11},       {"دجنبر", 12},
};

constexpr MonthName hijriMonthNames[] = {
    {"محرم", 1},         {"المحرم", 1},        {"صفر", 2},           {"ربيع الأول", 3},
    {"ربيع الاول", 3},   {"ربيع أول", 3},      {"ربيع الآخر", 4},    {"ربيع الاخر", 4},
    {"ربيع الثاني", 4},  {"ربيع ثاني", 4},     {"جمادى الأولى", 5},  {"جمادى الاولى", 5},
    {"جمادى الأول", 5},  {"جمادى الآخرة", 6},  {"جمادى الاخرة", 6},  {"جمادى الثانية", 6},
    {"جمادى الثاني", 6}, {"رجب", 7},           {"شعبان", 8},         {"رمضان", 9},
    {"شوال", 10},        {"ذو القعدة", 11},    {"ذي القعدة", 11},    {"ذوالقعدة", 11},
    {"ذو الحجة", 12},    {"ذي الحجة", 12},     {"ذوالحجة", 12},      {"muharram", 1},
    {"safar", 2},        {"rabi al-awwal", 3}, {"rabi al-thani", 4}, {"jumada al-ula", 5},
    {"jumada al-akhirah", 6}, {"rajab", 7},    {"shaban", 8},        {"ramadan", 9},
    {"shawwal", 10},     {"dhu al-qadah", 11}, {"dhu al-hijjah", 12},
};

constexpr std::string_view weekdayNames[] = {
    "monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",  "mon",
    "tue",      "wed",      "thu",       "fri",      "sat",    "sun",      "الاثنين", "الإثنين",
    "الثلاثاء", "الأربعاء", "الاربعاء",  "الخميس",   "الجمعة", "السبت",    "الأحد",   "الاحد",
};

constexpr std::int64_t secondsPerDay = 86400;
constexpr std::int64_t excelEpochDay =
    -25569; // 1899-12-30, so that day 60 is the 29 February 1900 Excel believes in

bool startsWithWord(std::string_view text, std::string_view word)
{
    if (text.size() < word.size())
        return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(text[i]) != word[i])
            return false;
    // "mar" must not be taken out of "marble".
    return text.size() == word.size()
           || !(lower(text[word.size()]) >= 'a' && lower(text[word.size()]) <= 'z');
}

std::int64_t valueOf(std::string_view digits)
{
    std::int64_t value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

using Calendar = DateStyle::Calendar;

std::optional<std::int64_t> dayOf(std::int64_t year, std::int64_t month, std::int64_t day,
                                  Calendar calendar = Calendar::Gregorian)
{
    if (calendar == Calendar::UmmAlQura)
        return daysFromUmmAlQura(year, month, day);
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
        || day > daysInMonth(int(year), int(month)))
        return {};
    return daysFromCivil(int(year), int(month), int(day));
}

/// Reads digits at the front. Returns how many, 0: none.
int takeNumber(std::string_view &text, std::int64_t &value)
{
    std::size_t count = 0;
    value = 0;
    while (count < text.size() && count < 9 && isDigit(text[count]))
        value = value * 10 + (text[count++] - '0');
    text.remove_prefix(count);
    return int(count);
}

void skipSpaces(std::string_view &text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
}

/// Hours, minutes, seconds, AM or PM and offset. Returns seconds to add to the day's start.
std::optional<std::int64_t> parseTimeOfDay(std::string_view text, bool &hasOffset)
{
    hasOffset = false;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    skipSpaces(text);
    if (const int digits = takeNumber(text, hours); digits < 1 || digits > 2)
        return {};
    const bool hasMinutes = !text.empty() && text.front() == ':';
    if (hasMinutes) {
        text.remove_prefix(1);
        if (takeNumber(text, minutes) != 2)
            return {};
        if (!text.empty() && text.front() == ':') {
            text.remove_prefix(1);
            if (takeNumber(text, seconds) != 2)
                return {};
            if (text.size() > 1 && (text.front() == '.' || text.front() == ',')
                && isDigit(text[1])) {
                text.remove_prefix(1);
                while (!text.empty() && isDigit(text.front()))
                    text.remove_prefix(1);
            }
        }
    }
    skipSpaces(text);
    bool halfDay = false;
    bool afternoon = false;
    for (const std::string_view word :
         {std::string_view("am"), std::string_view("a.m."), std::string_view("pm"),
          std::string_view("p.m."), std::string_view("صباحا"), std::string_view("مساء"),
          std::string_view("ص"), std::string_view("م")}) {
        if (!startsWithWord(text, word))
            continue;
        halfDay = true;
        afternoon = word.front() == 'p' || word == "م" || word == "مساء";
        text.remove_prefix(word.size());
        break;
    }
    if (!hasMinutes && !halfDay)
        return {};
    if (halfDay) {
        if (hours < 1 || hours > 12)
            return {};
        hours = hours % 12 + (afternoon ? 12 : 0);
    }
    const bool midnightAtEnd = hours == 24 && minutes == 0 && seconds == 0;
    if ((hours > 23 && !midnightAtEnd) || minutes > 59 || seconds > 60)
        return {};

    skipSpaces(text);
    std::int64_t offset = 0;
    if (startsWithWord(text, "z")) {
        hasOffset = true;
        text.remove_prefix(1);
    } else if (startsWithWord(text, "utc") || startsWithWord(text, "gmt")) {
        hasOffset = true;
        text.remove_prefix(3);
        skipSpaces(text);
    }
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        const bool west = text.front() == '-';
        hasOffset = true;
        text.remove_prefix(1);
        std::int64_t offsetHours = 0;
        std::int64_t offsetMinutes = 0;
        const int digits = takeNumber(text, offsetHours);
        if (digits == 4) {
            offsetMinutes = offsetHours % 100;
            offsetHours /= 100;
        } else if (digits != 2 && digits != 1) {
            return {};
        } else if (!text.empty() && text.front() == ':') {
            text.remove_prefix(1);
            if (takeNumber(text, offsetMinutes) != 2)
                return {};
        }
        if (offsetHours > 15 || offsetMinutes > 59)
            return {};
        offset = (offsetHours * 60 + offsetMinutes) * 60 * (west ? -1 : 1);
    }
    skipSpaces(text);
    if (!text.empty())
        return {};
    return hours * 3600 + minutes * 60 + seconds - offset;
}

struct Part
{
    std::int64_t value = 0;
    int digits = 0;
    bool isMonth = false;
};

/// Takes day, month and year off the front; \a text keeps what follows.
bool takeParts(std::string_view &text, std::array<Part, 3> &parts, Calendar calendar)
{
    for (const std::string_view weekday : weekdayNames) {
        if (!startsWithWord(text, weekday))
            continue;
        text.remove_prefix(weekday.size());
        while (!text.empty()
               && (isSpace(text.front()) || text.front() == ',' || text.front() == '.'
                   || text.front() == arabicGroup))
            text.remove_prefix(1);
        break;
    }
    char separator = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            bool any = false;
            char mark = ' ';
            for (; !text.empty(); text.remove_prefix(1)) {
                const char c = text.front();
                if (c == '/' || c == '-' || c == '.' || c == ',' || c == arabicGroup) {
                    if (mark != ' ')
                        return false;
                    mark = c;
                } else if (!isSpace(c)) {
                    break;
                }
                any = true;
            }
            if (!any)
                return false;
            // 3/4-2025 is no date anybody writes on purpose; "Jan 12, 2025" is.
            const bool strict = mark == '/' || mark == '-';
            if (i == 2 && separator != mark && (strict || separator == '/' || separator == '-'))
                return false;
            separator = mark;
        }
        Part &part = parts[i];
        part.digits = takeNumber(text, part.value);
        if (part.digits > 4)
            return false;
        if (part.digits > 0) {
            // 1st, 2nd, 3rd, 4th
            for (const std::string_view ending : {std::string_view("st"), std::string_view("nd"),
                                                  std::string_view("rd"), std::string_view("th")})
                if (startsWithWord(text, ending))
                    text.remove_prefix(2);
            continue;
        }
        const std::span<const MonthName> names =
            calendar == Calendar::UmmAlQura ? std::span<const MonthName>(hijriMonthNames)
                                            : std::span<const MonthName>(monthNames);
        for (const MonthName &month : names) {
            if (startsWithWord(text, month.name)) {
                part.value = month.month;
                part.isMonth = true;
                text.remove_prefix(month.name.size());
                break;
            }
        }
        if (!part.isMonth)
            return false;
    }
    return true;
}

std::int64_t fullYear(const Part &part, Calendar calendar)
{
    if (part.digits == 4)
        return part.value;
    if (calendar == Calendar::UmmAlQura)
        return part.digits == 2 ? 1400 + part.value : 0;
    if (part.digits == 2)
        return part.value < 70 ? 2000 + part.value : 1900 + part.value;
    return 0;
}

std::optional<std::int64_t> dayOfParts(const std::array<Part, 3> &parts, DateOrder order,
                                       Calendar calendar)
{
    const auto &[a, b, c] = parts;
    if (a.isMonth || b.isMonth) {
        if (c.isMonth || (a.isMonth && b.isMonth))
            return {};
        if (a.isMonth) // Jan 12, 2025
            return dayOf(fullYear(c, calendar), a.value, b.value, calendar);
        if (a.digits == 4) // 2025 Jan 12
            return dayOf(a.value, b.value, c.value, calendar);
        return dayOf(fullYear(c, calendar), b.value, a.value, calendar);
    }
    if (c.isMonth)
        return {};
    if (a.digits == 4)
        return dayOf(a.value, b.value, c.value, calendar);
    switch (order) {
    case DateOrder::YearMonthDay:
        return c.digits <= 2 ? dayOf(fullYear(a, calendar), b.value, c.value, calendar) : std::optional<std::int64_t>();
    case DateOrder::MonthDayYear:
        return dayOf(fullYear(c, calendar), a.value, b.value, calendar);
    case DateOrder::DayMonthYear:
        return dayOf(fullYear(c, calendar), b.value, a.value, calendar);
    }
    return {};
}

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

std::optional<ParsedTime> DateParser::parseSlow(std::string_view original) const
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
    std::array<Part, 3> parts;
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

std::optional<ParsedPeriod> parsePeriod(std::string_view original, DateParser &parser,
                                        bool dayMeansMonth)
{
    std::array<char, 128> buffer;
    std::string_view text = trimmed(original);
    text = trimmed(std::string_view(buffer.data(), normalise(text, buffer.data(), buffer.size())));
    if (text.empty())
        return {};

    const bool isHijri = parser.style().calendar == Calendar::UmmAlQura;
    const auto months = [isHijri](std::int64_t year, std::int64_t month,
                                  int count) -> std::optional<ParsedPeriod> {
        if (isHijri) {
            const std::int64_t last = month + count - 1;
            const auto from = daysFromUmmAlQura(year, month, 1);
            const auto until = daysFromUmmAlQura(year, last, daysInUmmAlQuraMonth(year, last));
            return from && until ? std::optional(ParsedPeriod{*from, *until}) : std::nullopt;
        }
        if (year < 1 || year > 9999 || month < 1 || month > 12)
            return {};
        const int last = int(month) + count - 1;
        return ParsedPeriod{daysFromCivil(int(year), int(month), 1),
                            daysFromCivil(int(year), last, daysInMonth(int(year), last))};
    };

    // 2025-03-01/2025-03-15
    if (const std::size_t slash = text.find('/');
        slash != std::string_view::npos && slash >= 8
        && text.find('/', slash + 1) == std::string_view::npos) {
        const std::optional<ParsedTime> from = parser.parse(text.substr(0, slash));
        const std::optional<ParsedTime> until = parser.parse(text.substr(slash + 1));
        if (from && until && from->seconds <= until->seconds && from->seconds % secondsPerDay == 0
            && until->seconds % secondsPerDay == 0)
            return ParsedPeriod{from->seconds / secondsPerDay, until->seconds / secondsPerDay};
        return {};
    }
    if (text.size() == 4 && allDigits(text))
        return months(valueOf(text), 1, 12);
    if (text.size() == 6 && allDigits(text))
        return months(valueOf(text.substr(0, 4)), valueOf(text.substr(4)), 1);

    // 2025-Q1, Q1 2025, الربع 1 2025
    std::string_view rest = text;
    std::int64_t year = 0;
    std::int64_t number = 0;
    const auto skipMarks = [&rest] {
        while (!rest.empty()
               && (isSpace(rest.front()) || rest.front() == '-' || rest.front() == '/'
                   || rest.front() == '.'))
            rest.remove_prefix(1);
    };
    const auto takeQuarterWord = [&rest] {
        for (const std::string_view word : {std::string_view("quarter"), std::string_view("q"),
                                            std::string_view("الربع"), std::string_view("ر")}) {
            if (rest.size() > word.size()
                && equalsIgnoringCase(rest.substr(0, word.size()), word)) {
                rest.remove_prefix(word.size());
                return true;
            }
        }
        return false;
    };
    const bool yearFirst = takeNumber(rest, year) == 4;
    if (yearFirst)
        skipMarks();
    else
        rest = text;
    if (takeQuarterWord()) {
        skipMarks();
        if (takeNumber(rest, number) != 1 || number < 1 || number > 4)
            return {};
        skipMarks();
        if (!yearFirst && takeNumber(rest, year) != 4)
            return {};
        return rest.empty() ? months(year, number * 3 - 2, 3) : std::optional<ParsedPeriod>();
    }

    // 2025-03, 03/2025, March 2025, 2025 مارس
    rest = text;
    const auto takeMonth = [&rest, &number] {
        if (const int digits = takeNumber(rest, number); digits > 0)
            return digits <= 2;
        for (const MonthName &month : monthNames) {
            if (startsWithWord(rest, month.name)) {
                number = month.month;
                rest.remove_prefix(month.name.size());
                return true;
            }
        }
        return false;
    };
    if (yearFirst) {
        (void)takeNumber(rest, year);
        skipMarks();
        if (takeMonth() && rest.empty())
            return months(year, number, 1);
    } else if (takeMonth()) {
        skipMarks();
        if (takeNumber(rest, year) == 4 && rest.empty())
            return months(year, number, 1);
    }

    const std::optional<ParsedTime> moment = parser.parse(text);
    if (!moment)
        return {};
    const std::int64_t day = moment->seconds >= 0
                                 ? moment->seconds / secondsPerDay
                                 : -((-moment->seconds + secondsPerDay - 1) / secondsPerDay);
    if (!dayMeansMonth)
        return ParsedPeriod{day, day};
    if (isHijri)
        return ParsedPeriod{day, day}; // its months are given by name or number
    const QDate date = QDate(1970, 1, 1).addDays(day);
    const std::int64_t first = day - date.day() + 1;
    return ParsedPeriod{first, first + date.daysInMonth() - 1};
}

} // namespace Import
