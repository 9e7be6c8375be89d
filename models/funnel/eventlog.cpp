#include "models/funnel/eventlog.h"

#include "models/funnel/condition.h"
#include "models/funnel/ownedcolumns.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Funnel {

QString propertyText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble()) {
        const double number = value.toDouble();
        if (number == std::floor(number) && std::abs(number) < 9e15)
            return QString::number(qint64(number));
        return QString::number(number, 'g', 15);
    }
    return {};
}

std::optional<std::int64_t> secondsFromIso(const QString &text)
{
    if (text.size() == 10) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        return day.isValid() ? std::optional<std::int64_t>(epochSeconds(day)) : std::nullopt;
    }
    QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime) // no zone given: UTC, as everywhere in a workspace
        moment.setTimeSpec(Qt::UTC);
    return moment.toSecsSinceEpoch();
}

EventLog EventLog::fromColumns(std::vector<std::uint32_t> first, std::int64_t epoch,
                               std::vector<std::uint32_t> time, std::vector<std::uint16_t> name,
                               QStringList names)
{
    auto owned = std::make_shared<OwnedColumns>(
        OwnedColumns{std::move(first), std::move(time), std::move(name)});
    EventLog log;
    log.m_first = owned->first;
    log.m_time = owned->time;
    log.m_name = owned->name;
    log.m_storage = std::move(owned);
    log.m_epoch = epoch;
    log.m_names = std::move(names);
    log.measure();
    return log;
}

void EventLog::measure()
{
    m_activeActors = 0;
    std::uint32_t earliest = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t latest = 0;
    for (std::size_t actor = 0; actor < actors(); ++actor) {
        if (first(actor) == end(actor))
            continue;
        ++m_activeActors;
        earliest = std::min(earliest, m_time[first(actor)]);
        latest = std::max(latest, m_time[end(actor) - 1]);
    }
    m_firstSecond = m_activeActors > 0 ? m_epoch + earliest : 0;
    m_lastSecond = m_activeActors > 0 ? m_epoch + latest : -1;
}

Result<EventLog> groupedBy(const EventLog &log, const QString &property, const QString &path)
{
    const Result<PropertyPtr> column = log.property(property);
    if (!column)
        return column.error();
    if (!*column || (*column)->ofActor.empty())
        return unknownProperty(path, property);
    const std::vector<std::uint32_t> &groupOf = (*column)->ofActor;
    // Values that no actor has keep an empty group: codes stay positions in the list of values.
    std::vector<std::uint32_t> first((*column)->values.size() + 1, 0);
    for (std::size_t actor = 0; actor < log.actors(); ++actor) {
        if (groupOf[actor] != 0)
            first[groupOf[actor] + 1] += log.end(actor) - log.first(actor);
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    struct Origin
    {
        std::uint32_t event;
        std::uint32_t actor;
    };
    std::vector<Origin> origins(first.back());
    for (std::size_t actor = 0; actor < log.actors(); ++actor) {
        for (std::uint32_t event = log.first(actor);
             groupOf[actor] != 0 && event < log.end(actor); ++event)
            origins[next[groupOf[actor]]++] = {event, std::uint32_t(actor)};
    }
    for (std::size_t group = 0; group + 1 < first.size(); ++group) {
        std::stable_sort(origins.begin() + first[group], origins.begin() + first[group + 1],
                         [&log](const Origin &a, const Origin &b) {
                             return log.m_time[a.event] < log.m_time[b.event];
                         });
    }
    std::vector<std::uint32_t> time;
    std::vector<std::uint16_t> name;
    time.reserve(origins.size());
    name.reserve(origins.size());
    for (const Origin &origin : origins) {
        time.push_back(log.m_time[origin.event]);
        name.push_back(log.m_name[origin.event]);
    }
    EventLog grouped = EventLog::fromColumns(std::move(first), log.m_epoch, std::move(time),
                                             std::move(name), log.m_names);
    grouped.m_format = log.m_format;
    grouped.m_property = [log, origins = std::move(origins)](const QString &wanted) -> Result<PropertyPtr> {
        const Result<PropertyPtr> source = log.property(wanted);
        if (!source || !*source)
            return source;
        auto result = std::make_shared<PropertyColumn>();
        result->values = (*source)->values;
        result->ofEvent.reserve(origins.size());
        for (const Origin &origin : origins)
            result->ofEvent.push_back((*source)->code(origin.actor, origin.event));
        return PropertyPtr(result);
    };
    if (log.m_measure) {
        grouped.m_measure = [log, groups = grouped.actors(),
                             groupOf = groupOf](const QString &field) -> Result<ActorMeasure> {
            Result<ActorMeasure> ofCustomer = log.measure(field);
            if (!ofCustomer)
                return ofCustomer;
            ActorMeasure sums{std::vector<double>(groups, 0), ofCustomer->currency};
            for (std::size_t actor = 0; actor < groupOf.size(); ++actor) {
                if (!std::isnan(ofCustomer->ofActor[actor]))
                    sums.ofActor[groupOf[actor]] += ofCustomer->ofActor[actor];
            }
            return sums;
        };
    }
    grouped.m_actorNames =
        [values = (*column)->values](const std::vector<std::uint32_t> &wanted) -> Result<QStringList> {
        QStringList result;
        for (const std::uint32_t group : wanted)
            result.append(values[group]);
        return result;
    };
    return grouped;
}

Result<PropertyPtr> EventLog::property(const QString &name) const
{
    return m_property ? m_property(name) : Result<PropertyPtr>(PropertyPtr());
}

Result<ActorMeasure> EventLog::measure(const QString &field) const
{
    return m_measure ? m_measure(field) : Result<ActorMeasure>(unknownProperty(u"value"_s, field));
}

Result<QStringList> EventLog::actorNames(const std::vector<std::uint32_t> &wanted) const
{
    if (m_actorNames)
        return m_actorNames(wanted);
    QStringList result;
    for (const std::uint32_t actor : wanted)
        result.append(QString::number(actor));
    return result;
}

} // namespace Funnel
