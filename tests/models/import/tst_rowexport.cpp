#include "tests/models/import/importtesting.h"

#include "models/import/rowexport.h"
#include "models/import/rowsink.h"

using namespace Import;
using namespace Qt::StringLiterals;

class TestRowExport : public QObject
{
    Q_OBJECT

private slots:
    void workbooksAreReadBackAsTheyWere_data();
    void workbooksAreReadBackAsTheyWere();
    void idsThatLookLikeNumbersStayTexts();
    void textsOfAWorkbookAreNoFormulas();
    void tooManyRowsForASheetAreSaidEarly();
    void nothingIsLeftOfAFileThatCannotBeWritten();
    void severalKindsAppearTogether();
    void cancelledExportsLeaveTheFolderAsItWas();
    void aKindThatCannotBeWrittenKeepsTheOthersAway();
    void rowsAreCountedByKind();
    void periodsAreWrittenAsTheImportReadsThem_data();
    void periodsAreWrittenAsTheImportReadsThem();
};

void TestRowExport::workbooksAreReadBackAsTheyWere_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](Kind kind, const char *csv, const char *sql) {
        QTest::newRow(qPrintable(kindName(kind))) << int(kind) << QByteArray(csv) << QByteArray(sql);
    };
    row(Kind::Customers,
        "customer_id,name,phone,acquired_on,acquisition_cost,channel,stage,employees,sector\n"
        "007,\"Nasim, Ltd\",00966551234567,2024-02-29,12.34,web,convert,12,قهوة\n"
        "c2,فنادق رمال,,1931-05-06,,,,,\n",
        "SELECT ref, name, phone, acquired_on, acquisition_cost, channel, stage, employees, sector "
        "FROM customer LEFT JOIN customer_attribute ON customer = id ORDER BY id");
    row(Kind::Transactions,
        "customer_id,time,amount,order_id,currency,quantity,product,category,channel,margin\n"
        "c1,2025-01-02 10:20:31,1234.56,o1,SAR,2.5,p,c,w,1.10\n"
        "c1,2025-01-03,-7.125,o2,KWD,,,,,\nc2,2024-12-31 23:59:59,0.01,,SAR,,,,,\n",
        "SELECT c.ref, time, amount, (SELECT text FROM term WHERE id = currency), quantity, "
        "order_ref, margin FROM purchase JOIN customer c ON c.id = customer ORDER BY purchase.id");
    row(Kind::Events,
        "customer_id,time,event,channel,value,page,price\nc1,2025-01-01 00:00:01,view,web,1.5,/a,9.5\n"
        "c9,2025-01-02,buy,,,,\n",
        "SELECT c.ref, time, (SELECT text FROM term WHERE id = event), value, properties FROM event "
        "JOIN customer c ON c.id = customer ORDER BY event.id");
    row(Kind::Surveys,
        "customer_id,time,instrument,score,brand,comment\nc1,2025-01-01,nps,9,Us,\"fine;\"\n",
        "SELECT time, score, comment FROM survey");
    row(Kind::Interactions,
        "customer_id,time,channel,effort,cost,minutes,resolved\nc1,2025-01-01,phone,7,1.99,0.5,no\n",
        "SELECT time, effort, cost, minutes, resolved FROM interaction");
    row(Kind::Costs,
        "period,kind,amount,stage,channel,hours\n2025-01,acquisition,10.01,attract,web,1\n"
        "2025-Q2,retention,5,,,\n2024,retention,5,,,\n2025-03-05/2025-03-05,retention,1,,,\n",
        "SELECT period_from, period_until, kind, amount, stage, hours FROM cost ORDER BY id");
    row(Kind::Subscriptions,
        "customer_id,started_on,ended_on,price\nc1,2024-01-01,,5\nc2,2024-01-01,2024-02-01,5.55\n",
        "SELECT started_on, ended_on, price FROM subscription ORDER BY id");
    row(Kind::Deals,
        "deal_id,customer_id,stage,changed_at,amount,probability,owner,accepted,rejection_reason,"
        "metrics,champion\nD,c1,Won,2025-01-01 10:00,5,0.25,O,yes,,3,0\n",
        "SELECT deal_ref, stage, changed_at, amount, probability, owner, accepted, metrics, champion "
        "FROM deal_change");
    row(Kind::Summaries, "customer_id,x,t_x,T,mean_spend,period\nc1,2,30.43,38.86,22.345,month\n",
        "SELECT x, t_x, t, mean_spend, period FROM summary");
}

