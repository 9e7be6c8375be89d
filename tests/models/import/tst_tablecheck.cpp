#include "tests/models/import/importtesting.h"

#include "models/import/columnprofile.h"
#include "models/import/internmap.h"
#include "models/import/tablecheck.h"

#include <QRandomGenerator>

#include <cmath>

using namespace Import;
using namespace Qt::StringLiterals;

/// What is reported about a file before it is imported, and the rules that mend it.
class TestTableCheck : public QObject
{
    Q_OBJECT
private slots:
    void columnsAreDescribed();
    void manyDistinctTextsAreEstimated();
    void issuesAreFoundAndMended_data();
    void issuesAreFoundAndMended();
    void columnsOfWholePeriodsAreSaid();
    void soundColumnsHaveNoIssues();
    void outliersAreNamedWithTheirLines();
    void duplicateIdsAreCounted();
    void everyIssueAndRepairHasWords_data();
    void everyIssueAndRepairHasWords();
    void numbersInSentencesHaveTheChosenDigits();
    void tenThousandBadRowsGiveOneIssue();
    void cancelledCheckStops();
};

namespace {

const ColumnIssue *find(const TableReport &report, ColumnIssue::Kind kind)
{
    for (const ColumnIssue &issue : report.issues)
        if (issue.kind == kind)
            return &issue;
    return nullptr;
}

} // namespace

void TestTableCheck::columnsAreDescribed()
{
    ImportBench bench;
    const auto plan = planImport(bench.write("customer_id,date,amount,category\na,2025-01-03,1.5,tea\n"
                                             "b,2025-01-01,,tea\na,2025-02-01,10,\n"),
                                 Kind::Transactions);
    VERIFY_OK(plan);
    const auto report = checkTable(*plan);
    VERIFY_OK(report);
    QCOMPARE(report->rows, 3);
    const ColumnReport &customer = report->columns[0];
    QCOMPARE(customer.filled, 3);
    QCOMPARE(customer.distinct, 2);
    QCOMPARE(customer.repeated, 1);
    QCOMPARE(customer.samples.first(), (std::pair<QString, qint64>(u"a"_s, 2)));
    QCOMPARE(report->columns[1].earliest, QDate(2025, 1, 1));
    QCOMPARE(report->columns[1].latest, QDate(2025, 2, 1));
    QCOMPARE(report->columns[2].lowest, 1.5);
    QCOMPARE(report->columns[2].highest, 10.0);
    QCOMPARE(report->columns[2].emptyShare(), 1.0 / 3);
    QCOMPARE(report->issues, QList<ColumnIssue>());
}

