#include "models/clv/clvjob.h"
#include "models/demo/demoworkspace.h"
#include "models/equity/equityjson.h"
#include "models/workspace/workspace.h"
#include "tests/support/snapshotbuilder.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

class TestEquity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void seriesAndBridgesAgreeToTheLastMinorUnit_data();
    void seriesAndBridgesAgreeToTheLastMinorUnit();
    void aPointEqualsTheValueOfThatDay();
    void laterDataDoNotChangeAnEarlierPoint();
    void aPeriodThatHasNotEndedIsMarked();
    void thinDataUseTheHistoricMeanAndSayIt();
    void withoutPurchasesTheSeriesIsEmpty();
    void refusesImpossibleQueries();
    void jsonHasTheContractsFields();
    void cancellingStops();

private:
    QTemporaryDir m_folder;
    Customers::SnapshotPtr m_demo;
    Clv::ClvQuery m_query;
};

void TestEquity::initTestCase()
{
    const QString file = m_folder.filePath(u"demo.qeema"_s);
    QVERIFY(createDemoWorkspace(file, {.customers = 1500, .seed = 3}));
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    QVERIFY(workspace);
    Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*workspace);
    QVERIFY(snapshot);
    m_demo = *snapshot;
    m_query.model = Clv::Model::BgNbd;
    m_query.margin = 0.3;
    m_query.horizonPeriods = 156;
}

void TestEquity::seriesAndBridgesAgreeToTheLastMinorUnit_data()
{
    QTest::addColumn<PeriodUnit>("step");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("points");
    QTest::newRow("years") << PeriodUnit::Year << QDate(2022, 7, 1) << 4;
    QTest::newRow("quarters") << PeriodUnit::Quarter << QDate(2024, 1, 1) << 6;
    QTest::newRow("months") << PeriodUnit::Month << QDate(2025, 3, 1) << 4;
}

void TestEquity::seriesAndBridgesAgreeToTheLastMinorUnit()
{
    QFETCH(PeriodUnit, step);
    QFETCH(QDate, from);
    QFETCH(int, points);
    const Result<Equity::EquityResult> result =
        Equity::computeEquity(*m_demo, {.clv = m_query, .from = from, .until = {}, .step = step});
    QVERIFY(result);
    QCOMPARE(result->series.size(), points);
    QCOMPARE(result->bridges.size(), points - 1);
    const Currency &currency = result->currency;
    for (qsizetype i = 0; i < result->bridges.size(); ++i) {
        const Equity::EquityBridge &bridge = result->bridges[i];
        const Equity::EquityPoint &before = result->series[i];
        const Equity::EquityPoint &after = result->series[i + 1];
        QCOMPARE(bridge.from, before.date);
        QCOMPARE(bridge.until, after.date);
        QCOMPARE(bridge.opening, before.equity);
        QCOMPARE(bridge.closing, after.equity);
        QCOMPARE(currency.toMinor(bridge.opening) + currency.toMinor(bridge.acquired)
                     + currency.toMinor(bridge.expansion) - currency.toMinor(bridge.contraction)
                     - currency.toMinor(bridge.churned),
                 currency.toMinor(bridge.closing));
        QCOMPARE(before.customers + bridge.acquiredCustomers, after.customers);
        QVERIFY(before.meanClv * double(before.customers) - before.equity < 1e-6 * before.equity);
    }
    const Equity::EquityPoint &last = result->series.last();
    QVERIFY(last.low < last.equity && last.equity < last.high);
}

void TestEquity::aPointEqualsTheValueOfThatDay()
{
    const QDate day(2024, 12, 31);
    const Result<Equity::EquityResult> equity =
        Equity::computeEquity(*m_demo, {.clv = m_query, .from = QDate(2024, 9, 1), .until = day});
    QVERIFY(equity);
    QCOMPARE(equity->series.size(), 2);
    Clv::ClvQuery query = m_query;
    query.until = day;
    const Result<Clv::ClvResult> clv = Clv::computeClv(*m_demo, query);
    QVERIFY(clv);
    const Equity::EquityPoint &point = equity->series.last();
    QCOMPARE(point.date, day);
    QCOMPARE(point.customers, clv->customers);
    qint64 minor = 0; // the sum of individual values, each rounded to the cent
    for (const double value : clv->values->clv)
        minor += std::llround(value * 100);
    // The trend's fit starts from the quarter before, this one from the beginning: the same
    // maximum.
    QVERIFY2(std::abs(point.equity - double(minor) / 100) < 1e-4 * point.equity,
             qPrintable(u"%1 %2"_s.arg(point.equity).arg(double(minor) / 100)));
}

void TestEquity::laterDataDoNotChangeAnEarlierPoint()
{
    const Result<Equity::EquityResult> shorter = Equity::computeEquity(
        *m_demo, {.clv = m_query, .from = QDate(2023, 12, 1), .until = QDate(2024, 3, 31)});
    const Result<Equity::EquityResult> longer = Equity::computeEquity(
        *m_demo, {.clv = m_query, .from = QDate(2023, 12, 1), .until = QDate(2025, 3, 31)});
    QVERIFY(shorter);
    QVERIFY(longer);
    QCOMPARE(shorter->series.size(), 2);
    for (qsizetype i = 0; i < shorter->series.size(); ++i) {
        QCOMPARE(longer->series[i].date, shorter->series[i].date);
        QCOMPARE(longer->series[i].equity, shorter->series[i].equity);
    }
}