void TestRowExport::workbooksAreReadBackAsTheyWere()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, csv);
    QFETCH(const QByteArray, sql);
    ImportBench first;
    VERIFY_OK(first.import(csv, Kind(kind)));
    QVERIFY(!first.rows(sql.constData()).isEmpty());
    const QString file = first.path(u"rows.xlsx"_s);
    const Result<qint64> rows = exportRows(first.workspace(), Kind(kind), file);
    VERIFY_OK(rows);
    QCOMPARE(*rows, first.count(tableOf(Kind(kind)).toLatin1().constData()));
    ImportBench second;
    const auto outcome = second.importFile(file, Kind(kind));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, *rows);
    QCOMPARE(outcome->rowsRejected, 0);
    QCOMPARE(second.rows(sql.constData()), first.rows(sql.constData()));
}

void TestRowExport::idsThatLookLikeNumbersStayTexts()
{
    ImportBench first;
    VERIFY_OK(first.import("customer_id,time,amount,order_id\n0042,2025-01-02,1,1e5\n"
                           "900719925474099312,2025-01-02,1,+7\n",
                           Kind::Transactions));
    const QString file = first.path(u"rows.xlsx"_s);
    VERIFY_OK(exportRows(first.workspace(), Kind::Transactions, file));
    ImportBench second;
    VERIFY_OK(second.importFile(file, Kind::Transactions));
    QCOMPARE(second.rows("SELECT ref FROM customer ORDER BY id"),
             QStringList({u"0042"_s, u"900719925474099312"_s}));
    QCOMPARE(second.rows("SELECT order_ref FROM purchase ORDER BY id"),
             QStringList({u"1e5"_s, u"+7"_s}));
}

void TestRowExport::textsOfAWorkbookAreNoFormulas()
{
    ImportBench first;
    VERIFY_OK(first.import("customer_id,name\nc1,=1+1\nc2,@SUM(A1)\nc3,-cmd\n", Kind::Customers));
    const QString file = first.path(u"rows.xlsx"_s);
    VERIFY_OK(exportRows(first.workspace(), Kind::Customers, file));
    ImportBench second;
    VERIFY_OK(second.importFile(file, Kind::Customers));
    QCOMPARE(second.rows("SELECT name FROM customer ORDER BY id"),
             QStringList({u"=1+1"_s, u"@SUM(A1)"_s, u"-cmd"_s}));
}

void TestRowExport::tooManyRowsForASheetAreSaidEarly()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"rows.xlsx"_s);
    auto sink = openRowSink(file, u"rows"_s);
    VERIFY_OK(sink);
    (*sink)->text("heading");
    (*sink)->endRow();
    qint64 rows = 0;
    for (; (*sink)->takesMore() && rows < 2'000'000; ++rows) {
        (*sink)->empty();
        (*sink)->endRow();
    }
    QCOMPARE(rows, 1'048'576); // the one that is too much is noticed when it comes
    const Result<void> finished = (*sink)->finish();
    QVERIFY(!finished);
    QVERIFY2(finished.error().message.contains(u"CSV"_s), qPrintable(finished.error().message));
    QVERIFY(!QFile::exists(file));
}

void TestRowExport::nothingIsLeftOfAFileThatCannotBeWritten()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,name\nc1,a\n", Kind::Customers));
    for (const QString &name : {u"missing/rows.xlsx"_s, u"missing/rows.csv"_s}) {
        const auto rows = exportRows(bench.workspace(), Kind::Customers, bench.path(name));
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Error::Kind::File);
    }
}

namespace {

/// Customers, of whom one is called as a formula, and costs.
void fill(const ImportBench &bench)
{
    VERIFY_OK(bench.import("customer_id,name\nc1,=1+1\nc2,نسيم\n", Kind::Customers));
    VERIFY_OK(bench.import("period,kind,amount\n2025-01,acquisition,5\n", Kind::Costs));
}

QByteArray contentOf(const QString &file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("cannot be read");
}

} // namespace