void TestTableCheck::manyDistinctTextsAreEstimated()
{
    // The standard error of the estimate with 16,384 registers is 0.8 %; five of them are allowed.
    for (const int texts : {49'000, 200'000, 1'000'000}) {
        DistinctCounter counter;
        for (int pass = 0; pass < 2; ++pass)
            for (int i = 0; i < texts; ++i)
                (void)counter.add(InternMap::hash("C" + std::to_string(i)));
        QCOMPARE(counter.isExact(), texts <= 50'000);
        QVERIFY2(std::abs(double(counter.count()) - texts) <= (texts <= 50'000 ? 0 : 0.04 * texts),
                 qPrintable(u"%1 of %2"_s.arg(counter.count()).arg(texts)));
    }
}

void TestTableCheck::issuesAreFoundAndMended_data()
{
    QTest::addColumn<QByteArray>("heading");
    QTest::addColumn<QByteArray>("cells"); // by semicolon
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<int>("rejectedAfter"); // −1: there is no repair
    using enum ColumnIssue::Kind;
    QTest::newRow("words among numbers") << QByteArray("amount") << QByteArray("1;2;n/a;4;n/a")
                                         << int(NotANumber) << qint64(2) << qint64(4) << 0;
    QTest::newRow("several words") << QByteArray("amount") << QByteArray("1;none;n/a;4")
                                   << int(NotANumber) << qint64(2) << qint64(3) << 0;
    QTest::newRow("other separators") << QByteArray("amount")
                                      << QByteArray("1.50;2.25;\"1.234,56\";4.75")
                                      << int(OtherSeparator) << qint64(1) << qint64(4) << 0;
    QTest::newRow("thousands among decimals")
        << QByteArray("amount") << QByteArray("1.250;3.775;\"1,234\";2.500;1.100") << int(Grouped)
        << qint64(1) << qint64(4) << 0;
    QTest::newRow("words among dates") << QByteArray("date") << QByteArray("2025-01-01;soon")
                                       << int(NotADate) << qint64(1) << qint64(3) << -1;
    QTest::newRow("other order") << QByteArray("date")
                                 << QByteArray("13/01/2025;14/01/2025;01/15/2025")
                                 << int(OtherDateOrder) << qint64(1) << qint64(4) << 2;
    QTest::newRow("Hijri") << QByteArray("date") << QByteArray("1446-09-01;1446-09-02")
                           << int(HijriYears) << qint64(2) << qint64(2) << 0;
    QTest::newRow("Hijri among others") << QByteArray("date") << QByteArray("2025-01-01;1447-01-01")
                                        << int(HijriYears) << qint64(1) << qint64(3) << 1;
    QTest::newRow("before all analyses") << QByteArray("date") << QByteArray("2025-01-01;1900-01-01")
                                         << int(OutOfReach) << qint64(1) << qint64(3) << -1;
    QTest::newRow("placeholder") << QByteArray("date") << QByteArray("2025-01-01;1970-01-01")
                                 << int(PlaceholderDates) << qint64(1) << qint64(3) << -1;
    QTest::newRow("future") << QByteArray("date") << QByteArray("2025-01-01;2045-01-01")
                            << int(FutureDates) << qint64(1) << qint64(3) << -1;
    QTest::newRow("far future") << QByteArray("date") << QByteArray("2025-01-01;9999-12-31")
                                << int(OutOfReach) << qint64(1) << qint64(3) << -1;
    QTest::newRow("months among full dates")
        << QByteArray("date") << QByteArray("2025-01-01;2025-02;2025-02-03") << int(WholePeriods)
        << qint64(1) << qint64(3) << 0;
    QTest::newRow("nothing where something must be") << QByteArray("date")
                                                     << QByteArray("2025-01-01;;2025-01-03")
                                                     << int(Missing) << qint64(1) << qint64(3) << 0;
}

void TestTableCheck::issuesAreFoundAndMended()
{
    QFETCH(const QByteArray, heading);
    QFETCH(const QByteArray, cells);
    QFETCH(const int, kind);
    QFETCH(const qint64, rows);
    QFETCH(const qint64, line);
    QFETCH(const int, rejectedAfter);
    ImportBench bench;
    const bool isDate = heading == "date";
    QByteArray file = isDate ? "customer_id,date\n" : "customer_id,date,amount\n";
    for (const QByteArray &cell : cells.split(';'))
        file += (isDate ? "a," : "a,2025-01-01,") + cell + '\n';
    auto plan = planImport(bench.write(file), Kind::Transactions);
    VERIFY_OK(plan);
    const auto report = checkTable(*plan, {}, QDate(2025, 6, 30));
    VERIFY_OK(report);
    const ColumnIssue *issue = find(*report, ColumnIssue::Kind(kind));
    QVERIFY(issue);
    QCOMPARE(issue->rows, rows);
    QCOMPARE(issue->firstLine, line);
    QCOMPARE(plan->columns[issue->column].heading, QString::fromLatin1(heading));
    if (rejectedAfter < 0) {
        QVERIFY(issue->repairs.isEmpty());
        return;
    }
    QVERIFY(!issue->repairs.isEmpty());
    applyRepair(*plan, issue->repairs.first());
    const auto mended = checkTable(*plan, {}, QDate(2025, 6, 30));
    VERIFY_OK(mended);
    if (rejectedAfter == 0)
        QVERIFY(!find(*mended, ColumnIssue::Kind(kind)) || !find(*mended, ColumnIssue::Kind(kind))->rejectsRows);
    const auto outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, rejectedAfter);
    if (ColumnIssue::Kind(kind) == ColumnIssue::Kind::Grouped)
        QCOMPARE(bench.rows("SELECT amount FROM purchase ORDER BY id LIMIT 1 OFFSET 2"),
                 QStringList{u"123"_s});
    if (ColumnIssue::Kind(kind) == ColumnIssue::Kind::OtherSeparator)
        QCOMPARE(bench.rows("SELECT amount FROM purchase ORDER BY id LIMIT 1 OFFSET 2"),
                 QStringList{u"123456"_s});
}

void TestTableCheck::columnsOfWholePeriodsAreSaid()
{
    ImportBench bench;
    const QString file = bench.write("customer_id,date\na,2016-Q2\nb,الربع الثالث ٢٠١٦\nc,2016-10-05\n");
    auto plan = planImport(file, Kind::Transactions);
    VERIFY_OK(plan);
    QVERIFY(plan->columns[1].dates.wholePeriods);
    const auto report = checkTable(*plan, {}, QDate(2025, 6, 30));
    VERIFY_OK(report);
    QCOMPARE(report->columns[1].unreadable, 0);
    QCOMPARE(report->columns[1].earliest, QDate(2016, 4, 1));
    const ColumnIssue *said = find(*report, ColumnIssue::Kind::WholePeriods);
    QVERIFY(said);
    QCOMPARE(said->rows, 2);
    QCOMPARE(said->firstLine, 2);
    QVERIFY(!said->rejectsRows);
    const QList<ColumnRepair> refusing{{1, {}, {}, {}, false}};
    QCOMPARE(said->repairs, refusing);
    const Result<ImportOutcome> outcome = runImport(bench.workspace(), *plan);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->rowsRejected, 0);
    QCOMPARE(bench.rows("SELECT date(time, 'unixepoch') FROM purchase ORDER BY id"),
             (QStringList{u"2016-04-01"_s, u"2016-07-01"_s, u"2016-10-05"_s}));

    // Who does not want that says so, and the rows are rejected with the way out.
    applyRepair(*plan, said->repairs.first());
    QVERIFY(find(*checkTable(*plan), ColumnIssue::Kind::WholePeriods)->rejectsRows);
    plan->dryRun = true;
    const Result<ImportOutcome> refused = runImport(bench.workspace(), *plan);
    VERIFY_OK(refused);
    QCOMPARE(refused->rejects.size(), 1);
    QCOMPARE(refused->rejects.first().reason, u"whole_period:time"_s);
    QCOMPARE(refused->rejects.first().count, 2);
    QVERIFY(rejectReasonText(refused->rejects.first().reason).contains(u"--whole-periods first-day"));
    ImportHints hints;
    hints.choices = toJson(*plan); // kept with the import, and wins over what is found
    QVERIFY(!planImport(file, Kind::Transactions, hints)->columns[1].dates.wholePeriods);
    hints.wholePeriods = true;
    QVERIFY(planImport(file, Kind::Transactions, hints)->columns[1].dates.wholePeriods);
}

