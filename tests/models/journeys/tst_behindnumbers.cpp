#include "models/funnel/activity.h"
#include "models/funnel/behind.h"
#include "models/funnel/evaluator.h"
#include "models/journeys/journey.h"
#include "models/journeys/nextevents.h"
#include "models/lifecycle/cohorts.h"
#include "models/lifecycle/timeinstage.h"
#include "tests/support/testworkspace.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

/// The lists of customers behind the numbers of the lifecycle's screens: every list is as long as
/// its number says, over random customers, and names the right ones in cases made by hand.
class TestBehindNumbers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsAreAsLongAsTheFunnelCounts();
    void listsAreAsLongAsTheStaysCount();
    void listsAreAsLongAsTheCohortsCount();
    void listsAreAsLongAsTheGrowthBarsCount();
    void listsAreAsLongAsTheDriversCount();
    void binsOfTheTimeToConvertHoldEverybodyOnce();
    void membersKnowTheMomentOfTheirLastStage();
    void cellsOfTheMovesNameTheirContacts();
    void saysWhatTheyDidNext();

private:
    Customers::SnapshotPtr m_snapshot;
};

namespace {

/// visit → form → first purchase | second purchase or upgrade
Lifecycle::LifecycleModel fourStages()
{
    Lifecycle::LifecycleModel lifecycle{u"four"_s, {}};
    const auto add = [&](const QString &id, Lifecycle::Side side, Lifecycle::EntryRule rule) {
        Lifecycle::Stage stage;
        stage.id = id;
        stage.nameEnglish = id;
        stage.side = side;
        stage.entry = std::move(rule);
        lifecycle.stages.append(stage);
    };
    add(u"visit"_s, Lifecycle::Side::ValueCreation, {{u"visit"_s}, 0});
    add(u"form"_s, Lifecycle::Side::ValueCreation, {{u"form"_s}, 0});
    add(u"buy"_s, Lifecycle::Side::ValueCreation, {{}, 1});
    add(u"again"_s, Lifecycle::Side::ValueExpansion, {{u"upgrade"_s}, 2});
    return lifecycle;
}

qint64 at(int day, int hour = 0)
{
    return epochSeconds(QDate(2025, 1, 1).addDays(day - 1)) + hour * 3600;
}

const DateRange january{QDate(2025, 1, 1), QDate(2025, 1, 31)};

Funnel::FunnelQuery visitToPurchase(std::optional<std::int64_t> window = {})
{
    Funnel::FunnelQuery query;
    query.windowSeconds = window;
    query.steps = {Funnel::Step{{u"visit"_s, {}}, false},
                   Funnel::Step{{Funnel::purchaseEvent.toString(), {}}, false}};
    query.listActors = true;
    return query;
}

} // namespace

void TestBehindNumbers::initTestCase()
{
    std::mt19937 random(7);
    const QStringList names{u"visit"_s, u"form"_s, u"upgrade"_s, u"call"_s, u"mail"_s};
    const QStringList cities{u"Riyadh"_s, u"Jeddah"_s, QString()};
    TestWorkspace workspace;
    for (int i = 0; i < 300; ++i) {
        const qint64 customer = workspace.customer({.city = cities[int(random() % 3)]});
        for (unsigned event = random() % 8; event > 0; --event)
            workspace.event(customer, at(int(random() % 70) - 10, int(random() % 24)),
                            names[int(random() % 5)]);
        for (unsigned purchase = random() % 4; purchase > 0; --purchase)
            workspace.purchase(customer, at(int(random() % 90), int(random() % 24)), 100);
    }
    m_snapshot = workspace.snapshot();
}

void TestBehindNumbers::listsAreAsLongAsTheFunnelCounts()
{
    const Lifecycle::LifecycleModel lifecycle = fourStages();
    for (const int window : {0, 12}) {
        const Lifecycle::LifecycleQuery query{january, {}, window, u"city"_s};
        const auto view = Lifecycle::computeLifecycle(*m_snapshot, lifecycle, query);
        QVERIFY(view.ok());
        const auto size = [&](const Lifecycle::FunnelPlace &place) {
            const auto members = Lifecycle::funnelMembers(*m_snapshot, lifecycle, query, place);
            return members ? qint64(members->size()) : -1;
        };
        QVERIFY(view->funnel.levels[2].dropOff > 0);
        for (int stage = 0; stage < 4; ++stage) {
            QCOMPARE(size({stage, false, {}}), view->funnel.levels[stage].count);
            QCOMPARE(size({stage, true, {}}), view->funnel.levels[stage].dropOff);
            for (const Lifecycle::BreakdownRow &row : view->breakdown)
                QCOMPARE(size({stage, false, row.value}), row.counts[stage]);
        }
        QCOMPARE(view->breakdown.size(), 3);
        QCOMPARE(size({0, false, u"Nowhere"_s}), 0);
    }
}

