#include "models/import/tablecheck.h"

#include "models/import/columnprofile.h"
#include "models/import/tablereader.h"
#include "models/import/textutil.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::TableCheck)
};

} // namespace

Result<TableReport> checkTable(const ImportPlan &plan, const Progress &progress, QDate today)
{
    Result<std::unique_ptr<TableReader>> reader = openTable(plan.source(), plan.format);
    if (!reader)
        return reader.error();
    std::vector<ColumnProfile> profiles;
    profiles.reserve(std::size_t(plan.columns.size()));
    for (int i = 0; i < plan.columns.size(); ++i)
        profiles.emplace_back(plan, i, today);

    TableReport report;
    const qint64 firstLine = plan.format.headerLine + (plan.format.hasHeader ? 1 : 0);
    RecordChunk chunk;
    std::string storage;
    for (;;) {
        if (progress.isCancelled())
            return Error::cancelled();
        const Result<bool> more = (*reader)->next(chunk);
        if (!more)
            return more.error();
        if (!*more)
            break;
        // Column by column: what a column remembers stays in the cache.
        const std::size_t records = chunk.index.records();
        for (std::size_t r = 0; r < records; ++r)
            report.rows += chunk.line(r) >= firstLine && !chunk.isBlank(r);
        for (std::size_t c = 0; c < profiles.size(); ++c) {
            if (plan.columns[qsizetype(c)].target == ColumnPlan::Target::Ignore)
                continue;
            for (std::size_t r = 0; r < records; ++r) {
                if (chunk.line(r) < firstLine || chunk.isBlank(r) || c >= chunk.index.cells(r))
                    continue;
                const std::string_view cell =
                    Text::trimmed(cellContent(chunk.raw(r, c), storage));
                profiles[c].add(cell == "\\N" ? std::string_view() : cell, chunk.line(r));
            }
        }
        const double share = double((*reader)->bytesRead())
                             / double(std::max<qint64>((*reader)->bytesInAll(), 1));
        progress.report({.fraction = std::min(1.0, share),
                         .step = Tr::tr("Looking at every row"),
                         .rows = report.rows});
    }
    for (const ColumnProfile &profile : profiles) {
        report.columns.append(profile.report());
        report.issues.append(profile.issues());
    }
    std::stable_sort(report.issues.begin(), report.issues.end(),
                     [](const ColumnIssue &a, const ColumnIssue &b) {
                         return a.rejectsRows != b.rejectsRows ? a.rejectsRows : a.rows > b.rows;
                     });
    return report;
}

void applyRepair(ImportPlan &plan, const ColumnRepair &repair)
{
    if (repair.column < 0 || repair.column >= plan.columns.size())
        return;
    ColumnPlan &column = plan.columns[repair.column];
    if (repair.repair && !column.repairs.contains(*repair.repair))
        column.repairs.append(*repair.repair);
    if (repair.numbers)
        column.numbers = *repair.numbers;
    if (repair.dates)
        column.dates = *repair.dates;
    if (repair.wholePeriods)
        column.dates.wholePeriods = *repair.wholePeriods;
}

QString repairText(const ColumnRepair &repair, const NumberFormat &format)
{
    if (repair.numbers)
        return Tr::tr("Read each number by its own separators");
    if (repair.wholePeriods)
        return *repair.wholePeriods ? Tr::tr("Count each as the first day of its period")
                                    : Tr::tr("Do not take them for dates");
    if (repair.dates) {
        if (repair.dates->calendar == DateStyle::Calendar::UmmAlQura)
            return Tr::tr("Read the dates as Hijri (Umm al-Qura)");
        switch (repair.dates->order) {
        case DateOrder::DayMonthYear:
            return Tr::tr("Read the dates with the day first");
        case DateOrder::MonthDayYear:
            return Tr::tr("Read the dates with the month first");
        case DateOrder::YearMonthDay:
            return Tr::tr("Read the dates with the year first");
        }
    }
    if (!repair.repair)
        return {};
    const QString from = NumberFormat::isolate(repair.repair->from);
    const QString to = NumberFormat::isolate(repair.repair->to);
    switch (repair.repair->action) {
    case Repair::Action::Replace:
        return repair.repair->to.isEmpty() ? Tr::tr("Leave cells with \"%1\" empty").arg(from)
                                           : Tr::tr("Read \"%1\" as \"%2\"").arg(from, to);
    case Repair::Action::Remove:
        return repair.repair->to.isEmpty()
                   ? Tr::tr("Take \"%1\" out of every cell").arg(from)
                   : Tr::tr("Read \"%1\" within the cells as \"%2\"").arg(from, to);
    case Repair::Action::Fill:
        return Tr::tr("Fill empty cells with \"%1\"").arg(to);
    case Repair::Action::FillDown:
        return Tr::tr("Fill empty cells from the row above");
    case Repair::Action::EmptyIfUnreadable:
        return Tr::tr("Leave cells that cannot be read empty");
    case Repair::Action::Append:
        //: %1 is the heading of a column
        return Tr::tr("Join with column \"%1\"").arg(from);
    case Repair::Action::Scale:
        return repair.repair->power < 0
                   ? Tr::tr("Divide the numbers by %1")
                         .arg(format.integer(qint64(std::pow(10, -repair.repair->power))))
                   : Tr::tr("Multiply the numbers by %1")
                         .arg(format.integer(qint64(std::pow(10, repair.repair->power))));
    }
    return {};
}

