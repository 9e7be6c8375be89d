#include "models/health/factrowsmodel.h"
#include "models/health/findingsmodel.h"
#include "models/health/health.h"

#include "models/import/importjob.h"

#include "tests/support/testworkspace.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <stop_token>

using namespace Qt::StringLiterals;
using Health::Aspect;
using Health::Finding;

/// Data health on data whose faults are known.
class TestHealth final : public QObject
{
    Q_OBJECT

private slots:
    void cleanDataHasNoFindings();
    void completenessCountsEachField();
    void aFieldThatFellSilentIsToldWithItsDay();
    void impossibleValuesAreFoundAndMended_data();
    void impossibleValuesAreFoundAndMended();
    void agesOutsideAHumanLifeAreFound();
    void hugeAmountsAreFound();
    void spellingsBecomeOne();
    void repeatedRowsAreRemoved();
    void customersWithoutFactsAreShown();
    void purchasesBeforeAcquisitionAreFound();
    void gapsAreFoundWhereChanceCannotExplainThem();
    void sparseDataHasNoGaps();
    void oldAndLaggingDataIsSaid();
    void missingRowsCanBeShown();
    void everyFindingReadsInBothLanguages();
    void cancelledCheckSaysSo();
    void modelsAreSound();

private:
    static QDate day() { return QDate(2025, 6, 30); }

    static Result<Health::Report> check(TestWorkspace &workspace)
    {
        const Customers::SnapshotPtr snapshot = workspace.snapshot();
        return Health::checkHealth(workspace.workspace(), *snapshot, {day()});
    }
    static const Finding *find(const Result<Health::Report> &report, const QString &id)
    {
        if (!report)
            return nullptr;
        const auto found = std::ranges::find(report->findings, id, &Finding::id);
        return found == report->findings.end() ? nullptr : &*found;
    }
    static QStringList ids(const Result<Health::Report> &report)
    {
        QStringList all;
        for (const Finding &finding : report->findings)
            all.append(finding.id);
        return all;
    }
    /// Twenty customers with everything in order, who buy every day until today.
    static void fillClean(TestWorkspace &workspace)
    {
        for (int i = 0; i < 20; ++i) {
            TestWorkspace::Customer customer;
            customer.name = u"Customer %1"_s.arg(QChar(u'A' + i));
            customer.email = u"c%1@example.com"_s.arg(i);
            customer.acquiredOn = day().addDays(-60);
            const qint64 id = workspace.customer(customer);
            for (int back = 0; back < 60; ++back)
                workspace.purchase(id, day().addDays(-back), 1000 + 10 * i, u"Tools"_s);
        }
    }
    static std::vector<std::int64_t> rowsOf(TestWorkspace &workspace, const Finding &finding)
    {
        const Result<std::vector<std::int64_t>> rows = Health::findingRows(workspace.workspace(), finding, 1000);
        return rows ? *rows : std::vector<std::int64_t>{-1};
    }
};

void TestHealth::cleanDataHasNoFindings()
{
    TestWorkspace workspace;
    fillClean(workspace);
    const Result<Health::Report> report = check(workspace);
    QVERIFY(report.ok());
    QCOMPARE(ids(report), QStringList());
    QCOMPARE(report->completeness(), 1.0);
    QCOMPARE(report->tables.size(), 2);
    QCOMPARE(report->tables[1].rows, 1200);
    QCOMPARE(report->tables[1].last, day());
}

