#pragma once

#include "models/lifecycle/lifecycle.h"
#include "models/lifecycle/survival.h"

namespace Lifecycle {

/// How long customers stay in one stage. A stay begins with the entry and ends with the entry into
/// another stage; a customer's latest stage is open and censored at the last moment of data.
struct StageStay
{
    int stage = 0;
    qint64 entered = 0;
    qint64 open = 0;                        ///< are in it now
    double medianDays = notAvailable;       ///< survival median; NaN: fewer than half have left
    QList<std::pair<double, double>> curve; ///< days, share still there
    std::vector<Customers::CustomerIndex> oldest; ///< who has been in it longest, longest first
};

inline constexpr std::size_t ageingListLength = 100;

/// One reading per stage of the lifecycle. \a until: the last day of data that counts.
QList<StageStay> timeInStage(const StageHistory &history, const LifecycleModel &lifecycle,
                             QDate until);

} // namespace Lifecycle
