#include "models/clv/bgnbd.h"
#include "models/clv/fit.h"
#include "models/clv/gammagamma.h"
#include "models/clv/likelihoodkernels.h"
#include "models/clv/mbgnbd.h"
#include "models/clv/models.h"
#include "models/clv/nbd.h"
#include "models/clv/paretonbd.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using ClvData::relativeError;

/// Limits, symmetries and hostile input: no value that is not a number, no overflow, no endless
/// search.
class TestClvLimits : public QObject
{
    Q_OBJECT
private slots:
    void everyPredictionIsFinite_data();
    void everyPredictionIsFinite();
    void horizonZeroPromisesNothing_data();
    void horizonZeroPromisesNothing();
    void expectedPurchasesRiseWithTheHorizon_data();
    void expectedPurchasesRiseWithTheHorizon();
    void discountOfZeroIsNoDiscount_data();
    void discountOfZeroIsNoDiscount();
    void discountedValuesMatchASumOfSteps_data();
    void discountedValuesMatchASumOfSteps();
    void probabilitiesAddUpAndHaveTheMean_data();
    void probabilitiesAddUpAndHaveTheMean();
    void gradientMatchesDifferences_data();
    void gradientMatchesDifferences();
    void sumOverRowsMatchesSingleCustomers_data();
    void sumOverRowsMatchesSingleCustomers();
    void rowsMergeEqualCustomersInAnyOrder();
    void rowsTakeFractionsAndHostileTimes();
    void boughtOnTheLastDayMeansAlive();
    void bgNbdWithoutRepeatIsAlive();
    void paretoNbdIsSmoothAtSEqualToOne();
    void bgNbdIsSmoothAtAEqualToOne();
    void paretoNbdWithoutDropoutIsNbd();
    void paretoNbdWithEqualAlphaAndBetaHasAClosedForm();
    void fitsEndOnHostileData_data();
    void fitsEndOnHostileData();
    void nestedModelIsNeverBetter();
    void warmStartEndsAtTheSameMaximum();
    void gammaGammaEndsOnHostileData_data();
    void gammaGammaEndsOnHostileData();
    void futuresHaveTheExpectedMean_data();
    void futuresHaveTheExpectedMean();
};

namespace {

/// Steps that a search may take until it finds a maximum or gives up, over all its starts: so many
/// are soon done on any machine.
constexpr int mostSteps = 1000;

/// Counts a fit's steps by being asked before each whether to go on.
struct StepCounter
{
    int taken = 0;
    [[nodiscard]] Clv::Cancelled asked()
    {
        return [this] {
            ++taken;
            return false;
        };
    }
};

void addModels()
{
    QTest::addColumn<int>("model");
    for (const Clv::Model model :
         {Clv::Model::Nbd, Clv::Model::ParetoNbd, Clv::Model::BgNbd, Clv::Model::MbgNbd})
        QTest::newRow(qPrintable(Clv::modelName(model))) << int(model);
}

/// Parameters from tame to extreme, in the number the model takes.
std::vector<std::vector<double>> parameterSets(const Clv::PurchaseModel &model)
{
    std::vector<std::vector<double>> sets{
        {0.55, 10.6, 0.6, 11.7}, {0.8, 4, 1, 20}, {2, 2, 2, 2},        {0.01, 0.01, 0.01, 0.01},
        {50, 2000, 20, 2000},    {1, 1, 1, 1},    {0.3, 5, 1e-3, 500}, {10, 0.01, 5, 0.1}};
    for (std::vector<double> &set : sets)
        set.resize(model.size());
    return sets;
}

struct Case
{
    double x, tx, T;
};

std::vector<Case> cases()
{
    return {{0, 0, 0},
            {0, 0, 39},
            {0, 0, 10000},
            {1, 1e-9, 52},
            {1, 52, 52},
            {5, 30, 39},
            {5000, 1, 52},
            {5000, 52, 52},
            {5000, 9000, 10000},
            {3, 9999.9, 10000},
            {400, 5, 6},
            {1, 0.14, 10000},
            {29, 38, 38.857142857}};
}

double expectedIfAlive(const Clv::PurchaseModel &model, std::span<const double> p, double x,
                       double T, double t)
{
    double result = 0;
    model.expectedPurchasesIfAlive(p, {&x, 1}, {&T, 1}, {&T, 1}, t, {&result, 1});
    return result;
}

double discountedIfAlive(const Clv::PurchaseModel &model, std::span<const double> p, double x,
                         double T, double horizon, double rate,
                         Clv::Accuracy accuracy = Clv::Accuracy::Exact)
{
    double result = 0;
    model.discountedPurchasesIfAlive(p, {&x, 1}, {&T, 1}, {&T, 1}, horizon, rate, accuracy,
                                     {&result, 1});
    return result;
}

} // namespace

