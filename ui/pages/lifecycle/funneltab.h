#pragma once

#include "models/lifecycle/members.h"
#include "ui/pages/lifecycle/lifecycletab.h"

class BreakdownModel;
class Button;
class Card;
class ChartCard;
class LifecycleFunnelChart;
class QTableView;
class SegmentedControl;
class ShadeLegend;
class StageInspector;
class TextLabel;
class TurningCard;

/// The lifecycle as a funnel with owners, losses and times; conversion by attribute; the chosen
/// stage in the inspector.
class FunnelTab final : public LifecycleTab
{
    Q_OBJECT

public:
    explicit FunnelTab(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *inspector() override;

    void setSegments(const QList<Segments::Segment> &segments) override;
    void setSegmentSource(const SegmentSource &source) override;

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;

private:
    void makeTable(Display &display);
    void showBreakdown(const Insights::Analysis &analysis);
    void openAttributeMenu();
    void chooseStage(int stage);
    /// What the funnel shown counts.
    [[nodiscard]] Lifecycle::LifecycleQuery shownQuery() const;
    void showMembers(const Lifecycle::FunnelPlace &place);
    void computeValues();
    void openCellMenu(const QPoint &position);
    /// The funnel of an edit that was not applied yet.
    void preview(const Lifecycle::LifecycleModel &lifecycle, int windowDays);
    void dropPreview();
    [[nodiscard]] const Lifecycle::LifecycleView &
    shownView(const Insights::Analysis &analysis) const;
    void showProblems();

    LifecycleFunnelChart *m_funnel;
    ChartCard *m_funnelCard;
    SegmentedControl *m_mode;
    TextLabel *m_definition;
    Card *m_tableCard;
    QTableView *m_table;
    BreakdownModel *m_breakdown;
    Button *m_attribute;
    ShadeLegend *m_legend;
    StageInspector *m_inspector;
    TextLabel *m_problems;
    TurningCard *m_turning;
    LatestJob *m_previewJob;
    LatestJob *m_valueJob;
    std::optional<Lifecycle::LifecycleView> m_preview;
    Insights::AnalysisPtr m_previewOf; ///< a newer analysis makes the preview void
    int m_stage = -1;
    QList<Segments::Segment> m_segments;
    SegmentSource m_source;
};