void TestBehindNumbers::listsAreAsLongAsTheStaysCount()
{
    const Lifecycle::LifecycleModel lifecycle = fourStages();
    const QDate until(2025, 2, 10);
    const auto stays = Lifecycle::timeInStage(Lifecycle::deriveHistory(*m_snapshot, lifecycle),
                                              lifecycle, until);
    for (const Lifecycle::StageStay &stay : stays) {
        const auto members = Lifecycle::stageMembers(*m_snapshot, lifecycle, stay.stage, until);
        QCOMPARE(qint64(members.size()), stay.entered);
        QVERIFY(stay.entered > 0);
    }
}

void TestBehindNumbers::listsAreAsLongAsTheCohortsCount()
{
    Lifecycle::CohortQuery query;
    query.periods = 4;
    query.until = QDate(2025, 3, 20);
    const auto matrix = Lifecycle::computeCohorts(*m_snapshot, query);
    QVERIFY(matrix.ok());
    qint64 all = 0;
    for (int cohort = 0; cohort < matrix->cohorts.size(); ++cohort) {
        for (int column = 0; column < matrix->cohorts[cohort].active.size(); ++column) {
            const auto members = Lifecycle::cohortMembers(*m_snapshot, query, cohort, column);
            QCOMPARE(qint64(members.size()), matrix->cohorts[cohort].active[column]);
            all += qint64(members.size());
        }
    }
    QVERIFY(all > 100);
}

void TestBehindNumbers::listsAreAsLongAsTheGrowthBarsCount()
{
    const Funnel::EventLog log = Funnel::EventLog::fromSnapshot(m_snapshot);
    Funnel::ActivityQuery query;
    query.period = Funnel::Interval::Week;
    query.activity.event = Funnel::purchaseEvent.toString();
    query.range.from = at(15);
    query.range.until = at(60);
    const auto bars = Funnel::evaluateGrowth(log, query);
    QVERIFY(bars.ok());
    const std::pair<Funnel::Growth, const QList<qint64> *> series[] = {
        {Funnel::Growth::Fresh, &bars->fresh},
        {Funnel::Growth::Returning, &bars->returning},
        {Funnel::Growth::Resurrecting, &bars->resurrecting},
        {Funnel::Growth::Dormant, &bars->dormant}};
    for (const auto &[growth, values] : series) {
        qint64 all = 0;
        for (int period = 0; period < bars->periods.size(); ++period) {
            const auto actors = Funnel::growthActors(log, query, period, growth);
            QVERIFY(actors.ok());
            QCOMPARE(qint64(actors->size()), qAbs((*values)[period]));
            QVERIFY(std::is_sorted(actors->begin(), actors->end()));
            all += qint64(actors->size());
        }
        QVERIFY(all > 0);
    }
}

void TestBehindNumbers::listsAreAsLongAsTheDriversCount()
{
    const Funnel::EventLog log = Funnel::EventLog::fromSnapshot(m_snapshot);
    for (const Funnel::FunnelQuery &query : {visitToPurchase(), visitToPurchase(10 * 86400)}) {
        const auto drivers = Funnel::evaluateDrivers(log, query);
        QVERIFY(drivers.ok());
        QVERIFY(drivers->events.size() >= 3);
        for (const Funnel::Driver &driver : drivers->events) {
            const auto with = Funnel::driverActors(log, query, driver.event, true);
            const auto without = Funnel::driverActors(log, query, driver.event, false);
            QVERIFY(with.ok() && without.ok());
            QCOMPARE(qint64(with->size()), driver.success);
            QCOMPARE(qint64(without->size()), driver.failure);
        }
    }
}

void TestBehindNumbers::binsOfTheTimeToConvertHoldEverybodyOnce()
{
    const Funnel::EventLog log = Funnel::EventLog::fromSnapshot(m_snapshot);
    const Funnel::FunnelQuery query = visitToPurchase();
    const auto times = Funnel::evaluateConvertTimes(log, query);
    const auto result = Funnel::evaluate(log, query);
    QVERIFY(times.ok() && result.ok());
    std::vector<std::uint32_t> all;
    for (qsizetype bin = 0; bin < times->bins.size(); ++bin) {
        const bool isLast = bin + 1 == times->bins.size();
        const auto actors = Funnel::convertedWithin(
            log, query, times->bins[bin].from,
            isLast ? std::numeric_limits<std::int64_t>::max() : times->bins[bin + 1].from);
        QVERIFY(actors.ok());
        QCOMPARE(qint64(actors->size()), times->bins[bin].count);
        all.insert(all.end(), actors->begin(), actors->end());
    }
    std::sort(all.begin(), all.end());
    std::vector<std::uint32_t> converted = result->total.steps.last().reached;
    std::sort(converted.begin(), converted.end());
    QCOMPARE(all, converted);
}

