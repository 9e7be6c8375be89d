#include "models/clv/clvjob.h"
#include "models/clv/derivation.h"
#include "models/clv/models.h"
#include "models/clv/purchasesummary.h"
#include "models/customers/snapshot.h"
#include "models/numerics/random.h"
#include "tests/models/clv/clvdata.h"
#include "tests/support/testworkspace.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// Customers who come already summarised: valued like those whose purchases are known, as far as a
/// summary tells.
class TestClvSummaries : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void valuesAreThoseOfThePurchases_data();
    void valuesAreThoseOfThePurchases();
    void opportunitiesAreWhole();
    void spendMayBeUnknown();
    void purchasesComeFirst();
    void whatSummariesCannotTellIsRefused_data();
    void whatSummariesCannotTellIsRefused();
    void modelsAreComparedWithoutAHoldout();
    void derivationsNameTheDayInsteadOfRows();
    void rowsOfTheFileAreRead();

private:
    Customers::Snapshot m_purchases;
    Customers::Snapshot m_summaries; ///< of the same customers
    const QDate m_day{2024, 12, 30};
};

namespace {

/// What a warehouse would export of \a snapshot.
Customers::Snapshot summarised(const Customers::Snapshot &snapshot, QDate day, PeriodUnit unit)
{
    const Clv::PurchaseSummary summary = Clv::summarise(snapshot, day, unit);
    Customers::Snapshot result;
    result.customerRow = snapshot.customerRow;
    result.purchases.first.assign(snapshot.customerRow.size() + 1, 0);
    result.purchases.categories = {QString()};
    result.summaries.day = day;
    const double days = daysPerPeriod(unit);
    for (std::size_t i = 0; i < summary.size(); ++i) {
        result.summaries.customer.push_back(summary.customer[i]);
        result.summaries.x.push_back(summary.x[i]);
        result.summaries.lastDays.push_back(summary.tx[i] * days);
        result.summaries.ageDays.push_back(summary.T[i] * days);
        result.summaries.meanSpend.push_back(summary.meanSpend[i]);
    }
    result.extent = {day.addDays(-727), day};
    return result;
}

} // namespace

void TestClvSummaries::initTestCase()
{
    Numerics::Random random(12);
    std::vector<ClvData::Purchase> purchases;
    const QDate start = m_day.addDays(-727);
    for (int i = 0; i < 1500; ++i) {
        const qint64 first = random.integer(0, 363);
        const double lambda = random.gamma(0.8, 6);
        const double p = random.beta(0.8, 3);
        const double nu = random.gamma(4, 60);
        const auto amount = [&] { return qint64(std::llround(100 * random.gamma(6, nu))) + 1; };
        purchases.push_back({i, start.addDays(first), amount(), 0});
        for (double time = random.exponential(lambda); time * 7 + double(first) < 720;
             time += random.exponential(lambda)) {
            purchases.push_back({i, start.addDays(first + 1 + qint64(time * 7)), amount(), 0});
            if (random.uniform() < p)
                break;
        }
    }
    m_purchases = ClvData::snapshotOf(std::move(purchases), 1500);
    m_summaries = summarised(m_purchases, m_day, PeriodUnit::Week);
    QVERIFY(Clv::usesSummaries(m_summaries));
    QVERIFY(!Clv::usesSummaries(m_purchases));
}

void TestClvSummaries::valuesAreThoseOfThePurchases_data()
{
    QTest::addColumn<int>("model");
    for (const Clv::Model model : {Clv::Model::Nbd, Clv::Model::ParetoNbd, Clv::Model::BgNbd,
                                   Clv::Model::MbgNbd, Clv::Model::GgomNbd})
        QTest::newRow(qPrintable(Clv::modelName(model))) << int(model);
}

