#include "models/clv/clvjob.h"
#include "models/clv/clvjson.h"
#include "models/clv/customermaps.h"
#include "models/clv/diagnostics.h"
#include "models/clv/models.h"
#include "models/clv/paretonbd.h"
#include "models/clv/purchasefit.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using ClvData::Purchase;
using ClvData::relativeError;

/// Static covariates on purchases and dropout: published fits, recovery of what was put in, and
/// plain words for what cannot be.
class TestClvCovariates : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void apparelFitReachesTheMaximum();
    void apparelPredictionsMatchTheirSums();
    void constrainedApparelHasItsLikelihood();
    void constrainedApparelFitReachesTheMaximum();
    void equalCoefficientsAreRecovered();
    void equalCoefficientsOfNoCovariateAreRefused();
    void diagnosticsAreOfTheCustomersOwnParameters();
    void mapsAverageOverTheAttributes();
    void parametersAreRecovered_data();
    void parametersAreRecovered();
    void categoriesAreCodedAgainstTheMostFrequent();
    void unitOfANumberChangesNothingElse();
    void penaltyShrinksTheCoefficients();
    void noEffectMeansNoBetterFit();
    void predictionsDifferByCovariates();
    void holdoutAndIntervalsWorkWithManyGroups();
    void wrongCovariatesAreRefused_data();
    void wrongCovariatesAreRefused();

private:
    std::optional<ClvData::Log> m_apparel;
};

namespace {

/// The apparel log with its two attributes as numbers of 0 and 1.
std::optional<ClvData::Log> apparel()
{
    std::optional<ClvData::Log> log = ClvData::readLog(u"apparel_transactions.csv"_s, u"price"_s);
    const QList<QStringList> table = ClvData::tableOf(u"apparel_static_covariates.csv"_s);
    if (!log || table.isEmpty())
        return std::nullopt;
    const std::size_t customers = log->snapshot.customers();
    Customers::NumberColumn gender{u"gender"_s, u"Gender"_s, std::vector<double>(customers)};
    Customers::NumberColumn channel{u"channel"_s, u"Channel"_s, std::vector<double>(customers)};
    for (const QStringList &cells : table.mid(1)) {
        const int customer = log->indexOf(cells.value(0));
        if (customer < 0)
            continue;
        gender.value[std::size_t(customer)] = cells.value(1).toDouble();
        channel.value[std::size_t(customer)] = cells.value(2).toDouble();
    }
    log->snapshot.numbers = {gender, channel};
    return log;
}

const Clv::Parameter *find(const Clv::FitSummary &fit, const QString &name)
{
    const auto at =
        std::find_if(fit.parameters.begin(), fit.parameters.end(),
                     [&name](const Clv::Parameter &parameter) { return parameter.name == name; });
    return at == fit.parameters.end() ? nullptr : &*at;
}

/// Coefficients of the sector (online against shop) and of ten years of age.
struct Effects
{
    double online = 0;
    double age = 0;
};

/// A shop whose customers differ by sector and age. \a life has one entry for Pareto/NBD and two
/// (a, b) for BG/NBD.
Customers::Snapshot shop(Clv::Model model, const std::vector<double> &p, const Effects &trans,
                         const std::vector<Effects> &life, int customers, std::uint64_t seed)
{
    Numerics::Random random(seed);
    const QDate start(2023, 1, 2);
    std::vector<Purchase> purchases;
    std::vector<std::uint16_t> sector;
    std::vector<double> ages;
    for (int i = 0; i < customers; ++i) {
        const bool isOnline = random.uniform() < 0.4;
        const double age = 20 + std::floor(random.uniform() * 5) * 10;
        sector.push_back(isOnline ? 2 : 1);
        ages.push_back(age);
        const auto factor = [&](const Effects &e) {
            return std::exp((isOnline ? e.online : 0) + e.age * (age - 40) / 10);
        };
        const double lambda = random.gamma(p[0], p[1] / factor(trans));
        const double window = 104;
        double end = window;
        double leave = 0;
        if (model == Clv::Model::ParetoNbd)
            end = std::min(window, random.exponential(random.gamma(p[2], p[3] / factor(life[0]))));
        else
            leave = random.beta(p[2] * factor(life[0]), p[3] * factor(life[1]));
        purchases.push_back({i, start, 10000, 0});
        // Days are wide enough apart for two purchases of one day to be rare.
        for (double time = random.exponential(lambda); time <= end;
             time += random.exponential(lambda)) {
            purchases.push_back({i, start.addDays(qint64(time * 7)), 10000, 0});
            if (leave > 0 && random.uniform() < leave)
                break;
        }
    }
    purchases.push_back({0, start.addDays(728), 1, 0});
    Customers::Snapshot snapshot = ClvData::snapshotOf(std::move(purchases), customers);
    snapshot.coded.append({u"sector"_s, u"Sector"_s, sector, {QString(), u"shop"_s, u"online"_s}});
    snapshot.numbers.append({u"age"_s, u"Age"_s, ages});
    return snapshot;
}

Clv::ClvQuery queryOf(Clv::Model model, const QStringList &covariates)
{
    Clv::ClvQuery query;
    query.model = model;
    query.covariates = covariates;
    query.spend = Clv::SpendModel::ObservedMean;
    return query;
}

} // namespace

