#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/pages/lifecycle/breakdownmodel.h"
#include "ui/charts/turningpointchart.h"
#include "ui/pages/lifecycle/contactsdialog.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/pages/lifecycle/segmentsdialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <qcustomplot.h>

#include <QCheckBox>
#include <QContextMenuEvent>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestLifecyclePage : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void switchesBetweenCountAndPercent();
    void saysWhatIsCountedInTheLanguageShown();
    void comparesEachValueWithAll();
    void asksForAnotherAttribute();
    void opensTheStageThatIsClicked();
    void showsTheCustomersOfAColumnAndOfItsLoss();
    void showsTheCustomersOfTheTablesCells();
    void showsTheCustomersOfATurningGroup();
    void listsSavedSegmentsAndRemovesOne();
    void handsOverAnEditOnlyWithApply();
    void movesTheTurningPoint();
    void refusesAStageWithoutAName();
    void editsTheWindow();
    void forgetsEditsWithReset();
    void namesWhatTheKeyboardReaches();

private:
    /// The page with its inspector open beside it for the stage \a stage.
    struct Shown
    {
        Display display;
        LifecyclePage page{display};
        Shown()
        {
            PageFixture::dress(display);
            page.setAnalysis(Sample::analysis());
        }
        [[nodiscard]] bool show() { return PageFixture::show(page); }
        template <typename T>
        T *inspected(const QString &name)
        {
            return page.inspector()->findChild<T *>(name);
        }
        void open(int stage)
        {
            page.inspector()->setParent(nullptr);
            page.inspector()->resize(300, 640);
            page.inspector()->show();
            emit page.findChild<LifecycleFunnelChart *>()->stageActivated(stage);
        }
        /// How many customers the open dialog lists, once it has found them; −1: none is open.
        [[nodiscard]] int listed()
        {
            const auto *dialog = page.findChild<ContactsDialog *>();
            if (!dialog || !QTest::qWaitFor([dialog] { return !dialog->isComputing(); }))
                return -1;
            return dialog->findChild<ContactList *>()->model()->rowCount();
        }
        ~Shown() { delete page.inspector(); }
    };

    /// The sample with a lifecycle that its customers really walk: a request on 1 June 2023, then
    /// the first and the second purchase, which 150 of the 200 made.
    static Insights::AnalysisPtr walked()
    {
        auto analysis = std::make_shared<Insights::Analysis>(*Sample::analysis());
        analysis->query.filter.period = {QDate(2023, 6, 1), QDate(2025, 6, 30)};
        Lifecycle::LifecycleModel &lifecycle = analysis->query.lifecycle;
        const Lifecycle::LifecycleModel all = Lifecycle::businessTemplate();
        lifecycle.stages = {all.stages[0], all.stages[3], all.stages[4]};
        lifecycle.stages[0].entry = {{u"demo_request"_s}, 0};
        lifecycle.stages[1].entry = {{}, 1};
        lifecycle.stages[2].entry = {{}, 2};
        const auto view = Lifecycle::computeLifecycle(
            *analysis->snapshot, lifecycle, {analysis->query.filter.period, {}, 0, u"sector"_s});
        if (view)
            analysis->lifecycle = *view;
        return analysis;
    }
};

void TestLifecyclePage::switchesBetweenCountAndPercent()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *funnel = shown.page.findChild<LifecycleFunnelChart *>();
    QCOMPARE(funnel->mode(), LifecycleFunnelChart::Mode::Count);
    const QList<QToolButton *> segments =
        shown.page.findChild<SegmentedControl *>(u"funnelMode"_s)->findChildren<QToolButton *>();
    QTest::mouseClick(segments[1], Qt::LeftButton);
    QCOMPARE(funnel->mode(), LifecycleFunnelChart::Mode::Percent);
    segments[1]->setFocus();
    QTest::keyClick(segments[1], Qt::Key_Left);
    QCOMPARE(funnel->mode(), LifecycleFunnelChart::Mode::Count);
}

void TestLifecyclePage::saysWhatIsCountedInTheLanguageShown()
{
    Shown shown;
    const auto *definition = shown.page.findChild<QLabel *>(u"definition"_s);
    QVERIFY(definition->text().startsWith(u"Customers who entered"_s));
    shown.display.setLanguage(Language::Arabic);
    QVERIFY(definition->text().startsWith(u"العملاء"_s));
}

