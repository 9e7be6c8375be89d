#include "models/numerics/random.h"
#include "models/segments/clustering.h"
#include "tests/support/testworkspace.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;
using namespace Segments;

/// Groups that are found rather than defined: RFM scores and clusters.
class TestBuyerGroups : public QObject
{
    Q_OBJECT

private slots:
    void measuresCountPurchasesAndNetRevenue();
    void everyScoreHasExactlyOneGroup();
    void mapBKeepsToThePublishedRanges();
    void mapCHasTheCodesOfSixGroups();
    void mapCCutsRecencyAtFixedDays();
    void mapsSayWhatTheyDoInBothLanguages();
    void saysWhereDataAreTooFew();
    void quintilesOfTenBuyersByHand();
    void equalRecencyScoresTheSame();
    void equalFrequencySplitsIntoEqualFifths();
    void summariesAddUp();
    void findsTheBestPartitionOfAll();
    void silhouetteByHand();
    void simulatedClustersAreFoundAgain_data();
    void simulatedClustersAreFoundAgain();
    void autoFindsTheNumberOfSimulatedClusters();
    void theSameBuyersGiveTheSameClusters();
    void centresAreInRealUnits();
    void refusesMoreClustersThanBuyers();
    void alikeBuyersAreOneCluster();
};

namespace {

RfmMeasures measuresOf(std::vector<double> recency, std::vector<double> frequency,
                       std::vector<double> monetary)
{
    RfmMeasures measures;
    for (std::size_t i = 0; i < recency.size(); ++i)
        measures.customer.push_back(Customers::CustomerIndex(i));
    measures.recencyDays = std::move(recency);
    measures.frequency = std::move(frequency);
    measures.monetary = std::move(monetary);
    return measures;
}

/// Buyers around centres in the space of logarithms; who is around which comes back in \a truth.
RfmMeasures simulated(const std::vector<std::array<double, 3>> &centres, int each, double spread,
                      std::vector<int> &truth)
{
    Numerics::Random random(7);
    RfmMeasures measures;
    for (int i = 0; i < each * int(centres.size()); ++i) {
        const int of = i % int(centres.size());
        truth.push_back(of);
        measures.customer.push_back(Customers::CustomerIndex(i));
        const auto draw = [&](int feature) {
            return std::expm1(std::log1p(centres[std::size_t(of)][std::size_t(feature)])
                              + spread * random.normal());
        };
        measures.recencyDays.push_back(draw(0));
        measures.frequency.push_back(draw(1));
        measures.monetary.push_back(draw(2));
    }
    return measures;
}

const std::vector<std::array<double, 3>> threeKinds{
    {5, 40, 9000}, {60, 8, 900}, {400, 1.5, 80}};

double inertiaOf(const std::vector<double> &values, unsigned members)
{
    double inertia = 0;
    for (const bool side : {false, true}) {
        double sum = 0;
        int count = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (((members >> i & 1) != 0) == side) {
                sum += values[i];
                ++count;
            }
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (((members >> i & 1) != 0) == side)
                inertia += (values[i] - sum / count) * (values[i] - sum / count);
        }
    }
    return inertia;
}

} // namespace

void TestBuyerGroups::measuresCountPurchasesAndNetRevenue()
{
    TestWorkspace workspace;
    const qint64 a = workspace.customer();
    workspace.customer(); // never bought
    const qint64 c = workspace.customer();
    workspace.purchase(a, QDate(2025, 1, 1), 10000);
    workspace.purchase(a, QDate(2025, 3, 1), 5000);
    workspace.purchase(a, QDate(2025, 3, 9), -2000); // a refund is no purchase
    workspace.purchase(c, QDate(2025, 3, 31), 700);
    const RfmMeasures measures = rfmMeasures(*workspace.snapshot());
    QCOMPARE(measures.until, QDate(2025, 3, 31));
    QCOMPARE(measures.customer, (std::vector<Customers::CustomerIndex>{0, 2}));
    QCOMPARE(measures.recencyDays, (std::vector<double>{30, 0}));
    QCOMPARE(measures.frequency, (std::vector<double>{2, 1}));
    QCOMPARE(measures.monetary, (std::vector<double>{130, 7}));
}

