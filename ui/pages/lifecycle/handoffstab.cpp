#include "ui/pages/lifecycle/handoffstab.h"

#include "ui/charts/chartcard.h"
#include "ui/charts/handoffcharts.h"
#include "ui/pages/cardgrid.h"
#include "ui/pages/lifecycle/celltablemodel.h"
#include "ui/style/display.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/kpigraphic.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 28;
constexpr double longestPromise = 500; ///< hours
constexpr int longestPatience = 3650;  ///< days
/// More open deals than this are not listed; the largest come first.
constexpr qsizetype mostDeals = 2000;

const QList<QList<Qt::DayOfWeek>> &weekends()
{
    static const QList<QList<Qt::DayOfWeek>> choices{
        {Qt::Friday, Qt::Saturday}, {Qt::Saturday, Qt::Sunday}, {Qt::Friday}, {Qt::Sunday}, {}};
    return choices;
}

void prepare(QTableView &table, CellTableModel &model, Display &display)
{
    table.setModel(&model);
    new NumberDelegate(display, &table); // for the columns that fill() finds to be numbers
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table.setSortingEnabled(true);
}

void fill(QTableView &table, CellTableModel &model, const QList<CellTableModel::Column> &columns,
          const QList<QList<CellTableModel::Cell>> &rows)
{
    model.setTable(columns, rows);
    for (int i = 0; i < columns.size(); ++i)
        table.setItemDelegateForColumn(
            i, columns[i].isNumber ? table.findChild<NumberDelegate *>() : nullptr);
}

CellTableModel::Cell number(double order, const QString &text, const QString &tip = {})
{
    return {text, order, tip};
}

} // namespace

HandOffsTab::HandOffsTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, u"lifecycle"_s, parent)
    , m_handOffs(new CellTableModel(this))
    , m_deals(new CellTableModel(this))
    , m_evidence(new CellTableModel(this))
{
    makeTiles();
    makeHandOffTable();
    makeCharts();
    makeDealTable();
    retranslate();
}

void HandOffsTab::makeTiles()
{
    KpiCard **tiles[]{&m_acceptance, &m_inTime, &m_velocity, &m_share};
    const QString names[]{u"acceptanceTile"_s, u"inTimeTile"_s, u"velocityTile"_s,
                          u"acquisitionShareTile"_s};
    for (int i = 0; i < 4; ++i) {
        *tiles[i] = new KpiCard(display(), cards().content());
        (*tiles[i])->setObjectName(names[i]);
        cards().place(*tiles[i], 0, 3 * i, 3);
    }
}

void HandOffsTab::makeHandOffTable()
{
    m_handOffCard = new Card(display(), cards().content());
    m_weekend = new QComboBox;
    m_weekend->setObjectName(u"weekend"_s);
    m_hours = new NumberField(display());
    m_hours->setObjectName(u"promisedHours"_s);
    m_hours->setDecimals(0);
    m_hours->setRange(1, longestPromise);
    m_patience = new NumberField(display());
    m_patience->setObjectName(u"lossAfterDays"_s);
    m_patience->setDecimals(0);
    m_patience->setRange(1, longestPatience);
    for (const QList<Qt::DayOfWeek> &weekend : weekends())
        m_weekend->addItem(QString(), int(&weekend - weekends().constData()));

    m_weekendLabel = new TextLabel(display(), Theme::TextRole::Table, "text2");
    m_hoursLabel = new TextLabel(display(), Theme::TextRole::Table, "text2");
    m_patienceLabel = new TextLabel(display(), Theme::TextRole::Table, "text2");
    auto *options = new QWidget;
    auto *line = new QHBoxLayout(options);
    line->setContentsMargins(12, 4, 12, 8);
    line->setSpacing(8);
    line->addWidget(m_weekendLabel);
    line->addWidget(m_weekend);
    line->addSpacing(12);
    line->addWidget(m_hoursLabel);
    line->addWidget(m_hours);
    line->addSpacing(12);
    line->addWidget(m_patienceLabel);
    line->addWidget(m_patience);
    line->addStretch(1);
    connect(m_weekend, &QComboBox::activated, this, &HandOffsTab::editService);
    connect(m_hours, &QAbstractSpinBox::editingFinished, this, &HandOffsTab::editService);
    connect(m_patience, &QAbstractSpinBox::editingFinished, this, &HandOffsTab::editService);

    m_handOffTable = new QTableView;
    m_handOffTable->setObjectName(u"handOffs"_s);
    prepare(*m_handOffTable, *m_handOffs, display());
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(options);
    column->addWidget(m_handOffTable, 1);
    m_handOffCard->setBody(body);
    m_definition = new TextLabel(display(), Theme::TextRole::Table, "text2");
    m_definition->setObjectName(u"handOffDefinition"_s);
    m_definition->setWordWrap(true);
    m_definition->setContentsMargins(12, 8, 12, 8);
    m_handOffCard->setFooter(m_definition);
    cards().place(m_handOffCard, 1, 0, CardGrid::columns);
}

