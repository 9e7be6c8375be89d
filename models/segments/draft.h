#pragma once

#include "models/customers/snapshot.h"
#include "models/segments/segment.h"
#include "models/workspace/database.h"

namespace Segments {

/// A segment that somebody is about to save: customers at hand, or a rule.
struct Draft
{
    QString name;
    QString nameArabic;
    QString madeFrom;            ///< what a fixed list was made from, in words
    QList<CustomerId> customers; ///< of a fixed list
    std::optional<Rule> rule;    ///< judged anew with every change of the data; then no list is kept
    QString ruleWords;           ///< the rule as a person reads it
    bool joins = false; ///< the customers join the fixed list of that name instead of replacing it
    bool operator==(const Draft &) const = default;
};

/// The segment of a draft. A fixed list keeps the customers' own references, which survive imports.
Result<Segment> segmentOf(Database &database, const Customers::Snapshot &snapshot,
                          const Draft &draft);
/// The fixed list \a list with the customers of \a added that it does not hold behind its own.
[[nodiscard]] Segment joined(Segment list, const Segment &added);
/// \a segments with \a segment among them, in the place of one of its name, ordered by name.
[[nodiscard]] QList<Segment> withSegment(QList<Segment> segments, const Segment &segment);
/// Writes what makes \a before into \a after.
Result<void> saveChanges(Database &database, const QList<Segment> &before,
                         const QList<Segment> &after);

} // namespace Segments