void TestClvCovariates::initTestCase() { m_apparel = apparel(); }

void TestClvCovariates::apparelFitReachesTheMaximum()
{
    if (!m_apparel || !ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject entry = ClvData::reference(u"pnbd-static-cov-apparel"_s);
    const QJsonObject maximum = entry[u"maximum_likelihood"_s].toObject();
    const QJsonObject tolerance = entry[u"tolerance"_s].toObject();
    Clv::ClvQuery query = queryOf(Clv::Model::ParetoNbd, {u"gender"_s, u"channel"_s});
    query.until = QDate(2006, 12, 31);
    const Result<Clv::ClvResult> result = Clv::computeClv(m_apparel->snapshot, query);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    const Clv::FitSummary &fit = result->purchaseFit;
    QVERIFY2(fit.converged, qPrintable(Clv::problemText(fit.problem)));
    QVERIFY(fit.logLikelihood
            >= maximum[u"loglik"_s].toDouble() - tolerance[u"loglik_abs"_s].toDouble());
    QVERIFY(fit.logLikelihood <= maximum[u"loglik"_s].toDouble() + 1e-4);
    QCOMPARE(fit.parameters.size(), 8);
    const QJsonObject expected = maximum[u"params"_s].toObject();
    for (auto name = expected.begin(); name != expected.end(); ++name) {
        const Clv::Parameter *parameter = find(fit, name.key());
        QVERIFY2(parameter, qPrintable(name.key()));
        QVERIFY2(relativeError(parameter->value, name.value().toDouble())
                     < tolerance[u"params_rel"_s].toDouble(),
                 qPrintable(name.key()));
        const double error = maximum[u"standard_errors"_s][name.key()].toDouble();
        QVERIFY2(relativeError(parameter->stdError, error) < 0.02, qPrintable(name.key()));
    }
    const QJsonObject test = entry[u"lr_test_vs_no_covariates"_s].toObject();
    QCOMPARE(result->tests.size(), 1);
    QVERIFY(std::abs(result->tests[0].statistic - test[u"statistic"_s].toDouble()) < 0.02);
    QCOMPARE(result->tests[0].degrees, test[u"df"_s].toInt());
    QVERIFY(result->tests[0].pValue < 1e-9);
}

void TestClvCovariates::apparelPredictionsMatchTheirSums()
{
    if (!m_apparel || !ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject peer =
        ClvData::reference(u"pnbd-static-cov-apparel"_s)[u"peers"_s][0].toObject();
    const QJsonObject p = peer[u"params"_s].toObject();
    const QJsonObject sums = peer[u"sums"_s].toObject();
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_apparel->snapshot, QDate(2006, 12, 31), PeriodUnit::Week);
    Result<Clv::CovariateCoding> coding = Clv::CovariateCoding::learn(
        m_apparel->snapshot, summary.customer, {u"gender"_s, u"channel"_s});
    QVERIFY(coding.ok());
    const Clv::ParetoNbdModel model;
    const Clv::PurchaseProcess process{&model, Clv::shiftedParameters(Clv::Model::ParetoNbd), 2};
    const std::vector<double> all{p[u"r"_s].toDouble(),
                                  p[u"alpha"_s].toDouble(),
                                  p[u"s"_s].toDouble(),
                                  p[u"beta"_s].toDouble(),
                                  std::exp(p[u"trans.Gender"_s].toDouble()),
                                  std::exp(p[u"trans.Channel"_s].toDouble()),
                                  std::exp(p[u"life.Gender"_s].toDouble()),
                                  std::exp(p[u"life.Channel"_s].toDouble())};
    const double weeks = sums[u"period.length"_s].toDouble() / 600;
    double alive = 0;
    double purchases = 0;
    double logLikelihood = 0;
    for (const Clv::CustomerGroup &group :
         Clv::groupsByCovariates(summary, coding->code(m_apparel->snapshot, summary.customer), 2)) {
        const std::vector<double> own = process.parameters(all, group.z);
        const Clv::ParetoNbd::Parameters q{own[0], own[1], own[2], own[3]};
        for (std::size_t i = 0; i < group.size(); ++i) {
            const std::uint32_t c = group.at(i);
            alive += Clv::ParetoNbd::pAlive(q, summary.x[c], summary.tx[c], summary.T[c]);
            purchases += Clv::ParetoNbd::conditionalExpectedPurchases(
                q, summary.x[c], summary.tx[c], summary.T[c], weeks);
            logLikelihood +=
                Clv::ParetoNbd::logLikelihood(q, summary.x[c], summary.tx[c], summary.T[c]);
        }
    }
    QVERIFY(std::abs(logLikelihood - peer[u"loglik"_s].toDouble()) < 1e-4);
    QVERIFY(relativeError(alive, sums[u"PAlive"_s].toDouble()) < 1e-5);
    QVERIFY(relativeError(purchases, sums[u"CET"_s].toDouble()) < 1e-5);
}

void TestClvCovariates::constrainedApparelHasItsLikelihood()
{
    if (!m_apparel || !ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject entry = ClvData::reference(u"pnbd-static-cov-constrained-apparel"_s);
    const QJsonObject p = entry[u"maximum_likelihood"_s][u"params"_s].toObject();
    const double both = std::exp(p[u"both.gender"_s].toDouble());
    const Clv::PurchaseSummary summary =
        Clv::summarise(m_apparel->snapshot, QDate(2006, 12, 31), PeriodUnit::Week);
    const Result<Clv::CovariateCoding> coding = Clv::CovariateCoding::learn(
        m_apparel->snapshot, summary.customer, {u"gender"_s, u"channel"_s});
    QVERIFY(coding.ok());
    const Clv::ParetoNbdModel model;
    const Clv::PurchaseProcess process{&model, Clv::shiftedParameters(Clv::Model::ParetoNbd), 2};
    const std::vector<double> all{p[u"r"_s].toDouble(),
                                  p[u"alpha"_s].toDouble(),
                                  p[u"s"_s].toDouble(),
                                  p[u"beta"_s].toDouble(),
                                  both,
                                  std::exp(p[u"trans.channel"_s].toDouble()),
                                  both,
                                  std::exp(p[u"life.channel"_s].toDouble())};
    double sum = 0;
    for (const Clv::CustomerGroup &group :
         Clv::groupsByCovariates(summary, coding->code(m_apparel->snapshot, summary.customer), 2)) {
        std::vector<double> gradient(4);
        sum += model.logLikelihood(group.rows, process.parameters(all, group.z), gradient,
                                   Clv::Accuracy::Exact);
    }
    QVERIFY(std::abs(sum - entry[u"maximum_likelihood"_s][u"loglik"_s].toDouble())
            < entry[u"tolerance"_s][u"loglik_abs"_s].toDouble());
}

void TestClvCovariates::constrainedApparelFitReachesTheMaximum()
{
    if (!m_apparel || !ClvData::hasReference())
        QSKIP("The shared folder with the reference numbers is not here.");
    const QJsonObject entry = ClvData::reference(u"pnbd-static-cov-constrained-apparel"_s);
    const QJsonObject maximum = entry[u"maximum_likelihood"_s].toObject();
    const QJsonObject tolerance = entry[u"tolerance"_s].toObject();
    Clv::ClvQuery query = queryOf(Clv::Model::ParetoNbd, {u"gender"_s, u"channel"_s});
    query.equalCovariates = {u"gender"_s};
    query.until = QDate(2006, 12, 31);
    const Result<Clv::ClvResult> result = Clv::computeClv(m_apparel->snapshot, query);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    const Clv::FitSummary &fit = result->purchaseFit;
    QVERIFY2(fit.converged, qPrintable(Clv::problemText(fit.problem)));
    QVERIFY(std::abs(fit.logLikelihood - maximum[u"loglik"_s].toDouble())
            < tolerance[u"loglik_abs"_s].toDouble());
    const QJsonObject expected = maximum[u"params"_s].toObject();
    QCOMPARE(fit.parameters.size(), expected.size());
    for (auto name = expected.begin(); name != expected.end(); ++name) {
        const Clv::Parameter *parameter = find(fit, name.key());
        QVERIFY2(parameter, qPrintable(name.key()));
        QVERIFY2(relativeError(parameter->value, name.value().toDouble())
                     < tolerance[u"params_rel"_s].toDouble(),
                 qPrintable(name.key()));
    }
    // The peer's standard errors, where it estimates the same thing.
    const QJsonObject errors = entry[u"peers"_s][0][u"standard_errors"_s].toObject();
    QVERIFY(relativeError(find(fit, u"both.gender"_s)->stdError,
                          errors[u"constr.Gender"_s].toDouble())
            < 0.03);
    QVERIFY(relativeError(find(fit, u"trans.channel"_s)->stdError,
                          errors[u"trans.Channel"_s].toDouble())
            < 0.03);
    QCOMPARE(result->tests[0].degrees, 3); // one coefficient fewer than without the constraint
}

void TestClvCovariates::equalCoefficientsAreRecovered()
{
    const Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0.5, -0.2}, {{0.5, 0.3}}, 8000, 78);
    Clv::ClvQuery query = queryOf(Clv::Model::ParetoNbd, {u"sector"_s, u"age"_s});
    query.equalCovariates = {u"sector"_s};
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshot, query, {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QVERIFY(result->purchaseFit.converged);
    QCOMPARE(result->purchaseFit.parameters.size(), 7);
    for (const auto &[name, truth] :
         {std::pair(u"both.sector=online"_s, 0.5), std::pair(u"trans.age"_s, -0.02),
          std::pair(u"life.age"_s, 0.03)}) {
        const Clv::Parameter *found = find(result->purchaseFit, name);
        QVERIFY2(found, qPrintable(name));
        QVERIFY2(std::abs(found->value - truth) < 3.5 * found->stdError,
                 qPrintable(u"%1: %2 ± %3"_s.arg(name).arg(found->value).arg(found->stdError)));
    }
    // Each customer's parameters follow from the shared coefficient too.
    const double both = find(result->purchaseFit, u"both.sector=online"_s)->value;
    const auto &values = *result->values;
    std::optional<std::size_t> online;
    std::optional<std::size_t> inShop;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (snapshot.numbers[0].value[values.customer[i]] != 40)
            continue;
        (snapshot.coded[0].code[values.customer[i]] == 2 ? online : inShop) = i;
    }
    QVERIFY(online && inShop);
    for (const std::size_t parameter : {1, 3}) {
        QVERIFY(std::abs(std::log(Clv::parametersOf(*result, *inShop)[parameter]
                                  / Clv::parametersOf(*result, *online)[parameter])
                         - both)
                < 1e-9);
    }
}

