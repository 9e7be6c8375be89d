#include "models/numerics/distributions.h"
#include "models/numerics/matrix.h"
#include "models/numerics/minimise.h"
#include "models/numerics/parallel.h"
#include "models/numerics/quadrature.h"
#include "models/numerics/random.h"
#include "models/numerics/specialfunctions.h"
#include "models/numerics/statistics.h"
#include "models/numerics/vectormath.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

double relative(double actual, double expected)
{
    return std::abs(actual - expected) / std::max(std::abs(expected), 1e-300);
}

} // namespace

/// The mathematics below the models, against values from tables and against identities.
class TestNumerics : public QObject
{
    Q_OBJECT
private slots:
    void digammaMatchesTables_data();
    void digammaMatchesTables();
    void risingFactorialsKeepSmallDifferences();
    void logBetaMatchesGammaFunctions();
    void stableSumsDoNotOverflow();
    void gaussLegendreIsExactForPolynomials_data();
    void gaussLegendreIsExactForPolynomials();
    void betaRuleHasTheMomentsOfTheBeta_data();
    void betaRuleHasTheMomentsOfTheBeta();
    void choleskyRefusesAnIndefiniteMatrix();
    void inverseTimesMatrixIsIdentity();
    void eigenvaluesOfAKnownMatrix();
    void solveNeedsPivots();
    void bfgsFindsTheMinimumOfRosenbrock();
    void polishTellsASaddleFromAMinimum();
    void searchEndsWhereTheMinimumLiesAtInfinity();
    void normalQuantilesMatchTables_data();
    void normalQuantilesMatchTables();
    void quantilesInterpolate();
    void correlationOfALineIsOne();
    void tailsMatchTables_data();
    void tailsMatchTables();
    void distributionsAreSymmetricAndBounded();
    void blocksCoverEveryIndexOnce();
    void vectorExpAndLogAgreeWithTheLibrary();
};

void TestNumerics::digammaMatchesTables_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("expected");
    const double euler = std::numbers::egamma;
    QTest::newRow("1") << 1.0 << -euler;
    QTest::newRow("1/2") << 0.5 << -euler - 2 * std::numbers::ln2;
    QTest::newRow("2") << 2.0 << 1 - euler;
    QTest::newRow("10") << 10.0 << 2.2517525890667211;
    QTest::newRow("small") << 1e-3 << -1000.5755719318103;
}

void TestNumerics::digammaMatchesTables()
{
    QFETCH(double, x);
    QFETCH(double, expected);
    QVERIFY2(relative(Numerics::digamma(x), expected) < 1e-13,
             qPrintable(QString::number(Numerics::digamma(x), 'g', 17)));
}

void TestNumerics::risingFactorialsKeepSmallDifferences()
{
    // ln[Γ(a+n)/Γ(a)] is the sum of n logarithms; for a = 1e12 the two ln Γ would cancel 11 digits.
    for (const double a : {0.01, 0.5, 3.0, 9.99, 10.0, 1e3, 1e12}) {
        for (const int n : {0, 1, 3, 8, 9, 40}) {
            double sum = 0;
            for (int j = 0; j < n; ++j)
                sum += std::log(a + j);
            QVERIFY2(std::abs(Numerics::logRising(a, n) - sum) < 2e-13 * (1 + std::abs(sum)),
                     qPrintable(u"a %1 n %2"_s.arg(a).arg(n)));
        }
    }
}

void TestNumerics::logBetaMatchesGammaFunctions()
{
    QVERIFY(relative(Numerics::logBeta(2, 3), std::log(1.0 / 12)) < 1e-14);
    QVERIFY(relative(Numerics::logBeta(0.5, 0.5), std::log(std::numbers::pi)) < 1e-14);
    QCOMPARE(Numerics::logBeta(0.3, 5000), Numerics::logBeta(5000, 0.3));
}

void TestNumerics::stableSumsDoNotOverflow()
{
    QCOMPARE(Numerics::logAddExp(1000, 1000), 1000 + std::numbers::ln2);
    QCOMPARE(Numerics::logAddExp(-1e300, 3), 3.0);
    QCOMPARE(Numerics::softplus(800), 800.0);
    QVERIFY(Numerics::softplus(-800) >= 0);
    QCOMPARE(Numerics::logistic(-800), 0.0);
    QCOMPARE(Numerics::logistic(800), 1.0);
    QCOMPARE(Numerics::annuityFactor(0), 1.0);
    QVERIFY(relative(Numerics::annuityFactor(1e-8), 1 - 0.5e-8) < 1e-15);
}

