#include "models/funnel/answers.h"

#include "models/funnel/resultjson.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Funnel::Answers {
namespace {

bool allZero(const QList<qint64> &values)
{
    return std::all_of(values.begin(), values.end(), [](qint64 value) { return value == 0; });
}

} // namespace

/// What nothing but an empty result explains, for questions without steps.
void explainNothing(QJsonObject &json, const EventLog &log, bool isEmpty, const QString &sentence)
{
    if (!isEmpty)
        return;
    json.insert(u"explanation"_s,
                log.size() == 0 ? QCoreApplication::translate(
                    "Funnel", "The workspace holds no events and no purchases yet.")
                                : sentence);
}

Answer retention(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<RetentionQuery> query = retentionQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<RetentionMatrix> matrix = evaluateRetention(log, *query, progress);
    if (!matrix)
        return matrix.error();
    QJsonObject json = jsonOf(*matrix);
    const bool isEmpty = std::all_of(matrix->rows.begin(), matrix->rows.end(),
                                     [](const QList<qint64> &row) { return row.first() == 0; });
    explainNothing(json, log, isEmpty,
                   QCoreApplication::translate(
                       "Funnel", "No event of \"target\" lies within the periods shown."));
    return json;
}

Answer growth(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<ActivityQuery> query = activityQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<GrowthBars> bars = evaluateGrowth(log, *query, progress);
    if (!bars)
        return bars.error();
    QJsonObject json = jsonOf(*bars);
    explainNothing(
        json, log, allZero(bars->fresh) && allZero(bars->returning) && allZero(bars->resurrecting),
        QCoreApplication::translate("Funnel", "No activity lies within the date range."));
    return json;
}

Answer stickiness(const EventLog &log, const QJsonObject &definition,
                        const Progress &progress)
{
    const Result<ActivityQuery> query = activityQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<QList<qint64>> histogram = evaluateStickiness(log, *query, progress);
    if (!histogram)
        return histogram.error();
    QJsonObject json = jsonOfStickiness(*histogram);
    explainNothing(
        json, log, allZero(*histogram),
        QCoreApplication::translate("Funnel", "No activity lies within the date range."));
    return json;
}

Answer paths(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<PathQuery> query = pathQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<PathFlow> flow = evaluatePaths(log, *query, progress);
    if (!flow)
        return flow.error();
    QJsonObject json = jsonOf(*flow, query->kind);
    explainNothing(json, log, flow->nodes.isEmpty(),
                   QCoreApplication::translate("Funnel",
                                               "No path is left within the date range, the "
                                               "start and end events and the exclusions."));
    return json;
}

Answer transitions(const EventLog &log, const QJsonObject &definition,
                         const Progress &progress)
{
    const Result<TransitionQuery> query = transitionQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<TransitionMatrix> matrix = evaluateTransitions(log, *query, progress);
    if (!matrix)
        return matrix.error();
    QJsonObject json = jsonOf(*matrix, query->value);
    if (!query->reach.isEmpty()) {
        // The chain needs every state, whichever are shown.
        const Result<TransitionMatrix> whole =
            evaluateTransitions(log, {{}, TransitionValue::Count, {}, query->range}, progress);
        if (!whole)
            return whole.error();
        QJsonObject targets;
        for (const QString &target : query->reach) {
            const Result<Reach> found = reach(*whole, target);
            if (!found)
                return found.error();
            targets.insert(target, jsonOf(*found));
        }
        json.insert(u"reach"_s, targets);
    }
    explainNothing(
        json, log, std::all_of(matrix->counts.begin(), matrix->counts.end(), allZero),
        QCoreApplication::translate(
            "Funnel", "No step from one of these states to another lies within the date range."));
    return json;
}

Answer conversion(const EventLog &log, const QJsonObject &definition,
                        const Progress &progress)
{
    const Result<ConversionQuery> query = conversionQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<EventConversion> conversion = evaluateConversion(log, *query, progress);
    if (!conversion)
        return conversion.error();
    QJsonObject json = jsonOf(*conversion);
    explainNothing(
        json, log, conversion->withStart == 0,
        QCoreApplication::translate(
            "Funnel",
            "Nobody has an event of \"start\" within the date range and its conditions."));
    return json;
}

Answer stageFunnel(const EventLog &log, const QJsonObject &definition,
                         const Progress &progress)
{
    const Result<StageQuery> query = stageQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<StageCounts> result = evaluateStageFunnel(log, *query, progress);
    if (!result)
        return result.error();
    QJsonObject json{{u"counts"_s, jsonList(result->counts)}};
    if (!result->amounts.isEmpty()) {
        QJsonArray amounts;
        for (const double amount : result->amounts)
            amounts.append(amount);
        json.insert(u"amounts"_s, amounts);
    }
    if (query->listActors.value_or(result->counts.first() <= listedActors)) {
        QJsonArray reached;
        for (const std::vector<std::uint32_t> &actors : result->reached) {
            const Result<QStringList> names = log.actorNames(actors);
            if (!names)
                return names.error();
            reached.append(QJsonArray::fromStringList(*names));
        }
        json.insert(u"reached"_s, reached);
    }
    explainNothing(json, log, allZero(result->counts),
                   QCoreApplication::translate(
                       "Funnel", "No record entered the first stage within the date range."));
    return json;
}

Answer stageTimes(const EventLog &log, const QJsonObject &definition,
                        const Progress &progress)
{
    const Result<StageQuery> query = stageQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<StageTimes> times = evaluateStageTimes(log, *query, progress);
    if (!times)
        return times.error();
    Answer json = jsonOf(*times, log, *query);
    if (json)
        explainNothing(*json, log, times->records.isEmpty(),
                       QCoreApplication::translate(
                           "Funnel", "No record is in one of these stages within the date range."));
    return json;
}

} // namespace Funnel::Answers
