#include "models/clv/bgbb.h"
#include "models/clv/bgnbd.h"
#include "models/clv/clvjob.h"
#include "models/clv/concentration.h"
#include "models/clv/contractual.h"
#include "models/clv/diagnostics.h"
#include "models/clv/gammagamma.h"
#include "models/clv/models.h"
#include "models/clv/paretonbd.h"
#include "models/clv/valuation.h"
#include "models/numerics/statistics.h"
#include "tests/models/clv/clvdata.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using ClvData::numbersOf;
using ClvData::relativeError;
using ClvData::tableOf;

/// Tables and figures as papers and their spreadsheets print them, beyond the fits themselves: what
/// a reader who checks this program against a paper looks at.
class TestClvPublished : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void summariesHaveThePrintedHistogram_data();
    void summariesHaveThePrintedHistogram();
    void holdoutByPastPurchases_data();
    void holdoutByPastPurchases();
    void trackingReachesThePrintedTotals_data();
    void trackingReachesThePrintedTotals();
    void chiSquareOfTheHistogram_data();
    void chiSquareOfTheHistogram();
    void bgNbdOfSingleCustomers();
    void spendOfTheFirstTenCustomers();
    void spreadOfTheResidualEquity();
    void bgBbOfTheDonations();
    void sbgAtBadStarts();
    void sbgAndBdwForecastTheLastPeriod();
    void sbgByLeastSquares();

private:
    ClvData::Log m_cdnow;
};

namespace {

const QDate calibrationEnd(1997, 9, 30);
const QDate observationEnd(1998, 6, 30);

void addFits()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("model");
    QTest::newRow("Pareto/NBD") << u"pnbd-cdnow"_s << int(Clv::Model::ParetoNbd);
    QTest::newRow("BG/NBD") << u"bgnbd-cdnow"_s << int(Clv::Model::BgNbd);
    QTest::newRow("MBG/NBD") << u"mbgnbd-cdnow"_s << int(Clv::Model::MbgNbd);
}

/// Says what there was instead, so that a failure tells by how much.
bool isNear(double actual, double expected, double distance)
{
    if (std::abs(actual - expected) <= distance)
        return true;
    qInfo("%.10g instead of %.10g, off by more than %g", actual, expected, distance);
    return false;
}

Clv::ClvQuery queryOf(int model)
{
    Clv::ClvQuery query;
    query.model = Clv::Model(model);
    query.until = observationEnd;
    query.calibrationEnd = calibrationEnd;
    return query;
}

} // namespace

void TestClvPublished::initTestCase()
{
    if (!ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const std::optional<ClvData::Log> log =
        ClvData::readLog(u"cdnow_sample_transactions.csv"_s, u"amount"_s);
    QVERIFY(log);
    m_cdnow = *log;
}

void TestClvPublished::summariesHaveThePrintedHistogram_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"data-cdnow-sample-39w", "data-grocery-52w", "data-apparel-104w"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestClvPublished::summariesHaveThePrintedHistogram()
{
    QFETCH(QString, id);
    const QJsonObject entry = ClvData::reference(id);
    const std::optional<ClvData::Log> log =
        ClvData::readLog(entry[u"dataset"_s].toString().section(u'/', -1));
    QVERIFY(log);
    const Clv::PurchaseSummary summary = Clv::summarise(
        log->snapshot, QDate::fromString(entry[u"calibration_end"_s].toString(), Qt::ISODate),
        PeriodUnit::Week);
    std::vector<double> counts(8, 0.0);
    for (const std::uint32_t x : summary.x)
        counts[std::min<std::size_t>(x, 7)] += 1;
    QCOMPARE(counts, numbersOf(entry[u"expected"_s][u"histogram_x_0_to_7plus"_s]));
}

void TestClvPublished::holdoutByPastPurchases_data() { addFits(); }

void TestClvPublished::holdoutByPastPurchases()
{
    QFETCH(QString, id);
    QFETCH(int, model);
    const QJsonObject entry = ClvData::reference(id);
    const QJsonObject groups = entry[u"at_maximum"_s][u"holdout_by_x_0_to_7plus"_s].toObject();
    const double tolerance = entry[u"tolerance"_s][u"sums_at_fitted_params_rel"_s].toDouble();
    const Result<Clv::FitDiagnostics> result =
        Clv::diagnoseFit(m_cdnow.snapshot, queryOf(model));
    QVERIFY(result);
    QCOMPARE(result->conditional.customers, numbersOf(groups[u"customers"_s]));
    const std::vector<double> actual = numbersOf(groups[u"actual_mean"_s]);
    const std::vector<double> expected = numbersOf(groups[u"expected_mean"_s]);
    // The MBG/NBD entry's group without repeat purchases counts all of them as alive, against its
    // own values for single customers.
    const std::size_t first = Clv::Model(model) == Clv::Model::MbgNbd ? 1 : 0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        QVERIFY(isNear(result->conditional.actual[i], actual[i], 1e-9));
        if (i >= first)
            QVERIFY(isNear(result->conditional.expected[i], expected[i], tolerance * expected[i]));
    }
}

