#include "models/clv/clvjob.h"
#include "models/clv/clvjson.h"
#include "models/clv/clvstore.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"
#include "tests/support/testworkspace.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// Dated results in the workspace.
class TestClvStore : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void resultsComeBackWithMethodAndData();
    void theSameRunReplacesItself();
    void otherSettingsReplaceTheRunOfTheDay();
    void oldRunsAreBounded();
    void otherMethodsAreTold();
    void fingerprintFollowsTheData();

private:
    Clv::ClvResult m_result;
    const QDateTime m_made{QDate(2025, 1, 2), QTime(3, 4, 5), Qt::UTC};
};

void TestClvStore::initTestCase()
{
    Numerics::Random random(3);
    std::vector<ClvData::Purchase> purchases;
    for (int i = 0; i < 900; ++i) {
        const double lambda = random.gamma(0.8, 4);
        for (double time = 0; time < 100; time += random.exponential(lambda))
            purchases.push_back(
                {i, QDate(2023, 1, 1).addDays(qint64(time * 7)), random.integer(500, 9000), 0});
    }
    Clv::ClvQuery query;
    const Result<Clv::ClvResult> result =
        Clv::computeClv(ClvData::snapshotOf(std::move(purchases), 900), query);
    QVERIFY(result.ok());
    m_result = *result;
}

void TestClvStore::resultsComeBackWithMethodAndData()
{
    TestWorkspace workspace;
    static_cast<void>(workspace.workspace());
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    Clv::ClvStore store(*database);
    QVERIFY(store.load().ok() && store.load()->isEmpty());
    QVERIFY(store.save(m_result, m_made, u"SAR"_s).ok());
    const Result<QList<Clv::StoredClv>> list = store.load();
    QVERIFY(list.ok());
    QCOMPARE(list->size(), 1);
    const Clv::StoredClv &stored = list->first();
    QCOMPARE(stored.made, m_made);
    QCOMPARE(stored.until, m_result.until);
    QCOMPARE(stored.dataVersion, m_result.dataVersion);
    QCOMPARE(stored.model, u"bg-nbd"_s);
    QCOMPARE(stored.method, Clv::toJson(m_result.query));
    QCOMPARE(stored.total, m_result.totalClv);
    QCOMPARE(stored.low, m_result.totalLow);
    QCOMPARE(stored.dataFingerprint, Clv::dataFingerprint(*m_result.values));
    QVERIFY(stored.result[u"parameters"_s][u"alpha"_s][u"value"_s].toDouble() > 0);
    QVERIFY(!stored.result.contains(u"seconds"_s));
}

void TestClvStore::theSameRunReplacesItself()
{
    TestWorkspace workspace;
    static_cast<void>(workspace.workspace());
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    Clv::ClvStore store(*database);
    QVERIFY(store.save(m_result, m_made).ok());
    QVERIFY(store.save(m_result, m_made.addSecs(60)).ok());
    QCOMPARE(store.load()->size(), 1);
    QCOMPARE(store.load()->first().made, m_made.addSecs(60));
    Clv::ClvResult later = m_result;
    later.until = m_result.until.addDays(30);
    QVERIFY(store.save(later, m_made).ok());
    QCOMPARE(store.load()->size(), 2);
    QCOMPARE(store.load()->last().until, later.until);
}

void TestClvStore::otherSettingsReplaceTheRunOfTheDay()
{
    TestWorkspace workspace;
    static_cast<void>(workspace.workspace());
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    Clv::ClvStore store(*database);
    QVERIFY(store.save(m_result, m_made).ok());
    Clv::ClvResult tried = m_result;
    for (int months = 1; months <= 40; ++months) {
        tried.query.horizonPeriods = 4.0 * months;
        tried.query.margin = 0.01 * months;
        tried.query.annualDiscountRate = 0.002 * months;
        QVERIFY(store.save(tried, m_made.addSecs(60 * months)).ok());
    }
    QCOMPARE(store.load()->size(), 1);
    QCOMPARE(store.load()->first().method, Clv::toJson(tried.query));
    // Another model, or other data, is another result of that day.
    Clv::ClvResult other = m_result;
    other.query.model = Clv::Model::ParetoNbd;
    QVERIFY(store.save(other, m_made.addDays(1)).ok());
    QCOMPARE(store.load()->size(), 2);
    other.dataVersion += u"-changed"_s;
    QVERIFY(store.save(other, m_made.addDays(2)).ok());
    QCOMPARE(store.load()->size(), 3);
}

