#include "models/segments/fields.h"

#include "models/customers/purchasemetrics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace Segments {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr auto eventPrefix = "event."_L1;
constexpr auto surveyPrefix = "survey."_L1;

// Titles stand in both languages whatever language is chosen: a rule reads in either.
const QList<Field> &metricFields()
{
    static const QList<Field> fields{
        {u"recency_days"_s, u"days since the last purchase"_s, u"الأيام منذ آخر شراء"_s,
         FieldType::Days, {}, false},
        {u"frequency"_s, u"number of purchases"_s, u"عدد مرات الشراء"_s, FieldType::Number, {}, true},
        {u"monetary"_s, u"revenue"_s, u"القيمة النقدية"_s, FieldType::Money, {}, true},
        {u"mean_order"_s, u"mean order value"_s, u"متوسط قيمة الطلب"_s, FieldType::Money, {}, true},
        {u"tenure_days"_s, u"days since the first purchase"_s, u"الأيام منذ أول شراء"_s,
         FieldType::Days, {}, false},
        {u"first_purchase"_s, u"first purchase"_s, u"تاريخ أول شراء"_s, FieldType::Date, {}, false},
        {u"last_purchase"_s, u"last purchase"_s, u"تاريخ آخر شراء"_s, FieldType::Date, {}, false},
        {u"acquired_on"_s, u"day of acquisition"_s, u"تاريخ الاكتساب"_s, FieldType::Date, {}, false},
        {u"acquisition_cost"_s, u"acquisition cost"_s, u"تكلفة الاكتساب"_s, FieldType::Money, {}, false},
        {u"clv"_s, u"customer lifetime value"_s, u"قيمة العميل مدى الحياة"_s, FieldType::Money, {},
         false},
        {u"p_alive"_s, u"probability of being active"_s, u"احتمال أن يكون العميل نشطًا"_s,
         FieldType::Share, {}, false},
        {u"expected_purchases"_s, u"expected purchases"_s, u"المشتريات المتوقعة"_s,
         FieldType::Number, {}, false},
    };
    return fields;
}

struct KnownTitle
{
    QStringView field;
    QString english;
    QString arabic;
};

void setTitles(Field &field, const QString &stored)
{
    static const KnownTitle known[] = {{u"country", u"country"_s, u"الدولة"_s},
                                       {u"city", u"city"_s, u"المدينة"_s},
                                       {u"channel", u"channel"_s, u"القناة"_s},
                                       {u"company", u"company"_s, u"الشركة"_s},
                                       {u"sector", u"sector"_s, u"القطاع"_s},
                                       {u"loyalty", u"loyalty programme"_s, u"برنامج الولاء"_s},
                                       {u"employees", u"employees"_s, u"عدد الموظفين"_s}};
    const auto at = std::ranges::find(known, QStringView(field.id), &KnownTitle::field);
    if (at != std::end(known)) {
        field.titleEnglish = at->english;
        field.titleArabic = at->arabic;
    } else {
        field.titleEnglish = stored.isEmpty() ? field.id : stored;
        field.titleArabic = field.titleEnglish;
    }
}

Field stageField(const Facts &facts)
{
    return {u"stage"_s, u"lifecycle stage"_s, u"مرحلة دورة الحياة"_s, FieldType::Text,
            facts.stages ? facts.stages->ids : QStringList(), false};
}

Field eventField(const QString &name)
{
    return {eventPrefix + name, u"number of “%1” events"_s.arg(name),
            u"عدد أحداث «%1»"_s.arg(name), FieldType::Number, {}, true};
}

Field surveyField(const QString &instrument)
{
    return {surveyPrefix + instrument, u"latest %1 score"_s.arg(instrument.toUpper()),
            u"آخر درجة في %1"_s.arg(instrument.toUpper()), FieldType::Number, {}, false};
}

int distance(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int replaced = diagonal + (a[i] != b[j]);
            diagonal = row[std::size_t(j) + 1];
            row[std::size_t(j) + 1] = std::min({replaced, diagonal + 1, row[std::size_t(j)] + 1});
        }
    }
    return row.back();
}

Error unknownField(const Facts &facts, const QString &id)
{
    QString nearest;
    int best = 1 + int(id.size()) / 3;
    for (const Field &field : fields(facts)) {
        const int found = distance(field.id, id);
        if (found < best) {
            best = found;
            nearest = field.id;
        }
    }
    if (id.startsWith(eventPrefix)) {
        return {Error::Kind::Definition,
                (nearest.isEmpty()
                     ? QCoreApplication::translate(
                           "Segments", "There is no event \"%1\" in this workspace.")
                     : QCoreApplication::translate(
                           "Segments",
                           "There is no event \"%1\" in this workspace. Did you mean \"%2\"?")
                           .arg(QStringLiteral("%1"), nearest.mid(eventPrefix.size())))
                    .arg(id.mid(eventPrefix.size()))};
    }
    return {Error::Kind::Definition,
            (nearest.isEmpty()
                 ? QCoreApplication::translate(
                       "Segments", "The field \"%1\" is not known: it is neither a customer "
                                   "attribute nor a measure.")
                 : QCoreApplication::translate(
                       "Segments", "The field \"%1\" is not known. Did you mean \"%2\"?")
                       .arg(QStringLiteral("%1"), nearest))
                .arg(id)};
}