void TestEquity::aPeriodThatHasNotEndedIsMarked()
{
    const Result<Equity::EquityResult> result = Equity::computeEquity(
        *m_demo, {.clv = m_query, .from = QDate(2024, 12, 1), .until = QDate(2025, 5, 15)});
    QVERIFY(result);
    QCOMPARE(result->series.size(), 3);
    QVERIFY(result->series[0].isComplete);
    QVERIFY(result->series[1].isComplete);
    QVERIFY(!result->series[2].isComplete);
    QCOMPARE(result->series[2].date, QDate(2025, 5, 15));
}

void TestEquity::thinDataUseTheHistoricMeanAndSayIt()
{
    SnapshotBuilder builder(30);
    for (int customer = 0; customer < 30; ++customer) {
        builder.purchase(customer, QDate(2024, 1, 10).addDays(customer), 100'00);
        if (customer % 3 == 0)
            builder.purchase(customer, QDate(2024, 5, 10).addDays(customer), 120'00);
    }
    const Result<Equity::EquityResult> result =
        Equity::computeEquity(*builder.build(), {.clv = m_query, .from = {}, .until = {}});
    QVERIFY(result);
    QVERIFY(!result->series.isEmpty());
    for (const Equity::EquityPoint &point : result->series) {
        QCOMPARE(point.method, u"historic-mean"_s);
        QCOMPARE(point.strength, Clv::DataStrength::TooThin);
        QVERIFY(std::isfinite(point.equity));
    }
}

void TestEquity::withoutPurchasesTheSeriesIsEmpty()
{
    const Result<Equity::EquityResult> result = Equity::computeEquity(
        *SnapshotBuilder(3).build(), {.clv = m_query, .from = {}, .until = {}});
    QVERIFY(result);
    QVERIFY(result->series.isEmpty());
    QVERIFY(result->bridges.isEmpty());
}

void TestEquity::refusesImpossibleQueries()
{
    Equity::EquityQuery backwards{
        .clv = m_query, .from = QDate(2025, 1, 1), .until = QDate(2024, 1, 1)};
    QCOMPARE(Equity::computeEquity(*m_demo, backwards).error().kind, Error::Kind::Definition);
    Equity::EquityQuery margin{.clv = m_query, .from = {}, .until = {}};
    margin.clv.margin = 0;
    QCOMPARE(Equity::computeEquity(*m_demo, margin).error().kind, Error::Kind::Definition);
    Equity::EquityQuery step{.clv = m_query, .from = {}, .until = {}, .step = PeriodUnit::Day};
    QCOMPARE(Equity::computeEquity(*m_demo, step).error().kind, Error::Kind::Definition);
}

void TestEquity::jsonHasTheContractsFields()
{
    Equity::EquityResult result;
    result.currency = Currency{u"SAR"_s};
    Equity::EquityPoint point;
    point.date = QDate(2025, 6, 30);
    point.customers = 2;
    point.meanClv = 1.5;
    point.equity = 3;
    point.low = Clv::notAvailable;
    point.high = 4;
    result.series = {point};
    Equity::EquityBridge bridge;
    bridge.from = QDate(2025, 3, 31);
    bridge.until = point.date;
    bridge.opening = 1;
    bridge.acquired = 2;
    bridge.closing = 3;
    result.bridges = {bridge};
    const QJsonObject json = Equity::equityToJson(result);
    QCOMPARE(json[u"currency"].toString(), u"SAR"_s);
    const QJsonObject first = json[u"series"].toArray().first().toObject();
    QCOMPARE(first[u"date"].toString(), u"2025-06-30"_s);
    QCOMPARE(first[u"customers"].toInt(), 2);
    QCOMPARE(first[u"mean_clv"].toDouble(), 1.5);
    QCOMPARE(first[u"equity"].toDouble(), 3.0);
    QVERIFY(first[u"low"].isNull()); // not available is null
    QCOMPARE(first[u"high"].toDouble(), 4.0);
    const QJsonObject change = json[u"bridges"].toArray().first().toObject();
    for (const QString &field : {u"from"_s, u"until"_s, u"opening"_s, u"acquired"_s, u"expansion"_s,
                                 u"contraction"_s, u"churned"_s, u"closing"_s})
        QVERIFY2(change.contains(field), qPrintable(field));
    QCOMPARE(change[u"from"].toString(), u"2025-03-31"_s);
}

void TestEquity::cancellingStops()
{
    std::stop_source stop;
    int dates = 0;
    const Progress progress(stop.get_token(), [&](const ProgressReport &) {
        if (++dates == 2)
            stop.request_stop();
    });
    const Result<Equity::EquityResult> result =
        Equity::computeEquity(*m_demo, {.clv = m_query, .from = {}, .until = {}}, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestEquity)
#include "tst_equity.moc"