void TestClvStore::oldRunsAreBounded()
{
    TestWorkspace workspace;
    static_cast<void>(workspace.workspace());
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    Clv::ClvStore store(*database);
    Clv::ClvResult run = m_result;
    run.holdout.emplace();
    for (int week = 0; week < 100; ++week)
        run.holdout->tracking.append({QDate(2023, 1, 1).addDays(7 * week), 10.0, 11.0});
    // The same day with ever new data.
    for (int import = 0; import < 6; ++import) {
        run.dataVersion = QString::number(import);
        QVERIFY(store.save(run, m_made.addSecs(import)).ok());
    }
    QList<Clv::StoredClv> kept = *store.load();
    QCOMPARE(kept.size(), Clv::ClvStore::mostOfOneDay);
    QCOMPARE(kept.last().dataVersion, u"5"_s);
    // Only the newest holds its holdout's weeks; all of them what a trend shows.
    QCOMPARE(kept.last().result[u"holdout"_s][u"tracking"_s].toArray().size(), 100);
    QVERIFY(!kept.first().result.contains(u"holdout"_s));
    QCOMPARE(kept.first().total, m_result.totalClv);
    QCOMPARE(kept.first().dataFingerprint, kept.last().dataFingerprint);
    // One a day for years, written directly: only the next save looks after the number.
    const Result<void> filled = database->attempt([&](SQLite::Database &connection) {
        SQLite::Transaction transaction(connection);
        for (int day = 0; day < 2 * Clv::ClvStore::mostKept; ++day) {
            SQLite::Statement insert(connection,
                                     "INSERT INTO result(kind, made, data_until, data_version, "
                                     "definition, json) VALUES('clv', ?, ?, 'x', '{}', '{}')");
            insert.bind(1, day);
            insert.bind(2, day);
            insert.exec();
        }
        transaction.commit();
    });
    QVERIFY(filled.ok());
    QVERIFY(store.save(run, m_made.addDays(1)).ok());
    kept = *store.load();
    QCOMPARE(kept.size(), Clv::ClvStore::mostKept);
    QCOMPARE(kept.last().made, m_made.addDays(1));
}

void TestClvStore::otherMethodsAreTold()
{
    TestWorkspace workspace;
    static_cast<void>(workspace.workspace());
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    Clv::ClvStore store(*database);
    Clv::ClvResult later = m_result;
    later.until = m_result.until.addDays(30);
    Clv::ClvResult other = m_result;
    other.until = m_result.until.addDays(60);
    other.query.margin = 0.5;
    QVERIFY(store.save(m_result, m_made).ok());
    QVERIFY(store.save(later, m_made).ok());
    QVERIFY(store.save(other, m_made).ok());
    const QList<Clv::StoredClv> list = *store.load();
    QCOMPARE(list.size(), 3);
    QVERIFY(Clv::isSameMethod(list[0], list[1]));
    QVERIFY(!Clv::isSameMethod(list[1], list[2]));
}

void TestClvStore::fingerprintFollowsTheData()
{
    Clv::CustomerValues changed = *m_result.values;
    const QString before = Clv::dataFingerprint(changed);
    QCOMPARE(before.size(), 16);
    QCOMPARE(Clv::dataFingerprint(changed), before);
    changed.meanSpend[5] += 0.01;
    changed.realised[5] += 0.01;
    QVERIFY(Clv::dataFingerprint(changed) != before);
}

QTEST_GUILESS_MAIN(TestClvStore)
#include "tst_clvstore.moc"
