#include "models/lifecycle/lifecycle.h"
#include "tests/support/testworkspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace Lifecycle;

class TestLifecycle : public QObject
{
    Q_OBJECT

private slots:
    void templatesAreWithoutProblems_data();
    void templatesAreWithoutProblems();
    void turningPointIsTheFirstExpansionStage();
    void readsBackAsWritten_data();
    void readsBackAsWritten();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void tellsProblemsWithTheirRemedy_data();
    void tellsProblemsWithTheirRemedy();
    void problemsNameStagesInTheReadersLanguage();
    void storesTheLifecycleInTheWorkspace();
    void historyHoldsTheFirstEntryOfEachStage();
    void purchasesOfOneDayCountOnceAndRefundsDoNot();
    void countsFirstEntriesWithinThePeriod();
    void stagesMustFollowInOrder();
    void windowLimitIsIncluded();
    void entriesTooYoungForTheWindowAreStillOpen();
    void comparisonIsFollowedEquallyLong();
    void passesOverStagesThatNoRowCanFill();
    void breaksDownByAnAttribute();
    void refusesAnImpossibleQuery();
    void saysItsDefinitionInBothLanguages();
    void countsNeverRise_data();
    void countsNeverRise();
    void stopsWhenCancelled();
};

namespace {

/// visit → form → first purchase | second purchase or upgrade
LifecycleModel smallLifecycle()
{
    LifecycleModel lifecycle{u"small"_s, {}};
    const auto add = [&](const QString &id, Side side, EntryRule rule) {
        Stage stage;
        stage.id = id;
        stage.nameEnglish = id;
        stage.nameArabic = id;
        stage.side = side;
        stage.entry = std::move(rule);
        lifecycle.stages.append(stage);
    };
    add(u"visit"_s, Side::ValueCreation, {{u"visit"_s, u"click"_s}, 0});
    add(u"form"_s, Side::ValueCreation, {{u"form"_s}, 0});
    add(u"buy"_s, Side::ValueCreation, {{}, 1});
    add(u"again"_s, Side::ValueExpansion, {{u"upgrade"_s}, 2});
    return lifecycle;
}

qint64 at(int day, int hour = 0)
{
    return epochSeconds(QDate(2025, 1, 1).addDays(day - 1)) + hour * 3600;
}

const DateRange january{QDate(2025, 1, 1), QDate(2025, 1, 31)};

QList<qint64> counts(const LifecycleView &view)
{
    QList<qint64> result;
    for (const StageLevel &level : view.funnel.levels)
        result.append(level.count);
    return result;
}

LifecycleView compute(TestWorkspace &workspace, const LifecycleQuery &query)
{
    const Result<LifecycleView> view =
        computeLifecycle(*workspace.snapshot(), smallLifecycle(), query);
    if (!view)
        qFatal("%s", qPrintable(view.error().message));
    return *view;
}

} // namespace

void TestLifecycle::templatesAreWithoutProblems_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<int>("which");
    QTest::newRow("consumer") << QStringList{u"awareness"_s, u"consideration"_s, u"purchase"_s,
                                             u"retention"_s, u"advocacy"_s}
                              << 0;
    QTest::newRow("B2B") << QStringList{u"attract"_s, u"capture"_s, u"nurture"_s, u"convert"_s,
                                        u"expand"_s}
                         << 1;
    QTest::newRow("B2B with advocacy")
        << QStringList{u"attract"_s, u"capture"_s, u"nurture"_s, u"convert"_s,
                       u"retain"_s,  u"expand"_s,  u"advocate"_s}
        << 2;
}

