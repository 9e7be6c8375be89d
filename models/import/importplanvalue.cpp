#include "models/import/importplan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Plan)
};

} // namespace

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
    for (const Field &field : fieldsOf(kind)) {
        // A customers file may know its customers by their e-mail address or telephone alone.
        const QString name = kind == Kind::Customers && field.type == FieldType::Customer
                                 ? identity == Identity::Email   ? u"email"_s
                                   : identity == Identity::Phone ? u"phone"_s
                                                                 : field.name
                                 : field.name;
        if (field.required && columnOf(name) < 0)
            missing.append(name);
    }
    return missing;
}

void ImportPlan::setDateOrder(DateOrder order)
{
    for (ColumnPlan &column : columns)
        column.dates.order = order;
    ambiguousDateColumn.clear();
    ambiguousDateExample.clear();
}

void ImportPlan::setCalendar(DateStyle::Calendar calendar)
{
    for (ColumnPlan &column : columns)
        column.dates.calendar = calendar;
}

void ImportPlan::setWholePeriods(bool count)
{
    for (ColumnPlan &column : columns)
        column.dates.wholePeriods = count;
}

} // namespace Import
