#include "models/clv/clvjob.h"
#include "models/clv/clvjson.h"
#include "models/clv/models.h"
#include "models/clv/paretonbd.h"
#include "models/clv/purchasesummary.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using ClvData::Purchase;
using ClvData::relativeError;

/// The whole path from purchases to values, as the window and the command line call it.
class TestClvJob : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void purchasesOfOneDayCountOnce();
    void refundsReduceTheLatestPurchaseDay_data();
    void refundsReduceTheLatestPurchaseDay();
    void purchasesAfterTheLastDayAreNotKnown();
    void periodsScaleTimes();
    void wrongOptionsAreRefused_data();
    void wrongOptionsAreRefused();
    void covariatesAreNeverIgnored();
    void noDataIsAnErrorWithASentence();
    void thinDataGetTheHistoricMean();
    void weakDataCarryARemark();
    void valuesAddUpToTheTotal();
    void sameSeedGivesSameDigits();
    void customerIntervalsHoldTheValue();
    void marginScalesTheValue();
    void spendNoneForecastsPurchasesOnly();
    void observedMeanUsesTheCustomersOwnAmounts();
    void holdoutIsJudgedOnTheSameCustomers();
    void trackingAddsUpToAllRepeatPurchases();
    void candidatesAreRankedAndOneIsRecommended();
    void autoTakesTheRecommendedModel();
    void aliveMapFallsWithSilence();
    void aliveHistoryEndsAtTheCustomersValue();
    void discountingByStepsMatchesASum_data();
    void discountingByStepsMatchesASum();
    void twelveMonthsOfCdnowThroughTheJob();
    void retentionCostIsTakenOffWhileACustomer_data();
    void retentionCostIsTakenOffWhileACustomer();
    void realisedValueIsWhatWasBought();
    void independenceIsTested();
    void everyModelOfTheContractAnswers_data();
    void everyModelOfTheContractAnswers();
    void nestedModelsAreNeverBetter();
    void boundsOfChanceAreWider();
    void cancelledWorkEndsWithCancelled();
    void jsonHasTheContractsFields();
    void customerRowsHaveTheContractsColumns();
    void namesRoundTrip();

private:
    Customers::Snapshot m_snapshot;
    Clv::ClvQuery m_query;
    Clv::ClvResult m_result;
};

