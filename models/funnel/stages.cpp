#include "models/funnel/stages.h"

#include "models/funnel/evaluator.h"
#include "models/lifecycle/survival.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr double secondsPerDay = 86400;
constexpr qsizetype largestStages = 64;

/// Position of every event name among the stages; −1: none.
std::vector<int> stagesOfNames(const EventLog &log, const QStringList &stages)
{
    std::vector<int> result;
    for (const QString &name : log.names())
        result.push_back(int(stages.indexOf(name)));
    return result;
}

Result<void> requireStage(const EventLog &log, const StageQuery &query)
{
    const bool any = std::any_of(query.stages.begin(), query.stages.end(),
                                 [&](const QString &stage) { return log.nameCode(stage) >= 0; });
    return any ? Result<void>()
               : Result<void>(unknownEvent(log, u"stages"_s, query.stages.first()));
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : notAvailable; }

} // namespace

Result<StageQuery> stageQueryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    StageQuery query;
    query.kind = reader.word(u"kind"_s, {u"stage_funnel"_s, u"stage_times"_s}, u"stage_funnel"_s);
    reader.text(u"name"_s);
    query.stages = reader.texts(u"stages"_s);
    if (query.stages.isEmpty())
        reader.refuse(QCoreApplication::translate(
            "Funnel", "The field \"stages\" is empty. Name the stages in their order."));
    if (query.stages.size() > largestStages) {
        reader.refuse(
            QCoreApplication::translate(
                "Funnel", "The field \"stages\" holds %1 stages; at most %2 are possible.")
                .arg(query.stages.size())
                .arg(largestStages));
    }
    if (QStringList(query.stages).removeDuplicates() > 0)
        reader.refuse(QCoreApplication::translate(
            "Funnel", "The field \"stages\" names a stage twice. Name each once."));
    if (query.kind == u"stage_funnel")
        query.anyStages =
            reader.word(u"mode"_s, {u"all_stages"_s, u"any_stages"_s}, u"all_stages"_s)
            == u"any_stages";
    query.closedWon = reader.text(u"closed_won"_s);
    query.closedLost = reader.text(u"closed_lost"_s);
    const QJsonObject amounts = reader.object(u"amounts"_s);
    for (auto amount = amounts.begin(); amount != amounts.end(); ++amount) {
        if (!amount.value().isDouble()) {
            reader.refuse(
                QCoreApplication::translate("Funnel", "The field \"%1\" must be a number.")
                    .arg(u"amounts."_s + amount.key()));
            break;
        }
        query.amounts.insert(amount.key(), amount.value().toDouble());
    }
    query.range = readTimeRange(reader);
    if (reader.has(u"list_actors"_s))
        query.listActors = reader.flag(u"list_actors"_s, false);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return query;
}

QJsonObject toJson(const StageQuery &query)
{
    QJsonObject json{{u"kind"_s, query.kind},
                     {u"stages"_s, QJsonArray::fromStringList(query.stages)}};
    if (query.kind == u"stage_funnel")
        json.insert(u"mode"_s, query.anyStages ? u"any_stages"_s : u"all_stages"_s);
    if (!query.closedWon.isEmpty())
        json.insert(u"closed_won"_s, query.closedWon);
    if (!query.closedLost.isEmpty())
        json.insert(u"closed_lost"_s, query.closedLost);
    QJsonObject amounts;
    for (auto amount = query.amounts.begin(); amount != query.amounts.end(); ++amount)
        amounts.insert(amount.key(), amount.value());
    if (!amounts.isEmpty())
        json.insert(u"amounts"_s, amounts);
    writeTimeRange(json, query.range);
    if (query.listActors)
        json.insert(u"list_actors"_s, *query.listActors);
    return json;
}

Result<StageCounts> evaluateStageFunnel(const EventLog &log, const StageQuery &query,
                                        const Progress &progress)
{
    if (const Result<void> known = requireStage(log, query); !known)
        return known.error();
    const std::vector<int> stageOf = stagesOfNames(log, query.stages);
    const std::size_t stages = std::size_t(query.stages.size());
    StageCounts result;
    result.counts.fill(0, query.stages.size());
    result.reached.resize(stages);
    for (std::size_t actor = 0; actor < log.actors(); ++actor) {
        if (actor % 65536 == 0 && progress.isCancelled())
            return Error::cancelled();
        std::size_t depth = 0;
        std::uint64_t held = 0;
        for (std::uint32_t event = log.first(actor); event < log.end(actor); ++event) {
            const int stage = stageOf[log.codes()[event]];
            if (stage < 0 || !query.range.holds(log.seconds(event)))
                continue;
            held |= std::uint64_t(1) << stage;
            depth += std::size_t(stage) == depth;
        }
        for (std::size_t stage = 0; stage < stages; ++stage) {
            if (!(query.anyStages ? held >> stage & 1 : stage < depth))
                continue;
            ++result.counts[qsizetype(stage)];
            result.reached[stage].push_back(std::uint32_t(actor));
        }
    }
    if (query.amounts.isEmpty())
        return result;
    for (const std::vector<std::uint32_t> &actors : result.reached) {
        const Result<QStringList> names = log.actorNames(actors);
        if (!names)
            return names.error();
        double sum = 0;
        for (const QString &name : *names)
            sum += query.amounts.value(name);
        result.amounts.append(sum);
    }
    return result;
}

