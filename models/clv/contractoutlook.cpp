#include "models/clv/contractoutlook.h"

#include "models/clv/contractjob.h"

#include <cmath>

namespace Clv {
namespace {

/// Renewals that the chance is told for.
constexpr int renewalsAhead = 24;

/// The share that outlives \a renewals renewals; NaN: beyond the curve.
double survivalAt(const ClvResult &result, std::int64_t renewals)
{
    if (renewals == 0)
        return 1;
    return renewals <= std::int64_t(result.survival.size())
               ? result.survival[std::size_t(renewals) - 1].survivalFitted
               : notAvailable;
}

} // namespace

ContractOutlook contractOutlook(const Customers::Snapshot &snapshot, const ClvResult &result,
                                Customers::CustomerIndex customer)
{
    ContractOutlook outlook;
    const Customers::SubscriptionColumns &columns = snapshot.subscriptions;
    const QDate epoch(1970, 1, 1);
    // A running contract speaks for the customer; else the one that ended last.
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QDate started = epoch.addDays(columns.startedDay[i]);
        if (columns.customer[i] != customer || started > result.until)
            continue;
        const QDate end =
            columns.endedDay[i] == INT32_MIN ? QDate() : epoch.addDays(columns.endedDay[i]);
        const bool runs = !end.isValid() || end > result.until;
        const bool isBetter = !outlook.started.isValid() || (runs && !outlook.isRunning)
                              || (runs == outlook.isRunning
                                  && (runs ? started > outlook.started : end > outlook.ended));
        if (!isBetter)
            continue;
        outlook.started = started;
        outlook.isRunning = runs;
        outlook.ended = runs ? QDate() : end;
    }
    if (!outlook.isRunning)
        return outlook;
    const PeriodUnit period = result.query.period;
    const std::int64_t made = renewalsUntil(outlook.started, period, result.until);
    outlook.nextRenewal = renewalDay(outlook.started, period, made + 1);
    const double now = survivalAt(result, made);
    outlook.chance.date.append(result.until);
    outlook.chance.pAlive.push_back(1);
    for (int k = 1; k <= renewalsAhead; ++k) {
        const double chance = survivalAt(result, made + k) / now;
        if (!std::isfinite(chance))
            break;
        outlook.chance.date.append(renewalDay(outlook.started, period, made + k));
        outlook.chance.pAlive.push_back(chance);
    }
    return outlook;
}

} // namespace Clv