void TestClvCovariates::equalCoefficientsOfNoCovariateAreRefused()
{
    const Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0, 0}, {{0, 0}}, 1500, 12);
    Clv::ClvQuery query = queryOf(Clv::Model::ParetoNbd, {u"sector"_s});
    query.equalCovariates = {u"age"_s};
    const Result<Clv::ClvResult> other = Clv::computeClv(snapshot, query);
    QVERIFY(!other);
    QVERIFY2(other.error().message.contains(u"age"_s), qPrintable(other.error().message));
    query = queryOf(Clv::Model::BgNbd, {u"sector"_s});
    query.equalCovariates = {u"sector"_s};
    const Result<Clv::ClvResult> model = Clv::computeClv(snapshot, query);
    QVERIFY(!model);
    QCOMPARE(model.error().kind, Error::Kind::Definition);
}

void TestClvCovariates::diagnosticsAreOfTheCustomersOwnParameters()
{
    const Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0.9, 0.2}, {{-0.6, 0}}, 3000, 14);
    Clv::ClvQuery query = queryOf(Clv::Model::ParetoNbd, {u"sector"_s, u"age"_s});
    query.until = QDate(2024, 12, 30);
    query.calibrationEnd = QDate(2024, 3, 31);
    const Result<Clv::FitDiagnostics> result = Clv::diagnoseFit(snapshot, query);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    double expected = 0;
    double actual = 0;
    for (std::size_t bin = 0; bin < result->conditional.customers.size(); ++bin) {
        expected += result->conditional.customers[bin] * result->conditional.expected[bin];
        actual += result->conditional.customers[bin] * result->conditional.actual[bin];
    }
    QVERIFY(relativeError(expected, result->holdout.predicted) < 1e-9);
    QVERIFY(relativeError(actual, result->holdout.actual) < 1e-12);
    // The model is the true one, so that the shares who buy are as expected.
    double active = 0;
    double expectedActive = 0;
    for (const Clv::AliveGroup &group : result->alive) {
        active += group.customers * group.actualActive;
        expectedActive += group.customers * group.expectedActive;
    }
    QVERIFY2(std::abs(active - expectedActive) < 4 * std::sqrt(active),
             qPrintable(u"%1 bought, %2 expected"_s.arg(active).arg(expectedActive)));
}

