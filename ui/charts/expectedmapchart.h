#pragma once

#include "models/clv/customermaps.h"
#include "ui/charts/customermapchart.h"

/// Orders expected within a time over number of repeat purchases and periods of silence.
class ExpectedMapChart final : public CustomerMapChart
{
    Q_OBJECT

public:
    explicit ExpectedMapChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::PurchaseMap &map, PeriodUnit period);

protected:
    void retranslate() override;
    [[nodiscard]] QString markTitle(double value) const override;
    [[nodiscard]] int scaleDecimals() const override;
    void drawMap(QCPPainter *painter) const override;

private:
    int m_months = 12;
};
