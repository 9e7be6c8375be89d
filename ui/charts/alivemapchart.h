#pragma once

#include "models/clv/clvjob.h"
#include "ui/charts/customermapchart.h"

/// P(alive) over number of repeat purchases and periods of silence, with the line of 0.5.
class AliveMapChart final : public CustomerMapChart
{
    Q_OBJECT

public:
    explicit AliveMapChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::AliveMap &map, PeriodUnit period);

protected:
    void retranslate() override;
    [[nodiscard]] QString markTitle(double value) const override;
    void drawMap(QCPPainter *painter) const override;
};
