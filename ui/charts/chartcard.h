#pragma once

#include "ui/widgets/card.h"

class Chart;

/// A card around one chart: the chart's title and subtitle in the header, its actions behind the
/// three dots.
class ChartCard final : public Card
{
    Q_OBJECT

public:
    /// The card owns the chart.
    ChartCard(Display &display, Chart *chart, QWidget *parent = nullptr);

    [[nodiscard]] Chart *chart() const { return m_chart; }

private:
    Chart *m_chart;
};