void TestRowExport::severalKindsAppearTogether()
{
    ImportBench bench;
    fill(bench);
    const QString folder = bench.path(u"made/here"_s);
    const auto files = exportKinds(bench.workspace(), {Kind::Customers, Kind::Costs}, folder, u"csv"_s);
    VERIFY_OK(files);
    QCOMPARE(*files, (QStringList{folder + u"/customers.csv"_s, folder + u"/costs.csv"_s}));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{u"costs.csv"_s, u"customers.csv"_s}));
    QVERIFY2(contentOf(files->at(0)).contains(",'=1+1"), contentOf(files->at(0)).constData());
    // Once more over them, as workbooks beside them.
    VERIFY_OK(exportKinds(bench.workspace(), {Kind::Customers, Kind::Costs}, folder, u"csv"_s));
    VERIFY_OK(exportKinds(bench.workspace(), {Kind::Costs}, folder, u"xlsx"_s));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{u"costs.csv"_s, u"costs.xlsx"_s, u"customers.csv"_s}));
}

void TestRowExport::cancelledExportsLeaveTheFolderAsItWas()
{
    ImportBench bench;
    fill(bench);
    const QString folder = bench.path(u"out"_s);
    QVERIFY(QDir().mkpath(folder));
    bench.write("mine", u"out/customers.csv"_s);
    std::stop_source stop;
    bool secondBegan = false;
    const Progress progress(stop.get_token(), [&](const ProgressReport &report) {
        if (report.fraction < 0.5)
            return;
        secondBegan = true; // the first file is whole by now, in its waiting place
        stop.request_stop();
    });
    const auto files = exportKinds(bench.workspace(), {Kind::Customers, Kind::Costs}, folder, u"csv"_s, progress);
    QVERIFY(secondBegan);
    QVERIFY(!files);
    QCOMPARE(files.error().kind, Error::Kind::Cancelled);
    QCOMPARE(contentOf(folder + u"/customers.csv"_s), QByteArray("mine"));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"customers.csv"_s});
}

void TestRowExport::aKindThatCannotBeWrittenKeepsTheOthersAway()
{
    ImportBench bench;
    fill(bench);
    const QString folder = bench.path(u"out"_s);
    QVERIFY(QDir().mkpath(folder + u"/costs.csv"_s));
    const auto files = exportKinds(bench.workspace(), {Kind::Customers, Kind::Costs}, folder, u"csv"_s);
    QVERIFY(!files);
    QVERIFY2(files.error().message.contains(u"costs.csv"_s), qPrintable(files.error().message));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"costs.csv"_s});
    // A file where the folder should be.
    bench.write("mine", u"taken"_s);
    QVERIFY(!exportKinds(bench.workspace(), {Kind::Costs}, bench.path(u"taken"_s), u"csv"_s));
    QCOMPARE(contentOf(bench.path(u"taken"_s)), QByteArray("mine"));
}

void TestRowExport::rowsAreCountedByKind()
{
    ImportBench bench;
    fill(bench);
    const auto counts = rowCounts(bench.workspace());
    VERIFY_OK(counts);
    QCOMPARE(counts->size(), allKinds().size());
    QCOMPARE(counts->value(Kind::Customers), 2);
    QCOMPARE(counts->value(Kind::Costs), 1);
    QCOMPARE(counts->value(Kind::Deals), 0);
}

void TestRowExport::periodsAreWrittenAsTheImportReadsThem_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("month") << QDate(2024, 2, 1) << QDate(2024, 2, 29) << QByteArray("2024-02");
    QTest::newRow("quarter") << QDate(2025, 4, 1) << QDate(2025, 6, 30) << QByteArray("2025-Q2");
    QTest::newRow("year") << QDate(2025, 1, 1) << QDate(2025, 12, 31) << QByteArray("2025");
    QTest::newRow("three months across quarters")
        << QDate(2025, 2, 1) << QDate(2025, 4, 30) << QByteArray("2025-02-01/2025-04-30");
    QTest::newRow("a day") << QDate(2025, 3, 5) << QDate(2025, 3, 5)
                           << QByteArray("2025-03-05/2025-03-05");
}

void TestRowExport::periodsAreWrittenAsTheImportReadsThem()
{
    QFETCH(const QDate, from);
    QFETCH(const QDate, until);
    const QDate epoch(1970, 1, 1);
    QTEST(periodText(epoch.daysTo(from), epoch.daysTo(until)), "text");
}

QTEST_GUILESS_MAIN(TestRowExport)
#include "tst_rowexport.moc"
