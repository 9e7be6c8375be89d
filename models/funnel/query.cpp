#include "models/funnel/query.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr qint64 longestWindow = qint64(1) << 40;

const QStringList &funnelKinds()
{
    static const QStringList names{
        u"funnel"_s,       u"funnel_breakdown"_s,   u"funnel_compare"_s,
        u"funnel_trend"_s, u"funnel_correlation"_s, u"time_to_convert"_s};
    return names;
}
const QStringList &orderNames()
{
    static const QStringList names{u"ordered"_s, u"strict"_s, u"any"_s};
    return names;
}
const QStringList &entryModeNames()
{
    static const QStringList names{u"best_attempt"_s, u"first_entry"_s};
    return names;
}
const QStringList &countingNames()
{
    static const QStringList names{u"customers"_s, u"totals"_s, u"accounts"_s, u"sessions"_s};
    return names;
}
const QStringList &attributionNames()
{
    static const QStringList names{u"first_touch"_s, u"last_touch"_s, u"step"_s, u"all_events"_s};
    return names;
}

void readStepWindow(JsonReader &reader, StepOrder order, int index, Step &step)
{
    step.windowSeconds = reader.integer(u"window_seconds"_s, 0, 0, longestWindow);
    if (index == 0) {
        reader.refuse(QCoreApplication::translate(
                          "Funnel", "The field \"%1\" limits the time from the step before, and the "
                                    "first step has none before it. Remove it.")
                          .arg(reader.pathOf(u"window_seconds"_s)));
    }
    if (order == StepOrder::Any) {
        reader.refuse(QCoreApplication::translate(
                          "Funnel", "The field \"%1\" limits the time from the step before, and steps "
                                    "in any order have none before them. Remove it, or choose the "
                                    "order \"ordered\" or \"strict\".")
                          .arg(reader.pathOf(u"window_seconds"_s)));
    }
}

void readSteps(JsonReader &reader, FunnelQuery &query)
{
    const QList<QJsonObject> steps = reader.objects(u"steps"_s);
    if (steps.isEmpty())
        reader.refuse(QCoreApplication::translate(
            "Funnel", "The field \"steps\" is empty. A funnel needs at least one step."));
    if (steps.size() > largestStepCount) {
        reader.refuse(QCoreApplication::translate(
                          "Funnel", "The field \"steps\" holds %1 steps; at most %2 are possible.")
                          .arg(steps.size())
                          .arg(largestStepCount));
    }
    for (int i = 0; i < steps.size(); ++i) {
        JsonReader stepReader(steps[i], u"steps[%1]"_s.arg(i));
        Step step{readCondition(stepReader), stepReader.flag(u"first_time"_s, false)};
        step.anchored = stepReader.flag(u"anchored"_s, false);
        if (step.anchored && query.order != StepOrder::Any) {
            stepReader.refuse(
                QCoreApplication::translate(
                    "Funnel", "The field \"%1\" keeps a step at its place among steps in any order, "
                              "and these steps have an order already. Remove it, or choose the order "
                              "\"any\".")
                    .arg(stepReader.pathOf(u"anchored"_s)));
        }
        if (stepReader.has(u"window_seconds"_s))
            readStepWindow(stepReader, query.order, i, step);
        if (!steps[i].contains(u"event"_s)) {
            stepReader.refuse(
                QCoreApplication::translate(
                    "Funnel",
                    "The field \"%1\" is missing. Name an event, or write null for any event.")
                    .arg(stepReader.pathOf(u"event"_s)));
        }
        if (const Result<void> checked = stepReader.finish(); !checked)
            reader.refuse(checked.error().message);
        query.steps.append(step);
    }
}