void TestClvLimits::everyPredictionIsFinite_data() { addModels(); }

void TestClvLimits::everyPredictionIsFinite()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    for (const std::vector<double> &p : parameterSets(*m)) {
        for (const auto &[x, tx, T] : cases()) {
            const QByteArray where = u"r %1 alpha %2, x %3 tx %4 T %5"_s.arg(p[0])
                                         .arg(p[1])
                                         .arg(x)
                                         .arg(tx)
                                         .arg(T)
                                         .toUtf8();
            QVERIFY2(std::isfinite(m->logLikelihood(p, x, tx, T)), where.constData());
            const double alive = m->pAlive(p, x, tx, T);
            QVERIFY2(alive >= 0 && alive <= 1, where.constData());
            for (const double horizon : {0.0, 1.0, 520.0, 5218.0}) {
                const double expected = expectedIfAlive(*m, p, x, T, horizon);
                QVERIFY2(std::isfinite(expected) && expected >= 0, where.constData());
                for (const double rate : {-0.001, 0.0, 0.0018, 0.5}) {
                    const double value = discountedIfAlive(*m, p, x, T, horizon, rate);
                    QVERIFY2(std::isfinite(value) && value >= 0, where.constData());
                }
            }
            const double forEver = discountedIfAlive(*m, p, x, T, Clv::lifetime, 0.0018);
            QVERIFY2(std::isfinite(forEver) && forEver >= 0, where.constData());
        }
        for (const double t : {0.0, 1.0, 10000.0})
            QVERIFY(std::isfinite(m->expectedPurchasesOfNew(p, t)));
    }
}

void TestClvLimits::horizonZeroPromisesNothing_data() { addModels(); }

void TestClvLimits::horizonZeroPromisesNothing()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    const std::vector<double> p = parameterSets(*m).front();
    QCOMPARE(expectedIfAlive(*m, p, 3, 39, 0), 0.0);
    QCOMPARE(discountedIfAlive(*m, p, 3, 39, 0, 0.002), 0.0);
    QCOMPARE(m->expectedPurchasesOfNew(p, 0), 0.0);
}

void TestClvLimits::expectedPurchasesRiseWithTheHorizon_data() { addModels(); }

void TestClvLimits::expectedPurchasesRiseWithTheHorizon()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    for (const std::vector<double> &p : parameterSets(*m)) {
        double before = -1;
        for (const double t : {0.0, 0.1, 1.0, 10.0, 100.0, 1000.0, 5000.0}) {
            const double expected = expectedIfAlive(*m, p, 5, 39, t);
            QVERIFY(expected >= before);
            before = expected;
            QVERIFY(discountedIfAlive(*m, p, 5, 39, t, 0.002) <= expected * (1 + 1e-6));
        }
    }
}

void TestClvLimits::discountOfZeroIsNoDiscount_data() { addModels(); }

void TestClvLimits::discountOfZeroIsNoDiscount()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    const std::vector<double> p = parameterSets(*m).front();
    const double none = discountedIfAlive(*m, p, 4, 39, 100, 0);
    QCOMPARE(none, expectedIfAlive(*m, p, 4, 39, 100));
    QVERIFY(relativeError(discountedIfAlive(*m, p, 4, 39, 100, 1e-9), none) < 1e-6);
}

void TestClvLimits::discountedValuesMatchASumOfSteps_data() { addModels(); }

