#include "tests/ui/pages/pagefixture.h"
#include "ui/pages/lifecycle/ruleeditor.h"
#include "ui/pages/lifecycle/stageinspector.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Lifecycle::LifecycleModel;

/// The editor of the lifecycle's stages at the side of the funnel.
class TestStageInspector : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void editsEveryFieldOfAStage();
    void addsRemovesAndMovesStages();
    void beginsWithATemplate();
    void copiesAndPastesTheLifecycle();
    void choosesEventsAndContributors();
    void editsAnEntryRule();
    void asksForASavedSegment();
    void refusesAConditionWithoutAValue();
    void previewsAMomentAfterAnEdit();
    void editsOfTheSameLifecycleStay();
    void showsProblemsWithTheirRemedy();
    void namesWhatTheKeyboardReaches();

private:
    struct Shown
    {
        Display display;
        StageInspector inspector{display};
        LifecycleModel model = Lifecycle::businessTemplate();
        explicit Shown(int stage = 3)
        {
            PageFixture::dress(display);
            inspector.setSnapshot(Sample::analysis()->snapshot);
            inspector.showStage(model, stage, 90);
        }
        [[nodiscard]] bool show() { return PageFixture::show(inspector, {300, 1500}); }
        template <typename T>
        T *field(const char *name)
        {
            return inspector.findChild<T *>(QLatin1String(name));
        }
        void press(const char *button) { QTest::mouseClick(field<Button>(button), Qt::LeftButton); }
        LifecycleModel applied()
        {
            QSignalSpy edited(&inspector, &StageInspector::lifecycleEdited);
            press("applyStage");
            return edited.count() == 1 ? edited.first().first().value<LifecycleModel>()
                                       : LifecycleModel();
        }
    };
};

void TestStageInspector::editsEveryFieldOfAStage()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *owner = shown.field<QComboBox>("stageOwner");
    owner->setCurrentIndex(owner->findData(-1));
    auto *colour = shown.field<QComboBox>("stageColour");
    colour->setCurrentIndex(colour->findData(u"plum"_s));
    shown.field<NumberField>("stageTarget")->setValue(55);
    shown.field<QPlainTextEdit>("stagePlaybookEnglish")->setPlainText(u"Call within a day."_s);
    shown.field<QPlainTextEdit>("stagePlaybookArabic")->setPlainText(u"اتصلوا خلال يوم."_s);
    auto *purchase = shown.field<QComboBox>("stagePurchase");
    purchase->setFocus();
    QTest::keyClick(purchase, Qt::Key_Down); // from the first to the second
    const LifecycleModel edited = shown.applied();
    QCOMPARE(edited.stages.size(), shown.model.stages.size());
    const Lifecycle::Stage &stage = edited.stages[3];
    QVERIFY(!stage.hasOwner);
    QCOMPARE(stage.colour, u"plum"_s);
    QCOMPARE(stage.target, 0.55);
    QCOMPARE(stage.playbookEnglish, u"Call within a day."_s);
    QCOMPARE(stage.playbookArabic, u"اتصلوا خلال يوم."_s);
    QCOMPARE(stage.entry.purchaseNumber, 2);
    QCOMPARE(stage.entry.events, shown.model.stages[3].entry.events);
}

void TestStageInspector::addsRemovesAndMovesStages()
{
    Shown shown(1);
    QVERIFY(shown.show());
    QSignalSpy chosen(&shown.inspector, &StageInspector::stageChosen);
    shown.press("addStage");
    QCOMPARE(chosen.last().first().toInt(), 2);
    QTest::keyClicks(shown.field<QLineEdit>("stageNameEnglish"), u"Qualify"_s);
    shown.press("moveStageLater");
    QCOMPARE(chosen.last().first().toInt(), 3);
    LifecycleModel edited = shown.applied();
    QCOMPARE(edited.stages.size(), 6);
    QCOMPARE(edited.stages[3].nameEnglish, u"Qualify"_s);
    QCOMPARE(edited.stages[2].id, u"nurture"_s);
    QCOMPARE(edited.turningPoint(), 5);
    shown.press("moveStageEarlier");
    shown.press("removeStage");
    edited = shown.applied();
    QCOMPARE(edited.stages.size(), 5);
    QCOMPARE(edited, shown.model);
}

void TestStageInspector::beginsWithATemplate()
{
    Shown shown(4);
    QVERIFY(shown.show());
    shown.press("lifecycleTemplate");
    auto *menu = shown.field<QMenu>("templateMenu");
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(shown.field<QLineEdit>("stageNameEnglish")->text(), u"Advocacy"_s);
    QCOMPARE(shown.applied(), Lifecycle::consumerTemplate());
}

