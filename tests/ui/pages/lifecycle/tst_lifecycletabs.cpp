#include "tests/ui/pages/lifecycle/lifecyclefixture.h"
#include "ui/charts/columnschart.h"
#include "ui/charts/curveschart.h"
#include "ui/charts/heattablechart.h"
#include "ui/charts/journeyflowchart.h"
#include "ui/charts/stepfunnelchart.h"
#include "ui/dialogs/segmentdialog.h"
#include "ui/pages/lifecycle/celltable.h"
#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/widgets/button.h"

#include <qcustomplot.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using LifecycleFixture::Shown;

/// The tabs of the lifecycle screen behind the first one, over the small sample: 200 customers who
/// asked for a demo on 1 June 2023 and bought once to four times.
class TestLifecycleTabs : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void computesATabWhenItIsLookedAt();
    void stepsThroughTheTabsWithKeys();
    void selectsThePathOfARibbon();
    void listsPathsTransitionsAndChances();
    void hidesSmallFlowsAndStages();
    void shadesCohortsAndAveragesThem();
    void movesThroughCohortsWithArrows();
    void choosesMeasureAndPeriod();
    void listsWhoWaitsLongest();
    void findsContacts();
    void showsEmptyStatesWithoutData();
    void followsTheWindowsSlider();
    void refusesABadFunnelWithTheFieldsName();
    void takesSeveralConditionsOnAStep();
    void excludesAnEventWithAConditionOfItsOwn();
    void limitsTheTimeFromTheStepBefore();
    void comparesASegmentWithTheRest();
    void breaksDownBySavedSegments();
    void savesAFunnelUnderItsName();
    void breaksAFunnelDown();
    void showsWhoWasLost();
    void keepsTheCustomersAsASegment();
    void keepsAStageAsARule();
    void opensWhoStandsBehindCells();
    void opensWhoStandsBehindDriversAndTimes();
    void keepsItsTablesSound();
    void namesWhatTheKeyboardReaches();
    void speaksArabic();
};

void TestLifecycleTabs::computesATabWhenItIsLookedAt()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *flow = shown.page.findChild<JourneyFlowChart *>();
    QTest::qWait(50);
    QVERIFY(flow->isEmpty());
    QVERIFY(shown.open(u"Journey"_s));
    QVERIFY(!flow->isEmpty());
    QVERIFY(flow->finding().isEmpty() || flow->finding().contains(u"lost"_s));
}

void TestLifecycleTabs::stepsThroughTheTabsWithKeys()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto *bar = shown.page.findChild<QTabBar *>(u"lifecycleTabs"_s);
    QSignalSpy inspector(&shown.page, &Page::inspectorChanged);
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Right);
    QCOMPARE(bar->currentIndex(), 1);
    QCOMPARE(inspector.count(), 1);
    QCOMPARE(shown.page.currentTab(), shown.page.tabs()[1]);
    QVERIFY(shown.settle());
    QVERIFY(shown.page.focusedChart() && shown.page.focusedChart()->isVisible());
}

void TestLifecycleTabs::selectsThePathOfARibbon()
{
    Shown shown;
    QVERIFY(shown.open(u"Journey"_s));
    auto *flow = shown.find<JourneyFlowChart>();
    QTRY_VERIFY(!flow->marks().isEmpty());
    int at = -1;
    for (int i = 0; i < flow->marks().size(); ++i) {
        if (flow->marks()[i].title.contains(u"Convert → Expand"_s))
            at = i;
    }
    QVERIFY(at >= 0);
    QSignalSpy opened(&shown.page, &Page::inspectorRequested);
    // The middle of the ribbon, not of its rectangle.
    const QPainterPath shape = flow->marks()[at].shape;
    QPointF inside = shape.boundingRect().center();
    for (double y = shape.boundingRect().top(); !shape.contains(inside) && y < shape.boundingRect().bottom(); ++y)
        inside.setY(y);
    QTest::mouseClick(flow->plot(), Qt::LeftButton, {}, inside.toPoint());
    QCOMPARE(opened.count(), 1);
    QVERIFY(shown.page.inspector()->windowTitle().contains(u"Expand"_s));
    QSignalSpy contacts(shown.page.currentTab(), &LifecycleTab::contactsRequested);
    shown.inspected<Button>(u"showContacts"_s)->click();
    QCOMPARE(contacts.count(), 1);
    auto *dialog = shown.page.findChild<ContactsDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<ContactList *>()->model()->rowCount() > 0);
    QTest::mouseClick(dialog->rejectButton(), Qt::LeftButton);
    QTRY_VERIFY(!shown.page.findChild<ContactsDialog *>());
}

