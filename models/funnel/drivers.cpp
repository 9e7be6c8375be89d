// What goes with conversion: events on the way, and traits at the entry.

#include "models/funnel/evaluator.h"
#include "models/funnel/parallel.h"

#include <algorithm>

namespace Funnel {
namespace {

/// How many converted with a thing and without it.
struct Cell
{
    qint64 success = 0;
    qint64 failure = 0;
    void add(const Cell &other)
    {
        success += other.success;
        failure += other.failure;
    }
    [[nodiscard]] qint64 &of(bool converted) { return converted ? success : failure; }
};

struct Cells
{
    std::vector<Cell> events;              ///< per name
    std::vector<std::vector<Cell>> traits; ///< per property and code of its value
    Cell all;
};

double oddsRatio(const Cell &with, const Cell &all)
{
    return double(with.success + 1) * double(all.failure - with.failure + 1)
           / (double(all.success - with.success + 1) * double(with.failure + 1));
}

/// With conversion first, strongest first; then against it.
void sortByStrength(QList<Driver> &drivers)
{
    std::stable_sort(drivers.begin(), drivers.end(), [](const Driver &a, const Driver &b) {
        const bool aWith = a.oddsRatio > 1;
        const bool bWith = b.oddsRatio > 1;
        if (aWith != bWith)
            return aWith;
        return aWith ? a.oddsRatio > b.oddsRatio : a.oddsRatio < b.oddsRatio;
    });
}

Result<std::vector<PropertyPtr>> traitColumns(const EventLog &log, const FunnelQuery &query)
{
    std::vector<PropertyPtr> columns;
    for (qsizetype i = 0; i < query.traits.size(); ++i) {
        const Result<PropertyPtr> column =
            requiredProperty(log, query.traits[i], QStringLiteral("traits[%1]").arg(i));
        if (!column)
            return column.error();
        columns.push_back(*column);
    }
    return columns;
}

} // namespace

Result<Drivers> evaluateDrivers(const EventLog &log, const FunnelQuery &query,
                                const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    const Result<std::vector<PropertyPtr>> traits = traitColumns(log, query);
    if (!traits)
        return traits.error();
    const std::size_t names = std::size_t(log.names().size());
    std::vector<char> isStep(names, 0);
    for (const EventMatcher &step : matchers->steps) {
        for (const int code : step.nameCodes())
            isStep[std::size_t(code)] = 1;
    }
    Cells empty{std::vector<Cell>(names), {}, {}};
    for (const PropertyPtr &column : *traits)
        empty.traits.emplace_back(std::size_t(column->values.size()));
    const std::vector<Cells> partials = overActors<Cells>(
        log.actors(), empty, progress, [&](Cells &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, *matchers);
            std::vector<std::uint32_t> seenBy(names, 0); // the attempt that had the event last
            std::uint32_t number = 0;
            const auto count = [&](std::size_t actor, const Attempt &attempt) {
                ++number;
                const bool converted = attempt.depth == int(query.steps.size());
                ++partial.all.of(converted);
                const Candidate &entry = finder.candidates()[attempt.at[0]];
                for (std::size_t i = 0; i < traits->size(); ++i)
                    ++partial.traits[i][(*traits)[i]->code(actor, entry.event)].of(converted);
                // What counts is what happened between the entry and the conversion, or the end of
                // the window.
                const std::uint32_t last =
                    converted
                        ? finder.candidates()[attempt.at[std::size_t(attempt.depth - 1)]].event
                        : finder.unitEnd(actor, entry.event);
                for (std::uint32_t event = entry.event + 1; event < last; ++event) {
                    const std::int64_t second = log.seconds(event);
                    if (!query.range.holds(second)
                        || (query.windowSeconds && second > entry.second + *query.windowSeconds))
                        break;
                    const std::size_t name = log.codes()[event];
                    if (isStep[name] || seenBy[name] == number)
                        continue;
                    seenBy[name] = number;
                    ++partial.events[name].of(converted);
                }
            };
            for (std::size_t actor = begin; actor < end; ++actor)
                finder.eachCounted(actor, [&](const Attempt &attempt) { count(actor, attempt); });
        });
    if (partials.empty())
        return Error::cancelled();
    Cells all = empty;
    for (const Cells &partial : partials) {
        all.all.add(partial.all);
        for (std::size_t name = 0; name < names; ++name)
            all.events[name].add(partial.events[name]);
        for (std::size_t i = 0; i < all.traits.size(); ++i) {
            for (std::size_t code = 0; code < all.traits[i].size(); ++code)
                all.traits[i][code].add(partial.traits[i][code]);
        }
    }
    Drivers drivers{{}, {}, all.all.success, all.all.failure};
    const auto append = [&](QList<Driver> &list, Driver driver, const Cell &cell) {
        if (cell.success + cell.failure == 0)
            return;
        driver.success = cell.success;
        driver.failure = cell.failure;
        driver.oddsRatio = oddsRatio(cell, all.all);
        list.append(driver);
    };
    for (std::size_t name = 0; name < names; ++name) {
        Driver driver;
        driver.event = log.names()[qsizetype(name)];
        append(drivers.events, driver, all.events[name]);
    }
    for (std::size_t i = 0; i < all.traits.size(); ++i) {
        for (std::size_t code = 0; code < all.traits[i].size(); ++code) {
            Driver driver;
            driver.property = query.traits[qsizetype(i)];
            driver.value = (*traits)[i]->values[qsizetype(code)];
            append(drivers.traits, driver, all.traits[i][code]);
        }
    }
    sortByStrength(drivers.events);
    sortByStrength(drivers.traits);
    return drivers;
}

} // namespace Funnel
