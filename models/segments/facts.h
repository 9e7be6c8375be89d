#pragma once

#include "models/clv/clvresult.h"
#include "models/core/progress.h"
#include "models/customers/snapshot.h"
#include "models/segments/segment.h"

#include <QHash>

#include <memory>
#include <vector>

namespace Segments {

/// The lifecycle stage each customer is in; the lifecycle fills it.
struct StageFacts
{
    QStringList ids;
    QStringList namesEnglish;
    QStringList namesArabic;
    std::vector<std::int16_t> current; ///< per customer, −1: none
};

/// What rules are judged on. A cheap value: copies share the columns. Parts that nobody filled are
/// missing, and a rule that needs one is refused with the reason.
struct Facts
{
    Customers::SnapshotPtr snapshot;
    QDate until; ///< the last day that counts; invalid: the newest day of the data
    std::shared_ptr<const Clv::CustomerValues> values; ///< for clv, p_alive, …
    std::shared_ptr<const StageFacts> stages;          ///< for stage
    std::shared_ptr<const QList<Segment>> segments;    ///< those that rules may refer to
    std::shared_ptr<const QHash<QString, std::vector<Customers::CustomerIndex>>>
        lists; ///< members of the static ones

    [[nodiscard]] QDate lastDay() const;
};

/// What a rule needs beside the snapshot, references to other segments followed.
struct Needs
{
    bool values = false;
    bool stages = false;
};
Needs needs(const Rule &rule, const QList<Segment> &segments);

/// Segments and static lists from the file; values and stages are the caller's.
Result<Facts> loadFacts(const Workspace &workspace, Customers::SnapshotPtr snapshot,
                        const Progress &progress = {});
/// The customers of \a references that exist, ascending.
Result<std::vector<Customers::CustomerIndex>>
findCustomers(Database &database, const Customers::Snapshot &snapshot,
              const QStringList &references);
/// References of \a customers, in their order, for a static segment.
Result<QStringList> referencesOf(Database &database, const Customers::Snapshot &snapshot,
                                 const std::vector<Customers::CustomerIndex> &customers);

} // namespace Segments