void TestNumerics::gaussLegendreIsExactForPolynomials_data()
{
    QTest::addColumn<int>("nodes");
    for (const int nodes : {1, 2, 5, 16, 32, 64})
        QTest::addRow("%d nodes", nodes) << nodes;
}

void TestNumerics::gaussLegendreIsExactForPolynomials()
{
    QFETCH(int, nodes);
    const Numerics::QuadratureRule rule = Numerics::gaussLegendre(nodes);
    for (int power = 0; power < 2 * nodes; ++power) {
        double sum = 0;
        for (std::size_t i = 0; i < rule.size(); ++i)
            sum += rule.weight[i] * std::pow(rule.node[i], power);
        QVERIFY(relative(sum, 1.0 / (power + 1)) < 1e-13);
    }
}

void TestNumerics::betaRuleHasTheMomentsOfTheBeta_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    for (const auto &[a, b] : {std::pair(0.8, 2.4), std::pair(0.05, 3.0), std::pair(1.0, 1.0),
                               std::pair(5.0, 500.0), std::pair(40.0, 0.3), std::pair(0.2, 5000.0)})
        QTest::addRow("a %g b %g", a, b) << a << b;
}

void TestNumerics::betaRuleHasTheMomentsOfTheBeta()
{
    QFETCH(double, a);
    QFETCH(double, b);
    const Numerics::BetaRule rule = Numerics::betaRule(a, b, 96);
    double mean = 0;
    double square = 0;
    for (std::size_t i = 0; i < rule.p.size(); ++i) {
        mean += rule.probability[i] * rule.p[i];
        square += rule.probability[i] * rule.p[i] * rule.p[i];
    }
    QVERIFY2(relative(mean, a / (a + b)) < 1e-8, qPrintable(QString::number(mean)));
    QVERIFY(relative(square, a * (a + 1) / ((a + b) * (a + b + 1))) < 1e-8);
}

void TestNumerics::choleskyRefusesAnIndefiniteMatrix()
{
    Numerics::Matrix matrix(2, 2);
    matrix(0, 0) = matrix(1, 1) = 1;
    matrix(0, 1) = matrix(1, 0) = 2;
    QVERIFY(!Numerics::cholesky(matrix));
    QVERIFY(!Numerics::inversePositiveDefinite(matrix));
    matrix(0, 1) = matrix(1, 0) = std::nan("");
    QVERIFY(!Numerics::cholesky(matrix));
}

void TestNumerics::inverseTimesMatrixIsIdentity()
{
    const double values[3][3] = {{4, 1, 0.5}, {1, 3, 0.2}, {0.5, 0.2, 2}};
    Numerics::Matrix matrix(3, 3);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            matrix(i, j) = values[i][j];
    }
    const auto inverse = Numerics::inversePositiveDefinite(matrix);
    QVERIFY(inverse);
    for (std::size_t j = 0; j < 3; ++j) {
        const std::vector<double> column{(*inverse)(0, j), (*inverse)(1, j), (*inverse)(2, j)};
        const std::vector<double> product = matrix.times(column);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(product[i] - (i == j ? 1 : 0)) < 1e-14);
    }
}

void TestNumerics::eigenvaluesOfAKnownMatrix()
{
    Numerics::Matrix matrix(2, 2);
    matrix(0, 0) = matrix(1, 1) = 2;
    matrix(0, 1) = matrix(1, 0) = 1;
    const Numerics::SymmetricEigen eigen = Numerics::symmetricEigen(matrix);
    QVERIFY(relative(eigen.values[0], 1) < 1e-14);
    QVERIFY(relative(eigen.values[1], 3) < 1e-14);
    QVERIFY(std::abs(eigen.vectors(0, 0) + eigen.vectors(1, 0)) < 1e-14);
}

void TestNumerics::solveNeedsPivots()
{
    Numerics::Matrix matrix(2, 2);
    matrix(0, 1) = 2;
    matrix(1, 0) = 4;
    const auto x = Numerics::solve(matrix, {6, 8});
    QVERIFY(x);
    QCOMPARE((*x)[0], 2.0);
    QCOMPARE((*x)[1], 3.0);
    QVERIFY(!Numerics::solve(Numerics::Matrix(2, 2), {1, 1}));
}

