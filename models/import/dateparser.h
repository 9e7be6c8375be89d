#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

namespace Import {

enum class DateOrder { DayMonthYear, MonthDayYear, YearMonthDay };

[[nodiscard]] QString dateOrderName(DateOrder order); ///< "dmy", "mdy", "ymd"
[[nodiscard]] std::optional<DateOrder> dateOrderFromName(const QString &name);

/// How a column writes its dates.
struct DateStyle
{
    /// What a cell that is a plain number means.
    enum class Number { Compact, ExcelSerial, EpochSeconds, EpochMilliseconds };
    /// Chosen by the user, never guessed: 1446-09-01 could be either.
    enum class Calendar { Gregorian, UmmAlQura };

    DateOrder order = DateOrder::DayMonthYear; ///< where the day could be the month; 2025-06-30 is
                                               ///< read in any case
    Number number = Number::Compact;
    Calendar calendar = Calendar::Gregorian;
    /// A whole month or quarter, such as 2016-04 or Q2 2016, counts as its first day. Else it is no
    /// date: among full days it may be one that was cut off.
    bool wholePeriods = false;

    bool operator==(const DateStyle &) const = default;
};

/// A moment as written: seconds since 1970-01-01 UTC, and whether a time of day was given.
struct ParsedTime
{
    std::int64_t seconds = 0;
    bool hasTime = false;
    bool hasOffset = false; ///< the text says which time zone; else the moment is local
};

/// Reads dates and moments without QDateTime. Remembers the last day's text, so rows in order of
/// time cost little; one parser a column and thread.
///
/// Understood: ISO 8601 with or without time, fraction and offset; yyyymmdd; day, month and year
/// in the style's order with / - . or spaces; English and Arabic month names; AM and PM (ص م);
/// Arabic-Indic and Persian digits; Excel serials; epoch seconds and milliseconds; where the style
/// says so, dates of the Umm al-Qura calendar (years 1300 to 1600, of two digits 1400 to 1499), and
/// whole months and quarters. A moment without an offset is taken as UTC. Years 1 to 9999; of two digits: 1970 to 2069.
class DateParser
{
public:
    explicit DateParser(DateStyle style = {});
    [[nodiscard]] const DateStyle &style() const { return m_style; }

    /// Empty where \a text is no date.
    [[nodiscard]] std::optional<ParsedTime> parse(std::string_view text);

private:
    [[nodiscard]] std::optional<ParsedTime> parseSlow(std::string_view text) const;
    [[nodiscard]] std::optional<ParsedTime> parseDay(std::string_view text) const;

    DateStyle m_style;
    char m_lastDay[10] = {};
    std::int64_t m_lastDaySeconds = 0;
    bool m_hasLastDay = false;
};

/// What a sample of cells says about a column's dates.
struct DateStyleGuess
{
    DateStyle style;
    int readable = 0;         ///< cells that are dates in this style
    int filled = 0;           ///< cells that are not empty
    bool ambiguous = false;   ///< day first and month first both fit every cell, and they differ
    std::string_view example; ///< a cell where they differ
    int wholePeriods = 0;     ///< cells that are no date but a whole month or quarter
};
/// Says of style.wholePeriods whether more of \a cells are whole months or quarters than full dates;
/// DateStyleGuess::readable counts them then.
[[nodiscard]] DateStyleGuess guessDateStyle(const QList<std::string_view> &cells,
                                            std::optional<DateOrder> order = {});

/// A span of days as costs are given for: a whole month or quarter, "2025", "2025-03-01/2025-03-15",
/// "2025-01/2025-03", or a day. \a dayMeansMonth reads a day as its whole month.
struct ParsedPeriod
{
    std::int64_t firstDay = 0; ///< days since 1970-01-01
    std::int64_t lastDay = 0;
};
[[nodiscard]] std::optional<ParsedPeriod> parsePeriod(std::string_view text, DateParser &parser,
                                                      bool dayMeansMonth);
/// A whole month or quarter and nothing else, as months of \a calendar: "2016-04", "04/2016", "Apr
/// 2016", "Apr-16", "نيسان 2016", "2016-Q2", "2Q16", "second quarter 2016", "الربع الثاني 2016".
[[nodiscard]] std::optional<ParsedPeriod> parseWholePeriod(std::string_view text,
                                                           DateStyle::Calendar calendar);

[[nodiscard]] QString calendarName(DateStyle::Calendar calendar); ///< "gregorian", "hijri"
[[nodiscard]] std::optional<DateStyle::Calendar> calendarFromName(const QString &name);

[[nodiscard]] QString wholePeriodsName(bool count); ///< "first-day", "reject"
[[nodiscard]] std::optional<bool> wholePeriodsFromName(const QString &name);

/// Days since 1970-01-01 of a proleptic Gregorian date, which must exist.
[[nodiscard]] std::int64_t daysFromCivil(int year, int month, int day);
[[nodiscard]] int daysInMonth(int year, int month);

} // namespace Import
