#include "ui/pages/lifecycle/attributes.h"

#include <QCoreApplication>

namespace Attributes {

bool canBreakDown(const Customers::CodedColumn &column)
{
    constexpr qsizetype mostValues = 20;
    return column.values.size() > 2 && column.values.size() <= mostValues + 1; // [0] is "none"
}

QString title(const Insights::Analysis &analysis, const QString &field)
{
    struct Known
    {
        const char *field;
        const char *title;
    };
    static constexpr Known known[] = {{"country", QT_TRANSLATE_NOOP("Attributes", "Country")},
                                      {"city", QT_TRANSLATE_NOOP("Attributes", "City")},
                                      {"channel", QT_TRANSLATE_NOOP("Attributes", "Channel")},
                                      {"company", QT_TRANSLATE_NOOP("Attributes", "Company")},
                                      {"sector", QT_TRANSLATE_NOOP("Attributes", "Sector")}};
    for (const Known &attribute : known) {
        if (field == QLatin1String(attribute.field))
            return QCoreApplication::translate("Attributes", attribute.title);
    }
    const Customers::CodedColumn *column =
        analysis.snapshot ? analysis.snapshot->codedColumn(field) : nullptr;
    return column && !column->title.isEmpty() ? column->title : field;
}

} // namespace Attributes
