#pragma once

#include "models/import/importplan.h"

#include <optional>

namespace Import {

/// The first column that goes to a date, or looks like one; null: there is none.
[[nodiscard]] const ColumnPlan *dateColumn(const ImportPlan &plan);

/// A cell of the file and what the plan makes of it, for a look at whether that is meant.
struct DateReading
{
    QString cell;
    std::optional<qint64> seconds; ///< epoch, by the cell's own clock; empty: it is no date
                                   ///< in the plan's style
    std::optional<qint64> last = {}; ///< of a period: its last day
    bool isWholePeriod = false;      ///< a month or quarter that counts as its first day

    bool operator==(const DateReading &) const = default;
};
/// Of the column of dates. Empty: there is none.
[[nodiscard]] std::optional<DateReading> dateReading(const ImportPlan &plan);

struct NumberReading
{
    QString cell;
    std::optional<double> value; ///< empty: it is no number in the plan's style

    bool operator==(const NumberReading &) const = default;
};
/// Of the first column of decimals.
[[nodiscard]] std::optional<NumberReading> numberReading(const ImportPlan &plan);

/// Whether any column goes to a field that is a moment, a day or a period.
[[nodiscard]] bool hasDates(const ImportPlan &plan);
/// Whether a moment could lack its time zone: some column goes to a field that is a moment.
[[nodiscard]] bool hasMoments(const ImportPlan &plan);

} // namespace Import
