#include "tests/ui/charts/samples.h"

#include "ui/charts/alivehistorychart.h"
#include "ui/charts/alivemapchart.h"
#include "ui/charts/bridgechart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/chartfactory.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/equitychart.h"
#include "ui/charts/frequencychart.h"
#include "ui/charts/handoffcharts.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/charts/minifunnelchart.h"
#include "ui/charts/spendreturnchart.h"
#include "ui/charts/trackingchart.h"
#include "ui/charts/turningpointchart.h"
#include "ui/style/display.h"
#include "ui/style/fonts.h"
#include "ui/widgets/button.h"

#include <qcustomplot.h>

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everyChartPaintsInEachLanguageAndTheme_data();
    void everyChartPaintsInEachLanguageAndTheme();
    void everyNameOfTheCommandLineMakesAChart();
    void emptyDataShowsWhyInsteadOfAPicture_data();
    void emptyDataShowsWhyInsteadOfAPicture();
    void hoverShowsTheMarkUnderTheMouse();
    void arrowsStepThroughTheMarksAndSpeakThem();
    void arrowsFollowTheEyeInAMirroredChart();
    void escapeLeavesTheMarkAndEnterActivatesIt();
    void clickOnAStageTellsWhich();
    void mirroredFunnelBeginsAtTheRight();
    void daysStandAsFarApartAsTheyAre();
    void timeRunsToTheRightInArabic();
    void dragSelectsARangeOfValues();
    void handlesMoveOneEndOfTheRange();
    void clickOnABarSelectsItsRange();
    void shiftArrowsBrushFromTheKeyboard();
    void doubleClickClearsTheRange();
    void rangeCountsExactlyTheValuesInside();
    void wheelScrollsThePageUnlessControlIsHeld();
    void menuHoldsTheSameActionsEverywhere();
    void copyDataPutsTheTableOnTheClipboard();
    void exportWritesEachFormat_data();
    void exportWritesEachFormat();
    void exportRefusesAnotherFormat();
    void exportTellsWhyAFileCannotBeWritten();
    void exportDialogWritesTheChosenFile();
    void svgHoldsOutlinesTitleAndNoText();
    void pdfEmbedsOnlyOurFonts();
    void csvQuotesAndKeepsArabic();
    void chartsFollowThemeAndLanguageWhileTheyRun();
    void aCutAxisIsSaid();
    void aChangeOfMethodBreaksTheLine();
    void anIncompletePeriodIsMarked();
    void assistiveTechnologyReadsEveryMark();
    void cardTakesTitleAndMenuFromItsChart();
    void titleOverrideIsForReports();
};

