#include "tests/ui/pages/lifecycle/lifecyclefixture.h"
#include "ui/charts/columnschart.h"
#include "ui/charts/curveschart.h"
#include "ui/charts/journeyflowchart.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/charts/stepfunnelchart.h"
#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/widgets/numberfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using LifecycleFixture::Shown;

/// The lifecycle screen in Arabic with nothing but the keyboard: everything is reached with Tab and
/// worked with arrows, Space and Enter.
class TestLifecycleKeys : public QObject
{
    Q_OBJECT

private slots:
    void init() { PageFixture::failOnAnyWarning(); }

    void tabReachesEverything_data();
    void tabReachesEverything();
    void editsAFunnel();
    void readsTheReadings();
    void editsAStage();
    void choosesDepthAndWeightOfTheJourney();
    void changesThePromiseOfTheHandOffs();
    void writesMeddicDown();

private:
    enum Tab { Funnel, OwnFunnels, Journey, Cohorts, TimeInStage, HandOffs };

    /// The page beside its inspector, as in the window.
    struct Screen : Shown
    {
        QWidget window;
        Screen()
            : Shown(Language::Arabic)
        {
            window.setLayoutDirection(Qt::RightToLeft);
        }
        ~Screen()
        {
            // Both belong to somebody else.
            page.setParent(nullptr);
            if (QWidget *inspector = page.inspector())
                inspector->setParent(page.currentTab());
        }
        [[nodiscard]] bool open(Tab tab)
        {
            page.showTab(tab);
            auto *row = new QHBoxLayout(&window);
            row->addWidget(&page, 1);
            if (QWidget *inspector = page.inspector()) {
                auto *scroll = new QScrollArea;
                scroll->setFocusPolicy(Qt::NoFocus);
                scroll->setWidgetResizable(true);
                scroll->setFixedWidth(320);
                scroll->setWidget(inspector);
                inspector->show();
                row->addWidget(scroll);
            }
            window.resize(1500, 900);
            window.show();
            QApplication::setActiveWindow(&window);
            return QTest::qWaitForWindowActive(&window) && settle();
        }
        /// Whether \a widget or something within it has the focus.
        [[nodiscard]] static bool holdsFocus(const QWidget *widget)
        {
            const QWidget *focus = QApplication::focusWidget();
            return focus && (focus == widget || widget->isAncestorOf(focus));
        }
        [[nodiscard]] QWidget *named(const QString &name) { return window.findChild<QWidget *>(name); }
        /// Presses Tab until \a name has the focus.
        [[nodiscard]] bool tabTo(const QString &name)
        {
            QWidget *wanted = named(name);
            for (int press = 0; wanted && press < 400; ++press) {
                if (holdsFocus(wanted))
                    return true;
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window,
                                Qt::Key_Tab);
            }
            return false;
        }
        /// Leaves the open dialog as a person does.
        [[nodiscard]] bool escape()
        {
            QTest::keyClick(page.findChild<ContactsDialog *>(), Qt::Key_Escape);
            window.activateWindow();
            // The closed dialog may count as active for a moment.
            return QTest::qWaitFor([this] {
                return !page.findChild<ContactsDialog *>() && QApplication::activeWindow() == &window;
            });
        }
        void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    };
};

void TestLifecycleKeys::tabReachesEverything_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("funnel") << int(Funnel);
    QTest::newRow("own funnels") << int(OwnFunnels);
    QTest::newRow("journey") << int(Journey);
    QTest::newRow("cohorts") << int(Cohorts);
    QTest::newRow("time in stage") << int(TimeInStage);
    QTest::newRow("hand-offs") << int(HandOffs);
}