void TestClvLimits::discountedValuesMatchASumOfSteps()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    const double rate = 0.01;
    for (const std::vector<double> &p :
         {std::vector<double>{0.55, 10.6, 0.6, 11.7}, std::vector<double>{0.24, 4.4, 0.8, 2.4}}) {
        const std::vector<double> set(p.begin(), p.begin() + std::ptrdiff_t(m->size()));
        double sum = 0;
        double before = 0;
        for (int step = 1; step <= 4000; ++step) {
            const double until = expectedIfAlive(*m, set, 3, 39, step * 0.05);
            sum += (until - before) * std::exp(-rate * (step - 0.5) * 0.05);
            before = until;
        }
        QVERIFY2(relativeError(discountedIfAlive(*m, set, 3, 39, 200, rate), sum) < 1e-6,
                 qPrintable(u"%1 instead of %2"_s
                                .arg(discountedIfAlive(*m, set, 3, 39, 200, rate), 0, 'g', 12)
                                .arg(sum, 0, 'g', 12)));
        // The coarser rule that intervals are drawn with.
        QVERIFY(
            relativeError(discountedIfAlive(*m, set, 3, 39, 200, rate, Clv::Accuracy::Search), sum)
            < 2e-3);
    }
}

void TestClvLimits::probabilitiesAddUpAndHaveTheMean_data() { addModels(); }

void TestClvLimits::probabilitiesAddUpAndHaveTheMean()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    std::vector<double> p{0.8, 4, 0.5, 20};
    p.resize(m->size());
    const std::vector<double> pmf = m->pmf(p, 20, 600);
    double sum = 0;
    double mean = 0;
    for (std::size_t n = 0; n < pmf.size(); ++n) {
        QVERIFY(pmf[n] >= 0);
        sum += pmf[n];
        mean += double(n) * pmf[n];
    }
    QVERIFY2(std::abs(sum - 1) < 1e-9, qPrintable(QString::number(sum, 'g', 15)));
    QVERIFY2(relativeError(mean, m->expectedPurchasesOfNew(p, 20)) < 1e-7,
             qPrintable(QString::number(mean, 'g', 15)));
    QCOMPARE(m->pmf(p, 0, 3)[1], 0.0);
}

void TestClvLimits::gradientMatchesDifferences_data() { addModels(); }

void TestClvLimits::gradientMatchesDifferences()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    const ClvData::Simulated data = ClvData::simulateParetoNbd(0.8, 4, 0.5, 20, 500, 3);
    const Clv::PurchaseRows rows = Clv::groupRows(data.x, data.tx, data.T);
    std::vector<double> p{0.7, 5, 0.9, 12};
    p.resize(m->size());
    std::vector<double> gradient(p.size());
    std::vector<double> ignored(p.size());
    m->logLikelihood(rows, p, gradient, Clv::Accuracy::Exact);
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double h = 1e-5;
        std::vector<double> up = p;
        std::vector<double> down = p;
        up[i] *= std::exp(h);
        down[i] *= std::exp(-h);
        const double slope = (m->logLikelihood(rows, up, ignored, Clv::Accuracy::Exact)
                              - m->logLikelihood(rows, down, ignored, Clv::Accuracy::Exact))
                             / (2 * h);
        QVERIFY2(std::abs(gradient[i] - slope) < 1e-4 * (1 + std::abs(slope)),
                 qPrintable(u"parameter %1: %2 instead of %3"_s.arg(i)
                                .arg(gradient[i], 0, 'g', 12)
                                .arg(slope, 0, 'g', 12)));
    }
}

void TestClvLimits::sumOverRowsMatchesSingleCustomers_data() { addModels(); }

void TestClvLimits::sumOverRowsMatchesSingleCustomers()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    const ClvData::Simulated data = ClvData::simulateParetoNbd(0.8, 4, 0.5, 20, 9000, 4);
    const Clv::PurchaseRows rows = Clv::groupRows(data.x, data.tx, data.T);
    for (const std::vector<double> &p :
         {std::vector<double>{0.8, 4, 0.5, 20}, std::vector<double>{5, 0.5, 3, 3}}) {
        const std::vector<double> set(p.begin(), p.begin() + std::ptrdiff_t(m->size()));
        double sum = 0;
        for (std::size_t i = 0; i < data.x.size(); ++i)
            sum += m->logLikelihood(set, data.x[i], data.tx[i], data.T[i]);
        std::vector<double> gradient(set.size());
        const double whole = m->logLikelihood(rows, set, gradient, Clv::Accuracy::Exact);
        QVERIFY2(relativeError(whole, sum) < 1e-11,
                 qPrintable(u"%1 instead of %2"_s.arg(whole, 0, 'g', 15).arg(sum, 0, 'g', 15)));
        QCOMPARE(m->logLikelihood(rows, set, gradient, Clv::Accuracy::Exact),
                 whole); // to the last digit
        const std::vector<double> alive = m->pAlive(rows, set);
        for (std::size_t i = 0; i < data.x.size(); i += 17) {
            QVERIFY(
                std::abs(alive[rows.rowOf[i]] - m->pAlive(set, data.x[i], data.tx[i], data.T[i]))
                < 1e-9);
        }
    }
}

