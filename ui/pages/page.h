#pragma once

#include "models/core/strongid.h"
#include "models/insights/analysis.h"
#include "models/segments/draft.h"

#include <QWidget>

class Chart;
class Display;

/// A screen of the side bar. The constructor builds, retranslate() holds every word, setAnalysis()
/// every number; each can be called again at any time. A page never knows another page.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// New numbers; null: nothing computed yet (no data, or still computing). Old numbers stay dimmed meanwhile.
    virtual void setAnalysis(const Insights::AnalysisPtr &analysis) = 0;
    /// Work is under way: dim what is shown.
    virtual void setBusy(bool busy);
    /// The workspace's segments.
    virtual void setSegments(const QList<Segments::Segment> &segments);
    /// The widget for the inspector on the far side, owned by the page; null: none.
    [[nodiscard]] virtual QWidget *inspector() { return nullptr; }
    /// Asks for the names of a segment of what is chosen on the page; false: nothing is chosen that
    /// could be one.
    virtual bool saveSelection() { return false; }
    /// The chart that Ctrl+E exports: the focused one, or the page's first in sight.
    [[nodiscard]] virtual Chart *focusedChart();

signals:
    void customerActivated(CustomerId customer);
    void pageRequested(const QString &page);       ///< "overview", "data", "lifecycle", "clv", "equity"
    void importRequested();
    void settingsEdited(const WorkspaceSettings &settings); ///< horizon, discount, margin, model
    void lifecycleEdited(const Lifecycle::LifecycleModel &lifecycle);
    void lifecycleQueryEdited(int windowDays, const QString &breakdownField);
    void refitRequested();
    /// A segment should be kept in the workspace; the names were asked for already.
    void segmentRequested(const Segments::Draft &draft);
    void inspectorRequested(bool open);
    void inspectorChanged(); ///< inspector() is another widget from now on
    void selectionChanged(const QString &description); ///< for the status bar; empty: none

protected:
    void changeEvent(QEvent *event) override;
    virtual void retranslate() = 0;
    [[nodiscard]] Display &display() const { return m_display; }

private:
    Display &m_display;
};
