#pragma once

#include "models/clv/derivation.h"
#include "models/insights/analysis.h"
#include "ui/widgets/card.h"

#include <QList>

class AssumptionsPopover;
class Badge;
class CalculatorPanel;
class ProgressStrip;
class RelationPicker;
class QButtonGroup;
class QGridLayout;
class QRadioButton;
class QStackedWidget;
class SegmentedControl;

/// The models that were compared, the one in use with its parameters, and what the values assume;
/// beside them, on the card's other side, the transparent calculation for beginners.
class ModelCard final : public Card
{
    Q_OBJECT

public:
    explicit ModelCard(Display &display, QWidget *parent = nullptr);

    void renewTexts();
    void showNumbers(const Insights::AnalysisPtr &analysis, const Clv::Comparison &models);
    /// The candidates are being fitted: says so, and offers to stop.
    void showRanking(bool isRunning);
    void showProgress(const ProgressReport &report);
    /// Why the candidates could not be compared; empty: they could. Shown with the next numbers.
    void setRankingFailure(const QString &sentence) { m_rankingFailure = sentence; }
    [[nodiscard]] CalculatorPanel *calculator() const { return m_calculator; }

signals:
    void settingsEdited(const WorkspaceSettings &settings);
    void refitRequested();
    void rankingCancelled();
    void derivationRequested(Clv::Figure figure);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        QRadioButton *choice = nullptr;
        QList<TextLabel *> cells; ///< BIC, holdout error, CLV
    };

    void makeRows(qsizetype count);
    void showCandidate(Row &row, const Clv::Candidate &candidate,
                       const Insights::Analysis &analysis);
    void showParameters(const Clv::ClvResult &result);
    void showStrength(const Clv::ClvResult &result, const Clv::Comparison &models);
    void showSide(int side);
    void showColumns();
    void openHowMenu();
    void openCovariates();
    void addCovariateTerms(class QMenu *menu);
    void renewHead();
    [[nodiscard]] class QScrollArea *scrolled(QWidget *content);
    void chooseCovariate(const QString &field, bool explains);
    void makeTable(QVBoxLayout *outer);
    void choose(int row);
    [[nodiscard]] QString parameterLine(const Clv::FitSummary &fit) const;

    Badge *m_badge;
    SegmentedControl *m_sides;
    RelationPicker *m_relation;
    Button *m_covariates;
    Insights::AnalysisPtr m_analysis;
    QStackedWidget *m_stack;
    CalculatorPanel *m_calculator;
    QGridLayout *m_head; ///< what is chosen above the candidates
    bool m_headIsWide = false;
    QWidget *m_list = nullptr; ///< candidates, reason and parameters
    QGridLayout *m_grid;
    QButtonGroup *m_choices;
    QList<TextLabel *> m_headings;
    QList<Row> m_rows;
    TextLabel *m_parameters;
    TextLabel *m_reason;
    TextLabel *m_remark;
    ProgressStrip *m_progress;
    Button *m_how;
    Button *m_refit;
    Button *m_assumptions;
    AssumptionsPopover *m_popover;
    WorkspaceSettings m_settings;
    QList<Clv::Candidate> m_candidates;
    QString m_rankingFailure;
};
