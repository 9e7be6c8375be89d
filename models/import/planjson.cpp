// A plan's choices as JSON: kept with every import, so that it can be repeated, and under a name, so
// that the next file of the same kind is mapped at once.

#include "models/import/columnmatcher.h"
#include "models/import/importplan.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

using Target = ColumnPlan::Target;

constexpr std::array numberMeanings{"compact", "excel", "epoch_seconds", "epoch_milliseconds"};

QJsonObject toJson(const ColumnPlan &column)
{
    QJsonObject entry{{u"heading"_s, column.heading}};
    switch (column.target) {
    case Target::Ignore:
        entry.insert(u"target"_s, u"ignore"_s);
        break;
    case Target::Field:
        entry.insert(u"field"_s, column.field);
        break;
    case Target::Attribute:
        entry.insert(u"attribute"_s, column.attribute);
        break;
    case Target::Property:
        entry.insert(u"property"_s, column.attribute);
        break;
    }
    entry.insert(u"date_order"_s, dateOrderName(column.dates.order));
    entry.insert(u"date_number"_s,
                 QString::fromLatin1(numberMeanings[std::size_t(column.dates.number)]));
    entry.insert(u"calendar"_s, calendarName(column.dates.calendar));
    if (column.target == Target::Field)
        entry.insert(u"whole_periods"_s, wholePeriodsName(column.dates.wholePeriods));
    entry.insert(u"decimal_mark"_s, QString(QLatin1Char(column.numbers.decimal)));
    if (column.numbers.either)
        entry.insert(u"either_mark"_s, true);
    if (column.dayMeansMonth)
        entry.insert(u"day_means_month"_s, true);
    QJsonArray repairs;
    for (const Repair &repair : column.repairs)
        repairs.append(Import::toJson(repair));
    if (!repairs.isEmpty())
        entry.insert(u"repairs"_s, repairs);
    return entry;
}

void apply(ColumnPlan &column, const QJsonObject &entry, Kind kind)
{
    const QString field = entry.value(u"field").toString();
    if (findField(kind, field)) {
        column.target = Target::Field;
        column.field = field;
        column.attribute.clear();
    } else if (const QString name = entry.value(u"attribute").toString(); !name.isEmpty()) {
        column.target = Target::Attribute;
        column.attribute = name;
        column.field.clear();
    } else if (const QString property = entry.value(u"property").toString(); !property.isEmpty()) {
        column.target = Target::Property;
        column.attribute = property;
        column.field.clear();
    } else if (entry.value(u"target").toString() == u"ignore") {
        column.target = Target::Ignore;
        column.field.clear();
        column.attribute.clear();
    }
    if (const auto order = dateOrderFromName(entry.value(u"date_order").toString()))
        column.dates.order = *order;
    if (const auto calendar = calendarFromName(entry.value(u"calendar").toString()))
        column.dates.calendar = *calendar;
    if (const auto count = wholePeriodsFromName(entry.value(u"whole_periods").toString()))
        column.dates.wholePeriods = *count;
    for (std::size_t i = 0; i < numberMeanings.size(); ++i)
        if (entry.value(u"date_number").toString() == QLatin1StringView(numberMeanings[i]))
            column.dates.number = DateStyle::Number(i);
    if (const QString mark = entry.value(u"decimal_mark").toString(); mark == u"." || mark == u",")
        column.numbers.decimal = mark.front().toLatin1();
    column.numbers.either = entry.value(u"either_mark").toBool();
    column.dayMeansMonth = entry.value(u"day_means_month").toBool();
    column.repairs.clear();
    for (const QJsonValue &repair : entry.value(u"repairs").toArray())
        if (const auto known = repairFromJson(repair.toObject()))
            column.repairs.append(*known);
}

} // namespace

