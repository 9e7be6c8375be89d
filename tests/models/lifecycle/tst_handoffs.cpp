#include "models/lifecycle/handoffs.h"
#include "models/lifecycle/dealmembers.h"
#include "models/lifecycle/meddic.h"
#include "models/lifecycle/meddicnotes.h"
#include "models/lifecycle/stagespend.h"
#include "tests/support/testworkspace.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Lifecycle;

/// Working hours, deals, hand-offs between departments, MEDDIC and spend by stage; every figure is
/// worked out by hand beside the case.
class TestHandOffs : public QObject
{
    Q_OBJECT

private slots:
    void countsHoursOfWork_data();
    void countsHoursOfWork();
    void wholeWeeksCountAsTheirDays();
    void knowsTheMilestonesByTheirNames_data();
    void knowsTheMilestonesByTheirNames();
    void readsDealsFromTheirChanges();
    void followsOffersToTheirDecision();
    void countsReasonsAndRecycledOffers();
    void followsTheHistoryBetweenDepartments();
    void velocityIsDealsTimesRateTimesAmountByDays();
    void scoresDealsByMeddic();
    void anUnchangedScoreKeepsItsFirstEvidence();
    void keepsTheOffersBehindTheNumbers();
    void findsTheCustomersOfDeals();
    void notesOverruleImportedScores();
    void notesAreKeptInTheWorkspace();
    void spendIsSharedByDaysAndStage();
};

namespace {

/// 2025-06-01 is a Sunday, the first day of the working week.
std::int64_t at(int day, int hour = 0, int minute = 0)
{
    return epochSeconds(QDate(2025, 6, day)) + hour * 3600 + minute * 60;
}

const DateRange june{QDate(2025, 6, 1), QDate(2025, 6, 30)};

struct Row
{
    const char *deal;
    qint64 customer;
    const char *stage;
    std::int64_t time;
    int accepted = -1;
    const char *reason = "";
    qint64 amount = 0;
    std::array<int, 6> meddic{-1, -1, -1, -1, -1, -1};
};

void insert(TestWorkspace &workspace, const Row &row)
{
    SQLite::Statement statement(
        workspace.database().connection(),
        "INSERT INTO deal_change(deal_ref, customer, stage, changed_at, amount, owner, accepted, "
        "rejection_reason, metrics, economic_buyer, decision_criteria, decision_process, "
        "identified_pain, champion) VALUES(?, ?, ?, ?, ?, 'Huda', ?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, row.deal);
    statement.bind(2, std::int64_t(row.customer));
    statement.bind(3, row.stage);
    statement.bind(4, row.time);
    if (row.amount > 0)
        statement.bind(5, std::int64_t(row.amount));
    if (row.accepted >= 0)
        statement.bind(6, row.accepted);
    if (*row.reason)
        statement.bind(7, row.reason);
    for (int i = 0; i < 6; ++i) {
        if (row.meddic[std::size_t(i)] >= 0)
            statement.bind(8 + i, row.meddic[std::size_t(i)]);
    }
    statement.exec();
}

std::vector<Deal> dealsOf(TestWorkspace &workspace)
{
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    Result<std::vector<Deal>> deals = loadDeals(workspace.workspace(), *snapshot);
    if (!deals)
        qFatal("%s", qPrintable(deals.error().message));
    return *std::move(deals);
}

/// a: accepted after 2 hours of work; b: rejected, offered again and accepted; c: rejected for good
/// after a week-end; d: still waiting at the end of June; e: won without a decision of its own.
void fill(TestWorkspace &workspace)
{
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 6, 30), u"seen"_s);
    const Row rows[] = {
        {"a", customer, "MQL", at(1, 9), -1, "", 10000},
        {"a", customer, "SAL", at(1, 11), 1},
        {"a", customer, "SQL", at(3, 9)},
        {"a", customer, "Closed won", at(11, 9), -1, "", 30000},
        {"b", customer, "MQL", at(2, 8)},
        {"b", customer, "MQL", at(2, 17), 0, "No budget", 5000}, // 9 hours: later than promised
        {"b", customer, "MQL", at(9, 8)},
        {"b", customer, "SAL", at(9, 9), 1},
        {"c", customer, "MQL", at(5, 16)},                    // Thursday
        {"c", customer, "MQL", at(8, 9), 0, "No budget", 700}, // Sunday: 1 + 1 hours of work
        {"c", customer, "Lost", at(8, 10), -1, "Price"},
        {"d", customer, "MQL", at(30, 16)},
        {"e", customer, "MQL", at(4, 8)},
        {"e", customer, "Won", at(4, 12), -1, "", 10000},
    };
    for (const Row &row : rows)
        insert(workspace, row);
}

} // namespace

