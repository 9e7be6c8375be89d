#include "models/lifecycle/ruleentries.h"
#include "models/lifecycle/rulesegments.h"
#include "models/lifecycle/stagefacts.h"
#include "models/lifecycle/stagehistory.h"
#include "models/lifecycle/turningpoint.h"
#include "models/segments/facts.h"
#include "models/segments/store.h"
#include "tests/support/testworkspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Lifecycle;

/// Stages whose entry or exit is a rule of segments.
class TestStageRules : public QObject
{
    Q_OBJECT

private slots:
    void readsBackAsWritten();
    void refusesABadRuleByItsPlace_data();
    void refusesABadRuleByItsPlace();
    void aRuleEntersAtTheFirstMonthEndAtWhichItHolds();
    void theFunnelCountsRuleEntries();
    void whatHasNoHistoryIsJudgedOnTheLastDay();
    void whoMeetsTheExitRuleHasLeft();
    void tellsCirclesAndUnknownStages();
    void tellsCirclesThroughSegments();
    void tellsWhatNoStageCanAskASegmentFor();
    void aSegmentLeadsIntoAStageWhenItsRuleHolds();
    void aFixedListLeadsIntoAStageOnTheLastDay();
    void tellsWhatTheDataDoNotHave();
    void aWinTurnsLikeAFirstPurchase();
    void aSurveyScoreLeadsIntoAStage();
    void aSurveyThatNobodyAnsweredIsAProblem();
};

namespace {

Segments::Rule rule(const QByteArray &json)
{
    const Result<Segments::Rule> parsed =
        Segments::parseRule(QJsonDocument::fromJson(json).object());
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().message));
    return *parsed;
}

/// visit → big (revenue of 100 or more) | loyal (second purchase)
LifecycleModel lifecycle()
{
    LifecycleModel model{u"rules"_s, {}};
    const auto add = [&](const QString &id, Side side, EntryRule entry) {
        Stage stage;
        stage.id = id;
        stage.nameEnglish = id;
        stage.nameArabic = id;
        stage.side = side;
        stage.entry = std::move(entry);
        model.stages.append(stage);
    };
    add(u"visit"_s, Side::ValueCreation, {{u"visit"_s}, 0});
    add(u"big"_s, Side::ValueCreation,
        {{}, 0, rule(R"({"field": "monetary", "op": ">=", "value": 100})")});
    add(u"loyal"_s, Side::ValueExpansion, {{}, 2});
    return model;
}

std::int64_t endOf(QDate day) { return epochSeconds(day.addDays(1)) - 1; }

} // namespace

void TestStageRules::readsBackAsWritten()
{
    LifecycleModel model = lifecycle();
    model.stages[0].exit = rule(R"({"field": "recency_days", "op": ">", "value": 90})");
    model.stages[0].colour = u"plum"_s;
    model.service.hours = 4.5;
    model.service.week = {{Qt::Sunday}, 9, 18};
    model.service.lossAfterDays = 30;
    const Result<LifecycleModel> again = fromJson(toJson(model));
    QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().message));
    QVERIFY(*again == model);
    // A file from before these fields means the defaults.
    QJsonObject old = toJson(lifecycle());
    old.remove(u"service_level"_s);
    QCOMPARE(fromJson(old)->service.week.weekend, (QList<Qt::DayOfWeek>{Qt::Friday, Qt::Saturday}));
}

void TestStageRules::refusesABadRuleByItsPlace_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("named");
    QTest::newRow("entry rule") << QByteArray("entry") << QByteArray(R"({"rule": {"all": [{"field": "x", "op": "~"}]}})")
                                << u"stages[0].entry.rule.all[0].op"_s;
    QTest::newRow("exit rule") << QByteArray("exit") << QByteArray(R"({"some": 1})") << u"stages[0].exit"_s;
    QTest::newRow("colour") << QByteArray("colour") << QByteArray(R"("pink")") << u"stages[0].colour"_s;
}

void TestStageRules::refusesABadRuleByItsPlace()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QString, named);
    QJsonObject json = toJson(lifecycle());
    QJsonArray stages = json[u"stages"].toArray();
    QJsonObject first = stages[0].toObject();
    first.insert(QString::fromLatin1(field),
                 QJsonDocument::fromJson("[" + value + "]").array().first());
    stages[0] = first;
    json[u"stages"_s] = stages;
    const Result<LifecycleModel> model = fromJson(json);
    QVERIFY(!model.ok());
    QVERIFY2(model.error().message.contains(named), qPrintable(model.error().message));
}