void TestLifecycle::templatesAreWithoutProblems()
{
    QFETCH(QStringList, ids);
    QFETCH(int, which);
    const LifecycleModel lifecycle = which == 0   ? consumerTemplate()
                                     : which == 1 ? businessTemplate()
                                                  : businessTemplateWithAdvocacy();
    QCOMPARE(problems(lifecycle), QStringList());
    QStringList found;
    for (const Stage &stage : lifecycle.stages) {
        found.append(stage.id);
        QVERIFY(!stage.nameEnglish.isEmpty() && !stage.playbookEnglish.isEmpty());
        QVERIFY(std::any_of(stage.nameArabic.begin(), stage.nameArabic.end(),
                            [](QChar c) { return c.script() == QChar::Script_Arabic; }));
        QVERIFY(std::any_of(stage.playbookArabic.begin(), stage.playbookArabic.end(),
                            [](QChar c) { return c.script() == QChar::Script_Arabic; }));
    }
    QCOMPARE(found, ids);
}

void TestLifecycle::turningPointIsTheFirstExpansionStage()
{
    QCOMPARE(businessTemplate().turningPoint(), 4);
    QCOMPARE(businessTemplateWithAdvocacy().turningPoint(), 4);
    QCOMPARE(consumerTemplate().turningPoint(), 3);
    LifecycleModel lifecycle = smallLifecycle();
    lifecycle.stages.removeLast();
    QCOMPARE(lifecycle.turningPoint(), -1);
}

void TestLifecycle::readsBackAsWritten_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("consumer") << 0;
    QTest::newRow("B2B") << 1;
    QTest::newRow("with advocacy") << 2;
    QTest::newRow("a stage that nobody owns") << 3;
}

void TestLifecycle::readsBackAsWritten()
{
    QFETCH(int, which);
    LifecycleModel lifecycle = which == 0   ? consumerTemplate()
                               : which == 2 ? businessTemplateWithAdvocacy()
                                            : businessTemplate();
    if (which == 3)
        lifecycle.stages[1].hasOwner = false;
    // Through text, as in a file.
    const QByteArray text = QJsonDocument(toJson(lifecycle)).toJson();
    const Result<LifecycleModel> read = fromJson(QJsonDocument::fromJson(text).object());
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(toJson(*read), toJson(lifecycle));
    if (which != 3)
        QVERIFY(*read == lifecycle);
}

void TestLifecycle::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown field")
        << QByteArray(R"({"name": "x", "stages": [{"id": "a"}], "colour": "red"})")
        << u"\"colour\""_s;
    QTest::newRow("unknown field of a stage")
        << QByteArray(R"({"stages": [{"id": "a", "owner": "sales"}]})") << u"\"stages[0].owner\""_s;
    QTest::newRow("unknown field of a rule")
        << QByteArray(R"({"stages": [{"id": "a", "entry": {"event": "x"}}]})")
        << u"\"stages[0].entry.event\""_s;
    QTest::newRow("unknown department")
        << QByteArray(R"({"stages": [{"id": "a", "accountable": "legal"}]})")
        << u"\"stages[0].accountable\""_s;
    QTest::newRow("unknown contributor")
        << QByteArray(R"({"stages": [{"id": "a", "contributing": ["legal"]}]})")
        << u"\"stages[0].contributing\""_s;
    QTest::newRow("unknown side") << QByteArray(R"({"stages": [{"id": "a", "side": "left"}]})")
                                  << u"\"stages[0].side\""_s;
    QTest::newRow("no id") << QByteArray(R"({"stages": [{"name_en": "a"}]})")
                           << u"\"stages[0].id\""_s;
    QTest::newRow("no stages") << QByteArray(R"({"name": "x"})") << u"\"stages\""_s;
    QTest::newRow("target above 1")
        << QByteArray(R"({"stages": [{"id": "a", "target": 40}]})") << u"\"stages[0].target\""_s;
    QTest::newRow("half a purchase")
        << QByteArray(R"({"stages": [{"id": "a", "entry": {"purchase_number": 1.5}}]})")
        << u"\"stages[0].entry.purchase_number\""_s;
    QTest::newRow("another kind") << QByteArray(R"({"kind": "funnel", "stages": [{"id": "a"}]})")
                                  << u"\"kind\""_s;
}

void TestLifecycle::refusesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(document.isObject());
    const Result<LifecycleModel> read = fromJson(document.object());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Definition);
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

