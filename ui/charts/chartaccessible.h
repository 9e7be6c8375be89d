#pragma once

/// Lets assistive technology read charts: a chart with one child for each mark. Safe to call
/// repeatedly.
void installChartAccessibility();
