#include "ui/pages/lifetimevalue/modelcard.h"

#include "models/clv/covariates.h"
#include "models/clv/printedformulas.h"
#include "ui/pages/lifecycle/attributes.h"
#include "ui/pages/lifetimevalue/assumptionspopover.h"
#include "ui/pages/lifetimevalue/calculatorpanel.h"
#include "ui/pages/lifetimevalue/relationpicker.h"
#include "ui/style/display.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace {

/// A holdout error beyond this share is shown as bad, within the first as good.
constexpr double goodError = 0.05;
constexpr double badError = 0.15;
/// Candidates stand in a list that scrolls, so that the card stays as high as its neighbour: at least
/// the heading, four rows and the reason are in sight.
constexpr int leastList = 158;
/// How strongly effects are held near zero: λ on the command line.
constexpr double penalties[] = {0, 0.001, 0.01, 0.1};
/// A narrower card leaves BIC to the explanation, so that the models' names stay whole.
constexpr int narrowCard = 265;

} // namespace

ModelCard::ModelCard(Display &shownBy, QWidget *parent)
    : Card(shownBy, parent)
    , m_badge(new Badge(shownBy))
    , m_sides(new SegmentedControl(shownBy))
    , m_relation(new RelationPicker(shownBy))
    , m_covariates(new Button(shownBy, Button::Kind::Icon, QStringLiteral("sliders")))
    , m_stack(new QStackedWidget)
    , m_calculator(new CalculatorPanel(shownBy))
    , m_head(new QGridLayout)
    , m_grid(new QGridLayout)
    , m_choices(new QButtonGroup(this))
    , m_parameters(new TextLabel(shownBy, Theme::TextRole::Axis, "text2"))
    , m_reason(new TextLabel(shownBy, Theme::TextRole::Axis, "text3"))
    , m_remark(new TextLabel(shownBy, Theme::TextRole::Table, "warn"))
    , m_progress(new ProgressStrip(shownBy))
    , m_how(new Button(shownBy, Button::Kind::Icon, QStringLiteral("info")))
    , m_refit(new Button(shownBy, Button::Kind::Default, QStringLiteral("refit")))
    , m_assumptions(new Button(shownBy, Button::Kind::Quiet, QStringLiteral("settings")))
    , m_popover(new AssumptionsPopover(shownBy, this))
{
    addHeaderWidget(m_badge);
    addHeaderWidget(m_covariates);
    addHeaderWidget(m_how);
    m_sides->setObjectName(QStringLiteral("modelSide"));
    m_head->setHorizontalSpacing(8);
    m_head->setVerticalSpacing(6);
    m_head->addWidget(m_sides, 0, 0);
    m_head->addWidget(m_relation, 1, 0, 1, 3);
    m_head->setColumnStretch(2, 1);
    m_covariates->setObjectName(QStringLiteral("covariates"));
    bodyLayout()->addLayout(m_head);
    auto *models = new QWidget;
    auto *layout = new QVBoxLayout(models);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    makeTable(layout);
    m_stack->addWidget(models);
    m_stack->addWidget(scrolled(m_calculator));
    bodyLayout()->addWidget(m_stack, 1);

    connect(m_sides, &SegmentedControl::chosen, this, &ModelCard::showSide);
    connect(m_covariates, &Button::clicked, this, &ModelCard::openCovariates);
    connect(m_choices, &QButtonGroup::idClicked, this, &ModelCard::choose);
    connect(m_relation, &RelationPicker::settingsEdited, this, &ModelCard::settingsEdited);
    connect(m_refit, &Button::clicked, this, &ModelCard::refitRequested);
    connect(m_how, &Button::clicked, this, &ModelCard::openHowMenu);
    connect(m_progress, &ProgressStrip::cancelRequested, this, &ModelCard::rankingCancelled);
    connect(m_assumptions, &Button::clicked, this,
            [this] { m_popover->open(m_settings, m_assumptions); });
    connect(m_popover, &AssumptionsPopover::applied, this, &ModelCard::settingsEdited);
    renewTexts();
}

/// \a content in an area that scrolls where the card is too low for all of it.
QScrollArea *ModelCard::scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    scrollWithin(*area, content);
    area->setMinimumHeight(leastList);
    // What is shown decides no height: the row of cards does.
    area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    return area;
}