void TestLifecycle::tellsProblemsWithTheirRemedy_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("told");
    QTest::newRow("no owner") << 0 << u"Nobody is accountable for the stage \"form\""_s;
    QTest::newRow("no rule") << 1 << u"No rule leads into the stage \"form\""_s;
    QTest::newRow("same id") << 2 << u"Two stages have the id \"visit\""_s;
    QTest::newRow("no expansion") << 3 << u"no turning point"_s;
    QTest::newRow("creation behind expansion") << 4 << u"Move it before the turning point"_s;
    QTest::newRow("purchase already used") << 5 << u"nobody can reach it"_s;
    QTest::newRow("no stage") << 6 << u"has no stage"_s;
}

void TestLifecycle::tellsProblemsWithTheirRemedy()
{
    QFETCH(int, fault);
    QFETCH(QString, told);
    LifecycleModel lifecycle = smallLifecycle();
    QCOMPARE(problems(lifecycle), QStringList());
    switch (fault) {
    case 0:
        lifecycle.stages[1].hasOwner = false;
        break;
    case 1:
        lifecycle.stages[1].entry = {};
        break;
    case 2:
        lifecycle.stages[1].id = u"visit"_s;
        break;
    case 3:
        lifecycle.stages[3].side = Side::ValueCreation;
        break;
    case 4:
        lifecycle.stages[1].side = Side::ValueExpansion;
        break;
    case 5:
        lifecycle.stages[3].entry = {{}, 1};
        break;
    case 6:
        lifecycle.stages.clear();
        break;
    default:
        QFAIL("no such fault");
    }
    const QStringList found = problems(lifecycle);
    QVERIFY2(!found.isEmpty() && found.join(u'\n').contains(told), qPrintable(found.join(u'\n')));
}

void TestLifecycle::problemsNameStagesInTheReadersLanguage()
{
    LifecycleModel lifecycle = smallLifecycle();
    lifecycle.stages[1].hasOwner = false;
    lifecycle.stages[1].nameArabic = u"النموذج"_s;
    QVERIFY(problems(lifecycle, Language::English).first().contains(u"\"form\""_s));
    QVERIFY(problems(lifecycle, Language::Arabic).first().contains(u"النموذج"_s));
    lifecycle.stages[1].nameArabic.clear();
    QVERIFY(problems(lifecycle, Language::Arabic).first().contains(u"\"form\""_s));
}

void TestLifecycle::storesTheLifecycleInTheWorkspace()
{
    TestWorkspace workspace;
    const Result<LifecycleModel> untouched = load(workspace.database());
    QVERIFY(untouched.ok());
    QVERIFY(*untouched == businessTemplate());
    LifecycleModel mine = smallLifecycle();
    QVERIFY(save(workspace.database(), consumerTemplate()).ok());
    QVERIFY(save(workspace.database(), mine).ok());
    mine.stages[0].nameArabic = u"زيارة"_s;
    QVERIFY(save(workspace.database(), mine).ok());
    const Result<LifecycleModel> loaded = load(workspace.database());
    QVERIFY(loaded.ok());
    QVERIFY(*loaded == mine);
    QCOMPARE(workspace.integer(u"SELECT count(*) FROM definition WHERE kind = 'lifecycle'"_s), 2);
}

void TestLifecycle::historyHoldsTheFirstEntryOfEachStage()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.customer();
    workspace.event(customer, at(5), u"form"_s);
    const qint64 click = workspace.event(customer, at(2), u"click"_s);
    workspace.event(customer, at(3), u"visit"_s);
    workspace.event(customer, at(3), u"unrelated"_s);
    workspace.purchase(customer, at(7), 100);
    const qint64 second = workspace.purchase(customer, at(9), 100);
    workspace.event(customer, at(11), u"upgrade"_s);
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const StageHistory history = deriveHistory(*snapshot, smallLifecycle());
    QCOMPARE(history.first, (std::vector<std::uint32_t>{0, 4, 4}));
    QCOMPARE(history.entries.size(), 4u);
    QCOMPARE(history.entries[0].stage, 0);
    QCOMPARE(history.entries[0].time, at(2));
    QCOMPARE(history.entries[0].row, std::uint32_t(click));
    QVERIFY(!history.entries[0].fromPurchase);
    QCOMPARE(history.entries[3].stage, 3);
    QCOMPARE(history.entries[3].time, at(9)); // the second purchase came before the upgrade
    QCOMPARE(history.entries[3].row, std::uint32_t(second));
    QVERIFY(history.entries[3].fromPurchase);
}

