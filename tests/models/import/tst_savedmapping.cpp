#include "models/import/savedmapping.h"

#include "tests/models/import/importtesting.h"

using namespace Qt::StringLiterals;
using Import::Kind;
using Target = Import::ColumnPlan::Target;

class TestSavedMapping final : public QObject
{
    Q_OBJECT

private slots:
    void choicesCanBeMadeAgain();
    void unknownColumnsAreLeftOut();
    void theNewestImportOfTheSameHeadingsIsRemembered();
    void mappingsSurviveAsText();
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

void TestSavedMapping::choicesCanBeMadeAgain()
{
    ImportBench bench;
    const QString file = bench.write(content());
    const Import::ImportPlan plan = chosen(file);
    const QJsonObject choices = Import::toJson(plan);
    QCOMPARE(Import::kindOf(choices), Kind::Transactions);
    QCOMPARE(Import::headingsOf(choices), QStringList({u"who"_s, u"when"_s, u"how much"_s, u"mood"_s}));

    Result<Import::ImportPlan> again = Import::planImport(file, *Import::kindOf(choices), Import::hintsOf(choices));
    VERIFY_OK(again);
    Import::reuseChoices(*again, choices);
    QCOMPARE(Import::toJson(*again), choices);
    QVERIFY(again->missingFields().isEmpty());
    QVERIFY(again->ambiguousDateColumn.isEmpty());
    VERIFY_OK(Import::runImport(bench.workspace(), *again));
    QCOMPARE(bench.rows("SELECT date(time, 'unixepoch'), amount FROM purchase ORDER BY id"),
             QStringList({u"2025-03-04|123450"_s, u"2025-05-06|725"_s}));
}

void TestSavedMapping::unknownColumnsAreLeftOut()
{
    ImportBench bench;
    const QJsonObject choices = Import::toJson(chosen(bench.write(content())));
    const QString other = bench.write("how much;extra;who\n3,50;x;A\n5,25;y;B\n", u"other.csv"_s);
    Result<Import::ImportPlan> plan = Import::planImport(other, Kind::Transactions, Import::hintsOf(choices));
    VERIFY_OK(plan);
    Import::reuseChoices(*plan, choices);
    QCOMPARE(plan->columns[0].field, u"amount"_s);
    QCOMPARE(plan->columns[1].target, Target::Ignore);
    QCOMPARE(plan->columns[2].field, u"customer_id"_s);
    QCOMPARE(Import::matchedColumns(choices, {u"how much"_s, u"extra"_s, u"who"_s}), 2);
    QCOMPARE(plan->missingFields(), QStringList{u"time"_s});
}

void TestSavedMapping::theNewestImportOfTheSameHeadingsIsRemembered()
{
    ImportBench bench;
    const Import::ImportPlan plan = chosen(bench.write(content()));
    const Result<Import::ImportOutcome> outcome = Import::runImport(bench.workspace(), plan);
    VERIFY_OK(outcome);
    Result<Database> database = bench.workspace().connect(Database::Mode::ReadOnly);
    VERIFY_OK(database);
    const QStringList headings{u"who"_s, u"when"_s, u"how much"_s, u"mood"_s};
    auto remembered = Import::rememberedChoices(*database, headings);
    VERIFY_OK(remembered);
    QVERIFY(remembered->has_value());
    QCOMPARE(Import::headingsOf(**remembered), headings);
    const Result<QJsonObject> own = Import::choicesOf(*database, outcome->batch);
    VERIFY_OK(own);
    QCOMPARE(*own, **remembered);
    remembered = Import::rememberedChoices(*database, {u"who"_s, u"when"_s});
    VERIFY_OK(remembered);
    QVERIFY(!remembered->has_value());
    // What was taken back is no example.
    VERIFY_OK(Import::undoImport(bench.workspace(), outcome->batch));
    remembered = Import::rememberedChoices(*database, headings);
    VERIFY_OK(remembered);
    QVERIFY(!remembered->has_value());
}

void TestSavedMapping::mappingsSurviveAsText()
{
    ImportBench bench;
    const Import::SavedMapping mapping{u"متجرنا"_s, Import::toJson(chosen(bench.write(content())))};
    QCOMPARE(Import::mappingsFromText(Import::toText({mapping})), QList<Import::SavedMapping>{mapping});
    QVERIFY(Import::mappingsFromText("no json").isEmpty());
    QVERIFY(Import::mappingsFromText("[{\"name\": \"\", \"choices\": {}}, {\"name\": \"x\", \"choices\": {}}]").isEmpty());
}

void TestSavedMapping::importingAgainReplacesTheRows()
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

void TestSavedMapping::importingAgainWithoutAColumnChangesNothing()
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

QTEST_GUILESS_MAIN(TestSavedMapping)
#include "tst_savedmapping.moc"
