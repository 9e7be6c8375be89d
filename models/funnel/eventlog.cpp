#include "models/funnel/eventlog.h"

#include "models/funnel/condition.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

struct OwnedColumns
{
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> time;
    std::vector<std::uint16_t> name;
};

constexpr qsizetype largestNameCount = std::numeric_limits<std::uint16_t>::max();

Error badRow(qsizetype row, const char *text)
{
    return {Error::Kind::Format, QCoreApplication::translate("Funnel", text).arg(row + 1)};
}

/// Text to number, in order of appearance.
class Interner
{
public:
    std::uint32_t code(const QString &text)
    {
        const auto known = m_codes.constFind(text);
        if (known != m_codes.constEnd())
            return *known;
        m_codes.insert(text, std::uint32_t(m_texts.size()));
        m_texts.append(text);
        return std::uint32_t(m_texts.size() - 1);
    }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }

private:
    QHash<QString, std::uint32_t> m_codes;
    QStringList m_texts;
};

struct JsonRow
{
    std::uint32_t actor = 0;
    std::uint16_t name = 0;
    std::int64_t seconds = 0;
    QJsonObject properties;
};

std::shared_ptr<QHash<QString, std::shared_ptr<PropertyColumn>>>
propertiesOf(const std::vector<JsonRow> &rows)
{
    auto columns = std::make_shared<QHash<QString, std::shared_ptr<PropertyColumn>>>();
    QHash<QString, Interner> codes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (auto value = rows[i].properties.begin(); value != rows[i].properties.end(); ++value) {
            const QString text = propertyText(value.value());
            if (text.isEmpty())
                continue;
            std::shared_ptr<PropertyColumn> &column = (*columns)[value.key()];
            if (!column) {
                column = std::make_shared<PropertyColumn>();
                column->ofEvent.assign(rows.size(), 0);
            }
            Interner &interner = codes[value.key()];
            if (interner.texts().isEmpty())
                interner.code(QString()); // code 0: no value
            column->ofEvent[i] = interner.code(text);
        }
    }
    for (auto column = columns->begin(); column != columns->end(); ++column)
        column.value()->values = codes[column.key()].texts();
    return columns;
}

} // namespace

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

Result<EventLog> EventLog::fromJson(const QJsonArray &rows)
{
    Interner actors;
    Interner names;
    std::vector<JsonRow> events;
    events.reserve(std::size_t(rows.size()));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonArray row = rows[i].toArray();
        if (row.size() < 3 || !row[0].isString() || !row[1].isString() || !row[2].isString())
            return badRow(
                i, QT_TRANSLATE_NOOP("Funnel",
                                     "Event %1 must hold an actor, an event name and a time."));
        const std::optional<std::int64_t> seconds = secondsFromIso(row[2].toString());
        if (!seconds)
            return badRow(
                i, QT_TRANSLATE_NOOP(
                       "Funnel", "Event %1 has no valid time. Write it as 2025-06-30T12:00:00Z."));
        const std::uint32_t name = names.code(row[1].toString());
        if (qsizetype(name) >= largestNameCount)
            return badRow(i, QT_TRANSLATE_NOOP("Funnel", "Event %1 is one name too many: at most "
                                                         "65,535 different events are possible."));
        events.push_back(
            {actors.code(row[0].toString()), std::uint16_t(name), *seconds, row.at(3).toObject()});
    }
    std::stable_sort(events.begin(), events.end(), [](const JsonRow &a, const JsonRow &b) {
        return a.actor != b.actor ? a.actor < b.actor : a.seconds < b.seconds;
    });

    std::int64_t epoch = 0;
    if (!events.empty()) {
        epoch =
            std::min_element(events.begin(), events.end(), [](const JsonRow &a, const JsonRow &b) {
                return a.seconds < b.seconds;
            })->seconds;
    }
    std::vector<std::uint32_t> first(std::size_t(actors.texts().size()) + 1, 0);
    std::vector<std::uint32_t> time;
    std::vector<std::uint16_t> name;
    for (const JsonRow &event : events) {
        ++first[event.actor + 1];
        time.push_back(std::uint32_t(event.seconds - epoch));
        name.push_back(event.name);
    }
    std::partial_sum(first.begin(), first.end(), first.begin());

    EventLog log =
        fromColumns(std::move(first), epoch, std::move(time), std::move(name), names.texts());
    log.m_property = [columns =
                          propertiesOf(events)](const QString &property) -> Result<PropertyPtr> {
        return PropertyPtr(columns->value(property));
    };
    log.m_actorNames =
        [texts = actors.texts()](const std::vector<std::uint32_t> &wanted) -> Result<QStringList> {
        QStringList result;
        for (const std::uint32_t actor : wanted)
            result.append(texts[actor]);
        return result;
    };
    return log;
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

