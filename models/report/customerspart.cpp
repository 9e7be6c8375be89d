#include "models/report/reportwriter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Report {
namespace {

constexpr std::size_t shownCustomers = 50;

} // namespace

Part ReportWriter::customers() const
{
    Part part;
    part.section = Section::Customers;
    part.heading = tr("Most valuable customers");
    const Clv::ClvResult &clv = m_analysis.clv;
    if (!clv.values || clv.values->size() == 0 || !m_analysis.snapshot) {
        part.paragraphs.append(
            tr("There are no purchases yet, so there are no customers to show."));
        return part;
    }
    const Clv::CustomerValues &values = *clv.values;
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const std::size_t count = std::min(shownCustomers, order.size());
    std::ranges::partial_sort(
        order, order.begin() + std::ptrdiff_t(count), [&](std::size_t a, std::size_t b) {
            return values.clv[a] != values.clv[b] ? values.clv[a] > values.clv[b] : a < b;
        });
    order.resize(count);

    QList<CustomerId> ids;
    double together = 0;
    for (const std::size_t i : order) {
        ids.append(m_analysis.snapshot->id(values.customer[i]));
        together += values.clv[i];
    }
    const QHash<qint64, NamedCustomer> known =
        m_names ? m_names(ids) : QHash<qint64, NamedCustomer>();

    //: %1 is a count of customers, %2 an amount of money, %3 a percentage
    part.paragraphs.append(
        tr("The %1 most valuable customers are worth %2 together, %3 of customer equity.")
            .arg(integer(qint64(count)), moneyShort(together), percent(together / clv.totalClv)));
    if (!m_options.withNames)
        part.paragraphs.append(
            tr("Customers appear by reference; names are left out of reports unless asked for."));

    Table table;
    //: %1 is a currency such as SAR
    table.title = tr("Most valuable customers, %1").arg(m_format.currencyName(m_currency));
    table.headings = {tr("Rank"), tr("Customer")};
    table.isNumber = {true, false};
    if (m_options.withNames) {
        table.headings.append(tr("Name"));
        table.isNumber.append(false);
    }
    table.headings.append({tr("Repeat purchases"), tr("Last purchase"), tr("Mean spend"),
                           tr("P(alive)"), tr("Expected purchases"), tr("Lifetime value")});
    table.isNumber.append({true, true, true, true, true, true});
    const bool hasIntervals =
        values.clvLow.size() == values.size() && values.clvHigh.size() == values.size();
    if (hasIntervals) {
        table.headings.append(tr("Interval, %1").arg(level()));
        table.isNumber.append(true);
    }
    const double days = daysPerPeriod(clv.query.period);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::size_t i = order[rank];
        const NamedCustomer customer = known.value(ids[qsizetype(rank)].value);
        QStringList row{
            integer(qint64(rank) + 1),
            NumberFormat::isolate(customer.ref.isEmpty()
                                      ? u'#' + QString::number(ids[qsizetype(rank)].value)
                                      : customer.ref)};
        if (m_options.withNames)
            row.append(NumberFormat::isolate(customer.name));
        const QDate last = clv.until.addDays(-std::llround((values.T[i] - values.tx[i]) * days));
        row.append({integer(values.x[i]), m_format.date(last),
                    m_format.decimal(values.meanSpend[i], 0), percent(values.pAlive[i], 0),
                    m_format.decimal(values.expectedPurchases[i], 1),
                    m_format.decimal(values.clv[i], 0)});
        if (hasIntervals) {
            //: %1 and %2 are the ends of an interval
            row.append(tr("%1 to %2")
                           .arg(m_format.decimal(values.clvLow[i], 0),
                                m_format.decimal(values.clvHigh[i], 0)));
        }
        table.rows.append(row);
    }
    part.tables.append(table);
    return part;
}

} // namespace Report