void TestHandOffs::countsHoursOfWork_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("until");
    QTest::addColumn<double>("hours");
    const auto row = [](const char *name, std::int64_t from, std::int64_t until, double hours) {
        QTest::newRow(name) << qint64(from) << qint64(until) << hours;
    };
    row("within a day", at(1, 9), at(1, 11, 30), 2.5);
    row("before work begins", at(1, 5), at(1, 9), 1.0);
    row("after work has ended", at(1, 16), at(1, 23), 1.0);
    row("over a night", at(1, 16), at(2, 9), 2.0);
    row("over the week-end: Thursday to Sunday", at(5, 16), at(8, 9), 2.0);
    row("on a free day", at(6, 9), at(7, 18), 0.0);
    row("backwards", at(2, 9), at(1, 9), 0.0);
    row("a week: five days of nine hours", at(1, 8), at(8, 8), 45.0);
    row("eight days", at(1, 12), at(9, 12), 54.0);
    row("a month: 22 days", at(1), at(30, 23, 59), 22 * 9.0);
}

void TestHandOffs::countsHoursOfWork()
{
    QFETCH(qint64, from);
    QFETCH(qint64, until);
    QFETCH(double, hours);
    QCOMPARE(workingHours(WorkingWeek(), from, until), hours);
}

void TestHandOffs::wholeWeeksCountAsTheirDays()
{
    // Day by day and in one go give the same, whatever the week-end.
    for (const QList<Qt::DayOfWeek> &weekend :
         {QList<Qt::DayOfWeek>{Qt::Friday, Qt::Saturday}, {Qt::Saturday, Qt::Sunday}, {Qt::Friday}, {}}) {
        const WorkingWeek week{weekend, 9, 18};
        for (int length = 1; length < 60; length += 7) {
            double sum = 0;
            for (int day = 0; day < length; ++day)
                sum += workingHours(week, at(1) + day * 86400, at(1) + (day + 1) * 86400);
            QCOMPARE(workingHours(week, at(1), at(1) + length * 86400LL), sum);
        }
    }
}

void TestHandOffs::knowsTheMilestonesByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("milestone");
    QTest::newRow("abbreviation") << u"mql"_s << int(Milestone::Marketing);
    QTest::newRow("with underscores") << u"Sales_Accepted"_s << int(Milestone::Accepted);
    QTest::newRow("in words") << u"Sales qualified lead"_s << int(Milestone::Sales);
    QTest::newRow("Salesforce") << u"Closed Won"_s << int(Milestone::Won);
    QTest::newRow("HubSpot") << u"closedlost"_s << int(Milestone::Lost);
    QTest::newRow("Arabic") << u"مغلقة ناجحة"_s << int(Milestone::Won);
    QTest::newRow("of its own") << u"Proposal"_s << int(Milestone::Open);
}

void TestHandOffs::knowsTheMilestonesByTheirNames()
{
    QFETCH(QString, name);
    QFETCH(int, milestone);
    QCOMPARE(int(milestoneOf(name)), milestone);
}

