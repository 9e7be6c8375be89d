#pragma once

#include "models/core/numberformat.h"
#include "models/customers/snapshot.h"

#include <array>

namespace Segments {

/// What recency, frequency and monetary value are measured as, by buyer. Refunds lower the revenue
/// and are no purchases; who never bought is not scored.
struct RfmMeasures
{
    std::vector<Customers::CustomerIndex> customer; ///< the buyers, ascending
    std::vector<double> recencyDays;                ///< from the last purchase to the last day
    std::vector<double> frequency;                  ///< purchases
    std::vector<double> monetary;                   ///< revenue in major units
    QDate until;                                    ///< the last day

    [[nodiscard]] std::size_t size() const { return customer.size(); }
};
/// Up to and including \a until; invalid: the newest day of the data.
RfmMeasures rfmMeasures(const Customers::Snapshot &snapshot, QDate until = {});

/// The ten groups of the five-by-five map of recency and frequency; in definitions and files by
/// their ids.
enum class RfmGroup {
    Champions,
    Loyal,
    PotentialLoyalists,
    NewCustomers,
    Promising,
    NeedAttention,
    AboutToSleep,
    AtRisk,
    CannotLose,
    Hibernating
};
inline constexpr int rfmGroupCount = 10;
[[nodiscard]] QString rfmGroupId(RfmGroup group); ///< "champions", "at_risk"
[[nodiscard]] QString rfmGroupTitle(RfmGroup group, Language language);
/// The group of scores 1 to 5: without gap or overlap.
[[nodiscard]] RfmGroup rfmGroup(int recency, int frequency);

/// Scores 1 (worst) to 5 (best) per buyer.
struct RfmScores
{
    std::vector<std::uint8_t> recency;
    std::vector<std::uint8_t> frequency;
    std::vector<std::uint8_t> monetary;
    std::vector<RfmGroup> group;
    /// Upper ends of the lower four fifths, ascending: a value on a limit belongs below it.
    std::array<double, 4> recencyLimits{};
    std::array<double, 4> monetaryLimits{};
};
/// Recency and monetary value are cut at their quintiles (linear interpolation, Hyndman & Fan type
/// 7), so that equal values score the same. Most customers have few purchases, so frequency is cut
/// by rank: customers with equally many stand in order of the file, and each fifth is equally large.
RfmScores rfmScores(const RfmMeasures &measures);

/// One group read as a whole.
struct RfmGroupSummary
{
    RfmGroup group = RfmGroup::Champions;
    qint64 customers = 0;
    double share = 0;        ///< of the buyers
    double revenue = 0;      ///< major units
    double revenueShare = 0; ///< of all buyers' revenue; NaN: there is none
    double meanRecencyDays = 0;
    double meanFrequency = 0;
    double meanMonetary = 0; ///< NaN without customers, as the other means
};
/// All ten groups in their order, also empty ones.
QList<RfmGroupSummary> rfmSummary(const RfmMeasures &measures, const RfmScores &scores);

} // namespace Segments
