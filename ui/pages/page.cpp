#include "ui/pages/page.h"

#include "ui/charts/chart.h"

#include <QEvent>

Page::Page(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
}

void Page::setBusy(bool busy)
{
    for (Chart *chart : findChildren<Chart *>())
        chart->setBusy(busy);
}

void Page::setSegments(const QList<Segments::Segment> &segments)
{
    Q_UNUSED(segments)
}

Chart *Page::focusedChart()
{
    const QList<Chart *> charts = findChildren<Chart *>();
    for (Chart *chart : charts) {
        const QWidget *focus = chart->focusWidget();
        if (chart->hasFocus() || (focus && focus->hasFocus()))
            return chart;
    }
    for (Chart *chart : charts) {
        if (chart->isVisibleTo(this)) // not on a tab behind
            return chart;
    }
    return charts.isEmpty() ? nullptr : charts.first();
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