void TestLifecycle::purchasesOfOneDayCountOnceAndRefundsDoNot()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, at(1), -50);
    workspace.purchase(customer, at(2, 9), 100);
    workspace.purchase(customer, at(2, 18), 100);
    workspace.purchase(customer, at(4), 100);
    const StageHistory history = deriveHistory(*workspace.snapshot(), smallLifecycle());
    QCOMPARE(history.entries.size(), 2u);
    QCOMPARE(history.entries[0].time, at(2, 9));
    QCOMPARE(history.entries[1].time, at(4));
}

void TestLifecycle::countsFirstEntriesWithinThePeriod()
{
    TestWorkspace workspace;
    const qint64 early = workspace.customer();
    workspace.event(early, at(-10),
                    u"visit"_s); // entered before the period, so the later visit is no entry
    workspace.event(early, at(3), u"visit"_s);
    const qint64 full = workspace.customer();
    workspace.event(full, at(1), u"visit"_s);
    workspace.event(full, at(3), u"form"_s);
    workspace.purchase(full, at(40), 100); // after the period: the entry alone is limited
    workspace.purchase(full, at(50), 100);
    const qint64 stopped = workspace.customer();
    workspace.event(stopped, at(31, 23), u"click"_s);
    workspace.event(stopped, at(35, 23), u"form"_s);
    const qint64 late = workspace.customer();
    workspace.event(late, at(32), u"visit"_s);

    const LifecycleView view = compute(workspace, {january, {}, 0, {}});
    QCOMPARE(counts(view), (QList<qint64>{2, 2, 1, 1}));
    const QList<StageLevel> &levels = view.funnel.levels;
    QVERIFY(std::isnan(levels[0].stepRate));
    QCOMPARE(levels[2].stepRate, 0.5);
    QCOMPARE(levels[2].shareOfAll, 0.5);
    QCOMPARE(levels[2].dropOff, 1);
    QCOMPARE(levels[1].medianDays, 3.0); // 2 and 4 days
    QCOMPARE(levels[2].previousCount, -1);
    QCOMPARE(view.funnel.contactToCustomer, 0.5);
    QCOMPARE(view.funnel.turnedShare, 0.5);
    QCOMPARE(view.funnel.medianDaysToTurn, 49.0);
}

void TestLifecycle::stagesMustFollowInOrder()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, at(1), u"form"_s); // before the entry
    workspace.event(customer, at(2), u"visit"_s);
    workspace.event(customer, at(3), u"other"_s);
    workspace.purchase(customer, at(4), 100);
    QCOMPARE(counts(compute(workspace, {january, {}, 0, {}})), (QList<qint64>{1, 0, 0, 0}));
    workspace.event(customer, at(3), u"form"_s);
    QCOMPARE(counts(compute(workspace, {january, {}, 0, {}})), (QList<qint64>{1, 1, 1, 0}));
}

void TestLifecycle::windowLimitIsIncluded()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.event(customer, at(1), u"visit"_s);
    workspace.event(customer, at(8), u"form"_s);
    workspace.purchase(customer, at(20), 100);
    QCOMPARE(counts(compute(workspace, {january, {}, 7, {}})), (QList<qint64>{1, 1, 0, 0}));
    QCOMPARE(counts(compute(workspace, {january, {}, 6, {}})), (QList<qint64>{1, 0, 0, 0}));
    QCOMPARE(counts(compute(workspace, {january, {}, 19, {}})),
             (QList<qint64>{1, 1, 1, 0})); // from the entry
}

