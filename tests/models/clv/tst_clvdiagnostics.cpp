#include "models/clv/bgnbd.h"
#include "models/clv/clvjob.h"
#include "models/clv/concentration.h"
#include "models/clv/customermaps.h"
#include "models/clv/diagnostics.h"
#include "models/clv/population.h"
#include "models/clv/purchasesummary.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using ClvData::Purchase;
using ClvData::relativeError;

/// What the fit panel shows, against closed forms and customers simulated with a known truth.
class TestClvDiagnostics : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void equalValuesAreNotConcentrated();
    void oneOwnerHoldsEverything();
    void exponentialValuesHaveTheKnownCurve();
    void unknownAndNegativeValuesDoNotDisturb();
    void groupsAddUpToTheHoldout();
    void theTrueModelIsCalibrated();
    void expectedActivityHasTheClosedForm();
    void aWrongModelIsFoundOut();
    void spendSharesMatchSimulatedAmounts();
    void spendFitWithoutModelShowsWhatWasObserved();
    void mapsAreTheModelsOwnNumbers();
    void everyCustomerLiesInOneCell();
    void calibrationNeedsADay();
    void thinDataLeaveTheReason();
    void cancelledWorkEndsWithCancelled();
    void usualSplitKeepsHalfAYear_data();
    void usualSplitKeepsHalfAYear();

private:
    Customers::Snapshot m_snapshot;
    Clv::ClvQuery m_query;
    Clv::FitDiagnostics m_diagnostics;
};

namespace {

constexpr double r = 0.9;
constexpr double alpha = 8;
constexpr double a = 0.8;
constexpr double b = 2.5;
const QDate start(2022, 1, 3);

/// BG/NBD customers, all acquired within a year, followed for two: leave with chance p after a
/// purchase. Amounts from a gamma-gamma model.
Customers::Snapshot population(int customers, std::uint64_t seed)
{
    Numerics::Random random(seed);
    std::vector<Purchase> purchases;
    for (int i = 0; i < customers; ++i) {
        const qint64 first = random.integer(0, 363);
        const double lambda = random.gamma(r, alpha);
        const double p = random.beta(a, b);
        const double nu = random.gamma(4, 60);
        const auto amount = [&] { return qint64(std::llround(100 * random.gamma(6, nu))) + 1; };
        purchases.push_back({i, start.addDays(first), amount(), 3600});
        for (double time = random.exponential(lambda); time * 7 + double(first) < 727;
             time += random.exponential(lambda)) {
            purchases.push_back({i, start.addDays(first + 1 + qint64(time * 7)), amount(), 7200});
            if (random.uniform() < p)
                break;
        }
    }
    return ClvData::snapshotOf(std::move(purchases), customers);
}

/// What BG/NBD with these parameters says of the customers of a calibration.
Clv::CustomerForecasts forecasts(const Clv::PurchaseSummary &calibration,
                                 const std::vector<double> &parameters, double length)
{
    const Clv::BgNbdModel model;
    const Clv::PurchaseProcess process{&model, {}, 0};
    return Clv::forecastCustomers(process, parameters, Clv::oneGroup(calibration), length, 5);
}

} // namespace

void TestClvDiagnostics::initTestCase()
{
    m_snapshot = population(6000, 7);
    m_query.until = start.addDays(727);
    m_query.calibrationEnd = start.addDays(545);
    const Result<Clv::FitDiagnostics> result = Clv::diagnoseFit(m_snapshot, m_query);
    QVERIFY(result);
    m_diagnostics = *result;
    QVERIFY(m_diagnostics.purchaseFit.converged);
}

void TestClvDiagnostics::equalValuesAreNotConcentrated()
{
    const std::vector<double> values(100, 7.0);
    const Clv::Concentration curve = Clv::concentration(values);
    QVERIFY(std::abs(curve.gini) < 1e-12);
    for (const double share : {0.0, 0.013, 0.5, 0.999, 1.0})
        QVERIFY(std::abs(curve.shareOfLowest(share) - share) < 1e-12);
}

void TestClvDiagnostics::oneOwnerHoldsEverything()
{
    std::vector<double> values(50, 0.0);
    values[17] = 3;
    const Clv::Concentration curve = Clv::concentration(values);
    QVERIFY(std::abs(curve.gini - 0.98) < 1e-12); // 1 - 1/n
    QCOMPARE(curve.shareOfLowest(0.98), 0.0);
    QCOMPARE(curve.shareOfLowest(1), 1.0);
    QCOMPARE(curve.customersUpTo(0), 0.98);
}

