#include "models/clv/bgnbd.h"
#include "models/clv/cnbdk.h"
#include "models/clv/fit.h"
#include "models/clv/gammagamma.h"
#include "models/clv/intervals.h"
#include "models/clv/mbgnbd.h"
#include "models/clv/models.h"
#include "models/clv/paretonbd.h"
#include "models/clv/valuation.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// What is put into simulated customers comes out of the fit, and intervals hold what they promise.
class TestClvRecovery : public QObject
{
    Q_OBJECT
private slots:
    void parametersAreRecovered_data();
    void parametersAreRecovered();
    void parametersOfFurtherModelsAreRecovered_data();
    void parametersOfFurtherModelsAreRecovered();
    void spendParametersAreRecovered();
    void intervalOfTheTotalHoldsTheTruth_data();
    void intervalOfTheTotalHoldsTheTruth();
    void customerIntervalsHoldTheFuture();
};

void TestClvRecovery::parametersAreRecovered_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<std::vector<double>>("truth");
    QTest::newRow("Pareto/NBD") << int(Clv::Model::ParetoNbd)
                                << std::vector<double>{0.8, 4, 0.5, 20};
    QTest::newRow("BG/NBD") << int(Clv::Model::BgNbd) << std::vector<double>{0.5, 5, 0.8, 3};
    QTest::newRow("MBG/NBD") << int(Clv::Model::MbgNbd) << std::vector<double>{0.7, 5, 0.6, 2};
}

void TestClvRecovery::parametersAreRecovered()
{
    QFETCH(int, model);
    QFETCH(std::vector<double>, truth);
    const Clv::Model name = Clv::Model(model);
    const ClvData::Simulated data =
        name == Clv::Model::ParetoNbd
            ? ClvData::simulateParetoNbd(truth[0], truth[1], truth[2], truth[3], 20000, 21, false)
            : ClvData::simulateBetaGeometric(name == Clv::Model::MbgNbd, truth[0], truth[1],
                                             truth[2], truth[3], 20000, 22);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(name);
    const Clv::Fit fit = Clv::fitPurchases(*m, Clv::groupRows(data.x, data.tx, data.T));
    QVERIFY(fit.isConverged());
    for (std::size_t i = 0; i < truth.size(); ++i) {
        QVERIFY2(std::abs(fit.parameters[i] - truth[i]) < 3.5 * fit.stdErrors[i],
                 qPrintable(u"%1 ± %2 instead of %3"_s.arg(fit.parameters[i])
                                .arg(fit.stdErrors[i])
                                .arg(truth[i])));
        QVERIFY(fit.stdErrors[i] < 0.25 * truth[i]);
    }
}

namespace {

/// Customers who never leave, or who buy at every k-th event and may leave with each purchase.
ClvData::Simulated simulateFurther(Clv::Model model, const std::vector<double> &p, int k,
                                   int customers, std::uint64_t seed, double &sumLogGaps)
{
    Numerics::Random random(seed);
    ClvData::Simulated result;
    sumLogGaps = 0;
    for (int i = 0; i < customers; ++i) {
        const double age = std::floor(random.uniform(52, 156) * 7) / 7;
        const double lambda = random.gamma(p[0], p[1]);
        double leave = 0;
        bool isCustomer = true;
        if (model == Clv::Model::BgCnbdK || model == Clv::Model::MbgCnbdK) {
            leave = random.beta(p[2], p[3]);
            isCustomer = model == Clv::Model::BgCnbdK || random.uniform() >= leave;
        }
        std::uint32_t x = 0;
        double last = 0;
        while (isCustomer) {
            const double time = last + random.gamma(k, lambda);
            if (time > age)
                break;
            sumLogGaps += std::log(time - last);
            ++x;
            last = time;
            isCustomer = leave == 0 || random.uniform() >= leave;
        }
        result.x.push_back(x);
        result.tx.push_back(last);
        result.T.push_back(age);
    }
    return result;
}

} // namespace

void TestClvRecovery::parametersOfFurtherModelsAreRecovered_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("k");
    QTest::addColumn<std::vector<double>>("truth");
    QTest::newRow("NBD") << int(Clv::Model::Nbd) << 1 << std::vector<double>{0.7, 9};
    QTest::newRow("BG/CNBD-2") << int(Clv::Model::BgCnbdK) << 2
                               << std::vector<double>{1, 3, 0.6, 3};
    QTest::newRow("MBG/CNBD-3") << int(Clv::Model::MbgCnbdK) << 3
                                << std::vector<double>{1.2, 2, 0.5, 2};
}