void TestHandOffs::readsDealsFromTheirChanges()
{
    TestWorkspace workspace;
    fill(workspace);
    const std::vector<Deal> deals = dealsOf(workspace);
    QCOMPARE(deals.size(), std::size_t(5));
    QCOMPARE(deals[0].reference, u"a"_s);
    QCOMPARE(deals[0].changes.size(), std::size_t(4));
    QVERIFY(deals[0].isWon() && !deals[0].isOpen());
    QCOMPARE(deals[0].amount(), std::optional<std::int64_t>(30000));
    QCOMPARE(deals[0].owner(), u"Huda"_s);
    QCOMPARE(deals[0].reached(Milestone::Accepted), std::optional<std::int64_t>(at(1, 11)));
    QCOMPARE(deals[0].reached(Milestone::Won), std::optional<std::int64_t>(at(11, 9)));
    QVERIFY(!deals[3].reached(Milestone::Accepted)); // c was rejected; a loss is no progress
}

void TestHandOffs::followsOffersToTheirDecision()
{
    TestWorkspace workspace;
    fill(workspace);
    const HandOffView view = computeHandOffs(*workspace.snapshot(), businessTemplate(),
                                             dealsOf(workspace), june, june.until);
    QVERIFY(!view.handOffs.isEmpty());
    const HandOff &offers = view.handOffs.first();
    QVERIFY(offers.fromDeals);
    // Offers: a, b twice, c, d, e. Taken: a, b's second, e. Rejected: b's first, c. Waiting: d.
    QCOMPARE(offers.offered, 6);
    QCOMPARE(offers.taken, 3);
    QCOMPARE(offers.rejected, 2);
    QCOMPARE(offers.recycled, 1);
    QCOMPARE(offers.lost, 1);
    QCOMPARE(offers.waiting, 1);
    QCOMPARE(offers.acceptance(), 0.6);
    // Hours: a 2, b 9 and 1, c 2, e 4: the middle one is 2. d waits 1 hour: not due yet.
    QCOMPARE(offers.medianHours, 2.0);
    QCOMPARE(offers.withinPromise, 0.8);
    // All five deals came as MQL; a, b and e were accepted; a and e went beyond SQL.
    QCOMPARE(view.qualification.marketing, 5);
    QCOMPARE(view.qualification.accepted, 3);
    QCOMPARE(view.qualification.sales, 2);
    QCOMPARE(view.qualification.won, 2);
    QCOMPARE(view.qualification.lost, 1);
    QCOMPARE(view.qualification.open, 2);
    // A day's work of promise less, and b's 9 hours are in time.
    LifecycleModel patient = businessTemplate();
    patient.service.hours = 9;
    QCOMPARE(computeHandOffs(*workspace.snapshot(), patient, dealsOf(workspace), june, june.until)
                 .handOffs.first().withinPromise,
             1.0);
    // With Saturday and Sunday free, c is decided on the free Sunday: only Thursday and Friday count.
    LifecycleModel western = businessTemplate();
    western.service.week.weekend = {Qt::Saturday, Qt::Sunday};
    const HandOff other =
        computeHandOffs(*workspace.snapshot(), western, dealsOf(workspace), june, june.until)
            .handOffs.first();
    // a 0 (a Sunday), b 9 and 1, c 1 + 9 = 10, e 4.
    QCOMPARE(other.medianHours, 4.0);
    QCOMPARE(other.withinPromise, 0.6);
}

void TestHandOffs::countsReasonsAndRecycledOffers()
{
    TestWorkspace workspace;
    fill(workspace);
    const HandOffView view = computeHandOffs(*workspace.snapshot(), businessTemplate(),
                                             dealsOf(workspace), june, june.until);
    QCOMPARE(view.rejections.size(), 1);
    QCOMPARE(view.rejections.first().reason, u"No budget"_s);
    QCOMPARE(view.rejections.first().count, 2);
    QCOMPARE(view.rejections.first().amount, 5700);
    QCOMPARE(view.losses.size(), 1);
    QCOMPARE(view.losses.first().reason, u"Price"_s);
    // Another month has none of it.
    const HandOffView july = computeHandOffs(
        *workspace.snapshot(), businessTemplate(), dealsOf(workspace),
        {QDate(2025, 7, 1), QDate(2025, 7, 31)}, QDate(2025, 7, 31));
    QCOMPARE(july.qualification.marketing, 0);
    QVERIFY(july.handOffs.isEmpty() && july.rejections.isEmpty());
}

