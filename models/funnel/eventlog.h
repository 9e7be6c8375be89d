#pragma once

#include "models/core/numberformat.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"
#include "models/segments/facts.h"

#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Funnel {

/// One property of the events: a value per event, a value per actor, or both; the event's own value
/// goes first. Values are codes into one list.
struct PropertyColumn
{
    std::vector<std::uint32_t> ofEvent; ///< per event, 0: no value; empty: no event has one
    std::vector<std::uint32_t> ofActor; ///< per actor, 0: no value; empty: no actor has one
    QStringList values{QString()};      ///< [0] is empty

    [[nodiscard]] std::uint32_t code(std::size_t actor, std::size_t event) const
    {
        if (!ofEvent.empty() && ofEvent[event] != 0)
            return ofEvent[event];
        return ofActor.empty() ? 0 : ofActor[actor];
    }
};
using PropertyPtr = std::shared_ptr<const PropertyColumn>;

/// A number of every actor; NaN: not known.
struct ActorMeasure
{
    std::vector<double> ofActor;
    QString currency; ///< of an amount of money; else empty
};
/// The measure of that name in \a facts; text and days of the calendar are refused.
Result<ActorMeasure> measureOf(const Segments::Facts &facts, const QString &field);

/// Who did what and when, clustered by actor, each actor's events in order of time, then of file
/// order. A cheap value: copies share the columns.
class EventLog
{
public:
    /// Rows [actor, event, ISO 8601 time in UTC, optional object of properties].
    static Result<EventLog> fromJson(const QJsonArray &rows);
    /// The events of a workspace; purchases stand among them as "purchase", refunds as "refund".
    /// Actors are named by their row ids and know only the customers' attributes and the purchases'
    /// category; fromWorkspace() adds the rest.
    static EventLog fromSnapshot(Customers::SnapshotPtr snapshot);
    /// As fromSnapshot(); names and event properties are read from the file when they are needed.
    static EventLog fromWorkspace(const Workspace &workspace, Customers::SnapshotPtr snapshot);
    /// Ready-made columns: first holds actors + 1 offsets.
    static EventLog fromColumns(std::vector<std::uint32_t> first, std::int64_t epoch,
                                std::vector<std::uint32_t> time, std::vector<std::uint16_t> name,
                                QStringList names);

    [[nodiscard]] std::size_t actors() const { return m_first.empty() ? 0 : m_first.size() - 1; }
    [[nodiscard]] std::size_t size() const { return m_time.size(); }
    [[nodiscard]] std::uint32_t first(std::size_t actor) const { return m_first[actor]; }
    [[nodiscard]] std::uint32_t end(std::size_t actor) const { return m_first[actor + 1]; }
    [[nodiscard]] std::int64_t epoch() const { return m_epoch; }
    [[nodiscard]] std::int64_t seconds(std::size_t event) const { return m_epoch + m_time[event]; }
    [[nodiscard]] std::span<const std::uint32_t> firsts() const { return m_first; }
    [[nodiscard]] std::span<const std::uint32_t> times() const
    {
        return m_time;
    } ///< seconds since epoch()
    [[nodiscard]] std::span<const std::uint16_t> codes() const { return m_name; } ///< into names()
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] int nameCode(const QString &name) const
    {
        return int(m_names.indexOf(name));
    } ///< −1: none
    /// Actors with at least one event: "all actors in the table".
    [[nodiscard]] qint64 activeActors() const { return m_activeActors; }
    [[nodiscard]] std::int64_t firstSecond() const { return m_firstSecond; }
    [[nodiscard]] std::int64_t lastSecond() const { return m_lastSecond; }

    /// Who a rule of segments holds for, one byte an actor.
    using Judge = std::function<Result<std::vector<std::uint8_t>>(const Segments::Rule &)>;
    /// A log of a snapshot judges by its columns; whoever knows lifetime values, stages and saved
    /// segments sets a better judge. What accounts do has none: rules are about customers.
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    [[nodiscard]] bool canJudge() const { return bool(m_judge); }
    [[nodiscard]] Result<std::vector<std::uint8_t>> judge(const Segments::Rule &rule) const
    {
        return m_judge(rule);
    }

    /// How sentences about this log write numbers.
    void setFormat(const NumberFormat &format) { m_format = format; }
    [[nodiscard]] const NumberFormat &format() const { return m_format; }

    /// A number of every actor by the name that rules give it, such as "monetary"; set by whoever sets
    /// the judge. Accounts have the sum of their customers.
    using Measure = std::function<Result<ActorMeasure>(const QString &)>;
    void setMeasure(Measure measure) { m_measure = std::move(measure); }
    [[nodiscard]] Result<ActorMeasure> measure(const QString &field) const;

    /// Null: no event and no actor has such a property.
    [[nodiscard]] Result<PropertyPtr> property(const QString &name) const;
    [[nodiscard]] Result<QStringList> actorNames(const std::vector<std::uint32_t> &actors) const;

    friend Result<EventLog> groupedBy(const EventLog &log, const QString &property,
                                      const QString &path);

private:
    void measure();

    std::shared_ptr<const void> m_storage;
    std::span<const std::uint32_t> m_first;
    std::span<const std::uint32_t> m_time;
    std::span<const std::uint16_t> m_name;
    std::int64_t m_epoch = 0;
    QStringList m_names;
    qint64 m_activeActors = 0;
    std::int64_t m_firstSecond = 0;
    std::int64_t m_lastSecond = -1;
    std::function<Result<PropertyPtr>(const QString &)> m_property;
    std::function<Result<QStringList>(const std::vector<std::uint32_t> &)> m_actorNames;
    NumberFormat m_format;
    Judge m_judge;
    Measure m_measure;
};

/// The same events with the values of \a property as the actors: what contacts of one account did
/// stands in one row of time. Actors without a value are left out. \a path names the field in
/// errors.
Result<EventLog> groupedBy(const EventLog &log, const QString &property, const QString &path);

/// Seconds since 1970 of an ISO 8601 date or moment in UTC.
[[nodiscard]] std::optional<std::int64_t> secondsFromIso(const QString &text);
/// How a property's value reads as text: numbers without needless decimals, true and false.
[[nodiscard]] QString propertyText(const QJsonValue &value);

/// The event names of purchases and refunds in a workspace's log.
inline constexpr QStringView purchaseEvent = u"purchase";
inline constexpr QStringView refundEvent = u"refund";

} // namespace Funnel
