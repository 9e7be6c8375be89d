#include "ui/pages/lifetimevalue/customerscard.h"

#include "models/clv/selection.h"
#include "ui/dialogs/latestjob.h"
#include "ui/pages/lifetimevalue/chosenbar.h"
#include "ui/pages/lifetimevalue/customertable.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {

constexpr int searchDelayMs = 250;
constexpr int segmentWidth = 140;
constexpr int tickWidth = 32;

struct ColumnWidth
{
    int column;
    int width;
};
constexpr ColumnWidth columnWidths[] = {
    {CustomerValuesModel::Segment, segmentWidth}, {CustomerValuesModel::Orders, 62},
    {CustomerValuesModel::WeeksSilent, 90},       {CustomerValuesModel::MeanOrder, 84},
    {CustomerValuesModel::Alive, 106},            {CustomerValuesModel::Expected, 100},
    {CustomerValuesModel::Value, 96},             {CustomerValuesModel::Interval, 96}};
/// Around a heading, and of the arrow beside that of the sorted column.
constexpr int headingPadding = 18;
constexpr int sortArrow = 16;

} // namespace

CustomersCard::CustomersCard(Display &shownBy, QWidget *parent)
    : Card(shownBy, parent)
    , m_customers(new CustomerValuesModel(shownBy, this))
    , m_table(new CustomerTable(shownBy))
    , m_searchField(new QLineEdit)
    , m_searchDelay(new QTimer(this))
    , m_columnsButton(new Button(shownBy, Button::Kind::Quiet, u"columns"_s))
    , m_columns(new QMenu(m_columnsButton))
    , m_hint(new TextLabel(shownBy, Theme::TextRole::Table, "text3"))
    , m_segment(new Button(shownBy, Button::Kind::Link))
    , m_chosen(new ChosenBar(shownBy))
    , m_segmentJob(new LatestJob(this))
{
    m_searchField->setObjectName(u"customerSearch"_s);
    m_searchField->setClearButtonEnabled(true);
    m_searchField->setFixedWidth(190);
    m_searchField->hide();
    addHeaderWidget(m_searchField);
    m_searchDelay->setSingleShot(true);
    m_searchDelay->setInterval(searchDelayMs);
    connect(m_searchField, &QLineEdit::textChanged, m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_searchDelay, &QTimer::timeout, this, &CustomersCard::search);
    makeTable();
    makeColumns();
    makeFooter();
    setBody(m_table);
}

void CustomersCard::makeTable()
{
    m_table->setModel(m_customers);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(CustomerValuesModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(tickWidth);
    header->setSectionResizeMode(CustomerValuesModel::Tick, QHeaderView::Fixed);
    header->resizeSection(CustomerValuesModel::Tick, tickWidth);
    for (const ColumnWidth &width : columnWidths)
        header->resizeSection(width.column, width.width);
    header->setSortIndicator(CustomerValuesModel::Value, Qt::DescendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &CustomersCard::fitColumns);
    connect(m_table, &QTableView::customContextMenuRequested, this, &CustomersCard::openMenu);
    connect(m_table, &CustomerTable::rowOpened, this, &CustomersCard::chooseRow);
    connect(m_table, &CustomerTable::ticksWanted, m_customers, &CustomerValuesModel::setTicked);
    connect(m_table, &CustomerTable::copyWanted, this, &CustomersCard::copyTicked);
    connect(m_customers, &CustomerValuesModel::ticksChanged, this, &CustomersCard::showTicks);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        chooseRow(index.row());
        emit customerActivated(m_customers->customer(index.row()));
    });
    connect(m_customers, &CustomerValuesModel::sortingChanged, this, &Card::setBusy);
}

/// Headings differ in length from language to language; the sorted one has an arrow beside it.
void CustomersCard::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const QFontMetrics metrics(header->font());
    for (const ColumnWidth &width : columnWidths) {
        const QString heading =
            m_customers->headerData(width.column, Qt::Horizontal, Qt::DisplayRole).toString();
        const bool isSorted = header->sortIndicatorSection() == width.column;
        const int needed = metrics.horizontalAdvance(heading) + headingPadding
                           + (isSorted ? sortArrow : 0);
        header->resizeSection(width.column, std::max(width.width, needed));
    }
}

void CustomersCard::makeColumns()
{
    m_columnsButton->setObjectName(u"columns"_s);
    m_columnsButton->setSmall(true);
    for (const ColumnWidth &width : columnWidths) {
        QAction *action = m_columns->addAction(QString());
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, [this, column = width.column](bool shown) {
            m_table->setColumnHidden(column, !shown);
        });
    }
    // Shown when there are segments.
    m_columns->actions().first()->setVisible(false);
    m_table->setColumnHidden(CustomerValuesModel::Segment, true);
    m_columnsButton->setMenu(m_columns);
    m_columnsButton->setPopupMode(QToolButton::InstantPopup);
    addHeaderWidget(m_columnsButton);
}