void readExclusions(JsonReader &reader, FunnelQuery &query)
{
    const QList<QJsonObject> exclusions = reader.objects(u"exclusions"_s);
    if (exclusions.size() > largestStepCount) {
        reader.refuse(
            QCoreApplication::translate(
                "Funnel", "The field \"exclusions\" holds %1 exclusions; at most %2 are possible.")
                .arg(exclusions.size())
                .arg(largestStepCount));
    }
    const int last = int(query.steps.size()) - 1;
    for (int i = 0; i < exclusions.size(); ++i) {
        JsonReader inner(exclusions[i], u"exclusions[%1]"_s.arg(i));
        Exclusion exclusion{readCondition(inner), 0, 0};
        exclusion.fromStep = int(inner.integer(u"from_step"_s, 0, std::numeric_limits<int>::min(),
                                               std::numeric_limits<int>::max()));
        exclusion.toStep = int(inner.integer(u"to_step"_s, last, std::numeric_limits<int>::min(),
                                             std::numeric_limits<int>::max()));
        for (const auto &[field, step] : {std::pair(u"from_step"_s, exclusion.fromStep),
                                          std::pair(u"to_step"_s, exclusion.toStep)}) {
            if (step < 0 || step > last) {
                inner.refuse(QCoreApplication::translate(
                                 "Funnel", "The field \"%1\" is %2, which is outside the "
                                           "steps: they are numbered from 0 to %3.")
                                 .arg(inner.pathOf(field))
                                 .arg(step)
                                 .arg(last));
            }
        }
        if (exclusion.fromStep >= exclusion.toStep) {
            inner.refuse(QCoreApplication::translate(
                             "Funnel",
                             "The field \"%1\" is %2 and must be greater than \"%3\", which is %4.")
                             .arg(inner.pathOf(u"to_step"_s))
                             .arg(exclusion.toStep)
                             .arg(inner.pathOf(u"from_step"_s))
                             .arg(exclusion.fromStep));
        }
        if (const Result<void> checked = inner.finish(); !checked)
            reader.refuse(checked.error().message);
        query.exclusions.append(exclusion);
    }
}

void readBreakdown(JsonReader &reader, FunnelQuery &query)
{
    if (!reader.has(u"breakdown"_s)) {
        if (query.kind == u"funnel_breakdown")
            reader.refuse(QCoreApplication::translate(
                "Funnel",
                "The field \"breakdown\" is missing. Name the property to break down by."));
        return;
    }
    JsonReader inner(reader.object(u"breakdown"_s), u"breakdown"_s);
    Breakdown breakdown;
    breakdown.property = inner.text(u"property"_s);
    if (breakdown.property.isEmpty())
        inner.refuse(QCoreApplication::translate("Funnel", "The field \"%1\" is missing.")
                         .arg(inner.pathOf(u"property"_s)));
    breakdown.attribution = Attribution(attributionNames().indexOf(
        inner.word(u"attribution"_s, attributionNames(), u"first_touch"_s)));
    breakdown.step =
        int(inner.integer(u"step"_s, 0, 0, std::max<qint64>(query.steps.size() - 1, 0)));
    if (const Result<void> checked = inner.finish(); !checked)
        reader.refuse(checked.error().message);
    query.breakdown = breakdown;
}

void readComparison(JsonReader &reader, FunnelQuery &query)
{
    if (query.kind != u"funnel_compare")
        return;
    if (!reader.has(u"compare"_s)) {
        reader.refuse(QCoreApplication::translate(
            "Funnel", "The field \"compare\" is missing. Name the property and the two groups."));
        return;
    }
    JsonReader inner(reader.object(u"compare"_s), u"compare"_s);
    if (inner.has(u"segment"_s)) {
        query.compare = Comparison{{}, {}, inner.text(u"right"_s, u"*rest*"_s),
                                   inner.text(u"segment"_s)};
        if (const Result<void> checked = inner.finish(); !checked)
            reader.refuse(checked.error().message);
        return;
    }
    Comparison compare{inner.text(u"property"_s), propertyText(inner.value(u"left"_s)),
                       u"*rest*"_s};
    if (inner.has(u"right"_s))
        compare.right = propertyText(inner.value(u"right"_s));
    for (const QString &field : {u"property"_s, u"left"_s}) {
        if (!inner.has(field))
            inner.refuse(QCoreApplication::translate("Funnel", "The field \"%1\" is missing.")
                             .arg(inner.pathOf(field)));
    }
    if (const Result<void> checked = inner.finish(); !checked)
        reader.refuse(checked.error().message);
    query.compare = compare;
}

