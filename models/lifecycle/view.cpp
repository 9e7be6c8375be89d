#include "models/lifecycle/walk.h"
#include "models/lifecycle/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace Lifecycle {
namespace {

constexpr Customers::CustomerIndex progressStep = 1 << 16;

double median(std::vector<std::int64_t> &seconds)
{
    if (seconds.empty())
        return notAvailable;
    const auto middle = seconds.begin() + std::ptrdiff_t(seconds.size() / 2);
    std::nth_element(seconds.begin(), middle, seconds.end());
    double value = double(*middle);
    if (seconds.size() % 2 == 0)
        value = (value + double(*std::max_element(seconds.begin(), middle))) / 2;
    return value / double(secondsPerDay);
}

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : notAvailable;
}

/// Counts of one period.
struct Counts
{
    explicit Counts(std::size_t stages) : reached(stages, 0), open(stages, 0), waited(stages) {}
    std::vector<qint64> reached;
    std::vector<qint64> open;                      ///< may still arrive: the window has not passed
    std::vector<std::vector<std::int64_t>> waited; ///< seconds from the stage before
    std::vector<std::int64_t> turned;              ///< seconds from the entry to the turning point
};

void count(Counts &counts, const Walk &walked, const Route &route, const Span &span,
           int turningStep)
{
    for (int step = 0; step < walked.depth; ++step) {
        ++counts.reached[std::size_t(step)];
        if (step > 0) {
            counts.waited[std::size_t(step)].push_back(walked.time[std::size_t(step)]
                                                       - walked.time[std::size_t(step - 1)]);
        }
    }
    if (turningStep > 0 && walked.depth > turningStep)
        counts.turned.push_back(walked.time[std::size_t(turningStep)] - walked.time[0]);
    if (walked.depth < int(route.stages.size()) && route.windowDays > 0
        && walked.time[0] + route.windowDays * secondsPerDay > span.followed)
        ++counts.open[std::size_t(walked.depth)];
}

Error badQuery(const char *text)
{
    return {Error::Kind::Definition, QCoreApplication::translate("Lifecycle", text)};
}

Result<void> check(const LifecycleModel &lifecycle, const LifecycleQuery &query)
{
    if (lifecycle.stages.isEmpty())
        return badQuery(QT_TRANSLATE_NOOP(
            "Lifecycle", "The lifecycle has no stage. Add one, or begin with a template."));
    if (lifecycle.stages.size() > largestStageCount)
        return badQuery(QT_TRANSLATE_NOOP(
            "Lifecycle", "The lifecycle has more than 32 stages. Join some of them."));
    if (!query.period.isValid())
        return badQuery(QT_TRANSLATE_NOOP(
            "Lifecycle",
            "The period ends before it begins. Choose an end on or after its first day."));
    if (query.comparison && !query.comparison->isValid())
        return badQuery(QT_TRANSLATE_NOOP("Lifecycle",
                                          "The comparison period ends before it begins. Choose an "
                                          "end on or after its first day."));
    if (query.windowDays < 0)
        return badQuery(QT_TRANSLATE_NOOP(
            "Lifecycle", "The window is negative. Give a number of days, or 0 for no limit."));
    return {};
}

/// Levels for every stage of the lifecycle; those outside the route stay empty.
void writeLevels(LifecycleFunnel &funnel, const Route &route, Counts &counts, Counts *previous)
{
    funnel.levels.resize(funnel.lifecycle.stages.size());
    for (StageLevel &level : funnel.levels)
        level.observed = false;
    for (int step = 0; step < route.stages.size(); ++step) {
        const std::size_t i = std::size_t(step);
        StageLevel &level = funnel.levels[route.stages[step]];
        level.observed = true;
        level.count = counts.reached[i];
        level.shareOfAll = counts.reached[0] > 0 ? share(level.count, counts.reached[0]) : 0;
        level.stillOpen = counts.open[i];
        if (previous)
            level.previousCount = previous->reached[i];
        if (step == 0)
            continue;
        level.stepRate = share(level.count, counts.reached[i - 1]);
        level.dropOff = counts.reached[i - 1] - level.count;
        level.medianDays = median(counts.waited[i]);
        if (previous) {
            level.previousStepRate = share(previous->reached[i], previous->reached[i - 1]);
            level.previousMedianDays = median(previous->waited[i]);
        }
    }
}

/// Share of those who entered that reach \a step of the route.
double reachedShare(const Counts &counts, int step)
{
    return step < 0 ? notAvailable : share(counts.reached[std::size_t(step)], counts.reached[0]);
}

