#include "models/health/duplicates.h"
#include "models/health/duplicatesmodel.h"
#include "models/health/merge.h"

#include "tests/models/import/importtesting.h"

#include <QAbstractItemModelTester>

#include <stop_token>

using namespace Qt::StringLiterals;
using Health::DuplicateGroup;
using Health::Likeness;
using Import::Kind;

/// Finding duplicate customers, merging them, and taking that back.
class TestMerge final : public QObject
{
    Q_OBJECT

private slots:
    void duplicatesAreFound_data();
    void duplicatesAreFound();
    void sharedNumbersOfManyAreNoDuplicates();
    void judgedGroupsStayAway();
    void everyFactMovesAndGapsAreFilled();
    void undoRestoresExactly();
    void undoAfterReopeningRestoresExactly();
    void theHighestIdMayGo();
    void mergesUndoInEitherOrder();
    void laterMergeOfTheSurvivorComesFirst();
    void laterRowsGoToTheOneThatStayed();
    void takenReferenceIsNamed();
    void undoneImportTakesTheMergedWithIt();
    void rowsOfAReplacedPeriodFollowTheMerge();
    void badMergesChangeNothing_data();
    void badMergesChangeNothing();
    void cancelledMergeChangesNothing();
    void modelShowsGroups();

private:
    /// Every row of every table that a merge or its undo may touch.
    static QStringList content(const ImportBench &bench)
    {
        QStringList all;
        for (const char *table : {"customer", "customer_attribute", "purchase", "event", "survey",
                                  "interaction", "subscription", "deal_change", "batch_range",
                                  "previous_value"})
            all += bench.rows((std::string("SELECT '") + table + "', * FROM " + table + " ORDER BY rowid").c_str());
        return all;
    }
    static void fill(const ImportBench &bench)
    {
        VERIFY_OK(bench.import("id,name,email,phone,city,acquired on,tier,points\n"
                               "A,Sara Ali,sara@example.com,,Riyadh,2024-03-01,gold,\n"
                               "B,Ali Sara,Sara+x@example.com,0501234567,,2024-01-15,,12.5\n"
                               "C,Omar Hadi,,+966 50 123 4567,Jeddah,,,7\n"
                               "D,Huda Nasser,huda@example.com,,Dammam,2024-02-02,silver,3\n",
                               Kind::Customers, allColumns()));
        VERIFY_OK(bench.import("customer_id,date,amount,order_id\nA,2024-03-01,100,1\nB,2024-01-15,50,2\n"
                               "B,2024-05-01,25.5,3\nC,2024-04-01,10,4\nD,2024-04-01,20,5\n",
                               Kind::Transactions));
        VERIFY_OK(bench.import("customer_id,time,event\nB,2024-01-01,signup\nC,2024-03-30,signup\n", Kind::Events));
        VERIFY_OK(bench.import("customer_id,time,instrument,score\nB,2024-06-01,NPS,9\n", Kind::Surveys));
        VERIFY_OK(bench.import("customer_id,time,channel,effort\nB,2024-06-02,phone,3\n", Kind::Interactions));
    }
    static Import::ImportHints contacts()
    {
        Import::ImportHints hints;
        for (const QString &field : {u"name"_s, u"email"_s, u"phone"_s, u"city"_s})
            hints.mapping.insert(field, field);
        hints.mapping.insert(u"id"_s, u"customer_id"_s);
        return hints;
    }
    static Import::ImportHints allColumns()
    {
        Import::ImportHints hints = contacts();
        hints.mapping.insert(u"acquired on"_s, u"acquired_on"_s);
        return hints;
    }
    static CustomerId idOf(const ImportBench &bench, const char *reference)
    {
        return CustomerId{bench.rows((std::string("SELECT id FROM customer WHERE ref = '") + reference + '\'').c_str())
                              .value(0)
                              .toLongLong()};
    }
    static Result<QList<DuplicateGroup>> find(const ImportBench &bench)
    {
        const Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(bench.workspace());
        return snapshot ? Health::findDuplicates(bench.workspace(), **snapshot) : snapshot.error();
    }
};