void readBins(JsonReader &reader, FunnelQuery &query)
{
    const QJsonValue bins = reader.value(u"bins"_s);
    if (bins.isString() && bins.toString() == u"auto")
        return;
    query.bins = int(reader.integer(u"bins"_s, 0, 1, 10000));
}

} // namespace

bool FunnelQuery::hasStepWindows() const
{
    return std::any_of(steps.begin(), steps.end(),
                       [](const Step &step) { return step.windowSeconds.has_value(); });
}

Result<FunnelQuery> funnelQueryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    FunnelQuery query;
    query.kind = reader.word(u"kind"_s, funnelKinds(), u"funnel"_s);
    query.name = reader.text(u"name"_s);
    query.order =
        StepOrder(orderNames().indexOf(reader.word(u"order"_s, orderNames(), u"ordered"_s)));
    if (reader.has(u"window_seconds"_s))
        query.windowSeconds = reader.integer(u"window_seconds"_s, 0, 0, longestWindow);
    query.entryMode = EntryMode(entryModeNames().indexOf(
        reader.word(u"entry_mode"_s, entryModeNames(), u"best_attempt"_s)));
    query.counting = Counting(
        countingNames().indexOf(reader.word(u"count"_s, countingNames(), u"customers"_s)));
    query.accountProperty = reader.text(u"account_property"_s);
    if (query.counting == Counting::Accounts && query.accountProperty.isEmpty())
        query.accountProperty = u"company"_s;
    query.sessionGapSeconds = reader.integer(u"session_gap_seconds"_s, query.sessionGapSeconds, 1,
                                             longestWindow);
    query.holdConstant = reader.text(u"hold_constant"_s);
    readSteps(reader, query);
    readExclusions(reader, query);
    query.range = readTimeRange(reader);
    readBreakdown(reader, query);
    readComparison(reader, query);
    if (reader.has(u"list_actors"_s))
        query.listActors = reader.flag(u"list_actors"_s, false);
    if (query.kind == u"funnel" || query.kind == u"funnel_breakdown"
        || query.kind == u"funnel_compare")
        query.value = reader.text(u"value"_s);
    if (query.kind == u"funnel" || query.kind == u"funnel_compare")
        query.instead = reader.flag(u"instead"_s, false);
    if (query.kind == u"funnel_correlation")
        query.traits = reader.texts(u"traits"_s);
    const bool isTrend = query.kind == u"funnel_trend";
    const bool isTime = query.kind == u"time_to_convert";
    if (isTrend) {
        query.interval = Interval(
            intervalNames().indexOf(reader.word(u"interval"_s, intervalNames(), u"day"_s)));
        query.weekStart = readWeekStart(reader);
    }
    if (isTrend || isTime) {
        const qint64 last = std::max<qint64>(query.steps.size() - 1, 0);
        query.fromStep = int(reader.integer(u"from_step"_s, 0, 0, last));
        query.toStep = int(reader.integer(u"to_step"_s, last, 0, last));
        if (query.toStep < query.fromStep || (isTime && query.toStep == query.fromStep)) {
            reader.refuse(QCoreApplication::translate(
                              "Funnel", "The field \"to_step\" is %1 and must be greater "
                                        "than \"from_step\", which is %2.")
                              .arg(query.toStep)
                              .arg(query.fromStep));
        }
    }
    if (isTime)
        readBins(reader, query);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return query;
}