namespace {

struct Kind
{
    const char *name;
    std::function<std::unique_ptr<Chart>(Display &)> make;
    QSize size;
};

/// Every chart with sample data, as pages and reports make them.
const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{
        {"equity",
         [](Display &display) {
             auto chart = std::make_unique<EquityChart>(display);
             chart->setData(Samples::equity());
             return chart;
         },
         {780, 320}},
        {"bridge",
         [](Display &display) {
             auto chart = std::make_unique<BridgeChart>(display);
             chart->setData(Samples::bridge(), {});
             return chart;
         },
         {610, 290}},
        {"bridge-compact",
         [](Display &display) {
             auto chart = std::make_unique<BridgeChart>(display);
             chart->setCompact(true);
             chart->setData(Samples::bridge(), {});
             return chart;
         },
         {260, 210}},
        {"funnel",
         [](Display &display) {
             auto chart = std::make_unique<LifecycleFunnelChart>(display);
             chart->setData(Samples::funnel());
             chart->setSelectedStage(3);
             return chart;
         },
         {910, 440}},
        {"funnel-business",
         [](Display &display) {
             auto chart = std::make_unique<LifecycleFunnelChart>(display);
             chart->setData(Samples::businessFunnel());
             return chart;
         },
         {760, 400}},
        {"mini-funnel",
         [](Display &display) {
             auto chart = std::make_unique<MiniFunnelChart>(display);
             chart->setData(Samples::funnel());
             return chart;
         },
         {390, 320}},
        {"histogram",
         [](Display &display) {
             auto chart = std::make_unique<ClvHistogramChart>(display);
             chart->setData(Samples::clv(), {});
             chart->setRange(4000, 9000);
             return chart;
         },
         {570, 260}},
        {"histogram-linear",
         [](Display &display) {
             auto chart = std::make_unique<ClvHistogramChart>(display);
             chart->setData(Samples::clv(), {});
             chart->setLogScale(false);
             return chart;
         },
         {570, 260}},
        {"tracking",
         [](Display &display) {
             auto chart = std::make_unique<TrackingChart>(display);
             chart->setData(Samples::clv());
             return chart;
         },
         {560, 220}},
        {"frequency",
         [](Display &display) {
             auto chart = std::make_unique<FrequencyChart>(display);
             chart->setData(Samples::clv());
             return chart;
         },
         {480, 260}},
        {"alive-map",
         [](Display &display) {
             auto chart = std::make_unique<AliveMapChart>(display);
             chart->setData(Samples::aliveMap(), PeriodUnit::Week);
             chart->setCustomer(16, 22);
             return chart;
         },
         {300, 230}},
        {"alive-history",
         [](Display &display) {
             auto chart = std::make_unique<AliveHistoryChart>(display);
             chart->setData(Samples::aliveHistory());
             return chart;
         },
         {290, 150}},
        {"spend-return",
         [](Display &display) {
             auto chart = std::make_unique<SpendReturnChart>(display);
             const Equity::EquityResult equity = Samples::equity();
             chart->setData(Samples::spend(equity), equity);
             return chart;
         },
         {560, 290}},
        {"handoff-qualification",
         [](Display &display) {
             auto chart = std::make_unique<QualificationChart>(display);
             chart->setData({1204, 760, 540, 310, 420, 474});
             return chart;
         },
         {480, 200}},
        {"handoff-reasons",
         [](Display &display) {
             auto chart = std::make_unique<ReasonsChart>(display);
             chart->setData({{u"No budget"_s, 120, 90000000}, {u"Not ready yet"_s, 60, 30000000},
                             {{}, 4, 0}},
                            ReasonsChart::Kind::Rejections, {});
             return chart;
         },
         {480, 200}},
        {"meddic-win-rate",
         [](Display &display) {
             auto chart = std::make_unique<MeddicScoreChart>(display);
             Lifecycle::MeddicView view;
             view.scored = 300;
             view.bands = {{0, 4, 80, 40, 20, 6, 50}, {5, 9, 90, 70, 50, 25, 40},
                           {10, 14, 90, 85, 80, 50, 20}, {15, 18, 40, 40, 40, 35, 3}};
             chart->setData(view);
             return chart;
         },
         {480, 200}},
        {"stage-spend",
         [](Display &display) {
             auto chart = std::make_unique<StageSpendChart>(display);
             Lifecycle::SpendView view;
             view.acquisition = 900000;
             view.retention = 300000;
             view.acquisitionHours = 1200;
             view.retentionHours = 700;
             view.stages = {{u"attract"_s, u"Attract"_s, u"الجذب"_s, true, 900000, 1200},
                            {u"retain"_s, u"Retain"_s, u"الاحتفاظ"_s, false, 300000, 700}};
             chart->setData(view, {});
             return chart;
         },
         {560, 180}},
        {"turning-point",
         [](Display &display) {
             auto chart = std::make_unique<TurningPointChart>(display);
             Lifecycle::TurningView view;
             view.all = {{}, 900, 500, 0.56, 48, 90000000, 240000000};
             for (int quarter = 0; quarter < 6; ++quarter) {
                 view.cohorts.append({QDate(2024, 1, 1).addMonths(3 * quarter).toString(Qt::ISODate),
                                      150, 100 - 10 * quarter, 0.66 - 0.07 * quarter, 40,
                                      9000000 + 100000 * quarter, 30000000 - 4000000 * quarter});
             }
             chart->setData(view, {}, TurningPointChart::Groups::Cohorts, {});
             return chart;
         },
         {620, 260}},
        {"equity-empty",
         [](Display &display) {
             auto chart = std::make_unique<EquityChart>(display);
             chart->setData({});
             return chart;
         },
         {400, 240}},
    };
    return all;
}

const Kind &kind(const char *name)
{
    for (const Kind &entry : kinds()) {
        if (qstrcmp(entry.name, name) == 0)
            return entry;
    }
    qFatal("no such chart");
}

} // namespace

void TestCharts::initTestCase() { QVERIFY(loadFonts()); }

void TestCharts::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s));
}

void TestCharts::everyChartPaintsInEachLanguageAndTheme_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("arabic");
    QTest::addColumn<bool>("dark");
    for (std::size_t i = 0; i < kinds().size(); ++i) {
        for (const bool arabic : {false, true}) {
            for (const bool dark : {false, true})
                QTest::addRow("%s %s %s", kinds()[i].name, arabic ? "ar" : "en",
                              dark ? "dark" : "light")
                    << int(i) << arabic << dark;
        }
    }
}

