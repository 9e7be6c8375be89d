#include "ui/pages/lifecycle/journeytab.h"

#include "ui/charts/chartcard.h"
#include "ui/charts/lifecyclecharts.h"
#include "ui/charts/journeyflowchart.h"
#include "ui/pages/cardgrid.h"
#include "ui/pages/lifecycle/attributes.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/journeyinspector.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

#include <cmath>

using namespace Qt::StringLiterals;
using Journeys::Node;

namespace {

constexpr int usualQuietDays = 90;
constexpr int mostPaths = 200;
enum Kind { CommonPaths, PathsBeforeDropOff, Transitions, Chances };

} // namespace

JourneyTab::JourneyTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, u"lifecycle"_s, parent)
    , m_flow(new JourneyFlowChart(shownBy))
    , m_tableCard(new Card(shownBy, cards().content()))
    , m_kind(new SegmentedControl(shownBy))
    , m_stack(new QStackedWidget)
    , m_paths(new CellTable(this))
    , m_matrix(new HeatTableChart(u"transitions"_s, shownBy))
    , m_chain(new CellTable(this))
    , m_inspector(new JourneyInspector(shownBy, this))
{
    m_flowCard = new ChartCard(shownBy, m_flow, cards().content());
    m_flow->setMinimumHeight(380);
    cards().place(m_flowCard, 0, 0, CardGrid::columns, 5);
    m_pathView = m_paths->makeView(shownBy, u"paths"_s);
    m_chainView = m_chain->makeView(shownBy, u"chain"_s);
    m_kind->setObjectName(u"journeyTable"_s);
    m_tableCard->addHeaderWidget(m_kind);
    for (QWidget *view : QList<QWidget *>{m_pathView, m_matrix, m_chainView})
        m_stack->addWidget(view);
    m_stack->setMinimumHeight(210);
    m_tableCard->setBody(m_stack);
    cards().place(m_tableCard, 1, 0, CardGrid::columns, 2);
    m_inspector->hide();

    connect(m_kind, &SegmentedControl::chosen, this, [this] { showTables(); });
    connect(m_flow, &JourneyFlowChart::linkActivated, this, [this](const Journeys::Link &link) {
        m_link = link;
        m_path = -1;
        m_pathView->clearSelection();
        m_flow->setSelectedLink(link);
        showChoice();
        emit inspectorRequested(true);
    });
    connect(m_pathView, &QTableView::clicked, this, [this](const QModelIndex &index) {
        choosePath(index.data(CellTable::RowRole).toInt());
    });
    connect(m_pathView, &QTableView::activated, this, [this](const QModelIndex &index) {
        choosePath(index.data(CellTable::RowRole).toInt());
        showContacts();
    });
    connect(m_paths, &CellTable::cellOpened, this, [this](int row, int) {
        choosePath(row);
        showContacts();
    });
    connect(m_chain, &CellTable::cellOpened, this, [this](int stage, int) {
        emit contactsRequested(
            CustomerChoice::of(tr("Ever in %1").arg(m_flow->nodeName({Node::Kind::Stage, stage})),
                               Journeys::contactsAt(*m_journey, stage)));
    });
    connect(m_matrix, &HeatTableChart::cellActivated, this, &JourneyTab::showMove);
    connect(m_inspector, &JourneyInspector::optionsEdited, m_flow, &JourneyFlowChart::setOptions);
    connect(m_inspector, &JourneyInspector::queryEdited, this,
            [this](const Journeys::JourneyQuery &query) {
                m_query = query;
                recompute();
            });
    connect(m_inspector, &JourneyInspector::contactsWanted, this, &JourneyTab::showContacts);
    connect(m_inspector, &JourneyInspector::segmentWanted, this, &JourneyTab::saveSegment);
    retranslate();
}

QString JourneyTab::title() const { return tr("Journey"); }

QWidget *JourneyTab::inspector() { return m_inspector; }

std::pair<QString, QString> JourneyTab::emptyTexts() const
{
    return {tr("Nobody began a journey yet"),
            tr("Journeys are read from events such as a visit or a request, and from orders. Import "
               "either, or choose a longer period.")};
}

