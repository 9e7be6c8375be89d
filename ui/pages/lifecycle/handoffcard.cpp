#include "ui/pages/lifecycle/handoffcard.h"

#include "ui/pages/lifecycle/celltable.h"
#include "ui/style/display.h"
#include "ui/widgets/card.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 28;
constexpr double longestPromise = 500; ///< hours
constexpr int longestPatience = 3650;  ///< days
/// The columns of the hand-offs that count.
enum Column { OfferedColumn = 3, TakenColumn, RejectedColumn, RecycledColumn, LostColumn, WaitingColumn };

const QList<QList<Qt::DayOfWeek>> &weekends()
{
    static const QList<QList<Qt::DayOfWeek>> choices{
        {Qt::Friday, Qt::Saturday}, {Qt::Saturday, Qt::Sunday}, {Qt::Friday}, {Qt::Sunday}, {}};
    return choices;
}

CellTable::Cell number(double order, const QString &text) { return {text, order}; }

} // namespace

HandOffCard::HandOffCard(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_card(new Card(display, this))
    , m_rows(new CellTable(this))
{
    build();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void HandOffCard::build()
{
    m_weekend = new QComboBox;
    m_weekend->setObjectName(u"weekend"_s);
    m_hours = new NumberField(m_display);
    m_hours->setObjectName(u"promisedHours"_s);
    m_hours->setDecimals(0);
    m_hours->setRange(1, longestPromise);
    m_patience = new NumberField(m_display);
    m_patience->setObjectName(u"lossAfterDays"_s);
    m_patience->setDecimals(0);
    m_patience->setRange(1, longestPatience);
    for (const QList<Qt::DayOfWeek> &weekend : weekends())
        m_weekend->addItem(QString(), int(&weekend - weekends().constData()));

    m_weekendLabel = new TextLabel(m_display, Theme::TextRole::Table, "text2");
    m_hoursLabel = new TextLabel(m_display, Theme::TextRole::Table, "text2");
    m_patienceLabel = new TextLabel(m_display, Theme::TextRole::Table, "text2");
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
    connect(m_weekend, &QComboBox::activated, this, &HandOffCard::editService);
    connect(m_hours, &QAbstractSpinBox::editingFinished, this, &HandOffCard::editService);
    connect(m_patience, &QAbstractSpinBox::editingFinished, this, &HandOffCard::editService);

    m_view = m_rows->makeView(m_display, u"handOffs"_s);
    connect(m_rows, &CellTable::cellOpened, this, &HandOffCard::showMembers);
    // A bar beneath the rows comes and goes with the width.
    connect(m_view->horizontalScrollBar(), &QScrollBar::rangeChanged, this,
            &HandOffCard::renewHeight);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(options);
    column->addWidget(m_view, 1);
    m_card->setBody(body);
    m_definition = new TextLabel(m_display, Theme::TextRole::Table, "text2");
    m_definition->setObjectName(u"handOffDefinition"_s);
    m_definition->setWordWrap(true);
    m_definition->setContentsMargins(12, 8, 12, 8);
    m_card->setFooter(m_definition);
}

void HandOffCard::setData(const Lifecycle::HandOffView &handOffs, const Insights::Analysis &analysis)
{
    m_data = handOffs;
    m_lifecycle = analysis.query.lifecycle;
    m_snapshot = analysis.snapshot;
    showService(m_lifecycle.service);
    showRows();
}

void HandOffCard::renewTexts()
{
    m_card->setTitle(tr("Hand-offs between departments"));
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
    m_view->setAccessibleName(tr("Hand-offs between departments"));
}

QString HandOffCard::stageName(const QString &id) const
{
    for (const Lifecycle::Stage &stage : m_lifecycle.stages) {
        if (stage.id == id)
            return m_display.isArabic() && !stage.nameArabic.isEmpty() ? stage.nameArabic
                                                                       : stage.nameEnglish;
    }
    return id.toUpper();
}

void HandOffCard::showRows()
{
    const NumberFormat &format = m_display.format();
    const QList<CellTable::Head> columns{
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
    QList<CellTable::Row> rows;
    const auto count = [&](qint64 value) {
        CellTable::Cell cell = number(double(value), format.integer(value));
        cell.opens = value > 0;
        return cell;
    };
    for (const Lifecycle::HandOff &handOff : m_data.handOffs) {
        const QString stages =
            //: a hand-off from stage %1 to stage %2
            tr("%1 to %2").arg(stageName(handOff.fromStage),
                               stageName(handOff.toStage));
        const QString unknown = format.decimal(Lifecycle::notAvailable, 0);
        rows.append(CellTable::Row{{Lifecycle::departmentTitle(handOff.from), {}},
                     {Lifecycle::departmentTitle(handOff.to), {}},
                     {stages, {}, false, stages},
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
    m_rows->setTable(columns, rows);
    m_rows->dressColumns(*m_view, m_display);
    renewHeight();
    const Lifecycle::ServiceLevel &service = m_data.service;
    m_definition->setText(
        rows.isEmpty()
            ? tr("No customer began a wait for another department within %1. Choose a longer period, or "
                 "give neighbouring stages different owners.")
                  .arg(format.dateRange(m_data.period))
            : tr("Offers within %1. Hours of work count from %2:00 to %3:00 by the clock of the data, "
                 "without the weekend. The rows of the lifecycle follow customers from one department's "
                 "stage into the next one's, until the last day of data.")
                  .arg(format.dateRange(m_data.period),
                       format.integer(service.week.fromHour), format.integer(service.week.untilHour)));
}

void HandOffCard::renewHeight()
{
    const int bar = m_view->horizontalScrollBar()->maximum() > 0
                        ? m_view->horizontalScrollBar()->sizeHint().height()
                        : 0;
    m_view->setFixedHeight(qMax(m_rows->rowCount(), 1) * rowHeight
                           + m_view->horizontalHeader()->sizeHint().height() + 4 + bar);
}

void HandOffCard::showMembers(int row, int column)
{
    if (row >= m_data.handOffs.size())
        return;
    using Lifecycle::OfferOutcome;
    const Lifecycle::HandOff &handOff = m_data.handOffs[row];
    std::vector<Lifecycle::Member> members;
    for (const Lifecycle::Offer &offer : handOff.offers) {
        const bool isThere = column == OfferedColumn
                             || (column == TakenColumn && offer.outcome == OfferOutcome::Taken)
                             || (column == RejectedColumn && offer.isRejected)
                             || (column == RecycledColumn && offer.outcome == OfferOutcome::Recycled)
                             || (column == LostColumn && offer.outcome == OfferOutcome::Lost)
                             || (column == WaitingColumn && offer.outcome == OfferOutcome::Waiting);
        if (isThere)
            members.push_back(offer.member);
    }
    //: a hand-off from stage %1 to stage %2, and what became of its offers
    const QString what = tr("%1 to %2, %3")
                             .arg(stageName(handOff.fromStage),
                                  stageName(handOff.toStage),
                                  m_rows->headerData(column, Qt::Horizontal, Qt::DisplayRole)
                                      .toString()
                                      .toLower());
    emit contactsRequested(CustomerChoice::ofMembers(
        what, m_snapshot,
        [members](const Progress &) -> Result<std::vector<Lifecycle::Member>> { return members; },
        column == LostColumn || column == WaitingColumn));
}

void HandOffCard::showService(const Lifecycle::ServiceLevel &service)
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

void HandOffCard::editService()
{
    if (m_filling)
        return;
    Lifecycle::ServiceLevel service = m_lifecycle.service;
    if (m_weekend->currentIndex() >= 0)
        service.week.weekend = weekends()[m_weekend->currentIndex()];
    service.hours = m_hours->value();
    service.lossAfterDays = int(m_patience->value());
    emit serviceEdited(service);
}