void TestBehindNumbers::membersKnowTheMomentOfTheirLastStage()
{
    TestWorkspace workspace;
    const qint64 whole = workspace.customer();
    workspace.event(whole, at(2), u"visit"_s);
    workspace.event(whole, at(4), u"form"_s);
    workspace.purchase(whole, at(9), 100);
    const qint64 lost = workspace.customer();
    workspace.event(lost, at(3), u"visit"_s);
    workspace.event(lost, at(5, 6), u"form"_s);
    workspace.event(lost, at(20), u"upgrade"_s);
    const auto snapshot = workspace.snapshot();
    const Lifecycle::LifecycleQuery query{january, {}, 0, {}};
    const auto bought = Lifecycle::funnelMembers(*snapshot, fourStages(), query, {2, false, {}});
    QCOMPARE(*bought, (std::vector<Lifecycle::Member>{{0, at(9)}}));
    const auto gone = Lifecycle::funnelMembers(*snapshot, fourStages(), query, {2, true, {}});
    QCOMPARE(*gone, (std::vector<Lifecycle::Member>{{1, at(5, 6)}}));
}

void TestBehindNumbers::cellsOfTheMovesNameTheirContacts()
{
    TestWorkspace workspace;
    const qint64 straight = workspace.customer(); // visit, form, purchase
    workspace.event(straight, at(2), u"visit"_s);
    workspace.event(straight, at(3), u"form"_s);
    workspace.purchase(straight, at(4), 100);
    const qint64 skipping = workspace.customer(); // visit, purchase
    workspace.event(skipping, at(2), u"visit"_s);
    workspace.purchase(skipping, at(5), 100);
    const qint64 late = workspace.customer(); // form only
    workspace.event(late, at(6), u"form"_s);
    Journeys::JourneyQuery query;
    query.period = january;
    const auto journey = Journeys::computeJourney(*workspace.snapshot(), fourStages(), query);
    QVERIFY(journey.ok());
    using List = std::vector<Customers::CustomerIndex>;
    const auto move = [&](int from, int to) {
        List found = Journeys::contactsOfMove(*journey, from, to);
        std::sort(found.begin(), found.end());
        return found;
    };
    // 0: start; 1 to 4: the stages; 5: end.
    QCOMPARE(move(0, 1), (List{0, 1}));
    QCOMPARE(move(0, 2), (List{2}));
    QCOMPARE(move(1, 2), (List{0}));
    QCOMPARE(move(1, 3), (List{1}));
    QCOMPARE(move(2, 5), (List{2}));
    QCOMPARE(move(3, 5), (List{0, 1}));
    QCOMPARE(move(1, 5), List());
    for (int from = 0; from <= 4; ++from) {
        for (int to = 1; to <= 5; ++to)
            QCOMPARE(qint64(move(from, to).size()), journey->moves.counts[from][to]);
    }
    QCOMPARE(qint64(Journeys::contactsAt(*journey, 2).size()), journey->stages[2].contacts);
}

void TestBehindNumbers::saysWhatTheyDidNext()
{
    TestWorkspace workspace;
    const qint64 called = workspace.customer();
    workspace.event(called, at(2), u"visit"_s);
    workspace.event(called, at(3), u"call"_s);
    workspace.purchase(called, at(4), 100);
    const qint64 bought = workspace.customer();
    workspace.event(bought, at(2), u"visit"_s);
    workspace.purchase(bought, at(5), 100);
    const qint64 refunded = workspace.customer();
    workspace.event(refunded, at(2), u"visit"_s);
    workspace.purchase(refunded, at(6), -100);
    const qint64 calledToo = workspace.customer();
    workspace.event(calledToo, at(2), u"visit"_s);
    workspace.event(calledToo, at(7), u"call"_s);
    const qint64 silent = workspace.customer();
    workspace.event(silent, at(2), u"visit"_s);
    std::vector<Lifecycle::Member> members;
    for (Customers::CustomerIndex customer = 0; customer < 5; ++customer)
        members.push_back({customer, at(2)});
    const QList<Funnel::Instead> next = Journeys::nextEvents(*workspace.snapshot(), members);
    QCOMPARE(next.size(), 4);
    QCOMPARE(next[0].event, u"call"_s);
    QCOMPARE(next[0].actors, 2);
    qint64 ofNothing = 0;
    qint64 all = 0;
    for (const Funnel::Instead &row : next) {
        all += row.actors;
        ofNothing += row.event.isEmpty() ? row.actors : 0;
    }
    QCOMPARE(ofNothing, 1);
    QCOMPARE(all, 5);
}

QTEST_GUILESS_MAIN(TestBehindNumbers)
#include "tst_behindnumbers.moc"
