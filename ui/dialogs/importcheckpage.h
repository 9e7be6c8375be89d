#pragma once

#include "models/import/importjob.h"

#include <QWidget>

class Button;
class Card;
class Display;
class QComboBox;
class QTableWidget;
class TextLabel;

/// The fourth step: what will be written, what looks wrong, and what happens to known customers.
class ImportCheckPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportCheckPage(Display &display, QWidget *parent = nullptr);

    void setPlan(const Import::ImportPlan &plan);
    /// The result of a dry run over all rows; empty: not made.
    void setDryRun(const std::optional<Import::ImportOutcome> &outcome);
    void setChecking(bool checking);

signals:
    void duplicatesChosen(Import::OnDuplicate mode);
    void dryRunRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void renewTexts();
    void renewTable();
    [[nodiscard]] QStringList problems() const;

    Display &m_display;
    std::optional<Import::ImportPlan> m_plan;
    std::optional<Import::ImportOutcome> m_dryRun;
    bool m_checking = false;
    Card *m_columnsCard;
    Card *m_checkCard;
    QTableWidget *m_table;
    TextLabel *m_summary;
    TextLabel *m_problems;
    Button *m_checkAll;
    TextLabel *m_duplicatesLabel;
    QComboBox *m_duplicates;
    TextLabel *m_promise;
};
