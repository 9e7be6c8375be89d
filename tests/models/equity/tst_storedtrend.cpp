#include "models/equity/storedtrend.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// The trend through results of different days and methods.
class TestStoredTrend : public QObject
{
    Q_OBJECT

private slots:
    void nothingKeptIsNoTrend();
    void theNewestResultOfADayCounts();
    void everyChangeOfMethodHasItsName_data();
    void everyChangeOfMethodHasItsName();
    void seedAndRepeatedRunsChangeNoMethod();
    void otherCurrenciesAndUnknownTotalsAreLeftOut();
    void aHistoricMeanHasNoBand();
};

namespace {

Clv::StoredClv stored(const QDate &until, double total, const QJsonObject &method = {})
{
    static qint64 id = 0;
    Clv::StoredClv result;
    result.id = ++id;
    result.until = until;
    result.made = QDateTime(QDate(2025, 7, 1), QTime(8, 0), Qt::UTC).addSecs(id);
    result.model = u"bg-nbd"_s;
    result.method = {{u"model"_s, u"auto"_s},
                     {u"spend"_s, u"gamma-gamma"_s},
                     {u"margin"_s, 0.4},
                     {u"horizon"_s, 156},
                     {u"calibration_end"_s, QJsonValue::Null},
                     {u"covariates"_s, QJsonArray()},
                     {u"seed"_s, 1}};
    for (auto at = method.begin(); at != method.end(); ++at)
        result.method.insert(at.key(), at.value());
    result.total = total;
    result.mean = total / 100;
    result.low = total - 10;
    result.high = total + 10;
    result.result = {{u"customers"_s, 100},
                     {u"active_customers"_s, 70},
                     {u"clv"_s, QJsonObject{{u"currency"_s, u"SAR"_s}, {u"interval"_s, 0.8}}}};
    return result;
}

const QDate march(2025, 3, 31);
const QDate june(2025, 6, 30);

} // namespace

void TestStoredTrend::nothingKeptIsNoTrend()
{
    QVERIFY(Equity::storedTrend({}, {}).series.isEmpty());
}

void TestStoredTrend::theNewestResultOfADayCounts()
{
    const Clv::StoredClv old = stored(june, 500);
    const Clv::StoredClv early = stored(march, 300);
    const Clv::StoredClv late = stored(june, 700);
    const Equity::EquityResult trend = Equity::storedTrend({late, old, early}, {});
    QCOMPARE(trend.series.size(), 2);
    QCOMPARE(trend.series[0].date, march);
    QCOMPARE(trend.series[1].equity, 700.0);
    QCOMPARE(trend.series[1].low, 690.0);
    QCOMPARE(trend.series[1].customers, 100);
    QCOMPARE(trend.series[1].activeCustomers, 70);
    QCOMPARE(trend.series[1].meanClv, 7.0);
    QCOMPARE(trend.query.clv.intervalLevel, 0.8);
    QVERIFY(trend.bridges.isEmpty());
}

void TestStoredTrend::everyChangeOfMethodHasItsName_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::newRow("horizon") << QJsonObject{{u"horizon"_s, 52}};
    QTest::newRow("lifetime") << QJsonObject{{u"horizon"_s, u"lifetime"_s}};
    QTest::newRow("margin") << QJsonObject{{u"margin"_s, 0.5}};
    QTest::newRow("spend model") << QJsonObject{{u"spend"_s, u"observed-mean"_s}};
    QTest::newRow("covariates") << QJsonObject{{u"covariates"_s, QJsonArray{u"city"_s}}};
    QTest::newRow("calibration") << QJsonObject{{u"calibration_end"_s, u"2024-01-01"_s}};
}

void TestStoredTrend::everyChangeOfMethodHasItsName()
{
    QFETCH(QJsonObject, change);
    const Equity::EquityResult trend =
        Equity::storedTrend({stored(march, 300), stored(june, 400, change)}, {});
    QVERIFY(trend.series[0].method != trend.series[1].method);
    QVERIFY(trend.series[1].method.startsWith(u"bg-nbd"_s));
}

void TestStoredTrend::seedAndRepeatedRunsChangeNoMethod()
{
    const Equity::EquityResult trend =
        Equity::storedTrend({stored(march, 300), stored(june, 400, {{u"seed"_s, 9}})}, {});
    QCOMPARE(trend.series[0].method, trend.series[1].method);
}

void TestStoredTrend::otherCurrenciesAndUnknownTotalsAreLeftOut()
{
    Clv::StoredClv counts = stored(march, 300);
    counts.total = Clv::notAvailable;
    Clv::StoredClv dollars = stored(june, 300);
    dollars.result[u"clv"_s] = QJsonObject{{u"currency"_s, u"USD"_s}};
    QVERIFY(Equity::storedTrend({counts, dollars}, {}).series.isEmpty());
}

void TestStoredTrend::aHistoricMeanHasNoBand()
{
    Clv::StoredClv mean = stored(june, 300);
    mean.low = Clv::notAvailable;
    mean.high = Clv::notAvailable;
    const Equity::EquityResult trend = Equity::storedTrend({mean}, {});
    QCOMPARE(trend.series[0].low, 300.0);
    QCOMPARE(trend.series[0].high, 300.0);
}

QTEST_GUILESS_MAIN(TestStoredTrend)
#include "tst_storedtrend.moc"
