#include "models/import/dateparser.h"

#include "models/import/textutil.h"

#include <QString>

#include <array>

using namespace Qt::StringLiterals;

namespace Import {

using namespace Text;

QString dateOrderName(DateOrder order)
{
    switch (order) {
    case DateOrder::DayMonthYear:
        return u"dmy"_s;
    case DateOrder::MonthDayYear:
        return u"mdy"_s;
    case DateOrder::YearMonthDay:
        return u"ymd"_s;
    }
    return {};
}

std::optional<DateOrder> dateOrderFromName(const QString &name)
{
    for (const DateOrder order :
         {DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay})
        if (name.compare(dateOrderName(order), Qt::CaseInsensitive) == 0)
            return order;
    return {};
}

QString calendarName(DateStyle::Calendar calendar)
{
    return calendar == DateStyle::Calendar::UmmAlQura ? u"hijri"_s : u"gregorian"_s;
}

std::optional<DateStyle::Calendar> calendarFromName(const QString &name)
{
    for (const auto calendar : {DateStyle::Calendar::Gregorian, DateStyle::Calendar::UmmAlQura})
        if (name.compare(calendarName(calendar), Qt::CaseInsensitive) == 0)
            return calendar;
    return {};
}

QString wholePeriodsName(bool count) { return count ? u"first-day"_s : u"reject"_s; }

std::optional<bool> wholePeriodsFromName(const QString &name)
{
    for (const bool count : {true, false})
        if (name.compare(wholePeriodsName(count), Qt::CaseInsensitive) == 0)
            return count;
    return {};
}

DateStyleGuess guessDateStyle(const QList<std::string_view> &cells, std::optional<DateOrder> order)
{
    DateStyleGuess best;
    // What plain numbers mean follows from their length.
    std::array<int, 4> votes{};
    for (const std::string_view cell : cells) {
        std::array<char, 128> buffer;
        const std::string_view text(buffer.data(),
                                    normalise(trimmed(cell), buffer.data(), buffer.size()));
        best.filled += !text.empty();
        const std::string_view whole = text.substr(0, text.find('.'));
        if (!allDigits(whole))
            continue;
        if (whole.size() == 5)
            ++votes[std::size_t(DateStyle::Number::ExcelSerial)];
        else if (whole.size() == 9 || whole.size() == 10)
            ++votes[std::size_t(DateStyle::Number::EpochSeconds)];
        else if (whole.size() == 13)
            ++votes[std::size_t(DateStyle::Number::EpochMilliseconds)];
        else
            ++votes[std::size_t(DateStyle::Number::Compact)];
    }
    std::size_t number = 0;
    for (std::size_t i = 1; i < votes.size(); ++i)
        if (votes[i] > votes[number])
            number = i;
    best.style.number = DateStyle::Number(number);

    for (const std::string_view cell : cells) {
        DateParser parser({order.value_or(DateOrder::DayMonthYear), best.style.number});
        best.wholePeriods += parseWholePeriod(cell, DateStyle::Calendar::Gregorian).has_value()
                             && !parser.parse(trimmed(cell));
    }
    const auto readable = [&](DateOrder candidate) {
        DateParser parser({candidate, best.style.number});
        int count = 0;
        for (const std::string_view cell : cells) {
            const std::string_view text = trimmed(cell);
            count += !text.empty() && parser.parse(text).has_value();
        }
        return count;
    };
    // A few months among full dates are dates that lost their day; a column of months is one.
    const auto countPeriods = [&best] {
        best.style.wholePeriods = best.wholePeriods > best.readable;
        if (best.style.wholePeriods)
            best.readable += best.wholePeriods;
    };
    if (order) {
        best.style.order = *order;
        best.readable = readable(*order);
        countPeriods();
        return best;
    }
    const int dayFirst = readable(DateOrder::DayMonthYear);
    const int monthFirst = readable(DateOrder::MonthDayYear);
    const int yearFirst = readable(DateOrder::YearMonthDay);
    best.style.order = DateOrder::DayMonthYear;
    best.readable = dayFirst;
    if (monthFirst > best.readable) {
        best.style.order = DateOrder::MonthDayYear;
        best.readable = monthFirst;
    }
    if (yearFirst > best.readable) {
        best.style.order = DateOrder::YearMonthDay;
        best.readable = yearFirst;
    }
    if (dayFirst == monthFirst && dayFirst > 0 && best.style.order != DateOrder::YearMonthDay) {
        DateParser first({DateOrder::DayMonthYear, best.style.number});
        DateParser second({DateOrder::MonthDayYear, best.style.number});
        for (const std::string_view cell : cells) {
            const std::optional<ParsedTime> one = first.parse(trimmed(cell));
            const std::optional<ParsedTime> other = second.parse(trimmed(cell));
            if (one && other && one->seconds != other->seconds) {
                best.ambiguous = true;
                best.example = cell;
                break;
            }
        }
    }
    countPeriods();
    return best;
}

} // namespace Import
