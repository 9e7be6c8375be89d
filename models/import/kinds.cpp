#include "models/import/kinds.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct KindEntry
{
    Kind kind;
    const char *name;
    const char *title;
    const char *table;
};

constexpr std::array<KindEntry, 9> kindEntries{{
    {Kind::Customers, "customers", QT_TRANSLATE_NOOP("Import::Kinds", "Customers"), "customer"},
    {Kind::Transactions, "transactions", QT_TRANSLATE_NOOP("Import::Kinds", "Transactions"),
     "purchase"},
    {Kind::Events, "events", QT_TRANSLATE_NOOP("Import::Kinds", "Events"), "event"},
    {Kind::Surveys, "surveys", QT_TRANSLATE_NOOP("Import::Kinds", "Surveys"), "survey"},
    {Kind::Interactions, "interactions", QT_TRANSLATE_NOOP("Import::Kinds", "Interactions"),
     "interaction"},
    {Kind::Costs, "costs", QT_TRANSLATE_NOOP("Import::Kinds", "Costs"), "cost"},
    {Kind::Subscriptions, "subscriptions", QT_TRANSLATE_NOOP("Import::Kinds", "Subscriptions"),
     "subscription"},
    {Kind::Deals, "deals", QT_TRANSLATE_NOOP("Import::Kinds", "Deals"), "deal_change"},
    {Kind::Summaries, "summaries", QT_TRANSLATE_NOOP("Import::Kinds", "Purchase summaries"),
     "summary"},
}};

const KindEntry &entryOf(Kind kind) { return kindEntries.at(std::size_t(kind)); }

struct FieldTitle
{
    const char *name;
    const char *title;
};

constexpr FieldTitle fieldTitles[] = {
    {"customer_id", QT_TRANSLATE_NOOP("Import::Kinds", "Customer ID")},
    {"name", QT_TRANSLATE_NOOP("Import::Kinds", "Name")},
    {"email", QT_TRANSLATE_NOOP("Import::Kinds", "E-mail")},
    {"phone", QT_TRANSLATE_NOOP("Import::Kinds", "Phone")},
    {"company", QT_TRANSLATE_NOOP("Import::Kinds", "Company")},
    {"country", QT_TRANSLATE_NOOP("Import::Kinds", "Country")},
    {"city", QT_TRANSLATE_NOOP("Import::Kinds", "City")},
    {"acquired_on", QT_TRANSLATE_NOOP("Import::Kinds", "Acquired on")},
    {"channel", QT_TRANSLATE_NOOP("Import::Kinds", "Channel")},
    {"acquisition_cost", QT_TRANSLATE_NOOP("Import::Kinds", "Acquisition cost")},
    {"stage", QT_TRANSLATE_NOOP("Import::Kinds", "Stage")},
    {"time", QT_TRANSLATE_NOOP("Import::Kinds", "Time")},
    {"amount", QT_TRANSLATE_NOOP("Import::Kinds", "Amount")},
    {"order_id", QT_TRANSLATE_NOOP("Import::Kinds", "Order ID")},
    {"currency", QT_TRANSLATE_NOOP("Import::Kinds", "Currency")},
    {"quantity", QT_TRANSLATE_NOOP("Import::Kinds", "Quantity")},
    {"product", QT_TRANSLATE_NOOP("Import::Kinds", "Product")},
    {"category", QT_TRANSLATE_NOOP("Import::Kinds", "Category")},
    {"margin", QT_TRANSLATE_NOOP("Import::Kinds", "Margin")},
    {"status", QT_TRANSLATE_NOOP("Import::Kinds", "Order status")},
    {"refund", QT_TRANSLATE_NOOP("Import::Kinds", "Refunded amount")},
    {"event", QT_TRANSLATE_NOOP("Import::Kinds", "Event")},
    {"value", QT_TRANSLATE_NOOP("Import::Kinds", "Value")},
    {"instrument", QT_TRANSLATE_NOOP("Import::Kinds", "Instrument")},
    {"score", QT_TRANSLATE_NOOP("Import::Kinds", "Score")},
    {"brand", QT_TRANSLATE_NOOP("Import::Kinds", "Brand")},
    {"comment", QT_TRANSLATE_NOOP("Import::Kinds", "Comment")},
    {"effort", QT_TRANSLATE_NOOP("Import::Kinds", "Effort")},
    {"cost", QT_TRANSLATE_NOOP("Import::Kinds", "Cost")},
    {"minutes", QT_TRANSLATE_NOOP("Import::Kinds", "Minutes")},
    {"resolved", QT_TRANSLATE_NOOP("Import::Kinds", "Resolved")},
    {"period", QT_TRANSLATE_NOOP("Import::Kinds", "Period")},
    {"kind", QT_TRANSLATE_NOOP("Import::Kinds", "Kind of cost")},
    {"hours", QT_TRANSLATE_NOOP("Import::Kinds", "Hours")},
    {"started_on", QT_TRANSLATE_NOOP("Import::Kinds", "Started on")},
    {"ended_on", QT_TRANSLATE_NOOP("Import::Kinds", "Ended on")},
    {"price", QT_TRANSLATE_NOOP("Import::Kinds", "Price per billing period")},
    {"deal_id", QT_TRANSLATE_NOOP("Import::Kinds", "Deal ID")},
    {"changed_at", QT_TRANSLATE_NOOP("Import::Kinds", "Changed at")},
    {"probability", QT_TRANSLATE_NOOP("Import::Kinds", "Probability")},
    {"owner", QT_TRANSLATE_NOOP("Import::Kinds", "Owner")},
    {"accepted", QT_TRANSLATE_NOOP("Import::Kinds", "Accepted")},
    {"rejection_reason", QT_TRANSLATE_NOOP("Import::Kinds", "Reason for rejection")},
    {"metrics", QT_TRANSLATE_NOOP("Import::Kinds", "Metrics (0 to 3)")},
    {"economic_buyer", QT_TRANSLATE_NOOP("Import::Kinds", "Economic buyer (0 to 3)")},
    {"decision_criteria", QT_TRANSLATE_NOOP("Import::Kinds", "Decision criteria (0 to 3)")},
    {"decision_process", QT_TRANSLATE_NOOP("Import::Kinds", "Decision process (0 to 3)")},
    {"identified_pain", QT_TRANSLATE_NOOP("Import::Kinds", "Identified pain (0 to 3)")},
    {"champion", QT_TRANSLATE_NOOP("Import::Kinds", "Champion (0 to 3)")},
    {"x", QT_TRANSLATE_NOOP("Import::Kinds", "Repeat purchases (x)")},
    {"t_x", QT_TRANSLATE_NOOP("Import::Kinds", "Time of the last purchase (t_x)")},
    {"T", QT_TRANSLATE_NOOP("Import::Kinds", "Age (T)")},
    {"mean_spend", QT_TRANSLATE_NOOP("Import::Kinds", "Mean spend")},
};

