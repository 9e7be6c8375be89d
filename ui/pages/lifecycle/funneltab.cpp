#include "ui/pages/lifecycle/funneltab.h"

#include "models/lifecycle/rulesegments.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/lifecyclefunnelchart.h"
#include "ui/pages/cardgrid.h"
#include "ui/pages/lifecycle/attributes.h"
#include "ui/pages/lifecycle/breakdownmodel.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/shadeddelegate.h"
#include "ui/pages/lifecycle/stageinspector.h"
#include "ui/pages/lifecycle/turningcard.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace {

constexpr int rowHeight = 28;

} // namespace

FunnelTab::FunnelTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, QStringLiteral("lifecycle"), parent)
    , m_funnel(new LifecycleFunnelChart(shownBy))
    , m_mode(new SegmentedControl(shownBy))
    , m_definition(new TextLabel(shownBy, Theme::TextRole::Table, "text2"))
    , m_breakdown(new BreakdownModel(shownBy, this))
    , m_inspector(new StageInspector(shownBy, this))
    , m_problems(new TextLabel(shownBy, Theme::TextRole::Table, "warn"))
    , m_turning(new TurningCard(shownBy))
    , m_previewJob(new LatestJob(this))
    , m_valueJob(new LatestJob(this))
{
    m_funnelCard = new ChartCard(shownBy, m_funnel, cards().content());
    m_mode->setObjectName(QStringLiteral("funnelMode"));
    m_funnelCard->addHeaderWidget(m_mode);
    m_definition->setObjectName(QStringLiteral("definition"));
    m_definition->setWordWrap(true);
    m_problems->setObjectName(QStringLiteral("lifecycleProblems"));
    m_problems->setWordWrap(true);
    m_problems->hide();
    auto *footer = new QWidget;
    auto *lines = new QVBoxLayout(footer);
    lines->setContentsMargins(12, 8, 12, 8);
    lines->setSpacing(4);
    lines->addWidget(m_problems);
    lines->addWidget(m_definition);
    m_funnelCard->setFooter(footer);
    cards().place(m_funnelCard, 0, 0, CardGrid::columns, 5);
    m_funnel->setMinimumHeight(300);
    connect(m_mode, &SegmentedControl::chosen, this, [this](int mode) {
        m_funnel->setMode(LifecycleFunnelChart::Mode(mode));
        computeValues();
    });
    connect(m_funnel, &LifecycleFunnelChart::stageActivated, this, &FunnelTab::chooseStage);
    connect(m_funnel, &LifecycleFunnelChart::customersWanted, this, [this](int stage, bool lost) {
        showMembers({stage, lost, {}});
    });

    makeTable(shownBy);
    m_inspector->hide();
    connect(m_inspector, &StageInspector::lifecycleEdited, this, &LifecycleTab::lifecycleEdited);
    connect(m_inspector, &StageInspector::previewRequested, this, &FunnelTab::preview);
    connect(m_inspector, &StageInspector::previewDropped, this, &FunnelTab::dropPreview);
    connect(m_inspector, &StageInspector::stageChosen, this, [this](int stage) { m_stage = stage; });
    connect(m_inspector, &StageInspector::windowEdited, this, [this](int days) {
        if (analysis())
            emit lifecycleQueryEdited(days, analysis()->lifecycle.breakdownField);
    });
    connect(m_turning, &TurningCard::contactsRequested, this, &LifecycleTab::contactsRequested);
    retranslate();
}

void FunnelTab::makeTable(Display &shownBy)
{
    m_tableCard = new Card(shownBy, cards().content());
    m_legend = new ShadeLegend(shownBy);
    m_attribute = new Button(shownBy, Button::Kind::Field);
    m_attribute->setObjectName(QStringLiteral("attribute"));
    m_attribute->setSmall(true);
    m_tableCard->addHeaderWidget(m_legend);
    m_tableCard->addHeaderWidget(m_attribute);
    connect(m_attribute, &Button::clicked, this, &FunnelTab::openAttributeMenu);

    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("breakdown"));
    m_table->setModel(m_breakdown);
    m_table->setItemDelegate(new ShadedDelegate(shownBy, m_table));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    const auto open = [this](const QModelIndex &index) {
        if (const auto place = m_breakdown->place(index))
            showMembers(*place);
    };
    connect(m_table, &QTableView::clicked, this, open);
    connect(m_table, &QTableView::activated, this, open);
    connect(m_table, &QTableView::customContextMenuRequested, this, &FunnelTab::openCellMenu);
    m_tableCard->setBody(m_table);
    cards().place(m_tableCard, 1, 0, CardGrid::columns, 3);
    cards().place(m_turning, 2, 0, CardGrid::columns, 3);
}

void FunnelTab::setSegments(const QList<Segments::Segment> &segments)
{
    m_segments = segments;
    m_turning->setSegments(segments);
    m_inspector->setSegments(segments);
    renew(); // circles of rules lead through them
}

