#include "models/customers/purchasemetrics.h"
#include "models/customers/snapshot.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

#include <random>

using namespace Qt::StringLiterals;

class TestSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyWorkspaceHasNoCustomers();
    void purchasesAreClusteredByCustomerInOrderOfTime();
    void purchasesOfOneMomentKeepTheirOrderOfRow();
    void manyUnorderedRowsAreOrdered();
    void gapsInRowIdsKeepCustomersApart_data();
    void gapsInRowIdsKeepCustomersApart();
    void eventsAreClusteredWithTheirNames();
    void theExtentCoversPurchasesAndEvents();
    void manyRowsAreReadInPieces();
    void timesBefore1970Count();
    void timesTooFarApartAreRefused();
    void aRefundAloneMakesNoBuyer();
    void otherCurrenciesAreConvertedWithTheirImportsRates();
    void digitsOfCurrenciesAreAdjusted();
    void textColumnsAreCoded();
    void aTextColumnWithTooManyValuesIsLeftOut();
    void attributesBecomeColumns();
    void acquisitionDayAndCostAreRead();
    void costsAreRead();
    void subscriptionsAreRead();
    void everyChangeOfRowsChangesTheVersion_data();
    void everyChangeOfRowsChangesTheVersion();
    void aSnapshotStaysAsItWas();
    void memoryStaysWithinItsBudget();
    void progressRisesAndCancellationIsHeard();
    void metricsLeaveOutLaterPurchasesAndRefunds();
};

void TestSnapshot::anEmptyWorkspaceHasNoCustomers()
{
    TestWorkspace workspace;
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->customers(), 0u);
    QCOMPARE(snapshot->buyers(), 0u);
    QCOMPARE(snapshot->purchases.first, std::vector<std::uint32_t>{0});
    QCOMPARE(snapshot->events.first, std::vector<std::uint32_t>{0});
    QVERIFY(!snapshot->extent.isValid());
    QVERIFY(!snapshot->purchaseExtent.isValid());
    QCOMPARE(snapshot->indexOf(CustomerId{1}), 0u);
    QVERIFY(!snapshot->codedColumn(u"city"_s));
}

void TestSnapshot::purchasesAreClusteredByCustomerInOrderOfTime()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer();
    const qint64 b = workspace.customer();
    workspace.customer();
    workspace.purchase(b, QDate(2025, 3, 1), 300, u"coffee"_s);
    workspace.purchase(a, QDate(2025, 2, 1), 200);
    workspace.purchase(a, QDate(2025, 1, 1), 100, u"tea"_s);
    workspace.purchase(a, QDate(2025, 2, 1), -50);
    const auto snapshot = workspace.snapshot();
    const auto &purchases = snapshot->purchases;
    QCOMPARE(snapshot->customers(), 3u);
    QCOMPARE(snapshot->buyers(), 2u);
    QCOMPARE(purchases.first, (std::vector<std::uint32_t>{0, 3, 4, 4}));
    QCOMPARE(purchases.amount, (std::vector<std::int64_t>{100, 200, -50, 300}));
    QCOMPARE(purchases.row, (std::vector<std::uint32_t>{3, 2, 4, 1}));
    QCOMPARE(purchases.seconds(0), epochSeconds(QDate(2025, 1, 1)));
    QCOMPARE(purchases.seconds(3), epochSeconds(QDate(2025, 3, 1)));
    QCOMPARE(purchases.categories.at(purchases.category[0]), u"tea"_s);
    QCOMPARE(purchases.categories.at(purchases.category[3]), u"coffee"_s);
    QCOMPARE(purchases.category[1], 0);
    QCOMPARE(purchases.categories.first(), QString());
}

void TestSnapshot::purchasesOfOneMomentKeepTheirOrderOfRow()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, QDate(2025, 2, 1), 1);
    for (int i = 2; i < 6; ++i)
        workspace.purchase(customer, QDate(2025, 1, 1), i);
    QCOMPARE(workspace.snapshot()->purchases.amount, (std::vector<std::int64_t>{2, 3, 4, 5, 1}));
}

