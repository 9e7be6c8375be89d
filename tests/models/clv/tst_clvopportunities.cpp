#include "models/clv/bgbb.h"
#include "models/clv/clvjob.h"
#include "models/clv/customermaps.h"
#include "models/clv/diagnostics.h"
#include "models/clv/opportunities.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using ClvData::Purchase;
using ClvData::relativeError;

/// BG/BB on purchases at fixed opportunities.
class TestClvOpportunities : public QObject
{
    Q_OBJECT
private slots:
    void purchasesOfOnePeriodCountOnce();
    void theLastPeriodCountsWhenItsPurchasesHaveCome_data();
    void theLastPeriodCountsWhenItsPurchasesHaveCome();
    void weeksEndOnTheLastDay();
    void donationsReachTheMaximum();
    void isComparedWithTheOthers();
    void simulatedAnnualLogIsFitted();
    void parametersAreRecovered();
    void futuresHaveTheExpectedMean();
    void extremesStayFinite();
    void historyAndMapAreInRange();
    void diagnosticsCountOpportunities();
    void mapsAreInWholeOpportunities();
};

namespace {

/// The donations table as donations on days of the years 1995 to 2001.
std::optional<Customers::Snapshot> donations()
{
    const QList<QStringList> table = ClvData::tableOf(u"donations_1995_rf.csv"_s);
    if (table.isEmpty())
        return std::nullopt;
    std::vector<Purchase> purchases;
    int customer = 0;
    for (const QStringList &cells : table.mid(1)) {
        const int x = cells.value(0).toInt();
        const int tx = cells.value(1).toInt();
        for (int i = 0; i < cells.value(3).toInt(); ++i, ++customer) {
            purchases.push_back({customer, QDate(1995, 3, 1), 5000, 0});
            for (int k = 1; k < x; ++k) // which ones before the last does not matter
                purchases.push_back({customer, QDate(1995 + k, 7, 1), 3000, 0});
            if (x > 0) {
                purchases.push_back({customer, QDate(1995 + tx, 7, 1), 3000, 0});
                purchases.push_back({customer, QDate(1995 + tx, 9, 1), 1000, 0});
            }
        }
    }
    return ClvData::snapshotOf(std::move(purchases), customer);
}

Clv::ClvQuery yearly(QDate until = {})
{
    Clv::ClvQuery query;
    query.model = Clv::Model::BgBb;
    query.period = PeriodUnit::Year;
    query.until = until;
    return query;
}

} // namespace

void TestClvOpportunities::purchasesOfOnePeriodCountOnce()
{
    const Customers::Snapshot snapshot = ClvData::snapshotOf({{0, QDate(2018, 5, 1), 1000, 0},
                                                              {0, QDate(2018, 11, 1), 500, 0},
                                                              {0, QDate(2020, 2, 1), 2000, 0},
                                                              {0, QDate(2020, 12, 31), 3000, 0},
                                                              {0, QDate(2021, 1, 1), 700, 0},
                                                              {1, QDate(2023, 6, 1), 100, 0}},
                                                             2);
    const Clv::PurchaseSummary summary =
        Clv::summariseOpportunities(snapshot, QDate(2023, 12, 31), PeriodUnit::Year);
    QCOMPARE(summary.size(), std::size_t(2));
    QCOMPARE(summary.x[0], 2u); // 2020 and 2021
    QCOMPARE(summary.tx[0], 3.0);
    QCOMPARE(summary.T[0], 5.0);
    QCOMPARE(summary.firstSpend[0], 15.0);
    QCOMPARE(summary.meanSpend[0], (50.0 + 7.0) / 2);
    QCOMPARE(summary.T[1], 0.0);
    QCOMPARE(Clv::opportunitiesBetween(snapshot, summary, 2018, 2020),
             (std::vector<std::uint32_t>{1, 0}));
    QCOMPARE(Clv::opportunitiesBetween(snapshot, summary, 2020, 2023),
             (std::vector<std::uint32_t>{1, 1}));
}

