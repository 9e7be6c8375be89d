#include "models/funnel/resultjson.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

QJsonArray jsonList(const QList<double> &values)
{
    QJsonArray list;
    for (const double value : values)
        list.append(jsonNumber(value));
    return list;
}

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : notAvailable;
}

} // namespace

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonArray jsonList(const QList<qint64> &values)
{
    QJsonArray list;
    for (const qint64 value : values)
        list.append(value);
    return list;
}

QJsonObject jsonOf(const FunnelReading &reading)
{
    QList<double> average;
    QList<double> middle;
    QList<double> ofAll;
    QList<double> ofPrevious;
    QList<double> ofFirst;
    QList<qint64> dropped;
    QList<qint64> open;
    QList<double> sums;
    qint64 previous = reading.actors;
    for (const StepReading &step : reading.steps) {
        average.append(step.averageSeconds);
        middle.append(step.medianSeconds);
        ofAll.append(share(step.count, reading.actors));
        ofPrevious.append(share(step.count, previous));
        ofFirst.append(share(step.count, reading.steps.first().count));
        dropped.append(dropped.isEmpty() ? 0 : previous - step.count);
        open.append(step.stillOpen);
        sums.append(step.value);
        previous = step.count;
    }
    QJsonObject json{{u"counts"_s, jsonList(reading.counts())},
            {u"avg_seconds"_s, jsonList(average)},
            {u"median_seconds"_s, jsonList(middle)},
            {u"share_of_all_actors"_s, jsonList(ofAll)},
            {u"step_rate"_s, jsonList(ofPrevious)},
            {u"overall_rate"_s, jsonList(ofFirst)},
            {u"dropped"_s, jsonList(dropped)},
            {u"still_open"_s, jsonList(open)},
            {u"actors"_s, reading.actors}};
    if (std::any_of(sums.begin(), sums.end(), [](double sum) { return std::isfinite(sum); })) {
        json.insert(u"values"_s, jsonList(sums));
        if (!reading.currency.isEmpty())
            json.insert(u"currency"_s, reading.currency);
    }
    return json;
}

Result<void> addReached(QJsonObject &json, const EventLog &log, const FunnelReading &reading)
{
    if (reading.steps.first().count != qint64(reading.steps.first().reached.size()))
        return {}; // not listed
    QJsonArray reached;
    for (const StepReading &step : reading.steps) {
        const Result<QStringList> names = log.actorNames(step.reached);
        if (!names)
            return names.error();
        reached.append(QJsonArray::fromStringList(*names));
    }
    json.insert(u"reached"_s, reached);
    return {};
}

QJsonArray jsonOf(const QList<Instead> &rows)
{
    QJsonArray list;
    for (const Instead &row : rows) {
        list.append(QJsonArray{row.event.isEmpty() ? QJsonValue() : QJsonValue(row.event),
                               row.actors});
    }
    return list;
}

QJsonObject jsonOf(const QList<TrendRow> &rows)
{
    QJsonArray all;
    QJsonArray periods;
    QJsonObject nonEmpty;
    for (const TrendRow &row : rows) {
        const QJsonArray cells{row.entered, row.reached, row.percent()};
        all.append(cells);
        periods.append(row.period);
        if (row.entered > 0)
            nonEmpty.insert(row.period, cells);
    }
    return {{u"rows"_s, all}, {u"periods"_s, periods}, {u"rows_nonempty"_s, nonEmpty}};
}

QJsonObject jsonOf(const ConvertTimes &times)
{
    QJsonArray bins;
    for (const ConvertTimes::Bin &bin : times.bins)
        bins.append(QJsonArray{qint64(bin.from), bin.count});
    return {{u"bins"_s, bins},
            {u"avg_seconds"_s, jsonNumber(times.averageSeconds)},
            {u"median_seconds"_s, jsonNumber(times.medianSeconds)},
            {u"conversions"_s, times.conversions}};
}

QJsonObject jsonOf(const Drivers &drivers)
{
    QJsonArray results;
    for (const Driver &driver : drivers.events) {
        results.append(QJsonObject{{u"event"_s, driver.event},
                                   {u"success"_s, driver.success},
                                   {u"failure"_s, driver.failure},
                                   {u"odds_ratio"_s, driver.oddsRatio}});
    }
    QJsonArray traits;
    for (const Driver &driver : drivers.traits) {
        traits.append(QJsonObject{{u"property"_s, driver.property},
                                  {u"value"_s, driver.value.isEmpty() ? QJsonValue()
                                                                      : QJsonValue(driver.value)},
                                  {u"success"_s, driver.success},
                                  {u"failure"_s, driver.failure},
                                  {u"odds_ratio"_s, driver.oddsRatio}});
    }
    QJsonObject json{{u"results"_s, results},
                     {u"converted"_s, drivers.converted},
                     {u"not_converted"_s, drivers.notConverted}};
    if (!traits.isEmpty())
        json.insert(u"traits"_s, traits);
    return json;
}