void TestCharts::everyChartPaintsInEachLanguageAndTheme()
{
    QFETCH(int, index);
    QFETCH(bool, arabic);
    QFETCH(bool, dark);
    Display display(arabic ? Language::Arabic : Language::English,
                    dark ? Theme::Kind::Dark : Theme::Kind::Light);
    display.setDigits(arabic ? Digits::ArabicIndic : Digits::Latin);
    const Kind &entry = kinds()[std::size_t(index)];
    const std::unique_ptr<Chart> chart = entry.make(display);
    const QImage image = chart->image(entry.size, 1);
    QCOMPARE(image.size(), entry.size);
    QCOMPARE(image.pixelColor(0, 0), display.color("surface"));
    // Something is drawn in all four quarters of the picture, or an empty state in its middle.
    const QColor ground = display.color("surface");
    int drawn = 0;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            drawn += image.pixelColor(x, y) != ground ? 1 : 0;
    }
    QVERIFY2(drawn > (chart->isEmpty() ? 50 : 600), "hardly anything was painted");
    const QString folder = qEnvironmentVariable("QEEMA_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(chart->image(entry.size, 2)
                    .save(u"%1/%2-%3-%4.png"_s.arg(folder, QString::fromLatin1(entry.name),
                                                   arabic ? u"ar"_s : u"en"_s,
                                                   dark ? u"dark"_s : u"light"_s)));
    }
}

namespace {

/// A chart in a window with a finished layout.
template <typename ChartType>
void showChart(ChartType &chart, QSize size = {600, 320})
{
    chart.resize(size);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.plot()->replot(QCustomPlot::rpImmediateRefresh);
}

QPoint centerOf(const Chart &chart, int mark)
{
    return chart.marks().at(mark).area.center().toPoint();
}

void drag(QWidget *widget, QPoint from, QPoint until)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 8; ++i) {
        const QPoint place = from + (until - from) * i / 8;
        QMouseEvent move(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, until);
}

} // namespace

void TestCharts::everyNameOfTheCommandLineMakesAChart()
{
    const QStringList expected{
        u"equity-trend"_s,        u"equity-bridge"_s, u"lifecycle-funnel"_s,
        u"clv-histogram"_s,       u"tracking"_s,      u"tracking-cumulative"_s,
        u"frequency"_s,           u"conditional-expectation"_s,
        u"alive-calibration"_s,   u"alive-map"_s,     u"expected-map"_s,
        u"survival"_s,            u"retention"_s,     u"lorenz"_s,
        u"spend-fit"_s,           u"spend-return"_s,
        u"journey-flow"_s,        u"transitions"_s,   u"cohorts"_s,
        u"cohort-curves"_s,       u"growth"_s,        u"time-in-stage"_s,
        u"turning-point"_s,       u"stage-spend"_s};
    // These need a real fit, or the customers' rows, which the samples do not have.
    const QStringList fitted{u"conditional-expectation"_s, u"alive-calibration"_s, u"alive-map"_s,
                             u"expected-map"_s, u"survival"_s, u"retention"_s,
                             u"spend-fit"_s, u"journey-flow"_s,
                             u"transitions"_s, u"cohorts"_s, u"cohort-curves"_s, u"growth"_s,
                             u"time-in-stage"_s, u"turning-point"_s, u"stage-spend"_s};
    QCOMPARE(chartNames(), expected);
    Display display;
    Insights::Analysis analysis = Samples::analysis();
    analysis.clv.purchaseFit.parameters
        .clear();
    for (const QString &name : chartNames()) {
        const std::unique_ptr<Chart> chart = makeChart(name, analysis, display);
        QVERIFY(chart);
        QCOMPARE(chart->name(), name);
        QCOMPARE(chart->isEmpty(), fitted.contains(name));
        QVERIFY(!chart->title().isEmpty());
    }
    QVERIFY(!makeChart(u"pie"_s, analysis, display));
}

void TestCharts::emptyDataShowsWhyInsteadOfAPicture_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : chartNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestCharts::emptyDataShowsWhyInsteadOfAPicture()
{
    QFETCH(QString, name);
    Display display;
    const std::unique_ptr<Chart> chart = makeChart(name, Insights::Analysis(), display);
    QVERIFY(chart->isEmpty());
    QVERIFY(chart->marks().isEmpty());
    QVERIFY(!chart->title().isEmpty());
    QVERIFY(!chart->plot()->isVisibleTo(chart.get()));
    QVERIFY(!chart->menuAction(u"copyData"_s)->isEnabled());
    QVERIFY(!chart->image({300, 200}).isNull());
    QTest::keyClick(chart.get(), Qt::Key_Right); // nothing to step to, nothing to fall over
    QCOMPARE(chart->focusedMark(), -1);
}

