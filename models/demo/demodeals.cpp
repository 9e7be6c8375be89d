#include "models/demo/demodeals.h"

#include <algorithm>
#include <cmath>

namespace Demo {
namespace {

using Numerics::Random;

constexpr double dealShare = 0.62;     ///< of nurtured contacts; the others order by themselves
constexpr double buyerRejected = 0.10; ///< first offers that sales gave back, of later buyers
constexpr double leadRejected = 0.38;
constexpr double recycledShare = 0.30; ///< of the rejected ones who never buy
constexpr qint64 secondsPerDay = 86400;
constexpr qint64 secondsPerHour = 3600;
constexpr int workFrom = 8;
constexpr int workUntil = 17;

constexpr std::array<const char *, 6> owners{"Huda Al-Qahtani", "Omar Saleh",     "Reem Al-Harbi",
                                             "Yousef Nasser",   "Lina Al-Shehri", "Majed Fahd"};
struct Reason
{
    const char *text;
    double share;
};
constexpr std::array rejectionReasons{Reason{"No budget", 0.31}, Reason{"Not the decision maker", 0.26},
                                      Reason{"Not ready yet", 0.21}, Reason{"Outside our sectors", 0.14},
                                      Reason{"Duplicate", 0.08}};
constexpr std::array lossReasons{Reason{"Price", 0.34}, Reason{"Chose a competitor", 0.27},
                                 Reason{"No decision", 0.24}, Reason{"Delivery time", 0.15}};

template <typename Reasons>
const char *choose(Random &random, const Reasons &reasons)
{
    double left = random.uniform();
    for (const Reason &reason : reasons) {
        left -= reason.share;
        if (left < 0)
            return reason.text;
    }
    return reasons.back().text;
}

/// Friday and Saturday are free.
bool isFree(qint64 day)
{
    const qint64 weekday = (day + 3) % 7; // 0: Monday
    return weekday == 4 || weekday == 5;
}

/// The first moment of work at or after \a time.
qint64 nextWork(qint64 time)
{
    qint64 day = time / secondsPerDay;
    qint64 second = time % secondsPerDay;
    if (second >= workUntil * secondsPerHour) {
        ++day;
        second = 0;
    }
    if (isFree(day))
        second = 0;
    while (isFree(day))
        ++day;
    return day * secondsPerDay + std::max<qint64>(second, workFrom * secondsPerHour);
}

/// \a hours of work later.
qint64 afterWork(qint64 time, double hours)
{
    auto left = qint64(hours * double(secondsPerHour));
    time = nextWork(time);
    while (true) {
        const qint64 end = time / secondsPerDay * secondsPerDay + workUntil * secondsPerHour;
        if (time + left < end)
            return time + left;
        left -= end - time;
        time = nextWork(end);
    }
}

double decisionHours(Random &random) { return 4.4 * std::exp(0.9 * random.normal()); }

void score(Random &random, DealRow &row, double mean, double answered)
{
    for (int &element : row.meddic) {
        if (element < 0 && random.uniform() >= answered)
            continue;
        element = std::max(element, std::clamp(int(std::lround(mean + 0.8 * random.normal())), 0, 3));
    }
}

} // namespace

std::span<const char *const> dealOwners() { return owners; }

void fillDeal(Random &random, const Contact &contact, qint64 lastDay, std::vector<DealRow> &rows)
{
    rows.clear();
    if (contact.reached < 3 || random.uniform() >= dealShare)
        return;
    const bool wins = contact.reached >= 4;
    const qint64 dataEnd = (lastDay + 1) * secondsPerDay - 1;
    const qint64 end = wins ? qint64(contact.day[3] * double(secondsPerDay)) : dataEnd;
    DealRow row;
    row.time = nextWork(qint64(contact.day[2] * double(secondsPerDay)));
    row.stage = "MQL";
    row.amount = std::llround(random.gamma(2, 2.0 / 6500)) * 100;
    row.probability = 0.1;
    row.owner = int(random.integer(0, std::ssize(owners) - 1));
    const auto add = [&](qint64 time) {
        row.time = time;
        if (time < end)
            rows.push_back(row);
        return time < end;
    };
    const auto decide = [&](bool accepted) {
        row.accepted = accepted ? 1 : 0;
        row.reason = accepted ? "" : choose(random, rejectionReasons);
        row.stage = accepted ? "SAL" : "MQL";
        row.probability = accepted ? 0.25 : 0.05;
        const bool isThere = add(afterWork(row.time, decisionHours(random)));
        row.accepted = -1;
        row.reason = "";
        return isThere;
    };
    const bool offered = add(row.time);
    if (offered && random.uniform() < (wins ? buyerRejected : leadRejected)) {
        if (!decide(false) && !wins)
            return;
        if (!wins && random.uniform() >= recycledShare)
            return;
        row.stage = "MQL";
        row.probability = 0.1;
        if (!add(nextWork(row.time + random.integer(9, 45) * secondsPerDay)) && !wins)
            return;
    }
    const bool accepted = decide(true);
    const double quality = wins ? 2.15 : 1.25;
    const bool qualified = accepted && (wins || random.uniform() < 0.62);
    if (qualified) {
        row.stage = "SQL";
        row.probability = 0.4;
        score(random, row, quality, 0.66);
        const bool isThere = add(nextWork(row.time + random.integer(3, 12) * secondsPerDay));
        if (isThere && (wins || random.uniform() < 0.55)) {
            row.stage = "Proposal";
            row.probability = 0.6;
            score(random, row, quality, 0.45);
            add(nextWork(row.time + random.integer(4, 18) * secondsPerDay));
        }
    }
    if (wins) {
        row.stage = "Won";
        row.probability = 1;
        row.time = end;
        rows.push_back(row);
    } else if (accepted && random.uniform() < 0.78) {
        row.stage = "Lost";
        row.probability = 0;
        row.reason = choose(random, lossReasons);
        add(nextWork(row.time + random.integer(20, 90) * secondsPerDay));
    }
}

} // namespace Demo
