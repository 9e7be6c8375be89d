#pragma once

#include "ui/charts/chart.h"

#include <functional>

/// What a chart of curves over a quantity or over time shows, with its words in one language.
struct Curves
{
    struct Series
    {
        QString name;
        int category = 0;     ///< of the theme
        bool isThin = false;  ///< one of many, behind the others and without a name at its end
        bool isDashed = false;
        bool isStep = false;  ///< holds its value until the next point
        QList<QPointF> points;
        QList<std::pair<double, double>> band; ///< beside the points, low and high; empty: none
        /// NaN before the first point; the value of the step, or between two points.
        [[nodiscard]] double at(double x) const;
    };
    QString name;
    QString finding;
    QString title;
    QString subtitle;
    QString emptyTitle;
    QString emptyReason;
    QString caption; ///< what the horizontal axis counts
    QList<Series> series;
    QList<std::pair<double, QString>> labels; ///< under the axis
    QList<std::pair<double, QString>> marks;  ///< where the reader can point, with the tip's title
    bool isPercent = false;
    double top = 0; ///< of the vertical axis; 0: by the values
    double guide = std::numeric_limits<double>::quiet_NaN(); ///< a dashed level, such as one half
    double bound = std::numeric_limits<double>::quiet_NaN(); ///< a dashed position on the x axis
    std::function<QString(double)> text; ///< a value, with its unit
};

/// Curves with confidence bands, thin companions behind, and names at their ends.
class CurvesChart final : public Chart
{
    Q_OBJECT

public:
    using Maker = std::function<Curves(const Display &)>;

    CurvesChart(const QString &name, Display &display, QWidget *parent = nullptr);

    void setMaker(Maker maker);
    [[nodiscard]] const Curves &curves() const { return m_curves; }
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    void drawUnder(QCPPainter *painter) const override;
    void drawOver(QCPPainter *painter) const override;
    [[nodiscard]] QList<Mark> buildMarks() const override;

private:
    [[nodiscard]] QPointF pixel(double x, double y) const;
    [[nodiscard]] QPolygonF line(const Curves::Series &series) const;
    [[nodiscard]] QColor colour(const Curves::Series &series) const;

    Maker m_make;
    Curves m_curves;
};