QString issueText(const ColumnIssue &issue, const ImportPlan &plan, const NumberFormat &format)
{
    const QString heading = NumberFormat::isolate(plan.columns.value(issue.column).heading);
    const QString example = NumberFormat::isolate(issue.examples.value(0));
    const QString line = format.integer(issue.firstLine);
    const int rows = int(std::min<qint64>(issue.rows, std::numeric_limits<int>::max()));
    const auto counted = [&](const QString &sentence) { return format.counted(sentence, rows); };
    switch (issue.kind) {
    case ColumnIssue::Kind::Missing:
        //: %1 heading of a column, %2 a line
        return counted(Tr::tr("%n row(s) have nothing in \"%1\", first in line %2.", nullptr, rows))
            .arg(heading, line);
    case ColumnIssue::Kind::NotANumber:
        //: %1 heading of a column, %2 a line, %3 a cell
        return counted(Tr::tr("%n cell(s) of \"%1\" are not numbers, such as \"%3\" in line %2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::OtherSeparator:
        //: %1 heading of a column, %2 a line, %3 a cell
        return counted(Tr::tr("%n number(s) of \"%1\" are written with other separators than the "
                              "rest, such "
                              "as \"%3\" in line %2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::Grouped:
        //: %1 heading of a column, %2 a line, %3 a cell such as 1,234
        return counted(Tr::tr("%n number(s) of \"%1\", such as \"%3\" in line %2, stand among "
                              "small decimals: "
                              "a thousand may be meant, or one and a bit.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::MinorUnits:
        //: %1 heading of a column, %2 a number
        return Tr::tr(
                   "The amounts in \"%1\" are all whole and end in 00, half of them above %2: they "
                   "may be in cents or halalas.")
            .arg(heading, format.integer(issue.examples.value(0).toLongLong()));
    case ColumnIssue::Kind::Outliers:
        //: %1 heading of a column, %2 a line, %3 a number
        return counted(
                   Tr::tr("%n number(s) of \"%1\" are far from all others, such as %3 in line %2.",
                          nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::NotADate:
        //: %1 heading of a column, %2 a line, %3 a cell
        return counted(Tr::tr("%n cell(s) of \"%1\" are not dates, such as \"%3\" in line %2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::OtherDateOrder:
        //: %1 heading of a column, %2 a line, %3 a date
        return counted(Tr::tr("%n date(s) of \"%1\" only fit another order of day and month, such "
                              "as \"%3\" "
                              "in line %2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::WholePeriods:
        if (issue.rejectsRows)
            //: %1 heading of a column, %2 a line, %3 a month or quarter
            return counted(Tr::tr("%n cell(s) of \"%1\" are whole months or quarters among dates, "
                                  "such as \"%3\" in line %2: they name no day.",
                                  nullptr, rows))
                .arg(heading, line, example);
        //: %1 heading of a column, %2 a line, %3 a month or quarter
        return counted(Tr::tr("%n cell(s) of \"%1\" are whole months or quarters, such as \"%3\" in "
                              "line %2: each counts as the first day of its period.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::HijriYears:
        //: %1 heading of a column, %2 a line, %3 a date
        return counted(Tr::tr("%n date(s) of \"%1\" have years of the Hijri calendar, such as "
                              "\"%3\" in line "
                              "%2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::OutOfReach:
        //: %1 heading of a column, %2 a line, %3 a date
        return counted(Tr::tr("%n date(s) of \"%1\" lie before 1930 or after 2065, where nothing can "
                              "be analysed, such as \"%3\" in line %2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::PlaceholderDates:
        //: %1 heading of a column, %2 a line, %3 a date
        return counted(Tr::tr("%n date(s) of \"%1\" look like stand-ins for no date, such as "
                              "\"%3\" in line "
                              "%2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::FutureDates:
        //: %1 heading of a column, %2 a line, %3 a date
        return counted(Tr::tr("%n date(s) of \"%1\" lie more than a year ahead, such as \"%3\" in "
                              "line %2.",
                              nullptr, rows))
            .arg(heading, line, example);
    case ColumnIssue::Kind::Duplicates:
        //: %1 heading of a column, %2 a line, %3 a cell
        return counted(Tr::tr("%n row(s) repeat a value of \"%1\" that stood before, such as "
                              "\"%3\" in line "
                              "%2.",
                              nullptr, rows))
            .arg(heading, line, example);
    }
    return {};
}

} // namespace Import