void TestMerge::duplicatesAreFound_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("likeness"); // 0: no duplicates
    const int email = int(Likeness::Email);
    const int phone = int(Likeness::Phone);
    const int name = int(Likeness::Name);
    QTest::newRow("same address, other writing") << QByteArray("Sara,S.Ali@Gmail.com,,Riyadh")
                                                 << QByteArray("Somebody,sali+shop@gmail.com,,Jeddah") << email;
    QTest::newRow("same number, other writing") << QByteArray("Sara,,+966501234567,Riyadh")
                                                << QByteArray("Somebody,,050 123 4567,Jeddah") << phone;
    QTest::newRow("like name, same city") << QByteArray("Al Noor Hotels,,,Riyadh")
                                          << QByteArray("Al-Noor Hotel Co.,,,RIYADH") << name;
    QTest::newRow("Arabic spellings") << QByteArray("شركة أحمد الأنصاري,,,الرياض")
                                      << QByteArray("احمد الانصاري,,,الرياض") << name;
    QTest::newRow("everything") << QByteArray("Sara Ali,sara@x.com,0501234567,Riyadh")
                                << QByteArray("Sara Ali,SARA@x.com,0501234567,Riyadh") << (email | phone | name);
    QTest::newRow("like name, another city") << QByteArray("Al Noor Hotels,,,Riyadh")
                                             << QByteArray("Al Noor Hotels,,,Jeddah") << 0;
    QTest::newRow("name without a city") << QByteArray("Al Noor Hotels,,,") << QByteArray("Al Noor Hotels,,,") << 0;
    QTest::newRow("numbered branches") << QByteArray("Al Noor Branch 2,,,Riyadh")
                                       << QByteArray("Al Noor Branch 3,,,Riyadh") << 0;
    QTest::newRow("other people") << QByteArray("Sara Ali,sara@x.com,0501234567,Riyadh")
                                  << QByteArray("Omar Hadi,omar@x.com,0507654321,Riyadh") << 0;
}

void TestMerge::duplicatesAreFound()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(int, likeness);
    ImportBench bench;
    VERIFY_OK(bench.import("id,name,email,phone,city\n1," + first + "\n2," + second + "\n", Kind::Customers, contacts()));
    const Result<QList<DuplicateGroup>> groups = find(bench);
    VERIFY_OK(groups);
    QCOMPARE(groups->size(), likeness ? 1 : 0);
    if (likeness) {
        QCOMPARE(groups->first().likeness, likeness);
        QCOMPARE(groups->first().members.size(), 2);
        QCOMPARE(groups->first().isCertain(), likeness != int(Likeness::Name));
    }
}

void TestMerge::sharedNumbersOfManyAreNoDuplicates()
{
    ImportBench bench;
    QByteArray csv("id,name,email,phone,city\n");
    for (int i = 0; i < 25; ++i)
        csv += QByteArray::number(i) + ",Person " + QByteArray(1, char('a' + i)) + ",info@example.com,0112345678,City"
               + QByteArray(1, char('a' + i)) + '\n';
    VERIFY_OK(bench.import(csv, Kind::Customers, contacts()));
    const Result<QList<DuplicateGroup>> groups = find(bench);
    VERIFY_OK(groups);
    QVERIFY(groups->isEmpty());
}

void TestMerge::judgedGroupsStayAway()
{
    ImportBench bench;
    fill(bench);
    const Result<QList<DuplicateGroup>> groups = find(bench);
    VERIFY_OK(groups);
    QCOMPARE(groups->size(), 1); // A and B by e-mail, B and C by phone
    QCOMPARE(groups->first().members.size(), 3);
    QCOMPARE(groups->first().members.first().reference, u"B"_s); // most facts
    {
        Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
        VERIFY_OK(database);
        VERIFY_OK(Health::saveDistinct(*database, {Health::distinctKey(groups->first())}));
    }
    const Result<QList<DuplicateGroup>> again = find(bench);
    VERIFY_OK(again);
    QVERIFY(again->isEmpty());
}