void FunnelTab::setSegmentSource(const SegmentSource &source)
{
    m_source = source;
    m_turning->setSegmentSource(source);
}

QString FunnelTab::title() const { return tr("Funnel"); }

std::pair<QString, QString> FunnelTab::emptyTexts() const
{
    return {tr("Nobody entered the lifecycle yet"),
            tr("The lifecycle is read from events such as a visit or a request, and from orders. "
               "Import either, or choose a longer period.")};
}

bool FunnelTab::canShow(const Insights::Analysis &analysis) const
{
    const QList<Lifecycle::StageLevel> &levels = analysis.lifecycle.funnel.levels;
    return !levels.isEmpty() && levels.first().count > 0;
}

void FunnelTab::renewTexts()
{
    m_mode->setSegments({tr("Count"), tr("Percent"), tr("Value")});
    m_mode->setAccessibleName(tr("What the columns show"));
    m_attribute->setAccessibleName(tr("Attribute"));
    m_attribute->setToolTip(tr("Choose the attribute that customers are compared by"));
    m_table->setAccessibleName(tr("Step conversion by attribute"));
    m_breakdown->renewTexts();
    m_legend->updateGeometry();
    m_inspector->renewTexts();
    m_turning->renewTexts();
}

void FunnelTab::showNumbers(const Insights::Analysis &analysis)
{
    if (m_previewOf && m_previewOf != this->analysis()) {
        m_previewJob->cancel();
        m_preview.reset();
        m_previewOf.reset();
    }
    const Lifecycle::LifecycleFunnel &funnel = shownView(analysis).funnel;
    m_funnel->setValues({}, {});
    m_funnel->setData(funnel);
    computeValues();
    m_turning->setAnalysis(this->analysis());
    m_definition->setText(display().isArabic() ? funnel.definitionArabic
                                               : funnel.definitionEnglish);
    showBreakdown(analysis);
    if (m_stage >= funnel.lifecycle.stages.size())
        m_stage = -1;
    m_funnel->setSelectedStage(m_stage);
    // Opened by its button before a click: the stage before the turning point, where most is
    // decided.
    const int turn = funnel.lifecycle.turningPoint();
    m_inspector->setSnapshot(analysis.snapshot);
    m_inspector->showStage(analysis.lifecycle.funnel.lifecycle,
                           m_stage >= 0 ? m_stage : qMax(0, turn - 1),
                           analysis.lifecycle.funnel.windowDays);
    showProblems();
}

const Lifecycle::LifecycleView &FunnelTab::shownView(const Insights::Analysis &analysis) const
{
    return m_preview ? *m_preview : analysis.lifecycle;
}

void FunnelTab::preview(const Lifecycle::LifecycleModel &lifecycle, int windowDays)
{
    if (!analysis() || !analysis()->snapshot)
        return;
    m_previewOf = analysis();
    Lifecycle::LifecycleQuery query{analysis()->query.filter.period,
                                    analysis()->query.filter.comparison, windowDays,
                                    analysis()->lifecycle.breakdownField};
    m_funnelCard->setBusy(true);
    m_previewJob->start(
        [snapshot = analysis()->snapshot, lifecycle, query,
         language = display().format().language(),
         segments = m_segments, source = m_source](const Progress &progress) {
            const auto members = [&](const Segments::Segment &segment)
                -> Result<std::vector<Customers::CustomerIndex>> {
                std::vector<Customers::CustomerIndex> found;
                if (!source)
                    return found;
                const Result<Segments::Mask> mask = source(segment, snapshot, progress);
                if (!mask)
                    return mask.error();
                for (std::size_t i = 0; i < mask->size(); ++i) {
                    if ((*mask)[i])
                        found.push_back(Customers::CustomerIndex(i));
                }
                return found;
            };
            const Result<Lifecycle::LifecycleModel> ready =
                Lifecycle::withSegments(lifecycle, segments, members);
            if (!ready)
                return std::pair(Result<Lifecycle::LifecycleView>(ready.error()), QStringList());
            return std::pair(Lifecycle::computeLifecycle(*snapshot, *ready, query, progress),
                             Lifecycle::problems(*ready, *snapshot, language, segments));
        },
        [this](const std::pair<Result<Lifecycle::LifecycleView>, QStringList> &found) {
            m_funnelCard->setBusy(false);
            if (found.first)
                m_preview = *found.first;
            m_inspector->setWarnings(found.second);
            renew();
        });
}

void FunnelTab::dropPreview()
{
    m_previewJob->cancel();
    m_funnelCard->setBusy(false);
    m_preview.reset();
    m_previewOf.reset();
    renew();
}

