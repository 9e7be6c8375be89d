#pragma once

#include "models/clv/clvjob.h"
#include "models/clv/contractual.h"

namespace Clv {

/// Contracts as sBG and BdW see them. A contract renews at the end of each billing period, which is
/// the query's period; one that ended counts as lost at the first renewal it did not make.
struct ContractSummary
{
    QDate until;
    PeriodUnit period = PeriodUnit::Month;
    std::vector<Customers::CustomerIndex> customer; ///< of each contract, ascending
    std::vector<std::int32_t> startedDay;           ///< days since 1970-01-01
    std::vector<std::int32_t> renewals;             ///< made until the day
    std::vector<bool> isActive;                     ///< on the day
    std::vector<double> toNext; ///< periods from the day to the next renewal; active ones
    std::vector<double> price;  ///< major units a period; NaN: not known

    [[nodiscard]] std::size_t size() const { return customer.size(); }
};

/// The day on which a contract that began on \a start comes up for its \a renewal th renewal.
[[nodiscard]] QDate renewalDay(QDate start, PeriodUnit unit, std::int64_t renewal);
/// The last renewal whose day is not after \a day; 0 where none is.
[[nodiscard]] std::int64_t renewalsUntil(QDate start, PeriodUnit unit, QDate day);
[[nodiscard]] ContractSummary summariseContracts(const Customers::Snapshot &snapshot, QDate until,
                                                 PeriodUnit period);
/// How many left at which renewal and how many were last seen after which: all cohorts together.
[[nodiscard]] ContractCounts countsOf(const ContractSummary &contracts);
/// Observed retention by renewal, and that of \a fitted (the share that outlives each renewal, from
/// renewal 0), which goes on beyond the data.
[[nodiscard]] std::vector<SurvivalPoint> survivalPoints(const ContractCounts &counts,
                                                        std::span<const double> fitted);

/// computeClv() for sBG and BdW; \a result carries the query and the day.
Result<ClvResult> computeContractClv(const Customers::Snapshot &snapshot, ClvResult result,
                                     const Progress &progress, bool withCustomerIntervals,
                                     TotalInterval total);

} // namespace Clv