void TestHealth::completenessCountsEachField()
{
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.exec(u"UPDATE customer SET email = NULL WHERE id <= 12"_s);
    workspace.exec(u"UPDATE customer SET name = '' WHERE id = 3"_s); // an empty text is nothing either
    workspace.attribute(1, u"tier"_s, u"gold"_s);
    workspace.attribute(2, u"tier"_s, u"silver"_s);
    const Result<Health::Report> report = check(workspace);
    QVERIFY(report.ok());
    const auto field = [&](const QString &table, const QString &column) {
        return std::ranges::find_if(report->fields, [&](const Health::FieldQuality &each) {
            return each.table == table && each.column == column;
        });
    };
    QCOMPARE(field(u"customer"_s, u"email"_s)->filled, 8);
    QCOMPARE(field(u"customer"_s, u"name"_s)->filled, 19);
    QCOMPARE(field(u"customer"_s, u"phone"_s)->filled, 0);
    QCOMPARE(field(u"customer_attribute"_s, u"tier"_s)->filled, 2);
    QCOMPARE(field(u"customer_attribute"_s, u"tier"_s)->rows, 20);
    QVERIFY(find(report, u"missing:customer.email"_s));
    QCOMPARE(find(report, u"missing:customer.email"_s)->rows, 12);
    QCOMPARE(find(report, u"missing:customer.email"_s)->severity, Health::Severity::Warning);
    QCOMPARE(find(report, u"missing:customer.name"_s)->severity, Health::Severity::Note);
    QVERIFY(!find(report, u"missing:customer.phone"_s)); // a field nobody fills is not in use
    // 19 names, 8 addresses, 20 days of acquisition, 1,200 categories, 2 tiers of those in use.
    QCOMPARE(report->completeness(), (19. + 8 + 20 + 1200 + 2) / (20. * 4 + 1200));
    // A customer without any attribute has no row among the attributes, but is shown all the same.
    QCOMPARE(rowsOf(workspace, *find(report, u"missing:customer_attribute.tier"_s)).size(), std::size_t(18));
}

void TestHealth::aFieldThatFellSilentIsToldWithItsDay()
{
    TestWorkspace workspace;
    fillClean(workspace);
    Result<Health::Report> report = check(workspace);
    QVERIFY(report.ok());
    const auto category = [&] {
        return std::ranges::find_if(report->fields, [](const Health::FieldQuality &field) {
            return field.table == u"purchase" && field.column == u"category";
        });
    };
    const QDate last = report->tables[1].last;
    QCOMPARE(report->tables[1].table, u"purchase"_s);
    QCOMPARE(category()->newest, last);
    QVERIFY(!find(report, u"silent:purchase.category"_s));
    // From the 40th day before the end on no purchase has a category.
    const QDate silent = last.addDays(-40);
    workspace.exec(u"UPDATE purchase SET category = NULL WHERE time >= %1"_s.arg(epochSeconds(silent)));
    report = check(workspace);
    QVERIFY(report.ok());
    QVERIFY(category()->newest < silent && category()->newest.isValid());
    const Health::Finding *finding = find(report, u"silent:purchase.category"_s);
    QVERIFY(finding);
    QCOMPARE(finding->aspect, Aspect::Freshness);
    QCOMPARE(finding->period.from, category()->newest);
    QVERIFY(finding->rows >= 20);
    QCOMPARE(rowsOf(workspace, *finding).size(), std::size_t(finding->rows));
    QVERIFY2(Health::findingText(*finding, NumberFormat()).contains(NumberFormat().date(category()->newest)),
             qPrintable(Health::findingText(*finding, NumberFormat())));
}

