#include "ui/pages/lifetimevalue/customerdrawer.h"

#include "ui/charts/alivehistorychart.h"
#include "ui/pages/analysispage.h"
#include "ui/pages/lifetimevalue/timeline.h"
#include "ui/style/display.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace {

constexpr double aliveLine = 0.5; ///< below, a customer counts as no longer active
constexpr int historyWeeks = 52;

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setProperty("look", QStringLiteral("rule"));
    return rule;
}

constexpr Clv::Figure asked[] = {Clv::Figure::CustomerValue,    Clv::Figure::CustomerAlive,
                                Clv::Figure::CustomerOrders,   Clv::Figure::CustomerGap,
                                Clv::Figure::CustomerExpected, Clv::Figure::CustomerSpend};

} // namespace

CustomerDrawer::CustomerDrawer(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_name(new TextLabel(display, Theme::TextRole::PageTitle, "text"))
    , m_reference(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_badge(new Badge(display, Badge::Tone::Bad))
    , m_segmentMark(new QLabel)
    , m_segment(new TextLabel(display, Theme::TextRole::Table, "text"))
    , m_historyTitle(new TextLabel(display, Theme::TextRole::Table, "text"))
    , m_history(new AliveHistoryChart(display))
    , m_timelineTitle(new TextLabel(display, Theme::TextRole::Table, "text"))
    , m_timelineShow(new SegmentedControl(display))
    , m_timeline(new QListView)
    , m_timelineModel(new TimelineModel(display, this))
    , m_nothing(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget)
    , m_actions(new QWidget(this))
    , m_add(new Button(display, Button::Kind::Primary, QStringLiteral("plus")))
    , m_copy(new Button(display, Button::Kind::Default, QStringLiteral("copy")))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_nothing->setWordWrap(true);
    outer->addWidget(m_nothing);
    // What can be done stays in sight, however low the window is.
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_body);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    outer->addWidget(m_scroll, 1);
    makeButtons(outer);
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_reference->setWordWrap(true);
    m_name->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("customerName"));
    layout->addWidget(m_name);
    layout->addWidget(m_reference);
    auto *marks = new QHBoxLayout;
    marks->setSpacing(6);
    m_segment->setObjectName(QStringLiteral("customerSegment"));
    marks->addWidget(m_segmentMark);
    marks->addWidget(m_segment);
    marks->addSpacing(6);
    marks->addWidget(m_badge);
    marks->addStretch(1);
    layout->addLayout(marks);
    showSegment({}, {});

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (int figure = 0; figure < FigureCount; ++figure)
        addFigure(grid, Figure(figure));
    layout->addLayout(grid);
    layout->addWidget(makeRule(m_body));
    layout->addWidget(m_historyTitle);
    m_history->setFixedHeight(120);
    layout->addWidget(m_history);
    layout->addWidget(makeRule(m_body));

    auto *head = new QHBoxLayout;
    head->addWidget(m_timelineTitle, 1);
    head->addWidget(m_timelineShow);
    layout->addLayout(head);
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_timeline->setModel(m_timelineModel);
    m_timeline->setItemDelegate(new TimelineDelegate(display, m_timeline));
    m_timeline->setSelectionMode(QAbstractItemView::NoSelection);
    m_timeline->setFrameShape(QFrame::NoFrame);
    m_timeline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_timeline->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_timeline->setMinimumHeight(140);
    layout->addWidget(m_timeline, 1);
    connect(m_timelineShow, &SegmentedControl::chosen, this,
            [this](int index) { m_timelineModel->setShow(TimelineModel::Show(index)); });
    connect(&display, &Display::changed, this, &CustomerDrawer::fill);
    renewTexts();
}

void CustomerDrawer::makeButtons(QVBoxLayout *outer)
{
    m_add->setObjectName(QStringLiteral("addCustomer"));
    m_copy->setObjectName(QStringLiteral("copyCustomer"));
    auto *rows = new QVBoxLayout(m_actions);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(makeRule(m_actions));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    outer->addWidget(m_actions);
    connect(m_add, &Button::clicked, this, &CustomerDrawer::addToSegmentRequested);
    connect(m_copy, &Button::clicked, this, &CustomerDrawer::copyRequested);
}

