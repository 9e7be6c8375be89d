#include "models/clv/bgbb.h"
#include "models/clv/cnbdk.h"
#include "models/clv/contractual.h"
#include "models/clv/fit.h"
#include "models/clv/ggomnbd.h"
#include "models/clv/models.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using ClvData::relativeError;

/// The same limits and symmetries for the models that tst_clvlimits leaves out: Gompertz lifetimes,
/// regular buyers, opportunities and contracts, with parameters from tame to absurd.
class TestClvExtremes : public QObject
{
    Q_OBJECT
private slots:
    void everyPredictionIsFinite_data();
    void everyPredictionIsFinite();
    void horizonZeroPromisesNothing_data();
    void horizonZeroPromisesNothing();
    void morePeriodsPromiseMore_data();
    void morePeriodsPromiseMore();
    void whoBoughtOnTheLastDayIsThere_data();
    void whoBoughtOnTheLastDayIsThere();
    void neighboursOfOneAreClose_data();
    void neighboursOfOneAreClose();
    void identicalAndSinglePurchasesEnd_data();
    void identicalAndSinglePurchasesEnd();
    void ggomNbdIsRecovered();
    void contractsStayWithinTheirBounds_data();
    void contractsStayWithinTheirBounds();
};

namespace {

struct Case
{
    double x, tx, T;
};

/// In the customary order of each model's parameters.
std::vector<std::vector<double>> parameterSets(Clv::Model model)
{
    if (model == Clv::Model::GgomNbd) {
        return {{0.6, 9, 3, 0.05, 1.2}, {0.6, 9, 0.02, 0.002, 0.6}, {0.8, 4, 2, 0.02, 1},
                {1, 1, 1, 1, 1},        {50, 2000, 2000, 1e-4, 20}, {0.01, 0.01, 0.01, 0.01, 0.01},
                {2, 2, 2, 2, 2}};
    }
    return {{0.55, 10.6, 0.6, 11.7}, {0.8, 4, 1, 20}, {2, 2, 2, 2},        {0.01, 0.01, 0.01, 0.01},
            {50, 2000, 20, 2000},    {1, 1, 1, 1},    {0.3, 5, 1e-3, 500}, {10, 0.01, 5, 0.1}};
}

/// Whole opportunities, each taken once at most, where the model counts them.
std::vector<Case> cases(Clv::Model model)
{
    if (model == Clv::Model::BgBb) {
        return {{0, 0, 0}, {0, 0, 10000}, {1, 1, 1},       {5000, 5000, 5000}, {5000, 9000, 10000},
                {1, 1, 10000}, {3, 9999, 10000}, {6, 6, 6}};
    }
    return {{0, 0, 0},     {0, 0, 39},      {0, 0, 10000},       {1, 1e-9, 52},       {1, 52, 52},
            {5, 30, 39},   {5000, 1, 52},   {5000, 52, 52},      {5000, 9000, 10000}, {400, 5, 6},
            {1, 0.14, 1e4}, {3, 9999.9, 1e4}, {29, 38, 38.857142857}};
}

void addModels()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("k");
    QTest::newRow("GGom/NBD") << int(Clv::Model::GgomNbd) << 1;
    for (const int k : {2, 3, 8}) {
        QTest::addRow("BG/CNBD-%d", k) << int(Clv::Model::BgCnbdK) << k;
        QTest::addRow("MBG/CNBD-%d", k) << int(Clv::Model::MbgCnbdK) << k;
    }
    QTest::newRow("BG/BB") << int(Clv::Model::BgBb) << 1;
}

QByteArray where(const std::vector<double> &p, const Case &customer)
{
    QString text = u"x %1 tx %2 T %3 with"_s.arg(customer.x).arg(customer.tx).arg(customer.T);
    for (const double value : p)
        text += u' ' + QString::number(value);
    return text.toUtf8();
}

