#include "models/clv/clvjob.h"
#include "models/clv/clvjson.h"
#include "models/clv/contractjob.h"
#include "models/clv/contractoutlook.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using ClvData::relativeError;

/// sBG and BdW on subscriptions: from rows of contracts to curves and values.
class TestClvContracts : public QObject
{
    Q_OBJECT
private slots:
    void renewalsAreCounted_data();
    void renewalsAreCounted();
    void twoSegmentsReachTheMaximum_data();
    void twoSegmentsReachTheMaximum();
    void cohortsArePooledToTheirValue();
    void curvesComeFromWhoWasAtRisk();
    void parametersAreRecovered_data();
    void parametersAreRecovered();
    void valuesAddUpAndCarryBounds();
    void horizonZeroIsWorthNothing();
    void retentionCostIsTakenOff();
    void holdoutIsPredicted();
    void autoChoosesAmongContractModels();
    void thinDataGetTheHistoricMean();
    void missingSubscriptionsAreAnError();
    void hostileContractsEnd();
    void theOutlookOfACustomerFollowsTheContract();
};

namespace {

struct Contract
{
    int customer = 0;
    QDate start;
    QDate end = {};
    std::int64_t price = INT64_MIN;
};

Customers::Snapshot snapshotOf(const std::vector<Contract> &contracts, int customers)
{
    Customers::Snapshot snapshot = ClvData::snapshotOf({}, customers);
    for (const Contract &contract : contracts) {
        snapshot.subscriptions.customer.push_back(Customers::CustomerIndex(contract.customer));
        snapshot.subscriptions.startedDay.push_back(
            std::int32_t(epochDay(epochSeconds(contract.start))));
        snapshot.subscriptions.endedDay.push_back(
            contract.end.isValid() ? std::int32_t(epochDay(epochSeconds(contract.end)))
                                   : INT32_MIN);
        snapshot.subscriptions.price.push_back(contract.price);
    }
    return snapshot;
}

Clv::ClvQuery yearly(Clv::Model model, QDate until)
{
    Clv::ClvQuery query;
    query.model = model;
    query.period = PeriodUnit::Year;
    query.until = until;
    return query;
}

/// Customers who renew each month with their own probability, begun over two years.
Customers::Snapshot subscribers(int customers, double alpha, double beta, double c,
                                std::uint64_t seed, QDate until = QDate(2024, 12, 31))
{
    Numerics::Random random(seed);
    std::vector<Contract> contracts;
    for (int i = 0; i < customers; ++i) {
        const QDate start = QDate(2022, 1, 1).addDays(random.integer(0, 700));
        // S(t | θ) = (1-θ)^(t^c) with θ ~ Beta(α, β).
        const double theta = random.beta(alpha, beta);
        const double logStay = std::log1p(-std::min(theta, 1 - 1e-12));
        const double left = std::pow(std::log(random.uniform()) / logStay, 1 / c);
        const double renewals = std::min(std::floor(left), 600.0);
        const QDate end = start.addMonths(int(renewals) + 1);
        contracts.push_back({i, start, end <= until ? end : QDate(), 5000});
    }
    return snapshotOf(contracts, customers);
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

void TestClvContracts::renewalsAreCounted_data()
{
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("end");
    QTest::addColumn<int>("renewals");
    QTest::addColumn<bool>("isActive");
    const QDate none;
    QTest::newRow("begun today") << QDate(2024, 6, 15) << none << 0 << true;
    QTest::newRow("a month ago: renewed today") << QDate(2024, 5, 15) << none << 1 << true;
    QTest::newRow("a day less") << QDate(2024, 5, 16) << none << 0 << true;
    QTest::newRow("from the 31st: renews on the last day")
        << QDate(2024, 1, 31) << none << 4 << true;
    QTest::newRow("ended at the first renewal")
        << QDate(2024, 1, 10) << QDate(2024, 2, 10) << 0 << false;
    QTest::newRow("ended the day before it")
        << QDate(2024, 1, 10) << QDate(2024, 2, 9) << 0 << false;
    QTest::newRow("ended after it") << QDate(2024, 1, 10) << QDate(2024, 2, 11) << 1 << false;
    QTest::newRow("ends in the future") << QDate(2024, 1, 10) << QDate(2024, 9, 1) << 5 << true;
    QTest::newRow("ended before it began") << QDate(2024, 1, 10) << QDate(2023, 1, 1) << 0 << false;
}

void TestClvContracts::renewalsAreCounted()
{
    QFETCH(QDate, start);
    QFETCH(QDate, end);
    QFETCH(int, renewals);
    QFETCH(bool, isActive);
    const Clv::ContractSummary contracts = Clv::summariseContracts(
        snapshotOf({{0, start, end, 100}}, 1), QDate(2024, 6, 15), PeriodUnit::Month);
    QCOMPARE(contracts.size(), std::size_t(1));
    QCOMPARE(int(contracts.renewals[0]), renewals);
    QCOMPARE(bool(contracts.isActive[0]), isActive);
    if (isActive)
        QVERIFY(contracts.toNext[0] > 0 && contracts.toNext[0] < 1.03);
}

void TestClvContracts::twoSegmentsReachTheMaximum_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("sBG") << int(Clv::Model::Sbg) << u"sbg"_s << QStringList{u"alpha"_s, u"beta"_s};
    QTest::newRow("BdW") << int(Clv::Model::Bdw) << u"bdw"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
}

void TestClvContracts::twoSegmentsReachTheMaximum()
{
    QFETCH(int, model);
    QFETCH(QString, key);
    QFETCH(QStringList, names);
    const QList<QStringList> table = ClvData::tableOf(u"sbg_customer_cohorts.csv"_s);
    if (table.isEmpty() || !ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject entry = ClvData::reference(u"sbg-highend"_s);
    const QDate start(2000, 1, 1);
    std::vector<Contract> contracts;
    for (const QStringList &cells : table.mid(1)) {
        if (cells.value(3) != u"highend")
            continue;
        const int left = cells.value(1).toInt(); // 8: still there
        contracts.push_back(
            {int(contracts.size()), start, left < 8 ? start.addYears(left) : QDate(), 10000});
    }
    QCOMPARE(contracts.size(), std::size_t(1000));
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshotOf(contracts, 1000), yearly(Clv::Model(model), QDate(2007, 1, 1)));
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    const Clv::FitSummary &fit = result->purchaseFit;
    QVERIFY2(fit.converged, qPrintable(Clv::problemText(fit.problem)));
    const QJsonObject tolerance = entry[u"tolerance"_s].toObject();
    QVERIFY(std::abs(fit.logLikelihood - entry[key][u"loglik"_s].toDouble())
            < tolerance[u"loglik_abs"_s].toDouble());
    for (qsizetype i = 0; i < names.size(); ++i)
        QVERIFY(relativeError(fit.parameters[i].value, entry[key][u"params"_s][names[i]].toDouble())
                < tolerance[u"params_rel"_s].toDouble());
    const QJsonArray fitted = entry[key][u"survival_0_to_12"_s].toArray();
    const QJsonArray actual = entry[u"sbg"_s][u"actual_survival"_s].toArray();
    for (const Clv::SurvivalPoint &point : result->survival) {
        if (point.renewals > 12)
            continue;
        QVERIFY(std::abs(point.survivalFitted - fitted[point.renewals].toDouble())
                < tolerance[u"survival_abs"_s].toDouble());
        if (point.renewals <= 7)
            QVERIFY(std::abs(point.survival - actual[point.renewals].toDouble()) < 1e-12);
        else
            QVERIFY(std::isnan(point.survival));
    }
    QVERIFY(result->survival.size() >= 12);
    if (Clv::Model(model) == Clv::Model::Bdw) {
        QCOMPARE(result->tests.size(), 1);
        QVERIFY(std::abs(result->tests[0].statistic
                         - 2
                               * (entry[u"bdw"_s][u"loglik"_s].toDouble()
                                  - entry[u"sbg"_s][u"loglik"_s].toDouble()))
                < 0.01);
    }
    const QJsonObject json = Clv::toJson(*result, 0);
    QCOMPARE(json[u"survival"_s].toArray().size(), qsizetype(result->survival.size()));
    QVERIFY(json[u"survival"_s][0][u"retention"_s].toDouble() > 0.86);
}

void TestClvContracts::cohortsArePooledToTheirValue()
{
    // Five cohorts; of each, as many left at each renewal as sBG with 3.8 and 15.2 says. The value
    // just before the next renewal is the sum of DERL (published, to its tolerance).
    if (!ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject entry = ClvData::reference(u"cohort-valuation-case1"_s);
    const QJsonObject inputs = entry[u"inputs"_s].toObject();
    const Clv::Sbg::Parameters truth{inputs[u"alpha"_s].toDouble(), inputs[u"beta"_s].toDouble()};
    const QJsonObject cohorts = inputs[u"cohorts_new"_s].toObject();
    const QDate until(2004, 12, 31);
    std::vector<Contract> contracts;
    for (auto cohort = cohorts.begin(); cohort != cohorts.end(); ++cohort) {
        const QDate start(cohort.key().toInt(), 1, 1);
        const double size = cohort.value().toDouble();
        double left = 0;
        for (int i = 0; i < int(size); ++i) {
            // The i-th of the cohort leaves at the first renewal that fewer than it outlive.
            int renewal = 1;
            while (Clv::Sbg::survival(truth, renewal) * size > i
                   && start.addYears(renewal) <= until)
                ++renewal;
            const QDate end = start.addYears(renewal);
            left += end <= until ? 1 : 0;
            contracts.push_back({int(contracts.size()), start, end <= until ? end : QDate(), 100});
        }
        QVERIFY(std::abs(size - left
                         - entry[u"expected"_s][u"active_by_cohort"_s][cohort.key()].toDouble())
                < 1.01);
    }
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshotOf(contracts, int(contracts.size())),
                        yearly(Clv::Model::Sbg, until), {}, nullptr, false);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QVERIFY(relativeError(result->purchaseFit.parameters[0].value, truth.alpha) < 0.02);
    QVERIFY(relativeError(result->purchaseFit.parameters[1].value, truth.beta) < 0.02);
    // The next renewal is a day away and each is worth 1.
    QVERIFY(relativeError(result->totalClv, entry[u"expected"_s][u"total"_s].toDouble()) < 0.005);
}

void TestClvContracts::curvesComeFromWhoWasAtRisk()
{
    Clv::ContractCounts counts;
    counts.lost = {2, 1};
    counts.active = {4, 0, 3};
    const std::vector<Clv::SurvivalPoint> points =
        Clv::survivalPoints(counts, std::vector<double>{1, 0.6, 0.5, 0.45});
    QCOMPARE(points.size(), std::size_t(3));
    QCOMPARE(points[0].atRisk, 6.0); // four had not come up for the first renewal
    QCOMPARE(points[0].retention, 1 - 2.0 / 6);
    QCOMPARE(points[1].atRisk, 4.0);
    QCOMPARE(points[1].retention, 0.75);
    QCOMPARE(points[1].survival, (1 - 2.0 / 6) * 0.75);
    QVERIFY(std::isnan(points[2].retention));
    QCOMPARE(points[2].survivalFitted, 0.45);
    QCOMPARE(points[2].retentionFitted, 0.45 / 0.5);
}

void TestClvContracts::parametersAreRecovered_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<std::vector<double>>("truth");
    QTest::newRow("sBG") << int(Clv::Model::Sbg) << std::vector<double>{0.8, 6};
    QTest::newRow("BdW") << int(Clv::Model::Bdw) << std::vector<double>{1, 10, 1.3};
}

