#include "models/import/currencyadoption.h"
#include "models/workspace/settings.h"

#include "tests/models/import/importtesting.h"

using namespace Qt::StringLiterals;
using Import::Kind;

class TestCurrencyAdoption final : public QObject
{
    Q_OBJECT

private slots:
    void firstFileGivesTheCurrency_data();
    void firstFileGivesTheCurrency();
    void laterFilesLeaveItAlone();
    void aChosenCurrencyStays();
    void amountsThatWereThereKeepTheirs();
    void dryRunsChangeNothing();
    void otherKindsAreConverted_data();
    void otherKindsAreConverted();
    void rowsWithoutARateAreRejected();
    void withoutARateTheImportIsRefused();
    void anEmptyWorkspaceTakesTheCurrencyOfItsFirstCosts();
    void aCurrencyWithARateIsNotAdopted();

private:
    static QString currency(const ImportBench &bench)
    {
        Result<Database> database = bench.workspace().connect(Database::Mode::ReadOnly);
        const Result<WorkspaceSettings> settings = Settings::load(*database);
        return settings ? settings->currency.code : settings.error().message;
    }
    static Import::ImportHints in(const QString &code)
    {
        Import::ImportHints hints;
        hints.currency = code;
        return hints;
    }
};

void TestCurrencyAdoption::firstFileGivesTheCurrency_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    QTest::newRow("column") << QByteArray("customer_id,date,amount,currency\nA,2025-01-01,5,USD\n") << QString() << u"USD"_s;
    QTest::newRow("most rows") << QByteArray("customer_id,date,amount,currency\nA,2025-01-01,5,EUR\nA,2025-01-02,5,KWD\nB,2025-01-02,5,KWD\n")
                               << QString() << u"KWD"_s;
    QTest::newRow("said") << QByteArray("customer_id,date,amount\nA,2025-01-01,5\n") << u"EGP"_s << u"EGP"_s;
    QTest::newRow("column before said") << QByteArray("customer_id,date,amount,currency\nA,2025-01-01,5,USD\n") << u"EGP"_s << u"USD"_s;
    QTest::newRow("nothing known") << QByteArray("customer_id,date,amount\nA,2025-01-01,5\n") << QString() << u"SAR"_s;
}

void TestCurrencyAdoption::firstFileGivesTheCurrency()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    ImportBench bench;
    VERIFY_OK(bench.import(content, Kind::Transactions, in(said)));
    QTEST(currency(bench), "expected");
    QCOMPARE(bench.problems(), QStringList());
}

void TestCurrencyAdoption::laterFilesLeaveItAlone()
{
    ImportBench bench;
    const Result<Import::ImportOutcome> first = bench.import("customer_id,date,amount,currency\nA,2025-01-01,5,USD\n", Kind::Transactions);
    VERIFY_OK(first);
    VERIFY_OK(bench.import("customer_id,date,amount,currency\nA,2025-01-02,5,EUR\nA,2025-01-03,5,EUR\n", Kind::Transactions));
    QCOMPARE(currency(bench), u"USD"_s);
    // Also when the first one is taken back: the others' amounts stay.
    VERIFY_OK(Import::undoImport(bench.workspace(), first->batch));
    VERIFY_OK(bench.import("customer_id,date,amount,currency\nA,2025-01-02,5,KWD\n", Kind::Transactions));
    QCOMPARE(currency(bench), u"USD"_s);
}

void TestCurrencyAdoption::aChosenCurrencyStays()
{
    ImportBench bench;
    {
        Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
        VERIFY_OK(database);
        VERIFY_OK(Settings::setValue(*database, QLatin1StringView(Import::currencyChosenKey), u"yes"_s));
    }
    VERIFY_OK(bench.import("customer_id,date,amount,currency\nA,2025-01-01,5,USD\n", Kind::Transactions));
    QCOMPARE(currency(bench), u"SAR"_s);
}

void TestCurrencyAdoption::amountsThatWereThereKeepTheirs()
{
    ImportBench bench;
    VERIFY_OK(bench.import("period,kind,amount\n2025-01,acquisition,500\n", Kind::Costs));
    VERIFY_OK(bench.import("customer_id,date,amount,currency\nA,2025-01-01,5,USD\n", Kind::Transactions));
    QCOMPARE(currency(bench), u"SAR"_s);
}

void TestCurrencyAdoption::dryRunsChangeNothing()
{
    ImportBench bench;
    Import::ImportHints hints;
    hints.dryRun = true;
    VERIFY_OK(bench.import("customer_id,date,amount,currency\nA,2025-01-01,5,USD\n", Kind::Transactions, hints));
    QCOMPARE(currency(bench), u"SAR"_s);
}