void ModelCard::makeTable(QVBoxLayout *outer)
{
    m_list = new QWidget;
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_reason->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("reason"));
    layout->addWidget(m_reason);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    layout->addLayout(m_grid);
    for (int column = 0; column < 4; ++column) {
        auto *heading = new TextLabel(display(), Theme::TextRole::Table, "text2");
        m_headings.append(heading);
        m_grid->addWidget(heading, 0, column,
                          column == 0 ? Qt::AlignLeading : Qt::AlignRight | Qt::AlignAbsolute);
    }
    m_parameters->setWordWrap(true);
    m_parameters->setObjectName(QStringLiteral("parameters"));
    m_parameters->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_remark->setWordWrap(true);
    m_remark->setObjectName(QStringLiteral("remark"));
    layout->addWidget(m_parameters);
    layout->addWidget(m_remark);
    layout->addStretch(1);
    outer->addWidget(scrolled(m_list), 1);
    outer->addWidget(m_progress);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_how->setObjectName(QStringLiteral("modelDerivation"));
    m_refit->setObjectName(QStringLiteral("refit"));
    m_assumptions->setObjectName(QStringLiteral("assumptions"));
    m_refit->setSmall(true);
    m_assumptions->setSmall(true);
    buttons->addWidget(m_refit);
    buttons->addWidget(m_assumptions);
    buttons->addStretch(1);
    outer->addLayout(buttons);
}

/// The card's figures, each of which says how it was computed.
void ModelCard::openHowMenu()
{
    auto *menu = new QMenu(m_how);
    menu->setObjectName(QStringLiteral("modelFigures"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<Clv::Figure, QString> figures[] = {
        {Clv::Figure::MeanValue, tr("Mean CLV")},
        {Clv::Figure::HoldoutError, tr("Holdout error")},
        {Clv::Figure::Bic, tr("BIC")}};
    for (const auto &[figure, name] : figures) {
        QAction *action = menu->addAction(name);
        connect(action, &QAction::triggered, this,
                [this, asked = figure] { emit derivationRequested(asked); });
    }
    menu->popup(m_how->mapToGlobal(QPoint(0, m_how->height())));
}

/// Attributes of customers that may explain how often they buy and when they leave.
void ModelCard::openCovariates()
{
    if (!m_analysis)
        return;
    auto *menu = new QMenu(m_covariates);
    menu->setObjectName(QStringLiteral("covariateMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Explain purchases and dropout by"))->setEnabled(false);
    for (const QString &field : Clv::covariateFields(*m_analysis->snapshot)) {
        const Customers::CodedColumn *coded = m_analysis->snapshot->codedColumn(field);
        if (coded && !Attributes::canBreakDown(*coded) && !m_settings.covariates.contains(field))
            continue; // names and the like: as many values as customers
        QAction *action = menu->addAction(
            NumberFormat::isolate(Attributes::title(*m_analysis, field)));
        action->setCheckable(true);
        action->setChecked(m_settings.covariates.contains(field));
        action->setData(field);
        connect(action, &QAction::triggered, this,
                [this, field](bool isChosen) { chooseCovariate(field, isChosen); });
    }
    if (!m_settings.covariates.isEmpty())
        addCovariateTerms(menu);
    menu->popup(m_covariates->mapToGlobal(QPoint(0, m_covariates->height())));
}

/// What is asked of the effects of the attributes chosen: held near zero, the same on both processes.
void ModelCard::addCovariateTerms(QMenu *menu)
{
    menu->addSeparator();
    menu->addAction(tr("Hold effects near zero, so that rare values take no extreme ones"))
        ->setEnabled(false);
    const QString strengths[] = {tr("Not held: maximum likelihood alone"), tr("Held lightly"),
                                 tr("Held"), tr("Held strongly")};
    static_assert(std::size(strengths) == std::size(penalties));
    const auto add = [this, menu](const QString &text, double penalty) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QStringLiteral("penalty"));
        action->setCheckable(true);
        action->setChecked(m_settings.covariatePenalty == penalty);
        action->setData(penalty);
        connect(action, &QAction::triggered, this, [this, penalty] {
            WorkspaceSettings edited = m_settings;
            edited.covariatePenalty = penalty;
            if (!(edited == m_settings))
                emit settingsEdited(edited);
        });
    };
    for (std::size_t i = 0; i < std::size(penalties); ++i) {
        //: %1 is a strength, %2 a number: the weight that the formula gives to squared effects
        add(i == 0 ? strengths[i]
                   : tr("%1, λ = %2").arg(strengths[i],
                                          display().format().decimal(penalties[i], i == 1 ? 3 : i == 2 ? 2 : 1)),
            penalties[i]);
    }
    if (std::ranges::find(penalties, m_settings.covariatePenalty) == std::end(penalties))
        add(tr("λ = %1").arg(display().format().decimal(m_settings.covariatePenalty, 4)),
            m_settings.covariatePenalty);
    // BG/NBD moves three parameters and has no two effects that could be one.
    if (m_analysis->clv.query.model != Clv::Model::ParetoNbd)
        return;
    menu->addSeparator();
    menu->addAction(tr("The same effect on purchases and dropout: who buys less also leaves sooner"))
        ->setEnabled(false);
    for (const QString &field : m_settings.covariates) {
        QAction *action =
            menu->addAction(NumberFormat::isolate(Attributes::title(*m_analysis, field)));
        action->setObjectName(QStringLiteral("equalEffect"));
        action->setCheckable(true);
        action->setChecked(m_settings.equalCovariates.contains(field));
        action->setProperty("field", field);
        connect(action, &QAction::triggered, this, [this, field](bool isEqual) {
            WorkspaceSettings edited = m_settings;
            edited.equalCovariates.removeAll(field);
            if (isEqual)
                edited.equalCovariates.append(field);
            if (!(edited == m_settings))
                emit settingsEdited(edited);
        });
    }
}