QWidget *CustomerDrawer::addButton() const { return m_add; }

void CustomerDrawer::showSegment(const QString &name, const QColor &color)
{
    constexpr int side = 10;
    QPixmap mark(side, side);
    mark.fill(name.isEmpty() ? QColor(Qt::transparent) : color);
    m_segmentMark->setPixmap(mark);
    m_segmentMark->setVisible(!name.isEmpty());
    m_segment->setText(NumberFormat::isolate(name));
    m_segment->setVisible(!name.isEmpty());
}

void CustomerDrawer::showCopied()
{
    m_isCopied = true;
    renewButtons();
}

void CustomerDrawer::renewButtons()
{
    m_add->setText(tr("Add to segment"));
    m_copy->setText(m_isCopied ? tr("Copied") : tr("Copy"));
    m_copy->setIconName(m_isCopied ? QStringLiteral("check") : QStringLiteral("copy"));
    m_copy->setToolTip(tr("Copies this customer's figures with their headings"));
}

void CustomerDrawer::addFigure(QGridLayout *grid, Figure figure)
{
    Labels &labels = m_figures[figure];
    labels.name = new TextLabel(m_display, Theme::TextRole::Axis, "text2", m_body);
    labels.how = new Button(m_display, Button::Kind::Icon, QStringLiteral("info"), m_body);
    labels.how->setObjectName(QStringLiteral("derivation%1").arg(int(figure)));
    connect(labels.how, &Button::clicked, this,
            [this, figure] { emit derivationRequested(asked[figure]); });
    labels.value = new TextLabel(m_display, Theme::TextRole::PageTitle, "text", m_body);
    labels.note = new TextLabel(m_display, Theme::TextRole::Axis, "text3", m_body);
    labels.note->setWordWrap(true);
    const int row = 4 * (figure / 2);
    const int column = figure % 2;
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(labels.name);
    head->addWidget(labels.how);
    head->addStretch(1);
    grid->addLayout(head, row, column);
    grid->addWidget(labels.value, row + 1, column);
    grid->addWidget(labels.note, row + 2, column, Qt::AlignTop);
    grid->setRowMinimumHeight(row + 3, 6);
}

void CustomerDrawer::renewTexts()
{
    m_nothing->setText(tr("Choose a customer in the table to see value, activity and history."));
    m_badge->setText(tr("Slipping"));
    m_badge->setIconName(QStringLiteral("warning"));
    m_badge->setToolTip(tr("P(alive) is below one half: more likely gone than active."));
    m_timelineTitle->setText(tr("Timeline"));
    m_timelineShow->setSegments({tr("All"), tr("Orders"), tr("Events")});
    m_timelineShow->setAccessibleName(tr("What the timeline shows"));
    m_timeline->setAccessibleName(tr("Timeline"));
    m_timelineModel->renewTexts();
    renewButtons();
    fill();
}

bool CustomerDrawer::renews() const
{
    return m_analysis && Clv::isContractual(m_analysis->clv.query.model);
}

CustomerId CustomerDrawer::customer() const
{
    return m_analysis ? m_analysis->snapshot->id(m_analysis->clv.values->customer[m_position])
                      : CustomerId{};
}

void CustomerDrawer::showCustomer(const Insights::AnalysisPtr &analysis, std::size_t position,
                                  const Report::NamedCustomer &named)
{
    m_analysis = analysis;
    m_position = position;
    m_named = named;
    m_isCopied = false;
    renewButtons();
    m_timelineModel->setCustomer(analysis->snapshot, analysis->clv.values->customer[position],
                                 analysis->clv.until);
    fill();
}

void CustomerDrawer::clear()
{
    m_analysis.reset();
    fill();
}

