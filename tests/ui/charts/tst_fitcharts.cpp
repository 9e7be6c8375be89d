#include "models/numerics/random.h"
#include "tests/ui/charts/samples.h"
#include "ui/charts/alivecalibrationchart.h"
#include "ui/charts/conditionalchart.h"
#include "ui/charts/expectedmapchart.h"
#include "ui/charts/lorenzchart.h"
#include "ui/charts/spendfitchart.h"
#include "ui/charts/trackingchart.h"
#include "ui/style/display.h"
#include "ui/style/fonts.h"

#include <QImage>
#include <QTest>

#include <qcustomplot.h>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

/// The charts of the fit panel and the maps: what they say of the numbers given to them.
class TestFitCharts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(loadFonts()); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support ).*"_s)); }

    void everyChartPaintsInEachLanguageAndTheme_data();
    void everyChartPaintsInEachLanguageAndTheme();
    void trackingSumsUpOnRequest();
    void conditionalExpectationSpeaksItsGroups();
    void calibrationSaysHowFarItIsOff();
    void spendFitNamesTheTailAndTheCorrelation();
    void lorenzReadsTheCurve();
    void lorenzShowsWhereTheRangeLies();
    void dotsShowWhereTheSelectionLies();
    void arrowsStepThroughTheMap();
};

namespace {

Clv::ConditionalExpectation conditional()
{
    return {{500, 300, 200, 100, 80, 60, 40, 120},
            {0.1, 0.4, 0.8, 1.1, 1.5, 2.1, 2.4, 5.0},
            {0.1, 0.45, 0.78, 1.2, 1.5, 1.9, 2.5, 5.2}};
}

std::vector<Clv::AliveGroup> groups()
{
    std::vector<Clv::AliveGroup> result;
    for (int i = 0; i < 10; ++i) {
        Clv::AliveGroup group;
        group.from = i / 10.0;
        group.until = (i + 1) / 10.0;
        group.customers = 100;
        group.meanAlive = group.from + 0.05;
        group.expectedActive = 0.8 * group.meanAlive;
        group.actualActive = group.expectedActive + (i == 0 ? 0.1 : 0);
        group.low = std::max(0.0, group.actualActive - 0.06);
        group.high = group.actualActive + 0.06;
        result.push_back(group);
    }
    return result;
}

Clv::SpendFit spend()
{
    Clv::SpendFit fit;
    for (int i = 0; i <= 10; ++i)
        fit.edge.push_back(20.0 * i);
    fit.actual = {0.05, 0.1, 0.2, 0.2, 0.15, 0.1, 0.08, 0.05, 0.03, 0.04};
    fit.expected = {0.04, 0.11, 0.2, 0.2, 0.15, 0.1, 0.08, 0.05, 0.03, 0.04};
    fit.customers = 800;
    fit.actualMean = 84;
    fit.expectedMean = 86;
    fit.correlation = 0.034;
    return fit;
}

Clv::PurchaseMap purchases()
{
    const Clv::AliveMap alive = Samples::aliveMap();
    Clv::PurchaseMap map{alive.frequency, alive.recency, alive.pAlive, 365.25 / 7};
    for (std::size_t i = 0; i < map.expected.size(); ++i)
        map.expected[i] *= 0.3 * map.frequency[i % map.frequency.size()];
    return map;
}

Clv::Concentration concentrated()
{
    Numerics::Random random(3);
    std::vector<double> values;
    for (int i = 0; i < 4000; ++i)
        values.push_back(random.exponential(0.01));
    return Clv::concentration(values);
}

Clv::Holdout holdout()
{
    Clv::Holdout result;
    result.calibrationEnd = QDate(2024, 6, 30);
    result.until = QDate(2025, 6, 29);
    result.actual = 520;
    result.predicted = 546;
    for (int week = 1; week <= 104; ++week)
        result.tracking.append({QDate(2023, 7, 2).addDays(7 * week), 10, 10.5});
    return result;
}

using Make = std::function<std::unique_ptr<Chart>(Display &)>;

template <typename ChartType, typename... Data>
Make maker(const Data &...data)
{
    return [=](Display &display) {
        auto chart = std::make_unique<ChartType>(display);
        chart->setData(data...);
        return chart;
    };
}

std::vector<std::pair<const char *, Make>> charts()
{
    return {{"conditional", maker<ConditionalChart>(conditional())},
            {"calibration", maker<AliveCalibrationChart>(groups())},
            {"spend", maker<SpendFitChart>(spend(), Currency{})},
            {"lorenz", maker<LorenzChart>(concentrated())},
            {"expected", maker<ExpectedMapChart>(purchases(), PeriodUnit::Week)},
            {"cumulative",
             [](Display &display) {
                 auto chart = std::make_unique<TrackingChart>(display, nullptr,
                                                              TrackingChart::Kind::Cumulative);
                 chart->setData(holdout());
                 return chart;
             }}};
}

} // namespace