void TestCharts::hoverShowsTheMarkUnderTheMouse()
{
    Display display;
    EquityChart chart(display);
    chart.setData(Samples::equity());
    showChart(chart);
    QSignalSpy hovered(&chart, &Chart::markHovered);
    const QImage before = chart.plot()->grab().toImage();
    QTest::mouseMove(chart.plot(), centerOf(chart, 5));
    QTRY_COMPARE(chart.hoveredMark(), 5);
    QCOMPARE(hovered.last().first().toInt(), 5);
    QCOMPARE(chart.marks().at(5).title, u"Q4 2023"_s);
    QVERIFY(chart.plot()->grab().toImage() != before);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(chart.plot(), &leave);
    QCOMPARE(chart.hoveredMark(), -1);
}

void TestCharts::arrowsStepThroughTheMarksAndSpeakThem()
{
    Display display;
    EquityChart chart(display);
    chart.setData(Samples::equity());
    showChart(chart);
    const QString finding = chart.accessibleDescription();
    QVERIFY(finding.contains(u"48.67"_s));
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.focusedMark(), 0);
    QVERIFY(chart.accessibleDescription().startsWith(u"Q3 2022"_s));
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.focusedMark(), 1);
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.focusedMark(), 11);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.focusedMark(), 11);
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.focusedMark(), 0);
}

void TestCharts::arrowsFollowTheEyeInAMirroredChart()
{
    Display display(Language::Arabic);
    LifecycleFunnelChart chart(display);
    chart.setData(Samples::funnel());
    showChart(chart, {800, 400});
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.focusedMark(), 0);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.focusedMark(), 1);
    QVERIFY(chart.marks().at(1).area.center().x() < chart.marks().at(0).area.center().x());
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.focusedMark(), 0);
}

void TestCharts::escapeLeavesTheMarkAndEnterActivatesIt()
{
    Display display;
    BridgeChart chart(display);
    chart.setData(Samples::bridge(), {});
    showChart(chart);
    QSignalSpy activated(&chart, &Chart::markActivated);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toInt(), 1);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(chart.focusedMark(), -1);
    QCOMPARE(chart.accessibleDescription(), chart.finding());
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
}

void TestCharts::clickOnAStageTellsWhich()
{
    Display display;
    LifecycleFunnelChart chart(display);
    chart.setData(Samples::funnel());
    showChart(chart, {900, 420});
    QSignalSpy activated(&chart, &LifecycleFunnelChart::stageActivated);
    QSignalSpy wanted(&chart, &LifecycleFunnelChart::customersWanted);
    const auto nameOf = [&chart](int stage) {
        const QRectF area = chart.marks()[stage].area;
        return QPointF(area.center().x(), area.top() + 6).toPoint();
    };
    QTest::mouseClick(chart.plot(), Qt::LeftButton, {}, nameOf(3));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toInt(), 3);
    // A press that is dragged away does nothing.
    QTest::mousePress(chart.plot(), Qt::LeftButton, {}, nameOf(3));
    QTest::mouseRelease(chart.plot(), Qt::LeftButton, {}, nameOf(5));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(wanted.count(), 0);
    // The columns and the losses between them ask for customers.
    const auto stages = int(Samples::funnel().levels.size());
    for (int mark = stages; mark < chart.marks().size(); ++mark) {
        const Chart::Mark place = chart.marks()[mark];
        const bool isLoss = place.title.startsWith(u"Lost"_s);
        const QPointF at = isLoss ? QPointF(place.area.center().x(), place.area.bottom() - 4)
                                  : place.area.center();
        QTest::mouseClick(chart.plot(), Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.takeFirst()[1].toBool(), isLoss);
    }
    QCOMPARE(activated.count(), 1);
    QCOMPARE(chart.marks().size(), 3 * stages - 1); // the first stage has no loss before it
}

void TestCharts::mirroredFunnelBeginsAtTheRight()
{
    for (const char *name : {"funnel", "bridge"}) {
        Display english;
        Display arabic(Language::Arabic);
        const std::unique_ptr<Chart> left = kind(name).make(english);
        const std::unique_ptr<Chart> right = kind(name).make(arabic);
        for (Chart *chart : {left.get(), right.get()}) {
            chart->resize(800, 400);
            chart->plot()->setViewport(QRect(0, 0, 800, 400));
            chart->plot()->replot(QCustomPlot::rpImmediateRefresh);
        }
        QVERIFY(left->marks().first().area.center().x() < left->marks().last().area.center().x());
        QVERIFY(right->marks().first().area.center().x() > right->marks().last().area.center().x());
    }
}

