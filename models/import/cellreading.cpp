#include "models/import/cellreading.h"

#include <algorithm>

namespace Import {

namespace {

const Field *fieldOf(const ImportPlan &plan, const ColumnPlan &column)
{
    return column.target == ColumnPlan::Target::Field ? findField(plan.kind, column.field) : nullptr;
}

bool isDate(const Field *field)
{
    return field
           && (field->type == FieldType::Time || field->type == FieldType::Day
               || field->type == FieldType::Period);
}

bool isFilled(const ColumnPlan &column) { return !column.example.isEmpty(); }

} // namespace

const ColumnPlan *dateColumn(const ImportPlan &plan)
{
    const ColumnPlan *looksLike = nullptr;
    for (const ColumnPlan &column : plan.columns) {
        if (!isFilled(column))
            continue;
        if (isDate(fieldOf(plan, column)))
            return &column;
        if (!looksLike && column.found == FoundType::Date)
            looksLike = &column;
    }
    return looksLike;
}

std::optional<DateReading> dateReading(const ImportPlan &plan)
{
    const ColumnPlan *column = dateColumn(plan);
    if (!column)
        return {};
    // Where the order matters, a cell shows it that can be read in two ways.
    const bool isAsked = column->heading == plan.ambiguousDateColumn;
    DateReading reading{isAsked ? plan.ambiguousDateExample : column->example, {}};
    const std::string text = reading.cell.toStdString();
    DateParser parser(column->dates);
    if (const Field *field = fieldOf(plan, *column); field && field->type == FieldType::Period) {
        if (const auto period = parsePeriod(text, parser, column->dayMeansMonth)) {
            reading.seconds = period->firstDay * 86400;
            reading.last = period->lastDay * 86400;
        }
        return reading;
    }
    if (const std::optional<ParsedTime> time = parser.parse(text))
        reading.seconds = time->seconds;
    DateStyle fullDates = column->dates;
    fullDates.wholePeriods = false;
    reading.isWholePeriod = reading.seconds && !DateParser(fullDates).parse(text);
    return reading;
}

std::optional<NumberReading> numberReading(const ImportPlan &plan)
{
    const auto column = std::ranges::find_if(plan.columns, [](const ColumnPlan &each) {
        return isFilled(each) && each.found == FoundType::Decimal;
    });
    if (column == plan.columns.end())
        return {};
    NumberReading reading{column->example, {}};
    const std::string text = reading.cell.toStdString();
    if (const std::optional<ParsedNumber> number = parseNumber(text, column->numbers))
        reading.value = number->toDouble();
    return reading;
}

bool hasDates(const ImportPlan &plan)
{
    return std::ranges::any_of(plan.columns, [&](const ColumnPlan &column) {
        return isDate(fieldOf(plan, column)) || column.found == FoundType::Date;
    });
}

bool hasMoments(const ImportPlan &plan)
{
    return std::ranges::any_of(plan.columns, [&](const ColumnPlan &column) {
        const Field *field = fieldOf(plan, column);
        return field && field->type == FieldType::Time;
    });
}

} // namespace Import
