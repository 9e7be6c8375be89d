#include "models/import/dateparts.h"

#include "models/import/hijricalendar.h"
#include "models/import/textutil.h"

#include <span>

namespace Import {

using namespace Text;
using Calendar = DateStyle::Calendar;

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

std::int64_t fullYear(const DatePart &part, Calendar calendar)
{
    if (part.digits == 4)
        return part.value;
    if (calendar == Calendar::UmmAlQura)
        return part.digits == 2 ? 1400 + part.value : 0;
    if (part.digits == 2)
        return part.value < 70 ? 2000 + part.value : 1900 + part.value;
    return 0;
}

} // namespace

std::optional<std::int64_t> dayOf(std::int64_t year, std::int64_t month, std::int64_t day, Calendar calendar)
{
    if (calendar == Calendar::UmmAlQura)
        return daysFromUmmAlQura(year, month, day);
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
        || day > daysInMonth(int(year), int(month)))
        return {};
    return daysFromCivil(int(year), int(month), int(day));
}

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

int takeMonthName(std::string_view &text, Calendar calendar)
{
    const std::span<const MonthName> names = calendar == Calendar::UmmAlQura
                                                 ? std::span<const MonthName>(hijriMonthNames)
                                                 : std::span<const MonthName>(monthNames);
    for (const MonthName &month : names) {
        if (startsWithWord(text, month.name)) {
            text.remove_prefix(month.name.size());
            return month.month;
        }
    }
    return 0;
}

bool takeParts(std::string_view &text, DateParts &parts, Calendar calendar)
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
        DatePart &part = parts[i];
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
        part.value = takeMonthName(text, calendar);
        part.isMonth = part.value > 0;
        if (!part.isMonth)
            return false;
    }
    return true;
}

std::optional<std::int64_t> dayOfParts(const DateParts &parts, DateOrder order,
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

} // namespace Import
