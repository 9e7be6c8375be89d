#pragma once

#include "models/clv/clvresult.h"
#include "ui/charts/pairedbarschart.h"

/// Customers by number of repeat purchases: observed beside expected by the model.
class FrequencyChart final : public PairedBarsChart
{
    Q_OBJECT

public:
    explicit FrequencyChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::ClvResult &result);
    void setData(const Clv::FrequencyFit &fit, const QString &model);

protected:
    void retranslate() override;
    [[nodiscard]] QString valueCaption() const override;
    [[nodiscard]] QString binCaption() const override;
    [[nodiscard]] QString markTitle(std::size_t bin) const override;

private:
    QString m_model; ///< its title
};