void TestStageRules::aRuleEntersAtTheFirstMonthEndAtWhichItHolds()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.purchase(customer, QDate(2025, 1, 20), 6000);
    workspace.purchase(customer, QDate(2025, 2, 10), 5000); // together 110
    const qint64 other = workspace.customer();
    workspace.event(other, QDate(2025, 3, 15), u"visit"_s);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const StageHistory history = deriveHistory(*snapshot, lifecycle());
    QCOMPARE(history.entries.size(), std::size_t(4));
    QCOMPARE(int(history.entries[0].stage), 0);
    QCOMPARE(int(history.entries[1].stage), 2); // the second purchase, on 10 February
    QCOMPARE(int(history.entries[2].stage), 1);
    QCOMPARE(history.entries[2].time, endOf(QDate(2025, 2, 28)));
    QCOMPARE(history.entries[2].row, 0U);
    QVERIFY(!history.entries[2].fromPurchase);
    QCOMPARE(int(history.entries[3].customer), 1);
}

void TestStageRules::theFunnelCountsRuleEntries()
{
    TestWorkspace workspace;
    for (const qint64 amount : {6000, 12000, 30000}) {
        const qint64 customer = workspace.customer();
        workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
        workspace.purchase(customer, QDate(2025, 1, 20), amount);
    }
    workspace.event(workspace.customer(), QDate(2025, 3, 5), u"visit"_s);
    LifecycleQuery query;
    query.period = {QDate(2025, 1, 1), QDate(2025, 3, 31)};
    const Result<LifecycleView> view = computeLifecycle(*workspace.snapshot(), lifecycle(), query);
    QVERIFY(view.ok());
    QCOMPARE(view->funnel.levels[0].count, 4);
    QVERIFY(view->funnel.levels[1].observed);
    QCOMPARE(view->funnel.levels[1].count, 2);
}

void TestStageRules::whatHasNoHistoryIsJudgedOnTheLastDay()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer({.city = u"Riyadh"_s});
    workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.event(workspace.customer({.city = u"Jeddah"_s}), QDate(2025, 3, 15), u"visit"_s);
    LifecycleModel model = lifecycle();
    // An attribute holds as soon as the customer is known; a stage only on the last day.
    model.stages[1].entry.rule = rule(R"({"field": "city", "op": "=", "value": "Riyadh"})");
    RuleEntries entries = ruleEntries(*workspace.snapshot(), model);
    QCOMPARE(entries.entries.size(), std::size_t(1));
    QCOMPARE(entries.entries[0].time, endOf(QDate(2025, 1, 31)));
    // Lifetime values are not among these columns: nobody enters, and nothing breaks.
    model.stages[1].entry.rule = rule(R"({"field": "clv", "op": ">", "value": 0})");
    entries = ruleEntries(*workspace.snapshot(), model);
    QVERIFY(entries.entries.empty());
    QCOMPARE(entries.observable, 0U);
}

void TestStageRules::whoMeetsTheExitRuleHasLeft()
{
    TestWorkspace workspace;
    const qint64 silent = workspace.customer();
    workspace.event(silent, QDate(2025, 1, 5), u"visit"_s);
    workspace.purchase(silent, QDate(2025, 1, 6), 100);
    const qint64 active = workspace.customer();
    workspace.event(active, QDate(2025, 1, 5), u"visit"_s);
    workspace.purchase(active, QDate(2025, 6, 15), 100);
    LifecycleModel model = lifecycle();
    model.stages[0].exit = rule(R"({"field": "recency_days", "op": ">", "value": 60})");
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const std::vector<StageExit> exits =
        deriveExits(*snapshot, model, deriveHistory(*snapshot, model));
    // 6 January to 31 March are 84 days; to 28 February only 53.
    QCOMPARE(exits.size(), std::size_t(1));
    QCOMPARE(int(exits[0].customer), 0);
    QCOMPARE(exits[0].time, endOf(QDate(2025, 3, 31)));
    const Segments::StageFacts facts = stageFacts(*snapshot, model);
    QCOMPARE(facts.current, (std::vector<std::int16_t>{-1, 0}));
    QCOMPARE(facts.ids, (QStringList{u"visit"_s, u"big"_s, u"loyal"_s}));
}

