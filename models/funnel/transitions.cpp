#include "models/funnel/transitions.h"

#include "models/funnel/evaluator.h"
#include "models/funnel/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr int largestLabelCount = 500;

const QStringList &valueNames()
{
    static const QStringList names{u"count"_s, u"probability_out"_s, u"probability_in"_s,
                                   u"share_of_total"_s};
    return names;
}

} // namespace

Result<TransitionQuery> transitionQueryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    TransitionQuery query;
    reader.word(u"kind"_s, {u"transitions"_s}, u"transitions"_s);
    reader.text(u"name"_s);
    query.labels = reader.texts(u"labels"_s);
    query.value =
        TransitionValue(valueNames().indexOf(reader.word(u"value"_s, valueNames(), u"count"_s)));
    query.reach = reader.texts(u"reach"_s);
    query.range = readTimeRange(reader);
    QStringList sorted = query.labels;
    if (sorted.removeDuplicates() > 0)
        reader.refuse(QCoreApplication::translate(
            "Funnel", "The field \"labels\" names a state twice. Name each once."));
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return query;
}

QJsonObject toJson(const TransitionQuery &query)
{
    QJsonObject json{{u"kind"_s, u"transitions"_s},
                     {u"value"_s, valueNames().at(int(query.value))}};
    if (!query.labels.isEmpty())
        json.insert(u"labels"_s, QJsonArray::fromStringList(query.labels));
    if (!query.reach.isEmpty())
        json.insert(u"reach"_s, QJsonArray::fromStringList(query.reach));
    writeTimeRange(json, query.range);
    return json;
}

Result<TransitionMatrix> evaluateTransitions(const EventLog &log, const TransitionQuery &query,
                                             const Progress &progress)
{
    const int names = int(log.names().size());
    const int start = names;
    const int end = names + 1;
    struct Edge
    {
        qint64 count = 0;
        double seconds = 0;
    };
    using Counts = std::map<std::pair<int, int>, Edge>;
    const std::vector<Counts> partials = overActors<Counts>(
        log.actors(), {}, progress, [&](Counts &partial, std::size_t begin, std::size_t last) {
            for (std::size_t actor = begin; actor < last; ++actor) {
                int previous = start;
                std::int64_t before = 0;
                for (std::uint32_t event = log.first(actor); event < log.end(actor); ++event) {
                    const std::int64_t second = log.seconds(event);
                    if (!query.range.holds(second))
                        continue;
                    const int name = log.codes()[event];
                    Edge &edge = partial[{previous, name}];
                    ++edge.count;
                    if (previous != start)
                        edge.seconds += double(second - before);
                    previous = name;
                    before = second;
                }
                if (previous != start)
                    ++partial[{previous, end}].count;
            }
        });
    if (partials.empty())
        return Error::cancelled();
    Counts all;
    for (const Counts &partial : partials) {
        for (const auto &[key, edge] : partial) {
            all[key].count += edge.count;
            all[key].seconds += edge.seconds;
        }
    }

    // All states are counted; labels only choose which are shown, and in which order.
    TransitionMatrix matrix;
    std::vector<int> codes;
    if (query.labels.isEmpty()) {
        std::vector<qint64> visits(std::size_t(names), 0);
        for (const auto &[key, edge] : all) {
            if (key.second < names)
                visits[std::size_t(key.second)] += edge.count;
        }
        codes.resize(std::size_t(names));
        std::iota(codes.begin(), codes.end(), 0);
        std::stable_sort(codes.begin(), codes.end(), [&](int a, int b) {
            return visits[std::size_t(a)] > visits[std::size_t(b)];
        });
        codes.resize(std::min<std::size_t>(codes.size(), largestLabelCount));
        codes.insert(codes.begin(), start);
        codes.push_back(end);
    } else {
        for (const QString &label : query.labels) {
            const int code = label == startState ? start
                             : label == endState ? end
                                                 : log.nameCode(label);
            if (code < 0)
                return unknownEvent(log, u"labels"_s, label);
            codes.push_back(code);
        }
    }
    for (const int from : codes) {
        matrix.labels.append(from == start ? startState.toString()
                             : from == end ? endState.toString()
                                           : log.names()[from]);
        QList<qint64> row;
        QList<double> seconds;
        for (const int to : codes) {
            const auto found = all.find({from, to});
            row.append(found == all.end() ? 0 : found->second.count);
            seconds.append(found == all.end() ? 0 : found->second.seconds);
        }
        matrix.counts.append(row);
        matrix.seconds.append(seconds);
    }
    return matrix;
}

