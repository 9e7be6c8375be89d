#pragma once

#include "models/core/currency.h"
#include "models/funnel/activity.h"
#include "models/journeys/journey.h"
#include "models/lifecycle/cohorts.h"
#include "models/lifecycle/timeinstage.h"
#include "ui/charts/columnschart.h"
#include "ui/charts/curveschart.h"
#include "ui/charts/heattablechart.h"

/// What the tabs of the lifecycle draw, in words and numbers of the display.
namespace LifecycleCharts {

[[nodiscard]] QString stageName(const Lifecycle::Stage &stage, const Display &display);
[[nodiscard]] QString measureName(Lifecycle::CohortMeasure measure);
[[nodiscard]] QString periodLabel(QDate start, PeriodUnit unit, const Display &display);

/// Cohorts downwards, periods since the first purchase along, the weighted average at the foot.
[[nodiscard]] HeatTable cohortTable(const Lifecycle::CohortMatrix &matrix,
                                    Lifecycle::CohortMeasure measure, const Currency &currency,
                                    const Display &display);
/// One thin curve a cohort, finished periods only, and the weighted average.
[[nodiscard]] Curves cohortCurves(const Lifecycle::CohortMatrix &matrix,
                                  Lifecycle::CohortMeasure measure, const Currency &currency,
                                  const Display &display);
/// New, returning, resurrecting and, below zero, dormant customers by period.
[[nodiscard]] Columns growthBars(const Funnel::GrowthBars &bars, const Display &display);
/// Share still in the stage by days; \a stage -1: all stages without bands.
[[nodiscard]] Curves stayCurves(const QList<Lifecycle::StageStay> &stays,
                                const Lifecycle::LifecycleModel &lifecycle, int stage,
                                const Display &display);
/// From each state to the next: shares of those who left the row's state.
[[nodiscard]] HeatTable transitionTable(const Journeys::Journey &journey, const Display &display);

} // namespace LifecycleCharts
