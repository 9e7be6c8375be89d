#include "ui/pages/lifecycle/turningcard.h"

#include "ui/charts/chartcard.h"
#include "ui/charts/turningpointchart.h"
#include "ui/dialogs/latestjob.h"
#include "ui/style/display.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Lifecycle::TurningRule;

TurningCard::TurningCard(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_job(new LatestJob(this))
    , m_chart(new TurningPointChart(display))
    , m_card(new ChartCard(display, m_chart, this))
    , m_rule(new QComboBox)
    , m_groups(new SegmentedControl(display))
    , m_note(new TextLabel(display, Theme::TextRole::Table, "text2"))
{
    m_rule->setObjectName(u"turningRule"_s);
    m_groups->setObjectName(u"turningGroups"_s);
    for (const TurningRule rule :
         {TurningRule::FirstPurchase, TurningRule::SecondPurchase, TurningRule::Payback})
        m_rule->addItem(QString(), int(rule));
    m_rule->setCurrentIndex(m_rule->findData(int(TurningRule::SecondPurchase)));
    m_card->addHeaderWidget(m_rule);
    m_card->addHeaderWidget(m_groups);
    m_note->setObjectName(u"turningNote"_s);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 8, 12, 8);
    m_card->setFooter(m_note);
    m_chart->setMinimumHeight(240);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_rule, &QComboBox::activated, this, &TurningCard::compute);
    connect(m_groups, &SegmentedControl::chosen, this, [this] { showView(m_view); });
    renewTexts();
}

void TurningCard::setAnalysis(const Insights::AnalysisPtr &analysis)
{
    if (analysis == m_analysis) {
        showView(m_view); // words and digits
        return;
    }
    m_analysis = analysis;
    compute();
}

Lifecycle::TurningQuery TurningCard::query() const
{
    Lifecycle::TurningQuery query;
    query.rule = TurningRule(m_rule->currentData().toInt());
    // Who began in the three years up to the period's end: a quarter needs years to turn.
    const QDate until = m_analysis->query.filter.period.until;
    query.period = {until.addYears(-3).addDays(1), until};
    query.margin = m_analysis->query.settings.margin;
    query.segmentField = m_analysis->lifecycle.breakdownField;
    return query;
}

void TurningCard::compute()
{
    if (!m_analysis || !m_analysis->snapshot || !m_analysis->query.filter.period.isValid())
        return;
    m_card->setBusy(true);
    m_job->start(
        [snapshot = m_analysis->snapshot, asked = query()](const Progress &progress) {
            return std::pair(asked, Lifecycle::computeTurning(*snapshot, asked, progress));
        },
        [this](const std::pair<Lifecycle::TurningQuery, Result<Lifecycle::TurningView>> &result) {
            m_card->setBusy(false);
            m_shownQuery = result.first;
            m_view = result.second;
            showView(m_view);
        });
}

void TurningCard::showView(const Result<Lifecycle::TurningView> &view)
{
    if (!m_analysis || !m_analysis->snapshot)
        return;
    const NumberFormat &format = m_display.format();
    m_chart->setData(view ? *view : Lifecycle::TurningView(), m_shownQuery,
                     m_groups->current() == 1 ? TurningPointChart::Groups::Segments
                                              : TurningPointChart::Groups::Cohorts,
                     m_analysis->snapshot->currency);
    if (!view) {
        m_note->setText(view.error().message);
        return;
    }
    const QString period =
        m_shownQuery.period.isValid() ? format.dateRange(m_shownQuery.period) : QString();
    m_note->setText(
        m_chart->finding() + u' '
        + tr("Counts customers who began within %1. Who has not turned yet is counted as still on the "
             "way, so young quarters have smaller shares.")
              .arg(period));
}

void TurningCard::renewTexts()
{
    m_rule->setItemText(0, tr("Turn: first purchase or win"));
    m_rule->setItemText(1, tr("Turn: second purchase"));
    m_rule->setItemText(2, tr("Turn: cost paid back"));
    m_rule->setAccessibleName(tr("What turns a customer"));
    m_groups->setSegments({tr("By quarter"), tr("By attribute")});
    m_groups->setAccessibleName(tr("Groups of customers"));
    showView(m_view);
}