void TestClvContracts::parametersAreRecovered()
{
    QFETCH(int, model);
    QFETCH(std::vector<double>, truth);
    Clv::ClvQuery query;
    query.model = Clv::Model(model);
    query.period = PeriodUnit::Month;
    query.until = QDate(2024, 12, 31);
    const Result<Clv::ClvResult> result = Clv::computeClv(
        subscribers(20000, truth[0], truth[1], truth.size() == 3 ? truth[2] : 1, 41), query, {},
        nullptr, false);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QVERIFY(result->purchaseFit.converged);
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const Clv::Parameter &found = result->purchaseFit.parameters[qsizetype(i)];
        QVERIFY2(std::abs(found.value - truth[i]) < 3.5 * found.stdError,
                 qPrintable(u"%1: %2 ± %3 instead of %4"_s.arg(found.name)
                                .arg(found.value)
                                .arg(found.stdError)
                                .arg(truth[i])));
    }
}

void TestClvContracts::valuesAddUpAndCarryBounds()
{
    Clv::ClvQuery query;
    query.model = Clv::Model::Sbg;
    query.period = PeriodUnit::Month;
    query.until = QDate(2024, 12, 31);
    query.margin = 0.5;
    const Result<Clv::ClvResult> result = Clv::computeClv(subscribers(2000, 0.8, 6, 1, 42), query);
    QVERIFY(result.ok());
    const Clv::CustomerValues &values = *result->values;
    QCOMPARE(result->customers, qint64(2000));
    QVERIFY(relativeError(sum(values.clv), result->totalClv) < 1e-12);
    QVERIFY(result->totalLow < result->totalClv && result->totalClv < result->totalHigh);
    QVERIFY(result->totalLow < result->expectedLow && result->expectedHigh < result->totalHigh);
    for (std::size_t i = 0; i < values.size(); ++i) {
        QCOMPARE(values.clv[i] > 0, values.pAlive[i] > 0);
        QVERIFY(values.clvLow[i] <= values.clvHigh[i]);
        QVERIFY(values.clvHigh[i] >= values.clv[i] || values.pAlive[i] == 0);
        QCOMPARE(values.realised[i], 0.5 * 50 * (values.x[i] + 1.0)); // 50.00 a month at 50 %
    }
    QVERIFY(relativeError(result->realisedTotal, sum(values.realised)) < 1e-12);
}