QList<BreakdownRow> rowsOf(const Customers::CodedColumn &column, const std::vector<Counts> &groups,
                           const LifecycleFunnel &funnel, const Route &route)
{
    QList<BreakdownRow> rows;
    for (std::size_t code = 0; code < groups.size(); ++code) {
        const Counts &counts = groups[code];
        if (counts.reached.empty() || counts.reached[0] == 0)
            continue;
        BreakdownRow row;
        row.value = column.values[qsizetype(code)];
        row.counts.fill(0, funnel.lifecycle.stages.size());
        row.stepRates.fill(notAvailable, funnel.lifecycle.stages.size());
        for (int step = 0; step < route.stages.size(); ++step) {
            row.counts[route.stages[step]] = counts.reached[std::size_t(step)];
            if (step > 0) {
                row.stepRates[route.stages[step]] =
                    share(counts.reached[std::size_t(step)], counts.reached[std::size_t(step - 1)]);
            }
        }
        rows.append(row);
    }
    const int entry = route.stages.first();
    std::stable_sort(rows.begin(), rows.end(),
                     [entry](const BreakdownRow &a, const BreakdownRow &b) {
                         return a.counts[entry] > b.counts[entry];
                     });
    return rows;
}

} // namespace

Result<LifecycleView> computeLifecycle(const Customers::Snapshot &snapshot,
                                       const LifecycleModel &lifecycle, const LifecycleQuery &query,
                                       const Progress &progress)
{
    if (const Result<void> checked = check(lifecycle, query); !checked)
        return checked.error();
    const Customers::CodedColumn *column = nullptr;
    if (!query.breakdownField.isEmpty()) {
        column = snapshot.codedColumn(query.breakdownField);
        if (!column) {
            return Error{Error::Kind::Definition,
                         QCoreApplication::translate(
                             "Lifecycle", "There is no customer attribute \"%1\" to break down by.")
                             .arg(query.breakdownField)};
        }
    }

    const EntryRules rules(snapshot, lifecycle);
    const Route route = routeOf(rules, lifecycle, query.windowDays);
    const std::size_t steps = std::size_t(route.stages.size());
    const int turningStage = lifecycle.turningPoint();
    // The first observed stage on the expansion side, and the last on the creation side.
    int turningStep = -1;
    int lastCreationStep = -1;
    for (int step = 0; step < route.stages.size(); ++step) {
        const bool expands = turningStage >= 0 && route.stages[step] >= turningStage;
        if (expands && turningStep < 0)
            turningStep = step;
        if (!expands)
            lastCreationStep = step;
    }

    const QDate followedUntil = lastFollowedDay(snapshot, query.period);
    const Span now = spanOf(query.period, followedUntil);
    Span before;
    if (query.comparison)
        before = spanOf(*query.comparison,
                        query.comparison->until.addDays(query.period.until.daysTo(followedUntil)));

    Counts counts(steps);
    Counts previous(steps);
    std::vector<Counts> groups;
    if (column)
        groups.assign(std::size_t(column->values.size()), Counts(steps));
    for (Customers::CustomerIndex customer = 0; steps > 0 && customer < snapshot.customers();
         ++customer) {
        if (customer % progressStep == 0) {
            if (progress.isCancelled())
                return Error::cancelled();
            progress.report(
                double(customer) / double(snapshot.customers()),
                QCoreApplication::translate("Lifecycle", "Following customers through the stages"));
        }
        const Walk walked = walk(rules, route, customer, now.followed);
        if (walked.depth == 0)
            continue;
        if (now.holds(walked.time[0])) {
            count(counts, walked, route, now, turningStep);
            if (column) {
                std::vector<qint64> &reached = groups[column->code[customer]].reached;
                for (int step = 0; step < walked.depth; ++step)
                    ++reached[std::size_t(step)];
            }
        }
        if (query.comparison && before.holds(walked.time[0]))
            count(previous, walk(rules, route, customer, before.followed), route, before,
                  turningStep);
    }

    LifecycleView view;
    LifecycleFunnel &funnel = view.funnel;
    funnel.lifecycle = lifecycle;
    funnel.period = query.period;
    funnel.comparison = query.comparison;
    funnel.windowDays = query.windowDays;
    writeLevels(funnel, route, counts, query.comparison ? &previous : nullptr);
    if (steps > 0) {
        const double entrants = double(counts.reached[0]);
        funnel.contactToCustomer =
            entrants > 0 && lastCreationStep >= 0 ? reachedShare(counts, lastCreationStep) : 0;
        funnel.turnedShare =
            entrants > 0 && turningStep >= 0 ? reachedShare(counts, turningStep) : 0;
        if (query.comparison)
            funnel.previousContactToCustomer = reachedShare(previous, lastCreationStep);
        funnel.medianDaysToTurn = median(counts.turned);
        if (column)
            view.breakdown = rowsOf(*column, groups, funnel, route);
    }
    view.breakdownField = query.breakdownField;
    writeDefinition(funnel, followedUntil);
    return view;
}

} // namespace Lifecycle