double expected(const Clv::PurchaseModel &model, std::span<const double> p, const Case &c, double t)
{
    double value = std::nan("");
    model.expectedPurchasesIfAlive(p, {&c.x, 1}, {&c.tx, 1}, {&c.T, 1}, t, {&value, 1});
    return value;
}

double discounted(const Clv::PurchaseModel &model, std::span<const double> p, const Case &c,
                  double horizon, double rate)
{
    double value = std::nan("");
    model.discountedPurchasesIfAlive(p, {&c.x, 1}, {&c.tx, 1}, {&c.T, 1}, horizon, rate,
                                     Clv::Accuracy::Exact, {&value, 1});
    return value;
}

double aliveTime(const Clv::PurchaseModel &model, std::span<const double> p, const Case &c,
                 double horizon, double rate)
{
    double value = std::nan("");
    model.aliveTimeIfAlive(p, {&c.x, 1}, {&c.tx, 1}, {&c.T, 1}, horizon, rate,
                           Clv::Accuracy::Exact, {&value, 1});
    return value;
}

} // namespace

void TestClvExtremes::everyPredictionIsFinite_data() { addModels(); }

void TestClvExtremes::everyPredictionIsFinite()
{
    QFETCH(int, model);
    QFETCH(int, k);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model), k);
    Numerics::Random random(3);
    for (const std::vector<double> &p : parameterSets(Clv::Model(model))) {
        for (const Case &c : cases(Clv::Model(model))) {
            const QByteArray at = where(p, c);
            QVERIFY2(std::isfinite(m->logLikelihood(p, c.x, c.tx, c.T)), at.constData());
            const double alive = m->pAlive(p, c.x, c.tx, c.T);
            QVERIFY2(alive >= 0 && alive <= 1, at.constData());
            for (const double horizon : {0.0, 52.0, 520.0}) {
                const double value = expected(*m, p, c, horizon);
                QVERIFY2(std::isfinite(value) && value >= 0, at.constData());
            }
            for (const double rate : {0.0, 0.002, 0.5}) {
                const double worth = discounted(*m, p, c, 520, rate);
                QVERIFY2(std::isfinite(worth) && worth >= 0, at.constData());
                const double time = aliveTime(*m, p, c, 520, rate);
                QVERIFY2(std::isfinite(time) && time >= 0 && time <= 520 * (1 + 1e-9),
                         at.constData());
            }
            const double forEver = discounted(*m, p, c, Clv::lifetime, 0.002);
            QVERIFY2(std::isfinite(forEver) && forEver >= 0, at.constData());
            const Clv::SimulatedFuture future =
                m->drawFuture(p, c.x, c.tx, c.T, Clv::lifetime, 0.002, random);
            QVERIFY2(std::isfinite(future.count) && std::isfinite(future.worth)
                         && std::isfinite(future.alive),
                     at.constData());
        }
        for (const double t : {0.0, 1.0, 10000.0})
            QVERIFY(std::isfinite(m->expectedPurchasesOfNew(p, t)));
        for (const double chance : m->pmf(p, 39, 20))
            QVERIFY(chance >= 0 && chance <= 1 + 1e-12);
    }
}

void TestClvExtremes::horizonZeroPromisesNothing_data() { addModels(); }

void TestClvExtremes::horizonZeroPromisesNothing()
{
    QFETCH(int, model);
    QFETCH(int, k);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model), k);
    for (const std::vector<double> &p : parameterSets(Clv::Model(model))) {
        for (const Case &c : cases(Clv::Model(model))) {
            QCOMPARE(expected(*m, p, c, 0), 0.0);
            QCOMPARE(discounted(*m, p, c, 0, 0.002), 0.0);
            QCOMPARE(aliveTime(*m, p, c, 0, 0.002), 0.0);
        }
        QCOMPARE(m->expectedPurchasesOfNew(p, 0), 0.0);
        QCOMPARE(m->pmf(p, 0, 1)[0], 1.0);
    }
}

