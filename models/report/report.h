#pragma once

#include "models/insights/analysis.h"

#include <functional>

/// The report as data: words, numbers and tables. ui/print draws it.
namespace Report {

enum class Section { Cover, Summary, Equity, Lifecycle, LifetimeValue, Customers, Method };
/// Names of `--sections`: cover, summary, equity, lifecycle, clv, customers, method.
[[nodiscard]] QString sectionName(Section section);
[[nodiscard]] std::optional<Section> sectionFromName(const QString &name);
[[nodiscard]] QList<Section> allSections();

struct Table
{
    QString title;
    QStringList headings;
    QList<bool> isNumber;    ///< per column: aligned to the digit side
    QList<QStringList> rows; ///< already formatted
};

/// A chart by name; names are those of `qeema chart --name`.
struct Figure
{
    QString chart; ///< equity-trend, equity-bridge, lifecycle-funnel, clv-histogram, tracking, …
    QString title; ///< the finding
    QString subtitle; ///< unit, filters
};

struct Part
{
    Section section = Section::Summary;
    QString heading;
    QStringList paragraphs;
    QList<Figure> figures;
    QList<Table> tables;
};

struct ReportOptions
{
    Language language = Language::English;
    Digits digits = Digits::ByLocale;
    QList<Section> sections = allSections();
    bool withNames = false;
};

struct ReportContent
{
    ReportOptions options;
    QString title;  ///< Customer equity report
    QString client; ///< the workspace's name
    QString period;
    QString dataDate; ///< "Data to 30 June 2025"
    QList<Part> parts;
};

/// Customer names and references for tables, row by row; supplied by the store so that this stays
/// pure.
struct NamedCustomer
{
    QString ref;
    QString name;
};
using NameLookup = std::function<QHash<qint64, NamedCustomer>(const QList<CustomerId> &)>;

/// The report's words come through QCoreApplication::translate: install the translation of
/// options.language before. Numbers and dates follow options.language and options.digits. Sections
/// whose data are missing say so in a sentence; the cover has no part, only title, client, period
/// and data date.
ReportContent composeReport(const Insights::Analysis &analysis, const ReportOptions &options,
                            const NameLookup &names = {});

} // namespace Report
