#include "models/lifecycle/cohorts.h"
#include "models/lifecycle/survival.h"
#include "models/lifecycle/timeinstage.h"
#include "models/lifecycle/turningpoint.h"
#include "tests/support/testworkspace.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Lifecycle;

/// Survival, time in stage, turning point and cohorts.
class TestLifecycleReadings : public QObject
{
    Q_OBJECT

private slots:
    void survivalFollowsThePublishedCurve();
    void survivalBandFollowsThePublishedOne();
    void survivalHandlesCensoring_data();
    void survivalHandlesCensoring();
    void staysEndWithTheNextStageAndTheLastIsOpen();
    void turnsWithTheChosenRule_data();
    void turnsWithTheChosenRule();
    void turningSummaryAddsUp();
    void customersWithoutAKnownCostAreNotJudgedByPayback();
    void cohortsCountCustomersOrdersAndRevenue();
    void averagesWeighFinishedCohortsByTheirCustomers();
    void velocityIsThePipelineFormula();
    void unfinishedPeriodsAreMarked_data();
    void unfinishedPeriodsAreMarked();
    void cohortRevenueAddsUpToTheRevenueOfNewCustomers();
};

void TestLifecycleReadings::survivalFollowsThePublishedCurve()
{
    // Weeks in remission under 6-MP (Freireich and others 1963), as in Kalbfleisch and Prentice.
    std::vector<Stay> stays;
    for (const double ended : {6., 6., 6., 7., 10., 13., 16., 22., 23.})
        stays.push_back({ended, true});
    for (const double censored : {6., 9., 10., 11., 17., 19., 20., 25., 32., 32., 34., 35.})
        stays.push_back({censored, false});
    const QList<std::pair<double, double>> expected{
        {6, 0.857}, {7, 0.807}, {10, 0.753}, {13, 0.690}, {16, 0.627}, {22, 0.538}, {23, 0.448}};
    const QList<std::pair<double, double>> curve = survivalCurve(stays);
    QCOMPARE(curve.size(), expected.size());
    for (qsizetype i = 0; i < curve.size(); ++i) {
        QCOMPARE(curve[i].first, expected[i].first);
        QVERIFY2(std::abs(curve[i].second - expected[i].second) < 0.0005,
                 qPrintable(QString::number(curve[i].second)));
    }
    QCOMPARE(survivalMedian(stays), 23.0);
}

void TestLifecycleReadings::survivalBandFollowsThePublishedOne()
{
    // The same remissions; 95 % limits on the log(−log) scale as statistics packages print them.
    std::vector<Stay> stays;
    for (const double ended : {6., 6., 6., 7., 10., 13., 16., 22., 23.})
        stays.push_back({ended, true});
    for (const double censored : {6., 9., 10., 11., 17., 19., 20., 25., 32., 32., 34., 35.})
        stays.push_back({censored, false});
    const QList<std::pair<double, double>> expected{{0.620, 0.952}, {0.563, 0.923}, {0.503, 0.889},
                                                    {0.432, 0.849}, {0.368, 0.805}, {0.268, 0.747},
                                                    {0.188, 0.680}};
    const QList<SurvivalPoint> band = survivalBand(stays, 0.95);
    QCOMPARE(band.size(), expected.size());
    for (qsizetype i = 0; i < band.size(); ++i) {
        QVERIFY2(std::abs(band[i].low - expected[i].first) < 0.001, qPrintable(QString::number(band[i].low)));
        QVERIFY2(std::abs(band[i].high - expected[i].second) < 0.001,
                 qPrintable(QString::number(band[i].high)));
    }
    QCOMPARE(survivalQuantile(band, 0.75), 13.0);
    QVERIFY(std::isnan(survivalQuantile(band, 0.25)));
}

