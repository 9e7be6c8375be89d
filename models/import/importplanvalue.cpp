#include "models/import/importplan.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Plan)
};

} // namespace

QString onDuplicateName(OnDuplicate mode)
{
    switch (mode) {
    case OnDuplicate::Update:
        return u"update"_s;
    case OnDuplicate::Skip:
        return u"skip"_s;
    case OnDuplicate::Reject:
        return u"reject"_s;
    }
    return {};
}

std::optional<OnDuplicate> onDuplicateFromName(const QString &name)
{
    for (const OnDuplicate mode : {OnDuplicate::Update, OnDuplicate::Skip, OnDuplicate::Reject})
        if (name.compare(onDuplicateName(mode), Qt::CaseInsensitive) == 0)
            return mode;
    return {};
}

QString foundTypeTitle(FoundType type)
{
    switch (type) {
    case FoundType::Empty:
        return Tr::tr("Empty");
    case FoundType::Integer:
        return Tr::tr("Whole number");
    case FoundType::Decimal:
        return Tr::tr("Number");
    case FoundType::Date:
        return Tr::tr("Date");
    case FoundType::Category:
        return Tr::tr("Category");
    case FoundType::Text:
        return Tr::tr("Text");
    }
    return {};
}

int ImportPlan::columnOf(const QString &field) const
{
    for (qsizetype i = 0; i < columns.size(); ++i)
        if (columns[i].target == ColumnPlan::Target::Field && columns[i].field == field)
            return int(i);
    return -1;
}

QStringList ImportPlan::missingFields() const
{
    QStringList missing;
    for (const Field &field : fieldsOf(kind))
        if (field.required && columnOf(field.name) < 0)
            missing.append(field.name);
    return missing;
}

void ImportPlan::setDateOrder(DateOrder order)
{
    for (ColumnPlan &column : columns)
        column.dates.order = order;
    ambiguousDateColumn.clear();
    ambiguousDateExample.clear();
}

QJsonObject toJson(const ImportPlan &plan)
{
    QJsonArray columns;
    for (const ColumnPlan &column : plan.columns) {
        QJsonObject entry{{u"heading"_s, column.heading}};
        switch (column.target) {
        case ColumnPlan::Target::Ignore:
            entry.insert(u"target"_s, u"ignore"_s);
            break;
        case ColumnPlan::Target::Field:
            entry.insert(u"field"_s, column.field);
            break;
        case ColumnPlan::Target::Attribute:
            entry.insert(u"attribute"_s, column.attribute);
            break;
        case ColumnPlan::Target::Property:
            entry.insert(u"property"_s, column.attribute);
            break;
        }
        const Field *field = column.target == ColumnPlan::Target::Field
                                 ? findField(plan.kind, column.field)
                                 : nullptr;
        if (field
            && (field->type == FieldType::Time || field->type == FieldType::Day
                || field->type == FieldType::Period))
            entry.insert(u"date_order"_s, dateOrderName(column.dates.order));
        if (field && (field->type == FieldType::Money || field->type == FieldType::Real))
            entry.insert(u"decimal_mark"_s, QString(QLatin1Char(column.numbers.decimal)));
        columns.append(entry);
    }
    return {{u"kind"_s, kindName(plan.kind)},
            {u"encoding"_s, plan.format.encoding},
            {u"delimiter"_s, delimiterName(plan.format.delimiter)},
            {u"has_header"_s, plan.format.hasHeader},
            {u"header_line"_s, plan.format.headerLine},
            {u"columns"_s, columns},
            {u"preset"_s, plan.preset},
            {u"on_duplicate"_s, onDuplicateName(plan.onDuplicate)},
            {u"currency"_s, plan.currency},
            {u"time_zone"_s, u"UTC"_s}};
}

} // namespace Import