bool JourneyTab::canShow(const Insights::Analysis &analysis) const
{
    const QList<Lifecycle::StageLevel> &levels = analysis.lifecycle.funnel.levels;
    return analysis.snapshot && !levels.isEmpty()
           && std::any_of(levels.begin(), levels.end(),
                          [](const Lifecycle::StageLevel &level) { return level.count > 0; });
}

void JourneyTab::startComputing(const Insights::AnalysisPtr &shown)
{
    Journeys::JourneyQuery query = m_query.value_or(Journeys::JourneyQuery());
    query.period = shown->query.filter.period;
    if (!m_query) {
        query.quietDays =
            shown->lifecycle.funnel.windowDays > 0 ? shown->lifecycle.funnel.windowDays : usualQuietDays;
        query.sourceField = u"channel"_s;
    }
    if (!shown->snapshot->codedColumn(query.sourceField))
        query.sourceField.clear();
    compute(
        [shown, query](const Progress &progress) {
            return Journeys::computeJourney(*shown->snapshot, shown->query.lifecycle, query,
                                            clvByCustomer(*shown), progress);
        },
        [this](Result<Journeys::Journey> journey) {
            m_link.reset();
            m_path = -1;
            if (journey)
                m_journey = *std::move(journey);
            else
                m_journey.reset();
            if (m_journey)
                m_flow->setData(*m_journey);
        });
}

void JourneyTab::renewTexts()
{
    m_kind->setSegments({tr("Most common paths"), tr("Before drop-off"), tr("Transitions"),
                         tr("Chances and value")});
    m_kind->setAccessibleName(tr("What the table shows"));
    m_pathView->setAccessibleName(tr("Paths"));
    m_chainView->setAccessibleName(tr("Chances and value by stage"));
    m_inspector->renewTexts();
}

void JourneyTab::showNumbers(const Insights::Analysis &analysis)
{
    QList<std::pair<QString, QString>> sources{{QString(), tr("No split")}};
    for (const Customers::CodedColumn &column : analysis.snapshot->coded) {
        if (Attributes::canBreakDown(column))
            sources.append({column.field, Attributes::title(analysis, column.field)});
    }
    m_inspector->setSources(sources);
    qint64 most = 0;
    for (const Journeys::Link &link : m_journey->links)
        most = std::max(most, link.contacts);
    m_inspector->setOptions(m_flow->options(), m_journey->query, int(m_journey->stages.size()), most);
    m_matrix->setMaker([this](const Display &display) {
        return m_journey ? LifecycleCharts::transitionTable(*m_journey, display) : HeatTable();
    });
    showTables();
    showChoice();
}

QList<int> JourneyTab::shownPaths() const
{
    QList<int> shown;
    for (int path = 0; path < m_journey->paths.size() && shown.size() < mostPaths; ++path) {
        if (m_kind->current() != PathsBeforeDropOff || m_journey->paths[path].hasLeft)
            shown.append(path);
    }
    return shown;
}