void TestLifecycleReadings::survivalHandlesCensoring_data()
{
    QTest::addColumn<QList<double>>("ended");
    QTest::addColumn<QList<double>>("censored");
    QTest::addColumn<double>("median");
    QTest::newRow("nobody") << QList<double>{} << QList<double>{} << notAvailable;
    QTest::newRow("all left: the lower middle")
        << QList<double>{1, 2, 3, 4} << QList<double>{} << 2.0;
    QTest::newRow("nobody left") << QList<double>{} << QList<double>{5, 6} << notAvailable;
    QTest::newRow("censored at the moment somebody leaves")
        << QList<double>{2} << QList<double>{2} << 2.0;
    QTest::newRow("fewer than half left") << QList<double>{1} << QList<double>{9, 9} << notAvailable;
    QTest::newRow("early censoring shortens the queue")
        << QList<double>{3, 4} << QList<double>{1, 2} << 3.0;
}

void TestLifecycleReadings::survivalHandlesCensoring()
{
    QFETCH(QList<double>, ended);
    QFETCH(QList<double>, censored);
    QFETCH(double, median);
    std::vector<Stay> stays;
    for (const double days : ended)
        stays.push_back({days, true});
    for (const double days : censored)
        stays.push_back({days, false});
    const double found = survivalMedian(stays);
    QVERIFY2(found == median || (std::isnan(found) && std::isnan(median)),
             qPrintable(QString::number(found)));
}

void TestLifecycleReadings::staysEndWithTheNextStageAndTheLastIsOpen()
{
    TestWorkspace workspace;
    const auto visit = [&](int form, int buy) {
        const qint64 customer = workspace.customer();
        workspace.event(customer, QDate(2025, 1, 1), u"ad_click"_s);
        if (form > 0)
            workspace.event(customer, QDate(2025, 1, 1).addDays(form), u"form_submitted"_s);
        if (buy > 0)
            workspace.purchase(customer, QDate(2025, 1, 1).addDays(buy), 100);
    };
    visit(2, 6);
    visit(4, 0);
    visit(0, 0);
    const StageHistory history = deriveHistory(*workspace.snapshot(), businessTemplate());
    const QList<StageStay> stays = timeInStage(history, businessTemplate(), QDate(2025, 1, 31));
    QCOMPARE(stays.size(), 5);
    QCOMPARE(stays[0].entered, 3);
    QCOMPARE(stays[0].open, 1);
    QCOMPARE(stays[0].medianDays, 4.0); // 2, 4 and a third who is still there
    QCOMPARE(stays[0].oldest.size(), 1U);
    QCOMPARE(stays[0].oldest[0].customer, 2U);
    QVERIFY(qAbs(stays[0].oldest[0].days - 31) < 0.001); // entered with the first moment of the month
    QCOMPARE(stays[1].entered, 2);
    QCOMPARE(stays[1].medianDays, 4.0); // 4 days; the other is open
    QCOMPARE(stays[1].band.size(), 1);
    QCOMPARE(stays[3].entered, 1);
    QCOMPARE(stays[3].open, 1);
    QVERIFY(std::isnan(stays[3].medianDays));
    // An earlier end hides what came later.
    QCOMPARE(timeInStage(history, businessTemplate(), QDate(2025, 1, 3))[0].open, 2);
}

void TestLifecycleReadings::turnsWithTheChosenRule_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<double>("margin");
    QTest::addColumn<QDate>("expected"); // invalid: never
    QTest::newRow("first purchase") << int(TurningRule::FirstPurchase) << 1.0 << QDate(2025, 1, 5);
    QTest::newRow("second purchase day")
        << int(TurningRule::SecondPurchase) << 1.0 << QDate(2025, 1, 9);
    QTest::newRow("payback at full margin")
        << int(TurningRule::Payback) << 1.0 << QDate(2025, 1, 9);
    QTest::newRow("payback at half margin")
        << int(TurningRule::Payback) << 0.5 << QDate(2025, 1, 20);
    QTest::newRow("payback never") << int(TurningRule::Payback) << 0.1 << QDate();
}