void TestLifecycleTabs::listsPathsTransitionsAndChances()
{
    Shown shown;
    QVERIFY(shown.open(u"Journey"_s));
    const auto *paths = shown.find<QTableView>(u"paths"_s)->model();
    QVERIFY(paths->rowCount() > 0);
    qint64 before = std::numeric_limits<qint64>::max();
    for (int row = 0; row < paths->rowCount(); ++row) {
        const qint64 contacts = NumberFormat::parse(paths->index(row, 1).data().toString()).value_or(-1);
        QVERIFY(contacts > 0 && contacts <= before);
        before = contacts;
    }
    shown.choose(u"journeyTable"_s, 3);
    const auto *chain = shown.find<QTableView>(u"chain"_s)->model();
    QCOMPARE(chain->rowCount(), 5);
    QVERIFY(chain->headerData(6, Qt::Horizontal).toString().contains(u"Expected value"_s));
    shown.choose(u"journeyTable"_s, 2);
    QVERIFY(shown.find<HeatTableChart>()->isVisible());
    QVERIFY(!shown.find<HeatTableChart>()->isEmpty());
}

void TestLifecycleTabs::hidesSmallFlowsAndStages()
{
    Shown shown;
    QVERIFY(shown.open(u"Journey"_s));
    auto *flow = shown.find<JourneyFlowChart>();
    QTRY_VERIFY(flow->marks().size() > 2);
    const qsizetype all = flow->marks().size();
    auto *least = shown.inspected<QSlider>(u"leastContacts"_s);
    least->setValue(least->maximum());
    QVERIFY(flow->marks().size() < all);
    least->setValue(0);
    QCOMPARE(flow->marks().size(), all);
    shown.inspected<QCheckBox>(u"showLeft"_s)->click();
    QVERIFY(!flow->options().left);
    auto *depth = shown.inspected<QSlider>(u"flowDepth"_s);
    depth->setValue(2);
    QCOMPARE(flow->options().depth, 2);
    shown.inspected<QCheckBox>(u"showReturns"_s)->click();
    QVERIFY(shown.settle());
}

void TestLifecycleTabs::shadesCohortsAndAveragesThem()
{
    Shown shown;
    QVERIFY(shown.open(u"Cohorts"_s));
    auto *table = shown.find<HeatTableChart>();
    QVERIFY(table->isEmpty()); // nobody began in the last thirteen months
    shown.choose(u"cohortUnit"_s, 2);
    QVERIFY(shown.settle());
    QTRY_VERIFY(!table->isEmpty());
    const HeatTable &heat = table->table();
    QCOMPARE(heat.rows.last().name, u"Weighted average"_s);
    QVERIFY(heat.rows.last().isStrong);
    // All customers of the sample bought first in July or August 2023: one cohort and the average.
    QCOMPARE(heat.columns.size(), 12);
    QCOMPARE(heat.rows.size(), 2);
    QCOMPARE(heat.rows.first().size, u"200"_s);
}

void TestLifecycleTabs::movesThroughCohortsWithArrows()
{
    Shown shown;
    QVERIFY(shown.open(u"Cohorts"_s));
    shown.choose(u"cohortUnit"_s, 2); // quarters reach back to 2023
    QVERIFY(shown.settle());
    auto *table = shown.find<HeatTableChart>();
    QTRY_VERIFY(table->marks().size() > 4);
    table->setFocusedMark(0);
    const double row = table->marks()[0].area.top();
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(table->marks()[table->focusedMark()].area.top() > row);
    QTest::keyClick(table, Qt::Key_Up);
    QCOMPARE(table->focusedMark(), 0);
    QSignalSpy contacts(shown.page.currentTab(), &LifecycleTab::contactsRequested);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(contacts.count(), 1);
    QCOMPARE(shown.listed(), 200);
    delete shown.page.findChild<ContactsDialog *>();
    // Those who came back, with the mouse.
    const qsizetype came = std::ranges::find_if(table->table().rows.first().cells,
                                                [](const HeatTable::Cell &cell) {
                                                    return cell.position > 0 && cell.position < 1;
                                                })
                           - table->table().rows.first().cells.begin();
    QVERIFY(came < table->table().rows.first().cells.size());
    QTest::mouseClick(table->plot(), Qt::LeftButton, {}, table->marks()[came].area.center().toPoint());
    QCOMPARE(contacts.count(), 2);
    QVERIFY(shown.listed() > 0 && shown.listed() < 200);
    delete shown.page.findChild<ContactsDialog *>();
}

