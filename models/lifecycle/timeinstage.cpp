#include "models/lifecycle/timeinstage.h"

#include <algorithm>

namespace Lifecycle {

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
        reading.curve = survivalCurve(stays[stage]);
        reading.medianDays = survivalMedian(std::move(stays[stage]));
        std::sort(open[stage].begin(), open[stage].end());
        open[stage].resize(std::min(open[stage].size(), ageingListLength));
        for (const auto &[since, customer] : open[stage])
            reading.oldest.push_back(customer);
        result.append(reading);
    }
    return result;
}

} // namespace Lifecycle
