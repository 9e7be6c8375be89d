#include "app/cli/buyergroups.h"

#include "models/export/csvwriter.h"
#include "models/segments/clustering.h"
#include "models/segments/evaluate.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

QJsonValue valueOf(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

QString cell(double number) { return QString::number(number, 'g', 15); }

/// Writes one row a buyer: its reference, the three measures and what \a more adds.
Result<void> writeBuyers(const QString &file, const LoadedWorkspace &loaded,
                         const Segments::RfmMeasures &measures, const QStringList &headings,
                         const std::function<QStringList(std::size_t)> &more)
{
    Result<Database> database = loaded.workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<QStringList> references =
        Segments::referencesOf(*database, *loaded.snapshot, measures.customer);
    if (!references)
        return references.error();
    Result<Export::CsvWriter> writer = Export::CsvWriter::open(file);
    if (!writer)
        return writer.error();
    writer->writeRow(QStringList{u"customer_id"_s, u"recency_days"_s, u"frequency"_s, u"monetary"_s}
                     + headings);
    for (std::size_t i = 0; i < measures.size(); ++i) {
        writer->writeRow(QStringList{references->value(qsizetype(i)), cell(measures.recencyDays[i]),
                                     cell(measures.frequency[i]), cell(measures.monetary[i])}
                         + more(i));
    }
    return writer->commit();
}

/// The fields that both documents begin with.
QJsonObject head(const QString &kind, const LoadedWorkspace &loaded,
                 const Segments::RfmMeasures &measures)
{
    return {{u"kind"_s, kind},
            {u"until"_s, measures.until.isValid() ? QJsonValue(measures.until.toString(Qt::ISODate))
                                                  : QJsonValue()},
            {u"currency"_s, loaded.snapshot->currency.code},
            {u"customers"_s, qint64(loaded.snapshot->customers())},
            {u"buyers"_s, qint64(measures.size())}};
}

Error nobodyBought()
{
    return {Error::Kind::Data,
            QCoreApplication::translate(
                "Cli", "No customer has bought anything, so there is nobody to group. Import "
                       "transactions first.")};
}

QString line(const QString &name, qint64 customers, double share, double recency, double frequency,
             const QString &monetary, const NumberFormat &format)
{
    return QCoreApplication::translate("Cli", "%1: %2 buyers (%3), %4 days since the last purchase, %5 "
                                              "purchases, %6 each")
               .arg(name, format.integer(customers), format.percent(share, 1),
                    format.decimal(recency, 0), format.decimal(frequency, 1), monetary)
           + u'\n';
}

QJsonArray numbersOf(const std::vector<double> &limits)
{
    QJsonArray array;
    for (const double limit : limits)
        array.append(valueOf(limit));
    return array;
}

} // namespace

Outcome scoreBuyers(const LoadedWorkspace &loaded, const BuyerGroupsWanted &wanted,
                    const Surroundings &surroundings)
{
    const Segments::RfmMeasures measures = Segments::rfmMeasures(*loaded.snapshot);
    if (measures.size() == 0)
        return Outcome::failed(nobodyBought());
    const Segments::RfmScores scores =
        Segments::rfmScores(measures, wanted.map, wanted.recencyDays);
    const QList<Segments::RfmGroupSummary> groups = Segments::rfmSummary(measures, scores);
    if (!wanted.membersFile.isEmpty()) {
        const auto more = [&](std::size_t i) {
            return QStringList{QString::number(scores.recency[i]), QString::number(scores.frequency[i]),
                               QString::number(scores.monetary[i]),
                               Segments::rfmGroupId(scores.group[i])};
        };
        const Result<void> written =
            writeBuyers(wanted.membersFile, loaded, measures,
                        {u"r"_s, u"f"_s, u"m"_s, u"segment"_s}, more);
        if (!written)
            return Outcome::failed(written.error());
    }
    const NumberFormat &format = surroundings.format;
    if (!wanted.json) {
        QString text = Segments::rfmMapWords(wanted.map, wanted.recencyDays, format) + u'\n';
        for (const QString &caution : Segments::rfmCautions(measures, loaded.snapshot->extent, format))
            text += caution + u'\n';
        for (const Segments::RfmGroupSummary &group : groups) {
            if (group.customers == 0)
                continue;
            text += line(Segments::rfmGroupTitle(group.group, format.language()), group.customers,
                         group.share, group.meanRecencyDays, group.meanFrequency,
                         format.money(group.meanMonetary, loaded.snapshot->currency.code), format);
        }
        return Outcome::printed(text);
    }
    QJsonArray segments;
    for (const Segments::RfmGroupSummary &group : groups) {
        segments.append(QJsonObject{
            {u"segment"_s, Segments::rfmGroupId(group.group)},
            {u"name"_s, Segments::rfmGroupTitle(group.group, Language::English)},
            {u"name_ar"_s, Segments::rfmGroupTitle(group.group, Language::Arabic)},
            {u"customers"_s, group.customers},
            {u"share"_s, group.share},
            {u"recency_days"_s, valueOf(group.meanRecencyDays)},
            {u"frequency"_s, valueOf(group.meanFrequency)},
            {u"monetary"_s, valueOf(group.meanMonetary)},
            {u"revenue"_s, group.revenue},
            {u"revenue_share"_s, valueOf(group.revenueShare)}});
    }
    QJsonObject json = head(u"rfm"_s, loaded, measures);
    const QString mapNames[]{u"a"_s, u"b"_s, u"c"_s};
    json.insert(u"map"_s, mapNames[int(wanted.map)]);
    json.insert(u"definition_en"_s, Segments::rfmMapWords(wanted.map, wanted.recencyDays,
                                                          NumberFormat(Language::English)));
    json.insert(u"definition_ar"_s, Segments::rfmMapWords(wanted.map, wanted.recencyDays,
                                                          NumberFormat(Language::Arabic)));
    json.insert(u"warnings"_s, QJsonArray::fromStringList(Segments::rfmCautions(
                                   measures, loaded.snapshot->extent, format)));
    json.insert(u"recency_limits_days"_s, numbersOf(scores.recencyLimits));
    json.insert(u"monetary_limits"_s, numbersOf(scores.monetaryLimits));
    json.insert(u"segments"_s, segments);
    return Outcome::json(json);
}