void ModelCard::chooseCovariate(const QString &field, bool explains)
{
    WorkspaceSettings edited = m_settings;
    edited.covariates.removeAll(field);
    if (explains)
        edited.covariates.append(field);
    else
        edited.equalCovariates.removeAll(field);
    if (!(edited == m_settings))
        emit settingsEdited(edited);
}

void ModelCard::showSide(int side)
{
    m_stack->setCurrentIndex(side);
    m_sides->setCurrent(side);
    m_relation->setVisible(side == 0);
}

void ModelCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    renewHead();
    showColumns();
}

/// How customers buy stands beside the two sides where there is room, else below them.
void ModelCard::renewHead()
{
    const int needed = m_sides->sizeHint().width() + m_relation->sizeHint().width()
                       + m_head->horizontalSpacing();
    const bool isWide = needed <= width() - 2 - 2 * bodyLayout()->contentsMargins().left();
    if (isWide == m_headIsWide)
        return;
    m_headIsWide = isWide;
    m_head->removeWidget(m_relation);
    if (isWide)
        m_head->addWidget(m_relation, 0, 1);
    else
        m_head->addWidget(m_relation, 1, 0, 1, 3);
}

void ModelCard::showColumns()
{
    const bool isNarrow = width() < narrowCard;
    m_grid->setHorizontalSpacing(isNarrow ? 4 : 8);
    m_assumptions->setText(tr("Horizon, discount, margin"));
    const int buttons = m_refit->sizeHint().width() + m_assumptions->sizeHint().width() + 8;
    if (buttons > width() - 2 - 2 * bodyLayout()->contentsMargins().left())
        m_assumptions->setText(tr("Assumptions"));
    const bool hasBic = !isNarrow && !m_candidates.isEmpty();
    m_headings[1]->setVisible(hasBic);
    for (const Row &row : m_rows)
        row.cells[0]->setVisible(hasBic);
}

void ModelCard::showRanking(bool isRunning)
{
    if (isRunning)
        m_progress->start(tr("Fitting")); // short: a percentage and Cancel stand beside it
    else
        m_progress->finish();
}

void ModelCard::showProgress(const ProgressReport &report)
{
    // The steps within one model change too fast to be read.
    ProgressReport shown = report;
    shown.step.clear();
    m_progress->showProgress(shown);
}

