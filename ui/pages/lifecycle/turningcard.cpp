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

namespace {

enum Group { Quarters, Attribute, SavedSegments };

} // namespace

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
    connect(m_groups, &SegmentedControl::chosen, this, [this](int group) {
        if (group == SavedSegments)
            compute(); // who is in them is judged when it is asked for
        else
            showView(m_view);
    });
    connect(m_chart, &Chart::markActivated, this, [this](int mark) {
        if (mark >= m_chart->readings().size())
            return;
        emit contactsRequested(
            CustomerChoice::of(tr("Began in: %1").arg(m_chart->marks().value(mark).title),
                               m_chart->readings()[mark].members));
    });
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
    QList<std::pair<QString, Segments::Segment>> segments;
    if (m_groups->current() == SavedSegments && m_source) {
        for (const Segments::Segment &segment : std::as_const(m_segments))
            segments.append({segmentName(segment), segment});
    }
    m_job->start(
        [snapshot = m_analysis->snapshot, asked = query(), segments,
         source = m_source](const Progress &progress) mutable {
            for (const auto &[name, segment] : segments) {
                Result<Segments::Mask> mask = source(segment, snapshot, progress);
                if (!mask)
                    return Found{asked, mask.error()};
                asked.groups.append({name, *std::move(mask)});
            }
            return Found{asked, Lifecycle::computeTurning(*snapshot, asked, progress)};
        },
        [this](const Found &found) {
            m_card->setBusy(false);
            m_shownQuery = found.query;
            m_view = found.view;
            showView(m_view);
        });
}

void TurningCard::setSegments(const QList<Segments::Segment> &segments)
{
    m_segments = segments;
    renewGroups();
    if (m_groups->current() == SavedSegments)
        compute();
}

void TurningCard::setSegmentSource(const SegmentSource &source) { m_source = source; }

QString TurningCard::segmentName(const Segments::Segment &segment) const
{
    return m_display.isArabic() && !segment.nameArabic.isEmpty() ? segment.nameArabic
                                                                 : segment.name;
}

void TurningCard::renewGroups()
{
    m_groups->setSegments({tr("By quarter"), tr("By attribute"), tr("By segment")});
    m_groups->setSegmentEnabled(
        SavedSegments, !m_segments.isEmpty(),
        m_segments.isEmpty() ? tr("No segment is saved yet. Save one from a list of customers.")
                             : QString());
    if (m_segments.isEmpty() && m_groups->current() == SavedSegments) {
        m_groups->setCurrent(Quarters);
        showView(m_view);
    }
}

void TurningCard::showView(const Result<Lifecycle::TurningView> &view)
{
    if (!m_analysis || !m_analysis->snapshot)
        return;
    const NumberFormat &format = m_display.format();
    m_chart->setData(view ? *view : Lifecycle::TurningView(), m_shownQuery,
                     m_groups->current() == Attribute       ? TurningPointChart::Groups::Segments
                     : m_groups->current() == SavedSegments ? TurningPointChart::Groups::Saved
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
    renewGroups();
    m_groups->setAccessibleName(tr("Groups of customers"));
    showView(m_view);
}
