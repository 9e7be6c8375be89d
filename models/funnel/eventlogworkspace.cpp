#include "models/funnel/eventlog.h"

#include "models/funnel/interner.h"
#include "models/funnel/ownedcolumns.h"
#include "models/segments/evaluate.h"
#include "models/segments/fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Funnel {
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

Result<ActorMeasure> measureOf(const Segments::Facts &facts, const QString &field)
{
    const Result<Segments::Field> found = Segments::findField(facts, field);
    if (!found)
        return found.error();
    if (found->type == Segments::FieldType::Text || found->type == Segments::FieldType::Date) {
        return Error{Error::Kind::Definition,
                     QCoreApplication::translate(
                         "Funnel", "\"%1\" is no number that could be added up. Name a measure such "
                                   "as clv or monetary.")
                         .arg(field)};
    }
    Result<std::vector<double>> numbers = Segments::numbers(
        facts, {field, Segments::Operator::Known, {}, 0, {}, {}});
    if (!numbers)
        return numbers.error();
    return ActorMeasure{*std::move(numbers), found->type == Segments::FieldType::Money
                                                 ? facts.snapshot->currency.code
                                                 : QString()};
}

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
    log.m_judge = [snapshot = storage->snapshot](const Segments::Rule &rule) {
        Segments::Facts facts;
        facts.snapshot = snapshot;
        return Segments::mask(rule, facts);
    };
    log.m_measure = [snapshot = storage->snapshot](const QString &field) {
        Segments::Facts facts;
        facts.snapshot = snapshot;
        return measureOf(facts, field);
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

} // namespace Funnel