namespace {

/// A shop with two years of data; amounts from a gamma-gamma model.
Customers::Snapshot shop(int customers, std::uint64_t seed)
{
    Numerics::Random random(seed);
    const QDate start(2023, 1, 1);
    std::vector<Purchase> purchases;
    for (int i = 0; i < customers; ++i) {
        const qint64 first = random.integer(0, 500);
        const double lambda = random.gamma(0.8, 4);
        const double end =
            std::min(104.0 - double(first) / 7, random.exponential(random.gamma(0.6, 15)));
        const double nu = random.gamma(4, 60);
        const auto amount = [&] { return qint64(std::llround(100 * random.gamma(6, nu))) + 1; };
        purchases.push_back({i, start.addDays(first), amount(), 3600});
        for (double time = random.exponential(lambda); time <= end;
             time += random.exponential(lambda))
            purchases.push_back({i, start.addDays(first + qint64(time * 7)), amount(), 7200});
    }
    purchases.push_back({0, QDate(2024, 12, 29), 100, 0});
    return ClvData::snapshotOf(std::move(purchases), customers);
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

void TestClvJob::initTestCase()
{
    m_snapshot = shop(3000, 42);
    m_query.model = Clv::Model::ParetoNbd;
    m_query.margin = 0.4;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, m_query);
    QVERIFY(result);
    m_result = *result;
}

void TestClvJob::purchasesOfOneDayCountOnce()
{
    const Customers::Snapshot snapshot = ClvData::snapshotOf({{0, QDate(2024, 1, 1), 1000, 0},
                                                              {0, QDate(2024, 1, 1), 500, 86399},
                                                              {0, QDate(2024, 1, 2), 300, 0},
                                                              {0, QDate(2024, 1, 2), 700, 10},
                                                              {0, QDate(2024, 1, 15), 2000, 0}},
                                                             1);
    const Clv::PurchaseSummary summary =
        Clv::summarise(snapshot, QDate(2024, 1, 29), PeriodUnit::Week);
    QCOMPARE(summary.size(), std::size_t(1));
    QCOMPARE(summary.x[0], 2u);
    QCOMPARE(summary.tx[0], 2.0);
    QCOMPARE(summary.T[0], 4.0);
    QCOMPARE(summary.meanSpend[0], 15.0);
    QCOMPARE(summary.firstSpend[0], 15.0);
    QVERIFY(relativeError(summary.logGaps[0], std::log(1 / 7.0) + std::log(13 / 7.0)) < 1e-14);
}

void TestClvJob::refundsReduceTheLatestPurchaseDay_data()
{
    QTest::addColumn<int>("refundDay");
    QTest::addColumn<int>("refund");
    QTest::addColumn<double>("firstSpend");
    QTest::addColumn<double>("meanSpend");
    QTest::newRow("on a purchase day, before the purchase of that day")
        << 8 << -300 << 10.0 << 17.0;
    QTest::newRow("between two purchases: the earlier") << 5 << -300 << 7.0 << 20.0;
    QTest::newRow("after the last: the last") << 12 << -300 << 10.0 << 17.0;
    QTest::newRow("more than was bought: not below zero") << 12 << -99999 << 10.0 << 0.0;
    QTest::newRow("before the first purchase: nothing to reduce") << 0 << -300 << 10.0 << 20.0;
}

void TestClvJob::refundsReduceTheLatestPurchaseDay()
{
    QFETCH(int, refundDay);
    QFETCH(int, refund);
    QFETCH(double, firstSpend);
    QFETCH(double, meanSpend);
    const QDate start(2024, 1, 1);
    const Customers::Snapshot snapshot =
        ClvData::snapshotOf({{0, start.addDays(1), 1000, 100},
                             {0, start.addDays(8), 2000, 100},
                             {0, start.addDays(refundDay), refund, 50}},
                            1);
    const Clv::PurchaseSummary summary =
        Clv::summarise(snapshot, start.addDays(20), PeriodUnit::Week);
    QCOMPARE(summary.x[0], 1u);
    QCOMPARE(summary.tx[0], 1.0);
    QCOMPARE(summary.firstSpend[0], firstSpend);
    QCOMPARE(summary.meanSpend[0], meanSpend);
}

void TestClvJob::purchasesAfterTheLastDayAreNotKnown()
{
    const Customers::Snapshot snapshot = ClvData::snapshotOf({{0, QDate(2024, 1, 1), 100, 86399},
                                                              {1, QDate(2024, 1, 2), 100, 0},
                                                              {0, QDate(2024, 1, 3), -50, 0},
                                                              {2, QDate(2024, 1, 1), -5, 0}},
                                                             3);
    const Clv::PurchaseSummary summary =
        Clv::summarise(snapshot, QDate(2024, 1, 1), PeriodUnit::Day);
    QCOMPARE(summary.size(), std::size_t(1)); // a refund alone makes no customer
    QCOMPARE(summary.customer[0], 0u);
    QCOMPARE(summary.T[0], 0.0);
    QCOMPARE(summary.firstSpend[0], 1.0);
    QVERIFY(std::isnan(summary.meanSpend[0]));
}

void TestClvJob::periodsScaleTimes()
{
    const Clv::PurchaseSummary days =
        Clv::summarise(m_snapshot, QDate(2024, 12, 29), PeriodUnit::Day);
    const Clv::PurchaseSummary weeks =
        Clv::summarise(m_snapshot, QDate(2024, 12, 29), PeriodUnit::Week);
    QVERIFY(relativeError(sum(days.T), 7 * sum(weeks.T)) < 1e-12);
    Clv::ClvQuery query = m_query;
    query.period = PeriodUnit::Day;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query);
    QVERIFY(result);
    // The unit of time changes the scale parameters and nothing that is worth anything.
    QVERIFY(relativeError(result->purchaseFit.parameters[0].value,
                          m_result.purchaseFit.parameters[0].value)
            < 1e-4);
    QVERIFY(relativeError(result->purchaseFit.parameters[1].value,
                          7 * m_result.purchaseFit.parameters[1].value)
            < 1e-4);
    QVERIFY(relativeError(result->totalClv, m_result.totalClv)
            < 0.005); // 365 days against 52 weeks a year
}

void TestClvJob::wrongOptionsAreRefused_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<double>("margin");
    QTest::addColumn<double>("discount");
    QTest::addColumn<double>("horizon");
    QTest::addColumn<double>("level");
    QTest::newRow("margin above 100 %") << u"margin"_s << 1.2 << 0.1 << 52.0 << 0.9;
    QTest::newRow("margin of zero") << u"margin"_s << 0.0 << 0.1 << 52.0 << 0.9;
    QTest::newRow("margin not a number") << u"margin"_s << std::nan("") << 0.1 << 52.0 << 0.9;
    QTest::newRow("discount of -1") << u"discount"_s << 0.3 << -1.0 << 52.0 << 0.9;
    QTest::newRow("horizon below zero") << u"horizon"_s << 0.3 << 0.1 << -1.0 << 0.9;
    QTest::newRow("discount below -1") << u"discount"_s << 0.3 << -1.5 << 52.0 << 0.9;
    QTest::newRow("horizon not a number") << u"horizon"_s << 0.3 << 0.1 << std::nan("") << 0.9;
    QTest::newRow("interval of 1") << u"interval"_s << 0.3 << 0.1 << 52.0 << 1.0;
}

void TestClvJob::wrongOptionsAreRefused()
{
    QFETCH(QString, word);
    QFETCH(double, margin);
    QFETCH(double, discount);
    QFETCH(double, horizon);
    QFETCH(double, level);
    Clv::ClvQuery query;
    query.margin = margin;
    query.annualDiscountRate = discount;
    query.horizonPeriods = horizon;
    query.intervalLevel = level;
    const Result<void> result = Clv::validate(query);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Definition);
    QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
    QVERIFY(!Clv::computeClv(m_snapshot, query));
    QVERIFY(Clv::validate(Clv::ClvQuery{}));
}

