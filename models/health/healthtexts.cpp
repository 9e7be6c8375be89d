#include "models/health/health.h"

#include "models/import/kinds.h"
#include "models/import/tablelayout.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Health {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Health)
};

std::optional<Import::Kind> kindOfTable(const QString &table)
{
    for (const Import::Kind kind : Import::allKinds()) {
        if (Import::tableOf(kind) == table)
            return kind;
    }
    return {};
}

/// "3 rows", the subject of many sentences. They are worded so that one and many read alike.
QString rowsOf(const Finding &finding, const NumberFormat &format)
{
    return format.counted(Tr::tr("%n row(s)", nullptr, int(finding.rows)), finding.rows);
}

QString customersOf(const Finding &finding, const NumberFormat &format)
{
    return format.counted(Tr::tr("%n customer(s)", nullptr, int(finding.rows)), finding.rows);
}

QString exampleList(const Finding &finding)
{
    QStringList quoted;
    for (const QString &example : finding.examples)
        quoted.append(NumberFormat::isolate(example));
    //: between the examples of a list
    return quoted.join(Tr::tr(", "));
}

QString valueText(const Finding &finding, const QString &sentence)
{
    if (finding.examples.isEmpty())
        return sentence;
    //: %1 a sentence about values, %2 some of them
    return Tr::tr("%1 For example: %2").arg(sentence, exampleList(finding));
}

} // namespace

QString aspectTitle(Aspect aspect)
{
    switch (aspect) {
    case Aspect::Completeness:
        return Tr::tr("Completeness");
    case Aspect::Freshness:
        return Tr::tr("Freshness");
    case Aspect::Duplicates:
        return Tr::tr("Duplicates");
    case Aspect::Impossible:
        return Tr::tr("Impossible values");
    case Aspect::Orphans:
        return Tr::tr("Orphans");
    case Aspect::Gaps:
        return Tr::tr("Gaps in time");
    }
    return {};
}

QString tableTitle(const QString &table)
{
    if (table == u"customer_attribute")
        return Import::kindTitle(Import::Kind::Customers);
    const std::optional<Import::Kind> kind = kindOfTable(table);
    return kind ? Import::kindTitle(*kind) : table;
}

QString columnTitle(const QString &table, const QString &column, const QString &attributeTitle)
{
    if (!attributeTitle.isEmpty())
        return NumberFormat::isolate(attributeTitle);
    if (column == u"id" || column == u"customer")
        return Import::fieldTitle(u"customer_id"_s);
    if (column == u"period_from" || column == u"period_until")
        return Import::fieldTitle(u"period"_s);
    if (const std::optional<Import::Kind> kind = kindOfTable(table)) {
        for (const Import::Field &field : Import::fieldsOf(*kind)) {
            if (QString::fromStdString(Import::columnOfField(*kind, field.name)) == column)
                return Import::fieldTitle(field.name);
        }
    }
    return NumberFormat::isolate(column);
}

