#pragma once

#include "models/lifecycle/lifecycle.h"
#include "models/lifecycle/survival.h"

namespace Lifecycle {

/// A customer who is in a stage now.
struct OpenStay
{
    Customers::CustomerIndex customer = 0;
    std::int64_t since = 0; ///< epoch seconds
    double days = 0;
    bool operator==(const OpenStay &) const = default;
};

/// How long customers stay in one stage. A stay begins with the entry and ends with the entry into
/// another stage; a customer's latest stage is open and censored at the last moment of data.
struct StageStay
{
    int stage = 0;
    qint64 entered = 0;
    qint64 open = 0;                        ///< are in it now
    double medianDays = notAvailable;       ///< survival median; NaN: fewer than half have left
    double firstQuarterDays = notAvailable; ///< by when a quarter has left
    double lastQuarterDays = notAvailable;  ///< by when three quarters have left
    QList<SurvivalPoint> band;              ///< share still there, with its 90 % band
    std::vector<OpenStay> oldest;           ///< who is in it now, longest first
};

/// How fast customers go through the stages that create value.
struct Velocity
{
    qint64 open = 0;                   ///< contacts in the stages before the turning point
    double conversion = notAvailable;  ///< share of finished ways that reached the purchase
    double value = notAvailable;       ///< mean lifetime value of a customer, major units
    double days = notAvailable;        ///< median from the first entry to the purchase, of those who arrived
    double valuePerDay = notAvailable; ///< open × conversion × value / days
};

/// One reading per stage of the lifecycle. \a until: the last day of data that counts.
QList<StageStay> timeInStage(const StageHistory &history, const LifecycleModel &lifecycle,
                             QDate until);

/// The pipeline formula of sales (records × rate × value / cycle time) read over the lifecycle up to
/// the last stage of value creation. Contacts without activity for \a quietDays count as finished
/// without purchase. \a meanClv in major units.
Velocity velocity(const Customers::Snapshot &snapshot, const StageHistory &history,
                  const LifecycleModel &lifecycle, QDate until, int quietDays, double meanClv);

} // namespace Lifecycle
