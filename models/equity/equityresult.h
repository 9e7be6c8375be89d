#pragma once

#include "models/clv/clvresult.h"
#include "models/core/currency.h"
#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"

namespace Equity {

struct EquityQuery
{
    Clv::ClvQuery clv;                     ///< until is set for each date
    QDate from;                            ///< invalid: first period end with enough data
    QDate until;                           ///< invalid: newest day
    PeriodUnit step = PeriodUnit::Quarter; ///< month, quarter or year

    bool operator==(const EquityQuery &) const = default;
};

/// Customer equity at the end of one day, from data known that day.
struct EquityPoint
{
    QDate date;
    qint64 customers = 0;
    qint64 activeCustomers = 0;
    double meanClv = 0; ///< major units
    double equity = 0;  ///< mean CLV × customers; the sum of individual values to the cent
    double low = 0;
    double high = 0;
    QString method; ///< "pareto-nbd + gamma-gamma", "historic-mean"; a change is drawn as a break
    Clv::DataStrength strength = Clv::DataStrength::Enough;
    bool isComplete = true; ///< false: the period had not ended on the newest day
};

/// Why equity changed between two dates. opening + acquired + expansion − contraction − churned =
/// closing, to the last minor unit; all in major units, all parts ≥ 0.
struct EquityBridge
{
    QDate from;
    QDate until;
    double opening = 0;
    double acquired = 0;
    double expansion = 0;
    double contraction = 0;
    double churned = 0;
    double closing = 0;
    qint64 acquiredCustomers = 0;
    qint64 expansionCustomers = 0;
    qint64 contractionCustomers = 0;
    qint64 churnedCustomers = 0;
    bool methodChanged = false; ///< the two dates were valued by different methods: not comparable
};

struct EquityResult
{
    EquityQuery query;
    Currency currency;
    QList<EquityPoint> series;
    QList<EquityBridge> bridges; ///< between neighbouring points of the series
};

/// Values the customers at every date from data known that day, each fit starting from the one
/// before. Without query.from the series begins where a model can be fitted, or, where the data
/// never suffice, at the first purchase with historic means. A period that has not ended on the
/// last day is the last point, marked incomplete. Fails for options that computeClv() refuses and
/// for a `from` after `until`; data without purchases give an empty series. Progress and
/// cancellation per date.
Result<EquityResult> computeEquity(const Customers::Snapshot &snapshot, const EquityQuery &query,
                                   const Progress &progress = {});

/// Spend by kind and new customers within a range, from the cost table. A cost whose period lies
/// partly within the range counts by its share of days.
struct SpendSummary
{
    DateRange range;
    double acquisition = 0; ///< major units
    double retention = 0;
    qint64 newCustomers = 0;        ///< first purchase within the range
    qint64 activeCustomers = 0;     ///< with P(alive) ≥ 0.5 at the range's end
    double cac = Clv::notAvailable; ///< acquisition / newCustomers
    double crc = Clv::notAvailable; ///< retention / activeCustomers, per year
    bool hasCosts = false;
};
SpendSummary summariseSpend(const Customers::Snapshot &snapshot, const DateRange &range,
                            qint64 activeCustomers);

} // namespace Equity
