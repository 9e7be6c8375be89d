#include "models/insights/overview.h"
#include "models/numerics/random.h"
#include "tests/support/snapshotbuilder.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    int customer = 0;
    QDate day;
    qint64 amount = 0;
};

/// Purchases and refunds of three years, with gaps and customers who never bought.
std::vector<Row> randomRows(quint64 seed, int customers)
{
    Numerics::Random random(seed);
    std::vector<Row> rows;
    for (int customer = 0; customer < customers; ++customer) {
        QDate day = QDate(2022, 7, 1).addDays(random.integer(0, 1200));
        for (int i = int(random.integer(0, 8)); i > 0 && day <= QDate(2025, 6, 30); --i) {
            rows.push_back(
                {customer, day,
                 random.uniform() < 0.1 ? -random.integer(1, 5'000) : random.integer(0, 90'000)});
            day = day.addDays(random.integer(0, 400));
        }
    }
    return rows;
}

std::shared_ptr<Customers::Snapshot> snapshotOf(const std::vector<Row> &rows, int customers)
{
    SnapshotBuilder builder(customers);
    for (const Row &row : rows)
        builder.purchase(row.customer, row.day, row.amount);
    return builder.build();
}

Clv::ClvResult emptyClv()
{
    Clv::ClvResult clv;
    clv.until = QDate(2025, 6, 30);
    return clv;
}

Lifecycle::LifecycleView funnelOf(const QList<qint64> &counts, const QList<qint64> &previous)
{
    Lifecycle::LifecycleView view;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        Lifecycle::Stage stage;
        stage.id = u"s%1"_s.arg(i);
        stage.nameEnglish = u"Stage %1"_s.arg(i);
        stage.nameArabic = u"مرحلة %1"_s.arg(i);
        view.funnel.lifecycle.stages.append(stage);
        Lifecycle::StageLevel level;
        level.count = counts[i];
        level.previousCount = previous[i];
        if (i > 0) {
            level.stepRate = double(counts[i]) / double(counts[i - 1]);
            level.previousStepRate = double(previous[i]) / double(previous[i - 1]);
        }
        view.funnel.levels.append(level);
    }
    return view;
}

QStringList idsOf(const QList<Insights::Alert> &alerts)
{
    QStringList ids;
    for (const Insights::Alert &alert : alerts)
        ids.append(alert.id);
    return ids;
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private slots:
    void comparisonRangesAreWholeWhereThePeriodIs_data();
    void comparisonRangesAreWholeWhereThePeriodIs();
    void figuresAgreeWithCountingByHand_data();
    void figuresAgreeWithCountingByHand();
    void withoutPurchasesFiguresAreNotAvailable();
    void fallingEquityComesFirst();
    void equityOfAnotherMethodIsNotCompared();
    void alertsFollowTheFunnel();
    void whatMayStillArriveIsNoFall();
    void acquisitionCostAboveValueIsBad_data();
    void acquisitionCostAboveValueIsBad();
    void noMoreThanFiveAlertsAndEachHasAPage();
    void alertsSpeakInTheFormatsLanguage();
};

