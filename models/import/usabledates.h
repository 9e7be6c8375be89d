#pragma once

#include "models/import/dateparser.h"
#include "models/import/kinds.h"

#include <cstdint>

namespace Import {

/// Why a date that can be read is not taken.
enum class DateFault {
    None,
    HijriYear, ///< a Gregorian year from 1300 to 1600: written by the Hijri calendar, surely
    OutOfReach ///< before 1930 or after 2065
};

/// Judges a date of a field of \a type, read by \a calendar; \a seconds since 1970-01-01.
///
/// The moments of what customers do (FieldType::Time) must lie within 136 years, because analyses
/// count their seconds with 32 bits: one purchase of the year 1447 would keep all others from being
/// analysed. Days, such as when a customer was won, and the periods of costs may lie anywhere else
/// than in the years of the Hijri calendar. Attributes, such as birthdays, are no fields and are
/// never judged.
[[nodiscard]] inline DateFault dateFault(std::int64_t seconds, FieldType type,
                                         DateStyle::Calendar calendar)
{
    // From 1930-01-01 to 2065-12-31 there are 4,291,833,600 of at most 4,294,967,295 s.
    constexpr std::int64_t first = -1'262'304'000;
    constexpr std::int64_t end = 3'029'529'600;
    if (seconds >= first && seconds < end) [[likely]]
        return DateFault::None;
    constexpr std::int64_t firstHijri = -21'143'116'800; // 1300-01-01
    constexpr std::int64_t endHijri = -11'644'473'600;   // 1601-01-01
    if (calendar == DateStyle::Calendar::Gregorian && seconds >= firstHijri && seconds < endHijri)
        return DateFault::HijriYear;
    return type == FieldType::Time ? DateFault::OutOfReach : DateFault::None;
}

} // namespace Import
