#pragma once

#include <cstdint>
#include <optional>

namespace Import {

/// The Umm al-Qura calendar of Saudi Arabia: months begin as its tables say, not by a formula, so
/// its days are known for the years 1300 to 1600 only.

/// Days since 1970-01-01 of a date, empty where there is no such date or it is not in the tables.
[[nodiscard]] std::optional<std::int64_t> daysFromUmmAlQura(std::int64_t year, std::int64_t month,
                                                            std::int64_t day);
/// 29 or 30; 0 where the month is not in the tables.
[[nodiscard]] int daysInUmmAlQuraMonth(std::int64_t year, std::int64_t month);

} // namespace Import