void TestLifecycleReadings::turnsWithTheChosenRule()
{
    QFETCH(int, rule);
    QFETCH(double, margin);
    QFETCH(QDate, expected);
    TestWorkspace workspace;
    const qint64 customer = workspace.customer({.acquisitionCost = 10000});
    workspace.purchase(customer, epochSeconds(QDate(2025, 1, 5)), 6000);
    workspace.purchase(customer, epochSeconds(QDate(2025, 1, 5)) + 60, 1000); // the same day
    workspace.purchase(customer, QDate(2025, 1, 7), -500);
    workspace.purchase(customer, QDate(2025, 1, 9), 4000);
    workspace.purchase(customer, QDate(2025, 1, 20), 9500);
    const std::vector<std::int64_t> times =
        turningTimes(*workspace.snapshot(), TurningRule(rule), margin);
    QCOMPARE(times.size(), 1u);
    if (expected.isValid())
        QCOMPARE(dayOfEpoch(times[0]), expected);
    else
        QCOMPARE(times[0], never);
}

void TestLifecycleReadings::turningSummaryAddsUp()
{
    TestWorkspace workspace;
    const auto customer = [&](const QString &city, QDate acquired, QList<QDate> days) {
        const qint64 id = workspace.customer({.city = city, .acquiredOn = acquired});
        for (const QDate &day : days)
            workspace.purchase(id, day, 1000);
    };
    customer(u"Jeddah"_s, QDate(2025, 1, 1),
             {QDate(2025, 1, 3), QDate(2025, 1, 11), QDate(2025, 2, 1)});
    customer(u"Jeddah"_s, QDate(2025, 1, 1), {QDate(2025, 1, 3)});
    customer(u"Riyadh"_s, QDate(2025, 4, 1), {QDate(2025, 4, 2), QDate(2025, 4, 5)});
    customer(u"Riyadh"_s, QDate(2024, 1, 1),
             {QDate(2024, 1, 2), QDate(2024, 1, 3)}); // began before the period
    TurningQuery query;
    query.period = {QDate(2025, 1, 1), QDate(2025, 6, 30)};
    query.segmentField = u"city"_s;
    const Result<TurningView> view = computeTurning(*workspace.snapshot(), query);
    QVERIFY2(view.ok(), view ? "" : qPrintable(view.error().message));
    QCOMPARE(view->all.customers, 3);
    QCOMPARE(view->all.turned, 2);
    QCOMPARE(view->all.share, 2.0 / 3.0);
    QCOMPARE(view->all.medianDays, 10.0); // 4, 10, and one who has not turned
    QCOMPARE(view->all.revenueBefore, 3000);
    QCOMPARE(view->all.revenueAfter, 3000);
    QCOMPARE(view->segments.size(), 2);
    QCOMPARE(view->segments[0].label, u"Jeddah"_s);
    QCOMPARE(view->segments[0].turned, 1);
    QCOMPARE(view->cohorts.size(), 2);
    QCOMPARE(view->cohorts[1].label, u"2025-04-01"_s);
    QCOMPARE(view->cohorts[0].customers + view->cohorts[1].customers, view->all.customers);
    query.segmentField = u"planet"_s;
    QVERIFY(!computeTurning(*workspace.snapshot(), query));
    query.segmentField.clear();
    query.margin = 0;
    QVERIFY(!computeTurning(*workspace.snapshot(), query));
}

void TestLifecycleReadings::customersWithoutAKnownCostAreNotJudgedByPayback()
{
    TestWorkspace workspace;
    workspace.purchase(workspace.customer({.acquisitionCost = 500}), QDate(2025, 1, 2), 1000);
    workspace.purchase(workspace.customer(), QDate(2025, 1, 2), 1000);
    TurningQuery query;
    query.rule = TurningRule::Payback;
    query.period = {QDate(2025, 1, 1), QDate(2025, 1, 31)};
    QCOMPARE(computeTurning(*workspace.snapshot(), query)->all.customers, 1);
    query.rule = TurningRule::FirstPurchase;
    QCOMPARE(computeTurning(*workspace.snapshot(), query)->all.customers, 2);
}