void TestClvRecovery::parametersOfFurtherModelsAreRecovered()
{
    QFETCH(int, model);
    QFETCH(int, k);
    QFETCH(std::vector<double>, truth);
    double sumLogGaps = 0;
    const ClvData::Simulated data =
        simulateFurther(Clv::Model(model), truth, k, 8000, 24, sumLogGaps);
    const Clv::PurchaseRows rows = Clv::groupRows(data.x, data.tx, data.T);
    Clv::Fit fit;
    if (k == 1) {
        fit = Clv::fitPurchases(*Clv::purchaseModel(Clv::Model(model)), rows);
    } else {
        Clv::RegularFit best =
            Clv::fitRegular(Clv::Model(model) == Clv::Model::MbgCnbdK, rows, sumLogGaps);
        QCOMPARE(static_cast<const Clv::CnbdKModel &>(*best.model).k(), k);
        fit = best.fit;
    }
    QVERIFY(fit.isConverged());
    for (std::size_t i = 0; i < truth.size(); ++i)
        QVERIFY2(std::abs(fit.parameters[i] - truth[i]) < 3.5 * fit.stdErrors[i],
                 qPrintable(u"%1 ± %2 instead of %3"_s.arg(fit.parameters[i])
                                .arg(fit.stdErrors[i])
                                .arg(truth[i])));
}

namespace {

/// Means of x gamma(p, ν) amounts with ν ~ gamma(q, γ).
std::vector<double> simulateSpend(const std::vector<std::uint32_t> &x,
                                  const Clv::GammaGamma::Parameters &g, Numerics::Random &random)
{
    std::vector<double> means;
    for (const std::uint32_t count : x) {
        const double nu = random.gamma(g.q, g.gamma);
        means.push_back(count > 0 ? random.gamma(g.p * count, nu * count) : std::nan(""));
    }
    return means;
}

} // namespace

void TestClvRecovery::spendParametersAreRecovered()
{
    Numerics::Random random(23);
    std::vector<std::uint32_t> x;
    for (int i = 0; i < 20000; ++i)
        x.push_back(std::uint32_t(1 + random.poisson(2)));
    const Clv::GammaGamma::Parameters truth{6, 4, 15};
    const Clv::Fit fit =
        Clv::GammaGamma::fit(Clv::GammaGamma::spendRows(x, simulateSpend(x, truth, random)));
    QVERIFY(fit.isConverged());
    const double expected[] = {truth.p, truth.q, truth.gamma};
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(fit.parameters[i] - expected[i]) < 3.5 * fit.stdErrors[i]);
}

void TestClvRecovery::intervalOfTheTotalHoldsTheTruth_data()
{
    QTest::addColumn<int>("model");
    QTest::newRow("Pareto/NBD") << int(Clv::Model::ParetoNbd);
    QTest::newRow("BG/NBD") << int(Clv::Model::BgNbd);
}

void TestClvRecovery::intervalOfTheTotalHoldsTheTruth()
{
    QFETCH(int, model);
    const Clv::Model name = Clv::Model(model);
    const std::unique_ptr<const Clv::PurchaseModel> m = Clv::purchaseModel(name);
    const std::vector<double> truth = name == Clv::Model::ParetoNbd
                                          ? std::vector<double>{0.8, 4, 0.5, 20}
                                          : std::vector<double>{0.5, 5, 0.8, 3};
    const Clv::GammaGamma::Parameters spendTruth{6, 4, 15};
    Clv::ClvQuery query;
    query.horizonPeriods = 52;
    const Clv::ValueTerms terms = Clv::valueTerms(query);
    const int dataSets = 200;
    int held = 0;
    for (int set = 0; set < dataSets; ++set) {
        const std::uint64_t seed = 1000 + std::uint64_t(set);
        const ClvData::Simulated data =
            name == Clv::Model::ParetoNbd
                ? ClvData::simulateParetoNbd(truth[0], truth[1], truth[2], truth[3], 1000, seed,
                                             false)
                : ClvData::simulateBetaGeometric(0, truth[0], truth[1], truth[2], truth[3], 1000,
                                                 seed);
        Numerics::Random random(seed + 77777);
        Clv::PurchaseSummary summary;
        summary.x = data.x;
        summary.tx = data.tx;
        summary.T = data.T;
        summary.meanSpend = simulateSpend(data.x, spendTruth, random);
        summary.firstSpend.assign(data.x.size(), 30);
        summary.customer.resize(data.x.size());
        const std::vector<Clv::CustomerGroup> groups = Clv::oneGroup(summary);
        const Clv::PurchaseRows &rows = groups.front().rows;
        const Clv::Fit fit = Clv::fitPurchases(*m, rows, truth);
        const Clv::SpendForecast spend =
            Clv::forecastSpend(Clv::SpendModel::GammaGamma, summary, summary, {}, {});
        const auto valuesAt = [&](std::span<const double> parameters, auto spendOf) {
            const Clv::Prediction prediction = Clv::predict(*m, parameters, rows, terms);
            std::vector<double> clv;
            for (std::size_t i = 0; i < data.x.size(); ++i)
                clv.push_back(prediction.discountedOf(rows.rowOf[i]) * spendOf(i));
            return clv;
        };
        const std::vector<double> true_ = valuesAt(truth, [&](std::size_t i) {
            return Clv::GammaGamma::expectedSpend(spendTruth, data.x[i], summary.meanSpend[i]);
        });
        double total = 0;
        for (const double value : true_)
            total += value;
        const std::vector<Clv::Prediction> predictions{
            Clv::predict(*m, fit.parameters, rows, terms)};
        const Clv::PurchaseProcess process{m.get(), {}, 0};
        const Clv::TotalBounds bounds = Clv::totalInterval(
            {process, fit, spend, summary, groups, predictions}, terms, 0.9, seed, {300, 80, 20});
        held += bounds.expected.low <= total && total <= bounds.expected.high ? 1 : 0;
        QVERIFY(bounds.outcome.high - bounds.outcome.low
                > bounds.expected.high - bounds.expected.low);
    }
    const double share = double(held) / dataSets;
    qInfo("90 %% interval of the total held the truth in %.1f %% of %d data sets", 100 * share,
          dataSets);
    QVERIFY2(share >= 0.86 && share <= 0.94, qPrintable(QString::number(share)));
}