QJsonObject toJson(const FunnelQuery &query)
{
    QJsonObject json{{u"kind"_s, query.kind},
                     {u"order"_s, orderNames().at(int(query.order))},
                     {u"window_seconds"_s, query.windowSeconds
                                               ? QJsonValue(qint64(*query.windowSeconds))
                                               : QJsonValue()},
                     {u"entry_mode"_s, entryModeNames().at(int(query.entryMode))}};
    if (!query.name.isEmpty())
        json.insert(u"name"_s, query.name);
    if (query.counting != Counting::Actors)
        json.insert(u"count"_s, countingNames().at(int(query.counting)));
    if (query.counting == Counting::Accounts)
        json.insert(u"account_property"_s, query.accountProperty);
    if (query.counting == Counting::Sessions)
        json.insert(u"session_gap_seconds"_s, qint64(query.sessionGapSeconds));
    if (!query.holdConstant.isEmpty())
        json.insert(u"hold_constant"_s, query.holdConstant);
    if (!query.value.isEmpty())
        json.insert(u"value"_s, query.value);
    if (query.instead)
        json.insert(u"instead"_s, true);
    if (!query.traits.isEmpty())
        json.insert(u"traits"_s, QJsonArray::fromStringList(query.traits));
    QJsonArray steps;
    for (const Step &step : query.steps) {
        QJsonObject object;
        writeCondition(object, step.condition);
        if (step.firstTime)
            object.insert(u"first_time"_s, true);
        if (step.windowSeconds)
            object.insert(u"window_seconds"_s, qint64(*step.windowSeconds));
        if (step.anchored)
            object.insert(u"anchored"_s, true);
        steps.append(object);
    }
    json.insert(u"steps"_s, steps);
    QJsonArray exclusions;
    for (const Exclusion &exclusion : query.exclusions) {
        QJsonObject object{{u"from_step"_s, exclusion.fromStep}, {u"to_step"_s, exclusion.toStep}};
        writeCondition(object, exclusion.condition);
        exclusions.append(object);
    }
    if (!exclusions.isEmpty())
        json.insert(u"exclusions"_s, exclusions);
    writeTimeRange(json, query.range);
    if (query.breakdown) {
        QJsonObject breakdown{
            {u"property"_s, query.breakdown->property},
            {u"attribution"_s, attributionNames().at(int(query.breakdown->attribution))}};
        if (query.breakdown->attribution == Attribution::Step)
            breakdown.insert(u"step"_s, query.breakdown->step);
        json.insert(u"breakdown"_s, breakdown);
    }
    if (query.compare) {
        QJsonObject compare{{u"segment"_s, query.compare->segment}};
        if (query.compare->segment.isEmpty())
            compare = {{u"property"_s, query.compare->property}, {u"left"_s, query.compare->left}};
        if (query.compare->segment.isEmpty() || query.compare->right != u"*rest*")
            compare.insert(u"right"_s, query.compare->right);
        json.insert(u"compare"_s, compare);
    }
    if (query.kind == u"funnel_trend") {
        json.insert(u"interval"_s, intervalName(query.interval));
        json.insert(u"week_start"_s, weekStartName(query.weekStart));
    }
    if (query.kind == u"funnel_trend" || query.kind == u"time_to_convert") {
        json.insert(u"from_step"_s, query.fromStep);
        json.insert(u"to_step"_s, query.lastStep());
    }
    if (query.kind == u"time_to_convert")
        json.insert(u"bins"_s, query.bins > 0 ? QJsonValue(query.bins) : QJsonValue(u"auto"_s));
    if (query.listActors)
        json.insert(u"list_actors"_s, *query.listActors);
    return json;
}

Result<FunnelMatchers> resolve(const EventLog &log, const FunnelQuery &query)
{
    FunnelMatchers matchers;
    for (int i = 0; i < query.steps.size(); ++i) {
        const bool isGoal = i > 0 && i == query.steps.size() - 1;
        Result<EventMatcher> matcher =
            EventMatcher::make(log, query.steps[i].condition, u"steps[%1]"_s.arg(i), isGoal);
        if (!matcher)
            return matcher.error();
        matchers.steps.push_back(*std::move(matcher));
    }
    for (int i = 0; i < query.exclusions.size(); ++i) {
        Result<EventMatcher> matcher =
            EventMatcher::make(log, query.exclusions[i].condition, u"exclusions[%1]"_s.arg(i));
        if (!matcher)
            return matcher.error();
        matchers.exclusions.push_back(*std::move(matcher));
    }
    if (!query.holdConstant.isEmpty()) {
        const Result<PropertyPtr> column = log.property(query.holdConstant);
        if (!column)
            return column.error();
        if (!*column)
            return unknownProperty(u"hold_constant"_s, query.holdConstant);
        matchers.hold = *column;
    }
    return matchers;
}

} // namespace Funnel
