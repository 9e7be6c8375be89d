#pragma once

#include "models/clv/diagnostics.h"
#include "models/core/currency.h"
#include "ui/charts/chart.h"

/// Customers by their mean amount of an order: observed as bars, the spend model's density as a
/// line.
class SpendFitChart final : public Chart
{
    Q_OBJECT

public:
    explicit SpendFitChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::SpendFit &fit, const Currency &currency);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QRectF bar(std::size_t bin) const;
    [[nodiscard]] QString binName(std::size_t bin) const;
    [[nodiscard]] bool hasModel() const { return !m_fit.expected.empty(); }

    Clv::SpendFit m_fit;
    Currency m_currency;
};
