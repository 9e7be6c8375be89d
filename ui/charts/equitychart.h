#pragma once

#include "models/equity/equityresult.h"
#include "ui/charts/chart.h"

/// Customer equity at each period's end with its 90 % band. The last point carries value and
/// interval; a period that has not ended is drawn hollow and dashed; a change of method breaks the
/// line.
class EquityChart final : public Chart
{
    Q_OBJECT

public:
    enum class Measure {
        Total,      ///< customer equity
        PerCustomer ///< mean CLV: equity and its interval divided by the customers of the day
    };

    explicit EquityChart(Display &display, QWidget *parent = nullptr);

    void setData(const Equity::EquityResult &result, Measure measure = Measure::Total);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void applyStyle() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawUnder(QCPPainter *painter) const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] double x(qsizetype index) const;
    [[nodiscard]] QPointF pixel(qsizetype index, double value) const;
    [[nodiscard]] bool isBreakBefore(qsizetype index) const;
    [[nodiscard]] QString interval(const Equity::EquityPoint &point) const;
    [[nodiscard]] QString pointName(const Equity::EquityPoint &point) const;
    [[nodiscard]] QString trendTitle() const;
    [[nodiscard]] QString trendSentence() const;

    Equity::EquityResult m_result; ///< in the chosen measure
    Measure m_measure = Measure::Total;
    double m_unit = 1;
    int m_decimals = 0;
};