void TestLifecycle::entriesTooYoungForTheWindowAreStillOpen()
{
    TestWorkspace workspace;
    for (const int day : {1, 15, 28}) {
        const qint64 customer = workspace.customer();
        workspace.event(customer, at(day), u"visit"_s);
    }
    const qint64 customer = workspace.customer();
    workspace.event(customer, at(29), u"visit"_s);
    workspace.event(customer, at(30), u"form"_s);
    workspace.purchase(workspace.customer(), at(30), 100); // so that the third stage is observed
    const LifecycleView view = compute(workspace, {january, {}, 10, {}});
    QCOMPARE(view.funnel.levels[0].stillOpen, 0);
    QCOMPARE(view.funnel.levels[1].stillOpen, 1); // of the 28th; data ends with January
    QCOMPARE(view.funnel.levels[2].stillOpen, 1);
    QCOMPARE(compute(workspace, {january, {}, 0, {}}).funnel.levels[1].stillOpen, 0);
}

void TestLifecycle::comparisonIsFollowedEquallyLong()
{
    TestWorkspace workspace;
    const DateRange december{QDate(2024, 12, 1), QDate(2024, 12, 31)};
    const qint64 before = workspace.customer();
    workspace.event(before, at(-20), u"visit"_s);
    workspace.event(before, at(-10), u"form"_s);
    workspace.purchase(before, at(9),
                       100); // nine days after December's end: January's customers get five
    const qint64 now = workspace.customer();
    workspace.event(now, at(10), u"visit"_s);
    workspace.event(now, at(36), u"form"_s); // the last day of data: five days after January's end
    const LifecycleView view = compute(workspace, {january, december, 0, {}});
    QCOMPARE(counts(view), (QList<qint64>{1, 1, 0, 0}));
    QCOMPARE(view.funnel.levels[0].previousCount, 1);
    QCOMPARE(view.funnel.levels[1].previousCount, 1);
    QCOMPARE(view.funnel.levels[2].previousCount, 0);
    QCOMPARE(view.funnel.levels[1].previousStepRate, 1.0);
    QCOMPARE(view.funnel.previousContactToCustomer, 0.0);
}

void TestLifecycle::passesOverStagesThatNoRowCanFill()
{
    TestWorkspace workspace;
    const qint64 customer = workspace.customer();
    workspace.purchase(customer, at(2), 100);
    workspace.purchase(customer, at(5), 100);
    const LifecycleView view = compute(workspace, {january, {}, 0, {}});
    QCOMPARE(counts(view), (QList<qint64>{0, 0, 1, 1}));
    QVERIFY(!view.funnel.levels[0].observed);
    QVERIFY(view.funnel.levels[2].observed);
    QVERIFY(std::isnan(view.funnel.levels[2].stepRate));
    QCOMPARE(view.funnel.levels[3].stepRate, 1.0);
    QCOMPARE(view.funnel.turnedShare, 1.0);
    QVERIFY(view.funnel.definitionEnglish.contains(u"“buy”"));

    TestWorkspace empty;
    const LifecycleView nothing = compute(empty, {january, {}, 0, {}});
    QCOMPARE(counts(nothing), (QList<qint64>{0, 0, 0, 0}));
    QVERIFY(!nothing.funnel.definitionArabic.isEmpty());
}

void TestLifecycle::breaksDownByAnAttribute()
{
    TestWorkspace workspace;
    const QStringList cities{u"Jeddah"_s, u"Riyadh"_s, u"Riyadh"_s, QString()};
    for (int i = 0; i < cities.size(); ++i) {
        const qint64 customer = workspace.customer({.city = cities[i]});
        workspace.event(customer, at(1), u"visit"_s);
        if (i % 2 == 0)
            workspace.event(customer, at(2), u"form"_s);
    }
    workspace.customer({.city = u"Abha"_s}); // never entered
    const LifecycleView view = compute(workspace, {january, {}, 0, u"city"_s});
    QCOMPARE(view.breakdown.size(), 3);
    QCOMPARE(view.breakdown[0].value, u"Riyadh"_s);
    QCOMPARE(view.breakdown[0].counts, (QList<qint64>{2, 1, 0, 0}));
    QCOMPARE(view.breakdown[0].stepRates[1], 0.5);
    QList<qint64> sum(4, 0);
    for (const BreakdownRow &row : view.breakdown) {
        for (int stage = 0; stage < 4; ++stage)
            sum[stage] += row.counts[stage];
    }
    QCOMPARE(sum, counts(view));
}

