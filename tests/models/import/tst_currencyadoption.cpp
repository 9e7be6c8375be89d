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

QTEST_GUILESS_MAIN(TestCurrencyAdoption)
#include "tst_currencyadoption.moc"
