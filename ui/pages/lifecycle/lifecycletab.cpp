#include "ui/pages/lifecycle/lifecycletab.h"

#include "ui/pages/cardgrid.h"
#include "ui/style/display.h"
#include "ui/widgets/emptystate.h"

#include <QVBoxLayout>

LifecycleTab::LifecycleTab(Display &shownBy, const QString &emptyIcon, QWidget *parent)
    : QWidget(parent)
    , m_display(shownBy)
    , m_cards(new CardGrid(shownBy, emptyIcon, this))
    , m_job(new LatestJob(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_cards);
    connect(m_cards->empty(), &EmptyState::actionTriggered, this, &LifecycleTab::importRequested);
    connect(&shownBy, &Display::changed, this, &LifecycleTab::renew);
}

void LifecycleTab::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    m_analysis = analysis;
    m_isStale = true;
    m_job->cancel();
    renewBusy();
    renew();
    if (isVisible())
        computeWhenSeen();
}

void LifecycleTab::setBusy(bool busy)
{
    m_busy = busy;
    renewBusy();
    showRightState();
}

void LifecycleTab::retranslate()
{
    renewTexts();
    const auto [title, reason] = emptyTexts();
    m_cards->empty()->setTexts(title, reason);
    m_cards->empty()->setAction(tr("Import data"), QStringLiteral("import"));
    renew();
}

bool LifecycleTab::showsEmptyState() const
{
    return m_cards->state() == CardGrid::State::Empty;
}

bool LifecycleTab::canShow(const Insights::Analysis &analysis) const
{
    return analysis.snapshot != nullptr;
}

void LifecycleTab::recompute()
{
    m_isStale = true;
    if (isVisible())
        computeWhenSeen();
}

void LifecycleTab::renew()
{
    if (m_analysis && canShow(*m_analysis) && isReady())
        showNumbers(*m_analysis);
    showRightState();
}

void LifecycleTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    computeWhenSeen();
}

void LifecycleTab::computeWhenSeen()
{
    if (!m_isStale || !m_analysis || !canShow(*m_analysis))
        return;
    m_isStale = false;
    startComputing(m_analysis);
}

void LifecycleTab::renewBusy()
{
    m_cards->setBusy(m_busy || isComputing());
}

void LifecycleTab::showRightState()
{
    if (m_analysis && canShow(*m_analysis))
        m_cards->setState(isReady() ? CardGrid::State::Content : CardGrid::State::Waiting);
    else
        m_cards->setState(m_busy ? CardGrid::State::Waiting : CardGrid::State::Empty);
}
