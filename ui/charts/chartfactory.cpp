#include "ui/charts/chartfactory.h"

#include "models/clv/concentration.h"
#include "models/clv/customermaps.h"
#include "models/clv/diagnostics.h"
#include "models/insights/analysis.h"
#include "ui/charts/alivecalibrationchart.h"
#include "ui/charts/alivemapchart.h"
#include "ui/charts/bridgechart.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/conditionalchart.h"
#include "ui/charts/contractcharts.h"
#include "ui/charts/equitychart.h"
#include "ui/charts/expectedmapchart.h"
#include "ui/charts/frequencychart.h"
#include "ui/charts/journeyflowchart.h"
#include "ui/charts/lifecyclecharts.h"
#include "ui/charts/handoffcharts.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/charts/lorenzchart.h"
#include "ui/charts/spendfitchart.h"
#include "ui/charts/spendreturnchart.h"
#include "ui/charts/trackingchart.h"
#include "ui/charts/turningpointchart.h"

#include <functional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Maker = std::function<std::unique_ptr<Chart>(const Insights::Analysis &, Display &)>;

/// Makes an empty chart and lets \a fill give it the analysis' numbers.
template <typename ChartType, typename Fill>
Maker maker(Fill fill)
{
    return [fill](const Insights::Analysis &analysis, Display &display) -> std::unique_ptr<Chart> {
        auto chart = std::make_unique<ChartType>(display);
        fill(*chart, analysis);
        return chart;
    };
}

/// The test of the fit behind a chart made outside the window, on the page's usual split.
Clv::FitDiagnostics diagnosed(const Insights::Analysis &analysis)
{
    if (!analysis.snapshot || !analysis.clv.holdout)
        return {};
    Clv::ClvQuery query = analysis.clv.query;
    query.calibrationEnd = analysis.clv.holdout->calibrationEnd;
    query.until = analysis.clv.holdout->until;
    const Result<Clv::FitDiagnostics> result =
        Clv::diagnoseFit(*analysis.snapshot, query, {}, &analysis.clv);
    return result ? *result : Clv::FitDiagnostics{};
}

// What the tabs of the lifecycle show before anything is chosen; empty where there are no rows.

Journeys::Journey usualJourney(const Insights::Analysis &analysis)
{
    if (!analysis.snapshot)
        return {};
    Journeys::JourneyQuery query;
    query.period = analysis.query.filter.period;
    if (analysis.lifecycle.funnel.windowDays > 0)
        query.quietDays = analysis.lifecycle.funnel.windowDays;
    if (analysis.snapshot->codedColumn(u"channel"_s))
        query.sourceField = u"channel"_s;
    const Result<Journeys::Journey> journey =
        Journeys::computeJourney(*analysis.snapshot, analysis.query.lifecycle, query);
    return journey ? *journey : Journeys::Journey();
}

Lifecycle::CohortMatrix usualCohorts(const Insights::Analysis &analysis)
{
    if (!analysis.snapshot)
        return {};
    Lifecycle::CohortQuery query;
    query.periods = 13;
    query.until = analysis.query.filter.period.until;
    query.margin = analysis.query.settings.margin;
    const Result<Lifecycle::CohortMatrix> matrix =
        Lifecycle::computeCohorts(*analysis.snapshot, query);
    return matrix ? *matrix : Lifecycle::CohortMatrix();
}

Funnel::GrowthBars usualGrowth(const Insights::Analysis &analysis)
{
    if (!analysis.snapshot)
        return {};
    Funnel::ActivityQuery query;
    query.period = Funnel::Interval::Month;
    query.activity.event = Funnel::purchaseEvent.toString();
    query.range.from = epochSeconds(analysis.query.filter.period.from);
    query.range.until = epochSeconds(analysis.query.filter.period.until.addDays(1)) - 1;
    const Result<Funnel::GrowthBars> bars =
        Funnel::evaluateGrowth(Funnel::EventLog::fromSnapshot(analysis.snapshot), query);
    return bars ? *bars : Funnel::GrowthBars();
}