void TestCharts::daysStandAsFarApartAsTheyAre()
{
    Display display;
    EquityChart chart(display);
    Equity::EquityResult kept = Samples::equity();
    kept.query.step = PeriodUnit::Day;
    kept.series = kept.series.first(3);
    kept.series[0].date = QDate(2025, 1, 1);
    kept.series[1].date = QDate(2025, 1, 11);
    kept.series[2].date = QDate(2025, 4, 11);
    chart.setData(kept);
    chart.resize(600, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QList<Chart::Mark> &marks = chart.marks();
    QCOMPARE(marks.size(), 3);
    const auto x = [&](int mark) { return chart.marks()[mark].points.first().x(); };
    // Ten days, then ninety.
    QVERIFY2(std::abs((x(2) - x(1)) / (x(1) - x(0)) - 9) < 0.01,
             qPrintable(QString::number((x(2) - x(1)) / (x(1) - x(0)))));
    // What reacts to the mouse reaches halfway to the neighbours, without a gap.
    QVERIFY(std::abs(marks[0].area.right() - marks[1].area.left()) < 0.01);
    QVERIFY(std::abs(marks[1].area.right() - (x(1) + x(2)) / 2) < 0.01);
    // Quarters stand evenly, whatever their days.
    kept.query.step = PeriodUnit::Quarter;
    chart.setData(kept);
    QVERIFY(std::abs((x(2) - x(1)) - (x(1) - x(0))) < 0.01);
}

void TestCharts::timeRunsToTheRightInArabic()
{
    Display display(Language::Arabic);
    EquityChart chart(display);
    chart.setData(Samples::equity());
    showChart(chart);
    QVERIFY(chart.marks().first().points.first().x() < chart.marks().last().points.first().x());
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.focusedMark(), 1);
}

void TestCharts::dragSelectsARangeOfValues()
{
    Display display;
    ClvHistogramChart chart(display);
    chart.setData(Samples::clv(), {});
    showChart(chart);
    QSignalSpy selected(&chart, &ClvHistogramChart::rangeSelected);
    drag(chart.plot(), centerOf(chart, 30), centerOf(chart, 20)); // backwards is allowed
    QVERIFY(selected.count() >= 1);
    QVERIFY(chart.selection());
    const double low = selected.last().at(0).toDouble();
    const double high = selected.last().at(1).toDouble();
    QVERIFY(low < high);
    QCOMPARE(chart.selection()->low, low);
    QVERIFY(chart.selection()->customers > 0);
    QVERIFY(chart.selection()->share > 0 && chart.selection()->share < 1);
    QSignalSpy cleared(&chart, &ClvHistogramChart::rangeCleared);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.selection());
    QCOMPARE(cleared.count(), 1);
}

void TestCharts::handlesMoveOneEndOfTheRange()
{
    Display display;
    ClvHistogramChart chart(display);
    chart.setData(Samples::clv(), {});
    showChart(chart);
    drag(chart.plot(), centerOf(chart, 20), centerOf(chart, 30));
    const double low = chart.selection()->low;
    const double high = chart.selection()->high;
    drag(chart.plot(), centerOf(chart, 30), centerOf(chart, 36));
    QCOMPARE(chart.selection()->low, low);
    QVERIFY(chart.selection()->high > high);
}

void TestCharts::clickOnABarSelectsItsRange()
{
    Display display;
    ClvHistogramChart chart(display);
    chart.setData(Samples::clv(), {});
    showChart(chart);
    QSignalSpy selected(&chart, &ClvHistogramChart::rangeSelected);
    QTest::mouseClick(chart.plot(), Qt::LeftButton, {}, centerOf(chart, 25));
    QCOMPARE(selected.count(), 1);
    const qint64 one = chart.selection()->customers;
    QCOMPARE(one, chart.dataTable().at(26).at(2).toLongLong());
    QTest::mouseClick(chart.plot(), Qt::LeftButton, Qt::ControlModifier, centerOf(chart, 27));
    QVERIFY(chart.selection()->customers > one);
}

void TestCharts::shiftArrowsBrushFromTheKeyboard()
{
    Display display;
    ClvHistogramChart chart(display);
    chart.setData(Samples::clv(), {});
    showChart(chart);
    QSignalSpy selected(&chart, &ClvHistogramChart::rangeSelected);
    for (int i = 0; i < 11; ++i)
        QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.focusedMark(), 10);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(chart.focusedMark(), 13);
    QCOMPARE(selected.count(), 3);
    qint64 expected = 0;
    for (int bin = 10; bin <= 13; ++bin)
        expected += chart.dataTable().at(bin + 1).at(2).toLongLong();
    QCOMPARE(chart.selection()->customers, expected);
}

void TestCharts::doubleClickClearsTheRange()
{
    Display display;
    ClvHistogramChart chart(display);
    chart.setData(Samples::clv(), {});
    showChart(chart);
    chart.setRange(1000, 3000);
    QTest::mouseDClick(chart.plot(), Qt::LeftButton, {}, centerOf(chart, 4));
    QVERIFY(!chart.selection());
}

