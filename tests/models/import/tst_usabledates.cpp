#include "tests/models/import/importtesting.h"

#include "models/customers/snapshot.h"
#include "models/import/usabledates.h"

#include <QJsonArray>

using namespace Import;
using namespace Qt::StringLiterals;

using Calendar = DateStyle::Calendar;

/// Dates that can be read and would spoil every analysis do not come into the workspace.
class TestUsableDates : public QObject
{
    Q_OBJECT

private slots:
    void datesAreJudgedByTheirField_data();
    void datesAreJudgedByTheirField();
    void allTimesTakenFitTheColumns();
    void badDatesAreRejectedInEveryKind_data();
    void badDatesAreRejectedInEveryKind();
    void otherDatesAreTaken_data();
    void otherDatesAreTaken();
    void aHijriFileIsReadWhereItsCalendarIsChosen();
    void theReasonNamesTheRemedy();
    void analysesGoOnAfterASingleHijriDate();
    void aRepairLeavesSuchDaysEmpty();
};

namespace {

std::int64_t secondsOf(QDate day, QTime time = QTime(0, 0))
{
    return QDateTime(day, time, Qt::UTC).toSecsSinceEpoch();
}

} // namespace

void TestUsableDates::datesAreJudgedByTheirField_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<DateFault>("fault");
    const auto row = [](const char *name, QDate day, FieldType type, DateFault fault,
                        Calendar calendar = Calendar::Gregorian, QTime time = QTime(0, 0)) {
        QTest::newRow(name) << qint64(secondsOf(day, time)) << type << calendar << fault;
    };
    using enum DateFault;
    row("today", {2026, 1, 1}, FieldType::Time, None);
    row("first second", {1930, 1, 1}, FieldType::Time, None);
    row("the second before", {1929, 12, 31}, FieldType::Time, OutOfReach, Calendar::Gregorian, QTime(23, 59, 59));
    row("last second", {2065, 12, 31}, FieldType::Time, None, Calendar::Gregorian, QTime(23, 59, 59));
    row("the second behind", {2066, 1, 1}, FieldType::Time, OutOfReach);
    row("first Hijri year", {1300, 1, 1}, FieldType::Time, HijriYear);
    row("last Hijri year", {1600, 12, 31}, FieldType::Time, HijriYear, Calendar::Gregorian, QTime(23, 59, 59));
    row("before Hijri years", {1299, 12, 31}, FieldType::Time, OutOfReach);
    row("behind Hijri years", {1601, 1, 1}, FieldType::Time, OutOfReach);
    row("placeholder", {9999, 12, 31}, FieldType::Time, OutOfReach);
    row("day of the Hijri calendar", {1447, 5, 5}, FieldType::Day, HijriYear);
    row("day long ago", {1889, 5, 5}, FieldType::Day, None);
    row("open end", {9999, 12, 31}, FieldType::Day, None);
    row("period of the Hijri calendar", {1447, 1, 1}, FieldType::Period, HijriYear);
    row("chosen calendar", {1447, 5, 5}, FieldType::Day, None, Calendar::UmmAlQura);
    row("chosen calendar out of reach", {1900, 5, 5}, FieldType::Time, OutOfReach, Calendar::UmmAlQura);
}

void TestUsableDates::datesAreJudgedByTheirField()
{
    QFETCH(const qint64, seconds);
    QFETCH(const FieldType, type);
    QFETCH(const Calendar, calendar);
    QTEST(dateFault(seconds, type, calendar), "fault");
}

void TestUsableDates::allTimesTakenFitTheColumns()
{
    const std::int64_t span = secondsOf({2066, 1, 1}) - 1 - secondsOf({1930, 1, 1});
    QVERIFY(span <= std::numeric_limits<std::uint32_t>::max());
}

void TestUsableDates::badDatesAreRejectedInEveryKind_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("csv"); ///< the first row is good, the second is not
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, Kind kind, const char *csv, const char *reason) {
        QTest::newRow(name) << kind << QByteArray(csv) << QString::fromLatin1(reason);
    };
    row("purchase", Kind::Transactions, "customer_id,time,amount\na,2025-01-01,1\nb,1447-01-02,1\n", "hijri_year:time");
    row("purchase, day first", Kind::Transactions, "customer_id,time,amount\na,13/01/2025,1\nb,14/01/1447,1\n",
        "hijri_year:time");
    row("purchase, Arabic digits", Kind::Transactions, "customer_id,time,amount\na,٢٠٢٥-٠١-٠١,1\nb,١٤٤٧-٠١-٠٢,1\n",
        "hijri_year:time");
    row("purchase, compact", Kind::Transactions, "customer_id,time,amount\na,20250101,1\nb,14470102,1\n",
        "hijri_year:time");
    row("old purchase", Kind::Transactions, "customer_id,time,amount\na,2025-01-01,1\nb,1900-01-01,1\n",
        "date_out_of_reach:time");
    row("far purchase", Kind::Transactions, "customer_id,time,amount\na,2025-01-01,1\nb,9999-12-31,1\n",
        "date_out_of_reach:time");
    row("event", Kind::Events, "customer_id,time,event\na,2025-01-01,x\nb,1447-01-02,x\n", "hijri_year:time");
    row("survey", Kind::Surveys, "customer_id,time,instrument,score\na,2025-01-01,nps,9\nb,1447-01-02,nps,9\n",
        "hijri_year:time");
    row("interaction", Kind::Interactions, "customer_id,time,channel\na,2025-01-01,x\nb,1447-01-02,x\n",
        "hijri_year:time");
    row("deal", Kind::Deals, "deal_id,customer_id,stage,changed_at\n1,a,x,2025-01-01\n2,b,x,1447-01-02\n",
        "hijri_year:changed_at");
    row("cost", Kind::Costs, "period,kind,amount\n2025-01,acquisition,1\n1447-01,acquisition,1\n", "hijri_year:period");
    row("subscription", Kind::Subscriptions, "customer_id,started_on,ended_on\na,2025-01-01,\nb,1447-01-02,\n",
        "hijri_year:started_on");
    row("customer", Kind::Customers, "customer_id,acquired_on\na,2025-01-01\nb,1447-01-02\n", "hijri_year:acquired_on");
}