void TestMerge::everyFactMovesAndGapsAreFilled()
{
    ImportBench bench;
    fill(bench);
    const CustomerId a = idOf(bench, "A");
    const CustomerId b = idOf(bench, "B");
    const CustomerId c = idOf(bench, "C");
    const Result<Health::EditOutcome> merged = Health::mergeCustomers(bench.workspace(), {{a, {b, c}}});
    VERIFY_OK(merged);
    QVERIFY(merged->batch.isValid());
    QCOMPARE(bench.rows("SELECT ref FROM customer ORDER BY ref"), QStringList({u"A"_s, u"D"_s}));
    for (const char *table : {"purchase", "event", "survey", "interaction"})
        QCOMPARE(bench.rows((std::string("SELECT count(*) FROM ") + table + " WHERE customer NOT IN (SELECT id FROM customer)").c_str()),
                 QStringList{u"0"_s});
    QCOMPARE(bench.rows("SELECT count(*), sum(amount) FROM purchase p JOIN customer c ON c.id = p.customer WHERE c.ref = 'A'"),
             QStringList{u"4|18550"_s});
    // Own values stay, gaps come from B, then C; of the days of acquisition the earliest.
    QCOMPARE(bench.rows("SELECT name, email, phone, city, acquired_on FROM customer WHERE ref = 'A'"),
             QStringList{u"Sara Ali|sara@example.com|0501234567|Riyadh|19737"_s});
    QCOMPARE(bench.rows("SELECT tier, points FROM customer_attribute JOIN customer ON id = customer WHERE ref = 'A'"),
             QStringList{u"gold|12.5"_s});
    QCOMPARE(bench.rows("SELECT count(*) FROM customer_attribute"), QStringList{u"2"_s});
    QCOMPARE(bench.problems(), QStringList());
}

void TestMerge::undoRestoresExactly()
{
    ImportBench bench;
    fill(bench);
    const QStringList before = content(bench);
    const Result<Health::EditOutcome> merged =
        Health::mergeCustomers(bench.workspace(), {{idOf(bench, "A"), {idOf(bench, "B"), idOf(bench, "C")}}});
    VERIFY_OK(merged);
    QVERIFY(content(bench) != before);
    VERIFY_OK(Import::undoImport(bench.workspace(), merged->batch));
    QCOMPARE(content(bench), before);
    QCOMPARE(bench.problems(), QStringList());
    QVERIFY(!Import::undoImport(bench.workspace(), merged->batch).ok());
}

void TestMerge::undoAfterReopeningRestoresExactly()
{
    ImportBench bench;
    fill(bench);
    const QStringList before = content(bench);
    const Result<Health::EditOutcome> merged = Health::mergeCustomers(bench.workspace(), {{idOf(bench, "B"), {idOf(bench, "A")}}});
    VERIFY_OK(merged);
    bench.reopen();
    VERIFY_OK(Import::undoImport(bench.workspace(), merged->batch));
    QCOMPARE(content(bench), before);
    QCOMPARE(bench.problems(), QStringList());
}

void TestMerge::theHighestIdMayGo()
{
    // SQLite gives the highest id out again; the customer that had it comes back all the same.
    ImportBench bench;
    fill(bench);
    const Result<Health::EditOutcome> merged = Health::mergeCustomers(bench.workspace(), {{idOf(bench, "A"), {idOf(bench, "D")}}});
    VERIFY_OK(merged);
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(bench.import("customer_id,date,amount,order_id\nE,2024-07-01,5,9\n", Kind::Transactions));
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(Import::undoImport(bench.workspace(), merged->batch));
    QCOMPARE(bench.rows("SELECT ref FROM customer ORDER BY ref"),
             QStringList({u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}));
    QCOMPARE(bench.rows("SELECT c.ref, p.amount FROM purchase p JOIN customer c ON c.id = p.customer WHERE c.ref IN ('D', 'E') ORDER BY c.ref"),
             QStringList({u"D|2000"_s, u"E|500"_s}));
    QCOMPARE(bench.rows("SELECT a.tier FROM customer_attribute a JOIN customer c ON c.id = a.customer WHERE c.ref = 'D'"),
             QStringList{u"silver"_s});
    QCOMPARE(bench.problems(), QStringList());
}

void TestMerge::mergesUndoInEitherOrder()
{
    ImportBench bench;
    fill(bench);
    const QStringList before = content(bench);
    const CustomerId a = idOf(bench, "A");
    const Result<Health::EditOutcome> first = Health::mergeCustomers(bench.workspace(), {{a, {idOf(bench, "B")}}});
    VERIFY_OK(first);
    const Result<Health::EditOutcome> second = Health::mergeCustomers(bench.workspace(), {{a, {idOf(bench, "D")}}});
    VERIFY_OK(second);
    VERIFY_OK(Import::undoImport(bench.workspace(), first->batch));
    QCOMPARE(bench.rows("SELECT count(*) FROM purchase p JOIN customer c ON c.id = p.customer WHERE c.ref = 'B'"), QStringList{u"2"_s});
    VERIFY_OK(Import::undoImport(bench.workspace(), second->batch));
    QCOMPARE(content(bench), before);
    QCOMPARE(bench.problems(), QStringList());
}