void TestStageRules::tellsCirclesAndUnknownStages()
{
    LifecycleModel model = lifecycle();
    for (Stage &stage : model.stages)
        stage.hasOwner = true;
    QCOMPARE(problems(model), QStringList());
    model.stages[0].entry = {{}, 0, rule(R"({"field": "stage", "op": "=", "value": "big"})")};
    model.stages[1].entry = {{}, 0, rule(R"({"any": [{"field": "stage", "op": "in", "value": ["loyal", "visit"]}]})")};
    const QStringList found = problems(model);
    QVERIFY2(found.join(u' ').contains(u"visit → big → visit"_s), qPrintable(found.join(u' ')));
    model = lifecycle();
    model.stages[2].exit = rule(R"({"field": "stage", "op": "=", "value": "moon"})");
    QVERIFY2(problems(model).join(u' ').contains(u"\"moon\""_s), qPrintable(problems(model).join(u' ')));
}

void TestStageRules::tellsCirclesThroughSegments()
{
    LifecycleModel model = lifecycle();
    model.stages[0].entry = {{}, 0, rule(R"({"field": "segment", "op": "=", "value": "Old hands"})")};
    Segments::Segment segment;
    segment.name = u"Old hands"_s;
    segment.rule = rule(R"({"field": "stage", "op": "=", "value": "visit"})");
    Segments::Segment between;
    between.name = u"Between"_s;
    between.rule = rule(R"({"field": "segment", "op": "=", "value": "Old hands"})");
    const QString circle = problems(model, Language::English, {segment}).join(u' ');
    QVERIFY2(circle.contains(u"leads back to itself"_s) && circle.contains(u"Old hands"_s)
                 && circle.contains(u"Take the stage out of the segment's rule"_s),
             qPrintable(circle));
    // Through two segments, on the data too, where nothing else is said about the stage.
    model.stages[0].entry = {{}, 0, rule(R"({"field": "segment", "op": "=", "value": "Between"})")};
    TestWorkspace workspace;
    workspace.purchase(workspace.customer(), QDate(2025, 1, 6), 10000);
    const QString longer =
        problems(model, *workspace.snapshot(), Language::English, {segment, between}).join(u' ');
    QVERIFY2(longer.contains(u"Between"_s) && longer.contains(u"Old hands"_s), qPrintable(longer));
    QVERIFY2(!longer.contains(u"\"visit\" yet"_s), qPrintable(longer));
    // Without a way back there is nothing to tell.
    segment.rule = rule(R"({"field": "frequency", "op": ">", "value": 3})");
    model.stages[2].exit = model.stages[0].entry.rule;
    QCOMPARE(problems(model, Language::English, {segment, between}), QStringList());
}

void TestStageRules::tellsWhatNoStageCanAskASegmentFor()
{
    LifecycleModel model = lifecycle();
    Segments::Segment worthy;
    worthy.name = u"Worthy"_s;
    worthy.rule = rule(R"({"field": "clv", "op": ">", "value": 3})");
    const Segments::Rule asks = rule(R"({"field": "segment", "op": "=", "value": "Worthy"})");
    for (const bool exits : {false, true}) {
        LifecycleModel asking = model;
        if (exits)
            asking.stages[1].exit = asks;
        else
            asking.stages[1].entry = {{}, 0, asks};
        const QString unknown = problems(asking).join(u' ');
        QVERIFY2(unknown.contains(u"Worthy"_s) && unknown.contains(u"does not exist"_s),
                 qPrintable(unknown));
        const QStringList told = problems(asking, Language::English, {worthy});
        QCOMPARE(told.size(), 1);
        QVERIFY2(told[0].contains(u"Worthy"_s) && told[0].contains(u"\"big\""_s)
                     && told[0].contains(u"holds for nobody"_s),
                 qPrintable(told[0]));
    }
    model.stages[1].entry = {{}, 0, rule(R"({"field": "stage", "op": "=", "value": "visit"})")};
    QCOMPARE(problems(model).size(), 1);
    QVERIFY2(problems(model)[0].contains(u"holds for nobody"_s), qPrintable(problems(model)[0]));
}

