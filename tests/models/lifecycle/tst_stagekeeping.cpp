#include "models/lifecycle/stagereceipts.h"
#include "tests/models/import/importtesting.h"

using namespace Qt::StringLiterals;
using namespace Lifecycle;
using Import::Kind;

/// How the kept stage history goes along with imports, undoing and importing again.
class TestStageKeeping final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anImportIsNotRecordedTwice();
    void undoingAnImportTakesItsChangesAway();
    void undoingOneImportLeavesWhatAnotherBrought();
    void aRuleGoesWithTheImportThatMadeItHold();
    void nothingIsPutBackIntoTheIdsOfAChangeThatWent();
    void importingAgainKeepsEveryChange();
    void anImportedStageSurvivesImportingAgain();
    void receiptsReadAsSentences();

private:
    /// One change a line: customer|stage|day|by|import.
    [[nodiscard]] QStringList changes() const
    {
        return m_bench->rows(
            "SELECT c.ref, s.stage, date(s.time, 'unixepoch'), json_extract(s.receipt, '$.by'), "
            "ifnull(json_extract(s.receipt, '$.import'), 0) FROM stage_change s JOIN customer c ON "
            "c.id = s.customer ORDER BY c.ref, s.time, s.id");
    }
    void keep() const
    {
        const Result<RecordedHistory> kept = keepHistory(m_bench->workspace());
        VERIFY_OK(kept);
    }

    std::unique_ptr<ImportBench> m_bench;
};

namespace {

const QByteArray visits = "customer_id,time,event\nA,2025-01-05,site_visit\nB,2025-01-07,site_visit\n";
const QByteArray orders = "customer_id,time,amount\nA,2025-02-01,50\nA,2025-03-01,70\n";

/// visit → first purchase | big (revenue of 100 or more)
LifecycleModel lifecycle()
{
    LifecycleModel model{u"kept"_s, {}};
    const auto add = [&](const QString &id, const QString &arabic, Side side, EntryRule entry) {
        Stage stage;
        stage.id = id;
        stage.nameEnglish = id.at(0).toUpper() + id.mid(1);
        stage.nameArabic = arabic;
        stage.side = side;
        stage.entry = std::move(entry);
        model.stages.append(stage);
    };
    add(u"visit"_s, u"الزيارة"_s, Side::ValueCreation, {{u"site_visit"_s}, 0});
    add(u"buy"_s, u"الشراء"_s, Side::ValueCreation, {{}, 1});
    add(u"big"_s, u"الكبار"_s, Side::ValueExpansion,
        {{}, 0, Segments::Rule::of({u"monetary"_s, Segments::Operator::AtLeast, 100, 0, {}, {}})});
    return model;
}

} // namespace

void TestStageKeeping::init()
{
    m_bench = std::make_unique<ImportBench>();
    Result<Database> database = m_bench->workspace().connect(Database::Mode::ReadWrite);
    VERIFY_OK(database);
    VERIFY_OK(save(*database, lifecycle()));
}

void TestStageKeeping::anImportIsNotRecordedTwice()
{
    VERIFY_OK(m_bench->import(visits, Kind::Events));
    const Result<RecordedHistory> first = keepHistory(m_bench->workspace());
    VERIFY_OK(first);
    QCOMPARE(first->added, 2);
    const Result<RecordedHistory> again = keepHistory(m_bench->workspace());
    VERIFY_OK(again);
    QCOMPARE(again->added, 0);
    QCOMPARE(again->known, 0); // nothing changed, so nothing was derived
    VERIFY_OK(m_bench->import(orders, Kind::Transactions));
    const Result<RecordedHistory> more = keepHistory(m_bench->workspace());
    VERIFY_OK(more);
    QCOMPARE(more->added, 2);
    QCOMPARE(more->known, 2);
    QCOMPARE(changes(), QStringList({u"A|visit|2025-01-05|event|1"_s, u"A|buy|2025-02-01|purchase|2"_s,
                                     u"A|big|2025-03-01|rule|2"_s, u"B|visit|2025-01-07|event|1"_s}));
    QCOMPARE(m_bench->problems(), QStringList());
}