void TestTableCheck::soundColumnsHaveNoIssues()
{
    // Lognormal amounts spread over three orders of magnitude, as purchases are.
    QByteArray file = "customer_id,date,amount,order_id\n";
    QRandomGenerator random(7);
    for (int i = 0; i < 5000; ++i) {
        double sum = 0;
        for (int k = 0; k < 12; ++k)
            sum += random.generateDouble();
        file += "c" + QByteArray::number(i % 50) + ",2025-01-0" + QByteArray::number(i % 9 + 1) + ','
                + QByteArray::number(std::exp(4 + (sum - 6)), 'f', 2) + ",o" + QByteArray::number(i)
                + '\n';
    }
    ImportBench bench;
    const auto plan = planImport(bench.write(file), Kind::Transactions);
    VERIFY_OK(plan);
    const auto report = checkTable(*plan, {}, QDate(2025, 6, 30));
    VERIFY_OK(report);
    QVERIFY2(report->issues.isEmpty(),
             report->issues.isEmpty() ? "" : qPrintable(issueText(report->issues.first(), *plan, NumberFormat())));
}

void TestTableCheck::outliersAreNamedWithTheirLines()
{
    QByteArray file = "customer_id,date,amount\n";
    for (int i = 0; i < 100; ++i)
        file += "c,2025-01-01," + QByteArray::number(50 + i % 20) + ".5\n";
    file += "c,2025-01-01,9000000.5\n";
    ImportBench bench;
    const auto plan = planImport(bench.write(file), Kind::Transactions);
    VERIFY_OK(plan);
    const auto report = checkTable(*plan);
    VERIFY_OK(report);
    const ColumnIssue *issue = find(*report, ColumnIssue::Kind::Outliers);
    QVERIFY(issue);
    QCOMPARE(issue->rows, 1);
    QCOMPARE(issue->firstLine, 102);
    QCOMPARE(issue->examples, QStringList{u"9000000.5"_s});
}

