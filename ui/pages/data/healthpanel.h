#pragma once

#include "models/health/findingsmodel.h"

#include <QDate>
#include <QWidget>

#include <functional>
#include <optional>

class Button;
class Card;
class Display;
class EmptyState;
class HealthTile;
class LatestJob;
class ProgressStrip;
class QStackedWidget;
class QTableView;

namespace Health {
class FactRowsModel;
}

/// What is missing, doubtful or impossible in the data: findings with their rows and repairs, and
/// how well each field is filled. Computed on a worker when it is looked at.
class HealthPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit HealthPanel(Display &display, QWidget *parent = nullptr);

    void setWorkspace(const std::shared_ptr<const Workspace> &workspace);
    void setSnapshot(const Customers::SnapshotPtr &snapshot);
    /// Days after it are in the future; invalid: today.
    void setToday(QDate today) { m_today = today; }
    [[nodiscard]] bool isReady() const { return m_report.has_value(); }
    [[nodiscard]] const std::optional<Health::Report> &report() const { return m_report; }

signals:
    void repairRequested(const Health::Finding &finding);
    /// The rows of a finding are customers: \a description says which, in the language of the
    /// moment it is asked in.
    void customersRequested(const QList<CustomerId> &customers, const std::function<QString()> &description);
    void customerChosen(CustomerId customer);
    void importRequested();
    void failed(const Error &error);
    void checked(); ///< a report is shown

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildFindings();
    void buildRows();
    void retranslate();
    void renewTexts();
    void renewButtons();
    void examine();
    void chooseAspect(std::optional<Health::Aspect> aspect);
    void showRows(const Health::Finding &finding);
    void showTable(const Health::Finding &finding, std::vector<std::int64_t> rows);
    void showFindings();
    void openRows();
    [[nodiscard]] const Health::Finding *chosen() const;
    [[nodiscard]] bool isWritable() const { return m_workspace && !m_workspace->isReadOnly(); }

    Display &m_display;
    std::shared_ptr<const Workspace> m_workspace;
    Customers::SnapshotPtr m_snapshot;
    QDate m_today;
    std::optional<Health::Report> m_report;
    std::optional<Health::Finding> m_shown; ///< whose rows are shown
    std::optional<Health::Aspect> m_aspect;
    Health::FindingsModel *m_findings;
    Health::FieldsModel *m_fields;
    Health::FactRowsModel *m_rows;
    LatestJob *m_checking;
    LatestJob *m_loading;
    QStackedWidget *m_stack;
    QWidget *m_overview;
    QList<HealthTile *> m_tiles;
    ProgressStrip *m_progress;
    Card *m_findingsCard;
    QStackedWidget *m_findingsStack;
    QTableView *m_findingsTable;
    EmptyState *m_sound;
    EmptyState *m_empty;
    Button *m_showRows;
    Button *m_repair;
    Card *m_fieldsCard;
    QTableView *m_fieldsTable;
    Button *m_showMissing;
    Card *m_rowsCard;
    Button *m_back;
    Button *m_repairRows;
    QTableView *m_rowsTable;
};