void TestHealth::impossibleValuesAreFoundAndMended_data()
{
    QTest::addColumn<QString>("fault"); // SQL
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("rows");
    QTest::newRow("purchase in the future")
        << u"UPDATE purchase SET time = time + 86400 * 100 WHERE id IN (1, 2)"_s << u"future:purchase.time"_s << 2;
    QTest::newRow("purchase in 1970") << u"UPDATE purchase SET time = 0 WHERE id = 5"_s << u"ancient:purchase.time"_s << 1;
    QTest::newRow("amount of zero") << u"UPDATE purchase SET amount = 0 WHERE id IN (7, 8, 9)"_s << u"zero:purchase.amount"_s << 3;
    QTest::newRow("negative quantity") << u"UPDATE purchase SET quantity = -2 WHERE id = 7"_s << u"negative:purchase.quantity"_s << 1;
    QTest::newRow("margin above the amount") << u"UPDATE purchase SET margin = amount + 1 WHERE id = 7"_s << u"margin:purchase.margin"_s << 1;
    QTest::newRow("acquired in the future") << u"UPDATE customer SET acquired_on = 30000 WHERE id = 4"_s << u"future:customer.acquired_on"_s << 1;
    QTest::newRow("acquired in 1900") << u"UPDATE customer SET acquired_on = -25567 WHERE id = 4"_s << u"ancient:customer.acquired_on"_s << 1;
    QTest::newRow("negative cost") << u"UPDATE customer SET acquisition_cost = -5 WHERE id = 4"_s << u"negative:customer.acquisition_cost"_s << 1;
    QTest::newRow("no address") << u"UPDATE customer SET email = 'none' WHERE id IN (4, 5)"_s << u"address:customer.email"_s << 2;
    QTest::newRow("short phone") << u"UPDATE customer SET phone = '12-34' WHERE id = 4"_s << u"phone:customer.phone"_s << 1;
    QTest::newRow("capitals in an address") << u"UPDATE customer SET email = ' C4@Example.com' WHERE id = 5"_s << u"untidy:customer.email"_s << 1;
    QTest::newRow("spaces in a name") << u"UPDATE customer SET name = ' Two  Words ' WHERE id = 5"_s << u"untidy:customer.name"_s << 1;
    QTest::newRow("nobody's survey") << u"INSERT INTO survey(customer, time, instrument, score) VALUES(999, 1751241600, 1, 7)"_s
                                     << u"nobody:survey.customer"_s << 1;
    QTest::newRow("score of 12")
        << u"INSERT INTO term(id, field, text) VALUES(500, 'instrument', 'NPS'); "
           "INSERT INTO survey(customer, time, instrument, score) VALUES(1, 1751241600, 500, 12)"_s
        << u"score:survey.score"_s << 1;
    QTest::newRow("effort of 9") << u"INSERT INTO interaction(customer, time, effort) VALUES(1, 1751241600, 9)"_s
                                 << u"range:interaction.effort"_s << 1;
    QTest::newRow("ends before it begins")
        << u"INSERT INTO subscription(customer, started_on, ended_on) VALUES(1, 20000, 19999)"_s << u"order:subscription.ended_on"_s << 1;
    QTest::newRow("probability of 60")
        << u"INSERT INTO deal_change(deal_ref, customer, stage, changed_at, probability) VALUES('d', 1, 'won', 1751241600, 60)"_s
        << u"range:deal_change.probability"_s << 1;
}

void TestHealth::impossibleValuesAreFoundAndMended()
{
    QFETCH(QString, fault);
    QFETCH(QString, id);
    QFETCH(int, rows);
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.exec(fault);
    Result<Health::Report> report = check(workspace);
    QVERIFY(report.ok());
    const Finding *finding = find(report, id);
    QVERIFY2(finding, qPrintable(ids(report).join(u' ')));
    QCOMPARE(finding->rows, rows);
    QCOMPARE(rowsOf(workspace, *finding).size(), std::size_t(rows));
    QVERIFY(finding->repair != Health::Repair::None);

    const auto content = [&] {
        QStringList all;
        for (const char *table : {"customer", "purchase", "survey", "interaction", "subscription", "deal_change"}) {
            SQLite::Statement query(workspace.database().connection(), std::string("SELECT * FROM ") + table + " ORDER BY id");
            while (query.executeStep()) {
                for (int i = 0; i < query.getColumnCount(); ++i)
                    all.append(QString::fromUtf8(query.getColumn(i).getText()));
            }
        }
        workspace.commit();
        return all;
    };
    const QStringList before = content();
    const Finding repaired = *finding;
    const Result<Health::EditOutcome> mended = Health::repairFinding(workspace.workspace(), repaired);
    QVERIFY2(mended.ok(), mended ? "" : qPrintable(mended.error().message));
    QCOMPARE(mended->rowsChanged + mended->rowsRemoved, rows);
    report = check(workspace);
    QVERIFY(report.ok());
    QVERIFY(!find(report, id));
    QVERIFY(Import::undoImport(workspace.workspace(), mended->batch).ok());
    QCOMPARE(content(), before);
}

void TestHealth::agesOutsideAHumanLifeAreFound()
{
    TestWorkspace workspace;
    fillClean(workspace);
    const double ages[] = {34, -3, 51, 240, 0};
    for (int i = 0; i < 5; ++i) {
        workspace.attribute(i + 1, u"age"_s, ages[i]);
        workspace.attribute(i + 1, u"average_order"_s, 400.0 + ages[i]);
    }
    Result<Health::Report> report = check(workspace);
    QVERIFY(report.ok());
    const Finding *finding = find(report, u"age:customer_attribute.age"_s);
    QVERIFY2(finding, qPrintable(ids(report).join(u' ')));
    QCOMPARE(rowsOf(workspace, *finding), (std::vector<std::int64_t>{2, 4}));
    QVERIFY(Health::repairFinding(workspace.workspace(), *finding).ok());
    QCOMPARE(workspace.integer(u"SELECT count(age) FROM customer_attribute"_s), 3);
    QCOMPARE(workspace.integer(u"SELECT count(average_order) FROM customer_attribute"_s), 5);
}

