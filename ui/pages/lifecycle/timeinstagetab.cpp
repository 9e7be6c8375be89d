#include "ui/pages/lifecycle/timeinstagetab.h"

#include "ui/charts/chartcard.h"
#include "ui/charts/lifecyclecharts.h"
#include "ui/pages/cardgrid.h"
#include "ui/pages/lifecycle/celltable.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/infobutton.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualQuietDays = 90;
enum Column { StageColumn, EnteredColumn, OpenColumn };

} // namespace

TimeInStageTab::TimeInStageTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, u"lifecycle"_s, parent)
    , m_curves(new CurvesChart(u"time-in-stage"_s, shownBy))
    , m_tableCard(new Card(shownBy, cards().content()))
    , m_stays(new CellTable(this))
    , m_listCard(new Card(shownBy, cards().content()))
    , m_list(new ContactList(shownBy))
    , m_save(new Button(shownBy, Button::Kind::Default, u"segments"_s))
{
    makeCards(shownBy);
    connect(m_stayView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                if (!now.isValid())
                    return;
                m_stage = now.data(CellTable::RowRole).toInt();
                showStage();
            });
    connect(m_list, &ContactList::customerActivated, this, &LifecycleTab::customerActivated);
    connect(m_stays, &CellTable::cellOpened, this, &TimeInStageTab::showMembers);
    connect(m_save, &Button::clicked, this, &TimeInStageTab::saveSegment);
    retranslate();
}

void TimeInStageTab::makeCards(Display &shownBy)
{
    for (int i = 0; i < 4; ++i) {
        Figure figure{new Card(shownBy, cards().content()), new InfoButton(shownBy),
                      new TextLabel(shownBy, Theme::TextRole::KpiValue),
                      new TextLabel(shownBy, Theme::TextRole::Table, "text2")};
        figure.card->addHeaderWidget(figure.info);
        figure.card->bodyLayout()->addWidget(figure.value);
        figure.card->bodyLayout()->addWidget(figure.note);
        m_figures.append(figure);
        cards().place(figure.card, 0, 3 * i, 3);
    }
    m_stayView = m_stays->makeView(shownBy, u"stays"_s);
    m_tableCard->setBody(m_stayView);
    m_stayView->setMinimumHeight(250);
    m_curves->setMinimumHeight(250);
    cards().place(m_tableCard, 1, 0, 7, 3);
    cards().place(new ChartCard(shownBy, m_curves, cards().content()), 1, 7, 5, 3);
    m_listCard->setBody(m_list);
    m_save->setObjectName(u"saveWaiting"_s);
    m_save->setSmall(true);
    m_listCard->addHeaderWidget(m_list->searchField());
    m_listCard->addHeaderWidget(m_save);
    m_list->setMinimumHeight(200);
    cards().place(m_listCard, 2, 0, CardGrid::columns, 3);
}

QString TimeInStageTab::title() const { return tr("Time in stage"); }

void TimeInStageTab::setDirectory(const CustomerDirectory &directory)
{
    m_list->setDirectory(directory);
}

std::pair<QString, QString> TimeInStageTab::emptyTexts() const
{
    return {tr("Nobody entered a stage yet"),
            tr("How long customers stay is read from the days on which they entered each stage. Import "
               "events or purchases.")};
}

bool TimeInStageTab::canShow(const Insights::Analysis &analysis) const
{
    return analysis.snapshot && analysis.snapshot->extent.isValid()
           && !analysis.query.lifecycle.stages.isEmpty();
}

void TimeInStageTab::startComputing(const Insights::AnalysisPtr &shown)
{
    compute(
        [shown](const Progress &) {
            const QDate until =
                std::min(shown->query.filter.period.until, shown->snapshot->extent.until);
            const int window = shown->lifecycle.funnel.windowDays;
            const Lifecycle::LifecycleModel &lifecycle = shown->query.lifecycle;
            const Lifecycle::StageHistory history =
                Lifecycle::deriveHistory(*shown->snapshot, lifecycle);
            Result result;
            result.stays = Lifecycle::timeInStage(history, lifecycle, until);
            result.velocity =
                Lifecycle::velocity(*shown->snapshot, history, lifecycle, until,
                                    window > 0 ? window : usualQuietDays, shown->clv.meanClv);
            return result;
        },
        [this](Result result) {
            m_result = std::move(result);
            if (m_stage < 0 || m_stage >= m_result->stays.size()) {
                m_stage = 0;
                double longest = 0;
                for (const Lifecycle::StageStay &stay : std::as_const(m_result->stays)) {
                    if (stay.medianDays > longest) { // where customers wait longest
                        longest = stay.medianDays;
                        m_stage = stay.stage;
                    }
                }
            }
        });
}

void TimeInStageTab::renewTexts()
{
    m_stayView->setAccessibleName(tr("Time in each stage"));
    m_list->retranslate();
    m_save->setText(tr("Save as segment"));
    const QString titles[] = {tr("Velocity"), tr("Contacts on the way"), tr("Conversion"),
                              tr("Time to purchase")};
    const QString explanations[] = {
        tr("What the contacts on the way are expected to bring per day: contacts × conversion × mean "
           "lifetime value / time to purchase."),
        tr("Contacts before the turning point who have been active lately. Silent ones count as lost."),
        tr("Of the contacts whose way has ended, the share that became customers. Those still on the "
           "way are left out."),
        tr("Median time from the first stage to the purchase, of those who arrived.")};
    for (int i = 0; i < m_figures.size(); ++i) {
        m_figures[i].card->setTitle(titles[i]);
        m_figures[i].info->setExplanation(titles[i], explanations[i]);
    }
}