QList<QList<double>> TransitionMatrix::values(TransitionValue value) const
{
    const qsizetype size = counts.size();
    QList<double> rowSums(size, 0);
    QList<double> columnSums(size, 0);
    double total = 0;
    for (qsizetype from = 0; from < size; ++from) {
        for (qsizetype to = 0; to < size; ++to) {
            rowSums[from] += double(counts[from][to]);
            columnSums[to] += double(counts[from][to]);
            total += double(counts[from][to]);
        }
    }
    QList<QList<double>> result;
    for (qsizetype from = 0; from < size; ++from) {
        QList<double> row;
        for (qsizetype to = 0; to < size; ++to) {
            double divisor = 1;
            switch (value) {
            case TransitionValue::Count:
                break;
            case TransitionValue::ProbabilityOut:
                divisor = rowSums[from];
                break;
            case TransitionValue::ProbabilityIn:
                divisor = columnSums[to];
                break;
            case TransitionValue::ShareOfTotal:
                divisor = total;
                break;
            }
            row.append(divisor > 0 ? double(counts[from][to]) / divisor : 0);
        }
        result.append(row);
    }
    return result;
}

Result<ConversionQuery> conversionQueryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ConversionQuery query;
    reader.word(u"kind"_s, {u"event_conversion"_s}, u"event_conversion"_s);
    reader.text(u"name"_s);
    for (const QString &field : {u"start"_s, u"end"_s}) {
        if (!reader.has(field))
            reader.refuse(
                QCoreApplication::translate("Funnel", "The field \"%1\" is missing.").arg(field));
    }
    query.start = readConditionField(reader, u"start"_s);
    query.end = readConditionField(reader, u"end"_s);
    if (reader.has(u"within_seconds"_s))
        query.withinSeconds = reader.integer(u"within_seconds"_s, 0, 0, qint64(1) << 40);
    if (reader.has(u"within_events"_s))
        query.withinEvents = reader.integer(u"within_events"_s, 0, 0, qint64(1) << 40);
    query.range = readTimeRange(reader);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return query;
}

QJsonObject toJson(const ConversionQuery &query)
{
    QJsonObject start;
    writeCondition(start, query.start);
    QJsonObject end;
    writeCondition(end, query.end);
    QJsonObject json{{u"kind"_s, u"event_conversion"_s}, {u"start"_s, start}, {u"end"_s, end}};
    if (query.withinSeconds)
        json.insert(u"within_seconds"_s, qint64(*query.withinSeconds));
    if (query.withinEvents)
        json.insert(u"within_events"_s, qint64(*query.withinEvents));
    writeTimeRange(json, query.range);
    return json;
}

Result<EventConversion> evaluateConversion(const EventLog &log, const ConversionQuery &query,
                                           const Progress &progress)
{
    const Result<EventMatcher> start = EventMatcher::make(log, query.start, u"start"_s);
    if (!start)
        return start.error();
    const Result<EventMatcher> end = EventMatcher::make(log, query.end, u"end"_s, true);
    if (!end)
        return end.error();
    const std::vector<EventConversion> partials = overActors<EventConversion>(
        log.actors(), {}, progress,
        [&](EventConversion &partial, std::size_t begin, std::size_t last) {
            for (std::size_t actor = begin; actor < last; ++actor) {
                std::optional<std::int64_t> startSecond;
                std::int64_t eventsSince = 0;
                bool hasEnd = false;
                bool converted = false;
                for (std::uint32_t event = log.first(actor); event < log.end(actor); ++event) {
                    const std::int64_t second = log.seconds(event);
                    if (!query.range.holds(second))
                        continue;
                    const bool isEnd = end->matches(actor, event);
                    hasEnd = hasEnd || isEnd;
                    if (!startSecond) {
                        if (start->matches(actor, event))
                            startSecond = second;
                        continue;
                    }
                    ++eventsSince;
                    converted = converted
                                || (isEnd
                                    && (!query.withinSeconds
                                        || second - *startSecond <= *query.withinSeconds)
                                    && (!query.withinEvents || eventsSince <= *query.withinEvents));
                }
                partial.withStart += startSecond.has_value();
                partial.withEnd += hasEnd;
                partial.converted += converted;
            }
        });
    if (partials.empty())
        return Error::cancelled();
    EventConversion result;
    result.actors = log.activeActors();
    for (const EventConversion &partial : partials) {
        result.withStart += partial.withStart;
        result.withEnd += partial.withEnd;
        result.converted += partial.converted;
    }
    return result;
}

double EventConversion::rate() const
{
    return withStart > 0 ? double(converted) / double(withStart) : notAvailable;
}

double EventConversion::baseRate() const
{
    return actors > 0 ? double(withEnd) / double(actors) : notAvailable;
}

double EventConversion::lift() const { return withEnd > 0 ? rate() / baseRate() : notAvailable; }

} // namespace Funnel