namespace {

/// Purchases and events of a snapshot in one sequence, with where each row came from.
struct MergedColumns
{
    OwnedColumns columns;
    std::vector<std::uint32_t>
        source; ///< position in the snapshot's column; the highest bit marks a purchase
};

constexpr std::uint32_t fromPurchase = 1u << 31;

std::uint16_t nameFor(QStringList &names, QStringView name)
{
    qsizetype code = names.indexOf(name);
    if (code < 0) {
        code = names.size();
        names.append(name.toString());
    }
    return std::uint16_t(code);
}

void mergeCustomer(MergedColumns &merged, const Customers::Snapshot &snapshot, std::size_t customer,
                   std::int64_t epoch, std::uint16_t purchaseName, std::uint16_t refundName)
{
    const Customers::EventColumns &events = snapshot.events;
    const Customers::PurchaseColumns &purchases = snapshot.purchases;
    std::uint32_t event = events.first.empty() ? 0 : events.first[customer];
    const std::uint32_t lastEvent = events.first.empty() ? 0 : events.first[customer + 1];
    std::uint32_t purchase = purchases.first[customer];
    const std::uint32_t lastPurchase = purchases.first[customer + 1];
    while (event < lastEvent || purchase < lastPurchase) {
        const bool takesEvent =
            event < lastEvent
            && (purchase == lastPurchase || events.seconds(event) <= purchases.seconds(purchase));
        if (takesEvent) {
            merged.columns.time.push_back(std::uint32_t(events.seconds(event) - epoch));
            merged.columns.name.push_back(events.name[event]);
            merged.source.push_back(event++);
        } else {
            merged.columns.time.push_back(std::uint32_t(purchases.seconds(purchase) - epoch));
            merged.columns.name.push_back(purchases.amount[purchase] < 0 ? refundName
                                                                         : purchaseName);
            merged.source.push_back(fromPurchase | purchase++);
        }
    }
    merged.columns.first.push_back(std::uint32_t(merged.columns.time.size()));
}

/// What a log over a snapshot keeps alive and needs to find properties.
struct SnapshotStorage
{
    Customers::SnapshotPtr snapshot;
    MergedColumns merged; ///< empty when the workspace has no purchases
    std::size_t size = 0;
    std::size_t actors = 0;

