#pragma once

#include "models/report/report.h"

#include <QCoreApplication>

namespace Report {

/// Writes the parts of one report, each from the same analysis. One file per part.
class ReportWriter
{
    Q_DECLARE_TR_FUNCTIONS(ReportWriter)

public:
    ReportWriter(const Insights::Analysis &analysis, const ReportOptions &options,
                 const NameLookup &names);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString client() const;
    [[nodiscard]] QString period() const;
    [[nodiscard]] QString dataDate() const;

    [[nodiscard]] Part summary() const;
    [[nodiscard]] Part equity() const;
    [[nodiscard]] Part lifecycle() const;
    [[nodiscard]] Part lifetimeValue() const;
    [[nodiscard]] Part customers() const;
    [[nodiscard]] Part method() const;

private:
    [[nodiscard]] QString money(double major) const;      ///< "SAR 12,480"
    [[nodiscard]] QString moneyShort(double major) const; ///< "SAR 48.67 M"
    [[nodiscard]] QString integer(qint64 value) const { return m_format.integer(value); }
    [[nodiscard]] QString percent(double fraction, int decimals = 1) const
    {
        return m_format.percent(fraction, decimals);
    }
    [[nodiscard]] QString level() const;                 ///< "90 %"
    [[nodiscard]] QString points(double fraction) const; ///< percentage points, "1.6"
    /// A translated "%n …" with its number in this report's digits; call it before arg().
    [[nodiscard]] QString counted(QString translated, qint64 count) const;
    [[nodiscard]] static int plural(qint64 count); ///< count as tr() takes it
    [[nodiscard]] QString stageName(const Lifecycle::Stage &stage) const;
    [[nodiscard]] QString modelTitle(const QString &model) const;
    [[nodiscard]] QString methodTitle(const QString &method) const;
    /// A parameter or statistic with five significant digits.
    [[nodiscard]] QString significant(double value) const;
    [[nodiscard]] bool hasValues() const;
    [[nodiscard]] bool hasModel() const;

    [[nodiscard]] QString equitySentence() const;
    [[nodiscard]] QString bridgeSentence() const;
    [[nodiscard]] QString valueSentence() const;
    [[nodiscard]] Table keyFigures() const;
    [[nodiscard]] Table findings() const;
    [[nodiscard]] Table equitySeries() const;
    [[nodiscard]] Table equityBridges() const;
    [[nodiscard]] Table spendByQuarter() const;
    [[nodiscard]] Table stages() const;
    [[nodiscard]] Table breakdown() const;
    [[nodiscard]] Table modelParameters() const;
    [[nodiscard]] Table modelComparison() const;
    [[nodiscard]] Table valueByTenth() const;
    [[nodiscard]] Table definitions() const;
    [[nodiscard]] Table settings() const;

    const Insights::Analysis &m_analysis;
    const ReportOptions &m_options;
    const NameLookup &m_names;
    NumberFormat m_format;
    QString m_currency;
};

} // namespace Report
