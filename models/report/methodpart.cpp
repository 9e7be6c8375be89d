#include "models/report/reportwriter.h"

#include <cmath>

namespace Report {

Part ReportWriter::method() const
{
    Part part;
    part.section = Section::Method;
    part.heading = tr("Method");
    part.paragraphs = {
        tr("Customer equity is the sum of the residual lifetime values of all customers who have "
           "bought, which is "
           "their mean lifetime value times their number. Values of customers still to be won are "
           "not in it."),
        tr("A customer's residual lifetime value is the margin that the customer is expected to "
           "bring from the data "
           "date on: margin × expected spend per purchase × expected purchases, each discounted to "
           "the data date."),
    };
    const Clv::ClvResult &clv = m_analysis.clv;
    if (hasModel()) {
        if (clv.purchaseFit.model == Clv::modelName(Clv::Model::ParetoNbd)) {
            part.paragraphs.append(
                tr("Pareto/NBD: while active, a customer buys at random at an own rate; the rates "
                   "of all customers follow a gamma distribution (r, alpha). Each customer stays "
                   "active for a time that no one observes; the rates of leaving follow another "
                   "gamma distribution (s, beta)."));
        } else if (clv.purchaseFit.model == Clv::modelName(Clv::Model::BgNbd)) {
            part.paragraphs.append(
                tr("BG/NBD: while active, a customer buys at random at an own rate; the rates of "
                   "all customers follow a gamma distribution (r, alpha). After each repeat "
                   "purchase the customer may leave; these probabilities follow a beta "
                   "distribution (a, b)."));
        } else if (clv.purchaseFit.model == Clv::modelName(Clv::Model::MbgNbd)) {
            part.paragraphs.append(
                tr("MBG/NBD: while active, a customer buys at random at an own rate; the rates of "
                   "all customers follow a gamma distribution (r, alpha). After each purchase, "
                   "the first included, the customer may leave; these probabilities follow a beta "
                   "distribution (a, b)."));
        }
        if (clv.spendFit
            && clv.spendFit->model == Clv::spendModelName(Clv::SpendModel::GammaGamma)) {
            part.paragraphs.append(
                tr("Gamma-Gamma: the amounts of one customer scatter around an own mean, and these "
                   "means differ between customers (p, q, gamma). The fewer purchases are known, "
                   "the closer the expected spend lies to the mean of all."));
        }
        part.paragraphs.append(
            tr("Parameters are estimated by maximum likelihood. Intervals come from drawing "
               "parameters with their standard errors and valuing all customers with each draw."));
    } else if (hasValues()) {
        part.paragraphs.append(
            tr("The data are too thin for a model; values are historic means: what customers "
               "brought so far, carried on."));
    }
    part.paragraphs.append(
        tr("The movement of equity compares two dates customer by customer. Acquired: value of "
           "customers who first bought in between. Churned: value lost with customers whose "
           "probability to be active fell below one half. Expansion and contraction: all other "
           "rises and falls. Opening plus acquired plus expansion less contraction less churned is "
           "the closing value, to the last minor unit."));
    part.tables.append(definitions());
    part.tables.append(settings());
    return part;
}

Table ReportWriter::definitions() const
{
    Table table;
    table.title = tr("Definitions");
    table.headings = {tr("Measure"), tr("How it is computed")};
    table.isNumber = {false, false};
    table.rows = {
        {tr("Purchase"), tr("A day with at least one purchase of a customer: purchases of one day "
                            "count once and their "
                            "amounts are added. Refunds lower revenue but are no purchases.")},
        {tr("P(alive)"), tr("Probability that the customer is still active on the data date, given "
                            "number and times of "
                            "the purchases so far. Active customers have at least one half.")},
        {tr("Retention, 12 months"),
         tr("Share of customers who bought in the 12 months that ended a year before the "
            "period's end and bought again in the 12 months up to it.")},
        {tr("Revenue from existing customers"),
         tr("Share of the period's revenue from customers whose first purchase "
            "was before the period.")},
        {tr("Customer acquisition cost (CAC)"),
         tr("Acquisition spend of the 12 months up to the period's end, divided "
            "by the customers who first bought in them.")},
        {tr("Customer retention cost (CRC)"),
         tr("Retention spend of the 12 months up to the period's end, divided by "
            "the active customers: the cost to keep a customer for a year.")},
        {tr("Step rate"),
         tr("Share of those who reached the stage before and went on to this one.")},
        {tr("Median time"), tr("Half of those who took the step needed at most this long for it.")},
    };
    for (QStringList &row : table.rows) {
        for (QString &cell : row)
            cell = m_format.shapeDigits(cell); // the words themselves hold numbers
    }
    return table;
}

Table ReportWriter::settings() const
{
    const WorkspaceSettings &settings = m_analysis.query.settings;
    const Clv::ClvResult &clv = m_analysis.clv;
    Table table;
    table.title = tr("Parameters and data");
    table.headings = {tr("Setting"), tr("Value")};
    table.isNumber = {false, false};
    table.rows.append({tr("Period"), period()});
    if (m_analysis.query.filter.comparison)
        table.rows.append(
            {tr("Compared with"), m_format.dateRange(*m_analysis.query.filter.comparison)});
    table.rows.append({tr("Data date"), m_format.date(clv.until)});
    if (m_analysis.snapshot && m_analysis.snapshot->extent.isValid()) {
        const Customers::Snapshot &snapshot = *m_analysis.snapshot;
        table.rows.append({tr("Data"), m_format.dateRange(snapshot.extent)});
        table.rows.append({tr("Purchase rows"), integer(qint64(snapshot.purchases.size()))});
        table.rows.append({tr("Event rows"), integer(qint64(snapshot.events.size()))});
    }
    table.rows.append({tr("Customers"), integer(clv.customers)});
    table.rows.append({tr("Customers who bought again"), integer(clv.repeatCustomers)});
    if (hasValues())
        table.rows.append({tr("Model of purchases"),
                           hasModel() ? modelTitle(clv.purchaseFit.model) : tr("historic mean")});
    if (clv.spendFit)
        table.rows.append({tr("Model of spend"), modelTitle(clv.spendFit->model)});
    table.rows.append({tr("Horizon"), settings.horizonMonths > 0 ? counted(
                                          tr("%n month(s)", nullptr, settings.horizonMonths),
                                          settings.horizonMonths)
                                                                 : tr("whole lifetime")});
    table.rows.append({tr("Discount rate, a year"), percent(settings.annualDiscountRate)});
    table.rows.append({tr("Contribution margin"), settings.margin < 1
                                                      ? percent(settings.margin)
                                                      : tr("not set: values are revenue")});
    table.rows.append({tr("Interval"), level()});
    table.rows.append({tr("Currency"), m_format.currencyName(m_currency)});
    return table;
}

} // namespace Report
