#pragma once

#include "models/funnel/activity.h"
#include "models/lifecycle/cohorts.h"
#include "ui/pages/lifecycle/lifecycletab.h"

class ChartCard;
class ColumnsChart;
class CurvesChart;
class HeatTableChart;
class QComboBox;
class SegmentedControl;

/// Customers by the period of their first purchase: a shaded table, its curves, and the growth of
/// active customers.
class CohortsTab final : public LifecycleTab
{
    Q_OBJECT

public:
    explicit CohortsTab(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void startComputing(const Insights::AnalysisPtr &analysis) override;
    [[nodiscard]] bool isReady() const override { return m_result.has_value(); }

private:
    struct Result
    {
        Lifecycle::CohortMatrix matrix;
        Funnel::GrowthBars growth;
        Lifecycle::CohortQuery query; ///< what both were asked for
        Funnel::ActivityQuery activity;
    };
    void showMeasure();
    void showCohort(int row, int column);
    void showGrowth(int period, int state);

    HeatTableChart *m_table;
    ChartCard *m_tableCard;
    CurvesChart *m_curves;
    ColumnsChart *m_growth;
    QComboBox *m_measure;
    SegmentedControl *m_unit;
    std::optional<Result> m_result;
};