void TestLifecycle::refusesAnImpossibleQuery()
{
    TestWorkspace workspace;
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const DateRange backwards{QDate(2025, 2, 1), QDate(2025, 1, 1)};
    QVERIFY(!computeLifecycle(*snapshot, smallLifecycle(), {backwards, {}, 0, {}}));
    QVERIFY(!computeLifecycle(*snapshot, smallLifecycle(), {january, backwards, 0, {}}));
    QVERIFY(!computeLifecycle(*snapshot, smallLifecycle(), {january, {}, -1, {}}));
    QVERIFY(!computeLifecycle(*snapshot, LifecycleModel(), {january, {}, 0, {}}));
    const Result<LifecycleView> unknown =
        computeLifecycle(*snapshot, smallLifecycle(), {january, {}, 0, u"planet"_s});
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(u"planet"));
}

void TestLifecycle::saysItsDefinitionInBothLanguages()
{
    TestWorkspace workspace;
    workspace.event(workspace.customer(), at(1), u"visit"_s);
    const LifecycleView view =
        compute(workspace, {january, DateRange{QDate(2024, 1, 1), QDate(2024, 1, 31)}, 30, {}});
    QVERIFY(view.funnel.definitionEnglish.contains(u"“visit”"));
    QVERIFY(view.funnel.definitionEnglish.contains(u"30 days"));
    QVERIFY(view.funnel.definitionEnglish.contains(u"comparison"));
    QVERIFY(view.funnel.definitionArabic.contains(u"«visit»"));
    QVERIFY(view.funnel.definitionArabic.contains(u"نافذة التحويل"));
    QVERIFY(!view.funnel.definitionEnglish.contains(u'%')
            && !view.funnel.definitionArabic.contains(u'%'));
}

void TestLifecycle::countsNeverRise_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestLifecycle::countsNeverRise()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const QStringList names{u"visit"_s, u"form"_s, u"upgrade"_s, u"other"_s};
    TestWorkspace workspace;
    for (int i = 0; i < 40; ++i) {
        const qint64 customer = workspace.customer();
        for (unsigned event = random() % 8; event > 0; --event)
            workspace.event(customer, at(int(random() % 60) - 10), names[int(random() % 4)]);
        for (unsigned purchase = random() % 3; purchase > 0; --purchase)
            workspace.purchase(customer, at(int(random() % 60)), 100);
    }
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    QList<qint64> shorter(4, 0);
    for (const int window : {5, 20, 0}) {
        const Result<LifecycleView> view =
            computeLifecycle(*snapshot, smallLifecycle(), {january, {}, window, {}});
        QVERIFY(view.ok());
        const QList<qint64> now = counts(*view);
        QVERIFY(now[0] > 0);
        for (int stage = 0; stage < 4; ++stage) {
            QVERIFY(stage == 0 || now[stage] <= now[stage - 1]);
            QVERIFY(now[stage] >= shorter[stage]); // a longer window loses nobody
        }
        shorter = now;
    }
}

void TestLifecycle::stopsWhenCancelled()
{
    TestWorkspace workspace;
    workspace.event(workspace.customer(), at(1), u"visit"_s);
    std::stop_source source;
    source.request_stop();
    const Result<LifecycleView> view =
        computeLifecycle(*workspace.snapshot(), smallLifecycle(), {january, {}, 0, {}},
                         Progress(source.get_token()));
    QVERIFY(!view);
    QCOMPARE(view.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
