#pragma once

#include "models/insights/analysis.h"

/// Small made-up results of the kind the design shows, for charts.
namespace Samples {

Equity::EquityResult equity(int quarters = 12);
Equity::EquityBridge bridge();
QList<Equity::SpendSummary> spend(const Equity::EquityResult &result);
Lifecycle::LifecycleFunnel funnel();
/// The five stages of the B2B template.
Lifecycle::LifecycleFunnel businessFunnel();
Clv::ClvResult clv(int customers = 4000);
Clv::AliveMap aliveMap();
Clv::AliveHistory aliveHistory();
Insights::Analysis analysis();

} // namespace Samples