void TestFitCharts::everyChartPaintsInEachLanguageAndTheme_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("arabic");
    QTest::addColumn<bool>("dark");
    for (int i = 0; i < int(charts().size()); ++i) {
        for (const bool arabic : {false, true}) {
            for (const bool dark : {false, true})
                QTest::addRow("%s %s %s", charts()[std::size_t(i)].first, arabic ? "ar" : "en",
                              dark ? "dark" : "light")
                    << i << arabic << dark;
        }
    }
}

void TestFitCharts::everyChartPaintsInEachLanguageAndTheme()
{
    QFETCH(int, index);
    QFETCH(bool, arabic);
    QFETCH(bool, dark);
    Display display(arabic ? Language::Arabic : Language::English,
                    dark ? Theme::Kind::Dark : Theme::Kind::Light);
    display.setDigits(arabic ? Digits::ArabicIndic : Digits::Latin);
    const auto [name, make] = charts()[std::size_t(index)];
    const std::unique_ptr<Chart> chart = make(display);
    QVERIFY(!chart->isEmpty());
    QVERIFY(!chart->title().isEmpty() && !chart->finding().isEmpty());
    const QImage image = chart->image({560, 260});
    const QColor ground = display.color("surface");
    int drawn = 0;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            drawn += image.pixelColor(x, y) != ground ? 1 : 0;
    }
    QVERIFY2(drawn > 600, "hardly anything was painted");
    QVERIFY(chart->dataTable().size() > 5);
    chart->resize(400, 260);
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    QVERIFY(!chart->marks().isEmpty());
    for (const Chart::Mark &mark : chart->marks())
        QVERIFY(!mark.title.isEmpty() && !mark.rows.isEmpty());
    const QString folder = qEnvironmentVariable("QEEMA_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(chart->image({560, 260}, 2)
                    .save(u"%1/%2-%3-%4.png"_s.arg(folder, QString::fromLatin1(name),
                                                   arabic ? u"ar"_s : u"en"_s,
                                                   dark ? u"dark"_s : u"light"_s)));
    }
}

void TestFitCharts::trackingSumsUpOnRequest()
{
    Display display;
    TrackingChart chart(display);
    chart.setData(holdout());
    QCOMPARE(chart.kind(), TrackingChart::Kind::FourWeeks); // 104 weeks are too many
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QCOMPARE(chart.marks().size(), 26);
    QCOMPARE(chart.marks().last().rows[0].value, u"40"_s);
    chart.setKind(TrackingChart::Kind::Weekly);
    QCOMPARE(chart.marks().size(), 104);
    QCOMPARE(chart.marks().last().rows[0].value, u"10"_s);
    chart.setKind(TrackingChart::Kind::Cumulative);
    QCOMPARE(chart.marks().last().rows[0].value, u"1,040"_s);
    QCOMPARE(chart.marks().last().rows[1].value, u"1,092"_s);
    QVERIFY(chart.title().contains(u"cumulative"_s));
    QVERIFY(chart.plot()->yAxis->range().upper >= 1092);
    chart.setData(Clv::Holdout{});
    QVERIFY(chart.isEmpty());
    QCOMPARE(chart.kind(), TrackingChart::Kind::Cumulative); // the choice stays
}