using enum FieldType;

} // namespace

QList<Kind> allKinds()
{
    QList<Kind> kinds;
    for (const KindEntry &entry : kindEntries)
        kinds.append(entry.kind);
    return kinds;
}

QString kindName(Kind kind) { return QString::fromLatin1(entryOf(kind).name); }

std::optional<Kind> kindFromName(const QString &name)
{
    for (const KindEntry &entry : kindEntries)
        if (name.compare(QLatin1StringView(entry.name), Qt::CaseInsensitive) == 0)
            return entry.kind;
    return {};
}

QString kindTitle(Kind kind)
{
    return QCoreApplication::translate("Import::Kinds", entryOf(kind).title);
}

QString tableOf(Kind kind) { return QString::fromLatin1(entryOf(kind).table); }

QString timeField(Kind kind)
{
    switch (kind) {
    case Kind::Transactions:
    case Kind::Events:
    case Kind::Surveys:
    case Kind::Interactions:
        return u"time"_s;
    case Kind::Costs:
        return u"period"_s;
    case Kind::Deals:
        return u"changed_at"_s;
    case Kind::Customers:
    case Kind::Subscriptions:
    case Kind::Summaries:
        break;
    }
    return {};
}

const QList<Field> &fieldsOf(Kind kind)
{
    static const std::array<QList<Field>, 9> fields{{
        {{u"customer_id"_s, Customer, true},
         {u"name"_s},
         {u"email"_s},
         {u"phone"_s},
         {u"company"_s},
         {u"country"_s},
         {u"city"_s},
         {u"acquired_on"_s, Day},
         {u"channel"_s},
         {u"acquisition_cost"_s, Money},
         {u"stage"_s}},
        {{u"customer_id"_s, Customer, true},
         {u"time"_s, Time, true},
         {u"amount"_s, Money},
         {u"order_id"_s},
         {u"currency"_s, Currency},
         {u"quantity"_s, Real},
         {u"product"_s, Term},
         {u"category"_s, Term},
         {u"channel"_s, Term},
         {u"margin"_s, Money},
         {u"status"_s, Text, false, false},
         {u"refund"_s, Money, false, false}},
        {{u"customer_id"_s, Customer, true},
         {u"time"_s, Time, true},
         {u"event"_s, Term, true},
         {u"channel"_s, Term},
         {u"value"_s, Real}},
        {{u"customer_id"_s, Customer, true},
         {u"time"_s, Time, true},
         {u"instrument"_s, Term, true},
         {u"score"_s, Real, true},
         {u"brand"_s, Term},
         {u"comment"_s}},
        {{u"customer_id"_s, Customer, true},
         {u"time"_s, Time, true},
         {u"channel"_s, Term},
         {u"effort"_s, Effort},
         {u"cost"_s, Money},
         {u"minutes"_s, Real},
         {u"resolved"_s, Flag},
         {u"currency"_s, Currency, false, false}},
        {{u"period"_s, Period, true},
         {u"kind"_s, CostKind, true},
         {u"amount"_s, Money, true},
         {u"stage"_s},
         {u"channel"_s, Term},
         {u"hours"_s, Real},
         {u"currency"_s, Currency, false, false}},
        {{u"customer_id"_s, Customer, true},
         {u"started_on"_s, Day, true},
         {u"ended_on"_s, Day},
         {u"price"_s, Money},
         {u"currency"_s, Currency, false, false}},
        {{u"deal_id"_s, Text, true},
         {u"customer_id"_s, Customer, true},
         {u"stage"_s, Text, true},
         {u"changed_at"_s, Time, true},
         {u"amount"_s, Money},
         {u"probability"_s, Fraction},
         {u"owner"_s},
         {u"accepted"_s, Flag},
         {u"rejection_reason"_s},
         {u"metrics"_s, Score},
         {u"economic_buyer"_s, Score},
         {u"decision_criteria"_s, Score},
         {u"decision_process"_s, Score},
         {u"identified_pain"_s, Score},
         {u"champion"_s, Score},
         {u"currency"_s, Currency, false, false}},
        {{u"customer_id"_s, Customer, true},
         {u"x"_s, Real, true},
         {u"t_x"_s, Real, true},
         {u"T"_s, Real, true},
         {u"mean_spend"_s, Real},
         {u"period"_s, PeriodUnit}},
    }};
    return fields.at(std::size_t(kind));
}

