#include "models/lifecycle/members.h"

#include "models/lifecycle/walk.h"

#include <QCoreApplication>

#include <cmath>

namespace Lifecycle {
namespace {

constexpr Customers::CustomerIndex progressStep = 1 << 16;

} // namespace

Result<std::vector<Member>> funnelMembers(const Customers::Snapshot &snapshot,
                                          const LifecycleModel &lifecycle,
                                          const LifecycleQuery &query, const FunnelPlace &place,
                                          const Progress &progress)
{
    const EntryRules rules(snapshot, lifecycle);
    const Route route = routeOf(rules, lifecycle, query.windowDays);
    const auto step = int(route.stages.indexOf(place.stage));
    std::vector<Member> members;
    if (step < 0 || (place.isLoss && step == 0))
        return members;
    const Customers::CodedColumn *column = nullptr;
    qsizetype code = -1;
    if (place.value) {
        column = snapshot.codedColumn(query.breakdownField);
        code = column ? column->values.indexOf(*place.value) : -1;
        if (code < 0)
            return members;
    }
    const Span span = spanOf(query.period, lastFollowedDay(snapshot, query.period));
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        if (customer % progressStep == 0) {
            if (progress.isCancelled())
                return Error::cancelled();
            progress.report(
                double(customer) / double(snapshot.customers()),
                QCoreApplication::translate("Lifecycle", "Following customers through the stages"));
        }
        if (column && column->code[customer] != code)
            continue;
        const Walk walked = walk(rules, route, customer, span.followed);
        if (walked.depth == 0 || !span.holds(walked.time[0]))
            continue;
        const bool isThere = place.isLoss ? walked.depth == step : walked.depth > step;
        if (isThere) {
            const int last = place.isLoss ? step - 1 : step;
            members.push_back({customer, walked.time[std::size_t(last)]});
        }
    }
    return members;
}

Result<QList<double>> funnelValues(const Customers::Snapshot &snapshot,
                                   const LifecycleModel &lifecycle, const LifecycleQuery &query,
                                   std::span<const double> clvOf, const Progress &progress)
{
    const EntryRules rules(snapshot, lifecycle);
    const Route route = routeOf(rules, lifecycle, query.windowDays);
    const Span span = spanOf(query.period, lastFollowedDay(snapshot, query.period));
    QList<double> values(lifecycle.stages.size(), 0);
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        if (customer % progressStep == 0 && progress.isCancelled())
            return Error::cancelled();
        if (customer >= clvOf.size() || !std::isfinite(clvOf[customer]))
            continue;
        const Walk walked = walk(rules, route, customer, span.followed);
        if (walked.depth == 0 || !span.holds(walked.time[0]))
            continue;
        for (int step = 0; step < walked.depth; ++step)
            values[route.stages[step]] += clvOf[customer];
    }
    return values;
}

std::vector<Member> stageMembers(const Customers::Snapshot &snapshot,
                                 const LifecycleModel &lifecycle, int stage, QDate until)
{
    const std::int64_t end = epochSeconds(until.addDays(1)) - 1;
    std::vector<Member> members;
    for (const StageEntry &entry : deriveHistory(snapshot, lifecycle).entries) {
        if (entry.stage == stage && entry.time <= end)
            members.push_back({entry.customer, entry.time});
    }
    return members;
}

std::vector<Customers::CustomerIndex> customersOf(const std::vector<Member> &members)
{
    std::vector<Customers::CustomerIndex> customers;
    customers.reserve(members.size());
    for (const Member &member : members)
        customers.push_back(member.customer);
    return customers;
}

} // namespace Lifecycle
