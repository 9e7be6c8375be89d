#include "models/insights/segmentlabels.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Which segment a customer is shown with; who is in which is tested with the memberships.
class TestSegmentLabels : public QObject
{
    Q_OBJECT

private slots:
    void withoutSegmentsNobodyHasOne();
    void theFirstSegmentCounts();
};

void TestSegmentLabels::withoutSegmentsNobodyHasOne()
{
    for (const Insights::Memberships &none :
         {Insights::Memberships(),
          Insights::Memberships(std::make_shared<std::vector<Insights::Membership>>())}) {
        const Insights::SegmentLabels labels = Insights::segmentLabels(none, 3);
        QVERIFY(labels.isEmpty());
        QCOMPARE(labels.of, (std::vector<std::int16_t>{-1, -1, -1}));
    }
}

void TestSegmentLabels::theFirstSegmentCounts()
{
    auto memberships = std::make_shared<std::vector<Insights::Membership>>();
    memberships->push_back({u"Capital"_s, {}, {true, false, false, true}});
    memberships->push_back({u"Regulars"_s, {}, {true, true, false, false}});
    const Insights::SegmentLabels labels = Insights::segmentLabels(memberships, 4);
    QVERIFY(!labels.isEmpty());
    QCOMPARE(labels.of, (std::vector<std::int16_t>{0, 1, -1, 0}));
}

QTEST_GUILESS_MAIN(TestSegmentLabels)
#include "tst_segmentlabels.moc"