void TestLifecycleTabs::choosesMeasureAndPeriod()
{
    Shown shown;
    QVERIFY(shown.open(u"Cohorts"_s));
    auto *table = shown.find<HeatTableChart>();
    auto *measure = shown.find<QComboBox>(u"cohortMeasure"_s);
    QCOMPARE(measure->count(), 5);
    measure->setCurrentIndex(4);
    shown.choose(u"cohortUnit"_s, 2);
    QVERIFY(shown.settle());
    QTRY_VERIFY(table->title().contains(u"paid back"_s));
    shown.choose(u"cohortUnit"_s, 0);
    QVERIFY(shown.settle());
    QTRY_COMPARE(table->table().columns.size(), 16);
}

void TestLifecycleTabs::listsWhoWaitsLongest()
{
    Shown shown;
    QVERIFY(shown.open(u"Time in stage"_s));
    auto *stays = shown.find<QTableView>(u"stays"_s);
    QCOMPARE(stays->model()->rowCount(), 5);
    auto *curves = shown.find<CurvesChart>();
    stays->selectRow(3); // Convert: whoever bought once is still there
    QVERIFY(!curves->isEmpty());
    auto *list = shown.find<ContactList>();
    QVERIFY(list->model()->rowCount() > 0);
    QSignalSpy activated(&shown.page, &Page::customerActivated);
    emit list->findChild<QTableView *>()->activated(list->model()->index(0, 0));
    QCOMPARE(activated.count(), 1);
}

void TestLifecycleTabs::findsContacts()
{
    Shown shown;
    CustomerDirectory directory;
    directory.names = [](const QList<CustomerId> &ids) {
        QHash<qint64, Report::NamedCustomer> names;
        for (const CustomerId id : ids)
            names.insert(id.value, {u"C-%1"_s.arg(id.value), u"Name %1"_s.arg(id.value)});
        return names;
    };
    directory.search = [](const QString &, const CustomerDirectory::Found &found) {
        found({CustomerId{1000}, CustomerId{1004}});
    };
    shown.page.setDirectory(directory);
    QVERIFY(shown.open(u"Time in stage"_s));
    shown.find<QTableView>(u"stays"_s)->selectRow(3);
    auto *list = shown.find<ContactList>();
    QVERIFY(list->model()->rowCount() > 2);
    QVERIFY(list->model()->index(0, 0).data().toString().contains(u"Name 1"_s));
    QTest::keyClicks(list->searchField(), u"x"_s);
    QTRY_VERIFY(list->model()->rowCount() <= 2);
    list->searchField()->clear();
    QTRY_VERIFY(list->model()->rowCount() > 2);
    list->model()->sort(ContactsModel::Value, Qt::DescendingOrder);
    const auto value = [&](int row) {
        return NumberFormat::parse(list->model()->index(row, ContactsModel::Value).data().toString().remove(u"SAR "_s).remove(u"SAR\u00A0"_s));
    };
    QVERIFY(value(0) >= value(1));
}

void TestLifecycleTabs::showsEmptyStatesWithoutData()
{
    Shown shown;
    QVERIFY(PageFixture::show(shown.page));
    auto empty = std::make_shared<Insights::Analysis>();
    empty->snapshot = std::make_shared<Customers::Snapshot>();
    shown.page.setAnalysis(empty);
    for (int i = 0; i < shown.page.tabs().size(); ++i) {
        shown.page.showTab(i);
        QVERIFY2(shown.page.currentTab()->showsEmptyState(), qPrintable(shown.page.currentTab()->title()));
    }
}