Card *HandOffsTab::chartCard(RankedBarsChart *chart, int row, int column, int span)
{
    auto *card = new ChartCard(display(), chart, cards().content());
    cards().place(card, row, column, span);
    return card;
}

void HandOffsTab::makeCharts()
{
    m_qualification = new QualificationChart(display());
    chartCard(m_qualification, 2, 0, 6);
    m_reasons = new ReasonsChart(display());
    Card *reasons = chartCard(m_reasons, 2, 6, 6);
    m_reasonKind = new SegmentedControl(display());
    m_reasonKind->setObjectName(u"reasonKind"_s);
    reasons->addHeaderWidget(m_reasonKind);
    connect(m_reasonKind, &SegmentedControl::chosen, this, &HandOffsTab::showReasons);
    m_scores = new MeddicScoreChart(display());
    chartCard(m_scores, 3, 0, 6);
    m_missing = new MeddicMissingChart(display());
    chartCard(m_missing, 3, 6, 6);
    m_spend = new StageSpendChart(display());
    Card *spend = chartCard(m_spend, 5, 0, CardGrid::columns);
    m_spendNote = new TextLabel(display(), Theme::TextRole::Table, "text2");
    m_spendNote->setObjectName(u"spendNote"_s);
    m_spendNote->setWordWrap(true);
    m_spendNote->setContentsMargins(12, 8, 12, 8);
    spend->setFooter(m_spendNote);
}

void HandOffsTab::makeDealTable()
{
    m_dealCard = new Card(display(), cards().content());
    m_dealSearch = new QLineEdit;
    m_dealSearch->setObjectName(u"dealSearch"_s);
    m_dealSearch->setClearButtonEnabled(true);
    m_dealSearch->setMaximumWidth(200);
    m_dealCard->addHeaderWidget(m_dealSearch);
    connect(m_dealSearch, &QLineEdit::textChanged, m_deals, &CellTableModel::setFilter);
    m_dealTable = new QTableView;
    m_dealTable->setObjectName(u"openDeals"_s);
    prepare(*m_dealTable, *m_deals, display());
    m_dealTable->setMinimumHeight(8 * rowHeight);
    m_dealCard->setBody(m_dealTable);
    cards().place(m_dealCard, 4, 0, 7);
    connect(m_dealTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HandOffsTab::showEvidence);
    connect(m_deals, &QAbstractItemModel::modelReset, this, &HandOffsTab::showEvidence);
    connect(m_dealTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (!m_numbers || !analysis() || !analysis()->snapshot || !index.isValid())
            return;
        const auto deal = m_numbers->meddic.openDeals[m_deals->sourceRow(index.row())].deal;
        emit customerActivated(analysis()->snapshot->id(m_numbers->deals[deal].customer));
    });

    m_evidenceCard = new Card(display(), cards().content());
    m_evidenceTable = new QTableView;
    m_evidenceTable->setObjectName(u"meddicEvidence"_s);
    prepare(*m_evidenceTable, *m_evidence, display());
    m_evidenceCard->setBody(m_evidenceTable);
    cards().place(m_evidenceCard, 4, 7, 5);
}

void HandOffsTab::setDealSource(DealSource source)
{
    m_dealSource = std::move(source);
    if (m_dealSource) {
        recompute();
    } else {
        cancelComputing();
        m_numbers.reset();
    }
}

QString HandOffsTab::title() const { return tr("Hand-offs"); }

