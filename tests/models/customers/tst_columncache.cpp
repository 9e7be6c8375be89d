#include "models/customers/columncache.h"
#include "models/customers/columnloader.h"
#include "models/workspace/closedfiles.h"
#include "models/workspace/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace Customers;
using namespace Qt::StringLiterals;

/// The cache gives what the rows give, only when nothing has changed since the file was closed.
class TestColumnCache : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cacheGivesWhatTheRowsGive();
    void smallWorkspacesHaveNone();
    void changesOfOtherProgramsAreNoticed();
    void aFileFromElsewhereIsNotTrusted();
    void aReaderUsesItUntilSomebodyWrites();
    void changedRowsMakeItWorthless_data();
    void changedRowsMakeItWorthless();
    void rowsThatChangeMeanwhileAreNotCached();
    void damagedPiecesAreRefused_data();
    void damagedPiecesAreRefused();
    void copiesLeaveItOut();

private:
    void open();
    void close() { m_workspace.reset(); }
    void execute(const char *sql);
    void store(const Snapshot &snapshot);
    [[nodiscard]] SnapshotPtr load() { return loadSnapshot(*m_workspace).value(); }
    [[nodiscard]] bool hasUsableCache();
    /// False where the cache may not be used; \a snapshot has its customers and its version.
    [[nodiscard]] bool loadFromCache(Snapshot &snapshot) const;

    std::optional<QTemporaryDir> m_folder;
    QString m_file;
    std::optional<Workspace> m_workspace;
};

void TestColumnCache::init()
{
    m_workspace.reset();
    m_folder.emplace();
    m_file = m_folder->filePath(u"cache.qeema"_s);
    m_workspace.emplace(Workspace::create(m_file).value());
    Result<Database> database = m_workspace->connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    SQLite::Database &connection = database->connection();
    SQLite::Transaction transaction(connection);
    connection.exec("INSERT INTO term(id, field, text) VALUES(1, 'currency', 'SAR'), (2, 'category', "
                    "'tea'), (3, 'category', 'coffee'), (4, 'event', 'visit'), (5, 'event', 'call')");
    for (int i = 1; i <= 100; ++i)
        connection.exec("INSERT INTO customer(ref, batch) VALUES('c" + std::to_string(i) + "', 1)");
    std::mt19937 random(7);
    const auto below = [&random](int limit) { return std::to_string(random() % unsigned(limit)); };
    for (int i = 0; i < 1000; ++i) {
        connection.exec("INSERT INTO purchase(customer, time, amount, currency, category) VALUES(1 + "
                        + below(100) + ", 1700000000 + " + below(90000000) + ", " + below(500000)
                        + " - 1000, 1, " + (i % 3 == 0 ? "NULL" : i % 3 == 1 ? "2" : "3") + ')');
        connection.exec("INSERT INTO event(customer, time, event) VALUES(1 + " + below(100)
                        + ", 1700000000 + " + below(90000000) + ", 4 + " + below(2) + ')');
    }
    transaction.commit();
}

void TestColumnCache::open()
{
    Result<Workspace> opened = Workspace::open(m_file, Workspace::Access::Write);
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().message));
    m_workspace.emplace(std::move(*opened));
}

void TestColumnCache::execute(const char *sql)
{
    Result<Database> database = m_workspace->connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    database->connection().exec(sql);
}

void TestColumnCache::store(const Snapshot &snapshot)
{
    QVERIFY(storeCache(*m_workspace, snapshot, m_workspace->factChanges(), {}, 0).ok());
    QVERIFY(m_workspace->hasColumnCache());
}

bool TestColumnCache::hasUsableCache()
{
    const SnapshotPtr whole = load();
    Snapshot bare;
    bare.customerRow = whole->customerRow;
    bare.version = whole->version;
    return loadFromCache(bare);
}

bool TestColumnCache::loadFromCache(Snapshot &snapshot) const
{
    Result<Database> database = m_workspace->connect(Database::Mode::ReadOnly);
    CachedFacts facts;
    return m_workspace->hasColumnCache() && readCache(*database, snapshot.version, facts).value()
           && takeCached(std::move(facts), snapshot);
}