void TestHealth::hugeAmountsAreFound()
{
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.exec(u"UPDATE purchase SET amount = amount * 100 WHERE id = 10"_s);
    workspace.exec(u"UPDATE purchase SET amount = amount * 40 WHERE id = 11"_s); // large, not impossible
    const Result<Health::Report> report = check(workspace);
    const Finding *finding = find(report, u"huge:purchase.amount"_s);
    QVERIFY(finding);
    QCOMPARE(rowsOf(workspace, *finding), std::vector<std::int64_t>{10});
}

void TestHealth::spellingsBecomeOne()
{
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.exec(u"UPDATE customer SET city = 'Riyadh'"_s);
    workspace.exec(u"UPDATE customer SET city = 'RIYADH' WHERE id IN (2, 3)"_s);
    workspace.exec(u"UPDATE customer SET city = 'riyadh ' WHERE id = 4"_s);
    workspace.exec(u"UPDATE customer SET city = 'Jeddah' WHERE id = 5"_s);
    const Result<Health::Report> report = check(workspace);
    const Finding *finding = find(report, u"spelling:customer.city"_s);
    QVERIFY(finding);
    QCOMPARE(rowsOf(workspace, *finding), (std::vector<std::int64_t>{2, 3, 4}));
    const Result<Health::EditOutcome> mended = Health::repairFinding(workspace.workspace(), *finding);
    QVERIFY(mended.ok());
    QCOMPARE(workspace.integer(u"SELECT count(*) FROM customer WHERE city = 'Riyadh'"_s), 19);
    workspace.commit();
    QVERIFY(Import::undoImport(workspace.workspace(), mended->batch).ok());
    QCOMPARE(workspace.integer(u"SELECT count(*) FROM customer WHERE city = 'RIYADH'"_s), 2);
}

void TestHealth::repeatedRowsAreRemoved()
{
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.exec(u"UPDATE purchase SET order_ref = 'O' || id"_s);
    workspace.exec(u"INSERT INTO purchase(customer, time, amount, currency, category, order_ref) SELECT customer, time, "
                   "amount, currency, category, order_ref FROM purchase WHERE id IN (3, 4)"_s);
    // An order of two items is no repetition, nor are two orders of one amount at one time.
    workspace.exec(u"INSERT INTO purchase(customer, time, amount, currency, category, product, order_ref) SELECT customer, "
                   "time, amount, currency, category, 77, order_ref FROM purchase WHERE id = 5"_s);
    workspace.exec(u"INSERT INTO purchase(customer, time, amount, currency, category, order_ref) SELECT customer, time, "
                   "amount, currency, category, 'other' FROM purchase WHERE id = 6"_s);
    const Result<Health::Report> report = check(workspace);
    const Finding *finding = find(report, u"repeated:purchase.order_ref"_s);
    QVERIFY2(finding, qPrintable(ids(report).join(u' ')));
    QCOMPARE(rowsOf(workspace, *finding), (std::vector<std::int64_t>{1201, 1202}));
    const Result<Health::EditOutcome> mended = Health::repairFinding(workspace.workspace(), *finding);
    QVERIFY(mended.ok());
    QCOMPARE(mended->rowsRemoved, 2);
    QCOMPARE(workspace.integer(u"SELECT count(*) FROM purchase"_s), 1202);
}

void TestHealth::customersWithoutFactsAreShown()
{
    TestWorkspace workspace;
    fillClean(workspace);
    const qint64 quiet = workspace.customer({.name = u"Nobody yet"_s});
    const qint64 surveyed = workspace.customer({.name = u"Only asked"_s});
    workspace.exec(u"INSERT INTO survey(customer, time, instrument, score) VALUES(%1, 1751241600, 1, 7)"_s.arg(surveyed));
    const Result<Health::Report> report = check(workspace);
    const Finding *finding = find(report, u"idle:customer.id"_s);
    QVERIFY(finding);
    QCOMPARE(finding->severity, Health::Severity::Note);
    QCOMPARE(rowsOf(workspace, *finding), std::vector<std::int64_t>{quiet});
}

