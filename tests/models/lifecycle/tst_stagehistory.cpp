#include "models/lifecycle/stagehistory.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Lifecycle;

/// The stage history that the workspace keeps: receipts, repetition, imports, accounts.
class TestStageHistory : public QObject
{
    Q_OBJECT

private slots:
    void everyChangeHasItsReceipt();
    void recordingAgainAddsNothing();
    void whatWasKeptSurvivesTheRows();
    void anImportedStageIsKeptWithItsImport();
    void cancelledRecordingLeavesNothing();
    void accountsEnterWithTheFirstOfTheirCustomers();
};

namespace {

/// visit → first purchase | big (revenue of 100 or more); visit is left after 60 silent days.
LifecycleModel lifecycle()
{
    LifecycleModel model{u"kept"_s, {}};
    const auto add = [&](const QString &id, Side side, EntryRule entry) {
        Stage stage;
        stage.id = id;
        stage.nameEnglish = id;
        stage.nameArabic = id;
        stage.side = side;
        stage.entry = std::move(entry);
        model.stages.append(stage);
    };
    add(u"visit"_s, Side::ValueCreation, {{u"visit"_s}, 0});
    add(u"buy"_s, Side::ValueCreation, {{}, 1});
    const Segments::Rule big = Segments::Rule::of(
        {u"monetary"_s, Segments::Operator::AtLeast, 100, 0, {}, {}});
    add(u"big"_s, Side::ValueExpansion, {{}, 0, big});
    model.stages[2].exit = Segments::Rule::of(
        {u"recency_days"_s, Segments::Operator::More, 60, 0, {}, {}});
    return model;
}

std::int64_t endOf(QDate day) { return epochSeconds(day.addDays(1)) - 1; }

void batch(TestWorkspace &workspace, int id, const char *kind, const char *table, qint64 first,
           qint64 last)
{
    workspace.exec(QStringLiteral("INSERT INTO import_batch(id, kind, source, started, options) "
                                  "VALUES(%1, '%2', 'x.csv', %3, '{}')")
                       .arg(id)
                       .arg(QLatin1String(kind))
                       .arg(epochSeconds(QDate(2025, 7, id))));
    workspace.exec(QStringLiteral("INSERT INTO batch_range(batch, tab, first_id, last_id, rows, "
                                  "fingerprint) VALUES(%1, '%2', %3, %4, 1, 0)")
                       .arg(id)
                       .arg(QLatin1String(table))
                       .arg(first)
                       .arg(last));
}

} // namespace

void TestStageHistory::everyChangeHasItsReceipt()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    const qint64 visit = workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    const qint64 purchase = workspace.purchase(customer, QDate(2025, 1, 20), 20000);
    workspace.event(workspace.customer(), QDate(2025, 4, 30), u"other"_s);
    batch(workspace, 1, "events", "event", 1, 1000);
    batch(workspace, 2, "transactions", "purchase", 1, 1000);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    workspace.commit();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    const Result<RecordedHistory> recorded = recordHistory(*database, *snapshot, lifecycle());
    QVERIFY2(recorded.ok(), recorded ? "" : qPrintable(recorded.error().message));
    QCOMPARE(recorded->added, 4);
    const Result<QList<StageChange>> changes = stageChanges(*database, CustomerId{customer});
    QVERIFY(changes.ok());
    QCOMPARE(changes->size(), 4);
    QCOMPARE(changes->at(0), (StageChange{CustomerId{customer}, u"visit"_s, epochSeconds(QDate(2025, 1, 5)),
                                          {Receipt::By::Event, u"visit"_s, visit, 1}}));
    QCOMPARE(changes->at(1), (StageChange{CustomerId{customer}, u"buy"_s, epochSeconds(QDate(2025, 1, 20)),
                                          {Receipt::By::Purchase, {}, purchase, 2}}));
    QCOMPARE(changes->at(2).stage, u"big"_s);
    QCOMPARE(changes->at(2).time, endOf(QDate(2025, 1, 31)));
    QCOMPARE(changes->at(2).receipt.by, Receipt::By::Rule);
    QVERIFY2(changes->at(2).receipt.what.startsWith(u"revenue is at least"_s), qPrintable(changes->at(2).receipt.what));
    // 20 January to 31 March are 70 days.
    QCOMPARE(changes->at(3).stage, u"big"_s);
    QVERIFY(changes->at(3).isExit());
    QCOMPARE(changes->at(3).time, endOf(QDate(2025, 3, 31)));
    QVERIFY(changes->at(3).receipt.what.contains(u"60"_s));
}