void TestLifecycleTabs::followsTheWindowsSlider()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    // 150 of the 200 bought a second time, 100 days after the first.
    const auto second = [&] { return chart->dataTable()[2][2].toInt(); };
    QCOMPARE(chart->dataTable()[1][2].toInt(), 200);
    QCOMPARE(second(), 0); // the ready funnel's window is 90 days
    QVERIFY(shown.find<QLabel>(u"ownDefinition"_s)->text().contains(u"window"_s));
    auto *slider = shown.inspected<QSlider>(u"windowSlider"_s);
    slider->setValue(slider->maximum());
    QVERIFY(shown.settle());
    QTRY_COMPARE(second(), 150);
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click();
    QVERIFY(shown.settle());
    QTRY_COMPARE(second(), 150);
}

void TestLifecycleTabs::refusesABadFunnelWithTheFieldsName()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    shown.inspected<Button>(u"addExclusion"_s)->click();
    QVERIFY(shown.settle());
    auto *editor = qobject_cast<FunnelEditor *>(shown.page.inspector());
    auto *from = shown.inspected<QDoubleSpinBox>(u"exclusionFrom0"_s);
    from->setValue(2);
    QVERIFY(shown.settle());
    const auto *problem = editor->findChild<QLabel *>(u"funnelProblem"_s);
    QTRY_VERIFY2(problem->text().contains(u"exclusions[0]"_s), qPrintable(problem->text()));
    shown.inspected<Button>(u"removeExclusion0"_s)->click();
    QVERIFY(shown.settle());
    QTRY_VERIFY(problem->text().isEmpty());
}

void TestLifecycleTabs::takesSeveralConditionsOnAStep()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    const auto first = [&] { return chart->dataTable()[1][2].toInt(); };
    const auto choose = [&](const QString &name, const QString &value) {
        auto *box = shown.inspected<QComboBox>(name);
        QVERIFY2(box && box->findData(value) >= 0, qPrintable(name));
        box->setCurrentIndex(box->findData(value));
        QVERIFY(shown.settle());
    };
    auto *add = shown.inspected<Button>(u"stepAdd0"_s);
    add->click();
    QVERIFY(shown.settle());
    choose(u"stepProperty0"_s, u"sector"_s);
    choose(u"stepValue0"_s, u"Retail"_s);
    QTRY_COMPARE(first(), 100); // every second customer
    add->click();
    QVERIFY(shown.settle());
    choose(u"stepProperty0_1"_s, u"city"_s);
    choose(u"stepValue0_1"_s, u"Riyadh"_s);
    // Retail are the odd positions, Riyadh every third from 0: 3, 9, … 195.
    QTRY_COMPARE(first(), 33);
    QVERIFY(shown.find<QLabel>(u"ownDefinition"_s)->text().contains(u"city"_s));
    shown.inspected<Button>(u"stepRemoveCondition0"_s)->click();
    QVERIFY(shown.settle());
    QTRY_COMPARE(first(), 67); // all of Riyadh
}

void TestLifecycleTabs::excludesAnEventWithAConditionOfItsOwn()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    // A request, then the first purchase; no purchase in Riyadh may stand between the two.
    auto *event = shown.inspected<QComboBox>(u"stepEvent0"_s);
    event->setCurrentIndex(event->findData(u"demo_request"_s));
    QVERIFY(shown.settle());
    shown.inspected<Button>(u"addStep"_s)->click();
    auto *third = shown.inspected<QComboBox>(u"stepEvent2"_s);
    third->setCurrentIndex(third->findData(u"purchase"_s));
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click();
    QVERIFY(shown.settle());
    QTRY_COMPARE(chart->dataTable()[3][2].toInt(), 150);
    shown.inspected<Button>(u"addExclusion"_s)->click();
    auto *excluded = shown.inspected<QComboBox>(u"exclusionEvent0"_s);
    excluded->setCurrentIndex(excluded->findData(u"purchase"_s));
    shown.inspected<QDoubleSpinBox>(u"exclusionTo0"_s)->setValue(3);
    shown.inspected<QDoubleSpinBox>(u"exclusionFrom0"_s)->setValue(2);
    shown.inspected<Button>(u"exclusionAdd0"_s)->click();
    auto *property = shown.inspected<QComboBox>(u"exclusionProperty0"_s);
    property->setCurrentIndex(property->findData(u"city"_s));
    auto *value = shown.inspected<QComboBox>(u"exclusionValue0"_s);
    value->setCurrentIndex(value->findData(u"Riyadh"_s));
    QVERIFY(shown.settle());
    // The definition says it, and it is the one that is asked.
    auto *editor = qobject_cast<FunnelEditor *>(shown.page.inspector());
    QCOMPARE(editor->query().exclusions.size(), 1);
    const Funnel::Condition &condition = editor->query().exclusions.first().condition;
    QCOMPARE(condition.event, std::optional<QString>(u"purchase"_s));
    QCOMPARE(condition.where, (QList<Funnel::PropertyEquals>{{u"city"_s, u"Riyadh"_s}}));
    QVERIFY(shown.find<QLabel>(u"ownDefinition"_s)->text().contains(u"Riyadh"_s));
}

