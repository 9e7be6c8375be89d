#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/columnschart.h"
#include "ui/charts/curveschart.h"
#include "ui/charts/heattablechart.h"
#include "ui/charts/journeyflowchart.h"
#include "ui/charts/stepfunnelchart.h"
#include "ui/pages/lifecycle/celltable.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/contactsdialog.h"
#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/pages/lifecycle/lifecycletab.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"

#include <qcustomplot.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

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
    void savesAFunnelUnderItsName();
    void breaksAFunnelDown();
    void showsWhoWasLost();
    void keepsItsTablesSound();
    void namesWhatTheKeyboardReaches();
    void speaksArabic();

private:
    /// The sample over the time in which its customers began.
    static Insights::AnalysisPtr analysisOfTwoYears()
    {
        auto analysis = std::make_shared<Insights::Analysis>(*Sample::analysis());
        analysis->query.filter.period = {QDate(2023, 6, 1), QDate(2025, 6, 30)};
        return analysis;
    }
    struct Shown
    {
        Display display;
        LifecyclePage page{display};
        Shown()
        {
            PageFixture::dress(display);
            page.setAnalysis(analysisOfTwoYears());
        }
        [[nodiscard]] bool open(const QString &tab)
        {
            if (!PageFixture::show(page))
                return false;
            for (int i = 0; i < page.tabs().size(); ++i) {
                if (page.tabs()[i]->title() == tab)
                    page.showTab(i);
            }
            return QTest::qWaitFor([this] { return !page.currentTab()->isComputing(); })
                   && page.currentTab()->title() == tab;
        }
        [[nodiscard]] bool settle()
        {
            return QTest::qWaitFor([this] { return !page.currentTab()->isComputing(); });
        }
        template <typename T>
        T *find(const QString &name = {})
        {
            return page.currentTab()->findChild<T *>(name);
        }
        template <typename T>
        T *inspected(const QString &name)
        {
            return page.inspector()->findChild<T *>(name);
        }
        void choose(const QString &control, int segment)
        {
            find<SegmentedControl>(control)->findChildren<QToolButton *>()[segment]->click();
        }
    };
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
    QVERIFY(dialog->findChild<ContactList *>()->model()->rowCount() > 0);
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
    QCOMPARE(contacts.first()[1].value<std::vector<Customers::CustomerIndex>>().size(), 200U);
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
    emit chart->stepActivated(1, 0, true);
    auto *menu = shown.page.findChild<QMenu *>(u"stepMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    QSignalSpy contacts(shown.page.currentTab(), &LifecycleTab::contactsRequested);
    menu->actions()[0]->trigger();
    QCOMPARE(contacts.count(), 1);
    QCOMPARE(contacts.first()[1].value<std::vector<Customers::CustomerIndex>>().size(), 200U);
    delete shown.page.findChild<ContactsDialog *>();
    menu->actions()[1]->trigger();
    menu->close();
    QVERIFY(shown.settle());
    // 50 bought once and did nothing more; for the others the second purchase came too late.
    const auto *rows = shown.find<QTableView>(u"funnelRows"_s)->model();
    QTRY_COMPARE(rows->rowCount(), 2);
    QCOMPARE(rows->index(0, 1).data().toString(), u"150"_s);
    QCOMPARE(rows->index(1, 0).data().toString(), u"nothing more"_s);
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