void TestClvJob::covariatesAreNeverIgnored()
{
    Clv::ClvQuery query = m_query;
    query.covariates = {u"shoe_size"_s};
    const Result<Clv::ClvResult> unknown = Clv::computeClv(m_snapshot, query);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, Error::Kind::Definition);
    QVERIFY(unknown.error().message.contains(u"shoe_size"_s));
    Customers::Snapshot withSector = m_snapshot;
    withSector.coded.append({u"sector"_s,
                             u"Sector"_s,
                             std::vector<std::uint16_t>(m_snapshot.customers(), 0),
                             {QString()}});
    query.covariates = {u"sector"_s};
    QVERIFY(!Clv::computeClv(withSector, query));
}

void TestClvJob::noDataIsAnErrorWithASentence()
{
    const Result<Clv::ClvResult> nothing = Clv::computeClv(ClvData::snapshotOf({}, 0), {});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, Error::Kind::Data);
    QVERIFY(nothing.error().message.endsWith(u'.'));
    Clv::ClvQuery early = m_query;
    early.until = QDate(1999, 1, 1);
    const Result<Clv::ClvResult> tooEarly = Clv::computeClv(m_snapshot, early);
    QVERIFY(!tooEarly);
    QCOMPARE(tooEarly.error().kind, Error::Kind::Data);
    QVERIFY(tooEarly.error().message.contains(u"1999-01-01"_s));
    Clv::ClvQuery late = m_query;
    late.calibrationEnd = QDate(2030, 1, 1);
    QCOMPARE(Clv::computeClv(m_snapshot, late).error().kind, Error::Kind::Definition);
    QVERIFY(!Clv::compareModels(ClvData::snapshotOf({}, 0), {}));
}

void TestClvJob::thinDataGetTheHistoricMean()
{
    const Customers::Snapshot small = shop(60, 7);
    const Result<Clv::ClvResult> result = Clv::computeClv(small, m_query);
    QVERIFY(result);
    QCOMPARE(result->strength, Clv::DataStrength::TooThin);
    QVERIFY(result->purchaseFit.parameters.isEmpty());
    QVERIFY(result->remark.contains(QString::number(result->repeatCustomers)));
    QVERIFY(result->totalClv > 0);
    QVERIFY(std::isnan(result->totalLow));
    QVERIFY(relativeError(sum(result->values->clv), result->totalClv) < 1e-12);
    QVERIFY(std::isnan(result->values->pAlive[0]));
    const Result<Clv::Comparison> comparison = Clv::compareModels(small, m_query);
    QVERIFY(comparison);
    QVERIFY(comparison->candidates[comparison->recommended].isHistoricMean);
    QVERIFY(Clv::aliveMap(*result).pAlive.empty());
    QVERIFY(Clv::aliveHistory(small, *result, 0).pAlive.empty());
}

void TestClvJob::weakDataCarryARemark()
{
    const Result<Clv::ClvResult> result = Clv::computeClv(shop(400, 8), m_query);
    QVERIFY(result);
    QCOMPARE(result->strength, Clv::DataStrength::Weak);
    QVERIFY(!result->remark.isEmpty());
    QCOMPARE(m_result.strength, Clv::DataStrength::Enough);
    QVERIFY(m_result.remark.isEmpty());
    Clv::ClvQuery early = m_query;
    early.until = QDate(2023, 11, 30);
    const Result<Clv::ClvResult> short_ = Clv::computeClv(m_snapshot, early);
    QVERIFY(short_);
    QCOMPARE(short_->strength, Clv::DataStrength::Weak); // less than twelve months
}

void TestClvJob::valuesAddUpToTheTotal()
{
    QCOMPARE(m_result.customers, qint64(m_result.values->size()));
    QVERIFY(relativeError(sum(m_result.values->clv), m_result.totalClv) < 1e-12);
    QVERIFY(relativeError(m_result.meanClv * double(m_result.customers), m_result.totalClv)
            < 1e-12);
    QVERIFY(m_result.totalLow < m_result.totalClv && m_result.totalClv < m_result.totalHigh);
    QVERIFY(relativeError(m_result.meanClvLow * double(m_result.customers), m_result.totalLow)
            < 1e-12);
    QVERIFY(m_result.purchaseFit.converged);
    QVERIFY(m_result.spendFit && m_result.spendFit->converged);
    QVERIFY(std::abs(m_result.spendCorrelation) < 0.2);
    const auto alive = std::count_if(m_result.values->pAlive.begin(), m_result.values->pAlive.end(),
                                     [](double p) { return p >= 0.5; });
    QCOMPARE(m_result.activeCustomers, qint64(alive));
}