void TestClvOpportunities::theLastPeriodCountsWhenItsPurchasesHaveCome_data()
{
    QTest::addColumn<QDate>("until");
    QTest::addColumn<int>("last");
    QTest::newRow("over") << QDate(2021, 12, 31) << 2021;
    QTest::newRow("after the usual day") << QDate(2021, 3, 20) << 2021;
    QTest::newRow("before it") << QDate(2021, 2, 1) << 2020;
}

void TestClvOpportunities::theLastPeriodCountsWhenItsPurchasesHaveCome()
{
    QFETCH(QDate, until);
    QFETCH(int, last);
    std::vector<Purchase> purchases;
    for (int i = 0; i < 20; ++i)
        purchases.push_back({i, QDate(2015 + i % 5, 3, 1).addDays(i % 15), 100, 0});
    const Clv::PurchaseSummary summary = Clv::summariseOpportunities(
        ClvData::snapshotOf(std::move(purchases), 20), until, PeriodUnit::Year);
    QCOMPARE(*summary.lastOpportunity, std::int64_t(last));
}

void TestClvOpportunities::weeksEndOnTheLastDay()
{
    const QDate until(2024, 6, 12); // a Wednesday
    QCOMPARE(Clv::opportunityOf(until, PeriodUnit::Week, until), std::int64_t(0));
    QCOMPARE(Clv::opportunityOf(until.addDays(-6), PeriodUnit::Week, until), std::int64_t(0));
    QCOMPARE(Clv::opportunityOf(until.addDays(-7), PeriodUnit::Week, until), std::int64_t(-1));
    QCOMPARE(Clv::opportunityOf(until.addDays(1), PeriodUnit::Week, until), std::int64_t(1));
    QCOMPARE(Clv::opportunityOf(until.addDays(8), PeriodUnit::Week, until), std::int64_t(2));
    for (const PeriodUnit unit : {PeriodUnit::Day, PeriodUnit::Week, PeriodUnit::Month,
                                  PeriodUnit::Quarter, PeriodUnit::Year}) {
        for (int day = -800; day < 800; day += 37) {
            const std::int64_t number = Clv::opportunityOf(until.addDays(day), unit, until);
            QVERIFY(Clv::opportunityEnd(number, unit, until) >= until.addDays(day));
            QVERIFY(Clv::opportunityEnd(number - 1, unit, until) < until.addDays(day));
        }
    }
}

void TestClvOpportunities::donationsReachTheMaximum()
{
    const std::optional<Customers::Snapshot> snapshot = donations();
    if (!snapshot || !ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject entry = ClvData::reference(u"bgbb-donations"_s);
    const QJsonObject maximum = entry[u"maximum_likelihood"_s].toObject();
    const QJsonObject tolerance = entry[u"tolerance"_s].toObject();
    Clv::ClvQuery query = yearly(QDate(2001, 12, 31));
    query.horizonPeriods = 5;
    const Result<Clv::ClvResult> result = Clv::computeClv(*snapshot, query, {}, nullptr, false);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->customers, qint64(entry[u"n_customers"_s].toInt()));
    QVERIFY2(result->purchaseFit.converged, qPrintable(Clv::problemText(result->purchaseFit.problem)));
    QVERIFY(std::abs(result->purchaseFit.logLikelihood - maximum[u"loglik"_s].toDouble())
            < tolerance[u"loglik_abs"_s].toDouble());
    for (const Clv::Parameter &parameter : result->purchaseFit.parameters) {
        QVERIFY(relativeError(parameter.value, maximum[u"params"_s][parameter.name].toDouble())
                < tolerance[u"params_rel"_s].toDouble());
        QVERIFY(relativeError(parameter.stdError,
                              maximum[u"standard_errors"_s][parameter.name].toDouble())
                < 0.02);
    }
    // Published: 12,884 donations expected in the next five years at rounded parameters.
    double expected = 0;
    for (const double purchases : result->values->expectedPurchases)
        expected += purchases;
    QVERIFY(relativeError(expected, entry[u"at_given_params"_s][u"sum_cet_5"_s].toDouble())
            < 0.002);
    QVERIFY(result->totalLow < result->totalClv && result->totalClv < result->totalHigh);
}