std::pair<QString, QString> HandOffsTab::emptyTexts() const
{
    return {tr("Nothing was handed over yet"),
            tr("Hand-offs are read from deals with their changes of stage, and from customers who go "
               "from one department's stage to another's. Import deals or events.")};
}

bool HandOffsTab::canShow(const Insights::Analysis &analysis) const
{
    return analysis.snapshot && analysis.snapshot->customers() > 0
           && analysis.query.filter.period.isValid();
}

void HandOffsTab::startComputing(const Insights::AnalysisPtr &analysis)
{
    compute(
        [analysis, source = m_dealSource](const Progress &progress) {
            auto numbers = std::make_shared<Numbers>();
            const Customers::Snapshot &snapshot = *analysis->snapshot;
            const Lifecycle::LifecycleModel &lifecycle = analysis->query.lifecycle;
            const DateRange &period = analysis->query.filter.period;
            numbers->currency = snapshot.currency;
            if (source) {
                Result<std::vector<Lifecycle::Deal>> deals = source(snapshot, progress);
                if (deals)
                    numbers->deals = *std::move(deals);
                else
                    numbers->problem = deals.error().message;
            }
            const QDate until =
                snapshot.extent.isValid() ? snapshot.extent.until : period.until;
            numbers->handOffs = Lifecycle::computeHandOffs(snapshot, lifecycle, numbers->deals,
                                                           period, until);
            numbers->meddic = Lifecycle::computeMeddic(numbers->deals, period);
            numbers->spend = Lifecycle::computeSpend(snapshot, lifecycle, period);
            return std::shared_ptr<const Numbers>(std::move(numbers));
        },
        [this](std::shared_ptr<const Numbers> numbers) { m_numbers = std::move(numbers); });
}

void HandOffsTab::renewTexts()
{
    m_acceptance->setTitle(tr("Leads accepted by sales"));
    m_acceptance->setExplanation(
        tr("Of the leads that marketing offered within the period and sales decided on, the share "
           "that sales accepted. An offer is a change of a deal to MQL; a lead that was given back "
           "and offered again counts twice."));
    m_inTime->setTitle(tr("Decided in time"));
    m_inTime->setExplanation(
        tr("The share of due offers that were decided within the promised hours of work. Offers that "
           "wait longer already count as late."));
    m_velocity->setTitle(tr("Sales velocity"));
    m_velocity->setExplanation(
        tr("Deals closed in the period × win rate × mean amount of the won ones ÷ median days from the "
           "first change to the win: what the pipeline earns a day."));
    m_share->setTitle(tr("Share spent on acquisition"));
    m_share->setExplanation(
        tr("Of the costs of the period, the share booked as acquisition. The mark is two thirds: "
           "average firms put more than that of their time and money into acquisition, by a survey of "
           "750 medium-sized B2B companies by Gleanster Research. A survey claim, not a result of "
           "your data."));
    m_handOffCard->setTitle(tr("Hand-offs between departments"));
    m_weekendLabel->setText(tr("Weekend"));
    m_hoursLabel->setText(tr("Promised within"));
    m_patienceLabel->setText(tr("Lost after"));
    m_weekend->setAccessibleName(tr("Weekend"));
    m_hours->setAccessibleName(tr("Promised within, hours of work"));
    m_patience->setAccessibleName(tr("Lost after, days"));
    //: behind a number: hours of work
    m_hours->setSuffix(tr(" working hours"));
    //: behind a number
    m_patience->setSuffix(tr(" days"));
    const QString names[]{tr("Friday and Saturday"), tr("Saturday and Sunday"), tr("Friday"),
                          tr("Sunday"), tr("no free day")};
    for (int i = 0; i < m_weekend->count(); ++i)
        m_weekend->setItemText(i, names[i]);
    m_handOffTable->setAccessibleName(tr("Hand-offs between departments"));
    m_reasonKind->setSegments({tr("Rejected"), tr("Lost")});
    m_reasonKind->setAccessibleName(tr("Which reasons to show"));
    m_dealSearch->setPlaceholderText(tr("Search deals"));
    m_dealSearch->setAccessibleName(tr("Search deals"));
    m_dealTable->setAccessibleName(tr("Open deals"));
    m_evidenceTable->setAccessibleName(tr("MEDDIC of the chosen deal"));
}

