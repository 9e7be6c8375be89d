#include "models/lifecycle/stagehistory.h"

#include "models/core/numberformat.h"
#include "models/lifecycle/rulesegments.h"
#include "models/segments/words.h"
#include "models/workspace/rowcursor.h"
#include "models/workspace/settings.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

/// What the kept history was made from, in the settings.
const QString recordedKey = u"lifecycle.recorded"_s;

constexpr std::array byNames{"event", "purchase", "rule", "exit_rule", "import"};

QByteArray toJson(const Receipt &receipt)
{
    QJsonObject json{{u"by"_s, QString::fromLatin1(byNames[std::size_t(receipt.by)])}};
    if (!receipt.what.isEmpty())
        json.insert(u"what"_s, receipt.what);
    if (receipt.row > 0)
        json.insert(u"row"_s, receipt.row);
    if (receipt.batch > 0)
        json.insert(u"import"_s, receipt.batch);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Receipt receiptFromJson(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    Receipt receipt;
    const QByteArray by = json[u"by"].toString().toLatin1();
    for (std::size_t i = 0; i < byNames.size(); ++i) {
        if (by == byNames[i])
            receipt.by = Receipt::By(i);
    }
    receipt.what = json[u"what"].toString();
    receipt.row = json[u"row"].toInteger();
    receipt.batch = json[u"import"].toInteger();
    return receipt;
}

/// Which import brought a row of one table.
class Batches
{
public:
    Batches(SQLite::Database &connection, const char *table)
    {
        SQLite::Statement query(
            connection, "SELECT r.first_id, r.last_id, r.batch FROM batch_range r JOIN import_batch b "
                        "ON b.id = r.batch WHERE r.tab = ? AND b.undone IS NULL ORDER BY r.first_id");
        query.bind(1, table);
        while (query.executeStep()) {
            m_ranges.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                                query.getColumn(2).getInt64()});
        }
    }
    [[nodiscard]] qint64 of(std::int64_t row) const
    {
        auto at = std::upper_bound(m_ranges.begin(), m_ranges.end(), row,
                                   [](std::int64_t value, const Range &range) {
                                       return value < range.first;
                                   });
        if (at == m_ranges.begin())
            return 0;
        --at;
        return row <= at->last ? at->batch : 0;
    }

private:
    struct Range
    {
        std::int64_t first;
        std::int64_t last;
        std::int64_t batch;
    };
    std::vector<Range> m_ranges;
};

/// Identity of a change: the same one is not written twice.
struct Key
{
    std::int64_t customer = 0;
    std::int64_t time = 0;
    std::uint64_t stage = 0; ///< hash of the id and of entering or leaving
    bool operator==(const Key &) const = default;
};
struct KeyHash
{
    std::size_t operator()(const Key &key) const
    {
        return qHashMulti(0, qint64(key.customer), qint64(key.time), quint64(key.stage));
    }
};
std::uint64_t stageKey(const QString &stage, Receipt::By by)
{
    return qHash(stage, 7) * 2 + (by == Receipt::By::ExitRule);
}

class Recorder
{
public:
    Recorder(SQLite::Database &connection, const Customers::Snapshot &snapshot,
             const LifecycleModel &lifecycle)
        : m_connection(connection)
        , m_snapshot(snapshot)
        , m_lifecycle(lifecycle)
        , m_events(connection, "event")
        , m_purchases(connection, "purchase")
        , m_insert(connection,
                   "INSERT INTO stage_change(customer, stage, time, receipt) VALUES(?, ?, ?, ?)")
    {}

    Result<RecordedHistory> run(const Progress &progress);

private:
    void readKnown();
    void add(Customers::CustomerIndex customer, const QString &stage, std::int64_t time,
             const Receipt &receipt);
    void addDerived(const StageHistory &history, const Progress &progress);
    void addExits(const StageHistory &history);
    void addImported();
    void readNewestBatch();
    [[nodiscard]] QString eventName(Customers::CustomerIndex customer, std::uint32_t row) const;
    [[nodiscard]] QStringList ruleWords(bool exits) const;

    SQLite::Database &m_connection;
    const Customers::Snapshot &m_snapshot;
    const LifecycleModel &m_lifecycle;
    Batches m_events;
    Batches m_purchases;
    SQLite::Statement m_insert;
    std::unordered_set<Key, KeyHash> m_known;
    QHash<qint64, QString> m_importedStage; ///< the latest kept per customer row
    qint64 m_newestBatch = 0;
    RecordedHistory m_outcome;
};

void Recorder::readNewestBatch()
{
    m_newestBatch =
        m_connection.execAndGet("SELECT ifnull(max(id), 0) FROM import_batch WHERE undone IS NULL")
            .getInt64();
}