void TestClvJob::sameSeedGivesSameDigits()
{
    const Result<Clv::ClvResult> again = Clv::computeClv(m_snapshot, m_query);
    QVERIFY(again);
    QCOMPARE(again->totalClv, m_result.totalClv);
    QCOMPARE(again->totalLow, m_result.totalLow);
    QCOMPARE(again->values->clvHigh, m_result.values->clvHigh);
    Clv::ClvQuery other = m_query;
    other.seed = 2;
    const Result<Clv::ClvResult> different =
        Clv::computeClv(m_snapshot, other, {}, &m_result, false);
    QVERIFY(different);
    QVERIFY(different->totalLow != m_result.totalLow);
    QVERIFY(relativeError(different->totalLow, m_result.totalLow) < 0.03);
    QVERIFY(different->values->clvLow.empty());
}

void TestClvJob::customerIntervalsHoldTheValue()
{
    const Clv::CustomerValues &values = *m_result.values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        QVERIFY(values.clvLow[i] >= 0);
        QVERIFY(values.clvLow[i] <= values.clvHigh[i]);
        if (values.pAlive[i] < 0.04)
            QCOMPARE(values.clvHigh[i], 0.0); // most likely gone: 95 % of the futures are empty
        if (values.pAlive[i] > 0.5)
            QVERIFY(values.clvHigh[i] > values.clv[i]);
    }
}

void TestClvJob::marginScalesTheValue()
{
    Clv::ClvQuery query = m_query;
    query.margin = 0.8;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query, {}, &m_result);
    QVERIFY(result);
    QVERIFY(relativeError(result->totalClv, 2 * m_result.totalClv) < 1e-5);
}

void TestClvJob::spendNoneForecastsPurchasesOnly()
{
    Clv::ClvQuery query = m_query;
    query.spend = Clv::SpendModel::None;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query, {}, &m_result);
    QVERIFY(result);
    QVERIFY(!result->spendFit);
    QVERIFY(std::isnan(result->totalClv));
    QVERIFY(sum(result->values->expectedPurchases) > 0);
    QVERIFY(Clv::toJson(*result, 0)[u"clv"_s][u"total"_s].isNull());
    // Purchases without amounts end there by themselves.
    Customers::Snapshot free = m_snapshot;
    std::fill(free.purchases.amount.begin(), free.purchases.amount.end(), 0);
    const Result<Clv::ClvResult> without = Clv::computeClv(free, m_query, {}, &m_result);
    QVERIFY(without);
    QVERIFY(!without->remark.isEmpty());
    QVERIFY(std::isnan(without->totalClv));
}

void TestClvJob::observedMeanUsesTheCustomersOwnAmounts()
{
    Clv::ClvQuery query = m_query;
    query.spend = Clv::SpendModel::ObservedMean;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query, {}, &m_result);
    QVERIFY(result);
    QVERIFY(!result->spendFit);
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_snapshot, result->until, PeriodUnit::Week);
    for (std::size_t i = 0; i < summary.size(); ++i) {
        if (summary.x[i] == 0)
            QCOMPARE(result->values->expectedSpend[i], summary.firstSpend[i]);
    }
}

void TestClvJob::holdoutIsJudgedOnTheSameCustomers()
{
    Clv::ClvQuery query = m_query;
    query.calibrationEnd = QDate(2024, 6, 30);
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query);
    QVERIFY(result);
    QVERIFY(result->holdout);
    QVERIFY(relativeError(result->holdout->predicted, result->holdout->actual) < 0.12);
    QVERIFY(result->holdout->rmse >= result->holdout->mae);
    QCOMPARE(result->customers, m_result.customers); // values are those of the last day
    QVERIFY(result->purchaseFit.parameters[0].value != m_result.purchaseFit.parameters[0].value);
}

void TestClvJob::trackingAddsUpToAllRepeatPurchases()
{
    Clv::ClvQuery query = m_query;
    query.calibrationEnd = QDate(2024, 6, 30);
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query, {}, &m_result, false);
    QVERIFY(result && result->holdout);
    double actual = 0;
    double predicted = 0;
    double calibration = 0;
    for (const Clv::TrackingPoint &point : result->holdout->tracking) {
        actual += point.actual;
        predicted += point.predicted;
        QVERIFY(point.predicted >= 0);
        if (point.date <= query.calibrationEnd)
            calibration += point.actual;
    }
    QVERIFY(result->holdout->tracking.last().date <= result->until);
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_snapshot, query.calibrationEnd, PeriodUnit::Week);
    QCOMPARE(calibration, double(std::accumulate(summary.x.begin(), summary.x.end(), 0u)));
    QVERIFY(relativeError(predicted, actual) < 0.1);
    QCOMPARE(sum(result->frequency.actual), double(summary.size()));
    QVERIFY(relativeError(sum(result->frequency.expected), double(summary.size())) < 1e-6);
}

