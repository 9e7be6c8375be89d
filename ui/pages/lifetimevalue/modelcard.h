#pragma once

#include "models/insights/analysis.h"
#include "ui/widgets/card.h"

#include <QList>

class AssumptionsPopover;
class Badge;
class QButtonGroup;
class QGridLayout;
class QRadioButton;

/// The models that were compared, the one in use with its parameters, and what the values assume.
class ModelCard final : public Card
{
    Q_OBJECT

public:
    explicit ModelCard(Display &display, QWidget *parent = nullptr);

    void renewTexts();
    void showNumbers(const Insights::Analysis &analysis);

signals:
    void settingsEdited(const WorkspaceSettings &settings);
    void refitRequested();

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
    void choose(int row);
    [[nodiscard]] QString parameterLine(const Clv::FitSummary &fit) const;

    Badge *m_badge;
    QGridLayout *m_grid;
    QButtonGroup *m_choices;
    QList<TextLabel *> m_headings;
    QList<Row> m_rows;
    TextLabel *m_parameters;
    TextLabel *m_reason;
    TextLabel *m_remark;
    Button *m_refit;
    Button *m_assumptions;
    AssumptionsPopover *m_popover;
    WorkspaceSettings m_settings;
    QList<Clv::Candidate> m_candidates;
};