void TestCharts::rangeCountsExactlyTheValuesInside()
{
    Display display;
    ClvHistogramChart chart(display);
    const Clv::ClvResult result = Samples::clv(997);
    chart.setData(result, {});
    qint64 expected = 0;
    double total = 0;
    for (const double value : result.values->clv) {
        if (value >= 900 && value <= 4100) {
            ++expected;
            total += value;
        }
    }
    chart.setRange(4100, 900);
    QCOMPARE(chart.selection()->customers, expected);
    QVERIFY(std::abs(chart.selection()->total - total) < 1e-6 * total);
    qint64 all = 0;
    const QList<QStringList> table = chart.dataTable();
    for (qsizetype i = 1; i < table.size(); ++i)
        all += table[i][2].toLongLong();
    QCOMPARE(all, 997); // no value is lost at the edges
    chart.setLogScale(false);
    QVERIFY(chart.selection());
    QCOMPARE(chart.selection()->customers, expected);
}

void TestCharts::wheelScrollsThePageUnlessControlIsHeld()
{
    Display display;
    EquityChart chart(display);
    chart.setData(Samples::equity());
    showChart(chart);
    const double full = chart.plot()->xAxis->range().size();
    const auto roll = [&](Qt::KeyboardModifiers modifiers) {
        const QPointF place = chart.plot()->rect().center();
        QWheelEvent wheel(place, chart.plot()->mapToGlobal(place), {}, {0, 120}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart.plot(), &wheel);
        return wheel.isAccepted();
    };
    QVERIFY(!roll({}));
    QCOMPARE(chart.plot()->xAxis->range().size(), full);
    QVERIFY(roll(Qt::ControlModifier));
    QVERIFY(chart.plot()->xAxis->range().size() < full);
    chart.menuAction(u"resetZoom"_s)->trigger();
    QCOMPARE(chart.plot()->xAxis->range().size(), full);
}

void TestCharts::menuHoldsTheSameActionsEverywhere()
{
    Display display;
    const QStringList expected{u"copyImage"_s, u"copyData"_s,  u"exportPng"_s, u"exportSvg"_s,
                               u"exportPdf"_s, u"exportCsv"_s, u"resetZoom"_s};
    for (const Kind &entry : kinds()) {
        const std::unique_ptr<Chart> chart = entry.make(display);
        QStringList names;
        for (const QAction *action : chart->menuActions()) {
            if (!action->isSeparator()) {
                names << action->objectName();
                QVERIFY(!action->text().isEmpty());
            }
        }
        QCOMPARE(names, expected);
    }
    // The right button and the Menu key open it.
    BridgeChart chart(display);
    chart.setData(Samples::bridge(), {});
    showChart(chart);
    QTest::keyClick(&chart, Qt::Key_Menu);
    auto *menu = chart.findChild<QMenu *>(u"chartMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->isVisible());
    chart.openMenu(); // as where key and menu event both arrive
    QCOMPARE(chart.findChildren<QMenu *>(u"chartMenu"_s).size(), 1);
    menu->close();
    QTRY_VERIFY(!chart.findChild<QMenu *>(u"chartMenu"_s));
    QContextMenuEvent click(QContextMenuEvent::Mouse, centerOf(chart, 1),
                            chart.mapToGlobal(centerOf(chart, 1)));
    QApplication::sendEvent(chart.plot(), &click);
    menu = chart.findChild<QMenu *>(u"chartMenu"_s);
    QVERIFY(menu);
    menu->close();
}

void TestCharts::copyDataPutsTheTableOnTheClipboard()
{
    Display display;
    BridgeChart chart(display);
    chart.setData(Samples::bridge(), {});
    showChart(chart);
    chart.menuAction(u"copyData"_s)->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 7);
    QCOMPARE(lines.at(2).split(u'\t').at(1), u"1830000.00"_s);
    chart.menuAction(u"copyImage"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->image().width() > 600);
}

void TestCharts::exportWritesEachFormat_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
    QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
    QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
    QTest::newRow("csv") << u"csv"_s << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("capital letters") << u"SVG"_s << QByteArray("<?xml");
}

void TestCharts::exportWritesEachFormat()
{
    QFETCH(QString, extension);
    QFETCH(QByteArray, start);
    QTemporaryDir folder;
    Display display(Language::Arabic, Theme::Kind::Dark);
    for (const Kind &entry : kinds()) {
        const std::unique_ptr<Chart> chart = entry.make(display);
        const QString path =
            folder.filePath(u"%1.%2"_s.arg(QString::fromLatin1(entry.name), extension));
        const Result<void> outcome = chart->exportTo(path, {600, 360});
        QVERIFY2(outcome.ok(), outcome.ok() ? "" : qPrintable(outcome.error().message));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(start.size()), start);
        if (extension == u"png")
            QCOMPARE(QImage(path).size(), QSize(1200, 720));
    }
}