void TestLifecycleReadings::cohortsCountCustomersOrdersAndRevenue()
{
    TestWorkspace workspace;
    const qint64 january = workspace.customer({.acquisitionCost = 1500});
    workspace.purchase(january, epochSeconds(QDate(2025, 1, 5)), 1000);
    workspace.purchase(january, epochSeconds(QDate(2025, 1, 5)) + 60, 200); // one order day
    workspace.purchase(january, QDate(2025, 1, 20), 300);
    workspace.purchase(january, QDate(2025, 3, 1), 400);
    workspace.purchase(january, QDate(2025, 3, 2), -100);
    workspace.purchase(january, QDate(2025, 4, 1), 9999); // after the last day
    const qint64 second = workspace.customer();
    workspace.purchase(second, QDate(2025, 1, 31), 500);
    workspace.purchase(second, QDate(2025, 2, 28), 600);
    const qint64 march = workspace.customer();
    workspace.purchase(march, QDate(2025, 3, 31), 700);
    const qint64 older = workspace.customer();
    workspace.purchase(older, QDate(2024, 12, 31), 800);
    workspace.purchase(older, QDate(2025, 1, 15), 800);
    const qint64 refunded = workspace.customer();
    workspace.purchase(refunded, QDate(2025, 1, 2), -50);

    CohortQuery query;
    query.periods = 3;
    query.until = QDate(2025, 3, 31);
    const Result<CohortMatrix> matrix = computeCohorts(*workspace.snapshot(), query);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->cohorts.size(), 3);
    const Cohort &first = matrix->cohorts[0];
    QCOMPARE(first.start, QDate(2025, 1, 1));
    QCOMPARE(first.customers, 2);
    QCOMPARE(first.active, (QList<qint64>{2, 1, 1}));
    QCOMPARE(first.orders, (QList<qint64>{3, 1, 1}));
    QCOMPARE(first.revenue, (QList<std::int64_t>{2000, 600, 300}));
    QCOMPARE(first.cumulativeRevenue, (QList<std::int64_t>{2000, 2600, 2900}));
    QCOMPARE(first.withCost, 1);
    QCOMPARE(first.paybackColumn, 0);
    QCOMPARE(matrix->retention(0, 2), 0.5);
    QCOMPARE(matrix->cohorts[1].customers, 0);
    QVERIFY(std::isnan(matrix->retention(1, 0)));
    QCOMPARE(matrix->cohorts[1].paybackColumn, -1);
    QCOMPARE(matrix->cohorts[2].active, QList<qint64>{1});
    query.margin = 0.55;
    QCOMPARE(computeCohorts(*workspace.snapshot(), query)->cohorts[0].paybackColumn,
             2); // 1,595 of 1,500
    query.periods = 0;
    QVERIFY(!computeCohorts(*workspace.snapshot(), query));
}

void TestLifecycleReadings::averagesWeighFinishedCohortsByTheirCustomers()
{
    // January: three customers, one comes back in February with 50. February: one, who comes back in
    // March with 400. March has ended on its last day only for the first two.
    TestWorkspace workspace;
    for (int i = 0; i < 3; ++i) {
        const qint64 customer = workspace.customer();
        workspace.purchase(customer, QDate(2025, 1, 10), 10000);
        if (i == 0)
            workspace.purchase(customer, QDate(2025, 2, 10), 5000);
    }
    const qint64 later = workspace.customer();
    workspace.purchase(later, QDate(2025, 2, 3), 20000);
    workspace.purchase(later, QDate(2025, 3, 3), 40000);
    CohortQuery query;
    query.periods = 3;
    query.until = QDate(2025, 3, 30); // one day short of the end of March
    query.margin = 0.5;
    const Result<CohortMatrix> matrix = computeCohorts(*workspace.snapshot(), query);
    QVERIFY(matrix);
    QVERIFY(qAbs(matrix->value(0, 1, CohortMeasure::Retention) - 1.0 / 3) < 1e-12);
    QVERIFY(!matrix->isFinished(1, 1));
    // Column 1: only January has finished; February's value would be 1.
    QVERIFY(qAbs(matrix->average(1, CohortMeasure::Retention) - 1.0 / 3) < 1e-12);
    // Column 0: (3 · 10,000 + 20,000) / 4 customers.
    QCOMPARE(matrix->average(0, CohortMeasure::Revenue), 12500.0);
    QCOMPARE(matrix->value(0, 1, CohortMeasure::CumulativeValue), 0.5 * 35000 / 3);
    QCOMPARE(matrix->value(1, 1, CohortMeasure::Orders), 1.0);
    QVERIFY(std::isnan(matrix->value(2, 1, CohortMeasure::Orders)));
    QVERIFY(std::isnan(matrix->value(0, 0, CohortMeasure::Payback))); // no cost is known
    QVERIFY(std::isnan(matrix->average(2, CohortMeasure::Retention)));
}

