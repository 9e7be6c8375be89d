// How long the funnel takes from a move of its window's slider to the drawn columns: the counts over
// all events, as the screen asks for them while the slider is dragged, and the plot, painted
// offscreen. Run by hand: bench_slider [events].

#include "ui/charts/stepfunnelchart.h"
#include "ui/pages/lifecycle/funnelstudy.h"
#include "ui/style/display.h"
#include "ui/style/fonts.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t eventsPerCustomer = 5;

/// Customers with a visit, then some of form, demo and purchase over two years.
Customers::SnapshotPtr makeSnapshot(std::size_t events)
{
    auto snapshot = std::make_shared<Customers::Snapshot>();
    std::mt19937 random(1);
    const std::uint32_t span = 730u * 86400u;
    snapshot->currency.code = u"SAR"_s;
    snapshot->events.epoch = epochSeconds(QDate(2023, 1, 1));
    snapshot->events.names = {u"visit"_s, u"form"_s, u"demo"_s, u"offer"_s, u"order"_s, u"mail"_s};
    snapshot->events.first.push_back(0);
    std::vector<std::uint32_t> times(eventsPerCustomer);
    for (std::size_t customer = 0; customer < events / eventsPerCustomer; ++customer) {
        for (std::uint32_t &time : times)
            time = random() % span;
        std::sort(times.begin(), times.end());
        for (const std::uint32_t time : times) {
            snapshot->events.time.push_back(time);
            snapshot->events.name.push_back(std::uint16_t(random() % 6));
            snapshot->events.row.push_back(std::uint32_t(snapshot->events.row.size() + 1));
        }
        snapshot->events.first.push_back(std::uint32_t(snapshot->events.time.size()));
        snapshot->customerRow.push_back(std::int64_t(customer) + 1);
    }
    snapshot->extent = {QDate(2023, 1, 1), QDate(2024, 12, 31)};
    return snapshot;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    loadFonts();
    QTextStream out(stdout);
    const std::size_t events = argc > 1 ? QByteArray(argv[1]).toULongLong() : 1'000'000;
    auto analysis = std::make_shared<Insights::Analysis>();
    analysis->snapshot = makeSnapshot(events);
    const auto log = std::make_shared<const Funnel::EventLog>(
        Funnel::EventLog::fromSnapshot(analysis->snapshot));
    Funnel::FunnelQuery query;
    for (const QString &event : {u"visit"_s, u"form"_s, u"demo"_s, u"offer"_s, u"order"_s})
        query.steps.append(Funnel::Step{{event, {}}, false});

    Display display;
    StepFunnelChart chart(display);
    chart.resize(1100, 360);
    chart.show();
    std::vector<double> milliseconds;
    for (int day = 1; day <= 60; ++day) {
        query.windowSeconds = day * 12 * 86400;
        QElapsedTimer timer;
        timer.start();
        const FunnelStudy study = studyFunnel({analysis, log, {}, {}}, query, true, {});
        StepFunnel funnel;
        StepFunnel::Series series;
        for (qsizetype step = 0; step < study.result.total.steps.size(); ++step) {
            funnel.steps.append(*query.steps[step].condition.event);
            series.counts.append(study.result.total.steps[step].count);
        }
        funnel.series = {series};
        chart.setData(funnel);
        chart.plot()->replot(QCustomPlot::rpImmediateRefresh);
        milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    out << events << " events, five ordered steps, " << milliseconds.size()
        << " moves of the slider: median " << milliseconds[milliseconds.size() / 2] << " ms, worst "
        << milliseconds.back() << " ms\n";
    return 0;
}
