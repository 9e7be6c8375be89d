#include "models/journeys/journey.h"

#include "models/funnel/chain.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace Journeys {
namespace {

constexpr double secondsPerDay = 86400;
constexpr Customers::CustomerIndex progressStep = 1 << 16;
/// Longer ways are cut: nobody reads them, and each would be a path of its own.
constexpr qsizetype longestPath = 40;

/// One contact's way as it is walked.
struct Walk
{
    std::vector<std::pair<int, std::int64_t>> visits; ///< stage and moment of entry
    std::vector<int> repeats;                         ///< stages entered while in them, per time
    int highest = -1;

    void enter(int stage, std::int64_t time)
    {
        if (qsizetype(visits.size()) < longestPath)
            visits.emplace_back(stage, time);
        highest = std::max(highest, stage);
    }
    /// An occurrence that leads into the stages of \a mask.
    void take(Lifecycle::StageMask mask, std::int64_t time, bool withReturns)
    {
        const int current = visits.empty() ? -1 : visits.back().first;
        const int floor = withReturns ? current : highest;
        if (current >= 0 && (mask >> current & 1) && withReturns)
            repeats.push_back(current);
        Lifecycle::StageMask ahead = floor < 0     ? mask
                                     : floor >= 31 ? 0
                                                   : mask & ~((Lifecycle::StageMask(2) << floor) - 1);
        if (ahead) {
            for (; ahead; ahead &= ahead - 1)
                enter(std::countr_zero(ahead), time);
        } else if (withReturns && current >= 0 && !(mask >> current & 1)) {
            enter(31 - std::countl_zero(mask), time); // back, as far forward as possible
        }
    }
};

std::int64_t lastActivity(const Customers::Snapshot &snapshot, Customers::CustomerIndex customer)
{
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    const Customers::EventColumns &events = snapshot.events;
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    if (!events.first.empty() && events.first[customer + 1] > events.first[customer])
        last = events.seconds(events.first[customer + 1] - 1);
    if (!purchases.first.empty() && purchases.first[customer + 1] > purchases.first[customer])
        last = std::max(last, purchases.seconds(purchases.first[customer + 1] - 1));
    return last;
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return notAvailable;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// What belongs to one path, or to one link, while it is collected.
struct Gathered
{
    qint64 contacts = 0;
    qint64 moves = 0;
    double clv = 0;
    std::vector<double> days;
};

/// Links in a fixed order: sources, then stage by stage: forward, back, still, left.
using LinkKey = std::pair<int, int>;

class Collector
{
public:
    Collector(Journey &journey, const Customers::CodedColumn *column)
        : m_journey(journey), m_column(column), m_stages(int(journey.lifecycle.stages.size()))
    {
        const qsizetype labels = m_stages + 2;
        Funnel::TransitionMatrix &moves = journey.moves;
        moves.labels.append(Funnel::startState.toString());
        for (const Lifecycle::Stage &stage : std::as_const(journey.lifecycle.stages))
            moves.labels.append(stage.id);
        moves.labels.append(Funnel::endState.toString());
        moves.counts.fill(QList<qint64>(labels, 0), labels);
        moves.seconds.fill(QList<double>(labels, 0), labels);
        m_endClv.assign(std::size_t(m_stages), 0);
        m_ends.assign(std::size_t(m_stages), 0);
        m_heldClv.assign(std::size_t(m_stages), 0);
        journey.stages.resize(m_stages);
        m_ofSource.assign(column ? std::size_t(column->values.size()) : 1, 0);
    }

    void add(Customers::CustomerIndex customer, const Walk &walk, bool hasLeft, double clv)
    {
        const int code = m_column ? int(m_column->code[customer]) : 0;
        ++m_ofSource[std::size_t(code)];
        m_journey.meanClv += clv;
        ++m_journey.contacts;
        count(0, walk.visits.front().first + 1, 0);
        Lifecycle::StageMask held = 0;
        std::map<LinkKey, int> own;
        for (std::size_t i = 0; i < walk.visits.size(); ++i) {
            const auto [stage, time] = walk.visits[i];
            held |= Lifecycle::StageMask(1) << stage;
            if (i == 0)
                continue;
            const auto [before, since] = walk.visits[i - 1];
            count(before + 1, stage + 1, double(time - since));
            const LinkKey key(before, stage);
            Gathered &link = m_links[key];
            link.days.push_back(double(time - since) / secondsPerDay);
            ++own[key];
        }
        for (const int stage : walk.repeats) {
            count(stage + 1, stage + 1, 0);
            ++own[{stage, stage}];
        }
        const int last = walk.visits.back().first;
        count(last + 1, m_stages + 1, 0);
        ++own[{last, m_stages + (hasLeft ? 1 : 0)}];
        ++own[{-1 - code, walk.visits.front().first}];
        for (const auto &[key, times] : own) {
            Gathered &link = m_links[key];
            ++link.contacts;
            link.moves += times;
            link.clv += clv;
        }
        for (Lifecycle::StageMask left = held; left; left &= left - 1) {
            const int stage = std::countr_zero(left);
            ++m_journey.stages[stage].contacts;
            m_heldClv[std::size_t(stage)] += clv;
        }
        ++(hasLeft ? m_journey.stages[last].left : m_journey.stages[last].still);
        ++m_ends[std::size_t(last)];
        m_endClv[std::size_t(last)] += clv;
        remember(customer, walk, code, hasLeft, clv);
    }

    void finish()
    {
        if (m_journey.contacts > 0)
            m_journey.meanClv /= double(m_journey.contacts);
        nameSources();
        writePaths();
        writeLinks();
        writeStages();
    }

private:
    void count(qsizetype from, qsizetype to, double seconds)
    {
        ++m_journey.moves.counts[from][to];
        m_journey.moves.seconds[from][to] += seconds;
    }

    void remember(Customers::CustomerIndex customer, const Walk &walk, int code, bool hasLeft,
                  double clv)
    {
        Path path;
        path.source = code;
        path.hasLeft = hasLeft;
        std::string key;
        for (const auto &[stage, time] : walk.visits) {
            path.stages.append(stage);
            key.push_back(char(stage));
        }
        for (const int stage : walk.repeats)
            path.repeated |= Lifecycle::StageMask(1) << stage;
        key.append(reinterpret_cast<const char *>(&path.repeated), sizeof path.repeated);
        key.append(reinterpret_cast<const char *>(&code), sizeof code);
        key.push_back(char(hasLeft));
        const auto [found, isNew] = m_pathOf.try_emplace(key, std::uint32_t(m_paths.size()));
        if (isNew) {
            m_paths.push_back(path);
            m_ofPath.emplace_back();
        }
        Gathered &gathered = m_ofPath[found->second];
        ++gathered.contacts;
        gathered.clv += clv;
        if (walk.visits.size() > 1)
            gathered.days.push_back(double(walk.visits.back().second - walk.visits.front().second)
                                    / secondsPerDay);
        m_journey.customers.push_back(customer);
        m_journey.pathOf.push_back(found->second);
    }

    void nameSources()
    {
        std::vector<int> order;
        for (int code = 0; code < int(m_ofSource.size()); ++code) {
            if (m_ofSource[std::size_t(code)] > 0)
                order.push_back(code);
        }
        std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
            return m_ofSource[std::size_t(a)] > m_ofSource[std::size_t(b)];
        });
        m_place.assign(m_ofSource.size(), 0);
        for (std::size_t i = 0; i < order.size(); ++i) {
            m_place[std::size_t(order[i])] = int(i);
            m_journey.sources.append(m_column ? m_column->values[order[i]] : QString());
            m_journey.ofSource.append(m_ofSource[std::size_t(order[i])]);
        }
    }

