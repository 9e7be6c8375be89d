#pragma once

#include "models/clv/clvresult.h"
#include "ui/charts/chart.h"

/// Customers by number of repeat purchases: observed beside expected by the model.
class FrequencyChart final : public Chart
{
    Q_OBJECT

public:
    explicit FrequencyChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::ClvResult &result);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void resetView() override;
    void layOut(const QSizeF &size) override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    [[nodiscard]] QString binName(std::size_t bin) const;
    [[nodiscard]] QRectF bar(std::size_t bin, bool expected) const;

    Clv::FrequencyFit m_fit;
    QString m_model;
};