void TestClvCovariates::mapsAverageOverTheAttributes()
{
    const Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0.9, 0}, {{0.4, 0}}, 2000, 15);
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshot, queryOf(Clv::Model::ParetoNbd, {u"sector"_s}), {}, nullptr,
                        false, Clv::TotalInterval::None);
    QVERIFY(result.ok());
    const Clv::AliveMap alive = Clv::aliveMap(*result, 6, 5);
    const Clv::PurchaseMap purchases = Clv::purchaseMap(*result, 26, 6, 5);
    const Clv::ParetoNbdModel model;
    const double age = alive.recency.back();
    for (const std::size_t cell : {std::size_t(3), std::size_t(14), std::size_t(28)}) {
        const double x = alive.frequency[cell % 6];
        const double silence = alive.recency[cell / 6];
        double meanAlive = 0;
        double meanPurchases = 0;
        for (std::size_t i = 0; i < result->values->size(); ++i) {
            const std::vector<double> p = Clv::parametersOf(*result, i);
            const Clv::ParetoNbd::Parameters own{p[0], p[1], p[2], p[3]};
            meanAlive += model.pAlive(p, x, age - silence, age);
            meanPurchases +=
                Clv::ParetoNbd::conditionalExpectedPurchases(own, x, age - silence, age, 26);
        }
        const auto customers = double(result->values->size());
        QVERIFY(relativeError(alive.pAlive[cell], meanAlive / customers) < 1e-9);
        QVERIFY(relativeError(purchases.expected[cell], meanPurchases / customers) < 1e-7);
    }
}

