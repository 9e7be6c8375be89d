#include "app/cli/allcommands.h"

#include "app/cli/buyergroups.h"
#include "app/cli/definitionfile.h"
#include "app/cli/workspaceaccess.h"
#include "models/export/csvwriter.h"
#include "models/insights/segmentfacts.h"
#include "models/segments/clustering.h"
#include "models/segments/evaluate.h"
#include "models/segments/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

Syntax syntax()
{
    return {u"segment"_s,
            u"WORKSPACE"_s,
            1,
            1,
            QCoreApplication::translate(
                "Cli", "Find the customers of a segment, or group the buyers: exactly one of "
                       "--definition, --rfm and --clusters."),
            {{u"definition"_s, u"FILE.json"_s,
              QCoreApplication::translate("Cli", "The segment's rule or list of customers."),
              Option::Use::Alternative},
             {u"rfm"_s,
              {},
              QCoreApplication::translate(
                  "Cli", "Score every buyer on recency, frequency and monetary value and name groups "
                         "by a map."),
              Option::Use::Alternative},
             {u"clusters"_s, u"K|auto"_s,
              QCoreApplication::translate(
                  "Cli", "Part the buyers into this many clusters, 2 to %1, by k-means; \"auto\" "
                         "takes the number from 2 to %2 with the best silhouette.")
                  .arg(Segments::mostClusters)
                  .arg(Segments::mostClustersTried),
              Option::Use::Alternative},
             {u"rfm-map"_s, u"a|b|c"_s,
              QCoreApplication::translate(
                  "Cli", "How --rfm names groups: a, fifths of recency against frequency, ten groups "
                         "(default); b, recency against the mean of frequency and monetary value, "
                         "eleven groups; c, three levels of each, six groups.")},
             {u"recency-days"_s, u"N,N"_s,
              QCoreApplication::translate(
                  "Cli", "Map c: up to so many days since the last purchase a buyer is at the top, and "
                         "at the middle (default: 30,90).")},
             {u"members"_s, u"OUT.csv"_s,
              QCoreApplication::translate("Cli", "Write one row per member to this file.")},
             {u"json"_s, {}, QCoreApplication::translate("Cli", "Print one JSON document.")}}};
}

Result<void> writeMembers(const QString &file, const LoadedWorkspace &loaded,
                          const std::vector<Customers::CustomerIndex> &members)
{
    Result<Database> database = loaded.workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<QStringList> references =
        Segments::referencesOf(*database, *loaded.snapshot, members);
    if (!references)
        return references.error();
    Result<Export::CsvWriter> writer = Export::CsvWriter::open(file);
    if (!writer)
        return writer.error();
    writer->writeRow({u"customer_id"_s});
    for (const QString &reference : *references)
        writer->writeRow({reference});
    return writer->commit();
}

/// Members of \a segment, also of a list that the workspace does not hold.
Result<std::vector<Customers::CustomerIndex>> membersOf(const Segments::Segment &segment,
                                                        const Segments::Facts &facts,
                                                        const LoadedWorkspace &loaded,
                                                        const Progress &progress)
{
    if (!segment.isStatic())
        return Segments::evaluate(segment.rule, facts, progress);
    Result<Database> database = loaded.workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return Segments::findCustomers(*database, *loaded.snapshot, *segment.customers);
}