void TestHandOffs::followsTheHistoryBetweenDepartments()
{
    // The template's hand-offs: nurture (marketing) to convert (sales), convert to expand (customer
    // success). One arrives after 10 days, one after 30, one waits since 5 June, one since 1 March.
    TestWorkspace workspace;
    const auto nurtured = [&](QDate day) {
        const qint64 customer = workspace.customer();
        workspace.event(customer, day, u"demo_attended"_s);
        return customer;
    };
    workspace.purchase(nurtured(QDate(2025, 5, 1)), QDate(2025, 5, 11), 100);
    workspace.purchase(nurtured(QDate(2025, 5, 1)), QDate(2025, 5, 31), 100);
    nurtured(QDate(2025, 6, 5));
    nurtured(QDate(2025, 3, 1));
    workspace.event(nurtured(QDate(2024, 1, 1)), QDate(2025, 6, 30), u"other"_s); // before the period
    const DateRange spring{QDate(2025, 3, 1), QDate(2025, 6, 30)};
    const HandOffView view =
        computeHandOffs(*workspace.snapshot(), businessTemplate(), {}, spring, june.until);
    QCOMPARE(view.handOffs.size(), 2);
    const HandOff &first = view.handOffs[0];
    QCOMPARE(first.fromStage, u"nurture"_s);
    QCOMPARE(first.toStage, u"convert"_s);
    QCOMPARE(int(first.from), int(Department::Marketing));
    QCOMPARE(int(first.to), int(Department::Sales));
    QCOMPARE(first.offered, 4);
    QCOMPARE(first.taken, 2);
    QCOMPARE(first.waiting, 1); // 25 days
    QCOMPARE(first.lost, 1);    // 121 days, more than 90
    // At risk after 10 days: 4, one leaves: 3/4. The 25 days are censored. At 30: 2, one leaves:
    // 3/8, below a half.
    QCOMPARE(first.medianDays, 30.0);
    QVERIFY(std::isnan(first.medianHours));
    QCOMPARE(view.handOffs[1].fromStage, u"convert"_s);
    QCOMPARE(view.handOffs[1].offered, 2);
    QCOMPARE(view.handOffs[1].taken, 0);
    // The same department on both sides is no hand-off; neither is a stage without an owner.
    LifecycleModel own = businessTemplate();
    own.stages[3].accountable = Department::Marketing;
    own.stages[4].hasOwner = false;
    QVERIFY(computeHandOffs(*workspace.snapshot(), own, {}, spring, june.until).handOffs.isEmpty());
}

void TestHandOffs::velocityIsDealsTimesRateTimesAmountByDays()
{
    TestWorkspace workspace;
    fill(workspace);
    const SalesVelocity velocity =
        computeHandOffs(*workspace.snapshot(), businessTemplate(), dealsOf(workspace), june, june.until)
            .velocity;
    // Closed: a and e won, c lost. Amounts 300 and 100; a took 10 days, e 4 hours.
    QCOMPARE(velocity.deals, 3);
    QCOMPARE(velocity.won, 2);
    QCOMPARE(velocity.winRate, 2.0 / 3);
    QCOMPARE(velocity.meanAmount, 200.0);
    const double days = (10 + 4.0 / 24) / 2;
    QCOMPARE(velocity.medianDays, days);
    QCOMPARE(velocity.perDay, 3 * (2.0 / 3) * 200 / days);
}

