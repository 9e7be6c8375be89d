#pragma once

#include "ui/charts/chart.h"

/// What a funnel of the person's own shows: one series, or two that are compared.
struct StepFunnel
{
    struct Series
    {
        QString name;
        QList<qint64> counts;     ///< per step
        QList<qint64> stillOpen;  ///< who may still do the step
        QList<double> medianDays; ///< from the step before; NaN: nobody arrived
        QList<double> values;     ///< lifetime value of those who did the step, major units
    };
    QStringList steps;
    QList<Series> series;
    QString currency;
    QString finding;
};

/// Columns by step with the step before outlined, conversion in the gaps, the loss, the median time
/// and who is still open beneath. Two series stand side by side. Mirrored.
class StepFunnelChart final : public Chart
{
    Q_OBJECT

public:
    enum class Mode { Count, Percent, Value };

    explicit StepFunnelChart(Display &display, QWidget *parent = nullptr);

    void setData(const StepFunnel &funnel);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {820, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, 260}; }

signals:
    /// A column was clicked, or the loss above it.
    void stepActivated(int step, int series, bool lost);

protected:
    void retranslate() override;
    void applyStyle() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Place
    {
        int step;
        int series;
        QRectF bar;
        QRectF loss; ///< from the level before down to the bar; empty for the first step
    };
    struct Geometry
    {
        QRectF all;
        QRectF legend; ///< above the names of the steps, where two series are compared
        double nameTop;
        QRectF bars;
        double rowHeight;
        QList<Place> places;
        double pitch;
        double gap;
        bool mirrored;
        [[nodiscard]] double centre(int step) const;
    };
    [[nodiscard]] Geometry geometry() const;
    [[nodiscard]] double level(int series, int step) const;
    [[nodiscard]] QString levelText(int series, int step) const;
    [[nodiscard]] double rate(int series, int step) const; ///< of the step before
    [[nodiscard]] QColor colour(int series) const;

    StepFunnel m_funnel;
    Mode m_mode = Mode::Count;
};
