#pragma once

#include "models/clv/clvresult.h"
#include "ui/charts/chart.h"

/// Repeat purchases per period, actual against the model, with the holdout on its own ground. The
/// periods of the data are joined to months when there are more than about 60.
class TrackingChart final : public Chart
{
    Q_OBJECT

public:
    explicit TrackingChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::ClvResult &result);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawUnder(QCPPainter *painter) const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QPointF pixel(const QDate &date, double value) const;
    [[nodiscard]] QString pointTitle(const Clv::TrackingPoint &point) const;

    Clv::Holdout m_holdout;
    QList<Clv::TrackingPoint> m_points;
    int m_weeks = 1; ///< weeks joined to one point
};