void TestLifecycleKeys::tabReachesEverything()
{
    QFETCH(const int, tab);
    Screen screen;
    QVERIFY(screen.open(Tab(tab)));
    QVERIFY(screen.tabTo(u"lifecycleTabs"_s));
    QSet<const QWidget *> reached;
    for (int press = 0; press < 400; ++press) {
        reached.insert(QApplication::focusWidget());
        screen.press(Qt::Key_Tab);
        if (Screen::holdsFocus(screen.named(u"lifecycleTabs"_s)))
            break;
    }
    QStringList missed;
    for (const QWidget *widget : screen.window.findChildren<QWidget *>()) {
        const bool wants = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(&screen.window)
                           && widget->isEnabled() && !widget->focusProxy();
        const bool inGroup = qobject_cast<SegmentedControl *>(widget->parentWidget()); // one of them is enough
        const bool isField = widget->objectName() == u"qt_spinbox_lineedit";
        if (wants && !inGroup && !isField && !reached.contains(widget))
            missed.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QCOMPARE(missed, QStringList());
    QVERIFY(reached.size() > 3);
}

void TestLifecycleKeys::editsAFunnel()
{
    Screen screen;
    screen.keepOdd();
    QVERIFY(screen.open(OwnFunnels));
    const auto query = [&] { return qobject_cast<FunnelEditor *>(screen.page.inspector())->query(); };
    // The order, in the direction of reading: the right key goes back to strict.
    QVERIFY(screen.tabTo(u"funnelOrder"_s));
    screen.press(Qt::Key_Right);
    QCOMPARE(query().order, Funnel::StepOrder::Strict);
    screen.press(Qt::Key_Left);
    QCOMPARE(query().order, Funnel::StepOrder::Ordered);
    // An exclusion, from the first step to the last.
    QVERIFY(screen.tabTo(u"addExclusion"_s));
    screen.press(Qt::Key_Space);
    QCOMPARE(query().exclusions.size(), 1);
    QVERIFY(screen.tabTo(u"exclusionEvent0"_s));
    const Funnel::Condition before = query().exclusions.first().condition;
    screen.press(Qt::Key_Down);
    QVERIFY(query().exclusions.first().condition != before);
    QVERIFY(screen.tabTo(u"removeExclusion0"_s));
    screen.press(Qt::Key_Space);
    QVERIFY(query().exclusions.isEmpty());
    // Another step and an event in the place of its own.
    QVERIFY(screen.tabTo(u"addStep"_s));
    screen.press(Qt::Key_Space);
    QCOMPARE(query().steps.size(), 3);
    QVERIFY(screen.tabTo(u"stepAddAlternative2"_s));
    screen.press(Qt::Key_Space);
    QCOMPARE(query().steps[2].condition.alternatives.size(), 1);
    QVERIFY(screen.tabTo(u"removeStep2"_s));
    screen.press(Qt::Key_Space);
    QCOMPARE(query().steps.size(), 2);
    // The window by its slider, sessions, breakdown and comparison.
    QVERIFY(screen.tabTo(u"windowSlider"_s));
    const auto window = query().windowSeconds;
    screen.press(Qt::Key_Left); // to the left is on, in Arabic
    QVERIFY(query().windowSeconds > window);
    QVERIFY(screen.tabTo(u"funnelCount"_s));
    screen.press(Qt::Key_End);
    QCOMPARE(query().counting, Funnel::Counting::Sessions);
    QVERIFY(screen.tabTo(u"sessionGap"_s));
    screen.press(Qt::Key_Up);
    QCOMPARE(query().sessionGapSeconds, std::int64_t(31 * 60));
    QVERIFY(screen.tabTo(u"funnelCount"_s));
    screen.press(Qt::Key_Home);
    QVERIFY(screen.tabTo(u"funnelBreakdown"_s));
    screen.press(Qt::Key_Down);
    QVERIFY(query().breakdown.has_value());
    QVERIFY(screen.tabTo(u"funnelCompare"_s));
    screen.press(Qt::Key_End);
    QVERIFY(query().compare && query().compare->segment == u"Odd"_s);
    QVERIFY(screen.settle());
    // A name, and it is kept.
    QSignalSpy edited(&screen.page, &LifecyclePage::funnelsEdited);
    QVERIFY(screen.tabTo(u"funnelName"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Again"_s);
    QVERIFY(screen.tabTo(u"saveFunnel"_s));
    screen.press(Qt::Key_Space);
    QCOMPARE(edited.count(), 1);
    QVERIFY(screen.settle());
}

void TestLifecycleKeys::readsTheReadings()
{
    Screen screen;
    QVERIFY(screen.open(OwnFunnels));
    auto *chart = screen.find<StepFunnelChart>();
    QTRY_VERIFY(!chart->isEmpty());
    // Without a limit 150 convert.
    QVERIFY(screen.tabTo(u"hasWindow"_s));
    screen.press(Qt::Key_Space);
    QVERIFY(screen.settle());
    QTRY_COMPARE(chart->dataTable()[2][2].toInt(), 150);
    // The breakdown's row of all, second step.
    QVERIFY(screen.tabTo(u"funnelRows"_s));
    auto *rows = screen.find<QTableView>(u"funnelRows"_s);
    rows->setCurrentIndex(rows->model()->index(0, 0));
    for (int column = 0; column < 3; ++column)
        screen.press(Qt::Key_Left);
    QCOMPARE(rows->currentIndex().column(), 3);
    screen.press(Qt::Key_Return);
    QCOMPARE(screen.listed(), 150);
    QVERIFY(screen.escape());
    // Trend, time to convert, drivers.
    QVERIFY(screen.tabTo(u"funnelTable"_s));
    screen.press(Qt::Key_Left);
    QVERIFY(screen.find<CurvesChart>()->isVisible());
    screen.press(Qt::Key_Left);
    auto *times = screen.find<ColumnsChart>();
    QVERIFY(times->isVisible());
    for (int press = 0; press < 50 && !Screen::holdsFocus(times); ++press)
        screen.press(Qt::Key_Tab);
    QVERIFY(Screen::holdsFocus(times));
    screen.press(Qt::Key_Home);
    screen.press(Qt::Key_Return);
    QVERIFY(screen.listed() > 0);
    QVERIFY(screen.escape());
    QVERIFY(screen.tabTo(u"funnelTable"_s));
    screen.press(Qt::Key_Left);
    QVERIFY(rows->isVisible());
    QVERIFY(rows->model()->rowCount() > 0);
}

void TestLifecycleKeys::editsAStage()
{
    Screen screen;
    QVERIFY(screen.open(Funnel));
    auto *funnel = screen.find<LifecycleFunnelChart>();
    QTRY_VERIFY(!funnel->marks().isEmpty());
    for (int press = 0; press < 100 && !Screen::holdsFocus(funnel); ++press)
        screen.press(Qt::Key_Tab);
    QVERIFY(Screen::holdsFocus(funnel));
    screen.press(Qt::Key_Home);
    screen.press(Qt::Key_Left); // the next stage, in Arabic
    screen.press(Qt::Key_Return);
    QVERIFY(screen.tabTo(u"stageNameEnglish"_s));
    auto *name = qobject_cast<QLineEdit *>(screen.named(u"stageNameEnglish"_s));
    const QString before = name->text();
    name->selectAll();
    QTest::keyClicks(name, u"Catch"_s);
    QVERIFY(screen.tabTo(u"resetStage"_s));
    screen.press(Qt::Key_Space);
    QCOMPARE(name->text(), before);
    QVERIFY(screen.tabTo(u"stageNameEnglish"_s));
    name->selectAll();
    QTest::keyClicks(name, u"Catch"_s);
    QSignalSpy edited(&screen.page, &Page::lifecycleEdited);
    QVERIFY(screen.tabTo(u"applyStage"_s));
    screen.press(Qt::Key_Space);
    QCOMPARE(edited.count(), 1);
    const auto lifecycle = edited.first().first().value<Lifecycle::LifecycleModel>();
    QCOMPARE(lifecycle.stages[1].nameEnglish, u"Catch"_s);
}

void TestLifecycleKeys::choosesDepthAndWeightOfTheJourney()
{
    Screen screen;
    QVERIFY(screen.open(Journey));
    auto *flow = screen.find<JourneyFlowChart>();
    QTRY_VERIFY(flow->marks().size() > 2);
    const qsizetype all = flow->marks().size();
    QVERIFY(screen.tabTo(u"leastContacts"_s));
    screen.press(Qt::Key_End);
    QVERIFY(flow->marks().size() < all);
    screen.press(Qt::Key_Home);
    QCOMPARE(flow->marks().size(), all);
    QVERIFY(screen.tabTo(u"flowDepth"_s));
    screen.press(Qt::Key_Home);
    const int depth = flow->options().depth;
    screen.press(Qt::Key_Left); // to the left is more, in Arabic
    QVERIFY(flow->options().depth != depth);
    QVERIFY(screen.tabTo(u"showLeft"_s));
    screen.press(Qt::Key_Space);
    QVERIFY(!flow->options().left);
}

void TestLifecycleKeys::changesThePromiseOfTheHandOffs()
{
    Screen screen;
    QVERIFY(screen.open(HandOffs));
    QSignalSpy edited(&screen.page, &Page::lifecycleEdited);
    QVERIFY(screen.tabTo(u"weekend"_s));
    screen.press(Qt::Key_Down);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.last().first().value<Lifecycle::LifecycleModel>().service.week.weekend,
             (QList<Qt::DayOfWeek>{Qt::Saturday, Qt::Sunday}));
    QVERIFY(screen.tabTo(u"promisedHours"_s));
    screen.press(Qt::Key_Up);
    screen.press(Qt::Key_Tab);
    QCOMPARE(edited.count(), 2);
}

void TestLifecycleKeys::writesMeddicDown()
{
    Screen screen;
    screen.page.setDealSource([](const Customers::Snapshot &,
                                 const Progress &) -> Result<std::vector<Lifecycle::Deal>> {
        std::vector<Lifecycle::Deal> deals;
        for (const auto &[id, amount] : {std::pair(u"D-large"_s, 900000), std::pair(u"D-small"_s, 100)}) {
            Lifecycle::DealChange change;
            change.time = epochSeconds(QDate(2025, 6, 3));
            change.stage = u"SQL"_s;
            change.milestone = Lifecycle::milestoneOf(change.stage);
            change.amount = amount;
            deals.push_back({id, Customers::CustomerIndex(deals.size()), {change}});
        }
        return deals;
    });
    QVERIFY(screen.open(HandOffs));
    QTRY_VERIFY(screen.named(u"openDeals"_s)->isVisibleTo(&screen.window));
    QSignalSpy edited(&screen.page, &LifecyclePage::meddicNotesEdited);
    QVERIFY(screen.tabTo(u"openDeals"_s));
    screen.press(Qt::Key_Home);
    screen.press(Qt::Key_Down); // the small one
    QVERIFY(screen.tabTo(u"meddicScore0"_s));
    screen.press(Qt::Key_End);
    QCOMPARE(edited.count(), 1);
    auto notes = edited.last().first().value<Lifecycle::MeddicNotes>();
    QCOMPARE(notes.value(u"D-small"_s).value(0).score, std::optional<int>(3));
    QVERIFY(screen.tabTo(u"meddicEvidence0"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Saves two days a month"_s);
    screen.press(Qt::Key_Tab);
    notes = edited.last().first().value<Lifecycle::MeddicNotes>();
    QCOMPARE(notes.value(u"D-small"_s).value(0).evidence, u"Saves two days a month"_s);
}

QTEST_MAIN(TestLifecycleKeys)
#include "tst_lifecyclekeys.moc"