void TestOverview::comparisonRangesAreWholeWhereThePeriodIs_data()
{
    QTest::addColumn<DateRange>("period");
    QTest::addColumn<Insights::ComparisonKind>("kind");
    QTest::addColumn<DateRange>("expected");
    using Kind = Insights::ComparisonKind;
    const DateRange year{QDate(2024, 7, 1), QDate(2025, 6, 30)};
    QTest::newRow("year to year before")
        << year << Kind::PreviousYear << DateRange{QDate(2023, 7, 1), QDate(2024, 6, 30)};
    QTest::newRow("year to period before")
        << year << Kind::PreviousPeriod << DateRange{QDate(2023, 7, 1), QDate(2024, 6, 30)};
    QTest::newRow("month to month")
        << DateRange{QDate(2025, 3, 1), QDate(2025, 3, 31)} << Kind::PreviousPeriod
        << DateRange{QDate(2025, 2, 1), QDate(2025, 2, 28)};
    QTest::newRow("ten days") << DateRange{QDate(2025, 3, 1), QDate(2025, 3, 10)}
                              << Kind::PreviousPeriod
                              << DateRange{QDate(2025, 2, 19), QDate(2025, 2, 28)};
    QTest::newRow("leap February")
        << DateRange{QDate(2024, 2, 1), QDate(2024, 2, 29)} << Kind::PreviousYear
        << DateRange{QDate(2023, 2, 1), QDate(2023, 2, 28)};
    QTest::newRow("common February")
        << DateRange{QDate(2025, 2, 1), QDate(2025, 2, 28)} << Kind::PreviousYear
        << DateRange{QDate(2024, 2, 1), QDate(2024, 2, 29)};
}

void TestOverview::comparisonRangesAreWholeWhereThePeriodIs()
{
    QFETCH(DateRange, period);
    QFETCH(Insights::ComparisonKind, kind);
    QFETCH(DateRange, expected);
    const std::optional<DateRange> range = Insights::comparisonRange(period, kind);
    QVERIFY(range);
    QCOMPARE(range->from, expected.from);
    QCOMPARE(range->until, expected.until);
    QVERIFY(!Insights::comparisonRange(period, Insights::ComparisonKind::None));
}

void TestOverview::figuresAgreeWithCountingByHand_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<DateRange>("period");
    for (quint64 seed = 1; seed <= 10; ++seed)
        QTest::addRow("year, seed %d", int(seed))
            << seed << DateRange{QDate(2024, 7, 1), QDate(2025, 6, 30)};
    QTest::newRow("quarter") << quint64(11) << DateRange{QDate(2025, 1, 1), QDate(2025, 3, 31)};
    QTest::newRow("one day") << quint64(12) << DateRange{QDate(2024, 12, 11), QDate(2024, 12, 11)};
}

void TestOverview::figuresAgreeWithCountingByHand()
{
    QFETCH(quint64, seed);
    QFETCH(DateRange, period);
    const int customers = 400;
    const std::vector<Row> rows = randomRows(seed, customers);
    const auto snapshot = snapshotOf(rows, customers);

    std::map<int, QDate> firstPurchase;
    for (const Row &row : rows) {
        if (row.amount >= 0
            && (!firstPurchase.contains(row.customer) || row.day < firstPurchase[row.customer]))
            firstPurchase[row.customer] = row.day;
    }
    const QDate yearStart = period.until.addDays(1).addYears(-1);
    const QDate beforeStart = yearStart.addYears(-1);
    std::set<int> boughtBefore;
    std::set<int> boughtLast;
    qint64 revenue = 0;
    qint64 existing = 0;
    qint64 orders = 0;
    for (const Row &row : rows) {
        if (row.amount >= 0 && row.day >= beforeStart && row.day < yearStart)
            boughtBefore.insert(row.customer);
        if (row.amount >= 0 && row.day >= yearStart && row.day <= period.until)
            boughtLast.insert(row.customer);
        if (!period.contains(row.day))
            continue;
        revenue += row.amount;
        orders += row.amount >= 0;
        if (firstPurchase.contains(row.customer) && firstPurchase[row.customer] < period.from)
            existing += row.amount;
    }
    qint64 again = 0;
    for (const int customer : boughtBefore)
        again += boughtLast.contains(customer);

    const Insights::Overview overview = Insights::computeOverview(
        *snapshot, {period, std::nullopt}, emptyClv(), {}, {}, NumberFormat());
    QCOMPARE(overview.figures.revenue, double(revenue) / 100);
    QCOMPARE(overview.figures.orders, orders);
    QCOMPARE(overview.figures.retention, double(again) / double(boughtBefore.size()));
    QCOMPARE(Insights::retentionRate(*snapshot, period.until), overview.figures.retention);
    if (revenue > 0)
        QCOMPARE(overview.figures.revenueFromExisting, double(existing) / double(revenue));
    else
        QVERIFY(std::isnan(overview.figures.revenueFromExisting));
}

