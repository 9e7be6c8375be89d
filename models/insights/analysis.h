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
};

struct Analysis
{
    AnalysisQuery query;
    Customers::SnapshotPtr snapshot;
    Clv::ClvResult clv; ///< at the period's end
    Clv::Comparison models;
    Equity::EquityResult equity;                ///< quarterly, up to the period's end
    Equity::SpendSummary spend;                 ///< 12 months up to the period's end
    QList<Equity::SpendSummary> quarterlySpend; ///< per bridge of the equity result
    Lifecycle::LifecycleView lifecycle;
    Overview overview;
};
using AnalysisPtr = std::shared_ptr<const Analysis>;

/// The 12 months up to the newest day, compared with the year before.
PeriodFilter defaultFilter(const Customers::Snapshot &snapshot);
/// The settings' model, horizon, discount and margin as a query.
Clv::ClvQuery clvQuery(const WorkspaceSettings &settings, QDate until);

/// Data without purchases, events or costs leave their parts empty or NaN, with the reason in
/// clv.remark; only cancellation fails. A filter without a period becomes the default one.
Result<AnalysisPtr> computeAnalysis(Customers::SnapshotPtr snapshot, const AnalysisQuery &query,
                                    const NumberFormat &format, const Progress &progress = {});

} // namespace Insights
