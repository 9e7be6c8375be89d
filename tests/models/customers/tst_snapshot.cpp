#include "models/customers/snapshot.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyWorkspaceHasNoCustomers();
    void purchasesAreClusteredByCustomerInOrderOfTime();
    void gapsInRowIdsKeepCustomersApart();
};

void TestSnapshot::anEmptyWorkspaceHasNoCustomers()
{
    TestWorkspace workspace;
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->customers(), 0u);
    QCOMPARE(snapshot->buyers(), 0u);
    QCOMPARE(snapshot->purchases.first, std::vector<std::uint32_t>{0});
    QVERIFY(!snapshot->extent.isValid());
    QCOMPARE(snapshot->indexOf(CustomerId{1}), 0u);
}

void TestSnapshot::purchasesAreClusteredByCustomerInOrderOfTime()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer({.city = u"Riyadh"_s});
    const qint64 b = workspace.customer({.city = u"Jeddah"_s});
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
    QCOMPARE(purchases.categories.at(purchases.category[0]), u"tea"_s);
    QCOMPARE(purchases.categories.at(purchases.category[3]), u"coffee"_s);
    QCOMPARE(purchases.category[1], 0);
    QCOMPARE(snapshot->purchaseExtent, (DateRange{QDate(2025, 1, 1), QDate(2025, 3, 1)}));
    const auto *city = snapshot->codedColumn(u"city"_s);
    QVERIFY(city);
    QCOMPARE(city->values.at(city->code[1]), u"Jeddah"_s);
    QCOMPARE(city->code[2], 0);
    QVERIFY(!snapshot->codedColumn(u"country"_s));
}

void TestSnapshot::gapsInRowIdsKeepCustomersApart()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer({.id = 7});
    const qint64 b = workspace.customer({.id = 90000000000});
    workspace.purchase(b, QDate(2025, 1, 1), 2);
    workspace.purchase(a, QDate(2025, 1, 1), 1);
    const auto snapshot = workspace.snapshot();
    QCOMPARE(snapshot->purchases.amount, (std::vector<std::int64_t>{1, 2}));
    QCOMPARE(snapshot->indexOf(CustomerId{b}), 1u);
    QCOMPARE(snapshot->indexOf(CustomerId{8}), 2u);
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