void TestClvCovariates::parametersAreRecovered_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<std::vector<double>>("base");
    QTest::addColumn<std::vector<double>>("truth"); // coefficients in the order of names
    QTest::newRow("Pareto/NBD") << int(Clv::Model::ParetoNbd)
                                << QStringList{u"trans.sector=online"_s, u"trans.age"_s,
                                               u"life.sector=online"_s, u"life.age"_s}
                                << std::vector<double>{1.5, 30, 1.2, 40}
                                << std::vector<double>{0.6, -0.2, -0.5, 0.3};
    QTest::newRow("BG/NBD") << int(Clv::Model::BgNbd)
                            << QStringList{u"trans.sector=online"_s,  u"trans.age"_s,
                                           u"life.a.sector=online"_s, u"life.a.age"_s,
                                           u"life.b.sector=online"_s, u"life.b.age"_s}
                            << std::vector<double>{1.2, 20, 0.9, 3}
                            << std::vector<double>{0.5, 0.25, 0.3, 0.1, -0.4, 0.2};
}

void TestClvCovariates::parametersAreRecovered()
{
    QFETCH(int, model);
    QFETCH(QStringList, names);
    QFETCH(std::vector<double>, base);
    QFETCH(std::vector<double>, truth);
    std::vector<Effects> life;
    for (std::size_t i = 2; i + 1 < truth.size(); i += 2)
        life.push_back({truth[i], truth[i + 1]});
    const Customers::Snapshot snapshot =
        shop(Clv::Model(model), base, {truth[0], truth[1]}, life, 8000, 77);
    Clv::ClvQuery query = queryOf(Clv::Model(model), {u"sector"_s, u"age"_s});
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshot, query, {}, nullptr, false, Clv::TotalInterval::None);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QVERIFY2(result->purchaseFit.converged, qPrintable(Clv::problemText(result->purchaseFit.problem)));
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Clv::Parameter *found = find(result->purchaseFit, names[i]);
        QVERIFY2(found, qPrintable(names[i]));
        const double expected =
            names[i].endsWith(u"age"_s) ? truth[std::size_t(i)] / 10 : truth[std::size_t(i)];
        QVERIFY2(std::abs(found->value - expected) < 3.5 * found->stdError,
                 qPrintable(u"%1: %2 ± %3 instead of %4"_s.arg(names[i])
                                .arg(found->value)
                                .arg(found->stdError)
                                .arg(expected)));
        QVERIFY(found->stdError > 0 && found->stdError < 0.4);
    }
}