void TestColumnCache::cacheGivesWhatTheRowsGive()
{
    const SnapshotPtr before = load();
    QVERIFY(!m_workspace->hasColumnCache());
    store(*before);
    close();
    QVERIFY(!QFile::exists(m_file + u"-wal"_s));
    // More than once: opening and closing alone changes nothing.
    for (int round = 0; round < 3; ++round) {
        open();
        QVERIFY(hasUsableCache());
        Snapshot cached;
        cached.customerRow = before->customerRow;
        cached.version = before->version;
        QVERIFY(loadFromCache(cached));
        measureExtents(cached);
        QCOMPARE(cached.purchases.first, before->purchases.first);
        QCOMPARE(cached.purchases.epoch, before->purchases.epoch);
        QCOMPARE(cached.purchases.time, before->purchases.time);
        QCOMPARE(cached.purchases.amount, before->purchases.amount);
        QCOMPARE(cached.purchases.category, before->purchases.category);
        QCOMPARE(cached.purchases.row, before->purchases.row);
        QCOMPARE(cached.purchases.categories, before->purchases.categories);
        QCOMPARE(cached.events.first, before->events.first);
        QCOMPARE(cached.events.epoch, before->events.epoch);
        QCOMPARE(cached.events.time, before->events.time);
        QCOMPARE(cached.events.name, before->events.name);
        QCOMPARE(cached.events.row, before->events.row);
        QCOMPARE(cached.events.names, before->events.names);
        QCOMPARE(cached.purchaseExtent, before->purchaseExtent);
        QCOMPARE(load()->extent, before->extent);
        close();
    }
    const auto check = checkWorkspace(m_file);
    QVERIFY(check.ok());
    QCOMPARE(check->problems, QStringList());
}

void TestColumnCache::smallWorkspacesHaveNone()
{
    QVERIFY(storeCache(*m_workspace, *load(), m_workspace->factChanges()).ok());
    Result<Database> database = m_workspace->connect(Database::Mode::ReadOnly);
    QCOMPARE(database->connection().execAndGet("SELECT count(*) FROM column_cache").getInt(), 0);
}

void TestColumnCache::changesOfOtherProgramsAreNoticed()
{
    store(*load());
    close();
    {
        // As any SQLite tool would: the counts and the highest ids stay the same.
        SQLite::Database other(m_file.toStdString(), SQLite::OPEN_READWRITE);
        other.exec("UPDATE purchase SET amount = amount + 1 WHERE id = 77");
    }
    open();
    QVERIFY(!m_workspace->wasClosedHere());
    QVERIFY(!m_workspace->hasColumnCache());
    close();
    // Closing it in good order does not make the old cache good again.
    open();
    QVERIFY(m_workspace->wasClosedHere());
    QVERIFY(!m_workspace->hasColumnCache());
    store(*load());
    close();
    open();
    QVERIFY(hasUsableCache());
}

void TestColumnCache::aFileFromElsewhereIsNotTrusted()
{
    store(*load());
    close();
    ClosedFiles::forget(m_file);
    for (const Workspace::Access access : {Workspace::Access::Read, Workspace::Access::Write}) {
        m_workspace.emplace(Workspace::open(m_file, access).value());
        QVERIFY(!m_workspace->hasColumnCache());
        QVERIFY(!hasUsableCache());
        close();
    }
}

void TestColumnCache::aReaderUsesItUntilSomebodyWrites()
{
    store(*load());
    close();
    m_workspace.emplace(Workspace::open(m_file, Workspace::Access::Read).value());
    QVERIFY(hasUsableCache());
    {
        const Workspace writer = Workspace::open(m_file, Workspace::Access::Write).value();
        QVERIFY(writer.hasColumnCache());
        QVERIFY(!m_workspace->hasColumnCache());
        Result<Database> database = writer.connect(Database::Mode::ReadWrite);
        database->connection().exec("UPDATE purchase SET amount = 9 WHERE id = 77");
    }
    QVERIFY(!hasUsableCache());
}

void TestColumnCache::changedRowsMakeItWorthless_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("stays");
    QTest::newRow("a new purchase") << QByteArray(
        "INSERT INTO purchase(customer, time, amount, currency) VALUES(3, 1700000000, 5, 1)") << false;
    QTest::newRow("another amount") << QByteArray("UPDATE purchase SET amount = 9 WHERE id = 77") << false;
    QTest::newRow("another customer") << QByteArray("UPDATE event SET customer = 9 WHERE id = 77") << false;
    QTest::newRow("rates") << QByteArray("UPDATE import_batch SET options = '{}'") << false;
    QTest::newRow("a category's name") << QByteArray("UPDATE term SET text = 'x' WHERE id = 2") << false;
    QTest::newRow("a customer's name") << QByteArray("UPDATE customer SET name = 'x' WHERE id = 2") << true;
    QTest::newRow("a setting") << QByteArray("INSERT INTO setting VALUES('view', 'x')") << true;
}

