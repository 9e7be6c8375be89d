#pragma once

#include "models/lifecycle/lifecycle.h"
#include "ui/charts/chart.h"

/// The lifecycle at a glance: one bar a stage with count and step conversion, the turning point
/// between, and contact to customer beneath. Mirrored.
class MiniFunnelChart final : public Chart
{
    Q_OBJECT

public:
    explicit MiniFunnelChart(Display &display, QWidget *parent = nullptr);

    void setData(const Lifecycle::LifecycleFunnel &funnel);
    [[nodiscard]] QList<QStringList> dataTable() const override;
    [[nodiscard]] QSize exportSize() const override { return {420, 340}; }

signals:
    void stageActivated(int stage);

protected:
    void retranslate() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void applyStyle() override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Row
    {
        QRectF line;
        QRectF track;
    };
    [[nodiscard]] QList<Row> rows(double *turnY, double *footerY) const;
    [[nodiscard]] QString stageName(qsizetype stage) const;

    Lifecycle::LifecycleFunnel m_funnel;
};