void TestClvCovariates::categoriesAreCodedAgainstTheMostFrequent()
{
    Customers::Snapshot snapshot = ClvData::snapshotOf({}, 120);
    std::vector<std::uint16_t> code(120, 2); // "b" is the most frequent
    for (std::size_t i = 0; i < 30; ++i)
        code[i] = 1;
    for (std::size_t i = 30; i < 35; ++i)
        code[i] = 3; // too few
    code[35] = 0;
    snapshot.coded.append({u"kind"_s, {}, code, {QString(), u"a"_s, u"b"_s, u"c"_s}});
    std::vector<Customers::CustomerIndex> customers(120);
    std::iota(customers.begin(), customers.end(), 0u);
    const Result<Clv::CovariateCoding> coding =
        Clv::CovariateCoding::learn(snapshot, customers, {u"kind"_s});
    QVERIFY(coding.ok());
    QCOMPARE(coding->columns(), std::size_t(1));
    QCOMPARE(coding->name(0), u"kind=a"_s);
    const std::vector<double> z = coding->code(snapshot, customers);
    QCOMPARE(std::accumulate(z.begin(), z.end(), 0.0), 30.0);
    QCOMPARE(z[0], 1.0);
    QCOMPARE(z[35], 0.0);
}

void TestClvCovariates::unitOfANumberChangesNothingElse()
{
    Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0.6, -0.2}, {{-0.5, 0.3}}, 1500, 5);
    const Result<Clv::ClvResult> years =
        Clv::computeClv(snapshot, queryOf(Clv::Model::ParetoNbd, {u"age"_s}), {}, nullptr, false);
    for (double &value : snapshot.numbers[0].value)
        value = 365 * value + 1e6;
    const Result<Clv::ClvResult> days =
        Clv::computeClv(snapshot, queryOf(Clv::Model::ParetoNbd, {u"age"_s}), {}, nullptr, false);
    QVERIFY(years.ok() && days.ok());
    QVERIFY(std::abs(years->purchaseFit.logLikelihood - days->purchaseFit.logLikelihood) < 1e-6);
    QVERIFY(relativeError(365 * find(days->purchaseFit, u"trans.age"_s)->value,
                          find(years->purchaseFit, u"trans.age"_s)->value)
            < 1e-4);
    QVERIFY(relativeError(days->totalClv, years->totalClv) < 1e-6);
}

