#include "models/equity/customerworth.h"
#include "models/numerics/random.h"
#include "tests/support/snapshotbuilder.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// Some of 0 … customers − 1, with any value and activity.
Equity::CustomerWorth randomWorth(Numerics::Random &random, int customers, double share)
{
    Equity::CustomerWorth worth;
    for (int customer = 0; customer < customers; ++customer) {
        if (random.uniform() > share)
            continue;
        worth.customer.push_back(Customers::CustomerIndex(customer));
        worth.minor.push_back(random.uniform() < 0.1 ? 0 : random.integer(0, 5'000'000));
        worth.pAlive.push_back(random.uniform());
    }
    return worth;
}

qint64 minor(double major) { return Currency().toMinor(major); }

} // namespace

class TestEquityBridge : public QObject
{
    Q_OBJECT

private slots:
    void addsUpToTheLastMinorUnit_data();
    void addsUpToTheLastMinorUnit();
    void sortsEveryCustomerIntoOnePart();
    void aCustomerWhoLeavesButGainsValueIsExpansion();
    void valuesAreRoundedToTheCurrencysMinorUnit_data();
    void valuesAreRoundedToTheCurrencysMinorUnit();
    void spendCountsCostsByTheirShareOfDays();
    void spendKnowsNewCustomersFromFirstPurchases();
    void spendWithoutCostsIsNotAvailable();
};

void TestEquityBridge::addsUpToTheLastMinorUnit_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("customers");
    for (quint64 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %d", int(seed)) << seed << int(seed * seed * 3);
    QTest::newRow("nobody") << quint64(1) << 0;
}

void TestEquityBridge::addsUpToTheLastMinorUnit()
{
    QFETCH(quint64, seed);
    QFETCH(int, customers);
    Numerics::Random random(seed);
    const Equity::CustomerWorth opening = randomWorth(random, customers, random.uniform());
    const Equity::CustomerWorth closing = randomWorth(random, customers, random.uniform());
    const Equity::EquityBridge bridge = Equity::bridgeBetween(opening, closing, Currency());
    QCOMPARE(minor(bridge.opening), opening.total());
    QCOMPARE(minor(bridge.closing), closing.total());
    QCOMPARE(minor(bridge.opening) + minor(bridge.acquired) + minor(bridge.expansion)
                 - minor(bridge.contraction) - minor(bridge.churned),
             minor(bridge.closing));
    for (const double part :
         {bridge.acquired, bridge.expansion, bridge.contraction, bridge.churned})
        QVERIFY(part >= 0);
}

void TestEquityBridge::sortsEveryCustomerIntoOnePart()
{
    Equity::CustomerWorth opening;
    opening.customer = {0, 1, 2, 3};
    opening.minor = {1000, 2000, 3000, 400};
    opening.pAlive = {0.9, 0.9, 0.9, 0.2};
    Equity::CustomerWorth closing;
    closing.customer = {0, 1, 2, 3, 4};
    closing.minor = {1500, 1200, 100, 100, 700};
    closing.pAlive = {0.9, 0.6, 0.3, 0.1, 1};
    const Equity::EquityBridge bridge = Equity::bridgeBetween(opening, closing, Currency());
    QCOMPARE(bridge.opening, 64.0);
    QCOMPARE(bridge.expansion, 5.0);    // customer 0
    QCOMPARE(bridge.contraction, 11.0); // customer 1, and 3, who had left before
    QCOMPARE(bridge.churned, 29.0);     // customer 2
    QCOMPARE(bridge.acquired, 7.0);     // customer 4
    QCOMPARE(bridge.closing, 36.0);
    QCOMPARE(bridge.expansionCustomers, 1);
    QCOMPARE(bridge.contractionCustomers, 2);
    QCOMPARE(bridge.churnedCustomers, 1);
    QCOMPARE(bridge.acquiredCustomers, 1);
}