void TestStageKeeping::undoingAnImportTakesItsChangesAway()
{
    VERIFY_OK(m_bench->import(visits, Kind::Events));
    keep();
    const Result<Import::ImportOutcome> second = m_bench->import(orders, Kind::Transactions);
    VERIFY_OK(second);
    keep();
    QCOMPARE(changes().size(), 4);
    VERIFY_OK(Import::undoImport(m_bench->workspace(), second->batch));
    keep();
    QCOMPARE(changes(), QStringList({u"A|visit|2025-01-05|event|1"_s, u"B|visit|2025-01-07|event|1"_s}));
    QCOMPARE(m_bench->problems(), QStringList());
}

void TestStageKeeping::undoingOneImportLeavesWhatAnotherBrought()
{
    // Ten imports, so that the number 1 is also the beginning of another number.
    VERIFY_OK(m_bench->import(visits, Kind::Events));
    for (int i = 2; i <= 10; ++i) {
        VERIFY_OK(m_bench->import("customer_id,time,event\nC" + QByteArray::number(i)
                                      + ",2025-01-09,site_visit\n",
                                  Kind::Events));
    }
    keep();
    QCOMPARE(changes().size(), 11);
    VERIFY_OK(Import::undoImport(m_bench->workspace(), BatchId{1}));
    QCOMPARE(changes().size(), 9);
    QVERIFY(changes().contains(u"C10|visit|2025-01-09|event|10"_s));
}

void TestStageKeeping::aRuleGoesWithTheImportThatMadeItHold()
{
    VERIFY_OK(m_bench->import("customer_id,time,amount\nA,2025-02-01,50\n", Kind::Transactions));
    keep();
    VERIFY_OK(m_bench->import("customer_id,time,amount\nA,2025-02-20,60\n", Kind::Transactions));
    keep();
    QCOMPARE(changes(), QStringList({u"A|buy|2025-02-01|purchase|1"_s, u"A|big|2025-02-20|rule|2"_s}));
    VERIFY_OK(Import::undoImport(m_bench->workspace(), BatchId{2}));
    keep();
    QCOMPARE(changes(), QStringList{u"A|buy|2025-02-01|purchase|1"_s});
}

void TestStageKeeping::nothingIsPutBackIntoTheIdsOfAChangeThatWent()
{
    VERIFY_OK(m_bench->import(visits, Kind::Events));
    VERIFY_OK(m_bench->import("customer_id,time,event\nC,2025-01-09,site_visit\n", Kind::Events));
    keep();
    Result<Database> database = m_bench->workspace().connect(Database::Mode::ReadWrite);
    VERIFY_OK(database);
    // What a merge keeps of the changes it moves to another customer.
    VERIFY_OK(database->attempt([](SQLite::Database &connection) {
        connection.exec("INSERT INTO previous_value(batch, tab, row, old) SELECT 9, 'stage_change', id, "
                        "'{\"customer\":\"1\"}' FROM stage_change");
    }));
    QCOMPARE(m_bench->count("previous_value"), 3);
    VERIFY_OK(Import::undoImport(m_bench->workspace(), BatchId{1}));
    QCOMPARE(m_bench->rows("SELECT row FROM previous_value"), m_bench->rows("SELECT id FROM stage_change"));
    QCOMPARE(changes(), QStringList{u"C|visit|2025-01-09|event|2"_s});
}

void TestStageKeeping::importingAgainKeepsEveryChange()
{
    const Result<Import::ImportOutcome> first = m_bench->import(visits, Kind::Events);
    VERIFY_OK(first);
    keep();
    // The file comes with one visit mended, one gone and one new.
    m_bench->write("customer_id,time,event\nA,2025-01-03,site_visit\nC,2025-01-09,site_visit\n");
    const Result<Import::ImportOutcome> again =
        Import::importAgain(m_bench->workspace(), first->batch);
    VERIFY_OK(again);
    QCOMPARE(again->batch.value, 2);
    keep();
    // B has gone with its only row; what was known of A stays beside what is new.
    QCOMPARE(changes(), QStringList({u"A|visit|2025-01-03|event|2"_s, u"A|visit|2025-01-05|event|2"_s,
                                     u"C|visit|2025-01-09|event|2"_s}));
    VERIFY_OK(Import::undoImport(m_bench->workspace(), again->batch));
    QCOMPARE(changes(), QStringList());
    QCOMPARE(m_bench->problems(), QStringList());
}

