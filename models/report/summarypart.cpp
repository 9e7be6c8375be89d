#include "models/report/reportwriter.h"

#include <cmath>

namespace Report {

/// What customer equity is and how it moved: one of the sentences that fit.
QString ReportWriter::equitySentence() const
{
    const Insights::KeyFigures &figures = m_analysis.overview.figures;
    const bool hasInterval = std::isfinite(m_analysis.clv.totalLow)
                             && std::isfinite(m_analysis.clv.totalHigh)
                             && m_analysis.clv.totalHigh > m_analysis.clv.totalLow;
    QString sentence;
    if (hasInterval) {
        //: %1 is a date, %2, %4 and %5 are amounts of money, %3 is a percentage
        sentence =
            tr("On %1 customer equity is %2; with %3 certainty it lies between %4 and %5.")
                .arg(m_format.date(figures.equityDate), moneyShort(figures.equity), level(),
                     moneyShort(m_analysis.clv.totalLow), moneyShort(m_analysis.clv.totalHigh));
    } else {
        //: %1 is a date, %2 an amount of money
        sentence = tr("On %1 customer equity is %2.")
                       .arg(m_format.date(figures.equityDate), moneyShort(figures.equity));
    }
    if (!(figures.previousEquity > 0))
        return sentence;
    const double change = figures.equity - figures.previousEquity;
    const QString by = moneyShort(std::abs(change));
    const QString share = percent(std::abs(change) / figures.previousEquity);
    const QString since = m_format.date(figures.previousEquityDate);
    sentence += u' ';
    if (change >= 0) {
        //: %1 is an amount of money, %2 a percentage, %3 a date
        sentence += tr("It rose by %1, or %2, since %3.").arg(by, share, since);
    } else {
        //: %1 is an amount of money, %2 a percentage, %3 a date
        sentence += tr("It fell by %1, or %2, since %3.").arg(by, share, since);
    }
    return sentence;
}

QString ReportWriter::bridgeSentence() const
{
    if (m_analysis.equity.bridges.isEmpty())
        return {};
    const Equity::EquityBridge &bridge = m_analysis.equity.bridges.last();
    if (bridge.methodChanged)
        return tr(
            "The last two dates were valued by different methods; their difference is no growth.");
    const QString expansion = moneyShort(bridge.expansion);
    const QString acquired = moneyShort(bridge.acquired);
    const QString lost = moneyShort(bridge.contraction + bridge.churned);
    if (bridge.acquiredCustomers == 0) {
        //: all three are amounts of money: %1 expansion, %2 contraction and churn together, %3
        //: churn alone
        return tr("No customers were won since the date before: expansion of existing ones added "
                  "%1. Falling "
                  "values took %2 away, %3 of it with customers who probably left.")
            .arg(expansion, lost, moneyShort(bridge.churned));
    }
    if (bridge.expansion > bridge.acquired) {
        //: all four are amounts of money: %1 expansion, %2 acquisition, %3 contraction and churn
        //: together, %4 churn alone
        return tr("Most of what was added came from customers the company already had: expansion "
                  "added %1, new "
                  "customers %2. Falling values took %3 away, %4 of it with customers who probably "
                  "left.")
            .arg(expansion, acquired, lost, moneyShort(bridge.churned));
    }
    //: all four are amounts of money: %1 acquisition, %2 expansion, %3 contraction and churn
    //: together, %4 churn alone
    return tr("Most of what was added came with new customers: they added %1, expansion of "
              "existing ones %2. "
              "Falling values took %3 away, %4 of it with customers who probably left.")
        .arg(acquired, expansion, lost, moneyShort(bridge.churned));
}

QString ReportWriter::valueSentence() const
{
    const Insights::KeyFigures &figures = m_analysis.overview.figures;
    QString sentence = counted(
        tr("%n customer(s) have bought.", nullptr, plural(figures.customers)), figures.customers);
    sentence += u' ';
    if (hasModel()) {
        //: %1 is a count, %2 a percentage
        sentence += tr("%1 of them, %2, are probably still active.")
                        .arg(integer(figures.activeCustomers),
                             percent(double(figures.activeCustomers) / double(figures.customers)));
        sentence += u' ';
    }
    if (std::isfinite(figures.meanClvLow) && figures.meanClvHigh > figures.meanClvLow) {
        //: %1, %2 and %3 are amounts of money
        sentence +=
            tr("The mean lifetime value is %1, between %2 and %3.")
                .arg(money(figures.meanClv), money(figures.meanClvLow), money(figures.meanClvHigh));
    } else {
        //: %1 is an amount of money
        sentence += tr("The mean lifetime value is %1.").arg(money(figures.meanClv));
    }
    return sentence;
}

Part ReportWriter::summary() const
{
    const Insights::KeyFigures &figures = m_analysis.overview.figures;
    Part part;
    part.section = Section::Summary;
    part.heading = tr("Summary");
    if (!hasValues()) {
        part.paragraphs.append(
            tr("The workspace holds no purchases yet: customer equity cannot be computed. Import "
               "transactions to see it."));
    } else {
        part.paragraphs.append(equitySentence());
        if (const QString bridge = bridgeSentence(); !bridge.isEmpty())
            part.paragraphs.append(bridge);
        part.paragraphs.append(valueSentence());
        if (std::isfinite(figures.retention)) {
            //: %1 is a percentage
            part.paragraphs.append(
                tr("Of the customers who bought in the year before, %1 bought again in the last "
                   "twelve months.")
                    .arg(percent(figures.retention)));
        }
        if (std::isfinite(figures.revenueFromExisting)) {
            //: %1 is an amount of money, %2 a percentage
            part.paragraphs.append(
                tr("Revenue of the period was %1; %2 of it came from customers who had bought "
                   "before the period.")
                    .arg(moneyShort(figures.revenue), percent(figures.revenueFromExisting)));
        }
        if (std::isfinite(figures.clvToCac)) {
            //: %1 is an amount of money, %2 a multiple such as 3.1×
            part.paragraphs.append(
                tr("Winning a customer cost %1 in the last twelve months; the mean lifetime value "
                   "is %2 that.")
                    .arg(money(figures.cac), m_format.multiple(figures.clvToCac)));
        }
    }
    const Lifecycle::LifecycleFunnel &funnel = m_analysis.lifecycle.funnel;
    if (!funnel.levels.isEmpty() && funnel.levels.first().count > 0) {
        //: %1 is a count of contacts, %2 a percentage
        part.paragraphs.append(
            tr("%1 contacts entered the lifecycle in the period; %2 of them became customers.")
                .arg(integer(funnel.levels.first().count), percent(funnel.contactToCustomer)));
    }
    part.tables.append(keyFigures());
    if (!m_analysis.overview.alerts.isEmpty())
        part.tables.append(findings());
    return part;
}

Table ReportWriter::keyFigures() const
{
    const Insights::KeyFigures &figures = m_analysis.overview.figures;
    Table table;
    table.title = tr("Key figures");
    table.headings = {tr("Measure"), tr("Value"), tr("Before")};
    table.isNumber = {false, true, true};
    if (hasValues()) {
        table.rows.append({tr("Customer equity"), moneyShort(figures.equity),
                           moneyShort(figures.previousEquity)});
        table.rows.append({tr("Mean lifetime value"), money(figures.meanClv), QString()});
        table.rows.append({tr("Customers"), integer(figures.customers), QString()});
        table.rows.append({tr("Active customers"), integer(figures.activeCustomers), QString()});
    }
    table.rows.append({tr("Revenue of the period"), moneyShort(figures.revenue),
                       moneyShort(figures.previousRevenue)});
    table.rows.append({tr("Orders of the period"), integer(figures.orders), QString()});
    table.rows.append({m_format.shapeDigits(tr("Retention, 12 months")), percent(figures.retention),
                       percent(figures.previousRetention)});
    table.rows.append({tr("Revenue from existing customers"), percent(figures.revenueFromExisting),
                       percent(figures.previousRevenueFromExisting)});
    table.rows.append({tr("Customer acquisition cost"), money(figures.cac), QString()});
    table.rows.append(
        {tr("Lifetime value to acquisition cost"), m_format.multiple(figures.clvToCac), QString()});
    table.rows.append(
        {tr("Customer retention cost, a year"), money(m_analysis.spend.crc), QString()});
    return table;
}

Table ReportWriter::findings() const
{
    Table table;
    table.title = tr("What needs attention");
    table.headings = {tr("Finding"), tr("Detail")};
    table.isNumber = {false, false};
    // Composed again, because the analysis may have been made for a screen in another language.
    const QList<Insights::Alert> alerts =
        Insights::findAlerts(m_analysis.overview.figures, m_analysis.clv, m_analysis.equity,
                             m_analysis.lifecycle, m_format);
    for (const Insights::Alert &alert : alerts)
        table.rows.append({alert.title, alert.text});
    return table;
}

} // namespace Report