void CustomerDrawer::fill()
{
    m_scroll->setVisible(m_analysis != nullptr);
    m_actions->setVisible(m_analysis != nullptr);
    m_nothing->setVisible(m_analysis == nullptr);
    if (!m_analysis) {
        setWindowTitle(tr("Customer"));
        return;
    }
    const NumberFormat &format = m_display.format();
    const Clv::CustomerValues &values = *m_analysis->clv.values;
    setWindowTitle(!m_named.name.isEmpty()
                       ? m_named.name
                       : tr("Customer %1").arg(format.integer(customer().value)));
    m_name->setText(windowTitle());
    const double days = values.T[m_position] * daysPerPeriod(m_analysis->clv.query.period);
    const QDate since = m_analysis->clv.until.addDays(-qint64(std::llround(days)));
    //: %1 is a customer's number in the source, %2 a month
    m_reference->setText(
        m_named.ref.isEmpty()
            ? tr("Customer since %1").arg(format.monthYear(since))
            : tr("%1 · customer since %2")
                  .arg(NumberFormat::isolate(m_named.ref), format.monthYear(since)));
    if (renews()) {
        m_badge->hide(); // a contract that has ended says so itself
        fillContract(Clv::contractOutlook(*m_analysis->snapshot, m_analysis->clv,
                                          values.customer[m_position]));
        return;
    }
    m_badge->setVisible(values.pAlive[m_position] < aliveLine);
    m_historyTitle->setText(tr("P(alive), last 52 weeks; ticks are orders"));
    m_historyTitle->show();
    m_history->show();
    const Clv::AliveHistory history = Clv::aliveHistory(*m_analysis->snapshot, m_analysis->clv,
                                                        values.customer[m_position], historyWeeks);
    m_history->setData(history);
    fillFigures(history);
}

void CustomerDrawer::fillValue()
{
    const NumberFormat &format = m_display.format();
    const Clv::ClvResult &clv = m_analysis->clv;
    const Clv::CustomerValues &values = *clv.values;
    const std::size_t p = m_position;
    const QString currency = m_analysis->query.settings.currency.code;
    const int months = m_analysis->query.settings.horizonMonths;
    m_figures[Value].name->setText(
        months > 0 ? withCount(tr("CLV, %n month(s)", nullptr, months), months, format)
                   : tr("CLV, lifetime"));
    m_figures[Value].value->setText(format.money(values.clv[p], currency));
    m_figures[Value].note->setText(
        values.clvLow.empty()
            ? QString()
            : tr("%1: %2 – %3")
                  .arg(format.percent(clv.query.intervalLevel),
                       format.decimal(values.clvLow[p], values.clv[p] >= 100 ? 0 : 2),
                       format.decimal(values.clvHigh[p], values.clv[p] >= 100 ? 0 : 2)));

}

/// The figures of a contract: who has left is known, what is uncertain is how long it goes on.
void CustomerDrawer::fillContract(const Clv::ContractOutlook &outlook)
{
    const NumberFormat &format = m_display.format();
    const Clv::CustomerValues &values = *m_analysis->clv.values;
    const std::size_t p = m_position;
    const QString currency = m_analysis->query.settings.currency.code;
    fillValue();
    m_figures[Alive].name->setText(tr("Contract"));
    //: of a contract
    m_figures[Alive].value->setText(outlook.isRunning ? tr("running") : tr("ended"));
    m_figures[Alive].value->setToken(outlook.isRunning ? "text" : "bad");
    m_figures[Alive].note->setText(
        outlook.isRunning ? tr("next renewal on %1").arg(format.date(outlook.nextRenewal))
        : outlook.ended.isValid() ? tr("on %1").arg(format.date(outlook.ended))
                                  : QString());
    m_figures[Orders].name->setText(tr("Renewals"));
    m_figures[Orders].value->setText(format.integer(qint64(values.x[p])));
    m_figures[Orders].note->setText(
        std::isfinite(values.meanSpend[p])
            ? tr("at %1").arg(format.money(values.meanSpend[p], currency))
            : tr("price not known"));
    const double months = values.T[p] * daysPerPeriod(m_analysis->clv.query.period)
                          / daysPerPeriod(PeriodUnit::Month);
    m_figures[Gap].name->setText(tr("Since the start"));
    const int whole = int(std::lround(months));
    m_figures[Gap].value->setText(withCount(tr("%n month(s)", nullptr, whole), whole, format));
    m_figures[Gap].note->setText(
        outlook.started.isValid() ? tr("began on %1").arg(format.date(outlook.started)) : QString());
    fillForecast();
    for (const Labels &labels : m_figures)
        labels.how->setToolTip(tr("How was “%1” computed").arg(labels.name->text()));
    const bool hasOutlook = outlook.chance.date.size() > 1;
    m_historyTitle->setVisible(hasOutlook);
    m_history->setVisible(hasOutlook);
    m_history->setData(outlook.chance, AliveHistoryChart::Kind::Outlook);
    m_historyTitle->setText(m_history->title());
}

