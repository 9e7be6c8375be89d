#include "models/demo/demoworkspace.h"
#include "models/insights/analysis.h"
#include "models/workspace/workspace.h"
#include "tests/support/snapshotbuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

class TestAnalysis : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everythingAgreesWithItself();
    void theBreakdownIsAnAttributeMostContactsHave();
    void withoutPurchasesTheRestIsThere();
    void withoutEventsAndCostsTheValuesAreThere();
    void anEmptyWorkspaceIsNoError();
    void settingsBecomeAQuery();
    void attributesThatExplainNothingAreLeftOut();
    void cancellingStops();
    void modelsAreRankedOnRequest();
    void anEarlierAnswerIsTakenOver();
    void fitsStartFromAnEarlierAnalysis();
    void importedSummariesAreAnalysed();

private:
    QTemporaryDir m_folder;
    Customers::SnapshotPtr m_demo;
    Insights::AnalysisQuery m_query;
};

void TestAnalysis::initTestCase()
{
    const QString file = m_folder.filePath(u"demo.qeema"_s);
    QVERIFY(createDemoWorkspace(file, {.customers = 1200, .seed = 5}));
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    QVERIFY(workspace);
    Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*workspace);
    QVERIFY(snapshot);
    m_demo = *snapshot;
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    QVERIFY(database);
    m_query.settings = *Settings::load(*database);
    m_query.lifecycle = *Lifecycle::load(*database);
    m_query.filter = Insights::defaultFilter(*m_demo);
}

void TestAnalysis::everythingAgreesWithItself()
{
    const Result<Insights::AnalysisPtr> result =
        Insights::computeAnalysis(m_demo, m_query, NumberFormat());
    QVERIFY(result);
    const Insights::Analysis &analysis = **result;
    const Insights::KeyFigures &figures = analysis.overview.figures;
    QCOMPARE(analysis.query.filter.period.until, QDate(2025, 6, 30));
    QCOMPARE(analysis.query.filter.period.from, QDate(2024, 7, 1));
    QCOMPARE(analysis.clv.customers, 1200);
    QCOMPARE(figures.customers, 1200);
    QCOMPARE(analysis.equity.series.last().customers, 1200);
    QCOMPARE(figures.equity, analysis.equity.series.last().equity);
    QCOMPARE(figures.previousEquity,
             analysis.equity.series[analysis.equity.series.size() - 2].equity);
    QVERIFY(std::abs(figures.equity - analysis.clv.totalClv) < 1e-4 * figures.equity);
    QCOMPARE(figures.clvToCac, analysis.clv.meanClv / analysis.spend.cac);
    QCOMPARE(analysis.quarterlySpend.size(), analysis.equity.bridges.size());
    QVERIFY(analysis.clv.holdout);
    QVERIFY(analysis.clv.holdout->predicted > 0);
    QCOMPARE(analysis.lifecycle.funnel.levels.size(), 7);
    QVERIFY(analysis.models.candidates.size() >= 3);
    QVERIFY(analysis.overview.alerts.size() <= 5);
    // New customers of the four quarters are those of the year.
    qint64 newCustomers = 0;
    for (qsizetype i = analysis.quarterlySpend.size() - 4; i < analysis.quarterlySpend.size(); ++i)
        newCustomers += analysis.quarterlySpend[i].newCustomers;
    QCOMPARE(newCustomers, analysis.spend.newCustomers);
}

void TestAnalysis::theBreakdownIsAnAttributeMostContactsHave()
{
    const Result<Insights::AnalysisPtr> result =
        Insights::computeAnalysis(m_demo, m_query, NumberFormat());
    QVERIFY(result);
    QCOMPARE((*result)->lifecycle.breakdownField, u"sector"_s);
    Insights::AnalysisQuery query = m_query;
    query.breakdownField = u"channel"_s;
    QCOMPARE((*Insights::computeAnalysis(m_demo, query, NumberFormat()))->lifecycle.breakdownField,
             u"channel"_s);
}

