#include "tests/models/import/importtesting.h"

using namespace Qt::StringLiterals;
using Import::Kind;
using Target = Import::ColumnPlan::Target;

class TestImportAgain final : public QObject
{
    Q_OBJECT

private slots:
    void importingAgainReplacesTheRows();
    void importingAgainWithoutAColumnChangesNothing();

private:
    static QByteArray content() { return "who;when;how much;mood\nA;03/04/2025;1.234,50;good\nB;05/06/2025;7,25;bad\n"; }
    static Import::ImportPlan chosen(const QString &file)
    {
        Result<Import::ImportPlan> plan = Import::planImport(file, Kind::Transactions);
        if (!plan)
            qFatal("%s", qPrintable(plan.error().message));
        const char *fields[] = {"customer_id", "time", "amount", ""};
        for (int i = 0; i < 4; ++i) {
            plan->columns[i].target = *fields[i] ? Target::Field : Target::Ignore;
            plan->columns[i].field = QString::fromLatin1(fields[i]);
        }
        plan->setDateOrder(Import::DateOrder::MonthDayYear);
        plan->columns[2].numbers.decimal = ',';
        return *plan;
    }
};

void TestImportAgain::importingAgainReplacesTheRows()
{
    ImportBench bench;
    const QString file = bench.write(content());
    const Result<Import::ImportOutcome> first = Import::runImport(bench.workspace(), chosen(file));
    VERIFY_OK(first);
    bench.write(content() + "C;07/08/2025;3;good\n");
    const Result<Import::ImportOutcome> again = Import::importAgain(bench.workspace(), first->batch);
    VERIFY_OK(again);
    QVERIFY(again->batch != first->batch);
    QCOMPARE(bench.rows("SELECT c.ref, p.amount FROM purchase p JOIN customer c ON c.id = p.customer ORDER BY p.id"),
             QStringList({u"A|123450"_s, u"B|725"_s, u"C|300"_s}));
    // An import that was taken back can be made again as well.
    VERIFY_OK(Import::undoImport(bench.workspace(), again->batch));
    QCOMPARE(bench.count("purchase"), 0);
    VERIFY_OK(Import::importAgain(bench.workspace(), again->batch));
    QCOMPARE(bench.count("purchase"), 3);
    QCOMPARE(bench.problems(), QStringList());
}

void TestImportAgain::importingAgainWithoutAColumnChangesNothing()
{
    ImportBench bench;
    const QString file = bench.write(content());
    const Result<Import::ImportOutcome> first = Import::runImport(bench.workspace(), chosen(file));
    VERIFY_OK(first);
    bench.write("who;how much\nA;3,50\n");
    const Result<Import::ImportOutcome> again = Import::importAgain(bench.workspace(), first->batch);
    QVERIFY(!again.ok());
    QVERIFY2(again.error().message.contains(Import::fieldTitle(u"time"_s)), qPrintable(again.error().message));
    QCOMPARE(bench.count("purchase"), 2);
    QVERIFY(QFile::remove(file));
    QVERIFY(!Import::importAgain(bench.workspace(), first->batch).ok());
    QCOMPARE(bench.count("purchase"), 2);
}

QTEST_GUILESS_MAIN(TestImportAgain)
#include "tst_importagain.moc"