void TestLifecyclePage::comparesEachValueWithAll()
{
    Shown shown;
    const auto *table = shown.page.findChild<QTableView *>(u"breakdown"_s);
    const QAbstractItemModel *model = table->model();
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(model->columnCount(), 7);
    QCOMPARE(model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Sector"_s);
    const auto text = [&](int row, int column) {
        return model->index(row, column).data().toString();
    };
    QCOMPARE(text(0, 1), u"1,000"_s);
    QCOMPARE(text(0, 2), u"50\u202F%"_s);
    QCOMPARE(text(1, 0), u"Hospitality"_s);
    QCOMPARE(text(2, 2), u"43\u202F%"_s); // 0.425
    QCOMPARE(text(1, 6), u"90"_s);
    // Above all is on the blue side, below on the red; all is not shaded.
    QVERIFY(model->index(1, 2).data(BreakdownModel::PositionRole).toDouble() > 0);
    QVERIFY(model->index(2, 2).data(BreakdownModel::PositionRole).toDouble() < 0);
    QVERIFY(!model->index(0, 2).data(BreakdownModel::PositionRole).isValid());
    QVERIFY(!model->index(1, 1).data(BreakdownModel::PositionRole).isValid());
}

void TestLifecyclePage::asksForAnotherAttribute()
{
    Shown shown;
    QVERIFY(shown.show());
    QSignalSpy edited(&shown.page, &Page::lifecycleQueryEdited);
    QTest::mouseClick(shown.page.findChild<Button *>(u"attribute"_s), Qt::LeftButton);
    auto *menu = shown.page.findChild<QMenu *>(u"attributeMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    QTest::keyClick(menu, Qt::Key_Up); // round to the last
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(edited.count(), 1);
    QCOMPARE(edited.first()[0].toInt(), 90);
    QCOMPARE(edited.first()[1].toString(), u"city"_s);
}

void TestLifecyclePage::opensTheStageThatIsClicked()
{
    Shown shown;
    QVERIFY(shown.show());
    auto *funnel = shown.page.findChild<LifecycleFunnelChart *>();
    QSignalSpy opened(&shown.page, &Page::inspectorRequested);
    QTRY_VERIFY(funnel->marks().size() >= 5);
    const QRectF area = funnel->marks()[3].area;
    // Its name; the column below shows the customers.
    QTest::mouseClick(funnel->plot(), Qt::LeftButton, {}, QPointF(area.center().x(), area.top() + 6).toPoint());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toBool(), true);
    QCOMPARE(funnel->selectedStage(), 3);
    QCOMPARE(shown.inspected<QLineEdit>(u"stageNameEnglish"_s)->text(), u"Convert"_s);
}

void TestLifecyclePage::showsTheCustomersOfAColumnAndOfItsLoss()
{
    Shown shown;
    shown.page.setAnalysis(walked());
    QVERIFY(shown.show());
    auto *funnel = shown.page.findChild<LifecycleFunnelChart *>();
    QTRY_VERIFY(funnel->marks().size() > 3);
    const auto find = [funnel](const QString &title) {
        for (int i = 0; i < funnel->marks().size(); ++i) {
            if (funnel->marks()[i].title == title)
                return i;
        }
        return -1;
    };
    QSignalSpy opened(&shown.page, &Page::inspectorRequested);
    const int column = find(u"Customers in Expand"_s);
    QVERIFY(column >= 0);
    QTest::mouseClick(funnel->plot(), Qt::LeftButton, {}, funnel->marks()[column].area.center().toPoint());
    QCOMPARE(shown.listed(), 150);
    QCOMPARE(opened.count(), 0);
    delete shown.page.findChild<ContactsDialog *>();
    // By keyboard: from the stage down to its column and the loss before it.
    funnel->setFocus();
    funnel->setFocusedMark(find(u"Expand"_s));
    QTest::keyClick(funnel, Qt::Key_Down);
    QCOMPARE(funnel->focusedMark(), column);
    QTest::keyClick(funnel, Qt::Key_Down);
    QCOMPARE(funnel->focusedMark(), find(u"Lost before Expand"_s));
    QTest::keyClick(funnel, Qt::Key_Return);
    QCOMPARE(shown.listed(), 50);
    auto *dialog = shown.page.findChild<ContactsDialog *>();
    QTest::mouseClick(dialog->findChild<SegmentedControl *>(u"contactsPart"_s)->findChildren<QToolButton *>()[1],
                      Qt::LeftButton);
    const auto *rows = dialog->findChild<QTableView *>(u"instead"_s)->model();
    QTRY_COMPARE(rows->rowCount(), 1); // they bought once and did nothing more
    QCOMPARE(rows->index(0, 0).data().toString(), u"nothing more"_s);
    QCOMPARE(rows->index(0, 1).data().toString(), u"50"_s);
    delete dialog;
    funnel->setFocusedMark(find(u"Expand"_s));
    QTest::keyClick(funnel, Qt::Key_Left);
    QCOMPARE(funnel->marks()[funnel->focusedMark()].title, u"Convert"_s);
}

void TestLifecyclePage::showsTheCustomersOfTheTablesCells()
{
    Shown shown;
    shown.page.setAnalysis(walked());
    QVERIFY(shown.show());
    auto *table = shown.page.findChild<QTableView *>(u"breakdown"_s);
    QCOMPARE(table->model()->rowCount(), 3); // all, and two sectors of 100
    const auto click = [&](int row, int column) {
        const QModelIndex index = table->model()->index(row, column);
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    };
    click(1, 1);
    QCOMPARE(shown.listed(), 100);
    delete shown.page.findChild<ContactsDialog *>();
    click(0, 3); // all, second purchase
    QCOMPARE(shown.listed(), 150);
    delete shown.page.findChild<ContactsDialog *>();
    click(1, 0); // a name opens nothing
    QVERIFY(!shown.page.findChild<ContactsDialog *>());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 2));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(shown.listed(), 100);
    delete shown.page.findChild<ContactsDialog *>();
    // The menu of a cell also has those who were lost before it: 50, all of one sector or of both.
    table->setCurrentIndex(table->model()->index(0, 3));
    QContextMenuEvent request(QContextMenuEvent::Keyboard, table->visualRect(table->currentIndex()).center(),
                              table->viewport()->mapToGlobal(table->visualRect(table->currentIndex()).center()));
    QApplication::sendEvent(table->viewport(), &request);
    auto *menu = shown.page.findChild<QMenu *>(u"cellMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    QTest::keyClick(menu, Qt::Key_Up); // round to the last
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(shown.page.findChild<ContactsDialog *>());
    QCOMPARE(shown.listed(), 50);
    delete shown.page.findChild<ContactsDialog *>();
}

