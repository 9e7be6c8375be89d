#pragma once

#include "models/insights/analysis.h"

/// A small, complete analysis made by hand: 200 customers of a known value each, four quarters of
/// equity, a lifecycle of five stages broken down by sector. What tests say about pages follows
/// from the numbers here.
namespace Sample {

inline constexpr int customers = 200;
/// CLV of the customer at \a position: 100, 200, … 20,000.
inline double clvOf(int position) { return 100.0 * (position + 1); }

/// What to leave out.
struct Options
{
    bool costs = true;
    bool thinData = false; ///< no model, only historic means
    bool alerts = true;
};
Insights::AnalysisPtr analysis(const Options &options = {});

} // namespace Sample
