#include "models/insights/segmentlabels.h"
#include "models/segments/store.h"
#include "tests/support/testworkspace.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Which segment a customer is shown with.
class TestSegmentLabels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void withoutSegmentsNobodyHasOne();
    void theFirstSegmentByNameCounts();
    void segmentsByLifetimeValueUseTheAnalysis();
    void whatCannotBeJudgedHasNoMembers();

private:
    std::unique_ptr<TestWorkspace> m_workspace;
    Insights::Analysis m_analysis;

    void save(const QString &name, const Segments::Condition &condition)
    {
        Segments::Segment segment;
        segment.name = name;
        segment.rule = Segments::Rule::of(condition);
        Result<Database> database = m_workspace->workspace().connect(Database::Mode::ReadWrite);
        QVERIFY(database);
        const Result<void> saved = Segments::save(*database, segment);
        QVERIFY2(saved.ok(), saved ? "" : qPrintable(saved.error().message));
    }
    [[nodiscard]] Insights::SegmentLabels labels()
    {
        const Result<Insights::SegmentLabels> result =
            Insights::segmentLabels(m_workspace->workspace(), m_analysis);
        return result ? *result : Insights::SegmentLabels();
    }
};

void TestSegmentLabels::init()
{
    m_workspace = std::make_unique<TestWorkspace>();
    const qint64 noon = QDateTime(QDate(2025, 3, 1), QTime(12, 0), Qt::UTC).toSecsSinceEpoch();
    for (int i = 0; i < 4; ++i) {
        const qint64 customer =
            m_workspace->customer({.city = i % 2 == 0 ? u"Riyadh"_s : u"Jeddah"_s});
        for (int k = 0; k <= i; ++k)
            m_workspace->purchase(customer, noon + k * 86400, 1000);
    }
    m_workspace->commit();
    const Result<Customers::SnapshotPtr> snapshot =
        Customers::loadSnapshot(m_workspace->workspace());
    QVERIFY(snapshot);
    m_analysis = {};
    m_analysis.snapshot = *snapshot;
    m_analysis.clv.until = QDate(2025, 3, 31);
}

void TestSegmentLabels::withoutSegmentsNobodyHasOne()
{
    QVERIFY(labels().segments.isEmpty());
    QCOMPARE(labels().of, (std::vector<std::int16_t>{-1, -1, -1, -1}));
}

void TestSegmentLabels::theFirstSegmentByNameCounts()
{
    save(u"Regulars"_s, {u"frequency"_s, Segments::Operator::AtLeast, 2, 0, {}, {}});
    save(u"Capital"_s, {u"city"_s, Segments::Operator::Equals, u"Riyadh"_s, 0, {}, {}});
    const Insights::SegmentLabels found = labels();
    QCOMPARE(found.segments.size(), 2);
    QCOMPARE(found.segments[0].name, u"Capital"_s);
    QCOMPARE(found.of, (std::vector<std::int16_t>{0, 1, 0, 1}));
}

void TestSegmentLabels::segmentsByLifetimeValueUseTheAnalysis()
{
    auto values = std::make_shared<Clv::CustomerValues>();
    values->customer = {0, 1, 2, 3};
    values->clv = {10, 200, 300, 4000};
    values->pAlive = {1, 1, 1, 1};
    values->expectedPurchases = {1, 1, 1, 1};
    m_analysis.clv.values = values;
    save(u"Middle"_s, {u"clv"_s, Segments::Operator::Between, QJsonArray{200, 300}, 0, {}, {}});
    QCOMPARE(labels().of, (std::vector<std::int16_t>{-1, 0, 0, -1}));
}

void TestSegmentLabels::whatCannotBeJudgedHasNoMembers()
{
    save(u"Values"_s, {u"clv"_s, Segments::Operator::AtLeast, 1, 0, {}, {}}); // there are none yet
    save(u"Whoever"_s, {u"frequency"_s, Segments::Operator::AtLeast, 1, 0, {}, {}});
    QCOMPARE(labels().segments.size(), 1);
    QCOMPARE(labels().of, (std::vector<std::int16_t>{0, 0, 0, 0}));
}

QTEST_GUILESS_MAIN(TestSegmentLabels)
#include "tst_segmentlabels.moc"