    void writePaths()
    {
        std::vector<std::uint32_t> order(m_paths.size());
        std::iota(order.begin(), order.end(), 0u);
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_ofPath[a].contacts > m_ofPath[b].contacts;
        });
        std::vector<std::uint32_t> place(m_paths.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            Path path = m_paths[order[i]];
            Gathered &gathered = m_ofPath[order[i]];
            path.source = m_place[std::size_t(path.source)];
            path.contacts = gathered.contacts;
            path.totalClv = gathered.clv;
            path.medianDays = medianOf(std::move(gathered.days));
            m_journey.paths.append(path);
        }
        for (std::uint32_t &path : m_journey.pathOf)
            path = place[path];
    }

    void writeLinks()
    {
        for (auto &[key, gathered] : m_links) {
            Link link;
            const auto [from, to] = key;
            link.from = from < 0 ? Node{Node::Kind::Source, m_place[std::size_t(-1 - from)]}
                                 : Node{Node::Kind::Stage, from};
            link.to = to < m_stages ? Node{Node::Kind::Stage, to}
                                    : Node{to == m_stages ? Node::Kind::Still : Node::Kind::Left, from};
            link.contacts = gathered.contacts;
            link.moves = gathered.moves;
            link.totalClv = gathered.clv;
            link.meanClv = gathered.clv / double(gathered.contacts);
            link.medianDays = medianOf(std::move(gathered.days));
            m_journey.links.append(link);
        }
        // Sources came last to first, by their codes.
        std::stable_sort(m_journey.links.begin(), m_journey.links.end(),
                         [](const Link &a, const Link &b) {
                             return a.from.kind == Node::Kind::Source
                                    && b.from.kind == Node::Kind::Source
                                    && a.from.index < b.from.index;
                         });
    }

    void writeStages()
    {
        Journey &journey = m_journey;
        const int turn = journey.lifecycle.turningPoint();
        journey.purchaseStage = turn > 0 ? turn - 1 : -1;
        journey.advocacyStage = m_stages - 1;
        QList<double> worthAtEnd(m_stages + 2, 0);
        for (int stage = 0; stage < m_stages; ++stage) {
            if (m_ends[std::size_t(stage)] > 0)
                worthAtEnd[stage + 1] =
                    m_endClv[std::size_t(stage)] / double(m_ends[std::size_t(stage)]);
        }
        const QList<double> worth = Funnel::expectedWorth(journey.moves, worthAtEnd);
        for (int stage = 0; stage < m_stages; ++stage) {
            StageReading &reading = journey.stages[stage];
            if (reading.contacts > 0) {
                reading.worth = worth[stage + 1];
                reading.meanClv = m_heldClv[std::size_t(stage)] / double(reading.contacts);
            }
        }
        readReach(journey.purchaseStage, &StageReading::toPurchase, &StageReading::daysToPurchase);
        readReach(journey.advocacyStage, &StageReading::toAdvocacy, &StageReading::daysToAdvocacy);
    }

    void readReach(int target, double StageReading::*chance, double StageReading::*days)
    {
        if (target < 0)
            return;
        const QString id = m_journey.lifecycle.stages[target].id;
        const Result<Funnel::Reach> reach = Funnel::reach(m_journey.moves, id);
        if (!reach)
            return;
        for (int stage = 0; stage < m_stages; ++stage) {
            StageReading &reading = m_journey.stages[stage];
            const qsizetype state = reach->states.indexOf(m_journey.lifecycle.stages[stage].id);
            if (stage == target) {
                reading.*chance = 1;
                reading.*days = 0;
            } else if (state >= 0 && reading.contacts > 0) {
                reading.*chance = reach->probability[state];
                reading.*days = reach->expectedSeconds[state] / secondsPerDay;
            }
        }
    }

    Journey &m_journey;
    const Customers::CodedColumn *m_column;
    int m_stages;
    std::vector<qint64> m_ofSource;
    std::vector<int> m_place; ///< per code: position among the sources
    std::map<LinkKey, Gathered> m_links;
    std::unordered_map<std::string, std::uint32_t> m_pathOf;
    std::vector<Path> m_paths;
    std::vector<Gathered> m_ofPath;
    std::vector<double> m_endClv;
    std::vector<qint64> m_ends;
    std::vector<double> m_heldClv;
};

