#pragma once

#include "models/clv/diagnostics.h"
#include "ui/charts/chart.h"

#include <vector>

/// Does P(alive) mean what it says: customers grouped by it at the calibration's end, the share of
/// each group that bought afterwards with its interval, and the share that the model expects.
class AliveCalibrationChart final : public Chart
{
    Q_OBJECT

public:
    explicit AliveCalibrationChart(Display &display, QWidget *parent = nullptr);

    void setData(const std::vector<Clv::AliveGroup> &groups);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QPointF pixel(double alive, double share) const;
    [[nodiscard]] double customersWithin() const; ///< share whose group's interval holds the line

    std::vector<Clv::AliveGroup> m_groups;
};