void TestSnapshot::manyUnorderedRowsAreOrdered()
{
    TestWorkspace workspace;
    std::mt19937 random(7);
    QList<qint64> customers;
    for (int i = 0; i < 20; ++i)
        customers.append(workspace.customer());
    struct Row
    {
        qint64 customer, seconds, amount;
    };
    std::vector<Row> expected;
    for (int i = 0; i < 3000; ++i) {
        const Row row{customers.at(int(random() % 20)), 1700000000 + qint64(random() % 1000) * 3600,
                      i};
        workspace.purchase(row.customer, row.seconds, row.amount);
        expected.push_back(row);
    }
    std::ranges::stable_sort(expected, [](const Row &a, const Row &b) {
        return std::tie(a.customer, a.seconds) < std::tie(b.customer, b.seconds);
    });
    const auto snapshot = workspace.snapshot();
    const auto &purchases = snapshot->purchases;
    QCOMPARE(purchases.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(purchases.amount[i], expected[i].amount);
        QCOMPARE(purchases.seconds(i), expected[i].seconds);
        QCOMPARE(qint64(purchases.row[i]), expected[i].amount + 1);
    }
}

void TestSnapshot::gapsInRowIdsKeepCustomersApart_data()
{
    QTest::addColumn<QList<qint64>>("ids");
    QTest::newRow("dense") << QList<qint64>{1, 2, 3};
    QTest::newRow("dense, not from one") << QList<qint64>{500, 501, 502};
    QTest::newRow("small gaps") << QList<qint64>{7, 9, 1000};
    QTest::newRow("huge gaps") << QList<qint64>{7, 90000000000, 90000000007};
}

void TestSnapshot::gapsInRowIdsKeepCustomersApart()
{
    QFETCH(QList<qint64>, ids);
    TestWorkspace workspace;
    for (const qint64 id : ids)
        workspace.customer({.id = id});
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        workspace.purchase(*id, QDate(2025, 1, 1), *id);
        workspace.event(*id, QDate(2025, 1, 1), u"signup"_s);
        workspace.attribute(*id, u"size"_s, double(*id));
    }
    const auto snapshot = workspace.snapshot();
    for (int i = 0; i < ids.size(); ++i) {
        const auto customer = Customers::CustomerIndex(i);
        QCOMPARE(snapshot->id(customer).value, ids.at(i));
        QCOMPARE(snapshot->indexOf(CustomerId{ids.at(i)}), customer);
        QCOMPARE(snapshot->purchases.first[std::size_t(i)], customer);
        QCOMPARE(snapshot->purchases.amount[std::size_t(i)], ids.at(i));
        QCOMPARE(snapshot->numbers.first().value[std::size_t(i)], double(ids.at(i)));
    }
    QCOMPARE(snapshot->indexOf(CustomerId{ids.first() + 1000000}), snapshot->customers());
    QCOMPARE(snapshot->indexOf(CustomerId{}), snapshot->customers());
}

void TestSnapshot::eventsAreClusteredWithTheirNames()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer();
    const qint64 b = workspace.customer();
    workspace.event(b, QDate(2025, 1, 2), u"signup"_s);
    workspace.event(a, QDate(2025, 1, 3), u"quote"_s);
    workspace.event(a, QDate(2025, 1, 1), u"signup"_s);
    const auto snapshot = workspace.snapshot();
    const auto &events = snapshot->events;
    QCOMPARE(events.first, (std::vector<std::uint32_t>{0, 2, 3}));
    QCOMPARE(events.row, (std::vector<std::uint32_t>{3, 2, 1}));
    QCOMPARE(events.names.at(events.name[0]), u"signup"_s);
    QCOMPARE(events.names.at(events.name[1]), u"quote"_s);
    QCOMPARE(events.names.at(events.name[2]), u"signup"_s);
    QCOMPARE(events.seconds(1), epochSeconds(QDate(2025, 1, 3)));
}

void TestSnapshot::theExtentCoversPurchasesAndEvents()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, epochSeconds(QDate(2024, 12, 31)) + 86399, u"signup"_s);
    workspace.purchase(customer, QDate(2025, 1, 5), 1);
    workspace.purchase(customer, epochSeconds(QDate(2025, 3, 1)) + 86399, 1);
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->extent, (DateRange{QDate(2024, 12, 31), QDate(2025, 3, 1)}));
    QCOMPARE(snapshot->purchaseExtent, (DateRange{QDate(2025, 1, 5), QDate(2025, 3, 1)}));
}