    [[nodiscard]] std::uint32_t source(std::size_t event) const
    {
        return merged.source.empty() ? std::uint32_t(event) : merged.source[event];
    }
};

/// Values of a property under construction, by source row.
class ColumnBuilder
{
public:
    explicit ColumnBuilder(const SnapshotStorage &storage) : m_storage(storage)
    {
        m_codes.code(QString());
    }
    void setEvent(std::size_t event, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (m_column.ofEvent.empty())
            m_column.ofEvent.assign(m_storage.size, 0);
        m_column.ofEvent[event] = m_codes.code(text);
    }
    void setActor(std::size_t actor, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (m_column.ofActor.empty())
            m_column.ofActor.assign(m_storage.actors, 0);
        m_column.ofActor[actor] = m_codes.code(text);
    }
    [[nodiscard]] PropertyPtr finish()
    {
        if (m_column.ofEvent.empty() && m_column.ofActor.empty())
            return {};
        m_column.values = m_codes.texts();
        return std::make_shared<const PropertyColumn>(std::move(m_column));
    }

private:
    const SnapshotStorage &m_storage;
    Interner m_codes;
    PropertyColumn m_column;
};

void addAttributes(ColumnBuilder &builder, const SnapshotStorage &storage, const QString &name)
{
    const Customers::Snapshot &snapshot = *storage.snapshot;
    if (const Customers::CodedColumn *column = snapshot.codedColumn(name)) {
        for (std::size_t actor = 0; actor < column->code.size(); ++actor)
            builder.setActor(actor, column->values[column->code[actor]]);
        return;
    }
    for (const Customers::NumberColumn &column : snapshot.numbers) {
        if (column.field != name)
            continue;
        for (std::size_t actor = 0; actor < column.value.size(); ++actor) {
            if (!std::isnan(column.value[actor]))
                builder.setActor(actor, propertyText(column.value[actor]));
        }
    }
}

void addCategories(ColumnBuilder &builder, const SnapshotStorage &storage)
{
    const Customers::PurchaseColumns &purchases = storage.snapshot->purchases;
    for (std::size_t event = 0; event < storage.merged.source.size(); ++event) {
        const std::uint32_t source = storage.merged.source[event];
        if (source & fromPurchase)
            builder.setEvent(event,
                             purchases.categories[purchases.category[source & ~fromPurchase]]);
    }
}

/// Which event of the log holds a row of the file.
std::vector<std::uint32_t> positionsOfRows(const SnapshotStorage &storage, bool ofPurchases)
{
    const std::vector<std::uint32_t> &rows =
        ofPurchases ? storage.snapshot->purchases.row : storage.snapshot->events.row;
    const std::uint32_t newest = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end());
    std::vector<std::uint32_t> positions(std::size_t(newest) + 1,
                                         std::numeric_limits<std::uint32_t>::max());
    for (std::size_t event = 0; event < storage.size; ++event) {
        const std::uint32_t source = storage.source(event);
        if (bool(source & fromPurchase) == ofPurchases)
            positions[rows[source & ~fromPurchase]] = std::uint32_t(event);
    }
    return positions;
}

/// Runs \a sql, which yields a row id and a text, and sets these values.
void addRows(SQLite::Statement &query, ColumnBuilder &builder,
             const std::vector<std::uint32_t> &positions)
{
    while (query.executeStep()) {
        const std::int64_t row = query.getColumn(0).getInt64();
        if (row < 0 || std::size_t(row) >= positions.size()
            || positions[std::size_t(row)] == std::numeric_limits<std::uint32_t>::max())
            continue;
        const SQLite::Column value = query.getColumn(1);
        builder.setEvent(positions[std::size_t(row)], value.isFloat()
                                                          ? propertyText(value.getDouble())
                                                          : QString::fromUtf8(value.getText()));
    }
}

Result<void> addFileProperties(ColumnBuilder &builder, const SnapshotStorage &storage,
                               Database &database, const QString &name)
{
    return database.attempt([&](SQLite::Database &connection) {
        const std::vector<std::uint32_t> events = positionsOfRows(storage, false);
        if (name == u"channel" || name == u"value") {
            SQLite::Statement query(
                connection, name == u"channel"
                                ? "SELECT e.id, t.text FROM event e JOIN term t ON t.id = e.channel"
                                : "SELECT id, value FROM event WHERE value IS NOT NULL");
            addRows(query, builder, events);
        }
        // By key and not by path: a path cannot name a key that holds quotation marks.
        SQLite::Statement query(
            connection,
            "SELECT e.id, CASE j.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' "
            "ELSE j.atom END FROM event e, json_each(CASE WHEN json_valid(e.properties) THEN "
            "e.properties END) j WHERE j.key = ?1 AND j.atom IS NOT NULL");
        query.bind(1, name.toStdString());
        addRows(query, builder, events);
        if (name != u"channel" && name != u"product")
            return;
        const std::vector<std::uint32_t> purchases = positionsOfRows(storage, true);
        SQLite::Statement terms(
            connection,
            name == u"channel"
                ? "SELECT p.id, t.text FROM purchase p JOIN term t ON t.id = p.channel"
                : "SELECT p.id, t.text FROM purchase p JOIN term t ON t.id = p.product");
        addRows(terms, builder, purchases);
    });
}

