#pragma once

#include "models/health/health.h"

#include <span>

/// The rules of data health that are conditions on the rows of one table.
namespace Health {

struct Check
{
    const char *name; ///< "future"
    Aspect aspect;
    Severity severity;
    const char *table;
    const char *column;
    /// SQL over the table's rows, alias t; ?1 today's last second, ?2 today as days since 1970.
    const char *condition;
    Repair repair;
};

/// Rows before it are typing errors or a clock's zero.
inline constexpr int firstSensibleYear = 1990;

[[nodiscard]] std::span<const Check> tableChecks();

} // namespace Health
