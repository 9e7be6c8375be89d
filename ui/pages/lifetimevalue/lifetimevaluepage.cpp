#include "ui/pages/lifetimevalue/lifetimevaluepage.h"

#include "ui/charts/alivemapchart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/clvhistogramchart.h"
#include "ui/charts/expectedmapchart.h"
#include "ui/charts/lorenzchart.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/lifetimevalue/customerdrawer.h"
#include "ui/pages/lifetimevalue/derivationdialog.h"
#include "ui/pages/lifetimevalue/fitcard.h"
#include "ui/pages/lifetimevalue/modelcard.h"
#include "ui/pages/lifetimevalue/selectionbar.h"
#include "ui/style/display.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

LifetimeValuePage::LifetimeValuePage(Display &shownBy, QWidget *parent)
    : AnalysisPage(shownBy, QStringLiteral("clv"), parent)
    , m_drawer(new CustomerDrawer(shownBy, this))
    , m_shapesJob(new LatestJob(this))
    , m_ranking(new LatestJob(this))
{
    makeDistribution(shownBy);
    makeModel(shownBy);
    makeFit(shownBy);
    makeShapes(shownBy);
    makeTable(shownBy);
    m_drawer->hide();
    connect(m_ranking, &LatestJob::progressed, m_model, &ModelCard::showProgress);
    connectDrawer();
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
    connect(m_selectionBar, &SelectionBar::segmentRequested, this, [this] {
        if (const auto chosen = range(); chosen && analysis())
            askForSegment(
                segmentOfRange(*chosen, analysis()->query.settings.currency, display().format()));
    });
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
    connect(m_model, &ModelCard::rankingCancelled, this, &LifetimeValuePage::stopRanking);
}

void LifetimeValuePage::makeFit(Display &shownBy)
{
    m_fit = new FitCard(shownBy, content());
    place(m_fit, 1, 0, 8, 3);
    connect(m_fit, &FitCard::splitChosen, this, &LifetimeValuePage::rank);
    connect(m_fit, &FitCard::splitCancelled, this, &LifetimeValuePage::stopRanking);
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
    m_shapesNote = new TextLabel(shownBy, Theme::TextRole::Axis, "text3");
    m_shapesNote->setObjectName(QStringLiteral("shapesNote"));
    m_shapesNote->hide();
    m_shapesCard->installEventFilter(this); // the note has as many lines as the card is narrow
    m_shapesCard->bodyLayout()->addWidget(m_shapesNote);
    m_shapesCard->bodyLayout()->addWidget(m_shapes, 1);
    place(m_shapesCard, 1, 8, 4, 3);
    connect(m_shapeKind, &SegmentedControl::chosen, this, [this](int index) {
        m_shapes->setCurrentIndex(index);
        showShapesCard();
    });
}