void TestClvSummaries::valuesAreThoseOfThePurchases()
{
    QFETCH(int, model);
    Clv::ClvQuery query;
    query.model = Clv::Model(model);
    query.until = m_day;
    query.horizonPeriods = 52;
    const Result<Clv::ClvResult> known = Clv::computeClv(m_purchases, query);
    query.until = {};
    const Result<Clv::ClvResult> told = Clv::computeClv(m_summaries, query);
    QVERIFY(known);
    QVERIFY2(told.ok(), told ? "" : qPrintable(told.error().message));
    QCOMPARE(told->until, m_day);
    QCOMPARE(told->customers, known->customers);
    QCOMPARE(told->repeatCustomers, known->repeatCustomers);
    QCOMPARE(told->purchaseFit.logLikelihood, known->purchaseFit.logLikelihood);
    for (qsizetype i = 0; i < known->purchaseFit.parameters.size(); ++i)
        QCOMPARE(told->purchaseFit.parameters[i].value, known->purchaseFit.parameters[i].value);
    QCOMPARE(told->totalClv, known->totalClv);
    QCOMPARE(told->totalLow, known->totalLow);
    QCOMPARE(told->values->pAlive, known->values->pAlive);
    QCOMPARE(told->values->clvHigh, known->values->clvHigh);
}

void TestClvSummaries::opportunitiesAreWhole()
{
    Customers::Snapshot years = m_summaries;
    Customers::SummaryColumns &columns = years.summaries;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns.x[i] = std::uint32_t(i % 7);
        columns.lastDays[i] = std::max<double>(double(i % 7), double(i % 6 + 1)) * 365.25;
        columns.ageDays[i] = 6 * 365.25;
    }
    Clv::ClvQuery query;
    query.model = Clv::Model::BgBb;
    query.period = PeriodUnit::Year;
    query.horizonPeriods = 5;
    const Result<Clv::ClvResult> result = Clv::computeClv(years, query);
    QVERIFY2(result.ok(), result ? "" : qPrintable(result.error().message));
    for (std::size_t i = 0; i < result->values->size(); ++i) {
        QCOMPARE(result->values->T[i], 6.0);
        QCOMPARE(result->values->tx[i], std::round(result->values->tx[i]));
        QVERIFY(result->values->x[i] <= result->values->tx[i]);
        QVERIFY(std::isfinite(result->values->clv[i]));
    }
}

void TestClvSummaries::spendMayBeUnknown()
{
    Customers::Snapshot counts = m_summaries;
    for (double &spend : counts.summaries.meanSpend)
        spend = Clv::notAvailable;
    const Result<Clv::ClvResult> result = Clv::computeClv(counts, {});
    QVERIFY(result);
    QVERIFY(std::isnan(result->totalClv));
    QVERIFY(!result->remark.isEmpty());
    QVERIFY(result->values->expectedPurchases.front() >= 0);
    QCOMPARE(result->realisedTotal, 0.0);
}

void TestClvSummaries::purchasesComeFirst()
{
    Customers::Snapshot both = m_purchases;
    both.summaries = m_summaries.summaries;
    for (std::uint32_t &x : both.summaries.x)
        x += 5;
    Clv::ClvQuery query;
    query.until = m_day;
    const Result<Clv::ClvResult> result = Clv::computeClv(both, query);
    const Result<Clv::ClvResult> purchases = Clv::computeClv(m_purchases, query);
    QVERIFY(result && purchases);
    QCOMPARE(result->values->x, purchases->values->x);
}

void TestClvSummaries::whatSummariesCannotTellIsRefused_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QDate>("calibrationEnd");
    QTest::addColumn<QString>("named");
    QTest::newRow("an earlier day") << int(Clv::Model::BgNbd) << QDate(2024, 6, 30) << QDate()
                                    << u"2024-12-30"_s;
    QTest::newRow("a holdout") << int(Clv::Model::BgNbd) << QDate() << QDate(2024, 6, 30)
                               << u"holdout"_s;
    QTest::newRow("regular buyers") << int(Clv::Model::MbgCnbdK) << QDate() << QDate()
                                    << u"MBG/CNBD-k"_s;
}