void TestLifecycleTabs::limitsTheTimeFromTheStepBefore()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    const auto second = [&] { return chart->dataTable()[2][2].toInt(); };
    QVERIFY(!shown.inspected<QCheckBox>(u"stepHasWindow0"_s)->isVisibleTo(shown.page.inspector()));
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click(); // no limit for the whole
    QVERIFY(shown.settle());
    QTRY_COMPARE(second(), 150);
    shown.inspected<QCheckBox>(u"stepHasWindow1"_s)->click(); // a week; the second came after 100 days
    QVERIFY(shown.settle());
    QTRY_COMPARE(second(), 0);
    shown.inspected<QDoubleSpinBox>(u"stepWindow1"_s)->setValue(15); // weeks
    QVERIFY(shown.settle());
    QTRY_COMPARE(second(), 150);
    QVERIFY(shown.find<QLabel>(u"ownDefinition"_s)->text().contains(u"step before"_s));
    // Steps in any order have no step before them.
    shown.inspected<SegmentedControl>(u"funnelOrder"_s)->findChildren<QToolButton *>()[2]->click();
    QVERIFY(shown.settle());
    auto *editor = qobject_cast<FunnelEditor *>(shown.page.inspector());
    QVERIFY(!editor->query().steps[1].windowSeconds);
    QVERIFY(!shown.inspected<QCheckBox>(u"stepHasWindow1"_s)->isVisibleTo(editor));
}

void TestLifecycleTabs::comparesASegmentWithTheRest()
{
    Shown shown;
    shown.keepOdd();
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click();
    auto *compare = shown.inspected<QComboBox>(u"funnelCompare"_s);
    QVERIFY(compare->findData(u"segment:Odd"_s) >= 0);
    compare->setCurrentIndex(compare->findData(u"segment:Odd"_s));
    QVERIFY(shown.settle());
    QTRY_COMPARE(chart->dataTable().size(), 5); // heading, two series of two steps
    // Odd positions buy a second time every time, even ones every other time.
    QCOMPARE(chart->dataTable()[1][2].toInt(), 100);
    QCOMPARE(chart->dataTable()[2][2].toInt(), 100);
    QCOMPARE(chart->dataTable()[4][2].toInt(), 50);
    QCOMPARE(qobject_cast<FunnelEditor *>(shown.page.inspector())->query().compare->segment, u"Odd"_s);
    QVERIFY(!shown.inspected<QComboBox>(u"compareLeft"_s)->isVisibleTo(shown.page.inspector()));
}

void TestLifecycleTabs::breaksDownBySavedSegments()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    QTRY_VERIFY(!shown.find<StepFunnelChart>()->isEmpty());
    auto *by = shown.inspected<QComboBox>(u"funnelBreakdown"_s);
    QVERIFY(by->findText(u"Saved segments"_s) < 0); // there is none yet
    shown.keepOdd();
    QVERIFY(by->findText(u"Saved segments"_s) >= 0);
    by->setCurrentIndex(by->findText(u"Saved segments"_s));
    QVERIFY(shown.settle());
    const auto *rows = shown.find<QTableView>(u"funnelRows"_s)->model();
    QTRY_COMPARE(rows->rowCount(), 2); // the segment and all
    QCOMPARE(rows->index(0, 0).data().toString(), u"Odd"_s);
    QCOMPARE(rows->index(0, 1).data().toString(), u"100"_s);
    QVERIFY(shown.find<QLabel>(u"ownDefinition"_s)->text().contains(u"saved segment"_s));
}

