#include "ui/charts/chartfactory.h"

#include "models/insights/analysis.h"
#include "ui/charts/alivemapchart.h"
#include "ui/charts/bridgechart.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/equitychart.h"
#include "ui/charts/frequencychart.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/charts/spendreturnchart.h"
#include "ui/charts/trackingchart.h"

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
             chart.setData(analysis.clv);
         })},
        {u"frequency"_s, maker<FrequencyChart>([](FrequencyChart &chart, const Analysis &analysis) {
             chart.setData(analysis.clv);
         })},
        {u"alive-map"_s, maker<AliveMapChart>([](AliveMapChart &chart, const Analysis &analysis) {
             if (!analysis.clv.purchaseFit.parameters.isEmpty())
                 chart.setData(Clv::aliveMap(analysis.clv), analysis.clv.query.period);
             else
                 chart.setData({}, analysis.clv.query.period);
         })},
        {u"spend-return"_s,
         maker<SpendReturnChart>([](SpendReturnChart &chart, const Analysis &analysis) {
             chart.setData(analysis.quarterlySpend, analysis.equity);
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