void CustomersCard::makeFooter()
{
    auto *footer = new QWidget;
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    layout->addWidget(m_segment);
    layout->addWidget(m_chosen, 100); // all of the row, also where the stretch stands
    m_chosen->hide();
    connect(m_chosen, &ChosenBar::addWanted, this,
            [this] { emit joinWanted(draftOfTicked(), m_chosen->addButton()); });
    connect(m_chosen, &ChosenBar::saveWanted, this,
            [this] { emit segmentWanted(draftOfTicked()); });
    connect(m_chosen, &ChosenBar::copyWanted, this, &CustomersCard::copyTicked);
    connect(m_chosen, &ChosenBar::cleared, m_customers, &CustomerValuesModel::clearTicks);
    m_segment->setObjectName(u"segmentOfTable"_s);
    m_segment->setSmall(true);
    connect(m_segment, &Button::clicked, this, &CustomersCard::wantSegment);
    setFooter(footer);
}

/// For the cell under the mouse, or the current one where the Menu key asked.
void CustomersCard::openMenu(const QPoint &place)
{
    QModelIndex index = m_table->indexAt(place);
    if (!index.isValid())
        index = m_table->currentIndex();
    if (!index.isValid() || !m_analysis)
        return;
    constexpr Clv::Figure figures[] = {
        Clv::Figure::CustomerValue, Clv::Figure::CustomerValue,    Clv::Figure::CustomerValue,
        Clv::Figure::CustomerOrders, Clv::Figure::CustomerGap,     Clv::Figure::CustomerSpend,
        Clv::Figure::CustomerAlive, Clv::Figure::CustomerExpected, Clv::Figure::CustomerValue,
        Clv::Figure::CustomerInterval};
    static_assert(std::size(figures) == CustomerValuesModel::ColumnCount);
    const bool isFigure = index.column() > CustomerValuesModel::Segment;
    const int column = isFigure ? index.column() : CustomerValuesModel::Value;
    const std::size_t position = m_customers->position(index.row());
    auto *menu = new QMenu(m_table);
    menu->setObjectName(u"customerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is the heading of a column
    QAction *how = menu->addAction(
        tr("How was “%1” computed…")
            .arg(m_customers->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    how->setObjectName(u"howComputed"_s);
    connect(how, &QAction::triggered, this, [this, figure = figures[column], position] {
        emit derivationRequested(figure, position);
    });
    QAction *open = menu->addAction(tr("Open the customer"));
    connect(open, &QAction::triggered, this, [this, row = index.row()] { chooseRow(row); });
    menu->addSeparator();
    const int shown = m_customers->rowCount();
    QAction *all = menu->addAction(
        display().format().counted(tr("Tick all %n shown", nullptr, shown), shown));
    connect(all, &QAction::triggered, this,
            [this] { m_customers->setTicked(0, m_customers->rowCount() - 1, true); });
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void CustomersCard::setNameLookup(const Report::NameLookup &names)
{
    m_customers->setNameLookup(names);
}

void CustomersCard::setSearch(const Search &search)
{
    m_search = search;
    m_searchField->setVisible(bool(search));
}

void CustomersCard::setSegmentSource(const SegmentSource &source)
{
    m_segments = source;
    reloadSegments();
}

void CustomersCard::reloadSegments()
{
    m_segmentJob->cancel();
    if (!m_segments)
        showSegmentColumn(false);
    if (!m_segments || !m_analysis)
        return;
    m_segmentJob->start(
        [analysis = m_analysis, source = m_segments](const Progress &progress) {
            return source(*analysis, progress);
        },
        [this](const Result<Insights::SegmentLabels> &labels) {
            if (!labels)
                return;
            m_customers->setSegments(*labels);
            showSegmentColumn(!labels->segments.isEmpty());
            emit segmentsShown();
        });
}

void CustomersCard::showSegmentColumn(bool hasSegments)
{
    QAction *action = m_columns->actions().first();
    action->setVisible(hasSegments);
    m_table->setColumnHidden(CustomerValuesModel::Segment, !hasSegments || !action->isChecked());
}

Report::NamedCustomer CustomersCard::named(std::size_t position) const
{
    return m_customers->named(position);
}

CustomerValuesModel::SegmentMark CustomersCard::segmentMark(std::size_t position) const
{
    return m_customers->segmentMark(position);
}

bool CustomersCard::isNarrowed() const { return m_range || !searched().isEmpty(); }

QString CustomersCard::searched() const { return m_searchField->text().trimmed(); }

void CustomersCard::renewTexts()
{
    m_columnsButton->setText(tr("Columns"));
    m_searchField->setPlaceholderText(tr("Name or ID"));
    m_searchField->setAccessibleName(tr("Find customers by name or ID"));
    m_table->setAccessibleName(tr("Customers"));
    m_segment->setText(tr("Create segment"));
    m_chosen->renewTexts();
    m_customers->renewTexts();
    fitColumns();
    nameColumns();
    renewTitle();
}

void CustomersCard::nameColumns()
{
    for (int i = 0; i < m_columns->actions().size(); ++i) {
        m_columns->actions().at(i)->setText(
            m_customers->headerData(columnWidths[i].column, Qt::Horizontal, Qt::DisplayRole)
                .toString());
    }
}

void CustomersCard::showNumbers(const Insights::AnalysisPtr &analysis)
{
    const bool isNew = m_analysis != analysis;
    m_analysis = analysis;
    m_customers->setResult(analysis->snapshot, analysis->clv, analysis->query.settings.currency);
    if (const bool renews = Clv::isContractual(analysis->clv.query.model); renews != m_renews) {
        m_renews = renews;
        m_customers->renewTexts();
        fitColumns();
        nameColumns();
    }
    if (isNew)
        reloadSegments();
    renewTitle();
}

void CustomersCard::setRange(const Range &range)
{
    m_range = range;
    m_customers->setRange(range);
    renewTitle();
}

void CustomersCard::search()
{
    const QString text = searched();
    const int number = ++m_searchNumber;
    if (text.isEmpty() || !m_search) {
        m_customers->setFound(std::nullopt);
        renewTitle();
        return;
    }
    const QPointer<CustomersCard> self(this);
    m_search(text, [self, number](const QList<CustomerId> &found) {
        if (!self || number != self->m_searchNumber)
            return; // a newer search came
        QSet<qint64> ids;
        for (const CustomerId id : found)
            ids.insert(id.value);
        self->m_customers->setFound(ids);
        self->renewTitle();
    });
}

void CustomersCard::renewTitle()
{
    const bool narrowed = isNarrowed();
    setTitle(narrowed ? tr("Customers in selection") : tr("Customers"));
    const NumberFormat &format = display().format();
    const qint64 shown = m_customers->rowCount();
    QStringList parts{narrowed ? tr("%1 of %2").arg(format.integer(shown),
                                                    format.integer(m_customers->total()))
                               : format.integer(shown)};
    // Of the range; a search within it does not change what the range is worth.
    if (m_analysis && m_analysis->clv.values && shown > 0 && searched().isEmpty()) {
        const Clv::SelectionSummary summary =
            Clv::summariseSelection(*m_analysis->clv.values, m_range);
        parts << tr("mean CLV %1").arg(
            format.money(summary.meanClv, m_analysis->query.settings.currency.code));
        if (std::isfinite(summary.meanAlive)) {
            //: %1 is a number of customers, %2 a probability
            parts << tr("%1 active").arg(format.integer(summary.active));
            if (!m_renews)
                parts << tr("mean P(alive) %1").arg(format.decimal(summary.meanAlive, 2));
        }
        const QString expected = format.decimal(summary.expectedPurchases, 1);
        parts << (m_renews ? tr("%1 expected renewals each").arg(expected)
                           : tr("%1 expected orders each").arg(expected));
    }
    setSubtitle(parts.join(u" · "_s));
    showTicks();
    m_hint->setText(narrowed ? tr("A segment keeps these customers at hand for rules and reports.")
                             : tr("Tick customers, or choose them in the chart or by name, to make a "
                                  "segment of them."));
    if (shown == 0 && narrowed && m_analysis)
        showNobody();
    else
        setPlaceholder(nullptr);
}

void CustomersCard::showNobody()
{
    auto *none = new EmptyState(display(), u"filter"_s);
    if (!searched().isEmpty()) {
        none->setTexts(tr("No customers match"),
                       tr("Nobody in the selection has “%1” in name or ID.")
                           .arg(NumberFormat::isolate(searched())));
        none->setAction(tr("Clear the search"), u"close"_s);
        connect(none, &EmptyState::actionTriggered, m_searchField, &QLineEdit::clear);
    } else {
        none->setTexts(tr("No customers match"),
                       tr("Nobody has a lifetime value in the chosen range."));
        none->setAction(tr("Clear CLV range"), u"close"_s);
        connect(none, &EmptyState::actionTriggered, this, &CustomersCard::rangeCleared);
    }
    setPlaceholder(none);
}

void CustomersCard::chooseRow(int row)
{
    if (m_analysis && row >= 0 && row < m_customers->rowCount())
        emit customerChosen(m_customers->position(row));
}

void CustomersCard::select(CustomerId customer)
{
    const int row = m_customers->rowOf(customer);
    if (row < 0) {
        m_table->clearSelection();
        return;
    }
    m_table->selectRow(row);
    m_table->scrollTo(m_customers->index(row, 0));
}
