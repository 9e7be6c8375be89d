#pragma once

#include "models/core/progress.h"
#include "models/lifecycle/lifecycle.h"

#include <span>

/// Who stands behind a number of the lifecycle's screens.
namespace Lifecycle {

/// A customer, and the moment that put them behind the number.
struct Member
{
    Customers::CustomerIndex customer = 0;
    std::int64_t time = 0; ///< epoch seconds
    bool operator==(const Member &) const = default;
};

/// A level of the lifecycle funnel, or the loss before it.
struct FunnelPlace
{
    int stage = 0;
    bool isLoss = false;          ///< who did the stage before it and not this one
    std::optional<QString> value; ///< only these of the breakdown's attribute; empty text: no value
};
/// Exactly those that computeLifecycle() counts there for the same query, each with the moment of
/// the last stage done. A stage that nobody can fill has nobody.
Result<std::vector<Member>> funnelMembers(const Customers::Snapshot &snapshot,
                                          const LifecycleModel &lifecycle,
                                          const LifecycleQuery &query, const FunnelPlace &place,
                                          const Progress &progress = {});

/// Per stage the lifetime value of those whom computeLifecycle() counts there, in the unit of
/// \a clvOf (per customer; NaN: none, which brings nothing).
Result<QList<double>> funnelValues(const Customers::Snapshot &snapshot,
                                   const LifecycleModel &lifecycle, const LifecycleQuery &query,
                                   std::span<const double> clvOf, const Progress &progress = {});

/// Everybody who entered \a stage up to and on \a until, with that moment.
std::vector<Member> stageMembers(const Customers::Snapshot &snapshot,
                                 const LifecycleModel &lifecycle, int stage, QDate until);

[[nodiscard]] std::vector<Customers::CustomerIndex> customersOf(const std::vector<Member> &members);

} // namespace Lifecycle