void TestOverview::withoutPurchasesFiguresAreNotAvailable()
{
    const auto snapshot = SnapshotBuilder(3).build();
    const DateRange period{QDate(2024, 7, 1), QDate(2025, 6, 30)};
    const Insights::Overview overview = Insights::computeOverview(
        *snapshot,
        {period, Insights::comparisonRange(period, Insights::ComparisonKind::PreviousYear)},
        emptyClv(), {}, {}, NumberFormat());
    QVERIFY(std::isnan(overview.figures.retention));
    QVERIFY(std::isnan(overview.figures.revenueFromExisting));
    QVERIFY(std::isnan(overview.figures.previousRevenue));
    QVERIFY(std::isnan(overview.figures.cac));
    QVERIFY(std::isnan(overview.figures.clvToCac));
    QVERIFY(overview.alerts.isEmpty());
}

void TestOverview::fallingEquityComesFirst()
{
    Insights::KeyFigures figures;
    figures.equity = 9'000'000;
    figures.previousEquity = 10'000'000;
    figures.previousEquityDate = QDate(2025, 3, 31);
    figures.acquisitionShareOfSpend = 0.8;
    Equity::EquityResult equity;
    const QList<Insights::Alert> alerts =
        Insights::findAlerts(figures, emptyClv(), equity, {}, NumberFormat());
    QCOMPARE(idsOf(alerts), QStringList({u"equity-fell"_s, u"acquisition-share"_s}));
    QVERIFY2(alerts.first().title.contains(u"1.00"_s), qPrintable(alerts.first().title));
    QVERIFY2(alerts.last().title.contains(u"80"_s), qPrintable(alerts.last().title));
    figures.equity = 10'000'001;
    figures.acquisitionShareOfSpend = 0.66;
    QVERIFY(Insights::findAlerts(figures, emptyClv(), equity, {}, NumberFormat()).isEmpty());
}

void TestOverview::equityOfAnotherMethodIsNotCompared()
{
    const auto snapshot = SnapshotBuilder(1).purchase(0, QDate(2025, 1, 1), 100).build();
    Equity::EquityResult equity;
    Equity::EquityPoint before;
    before.date = QDate(2025, 3, 31);
    before.equity = 50;
    before.method = u"historic-mean"_s;
    Equity::EquityPoint now = before;
    now.date = QDate(2025, 6, 30);
    now.equity = 40;
    now.method = u"bg-nbd + gamma-gamma"_s;
    equity.series = {before, now};
    const Insights::PeriodFilter filter{{QDate(2024, 7, 1), QDate(2025, 6, 30)}, std::nullopt};
    Insights::Overview overview =
        Insights::computeOverview(*snapshot, filter, emptyClv(), equity, {}, NumberFormat());
    QCOMPARE(overview.figures.equity, 40.0);
    QVERIFY(std::isnan(overview.figures.previousEquity));
    QVERIFY(!idsOf(overview.alerts).contains(u"equity-fell"_s));
    equity.series[0].method = now.method;
    overview = Insights::computeOverview(*snapshot, filter, emptyClv(), equity, {}, NumberFormat());
    QCOMPARE(overview.figures.previousEquity, 50.0);
    QVERIFY(idsOf(overview.alerts).contains(u"equity-fell"_s));
}