void CustomerDrawer::fillFigures(const Clv::AliveHistory &history)
{
    const NumberFormat &format = m_display.format();
    const Clv::ClvResult &clv = m_analysis->clv;
    const Clv::CustomerValues &values = *clv.values;
    const std::size_t p = m_position;
    const QString currency = m_analysis->query.settings.currency.code;
    fillValue();
    m_figures[Alive].name->setText(tr("P(alive)"));
    m_figures[Alive].value->setText(format.decimal(values.pAlive[p], 2));
    m_figures[Alive].value->setToken(values.pAlive[p] < aliveLine ? "bad" : "text");
    const std::size_t halfYear = history.pAlive.size() > 26 ? history.pAlive.size() - 27 : 0;
    m_figures[Alive].note->setText(
        history.pAlive.size() < 2 || !std::isfinite(history.pAlive[halfYear])
            ? QString()
            : tr("was %1 in %2")
                  .arg(format.decimal(history.pAlive[halfYear], 2),
                       format.monthYear(history.date[qsizetype(halfYear)])));

    const double weeks = daysPerPeriod(clv.query.period) / 7;
    m_figures[Orders].name->setText(tr("Orders"));
    m_figures[Orders].value->setText(format.integer(qint64(values.x[p]) + 1));
    m_figures[Orders].note->setText(
        std::isfinite(values.meanSpend[p])
            ? tr("average %1").arg(format.money(values.meanSpend[p], currency))
            : tr("no repeat order yet"));
    const double gap = values.x[p] > 0 ? values.tx[p] / values.x[p] * weeks : Clv::notAvailable;
    const double silent = (values.T[p] - values.tx[p]) * weeks;
    m_figures[Gap].name->setText(tr("Usual gap"));
    //: %1 is a number of weeks with a decimal
    m_figures[Gap].value->setText(std::isfinite(gap) ? tr("%1 weeks").arg(format.decimal(gap, 1))
                                                     : QStringLiteral("–"));
    const int silentWeeks = int(std::lround(silent));
    m_figures[Gap].note->setText(
        withCount(tr("silent for %n week(s)", nullptr, silentWeeks), silentWeeks, format));
    fillForecast();
    for (const Labels &labels : m_figures)
        labels.how->setToolTip(tr("How was “%1” computed").arg(labels.name->text()));
}

void CustomerDrawer::fillForecast()
{
    const NumberFormat &format = m_display.format();
    const Clv::CustomerValues &values = *m_analysis->clv.values;
    const std::optional<double> &horizon = m_analysis->clv.query.horizonPeriods;
    m_figures[Expected].name->setText(renews() ? tr("Expected renewals") : tr("Expected orders"));
    m_figures[Expected].value->setText(format.decimal(values.expectedPurchases[m_position], 1));
    const int months = m_analysis->query.settings.horizonMonths;
    m_figures[Expected].note->setText(
        horizon && months > 0
            ? withCount(tr("within %n month(s)", nullptr, months), months, format)
            : tr("within ten years"));
    m_figures[Spend].name->setText(tr("Expected amount"));
    m_figures[Spend].value->setText(format.money(values.expectedSpend[m_position],
                                                 m_analysis->query.settings.currency.code));
    m_figures[Spend].note->setText(renews() ? tr("per renewal") : tr("per order"));
}