void TestAnalysis::withoutPurchasesTheRestIsThere()
{
    auto contacts = std::make_shared<Customers::Snapshot>(*m_demo);
    std::ranges::fill(contacts->purchases.first, 0u);
    contacts->purchases.time.clear();
    contacts->purchases.amount.clear();
    contacts->purchases.category.clear();
    contacts->purchases.row.clear();
    contacts->purchaseExtent = {};
    Insights::AnalysisQuery query = m_query;
    query.filter = Insights::defaultFilter(*contacts);
    QVERIFY(query.filter.period.isValid());
    const Result<Insights::AnalysisPtr> result =
        Insights::computeAnalysis(contacts, query, NumberFormat());
    QVERIFY(result);
    QCOMPARE((*result)->clv.customers, 0);
    QVERIFY(!(*result)->clv.remark.isEmpty());
    QVERIFY((*result)->equity.series.isEmpty());
    QVERIFY((*result)->lifecycle.funnel.levels.first().count > 0);
    QVERIFY((*result)->spend.hasCosts);
}

void TestAnalysis::withoutEventsAndCostsTheValuesAreThere()
{
    auto purchases = std::make_shared<Customers::Snapshot>(*m_demo);
    std::ranges::fill(purchases->events.first, 0u);
    purchases->events.time.clear();
    purchases->events.name.clear();
    purchases->events.row.clear();
    purchases->costs.clear();
    const Result<Insights::AnalysisPtr> result =
        Insights::computeAnalysis(purchases, m_query, NumberFormat());
    QVERIFY(result);
    QVERIFY((*result)->overview.figures.equity > 0);
    QVERIFY(!(*result)->spend.hasCosts);
    QVERIFY(std::isnan((*result)->overview.figures.cac));
    QVERIFY(std::isnan((*result)->overview.figures.acquisitionShareOfSpend));
}

void TestAnalysis::anEmptyWorkspaceIsNoError()
{
    Insights::AnalysisQuery query;
    query.lifecycle = Lifecycle::businessTemplate();
    const Result<Insights::AnalysisPtr> result =
        Insights::computeAnalysis(SnapshotBuilder(0).build(), query, NumberFormat());
    QVERIFY(result);
    QVERIFY(!(*result)->query.filter.period.isValid());
    QVERIFY((*result)->overview.alerts.isEmpty());
}

