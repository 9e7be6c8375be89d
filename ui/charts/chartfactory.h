#pragma once

#include <QStringList>

#include <memory>

class Chart;
class Display;
namespace Insights {
struct Analysis;
}

/// The names of `qeema chart --name`: equity-trend, equity-bridge, lifecycle-funnel, clv-histogram,
/// tracking, tracking-cumulative, frequency, conditional-expectation, alive-calibration, alive-map,
/// expected-map, survival, retention, lorenz, spend-fit, spend-return, journey-flow, transitions, cohorts, cohort-curves,
/// growth, time-in-stage.
[[nodiscard]] QStringList chartNames();
/// The chart filled from the analysis, ready for exportTo() and paint(); null for a name that is
/// not known. \a display must outlive it.
[[nodiscard]] std::unique_ptr<Chart>
makeChart(const QString &name, const Insights::Analysis &analysis, Display &display);