Outcome clusterBuyers(const LoadedWorkspace &loaded, int clusters, const BuyerGroupsWanted &wanted,
                      const Surroundings &surroundings)
{
    const Segments::RfmMeasures measures = Segments::rfmMeasures(*loaded.snapshot);
    if (measures.size() == 0)
        return Outcome::failed(nobodyBought());
    const Result<Segments::Clustering> result =
        Segments::clusterBuyers(measures, clusters, surroundings.progress.part(0.4, 1));
    if (!result) {
        Error error = result.error();
        if (error.kind == Error::Kind::Data)
            error.message = u"--clusters: "_s + error.message;
        return Outcome::failed(error);
    }
    if (!wanted.membersFile.isEmpty()) {
        const Result<void> written = writeBuyers(
            wanted.membersFile, loaded, measures, {u"cluster"_s},
            [&](std::size_t i) { return QStringList{QString::number(int(result->of[i]) + 1)}; });
        if (!written)
            return Outcome::failed(written.error());
    }
    const NumberFormat &format = surroundings.format;
    if (!wanted.json) {
        QString text;
        for (const Segments::Cluster &cluster : result->clusters) {
            text += line(format.language() == Language::Arabic ? cluster.nameArabic
                                                               : cluster.nameEnglish,
                         cluster.customers, cluster.share, cluster.recencyDays, cluster.frequency,
                         format.money(cluster.monetary, loaded.snapshot->currency.code), format);
        }
        return Outcome::printed(text);
    }
    QJsonArray list;
    for (const Segments::Cluster &cluster : result->clusters) {
        list.append(QJsonObject{{u"cluster"_s, list.size() + 1},
                                {u"name"_s, cluster.nameEnglish},
                                {u"name_ar"_s, cluster.nameArabic},
                                {u"customers"_s, cluster.customers},
                                {u"share"_s, cluster.share},
                                {u"recency_days"_s, cluster.recencyDays},
                                {u"frequency"_s, cluster.frequency},
                                {u"monetary"_s, cluster.monetary},
                                {u"revenue"_s, cluster.revenue}});
    }
    QJsonArray trials;
    for (const Segments::ClusterTrial &trial : result->trials) {
        trials.append(QJsonObject{{u"clusters"_s, trial.clusters},
                                  {u"inertia"_s, trial.inertia},
                                  {u"silhouette"_s, valueOf(trial.silhouette)}});
    }
    QJsonObject json = head(u"clusters"_s, loaded, measures);
    json.insert(u"clusters"_s, list);
    json.insert(u"inertia"_s, result->inertia);
    json.insert(u"silhouette"_s, valueOf(result->silhouette));
    json.insert(u"trials"_s, trials);
    json.insert(u"seed"_s, qint64(Segments::clusterSeed));
    return Outcome::json(json);
}

} // namespace Cli