void FunnelTab::showProblems()
{
    QStringList lines;
    if (m_preview)
        lines.append(tr("A preview of what is edited at the side: press Apply to keep it, Reset to drop it."));
    lines += Lifecycle::problems(shownView(*analysis()).funnel.lifecycle,
                                 display().format().language(), m_segments);
    m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!lines.isEmpty());
}

void FunnelTab::showBreakdown(const Insights::Analysis &analysis)
{
    const Lifecycle::LifecycleView &view = shownView(analysis);
    const QString attribute = Attributes::title(analysis, view.breakdownField);
    const bool hasRows = !view.breakdown.isEmpty();
    m_breakdown->setView(hasRows ? view : Lifecycle::LifecycleView{}, attribute);
    m_tableCard->setVisible(hasRows);
    m_tableCard->setTitle(tr("Step conversion by attribute"));
    m_attribute->setText(attribute);
    // All rows up to ten without scrolling in the table; the page scrolls.
    const int shown = int(qMin<qsizetype>(view.breakdown.size() + 1, 11));
    m_table->setMinimumHeight(shown * rowHeight + 30);
}

void FunnelTab::openAttributeMenu()
{
    if (!analysis() || !analysis()->snapshot)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("attributeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Lifecycle::LifecycleView &view = analysis()->lifecycle;
    for (const Customers::CodedColumn &column : analysis()->snapshot->coded) {
        if (!Attributes::canBreakDown(column))
            continue;
        QAction *action = menu->addAction(Attributes::title(*analysis(), column.field));
        action->setCheckable(true);
        action->setChecked(column.field == view.breakdownField);
        connect(action, &QAction::triggered, this,
                [this, field = column.field, days = view.funnel.windowDays] {
                    emit lifecycleQueryEdited(days, field);
                });
    }
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int x = rightToLeft ? 0 : m_attribute->width() - menu->sizeHint().width();
    menu->popup(m_attribute->mapToGlobal(QPoint(x, m_attribute->height() + 2)));
}

void FunnelTab::chooseStage(int stage)
{
    if (!analysis())
        return;
    m_stage = stage;
    m_funnel->setSelectedStage(stage);
    const Lifecycle::LifecycleFunnel &funnel = analysis()->lifecycle.funnel;
    m_inspector->showStage(funnel.lifecycle, stage, funnel.windowDays);
    emit inspectorRequested(stage >= 0);
}

void FunnelTab::openCellMenu(const QPoint &position)
{
    // With the Menu key the position says nothing; the current cell does.
    QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        index = m_table->currentIndex();
    const auto place = m_breakdown->place(index);
    if (!place)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("cellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show the customers")), &QAction::triggered, this,
            [this, place = *place] { showMembers(place); });
    if (place->stage > 0) {
        Lifecycle::FunnelPlace lost = *place;
        lost.isLoss = true;
        connect(menu->addAction(tr("Show who was lost before")), &QAction::triggered, this,
                [this, lost] { showMembers(lost); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(m_table->visualRect(index).center()));
}

Lifecycle::LifecycleQuery FunnelTab::shownQuery() const
{
    const Lifecycle::LifecycleView &view = shownView(*analysis());
    Lifecycle::LifecycleQuery query;
    query.period = view.funnel.period;
    query.windowDays = view.funnel.windowDays;
    query.breakdownField = view.breakdownField;
    return query;
}

/// The value of each stage is added up when somebody looks at it.
void FunnelTab::computeValues()
{
    if (m_funnel->mode() != LifecycleFunnelChart::Mode::Value || !analysis() || !analysis()->snapshot)
        return;
    m_funnelCard->setBusy(true);
    m_valueJob->start(
        [shown = analysis(), lifecycle = shownView(*analysis()).funnel.lifecycle,
         query = shownQuery()](const Progress &progress) {
            return Lifecycle::funnelValues(*shown->snapshot, lifecycle, query, clvByCustomer(*shown),
                                           progress);
        },
        [this](const Result<QList<double>> &values) {
            m_funnelCard->setBusy(false);
            if (values && analysis())
                m_funnel->setValues(*values, analysis()->snapshot->currency.code);
        });
}

void FunnelTab::showMembers(const Lifecycle::FunnelPlace &place)
{
    if (!analysis() || !analysis()->snapshot)
        return;
    const Lifecycle::LifecycleView &view = shownView(*analysis());
    const Lifecycle::LifecycleQuery query = shownQuery();
    const auto find = [snapshot = analysis()->snapshot, lifecycle = view.funnel.lifecycle, query,
                       place](const Progress &progress) {
        return Lifecycle::funnelMembers(*snapshot, lifecycle, query, place, progress);
    };
    emit contactsRequested(CustomerChoice::ofMembers(m_breakdown->placeName(place, view.funnel),
                                                     analysis()->snapshot, find, place.isLoss));
}

QWidget *FunnelTab::inspector() { return m_inspector; }