Result<void> check(const Customers::Snapshot &snapshot, const Lifecycle::LifecycleModel &lifecycle,
                   const JourneyQuery &query)
{
    const auto refuse = [](const QString &sentence) {
        return Error{Error::Kind::Definition, sentence};
    };
    if (lifecycle.stages.isEmpty() || lifecycle.stages.size() > Lifecycle::largestStageCount) {
        return refuse(QCoreApplication::translate(
                          "Journeys", "A journey needs a lifecycle of 1 to %1 stages.")
                          .arg(Lifecycle::largestStageCount));
    }
    if (!query.period.isValid()) {
        return refuse(QCoreApplication::translate(
            "Journeys", "The period of the journeys ends before it begins. Choose an end on or "
                        "after its first day."));
    }
    if (query.quietDays < 1) {
        return refuse(QCoreApplication::translate(
            "Journeys", "The silence after which a contact has left must last at least a day."));
    }
    if (!query.sourceField.isEmpty() && !snapshot.codedColumn(query.sourceField)) {
        return refuse(QCoreApplication::translate(
                          "Journeys", "There is no customer attribute \"%1\" to begin journeys with.")
                          .arg(query.sourceField));
    }
    return {};
}

} // namespace

Result<Journey> computeJourney(const Customers::Snapshot &snapshot,
                               const Lifecycle::LifecycleModel &lifecycle,
                               const JourneyQuery &query, std::span<const double> clvOf,
                               const Progress &progress)
{
    if (const Result<void> checked = check(snapshot, lifecycle, query); !checked)
        return checked.error();
    const QDate dataEnd = snapshot.extent.isValid() ? snapshot.extent.until : query.period.until;
    const std::int64_t end =
        epochSeconds(std::max(dataEnd, query.period.until).addDays(1)) - 1;
    const std::int64_t from = epochSeconds(query.period.from);
    const std::int64_t until = epochSeconds(query.period.until.addDays(1)) - 1;
    const auto quiet = std::int64_t(query.quietDays * secondsPerDay);

    Journey journey;
    journey.query = query;
    journey.lifecycle = lifecycle;
    Collector collector(journey, query.sourceField.isEmpty()
                                     ? nullptr
                                     : snapshot.codedColumn(query.sourceField));
    const Lifecycle::EntryRules rules(snapshot, lifecycle);
    for (Customers::CustomerIndex customer = 0; customer < snapshot.customers(); ++customer) {
        if (customer % progressStep == 0) {
            if (progress.isCancelled())
                return Error::cancelled();
            progress.report(double(customer) / double(snapshot.customers()),
                            QCoreApplication::translate("Journeys", "Following the journeys"));
        }
        Walk walk;
        rules.forEach(customer,
                      [&](std::int64_t time, Lifecycle::StageMask mask, bool, std::uint32_t) {
                          if (time <= end)
                              walk.take(mask, time, query.withReturns);
                      });
        if (walk.visits.empty() || walk.visits.front().second < from
            || walk.visits.front().second > until)
            continue;
        const bool hasLeft = end - lastActivity(snapshot, customer) > quiet;
        const double clv = customer < clvOf.size() && std::isfinite(clvOf[customer])
                               ? clvOf[customer]
                               : 0;
        collector.add(customer, walk, hasLeft, clv);
    }
    collector.finish();
    return journey;
}