void TestEquityBridge::aCustomerWhoLeavesButGainsValueIsExpansion()
{
    Equity::CustomerWorth opening;
    opening.customer = {0};
    opening.minor = {1000};
    opening.pAlive = {0.51};
    Equity::CustomerWorth closing = opening;
    closing.minor = {1100};
    closing.pAlive = {0.49};
    const Equity::EquityBridge bridge = Equity::bridgeBetween(opening, closing, Currency());
    QCOMPARE(bridge.expansion, 1.0);
    QCOMPARE(bridge.churnedCustomers, 0);
}

void TestEquityBridge::valuesAreRoundedToTheCurrencysMinorUnit_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("two decimals") << u"SAR"_s << qint64(1235);
    QTest::newRow("three decimals") << u"KWD"_s << qint64(12346);
    QTest::newRow("none") << u"JPY"_s << qint64(12);
}

void TestEquityBridge::valuesAreRoundedToTheCurrencysMinorUnit()
{
    QFETCH(QString, currency);
    QFETCH(qint64, expected);
    auto values = std::make_shared<Clv::CustomerValues>();
    values->customer = {7};
    values->clv = {12.3456};
    values->pAlive = {0.5};
    Clv::ClvResult clv;
    clv.until = QDate(2025, 6, 30);
    clv.values = values;
    const Equity::CustomerWorth worth = Equity::worthOf(clv, Currency{currency});
    QCOMPARE(worth.date, clv.until);
    QCOMPARE(worth.total(), expected);
}

void TestEquityBridge::spendCountsCostsByTheirShareOfDays()
{
    const auto snapshot = SnapshotBuilder(1)
                              .cost({QDate(2025, 6, 1), QDate(2025, 6, 30)}, true, 30'000)
                              .cost({QDate(2025, 1, 1), QDate(2025, 12, 31)}, false, 365'00)
                              .cost({QDate(2024, 6, 1), QDate(2024, 6, 30)}, true, 99'000)
                              .build();
    const Equity::SpendSummary spend =
        Equity::summariseSpend(*snapshot, {QDate(2025, 6, 16), QDate(2025, 6, 30)}, 10);
    QVERIFY(spend.hasCosts);
    QCOMPARE(spend.acquisition, 150.0); // half of the month
    QCOMPARE(spend.retention, 15.0);    // 15 of 365 days
    QVERIFY(std::isnan(spend.cac));     // nobody new
    QCOMPARE(spend.crc, 15.0 / 10 / (15 / 365.25));
}

void TestEquityBridge::spendKnowsNewCustomersFromFirstPurchases()
{
    const DateRange year{QDate(2024, 7, 1), QDate(2025, 6, 30)};
    const auto snapshot = SnapshotBuilder(5)
                              .purchase(0, QDate(2024, 6, 30), 100) // before
                              .purchase(0, QDate(2025, 1, 1), 100)
                              .purchase(1, QDate(2024, 7, 1), 100)  // new
                              .purchase(2, QDate(2025, 1, 1), -100) // a refund is no purchase
                              .purchase(2, QDate(2025, 6, 30), 100) // new
                              .purchase(3, QDate(2025, 7, 1), 100)  // after
                              .cost(year, true, 1'000'00)
                              .cost(year, false, 600'00)
                              .build();
    const Equity::SpendSummary spend = Equity::summariseSpend(*snapshot, year, 3);
    QCOMPARE(spend.newCustomers, 2);
    QCOMPARE(spend.cac, 500.0);
    QCOMPARE(spend.crc, 200.0); // twelve whole months are one year
}

void TestEquityBridge::spendWithoutCostsIsNotAvailable()
{
    const auto snapshot = SnapshotBuilder(1).purchase(0, QDate(2025, 1, 1), 100).build();
    const Equity::SpendSummary spend =
        Equity::summariseSpend(*snapshot, {QDate(2025, 1, 1), QDate(2025, 1, 31)}, 1);
    QVERIFY(!spend.hasCosts);
    QVERIFY(std::isnan(spend.cac));
    QVERIFY(std::isnan(spend.crc));
    QCOMPARE(spend.newCustomers, 1);
}

QTEST_GUILESS_MAIN(TestEquityBridge)
#include "tst_equitybridge.moc"