void Recorder::readKnown()
{
    RowCursor rows(m_connection,
                   "SELECT customer, stage, time, receipt FROM stage_change ORDER BY time, id");
    while (rows.next()) {
        const std::string_view stageBytes = rows.text(1);
        const QString stage = QString::fromUtf8(stageBytes.data(), qsizetype(stageBytes.size()));
        const std::string_view text = rows.text(3);
        const Receipt receipt =
            receiptFromJson(QByteArray(text.data(), qsizetype(text.size())));
        m_known.insert({rows.integer(0), rows.integer(2), stageKey(stage, receipt.by)});
        if (receipt.by == Receipt::By::Import)
            m_importedStage.insert(rows.integer(0), stage);
    }
}

void Recorder::add(Customers::CustomerIndex customer, const QString &stage, std::int64_t time,
                   const Receipt &receipt)
{
    const std::int64_t row = m_snapshot.customerRow[customer];
    if (!m_known.insert({row, time, stageKey(stage, receipt.by)}).second) {
        ++m_outcome.known;
        return;
    }
    m_insert.bind(1, row);
    m_insert.bind(2, stage.toStdString());
    m_insert.bind(3, time);
    m_insert.bind(4, toJson(receipt).toStdString());
    m_insert.exec();
    m_insert.reset();
    ++m_outcome.added;
}

QString Recorder::eventName(Customers::CustomerIndex customer, std::uint32_t row) const
{
    const Customers::EventColumns &events = m_snapshot.events;
    for (std::uint32_t i = events.first[customer]; i < events.first[customer + 1]; ++i) {
        if (events.row[i] == row)
            return events.names[events.name[i]];
    }
    return {};
}

QStringList Recorder::ruleWords(bool exits) const
{
    Segments::Facts facts;
    facts.snapshot = Customers::SnapshotPtr(Customers::SnapshotPtr(), &m_snapshot);
    const Segments::Titles titles = Segments::titles(facts);
    const NumberFormat english(Language::English);
    QStringList words;
    for (const Stage &stage : m_lifecycle.stages) {
        const std::optional<Segments::Rule> &rule = exits ? stage.exit : stage.entry.rule;
        words.append(rule ? Segments::describe(*rule, titles, english) : QString());
    }
    return words;
}

void Recorder::addDerived(const StageHistory &history, const Progress &progress)
{
    const QStringList rules = ruleWords(false);
    for (std::size_t i = 0; i < history.entries.size(); ++i) {
        if (i % 65536 == 0 && progress.isCancelled())
            return;
        const StageEntry &entry = history.entries[i];
        Receipt receipt;
        receipt.row = entry.row;
        if (entry.fromPurchase) {
            receipt.by = Receipt::By::Purchase;
            receipt.batch = m_purchases.of(entry.row);
        } else if (entry.row == 0) {
            receipt.by = Receipt::By::Rule;
            receipt.what = rules[entry.stage];
            receipt.batch = m_newestBatch;
        } else {
            receipt.what = eventName(entry.customer, entry.row);
            receipt.batch = m_events.of(entry.row);
        }
        add(entry.customer, m_lifecycle.stages[entry.stage].id, entry.time, receipt);
    }
}

void Recorder::addExits(const StageHistory &history)
{
    const QStringList rules = ruleWords(true);
    for (const StageExit &exit : deriveExits(m_snapshot, m_lifecycle, history)) {
        Receipt receipt;
        receipt.by = Receipt::By::ExitRule;
        receipt.what = rules[exit.stage];
        receipt.batch = m_newestBatch;
        add(exit.customer, m_lifecycle.stages[exit.stage].id, exit.time, receipt);
    }
}

void Recorder::addImported()
{
    // A stage that another system gave holds from the import that brought it: the last one that
    // changed it, else the one that made the customer.
    RowCursor rows(
        m_connection,
        "WITH changed AS (SELECT row, max(batch) AS batch FROM previous_value WHERE tab = 'customer' "
        "AND json_type(old, '$.stage') IS NOT NULL GROUP BY row) "
        "SELECT c.id, c.stage, b.started, b.id FROM customer c LEFT JOIN changed p ON p.row = c.id "
        "LEFT JOIN import_batch b ON b.id = coalesce(p.batch, nullif(c.batch, 0), (SELECT max(id) "
        "FROM import_batch WHERE kind = 'customers' AND undone IS NULL)) "
        "WHERE c.stage IS NOT NULL AND c.stage <> ''");
    while (rows.next()) {
        const Customers::CustomerIndex customer = m_snapshot.indexOf(CustomerId{rows.integer(0)});
        const std::string_view bytes = rows.text(1);
        const QString stage = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
        if (customer == m_snapshot.customers() || m_importedStage.value(rows.integer(0)) == stage)
            continue;
        Receipt receipt;
        receipt.by = Receipt::By::Import;
        receipt.batch = rows.isNull(3) ? 0 : rows.integer(3);
        add(customer, stage, rows.isNull(2) ? 0 : rows.integer(2), receipt);
    }
}