void HandOffsTab::showNumbers(const Insights::Analysis &analysis)
{
    showService(analysis.query.lifecycle.service);
    showTiles();
    showHandOffs(analysis);
    m_qualification->setData(m_numbers->handOffs.qualification);
    showReasons();
    m_scores->setData(m_numbers->meddic);
    m_missing->setData(m_numbers->meddic);
    m_spend->setData(m_numbers->spend, m_numbers->currency);
    for (RankedBarsChart *chart : std::initializer_list<RankedBarsChart *>{
             m_qualification, m_reasons, m_scores, m_missing, m_spend})
        chart->setMinimumHeight(qMax(chart->preferredHeight(), 150));
    m_spendNote->setText(
        tr("Two thirds and more for acquisition is a claim of a survey of 750 B2B companies by "
           "Gleanster Research; your share comes from the imported costs alone."));
    showDeals();
}

void HandOffsTab::showTiles()
{
    const NumberFormat &format = display().format();
    const QList<Lifecycle::HandOff> &handOffs = m_numbers->handOffs.handOffs;
    const bool hasDeals = !handOffs.isEmpty() && handOffs.first().fromDeals;
    const Lifecycle::HandOff offers = hasDeals ? handOffs.first() : Lifecycle::HandOff();
    const QString noDeals =
        m_numbers->problem.isEmpty() ? tr("no deals in this period") : m_numbers->problem;
    const auto showShare = [&](KpiCard *tile, double share, const QString &note) {
        if (hasDeals && std::isfinite(share)) {
            tile->setValue(format.percent(share));
            tile->graphic()->setBullet(share);
            tile->delta()->setNote(note);
        } else {
            tile->setValue({});
            tile->graphic()->clear();
            tile->delta()->setNote(noDeals);
        }
    };
    showShare(m_acceptance, offers.acceptance(),
              tr("%1 rejected, %2 offered again")
                  .arg(format.integer(offers.rejected), format.integer(offers.recycled)));
    showShare(m_inTime, offers.withinPromise,
              tr("median %1 working hours").arg(format.decimal(offers.medianHours, 1)));
    const Lifecycle::SalesVelocity &velocity = m_numbers->handOffs.velocity;
    if (std::isfinite(velocity.perDay)) {
        m_velocity->setValue(format.moneyShort(velocity.perDay, m_numbers->currency.code), tr("a day"));
        m_velocity->delta()->setNote(tr("%1 won, median %2")
                                         .arg(format.percent(velocity.winRate),
                                              format.duration(velocity.medianDays)));
    } else {
        m_velocity->setValue({});
        m_velocity->delta()->setNote(noDeals);
    }
    m_velocity->graphic()->clear();
    const double acquisition = m_numbers->spend.acquisitionShare();
    if (std::isfinite(acquisition)) {
        m_share->setValue(format.percent(acquisition));
        m_share->graphic()->setBullet(acquisition, {Lifecycle::averageAcquisitionShare});
        m_share->delta()->setNote(tr("average firms: over two thirds (survey claim)"));
    } else {
        m_share->setValue({});
        m_share->graphic()->clear();
        m_share->delta()->setNote(tr("no costs in this period"));
    }
}

QString HandOffsTab::stageName(const Lifecycle::LifecycleModel &lifecycle, const QString &id) const
{
    for (const Lifecycle::Stage &stage : lifecycle.stages) {
        if (stage.id == id)
            return display().isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic
                                                                       : stage.nameEnglish;
    }
    return id.toUpper();
}

