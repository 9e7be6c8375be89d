#pragma once

#include "models/insights/analysis.h"
#include "models/lifecycle/turningpoint.h"
#include "ui/pages/lifecycle/customerchoice.h"
#include "ui/pages/lifecycle/segmentsource.h"

#include <QWidget>

class ChartCard;
class Display;
class LatestJob;
class QComboBox;
class SegmentedControl;
class TextLabel;
class TurningPointChart;

/// The turning point as a chart of its own, with the choice of what turns a customer and of the
/// groups; computed on a worker.
class TurningCard final : public QWidget
{
    Q_OBJECT

public:
    explicit TurningCard(Display &display, QWidget *parent = nullptr);

    void setAnalysis(const Insights::AnalysisPtr &analysis);
    /// The workspace's segments: groups to choose.
    void setSegments(const QList<Segments::Segment> &segments);
    void setSegmentSource(const SegmentSource &source);
    void renewTexts();

signals:
    void contactsRequested(const CustomerChoice &choice);

private:
    struct Found
    {
        Lifecycle::TurningQuery query;
        Result<Lifecycle::TurningView> view;
    };
    void compute();
    void renewGroups();
    [[nodiscard]] QString segmentName(const Segments::Segment &segment) const;
    void showView(const Result<Lifecycle::TurningView> &view);
    [[nodiscard]] Lifecycle::TurningQuery query() const;

    Display &m_display;
    Insights::AnalysisPtr m_analysis;
    QList<Segments::Segment> m_segments;
    SegmentSource m_source;
    Lifecycle::TurningQuery m_shownQuery;
    Result<Lifecycle::TurningView> m_view = Lifecycle::TurningView();
    LatestJob *m_job;
    TurningPointChart *m_chart;
    ChartCard *m_card;
    QComboBox *m_rule;
    SegmentedControl *m_groups;
    TextLabel *m_note;
};