void TestTableCheck::duplicateIdsAreCounted()
{
    ImportBench bench;
    const auto plan =
        planImport(bench.write("customer_id,name\n1,a\n2,b\n1,c\n1,d\n"), Kind::Customers);
    VERIFY_OK(plan);
    const auto report = checkTable(*plan);
    VERIFY_OK(report);
    const ColumnIssue *issue = find(*report, ColumnIssue::Kind::Duplicates);
    QVERIFY(issue);
    QCOMPARE(issue->rows, 2);
    QCOMPARE(issue->firstLine, 4);
    QVERIFY(!issue->rejectsRows);
}

void TestTableCheck::everyIssueAndRepairHasWords_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(ColumnIssue::Kind::Duplicates); ++kind)
        QTest::addRow("%d", kind) << kind;
}

void TestTableCheck::everyIssueAndRepairHasWords()
{
    QFETCH(const int, kind);
    ImportPlan plan;
    plan.columns.resize(1);
    plan.columns[0].heading = u"Net price"_s;
    ColumnIssue issue{ColumnIssue::Kind(kind), 0, 3, 17, {u"9,9"_s}, {}, true};
    const QString text = issueText(issue, plan, NumberFormat());
    QVERIFY2(text.contains(u"Net price"_s) && text.endsWith(u'.') && !text.contains(u'%'),
             qPrintable(text));
    for (int action = 0; action <= int(Repair::Action::Scale); ++action) {
        const ColumnRepair repair{0, Repair{Repair::Action(action), u"a"_s, u"b"_s, -2}, {}, {}};
        const QString words = repairText(repair, NumberFormat());
        QVERIFY(!words.isEmpty());
        QVERIFY2(!words.contains(u'%'), qPrintable(words));
    }
    for (const bool count : {false, true})
        QVERIFY(!repairText({0, {}, {}, {}, count}, NumberFormat()).isEmpty());
}

void TestTableCheck::numbersInSentencesHaveTheChosenDigits()
{
    const NumberFormat format(Language::Arabic, Digits::ArabicIndic);
    ImportPlan plan;
    plan.columns.resize(1);
    plan.columns[0].heading = u"Price"_s;
    const ColumnIssue issue{
        ColumnIssue::Kind::NotANumber, 0, 1234, 56789, {u"n/a"_s}, {}, true};
    const QString text = issueText(issue, plan, format);
    QVERIFY2(text.contains(u"١٬٢٣٤"_s) && text.contains(u"٥٦٬٧٨٩"_s), qPrintable(text));
    const QString repair =
        repairText({0, Repair{Repair::Action::Scale, {}, {}, -2}, {}, {}}, format);
    QVERIFY2(repair.contains(u"١٠٠"_s), qPrintable(repair));
    // The cells themselves stand as the file writes them.
    const QString outlier = issueText(
        {ColumnIssue::Kind::Outliers, 0, 1, 2, {u"9000000.5"_s}, {}, false}, plan, format);
    QVERIFY2(outlier.contains(u"9000000.5"_s), qPrintable(outlier));
    const QString cents = issueText(
        {ColumnIssue::Kind::MinorUnits, 0, 30, 2, {u"12500"_s}, {}, false}, plan, format);
    QVERIFY2(cents.contains(u"١٢٬٥٠٠"_s), qPrintable(cents));
}

void TestTableCheck::tenThousandBadRowsGiveOneIssue()
{
    QByteArray file = "customer_id,date,amount\n";
    for (int i = 0; i < 10000; ++i)
        file += "c,2025-01-01,bad" + QByteArray::number(i) + '\n';
    ImportBench bench;
    const auto plan = planImport(bench.write(file), Kind::Transactions);
    VERIFY_OK(plan);
    const auto report = checkTable(*plan);
    VERIFY_OK(report);
    QCOMPARE(report->issues.size(), 1);
    QCOMPARE(report->issues.first().rows, 10000);
    QCOMPARE(report->issues.first().examples.size(), 5);
}

void TestTableCheck::cancelledCheckStops()
{
    ImportBench bench;
    const auto plan = planImport(bench.write("customer_id,date\n1,2025-01-01\n"), Kind::Transactions);
    VERIFY_OK(plan);
    std::stop_source stop;
    stop.request_stop();
    const auto report = checkTable(*plan, Progress(stop.get_token()));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestTableCheck)
#include "tst_tablecheck.moc"