void TestHealth::purchasesBeforeAcquisitionAreFound()
{
    TestWorkspace workspace;
    fillClean(workspace);
    const QDate first = day().addDays(-59);
    workspace.exec(u"UPDATE customer SET acquired_on = %1 WHERE id = 6"_s.arg(epochDay(epochSeconds(day()))));
    const Result<Health::Report> report = check(workspace);
    const Finding *finding = find(report, u"early:customer.acquired_on"_s);
    QVERIFY(finding);
    QCOMPARE(rowsOf(workspace, *finding), std::vector<std::int64_t>{6});
    const Result<Health::EditOutcome> mended = Health::repairFinding(workspace.workspace(), *finding);
    QVERIFY(mended.ok());
    QCOMPARE(dayOfEpoch(workspace.integer(u"SELECT acquired_on FROM customer WHERE id = 6"_s) * 86400), first);
}

void TestHealth::gapsAreFoundWhereChanceCannotExplainThem()
{
    TestWorkspace workspace;
    fillClean(workspace);
    const QDate from = day().addDays(-30);
    workspace.exec(u"DELETE FROM purchase WHERE time BETWEEN %1 AND %2"_s.arg(epochSeconds(from)).arg(epochSeconds(from.addDays(6))));
    // Two days without a row are a weekend.
    workspace.exec(u"DELETE FROM purchase WHERE time BETWEEN %1 AND %2"_s.arg(epochSeconds(day().addDays(-10))).arg(epochSeconds(day().addDays(-9))));
    const Result<Health::Report> report = check(workspace);
    QCOMPARE(report->count(Aspect::Gaps), 1);
    const auto gap = std::ranges::find(report->findings, Aspect::Gaps, &Finding::aspect);
    QCOMPARE(gap->period, (DateRange{from, from.addDays(6)}));
    QCOMPARE(gap->days, 7);
    QCOMPARE(rowsOf(workspace, *gap).size(), std::size_t(20 * 4)); // the two days before and after
}

void TestHealth::sparseDataHasNoGaps()
{
    // One purchase every ten days or so: silence of two weeks is nothing special.
    TestWorkspace workspace;
    const qint64 customer = workspace.customer({.name = u"Rare"_s});
    for (int i = 0; i < 60; ++i)
        workspace.purchase(customer, day().addDays(-10 * i - (i * 7) % 5), 1000);
    const Result<Health::Report> report = check(workspace);
    QVERIFY(report.ok());
    QCOMPARE(report->count(Aspect::Gaps), 0);
}

void TestHealth::oldAndLaggingDataIsSaid()
{
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.event(1, day().addDays(-40), u"visit"_s);
    Result<Health::Report> report = check(workspace);
    QVERIFY2(find(report, u"behind:event.time"_s), qPrintable(ids(report).join(u' ')));
    QCOMPARE(find(report, u"behind:event.time"_s)->days, 40);
    QCOMPARE(find(report, u"behind:event.time"_s)->rows, 1);

    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    report = Health::checkHealth(workspace.workspace(), *snapshot, {day().addDays(120)});
    QVERIFY(find(report, u"old:purchase.time"_s));
    QCOMPARE(find(report, u"old:purchase.time"_s)->days, 120);
    QCOMPARE(find(report, u"old:purchase.time"_s)->severity, Health::Severity::Warning);
}

void TestHealth::missingRowsCanBeShown()
{
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.exec(u"UPDATE purchase SET category = NULL WHERE id IN (3, 30, 300)"_s);
    const Result<Health::Report> report = check(workspace);
    const Finding *finding = find(report, u"missing:purchase.category"_s);
    QVERIFY(finding);
    QCOMPARE(rowsOf(workspace, *finding), (std::vector<std::int64_t>{3, 30, 300}));
    const Result<std::vector<std::int64_t>> two = Health::findingRows(workspace.workspace(), *finding, 2);
    QVERIFY(two.ok());
    QCOMPARE(two->size(), std::size_t(2));
}