void ModelCard::renewTexts()
{
    setTitle(tr("Model"));
    m_sides->setSegments({tr("Models"), tr("Simple")});
    m_sides->setAccessibleName(tr("Models or the simple calculation"));
    m_relation->renewTexts();
    m_covariates->setToolTip(
        tr("Attributes that explain purchases and dropout, in Pareto/NBD and BG/NBD"));
    m_how->setToolTip(tr("How was this computed"));
    m_headings[0]->setText(tr("Model"));
    m_headings[1]->setText(tr("BIC"));
    m_headings[1]->setToolTip(
        tr("Bayesian information criterion: lower fits better for its number of "
           "parameters"));
    m_headings[2]->setText(tr("Holdout"));
    m_headings[2]->setToolTip(tr("Predicted against actual repeat orders of the held-out months"));
    m_headings[3]->setText(tr("CLV"));
    m_refit->setText(tr("Refit"));
    m_assumptions->setToolTip(tr("Horizon, discount, margin"));
    showColumns();
}

void ModelCard::makeRows(qsizetype count)
{
    while (m_rows.size() > count) {
        const Row row = m_rows.takeLast();
        m_choices->removeButton(row.choice);
        row.choice->deleteLater();
        for (TextLabel *cell : row.cells)
            cell->deleteLater();
    }
    while (m_rows.size() < count) {
        const int index = int(m_rows.size());
        Row row;
        row.choice = new QRadioButton(m_list);
        row.choice->setObjectName(QStringLiteral("candidate%1").arg(index));
        m_choices->addButton(row.choice, index);
        m_grid->addWidget(row.choice, index + 1, 0);
        for (int column = 1; column < 4; ++column) {
            auto *cell = new TextLabel(display(), Theme::TextRole::Table, "text", m_list);
            m_grid->addWidget(cell, index + 1, column, Qt::AlignRight | Qt::AlignAbsolute);
            row.cells.append(cell);
        }
        m_rows.append(row);
    }
}

void ModelCard::showCandidate(Row &row, const Clv::Candidate &candidate,
                              const Insights::Analysis &analysis)
{
    const NumberFormat &format = display().format();
    const QString name =
        candidate.isHistoricMean ? tr("Historic mean") : Clv::modelTitle(candidate.model);
    row.choice->setText(name);
    row.choice->setEnabled(!candidate.isHistoricMean);
    row.choice->setToolTip(candidate.isHistoricMean ? tr(
                               "What customers spent so far, carried forward: for comparison only")
                                                    : Clv::problemText(candidate.fit.problem));
    // BG/BB counts opportunities: its BIC is of other data than that of the others.
    const bool hasOwnCount = !candidate.isHistoricMean && candidate.model == Clv::Model::BgBb;
    row.cells[0]->setText(candidate.isHistoricMean || hasOwnCount
                              ? QStringLiteral("–")
                              : format.decimal(candidate.fit.bic, 0));
    row.cells[0]->setToolTip(
        hasOwnCount ? tr("BG/BB counts opportunities, not purchases: its BIC cannot be compared "
                         "with that of the others.")
                    : QString());
    const double error = candidate.holdoutError;
    row.cells[1]->setText(std::isfinite(error) ? (error > 0 ? QStringLiteral("+") : QString())
                                                     + format.percent(error, 1)
                                               : QStringLiteral("–"));
    row.cells[1]->setToken(std::isfinite(error) && std::abs(error) > badError ? "bad" : "text");
    row.cells[2]->setText(format.decimal(candidate.meanClv, candidate.meanClv >= 100 ? 0 : 2));
    //: a row of the model table: name, BIC, error, value
    row.choice->setAccessibleName(
        tr("%1, BIC %2, holdout error %3, mean CLV %4")
            .arg(name, row.cells[0]->text(), row.cells[1]->text(),
                 format.money(candidate.meanClv, analysis.query.settings.currency.code)));
}

void ModelCard::showNumbers(const Insights::AnalysisPtr &shown, const Clv::Comparison &models)
{
    const Insights::Analysis &analysis = *shown;
    m_calculator->showNumbers(shown);
    m_settings = analysis.query.settings;
    m_analysis = shown;
    m_covariates->setVisible(Clv::takesCovariates(analysis.clv.query.model) && analysis.snapshot
                             && !Clv::covariateFields(*analysis.snapshot).isEmpty());
    m_relation->showRelation(
        m_settings, analysis.clv.query.model,
        analysis.snapshot && analysis.snapshot->subscriptions.size() > 0);
    renewHead();
    m_candidates = models.candidates;
    makeRows(m_candidates.size());
    const QString inUse =
        analysis.clv.purchaseFit.parameters.isEmpty() ? QString() : analysis.clv.purchaseFit.model;
    m_choices->setExclusive(false);
    for (qsizetype index = 0; index < m_candidates.size(); ++index) {
        const Clv::Candidate &candidate = m_candidates[index];
        showCandidate(m_rows[index], candidate, analysis);
        m_rows[index].choice->setChecked(
            candidate.isHistoricMean ? inUse.isEmpty() : Clv::modelName(candidate.model) == inUse);
    }
    m_choices->setExclusive(true);
    for (TextLabel *heading : m_headings)
        heading->setVisible(!m_candidates.isEmpty());
    showColumns();
    m_reason->setText(display().format().shapeDigits(models.reason));
    m_reason->setVisible(!models.reason.isEmpty());
    showParameters(analysis.clv);
    showStrength(analysis.clv, models);
}