bool takes(const Path &path, const Node &from, const Node &to)
{
    if (from.kind == Node::Kind::Source)
        return path.source == from.index && path.stages.first() == to.index;
    if (to.kind == Node::Kind::Still || to.kind == Node::Kind::Left)
        return path.stages.last() == from.index && path.hasLeft == (to.kind == Node::Kind::Left);
    if (from.index == to.index)
        return path.repeated >> from.index & 1;
    for (qsizetype i = 0; i + 1 < path.stages.size(); ++i) {
        if (path.stages[i] == from.index && path.stages[i + 1] == to.index)
            return true;
    }
    return false;
}

namespace {

template <typename Wanted>
std::vector<Customers::CustomerIndex> contactsWhose(const Journey &journey, Wanted isWanted)
{
    std::vector<char> wanted(std::size_t(journey.paths.size()), 0);
    for (qsizetype path = 0; path < journey.paths.size(); ++path)
        wanted[std::size_t(path)] = isWanted(journey.paths[path]);
    std::vector<Customers::CustomerIndex> contacts;
    for (std::size_t i = 0; i < journey.customers.size(); ++i) {
        if (wanted[journey.pathOf[i]])
            contacts.push_back(journey.customers[i]);
    }
    return contacts;
}

} // namespace

std::vector<Customers::CustomerIndex> contactsOf(const Journey &journey, const Link &link)
{
    return contactsWhose(journey,
                         [&](const Path &path) { return takes(path, link.from, link.to); });
}

std::vector<Customers::CustomerIndex> contactsOfMove(const Journey &journey, int from, int to)
{
    const auto end = int(journey.lifecycle.stages.size()) + 1;
    return contactsWhose(journey, [&](const Path &path) {
        if (from == 0)
            return to == end ? path.stages.isEmpty() : path.stages.first() == to - 1;
        if (to == end)
            return path.stages.last() == from - 1;
        return takes(path, {Node::Kind::Stage, from - 1}, {Node::Kind::Stage, to - 1});
    });
}

std::vector<Customers::CustomerIndex> contactsAt(const Journey &journey, int stage)
{
    return contactsWhose(journey, [&](const Path &path) { return path.stages.contains(stage); });
}

std::vector<Customers::CustomerIndex> contactsOf(const Journey &journey, qsizetype path)
{
    std::vector<Customers::CustomerIndex> contacts;
    for (std::size_t i = 0; i < journey.customers.size(); ++i) {
        if (journey.pathOf[i] == std::uint32_t(path))
            contacts.push_back(journey.customers[i]);
    }
    return contacts;
}

} // namespace Journeys