void TestCharts::exportRefusesAnotherFormat()
{
    Display display;
    EquityChart chart(display);
    chart.setData(Samples::equity());
    const Result<void> outcome = chart.exportTo(u"/tmp/chart.bmp"_s);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, Error::Kind::Definition);
    QVERIFY(outcome.error().message.contains(u".svg"_s));
}

void TestCharts::exportTellsWhyAFileCannotBeWritten()
{
    QTemporaryDir folder;
    Display display;
    EquityChart chart(display);
    chart.setData(Samples::equity());
    for (const QString &extension : {u"png"_s, u"svg"_s, u"pdf"_s, u"csv"_s}) {
        const Result<void> outcome =
            chart.exportTo(folder.filePath(u"no/such/folder/chart."_s + extension));
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, Error::Kind::File);
    }
}

void TestCharts::exportDialogWritesTheChosenFile()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QTemporaryDir folder;
    Display display;
    EquityChart chart(display);
    chart.setData(Samples::equity());
    showChart(chart);
    QSignalSpy exported(&chart, &Chart::exported);
    chart.menuAction(u"exportCsv"_s)->trigger();
    auto *dialog = chart.findChild<QFileDialog *>(u"exportDialog"_s);
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(edit->text().endsWith(u".csv"_s));
    edit->setText(folder.filePath(u"trend"_s));
    static_cast<QDialog *>(dialog)->accept();
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(QFile::exists(folder.filePath(u"trend.csv"_s)));
}