void TestClvDiagnostics::exponentialValuesHaveTheKnownCurve()
{
    // Quantiles of the exponential distribution: Gini 1/2, L(p) = p + (1 - p) ln(1 - p).
    std::vector<double> values;
    constexpr int count = 20000;
    for (int i = 0; i < count; ++i)
        values.push_back(-std::log(1 - (i + 0.5) / count));
    const Clv::Concentration curve = Clv::concentration(values);
    QVERIFY(std::abs(curve.gini - 0.5) < 1e-3);
    for (const double p : {0.1, 0.5, 0.8, 0.95})
        QVERIFY(std::abs(curve.shareOfLowest(p) - (p + (1 - p) * std::log(1 - p))) < 1e-3);
    QVERIFY(std::abs(curve.customersUpTo(1) - (1 - std::exp(-1))) < 1e-3);
}

void TestClvDiagnostics::unknownAndNegativeValuesDoNotDisturb()
{
    const std::vector<double> values{Clv::notAvailable, -4, 1, 3};
    const Clv::Concentration curve = Clv::concentration(values);
    QCOMPARE(curve.size(), std::size_t(3));
    QCOMPARE(curve.shareOfLowest(2.0 / 3), 0.25);
    QCOMPARE(Clv::concentration({}).size(), std::size_t(0));
    QCOMPARE(Clv::concentration({}).gini, 0.0);
}

void TestClvDiagnostics::groupsAddUpToTheHoldout()
{
    const Clv::ConditionalExpectation &bins = m_diagnostics.conditional;
    QCOMPARE(bins.customers.size(), std::size_t(8));
    double customers = 0;
    double actual = 0;
    double expected = 0;
    for (std::size_t bin = 0; bin < bins.customers.size(); ++bin) {
        customers += bins.customers[bin];
        actual += bins.customers[bin] * bins.actual[bin];
        expected += bins.customers[bin] * bins.expected[bin];
    }
    QCOMPARE(customers, 6000.0);
    QVERIFY(relativeError(actual, m_diagnostics.holdout.actual) < 1e-12);
    QVERIFY(relativeError(expected, m_diagnostics.holdout.predicted) < 1e-12);
    // The frequency histogram counts the same customers by the same repeat purchases.
    for (std::size_t bin = 0; bin < bins.customers.size(); ++bin)
        QCOMPARE(bins.customers[bin], m_diagnostics.frequency.actual[bin]);

    double grouped = 0;
    for (const Clv::AliveGroup &group : m_diagnostics.alive) {
        grouped += group.customers;
        QVERIFY(group.meanAlive >= group.from && group.meanAlive <= group.until);
        QVERIFY(group.low <= group.actualActive && group.actualActive <= group.high);
        QVERIFY(group.expectedActive <= group.meanAlive);
    }
    QCOMPARE(grouped, 6000.0);
}

void TestClvDiagnostics::theTrueModelIsCalibrated()
{
    for (const Clv::AliveGroup &group : m_diagnostics.alive) {
        const double share = group.expectedActive;
        const double sd = std::sqrt(share * (1 - share) / group.customers) + 0.004;
        QVERIFY2(std::abs(group.actualActive - share) < 4 * sd,
                 qPrintable(u"P(alive) from %1: %2 bought, %3 expected"_s.arg(group.from)
                                .arg(group.actualActive)
                                .arg(share)));
    }
    QVERIFY(m_diagnostics.alive.size() >= 8);
    const Clv::ConditionalExpectation &bins = m_diagnostics.conditional;
    for (std::size_t bin = 0; bin < bins.customers.size(); ++bin) {
        QVERIFY2(std::abs(bins.actual[bin] - bins.expected[bin])
                     < 5 * std::sqrt((bins.expected[bin] + bins.expected[bin] * bins.expected[bin])
                                     / bins.customers[bin]),
                 qPrintable(u"%1 repeat purchases: %2, expected %3"_s.arg(bin)
                                .arg(bins.actual[bin])
                                .arg(bins.expected[bin])));
    }
}

