#pragma once

#include "models/core/dates.h"
#include "ui/charts/chart.h"

#include <cstdint>
#include <optional>
#include <vector>

class QCPColorMap;

/// A heat map over number of repeat purchases (columns) and periods of silence (rows), with a ring
/// for the chosen customer and dots where the customers of a selection lie.
class CustomerMapChart : public Chart
{
    Q_OBJECT

public:
    /// Rings the customer with this many repeat purchases and periods of silence.
    void setCustomer(double repeatPurchases, double silence);
    void clearCustomer();
    /// Customers of a selection per cell, row by row; none: no dots.
    void setSelected(const std::vector<std::uint32_t> &perCell);
    [[nodiscard]] const std::vector<double> &frequency() const { return m_frequency; }
    [[nodiscard]] const std::vector<double> &recency() const { return m_recency; }
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {480, 360}; }

protected:
    CustomerMapChart(const QString &name, Display &display, QWidget *parent);

    /// \a values row by row; \a top is the value of the strongest colour.
    void setCells(const std::vector<double> &frequency, const std::vector<double> &recency,
                  const std::vector<double> &values, double top, PeriodUnit period);
    [[nodiscard]] std::size_t columns() const { return m_frequency.size(); }
    [[nodiscard]] std::size_t rows() const { return m_recency.size(); }
    [[nodiscard]] double value(std::size_t row, std::size_t column) const
    {
        return m_values[row * columns() + column];
    }
    [[nodiscard]] double top() const { return m_top; }
    /// Where the values fall through \a level, in pixels, one point a column.
    [[nodiscard]] QPolygonF contour(double level) const;
    static void drawContour(QCPPainter *painter, const QPolygonF &line);

    [[nodiscard]] virtual QString markTitle(double value) const = 0;
    /// Decimals of the colour scale's labels.
    [[nodiscard]] virtual int scaleDecimals() const { return 1; }
    /// Between the map and its marks: contours.
    virtual void drawMap(QCPPainter *painter) const { Q_UNUSED(painter) }

    void nameAxes();
    void applyStyle() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    [[nodiscard]] int neighbour(int index, Qt::Key key) const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QString silence(double periods) const;
    [[nodiscard]] QPointF cell(double column, double row) const; ///< pixel of its middle
    void drawSelected(QCPPainter *painter) const;
    void drawCustomer(QCPPainter *painter) const;
    void drawAxes(QCPPainter *painter) const;
    void drawScale(QCPPainter *painter) const;

    std::vector<double> m_frequency;
    std::vector<double> m_recency;
    std::vector<double> m_values;
    double m_top = 1;
    PeriodUnit m_period = PeriodUnit::Week;
    std::optional<QPointF> m_customer;
    std::vector<std::uint32_t> m_selected;
    QCPColorMap *m_colors;
};
