#include "models/funnel/answers.h"

#include "models/funnel/comparison.h"
#include "models/funnel/resultjson.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Funnel::Answers {
namespace {

/// \a json with the sentence about steps that nobody reached, and a warning about a goal that never
/// occurs.
Answer remarked(QJsonObject json, const EventLog &log, const FunnelQuery &query,
                const FunnelReading &reading, const Progress &progress)
{
    const Result<QString> explanation = explain(log, query, reading, progress);
    if (!explanation)
        return explanation.error();
    if (!explanation->isEmpty())
        json.insert(u"explanation"_s, *explanation);
    const QString field = u"steps[%1].event"_s.arg(query.steps.size() - 1);
    QJsonArray warnings;
    for (const QString &goal : query.steps.last().condition.names()) {
        if (log.nameCode(goal) < 0)
            warnings.append(unknownEvent(log, field, goal).message);
    }
    if (!warnings.isEmpty())
        json.insert(u"warnings"_s, warnings);
    return json;
}

/// The same for a question about the funnel that nobody is left in.
Answer remarked(QJsonObject json, const EventLog &log, const FunnelQuery &query,
                const Progress &progress)
{
    const Result<FunnelResult> funnel = evaluate(log, query, progress);
    if (!funnel)
        return funnel.error();
    return remarked(std::move(json), log, query, funnel->total, progress);
}

/// A reading in JSON: with the names of those who did each step where they are few or asked for,
/// and with what those lost before each step did instead; \a among: for one side of a comparison.
Answer written(const EventLog &log, const FunnelQuery &query, const FunnelReading &reading,
               const Progress &progress, const std::vector<std::uint8_t> &among = {})
{
    QJsonObject json = jsonOf(reading);
    if (query.instead) {
        QJsonArray steps{QJsonArray()};
        for (int step = 1; step < query.steps.size(); ++step) {
            const auto rows = evaluateInstead(log, query, step, progress, among);
            if (!rows)
                return rows.error();
            steps.append(jsonOf(*rows));
        }
        json.insert(u"instead"_s, steps);
    }
    if (const Result<void> added = addReached(json, log, reading); !added)
        return added.error();
    return json;
}

} // namespace

Answer funnel(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<FunnelResult> result = evaluate(log, *query, progress);
    if (!result)
        return result.error();
    Answer json = written(log, *query, result->total, progress);
    if (!json)
        return json;
    if (query->breakdown) {
        QJsonObject groups;
        for (const FunnelGroup &group : result->groups) {
            QJsonObject object = jsonOf(group.reading);
            if (const Result<void> added = addReached(object, log, group.reading); !added)
                return added.error();
            groups.insert(group.value, object);
        }
        json->insert(u"groups"_s, groups);
    }
    return remarked(*std::move(json), log, *query, result->total, progress);
}

Answer compare(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    if (const Result<FunnelMatchers> matchers = resolve(log, *query); !matchers)
        return matchers.error();
    const Result<Sides> sideOf = sidesOf(log, *query);
    if (!sideOf)
        return sideOf.error();
    const Result<TwoReadings> sides = compareSides(log, *query, *sideOf, progress);
    if (!sides)
        return sides.error();
    QJsonObject json{{u"left_counts"_s, jsonList(sides->first.counts())},
                     {u"right_counts"_s, jsonList(sides->second.counts())}};
    for (const auto &[name, reading, which] : {std::tuple(u"left"_s, sides->first, LeftSide),
                                               std::tuple(u"right"_s, sides->second, RightSide)}) {
        const Answer side = written(log, *query, reading, progress, maskOf(*sideOf, which));
        if (!side)
            return side;
        json.insert(name, *side);
        if (reading.steps.first().count == 0) {
            explainNothing(json, log, true,
                           QCoreApplication::translate(
                               "Funnel", "Nobody on the side \"%1\" entered the funnel.")
                               .arg(name));
        }
    }
    if (sides->first.steps.first().count + sides->second.steps.first().count > 0)
        return json;
    return remarked(std::move(json), log, *query, progress);
}

Answer trend(const EventLog &log, const QJsonObject &definition, const Progress &progress)
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
    if (!isEmpty)
        return json;
    return remarked(std::move(json), log, *query, progress);
}

Answer times(const EventLog &log, const QJsonObject &definition, const Progress &progress)
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
    return remarked(std::move(json), log, *query, progress);
}

Answer drivers(const EventLog &log, const QJsonObject &definition, const Progress &progress)
{
    const Result<FunnelQuery> query = funnelQueryFromJson(definition);
    if (!query)
        return query.error();
    const Result<Drivers> drivers = evaluateDrivers(log, *query, progress);
    if (!drivers)
        return drivers.error();
    QJsonObject json = jsonOf(*drivers);
    explainNothing(json, log, drivers->events.isEmpty() && drivers->traits.isEmpty(),
                   QCoreApplication::translate("Funnel",
                                               "No other event lies between the entry and the "
                                               "conversion, or the end of the window."));
    if (drivers->converted + drivers->notConverted > 0)
        return json;
    return remarked(std::move(json), log, *query, progress);
}

Answer bins(const EventLog &, const QJsonObject &definition, const Progress &)
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

} // namespace Funnel::Answers