void TestClvDiagnostics::expectedActivityHasTheClosedForm()
{
    // BG/NBD customers leave only after a purchase, so that nothing within t means no Poisson
    // purchase: P(active) = P(alive) (1 - ((alpha + T) / (alpha + T + t))^(r + x)).
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_snapshot, m_query.calibrationEnd, PeriodUnit::Week);
    const std::vector<std::uint32_t> counts(summary.size(), 0);
    constexpr double length = 26;
    const std::vector<Clv::AliveGroup> groups =
        Clv::aliveCalibration(forecasts(summary, {r, alpha, a, b}, length), counts);
    std::vector<double> expected(10, 0.0);
    for (std::size_t i = 0; i < summary.size(); ++i) {
        const double x = summary.x[i];
        const double T = summary.T[i];
        const double gone = x > 0 ? a / (b + x - 1)
                                        * std::pow((alpha + T) / (alpha + summary.tx[i]), r + x)
                                  : 0;
        const double alive = 1 / (1 + gone);
        expected[std::min<std::size_t>(9, std::size_t(alive * 10))] +=
            alive * (1 - std::pow((alpha + T) / (alpha + T + length), r + x));
    }
    for (const Clv::AliveGroup &group : groups) {
        const double exact =
            expected[std::size_t(std::lround(group.from * 10))] / group.customers;
        QVERIFY2(std::abs(group.expectedActive - exact) < 0.01,
                 qPrintable(u"from %1: %2 against %3"_s.arg(group.from)
                                .arg(group.expectedActive)
                                .arg(exact)));
        QCOMPARE(group.actualActive, 0.0);
    }
}

void TestClvDiagnostics::aWrongModelIsFoundOut()
{
    // Parameters that let customers leave far more often than they do: too few are expected back.
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_snapshot, m_query.calibrationEnd, PeriodUnit::Week);
    const std::vector<std::uint32_t> counts =
        Clv::purchasesBetween(m_snapshot, summary, m_query.calibrationEnd, m_query.until);
    const Clv::CustomerForecasts wrong = forecasts(summary, {r, alpha, 4, 2}, 26);
    bool isFound = false;
    for (const Clv::AliveGroup &group : Clv::aliveCalibration(wrong, counts))
        isFound = isFound || (group.customers > 200 && group.expectedActive < group.low);
    QVERIFY(isFound);
}

void TestClvDiagnostics::spendSharesMatchSimulatedAmounts()
{
    // The share in each bin, by drawing means of x amounts from p = 6, q = 4, gamma = 60.
    Clv::PurchaseSummary summary;
    Numerics::Random random(11);
    const auto mean = [&random](int x) {
        return random.gamma(6.0 * x, random.gamma(4, 60)) / x;
    };
    for (int i = 0; i < 3000; ++i) {
        summary.x.push_back(std::uint32_t(i % 5)); // 0: no repeat purchase, left out
        summary.meanSpend.push_back(i % 5 > 0 ? mean(i % 5) : Clv::notAvailable);
    }
    const std::vector<double> fit{6, 4, 60};
    const Clv::SpendFit spend = Clv::spendFit(summary, fit);
    QCOMPARE(spend.customers, 2400.0);
    QVERIFY(relativeError(spend.expectedMean, 120) < 1e-12); // p gamma / (q - 1)
    QVERIFY(std::abs(spend.correlation) < 0.06);
    QVERIFY(std::abs(std::accumulate(spend.actual.begin(), spend.actual.end(), 0.0) - 1) < 1e-9);
    QVERIFY(std::abs(std::accumulate(spend.expected.begin(), spend.expected.end(), 0.0) - 1) < 1e-9);
    std::vector<double> drawn(spend.actual.size(), 0.0);
    const double width = spend.edge[1];
    constexpr int draws = 400000;
    for (int i = 0; i < draws; ++i) {
        const auto bin = std::size_t(mean(1 + i % 4) / width);
        drawn[std::min(bin, drawn.size() - 1)] += 1.0 / draws;
    }
    for (std::size_t bin = 0; bin < drawn.size(); ++bin)
        QVERIFY2(std::abs(spend.expected[bin] - drawn[bin]) < 0.0015, qPrintable(QString::number(bin)));
}

void TestClvDiagnostics::spendFitWithoutModelShowsWhatWasObserved()
{
    Clv::PurchaseSummary summary;
    summary.x = {0, 1, 2, 3};
    summary.meanSpend = {Clv::notAvailable, 10, 20, 30};
    const Clv::SpendFit spend = Clv::spendFit(summary, {});
    QCOMPARE(spend.customers, 3.0);
    QCOMPARE(spend.actualMean, 20.0);
    QCOMPARE(spend.correlation, 1.0);
    QVERIFY(spend.expected.empty());
    QVERIFY(std::isnan(spend.expectedMean));
    summary.x = {0};
    summary.meanSpend = {Clv::notAvailable};
    QVERIFY(Clv::spendFit(summary, {}).edge.empty());
}