void TestUsableDates::badDatesAreRejectedInEveryKind()
{
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, csv);
    QFETCH(const QString, reason);
    ImportBench bench;
    ImportHints hints;
    hints.dateOrder = DateOrder::DayMonthYear;
    const auto outcome = bench.import(csv, kind, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRead, 2);
    QCOMPARE(outcome->rowsImported, 1);
    QCOMPARE(outcome->rejects.size(), 1);
    QCOMPARE(outcome->rejects[0].reason, reason);
    QCOMPARE(outcome->rejects[0].firstLine, 3);
    QVERIFY(csv.split('\n').at(2).contains(outcome->rejects[0].firstValue.toUtf8()));
    QCOMPARE(bench.count(tableOf(kind).toLatin1().constData()), 1);
    QCOMPARE(bench.problems(), QStringList());
}

void TestUsableDates::otherDatesAreTaken_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("birthdays") << Kind::Customers
                               << QByteArray("customer_id,name,birthday\na,x,1911-01-02\nb,y,1447-05-06\n");
    QTest::newRow("an old customer") << Kind::Customers << QByteArray("customer_id,acquired_on\na,1889-05-06\n");
    QTest::newRow("a contract without end")
        << Kind::Subscriptions << QByteArray("customer_id,started_on,ended_on\na,2025-01-01,9999-12-31\n");
    QTest::newRow("history") << Kind::Transactions << QByteArray("customer_id,time,amount\na,1930-01-01,1\na,2065-12-31,1\n");
    QTest::newRow("a property that looks like one")
        << Kind::Events << QByteArray("customer_id,time,event,due\na,2025-01-01,x,1447-01-01\n");
}

void TestUsableDates::otherDatesAreTaken()
{
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, csv);
    ImportBench bench;
    const auto outcome = bench.import(csv, kind);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rejects, QList<RejectGroup>());
    QCOMPARE(outcome->rowsImported, csv.count('\n') - 1);
}

void TestUsableDates::aHijriFileIsReadWhereItsCalendarIsChosen()
{
    ImportBench bench;
    ImportHints hints;
    hints.calendar = Calendar::UmmAlQura;
    const auto outcome = bench.import("customer_id,time,amount\na,1447-01-01,1\n", Kind::Transactions, hints);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 0);
    // 1 Muharram 1447, by the calendar of Umm al-Qura
    QCOMPARE(bench.rows("SELECT date(time, 'unixepoch') FROM purchase"), QStringList{u"2025-06-26"_s});
}

void TestUsableDates::theReasonNamesTheRemedy()
{
    ImportBench bench;
    const auto outcome = bench.import("customer_id,time,amount\nb,1447-01-02,1\nc,1448-01-02,1\n", Kind::Transactions);
    VERIFY_OK(outcome);
    const QJsonObject json = toJson(*outcome);
    QCOMPARE(json.value(u"rejects").toArray().size(), 1); // one reason, however many years
    const QJsonObject reject = json.value(u"rejects").toArray().first().toObject();
    QCOMPARE(reject.value(u"count").toInt(), 2);
    QVERIFY2(reject.value(u"message").toString().contains(u"--calendar hijri"_s),
             qPrintable(reject.value(u"message").toString()));
    QCOMPARE(bench.rows("SELECT value FROM rejected_row ORDER BY line"), (QStringList{u"1447-01-02"_s, u"1448-01-02"_s}));
}

void TestUsableDates::analysesGoOnAfterASingleHijriDate()
{
    ImportBench bench;
    VERIFY_OK(bench.import("customer_id,time,amount\na,2025-01-01,1\nb,1447-01-02,1\nc,0001-01-01,1\nd,2025-02-01,1\n",
                           Kind::Transactions));
    const auto snapshot = Customers::loadSnapshot(bench.workspace());
    VERIFY_OK(snapshot);
    QCOMPARE((*snapshot)->purchases.size(), std::size_t(2));
}

void TestUsableDates::aRepairLeavesSuchDaysEmpty()
{
    ImportBench bench;
    auto plan = planImport(bench.write("customer_id,acquired_on\na,2025-01-01\nb,1447-01-02\n"), Kind::Customers);
    VERIFY_OK(plan);
    plan->columns[1].repairs.append(Repair{Repair::Action::EmptyIfUnreadable, {}, {}, 0});
    const auto outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsImported, 2);
    QCOMPARE(bench.rows("SELECT date(acquired_on * 86400, 'unixepoch') FROM customer ORDER BY id"),
             (QStringList{u"2025-01-01"_s, u"-"_s}));
}

QTEST_GUILESS_MAIN(TestUsableDates)
#include "tst_usabledates.moc"