void TestClvExtremes::morePeriodsPromiseMore_data() { addModels(); }

void TestClvExtremes::morePeriodsPromiseMore()
{
    QFETCH(int, model);
    QFETCH(int, k);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model), k);
    const Case customer = Clv::Model(model) == Clv::Model::BgBb ? Case{3, 20, 39}
                                                                : Case{5, 30, 39};
    for (const std::vector<double> &p : parameterSets(Clv::Model(model))) {
        double before = -1;
        double newBefore = -1;
        for (const double t : {0.0, 1.0, 10.0, 100.0, 400.0}) {
            const double value = expected(*m, p, customer, t);
            QVERIFY2(value >= before * (1 - 1e-9), where(p, customer).constData());
            before = value;
            const double ofNew = m->expectedPurchasesOfNew(p, t);
            QVERIFY2(ofNew >= newBefore * (1 - 1e-9), where(p, customer).constData());
            newBefore = ofNew;
        }
    }
}

void TestClvExtremes::whoBoughtOnTheLastDayIsThere_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("k");
    QTest::newRow("GGom/NBD") << int(Clv::Model::GgomNbd) << 1;
    QTest::newRow("BG/BB") << int(Clv::Model::BgBb) << 1;
}

void TestClvExtremes::whoBoughtOnTheLastDayIsThere()
{
    QFETCH(int, model);
    QFETCH(int, k);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model), k);
    for (const std::vector<double> &p : parameterSets(Clv::Model(model))) {
        for (const double T : {1.0, 52.0, 5000.0})
            QVERIFY(std::abs(m->pAlive(p, 1, T, T) - 1) < 1e-9);
    }
}

void TestClvExtremes::neighboursOfOneAreClose_data() { addModels(); }

/// a = 1, s = 1 and alpha = beta are no places where anything jumps.
void TestClvExtremes::neighboursOfOneAreClose()
{
    QFETCH(int, model);
    QFETCH(int, k);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(Clv::Model(model), k);
    const std::vector<double> one(m->size(), 1.0);
    const Case customer{4, 20, 30};
    const double alive = m->pAlive(one, 4, 20, 30);
    const double value = expected(*m, one, customer, 26);
    const double worth = discounted(*m, one, customer, 260, 0.01);
    for (std::size_t i = 0; i < one.size(); ++i) {
        for (const double shift : {-1e-8, 1e-8}) {
            std::vector<double> p = one;
            p[i] += shift;
            QVERIFY(relativeError(m->pAlive(p, 4, 20, 30), alive) < 1e-6);
            QVERIFY(relativeError(expected(*m, p, customer, 26), value) < 1e-6);
            QVERIFY(relativeError(discounted(*m, p, customer, 260, 0.01), worth) < 1e-6);
        }
    }
}

void TestClvExtremes::identicalAndSinglePurchasesEnd_data()
{
    QTest::addColumn<Case>("customer");
    QTest::newRow("one purchase only") << Case{0, 0, 12};
    QTest::newRow("all identical") << Case{4, 9, 12};
    QTest::newRow("every opportunity taken") << Case{12, 12, 12};
    QTest::newRow("no opportunity yet") << Case{0, 0, 0};
    QTest::newRow("5,000 of 10,000") << Case{5000, 9999, 10000};
}

/// tst_clvlimits has the others.
void TestClvExtremes::identicalAndSinglePurchasesEnd()
{
    QFETCH(Case, customer);
    const std::vector<Clv::BgBb::Row> rows{{customer.x, customer.tx, customer.T, 300}};
    const Clv::Fit fit = Clv::BgBb::fit(rows);
    for (const double value : fit.parameters)
        QVERIFY(std::isfinite(value) && value > 0);
    QVERIFY(!std::isnan(fit.logLikelihood));
    QVERIFY(!fit.isConverged()); // one point does not tell four parameters, and it says so
}