Result<RecordedHistory> Recorder::run(const Progress &progress)
{
    SQLite::Transaction transaction(m_connection, SQLite::TransactionBehavior::IMMEDIATE);
    readKnown();
    readNewestBatch();
    const StageHistory history = deriveHistory(m_snapshot, m_lifecycle);
    addDerived(history, progress);
    addExits(history);
    addImported();
    if (progress.isCancelled())
        return Error::cancelled(); // rolled back
    transaction.commit();
    return m_outcome;
}

} // namespace

Result<RecordedHistory> recordHistory(Database &database, const Customers::Snapshot &snapshot,
                                      const LifecycleModel &lifecycle, const Progress &progress)
{
    return database.attempt([&](SQLite::Database &connection) {
        return Recorder(connection, snapshot, lifecycle).run(progress);
    });
}

Result<RecordedHistory> keepHistory(const Workspace &workspace, const Customers::Snapshot &snapshot,
                                    const LifecycleModel &lifecycle, const Progress &progress)
{
    if (workspace.isReadOnly() || snapshot.customers() == 0)
        return RecordedHistory();
    Result<Database> database = workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    const Result<LifecycleModel> ready = withSegments(*database, snapshot, lifecycle);
    if (!ready)
        return ready.error();
    QJsonArray asked; // a segment that changed changes who is in a stage
    for (const Segments::Segment &segment :
         ready->segments ? *ready->segments : QList<Segments::Segment>())
        asked.append(Segments::toJson(segment));
    QJsonObject definition = toJson(lifecycle);
    if (!asked.isEmpty())
        definition.insert(u"segments"_s, asked);
    const QString source =
        snapshot.version
        + QString::fromUtf8(QJsonDocument(definition).toJson(QJsonDocument::Compact));
    const Result<QString> recorded = Settings::value(*database, recordedKey);
    if (!recorded)
        return recorded.error();
    if (*recorded == source)
        return RecordedHistory();
    const Result<RecordedHistory> kept = recordHistory(*database, snapshot, *ready, progress);
    if (!kept)
        return kept;
    if (const Result<void> noted = Settings::setValue(*database, recordedKey, source); !noted)
        return noted.error();
    return kept;
}

Result<RecordedHistory> keepHistory(const Workspace &workspace, const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    // The largest ids: counting would read every page.
    const Result<qint64> facts = database->attempt([](SQLite::Database &connection) -> qint64 {
        return connection
            .execAndGet("SELECT ifnull((SELECT max(id) FROM event), 0) "
                        "+ ifnull((SELECT max(id) FROM purchase), 0)")
            .getInt64();
    });
    if (!facts)
        return facts.error();
    if (*facts > mostFactsAtImport)
        return RecordedHistory();
    const Result<LifecycleModel> lifecycle = load(*database);
    if (!lifecycle)
        return lifecycle.error();
    const Result<Customers::SnapshotPtr> snapshot =
        Customers::loadSnapshot(workspace, progress.part(0, 0.5));
    if (!snapshot)
        return snapshot.error();
    return keepHistory(workspace, **snapshot, *lifecycle, progress.part(0.5, 1));
}

// The table has no index on the customer. Measured at 1 million customers with 3.5 million changes:
// the scan takes 0.5 s, on a worker and for one card at a time, where an index would answer at once;
// but it would add 46 MB to the 322 MB of the table and make imports that touch customers in no
// order write their changes three times as slowly (44 s instead of 15 s).
Result<QList<StageChange>> stageChanges(Database &database, CustomerId customer)
{
    return database.attempt([&](SQLite::Database &connection) {
        SQLite::Statement query(
            connection,
            "SELECT stage, time, receipt FROM stage_change WHERE customer = ? ORDER BY time, id");
        query.bind(1, std::int64_t(customer.value));
        QList<StageChange> changes;
        while (query.executeStep()) {
            changes.append({customer, QString::fromUtf8(query.getColumn(0).getText()),
                            query.getColumn(1).getInt64(),
                            receiptFromJson(QByteArray(query.getColumn(2).getText()))});
        }
        return changes;
    });
}

std::vector<AccountEntry> accountHistory(const StageHistory &history,
                                         const Customers::CodedColumn &account)
{
    std::vector<AccountEntry> all;
    for (const StageEntry &entry : history.entries) {
        if (const std::uint16_t code = account.code[entry.customer])
            all.push_back({code, entry.stage, entry.time, entry.customer});
    }
    // The first of each account and stage, then by time.
    std::ranges::sort(all, [](const AccountEntry &a, const AccountEntry &b) {
        return std::tuple(a.account, a.stage, a.time, a.customer)
               < std::tuple(b.account, b.stage, b.time, b.customer);
    });
    const auto repeated = std::ranges::unique(all, [](const AccountEntry &a, const AccountEntry &b) {
        return a.account == b.account && a.stage == b.stage;
    });
    all.erase(repeated.begin(), repeated.end());
    std::ranges::stable_sort(all, [](const AccountEntry &a, const AccountEntry &b) {
        return std::tuple(a.account, a.time, a.stage) < std::tuple(b.account, b.time, b.stage);
    });
    return all;
}

} // namespace Lifecycle