std::shared_ptr<SnapshotStorage> storageOf(Customers::SnapshotPtr snapshot, QStringList &names,
                                           std::int64_t &epoch)
{
    auto storage = std::make_shared<SnapshotStorage>();
    storage->actors = snapshot->customers();
    const Customers::EventColumns &events = snapshot->events;
    const Customers::PurchaseColumns &purchases = snapshot->purchases;
    names = events.names;
    epoch = events.epoch;
    storage->size = events.size();
    if (purchases.size() > 0) {
        epoch = events.size() > 0 ? std::min(events.epoch, purchases.epoch) : purchases.epoch;
        const std::uint16_t purchaseName = nameFor(names, purchaseEvent);
        const bool refunds = std::any_of(purchases.amount.begin(), purchases.amount.end(),
                                         [](std::int64_t amount) { return amount < 0; });
        const std::uint16_t refundName = refunds ? nameFor(names, refundEvent) : purchaseName;
        storage->size += purchases.size();
        storage->merged.columns.first.reserve(storage->actors + 1);
        storage->merged.columns.time.reserve(storage->size);
        storage->merged.columns.name.reserve(storage->size);
        storage->merged.source.reserve(storage->size);
        storage->merged.columns.first.push_back(0);
        for (std::size_t customer = 0; customer < storage->actors; ++customer)
            mergeCustomer(storage->merged, *snapshot, customer, epoch, purchaseName, refundName);
    }
    storage->snapshot = std::move(snapshot);
    return storage;
}

} // namespace

EventLog EventLog::fromSnapshot(Customers::SnapshotPtr snapshot)
{
    EventLog log;
    const std::shared_ptr<SnapshotStorage> storage =
        storageOf(std::move(snapshot), log.m_names, log.m_epoch);
    const bool merged = !storage->merged.columns.first.empty();
    const Customers::EventColumns &events = storage->snapshot->events;
    log.m_first = merged ? std::span<const std::uint32_t>(storage->merged.columns.first)
                         : std::span<const std::uint32_t>(events.first);
    log.m_time = merged ? std::span<const std::uint32_t>(storage->merged.columns.time)
                        : std::span<const std::uint32_t>(events.time);
    log.m_name = merged ? std::span<const std::uint16_t>(storage->merged.columns.name)
                        : std::span<const std::uint16_t>(events.name);
    log.m_storage = storage;
    log.m_property = [storage](const QString &name) -> Result<PropertyPtr> {
        ColumnBuilder builder(*storage);
        addAttributes(builder, *storage, name);
        if (name == u"category")
            addCategories(builder, *storage);
        return builder.finish();
    };
    log.m_actorNames = [storage](const std::vector<std::uint32_t> &actors) -> Result<QStringList> {
        QStringList result;
        for (const std::uint32_t actor : actors)
            result.append(QString::number(storage->snapshot->customerRow[actor]));
        return result;
    };
    log.measure();
    return log;
}

EventLog EventLog::fromWorkspace(const Workspace &workspace, Customers::SnapshotPtr snapshot)
{
    EventLog log = fromSnapshot(std::move(snapshot));
    const auto storage = std::static_pointer_cast<const SnapshotStorage>(log.m_storage);
    // Each call opens its own connection, so that the log may be used on any thread.
    const auto connect = [&workspace] { return workspace.connect(Database::Mode::ReadOnly); };
    log.m_property = [storage, connect](const QString &name) -> Result<PropertyPtr> {
        ColumnBuilder builder(*storage);
        addAttributes(builder, *storage, name);
        if (name == u"category")
            addCategories(builder, *storage);
        Result<Database> database = connect();
        if (!database)
            return database.error();
        if (const Result<void> added = addFileProperties(builder, *storage, *database, name);
            !added)
            return added.error();
        return builder.finish();
    };
    log.m_actorNames = [storage,
                        connect](const std::vector<std::uint32_t> &actors) -> Result<QStringList> {
        Result<Database> database = connect();
        if (!database)
            return database.error();
        return database->attempt([&](SQLite::Database &connection) {
            SQLite::Statement query(connection, "SELECT ref FROM customer WHERE id = ?");
            QStringList result;
            for (const std::uint32_t actor : actors) {
                query.bind(1, storage->snapshot->customerRow[actor]);
                result.append(query.executeStep() ? QString::fromUtf8(query.getColumn(0).getText())
                                                  : QString());
                query.reset();
            }
            return result;
        });
    };
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
