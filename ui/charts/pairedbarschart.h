#pragma once

#include "ui/charts/chart.h"

#include <vector>

/// Two bars side by side for every number of orders: what was observed, filled, and what the model
/// expects, outlined.
class PairedBarsChart : public Chart
{
    Q_OBJECT

public:
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    PairedBarsChart(const QString &name, Display &display, QWidget *parent);

    /// The last bar is "or more"; values that are not known leave a gap.
    void setBars(std::vector<double> actual, std::vector<double> expected);
    [[nodiscard]] const std::vector<double> &actual() const { return m_actual; }
    [[nodiscard]] const std::vector<double> &expected() const { return m_expected; }
    [[nodiscard]] QString binName(std::size_t bin) const; ///< "3", "7+"

    /// What the bars measure and what they stand for, under the axis.
    [[nodiscard]] virtual QString valueCaption() const = 0;
    [[nodiscard]] virtual QString binCaption() const = 0;
    [[nodiscard]] virtual QString markTitle(std::size_t bin) const = 0;
    /// Rows of the tooltip below observed and expected.
    [[nodiscard]] virtual QList<TipRow> moreRows(std::size_t bin) const;
    [[nodiscard]] virtual int decimals() const { return 0; }

    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QRectF bar(std::size_t bin, bool expected) const;
    void drawLegend(QCPPainter *painter) const;

    std::vector<double> m_actual;
    std::vector<double> m_expected;
};