void TestNumerics::bfgsFindsTheMinimumOfRosenbrock()
{
    const Numerics::Objective rosenbrock = [](std::span<const double> x, std::span<double> g) {
        const double a = x[1] - x[0] * x[0];
        g[0] = -400 * x[0] * a - 2 * (1 - x[0]);
        g[1] = 200 * a;
        return 100 * a * a + (1 - x[0]) * (1 - x[0]);
    };
    const Numerics::Minimum minimum =
        Numerics::polish(rosenbrock, rosenbrock, Numerics::bfgs(rosenbrock, {-1.2, 1}));
    QVERIFY(minimum.isConverged);
    QVERIFY(minimum.isPositiveDefinite);
    QVERIFY(minimum.decrement < 1e-9); // where the polishing promises to end
    QVERIFY(std::abs(minimum.x[0] - 1) < 1e-4 && std::abs(minimum.x[1] - 1) < 1e-4);
    QVERIFY(relative(minimum.hessian(0, 0), 802) < 1e-3);
    const Numerics::Objective numeric =
        Numerics::withNumericGradient([](std::span<const double> x) {
            const double a = x[1] - x[0] * x[0];
            return 100 * a * a + (1 - x[0]) * (1 - x[0]);
        });
    const Numerics::Minimum other = Numerics::bfgs(numeric, {-1.2, 1});
    QVERIFY(std::abs(other.x[0] - 1) < 1e-3);
}

void TestNumerics::polishTellsASaddleFromAMinimum()
{
    const Numerics::Objective saddle = [](std::span<const double> x, std::span<double> g) {
        g[0] = 2 * x[0];
        g[1] = -2 * x[1];
        return x[0] * x[0] - x[1] * x[1];
    };
    Numerics::Minimum at;
    at.x = {0, 0};
    at.gradient = {0, 0};
    at.value = 0;
    const Numerics::Minimum result = Numerics::polish(saddle, saddle, at);
    QVERIFY(!result.isPositiveDefinite);
    QVERIFY(!result.isConverged);
}

void TestNumerics::searchEndsWhereTheMinimumLiesAtInfinity()
{
    int calls = 0;
    const Numerics::Objective falling = [&calls](std::span<const double> x, std::span<double> g) {
        ++calls;
        g[0] = -std::exp(-x[0]);
        return std::exp(-x[0]);
    };
    const Numerics::Minimum result = Numerics::bfgs(falling, {0});
    QVERIFY(calls < 5000);
    QVERIFY(std::abs(result.x[0]) <= 20);
    const Numerics::Objective broken = [](std::span<const double>, std::span<double> g) {
        g[0] = std::nan("");
        return std::nan("");
    };
    QVERIFY(!Numerics::bfgs(broken, {0}).isConverged);
}

void TestNumerics::normalQuantilesMatchTables_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("expected");
    QTest::newRow("5 %") << 0.05 << -1.6448536269514722;
    QTest::newRow("50 %") << 0.5 << 0.0;
    QTest::newRow("97.5 %") << 0.975 << 1.9599639845400545;
    QTest::newRow("far tail") << 1e-10 << -6.3613409024040557;
}

void TestNumerics::normalQuantilesMatchTables()
{
    QFETCH(double, p);
    QFETCH(double, expected);
    QVERIFY2(std::abs(Numerics::normalQuantile(p) - expected) < 1e-9,
             qPrintable(QString::number(Numerics::normalQuantile(p), 'g', 15)));
}

void TestNumerics::quantilesInterpolate()
{
    QCOMPARE(Numerics::quantile({4, 1, 3, 2}, 0.5), 2.5);
    QCOMPARE(Numerics::quantile({4, 1, 3, 2}, 0), 1.0);
    QCOMPARE(Numerics::quantile({4, 1, 3, 2}, 1), 4.0);
    QVERIFY(std::isnan(Numerics::quantile({}, 0.5)));
}

void TestNumerics::correlationOfALineIsOne()
{
    const std::vector<double> x{1, 2, 3};
    const std::vector<double> y{10, 8, 6};
    QVERIFY(relative(Numerics::correlation(x, y), -1) < 1e-14);
    const std::vector<double> flat{5, 5, 5};
    QVERIFY(std::isnan(Numerics::correlation(x, flat)));
}

