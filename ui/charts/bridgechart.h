#pragma once

#include "models/equity/equityresult.h"
#include "ui/charts/chart.h"

/// Why equity changed between two dates: opening, acquired, expansion, contraction, churned,
/// closing. When the axis does not start at zero the subtitle says where, and opening and closing
/// are drawn cut. Mirrored.
class BridgeChart final : public Chart
{
    Q_OBJECT

public:
    explicit BridgeChart(Display &display, QWidget *parent = nullptr);

    void setData(const Equity::EquityBridge &bridge, const Currency &currency);
    /// Without value axis, grid and customer counts: for a small card.
    void setCompact(bool compact);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void applyStyle() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Step
    {
        QString name;
        QString brief; ///< where the name does not fit
        double from = 0;
        double until = 0;
        qint64 customers = -1;
        QColor color;
        bool isLevel = false; ///< opening or closing
    };
    [[nodiscard]] QList<Step> steps() const;
    [[nodiscard]] QRectF stepRect(const QList<Step> &steps, qsizetype index) const;

    Equity::EquityBridge m_bridge;
    Currency m_currency;
    bool m_compact = false;
    double m_unit = 1;
    double m_base = 0; ///< where the axis starts, in major units; 0: not cut
};