void TestSnapshot::manyRowsAreReadInPieces()
{
    TestWorkspace workspace;
    workspace.exec(
        u"INSERT INTO term(id, field, text) VALUES(901, 'currency', 'SAR'), "
        "(902, 'category', 'tea'), (903, 'event', 'visit')"_s);
    workspace.exec(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 900) "
        "INSERT INTO customer(ref, batch) SELECT 'c' || i, 1 FROM n"_s);
    // Ids with gaps, as imports that were taken back leave them, and times in no order.
    workspace.exec(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) "
        "INSERT INTO purchase(id, customer, time, amount, currency, category) "
        "SELECT CASE WHEN i > 40000 THEN i * 12 + 600000 ELSE i END, 1 + i * 7919 % 900, "
        "1700000000 + i * 104729 % 90000000, i % 5000, 901, CASE i % 2 WHEN 0 THEN 902 END FROM n"_s);
    workspace.exec(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 80000) "
        "INSERT INTO event(id, customer, time, event) "
        "SELECT i * 20, 1 + i * 6007 % 900, 1700000000 + i * 15485863 % 90000000, 903 FROM n"_s);
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->purchases.size(), 100000u);
    QCOMPARE(snapshot->events.size(), 80000u);
    QCOMPARE(snapshot->version, Customers::snapshotVersion(workspace.workspace()).value());

    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadOnly);
    SQLite::Statement purchase(database->connection(),
                               "SELECT customer, time, amount, category IS NOT NULL, id FROM purchase "
                               "ORDER BY customer, time, id");
    std::size_t wrong = 0;
    std::size_t at = 0;
    const Customers::PurchaseColumns &purchases = snapshot->purchases;
    for (; purchase.executeStep() && at < purchases.size(); ++at) {
        const auto customer = std::size_t(purchase.getColumn(0).getInt64() - 1);
        wrong += at < purchases.first[customer] || at >= purchases.first[customer + 1]
                 || purchases.seconds(at) != purchase.getColumn(1).getInt64()
                 || purchases.amount[at] != purchase.getColumn(2).getInt64()
                 || purchases.category[at] != purchase.getColumn(3).getInt()
                 || purchases.row[at] != purchase.getColumn(4).getInt64();
    }
    QCOMPARE(at, purchases.size());
    QCOMPARE(wrong, 0u);
    SQLite::Statement event(database->connection(),
                            "SELECT customer, time, id FROM event ORDER BY customer, time, id");
    const Customers::EventColumns &events = snapshot->events;
    for (at = 0; event.executeStep() && at < events.size(); ++at) {
        const auto customer = std::size_t(event.getColumn(0).getInt64() - 1);
        wrong += at < events.first[customer] || at >= events.first[customer + 1]
                 || events.seconds(at) != event.getColumn(1).getInt64()
                 || events.row[at] != event.getColumn(2).getInt64();
    }
    QCOMPARE(at, events.size());
    QCOMPARE(wrong, 0u);
}

void TestSnapshot::timesBefore1970Count()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, QDate(1960, 5, 1), 1);
    workspace.purchase(customer, QDate(2025, 5, 1), 2);
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->purchaseExtent, (DateRange{QDate(1960, 5, 1), QDate(2025, 5, 1)}));
}

void TestSnapshot::timesTooFarApartAreRefused()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, std::numeric_limits<qint64>::min(), 1);
    workspace.purchase(customer, std::numeric_limits<qint64>::max(), 2);
    workspace.commit();
    const auto snapshot = Customers::loadSnapshot(workspace.workspace());
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, Error::Kind::Data);
}

void TestSnapshot::aRefundAloneMakesNoBuyer()
{
    TestWorkspace workspace;
    workspace.purchase(workspace.customer(), QDate(2025, 1, 1), -100);
    workspace.purchase(workspace.customer(), QDate(2025, 1, 1), 0);
    workspace.customer();
    QCOMPARE(workspace.snapshot()->buyers(), 1u);
}

void TestSnapshot::otherCurrenciesAreConvertedWithTheirImportsRates()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.exec(
        u"INSERT INTO import_batch(id, kind, source, started, options) VALUES"
        "(1, 'transactions', 'a.csv', 0, '{\"rates\": {\"USD\": 3.75}}'),"
        "(2, 'transactions', 'b.csv', 0, '{\"rates\": {\"USD\": 4}}'), (3, 'transactions', 'c.csv', 0, '{}')"_s);
    workspace.exec(
        u"INSERT INTO batch_range VALUES(1, 'purchase', 1, 2, 2, 0), (2, 'purchase', 3, 4, 2, 0),"
        "(3, 'purchase', 5, 6, 2, 0)"_s);
    const QDate day(2025, 1, 1);
    workspace.purchase(customer, day, 1000, {}, u"USD"_s);
    workspace.purchase(customer, day, 1000, {}, u"SAR"_s);
    workspace.purchase(customer, day, -1001, {}, u"USD"_s);
    workspace.purchase(customer, day, 1000, {}, u"EUR"_s); // no rate
    workspace.purchase(customer, day, 1000, {}, u"SAR"_s);
    workspace.purchase(customer, day, 1000, {}, u"USD"_s); // this import has no rate
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->purchases.amount,
             (std::vector<std::int64_t>{3750, 1000, -4004, 1000, 1000, 1000}));
    QCOMPARE(snapshot->unconvertedCurrencies, (QStringList{u"EUR"_s, u"USD"_s}));
}