void JourneyTab::showTables()
{
    if (!m_journey || !analysis())
        return;
    const NumberFormat &format = display().format();
    const QString currency = analysis()->snapshot->currency.code;
    const int kind = m_kind->current();
    m_stack->setCurrentIndex(kind == Transitions ? 1 : kind == Chances ? 2 : 0);
    m_tableCard->setTitle(kind == Transitions         ? tr("Transition matrix")
                          : kind == Chances           ? tr("What each stage promises")
                          : kind == PathsBeforeDropOff ? tr("Paths before drop-off")
                                                      : tr("Most common paths"));
    m_tableCard->setSubtitle(kind == Transitions
                                 ? m_matrix->subtitle()
                             : kind == Chances
                                 ? tr("absorbing Markov chain over %1 journeys")
                                       .arg(format.integer(m_journey->contacts))
                                 : tr("%1 different ways").arg(format.integer(m_journey->paths.size())));
    const auto money = [&](double value) { return format.money(value, currency); };
    if (kind == CommonPaths || kind == PathsBeforeDropOff) {
        QList<CellTable::Row> rows;
        for (const int index : shownPaths()) {
            const Journeys::Path &path = m_journey->paths[index];
            rows.append({{m_flow->pathName(path), {}},
                         CellTable::opening({format.integer(path.contacts), path.contacts}),
                         {format.percent(double(path.contacts) / double(m_journey->contacts), 1), path.contacts},
                         {format.duration(path.medianDays),
                          std::isfinite(path.medianDays) ? path.medianDays : -1},
                         {path.totalClv > 0 ? money(path.meanClv()) : u"–"_s, path.meanClv()},
                         {path.totalClv > 0 ? format.moneyShort(path.totalClv, currency) : u"–"_s,
                          path.totalClv},
                         {path.hasLeft ? tr("left") : tr("still in stage")}});
        }
        m_paths->setTable({{tr("Path")},
                           {tr("Contacts"), true},
                           {tr("Share"), true},
                           {tr("Median time"), true},
                           {tr("Mean CLV"), true},
                           {tr("Equity"), true},
                           {tr("Now")}},
                          rows);
        m_paths->dressColumns(*m_pathView, display());
        return;
    }
    if (kind != Chances)
        return;
    const auto stageName = [&](int stage) { return m_flow->nodeName({Node::Kind::Stage, stage}); };
    QList<CellTable::Row> rows;
    const auto number = [](double value) { return std::isfinite(value) ? value : -1; };
    for (int stage = 0; stage < m_journey->stages.size(); ++stage) {
        const Journeys::StageReading &read = m_journey->stages[stage];
        // Past the purchase the chance to reach it again says nothing.
        const bool beforePurchase = stage <= m_journey->purchaseStage;
        rows.append({{stageName(stage), stage},
                     CellTable::opening({format.integer(read.contacts), read.contacts}),
                     {beforePurchase ? format.percent(read.toPurchase, 1) : u"–"_s,
                      beforePurchase ? number(read.toPurchase) : -1},
                     {beforePurchase ? format.duration(read.daysToPurchase) : u"–"_s,
                      beforePurchase ? number(read.daysToPurchase) : -1},
                     {format.percent(read.toAdvocacy, 1), number(read.toAdvocacy)},
                     {format.duration(read.daysToAdvocacy), number(read.daysToAdvocacy)},
                     {money(read.worth), number(read.worth), true},
                     {money(read.meanClv), read.meanClv}});
    }
    const QString purchase =
        m_journey->purchaseStage >= 0 ? stageName(m_journey->purchaseStage) : tr("purchase");
    const QString advocacy = stageName(m_journey->advocacyStage);
    m_chain->setTable(
        {{tr("Stage")},
         {tr("Contacts"), true},
         {tr("To %1").arg(purchase), true, tr("Probability to reach this stage before the journey ends")},
         {tr("Time to %1").arg(purchase), true, tr("Expected time of those who reach it")},
         {tr("To %1").arg(advocacy), true, tr("Probability to reach this stage before the journey ends")},
         {tr("Time to %1").arg(advocacy), true, tr("Expected time of those who reach it")},
         {tr("Expected value"), true,
          tr("Expected lifetime value of a contact who is in this stage: the mean value at each end of "
             "the chain, weighted with the chance to end there")},
         {tr("Mean CLV"), true, tr("Of all contacts who ever held the stage")}},
        rows);
    m_chain->dressColumns(*m_chainView, display());
}

void JourneyTab::choosePath(int row)
{
    const QList<int> shown = shownPaths();
    if (row < 0 || row >= shown.size())
        return;
    m_path = shown[row];
    m_link.reset();
    m_flow->setSelection(m_journey->paths[m_path]);
    showChoice();
    emit inspectorRequested(true);
}

