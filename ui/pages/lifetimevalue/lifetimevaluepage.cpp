#include "ui/pages/lifetimevalue/lifetimevaluepage.h"

#include "ui/charts/alivemapchart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/frequencychart.h"
#include "ui/charts/trackingchart.h"
#include "ui/pages/lifetimevalue/customerdrawer.h"
#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/pages/lifetimevalue/modelcard.h"
#include "ui/pages/lifetimevalue/selectionbar.h"
#include "ui/style/display.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace {

constexpr int rowHeight = 28;
constexpr int leastRows = 6;
constexpr int searchDelayMs = 250;

struct ColumnWidth
{
    int column;
    int width;
};
constexpr ColumnWidth columnWidths[] = {
    {CustomerValuesModel::Orders, 72},    {CustomerValuesModel::WeeksSilent, 108},
    {CustomerValuesModel::MeanOrder, 92}, {CustomerValuesModel::Alive, 112},
    {CustomerValuesModel::Expected, 126}, {CustomerValuesModel::Value, 112},
    {CustomerValuesModel::Interval, 110}};

} // namespace

LifetimeValuePage::LifetimeValuePage(Display &shownBy, QWidget *parent)
    : AnalysisPage(shownBy, QStringLiteral("clv"), parent)
    , m_customers(new CustomerValuesModel(shownBy, this))
    , m_drawer(new CustomerDrawer(shownBy, this))
    , m_searchDelay(new QTimer(this))
{
    makeDistribution(shownBy);
    m_model = new ModelCard(shownBy, content());
    place(m_model, 0, 8, 4, 4);
    connect(m_model, &ModelCard::settingsEdited, this, &Page::settingsEdited);
    connect(m_model, &ModelCard::refitRequested, this, &Page::refitRequested);
    makeFit(shownBy);
    makeTable(shownBy);
    m_drawer->hide();
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchDelayMs);
    connect(m_searchDelay, &QTimer::timeout, this, &LifetimeValuePage::search);
    retranslate();
}

void LifetimeValuePage::makeDistribution(Display &shownBy)
{
    m_histogram = new ClvHistogramChart(shownBy);
    m_scale = new SegmentedControl(shownBy);
    m_selectionBar = new SelectionBar(shownBy);
    auto *card = new ChartCard(shownBy, m_histogram, content());
    m_scale->setObjectName(QStringLiteral("clvScale"));
    card->addHeaderWidget(m_scale);
    card->setFooter(m_selectionBar);
    place(card, 0, 0, 8, 4);
    m_histogram->setMinimumHeight(180);
    connect(m_scale, &SegmentedControl::chosen, this,
            [this](int index) { m_histogram->setLogScale(index == 1); });
    connect(m_histogram, &ClvHistogramChart::rangeSelected, this, [this] { applyRange(); });
    connect(m_histogram, &ClvHistogramChart::rangeCleared, this, [this] { applyRange(); });
    connect(m_selectionBar, &SelectionBar::cleared, this, &LifetimeValuePage::clearRange);
}

void LifetimeValuePage::makeFit(Display &shownBy)
{
    m_tracking = new TrackingChart(shownBy);
    auto *trackingCard = new ChartCard(shownBy, m_tracking, content());
    place(trackingCard, 1, 0, 8, 3);
    m_tracking->setMinimumHeight(150);

    m_fitCard = new Card(shownBy, content());
    m_fitStack = new QStackedWidget;
    m_aliveMap = new AliveMapChart(shownBy);
    m_frequency = new FrequencyChart(shownBy);
    m_fitStack->addWidget(m_aliveMap);
    m_fitStack->addWidget(m_frequency);
    m_fitCard->setBody(m_fitStack);
    m_fitKind = new SegmentedControl(shownBy);
    m_fitKind->setObjectName(QStringLiteral("fitKind"));
    m_fitCard->addHeaderWidget(m_fitKind);
    place(m_fitCard, 1, 8, 4, 3);
    connect(m_fitKind, &SegmentedControl::chosen, this, [this](int index) {
        m_fitStack->setCurrentIndex(index);
        showFitCard();
    });
    connect(m_aliveMap, &Chart::titleChanged, this, &LifetimeValuePage::showFitCard);
    connect(m_frequency, &Chart::titleChanged, this, &LifetimeValuePage::showFitCard);
}