void TestClvLimits::rowsMergeEqualCustomersInAnyOrder()
{
    const std::vector<std::uint32_t> x{2, 0, 2, 1, 0, 2};
    const std::vector<double> tx{3, 0, 3, 1, 0, 2};
    const std::vector<double> T{5, 5, 5, 5, 5, 5};
    const Clv::PurchaseRows rows = Clv::groupRows(x, tx, T);
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows.customers, 6.0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        QCOMPARE(rows.x[rows.rowOf[i]], double(x[i]));
        QCOMPARE(rows.tx[rows.rowOf[i]], tx[i]);
    }
    QCOMPARE(rows.rowOf[0], rows.rowOf[2]);
    const std::vector<std::uint32_t> x2{2, 2, 2, 1, 0, 0};
    const std::vector<double> tx2{2, 3, 3, 1, 0, 0};
    const Clv::PurchaseRows again = Clv::groupRows(x2, tx2, T);
    QCOMPARE(again.x, rows.x);
    QCOMPARE(again.tx, rows.tx);
    QCOMPARE(again.weight, rows.weight);
    QCOMPARE(Clv::groupRows({}, {}, {}).size(), std::size_t(0));
}

void TestClvLimits::rowsTakeFractionsAndHostileTimes()
{
    const std::vector<std::uint32_t> x{2, 2, 1, 0};
    const std::vector<double> tx{3.137, 3.137, 9, 4};
    const std::vector<double> T{5.01, 5.01, 5, -1};
    const Clv::PurchaseRows rows = Clv::groupRows(x, tx, T);
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows.weight[rows.rowOf[0]], 2.0);
    QCOMPARE(rows.tx[rows.rowOf[2]],
             5.0); // a last purchase after the end counts as on the last day
    QCOMPARE(rows.tx[rows.rowOf[3]], 0.0);
    QCOMPARE(rows.T[rows.rowOf[3]], 0.0);
}

void TestClvLimits::boughtOnTheLastDayMeansAlive()
{
    QCOMPARE(Clv::ParetoNbd::pAlive({0.5, 10, 0.6, 11}, 4, 39, 39), 1.0);
    // In BG/NBD the last purchase may have been the leaving one, whenever it was.
    QVERIFY(relativeError(Clv::BgNbd::pAlive({0.5, 10, 0.6, 2}, 4, 39, 39), 1 / (1 + 0.6 / 5))
            < 1e-14);
}

void TestClvLimits::bgNbdWithoutRepeatIsAlive()
{
    QCOMPARE(Clv::BgNbd::pAlive({0.24, 4.4, 0.8, 2.4}, 0, 0, 500), 1.0);
    QVERIFY(Clv::MbgNbd::pAlive({0.24, 4.4, 0.8, 2.4}, 0, 0, 500) < 1);
}

void TestClvLimits::paretoNbdIsSmoothAtSEqualToOne()
{
    const auto at = [](double s) {
        return Clv::ParetoNbd::conditionalExpectedPurchases({0.5, 10, s, 11}, 3, 20, 39, 52);
    };
    QVERIFY(relativeError(at(1 - 1e-7), at(1)) < 1e-6);
    QVERIFY(relativeError(at(1 + 1e-7), at(1)) < 1e-6);
    const double y = std::log(102.0 / 50); // the limit is a logarithm
    QVERIFY(relativeError(Clv::ParetoNbd::expectedAliveTime({0.5, 10, 1, 11}, 39, 52), 50 * y)
            < 1e-13);
}