QList<Lifecycle::StageStay> usualStays(const Insights::Analysis &analysis)
{
    if (!analysis.snapshot)
        return {};
    const Lifecycle::LifecycleModel &lifecycle = analysis.query.lifecycle;
    return Lifecycle::timeInStage(Lifecycle::deriveHistory(*analysis.snapshot, lifecycle), lifecycle,
                                  analysis.query.filter.period.until);
}

Currency currencyOf(const Insights::Analysis &analysis)
{
    return analysis.snapshot ? analysis.snapshot->currency : analysis.equity.currency;
}

/// A chart whose content \a make writes in the display's language.
template <typename ChartType, typename Make>
std::unique_ptr<Chart> written(const QString &name, Display &display, Make make)
{
    auto chart = std::make_unique<ChartType>(name, display);
    chart->setMaker(std::move(make));
    return chart;
}

const std::vector<std::pair<QString, Maker>> &makers()
{
    using Insights::Analysis;
    static const std::vector<std::pair<QString, Maker>> all{
        {u"equity-trend"_s, maker<EquityChart>([](EquityChart &chart, const Analysis &analysis) {
             chart.setData(analysis.equity);
         })},
        {u"equity-bridge"_s, maker<BridgeChart>([](BridgeChart &chart, const Analysis &analysis) {
             chart.setData(analysis.equity.bridges.isEmpty() ? Equity::EquityBridge()
                                                             : analysis.equity.bridges.last(),
                           analysis.equity.currency);
         })},
        {u"lifecycle-funnel"_s,
         maker<LifecycleFunnelChart>([](LifecycleFunnelChart &chart, const Analysis &analysis) {
             chart.setData(analysis.lifecycle.funnel);
         })},
        {u"clv-histogram"_s,
         maker<ClvHistogramChart>([](ClvHistogramChart &chart, const Analysis &analysis) {
             chart.setData(analysis.clv, analysis.equity.currency);
         })},
        {u"tracking"_s, maker<TrackingChart>([](TrackingChart &chart, const Analysis &analysis) {
             chart.setPeriod(analysis.clv.query.period);
             chart.setData(analysis.clv);
         })},
        {u"tracking-cumulative"_s,
         [](const Analysis &analysis, Display &display) -> std::unique_ptr<Chart> {
             auto chart = std::make_unique<TrackingChart>(display, nullptr,
                                                          TrackingChart::Kind::Cumulative);
             chart->setPeriod(analysis.clv.query.period);
             chart->setData(analysis.clv);
             return chart;
         }},
        {u"frequency"_s, maker<FrequencyChart>([](FrequencyChart &chart, const Analysis &analysis) {
             chart.setData(analysis.clv);
         })},
        {u"conditional-expectation"_s,
         maker<ConditionalChart>([](ConditionalChart &chart, const Analysis &analysis) {
             chart.setData(diagnosed(analysis).conditional);
         })},
        {u"alive-calibration"_s,
         maker<AliveCalibrationChart>([](AliveCalibrationChart &chart, const Analysis &analysis) {
             chart.setData(diagnosed(analysis).alive);
         })},
        {u"alive-map"_s, maker<AliveMapChart>([](AliveMapChart &chart, const Analysis &analysis) {
             if (!analysis.clv.purchaseFit.parameters.isEmpty())
                 chart.setData(Clv::aliveMap(analysis.clv), analysis.clv.query.period);
             else
                 chart.setData({}, analysis.clv.query.period);
         })},
        {u"expected-map"_s,
         maker<ExpectedMapChart>([](ExpectedMapChart &chart, const Analysis &analysis) {
             const PeriodUnit period = analysis.clv.query.period;
             chart.setData(Clv::purchaseMap(analysis.clv, Clv::oneYear(period)), period);
         })},
        {u"survival"_s,
         [](const Analysis &analysis, Display &display) {
             return written<CurvesChart>(u"survival"_s, display,
                                         [points = analysis.clv.survival](const Display &shown) {
                                             return ContractCharts::survival(points, shown);
                                         });
         }},
        {u"retention"_s,
         [](const Analysis &analysis, Display &display) {
             return written<CurvesChart>(u"retention"_s, display,
                                         [points = analysis.clv.survival](const Display &shown) {
                                             return ContractCharts::retention(points, shown);
                                         });
         }},
        {u"lorenz"_s, maker<LorenzChart>([](LorenzChart &chart, const Analysis &analysis) {
             if (analysis.clv.values)
                 chart.setData(Clv::concentration(analysis.clv.values->clv));
             else
                 chart.setData({});
         })},
        {u"spend-fit"_s, maker<SpendFitChart>([](SpendFitChart &chart, const Analysis &analysis) {
             chart.setData(diagnosed(analysis).spend, analysis.equity.currency);
         })},
        {u"spend-return"_s,
         maker<SpendReturnChart>([](SpendReturnChart &chart, const Analysis &analysis) {
             chart.setData(analysis.quarterlySpend, analysis.equity);
         })},
        {u"journey-flow"_s,
         maker<JourneyFlowChart>([](JourneyFlowChart &chart, const Analysis &analysis) {
             chart.setData(usualJourney(analysis));
         })},
        {u"transitions"_s,
         [](const Analysis &analysis, Display &display) {
             return written<HeatTableChart>(
                 u"transitions"_s, display,
                 [journey = usualJourney(analysis)](const Display &shown) {
                     return LifecycleCharts::transitionTable(journey, shown);
                 });
         }},
        {u"cohorts"_s,
         [](const Analysis &analysis, Display &display) {
             return written<HeatTableChart>(
                 u"cohorts"_s, display,
                 [matrix = usualCohorts(analysis),
                  currency = currencyOf(analysis)](const Display &shown) {
                     return LifecycleCharts::cohortTable(
                         matrix, Lifecycle::CohortMeasure::Retention, currency, shown);
                 });
         }},
        {u"cohort-curves"_s,
         [](const Analysis &analysis, Display &display) {
             return written<CurvesChart>(
                 u"cohort-curves"_s, display,
                 [matrix = usualCohorts(analysis),
                  currency = currencyOf(analysis)](const Display &shown) {
                     return LifecycleCharts::cohortCurves(
                         matrix, Lifecycle::CohortMeasure::Retention, currency, shown);
                 });
         }},
        {u"growth"_s,
         [](const Analysis &analysis, Display &display) {
             return written<ColumnsChart>(u"growth"_s, display,
                                          [bars = usualGrowth(analysis)](const Display &shown) {
                                              return LifecycleCharts::growthBars(bars, shown);
                                          });
         }},
        {u"time-in-stage"_s,
         [](const Analysis &analysis, Display &display) {
             return written<CurvesChart>(
                 u"time-in-stage"_s, display,
                 [stays = usualStays(analysis),
                  lifecycle = analysis.query.lifecycle](const Display &shown) {
                     return LifecycleCharts::stayCurves(stays, lifecycle, -1, shown);
                 });
         }},
        {u"turning-point"_s,
         maker<TurningPointChart>([](TurningPointChart &chart, const Analysis &analysis) {
             Lifecycle::TurningQuery query;
             const QDate until = analysis.query.filter.period.until;
             query.period = {until.addYears(-3).addDays(1), until};
             query.margin = analysis.query.settings.margin;
             const auto view = until.isValid() && analysis.snapshot
                                   ? Lifecycle::computeTurning(*analysis.snapshot, query)
                                   : Result<Lifecycle::TurningView>(Lifecycle::TurningView());
             chart.setData(view ? *view : Lifecycle::TurningView(), query,
                           TurningPointChart::Groups::Cohorts, analysis.equity.currency);
         })},
        {u"stage-spend"_s,
         maker<StageSpendChart>([](StageSpendChart &chart, const Analysis &analysis) {
             chart.setData(analysis.snapshot
                               ? Lifecycle::computeSpend(*analysis.snapshot, analysis.query.lifecycle,
                                                         analysis.query.filter.period)
                               : Lifecycle::SpendView(),
                           analysis.equity.currency);
         })},
    };
    return all;
}

} // namespace

QStringList chartNames()
{
    QStringList names;
    for (const auto &[name, make] : makers())
        names << name;
    return names;
}

std::unique_ptr<Chart> makeChart(const QString &name, const Insights::Analysis &analysis,
                                 Display &display)
{
    for (const auto &[known, make] : makers()) {
        if (known == name)
            return make(analysis, display);
    }
    return nullptr;
}
