#include "models/report/reportwriter.h"

#include <cmath>

namespace Report {

Part ReportWriter::equity() const
{
    Part part;
    part.section = Section::Equity;
    part.heading = tr("Customer equity");
    const QList<Equity::EquityPoint> &series = m_analysis.equity.series;
    if (series.isEmpty()) {
        part.paragraphs.append(tr("There are no purchases yet, so there is nothing to value."));
        return part;
    }
    const Equity::EquityPoint &last = series.last();
    //: %1 and %3 are amounts of money, %2 is a count of customers
    part.paragraphs.append(
        tr("Mean lifetime value %1 × %2 customers = customer equity %3.")
            .arg(money(last.meanClv), integer(last.customers), moneyShort(last.equity)));
    part.paragraphs.append(
        tr("Every date is valued from what was known that day: purchases up to it, and a model "
           "fitted to them."));
    if (!last.isComplete)
        part.paragraphs.append(
            tr("The last period has not ended; its value is the one of the last day."));
    //: %1 is a currency such as SAR, %2 a percentage
    const QString unit =
        tr("%1, band: %2 interval").arg(m_format.currencyName(m_currency), level());
    if (series.size() > 1)
        part.figures.append(
            {QStringLiteral("equity-trend"), tr("Customer equity by quarter"), unit});
    if (!m_analysis.equity.bridges.isEmpty()) {
        const Equity::EquityBridge &bridge = m_analysis.equity.bridges.last();
        //: %1 and %2 are dates
        part.figures.append(
            {QStringLiteral("equity-bridge"), tr("What moved customer equity"),
             tr("%1 to %2").arg(m_format.date(bridge.from), m_format.date(bridge.until))});
    }
    if (m_analysis.spend.hasCosts && !m_analysis.quarterlySpend.isEmpty())
        part.figures.append({QStringLiteral("spend-return"), tr("What spend returns"),
                             m_format.currencyName(m_currency)});
    part.tables.append(equitySeries());
    if (!m_analysis.equity.bridges.isEmpty())
        part.tables.append(equityBridges());
    if (m_analysis.spend.hasCosts && !m_analysis.quarterlySpend.isEmpty())
        part.tables.append(spendByQuarter());
    return part;
}

Table ReportWriter::equitySeries() const
{
    Table table;
    //: %1 is a currency such as SAR
    table.title = tr("Customer equity by date, %1").arg(m_format.currencyName(m_currency));
    //: %1 is a percentage: the lower end of the 90 % interval
    table.headings = {tr("Date"), tr("Customers"), tr("Active"), tr("Mean value"), tr("Equity"),
                      tr("Low, %1").arg(level()),
                      //: %1 is a percentage: the upper end of the 90 % interval
                      tr("High, %1").arg(level()), tr("Method")};
    table.isNumber = {false, true, true, true, true, true, true, false};
    for (const Equity::EquityPoint &point : m_analysis.equity.series)
        table.rows.append({m_format.date(point.date), integer(point.customers),
                           integer(point.activeCustomers), m_format.decimal(point.meanClv, 0),
                           m_format.decimal(point.equity, 0), m_format.decimal(point.low, 0),
                           m_format.decimal(point.high, 0), methodTitle(point.method)});
    return table;
}

Table ReportWriter::equityBridges() const
{
    Table table;
    //: %1 is a currency such as SAR
    table.title = tr("Movement of customer equity, %1").arg(m_format.currencyName(m_currency));
    table.headings = {tr("Until"),       tr("Opening"), tr("Acquired"), tr("Expansion"),
                      tr("Contraction"), tr("Churned"), tr("Closing")};
    table.isNumber = {false, true, true, true, true, true, true};
    const int digits = m_analysis.equity.currency.digits();
    for (const Equity::EquityBridge &bridge : m_analysis.equity.bridges)
        table.rows.append({m_format.date(bridge.until), m_format.decimal(bridge.opening, digits),
                           m_format.signedDecimal(bridge.acquired, digits),
                           m_format.signedDecimal(bridge.expansion, digits),
                           m_format.signedDecimal(-bridge.contraction, digits),
                           m_format.signedDecimal(-bridge.churned, digits),
                           m_format.decimal(bridge.closing, digits)});
    return table;
}

Table ReportWriter::spendByQuarter() const
{
    Table table;
    //: %1 is a currency such as SAR
    table.title = tr("Spend by quarter, %1").arg(m_format.currencyName(m_currency));
    table.headings = {
        tr("Until"),         tr("Acquisition"),           tr("Retention"),
        tr("New customers"), tr("Cost per new customer"), tr("Cost per active customer, a year")};
    table.isNumber = {false, true, true, true, true, true};
    for (const Equity::SpendSummary &spend : m_analysis.quarterlySpend)
        table.rows.append({m_format.date(spend.range.until), m_format.decimal(spend.acquisition, 0),
                           m_format.decimal(spend.retention, 0), integer(spend.newCustomers),
                           m_format.decimal(spend.cac, 0), m_format.decimal(spend.crc, 0)});
    return table;
}

} // namespace Report