void TestClvJob::candidatesAreRankedAndOneIsRecommended()
{
    const Result<Clv::Comparison> comparison = Clv::compareModels(m_snapshot, m_query);
    QVERIFY(comparison);
    QVERIFY(comparison->candidates.size() >= 4);
    QCOMPARE(comparison->recommended, 0);
    QVERIFY(!comparison->reason.isEmpty());
    QVERIFY(comparison->candidates.last().isHistoricMean);
    for (const Clv::Candidate &candidate : comparison->candidates) {
        QVERIFY(std::isfinite(candidate.meanClv));
        QVERIFY(std::isfinite(candidate.holdoutError));
        QVERIFY(candidate.isHistoricMean || std::isfinite(candidate.fit.bic));
    }
    QVERIFY(std::abs(comparison->candidates[0].holdoutError) < 0.15);
    QVERIFY(std::abs(comparison->candidates.last().holdoutError)
            > std::abs(comparison->candidates[0].holdoutError));
}

void TestClvJob::autoTakesTheRecommendedModel()
{
    Clv::ClvQuery query = m_query;
    query.model = Clv::Model::Auto;
    const Result<Clv::Comparison> comparison = Clv::compareModels(m_snapshot, query);
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query, {}, nullptr, false);
    QVERIFY(comparison && result);
    QCOMPARE(result->purchaseFit.model,
             Clv::modelName(comparison->candidates[comparison->recommended].model));
}

void TestClvJob::aliveMapFallsWithSilence()
{
    const Clv::AliveMap map = Clv::aliveMap(m_result, 11, 8);
    QCOMPARE(map.frequency.size(), std::size_t(11));
    QCOMPARE(map.recency.size(), std::size_t(8));
    QCOMPARE(map.pAlive.size(), std::size_t(88));
    for (std::size_t column = 0; column < 11; ++column) {
        for (std::size_t row = 1; row < 8; ++row)
            QVERIFY(map.pAlive[row * 11 + column] <= map.pAlive[(row - 1) * 11 + column] + 1e-12);
    }
    QVERIFY(map.pAlive[10] > map.pAlive[7 * 11 + 10]);
}

void TestClvJob::aliveHistoryEndsAtTheCustomersValue()
{
    for (const std::size_t i : {std::size_t(0), std::size_t(17), std::size_t(2000)}) {
        const Clv::AliveHistory history =
            Clv::aliveHistory(m_snapshot, m_result, m_result.values->customer[i]);
        QVERIFY(!history.pAlive.empty());
        QCOMPARE(history.date.size(), qsizetype(history.pAlive.size()));
        QCOMPARE(history.date.last(), m_result.until);
        QVERIFY(std::abs(history.pAlive.back() - m_result.values->pAlive[i]) < 1e-8);
        QCOMPARE(history.purchases.size(), qsizetype(m_result.values->x[i]) + 1);
    }
    QVERIFY(Clv::aliveHistory(m_snapshot, m_result, 999999).pAlive.empty());
}

void TestClvJob::discountingByStepsMatchesASum_data()
{
    QTest::addColumn<int>("discounting");
    QTest::addColumn<double>("horizon");
    QTest::newRow("monthly, a year") << int(Clv::Discounting::Monthly) << 52.0;
    QTest::newRow("monthly, a broken month") << int(Clv::Discounting::Monthly) << 50.0;
    QTest::newRow("monthly, ten years") << int(Clv::Discounting::Monthly) << 520.0;
    QTest::newRow("yearly, three years") << int(Clv::Discounting::Yearly) << 156.0;
}

void TestClvJob::discountingByStepsMatchesASum()
{
    QFETCH(int, discounting);
    QFETCH(double, horizon);
    Clv::ClvQuery query = m_query;
    query.discounting = Clv::Discounting(discounting);
    query.horizonPeriods = horizon;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query, {}, &m_result, false);
    QVERIFY(result);
    const double step = Clv::Discounting(discounting) == Clv::Discounting::Monthly ? 52.0 / 12 : 52;
    const std::vector<double> p = Clv::parametersOf(*result, 0);
    double total = 0;
    for (std::size_t i = 0; i < result->values->size(); i += 50) {
        const Clv::CustomerValues &values = *result->values;
        double worth = 0;
        double before = 0;
        for (int k = 1; (k - 1) * step < horizon - 1e-9; ++k) {
            const double reached = Clv::ParetoNbd::conditionalExpectedPurchases(
                {p[0], p[1], p[2], p[3]}, values.x[i], values.tx[i], values.T[i],
                std::min(horizon, k * step));
            worth += (reached - before) * std::pow(1.1, -k * step / 52);
            before = reached;
        }
        total += worth;
        const double expected = 0.4 * values.expectedSpend[i] * worth;
        QVERIFY2(relativeError(values.clv[i], expected) < (horizon > 300 ? 2e-4 : 1e-6),
                 qPrintable(u"%1 instead of %2"_s.arg(values.clv[i]).arg(expected)));
    }
    QVERIFY(total > 0);
    // Received later, money is worth less.
    query.discounting = Clv::Discounting::Continuous;
    const Result<Clv::ClvResult> steady = Clv::computeClv(m_snapshot, query, {}, &m_result, false);
    QVERIFY(steady);
    QVERIFY(result->totalClv < steady->totalClv);
    QVERIFY(result->totalClv > 0.94 * steady->totalClv);
}