void TestFitCharts::conditionalExpectationSpeaksItsGroups()
{
    Display display;
    ConditionalChart chart(display);
    chart.setData(conditional());
    chart.resize(500, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QCOMPARE(chart.marks().size(), 8);
    const QString last = Chart::spoken(chart.marks().last());
    for (const QString &part : {u"7+"_s, u"5.00"_s, u"5.20"_s, u"120"_s})
        QVERIFY2(last.contains(part), qPrintable(last));
    // Σ n |actual - expected| / Σ n actual: 15+4+10+0+12+4+24 = 69 of 1,382.
    QVERIFY2(chart.subtitle().contains(u"5.0"_s), qPrintable(chart.subtitle()));
}

void TestFitCharts::calibrationSaysHowFarItIsOff()
{
    Display display;
    AliveCalibrationChart chart(display);
    chart.setData(groups());
    // One group of ten is 10 points off and outside its interval.
    QVERIFY2(chart.finding().contains(u"1.0 points"_s), qPrintable(chart.finding()));
    QVERIFY2(chart.finding().contains(u"90"_s), qPrintable(chart.finding()));
    chart.setData({});
    QVERIFY(chart.isEmpty());
}

void TestFitCharts::spendFitNamesTheTailAndTheCorrelation()
{
    Display display;
    SpendFitChart chart(display);
    Currency currency;
    currency.code = u"SAR"_s;
    chart.setData(spend(), currency);
    QVERIFY2(chart.subtitle().contains(u"+0.03"_s), qPrintable(chart.subtitle()));
    chart.resize(500, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QVERIFY(chart.marks().last().title.contains(u"and more"_s));
    Clv::SpendFit observed = spend();
    observed.expected.clear();
    chart.setData(observed, currency);
    QCOMPARE(chart.marks().first().rows.size(), 1);
    QVERIFY(chart.dataTable().at(1).at(3).isEmpty());
}

void TestFitCharts::lorenzReadsTheCurve()
{
    Display display;
    LorenzChart chart(display);
    const std::vector<double> values{1, 1, 1, 1, 6};
    chart.setData(Clv::concentration(values));
    QVERIFY2(chart.finding().contains(u"Gini 0.40"_s), qPrintable(chart.finding())); // 2 (1+2+3+4+30) / (5·10) − 6/5
    chart.resize(300, 260);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    // The lowest 80 % hold 4 of 10.
    QCOMPARE(chart.marks().at(15).title, u"Lowest 80\u202F% of customers"_s);
    QCOMPARE(chart.marks().at(15).rows[0].value, u"40.0\u202F%"_s);
}

void TestFitCharts::lorenzShowsWhereTheRangeLies()
{
    Display display;
    LorenzChart chart(display);
    chart.setData(concentrated());
    const QImage all = chart.image({400, 300});
    chart.setRange(std::pair(100.0, 300.0));
    const QImage some = chart.image({400, 300});
    QVERIFY(all != some);
    chart.setRange(std::nullopt);
    QCOMPARE(chart.image({400, 300}), all);
}

void TestFitCharts::dotsShowWhereTheSelectionLies()
{
    Display display;
    ExpectedMapChart chart(display);
    chart.setData(purchases(), PeriodUnit::Week);
    QVERIFY2(chart.subtitle().contains(u"12 month"_s), qPrintable(chart.subtitle()));
    chart.resize(400, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QImage plain = chart.image({400, 300});
    std::vector<std::uint32_t> counts(31 * 24, 0);
    counts[5] = 12;
    chart.setSelected(counts);
    QVERIFY(chart.image({400, 300}) != plain);
    QCOMPARE(chart.marks().at(5).rows.last().value, u"12"_s);
    chart.setSelected({1, 2}); // of another map: nothing
    QCOMPARE(chart.image({400, 300}), plain);
}

void TestFitCharts::arrowsStepThroughTheMap()
{
    Display display;
    ExpectedMapChart chart(display);
    chart.setData(purchases(), PeriodUnit::Week);
    chart.resize(400, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.setFocus();
    chart.setFocusedMark(0);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(chart.focusedMark(), 32);
    QTest::keyClick(&chart, Qt::Key_Up);
    QTest::keyClick(&chart, Qt::Key_Left);
    QTest::keyClick(&chart, Qt::Key_Left); // the edge
    QCOMPARE(chart.focusedMark(), 0);
}

QTEST_MAIN(TestFitCharts)
#include "tst_fitcharts.moc"
