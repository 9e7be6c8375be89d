#pragma once

#include "models/core/numberformat.h"
#include "models/customers/snapshot.h"

#include <array>
#include <vector>

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

/// The groups of the maps below; in definitions and files by their ids.
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
    Hibernating,
    Lost,
    Recent,
    Inactive
};
inline constexpr int rfmGroupCount = 13;
[[nodiscard]] QString rfmGroupId(RfmGroup group); ///< "champions", "at_risk"
[[nodiscard]] QString rfmGroupTitle(RfmGroup group, Language language);

/// How scores name groups. A: five by five scores of recency and frequency, ten groups. B: recency
/// against the mean of frequency and monetary value, half rounded up, eleven groups. C: three levels
/// of all three, six groups, recency by fixed days.
enum class RfmMap { A, B, C };
[[nodiscard]] const QList<RfmGroup> &rfmGroups(RfmMap map); ///< in order
/// The group of scores 1 to 5, of map C 1 to 3: without gap or overlap.
[[nodiscard]] RfmGroup rfmGroup(RfmMap map, int recency, int frequency, int monetary);
/// What \a map reads, how it cuts and what becomes of equal values, in sentences of \a language.
[[nodiscard]] QString rfmMapWords(RfmMap map, const std::array<double, 2> &recencyDays,
                                  const NumberFormat &format);

/// Up to so many days since the last purchase a buyer of map C is at the top, and at the middle.
inline constexpr std::array<double, 2> usualRecencyDays{30, 90};

/// Scores 1 (worst) to 5 (best), of map C to 3, per buyer.
struct RfmScores
{
    RfmMap map = RfmMap::A;
    std::vector<std::uint8_t> recency;
    std::vector<std::uint8_t> frequency;
    std::vector<std::uint8_t> monetary;
    std::vector<RfmGroup> group;
    /// Upper ends of the lower four fifths, or lower two levels, ascending: a value on a limit
    /// belongs below it.
    std::vector<double> recencyLimits;
    std::vector<double> monetaryLimits;
};
/// Recency and monetary value are cut at their quintiles (linear interpolation, Hyndman & Fan type
/// 7), so that equal values score the same. Most customers have few purchases, so frequency is cut
/// by rank: customers with equally many stand in order of the file, and each fifth is equally large.
/// Map C cuts monetary value at its terciles, frequency by rank into thirds, and recency at
/// \a recencyDays.
RfmScores rfmScores(const RfmMeasures &measures, RfmMap map = RfmMap::A,
                    const std::array<double, 2> &recencyDays = usualRecencyDays);
/// What is too little for the groups to be read without care: fewer than 500 buyers, less than 180
/// days, nobody with three purchases; empty: nothing.
[[nodiscard]] QStringList rfmCautions(const RfmMeasures &measures, const DateRange &extent,
                                      const NumberFormat &format);

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
/// All groups of the map in their order, also empty ones.
QList<RfmGroupSummary> rfmSummary(const RfmMeasures &measures, const RfmScores &scores);

} // namespace Segments