void TestLifecyclePage::showsTheCustomersOfATurningGroup()
{
    Shown shown;
    Segments::Segment odd;
    odd.name = u"Odd"_s;
    odd.customers = QStringList();
    shown.page.setSegmentSource([](const Segments::Segment &, const Customers::SnapshotPtr &snapshot,
                                   const Progress &) -> Result<Segments::Mask> {
        Segments::Mask mask(snapshot->customers(), 0);
        for (std::size_t i = 1; i < mask.size(); i += 2)
            mask[i] = 1;
        return mask;
    });
    shown.page.setAnalysis(walked());
    QVERIFY(shown.show());
    auto *chart = shown.page.findChild<TurningPointChart *>();
    QTRY_VERIFY(!chart->marks().isEmpty());
    const QList<QToolButton *> groups =
        shown.page.findChild<SegmentedControl *>(u"turningGroups"_s)->findChildren<QToolButton *>();
    QVERIFY(!groups[2]->isEnabled()); // no segment yet
    shown.page.setSegments({odd});
    QVERIFY(groups[2]->isEnabled());
    groups[2]->click();
    QTRY_COMPARE(chart->readings().value(0).customers, 100);
    QCOMPARE(chart->readings().first().label, u"Odd"_s);
    chart->setFocus();
    chart->setFocusedMark(0);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(shown.listed(), 100);
    delete shown.page.findChild<ContactsDialog *>();
}

void TestLifecyclePage::listsSavedSegmentsAndRemovesOne()
{
    Shown shown;
    Segments::Segment first;
    first.name = u"First"_s;
    first.customers = QStringList{u"1"_s};
    first.madeFrom = u"Lost before Convert"_s;
    Segments::Segment second;
    second.name = u"Second"_s;
    second.rule = Segments::Rule::of({u"segment"_s, Segments::Operator::Equals, u"First"_s, 0, {}, {}});
    shown.page.setSegmentSource([](const Segments::Segment &segment, const Customers::SnapshotPtr &snapshot,
                                   const Progress &) -> Result<Segments::Mask> {
        Segments::Mask mask(snapshot->customers(), 0);
        std::fill_n(mask.begin(), segment.isStatic() ? 7 : 9, 1);
        return mask;
    });
    shown.page.setSegments({first, second});
    QVERIFY(shown.show());
    QTest::mouseClick(shown.page.findChild<Button *>(u"savedSegments"_s), Qt::LeftButton);
    auto *dialog = shown.page.findChild<SegmentsDialog *>();
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"segments"_s);
    QTRY_COMPARE(table->model()->index(0, 2).data().toString(), u"7"_s);
    QCOMPARE(table->model()->index(1, 2).data().toString(), u"9"_s);
    QCOMPARE(table->model()->index(0, 3).data().toString(), u"Lost before Convert"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 2)).center());
    QCOMPARE(shown.listed(), 7);
    delete shown.page.findChild<ContactsDialog *>();
    QSignalSpy edited(&shown.page, &LifecyclePage::segmentsEdited);
    auto *remove = dialog->findChild<Button *>(u"removeSegment"_s);
    table->selectRow(0); // the other one's rule refers to it
    QVERIFY(!remove->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"segmentsNote"_s)->text().contains(u"Second"_s));
    table->selectRow(1);
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().value<QList<Segments::Segment>>(), QList<Segments::Segment>{first});
    shown.page.setSegments({first});
    QTRY_COMPARE(table->model()->rowCount(), 1);
    delete dialog;
}