void TestColumnCache::changedRowsMakeItWorthless()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const bool, stays);
    store(*load());
    execute(sql.constData());
    QCOMPARE(m_workspace->hasColumnCache(), stays);
    QCOMPARE(hasUsableCache(), stays);
    close();
    open();
    QCOMPARE(hasUsableCache(), stays);
}

void TestColumnCache::rowsThatChangeMeanwhileAreNotCached()
{
    const std::uint64_t before = m_workspace->factChanges();
    const SnapshotPtr old = load();
    execute("UPDATE purchase SET amount = 9 WHERE id = 77");
    QVERIFY(storeCache(*m_workspace, *old, before, {}, 0).ok());
    QVERIFY(!m_workspace->hasColumnCache());
}

void TestColumnCache::damagedPiecesAreRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("short") << QByteArray("UPDATE column_cache SET data = substr(data, 2) WHERE col = "
                                         "'time' AND tab = 'purchase'");
    QTest::newRow("missing") << QByteArray("DELETE FROM column_cache WHERE col = 'amount'");
    QTest::newRow("offsets") << QByteArray("UPDATE column_cache SET data = zeroblob(length(data)) "
                                           "WHERE col = 'first' AND tab = 'purchase'");
    QTest::newRow("width") << QByteArray("UPDATE column_cache SET width = 3 WHERE tab = 'event'");
    QTest::newRow("rows") << QByteArray("UPDATE column_cache SET rows = rows + 1 WHERE col = 'row'");
    QTest::newRow("negative rows") << QByteArray("UPDATE column_cache SET rows = -1 WHERE col = 'row'");
    QTest::newRow("negative width") << QByteArray("UPDATE column_cache SET width = -4, rows = -1");
    QTest::newRow("huge width") << QByteArray(
        "UPDATE column_cache SET width = 9223372036854775807, rows = 2 WHERE col = 'time'");
    QTest::newRow("a gap") << QByteArray("UPDATE column_cache SET seq = 1 WHERE col = 'time'");
    QTest::newRow("no order of time") << QByteArray(
        "UPDATE column_cache SET data = randomblob(length(data)) WHERE col = 'time'");
    QTest::newRow("codes without text") << QByteArray(
        "UPDATE column_cache SET data = randomblob(length(data)) WHERE col = 'category'");
    QTest::newRow("names without text") << QByteArray(
        "UPDATE column_cache SET data = randomblob(length(data)) WHERE col = 'name'");
    QTest::newRow("offsets beyond the rows") << QByteArray(
        "UPDATE column_cache SET data = CAST(substr(data, 1, length(data) - 4) || x'FFFFFFFF' AS BLOB) WHERE col = 'first'");
    QTest::newRow("the end of time") << QByteArray(
        "UPDATE column_cache SET data = x'FFFFFFFFFFFFFF7F' WHERE col = 'epoch'");
    QTest::newRow("no epoch") << QByteArray("UPDATE column_cache SET data = zeroblob(0), rows = 0 "
                                            "WHERE col = 'epoch'");
    QTest::newRow("of another version") << QByteArray("UPDATE column_cache SET version = version + 1");
}

void TestColumnCache::damagedPiecesAreRefused()
{
    QFETCH(const QByteArray, sql);
    const SnapshotPtr before = load();
    store(*before);
    execute(sql.constData());
    close();
    open();
    QVERIFY(!hasUsableCache());
    QCOMPARE(load()->purchases.amount, before->purchases.amount);
    QCOMPARE(load()->events.name, before->events.name);
}

void TestColumnCache::copiesLeaveItOut()
{
    store(*load());
    const QString copy = m_folder->filePath(u"copy.qeema"_s);
    QVERIFY(m_workspace->saveCopy(copy).ok());
    SQLite::Database other(copy.toStdString(), SQLite::OPEN_READONLY);
    QCOMPARE(other.execAndGet("SELECT count(*) FROM column_cache").getInt(), 0);
    QCOMPARE(other.execAndGet("SELECT count(*) FROM setting WHERE key = 'column_cache'").getInt(), 0);
}

QTEST_GUILESS_MAIN(TestColumnCache)
#include "tst_columncache.moc"
