#pragma once

#include "models/clv/clvjob.h"
#include "ui/charts/chart.h"

/// P(alive) of one customer over the last weeks, with a tick for each purchase and the line of 0.5;
/// or the chance that a contract outlives each of the renewals ahead, dashed as a forecast.
class AliveHistoryChart final : public Chart
{
    Q_OBJECT

public:
    explicit AliveHistoryChart(Display &display, QWidget *parent = nullptr);

    enum class Kind { Past, Outlook };

    void setData(const Clv::AliveHistory &history, Kind kind = Kind::Past);
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {480, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, 110}; }

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QPointF pixel(const QDate &date, double value) const;

    [[nodiscard]] QString measure() const;

    Clv::AliveHistory m_history;
    Kind m_kind = Kind::Past;
};