void TestClvExtremes::ggomNbdIsRecovered()
{
    // A hazard that grows by a tenth a week: half of the customers are gone after 25.
    const std::vector<double> truth{0.9, 4, 20, 0.1, 1.5};
    Numerics::Random random(26);
    ClvData::Simulated data;
    for (int i = 0; i < 15000; ++i) {
        const double age = std::floor(random.uniform(30, 120) * 7) / 7;
        const double lambda = random.gamma(truth[0], truth[1]);
        // S(t | eta) = exp(-eta (e^bt - 1)), eta ~ gamma(s, beta).
        const double eta = random.gamma(truth[4], truth[2]);
        const double end = std::min(age, std::log1p(random.exponential(1) / eta) / truth[3]);
        std::uint32_t x = 0;
        double last = 0;
        for (double time = random.exponential(lambda); time <= end;
             time += random.exponential(lambda)) {
            ++x;
            last = time;
        }
        data.x.push_back(x);
        data.tx.push_back(last);
        data.T.push_back(age);
    }
    const Clv::Fit fit =
        Clv::fitPurchases(Clv::GgomNbdModel(), Clv::groupRows(data.x, data.tx, data.T));
    QVERIFY(fit.isConverged());
    for (std::size_t i = 0; i < truth.size(); ++i) {
        QVERIFY2(std::abs(fit.parameters[i] - truth[i]) < 3.5 * fit.stdErrors[i],
                 qPrintable(u"%1 ± %2 instead of %3"_s.arg(fit.parameters[i])
                                .arg(fit.stdErrors[i])
                                .arg(truth[i])));
        QVERIFY(fit.stdErrors[i] < truth[i]);
    }
}

void TestClvExtremes::contractsStayWithinTheirBounds_data()
{
    QTest::addColumn<double>("alpha");
    QTest::addColumn<double>("beta");
    QTest::addColumn<double>("c");
    QTest::newRow("one") << 1.0 << 1.0 << 1.0;
    QTest::newRow("tiny") << 1e-4 << 1e-4 << 0.05;
    QTest::newRow("huge") << 1e4 << 1e4 << 8.0;
    QTest::newRow("hardly anybody leaves") << 1e-3 << 500.0 << 1.0;
    QTest::newRow("almost all leave at once") << 500.0 << 1e-3 << 1.0;
}

void TestClvExtremes::contractsStayWithinTheirBounds()
{
    QFETCH(double, alpha);
    QFETCH(double, beta);
    QFETCH(double, c);
    double sbg = 1;
    double bdw = 1;
    for (const double t : {0.0, 1.0, 2.0, 12.0, 120.0, 10000.0}) {
        const double left = Clv::Sbg::survival({alpha, beta}, t);
        const double leftBdw = Clv::Bdw::survival({alpha, beta, c}, t);
        QVERIFY(left >= 0 && left <= sbg * (1 + 1e-12));
        QVERIFY(leftBdw >= 0 && leftBdw <= bdw * (1 + 1e-12));
        // With c = 1 they are one model.
        QVERIFY(std::abs(Clv::Bdw::survival({alpha, beta, 1}, t) - left) < 1e-9);
        sbg = left;
        bdw = leftBdw;
    }
    QCOMPARE(Clv::Sbg::survival({alpha, beta}, 0), 1.0);
    for (const double rate : {0.05, 0.5}) {
        const double del = Clv::Sbg::del({alpha, beta}, rate);
        QVERIFY(del >= 1 && del <= (1 + rate) / rate * (1 + 1e-9));
        const double derl = Clv::Sbg::derl({alpha, beta}, 3, rate);
        QVERIFY(derl >= 0 && derl <= (1 + rate) / rate * (1 + 1e-9));
    }
}

QTEST_GUILESS_MAIN(TestClvExtremes)
#include "tst_clvextremes.moc"