void TestStageKeeping::anImportedStageSurvivesImportingAgain()
{
    const Result<Import::ImportOutcome> first =
        m_bench->import("customer_id,stage\nA,prospect\nB,client\n", Kind::Customers);
    VERIFY_OK(first);
    keep();
    m_bench->write("customer_id,stage\nA,client\nB,client\n");
    VERIFY_OK(Import::importAgain(m_bench->workspace(), first->batch));
    keep();
    QStringList stages;
    for (const QString &change : changes())
        stages.append(change.section(u'|', 0, 1));
    QCOMPARE(stages, QStringList({u"A|prospect"_s, u"A|client"_s, u"B|client"_s}));
}

void TestStageKeeping::receiptsReadAsSentences()
{
    VERIFY_OK(m_bench->import(visits, Kind::Events));
    VERIFY_OK(m_bench->importFile(m_bench->write(orders, u"orders.csv"_s), Kind::Transactions));
    keep();
    Result<Database> database = m_bench->workspace().connect(Database::Mode::ReadOnly);
    VERIFY_OK(database);
    const Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(m_bench->workspace());
    VERIFY_OK(snapshot);
    const CustomerId a = (*snapshot)->id(0);
    const NumberFormat english(Language::English);
    const Result<QList<StageReceipt>> told =
        stageReceipts(*database, **snapshot, lifecycle(), a, english);
    VERIFY_OK(told);
    QCOMPARE(told->size(), 3);
    QCOMPARE(told->at(0).day, QDate(2025, 1, 5));
    QCOMPARE(told->at(0).from, QString());
    QCOMPARE(told->at(0).to, u"Visit"_s);
    QCOMPARE(told->at(0).because, u"Event “%1”. Import 1: %2."_s.arg(
                                      NumberFormat::isolate(u"site_visit"_s),
                                      NumberFormat::isolate(u"rows.csv"_s)));
    QCOMPARE(told->at(1).from, u"Visit"_s);
    QCOMPARE(told->at(1).to, u"Buy"_s);
    QCOMPARE(told->at(1).batch, 2);
    QCOMPARE(describe(told->at(1), english),
             u"1 Feb 2025: from Visit to Buy. A purchase. Import 2: %1."_s.arg(
                 NumberFormat::isolate(u"orders.csv"_s)));
    QVERIFY2(told->at(2).because.startsWith(u"The entry rule held: revenue is at least"_s),
             qPrintable(told->at(2).because));
    // A rule that the lifecycle still has is told in the language of the reader, titles too.
    const Result<QList<StageReceipt>> inArabic = stageReceipts(
        *database, **snapshot, lifecycle(), a, NumberFormat(Language::Arabic));
    VERIFY_OK(inArabic);
    QCOMPARE(inArabic->at(1).to, u"الشراء"_s);
    QVERIFY2(inArabic->at(2).because.contains(u"القيمة النقدية"_s), qPrintable(inArabic->at(2).because));
    // One that it no longer has, as it was; a stage it no longer has, by its id.
    LifecycleModel other = lifecycle();
    other.stages.removeLast();
    const Result<QList<StageReceipt>> later = stageReceipts(
        *database, **snapshot, other, a, NumberFormat(Language::Arabic));
    VERIFY_OK(later);
    QVERIFY2(later->at(2).because.contains(u"revenue is at least"_s), qPrintable(later->at(2).because));
    QCOMPARE(later->at(2).to, NumberFormat::isolate(u"big"_s));
}

QTEST_GUILESS_MAIN(TestStageKeeping)
#include "tst_stagekeeping.moc"