void TestClvJob::twelveMonthsOfCdnowThroughTheJob()
{
    // The reference's monthly sum at rounded parameters; the job fits its own, so that the total
    // agrees to the rounding of the parameters.
    const std::optional<ClvData::Log> log =
        ClvData::readLog(u"cdnow_sample_transactions.csv"_s, u"amount"_s);
    if (!log || !ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject entry = ClvData::reference(u"clv12m-cdnow-bgnbd-gg"_s);
    Clv::ClvQuery query;
    query.until = QDate(1997, 9, 30);
    query.discounting = Clv::Discounting::Monthly;
    query.annualDiscountRate =
        std::pow(1 + entry[u"inputs"_s][u"monthly_discount"_s].toDouble(), 12) - 1;
    query.horizonPeriods = 52; // twelve months of 52 / 12 weeks; the reference's have 4.345
    const Result<Clv::ClvResult> result = Clv::computeClv(log->snapshot, query, {}, nullptr, false);
    QVERIFY(result);
    QVERIFY2(relativeError(result->totalClv, entry[u"expected"_s][u"sum_clv"_s].toDouble()) < 0.005,
             qPrintable(QString::number(result->totalClv)));
}

void TestClvJob::retentionCostIsTakenOffWhileACustomer_data()
{
    QTest::addColumn<int>("model");
    for (const Clv::Model model : {Clv::Model::Nbd, Clv::Model::ParetoNbd, Clv::Model::BgNbd,
                                   Clv::Model::MbgNbd, Clv::Model::BgCnbdK, Clv::Model::GgomNbd})
        QTest::newRow(qPrintable(Clv::modelName(model))) << int(model);
}

void TestClvJob::retentionCostIsTakenOffWhileACustomer()
{
    // The time as a customer against a sum over weeks of the chance to be one still, from draws of
    // the future.
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model), 2);
    const std::vector<double> p =
        Clv::Model(model) == Clv::Model::Nbd         ? std::vector<double>{0.8, 4}
        : Clv::Model(model) == Clv::Model::GgomNbd   ? std::vector<double>{0.8, 4, 2, 0.02, 1}
        : Clv::Model(model) == Clv::Model::ParetoNbd ? std::vector<double>{0.8, 4, 0.5, 20}
                                                     : std::vector<double>{0.8, 4, 0.8, 3};
    const double x = 3;
    const double tx = 20;
    const double T = 30;
    double time = 0;
    m->aliveTimeIfAlive(p, {&x, 1}, {&tx, 1}, {&T, 1}, 156, 0.002, Clv::Accuracy::Exact,
                        {&time, 1});
    double coarse = 0;
    m->aliveTimeIfAlive(p, {&x, 1}, {&tx, 1}, {&T, 1}, 156, 0.002, Clv::Accuracy::Search,
                        {&coarse, 1});
    QVERIFY(relativeError(coarse, time) < 1e-3);
    Numerics::Random random(4);
    double drawn = 0;
    constexpr int draws = 60000;
    for (int i = 0; i < draws; ++i)
        drawn += m->drawFuture(p, x, tx, T, 156, 0.002, random).alive / draws;
    // Regular buyers' time is that of the Poisson stream with their mean rate, without the stage.
    const bool isRegular = Clv::Model(model) == Clv::Model::BgCnbdK;
    QVERIFY2(relativeError(drawn, time) < (isRegular ? 0.08 : 0.015),
             qPrintable(u"%1 drawn, %2 computed"_s.arg(drawn).arg(time)));

    Clv::ClvQuery query = m_query;
    query.model = Clv::Model(model);
    query.horizonPeriods = 156;
    const Result<Clv::ClvResult> free = Clv::computeClv(m_snapshot, query);
    query.retentionCost = 26; // 0.50 a week
    const Result<Clv::ClvResult> costly = Clv::computeClv(m_snapshot, query, {}, &*free);
    QVERIFY(free && costly);
    QVERIFY(costly->totalClv < free->totalClv);
    QVERIFY(costly->totalLow < costly->totalClv && costly->totalClv < costly->totalHigh);
    for (std::size_t i = 0; i < free->values->size(); ++i) {
        const double cost = free->values->clv[i] - costly->values->clv[i];
        QVERIFY(cost >= -1e-9 && cost <= 0.5 * 156 + 1e-9);
        QVERIFY(costly->values->clvLow[i] <= costly->values->clvHigh[i]);
    }
}

void TestClvJob::realisedValueIsWhatWasBought()
{
    double bought = 0;
    for (const std::int64_t amount : m_snapshot.purchases.amount)
        bought += double(amount) / 100;
    QVERIFY(relativeError(m_result.realisedTotal, 0.4 * bought) < 1e-9);
    QVERIFY(relativeError(sum(m_result.values->realised), m_result.realisedTotal) < 1e-12);
    const QJsonObject clv = Clv::toJson(m_result, 0)[u"clv"_s].toObject();
    QVERIFY(relativeError(clv[u"with_realised"_s].toDouble(),
                          m_result.totalClv + m_result.realisedTotal)
            < 1e-12);
}