void TestMerge::laterMergeOfTheSurvivorComesFirst()
{
    ImportBench bench;
    fill(bench);
    const QStringList before = content(bench);
    const Result<Health::EditOutcome> first = Health::mergeCustomers(bench.workspace(), {{idOf(bench, "A"), {idOf(bench, "B")}}});
    VERIFY_OK(first);
    const Result<Health::EditOutcome> second = Health::mergeCustomers(bench.workspace(), {{idOf(bench, "D"), {idOf(bench, "A")}}});
    VERIFY_OK(second);
    const QStringList merged = content(bench);
    const Result<void> refused = Import::undoImport(bench.workspace(), first->batch);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(QString::number(second->batch.value)), qPrintable(refused.error().message));
    QCOMPARE(content(bench), merged);
    VERIFY_OK(Import::undoImport(bench.workspace(), second->batch));
    VERIFY_OK(Import::undoImport(bench.workspace(), first->batch));
    QCOMPARE(content(bench), before);
    QCOMPARE(bench.problems(), QStringList());
}

void TestMerge::laterRowsGoToTheOneThatStayed()
{
    ImportBench bench;
    fill(bench);
    const CustomerId a = idOf(bench, "A");
    const CustomerId d = idOf(bench, "D");
    const Result<Health::EditOutcome> first = Health::mergeCustomers(bench.workspace(), {{a, {idOf(bench, "B")}}});
    VERIFY_OK(first);
    const Result<Health::EditOutcome> second = Health::mergeCustomers(bench.workspace(), {{d, {a}}});
    VERIFY_OK(second);
    // The next file still names all of them.
    VERIFY_OK(bench.import("customer_id,date,amount,order_id\nA,2024-07-01,1,11\nB,2024-07-01,2,12\nD,2024-07-01,3,13\n", Kind::Transactions));
    QCOMPARE(bench.rows("SELECT ref FROM customer ORDER BY ref"), QStringList({u"C"_s, u"D"_s}));
    QCOMPARE(bench.rows("SELECT count(*) FROM purchase p JOIN customer c ON c.id = p.customer WHERE c.ref = 'D' AND p.time > 1719700000"),
             QStringList{u"3"_s});
    QCOMPARE(bench.problems(), QStringList());
    // Once a merge is undone, its reference is a customer's own again.
    VERIFY_OK(Import::undoImport(bench.workspace(), second->batch));
    VERIFY_OK(Import::undoImport(bench.workspace(), first->batch));
    VERIFY_OK(bench.import("customer_id,date,amount,order_id\nB,2024-08-01,4,14\n", Kind::Transactions));
    QCOMPARE(bench.rows("SELECT c.ref FROM purchase p JOIN customer c ON c.id = p.customer WHERE p.amount = 400"), QStringList{u"B"_s});
    QCOMPARE(bench.problems(), QStringList());
}

void TestMerge::takenReferenceIsNamed()
{
    ImportBench bench;
    fill(bench);
    const Result<Health::EditOutcome> merged = Health::mergeCustomers(bench.workspace(), {{idOf(bench, "A"), {idOf(bench, "B")}}});
    VERIFY_OK(merged);
    {
        Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
        VERIFY_OK(database);
        VERIFY_OK(database->attempt([](SQLite::Database &connection) {
            connection.exec("INSERT INTO customer(ref, batch) VALUES('B', 0)"); // as another program may
        }));
    }
    const Result<void> refused = Import::undoImport(bench.workspace(), merged->batch);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(u"customer B"_s), qPrintable(refused.error().message));
}
void TestMerge::undoneImportTakesTheMergedWithIt()
{
    ImportBench bench;
    fill(bench);
    const Result<Import::ImportOutcome> later =
        bench.import("customer_id,date,amount,order_id\nE,2024-07-01,5,9\nE,2024-07-02,6,10\n", Kind::Transactions);
    VERIFY_OK(later);
    const Result<Health::EditOutcome> merged = Health::mergeCustomers(bench.workspace(), {{idOf(bench, "A"), {idOf(bench, "E")}}});
    VERIFY_OK(merged);
    VERIFY_OK(Import::undoImport(bench.workspace(), later->batch));
    QCOMPARE(bench.problems(), QStringList());
    QCOMPARE(bench.count("purchase"), 5);
    VERIFY_OK(Import::undoImport(bench.workspace(), merged->batch));
    QCOMPARE(bench.rows("SELECT ref FROM customer ORDER BY ref"), QStringList({u"A"_s, u"B"_s, u"C"_s, u"D"_s}));
    QCOMPARE(bench.problems(), QStringList());
}