void TestOverview::alertsFollowTheFunnel()
{
    Lifecycle::LifecycleView view = funnelOf({1000, 500, 200}, {1000, 500, 250});
    view.funnel.levels[2].medianDays = 34;
    view.funnel.levels[2].previousMedianDays = 25;
    const QList<Insights::Alert> alerts =
        Insights::findAlerts({}, emptyClv(), {}, view, NumberFormat());
    QCOMPARE(idsOf(alerts), QStringList({u"step-slower"_s, u"step-rate-fell"_s}));
    QVERIFY(alerts[0].title.contains(u"Stage 1"_s) && alerts[0].title.contains(u"Stage 2"_s));
    QVERIFY(alerts[0].text.contains(u"34"_s) && alerts[0].text.contains(u"25"_s));
    QVERIFY(alerts[1].text.contains(u"40.0"_s) && alerts[1].text.contains(u"50.0"_s));
    // Ten of a thousand say too little.
    QVERIFY(
        Insights::findAlerts({}, emptyClv(), {}, funnelOf({20, 10, 4}, {20, 10, 8}), NumberFormat())
            .isEmpty());
}

void TestOverview::whatMayStillArriveIsNoFall()
{
    Lifecycle::LifecycleView view = funnelOf({1000, 400}, {1000, 500});
    QCOMPARE(idsOf(Insights::findAlerts({}, emptyClv(), {}, view, NumberFormat())),
             QStringList({u"step-rate-fell"_s}));
    view.funnel.levels[1].stillOpen = 120;
    QVERIFY(Insights::findAlerts({}, emptyClv(), {}, view, NumberFormat()).isEmpty());
}

void TestOverview::acquisitionCostAboveValueIsBad_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QString>("id");
    QTest::newRow("below cost") << 0.9 << u"below-cac"_s;
    QTest::newRow("below target") << 2.9 << u"low-clv-to-cac"_s;
    QTest::newRow("at target") << 3.0 << QString();
    QTest::newRow("not available") << Clv::notAvailable << QString();
}

void TestOverview::acquisitionCostAboveValueIsBad()
{
    QFETCH(double, ratio);
    QFETCH(QString, id);
    Insights::KeyFigures figures;
    figures.clvToCac = ratio;
    figures.cac = 1000;
    figures.meanClv = 1000 * ratio;
    const QStringList ids =
        idsOf(Insights::findAlerts(figures, emptyClv(), {}, {}, NumberFormat()));
    QCOMPARE(ids, id.isEmpty() ? QStringList() : QStringList(id));
}

void TestOverview::noMoreThanFiveAlertsAndEachHasAPage()
{
    Insights::KeyFigures figures;
    figures.equity = 1;
    figures.previousEquity = 2;
    figures.clvToCac = 0.5;
    figures.retention = 0.5;
    figures.previousRetention = 0.6;
    figures.revenueFromExisting = 0.2;
    figures.acquisitionShareOfSpend = 0.9;
    Lifecycle::LifecycleView view = funnelOf({1000, 400}, {1000, 500});
    view.funnel.levels[1].medianDays = 40;
    view.funnel.levels[1].previousMedianDays = 20;
    const QList<Insights::Alert> alerts =
        Insights::findAlerts(figures, emptyClv(), {}, view, NumberFormat());
    QCOMPARE(alerts.size(), 5);
    const QStringList pages{u"lifecycle"_s, u"clv"_s, u"equity"_s, u"data"_s};
    for (qsizetype i = 0; i < alerts.size(); ++i) {
        QVERIFY(pages.contains(alerts[i].page));
        QVERIFY(!alerts[i].title.isEmpty() && !alerts[i].text.isEmpty());
        if (i > 0)
            QVERIFY(alerts[i - 1].level <= alerts[i].level); // worst first
    }
}

void TestOverview::alertsSpeakInTheFormatsLanguage()
{
    const QList<Insights::Alert> alerts =
        Insights::findAlerts({}, emptyClv(), {}, funnelOf({1000, 400}, {1000, 500}),
                             NumberFormat(Language::Arabic, Digits::ArabicIndic));
    QCOMPARE(alerts.size(), 1);
    QVERIFY(alerts.first().title.contains(u"مرحلة"_s));
    QVERIFY(alerts.first().text.contains(u"٤٠٫٠"_s));
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