void TestCharts::svgHoldsOutlinesTitleAndNoText()
{
    QTemporaryDir folder;
    Display display;
    EquityChart chart(display);
    chart.setData(Samples::equity());
    const QString path = folder.filePath(u"chart.svg"_s);
    QVERIFY(chart.exportTo(path).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(file.readAll());
    QVERIFY(svg.contains(u"<title>"_s + chart.title().toHtmlEscaped() + u"</title>"_s));
    QVERIFY(svg.contains(u"<desc>"_s));
    QVERIFY(svg.contains(u"<clipPath"_s));
    QVERIFY(!svg.contains(u"<text"_s));
    QVERIFY2(!svg.contains(u"href="_s), "nothing but the map is a picture");
    QVERIFY2(svg.count(u"<path"_s) > 60, "text is outlines");
    QVERIFY(svg.size() < 400'000);
    QCOMPARE(svg.count(u"<g "_s), svg.count(u"</g>"_s));
}

void TestCharts::pdfEmbedsOnlyOurFonts()
{
    QTemporaryDir folder;
    Display display(Language::Arabic);
    LifecycleFunnelChart chart(display);
    chart.setData(Samples::funnel());
    const QString path = folder.filePath(u"chart.pdf"_s);
    QVERIFY(chart.exportTo(path).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.contains("/FontFile2"));
    qsizetype at = 0;
    int fonts = 0;
    while ((at = pdf.indexOf("/FontName /", at)) >= 0) {
        const QByteArray name = pdf.mid(at + 11, 40);
        static const QRegularExpression ours(u"^(\\w+\\+)?(IBMPlexSans|NotoSans(-Regular)?\\s)"_s);
        QVERIFY2(QString::fromLatin1(name).contains(ours), name.constData());
        ++fonts;
        ++at;
    }
    QVERIFY(fonts >= 1);
    QVERIFY2(!pdf.contains("/DCTDecode"), "no picture is stored with losses");
}

void TestCharts::csvQuotesAndKeepsArabic()
{
    QTemporaryDir folder;
    Display display(Language::Arabic);
    Lifecycle::LifecycleFunnel funnel = Samples::funnel();
    funnel.lifecycle.stages[1].nameArabic = u"التقاط، \"سريع\", ثم"_s;
    LifecycleFunnelChart chart(display);
    chart.setData(funnel);
    const QString path = folder.filePath(u"chart.csv"_s);
    QVERIFY(chart.exportTo(path).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(u"\"التقاط، \"\"سريع\"\", ثم\""_s));
    QVERIFY(text.contains(u",11808,"_s)); // plain numbers, whatever the digits on screen
    QCOMPARE(text.count(u"\r\n"_s), 8);
}

void TestCharts::chartsFollowThemeAndLanguageWhileTheyRun()
{
    Display display;
    for (const Kind &entry : kinds()) {
        const std::unique_ptr<Chart> chart = entry.make(display);
        chart->resize(entry.size);
        chart->show();
        display.setThemeKind(Theme::Kind::Dark);
        QCOMPARE(chart->image({400, 300}).pixelColor(1, 1), display.color("surface"));
        display.setLanguage(Language::Arabic);
        chart->setLayoutDirection(Qt::RightToLeft);
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(chart.get(), &change);
        chart->plot()->replot(QCustomPlot::rpImmediateRefresh);
        QCOMPARE(chart->plot()->locale().language(), QLocale::Arabic);
        display.setLanguage(Language::English);
        display.setThemeKind(Theme::Kind::Light);
        chart->plot()->replot(QCustomPlot::rpImmediateRefresh);
        QCOMPARE(chart->image({400, 300}).pixelColor(1, 1), display.color("surface"));
    }
}

void TestCharts::aCutAxisIsSaid()
{
    Display display;
    BridgeChart chart(display);
    chart.setData(Samples::bridge(), {});
    QVERIFY(chart.plot()->yAxis->range().lower > 0);
    QVERIFY2(chart.subtitle().contains(u"starts at"_s), qPrintable(chart.subtitle()));
    Equity::EquityBridge large = Samples::bridge();
    large.opening = 3e6;
    large.closing = 5.57e6;
    chart.setData(large, {});
    QCOMPARE(chart.plot()->yAxis->range().lower, 0.0);
    QVERIFY(!chart.subtitle().contains(u"starts at"_s));
    QCOMPARE(chart.title(), u"Expansion outweighs acquisition in Q2 2025"_s);
}

void TestCharts::aChangeOfMethodBreaksTheLine()
{
    Display display;
    EquityChart chart(display);
    Equity::EquityResult result = Samples::equity();
    chart.setData(result);
    const QImage whole = chart.image({700, 300});
    for (qsizetype i = 0; i < 5; ++i)
        result.series[i].method = u"historic-mean"_s;
    chart.setData(result);
    QVERIFY(chart.image({700, 300}) != whole);
}

void TestCharts::anIncompletePeriodIsMarked()
{
    Display display;
    EquityChart chart(display);
    Equity::EquityResult result = Samples::equity();
    chart.setData(result);
    QVERIFY(chart.title().contains(u"11"_s));
    const qsizetype rows = chart.marks().last().rows.size();
    result.series.last().isComplete = false;
    chart.setData(result);
    QVERIFY2(chart.title().contains(u"10"_s), "an unfinished quarter is not part of the run");
    QCOMPARE(chart.marks().last().rows.size(), rows + 1);
}

void TestCharts::assistiveTechnologyReadsEveryMark()
{
    Display display;
    LifecycleFunnelChart chart(display);
    chart.setData(Samples::funnel());
    showChart(chart, {800, 400});
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&chart);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Chart);
    QCOMPARE(interface->childCount(), 20); // 7 stages, their columns, the 6 losses between them
    QCOMPARE(interface->text(QAccessible::Name), chart.title());
    QAccessibleInterface *stage = interface->child(2);
    QVERIFY(stage);
    QVERIFY(stage->text(QAccessible::Name).startsWith(u"Nurture"_s));
    QVERIFY(stage->text(QAccessible::Name).contains(u"7,439"_s));
    QVERIFY(stage->rect().isValid());
    QCOMPARE(interface->indexOfChild(stage), 2);
    QVERIFY(!interface->child(20));
    chart.setFocusedMark(2);
    QVERIFY(interface->text(QAccessible::Value).startsWith(u"Nurture"_s));
    chart.setData({});
    QCOMPARE(interface->childCount(), 0);
    QVERIFY(!stage->isValid());
}

void TestCharts::cardTakesTitleAndMenuFromItsChart()
{
    Display display;
    auto *chart = new BridgeChart(display);
    ChartCard card(display, chart);
    chart->setData(Samples::bridge(), {});
    card.resize(500, 300);
    card.show();
    QCOMPARE(card.title(), chart->title());
    QCOMPARE(card.subtitle(), chart->subtitle());
    QVERIFY(card.menuButton()->isVisible());
    QCOMPARE(card.menuButton()->menu()->actions().size(), chart->menuActions().size());
}

void TestCharts::titleOverrideIsForReports()
{
    Display display;
    BridgeChart chart(display);
    chart.setData(Samples::bridge(), {});
    const QString own = chart.title();
    chart.setTitleOverride(u"Figure 2"_s, u"SAR million"_s);
    QCOMPARE(chart.title(), u"Figure 2"_s);
    QCOMPARE(chart.subtitle(), u"SAR million"_s);
    chart.setTitleOverride({});
    QCOMPARE(chart.title(), own);
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
