#pragma once

#include "models/clv/diagnostics.h"
#include "ui/charts/pairedbarschart.h"

/// Orders in the holdout by number of repeat orders before it: what customers with such a past
/// ordered on average, beside what the model expected of them.
class ConditionalChart final : public PairedBarsChart
{
    Q_OBJECT

public:
    explicit ConditionalChart(Display &display, QWidget *parent = nullptr);

    void setData(const Clv::ConditionalExpectation &bins);

protected:
    void retranslate() override;
    [[nodiscard]] QString valueCaption() const override;
    [[nodiscard]] QString binCaption() const override;
    [[nodiscard]] QString markTitle(std::size_t bin) const override;
    [[nodiscard]] QList<TipRow> moreRows(std::size_t bin) const override;
    [[nodiscard]] int decimals() const override { return 2; }

private:
    std::vector<double> m_customers;
};