void TestHandOffs::scoresDealsByMeddic()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 6, 30), u"seen"_s);
    const Row rows[] = {
        {"high won", customer, "SQL", at(1), -1, "", 100, {3, 3, 3, 2, 2, 2}}, // 15
        {"high won", customer, "Won", at(2)},
        {"high lost", customer, "SQL", at(1), -1, "", 100, {3, 3, 3, 3, 3, 3}},
        {"high lost", customer, "Lost", at(2)},
        {"low lost", customer, "MQL", at(1), -1, "", 100, {1, 0, -1, 1, -1, 2}}, // 4
        {"low lost", customer, "Lost", at(2)},
        {"open", customer, "SAL", at(1), 1, "", 900, {2, -1, 0, -1, 1, 2}}, // 5, later 7
        {"open", customer, "SQL", at(5), -1, "", 900, {2, -1, 2, -1, 1, 2}},
        {"unscored", customer, "MQL", at(3), -1, "", 100},
    };
    for (const Row &row : rows)
        insert(workspace, row);
    const std::vector<Deal> deals = dealsOf(workspace);
    const MeddicView view = computeMeddic(deals, june);
    QCOMPARE(view.scored, 4);
    QCOMPARE(view.unscored, 1);
    QCOMPARE(view.bands.size(), 4);
    QCOMPARE(view.bands[0].deals, 1);
    QCOMPARE(view.bands[0].winRate(), 0.0);
    QCOMPARE(view.bands[0].acceptedShare(), 0.0);
    QCOMPARE(view.bands[1].deals, 1);
    QVERIFY(std::isnan(view.bands[1].winRate())); // nothing closed
    QCOMPARE(view.bands[1].salesShare(), 1.0);
    QCOMPARE(view.bands[2].deals, 0);
    QCOMPARE(view.bands[3].deals, 2);
    QCOMPARE(view.bands[3].winRate(), 0.5);
    // Open deals: "open" lacks elements 1 and 3, "unscored" all six.
    QCOMPARE(view.openDeals.size(), 2);
    QCOMPARE(deals[view.openDeals[0].deal].reference, u"open"_s);
    QCOMPARE(view.openDeals[0].total, 7);
    QCOMPARE(view.openDeals[0].missing, 2);
    QCOMPARE(view.openDeals[1].missing, 6);
    QCOMPARE(view.elements[1].answered, 0);
    QCOMPARE(view.elements[1].missing, 2);
    QVERIFY(std::isnan(view.elements[1].meanScore));
    QCOMPARE(view.elements[2].answered, 1);
    QCOMPARE(view.elements[2].meanScore, 2.0);
}

void TestHandOffs::keepsTheOffersBehindTheNumbers()
{
    TestWorkspace workspace;
    fill(workspace);
    const HandOffView view = computeHandOffs(*workspace.snapshot(), businessTemplate(),
                                             dealsOf(workspace), june, june.until);
    const HandOff &handOff = view.handOffs.first();
    const auto count = [&](OfferOutcome outcome) {
        return std::ranges::count(handOff.offers, outcome, &Offer::outcome);
    };
    QCOMPARE(qint64(handOff.offers.size()), handOff.offered);
    QCOMPARE(qint64(count(OfferOutcome::Taken)), handOff.taken);
    QCOMPARE(qint64(count(OfferOutcome::Recycled)), handOff.recycled);
    QCOMPARE(qint64(count(OfferOutcome::Lost)), handOff.lost);
    QCOMPARE(qint64(count(OfferOutcome::Waiting)), handOff.waiting);
    QCOMPARE(qint64(std::ranges::count(handOff.offers, true, &Offer::isRejected)),
             handOff.rejected);
    const auto waiting = std::ranges::find(handOff.offers, OfferOutcome::Waiting, &Offer::outcome);
    QCOMPARE(waiting->member, (Member{0, at(30, 16)}));
    const auto lost = std::ranges::find(handOff.offers, OfferOutcome::Lost, &Offer::outcome);
    QCOMPARE(lost->reason, u"No budget"_s);
}

