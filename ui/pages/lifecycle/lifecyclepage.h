#pragma once

#include "models/funnel/query.h"
#include "models/lifecycle/meddicnotes.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/customerchoice.h"
#include "ui/pages/lifecycle/dealsource.h"
#include "ui/pages/lifecycle/segmentsource.h"
#include "ui/pages/page.h"

#include <QList>

class Button;
class FunnelsTab;
class HandOffsTab;
class LifecycleTab;
class QStackedWidget;
class QTabBar;

/// The lifecycle of the customers, one reading a tab: the funnel first.
class LifecyclePage final : public Page
{
    Q_OBJECT

public:
    explicit LifecyclePage(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setAnalysis(const Insights::AnalysisPtr &analysis) override;
    void setBusy(bool busy) override;
    [[nodiscard]] QWidget *inspector() override;

    /// Where customers' names come from and how they are found.
    void setDirectory(const CustomerDirectory &directory);
    /// The workspace's own funnels.
    void setFunnels(const QList<Funnel::FunnelQuery> &funnels);
    /// Shows a funnel as an undone or redone edit leaves it.
    void setFunnelDraft(const Funnel::FunnelQuery &query);
    /// What Undo and Redo would do; empty: nothing.
    void setUndo(const QString &undo, const QString &redo);
    [[nodiscard]] const QList<LifecycleTab *> &tabs() const { return m_tabs; }
    [[nodiscard]] LifecycleTab *currentTab() const;
    void showTab(int index);
    /// Where the Hand-offs tab reads deals; empty when the workspace is let go.
    void setDealSource(DealSource source);
    /// What was written about MEDDIC of the deals.
    void setMeddicNotes(const Lifecycle::MeddicNotes &notes);
    void setSegments(const QList<Segments::Segment> &segments) override;
    void setSegmentSource(const SegmentSource &source);

signals:
    /// The workspace's own funnels from now on; \a what names the change.
    void funnelsEdited(const QList<Funnel::FunnelQuery> &funnels, const QString &what);
    /// A funnel was edited, not yet saved; near edits of the same \a series are one.
    void funnelDraftEdited(const Funnel::FunnelQuery &before, const Funnel::FunnelQuery &after,
                           const QString &what, int series);
    void undoRequested();
    void redoRequested();
    /// The segments are about to be looked at; they may have been changed elsewhere.
    void segmentsWanted();
    /// The workspace's segments from now on; \a what names the change.
    void segmentsEdited(const QList<Segments::Segment> &segments, const QString &what);
    /// The workspace's MEDDIC notes from now on; \a what names the change.
    void meddicNotesEdited(const Lifecycle::MeddicNotes &notes, const QString &what);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void addTab(LifecycleTab *tab);
    void showContacts(const CustomerChoice &choice);
    void showSegments();
    void askForSegment(const Segments::Draft &draft, QWidget *parent);

    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QList<LifecycleTab *> m_tabs;
    FunnelsTab *m_funnels;
    CustomerDirectory m_directory;
    QList<Segments::Segment> m_segments;
    SegmentSource m_segmentSource;
    HandOffsTab *m_handOffs;
    Button *m_segmentsButton;
};