/// What an import took out before the merge belongs to the customer that stayed when it comes back.
void TestMerge::rowsOfAReplacedPeriodFollowTheMerge()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,time,amount\na,2025-01-01,1\nb,2025-01-02,2\nc,2025-01-03,3\n",
                           Import::Kind::Transactions));
    const char *purchases = "SELECT c.ref, p.id, time, amount FROM purchase p JOIN customer c ON c.id = customer ORDER BY p.id";
    const QStringList before = bench.rows(purchases);
    Import::ImportHints hints;
    hints.onDuplicate = Import::OnDuplicate::ReplacePeriod;
    const auto replaced = bench.import("customer_id,time,amount\na,2025-01-02,9\n", Import::Kind::Transactions, hints);
    VERIFY_OK(replaced);
    QCOMPARE(replaced->rowsReplaced, 1);
    const Result<Health::EditOutcome> intoC =
        Health::mergeCustomers(bench.workspace(), {{idOf(bench, "c"), {idOf(bench, "b")}}});
    VERIFY_OK(intoC);
    const Result<Health::EditOutcome> intoA =
        Health::mergeCustomers(bench.workspace(), {{idOf(bench, "a"), {idOf(bench, "c")}}});
    VERIFY_OK(intoA);
    VERIFY_OK(Import::undoImport(bench.workspace(), replaced->batch));
    QCOMPARE(bench.rows("SELECT DISTINCT c.ref FROM purchase JOIN customer c ON c.id = customer"), QStringList{u"a"_s});
    QCOMPARE(bench.count("purchase"), 3);
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(Import::undoImport(bench.workspace(), intoA->batch));
    VERIFY_OK(Import::undoImport(bench.workspace(), intoC->batch));
    QCOMPARE(bench.rows(purchases), before);
    QCOMPARE(bench.problems(), QStringList());
}

void TestMerge::badMergesChangeNothing_data()
{
    QTest::addColumn<QList<Health::Merge>>("merges");
    QTest::newRow("nobody to merge") << QList<Health::Merge>{{CustomerId{1}, {}}};
    QTest::newRow("unknown customer") << QList<Health::Merge>{{CustomerId{1}, {CustomerId{99}}}};
    QTest::newRow("into itself") << QList<Health::Merge>{{CustomerId{1}, {CustomerId{1}}}};
    QTest::newRow("in two merges") << QList<Health::Merge>{{CustomerId{1}, {CustomerId{2}}}, {CustomerId{3}, {CustomerId{2}}}};
}

void TestMerge::badMergesChangeNothing()
{
    QFETCH(QList<Health::Merge>, merges);
    ImportBench bench;
    fill(bench);
    const QStringList before = content(bench);
    const Result<Health::EditOutcome> refused = Health::mergeCustomers(bench.workspace(), merges);
    QVERIFY(!refused.ok());
    QVERIFY(!refused.error().message.isEmpty());
    QCOMPARE(content(bench), before);
}

void TestMerge::cancelledMergeChangesNothing()
{
    ImportBench bench;
    fill(bench);
    const QStringList before = content(bench);
    std::stop_source stop;
    stop.request_stop();
    const Result<Health::EditOutcome> cancelled = Health::mergeCustomers(
        bench.workspace(), {{idOf(bench, "A"), {idOf(bench, "B")}}}, Progress(stop.get_token()));
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
    QCOMPARE(content(bench), before);
    QCOMPARE(bench.count("import_batch"), 5);
}

void TestMerge::modelShowsGroups()
{
    ImportBench bench;
    fill(bench);
    Health::DuplicatesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Result<QList<DuplicateGroup>> groups = find(bench);
    VERIFY_OK(groups);
    model.setGroups(*groups);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, Health::DuplicatesModel::MembersColumn).data(Health::DuplicatesModel::SortRole).toInt(), 3);
    QVERIFY(model.index(0, 0).data(Health::DuplicatesModel::CertainRole).toBool());
    model.setNumberFormat(NumberFormat(Language::Arabic));
    QVERIFY(!model.index(0, Health::DuplicatesModel::ReasonColumn).data().toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
