// Spans of days: whole months, quarters and years, and intervals of them.

#include "models/import/dateparser.h"
#include "models/import/dateparts.h"
#include "models/import/hijricalendar.h"
#include "models/import/numberparser.h"
#include "models/import/textutil.h"

#include <QDate>

#include <array>

namespace Import {

using namespace Text;
using Calendar = DateStyle::Calendar;

namespace {

constexpr std::int64_t secondsPerDay = 86400;

struct NumberWord
{
    std::string_view word;
    int number;
};

// Where one word begins with another, the longer one stands first.
constexpr NumberWord ordinals[] = {
    {"first", 1},  {"1st", 1},    {"second", 2}, {"2nd", 2},   {"third", 3},  {"3rd", 3},
    {"fourth", 4}, {"4th", 4},    {"الأول", 1},  {"الاول", 1}, {"الأوّل", 1}, {"أول", 1},
    {"اول", 1},    {"الثاني", 2}, {"الثانى", 2}, {"ثاني", 2},  {"ثان", 2},    {"الثالث", 3},
    {"ثالث", 3},   {"الرابع", 4}, {"رابع", 4},
};

constexpr std::string_view quarterWords[] = {"quarter", "qtr", "q", "الربع", "ربع", "ر"};

// "second quarter of 2016", "الربع الثاني من عام 2016", "شهر نيسان 2016"
constexpr std::string_view fillers[] = {"of",     "من",    "لعام", "لسنة", "عام",
                                        "العام",  "سنة",   "سنه",  "للعام", "للسنة",
                                        "لشهر",   "شهر"};

bool isMark(char c)
{
    return c == '-' || c == '/' || c == '.' || c == ',' || c == '\'' || c == '_' || c == arabicGroup;
}

/// Takes \a word off the front where no letter follows it.
bool takeWholeWord(std::string_view &text, std::string_view word)
{
    if (text.size() < word.size() || !equalsIgnoringCase(text.substr(0, word.size()), word))
        return false;
    const std::string_view rest = text.substr(word.size());
    const bool ends = rest.empty() || isSpace(rest.front()) || isDigit(rest.front())
                      || isMark(rest.front());
    if (ends)
        text = rest;
    return ends;
}

/// Month or quarter and year, in any order.
struct Pieces
{
    std::int64_t year = 0;
    int yearDigits = 0;
    std::int64_t month = 0;
    std::int64_t quarter = 0;
    bool isNamed = false; ///< the month is a name
};

/// Marks between the pieces. \a tight: something else than spaces stands there.
void skipMarks(std::string_view &text, bool &tight)
{
    tight = false;
    while (!text.empty()) {
        if (isMark(text.front()))
            tight = true;
        else if (!isSpace(text.front()))
            return;
        text.remove_prefix(1);
    }
}

/// "Q2", "quarter 2", "2Q", "second quarter", "الربع الثاني". Returns its number, 0: there is none.
std::int64_t takeQuarter(std::string_view &text)
{
    std::string_view rest = text;
    std::int64_t quarter = 0;
    bool tight = false;
    const auto takeQuarterWord = [&rest] {
        for (const std::string_view word : quarterWords)
            if (takeWholeWord(rest, word))
                return true;
        return false;
    };
    const auto takeOrdinal = [&] {
        for (const NumberWord &ordinal : ordinals)
            if (takeWholeWord(rest, ordinal.word)) {
                quarter = ordinal.number;
                return true;
            }
        return takeNumber(rest, quarter) == 1 && quarter >= 1 && quarter <= 4;
    };
    if (takeQuarterWord()) {
        skipMarks(rest, tight);
        if (!takeOrdinal())
            return 0;
    } else {
        if (!takeOrdinal())
            return 0;
        while (!rest.empty() && isSpace(rest.front()))
            rest.remove_prefix(1);
        if (!takeQuarterWord())
            return 0;
    }
    text = rest;
    return quarter;
}

bool takePiece(std::string_view &text, Pieces &pieces, bool tight, Calendar calendar)
{
    const bool hasPart = pieces.month != 0 || pieces.quarter != 0;
    if (!hasPart && (pieces.quarter = takeQuarter(text)) != 0)
        return true;
    std::int64_t number = 0;
    if (const int digits = takeNumber(text, number); digits > 0) {
        if (digits == 4 && pieces.yearDigits == 0) {
            pieces.year = number;
            pieces.yearDigits = 4;
            return true;
        }
        if (digits > 2)
            return false;
        if (!hasPart) {
            pieces.month = number;
            return number > 0;
        }
        // "Apr 16" may be the 16th of April; "Apr-16" and "Q2 16" are years.
        if (digits != 2 || pieces.yearDigits != 0 || (pieces.quarter == 0 && (!tight || !pieces.isNamed)))
            return false;
        pieces.year = calendar == Calendar::UmmAlQura ? 1400 + number : (number < 70 ? 2000 : 1900) + number;
        pieces.yearDigits = 2;
        return true;
    }
    if (hasPart)
        return false;
    pieces.month = takeMonthName(text, calendar);
    if (pieces.month == 0 && calendar != Calendar::Gregorian)
        pieces.month = takeMonthName(text, Calendar::Gregorian);
    pieces.isNamed = pieces.month != 0;
    return pieces.isNamed;
}

std::optional<ParsedPeriod> monthsOf(std::int64_t year, std::int64_t month, int count,
                                     Calendar calendar)
{
    const std::int64_t last = month + count - 1;
    if (month < 1 || last > 12)
        return {};
    if (calendar == Calendar::UmmAlQura) {
        const auto from = daysFromUmmAlQura(year, month, 1);
        const auto until = daysFromUmmAlQura(year, last, daysInUmmAlQuraMonth(year, last));
        return from && until ? std::optional(ParsedPeriod{*from, *until}) : std::nullopt;
    }
    if (year < 1 || year > 9999)
        return {};
    return ParsedPeriod{daysFromCivil(int(year), int(month), 1),
                        daysFromCivil(int(year), int(last), daysInMonth(int(year), int(last)))};
}

std::int64_t valueOf(std::string_view digits)
{
    std::int64_t value = 0;
    (void)takeNumber(digits, value);
    return value;
}

std::int64_t floorDay(std::int64_t seconds)
{
    return seconds >= 0 ? seconds / secondsPerDay
                        : -((-seconds + secondsPerDay - 1) / secondsPerDay);
}

/// 2025-03-01/2025-03-15, 2025-01/2025-03
std::optional<ParsedPeriod> parseInterval(std::string_view text, DateParser &parser,
                                          std::size_t slash)
{
    const auto half = [&parser](std::string_view part) -> std::optional<ParsedPeriod> {
        if (const auto whole = parseWholePeriod(part, parser.style().calendar))
            return whole;
        const std::optional<ParsedTime> time = parser.parse(part);
        if (!time || time->seconds % secondsPerDay != 0)
            return {};
        return ParsedPeriod{floorDay(time->seconds), floorDay(time->seconds)};
    };
    const std::optional<ParsedPeriod> from = half(text.substr(0, slash));
    const std::optional<ParsedPeriod> until = half(text.substr(slash + 1));
    if (!from || !until || from->firstDay > until->lastDay)
        return {};
    return ParsedPeriod{from->firstDay, until->lastDay};
}

} // namespace

std::optional<ParsedPeriod> parseWholePeriod(std::string_view original, Calendar calendar)
{
    std::array<char, 128> buffer;
    std::string_view text = trimmed(original);
    text = trimmed(std::string_view(buffer.data(), normalise(text, buffer.data(), buffer.size())));
    if (calendar == Calendar::UmmAlQura) {
        for (const std::string_view era : {std::string_view("هـ"), std::string_view("ه"),
                                           std::string_view("AH")})
            if (text.size() > era.size() && text.ends_with(era)) {
                text = trimmed(text.substr(0, text.size() - era.size()));
                break;
            }
    }
    if (text.size() == 6 && allDigits(text))
        return monthsOf(valueOf(text.substr(0, 4)), valueOf(text.substr(4)), 1, calendar);
    Pieces pieces;
    bool tight = false;
    for (int count = 0; !text.empty(); ++count) {
        if (count > 0)
            skipMarks(text, tight);
        if (text.empty())
            return {}; // a mark at the end
        bool filled = false;
        for (const std::string_view filler : fillers)
            filled = filled || takeWholeWord(text, filler);
        if (filled) {
            if (!text.empty() && !isSpace(text.front()))
                return {};
            continue;
        }
        if (!takePiece(text, pieces, tight, calendar))
            return {};
    }
    if (pieces.yearDigits == 0)
        return {};
    if (pieces.quarter != 0)
        return monthsOf(pieces.year, pieces.quarter * 3 - 2, 3, calendar);
    return monthsOf(pieces.year, pieces.month, 1, calendar);
}

std::optional<ParsedPeriod> parsePeriod(std::string_view original, DateParser &parser,
                                        bool dayMeansMonth)
{
    std::array<char, 128> buffer;
    std::string_view text = trimmed(original);
    text = trimmed(std::string_view(buffer.data(), normalise(text, buffer.data(), buffer.size())));
    if (text.empty())
        return {};
    const Calendar calendar = parser.style().calendar;
    if (text.size() == 4 && allDigits(text))
        return monthsOf(valueOf(text), 1, 12, calendar);
    if (const std::optional<ParsedPeriod> whole = parseWholePeriod(text, calendar))
        return whole;
    if (const std::size_t slash = text.find('/');
        slash != std::string_view::npos && slash >= 6
        && text.find('/', slash + 1) == std::string_view::npos)
        return parseInterval(text, parser, slash);

    const std::optional<ParsedTime> moment = parser.parse(text);
    if (!moment)
        return {};
    const std::int64_t day = floorDay(moment->seconds);
    // The months of the other calendar are given by name or number.
    if (!dayMeansMonth || calendar == Calendar::UmmAlQura)
        return ParsedPeriod{day, day};
    const QDate date = QDate(1970, 1, 1).addDays(day);
    const std::int64_t first = day - date.day() + 1;
    return ParsedPeriod{first, first + date.daysInMonth() - 1};
}

} // namespace Import
