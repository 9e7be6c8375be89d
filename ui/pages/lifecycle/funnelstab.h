#pragma once

#include "ui/charts/stepfunnelchart.h"
#include "ui/pages/lifecycle/funnelstudy.h"
#include "ui/pages/lifecycle/lifecycletab.h"

class Button;
class ChartCard;
class FunnelEditor;
class FunnelReadings;
class QComboBox;
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
    void setSegments(const QList<Segments::Segment> &segments) override;
    void setSegmentSource(const SegmentSource &source) override;
    /// The funnels of the workspace.
    void setFunnels(const QList<Funnel::FunnelQuery> &funnels);
    [[nodiscard]] const Funnel::FunnelQuery &query() const { return m_query; }
    /// Shows \a query as it is edited: what an undone or redone edit leaves.
    void setDraft(const Funnel::FunnelQuery &query);
    /// What Undo and Redo would do; empty: nothing.
    void setUndo(const QString &undo, const QString &redo);

signals:
    /// The workspace's funnels from now on.
    void funnelsEdited(const QList<Funnel::FunnelQuery> &funnels, const QString &what);
    /// The funnel shown was edited, which can be taken back with setDraft(). Near edits of the same
    /// \a series are one; −1: of none.
    void draftEdited(const Funnel::FunnelQuery &before, const Funnel::FunnelQuery &after,
                     const QString &what, int series);
    void undoRequested();
    void redoRequested();

protected:
    void renewTexts() override;
    void showNumbers(const Insights::Analysis &analysis) override;
    [[nodiscard]] bool canShow(const Insights::Analysis &analysis) const override;
    [[nodiscard]] std::pair<QString, QString> emptyTexts() const override;
    void startComputing(const Insights::AnalysisPtr &analysis) override;
    [[nodiscard]] bool isReady() const override { return m_log != nullptr; }

private:
    void makeCards(Display &display);
    void chooseFunnel(int index);
    void takeEdit(const Funnel::FunnelQuery &query, bool moving);
    void followPeriod();
    void show(const Funnel::FunnelQuery &query);
    [[nodiscard]] bool isStored() const;
    void run(bool countsOnly);
    void save();
    void remove();
    void fillPicker();
    void fillChoices(const Insights::Analysis &analysis);
    void showFunnel();
    /// The customers of a column, or of the loss before it.
    void showStep(int step, int series, bool lost);
    [[nodiscard]] QString stepName(int step) const;
    [[nodiscard]] QString segmentTitle(const QString &name) const;
    [[nodiscard]] QString sideName(int series) const;
    [[nodiscard]] FunnelData data() const;

    StepFunnelChart *m_chart;
    ChartCard *m_chartCard;
    QComboBox *m_picker;
    Button *m_new;
    SegmentedControl *m_mode;
    TextLabel *m_definition;
    FunnelReadings *m_readings;
    FunnelEditor *m_editor;

    QList<Funnel::FunnelQuery> m_funnels;
    Funnel::FunnelQuery m_query;
    Funnel::FunnelQuery m_settled; ///< the last edit that can be taken back led here
    int m_series = 0;              ///< of the letters of one name
    EventLogPtr m_log;
    Customers::SnapshotPtr m_logSnapshot;
    FunnelStudy m_study;
    Funnel::FunnelQuery m_studied; ///< what m_study answers
    QList<Segments::Segment> m_segments;
    SegmentSource m_source;
};