void TestStageRules::aSegmentLeadsIntoAStageWhenItsRuleHolds()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.purchase(customer, QDate(2025, 1, 20), 6000);
    workspace.purchase(customer, QDate(2025, 2, 10), 5000); // together 110
    workspace.event(workspace.customer(), QDate(2025, 3, 15), u"visit"_s);
    Segments::Segment spenders;
    spenders.name = u"Spenders"_s;
    spenders.rule = rule(R"({"field": "monetary", "op": ">=", "value": 100})");
    Segments::Segment through; // through another segment
    through.name = u"Through"_s;
    through.rule = rule(R"({"field": "segment", "op": "=", "value": "Spenders"})");
    LifecycleModel model = lifecycle();
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const StageHistory written = deriveHistory(*snapshot, model); // the rule itself
    model.stages[1].entry = {{}, 0, rule(R"({"field": "segment", "op": "=", "value": "Through"})")};
    QCOMPARE(deriveHistory(*snapshot, model).entries.size(), written.entries.size() - 1);
    const Result<LifecycleModel> ready = withSegments(model, {through, spenders}, {});
    QVERIFY(ready.ok());
    QVERIFY(*ready == model); // the definition is the same
    const StageHistory asked = deriveHistory(*snapshot, *ready);
    QCOMPARE(asked.entries.size(), written.entries.size());
    for (std::size_t i = 0; i < asked.entries.size(); ++i) {
        QCOMPARE(asked.entries[i].stage, written.entries[i].stage);
        QCOMPARE(asked.entries[i].time, written.entries[i].time);
    }
    QCOMPARE(problems(*ready, *snapshot, Language::English, {through, spenders}), QStringList());
    // As an exit rule it leads out at the end of the same month.
    LifecycleModel leaving = lifecycle();
    leaving.stages[0].exit = model.stages[1].entry.rule;
    leaving.stages[1].entry = {{u"never"_s}, 0};
    leaving.stages[2].entry = {{u"never"_s}, 0};
    const Result<LifecycleModel> left = withSegments(leaving, {through, spenders}, {});
    QVERIFY(left.ok());
    const std::vector<StageExit> exits =
        deriveExits(*snapshot, *left, deriveHistory(*snapshot, *left));
    QCOMPARE(exits.size(), std::size_t(1));
    QCOMPARE(exits[0].time, endOf(QDate(2025, 2, 28)));
}

void TestStageRules::aFixedListLeadsIntoAStageOnTheLastDay()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.event(workspace.customer(), QDate(2025, 3, 15), u"visit"_s);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    Result<Database> database = workspace.workspace().connect(Database::Mode::ReadWrite);
    QVERIFY(database.ok());
    const Result<QStringList> references = Segments::referencesOf(*database, *snapshot, {0});
    QVERIFY(references.ok());
    Segments::Segment invited;
    invited.name = u"Invited"_s;
    invited.customers = *references;
    QVERIFY(Segments::save(*database, invited).ok());
    LifecycleModel model = lifecycle();
    model.stages[1].entry = {{}, 0, rule(R"({"field": "segment", "op": "=", "value": "Invited"})")};
    const Result<LifecycleModel> ready = withSegments(*database, *snapshot, model);
    QVERIFY(ready.ok());
    const StageHistory history = deriveHistory(*snapshot, *ready);
    QCOMPARE(history.entries.size(), std::size_t(3));
    QCOMPARE(int(history.entries[1].customer), 0);
    QCOMPARE(int(history.entries[1].stage), 1);
    QCOMPARE(history.entries[1].time, endOf(QDate(2025, 3, 15)));
    // The history that the workspace keeps follows the segment.
    const auto changes = [&] {
        const auto kept = keepHistory(workspace.workspace(), *snapshot, model);
        return kept ? int(kept->added) : -1;
    };
    QCOMPARE(changes(), 3);
    QCOMPARE(changes(), 0);
    const Result<QStringList> both = Segments::referencesOf(*database, *snapshot, {0, 1});
    invited.customers = *both;
    QVERIFY(Segments::save(*database, invited).ok());
    QCOMPARE(changes(), 1);
}

