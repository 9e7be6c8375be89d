#pragma once

#include "models/clv/clvjob.h"
#include "ui/charts/chart.h"

#include <optional>

class QCPColorMap;

/// P(alive) over number of repeat purchases and periods of silence, the line of 0.5, and a ring for
/// the chosen customer.
class AliveMapChart final : public Chart
{
    Q_OBJECT

public:
    explicit AliveMapChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::AliveMap &map, PeriodUnit period);
    /// Rings the customer with this many repeat purchases and periods of silence.
    void setCustomer(double repeatPurchases, double silence);
    void clearCustomer();
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {480, 360}; }

protected:
    void retranslate() override;
    void applyStyle() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    [[nodiscard]] int neighbour(int index, Qt::Key key) const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] std::size_t columns() const { return m_map.frequency.size(); }
    [[nodiscard]] std::size_t rows() const { return m_map.recency.size(); }
    [[nodiscard]] QString silence(double periods) const;

    Clv::AliveMap m_map;
    PeriodUnit m_period = PeriodUnit::Week;
    std::optional<QPointF> m_customer;
    QCPColorMap *m_colors;
};
