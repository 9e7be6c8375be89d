#include "tests/models/import/importtesting.h"

#include "models/import/headcheck.h"

using namespace Import;
using namespace Qt::StringLiterals;

class TestHeadCheck : public QObject
{
    Q_OBJECT

private slots:
    void firstRowsAreJudgedAsTheImportWould_data();
    void firstRowsAreJudgedAsTheImportWould();
    void rowsBehindTheLimitDoNotCount();
    void planWithoutARequiredColumnIsNotJudged();
    void nothingIsWritten();

private:
    static QByteArray orders(int rows, int every)
    {
        QByteArray text("customer_id,time,amount,status\n");
        for (int i = 1; i <= rows; ++i)
            text += "c" + QByteArray::number(i % 60) + ',' + (i % every == 0 ? "2025-02-31" : "2025-02-03")
                    + ",12.50," + (i % 50 == 1 ? "cancelled" : "completed") + '\n';
        return text;
    }
};

void TestHeadCheck::firstRowsAreJudgedAsTheImportWould_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("whole");
    QTest::newRow("the beginning") << 700 << 200 << false;
    QTest::newRow("exactly all") << 200 << 200 << true;
    QTest::newRow("fewer than asked for") << 150 << 200 << true;
    QTest::newRow("over several blocks") << 90'000 << 80'000 << false;
}

void TestHeadCheck::firstRowsAreJudgedAsTheImportWould()
{
    QFETCH(const int, rows);
    QFETCH(const int, limit);
    QFETCH(const bool, whole);
    ImportBench bench;
    const auto plan = planImport(bench.write(orders(rows, 7)), Kind::Transactions);
    VERIFY_OK(plan);
    const auto check = checkHead(bench.workspace(), *plan, limit);
    VERIFY_OK(check);
    const int seen = std::min(rows, limit);
    QCOMPARE(check->rows, seen);
    QCOMPARE(check->isWholeFile, whole);
    // A file of just these rows, imported.
    const auto outcome = bench.import(orders(seen, 7), Kind::Transactions);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, seen);
    QCOMPARE(check->rejected, outcome->rowsRejected);
    QCOMPARE(check->rejects, outcome->rejects);
    QCOMPARE(check->leftOut, outcome->rowsLeftOut);
    QVERIFY(check->leftOut > 0);
    QCOMPARE(check->ready(), outcome->rowsImported);
}

void TestHeadCheck::rowsBehindTheLimitDoNotCount()
{
    ImportBench bench;
    const auto plan =
        planImport(bench.write(orders(100, 1000) + "c1,2025-02-31,1,completed\n"), Kind::Transactions);
    VERIFY_OK(plan);
    const auto check = checkHead(bench.workspace(), *plan, 100);
    VERIFY_OK(check);
    QCOMPARE(check->rejected, 0);
    QVERIFY(!check->isWholeFile);
}

void TestHeadCheck::planWithoutARequiredColumnIsNotJudged()
{
    ImportBench bench;
    auto plan = planImport(bench.write(orders(10, 5)), Kind::Transactions);
    VERIFY_OK(plan);
    plan->columns[1].target = ColumnPlan::Target::Ignore;
    const auto check = checkHead(bench.workspace(), *plan);
    VERIFY_OK(check);
    QCOMPARE(check->rows, 0);
}

void TestHeadCheck::nothingIsWritten()
{
    ImportBench bench;
    const auto plan = planImport(bench.write(orders(10, 5)), Kind::Transactions);
    VERIFY_OK(plan);
    VERIFY_OK(checkHead(bench.workspace(), *plan));
    QCOMPARE(bench.count("purchase"), 0);
    QCOMPARE(bench.count("customer"), 0);
    QCOMPARE(bench.count("import_batch"), 0);
}

QTEST_GUILESS_MAIN(TestHeadCheck)
#include "tst_headcheck.moc"
