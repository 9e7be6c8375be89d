#include "models/lifecycle/rulesegments.h"

#include "models/segments/facts.h"
#include "models/segments/store.h"

#include <algorithm>

namespace Lifecycle {
namespace {

void collect(const Segments::Rule &rule, const QList<Segments::Segment> &segments, QStringList &names)
{
    for (const QString &name : Segments::referredSegments(rule)) {
        if (names.contains(name))
            continue;
        names.append(name);
        const auto at = std::ranges::find(segments, name, &Segments::Segment::name);
        if (at != segments.end())
            collect(at->rule, segments, names);
    }
}

} // namespace

QStringList askedSegments(const Segments::Rule &rule, const QList<Segments::Segment> &segments)
{
    QStringList names;
    collect(rule, segments, names);
    return names;
}

QStringList askedSegments(const LifecycleModel &lifecycle, const QList<Segments::Segment> &segments)
{
    QStringList names;
    for (const Stage &stage : lifecycle.stages) {
        for (const std::optional<Segments::Rule> &rule : {stage.entry.rule, stage.exit}) {
            if (rule)
                collect(*rule, segments, names);
        }
    }
    return names;
}

Result<LifecycleModel> withSegments(const LifecycleModel &lifecycle,
                                    const QList<Segments::Segment> &segments,
                                    const ListMembers &members)
{
    LifecycleModel ready = lifecycle;
    ready.segments.reset();
    ready.lists.reset();
    const QStringList asked = askedSegments(lifecycle, segments);
    if (asked.isEmpty())
        return ready;
    QList<Segments::Segment> used;
    SegmentLists lists;
    for (const Segments::Segment &segment : segments) {
        if (!asked.contains(segment.name))
            continue;
        used.append(segment);
        if (!segment.isStatic())
            continue;
        Result<std::vector<Customers::CustomerIndex>> found = members(segment);
        if (!found)
            return found.error();
        lists.insert(segment.name, *std::move(found));
    }
    ready.segments = std::make_shared<const QList<Segments::Segment>>(std::move(used));
    ready.lists = std::make_shared<const SegmentLists>(std::move(lists));
    return ready;
}

Result<LifecycleModel> withSegments(Database &database, const Customers::Snapshot &snapshot,
                                    const LifecycleModel &lifecycle)
{
    if (askedSegments(lifecycle, {}).isEmpty())
        return withSegments(lifecycle, {}, {});
    const Result<QList<Segments::Segment>> segments = Segments::list(database);
    if (!segments)
        return segments.error();
    return withSegments(lifecycle, *segments, [&](const Segments::Segment &segment) {
        return Segments::findCustomers(database, snapshot, *segment.customers);
    });
}

} // namespace Lifecycle
