#include "models/segments/facts.h"

#include "models/segments/store.h"

#include <algorithm>

namespace Segments {
namespace {

void collectNeeds(const Rule &rule, const QList<Segment> &segments, QStringList &done, Needs &needs)
{
    for (const Condition *condition : conditions(rule)) {
        const QString &field = condition->field;
        needs.values = needs.values || field == u"clv" || field == u"p_alive"
                       || field == u"expected_purchases";
        needs.stages = needs.stages || field == u"stage";
    }
    for (const QString &name : referredSegments(rule)) {
        if (done.contains(name))
            continue;
        done.append(name);
        const auto at = std::ranges::find(segments, name, &Segment::name);
        if (at != segments.end())
            collectNeeds(at->rule, segments, done, needs);
    }
}

} // namespace

QDate Facts::lastDay() const
{
    if (until.isValid() || !snapshot)
        return until;
    return snapshot->extent.until;
}

Needs needs(const Rule &rule, const QList<Segment> &segments)
{
    Needs needs;
    QStringList done;
    collectNeeds(rule, segments, done, needs);
    return needs;
}

Result<std::vector<Customers::CustomerIndex>> findCustomers(Database &database,
                                                            const Customers::Snapshot &snapshot,
                                                            const QStringList &references)
{
    return database.attempt([&](SQLite::Database &connection) {
        std::vector<Customers::CustomerIndex> found;
        SQLite::Statement query(connection, "SELECT id FROM customer WHERE ref = ?");
        for (const QString &reference : references) {
            query.bind(1, reference.toStdString());
            if (query.executeStep()) {
                const Customers::CustomerIndex customer =
                    snapshot.indexOf(CustomerId{query.getColumn(0).getInt64()});
                if (customer < snapshot.customers())
                    found.push_back(customer);
            }
            query.reset();
        }
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    });
}

Result<QStringList> referencesOf(Database &database, const Customers::Snapshot &snapshot,
                                 const std::vector<Customers::CustomerIndex> &customers)
{
    return database.attempt([&](SQLite::Database &connection) {
        QStringList references;
        SQLite::Statement query(connection, "SELECT ref FROM customer WHERE id = ?");
        for (const Customers::CustomerIndex customer : customers) {
            query.bind(1, std::int64_t(snapshot.id(customer).value));
            if (query.executeStep())
                references.append(QString::fromUtf8(query.getColumn(0).getText()));
            query.reset();
        }
        return references;
    });
}

Result<Facts> loadFacts(const Workspace &workspace, Customers::SnapshotPtr snapshot,
                        const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    Facts facts;
    facts.snapshot = std::move(snapshot);
    Result<QList<Segment>> segments = list(*database);
    if (!segments)
        return segments.error();
    QHash<QString, std::vector<Customers::CustomerIndex>> lists;
    for (const Segment &segment : *segments) {
        if (!segment.isStatic())
            continue;
        if (progress.isCancelled())
            return Error::cancelled();
        Result<std::vector<Customers::CustomerIndex>> members =
            findCustomers(*database, *facts.snapshot, *segment.customers);
        if (!members)
            return members.error();
        lists.insert(segment.name, *std::move(members));
    }
    facts.segments = std::make_shared<const QList<Segment>>(*std::move(segments));
    facts.lists =
        std::make_shared<const QHash<QString, std::vector<Customers::CustomerIndex>>>(
            std::move(lists));
    return facts;
}

} // namespace Segments