void TestClvJob::independenceIsTested()
{
    QVERIFY(!m_result.independence.isEmpty());
    QVERIFY(m_result.spendCorrelationP >= 0 && m_result.spendCorrelationP <= 1);
    // Who buys more often spends more: the assumption fails and the result says so.
    std::vector<Purchase> purchases;
    Numerics::Random random(8);
    for (int i = 0; i < 600; ++i) {
        const int times = 2 + i % 8;
        for (int k = 0; k < times; ++k)
            purchases.push_back({i, QDate(2023, 1, 1).addDays(40 * k + i % 30),
                                 1000 * times + random.integer(0, 900), 0});
    }
    const Result<Clv::ClvResult> linked = Clv::computeClv(
        ClvData::snapshotOf(std::move(purchases), 600), m_query, {}, nullptr, false);
    QVERIFY(linked);
    QVERIFY(linked->spendCorrelation > 0.9);
    QVERIFY(linked->spendCorrelationP < 1e-6);
    QVERIFY(linked->independence.contains(u"too low"_s));
    QVERIFY(Clv::toJson(*linked, 0)[u"spend_model"_s][u"correlation_p_value"_s].isDouble());
}

void TestClvJob::everyModelOfTheContractAnswers_data()
{
    QTest::addColumn<int>("model");
    for (int model = 0; model < int(Clv::Model::Auto); ++model)
        QTest::newRow(qPrintable(Clv::modelName(Clv::Model(model)))) << model;
}

void TestClvJob::everyModelOfTheContractAnswers()
{
    QFETCH(int, model);
    Customers::Snapshot snapshot = m_snapshot;
    for (Customers::CustomerIndex customer = 0; customer < 400; ++customer) {
        const std::int32_t start = 19400 + std::int32_t(customer % 300);
        snapshot.subscriptions.customer.push_back(customer);
        snapshot.subscriptions.startedDay.push_back(start);
        snapshot.subscriptions.endedDay.push_back(
            customer % 3 == 0 ? INT32_MIN : start + 20 + std::int32_t(customer * 7 % 300));
        snapshot.subscriptions.price.push_back(4900);
    }
    Clv::ClvQuery query = m_query;
    query.model = Clv::Model(model);
    if (query.model == Clv::Model::BgBb || Clv::isContractual(query.model))
        query.period = PeriodUnit::Month;
    const Result<Clv::ClvResult> result = Clv::computeClv(snapshot, query);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->purchaseFit.model, Clv::modelName(query.model));
    QVERIFY(!result->purchaseFit.parameters.isEmpty());
    QVERIFY(std::isfinite(result->purchaseFit.bic));
    const QString problem = Clv::problemText(result->purchaseFit.problem);
    QVERIFY2(result->purchaseFit.converged != !problem.isEmpty(),
             qPrintable(problem)); // told plainly either way
    QVERIFY(result->totalClv > 0);
    QVERIFY(result->totalLow < result->totalClv && result->totalClv < result->totalHigh);
    QVERIFY(result->realisedTotal > 0);
    for (std::size_t i = 0; i < result->values->size(); ++i) {
        QVERIFY(result->values->pAlive[i] >= 0 && result->values->pAlive[i] <= 1);
        QVERIFY(std::isfinite(result->values->clv[i]));
        QVERIFY(result->values->clvLow[i] <= result->values->clvHigh[i]);
        QVERIFY(std::isfinite(result->values->expectedPurchases[i]));
    }
}

void TestClvJob::nestedModelsAreNeverBetter()
{
    const Result<Clv::Comparison> comparison = Clv::compareModels(m_snapshot, m_query);
    QVERIFY(comparison);
    QCOMPARE(comparison->candidates.size(), 8); // seven models and the historic mean
    const auto likelihood = [&](Clv::Model model) {
        for (const Clv::Candidate &candidate : comparison->candidates) {
            if (!candidate.isHistoricMean && candidate.model == model)
                return candidate.fit.logLikelihood;
        }
        return Clv::notAvailable;
    };
    QVERIFY(likelihood(Clv::Model::ParetoNbd) >= likelihood(Clv::Model::Nbd));
    QVERIFY(likelihood(Clv::Model::BgNbd) >= likelihood(Clv::Model::Nbd));
    QVERIFY(likelihood(Clv::Model::GgomNbd) >= likelihood(Clv::Model::ParetoNbd) - 1e-3);
    QVERIFY(likelihood(Clv::Model::BgCnbdK) >= likelihood(Clv::Model::BgNbd) - 1e-6);
    QVERIFY(likelihood(Clv::Model::MbgCnbdK) >= likelihood(Clv::Model::MbgNbd) - 1e-6);
    QVERIFY(comparison->tests.size() >= 5);
    for (const Clv::LikelihoodRatioTest &test : comparison->tests) {
        QVERIFY(test.statistic >= 0 && test.pValue >= 0 && test.pValue <= 1);
        QVERIFY(!test.verdict.isEmpty());
    }
}

