#include "models/customers/customerorder.h"
#include "tests/support/testworkspace.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace Customers;

class TestCustomerOrder : public QObject
{
    Q_OBJECT

private slots:
    void numbersComeInOrder_data();
    void numbersComeInOrder();
    void agreesWithAStableSort_data();
    void agreesWithAStableSort();
    void codedTextsComeInTheOrderOfTheLanguage();
    void textsOfTheFileComeInTheOrderOfTheLanguage();
};

namespace {
constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<CustomerIndex> inOrderOfFile(std::size_t customers)
{
    std::vector<CustomerIndex> order(customers);
    std::iota(order.begin(), order.end(), 0u);
    return order;
}
} // namespace

void TestCustomerOrder::numbersComeInOrder_data()
{
    using Keys = std::vector<double>;
    using Order = std::vector<CustomerIndex>;
    QTest::addColumn<Keys>("keys");
    QTest::addColumn<Order>("ascending");
    QTest::addColumn<Order>("descending");
    QTest::newRow("none") << Keys{} << Order{} << Order{};
    QTest::newRow("signs") << Keys{3, -2, 0, -5, 1} << Order{3, 1, 2, 4, 0} << Order{0, 4, 2, 1, 3};
    QTest::newRow("missing comes last")
        << Keys{missing, 2, missing, 1} << Order{3, 1, 0, 2} << Order{1, 3, 0, 2};
    QTest::newRow("equal keys stay") << Keys{1, 0, 1, 0} << Order{1, 3, 0, 2} << Order{0, 2, 1, 3};
    QTest::newRow("both zeros are equal")
        << Keys{0.0, -0.0, 0.0} << Order{0, 1, 2} << Order{0, 1, 2};
    QTest::newRow("infinities") << Keys{infinite, 0, -infinite, missing} << Order{2, 1, 0, 3}
                                << Order{0, 1, 2, 3};
    QTest::newRow("tiny and huge")
        << Keys{1e300, 1e-300, -1e300, 5e-324} << Order{2, 3, 1, 0} << Order{0, 1, 3, 2};
}

void TestCustomerOrder::numbersComeInOrder()
{
    QFETCH(std::vector<double>, keys);
    QTEST(orderedBy(inOrderOfFile(keys.size()), keys, Direction::Ascending), "ascending");
    QTEST(orderedBy(inOrderOfFile(keys.size()), keys, Direction::Descending), "descending");
}

void TestCustomerOrder::agreesWithAStableSort_data()
{
    QTest::addColumn<int>("distinct");
    QTest::newRow("many ties") << 20;
    QTest::newRow("few ties") << 1000000;
}

void TestCustomerOrder::agreesWithAStableSort()
{
    QFETCH(int, distinct);
    std::mt19937 random(3);
    std::vector<double> keys(50000);
    for (double &key : keys)
        key = random() % 50 == 0 ? missing
                                 : (double(random() % unsigned(distinct)) - distinct / 2.0) * 0.37;
    auto some = inOrderOfFile(keys.size());
    std::erase_if(some, [](CustomerIndex i) { return i % 3 == 0; });
    auto expected = some;
    std::ranges::stable_sort(expected, [&](CustomerIndex a, CustomerIndex b) {
        return !std::isnan(keys[a]) && (std::isnan(keys[b]) || keys[a] < keys[b]);
    });
    QCOMPARE(orderedBy(some, keys, Direction::Ascending), expected);
    std::ranges::stable_sort(some, [&](CustomerIndex a, CustomerIndex b) {
        return !std::isnan(keys[a]) && (std::isnan(keys[b]) || keys[a] > keys[b]);
    });
    QCOMPARE(orderedBy(some, keys, Direction::Descending), some);
}

void TestCustomerOrder::codedTextsComeInTheOrderOfTheLanguage()
{
    const CodedColumn column{
        u"city"_s, u"City"_s, {2, 1, 0, 3, 2}, {QString(), u"تبوك"_s, u"أبها"_s, u"جدة"_s}};
    const QCollator collator(QLocale(QLocale::Arabic));
    const auto keys = textKeys(column, collator);
    QCOMPARE(orderedBy(inOrderOfFile(5), keys, Direction::Ascending),
             (std::vector<CustomerIndex>{0, 4, 1, 3, 2}));
    QVERIFY(std::isnan(keys[2]));
}

void TestCustomerOrder::textsOfTheFileComeInTheOrderOfTheLanguage()
{
    TestWorkspace workspace;
    for (const QString &ref : {u"C10"_s, u"C9"_s, u"b1"_s, u"A2"_s})
        workspace.customer({.ref = ref});
    const auto snapshot = workspace.snapshot();
    auto database = workspace.workspace().connect(Database::Mode::ReadOnly);
    QVERIFY(database.ok());
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto references = customerTexts(*database, *snapshot, "ref", {});
    QVERIFY(references.ok());
    const auto keys = textKeys(*references, collator);
    QCOMPARE(orderedBy(inOrderOfFile(4), keys, Direction::Ascending),
             (std::vector<CustomerIndex>{3, 2, 1, 0}));
    const auto names = customerTexts(*database, *snapshot, "name", {});
    QVERIFY(names.ok());
    const auto none = textKeys(*names, collator);
    QVERIFY(std::ranges::all_of(none, [](double key) { return std::isnan(key); }));
}

QTEST_GUILESS_MAIN(TestCustomerOrder)
#include "tst_customerorder.moc"