void LifetimeValuePage::makeTable(Display &shownBy)
{
    m_tableCard = new Card(shownBy, content());
    m_searchField = new QLineEdit;
    m_searchField->setObjectName(QStringLiteral("customerSearch"));
    m_searchField->setClearButtonEnabled(true);
    m_searchField->setFixedWidth(190);
    m_searchField->hide();
    m_tableCard->addHeaderWidget(m_searchField);
    connect(m_searchField, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));

    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("customers"));
    m_table->setModel(m_customers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setSortingEnabled(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setMinimumHeight((leastRows + 1) * rowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(CustomerValuesModel::Name, QHeaderView::Stretch);
    for (const ColumnWidth &width : columnWidths)
        header->resizeSection(width.column, width.width);
    header->setMinimumSectionSize(60);
    header->setSortIndicator(CustomerValuesModel::Value, Qt::DescendingOrder);
    auto *numbers = new NumberDelegate(shownBy, m_table);
    for (const ColumnWidth &width : columnWidths)
        m_table->setItemDelegateForColumn(width.column, numbers);
    m_table->setItemDelegateForColumn(CustomerValuesModel::Alive,
                                      new AliveDelegate(shownBy, m_table));
    m_table->setItemDelegateForColumn(CustomerValuesModel::Interval,
                                      new IntervalDelegate(shownBy, m_table));
    m_tableCard->setBody(m_table);
    place(m_tableCard, 2, 0, columns, 4);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { chooseRow(index.row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        chooseRow(index.row());
        emit customerActivated(m_customers->customer(index.row()));
    });
}

QString LifetimeValuePage::title() const { return tr("Lifetime value"); }

QWidget *LifetimeValuePage::inspector() { return m_drawer; }

std::pair<QString, QString> LifetimeValuePage::emptyTexts() const
{
    return {
        tr("No transactions yet"),
        tr("Lifetime value is estimated from when and how much customers bought. Twelve months of "
           "orders give a useful first estimate.")};
}

void LifetimeValuePage::setNameLookup(const Report::NameLookup &names)
{
    m_customers->setNameLookup(names);
}

void LifetimeValuePage::setSearch(const Search &search)
{
    m_search = search;
    m_searchField->setVisible(bool(search));
}

void LifetimeValuePage::renewTexts()
{
    m_scale->setSegments({tr("Linear"), tr("Log")});
    m_scale->setCurrent(m_histogram->isLogScale() ? 1 : 0);
    m_scale->setAccessibleName(tr("Scale of the axis"));
    m_fitKind->setSegments({tr("P(alive)"), tr("Orders")});
    m_fitKind->setSegmentEnabled(0, true);
    m_fitKind->setCurrent(m_fitStack->currentIndex());
    m_fitKind->setAccessibleName(tr("What the card shows"));
    m_searchField->setPlaceholderText(tr("Name or ID"));
    m_searchField->setAccessibleName(tr("Find customers by name or ID"));
    m_table->setAccessibleName(tr("Customers"));
    m_selectionBar->renewTexts();
    m_model->renewTexts();
    m_drawer->renewTexts();
    m_customers->renewTexts();
    showFitCard();
    renewTableTexts();
}

void LifetimeValuePage::showNumbers(const Insights::Analysis &analysis)
{
    const Currency &currency = analysis.query.settings.currency;
    const CustomerId shown = m_drawer->customer();
    m_histogram->setData(analysis.clv, currency);
    m_model->showNumbers(analysis);
    m_tracking->setData(analysis.clv);
    m_aliveMap->setData(Clv::aliveMap(analysis.clv), analysis.clv.query.period);
    m_frequency->setData(analysis.clv);
    m_customers->setResult(analysis.snapshot, analysis.clv, currency);
    applyRange();
    m_drawer->clear();
    m_aliveMap->clearCustomer();
    if (const std::optional<std::size_t> position = positionOf(shown))
        fillDrawer(*position);
}

void LifetimeValuePage::showFitCard()
{
    auto *chart = static_cast<Chart *>(m_fitStack->currentWidget());
    m_fitCard->setTitle(chart->title());
    m_fitCard->setSubtitle(chart->subtitle());
    m_fitCard->setMenuActions(chart->menuActions());
}

void LifetimeValuePage::applyRange()
{
    if (!analysis())
        return;
    const std::optional<ClvHistogramChart::Selection> selection = m_histogram->selection();
    m_selectionBar->showSelection(selection, analysis()->query.settings.currency);
    m_customers->setRange(selection ? std::optional(std::pair(selection->low, selection->high))
                                    : std::nullopt);
    renewTableTexts();
    const NumberFormat &format = display().format();
    //: in the status bar: %1 of %2 customers are chosen
    emit selectionChanged(selection ? tr("Selection: %1 of %2 customers")
                                          .arg(format.integer(selection->customers),
                                               format.integer(analysis()->clv.customers))
                                    : QString());
}

void LifetimeValuePage::clearRange()
{
    m_histogram->clearRange();
    applyRange();
}

void LifetimeValuePage::search()
{
    const QString text = m_searchField->text().trimmed();
    const int number = ++m_searchNumber;
    if (text.isEmpty() || !m_search) {
        m_customers->setFound(std::nullopt);
        renewTableTexts();
        return;
    }
    const QPointer<LifetimeValuePage> self(this);
    m_search(text, [self, number](const QList<CustomerId> &found) {
        if (!self || number != self->m_searchNumber)
            return; // a newer search came
        QSet<qint64> ids;
        for (const CustomerId id : found)
            ids.insert(id.value);
        self->m_customers->setFound(ids);
        self->renewTableTexts();
    });
}

void LifetimeValuePage::renewTableTexts()
{
    const bool narrowed = m_histogram->selection() || !m_searchField->text().trimmed().isEmpty();
    m_tableCard->setTitle(narrowed ? tr("Customers in selection") : tr("Customers"));
    const NumberFormat &format = display().format();
    const qint64 shown = m_customers->rowCount();
    m_tableCard->setSubtitle(
        narrowed ? tr("%1 of %2").arg(format.integer(shown), format.integer(m_customers->total()))
                 : format.integer(shown));
    if (shown > 0 || !narrowed || !analysis()) {
        m_tableCard->setPlaceholder(nullptr);
        return;
    }
    auto *none = new EmptyState(display(), QStringLiteral("filter"));
    const QString text = m_searchField->text().trimmed();
    if (!text.isEmpty()) {
        none->setTexts(
            tr("No customers match"),
            tr("Nobody in the selection has “%1” in name or ID.").arg(NumberFormat::isolate(text)));
        none->setAction(tr("Clear the search"), QStringLiteral("close"));
        connect(none, &EmptyState::actionTriggered, m_searchField, &QLineEdit::clear);
    } else {
        none->setTexts(tr("No customers match"),
                       tr("Nobody has a lifetime value in the chosen range."));
        none->setAction(tr("Clear CLV range"), QStringLiteral("close"));
        connect(none, &EmptyState::actionTriggered, this, &LifetimeValuePage::clearRange);
    }
    m_tableCard->setPlaceholder(none);
}

void LifetimeValuePage::fillDrawer(std::size_t position)
{
    m_drawer->showCustomer(analysis(), position, m_customers->named(position));
    const Clv::CustomerValues &values = *analysis()->clv.values;
    m_aliveMap->setCustomer(values.x[position], values.T[position] - values.tx[position]);
}

void LifetimeValuePage::chooseRow(int row)
{
    if (!analysis() || row < 0 || row >= m_customers->rowCount())
        return;
    fillDrawer(m_customers->position(row));
    emit inspectorRequested(true);
}

std::optional<std::size_t> LifetimeValuePage::positionOf(CustomerId customer) const
{
    if (!analysis() || !analysis()->clv.values)
        return std::nullopt;
    const std::vector<Customers::CustomerIndex> &all = analysis()->clv.values->customer;
    const auto found = std::find(all.begin(), all.end(), analysis()->snapshot->indexOf(customer));
    return found == all.end() ? std::nullopt : std::optional(std::size_t(found - all.begin()));
}

void LifetimeValuePage::showCustomer(CustomerId customer)
{
    const std::optional<std::size_t> position = positionOf(customer);
    if (!position)
        return;
    const int row = m_customers->rowOf(customer);
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_customers->index(row, 0));
    } else {
        m_table->clearSelection();
    }
    fillDrawer(*position);
    emit inspectorRequested(true);
}

void LifetimeValuePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_histogram->selection())
        clearRange();
    else
        AnalysisPage::keyPressEvent(event);
}
