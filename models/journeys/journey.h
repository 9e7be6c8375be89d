#pragma once

#include "models/funnel/transitions.h"
#include "models/lifecycle/occurrences.h"

#include <span>

/// The ways customers really take through the lifecycle: from a channel through the stages, with
/// skips, returns and repeats, to where they are now.
namespace Journeys {

inline constexpr double notAvailable = std::numeric_limits<double>::quiet_NaN();

struct JourneyQuery
{
    DateRange period;    ///< of the first entry into any stage
    QString sourceField; ///< a coded attribute such as channel; empty: no sources
    /// Contacts silent for longer have left; the others are still in their stage.
    int quietDays = 90;
    /// Also moves back to an earlier stage, and repeats of a stage. Else only moves forward count.
    bool withReturns = false;
    bool operator==(const JourneyQuery &) const = default;
};

/// Where a link begins or ends.
struct Node
{
    enum class Kind { Source, Stage, Still, Left };
    Kind kind = Kind::Stage;
    int index = 0; ///< of the source, or of the stage (also for those who are still there, or left)
    bool operator==(const Node &) const = default;
};

/// Contacts who went from one node to another at least once.
struct Link
{
    Node from;
    Node to;
    qint64 contacts = 0;
    qint64 moves = 0;                 ///< a contact can go the same way several times
    double medianDays = notAvailable; ///< between the two entries; NaN from a source and to the end
    double meanClv = 0;               ///< of these contacts; who never bought counts as 0
    double totalClv = 0;
};

/// The same way taken by several contacts.
struct Path
{
    int source = 0;
    QList<int> stages;                 ///< in order
    Lifecycle::StageMask repeated = 0; ///< stages entered again while in them
    bool hasLeft = false;
    qint64 contacts = 0;
    double medianDays = notAvailable; ///< from the first entry to the last; NaN: one stage only
    double totalClv = 0;
    [[nodiscard]] double meanClv() const { return contacts > 0 ? totalClv / double(contacts) : 0; }
};

/// What is read at one stage. Chances, times and worth are those of the absorbing chain.
struct StageReading
{
    qint64 contacts = 0; ///< who ever held it
    qint64 still = 0;    ///< in it now
    qint64 left = 0;     ///< it was their last
    double toPurchase = notAvailable; ///< probability to reach the purchase stage from here
    double daysToPurchase = notAvailable;
    double toAdvocacy = notAvailable; ///< … the last stage
    double daysToAdvocacy = notAvailable;
    double worth = notAvailable; ///< expected lifetime value of a contact who is here
    double meanClv = 0;          ///< of those who ever held it
};

struct Journey
{
    JourneyQuery query;
    Lifecycle::LifecycleModel lifecycle;
    QStringList sources; ///< largest first; empty: no value
    QList<qint64> ofSource;
    qint64 contacts = 0;
    double meanClv = 0;
    int purchaseStage = -1; ///< the last of value creation
    int advocacyStage = -1; ///< the last of all
    QList<StageReading> stages;
    QList<Link> links; ///< by node in order of the lifecycle
    QList<Path> paths; ///< most common first
    Funnel::TransitionMatrix moves; ///< (start), the stages' ids, (end)

    std::vector<Customers::CustomerIndex> customers; ///< the contacts, and beside each …
    std::vector<std::uint32_t> pathOf;               ///< … the path taken
};

/// The contacts' journeys. \a clvOf: lifetime value per customer of the snapshot in major units,
/// NaN where there is none; may be empty. Activity is followed up to the last day of data.
Result<Journey> computeJourney(const Customers::Snapshot &snapshot,
                               const Lifecycle::LifecycleModel &lifecycle,
                               const JourneyQuery &query, std::span<const double> clvOf = {},
                               const Progress &progress = {});

/// Whether \a path goes from \a from to \a to.
[[nodiscard]] bool takes(const Path &path, const Node &from, const Node &to);
/// The contacts behind a cell of the moves: states are numbered as the matrix' labels.
[[nodiscard]] std::vector<Customers::CustomerIndex> contactsOfMove(const Journey &journey, int from,
                                                                   int to);
/// The contacts who ever held \a stage.
[[nodiscard]] std::vector<Customers::CustomerIndex> contactsAt(const Journey &journey, int stage);
/// The contacts whose path does so.
[[nodiscard]] std::vector<Customers::CustomerIndex> contactsOf(const Journey &journey,
                                                               const Link &link);
[[nodiscard]] std::vector<Customers::CustomerIndex> contactsOf(const Journey &journey,
                                                               qsizetype path);

} // namespace Journeys