QJsonObject jsonOf(const RetentionMatrix &matrix)
{
    QJsonArray rows;
    for (const QList<qint64> &row : matrix.rows)
        rows.append(jsonList(row));
    return {{u"matrix"_s, rows},
            {u"periods"_s, QJsonArray::fromStringList(matrix.periods)},
            {u"first_period"_s, matrix.periods.value(0)}};
}

QJsonObject jsonOf(const GrowthBars &bars)
{
    return {{u"periods"_s, QJsonArray::fromStringList(bars.periods)},
            {u"new"_s, jsonList(bars.fresh)},
            {u"returning"_s, jsonList(bars.returning)},
            {u"resurrecting"_s, jsonList(bars.resurrecting)},
            {u"dormant"_s, jsonList(bars.dormant)}};
}

QJsonObject jsonOfStickiness(const QList<qint64> &histogram)
{
    QJsonObject counts;
    qint64 actors = 0;
    for (qsizetype periods = 1; periods < histogram.size(); ++periods) {
        counts.insert(QString::number(periods), histogram[periods]);
        actors += histogram[periods];
    }
    return {{u"active_periods_histogram"_s, counts}, {u"actors"_s, actors}};
}

QJsonObject jsonOf(const PathFlow &flow, const QString &kind)
{
    if (kind == u"paths") {
        QJsonArray links;
        for (const PathLink &link : flow.links)
            links.append(QJsonArray{link.from, link.to, link.actors, link.averageSeconds});
        return {{u"links"_s, links}};
    }
    QJsonObject steps;
    for (const PathNode &node : flow.nodes) {
        steps.insert(node.name, QJsonObject{{u"reached"_s, node.reached},
                                            {u"continued"_s, node.continued},
                                            {u"dropped"_s, node.dropped()}});
    }
    return {{u"steps"_s, steps}};
}

QJsonObject jsonOf(const TransitionMatrix &matrix, TransitionValue value)
{
    QJsonArray rows;
    for (const QList<double> &row : matrix.values(value))
        rows.append(jsonList(row));
    return {{u"labels"_s, QJsonArray::fromStringList(matrix.labels)}, {u"matrix"_s, rows}};
}

QJsonObject jsonOf(const EventConversion &conversion)
{
    return {{u"with_start"_s, conversion.withStart},
            {u"converted"_s, conversion.converted},
            {u"rate"_s, jsonNumber(conversion.rate())},
            {u"base_rate"_s, jsonNumber(conversion.baseRate())},
            {u"lift"_s, jsonNumber(conversion.lift())},
            {u"actors"_s, conversion.actors}};
}

QJsonObject jsonOf(const Reach &reach)
{
    QJsonObject json;
    for (qsizetype i = 0; i < reach.states.size(); ++i) {
        json.insert(reach.states[i],
                    QJsonObject{{u"probability"_s, jsonNumber(reach.probability[i])},
                                {u"expected_steps"_s, jsonNumber(reach.expectedSteps[i])},
                                {u"expected_seconds"_s, jsonNumber(reach.expectedSeconds[i])}});
    }
    return json;
}

Result<QJsonObject> jsonOf(const StageTimes &times, const EventLog &log, const StageQuery &query)
{
    const auto daysOf = [](const QMap<QString, double> &days) {
        QJsonObject json;
        for (auto day = days.begin(); day != days.end(); ++day)
            json.insert(day.key(), jsonNumber(day.value()));
        return json;
    };
    QJsonObject json{{u"median_days"_s, daysOf(times.medianDays)},
                     {u"won"_s, times.won},
                     {u"lost"_s, times.lost},
                     {u"open"_s, times.open},
                     {u"win_rate"_s, jsonNumber(times.winRate)},
                     {u"win_rate_by_value"_s, jsonNumber(times.winRateByValue)},
                     {u"avg_won_amount"_s, jsonNumber(times.averageWonAmount)},
                     {u"avg_cycle_days"_s, jsonNumber(times.averageCycleDays)},
                     {u"velocity_per_day"_s, jsonNumber(times.velocityPerDay)}};
    if (!query.listActors.value_or(times.records.size() <= listedActors))
        return json;
    std::vector<std::uint32_t> actors;
    for (const StageRecord &record : times.records)
        actors.push_back(record.actor);
    const Result<QStringList> names = log.actorNames(actors);
    if (!names)
        return names.error();
    QJsonObject records;
    for (qsizetype i = 0; i < times.records.size(); ++i) {
        const StageRecord &record = times.records[i];
        records.insert((*names)[i],
                       QJsonObject{{u"latest_days"_s, daysOf(record.latestDays)},
                                   {u"cumulative_days"_s, daysOf(record.cumulativeDays)},
                                   {u"regressions"_s, record.regressions},
                                   {u"skipped"_s, QJsonArray::fromStringList(record.skipped)},
                                   {u"cycle_days"_s, jsonNumber(record.cycleDays)},
                                   {u"stage"_s, record.stage},
                                   {u"open_days"_s, record.isWon || record.isLost
                                                        ? QJsonValue()
                                                        : jsonNumber(record.openDays)}});
    }
    json.insert(u"records"_s, records);
    return json;
}

} // namespace Funnel
