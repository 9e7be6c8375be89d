#include "models/funnel/evaluator.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

/// A condition that can be lifted, and the sentence that blames it.
struct Suspect
{
    FunnelQuery without;
    QString sentence;
};

QList<Suspect> suspectsOf(const FunnelQuery &query)
{
    QList<Suspect> suspects;
    const auto add = [&](const QString &sentence, auto lift) {
        FunnelQuery without = query;
        without.breakdown.reset();
        without.listActors = false;
        lift(without);
        suspects.append({without, sentence});
    };
    if (query.range.from || query.range.until) {
        add(QCoreApplication::translate("Funnel",
                                        "Nobody reached step %1 (%2): the date range, "
                                        "\"date_from\" and \"date_to\", removed everybody."),
            [](FunnelQuery &lifted) { lifted.range = {}; });
    }
    if (query.windowSeconds) {
        add(QCoreApplication::translate(
                "Funnel",
                "Nobody reached step %1 (%2): the window, \"window_seconds\", removed everybody."),
            [](FunnelQuery &lifted) { lifted.windowSeconds.reset(); });
    }
    if (query.hasStepWindows()) {
        add(QCoreApplication::translate(
                "Funnel", "Nobody reached step %1 (%2): the window of a step, "
                          "\"steps[].window_seconds\", removed everybody."),
            [](FunnelQuery &lifted) {
                for (Step &step : lifted.steps)
                    step.windowSeconds.reset();
            });
    }
    if (query.counting == Counting::Sessions) {
        add(QCoreApplication::translate(
                "Funnel", "Nobody reached step %1 (%2): counting by sessions, \"count\", removed "
                          "everybody, because the steps lie in different sessions."),
            [](FunnelQuery &lifted) { lifted.counting = Counting::Actors; });
    }
    if (!query.holdConstant.isEmpty()) {
        add(QCoreApplication::translate(
                "Funnel", "Nobody reached step %1 (%2): the property held constant, "
                          "\"hold_constant\", removed everybody."),
            [](FunnelQuery &lifted) { lifted.holdConstant.clear(); });
    }
    if (!query.exclusions.isEmpty()) {
        add(QCoreApplication::translate(
                "Funnel",
                "Nobody reached step %1 (%2): the exclusions, \"exclusions\", removed everybody."),
            [](FunnelQuery &lifted) { lifted.exclusions.clear(); });
    }
    add(QCoreApplication::translate(
            "Funnel",
            "Nobody reached step %1 (%2): the property conditions, \"where\", removed everybody."),
        [](FunnelQuery &lifted) {
            for (Step &step : lifted.steps) {
                step.condition.where.clear();
                step.condition.rule.reset();
            }
        });
    add(QCoreApplication::translate(
            "Funnel",
            "Nobody reached step %1 (%2): the condition \"first_time\" removed everybody."),
        [](FunnelQuery &lifted) {
            for (Step &step : lifted.steps)
                step.firstTime = false;
        });
    if (query.order == StepOrder::Any) {
        add(QCoreApplication::translate(
                "Funnel",
                "Nobody reached step %1 (%2): the steps kept at their place, \"steps[].anchored\", "
                "removed everybody."),
            [](FunnelQuery &lifted) {
                for (Step &step : lifted.steps)
                    step.anchored = false;
            });
    }
    if (query.entryMode == EntryMode::FirstEntry) {
        add(QCoreApplication::translate(
                "Funnel",
                "Nobody reached step %1 (%2): the entry rule, \"entry_mode\", removed everybody."),
            [](FunnelQuery &lifted) { lifted.entryMode = EntryMode::BestAttempt; });
    }
    if (query.order == StepOrder::Strict) {
        add(QCoreApplication::translate(
                "Funnel",
                "Nobody reached step %1 (%2): the strict order, \"order\", removed everybody."),
            [](FunnelQuery &lifted) { lifted.order = StepOrder::Ordered; });
    }
    if (query.order != StepOrder::Any) {
        add(QCoreApplication::translate("Funnel",
                                        "Nobody reached step %1 (%2): the order of the steps, "
                                        "\"order\", removed everybody."),
            [](FunnelQuery &lifted) {
                lifted.order = StepOrder::Any;
                for (Step &step : lifted.steps)
                    step.windowSeconds.reset();
            });
    }
    return suspects;
}

} // namespace

Result<QString> explain(const EventLog &log, const FunnelQuery &query, const FunnelReading &reading,
                        const Progress &progress)
{
    qsizetype empty = 0;
    while (empty < reading.steps.size() && reading.steps[empty].count > 0)
        ++empty;
    if (empty == reading.steps.size())
        return QString();
    if (log.size() == 0)
        return QCoreApplication::translate("Funnel",
                                           "The workspace holds no events and no purchases yet.");
    const QStringList events = query.steps[empty].condition.names();
    const QString name = events.isEmpty() ? QCoreApplication::translate("Funnel", "any event")
                                          : u'"' + events.join(u"\", \""_s) + u'"';
    const QString step = log.format().integer(empty + 1);
    const auto occurs = [&log](const QString &event) { return log.nameCode(event) >= 0; };
    if (!events.isEmpty() && std::none_of(events.begin(), events.end(), occurs)) {
        return QCoreApplication::translate(
                   "Funnel",
                   "Nobody reached step %1 (%2): this event never occurs in the workspace.")
            .arg(step, name);
    }
    for (const Suspect &suspect : suspectsOf(query)) {
        if (suspect.without == query)
            continue;
        const Result<FunnelResult> lifted = evaluate(log, suspect.without, progress);
        if (!lifted)
            return lifted.error();
        if (lifted->total.steps[empty].count > 0)
            return suspect.sentence.arg(step, name);
    }
    return QCoreApplication::translate(
               "Funnel",
               "Nobody reached step %1 (%2): no one did it within all conditions together.")
        .arg(step, name);
}

} // namespace Funnel
