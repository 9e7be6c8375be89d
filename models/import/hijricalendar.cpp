#include "models/import/hijricalendar.h"

#include <unicode/ucal.h>

#include <vector>

namespace Import {

namespace {

constexpr int firstYear = 1300;
constexpr int lastYear = 1600;

/// The day on which each month of the tables begins, and the day after the last one. Empty where
/// the system's ICU does not know the calendar.
const std::vector<std::int32_t> &monthStarts()
{
    static const std::vector<std::int32_t> starts = [] {
        std::vector<std::int32_t> days;
        UErrorCode error = U_ZERO_ERROR;
        const UChar zone[] = {u'G', u'M', u'T', 0};
        UCalendar *calendar =
            ucal_open(zone, 3, "en@calendar=islamic-umalqura", UCAL_TRADITIONAL, &error);
        if (U_FAILURE(error))
            return days;
        for (int year = firstYear; year <= lastYear; ++year) {
            for (int month = 0; month < 12; ++month) {
                ucal_clear(calendar);
                ucal_setDate(calendar, year, month, 1, &error);
                days.push_back(
                    std::int32_t(ucal_getMillis(calendar, &error) / 86'400'000.0));
            }
        }
        ucal_clear(calendar);
        ucal_setDate(calendar, lastYear + 1, 0, 1, &error);
        days.push_back(std::int32_t(ucal_getMillis(calendar, &error) / 86'400'000.0));
        ucal_close(calendar);
        if (U_FAILURE(error))
            days.clear();
        return days;
    }();
    return starts;
}

std::size_t monthIndex(std::int64_t year, std::int64_t month)
{
    return std::size_t((year - firstYear) * 12 + month - 1);
}

} // namespace

int daysInUmmAlQuraMonth(std::int64_t year, std::int64_t month)
{
    const std::vector<std::int32_t> &starts = monthStarts();
    if (starts.empty() || year < firstYear || year > lastYear || month < 1 || month > 12)
        return 0;
    const std::size_t index = monthIndex(year, month);
    return int(starts[index + 1] - starts[index]);
}

std::optional<std::int64_t> daysFromUmmAlQura(std::int64_t year, std::int64_t month,
                                              std::int64_t day)
{
    if (day < 1 || day > daysInUmmAlQuraMonth(year, month))
        return {};
    return std::int64_t(monthStarts()[monthIndex(year, month)]) + day - 1;
}

} // namespace Import