Outcome findMembers(Words &words, const Surroundings &surroundings)
{
    const Result<QJsonObject> definition = readDefinition(words.text(u"definition"_s));
    if (!definition)
        return Outcome::failed(definition.error());
    const Result<Segments::Segment> segment = Segments::parse(*definition);
    if (!segment)
        return Outcome::failed(inDefinition(segment.error(), words.text(u"definition"_s)));
    const Result<LoadedWorkspace> loaded =
        loadWorkspace(words.operands().first(), surroundings.progress.part(0, 0.4));
    if (!loaded)
        return Outcome::failed(loaded.error());
    const Result<Segments::Facts> facts =
        Insights::segmentFacts(loaded->workspace, loaded->snapshot, loaded->settings,
                               segment->rule, surroundings.progress.part(0.4, 0.9));
    if (!facts)
        return Outcome::failed(facts.error());
    const Result<std::vector<Customers::CustomerIndex>> members =
        membersOf(*segment, *facts, *loaded, surroundings.progress.part(0.9, 1));
    if (!members)
        return Outcome::failed(inDefinition(members.error(), words.text(u"definition"_s)));
    QString emptyReason;
    if (members->empty() && !segment->isStatic()) {
        const Result<QString> reason =
            Segments::explainEmpty(segment->rule, *facts, surroundings.format);
        if (!reason)
            return Outcome::failed(reason.error());
        emptyReason = *reason;
    }
    if (words.has(u"members"_s)) {
        const Result<void> written = writeMembers(words.text(u"members"_s), *loaded, *members);
        if (!written)
            return Outcome::failed(written.error());
    }
    const Segments::Titles titles = Segments::titles(*facts);
    const qint64 all = loaded->snapshot->customers();
    const double share = all > 0 ? double(members->size()) / double(all) : 0;
    if (words.has(u"json"_s)) {
        return Outcome::json(
            {{u"name"_s, segment->name},
             {u"customers"_s, qint64(members->size())},
             {u"of"_s, all},
             {u"share"_s, share},
             {u"until"_s, facts->lastDay().toString(Qt::ISODate)},
             {u"definition_en"_s, Segments::describe(*segment, titles, NumberFormat(Language::English))},
             {u"definition_ar"_s, Segments::describe(*segment, titles, NumberFormat(Language::Arabic))},
             {u"empty_reason"_s, emptyReason.isEmpty() ? QJsonValue() : QJsonValue(emptyReason)}});
    }
    QString text = Segments::describe(*segment, titles, surroundings.format) + u'\n';
    //: %1 of %2 customers, %3 is the share in percent
    text += QCoreApplication::translate("Cli", "%1 of %2 customers (%3)")
                .arg(surroundings.format.integer(qint64(members->size())),
                     surroundings.format.integer(all), surroundings.format.percent(share, 1))
            + u'\n';
    return Outcome::printed(emptyReason.isEmpty() ? text : text + emptyReason + u'\n');
}

/// The two ascending numbers of --recency-days.
std::array<double, 2> recencyDays(Words &words)
{
    if (!words.has(u"recency-days"_s))
        return Segments::usualRecencyDays;
    const QStringList parts = words.text(u"recency-days"_s).split(u',');
    bool isFirst = false;
    bool isSecond = false;
    const std::array<double, 2> days{parts.value(0).toDouble(&isFirst),
                                     parts.value(1).toDouble(&isSecond)};
    if (parts.size() != 2 || !isFirst || !isSecond || days[0] < 0 || days[1] <= days[0]) {
        words.refuse(
            QCoreApplication::translate(
                "Cli", "--recency-days takes two rising numbers of days such as 30,90, not \"%1\".")
                .arg(words.text(u"recency-days"_s)));
    }
    return days;
}

Outcome run(Words &words, const Surroundings &surroundings)
{
    int ways = 0;
    for (const QString &way : {u"definition"_s, u"rfm"_s, u"clusters"_s})
        ways += words.has(way);
    if (ways != 1)
        words.refuse(QCoreApplication::translate(
            "Cli", "\"segment\" needs exactly one of --definition FILE.json, --rfm and --clusters "
                   "K|auto."));
    const QStringList maps{u"a"_s, u"b"_s, u"c"_s};
    const QString map = words.choice(u"rfm-map"_s, maps);
    const std::array<double, 2> days = recencyDays(words);
    if (!words.has(u"rfm"_s) && !map.isEmpty())
        words.refuse(QCoreApplication::translate("Cli", "--rfm-map belongs to --rfm."));
    if (words.has(u"recency-days"_s) && map != u"c")
        words.refuse(QCoreApplication::translate("Cli", "--recency-days belongs to --rfm-map c."));
    const bool isAuto = words.text(u"clusters"_s) == u"auto";
    const auto clusters =
        isAuto ? 0 : int(words.integer(u"clusters"_s, 0, 2, Segments::mostClusters));
    if (words.problem())
        return Outcome::misworded(*words.problem());
    if (words.has(u"definition"_s))
        return findMembers(words, surroundings);
    const Result<LoadedWorkspace> loaded =
        loadWorkspace(words.operands().first(), surroundings.progress.part(0, 0.4));
    if (!loaded)
        return Outcome::failed(loaded.error());
    const BuyerGroupsWanted wanted{words.text(u"members"_s), words.has(u"json"_s),
                                   Segments::RfmMap(std::max<qsizetype>(0, maps.indexOf(map))), days};
    return words.has(u"rfm"_s)
               ? scoreBuyers(*loaded, wanted, surroundings)
               : clusterBuyers(*loaded, clusters, wanted, surroundings);
}

} // namespace

Command segmentCommand() { return {syntax, run}; }

} // namespace Cli