void HandOffsTab::showHandOffs(const Insights::Analysis &analysis)
{
    const NumberFormat &format = display().format();
    const QList<CellTableModel::Column> columns{
        {tr("From")},
        {tr("To")},
        {tr("Stages")},
        {tr("Offered"), true, tr("Began their wait for the next department within the period")},
        {tr("Taken over"), true, tr("Accepted, or arrived in the next department's stage")},
        {tr("Rejected"), true, tr("Given back with a decision; known from deals only")},
        {tr("Recycled"), true, tr("Rejected, and offered again later")},
        {tr("Lost"), true, tr("Rejected for good, or not arrived within the days set above")},
        {tr("Waiting"), true, tr("Neither taken over nor lost yet")},
        {tr("Acceptance"), true, tr("Taken over, of those that were decided")},
        {tr("Median wait"), true, tr("Half have been taken over by then; who still waits is counted in")},
        {tr("In time"), true, tr("Decided within the promised hours of work; known from deals only")}};
    QList<QList<CellTableModel::Cell>> rows;
    const auto count = [&](qint64 value) { return number(double(value), format.integer(value)); };
    for (const Lifecycle::HandOff &handOff : m_numbers->handOffs.handOffs) {
        const QString stages =
            //: a hand-off from stage %1 to stage %2
            tr("%1 to %2").arg(stageName(analysis.query.lifecycle, handOff.fromStage),
                               stageName(analysis.query.lifecycle, handOff.toStage));
        const QString unknown = format.decimal(Lifecycle::notAvailable, 0);
        rows.append(QList<CellTableModel::Cell>{{Lifecycle::departmentTitle(handOff.from), {}},
                     {Lifecycle::departmentTitle(handOff.to), {}},
                     {stages, {}, stages},
                     count(handOff.offered),
                     count(handOff.taken),
                     handOff.fromDeals ? count(handOff.rejected) : number(-1, unknown),
                     handOff.fromDeals ? count(handOff.recycled) : number(-1, unknown),
                     count(handOff.lost),
                     count(handOff.waiting),
                     handOff.fromDeals
                         ? number(handOff.acceptance(), format.percent(handOff.acceptance()))
                         : number(-1, unknown),
                     number(std::isfinite(handOff.medianDays) ? handOff.medianDays : 1e9,
                            std::isfinite(handOff.medianDays) ? format.duration(handOff.medianDays)
                                                              : unknown),
                     handOff.fromDeals && std::isfinite(handOff.withinPromise)
                         ? number(handOff.withinPromise, format.percent(handOff.withinPromise))
                         : number(-1, unknown)});
    }
    fill(*m_handOffTable, *m_handOffs, columns, rows);
    for (int text = 0; text < 3; ++text)
        m_handOffTable->horizontalHeader()->setSectionResizeMode(text, QHeaderView::ResizeToContents);
    m_handOffTable->setFixedHeight(int(qMax<qsizetype>(rows.size(), 1)) * rowHeight
                                   + m_handOffTable->horizontalHeader()->sizeHint().height() + 4);
    const Lifecycle::ServiceLevel &service = m_numbers->handOffs.service;
    m_definition->setText(
        rows.isEmpty()
            ? tr("No customer began a wait for another department within %1. Choose a longer period, or "
                 "give neighbouring stages different owners.")
                  .arg(format.dateRange(m_numbers->handOffs.period))
            : tr("Offers within %1. Hours of work count from %2:00 to %3:00 by the clock of the data, "
                 "without the weekend. The rows of the lifecycle follow customers from one department's "
                 "stage into the next one's, until the last day of data.")
                  .arg(format.dateRange(m_numbers->handOffs.period),
                       format.integer(service.week.fromHour), format.integer(service.week.untilHour)));
}

void HandOffsTab::showReasons()
{
    if (!m_numbers)
        return;
    const bool losses = m_reasonKind->current() == 1;
    m_reasons->setData(losses ? m_numbers->handOffs.losses : m_numbers->handOffs.rejections,
                       losses ? ReasonsChart::Kind::Losses : ReasonsChart::Kind::Rejections,
                       m_numbers->currency);
}

