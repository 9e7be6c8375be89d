#include "ui/pages/lifetimevalue/lifetimevaluepage.h"

#include "models/clv/selection.h"
#include "ui/charts/alivemapchart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/expectedmapchart.h"
#include "ui/charts/lorenzchart.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/lifetimevalue/customerdrawer.h"
#include "ui/pages/lifetimevalue/customervaluesmodel.h"
#include "ui/pages/lifetimevalue/derivationdialog.h"
#include "ui/pages/lifetimevalue/fitcard.h"
#include "ui/pages/lifetimevalue/modelcard.h"
#include "ui/pages/lifetimevalue/selectionbar.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <iterator>

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
    , m_shapesJob(new LatestJob(this))
    , m_ranking(new LatestJob(this))
    , m_searchDelay(new QTimer(this))
{
    makeDistribution(shownBy);
    makeModel(shownBy);
    makeFit(shownBy);
    makeShapes(shownBy);
    makeTable(shownBy);
    m_drawer->hide();
    connect(m_ranking, &LatestJob::progressed, m_model, &ModelCard::showProgress);
    connect(m_drawer, &CustomerDrawer::derivationRequested, this, [this](Clv::Figure figure) {
        if (const std::optional<std::size_t> position = positionOf(m_drawer->customer()))
            explain(figure, *position);
    });
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
    connect(m_selectionBar, &SelectionBar::derivationRequested, this,
            [this] { explain(Clv::Figure::TotalValue); });
}

void LifetimeValuePage::makeModel(Display &shownBy)
{
    m_model = new ModelCard(shownBy, content());
    place(m_model, 0, 8, 4, 4);
    connect(m_model, &ModelCard::settingsEdited, this, &Page::settingsEdited);
    connect(m_model, &ModelCard::refitRequested, this, &Page::refitRequested);
    connect(m_model, &ModelCard::derivationRequested, this,
            [this](Clv::Figure figure) { explain(figure); });
    connect(m_model, &ModelCard::rankingCancelled, this, [this] {
        m_ranking->cancel();
        m_model->showRanking(false);
    });
}

void LifetimeValuePage::makeFit(Display &shownBy)
{
    m_fit = new FitCard(shownBy, content());
    place(m_fit, 1, 0, 8, 3);
    connect(m_fit, &FitCard::splitChosen, this, &LifetimeValuePage::rank);
    connect(m_fit, &FitCard::splitCancelled, this, [this] {
        m_ranking->cancel();
        m_model->showRanking(false);
    });
    connect(m_fit, &FitCard::derivationRequested, this,
            [this] { explain(Clv::Figure::HoldoutError); });
}

void LifetimeValuePage::makeShapes(Display &shownBy)
{
    m_shapesCard = new Card(shownBy, content());
    m_shapes = new QStackedWidget;
    m_aliveMap = new AliveMapChart(shownBy);
    m_expectedMap = new ExpectedMapChart(shownBy);
    m_lorenz = new LorenzChart(shownBy);
    m_maps = {m_aliveMap, m_expectedMap};
    for (Chart *chart : std::initializer_list<Chart *>{m_aliveMap, m_expectedMap, m_lorenz}) {
        m_shapes->addWidget(chart);
        connect(chart, &Chart::titleChanged, this, &LifetimeValuePage::showShapesCard);
    }
    m_shapeKind = new SegmentedControl(shownBy);
    m_shapeKind->setObjectName(QStringLiteral("shapeKind"));
    m_shapesCard->bodyLayout()->addWidget(m_shapeKind, 0, Qt::AlignLeading);
    m_shapesCard->bodyLayout()->addWidget(m_shapes, 1);
    place(m_shapesCard, 1, 8, 4, 3);
    connect(m_shapeKind, &SegmentedControl::chosen, this, [this](int index) {
        m_shapes->setCurrentIndex(index);
        showShapesCard();
    });
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
    makeColumns(shownBy);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this,
            &LifetimeValuePage::openTableMenu);
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

void LifetimeValuePage::makeColumns(Display &shownBy)
{
    m_columnsButton = new Button(shownBy, Button::Kind::Quiet, QStringLiteral("columns"));
    m_columnsButton->setObjectName(QStringLiteral("columns"));
    m_columnsButton->setSmall(true);
    m_columns = new QMenu(m_columnsButton);
    for (const ColumnWidth &width : columnWidths) {
        QAction *action = m_columns->addAction(QString());
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, [this, column = width.column](bool shown) {
            m_table->setColumnHidden(column, !shown);
        });
    }
    m_columnsButton->setMenu(m_columns);
    m_columnsButton->setPopupMode(QToolButton::InstantPopup);
    m_tableCard->addHeaderWidget(m_columnsButton);
}

