#pragma once

#include "models/health/health.h"
#include "models/import/importhistorymodel.h"
#include "ui/pages/page.h"

class Button;
class CustomerCardPanel;
class CustomersPanel;
class DuplicatesPanel;
class EmptyState;
class HealthPanel;
class ImportsPanel;
class QStackedWidget;
class QTabBar;
class RejectsPanel;

/// What is in the workspace: customers, imports, rejected rows, and how sound the data is.
class DataPage final : public Page
{
    Q_OBJECT

public:
    using WorkspacePtr = std::shared_ptr<const Workspace>;
    enum Tab { ImportsTab, RejectsTab, CustomersTab, HealthTab, DuplicatesTab };

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
    /// Looks for duplicates again, after a group was judged.
    void reloadDuplicates();
    /// The folder that is watched (empty: none) and what is new in it.
    void setWatched(const QString &folder, const QStringList &files);

signals:
    void reimportRequested(const Import::ImportRecord &record);
    void watchFolderRequested();
    void stopWatchingRequested();
    void importFilesRequested(const QStringList &files);
    void ignoreFilesRequested(const QStringList &files);
    void repairRequested(const Health::Finding &finding);
    void mergeRequested(const QList<Health::Merge> &merges, const QString &description);
    void distinctRequested(const QString &key);
    void undoImportRequested(const Import::ImportRecord &record);
    void failed(const Error &error);
    void fileSaved(const QString &file);
    void exportRequested();

protected:
    void retranslate() override;

private:
    void openCard(CustomerId customer);

    WorkspacePtr m_workspace;
    Customers::SnapshotPtr m_snapshot;
    QTabBar *m_tabs;
    Button *m_export;
    QStackedWidget *m_stack;
    ImportsPanel *m_imports;
    RejectsPanel *m_rejects;
    CustomersPanel *m_customers;
    HealthPanel *m_health;
    DuplicatesPanel *m_duplicates;
    CustomerCardPanel *m_card;
};