void TestHandOffs::findsTheCustomersOfDeals()
{
    TestWorkspace workspace;
    std::vector<qint64> ids;
    for (int i = 0; i < 4; ++i)
        ids.push_back(workspace.customer());
    workspace.event(ids[0], QDate(2025, 6, 30), u"seen"_s);
    const Row rows[] = {
        {"won", ids[0], "SQL", at(1), -1, "", 100, {3, 3, 3, 2, 2, 2}}, // 15
        {"won", ids[0], "Won", at(2)},
        {"lost", ids[1], "MQL", at(1), -1, "", 100, {1, 0, -1, 1, -1, 2}}, // 4
        {"lost", ids[1], "Lost", at(2), -1, "Price"},
        {"open", ids[2], "SAL", at(5), 1, "", 900, {2, -1, 0, -1, 1, 2}}, // 5
        {"also open", ids[2], "MQL", at(6)},
        {"earlier", ids[3], "MQL", at(1) - 40 * 86400},
    };
    for (const Row &row : rows)
        insert(workspace, row);
    const std::vector<Deal> deals = dealsOf(workspace);
    using List = std::vector<Customers::CustomerIndex>;
    const auto found = [&](const DealPlace &place) { return dealCustomers(deals, june, place); };
    DealPlace place;
    QCOMPARE(found(place), (List{0, 1, 2})); // as MQL or beyond, each customer once
    place.milestone = Milestone::Accepted;
    QCOMPARE(found(place), (List{0, 2}));
    place.milestone = Milestone::Won;
    QCOMPARE(found(place), (List{0}));
    place.kind = DealPlace::Kind::LossReason;
    place.reason = u"Price"_s;
    QCOMPARE(found(place), (List{1}));
    place.kind = DealPlace::Kind::Score;
    place.from = 5;
    place.until = 9;
    QCOMPARE(found(place), (List{2}));
    place.kind = DealPlace::Kind::Missing;
    place.element = 1;
    QCOMPARE(found(place), (List{2})); // open and never answered
}

void TestHandOffs::notesOverruleImportedScores()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 6, 30), u"seen"_s);
    insert(workspace, {"x", customer, "MQL", at(2), -1, "", 100, {1, 0, -1, 1, -1, 2}});
    const std::vector<Deal> imported = dealsOf(workspace);
    MeddicNote note;
    note.score = 3;
    note.evidence = u"Heard it from the owner"_s;
    note.time = at(20);
    MeddicNotes notes = withNote({}, u"x"_s, 0, note);
    note.score.reset(); // evidence alone changes no score
    notes = withNote(notes, u"x"_s, 1, note);
    notes = withNote(notes, u"another deal"_s, 2, note);
    std::vector<Deal> judged = imported;
    applyNotes(judged, notes);
    QCOMPARE(judged[0].meddicTotal(), imported[0].meddicTotal() + 2);
    QCOMPARE(judged[0].meddic(0)->score, 3);
    QCOMPARE(judged[0].meddic(0)->time, at(20));
    QCOMPARE(judged[0].meddic(1)->score, 0);
    QCOMPARE(judged[0].firstTime(), imported[0].firstTime());
    QVERIFY(judged[0].isOpen());
    // Taken back, nothing is left of it.
    notes = withNote(notes, u"x"_s, 0, {});
    notes = withNote(notes, u"x"_s, 1, {});
    QVERIFY(!notes.contains(u"x"_s));
}

