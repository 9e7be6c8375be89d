#include "models/lifecycle/timeinstage.h"

#include <algorithm>

namespace Lifecycle {
namespace {

/// Of the last event or purchase up to \a end; the distant past where there is none.
std::int64_t lastActivity(const Customers::Snapshot &snapshot, Customers::CustomerIndex customer,
                          std::int64_t end)
{
    std::int64_t last = std::numeric_limits<std::int64_t>::min() / 2;
    const auto look = [&](const auto &columns) {
        if (columns.first.empty())
            return;
        for (std::uint32_t i = columns.first[customer + 1]; i-- > columns.first[customer];) {
            if (columns.seconds(i) <= end) {
                last = std::max(last, columns.seconds(i));
                break;
            }
        }
    };
    look(snapshot.events);
    look(snapshot.purchases);
    return last;
}

} // namespace

QList<StageStay> timeInStage(const StageHistory &history, const LifecycleModel &lifecycle,
                             QDate until)
{
    constexpr double secondsPerDay = 86400;
    const std::int64_t end = epochSeconds(until.addDays(1)) - 1;
    const std::size_t stages = std::size_t(lifecycle.stages.size());
    std::vector<std::vector<Stay>> stays(stages);
    std::vector<std::vector<std::pair<std::int64_t, Customers::CustomerIndex>>> open(stages);
    for (std::size_t customer = 0; customer + 1 < history.first.size(); ++customer) {
        for (std::uint32_t i = history.first[customer]; i < history.first[customer + 1]; ++i) {
            const StageEntry &entry = history.entries[i];
            if (entry.time > end)
                break;
            const bool isLast =
                i + 1 == history.first[customer + 1] || history.entries[i + 1].time > end;
            const std::int64_t left = isLast ? end : history.entries[i + 1].time;
            stays[entry.stage].push_back({double(left - entry.time) / secondsPerDay, !isLast});
            if (isLast)
                open[entry.stage].emplace_back(entry.time, entry.customer);
        }
    }
    QList<StageStay> result;
    for (std::size_t stage = 0; stage < stages; ++stage) {
        StageStay reading;
        reading.stage = int(stage);
        reading.entered = qint64(stays[stage].size());
        reading.open = qint64(open[stage].size());
        reading.band = survivalBand(stays[stage], 0.9);
        reading.medianDays = survivalQuantile(reading.band, 0.5);
        reading.firstQuarterDays = survivalQuantile(reading.band, 0.75);
        reading.lastQuarterDays = survivalQuantile(reading.band, 0.25);
        std::sort(open[stage].begin(), open[stage].end());
        for (const auto &[since, customer] : open[stage])
            reading.oldest.push_back({customer, since, double(end - since) / secondsPerDay});
        result.append(reading);
    }
    return result;
}

Velocity velocity(const Customers::Snapshot &snapshot, const StageHistory &history,
                  const LifecycleModel &lifecycle, QDate until, int quietDays, double meanClv)
{
    constexpr double secondsPerDay = 86400;
    Velocity reading;
    reading.value = meanClv;
    const int turn = lifecycle.turningPoint();
    const int purchase = turn > 0 ? turn - 1 : int(lifecycle.stages.size()) - 1;
    const std::int64_t end = epochSeconds(until.addDays(1)) - 1;
    qint64 won = 0;
    qint64 lost = 0;
    std::vector<Stay> arrived;
    for (std::size_t customer = 0; customer + 1 < history.first.size(); ++customer) {
        const std::uint32_t begin = history.first[customer];
        const std::uint32_t stop = history.first[customer + 1];
        if (begin == stop || history.entries[begin].time > end)
            continue;
        const std::int64_t start = history.entries[begin].time;
        std::int64_t bought = end + 1;
        for (std::uint32_t i = begin; i < stop && bought > end; ++i) {
            if (int(history.entries[i].stage) >= purchase)
                bought = history.entries[i].time;
        }
        if (bought <= end) {
            ++won;
            arrived.push_back({double(bought - start) / secondsPerDay, true});
            continue;
        }
        const std::int64_t last = lastActivity(snapshot, Customers::CustomerIndex(customer), end);
        const bool isSilent = double(end - last) > quietDays * secondsPerDay;
        ++(isSilent ? lost : reading.open);
    }
    if (won + lost > 0)
        reading.conversion = double(won) / double(won + lost);
    reading.days = survivalMedian(std::move(arrived));
    if (reading.days > 0)
        reading.valuePerDay = double(reading.open) * reading.conversion * meanClv / reading.days;
    return reading;
}

} // namespace Lifecycle
