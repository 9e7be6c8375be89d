#include "ui/pages/lifetimevalue/fitcard.h"

#include "ui/charts/alivecalibrationchart.h"
#include "ui/charts/conditionalchart.h"
#include "ui/charts/contractcharts.h"
#include "ui/charts/frequencychart.h"
#include "ui/charts/spendfitchart.h"
#include "ui/charts/trackingchart.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/lifetimevalue/splitbar.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/infobutton.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FitCard::FitCard(Display &shownBy, QWidget *parent)
    : Card(shownBy, parent)
    , m_views(new SegmentedControl(shownBy))
    , m_kinds(new SegmentedControl(shownBy))
    , m_info(new InfoButton(shownBy))
    , m_how(nullptr)
    , m_stack(new QStackedWidget)
    , m_problem(new TextLabel(shownBy, Theme::TextRole::Table, "warn"))
    , m_waiting(new QWidget)
    , m_progress(new ProgressStrip(shownBy))
    , m_split(new SplitBar(shownBy))
    , m_job(new LatestJob(this))
{
    connect(m_job, &LatestJob::progressed, m_progress, &ProgressStrip::showProgress);
    m_views->setObjectName(u"fitView"_s);
    m_kinds->setObjectName(u"trackingKind"_s);
    m_info->setObjectName(u"fitInfo"_s);
    makeCharts();
    auto *how = new Button(shownBy, Button::Kind::Icon, u"info"_s);
    how->setObjectName(u"holdoutDerivation"_s);
    m_how = how;
    addHeaderWidget(m_kinds);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_views);
    row->addWidget(m_info);
    row->addStretch(1);
    bodyLayout()->addLayout(row);
    m_problem->setObjectName(u"fitProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    bodyLayout()->addWidget(m_problem);
    bodyLayout()->addWidget(m_stack, 1);
    auto *footer = new QWidget;
    auto *footerLayout = new QVBoxLayout(footer);
    footerLayout->setContentsMargins(0, 0, 0, 0);
    footerLayout->setSpacing(0);
    m_progress->setContentsMargins(12, 0, 12, 4);
    auto *splitRow = new QHBoxLayout;
    splitRow->setSpacing(0);
    splitRow->addWidget(m_split, 1);
    splitRow->addWidget(how);
    splitRow->addSpacing(8);
    footerLayout->addLayout(splitRow);
    footerLayout->addWidget(m_progress);
    setFooter(footer);
    connect(m_views, &SegmentedControl::chosen, this, &FitCard::showView);
    connect(m_kinds, &SegmentedControl::chosen, this,
            [this](int index) { m_tracking->setKind(TrackingChart::Kind(index)); });
    connect(how, &Button::clicked, this, &FitCard::derivationRequested);
    connect(m_split, &SplitBar::settled, this, [this](const QDate &end) {
        if (!m_analysis || (end == m_shownEnd && !m_isStale && !m_job->isRunning()))
            return;
        m_chosenEnd = end;
        start(end);
        emit splitChosen(end);
    });
    connect(m_progress, &ProgressStrip::cancelRequested, this, &FitCard::cancel);
    renewTexts();
}

void FitCard::makeCharts()
{
    m_tracking = new TrackingChart(display());
    m_frequency = new FrequencyChart(display());
    m_conditional = new ConditionalChart(display());
    m_alive = new AliveCalibrationChart(display());
    m_spend = new SpendFitChart(display());
    m_survival = new CurvesChart(u"survival"_s, display());
    m_retention = new CurvesChart(u"retention"_s, display());
    for (int view = 0; view < ViewCount; ++view) {
        Chart *chart = this->chart(View(view));
        chart->setMinimumHeight(130);
        m_stack->addWidget(chart);
        connect(chart, &Chart::titleChanged, this, [this, chart] {
            if (chart == this->chart(this->view()))
                showView();
        });
    }
    m_stack->addWidget(m_waiting);
}

Chart *FitCard::chart(View view) const
{
    Chart *charts[] = {m_tracking, m_frequency, m_conditional, m_alive,
                       m_spend,    m_survival,  m_retention};
    return charts[view];
}

QList<FitCard::View> FitCard::offeredViews() const
{
    if (m_analysis && Clv::isContractual(m_analysis->clv.query.model))
        return {Survival, Retention};
    return {Tracking, Frequency, Conditional, Alive, Spend};
}

FitCard::View FitCard::view() const { return m_offered.value(std::max(0, m_views->current())); }