void TestClvOpportunities::isComparedWithTheOthers()
{
    const std::optional<Customers::Snapshot> snapshot = donations();
    if (!snapshot)
        QSKIP("The shared folder with the data is not here.");
    Clv::ClvQuery query = yearly();
    const Result<Clv::Comparison> asked = Clv::compareModels(*snapshot, query);
    QVERIFY2(asked.ok(), asked.ok() ? "" : qPrintable(asked.error().message));
    int counted = 0;
    int others = 0;
    for (const Clv::Candidate &candidate : asked->candidates) {
        if (candidate.isHistoricMean)
            continue;
        const bool isOwn = candidate.model == Clv::Model::BgBb;
        counted += isOwn ? 1 : 0;
        others += isOwn ? 0 : 1;
        if (isOwn)
            QCOMPARE(candidate.fit.parameters.size(), 4);
        QVERIFY(candidate.meanClv > 0);
    }
    QCOMPARE(counted, 1); // on its own opportunities
    QVERIFY(others >= 5); // beside those that count purchases
    // Who did not ask for opportunities is not shown any.
    query.model = Clv::Model::BgNbd;
    query.period = PeriodUnit::Week;
    const Result<Clv::Comparison> usual = Clv::compareModels(*snapshot, query);
    QVERIFY(usual.ok());
    for (const Clv::Candidate &candidate : usual->candidates)
        QVERIFY(candidate.isHistoricMean || candidate.model != Clv::Model::BgBb);
}