/// First and last second of a condition's period.
struct Seconds
{
    std::int64_t first = std::numeric_limits<std::int64_t>::min();
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

Seconds periodOf(const Facts &facts, const Condition &condition)
{
    Seconds seconds;
    const QDate lastDay = facts.lastDay();
    if (lastDay.isValid())
        seconds.last = epochSeconds(lastDay.addDays(1)) - 1;
    if (condition.withinDays > 0 && lastDay.isValid())
        seconds.first = epochSeconds(lastDay.addDays(1 - condition.withinDays));
    if (condition.from.isValid())
        seconds.first = epochSeconds(condition.from);
    if (condition.until.isValid())
        seconds.last = std::min<std::int64_t>(seconds.last, epochSeconds(condition.until.addDays(1)) - 1);
    return seconds;
}

/// Calls \a sum(customer, time, amount) for every purchase and refund within the period.
template <typename Sum>
void forPurchases(const Customers::Snapshot &snapshot, const Seconds &within, Sum sum)
{
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    if (purchases.first.empty())
        return;
    for (std::size_t customer = 0; customer < snapshot.customers(); ++customer) {
        for (std::uint32_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
            const std::int64_t time = purchases.seconds(i);
            if (time >= within.first && time <= within.last)
                sum(customer, time, purchases.amount[i]);
        }
    }
}

std::vector<double> purchaseNumbers(const Facts &facts, const Condition &condition)
{
    const Customers::Snapshot &snapshot = *facts.snapshot;
    const std::size_t customers = snapshot.customers();
    const Seconds within = periodOf(facts, condition);
    const QString &field = condition.field;
    std::vector<double> result(customers, 0);
    if (field == u"frequency") {
        forPurchases(snapshot, within, [&](std::size_t customer, std::int64_t, std::int64_t amount) {
            result[customer] += amount >= 0;
        });
        return result;
    }
    if (field == u"monetary" || field == u"mean_order") {
        std::vector<double> orders(customers, 0);
        const double minor = double(snapshot.currency.minorPerMajor());
        forPurchases(snapshot, within, [&](std::size_t customer, std::int64_t, std::int64_t amount) {
            result[customer] += double(amount) / minor;
            orders[customer] += amount >= 0;
        });
        if (field == u"mean_order") {
            for (std::size_t customer = 0; customer < customers; ++customer)
                result[customer] = orders[customer] > 0 ? result[customer] / orders[customer] : none;
        }
        return result;
    }
    const bool wantsFirst = field == u"tenure_days" || field == u"first_purchase";
    std::ranges::fill(result, none);
    forPurchases(snapshot, within, [&](std::size_t customer, std::int64_t time, std::int64_t amount) {
        if (amount >= 0 && (!wantsFirst || std::isnan(result[customer])))
            result[customer] = double(epochDay(time));
    });
    if (field.endsWith(u"_days") && facts.lastDay().isValid()) {
        const double lastDay = double(epochDay(epochSeconds(facts.lastDay())));
        for (double &day : result)
            day = lastDay - day;
    }
    return result;
}

std::vector<double> eventCounts(const Facts &facts, const Condition &condition, qsizetype name)
{
    const Customers::Snapshot &snapshot = *facts.snapshot;
    const Customers::EventColumns &events = snapshot.events;
    const Seconds within = periodOf(facts, condition);
    std::vector<double> result(snapshot.customers(), 0);
    if (events.first.empty())
        return result;
    for (std::size_t customer = 0; customer < result.size(); ++customer) {
        for (std::uint32_t i = events.first[customer]; i < events.first[customer + 1]; ++i) {
            if (events.name[i] == name && events.seconds(i) >= within.first
                && events.seconds(i) <= within.last)
                ++result[customer];
        }
    }
    return result;
}

std::vector<double> surveyScores(const Facts &facts, const Customers::SurveyColumn &column)
{
    std::vector<double> result(facts.snapshot->customers(), none);
    // An answer may be younger than the last event; without a day to judge on all of them count.
    const std::int64_t last = facts.until.isValid() ? epochSeconds(facts.until.addDays(1)) - 1
                                                    : std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < column.customer.size(); ++i) {
        if (column.time[i] <= last)
            result[column.customer[i]] = column.score[i]; // the latest stands last
    }
    return result;
}

