// The questions about a funnel besides its counts: trend, time to convert, what the lost did instead.

#include "models/funnel/evaluator.h"
#include "models/funnel/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Funnel {

double TrendRow::percent() const
{
    return entered > 0 ? std::round(10000.0 * double(reached) / double(entered)) / 100 : 0;
}

Result<QList<TrendRow>> evaluateTrend(const EventLog &log, const FunnelQuery &query,
                                      const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    const std::int64_t from = query.range.from.value_or(log.firstSecond());
    const std::int64_t until = query.range.until.value_or(log.lastSecond());
    if (until < from)
        return QList<TrendRow>();
    if (PeriodAxis::estimate(query.interval, from, until) > PeriodAxis::largestCount) {
        return JsonReader::definitionError(
            QCoreApplication::translate("Funnel", "The field \"interval\" cuts the range into more "
                                                  "than %1 periods. Choose a longer interval.")
                .arg(PeriodAxis::largestCount));
    }
    const PeriodAxis axis(query.interval, from, until, query.weekStart);
    using Pairs = std::vector<std::pair<qint64, qint64>>;
    const std::vector<Pairs> partials = overActors<Pairs>(
        log.actors(), Pairs(std::size_t(axis.count())), progress,
        [&](Pairs &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, *matchers);
            std::vector<std::pair<int, Attempt>> best; // per period of entry, in order of time
            const auto count = [&](int period, const Attempt &attempt) {
                partial[std::size_t(period)].first += attempt.depth > query.fromStep;
                partial[std::size_t(period)].second += attempt.depth > query.lastStep();
            };
            const auto periodOf = [&](std::size_t entry) {
                return axis.indexOf(finder.candidates()[entry].second);
            };
            const auto countBest = [&] {
                best.clear();
                for (std::size_t entry = finder.nextEntry(0); entry < finder.candidates().size();
                     entry = finder.nextEntry(entry + 1)) {
                    if (const int period = periodOf(entry); period >= 0) {
                        const Attempt tried = finder.attempt(entry);
                        if (best.empty() || best.back().first != period)
                            best.emplace_back(period, tried);
                        else if (tried.beats(best.back().second))
                            best.back().second = tried;
                    }
                    if (query.entryMode == EntryMode::FirstEntry)
                        break;
                }
                for (const auto &[period, attempt] : best) {
                    if (!attempt.isTainted)
                        count(period, attempt);
                }
            };
            const auto countPass = [&](const Attempt &attempt) {
                if (const int period = periodOf(attempt.at[0]); period >= 0)
                    count(period, attempt);
            };
            for (std::size_t actor = begin; actor < end; ++actor) {
                if (query.counting == Counting::Totals)
                    finder.eachCounted(actor, countPass);
                else
                    finder.eachReading(actor, countBest);
            }
        });
    if (partials.empty())
        return Error::cancelled();
    QList<TrendRow> rows;
    for (int period = 0; period < axis.count(); ++period) {
        TrendRow row{axis.label(period), 0, 0};
        for (const Pairs &partial : partials) {
            row.entered += partial[std::size_t(period)].first;
            row.reached += partial[std::size_t(period)].second;
        }
        rows.append(row);
    }
    return rows;
}

std::int64_t automaticBins(std::int64_t values)
{
    // In whole numbers: the floating cube root of a perfect cube may round upward.
    std::int64_t bins = 0;
    while (bins * bins * bins < values)
        ++bins;
    return bins;
}

QList<std::int64_t> binBoundaries(std::int64_t smallest, std::int64_t largest, std::int64_t bins)
{
    constexpr std::int64_t widthOfEqualValues = 60;
    QList<std::int64_t> boundaries;
    if (bins <= 0)
        return boundaries;
    const std::int64_t width = (largest - smallest + bins - 1) / bins;
    for (std::int64_t k = 0; k <= bins; ++k)
        boundaries.append(smallest + k * (width > 0 ? width : widthOfEqualValues));
    return boundaries;
}

Result<ConvertTimes> evaluateConvertTimes(const EventLog &log, const FunnelQuery &query,
                                          const Progress &progress)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    using Seconds = std::vector<std::int64_t>;
    const std::vector<Seconds> partials = overActors<Seconds>(
        log.actors(), {}, progress, [&](Seconds &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, *matchers);
            for (std::size_t actor = begin; actor < end; ++actor) {
                finder.eachCounted(actor, [&](const Attempt &attempt) {
                    if (attempt.depth <= query.lastStep())
                        return;
                    const auto at = [&](int step) {
                        return finder.candidates()[attempt.at[std::size_t(step)]].second;
                    };
                    partial.push_back(at(query.lastStep()) - at(query.fromStep));
                });
            }
        });
    if (partials.empty())
        return Error::cancelled();
    Seconds waits;
    for (const Seconds &partial : partials)
        waits.insert(waits.end(), partial.begin(), partial.end());
    ConvertTimes times;
    times.conversions = qint64(waits.size());
    if (waits.empty())
        return times;
    const auto [smallest, largest] = std::minmax_element(waits.begin(), waits.end());
    const QList<std::int64_t> boundaries = binBoundaries(
        *smallest, *largest, query.bins > 0 ? query.bins : automaticBins(times.conversions));
    for (const std::int64_t boundary : boundaries)
        times.bins.append({boundary, 0});
    const std::int64_t width = boundaries[1] - boundaries[0];
    for (const std::int64_t wait : waits)
        ++times
              .bins[std::min<qsizetype>(qsizetype((wait - boundaries[0]) / width),
                                        times.bins.size() - 1)]
              .count;
    times.averageSeconds = std::accumulate(waits.begin(), waits.end(), 0.0) / double(waits.size());
    times.medianSeconds = medianOf(waits);
    return times;
}

Result<QList<Instead>> evaluateInstead(const EventLog &log, const FunnelQuery &query, int step,
                                       const Progress &progress,
                                       std::span<const std::uint8_t> among)
{
    const Result<FunnelMatchers> matchers = resolve(log, query);
    if (!matchers)
        return matchers.error();
    const std::size_t names = std::size_t(log.names().size());
    using Counts = std::vector<qint64>; // per name, and one more for nothing
    const std::vector<Counts> partials = overActors<Counts>(
        log.actors(), Counts(names + 1, 0), progress,
        [&](Counts &partial, std::size_t begin, std::size_t end) {
            AttemptFinder finder(log, query, *matchers);
            for (std::size_t actor = begin; actor < end; ++actor) {
                if (!among.empty() && !among[actor])
                    continue;
                finder.eachCounted(actor, [&](const Attempt &attempt) {
                    if (attempt.depth != step)
                        return;
                    const std::uint32_t last =
                        finder.candidates()[attempt.at[std::size_t(step - 1)]].event;
                    ++partial[last + 1 < finder.unitEnd(actor, last) ? log.codes()[last + 1] : names];
                });
            }
        });
    if (partials.empty())
        return Error::cancelled();
    QList<Instead> rows;
    for (std::size_t name = 0; name <= names; ++name) {
        Instead row{name < names ? log.names()[qsizetype(name)] : QString(), 0};
        for (const Counts &partial : partials)
            row.actors += partial[name];
        if (row.actors > 0)
            rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Instead &a, const Instead &b) { return a.actors > b.actors; });
    return rows;
}

} // namespace Funnel
