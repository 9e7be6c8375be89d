#pragma once

#include "models/clv/clvresult.h"
#include "ui/charts/chart.h"

#include <optional>

/// Repeat purchases over time, actual against the model, with the holdout on its own ground: per
/// week, per four weeks or summed up.
class TrackingChart final : public Chart
{
    Q_OBJECT

public:
    enum class Kind { Weekly, FourWeeks, Cumulative };

    /// \a kind: what is shown; none: four weeks when there are more than about 60 weeks, else
    /// single ones. A chart made for a cumulative picture is named "tracking-cumulative".
    explicit TrackingChart(Display &display, QWidget *parent = nullptr,
                           std::optional<Kind> kind = std::nullopt);

    void setData(const Clv::ClvResult &result);
    void setData(const Clv::Holdout &holdout);
    void setKind(Kind kind);
    /// What a point stands for; weeks unless told otherwise. Longer ones are a model's opportunities.
    void setPeriod(PeriodUnit period);
    [[nodiscard]] Kind kind() const { return m_kind; }
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

    void makePoints();

    Clv::Holdout m_holdout;
    QList<Clv::TrackingPoint> m_points;
    std::optional<Kind> m_chosen;
    Kind m_kind = Kind::Weekly;
    PeriodUnit m_period = PeriodUnit::Week;
};