const Field *findField(Kind kind, const QString &name)
{
    const QList<Field> &fields = fieldsOf(kind);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString fieldTitle(const QString &name)
{
    for (const FieldTitle &entry : fieldTitles)
        if (name == QLatin1StringView(entry.name))
            return QCoreApplication::translate("Import::Kinds", entry.title);
    return name;
}

QString fieldTypeTitle(FieldType type)
{
    switch (type) {
    case Customer:
    case Text:
    case Term:
        return QCoreApplication::translate("Import::Kinds", "Text");
    case Time:
        return QCoreApplication::translate("Import::Kinds", "Date and time");
    case Day:
        return QCoreApplication::translate("Import::Kinds", "Date");
    case Period:
        return QCoreApplication::translate("Import::Kinds", "Period");
    case Money:
        return QCoreApplication::translate("Import::Kinds", "Amount of money");
    case Currency:
        return QCoreApplication::translate("Import::Kinds", "Currency code");
    case Real:
        return QCoreApplication::translate("Import::Kinds", "Number");
    case Score:
        return QCoreApplication::translate("Import::Kinds", "Whole number from 0 to 3");
    case Effort:
        return QCoreApplication::translate("Import::Kinds", "Number from 1 to 7");
    case Fraction:
        return QCoreApplication::translate("Import::Kinds", "Probability");
    case Flag:
        return QCoreApplication::translate("Import::Kinds", "Yes or no");
    case CostKind:
        return QCoreApplication::translate("Import::Kinds", "Acquisition or retention");
    case PeriodUnit:
        return QCoreApplication::translate("Import::Kinds", "Day, week, month, quarter or year");
    }
    return {};
}

} // namespace Import
