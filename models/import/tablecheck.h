#pragma once

#include "models/core/numberformat.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/import/importplan.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace Import {

/// One rule that mends a column: a repair of its cells, or another way to read them.
struct ColumnRepair
{
    int column = -1;
    std::optional<Repair> repair = {};
    std::optional<NumberStyle> numbers = {};
    std::optional<DateStyle> dates = {};
    std::optional<bool> wholePeriods = {}; ///< see DateStyle::wholePeriods

    bool operator==(const ColumnRepair &) const = default;
};
/// What the rule does, translated: "Read dates with the month first".
[[nodiscard]] QString repairText(const ColumnRepair &repair, const NumberFormat &format);
void applyRepair(ImportPlan &plan, const ColumnRepair &repair);

/// Rows of a column that are wrong in one way.
struct ColumnIssue
{
    enum class Kind {
        Missing,          ///< a field that rows cannot do without is empty
        NotANumber,       ///< words where a number should stand
        OtherSeparator,   ///< numbers with the other decimal mark
        Grouped,          ///< "1,234" among decimals: a thousand, or one and a bit?
        MinorUnits,       ///< all amounts look like cents
        Outliers,         ///< far away from all others
        NotADate,         ///< words where a date should stand
        OtherDateOrder,   ///< dates that only fit the other order
        WholePeriods,     ///< months and quarters where dates should stand
        HijriYears,       ///< dates whose years are those of the Hijri calendar
        OutOfReach,       ///< moments that no analysis reaches
        PlaceholderDates, ///< 1900-01-01, 1970-01-01
        FutureDates,      ///< more than a year from now
        Duplicates        ///< ids that occur more than once
    };
    Kind kind = Kind::Missing;
    int column = -1;
    qint64 rows = 0;
    qint64 firstLine = 0;
    QStringList examples;           ///< up to five different cells
    QList<ColumnRepair> repairs;    ///< rules that mend it, best first
    bool rejectsRows = false;       ///< without a repair these rows are rejected

    bool operator==(const ColumnIssue &) const = default;
};
/// The whole sentence: what, where, an example as the file writes it, translated.
[[nodiscard]] QString issueText(const ColumnIssue &issue, const ImportPlan &plan,
                                const NumberFormat &format);

/// What is in a column, over all rows.
struct ColumnReport
{
    qint64 rows = 0;
    qint64 filled = 0;
    qint64 distinct = 0;
    bool distinctIsExact = true; ///< beyond 50,000 it is an estimate, about 1 % off
    qint64 repeated = 0;         ///< cells that stood before already
    qint64 unreadable = 0;       ///< as the field's type wants them
    QList<std::pair<QString, qint64>> samples; ///< the most frequent cells of the beginning
    std::optional<double> lowest;  ///< of numbers
    std::optional<double> median;
    std::optional<double> highest;
    QDate earliest; ///< of dates; invalid: there are none
    QDate latest;

    [[nodiscard]] double emptyShare() const
    {
        return rows == 0 ? 0 : double(rows - filled) / double(rows);
    }
    bool operator==(const ColumnReport &) const = default;
};

struct TableReport
{
    qint64 rows = 0;
    QList<ColumnReport> columns; ///< one a column of the plan
    QList<ColumnIssue> issues;   ///< those that reject rows first, then by rows

    bool operator==(const TableReport &) const = default;
};

/// Reads the whole file as \a plan says and reports what is in its columns and what looks wrong.
/// Touches no workspace; memory stays the same however long the file is. \a today is what dates in
/// the future are judged by. Blocks: call it on a worker thread.
Result<TableReport> checkTable(const ImportPlan &plan, const Progress &progress = {},
                               QDate today = QDate::currentDate());

} // namespace Import