void TestClvOpportunities::simulatedAnnualLogIsFitted()
{
    // The log's last year is dated 1983-01-01 like all others on the first of January: it counts.
    const QList<QStringList> table = ClvData::tableOf(u"bgbb_simulated_annual.csv"_s);
    if (table.isEmpty())
        QSKIP("The shared folder with the data is not here.");
    std::vector<Purchase> purchases;
    int customers = 0;
    for (const QStringList &cells : table.mid(1)) {
        const int customer = cells.value(0).toInt() - 1;
        customers = std::max(customers, customer + 1);
        purchases.push_back({customer, QDate(cells.value(1).toInt(), 1, 1), 100, 0});
    }
    const Customers::Snapshot snapshot = ClvData::snapshotOf(std::move(purchases), customers);
    Clv::ClvQuery query = yearly();
    query.calibrationEnd = QDate(1976, 12, 31);
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshot, query, {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QVERIFY(result->purchaseFit.converged);
    QVERIFY(result->holdout);
    QCOMPARE(result->holdout->tracking.size(), 13);
    QVERIFY2(relativeError(result->holdout->predicted, result->holdout->actual) < 0.03,
             qPrintable(
                 u"%1 against %2"_s.arg(result->holdout->predicted).arg(result->holdout->actual)));
    double fitted = 0;
    for (int i = 0; i < 6; ++i) {
        fitted += result->holdout->tracking[i].predicted - result->holdout->tracking[i].actual;
        QVERIFY(relativeError(result->holdout->tracking[i].predicted,
                              result->holdout->tracking[i].actual)
                < 0.05);
    }
    QVERIFY(std::abs(fitted) < 200);
    double customersInBins = 0;
    for (const double expected : result->frequency.expected)
        customersInBins += expected;
    QVERIFY(relativeError(customersInBins, customers) < 1e-9);
}

void TestClvOpportunities::parametersAreRecovered()
{
    Numerics::Random random(61);
    const double truth[] = {1.2, 0.8, 0.7, 4};
    std::vector<std::uint32_t> x;
    std::vector<double> tx;
    std::vector<double> T;
    for (int i = 0; i < 20000; ++i) {
        const double buys = random.beta(truth[0], truth[1]);
        const double leaves = random.beta(truth[2], truth[3]);
        const int n = int(random.integer(3, 12));
        std::uint32_t count = 0;
        int last = 0;
        for (int k = 1; k <= n && random.uniform() >= leaves; ++k) {
            if (random.uniform() < buys) {
                ++count;
                last = k;
            }
        }
        x.push_back(count);
        tx.push_back(last);
        T.push_back(n);
    }
    const Clv::BgBbModel model;
    const Clv::Fit fit = Clv::fitPurchases(model, Clv::groupRows(x, tx, T, 1));
    QVERIFY(fit.isConverged());
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY2(std::abs(fit.parameters[i] - truth[i]) < 3.5 * fit.stdErrors[i],
                 qPrintable(u"%1 ± %2"_s.arg(fit.parameters[i]).arg(fit.stdErrors[i])));
}

void TestClvOpportunities::futuresHaveTheExpectedMean()
{
    const Clv::BgBbModel model;
    const std::vector<double> p{1.2, 0.8, 0.7, 4};
    const double x = 3;
    const double tx = 5;
    const double T = 6;
    Numerics::Random random(5);
    double worth = 0;
    double alive = 0;
    constexpr int draws = 40000;
    for (int i = 0; i < draws; ++i) {
        const Clv::SimulatedFuture future = model.drawFuture(p, x, tx, T, 8, 0.1, random);
        worth += future.count * future.worth / draws;
        alive += future.alive / draws;
    }
    double expected = 0;
    double time = 0;
    model.discountedPurchasesIfAlive(p, {&x, 1}, {&tx, 1}, {&T, 1}, 8, 0.1, Clv::Accuracy::Exact,
                                     {&expected, 1});
    model.aliveTimeIfAlive(p, {&x, 1}, {&tx, 1}, {&T, 1}, 8, 0.1, Clv::Accuracy::Exact, {&time, 1});
    QVERIFY(relativeError(worth, expected) < 0.02);
    QVERIFY(relativeError(alive, time) < 0.02);
}

void TestClvOpportunities::extremesStayFinite()
{
    const Clv::BgBbModel model;
    for (const std::vector<double> &p :
         {std::vector<double>{1e-4, 1e3, 1e-4, 1e3}, std::vector<double>{1e4, 1e-3, 1e3, 1e-3},
          std::vector<double>{1, 1, 1, 1}}) {
        for (const double n : {0.0, 1.0, 200.0}) {
            for (const double x : {0.0, std::min(1.0, n), n}) {
                const double tx = x;
                QVERIFY(std::isfinite(model.logLikelihood(p, x, tx, n)));
                const double alive = model.pAlive(p, x, tx, n);
                QVERIFY(alive >= 0 && alive <= 1);
                for (const double rate : {0.0, 0.1}) {
                    double expected = 0;
                    model.discountedPurchasesIfAlive(p, {&x, 1}, {&tx, 1}, {&n, 1}, 1000, rate,
                                                     Clv::Accuracy::Exact, {&expected, 1});
                    QVERIFY(std::isfinite(expected) && expected >= 0);
                }
                double none = 1;
                model.expectedPurchasesIfAlive(p, {&x, 1}, {&tx, 1}, {&n, 1}, 0, {&none, 1});
                QCOMPARE(none, 0.0);
            }
        }
    }
}

void TestClvOpportunities::historyAndMapAreInRange()
{
    const std::optional<Customers::Snapshot> snapshot = donations();
    if (!snapshot)
        QSKIP("The shared folder with the data is not here.");
    const Result<Clv::ClvResult> result = Clv::computeClv(
        *snapshot, yearly(QDate(2001, 12, 31)), {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY(result.ok());
    const Clv::AliveMap map = Clv::aliveMap(*result);
    for (std::size_t cell = 0; cell < map.pAlive.size(); ++cell) {
        const double x = map.frequency[cell % map.frequency.size()];
        const double silence = map.recency[cell / map.frequency.size()];
        if (x > 0 && x > 6 - silence) // six opportunities: nobody can have bought so often
            QVERIFY(std::isnan(map.pAlive[cell]));
        else
            QVERIFY(map.pAlive[cell] >= 0 && map.pAlive[cell] <= 1);
    }
    for (const Customers::CustomerIndex customer : {0u, 700u, 9000u}) {
        const Clv::AliveHistory history = Clv::aliveHistory(*snapshot, *result, customer);
        QVERIFY(!history.pAlive.empty());
        for (const double alive : history.pAlive)
            QVERIFY(alive >= 0 && alive <= 1);
        QVERIFY(std::abs(history.pAlive.back() - result->values->pAlive[customer]) < 1e-9);
    }
}

void TestClvOpportunities::diagnosticsCountOpportunities()
{
    // Buyers at yearly opportunities, 2010 to 2021, several orders in a year.
    Numerics::Random random(19);
    std::vector<Purchase> purchases;
    for (int i = 0; i < 3000; ++i) {
        const double take = random.beta(1.2, 0.8);
        const double leave = random.beta(0.7, 2.8);
        purchases.push_back({i, QDate(2010, 3, 1), 5000, 0});
        for (int year = 2011; year <= 2021 && random.uniform() >= leave; ++year) {
            if (random.uniform() < take) {
                purchases.push_back({i, QDate(year, 2, 1), 3000, 0});
                purchases.push_back({i, QDate(year, 5, 1), 1000, 0});
            }
        }
    }
    const Customers::Snapshot snapshot = ClvData::snapshotOf(std::move(purchases), 3000);
    Clv::ClvQuery query = yearly(QDate(2021, 12, 31));
    query.calibrationEnd = QDate(2016, 12, 31);
    const Result<Clv::FitDiagnostics> result = Clv::diagnoseFit(snapshot, query);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    double expected = 0;
    double actual = 0;
    for (std::size_t bin = 0; bin < result->conditional.customers.size(); ++bin) {
        if (result->conditional.customers[bin] == 0)
            continue;
        expected += result->conditional.customers[bin] * result->conditional.expected[bin];
        actual += result->conditional.customers[bin] * result->conditional.actual[bin];
        QVERIFY(result->conditional.actual[bin] <= 5); // of five opportunities
        QVERIFY(std::abs(result->conditional.actual[bin] - result->conditional.expected[bin])
                < 0.35);
    }
    QVERIFY(relativeError(expected, result->holdout.predicted) < 1e-9);
    QVERIFY(relativeError(actual, result->holdout.actual) < 1e-12);
    for (const Clv::AliveGroup &group : result->alive) {
        if (group.customers > 150)
            QVERIFY2(std::abs(group.actualActive - group.expectedActive) < 0.1,
                     qPrintable(u"from %1: %2 against %3"_s.arg(group.from)
                                    .arg(group.actualActive)
                                    .arg(group.expectedActive)));
    }
}

void TestClvOpportunities::mapsAreInWholeOpportunities()
{
    const std::optional<Customers::Snapshot> snapshot = donations();
    if (!snapshot)
        QSKIP("The shared folder with the data is not here.");
    const Result<Clv::ClvResult> result = Clv::computeClv(
        *snapshot, yearly(QDate(2001, 12, 31)), {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY(result.ok());
    std::vector<double> v;
    for (const Clv::Parameter &parameter : result->purchaseFit.parameters)
        v.push_back(parameter.value);
    const Clv::BgBb::Parameters p{v[0], v[1], v[2], v[3]};
    const Clv::PurchaseMap map = Clv::purchaseMap(*result, 5);
    QCOMPARE(map.frequency, (std::vector<double>{0, 1, 2, 3, 4, 5, 6}));
    QCOMPARE(map.recency, (std::vector<double>{0, 1, 2, 3, 4, 5, 6}));
    for (const auto &[x, silence] : {std::pair(0, 6), std::pair(2, 2), std::pair(3, 3),
                                     std::pair(6, 0), std::pair(1, 5)}) {
        const double expected = Clv::BgBb::conditionalExpectedPurchases(
            p, x, x == 0 ? 0 : 6 - silence, x == 0 ? silence : 6, 5);
        QVERIFY(relativeError(map.expected[std::size_t(silence * 7 + x)], expected) < 1e-9);
    }
    for (std::size_t cell = 0; cell < map.expected.size(); ++cell) {
        const double x = map.frequency[cell % map.frequency.size()];
        const double silence = map.recency[cell / map.frequency.size()];
        if (x > 0 && x > 6 - silence)
            QVERIFY(std::isnan(map.expected[cell]));
        else
            QVERIFY(map.expected[cell] >= 0 && map.expected[cell] <= 5);
    }
}

QTEST_GUILESS_MAIN(TestClvOpportunities)
#include "tst_clvopportunities.moc"
