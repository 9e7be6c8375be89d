#include "models/segments/draft.h"

#include "models/segments/facts.h"
#include "models/segments/store.h"

#include <QSet>

#include <algorithm>

namespace Segments {

Result<Segment> segmentOf(Database &database, const Customers::Snapshot &snapshot,
                          const Draft &draft)
{
    Segment segment;
    segment.name = draft.name;
    segment.nameArabic = draft.nameArabic;
    if (draft.rule) {
        segment.rule = *draft.rule;
        return segment;
    }
    std::vector<Customers::CustomerIndex> customers;
    customers.reserve(std::size_t(draft.customers.size()));
    for (const CustomerId id : draft.customers) {
        if (const Customers::CustomerIndex customer = snapshot.indexOf(id);
            customer < snapshot.customers())
            customers.push_back(customer);
    }
    Result<QStringList> references = referencesOf(database, snapshot, customers);
    if (!references)
        return references.error();
    segment.customers = *std::move(references);
    segment.madeFrom = draft.madeFrom;
    return segment;
}

Segment joined(Segment list, const Segment &added)
{
    QStringList customers = list.customers.value_or(QStringList());
    QSet<QString> known(customers.begin(), customers.end());
    for (const QString &customer : added.customers.value_or(QStringList())) {
        if (known.contains(customer))
            continue;
        known.insert(customer);
        customers.append(customer);
    }
    list.customers = std::move(customers);
    return list;
}

QList<Segment> withSegment(QList<Segment> segments, const Segment &segment)
{
    segments.removeIf([&](const Segment &other) { return other.name == segment.name; });
    segments.insert(std::ranges::upper_bound(segments, segment.name, {}, &Segment::name), segment);
    return segments;
}

Result<void> saveChanges(Database &database, const QList<Segment> &before,
                         const QList<Segment> &after)
{
    for (const Segment &segment : after) {
        if (before.contains(segment))
            continue;
        if (const Result<void> saved = save(database, segment); !saved)
            return saved;
    }
    for (const Segment &segment : before) {
        if (std::ranges::find(after, segment.name, &Segment::name) != after.end())
            continue;
        if (const Result<void> removed = remove(database, segment.name); !removed)
            return removed;
    }
    return {};
}

} // namespace Segments