void TestCurrencyAdoption::otherKindsAreConverted_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("expected"); // halalas: 100 USD are 375 SAR, 1 KWD is 12.2 SAR
    QTest::newRow("costs") << QByteArray("period,kind,amount\n2025-01,acquisition,100\n2025-02,retention,0.01\n")
                           << Kind::Costs << u"USD"_s << QByteArray("SELECT amount FROM cost ORDER BY id")
                           << QStringList{u"37500"_s, u"4"_s};
    QTest::newRow("costs with a column of currencies")
        << QByteArray("period,kind,amount,currency\n2025-01,acquisition,100,USD\n2025-02,acquisition,100,SAR\n"
                      "2025-03,acquisition,1.5,KWD\n2025-04,acquisition,7,\n")
        << Kind::Costs << QString() << QByteArray("SELECT amount FROM cost ORDER BY id")
        << QStringList{u"37500"_s, u"10000"_s, u"1830"_s, u"700"_s};
    QTest::newRow("costs whose cells name it")
        << QByteArray("period,kind,amount\n2025-01,acquisition,USD 100\n2025-02,acquisition,100 ر.س\n") << Kind::Costs
        << QString() << QByteArray("SELECT amount FROM cost ORDER BY id") << QStringList{u"37500"_s, u"10000"_s};
    QTest::newRow("deals") << QByteArray("deal_id,customer_id,stage,changed_at,amount\nd1,a,won,2025-01-01,100\n"
                                         "d2,a,open,2025-01-01,\n")
                           << Kind::Deals << u"USD"_s << QByteArray("SELECT amount FROM deal_change ORDER BY id")
                           << QStringList{u"37500"_s, u"-"_s};
    QTest::newRow("subscriptions") << QByteArray("customer_id,started_on,price\na,2025-01-01,99.99\n")
                                   << Kind::Subscriptions << u"USD"_s << QByteArray("SELECT price FROM subscription")
                                   << QStringList{u"37496"_s};
    QTest::newRow("interactions") << QByteArray("customer_id,time,cost\na,2025-01-01,2\n") << Kind::Interactions
                                  << u"KWD"_s << QByteArray("SELECT cost FROM interaction") << QStringList{u"2440"_s};
    QTest::newRow("costs of winning a customer")
        << QByteArray("customer_id,acquisition_cost\na,2\n") << Kind::Customers << u"USD"_s
        << QByteArray("SELECT acquisition_cost FROM customer") << QStringList{u"750"_s};
}

void TestCurrencyAdoption::otherKindsAreConverted()
{
    QFETCH(QByteArray, content);
    QFETCH(Kind, kind);
    QFETCH(QString, said);
    QFETCH(QByteArray, query);
    ImportBench bench; // empty: nothing but this file
    Import::ImportHints hints = in(said);
    hints.rates = {{u"USD"_s, 3.75}, {u"KWD"_s, 12.2}};
    const Result<Import::ImportOutcome> outcome = bench.import(content, kind, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 0);
    QTEST(bench.rows(query.constData()), "expected");
    QCOMPARE(currency(bench), u"SAR"_s);
    QCOMPARE(bench.problems(), QStringList());
    VERIFY_OK(Import::undoImport(bench.workspace(), outcome->batch));
    QVERIFY(bench.rows(query.constData()).isEmpty());
}

void TestCurrencyAdoption::rowsWithoutARateAreRejected()
{
    ImportBench bench;
    const Result<Import::ImportOutcome> outcome = bench.import(
        "period,kind,amount,currency\n2025-01,acquisition,100,EUR\n2025-02,acquisition,5,SAR\n", Kind::Costs);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, 1);
    QCOMPARE(outcome->rejects.size(), 1);
    QCOMPARE(outcome->rejects.first().reason, u"rate_missing:currency"_s);
    QCOMPARE(outcome->rejects.first().firstLine, 2);
    QCOMPARE(outcome->rejects.first().firstValue, u"EUR"_s);
    QVERIFY(Import::rejectReasonText(outcome->rejects.first().reason).contains(u"--rate"));
    const Result<Import::ImportOutcome> inCells
        = bench.import("period,kind,amount\n2025-03,acquisition,EUR 100\n", Kind::Costs);
    VERIFY_OK(inCells);
    QCOMPARE(inCells->rejects.size(), 1);
    QCOMPARE(inCells->rejects.first().reason, u"rate_missing:amount"_s);
    QCOMPARE(inCells->rejects.first().firstValue, u"EUR 100"_s);
}

void TestCurrencyAdoption::withoutARateTheImportIsRefused()
{
    ImportBench bench;
    VERIFY_OK(bench.import("period,kind,amount\n2025-01,acquisition,500\n", Kind::Costs));
    const Result<Import::ImportOutcome> refused
        = bench.import("period,kind,amount\n2025-02,acquisition,500\n", Kind::Costs, in(u"USD"_s));
    QVERIFY(!refused);
    for (const QString &word : {u"rows.csv"_s, u"USD"_s, u"SAR"_s, u"--rate"_s})
        QVERIFY2(refused.error().message.contains(word), qPrintable(refused.error().message));
    QCOMPARE(bench.count("cost"), 1);
    // Rows that hold no amount have nothing to convert.
    VERIFY_OK(bench.import("deal_id,customer_id,stage,changed_at\nd1,a,won,2025-01-01\n", Kind::Deals, in(u"USD"_s)));
}

void TestCurrencyAdoption::anEmptyWorkspaceTakesTheCurrencyOfItsFirstCosts()
{
    ImportBench bench;
    VERIFY_OK(bench.import("period,kind,amount\n2025-01,acquisition,1.5\n", Kind::Costs, in(u"KWD"_s)));
    QCOMPARE(currency(bench), u"KWD"_s);
    QCOMPARE(bench.rows("SELECT amount FROM cost"), QStringList{u"1500"_s}); // fils
}

void TestCurrencyAdoption::aCurrencyWithARateIsNotAdopted()
{
    ImportBench bench;
    Import::ImportHints hints;
    hints.rates = {{u"USD"_s, 3.75}};
    VERIFY_OK(bench.import("customer_id,date,amount,currency\nA,2025-01-01,5,USD\nA,2025-01-02,5,USD\nA,2025-01-03,5,SAR\n",
                           Kind::Transactions, hints));
    QCOMPARE(currency(bench), u"SAR"_s);
}

QTEST_GUILESS_MAIN(TestCurrencyAdoption)
#include "tst_currencyadoption.moc"