void FitCard::setView(View view)
{
    m_views->setCurrent(std::max(0, int(m_offered.indexOf(view))));
    showView();
}

void FitCard::nameViews()
{
    const QStringList names{tr("Over time"), tr("Repeat orders"), tr("By past orders"),
                            tr("P(alive)"),  tr("Amounts"),       tr("Still there"),
                            tr("Retention")};
    m_offered = offeredViews();
    QStringList offered;
    for (const View view : m_offered)
        offered.append(names[view]);
    m_views->setSegments(offered);
}

void FitCard::showView()
{
    const View shown = view();
    Chart *current = chart(shown);
    // Before the first test there is nothing to say about these, not even that it is missing.
    const bool waits = m_job->isRunning() && !m_diagnostics && current->isEmpty();
    m_stack->setCurrentWidget(waits ? m_waiting : current);
    setTitle(current->title());
    setSubtitle(current->subtitle());
    setMenuActions(current->menuActions());
    m_kinds->setVisible(shown == Tracking && !m_tracking->isEmpty()
                        && m_analysis->clv.query.period == PeriodUnit::Week);
    m_kinds->setCurrent(int(m_tracking->kind()));
    m_how->setVisible(!m_tracking->isEmpty());
    const auto [title, text] = explanation(shown);
    m_info->setExplanation(title, text);
}

std::pair<QString, QString> FitCard::explanation(View view) const
{
    switch (view) {
    case Tracking:
        return {tr("Repeat orders over time"),
                tr("Shows the repeat orders there were and those the model expects; right of the "
                   "dashed line it had not seen them.\nGood: the lines stay together in the "
                   "holdout; summed up they end within 5 % of each other. Waves around the model "
                   "are seasons, which it does not know.")};
    case Frequency:
        return {tr("Customers by repeat orders"),
                tr("Shows how many customers ordered again never, once, twice and so on, and how "
                   "many the model expects.\nGood: pairs of the same height. If the bar of no "
                   "repeat order is far off, the model mistakes who comes back at all.")};
    case Conditional:
        return {tr("Orders in the holdout by past orders"),
                tr("Shows customers grouped by their repeat orders before the holdout, with the "
                   "orders they then made on average and the model's expectation.\nGood: pairs of "
                   "the same height in each group. This is what a customer's forecast rests on.")};
    case Alive:
        return {tr("Does P(alive) hold?"),
                tr("Whether a customer is alive cannot be seen, but whether they ordered in the "
                   "holdout can. Dots are the share that did, with a 90 % interval, among customers "
                   "of similar P(alive); the line is the share the model expects, below P(alive) "
                   "because not all who are alive order in time.\nGood: the line runs through the "
                   "intervals.")};
    case Survival:
        return {tr("Subscriptions that are still there"),
                tr("Shows the share of all subscriptions that outlived one renewal, two, three and "
                   "so on, counted over all cohorts, and the share the model fits and carries "
                   "on.\nGood: the lines stay together as far as the data reach.")};
    case Retention:
        return {tr("Retention by renewal"),
                tr("Shows how many of those that came up for a renewal renewed. It rises because "
                   "those who leave early are gone: it does not mean that anybody becomes more "
                   "loyal.\nGood: the lines stay together; at late renewals few subscriptions are "
                   "left and the actual line jumps.")};
    default:
        return {tr("Mean amount of an order"),
                tr("Shows customers with repeat orders by their mean amount, and the shares the "
                   "Gamma-Gamma model expects as a line.\nGood: the line follows the bars and the "
                   "correlation of amount and number of orders is small, within ±0.1: the model "
                   "assumes that they have nothing to do with each other.")};
    }
}

void FitCard::renewTexts()
{
    nameViews();
    m_views->setAccessibleName(tr("What the card shows"));
    m_kinds->setSegments({tr("Weekly"), tr("4 weeks"), tr("Cumulative")});
    m_kinds->setAccessibleName(tr("How orders are added up"));
    m_how->setToolTip(tr("How was the holdout error computed"));
    m_split->renewTexts();
    if (m_failure && !m_job->isRunning()) {
        m_isStale = true; // its sentence is in the language before
        startIfNeeded();
    }
    showProblem();
    showView();
}