void TestClvSummaries::whatSummariesCannotTellIsRefused()
{
    QFETCH(int, model);
    QFETCH(QDate, until);
    QFETCH(QDate, calibrationEnd);
    QFETCH(QString, named);
    Clv::ClvQuery query;
    query.model = Clv::Model(model);
    query.until = until;
    query.calibrationEnd = calibrationEnd;
    const Result<Clv::ClvResult> result = Clv::computeClv(m_summaries, query);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(named), qPrintable(result.error().message));
}

void TestClvSummaries::modelsAreComparedWithoutAHoldout()
{
    Clv::ClvQuery query;
    query.model = Clv::Model::Auto;
    const Result<Clv::Comparison> models = Clv::compareModels(m_summaries, query);
    QVERIFY2(models.ok(), models ? "" : qPrintable(models.error().message));
    QVERIFY(models->candidates.size() >= 5);
    for (const Clv::Candidate &candidate : models->candidates) {
        QVERIFY(std::isnan(candidate.holdoutError));
        QVERIFY(candidate.model != Clv::Model::BgCnbdK && candidate.model != Clv::Model::MbgCnbdK);
    }
    QVERIFY(Clv::computeClv(m_summaries, query).ok());
}

void TestClvSummaries::derivationsNameTheDayInsteadOfRows()
{
    const Result<Clv::ClvResult> result = Clv::computeClv(m_summaries, {});
    QVERIFY(result);
    const Clv::Derivation d =
        Clv::derive(Clv::Figure::CustomerValue, m_summaries, *result, 3, NumberFormat());
    QVERIFY(d.rows.isEmpty());
    QVERIFY2(d.rowsNote.contains(NumberFormat().date(m_day)), qPrintable(d.rowsNote));
}

void TestClvSummaries::rowsOfTheFileAreRead()
{
    TestWorkspace workspace;
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database);
    const auto made = database->attempt([](SQLite::Database &connection) {
        connection.exec(
            "INSERT INTO import_batch(id, kind, source, started, options) VALUES"
            " (1, 'summaries', 'a.csv', 1704067200, '{}'), (2, 'summaries', 'b.csv', 1735603200, '{}');"
            "INSERT INTO customer(id, ref, batch) VALUES (1, 'a', 1), (2, 'b', 1), (3, 'c', 1);"
            "INSERT INTO summary(customer, x, t_x, t, mean_spend, period) VALUES"
            " (2, 3, 20, 30, 12.5, 'week'), (1, 0, 0, 5, NULL, 'month'), (2, 4, 21, 31, 13, 'week'),"
            " (3, -1, 0, 5, 1, 'week'), (3, 2, 9, 5, 1, 'week');");
    });
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    const Result<Customers::SnapshotPtr> snapshot =
        Customers::loadSnapshot(workspace.workspace());
    QVERIFY(snapshot);
    const Customers::SummaryColumns &columns = (*snapshot)->summaries;
    // The customer's newest summary counts; what cannot be is left out.
    QCOMPARE(columns.customer, (std::vector<Customers::CustomerIndex>{0, 1}));
    QCOMPARE(columns.x, (std::vector<std::uint32_t>{0, 4}));
    QCOMPARE(columns.lastDays, (std::vector<double>{0, 147}));
    QCOMPARE(columns.ageDays, (std::vector<double>{5 * 365.25 / 12, 217}));
    QVERIFY(std::isnan(columns.meanSpend[0]));
    QCOMPARE(columns.meanSpend[1], 13.0);
    QCOMPARE(columns.day, QDate(2024, 12, 31));
    QCOMPARE((*snapshot)->extent.until, QDate(2024, 12, 31));
    QCOMPARE((*snapshot)->extent.from, QDate(2024, 12, 31).addDays(-217));
}

QTEST_GUILESS_MAIN(TestClvSummaries)
#include "tst_clvsummaries.moc"