void TestClvCovariates::penaltyShrinksTheCoefficients()
{
    const Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0.6, -0.2}, {{-0.5, 0.3}}, 1500, 6);
    double before = 1e9;
    double likelihood = 0;
    for (const double penalty : {0.0, 0.05, 10.0}) {
        Clv::ClvQuery query = queryOf(Clv::Model::ParetoNbd, {u"sector"_s, u"age"_s});
        query.covariatePenalty = penalty;
        const Result<Clv::ClvResult> result =
            Clv::computeClv(snapshot, query, {}, nullptr, false, Clv::TotalInterval::None);
        QVERIFY(result.ok());
        QCOMPARE(result->purchaseFit.isPenalised, penalty > 0);
        const double effect = std::abs(find(result->purchaseFit, u"trans.sector=online"_s)->value);
        QVERIFY(effect < before);
        if (before < 1e9) // the plain maximum is the highest likelihood there is
            QVERIFY(result->purchaseFit.logLikelihood <= likelihood + 1e-6);
        before = effect;
        likelihood = result->purchaseFit.logLikelihood;
    }
    QVERIFY(before < 0.02); // a strong penalty erases the covariates
}

void TestClvCovariates::noEffectMeansNoBetterFit()
{
    const Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0, 0}, {{0, 0}}, 1500, 9);
    const Result<Clv::ClvResult> plain =
        Clv::computeClv(snapshot, queryOf(Clv::Model::ParetoNbd, {}), {}, nullptr, false);
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshot, queryOf(Clv::Model::ParetoNbd, {u"sector"_s, u"age"_s}));
    QVERIFY(plain.ok() && result.ok());
    QVERIFY(result->purchaseFit.logLikelihood >= plain->purchaseFit.logLikelihood - 1e-6);
    QCOMPARE(result->tests.size(), 1);
    QCOMPARE(result->tests[0].degrees, 4);
    QVERIFY(result->tests[0].pValue > 0.001);
    QVERIFY(!result->tests[0].verdict.isEmpty());
}