/// Why there is no test, or why the tested fit is not to be believed.
void FitCard::showProblem()
{
    QString text;
    if (m_failure)
        text = m_failure->message;
    else if (m_diagnostics)
        text = Clv::problemText(m_diagnostics->purchaseFit.problem);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void FitCard::showNumbers(const Insights::AnalysisPtr &analysis)
{
    const bool isNew = m_analysis != analysis;
    m_analysis = analysis;
    if (m_offered != offeredViews()) {
        nameViews();
        m_views->setCurrent(0);
    }
    const Clv::ClvResult &clv = analysis->clv;
    const DateRange all = Clv::isContractual(clv.query.model)
                              ? Clv::contractExtent(*analysis->snapshot)
                              : analysis->snapshot->purchaseExtent;
    const DateRange known{all.from, std::min(all.until, clv.until)};
    if (isNew) {
        m_job->cancel();
        m_progress->finish();
        setBusy(false);
        const DateRange ends = clv.strength == Clv::DataStrength::TooThin
                                   ? DateRange{}
                                   : Clv::calibrationEnds(known);
        const QDate usual = clv.holdout ? clv.holdout->calibrationEnd
                                        : Clv::usualCalibrationEnd(known);
        m_split->setRange(ends, usual, clv.until);
        // A day the user chose stays as long as it is possible.
        const bool keeps = m_chosenEnd && ends.isValid() && *m_chosenEnd >= ends.from
                           && *m_chosenEnd <= ends.until;
        m_shownEnd = keeps ? *m_chosenEnd : usual;
        m_split->setDay(m_shownEnd);
        m_isStale = ends.isValid();
        m_diagnostics.reset();
        m_failure.reset();
    }
    fill();
    startIfNeeded();
}

void FitCard::fill()
{
    if (!m_analysis)
        return;
    const Currency &currency = m_analysis->query.settings.currency;
    m_survival->setMaker([points = m_analysis->clv.survival](const Display &shown) {
        return ContractCharts::survival(points, shown);
    });
    m_retention->setMaker([points = m_analysis->clv.survival](const Display &shown) {
        return ContractCharts::retention(points, shown);
    });
    m_tracking->setPeriod(m_analysis->clv.query.period);
    if (m_diagnostics) {
        m_tracking->setData(m_diagnostics->holdout);
        m_frequency->setData(m_diagnostics->frequency, m_diagnostics->purchaseFit.model);
        m_conditional->setData(m_diagnostics->conditional);
        m_alive->setData(m_diagnostics->alive);
        m_spend->setData(m_diagnostics->spend, currency);
    } else {
        m_tracking->setData(m_analysis->clv);
        m_frequency->setData(m_analysis->clv);
        m_conditional->setData({});
        m_alive->setData({});
        m_spend->setData({}, currency);
    }
    showProblem();
    showView();
}

void FitCard::startIfNeeded()
{
    if (m_isStale && isVisible() && !m_job->isRunning() && m_shownEnd.isValid())
        start(m_shownEnd);
}

void FitCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    startIfNeeded();
}

void FitCard::start(const QDate &end)
{
    Clv::ClvQuery query = m_analysis->clv.query;
    query.until = m_analysis->clv.until;
    query.calibrationEnd = end;
    setBusy(true);
    //: %1 is a model's name
    m_progress->start(
        tr("Testing %1").arg(NumberFormat::isolate(Clv::modelTitle(query.model))));
    m_job->start(
        [analysis = m_analysis, query](const Progress &progress) {
            return Clv::diagnoseFit(*analysis->snapshot, query, progress, &analysis->clv);
        },
        [this, end](const Result<Clv::FitDiagnostics> &result) {
            setBusy(false);
            m_progress->finish();
            m_isStale = false;
            m_failure.reset();
            if (result) {
                m_diagnostics = *result;
                m_shownEnd = end;
            } else {
                if (result.error().kind != Error::Kind::Cancelled)
                    m_failure = result.error();
                m_split->setDay(m_shownEnd);
            }
            fill();
        });
    showView();
}

void FitCard::cancel()
{
    m_job->cancel();
    m_progress->finish();
    setBusy(false);
    m_isStale = false;
    m_split->setDay(m_shownEnd);
    m_chosenEnd = m_shownEnd;
    fill();
    emit splitCancelled();
}

bool FitCard::isRunning() const { return m_job->isRunning(); }

std::shared_ptr<const Clv::ClvResult> FitCard::judged() const
{
    if (!m_analysis)
        return nullptr;
    auto result = std::make_shared<Clv::ClvResult>(m_analysis->clv);
    if (m_diagnostics) {
        result->holdout = m_diagnostics->holdout;
        result->purchaseFit = m_diagnostics->purchaseFit;
    }
    return result;
}
