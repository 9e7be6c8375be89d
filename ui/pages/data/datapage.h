#pragma once

#include "ui/pages/page.h"

class CustomerCardPanel;
class CustomersPanel;
class EmptyState;
class ImportsPanel;
class QStackedWidget;
class QTabBar;
class RejectsPanel;

/// What is in the workspace: imports, rejected rows, customers.
class DataPage final : public Page
{
    Q_OBJECT

public:
    using WorkspacePtr = std::shared_ptr<const Workspace>;
    enum Tab { ImportsTab, RejectsTab, CustomersTab };

    explicit DataPage(Display &display, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void setAnalysis(const Insights::AnalysisPtr &analysis) override;
    void setBusy(bool busy) override;
    [[nodiscard]] QWidget *inspector() override;

    /// Null closes the files that the page reads from; do so before closing the workspace.
    void setWorkspace(const WorkspacePtr &workspace);
    /// New rows: imports, customers and card are read again.
    void setSnapshot(const Customers::SnapshotPtr &snapshot);

    void showTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;
    void showRejects(BatchId batch);
    void showCustomer(CustomerId customer);
    void exportCustomers();

signals:
    void undoImportRequested(BatchId batch, const QString &source, qint64 rows);
    void failed(const Error &error);
    void fileSaved(const QString &file);

protected:
    void retranslate() override;

private:

    WorkspacePtr m_workspace;
    Customers::SnapshotPtr m_snapshot;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    ImportsPanel *m_imports;
    RejectsPanel *m_rejects;
    CustomersPanel *m_customers;
    CustomerCardPanel *m_card;
};
