#pragma once

#include "ui/dialogs/dialog.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/lifecycle/customerchoice.h"
#include "ui/pages/lifecycle/segmentsource.h"

#include "models/insights/analysis.h"

class CellTable;
class EmptyState;
class QLineEdit;
class QStackedWidget;
class QTableView;

/// The workspace's segments with what they keep and how many customers are in each; a count shows
/// the customers, Remove takes a segment away.
class SegmentsDialog final : public Dialog
{
    Q_OBJECT

public:
    SegmentsDialog(Display &display, const Insights::AnalysisPtr &analysis,
                   const QList<Segments::Segment> &segments, const SegmentSource &source,
                   QWidget *parent);

    void setSegments(const QList<Segments::Segment> &segments);
    /// The customers are still being counted.
    [[nodiscard]] bool isComputing() const { return m_job->isRunning(); }

signals:
    void contactsRequested(const CustomerChoice &choice);
    /// The workspace's segments from now on; \a what names the change.
    void segmentsEdited(const QList<Segments::Segment> &segments, const QString &what);

protected:
    void retranslate() override;

private:
    void count();
    void fill();
    void removeChosen();
    void renewButtons();
    [[nodiscard]] QString nameOf(const Segments::Segment &segment) const;
    [[nodiscard]] int chosen() const; ///< −1: none
    /// Who uses the segment in a rule of their own; empty: nobody.
    [[nodiscard]] QString userOf(const Segments::Segment &segment) const;

    Insights::AnalysisPtr m_analysis;
    QList<Segments::Segment> m_segments;
    SegmentSource m_source;
    QHash<QString, Result<qint64>> m_counts; ///< by name
    LatestJob *m_job;
    QLineEdit *m_search;
    CellTable *m_rows;
    QTableView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    Button *m_remove;
    TextLabel *m_note;
};