void LifetimeValuePage::makeTable(Display &shownBy)
{
    m_customers = new CustomersCard(shownBy, content());
    place(m_customers, 2, 0, columns, 4);
    connect(m_customers, &CustomersCard::customerChosen, this, [this](std::size_t position) {
        fillDrawer(position);
        emit inspectorRequested(true);
    });
    connect(m_customers, &CustomersCard::customerActivated, this, &Page::customerActivated);
    connect(m_customers, &CustomersCard::derivationRequested, this, &LifetimeValuePage::explain);
    connect(m_customers, &CustomersCard::rangeCleared, this, &LifetimeValuePage::clearRange);
    connect(m_customers, &CustomersCard::segmentWanted, this, &LifetimeValuePage::askForSegment);
    connect(m_customers, &CustomersCard::joinWanted, this, &LifetimeValuePage::offerSegments);
    connect(m_customers, &CustomersCard::segmentsShown, this,
            &LifetimeValuePage::showDrawerSegment);
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

void LifetimeValuePage::setSearch(const CustomersCard::Search &search)
{
    m_customers->setSearch(search);
}

void LifetimeValuePage::setSegmentSource(const CustomersCard::SegmentSource &source)
{
    m_customers->setSegmentSource(source);
}

void LifetimeValuePage::renewTexts()
{
    m_scale->setSegments({tr("Linear"), tr("Log")});
    m_scale->setCurrent(m_histogram->isLogScale() ? 1 : 0);
    m_scale->setAccessibleName(tr("Scale of the axis"));
    nameShapes();
    m_shapeKind->setAccessibleName(tr("What the card shows"));
    m_selectionBar->renewTexts();
    m_model->renewTexts();
    m_fit->renewTexts();
    m_drawer->renewTexts();
    m_customers->renewTexts();
    showShapesCard();
    if (m_rankingFailed) {
        m_rankingIsStale = true; // its sentence is in the language before
        rankIfNeeded();
    }
}

void LifetimeValuePage::showNumbers(const Insights::Analysis &analysis)
{
    const Currency &currency = analysis.query.settings.currency;
    const CustomerId shown = m_drawer->customer();
    m_histogram->setData(analysis.clv, currency);
    if (m_seen != this->analysis()) {
        if (m_seen
            && (m_seen->snapshot != analysis.snapshot
                || Clv::isContractual(m_seen->clv.query.model)
                       != Clv::isContractual(analysis.clv.query.model)))
            m_models.reset(); // of other customers, or of contracts instead of purchases
        m_seen = this->analysis();
        m_areModelsStale = m_models.has_value();
        m_ranking->cancel();
        m_model->showRanking(false);
        m_shapesData = {};
        startShapes();
    }
    m_fit->showNumbers(this->analysis());
    nameShapes();
    // An analysis may come with its ranking, on the usual split; else it is made here.
    const bool isRanked = !analysis.models.candidates.isEmpty()
                          && (!analysis.clv.holdout
                              || m_fit->calibrationEnd() == analysis.clv.holdout->calibrationEnd);
    if (isRanked)
        m_models.reset();
    m_rankingIsStale = !isRanked && (!m_models || m_areModelsStale)
                       && analysis.clv.strength != Clv::DataStrength::TooThin;
    showModels();
    fillShapes();
    rankIfNeeded();
    m_customers->showNumbers(this->analysis());
    applyRange();
    m_drawer->clear();
    for (CustomerMapChart *map : m_maps)
        map->clearCustomer();
    if (const std::optional<std::size_t> position = positionOf(shown))
        fillDrawer(*position);
}

/// Contracts end visibly: there is no P(alive) over orders and silence to draw.
void LifetimeValuePage::nameShapes()
{
    const bool renews = analysis() && Clv::isContractual(analysis()->clv.query.model);
    m_shapeKind->setSegments({tr("P(alive)"), tr("Orders"), tr("Lorenz")});
    for (const int map : {0, 1})
        m_shapeKind->setSegmentEnabled(
            map, !renews,
            renews ? tr("Subscriptions end visibly: nothing has to be guessed from silence.")
                   : QString());
    m_shapesNote->setText(
        tr("The maps of P(alive) and orders guess from silence who has left. Subscriptions end "
           "visibly, so there is nothing to guess: “Still there” and “Retention” beside this card "
           "show instead how long contracts last."));
    m_shapesNote->setVisible(renews);
    wrapWithin(*m_shapesNote, m_shapesCard->contentsRect().width() - 24);
    const int lorenz = m_shapes->indexOf(m_lorenz);
    const int wanted = renews ? lorenz : m_shapeBefore.value_or(m_shapes->currentIndex());
    if (renews && !m_shapeBefore)
        m_shapeBefore = m_shapes->currentIndex();
    else if (!renews)
        m_shapeBefore.reset();
    if (m_shapes->currentIndex() != wanted) {
        m_shapes->setCurrentIndex(wanted);
        showShapesCard();
    }
    m_shapeKind->setCurrent(m_shapes->currentIndex());
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

/// The candidates as they are known: ranked here, by the analysis, or only the one in use. Those of
/// the numbers before stay, dimmed, until the new ones are there.
void LifetimeValuePage::showModels()
{
    const Clv::Comparison &own = analysis()->models;
    m_model->showNumbers(analysis(), m_models                  ? *m_models
                                     : own.candidates.isEmpty() ? Clv::comparisonOf(analysis()->clv)
                                                                : own);
    m_model->setBusy(m_areModelsStale);
}

/// An invalid day: on the usual split, or none where the data have none.
void LifetimeValuePage::rank(const QDate &calibrationEnd)
{
    m_rankingIsStale = false;
    if (!analysis())
        return;
    Clv::ClvQuery query = analysis()->clv.query;
    query.until = analysis()->clv.until;
    query.calibrationEnd = calibrationEnd;
    m_model->showRanking(true);
    m_ranking->start(
        [snapshot = analysis()->snapshot, query, earlier = m_models](const Progress &progress) {
            return Clv::compareModels(*snapshot, query, progress, earlier ? &*earlier : nullptr);
        },
        [this](const Result<Clv::Comparison> &models) {
            m_model->showRanking(false);
            m_rankingFailed = !models && models.error().kind != Error::Kind::Cancelled;
            m_model->setRankingFailure(m_rankingFailed ? models.error().message : QString());
            if (models)
                m_models = *models;
            else if (m_areModelsStale)
                m_models.reset();
            m_areModelsStale = false;
            showModels();
        });
}

void LifetimeValuePage::stopRanking()
{
    m_ranking->cancel();
    m_model->showRanking(false);
    if (m_areModelsStale)
        m_models.reset();
    m_areModelsStale = false;
    if (analysis())
        showModels();
}

void LifetimeValuePage::rankIfNeeded()
{
    if (m_rankingIsStale && isVisible())
        rank(m_fit->calibrationEnd());
}

bool LifetimeValuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_shapesCard && event->type() == QEvent::Resize)
        wrapWithin(*m_shapesNote, m_shapesCard->contentsRect().width() - 24);
    return AnalysisPage::eventFilter(watched, event);
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

void LifetimeValuePage::fillDrawer(std::size_t position)
{
    m_drawer->showCustomer(analysis(), position, m_customers->named(position));
    const Clv::CustomerValues &values = *analysis()->clv.values;
    for (CustomerMapChart *map : m_maps)
        map->setCustomer(values.x[position], values.T[position] - values.tx[position]);
    showDrawerSegment();
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
    m_customers->select(customer);
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