void TestNumerics::tailsMatchTables_data()
{
    // Printed quantiles: the statistic whose tail is the given probability.
    QTest::addColumn<bool>("isChiSquare");
    QTest::addColumn<double>("statistic");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("tail");
    QTest::newRow("chi-square 1, 5 %") << true << 3.841458820694124 << 1.0 << 0.05;
    QTest::newRow("chi-square 2, 5 %") << true << 5.991464547107979 << 2.0 << 0.05;
    QTest::newRow("chi-square 4, 1 %") << true << 13.276704135987622 << 4.0 << 0.01;
    QTest::newRow("chi-square 10, 90 %") << true << 4.865182051925333 << 10.0 << 0.9;
    QTest::newRow("Student 1, 5 %") << false << 12.706204736432095 << 1.0 << 0.05;
    QTest::newRow("Student 10, 5 %") << false << 2.2281388519649385 << 10.0 << 0.05;
    QTest::newRow("Student 2, in closed form")
        << false << -3.0 << 2.0 << 1 - 3 / std::sqrt(11.0); // 1 - t / sqrt(2 + t²)
}

void TestNumerics::tailsMatchTables()
{
    QFETCH(bool, isChiSquare);
    QFETCH(double, statistic);
    QFETCH(double, degrees);
    QFETCH(double, tail);
    const double found = isChiSquare ? Numerics::chiSquareTail(statistic, degrees)
                                     : Numerics::studentTwoSided(statistic, degrees);
    QVERIFY2(std::abs(found / tail - 1) < 1e-9, qPrintable(QString::number(found, 'g', 15)));
}

void TestNumerics::distributionsAreSymmetricAndBounded()
{
    QCOMPARE(Numerics::chiSquareTail(0, 3), 1.0);
    QCOMPARE(Numerics::chiSquareTail(-5, 3), 1.0);
    QCOMPARE(Numerics::studentTwoSided(0, 3), 1.0);
    QVERIFY(std::isnan(Numerics::chiSquareTail(1, 0)));
    QVERIFY(Numerics::chiSquareTail(1400, 4) > 0); // e^-700 and still a number
    QCOMPARE(Numerics::studentTwoSided(std::numeric_limits<double>::infinity(), 5), 0.0);
    for (const double x : {0.01, 0.3, 0.5, 0.77, 0.999}) {
        QVERIFY(std::abs(Numerics::regularisedBeta(x, 2, 3) - x * x * (6 - 8 * x + 3 * x * x))
                < 1e-13); // a polynomial
        QVERIFY(std::abs(Numerics::regularisedBeta(x, 7.5, 0.4)
                         + Numerics::regularisedBeta(1 - x, 0.4, 7.5) - 1)
                < 1e-12);
        QVERIFY(std::abs(Numerics::regularisedGamma(1, 10 * x) + std::expm1(-10 * x)) < 1e-13);
    }
}

void TestNumerics::blocksCoverEveryIndexOnce()
{
    std::vector<std::atomic<int>> seen(1003);
    Numerics::forBlocks(seen.size(), 10,
                        [&](std::size_t block, std::size_t from, std::size_t until) {
                            if (from != block * 10)
                                return;
                            for (std::size_t i = from; i < until; ++i)
                                ++seen[i];
                        });
    for (const std::atomic<int> &count : seen)
        QCOMPARE(count.load(), 1);
    Numerics::forBlocks(0, 10, [&](std::size_t, std::size_t, std::size_t) { ++seen[0]; });
    QCOMPARE(seen[0].load(), 1);
}

void TestNumerics::vectorExpAndLogAgreeWithTheLibrary()
{
    Numerics::Random random(7);
    for (int i = 0; i < 200000; ++i) {
        const double x = random.uniform(-700, 700);
        QVERIFY2(relative(Numerics::vectorExp(x), std::exp(x)) < 5e-16,
                 qPrintable(QString::number(x, 'g', 17)));
        const double y = std::exp(random.uniform(-700, 700));
        QVERIFY2(std::abs(Numerics::vectorLog(y) - std::log(y))
                     <= 4e-16 * std::max(1.0, std::abs(std::log(y))),
                 qPrintable(QString::number(y, 'g', 17)));
        const double nearOne = random.uniform(0.5, 2);
        QVERIFY(std::abs(Numerics::vectorLog(nearOne) - std::log(nearOne)) <= 2.5e-16);
    }
    QCOMPARE(Numerics::vectorExp(-1e300), 0.0);
    QVERIFY(std::isfinite(Numerics::vectorExp(1e300)));
    QCOMPARE(Numerics::vectorExp(0), 1.0);
    QCOMPARE(Numerics::vectorLog(1), 0.0);
}

QTEST_GUILESS_MAIN(TestNumerics)
#include "tst_numerics.moc"
