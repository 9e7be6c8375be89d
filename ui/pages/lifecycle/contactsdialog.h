#pragma once

#include "ui/dialogs/dialog.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/customerchoice.h"

class CellTable;
class QStackedWidget;
class SegmentedControl;

/// The customers behind a mark: searched, sorted, opened one by one, kept as a segment; and what
/// they did instead, where they were lost.
class ContactsDialog final : public Dialog
{
    Q_OBJECT

public:
    ContactsDialog(Display &display, const CustomerChoice &choice,
                   const Insights::AnalysisPtr &analysis, const CustomerDirectory &directory,
                   QWidget *parent);

    /// The customers are still being found.
    [[nodiscard]] bool isComputing() const { return m_job->isRunning(); }

signals:
    void customerActivated(CustomerId customer);
    /// The customers should become a segment; the name is a proposal.
    void segmentWanted(const Segments::Draft &draft);

protected:
    void retranslate() override;

private:
    void find();
    void showPart(int part);
    void fillInstead();
    void saveSegment();
    void renewHeading();
    void showReceipts(CustomerId customer);

    CustomerChoice m_choice;
    CustomerDirectory m_directory;
    Insights::AnalysisPtr m_analysis;
    std::optional<CustomerChoice::List> m_customers;
    std::optional<QList<Funnel::Instead>> m_instead;
    LatestJob *m_job;
    LatestJob *m_receiptJob;
    SegmentedControl *m_part;
    Button *m_save;
    QStackedWidget *m_stack;
    ContactList *m_list;
    CellTable *m_insteadRows;
    QTableView *m_insteadView;
    TextLabel *m_note;
    TextLabel *m_receipts;
};