void TestLifecycleTabs::savesAFunnelUnderItsName()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    QSignalSpy edited(&shown.page, &LifecyclePage::funnelsEdited);
    auto *save = shown.inspected<Button>(u"saveFunnel"_s);
    save->click();
    QCOMPARE(edited.count(), 0); // it has no name yet
    auto *name = shown.inspected<QLineEdit>(u"funnelName"_s);
    name->setFocus();
    QTest::keyClicks(name, u"Again"_s);
    save->click();
    QCOMPARE(edited.count(), 1);
    const auto funnels = edited.first().first().value<QList<Funnel::FunnelQuery>>();
    QCOMPARE(funnels.size(), 1);
    QCOMPARE(funnels.first().name, u"Again"_s);
    shown.page.setFunnels(funnels);
    QCOMPARE(shown.find<QComboBox>(u"funnelPicker"_s)->currentText(), u"Again"_s);
    shown.inspected<Button>(u"removeFunnel"_s)->click();
    QCOMPARE(edited.count(), 2);
    QVERIFY(edited[1].first().value<QList<Funnel::FunnelQuery>>().isEmpty());
    QVERIFY(shown.settle());
}

void TestLifecycleTabs::breaksAFunnelDown()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    QTRY_VERIFY(!shown.find<StepFunnelChart>()->isEmpty());
    auto *by = shown.inspected<QComboBox>(u"funnelBreakdown"_s);
    by->setCurrentIndex(by->findData(u"sector"_s));
    QVERIFY(shown.settle());
    const auto *rows = shown.find<QTableView>(u"funnelRows"_s)->model();
    QTRY_COMPARE(rows->rowCount(), 3); // two sectors and all
    auto *compare = shown.inspected<QComboBox>(u"funnelCompare"_s);
    compare->setCurrentIndex(compare->findData(u"sector"_s));
    QVERIFY(shown.settle());
    QTRY_COMPARE(shown.find<StepFunnelChart>()->dataTable().size(), 5); // heading, two series of two
    for (const int kind : {1, 2, 3, 0})
        shown.choose(u"funnelTable"_s, kind);
}

void TestLifecycleTabs::showsWhoWasLost()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    // The second column is empty: above it stands the loss of everybody.
    qsizetype loss = -1;
    for (qsizetype i = 0; i < chart->marks().size(); ++i) {
        if (chart->marks()[i].title.startsWith(u"Lost"_s))
            loss = i;
    }
    QVERIFY(loss >= 0);
    QTest::mouseClick(chart->plot(), Qt::LeftButton, {}, chart->marks()[loss].area.center().toPoint());
    QCOMPARE(shown.listed(), 200);
    auto *dialog = shown.page.findChild<ContactsDialog *>();
    QTest::mouseClick(dialog->findChild<SegmentedControl *>(u"contactsPart"_s)->findChildren<QToolButton *>()[1],
                      Qt::LeftButton);
    // 50 bought once and did nothing more; for the others the second purchase came too late.
    const auto *rows = dialog->findChild<QTableView *>(u"instead"_s)->model();
    QTRY_COMPARE(rows->rowCount(), 2);
    QCOMPARE(rows->index(0, 1).data().toString(), u"150"_s);
    QCOMPARE(rows->index(1, 0).data().toString(), u"nothing more"_s);
    delete dialog;
}