void TestSnapshot::digitsOfCurrenciesAreAdjusted()
{
    TestWorkspace workspace;
    WorkspaceSettings settings;
    settings.currency = {u"KWD"_s};
    workspace.settings(settings);
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, QDate(2025, 1, 1), 12, {}, u"JPY"_s);
    workspace.purchase(customer, QDate(2025, 1, 2), 1250, {}, u"SAR"_s);
    workspace.purchase(customer, QDate(2025, 1, 3), 1250, {}, u"KWD"_s);
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->currency.code, u"KWD"_s);
    QCOMPARE(snapshot->purchases.amount, (std::vector<std::int64_t>{12000, 12500, 1250}));
}

void TestSnapshot::textColumnsAreCoded()
{
    TestWorkspace workspace;
    workspace.customer({.country = u"SA"_s, .city = u"الرياض"_s});
    workspace.customer({.city = u"جدة"_s});
    workspace.customer({.city = u"الرياض"_s});
    const auto snapshot = workspace.snapshot();
    const auto *city = snapshot->codedColumn(u"city"_s);
    QVERIFY(city);
    QCOMPARE(city->values, (QStringList{QString(), u"الرياض"_s, u"جدة"_s}));
    QCOMPARE(city->code, (std::vector<std::uint16_t>{1, 2, 1}));
    QCOMPARE(snapshot->codedColumn(u"country"_s)->code, (std::vector<std::uint16_t>{1, 0, 0}));
    QVERIFY(!snapshot->codedColumn(u"company"_s)); // nobody has one
}

void TestSnapshot::aTextColumnWithTooManyValuesIsLeftOut()
{
    const auto columnOf = [](int values) {
        TestWorkspace workspace;
        workspace.exec(
            u"INSERT INTO customer(ref, company, batch) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
            u"SELECT i + 1 "
            "FROM n WHERE i < %1) SELECT 'C' || i, 'Company ' || i, 1 FROM n"_s.arg(values));
        const auto snapshot = workspace.snapshot();
        const auto *column = snapshot->codedColumn(u"company"_s);
        return column ? column->values.at(column->code.back()) : u"left out"_s;
    };
    QCOMPARE(columnOf(65535), u"Company 65535"_s);
    QCOMPARE(columnOf(65536), u"left out"_s);
}

void TestSnapshot::attributesBecomeColumns()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer();
    const qint64 b = workspace.customer();
    workspace.customer();
    workspace.attribute(b, u"sector"_s, u"retail"_s);
    workspace.attribute(a, u"sector"_s, u"cafés"_s);
    workspace.attribute(a, u"employees"_s, 12.5);
    const auto snapshot = workspace.snapshot();
    const auto *sector = snapshot->codedColumn(u"sector"_s);
    QVERIFY(sector);
    QCOMPARE(sector->title, u"sector"_s);
    QCOMPARE(sector->values.at(sector->code[0]), u"cafés"_s);
    QCOMPARE(sector->values.at(sector->code[1]), u"retail"_s);
    QCOMPARE(sector->code[2], 0);
    QCOMPARE(snapshot->numbers.size(), 1);
    const auto &employees = snapshot->numbers.first();
    QCOMPARE(employees.field, u"employees"_s);
    QCOMPARE(employees.value[0], 12.5);
    QVERIFY(std::isnan(employees.value[1]) && std::isnan(employees.value[2]));
}

void TestSnapshot::acquisitionDayAndCostAreRead()
{
    TestWorkspace workspace;
    workspace.customer({.acquiredOn = QDate(2024, 2, 29), .acquisitionCost = 12345});
    workspace.customer();
    const auto snapshot = workspace.snapshot();
    QCOMPARE(dayOfEpoch(qint64(snapshot->acquiredDay[0]) * 86400), QDate(2024, 2, 29));
    QCOMPARE(snapshot->acquisitionCost[0], 12345);
    QCOMPARE(snapshot->acquiredDay[1], std::numeric_limits<std::int32_t>::min());
    QCOMPARE(snapshot->acquisitionCost[1], std::numeric_limits<std::int64_t>::min());
}

