#include "models/report/reportwriter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Report {

Part ReportWriter::lifetimeValue() const
{
    Part part;
    part.section = Section::LifetimeValue;
    part.heading = tr("Lifetime value");
    const Clv::ClvResult &clv = m_analysis.clv;
    if (!hasValues()) {
        part.paragraphs.append(
            clv.remark.isEmpty() ? tr("There are no purchases yet, so there is no lifetime value.")
                                 : clv.remark);
        return part;
    }
    if (!clv.remark.isEmpty())
        part.paragraphs.append(m_format.shapeDigits(clv.remark));
    if (hasModel()) {
        //: %1 is a count of customers, %2 how many of them bought more than once, %3 and %4 names
        //: of models
        part.paragraphs.append(
            tr("The values rest on %1 customers, %2 of whom bought again. Purchases follow %3, "
               "spend follows %4.")
                .arg(integer(clv.customers), integer(clv.repeatCustomers),
                     modelTitle(clv.purchaseFit.model),
                     clv.spendFit ? modelTitle(clv.spendFit->model)
                                  : modelTitle(Clv::spendModelName(clv.query.spend))));
        const QString problem = Clv::problemText(clv.purchaseFit.problem);
        if (!clv.purchaseFit.converged && !problem.isEmpty())
            part.paragraphs.append(problem);
    }
    if (clv.holdout && clv.holdout->actual > 0) {
        const Clv::Holdout &holdout = *clv.holdout;
        //: %1 is a date, %2 and %3 are counts of purchases, %4 is a percentage
        part.paragraphs.append(
            tr("Fitted on data up to %1 only, the model expected %2 repeat purchases until %5; "
               "%3 came, a difference of %4.")
                .arg(m_format.date(holdout.calibrationEnd),
                     integer(std::llround(holdout.predicted)),
                     integer(std::llround(holdout.actual)),
                     percent(std::abs(holdout.predicted - holdout.actual) / holdout.actual),
                     m_format.date(holdout.until)));
    }
    if (std::isfinite(clv.spendCorrelation)) {
        //: %1 is a correlation coefficient such as 0.04
        part.paragraphs.append(
            tr("Number and size of purchases correlate by %1; the spend model assumes that they "
               "do not.")
                .arg(m_format.decimal(clv.spendCorrelation, 2)));
    }
    if (!m_analysis.models.reason.isEmpty())
        part.paragraphs.append(m_format.shapeDigits(m_analysis.models.reason));
    part.figures.append({QStringLiteral("clv-histogram"), tr("Customers by lifetime value"),
                         m_format.currencyName(m_currency)});
    if (clv.totalClv > 0) {
        part.figures.append({QStringLiteral("lorenz"),
                             tr("Concentration: share of the value that the customers hold, from "
                                "the lowest value up"),
                             {}});
    }
    if (hasModel()) {
        if (clv.holdout && !clv.holdout->tracking.isEmpty())
            part.figures.append({QStringLiteral("tracking"),
                                 tr("Repeat purchases by week, actual and expected"),
                                 {}});
        part.figures.append({QStringLiteral("frequency"),
                             tr("Customers by number of repeat purchases, actual and expected"),
                             {}});
        part.figures.append(
            {QStringLiteral("alive-map"),
             tr("Probability to be active by number of purchases and time since the last"),
             {}});
        part.tables.append(modelParameters());
    }
    if (!m_analysis.models.candidates.isEmpty())
        part.tables.append(modelComparison());
    if (clv.values && clv.values->size() >= 10)
        part.tables.append(valueByTenth());
    return part;
}

Table ReportWriter::modelParameters() const
{
    Table table;
    table.title = tr("Models and their parameters");
    table.headings = {tr("Model"), tr("Parameter"), tr("Value"), tr("Standard error")};
    table.isNumber = {false, false, true, true};
    const auto add = [&](const Clv::FitSummary &fit) {
        for (const Clv::Parameter &parameter : fit.parameters)
            table.rows.append({modelTitle(fit.model), NumberFormat::isolate(parameter.name),
                               significant(parameter.value), significant(parameter.stdError)});
        if (std::isfinite(fit.logLikelihood))
            table.rows.append({modelTitle(fit.model),
                               tr("log-likelihood"),
                               m_format.decimal(fit.logLikelihood, 2),
                               {}});
        if (std::isfinite(fit.bic))
            table.rows.append({modelTitle(fit.model),
                               NumberFormat::isolate(QStringLiteral("BIC")),
                               m_format.decimal(fit.bic, 2),
                               {}});
    };
    add(m_analysis.clv.purchaseFit);
    if (m_analysis.clv.spendFit)
        add(*m_analysis.clv.spendFit);
    return table;
}

Table ReportWriter::modelComparison() const
{
    Table table;
    table.title = tr("Models compared on the last months");
    table.headings = {tr("Model"), tr("Log-likelihood"), tr("BIC"), tr("Error in the last months"),
                      tr("Mean value")};
    table.isNumber = {false, true, true, true, true};
    const Clv::Comparison &models = m_analysis.models;
    for (qsizetype i = 0; i < models.candidates.size(); ++i) {
        const Clv::Candidate &candidate = models.candidates[i];
        QString name = candidate.isHistoricMean
                           ? tr("historic mean")
                           : NumberFormat::isolate(Clv::modelTitle(candidate.model));
        if (i == models.recommended)
            name = tr("%1 (recommended)").arg(name);
        table.rows.append(
            {name, m_format.decimal(candidate.fit.logLikelihood, 1),
             m_format.decimal(candidate.fit.bic, 1),
             std::isfinite(candidate.holdoutError)
                 ? m_format.signedDecimal(candidate.holdoutError * 100, 1) + u' '
                       + (m_options.language == Language::Arabic ? QChar(0x066A) : QChar(u'%'))
                 : m_format.decimal(candidate.holdoutError, 1),
             m_format.decimal(candidate.meanClv, 0)});
    }
    return table;
}

/// Who carries the value: tenths of the customers, the most valuable first.
Table ReportWriter::valueByTenth() const
{
    constexpr std::size_t groups = 10;
    std::vector<double> values = m_analysis.clv.values->clv;
    std::ranges::sort(values, std::greater<>());
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    Table table;
    //: %1 is a currency such as SAR
    table.title =
        tr("Customers in tenths by lifetime value, %1").arg(m_format.currencyName(m_currency));
    table.headings = {tr("Tenth"),    tr("Customers"),       tr("From"),
                      tr("Together"), tr("Share of equity"), tr("Share so far")};
    table.isNumber = {true, true, true, true, true, true};
    double held = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        const std::size_t first = values.size() * group / groups;
        const std::size_t last = values.size() * (group + 1) / groups;
        const double sum = std::accumulate(values.begin() + std::ptrdiff_t(first),
                                           values.begin() + std::ptrdiff_t(last), 0.0);
        held += sum;
        table.rows.append({integer(qint64(group) + 1), integer(qint64(last - first)),
                           m_format.decimal(values[last - 1], 0), m_format.decimal(sum, 0),
                           percent(total > 0 ? sum / total : Clv::notAvailable),
                           percent(total > 0 ? held / total : Clv::notAvailable)});
    }
    return table;
}

} // namespace Report
