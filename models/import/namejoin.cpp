#include "models/import/namejoin.h"

#include "models/import/columnmatcher.h"
#include "models/import/importplan.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

using Target = ColumnPlan::Target;

QSet<QString> normalised(const QStringList &headings)
{
    QSet<QString> words;
    for (const QString &heading : headings)
        words.insert(normalisedHeading(heading));
    return words;
}

bool isFirstName(const QString &word)
{
    static const QSet<QString> names =
        normalised({u"first name"_s, u"given name"_s, u"forename"_s, u"fname"_s, u"billing first name"_s,
                    u"contact first name"_s, u"الاسم الأول"_s, u"الاسم الشخصي"_s});
    return names.contains(word);
}

bool isLastName(const QString &word)
{
    static const QSet<QString> names =
        normalised({u"last name"_s, u"surname"_s, u"family name"_s, u"lname"_s, u"billing last name"_s,
                    u"contact last name"_s, u"اسم العائلة"_s, u"الاسم الأخير"_s, u"الاسم العائلي"_s,
                    u"الكنية"_s});
    return names.contains(word);
}

/// A column that is the name already, or that nothing else needs.
bool isFree(const ColumnPlan &column)
{
    return column.target != Target::Field || column.field == u"name";
}

} // namespace

void joinNames(ImportPlan &plan, const QStringList &settled)
{
    if (plan.kind != Kind::Customers)
        return;
    const QSet<QString> said = normalised(settled);
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        const ColumnPlan &column = plan.columns[i];
        const QString word = normalisedHeading(column.heading);
        if (said.contains(word) || !isFree(column))
            continue;
        // A preset knows systems whose column "name" holds the first name only.
        const bool saysFirst = isFirstName(word)
                               || (!plan.preset.isEmpty() && column.field == u"name"
                                   && !isLastName(word));
        if (first < 0 && saysFirst)
            first = i;
        if (last < 0 && isLastName(word))
            last = i;
    }
    const int name = plan.columnOf(u"name"_s);
    if (first < 0 || last < 0 || (name >= 0 && name != first && name != last))
        return;
    ColumnPlan &joined = plan.columns[first];
    joined.target = Target::Field;
    joined.field = u"name"_s;
    joined.attribute.clear();
    joined.repairs.append({Repair::Action::Append, plan.columns[last].heading, {}, 0});
    ColumnPlan &rest = plan.columns[last];
    rest.target = Target::Ignore;
    rest.field.clear();
    rest.attribute.clear();
}

} // namespace Import
