#pragma once

#include "ui/charts/chart.h"
#include "ui/style/theme.h"

#include <optional>

/// Horizontal bars, each with its name before and its figure behind; mirrored in right-to-left. What
/// the bars are is said by the charts derived from it, in retranslate().
class RankedBarsChart : public Chart
{
    Q_OBJECT

public:
    RankedBarsChart(const QString &name, Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QSize exportSize() const override { return {640, 300}; }
    /// As high as its bars need.
    [[nodiscard]] int preferredHeight() const;

protected:
    struct Bar
    {
        QString label;
        double value = 0;   ///< NaN: no bar
        QString figure;     ///< behind the bar
        QString note;       ///< behind the figure, in grey
        Theme::Category category = Theme::Blue;
        QList<TipRow> rows; ///< of the tooltip
    };
    /// \a full: the value of a bar over the whole width; 0: the largest.
    void setBars(const QList<Bar> &bars, double full = 0);
    [[nodiscard]] const QList<Bar> &bars() const { return m_bars; }

    void applyStyle() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Place
    {
        QRectF row;
        QRectF label;
        QRectF track;
        QRectF bar;
    };
    [[nodiscard]] QList<Place> places() const;

    QList<Bar> m_bars;
    double m_full = 1;
};
