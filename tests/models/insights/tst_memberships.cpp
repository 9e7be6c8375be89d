#include "models/demo/demoworkspace.h"
#include "models/insights/memberships.h"
#include "models/segments/store.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestMemberships : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCustomerIsJudgedByEverySegment();
    void aRuleThatCannotBeJudgedLeavesTheOthers();

private:
    static Segments::Segment segment(const QString &name, const char *rule)
    {
        Segments::Segment made;
        made.name = name;
        made.rule = *Segments::parseRule(QJsonDocument::fromJson(rule).object());
        return made;
    }

    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
    Insights::AnalysisPtr m_analysis;
};

void TestMemberships::initTestCase()
{
    const QString file = m_folder.filePath(u"demo.qeema"_s);
    QVERIFY(createDemoWorkspace(file, {.customers = 600, .seed = 5}));
    Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Write);
    QVERIFY(workspace);
    m_workspace.emplace(*std::move(workspace));
    Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*m_workspace);
    QVERIFY(snapshot);
    Result<Database> database = m_workspace->connect(Database::Mode::ReadWrite);
    QVERIFY(database);
    Insights::AnalysisQuery query;
    query.settings = *Settings::load(*database);
    query.lifecycle = *Lifecycle::load(*database);
    query.filter = Insights::defaultFilter(**snapshot);
    const Result<Insights::AnalysisPtr> analysis = Insights::computeAnalysis(*snapshot, query, NumberFormat());
    QVERIFY(analysis);
    m_analysis = *analysis;
    QVERIFY(Insights::segmentMemberships(*m_workspace, *m_analysis)->get()->empty());
    QVERIFY(Segments::save(*database, segment(u"Valuable"_s, R"({"all": [{"field": "clv", "op": ">", "value": 2000}]})")));
    QVERIFY(Segments::save(*database, segment(u"Likely gone"_s, R"({"all": [{"field": "p_alive", "op": "<", "value": 0.5}]})")));
}

void TestMemberships::everyCustomerIsJudgedByEverySegment()
{
    const Result<Insights::Memberships> found = Insights::segmentMemberships(*m_workspace, *m_analysis);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    QCOMPARE((*found)->size(), std::size_t(2));
    QCOMPARE((*found)->at(0).name, u"Likely gone"_s); // by name
    const Clv::CustomerValues &values = *m_analysis->clv.values;
    std::vector<bool> gone(m_analysis->snapshot->customers(), false);
    std::vector<bool> valuable = gone;
    for (std::size_t i = 0; i < values.size(); ++i) {
        gone[values.customer[i]] = values.pAlive[i] < 0.5;
        valuable[values.customer[i]] = values.clv[i] > 2000;
    }
    QVERIFY(std::ranges::count(gone, true) > 0 && std::ranges::count(valuable, true) > 0);
    QVERIFY((*found)->at(0).isMember == gone);
    QVERIFY((*found)->at(1).isMember == valuable);
}

void TestMemberships::aRuleThatCannotBeJudgedLeavesTheOthers()
{
    Insights::Analysis withoutValues = *m_analysis;
    withoutValues.clv.values.reset();
    Result<Database> database = m_workspace->connect(Database::Mode::ReadWrite);
    QVERIFY(database);
    QVERIFY(Segments::save(*database, segment(u"Buyers"_s, R"({"all": [{"field": "frequency", "op": ">=", "value": 0}]})")));
    const Result<Insights::Memberships> found = Insights::segmentMemberships(*m_workspace, withoutValues);
    QVERIFY(found);
    QCOMPARE((*found)->size(), std::size_t(1));
    QCOMPARE((*found)->at(0).name, u"Buyers"_s);
    QVERIFY(Segments::remove(*database, u"Buyers"_s));
}

QTEST_GUILESS_MAIN(TestMemberships)
#include "tst_memberships.moc"
