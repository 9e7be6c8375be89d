#include "models/funnel/paths.h"

#include "models/funnel/parallel.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

constexpr int largestSteps = 100;

struct Edge
{
    qint64 actors = 0;
    double seconds = 0;
};
struct Flow
{
    std::map<std::tuple<int, int, int>, Edge>
        edges; ///< position of the first node, its name, the next name
    std::map<std::pair<int, int>, PathNode> nodes; ///< position, name
};

struct Visit
{
    int name = 0;
    std::int64_t second = 0;
};

/// Event codes after grouping; −1: passed over.
class NodeNames
{
public:
    NodeNames(const EventLog &log, const PathQuery &query)
    {
        for (const QString &name : log.names()) {
            if (query.excluded.contains(name)) {
                m_ofCode.push_back(-1);
                continue;
            }
            const QString node = query.groups.value(name).toString(name);
            qsizetype known = m_names.indexOf(node);
            if (known < 0) {
                known = m_names.size();
                m_names.append(node);
            }
            m_ofCode.push_back(int(known));
        }
    }
    [[nodiscard]] int of(std::uint16_t code) const { return m_ofCode[code]; }
    [[nodiscard]] QString node(int position, int name) const
    {
        return u"%1:"_s.arg(position) + m_names[name];
    }

private:
    std::vector<int> m_ofCode;
    QStringList m_names;
};

} // namespace

Result<PathQuery> pathQueryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    PathQuery query;
    query.kind = reader.word(u"kind"_s, {u"paths"_s, u"path_dropoff"_s}, u"paths"_s);
    reader.text(u"name"_s);
    query.maxSteps = int(reader.integer(u"max_steps"_s, 5, 1, largestSteps));
    query.range = readTimeRange(reader);
    query.startEvent = reader.text(u"start_event"_s);
    query.endEvent = reader.text(u"end_event"_s);
    query.excluded = reader.texts(u"exclude"_s);
    query.groups = reader.object(u"groups"_s);
    for (auto group = query.groups.begin(); group != query.groups.end(); ++group) {
        if (!group.value().isString()) {
            reader.refuse(QCoreApplication::translate("Funnel", "The field \"%1\" must be text.")
                              .arg(u"groups."_s + group.key()));
            break;
        }
    }
    query.joinsRepeats = reader.flag(u"join_repeats"_s, false);
    query.minActors = reader.integer(u"min_actors"_s, 1, 1, qint64(1) << 40);
    if (const Result<void> checked = reader.finish(); !checked)
        return checked.error();
    return query;
}

QJsonObject toJson(const PathQuery &query)
{
    QJsonObject json{{u"kind"_s, query.kind}, {u"max_steps"_s, query.maxSteps}};
    writeTimeRange(json, query.range);
    if (!query.startEvent.isEmpty())
        json.insert(u"start_event"_s, query.startEvent);
    if (!query.endEvent.isEmpty())
        json.insert(u"end_event"_s, query.endEvent);
    if (!query.excluded.isEmpty())
        json.insert(u"exclude"_s, QJsonArray::fromStringList(query.excluded));
    if (!query.groups.isEmpty())
        json.insert(u"groups"_s, query.groups);
    if (query.joinsRepeats)
        json.insert(u"join_repeats"_s, true);
    if (query.minActors > 1)
        json.insert(u"min_actors"_s, query.minActors);
    return json;
}

Result<PathFlow> evaluatePaths(const EventLog &log, const PathQuery &query,
                               const Progress &progress)
{
    for (const auto &[field, event] : {std::pair(u"start_event"_s, query.startEvent),
                                       std::pair(u"end_event"_s, query.endEvent)}) {
        if (!event.isEmpty() && log.nameCode(event) < 0)
            return unknownEvent(log, field, event);
    }
    const int startCode = query.startEvent.isEmpty() ? -1 : log.nameCode(query.startEvent);
    const int endCode = query.endEvent.isEmpty() ? -1 : log.nameCode(query.endEvent);
    const NodeNames names(log, query);
    const std::vector<Flow> partials = overActors<Flow>(
        log.actors(), {}, progress, [&](Flow &partial, std::size_t begin, std::size_t end) {
            std::vector<Visit> path;
            for (std::size_t actor = begin; actor < end; ++actor) {
                path.clear();
                bool started = startCode < 0;
                bool ended = endCode < 0;
                for (std::uint32_t event = log.first(actor); event < log.end(actor); ++event) {
                    const std::uint16_t code = log.codes()[event];
                    const std::int64_t second = log.seconds(event);
                    if (!query.range.holds(second))
                        continue;
                    started = started || code == startCode;
                    const int name = names.of(code);
                    if (!started || name < 0
                        || (query.joinsRepeats && !path.empty() && path.back().name == name))
                        continue;
                    path.push_back({name, second});
                    if (code == endCode) {
                        ended = true;
                        break;
                    }
                    if (endCode < 0 && int(path.size()) == query.maxSteps)
                        break;
                }
                if (!ended)
                    continue;
                // With an end point the last steps are the ones that lead there.
                if (endCode >= 0 && int(path.size()) > query.maxSteps)
                    path.erase(path.begin(), path.end() - query.maxSteps);
                for (std::size_t i = 0; i < path.size(); ++i) {
                    PathNode &node = partial.nodes[{int(i) + 1, path[i].name}];
                    ++node.reached;
                    if (i + 1 == path.size())
                        continue;
                    ++node.continued;
                    Edge &edge = partial.edges[{int(i) + 1, path[i].name, path[i + 1].name}];
                    ++edge.actors;
                    edge.seconds += double(path[i + 1].second - path[i].second);
                }
            }
        });
    if (partials.empty())
        return Error::cancelled();
    Flow all;
    for (const Flow &partial : partials) {
        for (const auto &[key, edge] : partial.edges) {
            all.edges[key].actors += edge.actors;
            all.edges[key].seconds += edge.seconds;
        }
        for (const auto &[key, node] : partial.nodes) {
            all.nodes[key].reached += node.reached;
            all.nodes[key].continued += node.continued;
        }
    }
    PathFlow flow;
    for (const auto &[key, edge] : all.edges) {
        if (edge.actors < query.minActors)
            continue;
        const auto [position, from, to] = key;
        flow.links.append({names.node(position, from), names.node(position + 1, to), edge.actors,
                           edge.seconds / double(edge.actors)});
    }
    std::stable_sort(
        flow.links.begin(), flow.links.end(), [](const PathLink &a, const PathLink &b) {
            const int aPosition = a.from.left(a.from.indexOf(u':')).toInt();
            const int bPosition = b.from.left(b.from.indexOf(u':')).toInt();
            return aPosition != bPosition ? aPosition < bPosition : a.actors > b.actors;
        });
    for (auto &[key, node] : all.nodes) {
        node.name = names.node(key.first, key.second);
        flow.nodes.append(node);
    }
    return flow;
}

} // namespace Funnel