void TestBuyerGroups::everyScoreHasExactlyOneGroup()
{
    // The map of product.md, group by group; rows are recency 1 to 5, columns frequency 1 to 5.
    const char *map[5] = {"HHAAC", "HHAAC", "SSNLL", "PQQLL", "WQQXX"};
    const QHash<char, RfmGroup> letters{
        {'H', RfmGroup::Hibernating},        {'A', RfmGroup::AtRisk},    {'C', RfmGroup::CannotLose},
        {'S', RfmGroup::AboutToSleep},       {'N', RfmGroup::NeedAttention}, {'L', RfmGroup::Loyal},
        {'P', RfmGroup::Promising},          {'W', RfmGroup::NewCustomers},
        {'Q', RfmGroup::PotentialLoyalists}, {'X', RfmGroup::Champions}};
    std::set<QString> ids;
    for (int recency = 1; recency <= 5; ++recency) {
        for (int frequency = 1; frequency <= 5; ++frequency) {
            for (int monetary = 1; monetary <= 5; ++monetary) {
                QCOMPARE(rfmGroup(RfmMap::A, recency, frequency, monetary),
                         letters[map[recency - 1][frequency - 1]]);
            }
            ids.insert(rfmGroupId(rfmGroup(RfmMap::A, recency, frequency, 1)));
        }
    }
    QCOMPARE(qsizetype(ids.size()), rfmGroups(RfmMap::A).size());
    QCOMPARE(rfmGroupTitle(RfmGroup::Champions, Language::Arabic), u"الأبطال"_s);
}

void TestBuyerGroups::mapBKeepsToThePublishedRanges()
{
    // The ranges of product.md; both axes run from 0 to 5, so the range 3–5 holds the scores 4 and 5.
    struct Range
    {
        RfmGroup group;
        int recencyFrom, recencyTo, worthFrom, worthTo;
    };
    using enum RfmGroup;
    const QList<Range> ranges{{Champions, 4, 5, 4, 5},     {Loyal, 2, 5, 3, 5},
                              {PotentialLoyalists, 3, 5, 1, 3}, {NewCustomers, 4, 5, 0, 1},
                              {Promising, 3, 4, 0, 1},     {NeedAttention, 2, 3, 2, 3},
                              {AboutToSleep, 2, 3, 0, 2},  {AtRisk, 0, 2, 2, 5},
                              {CannotLose, 0, 1, 4, 5},    {Hibernating, 1, 2, 1, 2},
                              {Lost, 0, 2, 0, 2}};
    std::set<QString> ids;
    for (int recency = 1; recency <= 5; ++recency) {
        for (int worth = 1; worth <= 5; ++worth) {
            const RfmGroup group = rfmGroup(RfmMap::B, recency, worth, worth);
            ids.insert(rfmGroupId(group));
            const auto range = std::ranges::find(ranges, group, &Range::group);
            QVERIFY(range != ranges.end());
            QVERIFY(recency > range->recencyFrom && recency <= range->recencyTo);
            QVERIFY(worth > range->worthFrom && worth <= range->worthTo);
            // Of several ranges that hold the scores the smallest one was taken.
            const auto size = [](const Range &of) {
                return (of.recencyTo - of.recencyFrom) * (of.worthTo - of.worthFrom);
            };
            for (const Range &other : ranges) {
                const bool holds = recency > other.recencyFrom && recency <= other.recencyTo
                                   && worth > other.worthFrom && worth <= other.worthTo;
                QVERIFY(!holds || size(*range) <= size(other));
            }
        }
    }
    QCOMPARE(ids.size(), std::size_t(11));
    // The mean of frequency and monetary value, half rounded up: 4 and 5 make 5, 3 and 4 make 4.
    QCOMPARE(rfmGroup(RfmMap::B, 5, 4, 5), Champions);
    QCOMPARE(rfmGroup(RfmMap::B, 5, 3, 4), Loyal);
    QCOMPARE(rfmGroup(RfmMap::B, 1, 5, 1), AtRisk); // 3
}