void TimeInStageTab::showVelocity()
{
    const NumberFormat &format = display().format();
    const Lifecycle::Velocity &read = m_result->velocity;
    const QString currency = analysis()->snapshot->currency.code;
    const QString values[] = {
        std::isfinite(read.valuePerDay) ? format.moneyShort(read.valuePerDay, currency) : u"–"_s,
        format.integer(read.open), format.percent(read.conversion, 1), format.duration(read.days)};
    const QString notes[] = {tr("expected per day"), tr("active before the turning point"),
                             tr("of those whose way has ended"), tr("median, from the first stage")};
    for (int i = 0; i < m_figures.size(); ++i) {
        m_figures[i].value->setText(values[i]);
        m_figures[i].note->setText(notes[i]);
    }
}

void TimeInStageTab::showNumbers(const Insights::Analysis &)
{
    const NumberFormat &format = display().format();
    showVelocity();
    m_tableCard->setTitle(tr("Time in each stage"));
    m_tableCard->setSubtitle(tr("survival medians; who is still there counts as not finished"));
    QList<CellTable::Row> rows;
    const auto days = [&](double value) {
        return CellTable::Cell{format.duration(value), std::isfinite(value) ? value : 1e12};
    };
    const auto countCell = [&](qint64 count) {
        CellTable::Cell cell{format.integer(count), count};
        cell.opens = count > 0;
        return cell;
    };
    for (const Lifecycle::StageStay &stay : std::as_const(m_result->stays)) {
        CellTable::Cell median = days(stay.medianDays);
        median.isStrong = true;
        rows.append({{stageName(stay.stage),
                      stay.stage},
                     countCell(stay.entered),
                     countCell(stay.open),
                     days(stay.firstQuarterDays),
                     median,
                     days(stay.lastQuarterDays)});
    }
    const QSignalBlocker blocker(m_stayView->selectionModel());
    m_stays->setTable({{tr("Stage")},
                       {tr("Entered"), true},
                       {tr("Still there"), true},
                       {tr("First quarter"), true, tr("By then a quarter has moved on")},
                       {tr("Median"), true, tr("By then half have moved on")},
                       {tr("Third quarter"), true, tr("By then three quarters have moved on")}},
                      rows);
    m_stays->dressColumns(*m_stayView, display());
    if (const int row = m_stays->rowOf(m_stage); row >= 0)
        m_stayView->selectRow(row);
    showStage();
}

void TimeInStageTab::showStage()
{
    if (!m_result || !analysis() || m_stage < 0 || m_stage >= m_result->stays.size())
        return;
    m_curves->setMaker([this](const Display &display) {
        return m_result && analysis() && m_stage < m_result->stays.size()
                   ? LifecycleCharts::stayCurves(m_result->stays, analysis()->query.lifecycle, m_stage,
                                                 display)
                   : Curves();
    });
    const Lifecycle::StageStay &stay = m_result->stays[m_stage];
    std::vector<ContactsModel::Contact> contacts;
    for (const Lifecycle::OpenStay &open : stay.oldest)
        contacts.push_back({open.customer, open.days});
    m_list->setContacts(analysis(), std::move(contacts), true);
    m_listCard->setTitle(tr("Waiting longest in %1").arg(stageName(m_stage)));
    m_save->setEnabled(stay.open > 0);
    m_listCard->setSubtitle(tr("%1 are in it now").arg(display().format().integer(stay.open)));
}

QString TimeInStageTab::stageName(int stage) const
{
    return LifecycleCharts::stageName(analysis()->query.lifecycle.stages[stage], display());
}

void TimeInStageTab::showMembers(int row, int column)
{
    if (!m_result || !analysis() || row >= m_result->stays.size())
        return;
    const Lifecycle::StageStay &stay = m_result->stays[row];
    if (column == OpenColumn) {
        emit contactsRequested(waiting(stay));
        return;
    }
    CustomerChoice choice;
    choice.what = tr("Entered %1").arg(stageName(stay.stage));
    const QDate until = std::min(analysis()->query.filter.period.until,
                                 analysis()->snapshot->extent.until);
    choice.find = [shown = analysis(), stage = stay.stage,
                   until](const Progress &) -> ::Result<CustomerChoice::List> {
        return Lifecycle::customersOf(
            Lifecycle::stageMembers(*shown->snapshot, shown->query.lifecycle, stage, until));
    };
    emit contactsRequested(choice);
}

/// Who is in a stage now.
CustomerChoice::List TimeInStageTab::waitingIn(const Lifecycle::StageStay &stay)
{
    CustomerChoice::List customers;
    for (const Lifecycle::OpenStay &open : stay.oldest)
        customers.push_back(open.customer);
    return customers;
}

/// The same holds as a rule, which follows customers as they come and go.
CustomerChoice TimeInStageTab::waiting(const Lifecycle::StageStay &stay) const
{
    const QString name = stageName(stay.stage);
    CustomerChoice choice = CustomerChoice::of(tr("Now in %1").arg(name), waitingIn(stay));
    choice.rule = Segments::Rule::of({u"stage"_s, Segments::Operator::Equals,
                                      analysis()->query.lifecycle.stages[stay.stage].id, 0, {}, {}});
    choice.ruleWords = tr("the stage is %1").arg(name);
    return choice;
}

void TimeInStageTab::saveSegment()
{
    if (!m_result || !analysis() || m_stage < 0 || m_stage >= m_result->stays.size())
        return;
    const Lifecycle::StageStay &stay = m_result->stays[m_stage];
    emit segmentWanted(waiting(stay).draft(*analysis()->snapshot, waitingIn(stay)));
}