void TestAnalysis::settingsBecomeAQuery()
{
    WorkspaceSettings settings;
    settings.clvModel = u"pareto-nbd"_s;
    settings.horizonMonths = 24;
    settings.annualDiscountRate = 0.12;
    settings.margin = 0.4;
    const Clv::ClvQuery query = Insights::clvQuery(settings, QDate(2025, 6, 30));
    QCOMPARE(query.model, Clv::Model::ParetoNbd);
    QCOMPARE(query.until, QDate(2025, 6, 30));
    QVERIFY(std::abs(*query.horizonPeriods - 2 * 365.25 / 7) < 1e-9);
    QCOMPARE(query.annualDiscountRate, 0.12);
    QCOMPARE(query.margin, 0.4);
    settings.horizonMonths = 0;
    QVERIFY(!Insights::clvQuery(settings, {}).horizonPeriods);
    settings.retentionCost = 25;
    settings.discounting = u"monthly"_s;
    settings.covariates = QStringList{u"sector"_s};
    settings.intervalLevel = 0.8;
    const Clv::ClvQuery more = Insights::clvQuery(settings, {});
    QCOMPARE(more.retentionCost, 25.0);
    QCOMPARE(more.discounting, Clv::Discounting::Monthly);
    QCOMPARE(more.covariates, QStringList{u"sector"_s});
    QCOMPARE(more.intervalLevel, 0.8);
    // Equal effects and the penalty are of the attributes that are chosen, where the model can.
    settings.covariates = QStringList{u"sector"_s, u"age"_s};
    settings.equalCovariates = QStringList{u"age"_s, u"gone"_s};
    settings.covariatePenalty = 0.25;
    const Clv::ClvQuery held = Insights::clvQuery(settings, {});
    QCOMPARE(held.equalCovariates, QStringList{u"age"_s});
    QCOMPARE(held.covariatePenalty, 0.25);
    settings.clvModel = u"bg-nbd"_s;
    QVERIFY(Insights::clvQuery(settings, {}).equalCovariates.isEmpty());
    QCOMPARE(Insights::clvQuery(settings, {}).covariatePenalty, 0.25);
    settings.covariates.clear();
    QCOMPARE(Insights::clvQuery(settings, {}).covariatePenalty, 0.0);
    // Each model in its own unit of time; only some take attributes.
    settings.horizonMonths = 24;
    settings.clvModel = u"bg-bb"_s;
    settings.opportunityPeriod = PeriodUnit::Quarter;
    settings.billingPeriod = PeriodUnit::Year;
    const Clv::ClvQuery counted = Insights::clvQuery(settings, {});
    QCOMPARE(counted.period, PeriodUnit::Quarter);
    QVERIFY(std::abs(*counted.horizonPeriods - 8) < 1e-9);
    QVERIFY(counted.covariates.isEmpty());
    settings.clvModel = u"bdw"_s;
    QCOMPARE(Insights::clvQuery(settings, {}).period, PeriodUnit::Year);
}

void TestAnalysis::attributesThatExplainNothingAreLeftOut()
{
    // One of a handful of values serves; a name, of which there are as many as customers, does not.
    Insights::AnalysisQuery query = m_query;
    query.settings.clvModel = u"bg-nbd"_s;
    query.settings.covariates = QStringList{u"gone with its import"_s, u"sector"_s};
    Result<Insights::AnalysisPtr> result = Insights::computeAnalysis(m_demo, query, NumberFormat());
    QVERIFY(result);
    QCOMPARE((*result)->clv.query.covariates, QStringList{u"sector"_s});
    query.settings.covariates = QStringList{u"name_ar"_s};
    result = Insights::computeAnalysis(m_demo, query, NumberFormat());
    QVERIFY(result);
    QVERIFY((*result)->clv.customers > 0);
    QVERIFY((*result)->clv.query.covariates.isEmpty());
    QVERIFY2((*result)->clv.remark.contains(u"name_ar"_s), qPrintable((*result)->clv.remark));
    QVERIFY(!(*result)->equity.series.isEmpty());
}

void TestAnalysis::cancellingStops()
{
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](const ProgressReport &report) {
        if (report.fraction >= 0.25)
            stop.request_stop();
    });
    const Result<Insights::AnalysisPtr> result =
        Insights::computeAnalysis(m_demo, m_query, NumberFormat(), progress);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
}

void TestAnalysis::modelsAreRankedOnRequest()
{
    Insights::AnalysisQuery query = m_query;
    query.ranksModels = false;
    const Result<Insights::AnalysisPtr> plain =
        Insights::computeAnalysis(m_demo, query, NumberFormat());
    QVERIFY(plain);
    QVERIFY((*plain)->models.candidates.isEmpty());
    // Ranked later, on values that are there already.
    const Result<Insights::AnalysisPtr> ranked =
        Insights::computeAnalysis(m_demo, m_query, NumberFormat(), {}, *plain);
    QVERIFY(ranked);
    QVERIFY((*ranked)->models.candidates.size() >= 3);
    QCOMPARE((*ranked)->clv.values, (*plain)->clv.values);
    QCOMPARE((*ranked)->equity.series.size(), (*plain)->equity.series.size());
}

