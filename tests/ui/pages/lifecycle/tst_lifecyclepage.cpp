#include "tests/ui/pages/pagefixture.h"
#include "tests/ui/pages/sampleanalysis.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/pages/lifecycle/breakdownmodel.h"
#include "ui/pages/lifecycle/lifecyclepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"

#include <qcustomplot.h>

#include <QCheckBox>
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
        ~Shown() { delete page.inspector(); }
    };
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
    QTest::mouseClick(funnel->plot(), Qt::LeftButton, {}, area.center().toPoint());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toBool(), true);
    QCOMPARE(funnel->selectedStage(), 3);
    QCOMPARE(shown.inspected<QLineEdit>(u"stageNameEnglish"_s)->text(), u"Convert"_s);
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