void TestClvContracts::horizonZeroIsWorthNothing()
{
    Clv::ClvQuery query;
    query.model = Clv::Model::Bdw;
    query.period = PeriodUnit::Month;
    query.until = QDate(2024, 12, 31);
    query.horizonPeriods = 0;
    const Result<Clv::ClvResult> result = Clv::computeClv(subscribers(800, 0.8, 6, 1, 43), query);
    QVERIFY(result.ok());
    QCOMPARE(result->totalClv, 0.0);
    query.horizonPeriods = 1.2; // the next renewal of everybody lies within
    const Result<Clv::ClvResult> one =
        Clv::computeClv(subscribers(800, 0.8, 6, 1, 43), query, {}, &*result);
    QVERIFY(one.ok() && one->totalClv > 0);
    for (std::size_t i = 0; i < one->values->size(); ++i)
        QVERIFY(one->values->expectedPurchases[i] <= 2);
}

void TestClvContracts::retentionCostIsTakenOff()
{
    const Customers::Snapshot snapshot = subscribers(1500, 0.8, 6, 1, 44);
    Clv::ClvQuery query;
    query.model = Clv::Model::Sbg;
    query.period = PeriodUnit::Month;
    query.until = QDate(2024, 12, 31);
    const Result<Clv::ClvResult> free = Clv::computeClv(snapshot, query);
    query.retentionCost = 120; // 10 of 50 a month
    const Result<Clv::ClvResult> costly = Clv::computeClv(snapshot, query);
    QVERIFY(free.ok() && costly.ok());
    QVERIFY(relativeError(costly->totalClv, 0.8 * free->totalClv) < 1e-12);
    query.retentionCost = 1200; // more than a customer pays
    const Result<Clv::ClvResult> loss = Clv::computeClv(snapshot, query);
    QVERIFY(loss.ok() && loss->totalClv < 0 && loss->totalLow < loss->totalHigh);
}