void TestSnapshot::costsAreRead()
{
    TestWorkspace workspace;
    workspace.cost({QDate(2025, 2, 1), QDate(2025, 2, 28)}, false, 500);
    workspace.cost({QDate(2025, 1, 1), QDate(2025, 1, 31)}, true, 1000, u"attract"_s, u"web"_s,
                   2.5);
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->costs.size(), 2);
    const auto &first = snapshot->costs.first();
    QCOMPARE(first.period, (DateRange{QDate(2025, 1, 1), QDate(2025, 1, 31)}));
    QVERIFY(first.isAcquisition);
    QCOMPARE(first.amount, 1000);
    QCOMPARE(first.stage, u"attract"_s);
    QCOMPARE(first.channel, u"web"_s);
    QCOMPARE(first.hours, 2.5);
    QVERIFY(!snapshot->costs.last().isAcquisition);
    QCOMPARE(snapshot->costs.last().channel, QString());
}

void TestSnapshot::subscriptionsAreRead()
{
    TestWorkspace workspace;
    const qint64 first = workspace.customer();
    const qint64 second = workspace.customer();
    workspace.exec(u"INSERT INTO subscription(customer, started_on, ended_on, price) "
                   "VALUES(%2, 100, NULL, 4900), (%1, 300, 400, NULL), (%1, 10, 40, 1000)"_s
                       .arg(first)
                       .arg(second));
    const auto snapshot = workspace.snapshot();
    const Customers::SubscriptionColumns &columns = snapshot->subscriptions;
    QCOMPARE(columns.customer, (std::vector<Customers::CustomerIndex>{0, 0, 1}));
    QCOMPARE(columns.startedDay, (std::vector<std::int32_t>{10, 300, 100}));
    QCOMPARE(columns.endedDay, (std::vector<std::int32_t>{40, 400, INT32_MIN}));
    QCOMPARE(columns.price, (std::vector<std::int64_t>{1000, INT64_MIN, 4900}));
}

void TestSnapshot::everyChangeOfRowsChangesTheVersion_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("customer") << u"INSERT INTO customer(ref, batch) VALUES('new', 1)"_s;
    QTest::newRow("purchase")
        << u"INSERT INTO purchase(customer, time, amount, currency) VALUES(1, 0, 1, 1)"_s;
    QTest::newRow("purchase gone") << u"DELETE FROM purchase WHERE id = 1"_s;
    QTest::newRow("event") << u"INSERT INTO event(customer, time, event) VALUES(1, 0, 1)"_s;
    QTest::newRow("import")
        << u"INSERT INTO import_batch(kind, source, started, options) VALUES('customers', 'x', 0, '{}')"_s;
    QTest::newRow("undo") << u"UPDATE import_batch SET undone = 1 WHERE id = 1"_s;
    QTest::newRow("cost") << u"UPDATE cost SET amount = 6"_s;
    QTest::newRow("subscription")
        << u"INSERT INTO subscription(customer, started_on) VALUES(1, 5)"_s;
    QTest::newRow("subscription's end") << u"UPDATE subscription SET ended_on = 70"_s;
    QTest::newRow("currency")
        << uR"(INSERT INTO setting VALUES('workspace', '{"currency":"USD"}'))"_s;
}

void TestSnapshot::everyChangeOfRowsChangesTheVersion()
{
    QFETCH(QString, sql);
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, QDate(2025, 1, 1), 1);
    workspace.cost({QDate(2025, 1, 1), QDate(2025, 1, 31)}, true, 5);
    workspace.exec(u"INSERT INTO subscription(customer, started_on) VALUES(1, 3)"_s);
    workspace.exec(
        u"INSERT INTO import_batch(id, kind, source, started, options) VALUES(1, 'customers', 'x', 0, '{}')"_s);
    const auto before = workspace.snapshot();
    QCOMPARE(workspace.snapshot()->version, before->version);
    QCOMPARE(*Customers::snapshotVersion(workspace.workspace()), before->version);
    workspace.exec(sql);
    workspace.commit();
    QVERIFY(*Customers::snapshotVersion(workspace.workspace()) != before->version);
}

