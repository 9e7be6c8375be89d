#pragma once

#include "models/equity/equityresult.h"
#include "ui/charts/chart.h"

/// What each unit of spend returns: acquisition spend beside the equity acquired, retention spend
/// beside the equity expanded, for the last periods. Two panels in reading order; each mirrored
/// only as a whole.
class SpendReturnChart final : public Chart
{
    Q_OBJECT

public:
    explicit SpendReturnChart(Display &display, QWidget *parent = nullptr);

    /// \a spend per bridge of \a result, in the same order.
    void setData(const QList<Equity::SpendSummary> &spend, const Equity::EquityResult &result);
    [[nodiscard]] QList<QStringList> dataTable() const override;

protected:
    void retranslate() override;
    void applyStyle() override;
    [[nodiscard]] QList<Mark> buildMarks() const override;
    void drawOver(QCPPainter *painter) const override;

private:
    struct Period
    {
        QDate until;
        double spend[2] = {0, 0};   ///< acquisition, retention
        double created[2] = {0, 0}; ///< acquired, expansion
    };
    [[nodiscard]] QRectF panel(int which) const;
    [[nodiscard]] QRectF bar(int which, qsizetype period, bool created) const;
    [[nodiscard]] QString panelName(int which) const;
    [[nodiscard]] double
    ratio(int which) const; ///< equity per unit of spend over all periods; NaN without spend

    QList<Period> m_periods;
    Currency m_currency;
    double m_unit = 1;
};