QString ModelCard::parameterLine(const Clv::FitSummary &fit) const
{
    const NumberFormat &format = display().format();
    QStringList parts;
    for (const Clv::Parameter &parameter : fit.parameters) {
        QString part = Clv::parameterLetter(parameter.name) + u' ' + format.decimal(parameter.value, 3);
        if (std::isfinite(parameter.stdError))
            part += QStringLiteral(" \u200E± ") + format.decimal(parameter.stdError, 3);
        // Letter, value and error stay on one line and run left to right in either language; without
        // the mark two numbers in Arabic digits would change places around the sign.
        part.replace(u' ', QChar(0x00A0));
        parts.append(QChar(0x2066) + part + QChar(0x2069));
    }
    return parts.join(QStringLiteral(" · "));
}

void ModelCard::showParameters(const Clv::ClvResult &result)
{
    QStringList lines;
    if (!result.purchaseFit.parameters.isEmpty())
        lines.append(parameterLine(result.purchaseFit));
    if (result.spendFit && !result.spendFit->parameters.isEmpty()) {
        //: Gamma-Gamma is the name of a model; %1 are its parameters
        lines.append(tr("Gamma-Gamma: %1").arg(parameterLine(*result.spendFit)));
    }
    m_parameters->setText(lines.join(u'\n'));
    m_parameters->setToolTip(tr("Parameters with their standard errors"));
    m_parameters->setVisible(!lines.isEmpty());
}

void ModelCard::showStrength(const Clv::ClvResult &result, const Clv::Comparison &models)
{
    QStringList remarks;
    if (!result.remark.isEmpty())
        remarks.append(result.remark);
    if (const QString problem = Clv::problemText(result.purchaseFit.problem); !problem.isEmpty())
        remarks.append(problem);
    if (!m_rankingFailure.isEmpty())
        remarks.append(m_rankingFailure);
    m_remark->setText(remarks.join(u' '));
    m_remark->setVisible(!remarks.isEmpty());

    double error = Clv::notAvailable;
    for (const Clv::Candidate &candidate : models.candidates) {
        if (!candidate.isHistoricMean
            && Clv::modelName(candidate.model) == result.purchaseFit.model)
            error = std::abs(candidate.holdoutError);
    }
    m_badge->show();
    if (result.strength == Clv::DataStrength::TooThin) {
        m_badge->setTone(Badge::Tone::Warn);
        m_badge->setIconName(QStringLiteral("warning"));
        m_badge->setText(tr("no model"));
    } else if (result.strength == Clv::DataStrength::Weak) {
        m_badge->setTone(Badge::Tone::Warn);
        m_badge->setIconName(QStringLiteral("warning"));
        m_badge->setText(tr("Wide interval"));
    } else if (!result.purchaseFit.converged) {
        m_badge->setTone(Badge::Tone::Bad);
        m_badge->setIconName(QStringLiteral("warning"));
        m_badge->setText(tr("did not settle"));
    } else if (error <= goodError) {
        m_badge->setTone(Badge::Tone::Good);
        m_badge->setIconName(QStringLiteral("check"));
        m_badge->setText(tr("good fit"));
    } else if (error > badError) {
        m_badge->setTone(Badge::Tone::Warn);
        m_badge->setIconName(QStringLiteral("warning"));
        m_badge->setText(tr("poor fit"));
    } else {
        m_badge->hide();
    }
}

void ModelCard::choose(int row)
{
    if (row < 0 || row >= m_candidates.size())
        return;
    WorkspaceSettings edited = m_settings;
    edited.clvModel = Clv::modelName(m_candidates[row].model);
    if (!(edited == m_settings))
        emit settingsEdited(edited);
}