void TestStageInspector::copiesAndPastesTheLifecycle()
{
    Shown shown(4);
    QVERIFY(shown.show());
    const auto choose = [&](int fromTheEnd) {
        shown.press("lifecycleTemplate");
        auto *menu = shown.field<QMenu>("templateMenu");
        const QList<QAction *> actions = menu->actions();
        actions[actions.size() - fromTheEnd]->trigger();
        delete menu;
    };
    constexpr int copy = 2;
    constexpr int paste = 1;
    const auto clipboard = [] {
        return QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object();
    };
    const auto setClipboard = [](const QJsonObject &json) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(json).toJson()));
    };
    choose(copy);
    const Result<LifecycleModel> copied = Lifecycle::fromJson(clipboard());
    QVERIFY(copied);
    QCOMPARE(copied->stages[4].nameEnglish, shown.field<QLineEdit>("stageNameEnglish")->text());
    // What cannot be a lifecycle is refused by its field, and nothing changes.
    QJsonObject wrong = Lifecycle::toJson(Lifecycle::consumerTemplate());
    wrong.insert(u"stagess"_s, QJsonArray());
    setClipboard(wrong);
    choose(paste);
    const auto *problem = shown.field<QLabel>("stageProblem");
    QVERIFY2(problem->isVisible() && problem->text().contains(u"stagess"_s), qPrintable(problem->text()));
    QGuiApplication::clipboard()->setText(u"Customer;Orders"_s);
    choose(paste);
    QVERIFY(problem->text().contains(u"clipboard"_s));
    QCOMPARE(shown.field<QLineEdit>("stageNameEnglish")->text(), copied->stages[4].nameEnglish);
    setClipboard(Lifecycle::toJson(Lifecycle::consumerTemplate()));
    choose(paste);
    QVERIFY(!problem->isVisible());
    QCOMPARE(shown.applied(), Lifecycle::consumerTemplate());
}

void TestStageInspector::choosesEventsAndContributors()
{
    Shown shown(2);
    QVERIFY(shown.show());
    shown.press("stageEvents");
    auto *events = shown.field<QMenu>("stageEventMenu");
    QVERIFY(events);
    QAction *known = events->actions().first(); // of the data: demo_request
    QVERIFY(known->text().contains(u"demo_request"_s) && !known->isChecked());
    known->trigger();
    events->close();
    shown.press("stageContributors");
    auto *contributors = shown.field<QMenu>("contributorMenu");
    QVERIFY(contributors);
    QCOMPARE(contributors->actions().size(), 5);
    contributors->actions()[3]->trigger(); // service
    contributors->close();
    const LifecycleModel edited = shown.applied();
    QVERIFY(edited.stages[2].entry.events.contains(u"demo_request"_s));
    QVERIFY(edited.stages[2].contributing.contains(Lifecycle::Department::Service));
}

void TestStageInspector::editsAnEntryRule()
{
    Shown shown(2);
    QVERIFY(shown.show());
    auto *entry = shown.field<QWidget>("stageEntry");
    QTest::mouseClick(entry->findChild<Button *>(u"addCondition"_s), Qt::LeftButton);
    auto *about = entry->findChild<QComboBox *>(u"conditionField"_s);
    QVERIFY(about);
    const int city = about->findData(u"city"_s);
    QVERIFY(city >= 0);
    about->setCurrentIndex(city);
    emit about->activated(city);
    auto *value = entry->findChild<QComboBox *>(u"conditionValue"_s);
    QVERIFY(value->findText(u"Jeddah"_s) >= 0);
    value->setEditText(u"Jeddah"_s);
    QTest::mouseClick(entry->findChild<Button *>(u"addCondition"_s), Qt::LeftButton);
    auto *match = entry->findChild<QComboBox *>(u"ruleMatch"_s);
    QVERIFY(match->isVisibleTo(&shown.inspector));
    match->setCurrentIndex(1);
    emit match->activated(1);
    const LifecycleModel edited = shown.applied();
    QVERIFY(edited.stages[2].entry.rule.has_value());
    const Segments::Rule &rule = *edited.stages[2].entry.rule;
    QCOMPARE(rule.kind, Segments::Rule::Kind::Any);
    QCOMPARE(rule.rules.size(), std::size_t(2));
    QCOMPARE(rule.rules[0].condition.field, u"city"_s);
    QCOMPARE(rule.rules[0].condition.value.toString(), u"Jeddah"_s);
    QCOMPARE(rule.rules[1].condition.field, u"frequency"_s);
    QCOMPARE(rule.rules[1].condition.value.toDouble(), 1.0);
}