void TestLifecycleTabs::keepsTheCustomersAsASegment()
{
    Shown shown;
    shown.page.setSegments({Segments::Segment{u"Early"_s, {}, {}, QStringList(), {}}});
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    chart->setFocus();
    chart->setFocusedMark(0);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(shown.listed(), 200);
    auto *list = shown.page.findChild<ContactsDialog *>();
    QTest::mouseClick(list->findChild<Button *>(u"saveSegment"_s), Qt::LeftButton);
    auto *dialog = list->findChild<SegmentDialog *>();
    QVERIFY(dialog);
    QSignalSpy wanted(&shown.page, &Page::segmentRequested);
    auto *name = dialog->findChild<QLineEdit *>(u"segmentNameEnglish"_s);
    auto *arabic = dialog->findChild<QLineEdit *>(u"segmentNameArabic"_s);
    const auto *problem = dialog->findChild<QLabel *>(u"segmentProblem"_s);
    QVERIFY(!name->text().isEmpty()); // a proposal
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QVERIFY(!dialog->acceptButton()->isEnabled());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(wanted.count(), 0);
    QTest::keyClicks(name, u"Early"_s);
    QVERIFY(problem->text().contains(u"Undo"_s)); // the name is taken
    QTest::keyClicks(name, u" birds"_s);
    QVERIFY(!problem->isVisibleTo(dialog));
    arabic->setText(u"\u0645\u0628\u0643\u0631\u0648\u0646"_s);
    QTest::keyClick(arabic, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    const auto draft = wanted.first().first().value<Segments::Draft>();
    QCOMPARE(draft.name, u"Early birds"_s);
    QCOMPARE(draft.nameArabic.size(), 6);
    QCOMPARE(draft.customers.size(), 200);
    QVERIFY(!draft.rule);
    delete list;
}

void TestLifecycleTabs::keepsAStageAsARule()
{
    Shown shown;
    QVERIFY(shown.open(u"Time in stage"_s));
    shown.find<QTableView>(u"stays"_s)->selectRow(3);
    QTest::mouseClick(shown.find<Button>(u"saveWaiting"_s), Qt::LeftButton);
    auto *dialog = shown.page.findChild<SegmentDialog *>();
    QVERIFY(dialog);
    QSignalSpy wanted(&shown.page, &Page::segmentRequested);
    auto *kind = dialog->findChild<SegmentedControl *>(u"segmentKind"_s);
    QVERIFY(kind->isVisibleTo(dialog));
    QTest::mouseClick(kind->findChildren<QToolButton *>()[1], Qt::LeftButton);
    QVERIFY(dialog->findChild<QLabel *>(u"segmentNote"_s)->text().contains(u"Convert"_s));
    QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    const auto draft = wanted.first().first().value<Segments::Draft>();
    QVERIFY(draft.customers.isEmpty());
    QVERIFY(draft.rule.has_value());
    QCOMPARE(draft.rule->condition.field, u"stage"_s);
    QCOMPARE(draft.rule->condition.value.toString(), u"convert"_s);
}

void TestLifecycleTabs::opensWhoStandsBehindCells()
{
    Shown shown;
    QVERIFY(shown.open(u"Journey"_s));
    const auto clickCell = [](QTableView *view, int row, int column) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(row, column)).center());
    };
    const auto number = [](QTableView *view, int row, int column) {
        return int(NumberFormat::parse(view->model()->index(row, column).data().toString()).value_or(-1));
    };
    // A path, a stage of the chain, a move of the matrix.
    auto *paths = shown.find<QTableView>(u"paths"_s);
    clickCell(paths, 0, 1);
    QCOMPARE(shown.listed(), number(paths, 0, 1));
    delete shown.page.findChild<ContactsDialog *>();
    shown.choose(u"journeyTable"_s, 3);
    auto *chain = shown.find<QTableView>(u"chain"_s);
    clickCell(chain, 4, 1);
    QCOMPARE(shown.listed(), number(chain, 4, 1));
    delete shown.page.findChild<ContactsDialog *>();
    shown.choose(u"journeyTable"_s, 2);
    auto *matrix = shown.find<HeatTableChart>();
    QTRY_VERIFY(!matrix->marks().isEmpty());
    matrix->setFocus();
    matrix->setFocusedMark(0);
    QTest::keyClick(matrix, Qt::Key_Return);
    const QString moves = matrix->marks()[0].rows[1].value;
    QCOMPARE(shown.listed(), int(NumberFormat::parse(moves).value_or(-1)));
    delete shown.page.findChild<ContactsDialog *>();

    QVERIFY(shown.open(u"Time in stage"_s));
    auto *stays = shown.find<QTableView>(u"stays"_s);
    for (const int column : {1, 2}) {
        clickCell(stays, 3, column);
        QCOMPARE(shown.listed(), number(stays, 3, column));
        delete shown.page.findChild<ContactsDialog *>();
    }

    QVERIFY(shown.open(u"Cohorts"_s));
    shown.choose(u"cohortUnit"_s, 2);
    QVERIFY(shown.settle());
    auto *growth = shown.find<ColumnsChart>();
    QTRY_VERIFY(!growth->marks().isEmpty());
    const Chart::Mark bar = growth->marks()[0];
    QTest::mouseClick(growth->plot(), Qt::LeftButton, {}, bar.area.center().toPoint());
    const int listed = shown.listed();
    const bool isOne = std::ranges::any_of(bar.rows, [listed](const Chart::TipRow &row) {
        return NumberFormat::parse(row.value).value_or(0) == listed;
    });
    QVERIFY2(isOne && listed > 0, qPrintable(QString::number(listed)));
    delete shown.page.findChild<ContactsDialog *>();
}

