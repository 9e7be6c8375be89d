#pragma once

#include "models/lifecycle/lifecycle.h"

namespace Lifecycle {

/// Customers by the period of their first purchase, and what they did in the periods after.
struct CohortQuery
{
    PeriodUnit unit = PeriodUnit::Month;
    int periods = 12; ///< of which the last holds until
    QDate until;      ///< the last day that counts
    Qt::DayOfWeek weekStart = Qt::Sunday;
    double margin = 1; ///< contribution margin as a fraction of revenue, for the payback
};

/// One cohort. Column k is k periods after the cohort's own; amounts are minor units.
struct Cohort
{
    QDate start;
    qint64 customers = 0;
    QList<qint64> active;        ///< bought in that period; [0] is all
    QList<qint64> orders;        ///< days with a purchase
    QList<std::int64_t> revenue; ///< refunds taken off
    QList<std::int64_t> cumulativeRevenue;
    std::int64_t acquisitionCost = 0; ///< of those whose cost is known
    qint64 withCost = 0;
    int paybackColumn = -1; ///< the first column whose cumulative margin covers the cost; −1: none,
                            ///< or no cost known
    int unfinishedFrom = 0; ///< columns from here on hold a period that has not ended
};

/// What a cell of the matrix can show; amounts in minor units.
enum class CohortMeasure {
    Retention,       ///< share of the cohort that bought in the period
    Revenue,         ///< of the period, per customer of the cohort
    CumulativeValue, ///< margin on all revenue up to the period's end, per customer
    Orders,          ///< of the period, per customer
    Payback ///< cumulative margin of the cohort over its acquisition cost; NaN without a known cost
};

struct CohortMatrix
{
    PeriodUnit unit = PeriodUnit::Month;
    double margin = 1;
    QList<Cohort> cohorts; ///< oldest first
    [[nodiscard]] double
    retention(int cohort, int column) const; ///< share of the cohort; NaN where it is empty
    /// NaN where the cohort is empty, and beyond its last column.
    [[nodiscard]] double value(int cohort, int column, CohortMeasure measure) const;
    /// Over the cohorts whose column has ended, each weighted by its customers (the payback by its
    /// cost); NaN where there is none.
    [[nodiscard]] double average(int column, CohortMeasure measure) const;
    [[nodiscard]] int columns() const { return int(cohorts.size()); }
    [[nodiscard]] bool isFinished(int cohort, int column) const
    {
        return column < cohorts[cohort].unfinishedFrom;
    }
};

/// The customers behind a cell: those of the cohort who bought in that column's period; in column 0
/// that is all of them.
std::vector<Customers::CustomerIndex> cohortMembers(const Customers::Snapshot &snapshot,
                                                    const CohortQuery &query, int cohort, int column);

Result<CohortMatrix> computeCohorts(const Customers::Snapshot &snapshot, const CohortQuery &query,
                                    const Progress &progress = {});

} // namespace Lifecycle