void TestClvLimits::bgNbdIsSmoothAtAEqualToOne()
{
    const auto at = [](double a) { return Clv::BgNbd::expectedPurchases({0.24, 4.4, a, 2.4}, 52); };
    QVERIFY(std::abs(at(1) - (at(1 - 1e-4) + at(1 + 1e-4)) / 2) < 1e-7);
}

void TestClvLimits::paretoNbdWithoutDropoutIsNbd()
{
    const double pareto = Clv::ParetoNbd::logLikelihood({0.5, 10, 1e-9, 1}, 3, 20, 39);
    QVERIFY(std::abs(pareto - Clv::Nbd::logLikelihood({0.5, 10}, 3, 39)) < 1e-7);
}

void TestClvLimits::paretoNbdWithEqualAlphaAndBetaHasAClosedForm()
{
    // ∫ (a+u)^-(r+x+s+1) du is elementary.
    for (const auto &[x, tx, T] : cases()) {
        if (tx >= T)
            continue;
        const double n = 0.7 + x + 0.4;
        const double expected = -n * std::log(10 + tx)
                                + std::log(-std::expm1(n * (std::log(10 + tx) - std::log(10 + T))))
                                - std::log(n);
        QVERIFY(std::abs(Clv::ParetoNbd::logIntegral({0.7, 10, 0.4, 10}, x, tx, T) - expected)
                < 1e-9 * (1 + std::abs(expected)));
    }
}

void TestClvLimits::fitsEndOnHostileData_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("data");
    const char *names[] = {"nobody came back",   "all identical",        "everybody at age zero",
                           "one customer",       "5,000 purchases each", "very old",
                           "all on the last day"};
    for (const Clv::Model model : {Clv::Model::Nbd, Clv::Model::ParetoNbd, Clv::Model::BgNbd,
                                   Clv::Model::MbgNbd, Clv::Model::BgCnbdK, Clv::Model::MbgCnbdK,
                                   Clv::Model::GgomNbd}) {
        for (int data = 0; data < 7; ++data)
            QTest::addRow("%s, %s", qPrintable(Clv::modelName(model)), names[data])
                << int(model) << data;
    }
}

void TestClvLimits::fitsEndOnHostileData()
{
    QFETCH(int, model);
    QFETCH(int, data);
    ClvData::Simulated s;
    Numerics::Random random(5);
    for (int i = 0; i < (data == 3 ? 1 : 300); ++i) {
        const double T = data == 2 ? 0 : data == 5 ? 10000 : 20 + i % 30;
        std::uint32_t x = 0;
        double tx = 0;
        if (data == 1) {
            x = 3;
            tx = 15;
        } else if (data == 4) {
            x = 5000;
            tx = T - 1;
        } else if (data == 5) {
            x = std::uint32_t(i % 4);
            tx = 5000;
        } else if (data == 6) {
            x = std::uint32_t(1 + i % 4);
            tx = T;
        }
        s.x.push_back(x);
        s.tx.push_back(tx);
        s.T.push_back(data == 1 ? 39 : T);
    }
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model), 2);
    StepCounter steps;
    const Clv::Fit fit = Clv::fitPurchases(*m, Clv::groupRows(s.x, s.tx, s.T), {}, steps.asked());
    QVERIFY2(steps.taken <= mostSteps, qPrintable(QString::number(steps.taken)));
    for (const double value : fit.parameters)
        QVERIFY(std::isfinite(value) && value > 0);
    QVERIFY(!std::isnan(fit.logLikelihood));
    if (data == 0 || data == 2)
        QVERIFY(!fit.isConverged()); // nothing is known of rates, and it says so
}

void TestClvLimits::nestedModelIsNeverBetter()
{
    const ClvData::Simulated data = ClvData::simulateParetoNbd(0.8, 4, 0.5, 20, 2000, 8);
    const Clv::PurchaseRows rows = Clv::groupRows(data.x, data.tx, data.T);
    QVERIFY(Clv::fitPurchases(Clv::ParetoNbdModel(), rows).logLikelihood
            >= Clv::fitPurchases(Clv::NbdModel(), rows).logLikelihood);
    // Nobody leaves: Pareto/NBD has nothing to gain, but must not end below.
    const ClvData::Simulated loyal = ClvData::simulateParetoNbd(0.8, 4, 1e-9, 20, 1000, 9);
    const Clv::PurchaseRows loyalRows = Clv::groupRows(loyal.x, loyal.tx, loyal.T);
    QVERIFY(Clv::fitPurchases(Clv::ParetoNbdModel(), loyalRows).logLikelihood
            >= Clv::fitPurchases(Clv::NbdModel(), loyalRows).logLikelihood - 1e-3);
}

