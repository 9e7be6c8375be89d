#pragma once

#include "models/import/importjob.h"
#include "models/import/rejectedrowsmodel.h"

#include <QWidget>

class Button;
class Card;
class Display;
class ImportProgressCard;
class QTableView;
class RejectBars;
class TextLabel;
class ThinBar;

/// The last step: progress with rate and time left, then what came of it.
class ImportRunPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportRunPage(Display &display, QWidget *parent = nullptr);

    /// \a checked: the counts of a check of all rows, where one was made with this plan.
    void start(const Import::ImportPlan &plan, const std::optional<Import::ImportOutcome> &checked);
    void showProgress(const ProgressReport &report);
    void showOutcome(const Result<Import::ImportOutcome> &outcome);
    /// What follows an import, see ImportProgressCard.
    [[nodiscard]] ImportProgressCard &steps() { return *m_steps; }
    /// Where the rejected rows of a finished import are read from; null lets go of the file.
    void setWorkspace(const std::shared_ptr<const Workspace> &workspace);
    [[nodiscard]] const std::optional<Import::ImportOutcome> &outcome() const { return m_outcome; }

signals:
    void cancelRequested();
    void saveRejectsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Figure
    {
        TextLabel *title = nullptr;
        TextLabel *value = nullptr;
        TextLabel *note = nullptr;
    };
    void retranslate();
    void renewTexts();
    void renewProgress();
    void renewFigures();
    [[nodiscard]] QWidget *makeProgress();
    [[nodiscard]] QWidget *makeFigures();
    void prepareRejects();

    Display &m_display;
    Card *m_progressCard;
    ImportProgressCard *m_steps;
    TextLabel *m_heading;
    TextLabel *m_rate;
    ThinBar *m_bar;
    TextLabel *m_note;
    Button *m_cancel;
    Card *m_figureCard;
    Figure m_figure[4];
    Card *m_rejectCard;
    RejectBars *m_bars;
    Button *m_save;
    Card *m_rowCard;
    Import::RejectedRowsModel *m_rows;
    QTableView *m_rowTable;
    std::shared_ptr<const Workspace> m_workspace;
    std::optional<Import::ImportPlan> m_plan;
    ProgressReport m_report;
    std::optional<Import::ImportOutcome> m_checked;
    std::optional<Import::ImportOutcome> m_outcome;
    std::optional<Error> m_error;
};