void TestLifecycleReadings::velocityIsThePipelineFormula()
{
    TestWorkspace workspace;
    const auto visit = [&](QDate day, int buy) {
        const qint64 customer = workspace.customer();
        workspace.event(customer, day, u"ad_click"_s);
        if (buy > 0)
            workspace.purchase(customer, day.addDays(buy), 100);
    };
    visit(QDate(2025, 1, 1), 10); // won
    visit(QDate(2025, 1, 5), 30); // won
    visit(QDate(2025, 1, 1), 0);  // silent for longer than 30 days: lost
    visit(QDate(2025, 3, 20), 0); // open
    visit(QDate(2025, 3, 21), 0); // open
    const StageHistory history = deriveHistory(*workspace.snapshot(), businessTemplate());
    const Velocity read = velocity(*workspace.snapshot(), history, businessTemplate(),
                                   QDate(2025, 3, 31), 30, 1200);
    QCOMPARE(read.open, 2);
    QVERIFY(qAbs(read.conversion - 2.0 / 3) < 1e-12);
    QVERIFY(qAbs(read.days - 10) < 1); // the lower middle of 10 and 30
    QVERIFY(qAbs(read.valuePerDay - 2 * (2.0 / 3) * 1200 / read.days) < 1e-9);
}

void TestLifecycleReadings::unfinishedPeriodsAreMarked_data()
{
    QTest::addColumn<QDate>("until");
    QTest::addColumn<int>("unfinishedFrom");
    QTest::newRow("month ends that day") << QDate(2025, 3, 31) << 3;
    QTest::newRow("month goes on") << QDate(2025, 3, 30) << 2;
}

void TestLifecycleReadings::unfinishedPeriodsAreMarked()
{
    QFETCH(QDate, until);
    QFETCH(int, unfinishedFrom);
    CohortQuery query;
    query.periods = 3;
    query.until = until;
    const Result<CohortMatrix> matrix = computeCohorts(Customers::Snapshot(), query);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->cohorts[0].unfinishedFrom, unfinishedFrom);
    QCOMPARE(matrix->cohorts[2].unfinishedFrom, unfinishedFrom - 2);
}

void TestLifecycleReadings::cohortRevenueAddsUpToTheRevenueOfNewCustomers()
{
    TestWorkspace workspace;
    std::int64_t expected = 0;
    for (int i = 0; i < 50; ++i) {
        const qint64 customer = workspace.customer();
        for (int day = i * 7; day < 365; day += 17 + i) {
            workspace.purchase(customer, QDate(2025, 1, 1).addDays(day), 100 + i);
            expected += 100 + i;
        }
    }
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    for (const auto &[unit, periods] :
         {std::pair(PeriodUnit::Week, 60), std::pair(PeriodUnit::Month, 12),
          std::pair(PeriodUnit::Quarter, 4)}) {
        CohortQuery query;
        query.unit = unit;
        query.periods = periods;
        query.until = QDate(2025, 12, 31);
        const Result<CohortMatrix> matrix = computeCohorts(*snapshot, query);
        QVERIFY(matrix.ok());
        std::int64_t sum = 0;
        for (const Cohort &cohort : matrix->cohorts)
            sum += cohort.cumulativeRevenue.last();
        QCOMPARE(sum, expected);
    }
}

QTEST_GUILESS_MAIN(TestLifecycleReadings)
#include "tst_lifecyclereadings.moc"
