#pragma once

#include "models/lifecycle/lifecycle.h"

namespace Lifecycle {

/// Spend of one stage within a period.
struct StageSpend
{
    QString stage; ///< id; empty: costs without a stage
    QString nameEnglish;
    QString nameArabic;
    bool isAcquisition = false; ///< most of its money was booked as acquisition
    double amount = 0;          ///< major units
    double hours = 0;
};

struct SpendView
{
    QList<StageSpend> stages; ///< in the order of the lifecycle, then others
    double acquisition = 0;   ///< major units
    double retention = 0;
    double acquisitionHours = 0;
    double retentionHours = 0;
    [[nodiscard]] double acquisitionShare() const
    {
        const double total = acquisition + retention;
        return total > 0 ? acquisition / total : notAvailable;
    }
    [[nodiscard]] double acquisitionHoursShare() const
    {
        const double total = acquisitionHours + retentionHours;
        return total > 0 ? acquisitionHours / total : notAvailable;
    }
};

/// A published figure to compare with: average firms put over two thirds of time and money into
/// acquisition. A claim of a survey, no measurement of ours.
inline constexpr double averageAcquisitionShare = 2.0 / 3;

/// A cost that lies partly within the period counts with its share of days.
SpendView computeSpend(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle,
                       const DateRange &period);

} // namespace Lifecycle