void TestBuyerGroups::mapCHasTheCodesOfSixGroups()
{
    using enum RfmGroup;
    const QHash<RfmGroup, QList<int>> codes{{Champions, {333, 332, 323}},
                                            {Loyal, {321, 322, 331, 232, 233}},
                                            {Recent, {312, 313, 311, 222, 223}},
                                            {NeedAttention, {213, 221, 123, 132, 133}},
                                            {AtRisk, {231, 212, 122, 131, 211}},
                                            {Inactive, {111, 112, 113, 121}}};
    int found = 0;
    for (auto group = codes.begin(); group != codes.end(); ++group) {
        for (const int code : group.value()) {
            QCOMPARE(rfmGroup(RfmMap::C, code / 100, code / 10 % 10, code % 10), group.key());
            ++found;
        }
    }
    QCOMPARE(found, 27);
}

void TestBuyerGroups::mapCCutsRecencyAtFixedDays()
{
    // 30 and 90 days belong to the better level; frequency in thirds by rank; money at 20 and 40.
    const RfmMeasures measures =
        measuresOf({0, 30, 31, 90, 91, 400}, {9, 7, 5, 3, 1, 1}, {60, 50, 40, 30, 20, 10});
    const RfmScores scores = rfmScores(measures, RfmMap::C);
    QCOMPARE(scores.recency, (std::vector<std::uint8_t>{3, 3, 2, 2, 1, 1}));
    QCOMPARE(scores.frequency, (std::vector<std::uint8_t>{3, 3, 2, 2, 1, 1}));
    // Limits at 10 + 50/3 = 26.7 and 43.3.
    QCOMPARE(scores.monetary, (std::vector<std::uint8_t>{3, 3, 2, 2, 1, 1}));
    QCOMPARE(scores.group, (std::vector<RfmGroup>{RfmGroup::Champions, RfmGroup::Champions, RfmGroup::Recent,
                                                  RfmGroup::Recent, RfmGroup::Inactive, RfmGroup::Inactive}));
    const RfmScores other = rfmScores(measures, RfmMap::C, {0, 31});
    QCOMPARE(other.recency, (std::vector<std::uint8_t>{3, 2, 2, 1, 1, 1}));
    const QList<RfmGroupSummary> groups = rfmSummary(measures, scores);
    QCOMPARE(groups.size(), 6);
    QCOMPARE(groups[0].customers, 2);
}

void TestBuyerGroups::mapsSayWhatTheyDoInBothLanguages()
{
    for (const RfmMap map : {RfmMap::A, RfmMap::B, RfmMap::C}) {
        const QString english = rfmMapWords(map, usualRecencyDays, NumberFormat(Language::English));
        const QString arabic =
            rfmMapWords(map, usualRecencyDays, NumberFormat(Language::Arabic, Digits::ArabicIndic));
        QVERIFY2(english.contains(u"limit belongs to"_s) && !english.contains(u'%'), qPrintable(english));
        QVERIFY2(arabic.contains(u"الخريطة"_s) && !arabic.contains(u'%'), qPrintable(arabic));
    }
    QVERIFY(rfmMapWords(RfmMap::C, {14, 60}, NumberFormat(Language::English)).contains(u"14"_s));
}

void TestBuyerGroups::saysWhereDataAreTooFew()
{
    const NumberFormat format(Language::English);
    RfmMeasures few = measuresOf({1, 2}, {1, 2}, {5, 6});
    few.until = QDate(2025, 3, 31);
    QCOMPARE(rfmCautions(few, {QDate(2025, 3, 1), QDate(2025, 3, 31)}, format).size(), 3);
    const std::vector<double> enough(500, 3);
    RfmMeasures many = measuresOf(enough, enough, enough);
    many.until = QDate(2025, 6, 29);
    QCOMPARE(rfmCautions(many, {QDate(2025, 1, 1), QDate(2025, 6, 29)}, format), QStringList()); // 180 days
    QCOMPARE(rfmCautions(many, {QDate(2025, 1, 2), QDate(2025, 6, 29)}, format).size(), 1);
}

