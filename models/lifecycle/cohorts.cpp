#include "models/lifecycle/cohorts.h"

#include "models/lifecycle/turningpoint.h"

#include <QCoreApplication>

#include <algorithm>

namespace Lifecycle {
namespace {

constexpr int largestPeriods = 400;

/// Period numbers of days, from the first period shown to the last.
class Calendar
{
public:
    explicit Calendar(const CohortQuery &query)
    {
        QDate start = periodStart(query.until, query.unit, query.weekStart);
        m_starts.prepend(periodEnd(query.until, query.unit, query.weekStart).addDays(1));
        for (int i = 0; i < query.periods; ++i) {
            m_starts.prepend(start);
            start = periodStart(start.addDays(-1), query.unit, query.weekStart);
        }
        m_firstDay = epochDay(epochSeconds(m_starts.first()));
        for (int period = 0; period < query.periods; ++period)
            m_periodOfDay.insert(m_periodOfDay.end(),
                                 std::size_t(m_starts[period].daysTo(m_starts[period + 1])),
                                 period);
    }
    /// −1: before the first, or after the last.
    [[nodiscard]] int of(std::int64_t day) const
    {
        return day >= m_firstDay && std::size_t(day - m_firstDay) < m_periodOfDay.size()
                   ? m_periodOfDay[std::size_t(day - m_firstDay)]
                   : -1;
    }
    [[nodiscard]] QDate start(int period) const { return m_starts[period]; }

private:
    QList<QDate> m_starts;
    std::vector<int> m_periodOfDay;
    std::int64_t m_firstDay = 0;
};

void finish(Cohort &cohort, double margin)
{
    std::int64_t sum = 0;
    for (qsizetype column = 0; column < cohort.revenue.size(); ++column) {
        sum += cohort.revenue[column];
        cohort.cumulativeRevenue.append(sum);
        if (cohort.paybackColumn < 0 && cohort.withCost > 0
            && margin * double(sum) >= double(cohort.acquisitionCost))
            cohort.paybackColumn = int(column);
    }
}

} // namespace

double CohortMatrix::retention(int cohort, int column) const
{
    const Cohort &row = cohorts[cohort];
    return row.customers > 0 ? double(row.active[column]) / double(row.customers) : notAvailable;
}

namespace {

/// The measure as a fraction, so that averages can add both parts up.
std::pair<double, double> partsOf(const Cohort &cohort, int column, CohortMeasure measure,
                                  double margin)
{
    const auto customers = double(cohort.customers);
    switch (measure) {
    case CohortMeasure::Retention:
        return {double(cohort.active[column]), customers};
    case CohortMeasure::Revenue:
        return {double(cohort.revenue[column]), customers};
    case CohortMeasure::CumulativeValue:
        return {margin * double(cohort.cumulativeRevenue[column]), customers};
    case CohortMeasure::Orders:
        return {double(cohort.orders[column]), customers};
    case CohortMeasure::Payback:
        return {margin * double(cohort.cumulativeRevenue[column]),
                cohort.withCost > 0 ? double(cohort.acquisitionCost) : 0};
    }
    return {0, 0};
}

} // namespace

double CohortMatrix::value(int cohort, int column, CohortMeasure measure) const
{
    if (column < 0 || column >= cohorts[cohort].active.size())
        return notAvailable;
    const auto [sum, weight] = partsOf(cohorts[cohort], column, measure, margin);
    return weight > 0 ? sum / weight : notAvailable;
}

double CohortMatrix::average(int column, CohortMeasure measure) const
{
    double sums = 0;
    double weights = 0;
    for (const Cohort &cohort : cohorts) {
        if (column >= cohort.active.size() || column >= cohort.unfinishedFrom)
            continue;
        const auto [sum, weight] = partsOf(cohort, column, measure, margin);
        if (weight > 0) {
            sums += sum;
            weights += weight;
        }
    }
    return weights > 0 ? sums / weights : notAvailable;
}

std::vector<Customers::CustomerIndex> cohortMembers(const Customers::Snapshot &snapshot,
                                                    const CohortQuery &query, int cohort, int column)
{
    std::vector<Customers::CustomerIndex> members;
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    if (purchases.first.empty() || !query.until.isValid())
        return members;
    const Calendar calendar(query);
    const std::int64_t lastDay = epochDay(epochSeconds(query.until));
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        bool isOfCohort = false;
        for (std::uint32_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
            const std::int64_t day = epochDay(purchases.seconds(i));
            if (day > lastDay)
                break;
            if (purchases.amount[i] < 0)
                continue;
            const int period = calendar.of(day);
            if (!isOfCohort && period != cohort)
                break; // the first purchase decides
            isOfCohort = true;
            if (period == cohort + column) {
                members.push_back(customer);
                break;
            }
        }
    }
    return members;
}

Result<CohortMatrix> computeCohorts(const Customers::Snapshot &snapshot, const CohortQuery &query,
                                    const Progress &progress)
{
    if (query.periods < 1 || query.periods > largestPeriods || !query.until.isValid()) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Lifecycle", "Cohorts need a last day and between 1 and %1 periods.")
                         .arg(largestPeriods)};
    }
    const Calendar calendar(query);
    const std::int64_t lastDay = epochDay(epochSeconds(query.until));
    CohortMatrix matrix;
    matrix.unit = query.unit;
    matrix.margin = query.margin;
    for (int period = 0; period < query.periods; ++period) {
        Cohort cohort;
        cohort.start = calendar.start(period);
        const int columns = query.periods - period;
        cohort.active.fill(0, columns);
        cohort.orders.fill(0, columns);
        cohort.revenue.fill(0, columns);
        const bool lastIsWhole =
            calendar.start(query.periods - 1) <= query.until
            && periodEnd(query.until, query.unit, query.weekStart) == query.until;
        cohort.unfinishedFrom = lastIsWhole ? columns : columns - 1;
        matrix.cohorts.append(cohort);
    }
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    for (Customers::CustomerIndex customer = 0;
         !purchases.first.empty() && customer < snapshot.customers(); ++customer) {
        if (customer % 65536 == 0 && progress.isCancelled())
            return Error::cancelled();
        Cohort *cohort = nullptr;
        int own = -1;
        int lastActive = -1;
        std::int64_t previousDay = std::numeric_limits<std::int64_t>::min();
        for (std::uint32_t i = purchases.first[customer]; i < purchases.first[customer + 1]; ++i) {
            const std::int64_t day = epochDay(purchases.seconds(i));
            if (day > lastDay)
                break;
            const bool isPurchase = purchases.amount[i] >= 0;
            const int period = calendar.of(day);
            if (!cohort) {
                if (!isPurchase)
                    continue; // a refund without a purchase begins nothing
                if (period < 0)
                    break; // the first purchase was before the periods shown
                own = period;
                cohort = &matrix.cohorts[own];
                ++cohort->customers;
                if (const std::int64_t cost = knownCost(snapshot, customer); cost != never) {
                    cohort->acquisitionCost += cost;
                    ++cohort->withCost;
                }
            }
            const int column = period - own;
            cohort->revenue[column] += purchases.amount[i];
            if (!isPurchase)
                continue;
            cohort->active[column] += period != lastActive;
            cohort->orders[column] += day != previousDay;
            lastActive = period;
            previousDay = day;
        }
    }
    for (Cohort &cohort : matrix.cohorts)
        finish(cohort, query.margin);
    return matrix;
}

} // namespace Lifecycle
