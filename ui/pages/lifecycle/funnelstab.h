#pragma once

#include "models/funnel/evaluator.h"
#include "ui/charts/stepfunnelchart.h"
#include "ui/pages/lifecycle/celltable.h"
#include "ui/pages/lifecycle/lifecycletab.h"

#include <memory>

class Button;
class Card;
class ChartCard;
class ColumnsChart;
class CurvesChart;
class FunnelEditor;
class QComboBox;
class QStackedWidget;
class QTableView;
class SegmentedControl;
class TextLabel;

/// The person's own funnels: any steps, every option, with a live preview while they are edited in
/// the inspector.
class FunnelsTab final : public LifecycleTab
{
    Q_OBJECT

public:
    explicit FunnelsTab(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *inspector() override;
    /// The funnels of the workspace.
    void setFunnels(const QList<Funnel::FunnelQuery> &funnels);
    [[nodiscard]] const Funnel::FunnelQuery &query() const { return m_query; }

signals:
    /// The workspace's funnels from now on.
    void funnelsEdited(const QList<Funnel::FunnelQuery> &funnels, const QString &what);

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void startComputing(const Insights::AnalysisPtr &analysis) override;
    [[nodiscard]] bool isReady() const override { return m_log != nullptr; }

private:
    using LogPtr = std::shared_ptr<const Funnel::EventLog>;
    /// Everything the tab shows of one definition.
    struct Outcome
    {
        LogPtr log;
        std::optional<Error> problem;
        bool countsOnly = false;
        Funnel::FunnelResult result;
        std::optional<std::pair<Funnel::FunnelReading, Funnel::FunnelReading>> sides;
        QList<Funnel::TrendRow> trend;
        Funnel::ConvertTimes times;
        Funnel::Drivers drivers;
        QString explanation;
        QList<QList<double>> values;           ///< per series and step, lifetime value
        std::vector<std::uint32_t> accountOf;  ///< per customer, where accounts count
    };
    static Outcome evaluateAll(const Insights::AnalysisPtr &analysis, LogPtr log,
                               Funnel::FunnelQuery query, bool countsOnly, const Progress &progress);

    void makeCards(Display &display);
    void chooseFunnel(int index);
    void takeEdit(const Funnel::FunnelQuery &query, bool moving);
    void run(bool countsOnly);
    void save();
    void remove();
    void fillPicker();
    void fillChoices(const Insights::Analysis &analysis);
    void showFunnel();
    void showTable();
    void openStepMenu(int step, int series, bool lost);
    void showInstead(int step);
    void showActors(const QString &what, const std::vector<std::uint32_t> &actors);
    [[nodiscard]] const Funnel::FunnelReading &reading(int series) const;
    [[nodiscard]] QString stepName(int step) const;

    StepFunnelChart *m_chart;
    ChartCard *m_chartCard;
    QComboBox *m_picker;
    Button *m_new;
    SegmentedControl *m_mode;
    TextLabel *m_definition;
    Card *m_tableCard;
    SegmentedControl *m_kind;
    QStackedWidget *m_stack;
    CellTable *m_rows;
    QTableView *m_rowView;
    CurvesChart *m_trend;
    ColumnsChart *m_times;
    FunnelEditor *m_editor;

    QList<Funnel::FunnelQuery> m_funnels;
    Funnel::FunnelQuery m_query;
    LogPtr m_log;
    Customers::SnapshotPtr m_logSnapshot;
    Outcome m_outcome;
};