void TestHealth::everyFindingReadsInBothLanguages()
{
    for (const char *check : {"missing", "future", "ancient", "zero", "negative", "margin", "range", "score", "order",
                              "address", "phone", "untidy", "nobody", "unknown", "age", "huge", "spelling", "repeated",
                              "idle", "early", "old", "behind", "gap"}) {
        Finding finding;
        finding.check = QString::fromLatin1(check);
        finding.table = u"customer"_s;
        finding.column = u"email"_s;
        finding.rows = 1234;
        finding.of = 5000;
        finding.days = 40;
        finding.period = {day(), day().addDays(40)};
        finding.repair = Health::Repair::ClearField;
        for (const Language language : {Language::English, Language::Arabic}) {
            const QString text = Health::findingText(finding, NumberFormat(language));
            QVERIFY2(!text.isEmpty(), check);
            QVERIFY2(!text.contains(u'%' + QString::number(1)) && !text.contains(u"%n"_s), qPrintable(text));
            QVERIFY(!Health::repairPromise(finding, NumberFormat(language)).isEmpty());
        }
    }
}

void TestHealth::cancelledCheckSaysSo()
{
    TestWorkspace workspace;
    fillClean(workspace);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    std::stop_source stop;
    stop.request_stop();
    const Result<Health::Report> report =
        Health::checkHealth(workspace.workspace(), *snapshot, {day()}, Progress(stop.get_token()));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, Error::Kind::Cancelled);
}

void TestHealth::modelsAreSound()
{
    TestWorkspace workspace;
    fillClean(workspace);
    workspace.exec(u"UPDATE purchase SET amount = 0 WHERE id IN (7, 8, 9)"_s);
    workspace.exec(u"UPDATE customer SET email = 'none' WHERE id IN (4, 5)"_s);
    const Result<Health::Report> report = check(workspace);
    QVERIFY(report.ok());

    Health::FindingsModel findings;
    QAbstractItemModelTester findingsTester(&findings, QAbstractItemModelTester::FailureReportingMode::QtTest);
    findings.setReport(*report);
    QCOMPARE(findings.rowCount(), 2);
    findings.sort(Health::FindingsModel::RowsColumn, Qt::DescendingOrder);
    QCOMPARE(findings.finding(0).rows, 3);
    findings.sort(Health::FindingsModel::RowsColumn, Qt::AscendingOrder);
    QCOMPARE(findings.finding(0).rows, 2);
    findings.setAspect(Aspect::Gaps);
    QCOMPARE(findings.rowCount(), 0);
    findings.setAspect({});
    QCOMPARE(findings.rowCount(), 2);

    Health::FieldsModel fields;
    QAbstractItemModelTester fieldsTester(&fields, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fields.setReport(*report);
    QCOMPARE(fields.rowCount(), int(report->fields.size()));
    fields.sort(Health::FieldsModel::FilledColumn, Qt::AscendingOrder);
    QVERIFY(fields.field(0).share() <= fields.field(fields.rowCount() - 1).share());
    for (int column = 0; column < Health::FieldsModel::ColumnCount; ++column) {
        fields.sort(column, Qt::DescendingOrder);
        QVERIFY(fields.index(0, column).data().isValid());
    }
    // The addresses have a finding of their own; no row lacks an amount, so that is no field here.
    int ofFields = 0;
    for (int row = 0; row < fields.rowCount(); ++row) {
        const int count = fields.index(row, Health::FieldsModel::FindingsColumn).data(Health::FieldsModel::SortRole).toInt();
        QCOMPARE(count, fields.field(row).column == u"email" ? 1 : 0);
        ofFields += count;
    }
    QCOMPARE(ofFields, 1);

    Health::FactRowsModel rows;
    QAbstractItemModelTester rowsTester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(rows.load(workspace.workspace(), u"purchase"_s, {7, 8, 9}, u"amount"_s).ok());
    QCOMPARE(rows.rowCount(), 3);
    const int amount = int(rows.columns().indexOf(u"amount"_s));
    QVERIFY(amount > 0);
    QVERIFY(rows.index(0, amount).data(Health::FactRowsModel::MarkedRole).toBool());
    QCOMPARE(rows.index(0, amount).data(Health::FactRowsModel::SortRole).toLongLong(), 0);
    QCOMPARE(rows.customerAt(0), CustomerId{1});
    QCOMPARE(rows.index(0, int(rows.columns().indexOf(u"category"_s))).data(Health::FactRowsModel::SortRole).toString(), u"Tools"_s);
    rows.clear();
    QCOMPARE(rows.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