void TestHandOffs::notesAreKeptInTheWorkspace()
{
    TestWorkspace workspace;
    workspace.commit();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    MeddicNote note;
    note.score = 0;
    note.evidence = u"\u0644\u0645 \u064A\u064F\u0630\u0643\u0631"_s;
    note.time = at(3);
    const MeddicNotes first = withNote({}, u"x"_s, 5, note);
    const MeddicNotes both = withNote(first, u"y \"quoted\""_s, 0, note);
    QVERIFY(saveMeddicNotes(*database, {}, both).ok());
    QCOMPARE(*loadMeddicNotes(*database), both);
    QVERIFY(saveMeddicNotes(*database, both, first).ok());
    QCOMPARE(*loadMeddicNotes(*database), first);
    QVERIFY(saveMeddicNotes(*database, first, {}).ok());
    QVERIFY(loadMeddicNotes(*database)->isEmpty());
    workspace.exec(u"INSERT INTO definition(kind, name, json, changed) VALUES('meddic', 'D-7', "
                   "'{\"elements\": [{\"element\": 9, \"score\": 1}]}', 0)"_s);
    workspace.commit();
    const Result<MeddicNotes> damaged = loadMeddicNotes(*database);
    QVERIFY(!damaged);
    QVERIFY(damaged.error().message.contains(u"D-7"_s));
}

void TestHandOffs::anUnchangedScoreKeepsItsFirstEvidence()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    insert(workspace, {"x", customer, "SAL", at(1), 1, "", 100, {1, -1, -1, -1, -1, -1}});
    insert(workspace, {"x", customer, "SQL", at(2), -1, "", 100, {3, 2, -1, -1, -1, -1}});
    insert(workspace, {"x", customer, "Proposal", at(3), -1, "", 100, {3, -1, -1, -1, -1, -1}});
    const Deal deal = dealsOf(workspace).front();
    const std::optional<MeddicScore> metrics = deal.meddic(0);
    QVERIFY(metrics.has_value());
    QCOMPARE(metrics->score, 3);
    QCOMPARE(metrics->time, at(2)); // where the 3 came from, not where it was repeated
    QCOMPARE(metrics->stage, u"SQL"_s);
    QCOMPARE(metrics->owner, u"Huda"_s);
    QCOMPARE(deal.meddic(1)->score, 2);
    QVERIFY(!deal.meddic(5));
}

void TestHandOffs::spendIsSharedByDaysAndStage()
{
    TestWorkspace workspace;
    workspace.cost({QDate(2025, 6, 1), QDate(2025, 6, 30)}, true, 60000, u"attract"_s, {}, 10);
    // Ten of its twenty days lie in June.
    workspace.cost({QDate(2025, 6, 21), QDate(2025, 7, 10)}, false, 40000, u"expand"_s, {}, 8);
    workspace.cost({QDate(2025, 5, 1), QDate(2025, 5, 31)}, true, 99900, u"attract"_s, {}, 99);
    workspace.cost({QDate(2025, 6, 5), QDate(2025, 6, 5)}, false, 10000, u"training"_s, {}, 1);
    const SpendView view = computeSpend(*workspace.snapshot(), businessTemplate(), june);
    QCOMPARE(view.acquisition, 600.0);
    QCOMPARE(view.retention, 300.0);
    QCOMPARE(view.acquisitionShare(), 600.0 / 900);
    QCOMPARE(view.acquisitionHoursShare(), 10.0 / 15);
    QCOMPARE(view.stages.size(), 3);
    QCOMPARE(view.stages[0].stage, u"attract"_s);
    QVERIFY(view.stages[0].isAcquisition);
    QCOMPARE(view.stages[1].stage, u"expand"_s);
    QCOMPARE(view.stages[1].amount, 200.0);
    QCOMPARE(view.stages[1].hours, 4.0);
    QCOMPARE(view.stages[1].nameArabic, u"التوسيع"_s);
    QCOMPARE(view.stages[2].stage, u"training"_s);
    QVERIFY(std::isnan(computeSpend(*workspace.snapshot(), businessTemplate(),
                                    {QDate(2020, 1, 1), QDate(2020, 1, 31)})
                           .acquisitionShare()));
}

QTEST_GUILESS_MAIN(TestHandOffs)
#include "tst_handoffs.moc"