void TestClvLimits::warmStartEndsAtTheSameMaximum()
{
    const ClvData::Simulated data = ClvData::simulateParetoNbd(0.8, 4, 0.5, 20, 3000, 10);
    const Clv::PurchaseRows rows = Clv::groupRows(data.x, data.tx, data.T);
    const Clv::Fit cold = Clv::fitPurchases(Clv::ParetoNbdModel(), rows);
    const Clv::Fit warm = Clv::fitPurchases(Clv::ParetoNbdModel(), rows, cold.parameters);
    QVERIFY(cold.isConverged());
    QVERIFY(warm.isConverged());
    QVERIFY(warm.iterations < cold.iterations);
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY(relativeError(warm.parameters[i], cold.parameters[i]) < 1e-4);
    const double nonsense[] = {1e300, -1, 0, std::nan("")};
    QVERIFY(Clv::fitPurchases(Clv::ParetoNbdModel(), rows, nonsense).isConverged());
}

void TestClvLimits::gammaGammaEndsOnHostileData_data()
{
    QTest::addColumn<std::vector<double>>("means");
    QTest::newRow("all equal") << std::vector<double>(200, 50.0);
    QTest::newRow("one customer") << std::vector<double>{10};
    QTest::newRow("wide range") << std::vector<double>{0.01, 1e8, 1, 50, 1e5, 3};
    QTest::newRow("not positive") << std::vector<double>{0, -5, std::nan("")};
    QTest::newRow("none") << std::vector<double>{};
}

void TestClvLimits::gammaGammaEndsOnHostileData()
{
    QFETCH(std::vector<double>, means);
    const std::vector<std::uint32_t> x(means.size(), 3);
    const Clv::GammaGamma::SpendRows rows = Clv::GammaGamma::spendRows(x, means);
    const auto usable =
        std::count_if(means.begin(), means.end(), [](double mean) { return mean > 0; });
    QCOMPARE(qint64(rows.x.size()), qint64(usable));
    QCOMPARE(rows.dropped, std::int64_t(means.size()) - usable);
    StepCounter steps;
    const Clv::Fit fit = Clv::GammaGamma::fit(rows, {}, steps.asked());
    QVERIFY2(steps.taken <= mostSteps, qPrintable(QString::number(steps.taken)));
    if (!fit.parameters.empty()) {
        QVERIFY(fit.parameters[1] > 1);
        QVERIFY(std::isfinite(Clv::GammaGamma::populationMean(
            {fit.parameters[0], fit.parameters[1], fit.parameters[2]})));
    }
}

void TestClvLimits::futuresHaveTheExpectedMean_data() { addModels(); }

void TestClvLimits::futuresHaveTheExpectedMean()
{
    QFETCH(int, model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model));
    std::vector<double> p{2, 5, 1.5, 12};
    p.resize(m->size());
    for (const double horizon : {52.0, Clv::lifetime}) {
        Numerics::Random random(11);
        const int draws = 40000;
        double sum = 0;
        double square = 0;
        for (int i = 0; i < draws; ++i) {
            const Clv::SimulatedFuture future = m->drawFuture(p, 4, 39, 39, horizon, 0.01, random);
            const double value = future.count * future.worth + future.last;
            sum += value;
            square += value * value;
        }
        const double mean = sum / draws;
        const double error = std::sqrt((square / draws - mean * mean) / draws);
        const double expected = discountedIfAlive(*m, p, 4, 39, horizon, 0.01);
        QVERIFY2(std::abs(mean - expected) < 4.5 * error,
                 qPrintable(u"%1 ± %2 instead of %3"_s.arg(mean).arg(error).arg(expected)));
    }
}

QTEST_GUILESS_MAIN(TestClvLimits)
#include "tst_clvlimits.moc"