namespace {

/// One move: when, and to which stage (query.stages.size() or more: the ends outside the list).
struct Move
{
    std::int64_t second = 0;
    int stage = 0;
};

StageRecord readRecord(const std::vector<Move> &moves, const QStringList &states, int stages,
                       int won, int lost, std::int64_t dataEnd,
                       std::vector<std::vector<Lifecycle::Stay>> &stays)
{
    StageRecord record;
    record.cycleDays = notAvailable;
    std::vector<char> held(std::size_t(stages), 0);
    int furthest = -1;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const Move &move = moves[i];
        const bool closes = move.stage == won || move.stage == lost;
        if (move.stage < stages)
            held[std::size_t(move.stage)] = 1;
        // A win outside the list stands behind every stage; a loss is neither forward nor backward.
        if (move.stage == won && won >= stages)
            furthest = stages;
        else if (move.stage != lost)
            furthest = std::max(furthest, move.stage);
        if (i > 0 && move.stage != lost && moves[i - 1].stage != lost
            && move.stage < moves[i - 1].stage)
            ++record.regressions;
        if (closes)
            continue;
        const bool ended = i + 1 < moves.size();
        const double days =
            double((ended ? moves[i + 1].second : dataEnd) - move.second) / secondsPerDay;
        stays[std::size_t(move.stage)].push_back({days, ended});
        if (ended) {
            record.latestDays[states[move.stage]] = days;
            record.cumulativeDays[states[move.stage]] += days;
        } else {
            record.openDays = days;
        }
    }
    for (int stage = 0; stage < std::min(furthest, stages); ++stage) {
        if (!held[std::size_t(stage)] && stage != lost)
            record.skipped.append(states[stage]);
    }
    record.stage = states[moves.back().stage];
    record.isWon = moves.back().stage == won;
    record.isLost = moves.back().stage == lost;
    if (record.isWon || record.isLost)
        record.cycleDays = double(moves.back().second - moves.front().second) / secondsPerDay;
    return record;
}

} // namespace

Result<StageTimes> evaluateStageTimes(const EventLog &log, const StageQuery &query,
                                      const Progress &progress)
{
    if (const Result<void> known = requireStage(log, query); !known)
        return known.error();
    QStringList states = query.stages;
    for (const QString &end : {query.closedWon, query.closedLost}) {
        if (!end.isEmpty() && !states.contains(end))
            states.append(end);
    }
    const int won = query.closedWon.isEmpty() ? -1 : int(states.indexOf(query.closedWon));
    const int lost = query.closedLost.isEmpty() ? -1 : int(states.indexOf(query.closedLost));
    const std::vector<int> stateOf = stagesOfNames(log, states);
    const std::int64_t dataEnd = query.range.until.value_or(log.lastSecond());
    std::vector<std::vector<Lifecycle::Stay>> stays(std::size_t(states.size()));
    StageTimes times;
    std::vector<Move> moves;
    for (std::size_t actor = 0; actor < log.actors(); ++actor) {
        if (actor % 65536 == 0 && progress.isCancelled())
            return Error::cancelled();
        moves.clear();
        for (std::uint32_t event = log.first(actor); event < log.end(actor); ++event) {
            const int state = stateOf[log.codes()[event]];
            // A row that changes something else than the stage is not a move.
            if (state >= 0 && query.range.holds(log.seconds(event))
                && (moves.empty() || moves.back().stage != state))
                moves.push_back({log.seconds(event), state});
        }
        if (moves.empty())
            continue;
        times.records.append(
            readRecord(moves, states, int(query.stages.size()), won, lost, dataEnd, stays));
        times.records.last().actor = std::uint32_t(actor);
    }
    for (int state = 0; state < states.size(); ++state) {
        if (state != won && state != lost)
            times.medianDays[states[state]] = Lifecycle::survivalMedian(stays[std::size_t(state)]);
    }

    std::vector<std::uint32_t> actors;
    for (const StageRecord &record : times.records)
        actors.push_back(record.actor);
    const Result<QStringList> names =
        query.amounts.isEmpty() ? Result<QStringList>(QStringList()) : log.actorNames(actors);
    if (!names)
        return names.error();
    double wonAmount = 0;
    double closedAmount = 0;
    double cycleDays = 0;
    for (qsizetype i = 0; i < times.records.size(); ++i) {
        const StageRecord &record = times.records[i];
        const double amount = names->isEmpty() ? 0 : query.amounts.value((*names)[i]);
        times.won += record.isWon;
        times.lost += record.isLost;
        times.open += !record.isWon && !record.isLost;
        wonAmount += record.isWon ? amount : 0;
        closedAmount += record.isWon || record.isLost ? amount : 0;
        cycleDays += record.isWon ? record.cycleDays : 0;
    }
    times.winRate = ratio(double(times.won), double(times.won + times.lost));
    times.winRateByValue = ratio(wonAmount, closedAmount);
    times.averageWonAmount =
        query.amounts.isEmpty() ? notAvailable : ratio(wonAmount, double(times.won));
    times.averageCycleDays = ratio(cycleDays, double(times.won));
    times.velocityPerDay = times.averageCycleDays > 0
                               ? double(times.records.size()) * times.winRate
                                     * times.averageWonAmount / times.averageCycleDays
                               : notAvailable;
    return times;
}

} // namespace Funnel