QString findingText(const Finding &finding, const NumberFormat &format)
{
    const QString field = columnTitle(finding.table, finding.column, finding.title);
    const QString rows = rowsOf(finding, format);
    const QString &check = finding.check;
    if (check == u"missing")
        //: %1 the name of a column, %2 a share in percent
        return Tr::tr("%1 is empty in %2 of the rows.").arg(field, format.percent(finding.share(), 1));
    if (check == u"future")
        return Tr::tr("%1 in the future.").arg(rows);
    if (check == u"ancient")
        return Tr::tr("%1 before the year 1990: a typing error, or an empty date read as zero.").arg(rows);
    if (check == u"zero")
        return Tr::tr("%1 with an amount of zero, which count as purchases and lower the mean order.").arg(rows);
    if (check == u"negative")
        //: %1 "3 rows", %2 the name of a column
        return valueText(finding, Tr::tr("%1 with a negative value in %2.").arg(rows, field));
    if (check == u"margin")
        return Tr::tr("%1 with a margin above the amount.").arg(rows);
    if (check == u"range")
        return Tr::tr("%1 with a value outside the scale of %2.").arg(rows, field);
    if (check == u"score")
        return Tr::tr("%1 with a recommendation score outside 0 to 10.").arg(rows);
    if (check == u"order")
        return Tr::tr("%1 with an end before the beginning.").arg(rows);
    if (check == u"address")
        return valueText(finding, Tr::tr("%1 with an e-mail address that cannot be one.").arg(rows));
    if (check == u"phone")
        return valueText(finding, Tr::tr("%1 with a phone number that is too short to be one.").arg(rows));
    if (check == u"untidy")
        return Tr::tr("%1 written untidily in %2: spaces around it, capitals in an address.").arg(rows, field);
    if (check == u"nobody")
        return Tr::tr("%1 of a customer who is not in the workspace.").arg(rows);
    if (check == u"unknown")
        return Tr::tr("%1 known by ID only: no name, e-mail, phone or company. A customer list brings them.")
            .arg(customersOf(finding, format));
    if (check == u"age")
        return valueText(finding, Tr::tr("%1 with an age below 0 or above 120 in %2.").arg(rows, field));
    if (check == u"huge")
        //: %1 "3 rows", %2 an amount that 99 % of all purchases stay below
        return Tr::tr("%1 with an amount of more than 50 times what 99 % of the purchases stay below (%2): a decimal mark or a unit misread?")
            .arg(rows, format.shortNumber(finding.limit));
    if (check == u"spelling")
        return valueText(finding,
                         Tr::tr("%1 with a rare spelling in %2: other case, spaces or accents than most.")
                             .arg(rows, field));
    if (check == u"repeated")
        return Tr::tr("%1 repeating another one of the same order, product, time and amount.").arg(rows);
    if (check == u"idle")
        return Tr::tr("%1 without any purchase, event, survey or contact.").arg(customersOf(finding, format));
    if (check == u"early")
        return Tr::tr("%1 with a purchase before the day of acquisition.").arg(customersOf(finding, format));
    if (check == u"old")
        //: %1 a day, %2 "34 days"
        return Tr::tr("The newest row is of %1, %2 ago.")
            .arg(format.date(finding.period.from), format.duration(double(finding.days)));
    if (check == u"behind")
        return Tr::tr("The newest row is of %1, %2 behind the newest data of other kinds.")
            .arg(format.date(finding.period.from), format.duration(double(finding.days)));
    if (check == u"silent")
        //: %1 the name of a column, %2 a day, %3 "3 rows"
        return Tr::tr("%1 is empty since %2, in all %3 that came after.")
            .arg(field, format.date(finding.period.from), rows);
    if (check == u"gap")
        //: %1 a range of days, %2 "34 days"
        return Tr::tr("No row from %1 (%2), although there are many before and after. A file may be missing.")
            .arg(format.dateRange(finding.period), format.duration(double(finding.days)));
    return {};
}

QString repairText(const Finding &finding)
{
    switch (finding.repair) {
    case Repair::None:
        return {};
    case Repair::RemoveRows:
        return Tr::tr("Remove the rows");
    case Repair::ClearField:
        return Tr::tr("Clear the values");
    case Repair::TidyField:
        return Tr::tr("Tidy the values");
    case Repair::OneSpelling:
        return Tr::tr("Use one spelling");
    case Repair::FirstPurchase:
        return Tr::tr("Take the first purchase");
    }
    return {};
}

QString repairPromise(const Finding &finding, const NumberFormat &format)
{
    const QString field = columnTitle(finding.table, finding.column, finding.title);
    const QString rows = rowsOf(finding, format);
    const auto undoable = [](const QString &sentence) {
        //: %1 a sentence about what is changed
        return Tr::tr("%1 It can be undone, also later under Imports.").arg(sentence);
    };
    switch (finding.repair) {
    case Repair::None:
        return {};
    case Repair::RemoveRows:
        return undoable(Tr::tr("%1 will be removed from %2.").arg(rows, tableTitle(finding.table)));
    case Repair::ClearField:
        //: %1 "3 rows", %2 the name of a column
        return undoable(Tr::tr("The value of %2 will be cleared in %1; nothing else changes.").arg(rows, field));
    case Repair::TidyField:
        return undoable(Tr::tr("The value of %2 will lose needless spaces and capitals in %1.").arg(rows, field));
    case Repair::OneSpelling: {
        QStringList changes;
        for (const auto &[written, wanted] : finding.spellings.mid(0, 8))
            //: how a spelling changes: %1 as written, %2 as it becomes
            changes.append(Tr::tr("%1 becomes %2").arg(NumberFormat::isolate(written), NumberFormat::isolate(wanted)));
        return undoable(Tr::tr("%1 will get the most frequent spelling: %2.").arg(rows, changes.join(Tr::tr("; "))));
    }
    case Repair::FirstPurchase:
        return undoable(Tr::tr("%1 will get the day of the first purchase as the day of acquisition.")
                            .arg(customersOf(finding, format)));
    }
    return {};
}

} // namespace Health
