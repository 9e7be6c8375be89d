#pragma once

#include "models/clv/contractjob.h"
#include "models/clv/intervals.h"

#include <functional>
#include <map>

namespace Clv {

/// How a query values renewals.
struct ContractTerms
{
    double horizon = 0;            ///< periods; renewals beyond do not count
    double expectationHorizon = 0; ///< of expected renewals
    double rate = 0;               ///< continuous, per period
    double step = 0;               ///< as in ValueTerms
    double margin = 1;
    double retentionCost = 0; ///< major units a renewed period
    double intervalLevel = 0.9;

    /// Renewals ahead of a contract that can count.
    [[nodiscard]] std::size_t mostRenewals() const;
    /// What one unit of money at the \a j-th renewal from now is worth, the next being \a toNext
    /// periods away; 0 beyond the horizon.
    [[nodiscard]] double worth(double toNext, std::size_t j) const;
};
[[nodiscard]] ContractTerms contractTerms(const ClvQuery &query);

/// Active contracts in the same place: after so many renewals, the next so far away.
struct ContractPlace
{
    std::size_t renewals = 0;
    double toNext = 0;
    bool operator<(const ContractPlace &other) const
    {
        return renewals != other.renewals ? renewals < other.renewals : toNext < other.toNext;
    }
};
/// The money of all contracts in a place.
struct PlaceMoney
{
    double net = 0;    ///< Σ of margin less cost a renewal
    double square = 0; ///< Σ of its square
};

struct ContractValues
{
    CustomerValues values;
    std::map<ContractPlace, PlaceMoney> places;
};

/// Values every customer with a contract: Σ_j S(n+j)/S(n) of the next renewals, discounted, times
/// the price's margin less the cost (Fader & Hardie 2010 and Handbook 2015 eq 3.9, with the time
/// that is left until the next renewal). Contracts without a price take \a usualPrice; where that
/// is not available there are no values. The literature's columns mean: x renewals made by the
/// newest contract, tx the same in periods, T its age.
[[nodiscard]] ContractValues valueContracts(const ContractSummary &contracts,
                                            std::span<const double> survival,
                                            const ContractTerms &terms, double usualPrice,
                                            bool withIntervals);

/// Bounds of the total: parameters drawn from the fit's normal, chance from the exact variance of
/// each contract's remaining renewals.
[[nodiscard]] TotalBounds
contractBounds(const ContractValues &valued, const Fit &fit, const ContractTerms &terms,
               double total,
               const std::function<std::vector<double>(std::span<const double>)> &survivalAt,
               std::span<const double> survival, double level, std::uint64_t seed, int draws);

} // namespace Clv