void TestClvContracts::holdoutIsPredicted()
{
    Clv::ClvQuery query;
    query.model = Clv::Model::Sbg;
    query.period = PeriodUnit::Month;
    query.until = QDate(2024, 12, 31);
    query.calibrationEnd = QDate(2024, 3, 31);
    const Result<Clv::ClvResult> result =
        Clv::computeClv(subscribers(8000, 0.8, 6, 1, 45), query, {}, nullptr, false);
    QVERIFY(result.ok() && result->holdout);
    QVERIFY(result->holdout->actual > 10000);
    QVERIFY(relativeError(result->holdout->predicted, result->holdout->actual) < 0.03);
    QVERIFY(result->holdout->mae < 4);
    double before = 0;
    double predicted = 0;
    for (const Clv::TrackingPoint &point : result->holdout->tracking) {
        before += point.actual;
        predicted += point.predicted;
    }
    QVERIFY(relativeError(predicted, before) < 0.03);
}

void TestClvContracts::autoChoosesAmongContractModels()
{
    Clv::ClvQuery query;
    query.model = Clv::Model::Auto;
    const Customers::Snapshot snapshot = subscribers(6000, 1, 10, 1.4, 46);
    const Result<Clv::Comparison> comparison = Clv::compareModels(snapshot, query);
    QVERIFY2(comparison.ok(), comparison ? "" : qPrintable(comparison.error().message));
    QCOMPARE(comparison->candidates.size(), 2);
    QVERIFY(comparison->reason.contains(
        Clv::modelTitle(comparison->candidates[comparison->recommended].model)));
    QCOMPARE(comparison->tests.size(), 1);
    QVERIFY(comparison->tests[0].pValue < 0.01); // c is 1.4
    const Result<Clv::ClvResult> result = Clv::computeClv(snapshot, query);
    QVERIFY(result.ok());
    QCOMPARE(result->purchaseFit.model,
             Clv::modelName(comparison->candidates[comparison->recommended].model));
    QCOMPARE(result->query.period, PeriodUnit::Month);
}

