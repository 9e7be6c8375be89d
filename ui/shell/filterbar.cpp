#include "ui/shell/filterbar.h"

#include "ui/shell/periodpopup.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScreen>

using namespace Qt::StringLiterals;
using Insights::ComparisonKind;

Insights::ComparisonKind FilterBar::kindOf(const Insights::PeriodFilter &filter)
{
    if (!filter.comparison)
        return ComparisonKind::None;
    return filter.comparison == Insights::comparisonRange(filter.period, ComparisonKind::PreviousYear)
        ? ComparisonKind::PreviousYear
        : ComparisonKind::PreviousPeriod;
}

FilterBar::FilterBar(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_period(new Button(display, Button::Kind::Field, u"calendar"_s, this))
    , m_comparison(new Button(display, Button::Kind::Field, {}, this))
    , m_popup(new PeriodPopup(display, this))
    , m_menu(new QMenu(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_period);
    layout->addWidget(m_comparison);
    m_period->setObjectName(u"periodButton"_s);
    m_comparison->setObjectName(u"comparisonButton"_s);

    auto *group = new QActionGroup(this);
    for (const ComparisonKind kind :
         {ComparisonKind::None, ComparisonKind::PreviousPeriod, ComparisonKind::PreviousYear}) {
        QAction *action = m_menu->addAction(QString());
        action->setCheckable(true);
        group->addAction(action);
        m_kinds.append(action);
        connect(action, &QAction::triggered, this, [this, kind] { setComparison(kind); });
    }
    connect(m_period, &Button::clicked, this, &FilterBar::choosePeriod);
    connect(m_comparison, &Button::clicked, this, &FilterBar::chooseComparison);
    connect(m_popup, &PeriodPopup::chosen, this, &FilterBar::setPeriod);
    connect(&display, &Display::changed, this, [this] { renewTexts(); });
    setEnabled(false);
    retranslate();
}

void FilterBar::setExtent(const DateRange &extent)
{
    m_extent = extent;
    m_popup->setExtent(extent);
    setEnabled(extent.isValid());
}

void FilterBar::setFilter(const Insights::PeriodFilter &filter)
{
    m_filter = filter;
    m_popup->setPeriod(filter.period);
    m_kinds[int(kindOf(filter))]->setChecked(true);
    renewTexts();
}

void FilterBar::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    renewTexts();
}

void FilterBar::choosePeriod()
{
    if (!isEnabled())
        return;
    m_popup->setLayoutDirection(layoutDirection());
    m_popup->adjustSize();
    const int x = isRightToLeft() ? m_period->width() - m_popup->width() : 0;
    m_popup->move(m_period->mapToGlobal(QPoint(x, m_period->height() + 2)));
    m_popup->show();
    m_popup->setFocus();
    if (QWidget *first = m_popup->findChild<Button *>(u"preset0"_s))
        first->setFocus(Qt::PopupFocusReason);
}

void FilterBar::chooseComparison()
{
    if (!isEnabled())
        return;
    m_menu->setLayoutDirection(layoutDirection());
    const int x = isRightToLeft() ? m_comparison->width() - m_menu->sizeHint().width() : 0;
    m_menu->popup(m_comparison->mapToGlobal(QPoint(x, m_comparison->height() + 2)));
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterBar::setPeriod(const DateRange &period)
{
    Insights::PeriodFilter filter{period, Insights::comparisonRange(period, kindOf(m_filter))};
    if (filter == m_filter)
        return;
    setFilter(filter);
    emit filterEdited(m_filter);
}

void FilterBar::setComparison(ComparisonKind kind)
{
    Insights::PeriodFilter filter = m_filter;
    filter.comparison = Insights::comparisonRange(filter.period, kind);
    if (filter == m_filter)
        return;
    setFilter(filter);
    emit filterEdited(m_filter);
}

void FilterBar::retranslate()
{
    m_kinds[0]->setText(tr("No comparison"));
    m_kinds[1]->setText(tr("Previous period"));
    m_kinds[2]->setText(tr("Previous year"));
    m_menu->setAccessibleName(tr("Comparison"));
    renewTexts();
}

void FilterBar::renewTexts()
{
    const NumberFormat &format = m_display.format();
    const QString period = m_filter.period.isValid() ? format.dateRange(m_filter.period) : tr("No data yet");
    m_period->setText(period);
    m_period->setToolTip(tr("Period: %1 (Ctrl+P)").arg(period));
    m_period->setAccessibleName(tr("Period: %1").arg(period));
    const ComparisonKind kind = kindOf(m_filter);
    QString comparison;
    switch (kind) {
    case ComparisonKind::None: comparison = tr("No comparison"); break;
    case ComparisonKind::PreviousPeriod:
        comparison = m_narrow ? tr("Previous period") : tr("Compare: previous period");
        break;
    case ComparisonKind::PreviousYear:
        comparison = m_narrow ? tr("Previous year") : tr("Compare: previous year");
        break;
    }
    m_comparison->setText(comparison);
    m_comparison->setAccessibleName(comparison);
    m_comparison->setToolTip(m_filter.comparison ? tr("Compared with %1").arg(format.dateRange(*m_filter.comparison))
                                                 : comparison);
}
