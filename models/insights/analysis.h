#pragma once

#include "models/clv/clvjob.h"
#include "models/insights/overview.h"
#include "models/workspace/settings.h"

/// Everything the pages, the report and the command line show for one workspace, period and set of
/// settings, computed in one go. The window and `qeema report` call this same function.
namespace Insights {

struct AnalysisQuery
{
    PeriodFilter filter;
    WorkspaceSettings settings;
    Lifecycle::LifecycleModel lifecycle;
    int lifecycleWindowDays = 0;
    QString breakdownField; ///< empty: the first coded attribute with 2 to 20 values
    bool ranksModels = true; ///< fits all candidates too, which takes longer than all the rest
};

struct Analysis
{
    AnalysisQuery query;
    Language language = Language::English; ///< of its sentences
    Customers::SnapshotPtr snapshot;
    Clv::ClvResult clv; ///< at the period's end
    Clv::Comparison models; ///< empty where the query does not rank
    Equity::EquityResult equity;                ///< quarterly, up to the period's end
    Equity::SpendSummary spend;                 ///< 12 months up to the period's end
    QList<Equity::SpendSummary> quarterlySpend; ///< per bridge of the equity result
    Lifecycle::LifecycleView lifecycle;
    Overview overview;
};
using AnalysisPtr = std::shared_ptr<const Analysis>;

/// The 12 months up to the newest day, compared with the year before.
PeriodFilter defaultFilter(const Customers::Snapshot &snapshot);
/// The unit of time in which the workspace's settings look at a model: its opportunities, its billing
/// period, or the usual one.
[[nodiscard]] PeriodUnit modelPeriod(const WorkspaceSettings &settings, Clv::Model model);
/// The settings' model, horizon, discount and margin as a query.
Clv::ClvQuery clvQuery(const WorkspaceSettings &settings, QDate until);

/// Data without purchases, events or costs leave their parts empty or NaN, with the reason in
/// clv.remark; only cancellation fails. A filter without a period becomes the default one. What \a
/// previous has answered to the same question is taken from it, and fits start from its parameters.
Result<AnalysisPtr> computeAnalysis(Customers::SnapshotPtr snapshot, const AnalysisQuery &query,
                                    const NumberFormat &format, const Progress &progress = {},
                                    const AnalysisPtr &previous = {});

} // namespace Insights
