#pragma once

#include "models/import/importjob.h"
#include "models/import/tablecheck.h"

#include <QWidget>

#include <optional>

class Button;
class Card;
class Display;
class ImportChoicesForm;
class QTableWidget;
class QVBoxLayout;
class TextLabel;

/// The fourth step: what will be written, what looks wrong and which rule mends it, and what happens
/// to known, cancelled and foreign rows.
class ImportCheckPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportCheckPage(Display &display, QWidget *parent = nullptr);

    void setPlan(const Import::ImportPlan &plan);
    void setWorkspaceCurrency(const QString &code);
    /// The earlier import of the same file; empty: there is none.
    void setSameFile(const std::optional<BatchId> &batch);
    /// The result of a dry run over all rows; empty: not made.
    void setDryRun(const std::optional<Import::ImportOutcome> &outcome);
    void setChecking(bool checking);
    /// What is in the columns; empty: being looked at.
    void setReport(const std::optional<Import::TableReport> &report);
    void setReportProgress(double fraction);

signals:
    void planEdited(const Import::ImportPlan &plan);
    void dryRunRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewTexts();
    void renewTable();
    void renewIssues();
    [[nodiscard]] QString sameFileText() const;
    [[nodiscard]] QString countsText() const;

    Display &m_display;
    std::optional<Import::ImportPlan> m_plan;
    std::optional<Import::ImportOutcome> m_dryRun;
    std::optional<Import::TableReport> m_report;
    double m_progress = -1;
    bool m_checking = false;
    bool m_isMending = false; ///< by a rule whose button goes: the focus comes back to the next one
    Card *m_columnsCard;
    Card *m_issuesCard;
    Card *m_checkCard;
    QTableWidget *m_table;
    QWidget *m_issues = nullptr;
    QVBoxLayout *m_issuesPlace = nullptr;
    std::optional<BatchId> m_sameFile;
    TextLabel *m_same;
    TextLabel *m_summary;
    TextLabel *m_counts;
    TextLabel *m_rejects;
    Button *m_checkAll;
    ImportChoicesForm *m_choices;
    TextLabel *m_promise;
};