void TestClvCovariates::predictionsDifferByCovariates()
{
    const Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0.9, 0}, {{0, 0}}, 3000, 10);
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshot, queryOf(Clv::Model::ParetoNbd, {u"sector"_s}));
    QVERIFY(result.ok());
    const Clv::CustomerValues &values = *result->values;
    QCOMPARE(values.shifts.size(), 2 * values.size());
    const Clv::ParetoNbdModel model;
    for (std::size_t i = 0; i < values.size(); i += 97) {
        const std::vector<double> p = Clv::parametersOf(*result, i);
        const bool isOnline = snapshot.coded[0].code[values.customer[i]] == 2;
        const double expected =
            find(result->purchaseFit, u"alpha"_s)->value
            * (isOnline ? std::exp(-find(result->purchaseFit, u"trans.sector=online"_s)->value)
                        : 1);
        QVERIFY(relativeError(p[1], expected) < 1e-9);
        QVERIFY(std::abs(model.pAlive(p, values.x[i], values.tx[i], values.T[i]) - values.pAlive[i])
                < 1e-8);
        const Clv::AliveHistory history = Clv::aliveHistory(snapshot, *result, values.customer[i]);
        QVERIFY(std::abs(history.pAlive.back() - values.pAlive[i]) < 1e-8);
    }
}

void TestClvCovariates::holdoutAndIntervalsWorkWithManyGroups()
{
    Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0.5, 0.1}, {{-0.2, 0}}, 900, 11);
    Numerics::Random random(1);
    for (double &value : snapshot.numbers[0].value) // every customer a group of their own
        value += random.normal();
    Clv::ClvQuery query = queryOf(Clv::Model::ParetoNbd, {u"sector"_s, u"age"_s});
    query.calibrationEnd = QDate(2024, 3, 31);
    const Result<Clv::ClvResult> result = Clv::computeClv(snapshot, query);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    QVERIFY(result->holdout && result->holdout->actual > 0);
    double tracked = 0;
    double frequency = 0;
    for (const Clv::TrackingPoint &point : result->holdout->tracking)
        tracked += point.predicted;
    for (const double expected : result->frequency.expected)
        frequency += expected;
    QVERIFY(tracked > 0);
    QVERIFY(relativeError(frequency, 900) < 1e-6);
    QVERIFY(result->totalLow < result->totalClv && result->totalClv < result->totalHigh);
    for (std::size_t i = 0; i < result->values->size(); ++i) {
        QVERIFY(result->values->clvLow[i] >= 0);
        QVERIFY(result->values->clvLow[i] <= result->values->clvHigh[i]);
    }
}

void TestClvCovariates::wrongCovariatesAreRefused_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<QString>("field");
    QTest::newRow("unknown") << int(Clv::Model::ParetoNbd) << u"shoe_size"_s;
    QTest::newRow("the same for everybody") << int(Clv::Model::BgNbd) << u"constant"_s;
    QTest::newRow("too many values") << int(Clv::Model::BgNbd) << u"street"_s;
    QTest::newRow("model without covariates") << int(Clv::Model::MbgNbd) << u"sector"_s;
}

void TestClvCovariates::wrongCovariatesAreRefused()
{
    QFETCH(int, model);
    QFETCH(QString, field);
    Customers::Snapshot snapshot =
        shop(Clv::Model::ParetoNbd, {1.5, 30, 1.2, 40}, {0, 0}, {{0, 0}}, 1500, 12);
    snapshot.numbers.append({u"constant"_s, {}, std::vector<double>(1500, 7)});
    Customers::CodedColumn street{u"street"_s, {}, std::vector<std::uint16_t>(1500), {QString()}};
    for (int i = 0; i < 50; ++i)
        street.values.append(QString::number(i));
    for (std::size_t i = 0; i < 1500; ++i)
        street.code[i] = std::uint16_t(1 + i % 50);
    snapshot.coded.append(street);
    const Result<Clv::ClvResult> result =
        Clv::computeClv(snapshot, queryOf(Clv::Model(model), {field}));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Definition);
    QVERIFY2(result.error().message.contains(field), qPrintable(result.error().message));
}

QTEST_GUILESS_MAIN(TestClvCovariates)
#include "tst_clvcovariates.moc"
