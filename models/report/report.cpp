#include "models/report/report.h"

#include "models/report/reportwriter.h"

#include <array>

namespace Report {
namespace {

struct NamedSection
{
    Section section;
    const char16_t *name;
};
constexpr std::array sections{
    NamedSection{Section::Cover, u"cover"},       NamedSection{Section::Summary, u"summary"},
    NamedSection{Section::Equity, u"equity"},     NamedSection{Section::Lifecycle, u"lifecycle"},
    NamedSection{Section::LifetimeValue, u"clv"}, NamedSection{Section::Customers, u"customers"},
    NamedSection{Section::Method, u"method"}};

} // namespace

QString sectionName(Section section)
{
    for (const NamedSection &named : sections) {
        if (named.section == section)
            return QString::fromUtf16(named.name);
    }
    return {};
}

std::optional<Section> sectionFromName(const QString &name)
{
    for (const NamedSection &named : sections) {
        if (name == QStringView(named.name))
            return named.section;
    }
    return std::nullopt;
}

QList<Section> allSections()
{
    QList<Section> all;
    for (const NamedSection &named : sections)
        all.append(named.section);
    return all;
}

ReportContent composeReport(const Insights::Analysis &analysis, const ReportOptions &options,
                            const NameLookup &names)
{
    const ReportWriter writer(analysis, options, names);
    ReportContent content;
    content.options = options;
    content.title = writer.title();
    content.client = writer.client();
    content.period = writer.period();
    content.dataDate = writer.dataDate();
    for (const Section section : options.sections) {
        switch (section) {
        case Section::Cover:
            break; // title, client, period and data date are all it needs
        case Section::Summary:
            content.parts.append(writer.summary());
            break;
        case Section::Equity:
            content.parts.append(writer.equity());
            break;
        case Section::Lifecycle:
            content.parts.append(writer.lifecycle());
            break;
        case Section::LifetimeValue:
            content.parts.append(writer.lifetimeValue());
            break;
        case Section::Customers:
            content.parts.append(writer.customers());
            break;
        case Section::Method:
            content.parts.append(writer.method());
            break;
        }
    }
    return content;
}

} // namespace Report