void TestClvDiagnostics::mapsAreTheModelsOwnNumbers()
{
    Clv::ClvQuery query;
    query.until = m_query.until;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_snapshot, query);
    QVERIFY(result);
    const Clv::PurchaseMap map = Clv::purchaseMap(*result, 52, 11, 9);
    const Clv::AliveMap alive = Clv::aliveMap(*result, 11, 9);
    QCOMPARE(map.expected.size(), std::size_t(99));
    QCOMPARE(map.frequency, alive.frequency);
    QCOMPARE(map.recency, alive.recency);
    std::vector<double> p;
    for (const Clv::Parameter &parameter : result->purchaseFit.parameters)
        p.push_back(parameter.value);
    const double age = map.recency.back();
    for (const std::size_t cell : {std::size_t(4), std::size_t(38), std::size_t(97)}) {
        const double x = map.frequency[cell % 11];
        const double silence = map.recency[cell / 11];
        const double tx = age - silence;
        const double left =
            p[2] / (p[3] + x - 1) * std::pow((p[1] + age) / (p[1] + tx), p[0] + x);
        QVERIFY(relativeError(alive.pAlive[cell], 1 / (1 + left)) < 1e-9);
        // Expected purchases over the chance q to leave: midpoint rule over the Beta density.
        double mean = 0;
        double mass = 0;
        constexpr int steps = 200000;
        for (int i = 0; i < steps; ++i) {
            const double q = (i + 0.5) / steps;
            const double density =
                std::exp((p[2] - 1) * std::log(q) + (p[3] + x - 1) * std::log1p(-q));
            mass += density;
            mean += density * (1 - std::pow(1 + q * 52 / (p[1] + age), -(p[0] + x))) / q;
        }
        QVERIFY2(relativeError(map.expected[cell], mean / mass / (1 + left)) < 2e-3,
                 qPrintable(QString::number(cell)));
    }
    QVERIFY(Clv::purchaseMap(*result, 0).expected.empty());
    QVERIFY(Clv::purchaseMap(Clv::ClvResult{}, 52).expected.empty());
}

void TestClvDiagnostics::everyCustomerLiesInOneCell()
{
    Clv::CustomerValues values;
    values.customer = {0, 1, 2, 3};
    values.x = {0, 1, 2, 9};
    values.tx = {0, 4, 10, 12};
    values.T = {1, 10, 10, 12};
    values.clv = {1, 2, 3, 4};
    const std::vector<double> frequency{0, 1, 2, 3};
    const std::vector<double> recency{0, 5, 10};
    const std::vector<std::uint32_t> all =
        Clv::customersPerCell(values, frequency, recency, std::nullopt);
    QCOMPARE(all, (std::vector<std::uint32_t>{1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0}));
    const std::vector<std::uint32_t> some =
        Clv::customersPerCell(values, frequency, recency, std::pair(2.0, 3.0));
    QCOMPARE(std::accumulate(some.begin(), some.end(), 0U), 2U);
    QVERIFY(Clv::customersPerCell(values, {}, {}, std::nullopt).empty());
}

void TestClvDiagnostics::calibrationNeedsADay()
{
    Clv::ClvQuery query = m_query;
    query.calibrationEnd = {};
    const Result<Clv::FitDiagnostics> result = Clv::diagnoseFit(m_snapshot, query);
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(u"calibration"_s));
}

void TestClvDiagnostics::thinDataLeaveTheReason()
{
    const Customers::Snapshot small = population(40, 3);
    const Result<Clv::FitDiagnostics> result = Clv::diagnoseFit(small, m_query);
    QVERIFY(result);
    QCOMPARE(result->strength, Clv::DataStrength::TooThin);
    QVERIFY(!result->remark.isEmpty());
    QVERIFY(result->alive.empty() && result->conditional.customers.empty());
}

void TestClvDiagnostics::cancelledWorkEndsWithCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<Clv::FitDiagnostics> result =
        Clv::diagnoseFit(m_snapshot, m_query, Progress(stop.get_token()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
}

void TestClvDiagnostics::usualSplitKeepsHalfAYear_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QDate>("expected");
    QTest::newRow("three years") << QDate(2022, 1, 1) << QDate(2024, 12, 31) << QDate(2024, 7, 2);
    QTest::newRow("nine months: a third") << QDate(2024, 1, 1) << QDate(2024, 9, 26)
                                          << QDate(2024, 6, 28);
    QTest::newRow("sixteen weeks: the only day")
        << QDate(2024, 1, 1) << QDate(2024, 4, 21) << QDate(2024, 3, 24);
    QTest::newRow("too short") << QDate(2024, 1, 1) << QDate(2024, 4, 20) << QDate();
    QTest::newRow("nothing") << QDate() << QDate() << QDate();
}

void TestClvDiagnostics::usualSplitKeepsHalfAYear()
{
    QFETCH(const QDate, from);
    QFETCH(const QDate, until);
    QFETCH(const QDate, expected);
    QCOMPARE(Clv::usualCalibrationEnd({from, until}), expected);
}

QTEST_GUILESS_MAIN(TestClvDiagnostics)
#include "tst_clvdiagnostics.moc"