void TestClvRecovery::customerIntervalsHoldTheFuture()
{
    // Where the upper end is above zero 5 % of the futures are above it, where the lower end is, 5
    // % are below; a customer who is probably gone has an interval of nothing but zero.
    Numerics::Random random(31);
    const Clv::GammaGamma::Parameters g{6, 4, 15};
    Clv::PurchaseSummary summary;
    std::vector<double> future;
    for (int i = 0; i < 12000; ++i) {
        const double age = std::floor(random.uniform(26, 104) * 7) / 7;
        const double lambda = random.gamma(2, 4);
        const double death = random.exponential(random.gamma(1.5, 40));
        const double nu = random.gamma(g.q, g.gamma);
        std::uint32_t x = 0;
        double last = 0;
        double spent = 0;
        double time = random.exponential(lambda);
        for (; time <= std::min(age, death); time += random.exponential(lambda)) {
            ++x;
            last = time;
            spent += random.gamma(g.p, nu);
        }
        double next = 0;
        for (; time <= std::min(age + 52, death); time += random.exponential(lambda))
            next += random.gamma(g.p, nu);
        summary.x.push_back(x);
        summary.tx.push_back(last);
        summary.T.push_back(age);
        summary.meanSpend.push_back(x > 0 ? spent / x : std::nan(""));
        future.push_back(next);
    }
    summary.firstSpend.assign(summary.x.size(), 30);
    summary.customer.resize(summary.x.size());
    Clv::ClvQuery query;
    query.horizonPeriods = 52;
    query.annualDiscountRate = 0;
    const Clv::ValueTerms terms = Clv::valueTerms(query);
    const Clv::ParetoNbdModel model;
    const std::vector<Clv::CustomerGroup> groups = Clv::oneGroup(summary);
    const Clv::Fit fit = Clv::fitPurchases(model, groups.front().rows);
    QVERIFY(fit.isConverged());
    const Clv::SpendForecast spend =
        Clv::forecastSpend(Clv::SpendModel::GammaGamma, summary, summary, {}, {});
    const std::vector<Clv::Prediction> predictions{
        Clv::predict(model, fit.parameters, groups.front().rows, terms)};
    const Clv::PurchaseProcess process{&model, {}, 0};
    std::vector<double> low;
    std::vector<double> high;
    Clv::customerIntervals({process, fit, spend, summary, groups, predictions}, terms, 0.9, 1, low,
                           high);
    double above = 0;
    double couldBeAbove = 0;
    double below = 0;
    double couldBeBelow = 0;
    for (std::size_t i = 0; i < future.size(); ++i) {
        QVERIFY(low[i] >= 0 && low[i] <= high[i]);
        couldBeAbove += high[i] > 0 ? 1 : 0;
        above += high[i] > 0 && future[i] > high[i] ? 1 : 0;
        couldBeBelow += low[i] > 0 ? 1 : 0;
        below += low[i] > 0 && future[i] < low[i] ? 1 : 0;
    }
    QVERIFY(couldBeAbove > 1000);
    QVERIFY(couldBeBelow > 300);
    QVERIFY2(std::abs(above / couldBeAbove - 0.05) < 0.015,
             qPrintable(QString::number(above / couldBeAbove)));
    QVERIFY2(std::abs(below / couldBeBelow - 0.05) < 0.03,
             qPrintable(QString::number(below / couldBeBelow)));
}

QTEST_GUILESS_MAIN(TestClvRecovery)
#include "tst_clvrecovery.moc"