void TestAnalysis::anEarlierAnswerIsTakenOver()
{
    Insights::AnalysisQuery query = m_query;
    query.ranksModels = false;
    const Result<Insights::AnalysisPtr> first =
        Insights::computeAnalysis(m_demo, query, NumberFormat());
    QVERIFY(first);
    query.lifecycleWindowDays = 30;
    query.breakdownField = u"channel"_s;
    const Result<Insights::AnalysisPtr> second =
        Insights::computeAnalysis(m_demo, query, NumberFormat(), {}, *first);
    QVERIFY(second);
    QCOMPARE((*second)->clv.values, (*first)->clv.values); // the very same
    QCOMPARE((*second)->overview.figures.equity, (*first)->overview.figures.equity);
    QCOMPARE((*second)->lifecycle.breakdownField, u"channel"_s);
    // Sentences of another language are composed anew.
    const Result<Insights::AnalysisPtr> arabic =
        Insights::computeAnalysis(m_demo, query, NumberFormat(Language::Arabic), {}, *first);
    QVERIFY(arabic);
    QVERIFY((*arabic)->clv.values != (*first)->clv.values);
}

void TestAnalysis::fitsStartFromAnEarlierAnalysis()
{
    Insights::AnalysisQuery query = m_query;
    query.ranksModels = false;
    const Result<Insights::AnalysisPtr> first =
        Insights::computeAnalysis(m_demo, query, NumberFormat());
    query.filter.period = Insights::yearUpTo(query.filter.period.until.addDays(-60));
    const Result<Insights::AnalysisPtr> cold =
        Insights::computeAnalysis(m_demo, query, NumberFormat());
    const Result<Insights::AnalysisPtr> warm =
        Insights::computeAnalysis(m_demo, query, NumberFormat(), {}, *first);
    QVERIFY(first && cold && warm);
    QCOMPARE((*warm)->clv.until, (*cold)->clv.until);
    QVERIFY((*warm)->clv.purchaseFit.iterations < (*cold)->clv.purchaseFit.iterations);
    const auto &expected = (*cold)->clv.purchaseFit.parameters;
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs((*warm)->clv.purchaseFit.parameters[i].value - expected[i].value)
                < 1e-4 * expected[i].value);
}

void TestAnalysis::importedSummariesAreAnalysed()
{
    auto snapshot = std::make_shared<Customers::Snapshot>();
    const QDate day(2025, 6, 30);
    for (int i = 0; i < 800; ++i) {
        snapshot->customerRow.push_back(i + 1);
        snapshot->summaries.customer.push_back(Customers::CustomerIndex(i));
        snapshot->summaries.x.push_back(std::uint32_t(i % 5));
        snapshot->summaries.ageDays.push_back(200 + i % 300);
        snapshot->summaries.lastDays.push_back(i % 5 == 0 ? 0 : 20 + i % 170);
        snapshot->summaries.meanSpend.push_back(50 + i % 40);
    }
    snapshot->purchases.first.assign(801, 0);
    snapshot->events.first.assign(801, 0);
    snapshot->acquiredDay.assign(800, INT32_MIN);
    snapshot->acquisitionCost.assign(800, INT64_MIN);
    snapshot->summaries.day = day;
    snapshot->extent = {day.addDays(-499), day};
    Insights::AnalysisQuery query;
    query.lifecycle = Lifecycle::businessTemplate();
    query.filter = Insights::defaultFilter(*snapshot);
    const Result<Insights::AnalysisPtr> result =
        Insights::computeAnalysis(snapshot, query, NumberFormat());
    QVERIFY(result);
    QCOMPARE((*result)->clv.customers, 800);
    QCOMPARE((*result)->clv.until, day);
    QVERIFY((*result)->clv.totalClv > 0);
    QCOMPARE((*result)->equity.series.size(), 1); // they stand at one day
    QVERIFY(std::abs((*result)->equity.series[0].equity - (*result)->clv.totalClv)
            < 1e-4 * (*result)->clv.totalClv);
}

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
