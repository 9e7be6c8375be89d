#pragma once

#include "models/core/strongid.h"
#include "models/insights/analysis.h"
#include "models/segments/draft.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/lifecycle/customerchoice.h"
#include "ui/pages/lifecycle/segmentsource.h"

#include <QWidget>

#include <utility>

class CardGrid;
class Chart;
class Display;
struct CustomerDirectory;

/// One tab of the lifecycle screen: a grid of cards over the screen's analysis. What only this tab
/// shows is computed on a worker when the tab is looked at, old numbers dimmed meanwhile.
class LifecycleTab : public QWidget
{
    Q_OBJECT

public:
    LifecycleTab(Display &display, const QString &emptyIcon, QWidget *parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// New numbers; null: nothing computed yet.
    void setAnalysis(const Insights::AnalysisPtr &analysis);
    [[nodiscard]] const Insights::AnalysisPtr &analysis() const { return m_analysis; }
    /// A new analysis is being computed.
    void setBusy(bool busy);
    /// The widget for the inspector, owned by the tab; null: none.
    [[nodiscard]] virtual QWidget *inspector() { return nullptr; }
    /// Where customers' names come from.
    virtual void setDirectory(const CustomerDirectory &directory) { Q_UNUSED(directory) }
    /// The workspace's segments, and how their customers are found.
    virtual void setSegments(const QList<Segments::Segment> &segments)
    {
        Q_UNUSED(segments)
    }
    virtual void setSegmentSource(const SegmentSource &source) { Q_UNUSED(source) }
    /// Every word, and the numbers with their words.
    void retranslate();
    [[nodiscard]] bool showsEmptyState() const;
    /// Something that the tab computes for itself is on its way.
    [[nodiscard]] bool isComputing() const { return m_job->isRunning(); }

signals:
    void customerActivated(CustomerId customer);
    void importRequested();
    void lifecycleEdited(const Lifecycle::LifecycleModel &lifecycle);
    void lifecycleQueryEdited(int windowDays, const QString &breakdownField);
    void inspectorRequested(bool open);
    void selectionChanged(const QString &description);
    /// These customers should become a segment; the name is a proposal.
    void segmentWanted(const Segments::Draft &draft);
    /// The person wants to see these customers.
    void contactsRequested(const CustomerChoice &choice);

protected:
    /// Every word that does not depend on numbers.
    virtual void renewTexts() = 0;
    /// Every number; called again when language, digits or theme change.
    virtual void showNumbers(const Insights::Analysis &analysis) = 0;
    /// Whether \a analysis holds anything for this tab; else the empty state stands here.
    [[nodiscard]] virtual bool canShow(const Insights::Analysis &analysis) const;
    [[nodiscard]] virtual std::pair<QString, QString> emptyTexts() const = 0;
    /// Starts what only this tab needs, with compute(). The base needs nothing.
    virtual void startComputing(const Insights::AnalysisPtr &analysis) { Q_UNUSED(analysis) }
    /// Whether there are numbers of the tab's own to show.
    [[nodiscard]] virtual bool isReady() const { return true; }

    /// Runs \a work(progress) on a worker and \a keep(result) here; then the numbers are shown.
    template <typename Work, typename Keep>
    void compute(Work work, Keep keep)
    {
        m_job->start(std::move(work), [this, keep = std::move(keep)](auto result) {
            keep(std::move(result));
            renewBusy();
            renew();
        });
        renewBusy();
    }
    /// After an option of the tab changed: computes anew.
    void recompute();
    /// Drops what is being computed.
    void cancelComputing() { m_job->cancel(); }
    void renew();

    void showEvent(QShowEvent *event) override;
    [[nodiscard]] Display &display() const { return m_display; }
    [[nodiscard]] CardGrid &cards() const { return *m_cards; }

private:
    void computeWhenSeen();
    void renewBusy();
    void showRightState();

    Display &m_display;
    Insights::AnalysisPtr m_analysis;
    CardGrid *m_cards;
    LatestJob *m_job;
    bool m_isStale = false; ///< the tab's own numbers belong to another analysis
    bool m_busy = false;
};
