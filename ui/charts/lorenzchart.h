#pragma once

#include "models/clv/concentration.h"
#include "ui/charts/chart.h"

#include <optional>
#include <utility>

/// Concentration of lifetime value: customers from the least valuable to the most against the share
/// of all value they hold together. A chosen range of values stands out on the curve.
class LorenzChart final : public Chart
{
    Q_OBJECT

public:
    explicit LorenzChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::Concentration &curve);
    /// Customers worth from \a range's first to its second stand out; none: all alike.
    void setRange(const std::optional<std::pair<double, double>> &range);
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {480, 400}; }

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawUnder(QCPPainter *painter) const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QPointF pixel(double customers, double share) const;
    [[nodiscard]] QPolygonF curve(double from, double until) const;
    /// Shares of customers below the range and up to its end.
    [[nodiscard]] std::pair<double, double> rangeShares() const;

    Clv::Concentration m_curve;
    std::optional<std::pair<double, double>> m_range;
};