void TestClvContracts::thinDataGetTheHistoricMean()
{
    Clv::ClvQuery query;
    query.model = Clv::Model::Sbg;
    query.period = PeriodUnit::Month;
    query.until = QDate(2024, 12, 31);
    const Result<Clv::ClvResult> result = Clv::computeClv(subscribers(40, 0.8, 6, 1, 47), query);
    QVERIFY(result.ok());
    QCOMPARE(result->strength, Clv::DataStrength::TooThin);
    QCOMPARE(result->purchaseFit.model, u"historic-mean"_s);
    QVERIFY(result->remark.contains(u"50"_s));
    QVERIFY(result->totalClv > 0);
    QVERIFY(std::isnan(result->totalLow));
    query.model = Clv::Model::Auto;
    const Result<Clv::Comparison> comparison =
        Clv::compareModels(subscribers(40, 0.8, 6, 1, 47), query);
    QVERIFY(comparison.ok());
    QVERIFY(comparison->candidates[comparison->recommended].isHistoricMean);
}

void TestClvContracts::missingSubscriptionsAreAnError()
{
    Clv::ClvQuery query;
    query.model = Clv::Model::Sbg;
    const Result<Clv::ClvResult> nothing = Clv::computeClv(ClvData::snapshotOf({}, 3), query);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().kind, Error::Kind::Data);
    QVERIFY(nothing.error().message.contains(u"sBG"_s));
    query.until = QDate(1999, 1, 1);
    const Result<Clv::ClvResult> early = Clv::computeClv(subscribers(100, 1, 6, 1, 48), query);
    QVERIFY(!early);
    QVERIFY(early.error().message.contains(u"1999-01-01"_s));
    query.until = {};
    query.covariates = {u"sector"_s};
    QVERIFY(!Clv::computeClv(subscribers(100, 1, 6, 1, 48), query));
}