void TestSnapshot::aSnapshotStaysAsItWas()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, QDate(2025, 1, 1), 1);
    const auto before = workspace.snapshot();
    workspace.purchase(customer, QDate(2025, 1, 2), 2);
    const auto after = workspace.snapshot();
    QCOMPARE(before->purchases.size(), std::size_t(1));
    QCOMPARE(after->purchases.size(), std::size_t(2));
}

void TestSnapshot::memoryStaysWithinItsBudget()
{
    TestWorkspace workspace;
    const int customers = 20000, purchases = 200000, events = 100000;
    workspace.exec(
        u"INSERT INTO customer(ref, city, country, channel, batch) WITH RECURSIVE n(i) AS (SELECT "
        u"1 UNION ALL "
        "SELECT i + 1 FROM n WHERE i < %1) SELECT 'C' || i, 'City ' || (i % 50), 'SA', 'web', 1 FROM n"_s
            .arg(customers));
    workspace.exec(
        u"INSERT INTO purchase(customer, time, amount, currency) WITH RECURSIVE n(i) AS (SELECT 0 "
        u"UNION ALL "
        "SELECT i + 1 FROM n WHERE i < %1 - 1) SELECT 1 + i * 7919 % %2, 1600000000 + i, i, 1 FROM n"_s
            .arg(purchases)
            .arg(customers));
    workspace.exec(
        u"INSERT INTO event(customer, time, event) WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL "
        "SELECT i + 1 FROM n WHERE i < %1 - 1) SELECT 1 + i * 7919 % %2, 1600000000 + i, 1 FROM n"_s
            .arg(events)
            .arg(customers));
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->purchases.size(), std::size_t(purchases));
    const std::size_t budget = 20u * purchases + 12u * events + 250u * customers;
    QVERIFY2(snapshot->memoryBytes() <= budget,
             qPrintable(QString::number(snapshot->memoryBytes())));
    // And the sum is right: nothing got lost on the way.
    QCOMPARE(std::accumulate(snapshot->purchases.amount.begin(), snapshot->purchases.amount.end(),
                             std::int64_t(0)),
             std::int64_t(purchases) * (purchases - 1) / 2);
}

void TestSnapshot::progressRisesAndCancellationIsHeard()
{
    TestWorkspace workspace;
    workspace.customer();
    workspace.exec(u"INSERT INTO purchase(customer, time, amount, currency) WITH RECURSIVE n(i) AS "
                   u"(SELECT 0 UNION ALL "
                   "SELECT i + 1 FROM n WHERE i < 600000) SELECT 1, i, i, 1 FROM n"_s);
    workspace.commit();
    std::stop_source stop;
    QList<double> fractions;
    const Progress progress(stop.get_token(), [&](const ProgressReport &report) {
        fractions.append(report.fraction);
        if (report.rows > 0)
            stop.request_stop();
    });
    const auto cancelled = Customers::loadSnapshot(workspace.workspace(), progress);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
    QVERIFY(!fractions.isEmpty());
    QVERIFY(std::ranges::is_sorted(fractions));
}

void TestSnapshot::metricsLeaveOutLaterPurchasesAndRefunds()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer();
    workspace.customer();
    workspace.purchase(a, QDate(2025, 1, 10), 1000);
    workspace.purchase(a, QDate(2025, 2, 10), 3000);
    workspace.purchase(a, QDate(2025, 2, 20), -500);
    workspace.purchase(a, epochSeconds(QDate(2025, 3, 10)) + 86399, 9000);
    const auto snapshot = workspace.snapshot();
    const auto all = Customers::purchaseMetrics(*snapshot);
    QCOMPARE(all.purchases[0], 3u);
    QCOMPARE(all.revenue[0], 12500);
    QCOMPARE(all.lastDate(0), QDate(2025, 3, 10));
    QCOMPARE(Customers::purchaseMetrics(*snapshot, QDate(2025, 3, 10)).purchases[0], 3u);
    const auto earlier = Customers::purchaseMetrics(*snapshot, QDate(2025, 3, 9));
    QCOMPARE(earlier.purchases[0], 2u);
    QCOMPARE(earlier.revenue[0], 3500);
    QCOMPARE(earlier.meanOrder(0), 1750.0);
    QCOMPARE(earlier.firstDate(0), QDate(2025, 1, 10));
    QCOMPARE(earlier.lastDate(0), QDate(2025, 2, 10)); // the refund is later but no purchase
    QCOMPARE(earlier.purchases[1], 0u);
    QVERIFY(std::isnan(earlier.meanOrder(1)));
    QVERIFY(!earlier.firstDate(1).isValid());
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