QJsonObject toJson(const ImportPlan &plan)
{
    QJsonArray columns;
    for (const ColumnPlan &column : plan.columns)
        columns.append(toJson(column));
    QJsonArray statuses;
    for (const StatusRule &rule : plan.statusRules)
        statuses.append(QJsonObject{{u"status"_s, rule.status},
                                    {u"action"_s, statusActionName(rule.action)}});
    QJsonObject rates;
    for (auto rate = plan.rates.begin(); rate != plan.rates.end(); ++rate)
        rates.insert(rate.key(), rate.value());
    return {{u"kind"_s, kindName(plan.kind)},
            {u"format"_s, sourceTypeName(plan.format.type)},
            {u"encoding"_s, plan.format.encoding},
            {u"delimiter"_s, delimiterName(plan.format.delimiter)},
            {u"sheet"_s, plan.format.sheet},
            {u"has_header"_s, plan.format.hasHeader},
            {u"header_line"_s, plan.format.headerLine},
            {u"columns"_s, columns},
            {u"preset"_s, plan.preset},
            {u"on_duplicate"_s, onDuplicateName(plan.onDuplicate)},
            {u"identity"_s, identityName(plan.identity)},
            {u"phone_country"_s, plan.phoneCountry},
            {u"order_rows"_s, orderRowsName(plan.orderRows)},
            {u"statuses"_s, statuses},
            {u"rates"_s, rates},
            {u"currency"_s, plan.currency},
            {u"time_zone"_s, plan.timeZone.isEmpty() ? u"UTC"_s : plan.timeZone}};
}

void applyChoices(ImportPlan &plan, const QJsonObject &choices)
{
    if (choices.value(u"kind").toString() != kindName(plan.kind))
        return;
    QHash<QString, QJsonObject> byHeading;
    for (const QJsonValue &value : choices.value(u"columns").toArray()) {
        const QJsonObject entry = value.toObject();
        byHeading.insert(normalisedHeading(entry.value(u"heading").toString()), entry);
    }
    QStringList taken;
    for (ColumnPlan &column : plan.columns) {
        const auto known = byHeading.constFind(normalisedHeading(column.heading));
        if (known == byHeading.constEnd())
            continue;
        apply(column, *known, plan.kind);
        if (column.target == Target::Field)
            taken.append(column.field);
        // The order of its dates was settled back then.
        if (column.heading == plan.ambiguousDateColumn && known->contains(u"date_order"_s)) {
            plan.ambiguousDateColumn.clear();
            plan.ambiguousDateExample.clear();
        }
    }
    // A field has one column: what the guess gave to another column yields to the choice.
    for (ColumnPlan &column : plan.columns)
        if (column.target == Target::Field && taken.contains(column.field)
            && !byHeading.contains(normalisedHeading(column.heading))) {
            column.target = Target::Ignore;
            column.field.clear();
        }
    if (const auto mode = onDuplicateFromName(choices.value(u"on_duplicate").toString()))
        plan.onDuplicate = *mode;
    if (const auto identity = identityFromName(choices.value(u"identity").toString()))
        plan.identity = *identity;
    if (const auto rows = orderRowsFromName(choices.value(u"order_rows").toString()))
        plan.orderRows = *rows;
    plan.phoneCountry = choices.value(u"phone_country").toString(plan.phoneCountry);
    for (const QJsonValue &value : choices.value(u"statuses").toArray()) {
        const QString status = value.toObject().value(u"status").toString();
        const auto action = statusActionFromName(value.toObject().value(u"action").toString());
        if (!action)
            continue;
        bool found = false;
        for (StatusRule &rule : plan.statusRules) {
            if (rule.status != status)
                continue;
            rule.action = *action;
            found = true;
        }
        if (!found)
            plan.statusRules.append({status, *action, 0});
    }
    const QJsonObject rates = choices.value(u"rates").toObject();
    for (auto rate = rates.begin(); rate != rates.end(); ++rate)
        plan.rates.insert(rate.key(), rate.value().toDouble());
    plan.currency = choices.value(u"currency").toString(plan.currency);
    if (const QString zone = choices.value(u"time_zone").toString(); zone != u"UTC")
        plan.timeZone = zone;
}

} // namespace Import