void TestStageInspector::asksForASavedSegment()
{
    Shown shown;
    Segments::Segment segment;
    segment.name = u"Big spenders"_s;
    segment.rule = Segments::Rule::of({u"monetary"_s, Segments::Operator::AtLeast, 100.0, 0, {}, {}});
    shown.inspector.setSegments({segment});
    QVERIFY(shown.show());
    auto *entry = shown.field<QWidget>("stageEntry");
    QTest::mouseClick(entry->findChild<Button *>(u"addCondition"_s), Qt::LeftButton);
    auto *about = entry->findChild<QComboBox *>(u"conditionField"_s);
    about->setCurrentIndex(about->findData(u"segment"_s));
    QVERIFY(about->currentIndex() >= 0);
    emit about->activated(about->currentIndex());
    // One is in a segment or not; what else there is, is no comparison for it.
    QCOMPARE(entry->findChild<QComboBox *>(u"conditionOperator"_s)->count(), 4);
    auto *value = entry->findChild<QComboBox *>(u"conditionValue"_s);
    QVERIFY(value->findText(u"Big spenders"_s) >= 0);
    value->setEditText(u"Big spenders"_s);
    const LifecycleModel edited = shown.applied();
    QCOMPARE(edited.stages.size(), shown.model.stages.size());
    QVERIFY(edited.stages[3].entry.rule);
    QCOMPARE(Segments::referredSegments(*edited.stages[3].entry.rule),
             QStringList{u"Big spenders"_s});
    const auto *warnings = shown.field<QLabel>("stageWarnings");
    QVERIFY(!warnings || !warnings->text().contains(u"Big spenders"_s));
}

void TestStageInspector::refusesAConditionWithoutAValue()
{
    Shown shown(2);
    QVERIFY(shown.show());
    auto *exit = shown.field<QWidget>("stageExit");
    QTest::mouseClick(exit->findChild<Button *>(u"addCondition"_s), Qt::LeftButton);
    QVERIFY(shown.field<Button>("applyStage")->isEnabled());
    exit->findChild<QComboBox *>(u"conditionValue"_s)->setEditText(u"many"_s);
    QVERIFY(!shown.field<Button>("applyStage")->isEnabled());
    QVERIFY(shown.field<QLabel>("stageProblem")->text().contains(u"needs a number"_s));
    exit->findChild<QComboBox *>(u"conditionValue"_s)->setEditText(u"1,250.5"_s);
    QVERIFY(shown.field<Button>("applyStage")->isEnabled());
    const LifecycleModel edited = shown.applied();
    QVERIFY(edited.stages[2].exit.has_value());
    QCOMPARE(Segments::conditions(*edited.stages[2].exit)[0]->value.toDouble(), 1250.5);
}

void TestStageInspector::previewsAMomentAfterAnEdit()
{
    Shown shown;
    QVERIFY(shown.show());
    QSignalSpy preview(&shown.inspector, &StageInspector::previewRequested);
    QSignalSpy dropped(&shown.inspector, &StageInspector::previewDropped);
    auto *name = shown.field<QLineEdit>("stageNameEnglish");
    name->selectAll();
    QTest::keyClicks(name, u"Close"_s);
    QCOMPARE(preview.count(), 0);
    QTRY_COMPARE(preview.count(), 1); // one for all the keys
    QCOMPARE(preview.first()[0].value<LifecycleModel>().stages[3].nameEnglish, u"Close"_s);
    shown.press("resetStage");
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(name->text(), u"Convert"_s);
}

void TestStageInspector::editsOfTheSameLifecycleStay()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *name = shown.field<QLineEdit>("stageNameEnglish");
    name->selectAll();
    QTest::keyClicks(name, u"Close"_s);
    shown.inspector.showStage(shown.model, 1, 90); // another stage of it
    QCOMPARE(name->text(), u"Capture"_s);
    shown.inspector.showStage(shown.model, 3, 90);
    QCOMPARE(name->text(), u"Close"_s);
    LifecycleModel other = shown.model;
    other.stages[3].target = 0.9; // by undo, say
    shown.inspector.showStage(other, 3, 90);
    QCOMPARE(name->text(), u"Convert"_s);
}

void TestStageInspector::showsProblemsWithTheirRemedy()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *warnings = shown.field<QLabel>("stageWarnings");
    QVERIFY(!warnings->isVisibleTo(&shown.inspector));
    auto *owner = shown.field<QComboBox>("stageOwner");
    owner->setCurrentIndex(owner->findData(-1));
    QVERIFY(warnings->isVisibleTo(&shown.inspector));
    QVERIFY(warnings->text().contains(u"Choose a department"_s));
    QVERIFY(shown.field<Button>("applyStage")->isEnabled()); // a problem, no refusal
}

void TestStageInspector::namesWhatTheKeyboardReaches()
{
    Shown shown;
    QVERIFY(shown.show());
    QTest::mouseClick(shown.field<QWidget>("stageExit")->findChild<Button *>(u"addCondition"_s), Qt::LeftButton);
    QCOMPARE(PageFixture::namelessFocusable(shown.inspector), QStringList());
}

QTEST_MAIN(TestStageInspector)
#include "tst_stageinspector.moc"