void TestStageRules::tellsWhatTheDataDoNotHave()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, QDate(2025, 1, 6), 10000);
    LifecycleModel model = lifecycle();
    model.stages[1].entry.rule = rule(R"({"field": "sectr", "op": "=", "value": "Retail"})");
    const QStringList found = problems(model, *workspace.snapshot());
    const QString all = found.join(u' ');
    QVERIFY2(all.contains(u"\"sectr\""_s), qPrintable(all));
    QVERIFY2(all.contains(u"\"visit\" yet"_s), qPrintable(all)); // no such event
    QVERIFY2(!all.contains(u"\"loyal\" yet"_s), qPrintable(all)); // purchases are there
    QCOMPARE(problems(lifecycle(), *TestWorkspace().snapshot()), QStringList()); // nothing to judge by
}

void TestStageRules::aWinTurnsLikeAFirstPurchase()
{
    TestWorkspace workspace;
    const qint64 won = workspace.customer();
    workspace.event(won, QDate(2025, 1, 5), u"deal_won"_s);
    workspace.purchase(won, QDate(2025, 1, 9), 100);
    const qint64 bought = workspace.customer();
    workspace.purchase(bought, QDate(2025, 1, 3), 100);
    workspace.event(bought, QDate(2025, 1, 4), u"contract_signed"_s);
    workspace.event(workspace.customer(), QDate(2025, 1, 4), u"deal_lost"_s);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const std::vector<std::int64_t> times = turningTimes(*snapshot, TurningRule::FirstPurchase);
    QCOMPARE(times.size(), std::size_t(3));
    QCOMPARE(qint64(times[0]), epochSeconds(QDate(2025, 1, 5)));
    QCOMPARE(qint64(times[1]), epochSeconds(QDate(2025, 1, 3)));
    QCOMPARE(times[2], never);
    // The second purchase is a purchase.
    QCOMPARE(turningTimes(*snapshot, TurningRule::SecondPurchase)[0], never);
}

void TestStageRules::aSurveyScoreLeadsIntoAStage()
{
    // Promoter: the latest NPS is 9 or 10.
    LifecycleModel model = lifecycle();
    model.stages[1].entry.rule = rule(R"({"field": "survey.nps", "op": ">=", "value": 9})");
    TestWorkspace workspace;
    const qint64 promoter = workspace.customer();
    const qint64 once = workspace.customer();
    const qint64 late = workspace.customer();
    for (const qint64 customer : {promoter, once, late})
        workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.event(promoter, QDate(2025, 4, 10), u"visit"_s);
    workspace.survey(promoter, QDate(2025, 2, 3), u"nps"_s, 10);
    workspace.survey(once, QDate(2025, 2, 3), u"nps"_s, 9);
    workspace.survey(once, QDate(2025, 2, 20), u"nps"_s, 4); // no promoter at the month's end
    workspace.survey(late, QDate(2025, 4, 25), u"nps"_s, 9); // after the last event
    workspace.survey(once, QDate(2025, 2, 3), u"csat"_s, 10);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    QCOMPARE(snapshot->surveys.size(), 2);
    QCOMPARE(snapshot->surveys[0].instrument, u"csat"_s);
    const RuleEntries entries = ruleEntries(*snapshot, model);
    QCOMPARE(entries.entries.size(), std::size_t(2));
    QCOMPARE(snapshot->id(entries.entries[0].customer).value, promoter);
    QCOMPARE(entries.entries[0].time, endOf(QDate(2025, 2, 28)));
    QCOMPARE(snapshot->id(entries.entries[1].customer).value, late);
    QCOMPARE(entries.entries[1].time, endOf(QDate(2025, 4, 10))); // the last day knows everything
    QCOMPARE(problems(model, *snapshot).size(), problems(model).size() + 1); // "loyal": nobody buys
}

void TestStageRules::aSurveyThatNobodyAnsweredIsAProblem()
{
    LifecycleModel model = lifecycle();
    model.stages[1].entry.rule = rule(R"({"field": "survey.npss", "op": ">=", "value": 9})");
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, QDate(2025, 1, 5), u"visit"_s);
    workspace.survey(customer, QDate(2025, 2, 3), u"nps"_s, 10);
    const QStringList found = problems(model, *workspace.snapshot());
    QVERIFY2(std::ranges::any_of(found,
                                 [](const QString &problem) {
                                     return problem.contains(u"survey.npss"_s)
                                            && problem.contains(u"survey.nps\""_s);
                                 }),
             qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStageRules)
#include "tst_stagerules.moc"