void JourneyTab::showChoice()
{
    if (!m_journey || (!m_link && m_path < 0)) {
        m_inspector->setChoice({}, {}, {});
        return;
    }
    const NumberFormat &format = display().format();
    const QString currency = analysis()->snapshot->currency.code;
    QList<JourneyInspector::Figure> figures;
    QMap<QString, double> daysOf;
    const auto stay = [&](int stage, double days) {
        const Lifecycle::Stage &entry = m_journey->lifecycle.stages[stage];
        if (entry.hasOwner && std::isfinite(days))
            daysOf[Lifecycle::departmentTitle(entry.accountable)] += days;
    };
    const auto linkOf = [&](int from, int to) {
        for (const Journeys::Link &link : m_journey->links) {
            if (link.from == Node{Node::Kind::Stage, from} && link.to == Node{Node::Kind::Stage, to})
                return link.medianDays;
        }
        return Journeys::notAvailable;
    };
    QString title;
    if (m_link) {
        const Journeys::Link &link = *m_link;
        const qint64 all = link.from.kind == Node::Kind::Source
                               ? m_journey->ofSource[link.from.index]
                               : m_journey->stages[link.from.index].contacts;
        title = link.to.kind == Node::Kind::Stage
                    ? m_flow->nodeName(link.from)
                          + (display().isArabic() ? u" ← "_s : u" → "_s) + m_flow->nodeName(link.to)
                    : m_flow->nodeName(link.to);
        figures = {{tr("Contacts on this path"), format.integer(link.contacts)},
                   {tr("Share of %1").arg(m_flow->nodeName(link.from)),
                    format.percent(all > 0 ? double(link.contacts) / double(all) : 0, 1)}};
        if (link.moves > link.contacts)
            figures.append({tr("Times"), format.integer(link.moves)});
        if (std::isfinite(link.medianDays))
            figures.append({tr("Median time"), format.duration(link.medianDays)});
        figures.append({tr("Mean CLV"), format.money(link.meanClv, currency)});
        figures.append({tr("Equity"), format.moneyShort(link.totalClv, currency)});
        if (link.from.kind == Node::Kind::Stage)
            stay(link.from.index, link.medianDays);
    } else {
        const Journeys::Path &path = m_journey->paths[m_path];
        title = m_flow->pathName(path);
        figures = {{tr("Contacts on this path"), format.integer(path.contacts)},
                   {tr("Share of all"),
                    format.percent(double(path.contacts) / double(m_journey->contacts), 1)},
                   {tr("Median time"), format.duration(path.medianDays)},
                   {tr("Mean CLV"), format.money(path.meanClv(), currency)},
                   {tr("Equity"), format.moneyShort(path.totalClv, currency)},
                   {tr("Now"), path.hasLeft ? tr("left") : tr("still in stage")}};
        for (qsizetype i = 0; i + 1 < path.stages.size(); ++i)
            stay(path.stages[i], linkOf(path.stages[i], path.stages[i + 1]));
    }
    QList<JourneyInspector::Figure> owners;
    for (auto owner = daysOf.cbegin(); owner != daysOf.cend(); ++owner)
        owners.append({owner.key(), format.duration(owner.value())});
    m_inspector->setChoice(title, figures, owners);
}

/// Who goes the chosen way.
CustomerChoice::List JourneyTab::chosenContacts() const
{
    if (m_link)
        return Journeys::contactsOf(*m_journey, *m_link);
    return m_path >= 0 ? Journeys::contactsOf(*m_journey, qsizetype(m_path))
                       : CustomerChoice::List();
}

void JourneyTab::showContacts()
{
    if (m_journey && (m_link || m_path >= 0))
        emit contactsRequested(CustomerChoice::of(m_inspector->windowTitle(), chosenContacts()));
}

void JourneyTab::saveSegment()
{
    if (!m_journey || !analysis() || (!m_link && m_path < 0))
        return;
    CustomerChoice choice;
    choice.what = m_inspector->windowTitle();
    emit segmentWanted(choice.draft(*analysis()->snapshot, chosenContacts()));
}

/// The contacts behind a cell of the transition matrix; its first column is the first stage.
void JourneyTab::showMove(int row, int column)
{
    if (!m_journey || row >= m_matrix->table().rows.size())
        return;
    const HeatTable::Cell cell = m_matrix->table().rows[row].cells.value(column);
    if (cell.isPresent())
        emit contactsRequested(CustomerChoice::of(
            cell.title, Journeys::contactsOfMove(*m_journey, row, column + 1)));
}