void TestLifecyclePage::handsOverAnEditOnlyWithApply()
{
    Shown shown;
    shown.open(3);
    QSignalSpy edited(&shown.page, &Page::lifecycleEdited);
    auto *name = shown.inspected<QLineEdit>(u"stageNameEnglish"_s);
    auto *apply = shown.inspected<Button>(u"applyStage"_s);
    QVERIFY(!apply->isEnabled());
    name->selectAll();
    QTest::keyClicks(name, u"Close"_s);
    auto *owner = shown.inspected<QComboBox>(u"stageOwner"_s);
    owner->setCurrentIndex(owner->findData(int(Lifecycle::Department::Service)));
    QCOMPARE(edited.count(), 0);
    QVERIFY(apply->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(edited.count(), 1);
    const auto lifecycle = edited.first().first().value<Lifecycle::LifecycleModel>();
    QCOMPARE(lifecycle.stages[3].nameEnglish, u"Close"_s);
    QCOMPARE(lifecycle.stages[3].accountable, Lifecycle::Department::Service);
    QCOMPARE(lifecycle.stages[2], Lifecycle::businessTemplate().stages[2]);
    QVERIFY(!apply->isEnabled());
}

void TestLifecyclePage::movesTheTurningPoint()
{
    Shown shown;
    shown.open(3);
    QSignalSpy edited(&shown.page, &Page::lifecycleEdited);
    const int before = Lifecycle::businessTemplate().turningPoint();
    QVERIFY(before != 3);
    auto *turns = shown.inspected<QCheckBox>(u"stageTurns"_s);
    QVERIFY(!turns->isChecked());
    QTest::keyClick(turns, Qt::Key_Space);
    QTest::mouseClick(shown.inspected<Button>(u"applyStage"_s), Qt::LeftButton);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().value<Lifecycle::LifecycleModel>().turningPoint(), 3);
}

void TestLifecyclePage::refusesAStageWithoutAName()
{
    Shown shown;
    shown.open(1);
    QSignalSpy edited(&shown.page, &Page::lifecycleEdited);
    auto *name = shown.inspected<QLineEdit>(u"stageNameEnglish"_s);
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QVERIFY(!shown.inspected<Button>(u"applyStage"_s)->isEnabled());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(edited.count(), 0);
}

void TestLifecyclePage::editsTheWindow()
{
    Shown shown;
    shown.open(2);
    QSignalSpy edited(&shown.page, &Page::lifecycleQueryEdited);
    QSignalSpy model(&shown.page, &Page::lifecycleEdited);
    auto *window = shown.inspected<NumberField>(u"stageWindow"_s);
    QCOMPARE(window->value(), 90.0);
    window->selectAll();
    QTest::keyClicks(window, u"180"_s);
    QTest::keyClick(window, Qt::Key_Return);
    QTest::mouseClick(shown.inspected<Button>(u"applyStage"_s), Qt::LeftButton);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first()[0].toInt(), 180);
    QCOMPARE(edited.first()[1].toString(), u"sector"_s);
    QCOMPARE(model.count(), 0);
}

void TestLifecyclePage::forgetsEditsWithReset()
{
    Shown shown;
    shown.open(2);
    auto *name = shown.inspected<QLineEdit>(u"stageNameArabic"_s);
    const QString before = name->text();
    name->clear();
    QTest::mouseClick(shown.inspected<Button>(u"resetStage"_s), Qt::LeftButton);
    QCOMPARE(name->text(), before);
}

void TestLifecyclePage::namesWhatTheKeyboardReaches()
{
    Shown shown;
    QVERIFY(shown.show());
    shown.open(2);
    QCOMPARE(PageFixture::namelessFocusable(shown.page), QStringList());
    QCOMPARE(PageFixture::namelessFocusable(*shown.page.inspector()), QStringList());
}

QTEST_MAIN(TestLifecyclePage)
#include "tst_lifecyclepage.moc"
