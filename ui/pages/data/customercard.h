#pragma once

#include "models/customers/customerstore.h"
#include "models/insights/memberships.h"
#include "models/lifecycle/customerstage.h"
#include "models/lifecycle/stagereceipts.h"

#include <QWidget>

class Display;
class EmptyState;
class LatestJob;
class QComboBox;
class QFormLayout;
class QListWidget;
class TextLabel;

/// One customer in the inspector: who they are, what they are worth, what happened, and why they are
/// in their stage.
class CustomerCardPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomerCardPanel(Display &display, QWidget *parent = nullptr);

    void setWorkspace(const std::shared_ptr<const Workspace> &workspace);
    void setSnapshot(const Customers::SnapshotPtr &snapshot);
    void setAnalysis(const Insights::AnalysisPtr &analysis);
    void showCustomer(CustomerId customer);

signals:
    void failed(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void renew();
    void addFact(const QString &title, const QString &text);
    [[nodiscard]] Qt::Alignment beginning() const;
    void addValues();
    void addStage();
    void addSegments();
    void findSegments();
    void tellStages();
    void addTimeline();
    [[nodiscard]] static QString receiptText(const Lifecycle::StageReceipt &receipt);
    void fillKinds();
    [[nodiscard]] QString entryText(const Customers::TimelineEntry &entry) const;
    [[nodiscard]] QString dealText(const Customers::TimelineEntry &entry, const QString &stage, const QString &amount) const;

    Display &m_display;
    std::shared_ptr<const Workspace> m_workspace;
    Customers::SnapshotPtr m_snapshot;
    Insights::AnalysisPtr m_analysis;
    CustomerId m_customer;
    std::optional<Customers::CustomerCard> m_card;
    std::optional<Lifecycle::StageEntry> m_stage;
    Insights::Memberships m_memberships; ///< of all customers; null: not known yet
    QList<Lifecycle::StageReceipt> m_receipts; ///< of the customer's changes of stage
    LatestJob *m_loading;
    LatestJob *m_segmenting;
    LatestJob *m_telling;
    TextLabel *m_name;
    TextLabel *m_reference;
    QWidget *m_facts = nullptr;
    QFormLayout *m_form = nullptr;
    TextLabel *m_timelineTitle;
    QComboBox *m_kind;
    QListWidget *m_timeline;
    TextLabel *m_nobody;
};