void TestClvPublished::trackingReachesThePrintedTotals_data() { addFits(); }

void TestClvPublished::trackingReachesThePrintedTotals()
{
    QFETCH(QString, id);
    QFETCH(int, model);
    const QJsonObject entry = ClvData::reference(id);
    const QJsonObject totals = entry[u"tracking_cumulative_repeat"_s].toObject();
    const double tolerance = entry[u"tolerance"_s][u"sums_at_fitted_params_rel"_s].toDouble();
    const Result<Clv::ClvResult> result = Clv::computeClv(
        m_cdnow.snapshot, queryOf(model), {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY(result);
    for (const QDate &end : {calibrationEnd, observationEnd}) {
        double actual = 0;
        double predicted = 0;
        for (const Clv::TrackingPoint &point : result->holdout->tracking) {
            if (point.date <= end) {
                actual += point.actual;
                predicted += point.predicted;
            }
        }
        const QString day = end.toString(Qt::ISODate);
        const double expected = totals[u"expected"_s][day].toDouble();
        QCOMPARE(actual, totals[u"actual"_s][day].toDouble());
        QVERIFY(isNear(predicted, expected, tolerance * expected));
    }
}

void TestClvPublished::chiSquareOfTheHistogram_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("model");
    QTest::newRow("Pareto/NBD") << u"pnbd-cdnow"_s << int(Clv::Model::ParetoNbd);
    QTest::newRow("BG/NBD") << u"bgnbd-cdnow"_s << int(Clv::Model::BgNbd);
}

void TestClvPublished::chiSquareOfTheHistogram()
{
    QFETCH(QString, id);
    QFETCH(int, model);
    const QJsonObject published = ClvData::reference(id)[u"published"_s][0].toObject();
    const Result<Clv::ClvResult> result = Clv::computeClv(
        m_cdnow.snapshot, queryOf(model), {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY(result);
    double chiSquare = 0;
    for (std::size_t i = 0; i < result->frequency.actual.size(); ++i) {
        const double off = result->frequency.actual[i] - result->frequency.expected[i];
        chiSquare += off * off / result->frequency.expected[i];
    }
    QVERIFY(isNear(chiSquare, published[u"chi_square_histogram_8_bins"_s].toDouble(), 0.05));
    QVERIFY(isNear(result->purchaseFit.logLikelihood, published[u"loglik"_s].toDouble(), 0.06));
}

void TestClvPublished::bgNbdOfSingleCustomers()
{
    const QJsonObject entry = ClvData::reference(u"bgnbd-cdnow"_s);
    const QJsonObject v = entry[u"maximum_likelihood"_s][u"params"_s].toObject();
    const Clv::BgNbd::Parameters p{v[u"r"_s].toDouble(), v[u"alpha"_s].toDouble(),
                                   v[u"a"_s].toDouble(), v[u"b"_s].toDouble()};
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_cdnow.snapshot, calibrationEnd, PeriodUnit::Week);
    const QJsonObject single = entry[u"published"_s][0][u"individual_loglik"_s].toObject();
    QVERIFY(!single.isEmpty());
    for (auto at = single.begin(); at != single.end(); ++at) {
        const int i = m_cdnow.indexOf(QString::number(at.key().toInt()));
        QVERIFY(i >= 0);
        const auto customer = std::size_t(i);
        // Printed times are rounded to 0.01 weeks, which moves the value by up to 0.004.
        QVERIFY(isNear(Clv::BgNbd::logLikelihood(p, summary.x[customer], summary.tx[customer],
                                                 summary.T[customer]),
                       at.value().toDouble(), 0.005));
    }
    const QJsonObject walkthrough = entry[u"published"_s][1].toObject();
    const auto customer = std::size_t(m_cdnow.indexOf(u"1516"_s));
    QVERIFY(isNear(Clv::BgNbd::expectedPurchases(p, 52),
                   walkthrough[u"new_customer_expected_52w"_s].toDouble(), 0.003));
    QVERIFY(isNear(Clv::BgNbd::pAlive(p, summary.x[customer], summary.tx[customer],
                                      summary.T[customer]),
                   walkthrough[u"palive_customer_1516"_s].toDouble(), 2e-4));
    QVERIFY(isNear(Clv::BgNbd::conditionalExpectedPurchases(p, summary.x[customer],
                                                            summary.tx[customer],
                                                            summary.T[customer], 52),
                   walkthrough[u"cet_52w_customer_1516"_s].toDouble(), 0.02));
}

void TestClvPublished::spendOfTheFirstTenCustomers()
{
    const QJsonObject entry = ClvData::reference(u"gg-cdnow"_s);
    const QJsonObject v = entry[u"maximum_likelihood"_s][u"params"_s].toObject();
    const Clv::GammaGamma::Parameters p{v[u"p"_s].toDouble(), v[u"q"_s].toDouble(),
                                        v[u"gamma"_s].toDouble()};
    const std::vector<double> printed =
        numbersOf(entry[u"published"_s][0][u"expected_spend_first_10"_s]);
    const QJsonArray customers = entry[u"at_given_params"_s][u"customers"_s].toArray();
    QCOMPARE(customers.size(), 10);
    for (qsizetype i = 0; i < 10; ++i) {
        QVERIFY(isNear(Clv::GammaGamma::expectedSpend(p, customers[i][u"x"_s].toDouble(),
                                                      customers[i][u"mean_spend"_s].toDouble()),
                       printed[std::size_t(i)], 0.011));
    }
}

void TestClvPublished::spreadOfTheResidualEquity()
{
    const QJsonObject entry = ClvData::reference(u"equity-cdnow-pnbd-gg"_s);
    const QJsonObject in = entry[u"inputs"_s].toObject();
    const QJsonObject expected = entry[u"expected"_s].toObject();
    const double tolerance = entry[u"tolerance"_s][u"rel"_s].toDouble();
    const QJsonObject b = in[u"pareto_nbd"_s].toObject();
    const QJsonObject g = in[u"gamma_gamma"_s].toObject();
    const std::vector<double> p{b[u"r"_s].toDouble(), b[u"alpha"_s].toDouble(),
                                b[u"s"_s].toDouble(), b[u"beta"_s].toDouble()};
    Clv::ClvQuery query;
    query.annualDiscountRate = in[u"annual_discount"_s].toDouble();
    query.margin = in[u"gross_margin"_s].toDouble();
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_cdnow.snapshot, calibrationEnd, PeriodUnit::Week);
    const Clv::PurchaseRows rows = Clv::groupRows(summary.x, summary.tx, summary.T);
    const Clv::Prediction prediction =
        Clv::predict(Clv::ParetoNbdModel(), p, rows, Clv::valueTerms(query));
    double withoutRepeat = 0;
    double customersWithout = 0;
    double alive = 0;
    std::vector<double> clv;
    for (std::size_t i = 0; i < summary.size(); ++i) {
        clv.push_back(query.margin * prediction.discountedOf(rows.rowOf[i])
                      * Clv::GammaGamma::expectedSpend(
                          {g[u"p"_s].toDouble(), g[u"q"_s].toDouble(), g[u"gamma"_s].toDouble()},
                          summary.x[i], summary.meanSpend[i]));
        alive += prediction.pAlive[rows.rowOf[i]];
        if (summary.x[i] == 0) {
            withoutRepeat += clv.back();
            customersWithout += 1;
        }
    }
    const auto near = [&](double actual, const QString &name) {
        return isNear(actual, expected[name].toDouble(), tolerance * expected[name].toDouble());
    };
    QCOMPARE(customersWithout, expected[u"zero_class"_s][u"customers"_s].toDouble());
    QVERIFY(relativeError(withoutRepeat, expected[u"zero_class"_s][u"equity"_s].toDouble())
            < tolerance);
    QVERIFY(near(alive, u"expected_alive_customers"_s));
    QVERIFY(near(Numerics::quantile(clv, 0.5), u"median_clv"_s));
    std::vector<double> falling = clv;
    std::sort(falling.rbegin(), falling.rend());
    const double total = std::accumulate(clv.begin(), clv.end(), 0.0);
    const auto shareOfTop = [&](double part) {
        const auto count = std::ptrdiff_t(part * double(falling.size()));
        return std::accumulate(falling.begin(), falling.begin() + count, 0.0) / total;
    };
    QVERIFY(near(shareOfTop(0.1), u"share_of_equity_top_10pct_customers"_s));
    QVERIFY(near(shareOfTop(0.2), u"share_of_equity_top_20pct_customers"_s));
    // The curve of the page is the same, to the part of a customer between two whole ones.
    const Clv::Concentration curve = Clv::concentration(clv);
    QVERIFY(isNear(1 - curve.shareOfLowest(0.8), shareOfTop(0.2), 1e-3));
}

void TestClvPublished::bgBbOfTheDonations()
{
    const QJsonObject entry = ClvData::reference(u"bgbb-donations"_s);
    const QJsonObject v = entry[u"maximum_likelihood"_s][u"params"_s].toObject();
    const Clv::BgBb::Parameters p{v[u"alpha"_s].toDouble(), v[u"beta"_s].toDouble(),
                                  v[u"gamma"_s].toDouble(), v[u"delta"_s].toDouble()};
    const double customers = entry[u"n_customers"_s].toDouble();
    const QJsonObject paper = entry[u"published"_s][0].toObject();
    const QJsonObject alive = paper[u"palive_2002"_s].toObject();
    QVERIFY(isNear(Clv::BgBb::pAlive(p, 0, 0, 6, 1), alive[u"x0_tx0"_s].toDouble(), 0.005));
    QVERIFY(isNear(Clv::BgBb::pAlive(p, 2, 4, 6, 1), alive[u"x2_tx4"_s].toDouble(), 0.005));
    QVERIFY(isNear(Clv::BgBb::pAlive(p, 6, 6, 6, 1), alive[u"x6_tx6"_s].toDouble(), 0.005));
    const QJsonObject fit = paper[u"in_sample_fit"_s].toObject();
    for (auto at = fit.begin(); at != fit.end(); ++at)
        QVERIFY(isNear(customers * Clv::BgBb::pmf(p, 6, at.key().toDouble()),
                       at.value().toDouble(), 0.1));
    const QJsonObject walkthrough = entry[u"published"_s][1].toObject();
    const std::vector<double> byPast = numbersOf(walkthrough[u"holdout_expected_by_x_0_to_6"_s]);
    std::vector<double> expected(7, 0.0);
    std::vector<double> count(7, 0.0);
    for (const QStringList &cells : tableOf(u"donations_1995_rf.csv"_s).mid(1)) {
        const auto x = std::size_t(cells[0].toInt());
        expected[x] += cells[3].toDouble()
                       * Clv::BgBb::conditionalExpectedPurchases(p, double(x), cells[1].toDouble(),
                                                                 cells[2].toDouble(), 5);
        count[x] += cells[3].toDouble();
    }
    for (std::size_t x = 0; x < byPast.size(); ++x)
        QVERIFY(isNear(expected[x] / count[x], byPast[x], 2e-4 * byPast[x]));
    const std::vector<double> byYear = numbersOf(walkthrough[u"annual_expected"_s]);
    double before = 0;
    for (std::size_t year = 0; year < byYear.size(); ++year) {
        const double until = Clv::BgBb::expectedPurchases(p, double(year) + 1);
        QVERIFY(isNear(customers * (until - before), byYear[year], 2e-4 * byYear[year]));
        before = until;
    }
    QVERIFY(isNear(Clv::BgBb::conditionalExpectedPurchases(p, 0, 0, 6, 10),
                   walkthrough[u"cet_10_customer_A_x0_tx0"_s].toDouble(), 1e-4));
    QVERIFY(isNear(Clv::BgBb::conditionalExpectedPurchases(p, 4, 5, 6, 10),
                   walkthrough[u"cet_10_customer_B_x4_tx5"_s].toDouble(), 1e-3));
}

void TestClvPublished::sbgAtBadStarts()
{
    const QJsonObject entry = ClvData::reference(u"sbg-highend"_s);
    const QList<QStringList> table = tableOf(entry[u"dataset"_s].toString().section(u'/', -1));
    const qsizetype column = table[0].indexOf(entry[u"column"_s].toString());
    std::vector<double> survivors;
    for (qsizetype year = 0; year <= entry[u"fit_years"_s].toInt(); ++year)
        survivors.push_back(table[year + 1][column].toDouble());
    const Clv::ContractCounts counts = Clv::ContractCounts::fromSurvivors(survivors);
    const QJsonObject printed = entry[u"published"_s][0].toObject();
    QVERIFY(isNear(Clv::Sbg::logLikelihood({1, 1}, counts), printed[u"loglik_at_1_1"_s].toDouble(),
                   0.06));
    QVERIFY(isNear(Clv::Sbg::logLikelihood({0.01, 0.01}, counts),
                   printed[u"loglik_at_001_001"_s].toDouble(), 0.06));
}

void TestClvPublished::sbgAndBdwForecastTheLastPeriod()
{
    const QJsonObject entry = ClvData::reference(u"sbg-bdw-statin"_s);
    const double within = entry[u"tolerance"_s][u"predicted_abs"_s].toDouble();
    const int periods = entry[u"fit_periods"_s].toInt();
    std::vector<double> survivors;
    double lastPeriod = 0;
    double lastShare = 0;
    for (const QStringList &cells : tableOf(u"persistency_therapy.csv"_s)) {
        if (cells[0] != entry[u"therapy"_s].toString())
            continue;
        if (cells[1].toInt() <= periods)
            survivors.push_back(cells[2].toDouble() / 100 * entry[u"cohort_size"_s].toDouble());
        lastPeriod = cells[1].toDouble();
        lastShare = cells[2].toDouble() / 100;
    }
    QVERIFY(isNear(lastShare, entry[u"actual_last"_s].toDouble(), 1e-6));
    const Clv::ContractCounts counts = Clv::ContractCounts::fromSurvivors(survivors);
    const Clv::Fit sbg = Clv::Sbg::fit(counts);
    QVERIFY(isNear(Clv::Sbg::survival({sbg.parameters[0], sbg.parameters[1]}, lastPeriod),
                   entry[u"sbg"_s][u"predicted_last"_s].toDouble(), within));
    const Clv::Fit bdw = Clv::Bdw::fit(counts);
    QVERIFY(isNear(Clv::Bdw::survival({bdw.parameters[0], bdw.parameters[1], bdw.parameters[2]},
                                      lastPeriod),
                   entry[u"bdw"_s][u"predicted_last"_s].toDouble(), within));
}

void TestClvPublished::sbgByLeastSquares()
{
    // The spreadsheet's other way: the parameters that bring the retention rates closest.
    const QJsonObject entry = ClvData::reference(u"sbg-intro-5-years"_s);
    const QJsonObject squares = entry[u"least_squares_on_retention"_s].toObject();
    const std::vector<double> active = numbersOf(entry[u"data_inline"_s][u"active"_s]);
    const auto sumOfSquares = [&](double gamma, double delta) {
        double sum = 0;
        for (std::size_t t = 1; t < active.size(); ++t) {
            const double off =
                active[t] / active[t - 1] - Clv::Sbg::retention({gamma, delta}, double(t));
            sum += off * off;
        }
        return sum;
    };
    const double gamma = squares[u"params"_s][u"gamma"_s].toDouble();
    const double delta = squares[u"params"_s][u"delta"_s].toDouble();
    const double least = sumOfSquares(gamma, delta);
    QVERIFY(relativeError(least, squares[u"sse"_s].toDouble()) < 1e-6);
    for (const double factor : {0.99, 1.01}) {
        QVERIFY(sumOfSquares(gamma * factor, delta) > least);
        QVERIFY(sumOfSquares(gamma, delta * factor) > least);
    }
}

QTEST_GUILESS_MAIN(TestClvPublished)
#include "tst_clvpublished.moc"