void TestClvJob::boundsOfChanceAreWider()
{
    QVERIFY(m_result.totalLow < m_result.expectedLow);
    QVERIFY(m_result.expectedLow < m_result.totalClv);
    QVERIFY(m_result.totalClv < m_result.expectedHigh);
    QVERIFY(m_result.expectedHigh < m_result.totalHigh);
    Clv::ClvQuery query = m_query;
    query.intervalLevel = 0.5;
    const Result<Clv::ClvResult> narrow = Clv::computeClv(m_snapshot, query, {}, &m_result);
    QVERIFY(narrow);
    QVERIFY(narrow->totalLow > m_result.totalLow && narrow->totalHigh < m_result.totalHigh);
}

void TestClvJob::cancelledWorkEndsWithCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<Clv::ClvResult> result =
        Clv::computeClv(m_snapshot, m_query, Progress(stop.get_token()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
}

void TestClvJob::jsonHasTheContractsFields()
{
    Clv::ClvQuery query = m_query;
    query.calibrationEnd = QDate(2024, 6, 30);
    query.horizonPeriods = 52;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query, {}, &m_result, false);
    QVERIFY(result);
    const QJsonObject json = Clv::toJson(*result, 0.25, u"SAR"_s);
    for (const QString &field :
         {u"model"_s, u"period"_s, u"parameters"_s, u"log_likelihood"_s, u"converged"_s,
          u"customers"_s, u"repeat_customers"_s, u"spend_model"_s, u"until"_s, u"horizon"_s,
          u"holdout"_s, u"clv"_s, u"seconds"_s})
        QVERIFY2(json.contains(field), qPrintable(field));
    QCOMPARE(json[u"model"_s].toString(), u"pareto-nbd"_s);
    QCOMPARE(json[u"period"_s].toString(), u"week"_s);
    for (const QString &name : {u"r"_s, u"alpha"_s, u"s"_s, u"beta"_s}) {
        QVERIFY(json[u"parameters"_s][name][u"value"_s].toDouble() > 0);
        QVERIFY(json[u"parameters"_s][name][u"std_error"_s].toDouble() > 0);
    }
    QVERIFY(json[u"spend_model"_s][u"parameters"_s][u"gamma"_s][u"value"_s].toDouble() > 0);
    QCOMPARE(json[u"horizon"_s].toDouble(), 52.0);
    QCOMPARE(json[u"holdout"_s][u"calibration_end"_s].toString(), u"2024-06-30"_s);
    QVERIFY(json[u"holdout"_s][u"tracking"_s].toArray().size() > 90);
    QVERIFY(json[u"clv"_s][u"low"_s].toDouble() < json[u"clv"_s][u"high"_s].toDouble());
    QCOMPARE(json[u"seconds"_s][u"load"_s].toDouble(), 0.25);
    QVERIFY(Clv::toJson(m_result, 0)[u"holdout"_s].isNull());
    QCOMPARE(Clv::toJson(m_result, 0)[u"horizon"_s].toString(), u"lifetime"_s);
    QVERIFY(!QJsonDocument(Clv::toJson(m_result, 0)).toJson().contains("nan"));
}

void TestClvJob::customerRowsHaveTheContractsColumns()
{
    QCOMPARE(
        Clv::customerTableColumns().join(u','),
        u"customer_id,x,t_x,T,mean_spend,p_alive,expected_purchases,expected_spend,clv,clv_low,clv_high"_s);
    QList<QStringList> rows;
    Clv::forEachCustomerRow(
        m_result, [](Customers::CustomerIndex customer) { return u"C%1"_s.arg(customer); },
        [&rows](const QStringList &row) { rows.append(row); });
    QCOMPARE(rows.size(), qsizetype(m_result.values->size()));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].size(), 11);
        QVERIFY(!rows[i].contains(u"nan"_s));
        QCOMPARE(rows[i][0], u"C%1"_s.arg(m_result.values->customer[std::size_t(i)]));
        QVERIFY(relativeError(rows[i][8].toDouble(), m_result.values->clv[std::size_t(i)]) < 1e-13);
    }
}

void TestClvJob::namesRoundTrip()
{
    for (int i = 0; i <= int(Clv::Model::Auto); ++i) {
        QVERIFY(!Clv::modelTitle(Clv::Model(i)).isEmpty());
        QCOMPARE(Clv::modelFromName(Clv::modelName(Clv::Model(i))), std::optional(Clv::Model(i)));
    }
    QCOMPARE(Clv::modelFromName(u"bg-nbd"_s), std::optional(Clv::Model::BgNbd));
    QVERIFY(!Clv::modelFromName(u"magic"_s));
    for (int i = 0; i <= int(Clv::SpendModel::None); ++i)
        QCOMPARE(Clv::spendModelFromName(Clv::spendModelName(Clv::SpendModel(i))),
                 std::optional(Clv::SpendModel(i)));
}

QTEST_GUILESS_MAIN(TestClvJob)
#include "tst_clvjob.moc"
