#include "models/report/reportwriter.h"

#include <cmath>
#include <limits>

namespace Report {

ReportWriter::ReportWriter(const Insights::Analysis &analysis, const ReportOptions &options,
                           const NameLookup &names)
    : m_analysis(analysis)
    , m_options(options)
    , m_names(names)
    , m_format(options.language, options.digits)
    , m_currency(analysis.query.settings.currency.code)
{}

QString ReportWriter::title() const { return tr("Customer equity report"); }

QString ReportWriter::client() const
{
    const WorkspaceSettings &settings = m_analysis.query.settings;
    if (m_options.language == Language::Arabic && !settings.nameArabic.isEmpty())
        return settings.nameArabic;
    return settings.nameEnglish.isEmpty() ? tr("Unnamed workspace") : settings.nameEnglish;
}

QString ReportWriter::period() const
{
    const DateRange &range = m_analysis.query.filter.period;
    return range.isValid() ? m_format.dateRange(range) : QString();
}

QString ReportWriter::dataDate() const
{
    QDate until = m_analysis.clv.until;
    if (m_analysis.snapshot && m_analysis.snapshot->extent.isValid())
        until = m_analysis.snapshot->extent.until;
    //: %1 is a date
    return until.isValid() ? tr("Data to %1").arg(m_format.date(until)) : tr("No data yet");
}

QString ReportWriter::money(double major) const { return m_format.money(major, m_currency); }

QString ReportWriter::moneyShort(double major) const
{
    return m_format.moneyShort(major, m_currency);
}

QString ReportWriter::level() const { return m_format.percent(m_analysis.clv.query.intervalLevel); }

QString ReportWriter::points(double fraction) const
{
    return m_format.decimal(std::abs(fraction) * 100, 1);
}

int ReportWriter::plural(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString ReportWriter::counted(QString translated, qint64 count) const
{
    return translated.replace(QString::number(plural(count)), m_format.integer(count));
}

QString ReportWriter::stageName(const Lifecycle::Stage &stage) const
{
    return m_options.language == Language::Arabic && !stage.nameArabic.isEmpty()
               ? stage.nameArabic
               : stage.nameEnglish;
}

QString ReportWriter::modelTitle(const QString &model) const
{
    if (const std::optional<Clv::Model> known = Clv::modelFromName(model))
        return NumberFormat::isolate(Clv::modelTitle(*known));
    if (model == Clv::spendModelName(Clv::SpendModel::GammaGamma))
        return NumberFormat::isolate(QStringLiteral("Gamma-Gamma"));
    if (model == Clv::spendModelName(Clv::SpendModel::ObservedMean))
        return tr("observed mean");
    if (model == Clv::spendModelName(Clv::SpendModel::None))
        return tr("no spend model");
    return model;
}

QString ReportWriter::methodTitle(const QString &method) const
{
    if (method == QLatin1String("historic-mean"))
        return tr("historic mean");
    QStringList titles;
    for (const QString &model : method.split(QStringLiteral(" + ")))
        titles.append(modelTitle(model));
    return titles.join(QStringLiteral(" + "));
}

QString ReportWriter::significant(double value) const
{
    if (!std::isfinite(value))
        return m_format.decimal(value, 0);
    const int magnitude = value == 0 ? 0 : int(std::floor(std::log10(std::abs(value))));
    return m_format.decimal(value, std::clamp(4 - magnitude, 0, 8));
}

bool ReportWriter::hasValues() const { return m_analysis.clv.customers > 0; }

bool ReportWriter::hasModel() const
{
    return hasValues() && !m_analysis.clv.purchaseFit.parameters.isEmpty();
}

} // namespace Report