void TestBuyerGroups::quintilesOfTenBuyersByHand()
{
    // Recency 0, 10 … 90: the limits lie at 18, 36, 54 and 72, so each score has two buyers.
    const RfmMeasures measures =
        measuresOf({90, 80, 70, 60, 50, 40, 30, 20, 10, 0}, {1, 1, 1, 2, 2, 3, 4, 5, 8, 13},
                   {10, 20, 30, 40, 50, 60, 70, 80, 90, 100});
    const RfmScores scores = rfmScores(measures);
    QCOMPARE(scores.recencyLimits, (std::vector<double>{18, 36, 54, 72}));
    const std::vector<std::uint8_t> rising{1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
    QCOMPARE(scores.recency, rising);
    QCOMPARE(scores.frequency, rising);
    QCOMPARE(scores.monetary, rising);
    QCOMPARE(scores.group[0], RfmGroup::Hibernating);
    QCOMPARE(scores.group[4], RfmGroup::NeedAttention);
    QCOMPARE(scores.group[9], RfmGroup::Champions);
}

void TestBuyerGroups::equalRecencyScoresTheSame()
{
    // A value on a limit belongs below it: here 5 is the 20 % and the 40 % limit.
    const RfmScores scores = rfmScores(measuresOf({5, 5, 5, 7, 9, 11}, {1, 2, 3, 4, 5, 6}, {1, 1, 1, 1, 1, 1}));
    QCOMPARE(scores.recencyLimits[0], 5.0);
    QCOMPARE(scores.recency[0], std::uint8_t(5));
    QCOMPARE(scores.recency[1], scores.recency[0]);
    QCOMPARE(scores.recency[2], scores.recency[0]);
    QVERIFY(scores.recency[3] < scores.recency[0]);
    QCOMPARE(scores.recency[5], std::uint8_t(1));
    QCOMPARE(std::set<std::uint8_t>(scores.monetary.begin(), scores.monetary.end()).size(), std::size_t(1));
}

void TestBuyerGroups::equalFrequencySplitsIntoEqualFifths()
{
    const std::vector<double> ones(100, 1);
    const RfmScores scores = rfmScores(measuresOf(ones, ones, ones));
    for (std::uint8_t score = 1; score <= 5; ++score)
        QCOMPARE(std::ranges::count(scores.frequency, score), 20);
    // In order of the file: the first twenty score 1.
    QCOMPARE(scores.frequency[19], std::uint8_t(1));
    QCOMPARE(scores.frequency[20], std::uint8_t(2));
}

void TestBuyerGroups::summariesAddUp()
{
    std::vector<int> truth;
    const RfmMeasures measures = simulated(threeKinds, 200, 0.5, truth);
    const QList<RfmGroupSummary> groups = rfmSummary(measures, rfmScores(measures));
    QCOMPARE(groups.size(), 10);
    qint64 customers = 0;
    double share = 0;
    double revenueShare = 0;
    for (const RfmGroupSummary &group : groups) {
        customers += group.customers;
        share += group.share;
        revenueShare += group.revenueShare;
        QCOMPARE(std::isnan(group.meanMonetary), group.customers == 0);
    }
    QCOMPARE(customers, 600);
    QVERIFY(std::abs(share - 1) < 1e-12);
    QVERIFY(std::abs(revenueShare - 1) < 1e-12);
}

void TestBuyerGroups::findsTheBestPartitionOfAll()
{
    // Every way to part twelve points in two, tried one by one.
    const std::vector<double> values{0.1, 0.4, 0.5, 0.9, 1.0, 1.4, 3.1, 3.2, 3.9, 4.0, 4.4, 4.6};
    double least = std::numeric_limits<double>::infinity();
    for (unsigned members = 1; members < (1U << values.size()) - 1; ++members)
        least = std::min(least, inertiaOf(values, members));
    const Result<Partition> found = kMeans({1, values}, 2);
    QVERIFY(found.ok());
    QVERIFY2(std::abs(found->inertia - least) < 1e-12,
             qPrintable(u"%1 against %2"_s.arg(found->inertia).arg(least)));
}

void TestBuyerGroups::silhouetteByHand()
{
    // 0 and 1 against 4: a(0) = 1, b(0) = 4 → 3/4; a(1) = 1, b(1) = 3 → 2/3; alone → 0.
    const Points points{1, {0, 1, 4}};
    Partition partition{2, {0, 0, 1}, {0.5, 4}, 0};
    QVERIFY(std::abs(silhouette(points, partition) - (3.0 / 4 + 2.0 / 3) / 3) < 1e-12);
    partition.of = {0, 0, 0};
    QVERIFY(std::isnan(silhouette(points, partition)));
}

void TestBuyerGroups::simulatedClustersAreFoundAgain_data()
{
    QTest::addColumn<int>("each");
    QTest::newRow("few buyers") << 40;
    QTest::newRow("more than are tried at once") << 9000;
}

void TestBuyerGroups::simulatedClustersAreFoundAgain()
{
    QFETCH(int, each);
    std::vector<int> truth;
    const RfmMeasures measures = simulated(threeKinds, each, 0.15, truth);
    const Result<Clustering> found = clusterBuyers(measures, 3);
    QVERIFY(found.ok());
    QCOMPARE(found->clusters.size(), 3);
    // Sorted by money, so the clusters stand as the kinds do.
    for (std::size_t i = 0; i < truth.size(); ++i)
        QCOMPARE(int(found->of[i]), truth[i]);
    QCOMPARE(found->clusters[0].customers, each);
    QCOMPARE(found->clusters[0].nameEnglish, u"Active, high value"_s);
    QCOMPARE(found->clusters[2].nameEnglish, u"Dormant, low value"_s);
}

void TestBuyerGroups::autoFindsTheNumberOfSimulatedClusters()
{
    std::vector<std::array<double, 3>> kinds = threeKinds;
    for (const int count : {3, 4}) {
        if (count == 4)
            kinds.push_back({3, 1, 20000});
        std::vector<int> truth;
        const RfmMeasures measures = simulated(kinds, 100, 0.12, truth);
        const Result<Clustering> found = clusterBuyers(measures, 0);
        QVERIFY(found.ok());
        QCOMPARE(found->clusters.size(), count);
        QCOMPARE(found->trials.size(), mostClustersTried - 1);
        for (qsizetype i = 1; i < found->trials.size(); ++i)
            QVERIFY(found->trials[i].inertia < found->trials[i - 1].inertia);
    }
}

void TestBuyerGroups::theSameBuyersGiveTheSameClusters()
{
    std::vector<int> truth;
    const RfmMeasures measures = simulated(threeKinds, 300, 0.9, truth);
    const Result<Clustering> first = clusterBuyers(measures, 5);
    const Result<Clustering> second = clusterBuyers(measures, 5);
    QVERIFY(first.ok() && second.ok());
    QVERIFY(first->of == second->of);
    QCOMPARE(first->inertia, second->inertia);
}

void TestBuyerGroups::centresAreInRealUnits()
{
    // One cluster: its centre is the mean of the logarithms, taken back.
    const Result<Clustering> found =
        clusterBuyers(measuresOf({0, 3, 8}, {1, 3, 7}, {0, 99, -50}), 1);
    QVERIFY(found.ok());
    const Cluster &cluster = found->clusters.first();
    QVERIFY(std::abs(cluster.recencyDays - (std::cbrt(1.0 * 4 * 9) - 1)) < 1e-9);
    QVERIFY(std::abs(cluster.frequency - (std::cbrt(2.0 * 4 * 8) - 1)) < 1e-9);
    QVERIFY(std::abs(cluster.monetary - (std::cbrt(100.0) - 1)) < 1e-9); // below 0 counts as 0
    QCOMPARE(cluster.revenue, 49.0);
    QCOMPARE(cluster.share, 1.0);
    QVERIFY(std::isnan(found->silhouette));
}

void TestBuyerGroups::refusesMoreClustersThanBuyers()
{
    const Result<Clustering> found = clusterBuyers(measuresOf({1, 2}, {1, 2}, {1, 2}), 3);
    QVERIFY(!found.ok());
    QVERIFY(found.error().message.contains(u'2') && found.error().message.contains(u'3'));
    QVERIFY(!clusterBuyers({}, 0).ok());
}

void TestBuyerGroups::alikeBuyersAreOneCluster()
{
    const std::vector<double> ones(30, 1);
    const Result<Clustering> found = clusterBuyers(measuresOf(ones, ones, ones), 4);
    QVERIFY(found.ok());
    QCOMPARE(found->clusters.size(), 1);
    QCOMPARE(found->clusters.first().customers, 30);
}

QTEST_GUILESS_MAIN(TestBuyerGroups)
#include "tst_buyergroups.moc"
