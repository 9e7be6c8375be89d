#pragma once

#include "models/customers/customertableexport.h"
#include "models/insights/analysis.h"

#include <QWidget>

#include <functional>

class Button;
class Card;
class Chip;
class Display;
class EmptyState;
class FilterHeader;
class LatestJob;
class ProgressStrip;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTableView;
class QTimer;

/// Every customer as a table: search, sort, choice of columns, copy, export.
class CustomersPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomersPanel(Display &display, QWidget *parent = nullptr);

    void setWorkspace(const std::shared_ptr<const Workspace> &workspace);
    void setSnapshot(const Customers::SnapshotPtr &snapshot);
    /// CLV and P(alive) as further columns.
    void setAnalysis(const Insights::AnalysisPtr &analysis);
    /// Selects the customer; takes the search away when it hides them.
    void choose(CustomerId customer);
    /// Only these customers, until the chip that says which is taken away.
    void showOnly(const QList<CustomerId> &customers, const std::function<QString()> &description);
    void exportTable();
    /// Puts the selected rows on the clipboard, with headings.
    void copyRows();

signals:
    void customerChosen(CustomerId customer);
    void importRequested();
    void failed(const Error &error);
    void fileSaved(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewTitle();
    void renewChip();
    void fillColumnMenu();
    void renewColumns();
    void rememberHidden();
    void showFilters(bool shown);
    void applyFilters();
    void clearAll();
    /// Joins the job with the strip that shows how far it is and cancels it.
    void showProgress(LatestJob &job, ProgressStrip &strip);
    /// The columns shown, without rows.
    [[nodiscard]] Customers::CustomerTableExport shownTable() const;
    [[nodiscard]] QString filterHint(int column) const;
    [[nodiscard]] QString columnKey(int column) const;

    Display &m_display;
    std::shared_ptr<const Workspace> m_workspace;
    Customers::SnapshotPtr m_snapshot;
    Insights::AnalysisPtr m_analysis;
    Customers::CustomerTableModel *m_model;
    LatestJob *m_saving;
    LatestJob *m_copying;
    ProgressStrip *m_savingProgress;
    ProgressStrip *m_copyingProgress;
    Card *m_card;
    Chip *m_chip;
    std::function<QString()> m_narrowing; ///< says which customers the chip stands for
    QLineEdit *m_search;
    Button *m_filter;
    Button *m_columns;
    Button *m_export;
    QMenu *m_columnMenu;
    QStackedWidget *m_stack;
    QTableView *m_table;
    FilterHeader *m_header;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    QTimer *m_delay;
};
