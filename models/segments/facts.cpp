#include "models/segments/facts.h"

#include "models/segments/store.h"
#include "models/workspace/rowcursor.h"

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
        needs.surveys = needs.surveys || field.startsWith(u"survey.");
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

Result<std::vector<SurveyColumn>> loadSurveys(Database &database,
                                              const Customers::Snapshot &snapshot,
                                              const Progress &progress)
{
    return database.attempt(
        [&](SQLite::Database &connection) -> Result<std::vector<SurveyColumn>> {
            RowCursor rows(connection,
                           "SELECT t.text, s.customer, s.time, s.score FROM survey s JOIN term t "
                           "ON t.id = s.instrument ORDER BY t.text, s.customer, s.time, s.id");
            std::vector<SurveyColumn> columns;
            while (rows.next()) {
                const std::string_view bytes = rows.text(0);
                const QString instrument =
                    QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
                if (columns.empty() || columns.back().instrument != instrument) {
                    if (progress.isCancelled())
                        return Error::cancelled();
                    columns.push_back({instrument, {}, {}, {}});
                }
                const Customers::CustomerIndex customer =
                    snapshot.indexOf(CustomerId{rows.integer(1)});
                if (customer == snapshot.customers())
                    continue;
                SurveyColumn &column = columns.back();
                column.customer.push_back(customer);
                column.time.push_back(rows.integer(2));
                column.score.push_back(rows.real(3));
            }
            return columns;
        });
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
    Result<std::vector<SurveyColumn>> surveys =
        loadSurveys(*database, *facts.snapshot, progress);
    if (!surveys)
        return surveys.error();
    QHash<QString, std::vector<Customers::CustomerIndex>> lists;
    for (const Segment &segment : *segments) {
        if (!segment.isStatic())
            continue;
        Result<std::vector<Customers::CustomerIndex>> members =
            findCustomers(*database, *facts.snapshot, *segment.customers);
        if (!members)
            return members.error();
        lists.insert(segment.name, *std::move(members));
    }
    facts.segments = std::make_shared<const QList<Segment>>(*std::move(segments));
    facts.surveys = std::make_shared<const std::vector<SurveyColumn>>(*std::move(surveys));
    facts.lists =
        std::make_shared<const QHash<QString, std::vector<Customers::CustomerIndex>>>(
            std::move(lists));
    return facts;
}

} // namespace Segments