void HandOffsTab::showDeals()
{
    const NumberFormat &format = display().format();
    const QList<CellTableModel::Column> columns{
        {tr("Deal")},
        {tr("Stage")},
        {tr("Owner")},
        {tr("Amount"), true},
        {tr("MEDDIC score"), true, tr("Sum of the six scores, 18 at most")},
        {tr("Missing"), true, tr("Elements that were never answered")}};
    QList<QList<CellTableModel::Cell>> rows;
    for (const Lifecycle::OpenDeal &open : m_numbers->meddic.openDeals.mid(0, mostDeals)) {
        const Lifecycle::Deal &deal = m_numbers->deals[open.deal];
        const double amount = deal.amount() ? m_numbers->currency.toMajor(*deal.amount())
                                            : Lifecycle::notAvailable;
        rows.append(QList<CellTableModel::Cell>{{NumberFormat::isolate(deal.reference), deal.reference},
                     {NumberFormat::isolate(deal.changes.back().stage), deal.changes.back().stage},
                     {NumberFormat::isolate(deal.owner()), deal.owner()},
                     number(std::isfinite(amount) ? amount : -1,
                            format.money(amount, m_numbers->currency.code)),
                     number(open.total, format.integer(open.total)),
                     number(open.missing, format.integer(open.missing))});
    }
    m_dealCard->setVisible(!rows.isEmpty());
    m_evidenceCard->setVisible(!rows.isEmpty());
    m_dealCard->setTitle(tr("Open deals and what they lack"));
    m_dealCard->setSubtitle(
        format.counted(tr("%n open deal(s), largest first", nullptr,
                          int(m_numbers->meddic.openDeals.size())),
                       m_numbers->meddic.openDeals.size()));
    fill(*m_dealTable, *m_deals, columns, rows);
    if (!rows.isEmpty())
        m_dealTable->selectRow(0);
}

void HandOffsTab::showEvidence()
{
    const NumberFormat &format = display().format();
    const QList<CellTableModel::Column> columns{
        {tr("Element")}, {tr("Score"), true}, {tr("Evidence")}};
    QList<QList<CellTableModel::Cell>> rows;
    const QModelIndex current = m_dealTable->currentIndex();
    if (!m_numbers || !current.isValid() || current.row() >= m_deals->rowCount()) {
        m_evidence->setTable(columns, {});
        m_evidenceCard->setTitle(tr("Choose a deal"));
        return;
    }
    const std::size_t index =
        m_numbers->meddic.openDeals[m_deals->sourceRow(current.row())].deal;
    const Lifecycle::Deal &deal = m_numbers->deals[index];
    //: %1 is the id of a deal
    m_evidenceCard->setTitle(tr("MEDDIC of deal %1").arg(NumberFormat::isolate(deal.reference)));
    for (int element = 0; element < Lifecycle::meddicElements; ++element) {
        const std::optional<Lifecycle::MeddicScore> score = deal.meddic(element);
        QString evidence = tr("never answered");
        if (score) {
            //: where a score comes from: %1 a deal's stage, %2 a date, %3 a person
            evidence = tr("%1, %2, %3")
                           .arg(NumberFormat::isolate(score->stage),
                                format.date(dayOfEpoch(score->time)),
                                NumberFormat::isolate(score->owner.isEmpty() ? u"–"_s : score->owner));
        }
        rows.append(QList<CellTableModel::Cell>{{Lifecycle::meddicElementTitle(element), element},
                     number(score ? score->score : -1,
                            score ? format.integer(score->score)
                                  : format.decimal(Lifecycle::notAvailable, 0)),
                     {evidence, score ? QVariant(qint64(score->time)) : QVariant(qint64(0)), evidence}});
    }
    fill(*m_evidenceTable, *m_evidence, columns, rows);
    QHeaderView *header = m_evidenceTable->horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void HandOffsTab::showService(const Lifecycle::ServiceLevel &service)
{
    m_filling = true;
    const QSignalBlocker blocked(m_weekend);
    const qsizetype weekend = weekends().indexOf(service.week.weekend);
    // Another set of free days was defined elsewhere: nothing is chosen then.
    m_weekend->setCurrentIndex(int(weekend));
    m_hours->setValue(service.hours);
    m_patience->setValue(service.lossAfterDays);
    m_filling = false;
}

void HandOffsTab::editService()
{
    if (m_filling || !analysis())
        return;
    Lifecycle::LifecycleModel lifecycle = analysis()->query.lifecycle;
    if (m_weekend->currentIndex() >= 0)
        lifecycle.service.week.weekend = weekends()[m_weekend->currentIndex()];
    lifecycle.service.hours = m_hours->value();
    lifecycle.service.lossAfterDays = int(m_patience->value());
    if (lifecycle != analysis()->query.lifecycle)
        emit lifecycleEdited(lifecycle);
}