Result<std::vector<double>> valueNumbers(const Facts &facts, const QString &field)
{
    if (!facts.values) {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Segments", "The field \"%1\" needs lifetime values, and no model could "
                                     "be fitted to these purchases.")
                         .arg(field)};
    }
    const Clv::CustomerValues &values = *facts.values;
    const std::vector<double> &source = field == u"clv"       ? values.clv
                                        : field == u"p_alive" ? values.pAlive
                                                              : values.expectedPurchases;
    std::vector<double> result(facts.snapshot->customers(), none);
    for (std::size_t i = 0; i < values.customer.size() && i < source.size(); ++i)
        result[values.customer[i]] = source[i];
    return result;
}

std::vector<double> dayNumbers(const std::vector<std::int32_t> &days, std::size_t customers)
{
    std::vector<double> result(customers, none);
    for (std::size_t i = 0; i < days.size() && i < customers; ++i) {
        if (days[i] != std::numeric_limits<std::int32_t>::min())
            result[i] = days[i];
    }
    return result;
}

} // namespace

QList<Field> fields(const Facts &facts)
{
    QList<Field> found;
    for (const Customers::CodedColumn &column : facts.snapshot->coded) {
        if (column.field == u"stage")
            continue;
        Field field{column.field, {}, {}, FieldType::Text, column.values.mid(1), false};
        setTitles(field, column.title);
        found.append(field);
    }
    for (const Customers::NumberColumn &column : facts.snapshot->numbers) {
        Field field{column.field, {}, {}, FieldType::Number, {}, false};
        setTitles(field, column.title);
        found.append(field);
    }
    found.append(stageField(facts));
    found.append(metricFields());
    for (const Customers::SurveyColumn &column : facts.snapshot->surveys)
        found.append(surveyField(column.instrument));
    for (const QString &name : facts.snapshot->events.names) {
        if (!name.isEmpty())
            found.append(eventField(name));
    }
    Field segment{u"segment"_s, u"segment"_s, u"الشريحة"_s, FieldType::Text, {}, false};
    if (facts.segments) {
        for (const Segment &other : *facts.segments)
            segment.values.append(other.name);
    }
    found.append(segment);
    return found;
}

Result<Field> findField(const Facts &facts, const QString &id)
{
    const QList<Field> all = fields(facts);
    const auto at = std::ranges::find(all, id, &Field::id);
    if (at != all.end())
        return *at;
    return unknownField(facts, id);
}

Result<std::vector<double>> numbers(const Facts &facts, const Condition &condition)
{
    const Customers::Snapshot &snapshot = *facts.snapshot;
    const QString &field = condition.field;
    const auto column = std::ranges::find(snapshot.numbers, field, &Customers::NumberColumn::field);
    if (column != snapshot.numbers.end())
        return column->value;
    if (field.startsWith(eventPrefix)) {
        const qsizetype name = snapshot.events.names.indexOf(field.mid(eventPrefix.size()));
        if (name < 0)
            return unknownField(facts, field);
        return eventCounts(facts, condition, name);
    }
    if (field.startsWith(surveyPrefix)) {
        const auto survey = std::ranges::find(snapshot.surveys, field.mid(surveyPrefix.size()),
                                              &Customers::SurveyColumn::instrument);
        if (survey == snapshot.surveys.end())
            return unknownField(facts, field);
        return surveyScores(facts, *survey);
    }
    if (field == u"clv" || field == u"p_alive" || field == u"expected_purchases")
        return valueNumbers(facts, field);
    if (field == u"acquired_on")
        return dayNumbers(snapshot.acquiredDay, snapshot.customers());
    if (field == u"acquisition_cost") {
        std::vector<double> result(snapshot.customers(), none);
        for (std::size_t i = 0; i < snapshot.acquisitionCost.size(); ++i) {
            if (snapshot.acquisitionCost[i] != std::numeric_limits<std::int64_t>::min())
                result[i] = snapshot.currency.toMajor(snapshot.acquisitionCost[i]);
        }
        return result;
    }
    if (std::ranges::find(metricFields(), field, &Field::id) == metricFields().end())
        return unknownField(facts, field);
    return purchaseNumbers(facts, condition);
}

Result<Codes> codes(const Facts &facts, const QString &field)
{
    if (field == u"stage" && facts.stages) {
        Codes result{{}, QStringList{QString()} + facts.stages->ids};
        result.ofCustomer.reserve(facts.stages->current.size());
        for (const std::int16_t stage : facts.stages->current)
            result.ofCustomer.push_back(std::uint16_t(stage + 1));
        return result;
    }
    if (const Customers::CodedColumn *column = facts.snapshot->codedColumn(field))
        return Codes{column->code, column->values};
    if (field == u"stage") {
        return Error{Error::Kind::Data,
                     QCoreApplication::translate(
                         "Segments", "The field \"stage\" needs a lifecycle, and none is at hand.")};
    }
    return unknownField(facts, field);
}

} // namespace Segments
