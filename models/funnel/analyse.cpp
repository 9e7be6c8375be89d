#include "models/funnel/analyse.h"

#include "models/funnel/resultjson.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

using Answer = Result<QJsonObject>;

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

bool allZero(const QList<qint64> &values)
{
    return std::all_of(values.begin(), values.end(), [](qint64 value) { return value == 0; });
}

/// The sentence about steps that nobody reached, and a warning about a goal that never occurs.
Result<void> addRemarks(QJsonObject &json, const EventLog &log, const FunnelQuery &query,
                        const FunnelReading &reading, const Progress &progress)
{
    const Result<QString> explanation = explain(log, query, reading, progress);
    if (!explanation)
        return explanation.error();
    if (!explanation->isEmpty())
        json.insert(u"explanation"_s, *explanation);
    const std::optional<QString> &goal = query.steps.last().condition.event;
    if (goal && log.nameCode(*goal) < 0) {
        json.insert(
            u"warnings"_s,
            QJsonArray{unknownEvent(log, u"steps[%1].event"_s.arg(query.steps.size() - 1), *goal)
                           .message});
    }
    return {};
}

/// Puts readings of one query into JSON: with the sums of its measure, and with the names of those
/// who did each step where they are few or asked for.
class ReadingWriter
{
public:
    static Result<ReadingWriter> make(const EventLog &log, const FunnelQuery &query)
    {
        ReadingWriter writer(log, query);
        if (query.value.isEmpty())
            return writer;
        Result<ActorMeasure> measure = log.measure(query.value);
        if (!measure) {
            Error error = measure.error();
            error.message = u"value: "_s + error.message;
            return error;
        }
        writer.m_measure = *std::move(measure);
        return writer;
    }
    /// The query to evaluate: sums need to know who did each step.
    [[nodiscard]] FunnelQuery asked() const
    {
        FunnelQuery asked = m_query;
        if (m_measure)
            asked.listActors = true;
        return asked;
    }
    [[nodiscard]] Answer write(const FunnelReading &reading) const
    {
        QJsonObject json = jsonOf(reading);
        if (m_measure) {
            QJsonArray values;
            for (const StepReading &step : reading.steps)
                values.append(sumOf(step.reached));
            json.insert(u"values"_s, values);
            if (!m_measure->currency.isEmpty())
                json.insert(u"currency"_s, m_measure->currency);
        }
        if (!m_query.listActors.value_or(reading.steps.first().count <= listedActors))
            return json;
        if (const Result<void> added = addReached(json, m_log, reading); !added)
            return added.error();
        return json;
    }

private:
    ReadingWriter(const EventLog &log, const FunnelQuery &query) : m_log(log), m_query(query) {}
    /// Who passes twice counts twice; who has no such number counts nothing.
    [[nodiscard]] double sumOf(const std::vector<std::uint32_t> &actors) const
    {
        double sum = 0;
        for (const std::uint32_t actor : actors) {
            const double value = m_measure->ofActor[actor];
            sum += std::isnan(value) ? 0 : value;
        }
        return sum;
    }

    const EventLog &m_log;
    const FunnelQuery &m_query;
    std::optional<ActorMeasure> m_measure;
};

Answer answerFunnel(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<ReadingWriter> writer = ReadingWriter::make(log, *query);
    if (!writer)
        return writer.error();
    const Result<FunnelResult> result = evaluate(log, writer->asked(), progress);
    if (!result)
        return result.error();
    Answer json = writer->write(result->total);
    if (!json)
        return json;
    if (query->breakdown) {
        QJsonObject groups;
        for (const FunnelGroup &group : result->groups) {
            const Answer object = writer->write(group.reading);
            if (!object)
                return object;
            groups.insert(group.value, *object);
        }
        json->insert(u"groups"_s, groups);
    }
    if (const Result<void> added = addRemarks(*json, log, *query, result->total, progress); !added)
        return added.error();
    return json;
}

Answer answerCompare(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<ReadingWriter> writer = ReadingWriter::make(log, *query);
    if (!writer)
        return writer.error();
    const auto sides = compareGroups(log, writer->asked(), progress);
    if (!sides)
        return sides.error();
    QJsonObject json{{u"left_counts"_s, jsonList(sides->first.counts())},
                     {u"right_counts"_s, jsonList(sides->second.counts())}};
    for (const auto &[name, reading] :
         {std::pair(u"left"_s, sides->first), std::pair(u"right"_s, sides->second)}) {
        const Answer side = writer->write(reading);
        if (!side)
            return side;
        json.insert(name, *side);
    }
    return json;
}

Answer answerTrend(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<QList<TrendRow>> rows = evaluateTrend(log, *query, progress);
    if (!rows)
        return rows.error();
    QJsonObject json = jsonOf(*rows);
    const bool isEmpty = std::all_of(rows->begin(), rows->end(),
                                     [](const TrendRow &row) { return row.entered == 0; });
    explainNothing(
        json, log, isEmpty,
        QCoreApplication::translate("Funnel", "Nobody entered the funnel within the date range."));
    return json;
}

Answer answerTimes(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<ConvertTimes> times = evaluateConvertTimes(log, *query, progress);
    if (!times)
        return times.error();
    QJsonObject json = jsonOf(*times);
    if (times->conversions > 0)
        return json;
    const Result<FunnelResult> funnel = evaluate(log, *query, progress);
    if (!funnel)
        return funnel.error();
    if (const Result<void> added = addRemarks(json, log, *query, funnel->total, progress); !added)
        return added.error();
    return json;
}