/// For the cell under the mouse, or the current one where the Menu key asked.
void LifetimeValuePage::openTableMenu(const QPoint &place)
{
    QModelIndex index = m_table->indexAt(place);
    if (!index.isValid())
        index = m_table->currentIndex();
    if (!index.isValid() || !analysis())
        return;
    constexpr Clv::Figure figures[] = {
        Clv::Figure::CustomerValue, Clv::Figure::CustomerOrders, Clv::Figure::CustomerGap,
        Clv::Figure::CustomerSpend, Clv::Figure::CustomerAlive,  Clv::Figure::CustomerExpected,
        Clv::Figure::CustomerValue, Clv::Figure::CustomerInterval};
    static_assert(std::size(figures) == CustomerValuesModel::ColumnCount);
    const int column = index.column() == CustomerValuesModel::Name ? CustomerValuesModel::Value
                                                                   : index.column();
    const std::size_t position = m_customers->position(index.row());
    auto *menu = new QMenu(m_table);
    menu->setObjectName(QStringLiteral("customerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is the heading of a column
    QAction *how = menu->addAction(
        tr("How was “%1” computed…")
            .arg(m_customers->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    how->setObjectName(QStringLiteral("howComputed"));
    connect(how, &QAction::triggered, this,
            [this, figure = figures[column], position] { explain(figure, position); });
    QAction *open = menu->addAction(tr("Open the customer"));
    connect(open, &QAction::triggered, this, [this, row = index.row()] { chooseRow(row); });
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void LifetimeValuePage::explain(Clv::Figure figure, std::size_t position)
{
    if (!analysis())
        return;
    DerivationDialog::Subject subject;
    subject.figure = figure;
    subject.analysis = analysis();
    subject.position = position;
    if (figure == Clv::Figure::HoldoutError)
        subject.result = m_fit->judged();
    if (figure <= Clv::Figure::CustomerGap) {
        const Report::NamedCustomer named = m_customers->named(position);
        subject.customer = named.name.isEmpty() ? named.ref : named.name;
    }
    auto *dialog = new DerivationDialog(display(), std::move(subject), this);
    dialog->open();
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
    m_shapeKind->setSegments({tr("P(alive)"), tr("Orders"), tr("Lorenz")});
    m_shapeKind->setCurrent(m_shapes->currentIndex());
    m_shapeKind->setAccessibleName(tr("What the card shows"));
    m_columnsButton->setText(tr("Columns"));
    m_searchField->setPlaceholderText(tr("Name or ID"));
    m_searchField->setAccessibleName(tr("Find customers by name or ID"));
    m_table->setAccessibleName(tr("Customers"));
    m_selectionBar->renewTexts();
    m_model->renewTexts();
    m_fit->renewTexts();
    m_drawer->renewTexts();
    m_customers->renewTexts();
    for (int i = 0; i < m_columns->actions().size(); ++i) {
        m_columns->actions().at(i)->setText(
            m_customers->headerData(columnWidths[i].column, Qt::Horizontal, Qt::DisplayRole)
                .toString());
    }
    showShapesCard();
    renewTableTexts();
}

void LifetimeValuePage::showNumbers(const Insights::Analysis &analysis)
{
    const Currency &currency = analysis.query.settings.currency;
    const CustomerId shown = m_drawer->customer();
    m_histogram->setData(analysis.clv, currency);
    if (m_seen != this->analysis()) {
        m_seen = this->analysis();
        m_models.reset();
        m_ranking->cancel();
        m_model->showRanking(false);
        m_shapesData = {};
        startShapes();
    }
    m_fit->showNumbers(this->analysis());
    m_model->showNumbers(this->analysis(), m_models.value_or(analysis.models));
    fillShapes();
    // The analysis ranks on the usual split; another one, or none yet, is ranked here.
    const bool isRanked = !analysis.models.candidates.isEmpty() && analysis.clv.holdout
                          && m_fit->calibrationEnd() == analysis.clv.holdout->calibrationEnd;
    m_rankingIsStale = !isRanked && !m_models && m_fit->calibrationEnd().isValid()
                       && analysis.clv.strength != Clv::DataStrength::TooThin;
    rankIfNeeded();
    m_customers->setResult(analysis.snapshot, analysis.clv, currency);
    applyRange();
    m_drawer->clear();
    for (CustomerMapChart *map : m_maps)
        map->clearCustomer();
    if (const std::optional<std::size_t> position = positionOf(shown))
        fillDrawer(*position);
}

void LifetimeValuePage::startShapes()
{
    m_shapesJob->start(
        [analysis = analysis()](const Progress &) {
            const Clv::ClvResult &clv = analysis->clv;
            Shapes shapes;
            shapes.alive = Clv::aliveMap(clv);
            shapes.purchases = Clv::purchaseMap(clv, Clv::oneYear(clv.query.period));
            if (clv.values)
                shapes.curve = Clv::concentration(clv.values->clv);
            return shapes;
        },
        [this](const Shapes &shapes) {
            m_shapesData = shapes;
            fillShapes();
        });
}

void LifetimeValuePage::fillShapes()
{
    if (!analysis() || m_shapesJob->isRunning())
        return; // old shapes stay until the new ones arrive
    const PeriodUnit period = analysis()->clv.query.period;
    m_aliveMap->setData(m_shapesData.alive, period);
    m_expectedMap->setData(m_shapesData.purchases, period);
    m_lorenz->setData(m_shapesData.curve);
    linkSelection();
}

void LifetimeValuePage::rank(const QDate &calibrationEnd)
{
    m_rankingIsStale = false;
    if (!analysis() || !calibrationEnd.isValid())
        return;
    Clv::ClvQuery query = analysis()->clv.query;
    query.until = analysis()->clv.until;
    query.calibrationEnd = calibrationEnd;
    m_model->showRanking(true);
    m_ranking->start(
        [snapshot = analysis()->snapshot, query](const Progress &progress) {
            return Clv::compareModels(*snapshot, query, progress);
        },
        [this](const Result<Clv::Comparison> &models) {
            m_model->showRanking(false);
            if (!models)
                return;
            m_models = *models;
            m_model->showNumbers(analysis(), *m_models);
        });
}

void LifetimeValuePage::rankIfNeeded()
{
    if (m_rankingIsStale && isVisible())
        rank(m_fit->calibrationEnd());
}

void LifetimeValuePage::showEvent(QShowEvent *event)
{
    AnalysisPage::showEvent(event);
    rankIfNeeded();
}

void LifetimeValuePage::showShapesCard()
{
    auto *chart = static_cast<Chart *>(m_shapes->currentWidget());
    m_shapesCard->setTitle(chart->title());
    m_shapesCard->setSubtitle(chart->subtitle());
    m_shapesCard->setMenuActions(chart->menuActions());
}

std::optional<std::pair<double, double>> LifetimeValuePage::range() const
{
    const std::optional<ClvHistogramChart::Selection> selection = m_histogram->selection();
    return selection ? std::optional(std::pair(selection->low, selection->high)) : std::nullopt;
}

/// Maps and curve show where the chosen customers lie.
void LifetimeValuePage::linkSelection()
{
    m_lorenz->setRange(range());
    for (CustomerMapChart *map : m_maps) {
        map->setSelected(range() && analysis()->clv.values
                             ? Clv::customersPerCell(*analysis()->clv.values, map->frequency(),
                                                     map->recency(), range())
                             : std::vector<std::uint32_t>{});
    }
}

void LifetimeValuePage::applyRange()
{
    if (!analysis())
        return;
    const std::optional<ClvHistogramChart::Selection> selection = m_histogram->selection();
    m_selectionBar->showSelection(selection, analysis()->query.settings.currency);
    m_customers->setRange(range());
    linkSelection();
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
    QStringList parts{narrowed ? tr("%1 of %2").arg(format.integer(shown),
                                                    format.integer(m_customers->total()))
                               : format.integer(shown)};
    // Of the range; a search within it does not change what the range is worth.
    if (analysis() && analysis()->clv.values && shown > 0
        && m_searchField->text().trimmed().isEmpty()) {
        const Clv::SelectionSummary summary =
            Clv::summariseSelection(*analysis()->clv.values, range());
        parts << tr("mean CLV %1").arg(
            format.money(summary.meanClv, analysis()->query.settings.currency.code));
        if (std::isfinite(summary.meanAlive)) {
            //: %1 is a number of customers, %2 a probability
            parts << tr("%1 active").arg(format.integer(summary.active))
                  << tr("mean P(alive) %1").arg(format.decimal(summary.meanAlive, 2));
        }
        parts << tr("%1 expected orders each").arg(format.decimal(summary.expectedPurchases, 1));
    }
    m_tableCard->setSubtitle(parts.join(QStringLiteral(" · ")));
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
    for (CustomerMapChart *map : m_maps)
        map->setCustomer(values.x[position], values.T[position] - values.tx[position]);
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