void TestStageHistory::recordingAgainAddsNothing()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.purchase(customer, QDate(2025, 1, 20), 20000);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QCOMPARE(recordHistory(*database, *snapshot, lifecycle())->added, 3);
    const Result<RecordedHistory> again = recordHistory(*database, *snapshot, lifecycle());
    QCOMPARE(again->added, 0);
    QCOMPARE(again->known, 3);
}

void TestStageHistory::whatWasKeptSurvivesTheRows()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    const qint64 visit = workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.event(customer, QDate(2025, 2, 5), u"other"_s);
    workspace.commit();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QCOMPARE(recordHistory(*database, *workspace.snapshot(), lifecycle())->added, 1);
    // The import is taken back and comes again with another date.
    workspace.exec(u"DELETE FROM event WHERE id = %1"_s.arg(visit));
    workspace.event(customer, QDate(2025, 1, 9), u"visit"_s);
    QCOMPARE(recordHistory(*database, *workspace.snapshot(), lifecycle())->added, 1);
    const Result<QList<StageChange>> changes = stageChanges(*database, CustomerId{customer});
    QCOMPARE(changes->size(), 2);
    QCOMPARE(changes->at(0).time, epochSeconds(QDate(2025, 1, 5)));
    QCOMPARE(changes->at(0).receipt.row, visit);
    QCOMPARE(changes->at(1).time, epochSeconds(QDate(2025, 1, 9)));
}

void TestStageHistory::anImportedStageIsKeptWithItsImport()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer({.stage = u"prospect"_s});
    workspace.event(customer, QDate(2025, 2, 5), u"other"_s);
    batch(workspace, 3, "customers", "customer", 1, 10);
    workspace.commit();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QCOMPARE(recordHistory(*database, *workspace.snapshot(), lifecycle())->added, 1);
    QCOMPARE(recordHistory(*database, *workspace.snapshot(), lifecycle())->added, 0);
    workspace.exec(u"UPDATE customer SET stage = 'client'"_s);
    batch(workspace, 4, "customers", "customer", 11, 11);
    workspace.commit();
    QCOMPARE(recordHistory(*database, *workspace.snapshot(), lifecycle())->added, 1);
    const Result<QList<StageChange>> changes = stageChanges(*database, CustomerId{customer});
    QCOMPARE(changes->size(), 2);
    QCOMPARE(changes->at(0), (StageChange{CustomerId{customer}, u"prospect"_s, epochSeconds(QDate(2025, 7, 3)),
                                          {Receipt::By::Import, {}, 0, 3}}));
    QCOMPARE(changes->at(1).stage, u"client"_s);
    QCOMPARE(changes->at(1).receipt.batch, 4);
}

void TestStageHistory::cancelledRecordingLeavesNothing()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    std::stop_source stop;
    stop.request_stop();
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    const Result<RecordedHistory> recorded =
        recordHistory(*database, *snapshot, lifecycle(), Progress(stop.get_token()));
    QVERIFY(!recorded.ok());
    QCOMPARE(recorded.error().kind, Error::Kind::Cancelled);
    QVERIFY(stageChanges(*database, CustomerId{customer})->isEmpty());
}

void TestStageHistory::accountsEnterWithTheFirstOfTheirCustomers()
{
    TestWorkspace workspace;
    const qint64 late = workspace.customer({.company = u"Rawafid"_s});
    const qint64 early = workspace.customer({.company = u"Rawafid"_s});
    const qint64 other = workspace.customer({.company = u"Noor"_s});
    workspace.event(late, QDate(2025, 1, 9), u"visit"_s);
    workspace.purchase(late, QDate(2025, 1, 10), 100);
    workspace.event(early, QDate(2025, 1, 5), u"visit"_s);
    workspace.event(other, QDate(2025, 1, 1), u"visit"_s);
    workspace.event(workspace.customer(), QDate(2025, 1, 2), u"visit"_s); // of no account
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const Customers::CodedColumn *company = snapshot->codedColumn(u"company"_s);
    QVERIFY(company);
    const std::vector<AccountEntry> entries =
        accountHistory(deriveHistory(*snapshot, lifecycle()), *company);
    QCOMPARE(entries.size(), std::size_t(3));
    const auto ofRawafid = std::ranges::find_if(entries, [&](const AccountEntry &entry) {
        return company->values[entry.account] == u"Rawafid";
    });
    QVERIFY(ofRawafid != entries.end());
    QCOMPARE(int(ofRawafid->stage), 0);
    QCOMPARE(int(ofRawafid->customer), 1);
    QCOMPARE(ofRawafid->time, epochSeconds(QDate(2025, 1, 5)));
    QCOMPARE(int((ofRawafid + 1)->stage), 1);
    QCOMPARE(int((ofRawafid + 1)->customer), 0);
}

QTEST_GUILESS_MAIN(TestStageHistory)
#include "tst_stagehistory.moc"