Answer answerDrivers(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<Drivers> drivers = evaluateDrivers(log, *query, progress);
    if (!drivers)
        return drivers.error();
    QJsonObject json = jsonOf(*drivers);
    explainNothing(json, log, drivers->events.isEmpty(),
                   QCoreApplication::translate("Funnel",
                                               "No other event lies between the entry and the "
                                               "conversion, or the end of the window."));
    return json;
}

Answer answerBins(const EventLog &, const QJsonObject &definition, const Progress &)
{
    JsonReader reader(definition);
    reader.word(u"kind"_s, {u"bin_boundaries"_s}, u"bin_boundaries"_s);
    reader.text(u"name"_s);
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    std::int64_t largest = std::numeric_limits<std::int64_t>::min();
    std::int64_t values = 0;
    for (const QString &side : {u"current"_s, u"previous"_s}) {
        if (!reader.has(side))
            continue;
        JsonReader inner(reader.object(side), side);
        constexpr qint64 most = qint64(1) << 50;
        const std::int64_t low = inner.integer(u"min"_s, 0, 0, most);
        const std::int64_t high = inner.integer(u"max"_s, low, 0, most);
        const std::int64_t count = inner.integer(u"n"_s, 0, 0, most);
        if (high < low)
            inner.refuse(
                QCoreApplication::translate("Funnel", "The field \"%1\" is smaller than \"%2\".")
                    .arg(inner.pathOf(u"max"_s), inner.pathOf(u"min"_s)));
        if (const Result<void> checked = inner.finish(); !checked)
            reader.refuse(checked.error().message);
        if (count == 0)
            continue;
        smallest = std::min(smallest, low);
        largest = std::max(largest, high);
        values += count;
    }
    if (!reader.has(u"current"_s))
        reader.refuse(QCoreApplication::translate("Funnel", "The field \"%1\" is missing.")
                          .arg(u"current"_s));
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    QJsonArray boundaries;
    if (values > 0) {
        for (const std::int64_t boundary : binBoundaries(smallest, largest, automaticBins(values)))
            boundaries.append(qint64(boundary));
    }
    return QJsonObject{{u"boundaries"_s, boundaries}};
}

Answer answerRetention(const EventLog &log, const QJsonObject &definition, const Progress &progress)
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

Answer answerGrowth(const EventLog &log, const QJsonObject &definition, const Progress &progress)
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

Answer answerStickiness(const EventLog &log, const QJsonObject &definition,
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

Answer answerPaths(const EventLog &log, const QJsonObject &definition, const Progress &progress)
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

Answer answerTransitions(const EventLog &log, const QJsonObject &definition,
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

Answer answerConversion(const EventLog &log, const QJsonObject &definition,
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

Answer answerStageFunnel(const EventLog &log, const QJsonObject &definition,
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

Answer answerStageTimes(const EventLog &log, const QJsonObject &definition,
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

struct Kind
{
    QString name;
    Answer (*answer)(const EventLog &, const QJsonObject &, const Progress &);
};

const QList<Kind> &allKinds()
{
    static const QList<Kind> kinds{{u"funnel"_s, answerFunnel},
                                   {u"funnel_breakdown"_s, answerFunnel},
                                   {u"funnel_compare"_s, answerCompare},
                                   {u"funnel_trend"_s, answerTrend},
                                   {u"funnel_correlation"_s, answerDrivers},
                                   {u"time_to_convert"_s, answerTimes},
                                   {u"bin_boundaries"_s, answerBins},
                                   {u"retention"_s, answerRetention},
                                   {u"lifecycle"_s, answerGrowth},
                                   {u"stickiness"_s, answerStickiness},
                                   {u"paths"_s, answerPaths},
                                   {u"path_dropoff"_s, answerPaths},
                                   {u"transitions"_s, answerTransitions},
                                   {u"event_conversion"_s, answerConversion},
                                   {u"stage_funnel"_s, answerStageFunnel},
                                   {u"stage_times"_s, answerStageTimes}};
    return kinds;
}

/// Accounts instead of customers, where the definition counts them.
Result<EventLog> logOf(const EventLog &log, const QJsonObject &definition)
{
    if (definition.value(u"count"_s) != u"accounts"_s)
        return log;
    return groupedBy(log, definition.value(u"account_property"_s).toString(u"company"_s),
                     u"account_property"_s);
}

} // namespace

QStringList kinds()
{
    QStringList names;
    for (const Kind &kind : allKinds())
        names.append(kind.name);
    return names;
}

Result<QJsonObject> analyse(const EventLog &log, const QJsonObject &definition,
                            const Progress &progress)
{
    const QString name = definition.value(u"kind"_s).toString();
    for (const Kind &kind : allKinds()) {
        if (kind.name != name)
            continue;
        const Result<EventLog> counted = logOf(log, definition);
        if (!counted)
            return counted.error();
        Answer answer = kind.answer(*counted, definition, progress);
        if (answer)
            answer->insert(u"kind"_s, name);
        return answer;
    }
    if (name.isEmpty()) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Funnel",
                                        "The field \"kind\" is missing. It must be one of: %1.")
                .arg(kinds().join(u", "_s)));
    }
    return JsonReader::definitionError(
        QCoreApplication::translate("Funnel",
                                    "The field \"kind\" is \"%1\", but must be one of: %2.")
            .arg(name, kinds().join(u", "_s)));
}

Result<QJsonObject> analyse(const Workspace &workspace, Customers::SnapshotPtr snapshot,
                            const QJsonObject &definition, const Progress &progress)
{
    return analyse(EventLog::fromWorkspace(workspace, std::move(snapshot)), definition, progress);
}

} // namespace Funnel