void TestClvContracts::hostileContractsEnd()
{
    std::vector<Contract> nobodyLeaves;
    std::vector<Contract> allLeaveAtOnce;
    std::vector<Contract> centuries;
    for (int i = 0; i < 200; ++i) {
        nobodyLeaves.push_back({i, QDate(2020, 1, 1).addDays(i), {}, 100});
        allLeaveAtOnce.push_back(
            {i, QDate(2020, 1, 1), QDate(2020, 1, 1).addMonths(i < 100 ? 1 : 2), 100});
        centuries.push_back({i, QDate(1700 + i, 1, 1), {}, 0});
    }
    for (const auto &contracts : {nobodyLeaves, allLeaveAtOnce, centuries}) {
        for (const Clv::Model model : {Clv::Model::Sbg, Clv::Model::Bdw}) {
            for (const double discount : {0.1, 0.0, -0.3}) {
                Clv::ClvQuery query;
                query.model = model;
                query.period = PeriodUnit::Month;
                query.until = QDate(2024, 12, 31);
                query.annualDiscountRate = discount;
                const Result<Clv::ClvResult> result =
                    Clv::computeClv(snapshotOf(contracts, 200), query);
                QVERIFY(result.ok());
                QVERIFY(std::isfinite(result->totalClv));
                for (const Clv::SurvivalPoint &point : result->survival)
                    QVERIFY(point.survivalFitted >= 0 && point.survivalFitted <= 1);
            }
        }
    }
}

void TestClvContracts::theOutlookOfACustomerFollowsTheContract()
{
    const Customers::Snapshot snapshot = snapshotOf(
        {{0, QDate(2020, 1, 31), QDate(2020, 5, 10)}, // over
         {0, QDate(2020, 8, 31)},                     // runs: it speaks for the customer
         {1, QDate(2020, 2, 1), QDate(2020, 6, 1)},
         {1, QDate(2020, 7, 1), QDate(2020, 9, 1)},  // the one that ended last
         {2, QDate(2020, 3, 1), QDate(2021, 3, 1)}}, // ends after the last day
        4);
    Clv::ClvResult result;
    result.query.model = Clv::Model::Sbg;
    result.query.period = PeriodUnit::Month;
    result.until = QDate(2020, 12, 31);
    for (int renewal = 1; renewal <= 12; ++renewal) {
        Clv::SurvivalPoint point;
        point.renewals = renewal;
        point.survivalFitted = 1.0 / (1 + renewal); // S(t) of sBG with alpha = beta = 1
        result.survival.push_back(point);
    }
    const Clv::ContractOutlook first = Clv::contractOutlook(snapshot, result, 0);
    QVERIFY(first.isRunning);
    QCOMPARE(first.started, QDate(2020, 8, 31));
    QVERIFY(!first.ended.isValid());
    // Renewed on 30 September, 31 October, 30 November and 31 December; next on 31 January.
    QCOMPARE(first.nextRenewal, QDate(2021, 1, 31));
    QCOMPARE(first.chance.date.size(), 9); // today, and renewals 5 to 12 of the curve
    QCOMPARE(first.chance.date.first(), QDate(2020, 12, 31));
    QCOMPARE(first.chance.date[1], QDate(2021, 1, 31));
    QCOMPARE(first.chance.pAlive[0], 1.0);
    QVERIFY(std::abs(first.chance.pAlive[1] - 5.0 / 6) < 1e-12); // S(5) / S(4)
    QVERIFY(std::abs(first.chance.pAlive[8] - 5.0 / 13) < 1e-12);
    const Clv::ContractOutlook second = Clv::contractOutlook(snapshot, result, 1);
    QVERIFY(!second.isRunning);
    QCOMPARE(second.started, QDate(2020, 7, 1));
    QCOMPARE(second.ended, QDate(2020, 9, 1));
    QVERIFY(second.chance.date.isEmpty());
    QVERIFY(Clv::contractOutlook(snapshot, result, 2).isRunning);
    QVERIFY(!Clv::contractOutlook(snapshot, result, 3).started.isValid());
}

QTEST_GUILESS_MAIN(TestClvContracts)
#include "tst_clvcontracts.moc"