void TestLifecycleTabs::opensWhoStandsBehindDriversAndTimes()
{
    Shown shown;
    QVERIFY(shown.open(u"Own funnels"_s));
    auto *chart = shown.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    shown.inspected<QCheckBox>(u"hasWindow"_s)->click(); // no limit: 150 convert
    QVERIFY(shown.settle());
    shown.choose(u"funnelTable"_s, 2);
    auto *times = shown.find<ColumnsChart>();
    QTRY_VERIFY(!times->marks().isEmpty());
    times->setFocus();
    int all = 0;
    for (int bin = 0; bin < times->marks().size(); ++bin) {
        times->setFocusedMark(bin);
        QTest::keyClick(times, Qt::Key_Return);
        all += shown.listed();
        delete shown.page.findChild<ContactsDialog *>();
    }
    QCOMPARE(all, 150);
    shown.choose(u"funnelTable"_s, 0);
    auto *rows = shown.find<QTableView>(u"funnelRows"_s);
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                      rows->visualRect(rows->model()->index(0, 3)).center());
    QCOMPARE(shown.listed(), 150);
    delete shown.page.findChild<ContactsDialog *>();
}

void TestLifecycleTabs::keepsItsTablesSound()
{
    Display display;
    CellTable table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setTable({{u"Name"_s}, {u"Number"_s, true}},
                   {{{u"b"_s}, {u"10"_s, 10}}, {{u"a"_s}, {u"9"_s, 9}}, {{u"c"_s}, {u"100"_s, 100}}});
    table.sort(1, Qt::DescendingOrder);
    QCOMPARE(table.index(0, 0).data().toString(), u"c"_s);
    QCOMPARE(table.given(0), 2);
    table.sort(0, Qt::AscendingOrder);
    QCOMPARE(table.index(0, 1).data().toString(), u"9"_s);
    table.setFilter(u"c"_s);
    QCOMPARE(table.rowCount(), 1);
    ContactsModel contacts(display);
    QAbstractItemModelTester other(&contacts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    contacts.setContacts(Sample::analysis(), {{3, 5.0}, {1, 9.0}, {2, 1.0}});
    contacts.sort(ContactsModel::Days, Qt::DescendingOrder);
    QCOMPARE(contacts.customer(0), CustomerId{1001});
    contacts.setFound(QSet<qint64>{1002});
    QCOMPARE(contacts.rowCount(), 1);
}

void TestLifecycleTabs::namesWhatTheKeyboardReaches()
{
    Shown shown;
    for (const QString &tab : {u"Journey"_s, u"Cohorts"_s, u"Time in stage"_s, u"Own funnels"_s}) {
        QVERIFY(shown.open(tab));
        QCOMPARE(PageFixture::namelessFocusable(*shown.page.currentTab()), QStringList());
        if (QWidget *inspector = shown.page.inspector())
            QCOMPARE(PageFixture::namelessFocusable(*inspector), QStringList());
    }
}

void TestLifecycleTabs::speaksArabic()
{
    Shown shown;
    shown.display.setLanguage(Language::Arabic);
    QVERIFY(shown.open(u"Own funnels"_s));
    QTRY_VERIFY(!shown.find<StepFunnelChart>()->isEmpty());
    QVERIFY(shown.find<QLabel>(u"ownDefinition"_s)->text().contains(u"العملاء"_s));
    for (const QString &tab : {u"Journey"_s, u"Cohorts"_s, u"Time in stage"_s})
        QVERIFY(shown.open(tab));
}

QTEST_MAIN(TestLifecycleTabs)
#include "tst_lifecycletabs.moc"
